"""`gongkai sample`."""

from __future__ import annotations

from pathlib import Path

import click

from gongkai.cli_help import Helped, examples
from gongkai.cli_output import format_option, print_answer
from gongkai.search.render import Sheet

__all__ = ["sample"]


@click.command(
    cls=Helped,
    epilog=examples(
        "gongkai sample 300 made-up/reports",
        "gongkai sample 60 broken/reports --broken 0.2 --republished 0.1",
    ),
)
@click.argument("number", type=click.IntRange(1), metavar="N")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), metavar="DIR")
@click.option("--seed", default=1, show_default=True, help="The same seed makes the same reports.")
@click.option("--broken", type=click.FloatRange(0, 1), default=0.0, help="Share of reports that do not add up.")
@click.option("--republished", type=click.FloatRange(0, 1), default=0.0, help="Share of reports with a second version.")
@format_option("table", "json", "jsonl", "csv")
def sample(number: int, folder: Path, seed: int, broken: float, republished: float, shape: str) -> None:
    """Make up N reports in DIR, a new or empty folder, and the truth about them in a file beside it.

    Agencies, places and figures are invented or drawn at random: nothing in them says anything about a real agency.
    """
    from gongkai.sample.generate import truth_path, write_sample

    if folder.is_dir() and any(folder.iterdir()):
        raise click.UsageError(f"{str(folder)[:80]} holds files already: name a new folder, or empty this one.")
    try:
        write_sample(number, folder, seed, broken, republished)
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    answer = {"reports": number, "folder": str(folder), "truth": str(folder.parent / truth_path(folder).name)}
    print_answer(shape, answer, [answer], [Sheet(("报告", "文件夹", "答案"), [list(answer.values())], frozenset({0}))])
