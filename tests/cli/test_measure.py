"""`make accuracy` takes hours: an interrupted measure goes on where it stopped, and never mixes the counts of two codes."""

import json
import subprocess
import sys
from pathlib import Path

MEASURE = Path(__file__).resolve().parents[1] / "accuracy" / "measure.py"


def _measure(kept: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(MEASURE), "--examples", "2", "--family", "html_clean", "--resume", str(kept)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    return result


def test_an_interrupted_measure_goes_on_where_it_stopped(tmp_path: Path) -> None:
    kept = tmp_path / "kept.jsonl"
    kept.write_text('{"code": "of last year"}\n{"layout": "html_clean"}\n')
    whole = _measure(kept)
    head, first, second = kept.read_text().splitlines()
    assert "of last year" not in head, "the counts of other code are measured anew"

    marked = json.loads(first)
    marked["counts"]["missed"] += 7
    kept.write_text("\n".join([head, json.dumps(marked), second[:20]]))
    resumed = _measure(kept)
    assert f"1 layouts and forms of the same code were measured before; {kept} has them." in resumed.stderr
    assert resumed.stdout != whole.stdout, "the kept counts are what is printed"
    assert kept.read_text().splitlines()[2:] == [second], "the line that was cut off is measured again"
