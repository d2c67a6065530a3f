"""`gongkai index` and `gongkai ledger`."""

from __future__ import annotations

import re
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TYPE_CHECKING

import click

from gongkai.cli_help import Helped, examples
from gongkai.cli_index_option import opened_index
from gongkai.cli_messages import FAILED, INTERRUPTED, print_error, print_note
from gongkai.cli_output import format_option, leave, print_answer, print_lines
from gongkai.cli_sources import NOTHING_THERE, shown, source_options, sources_at
from gongkai.mappings.labels import reason_label
from gongkai.search.engine import Entry, Outcome
from gongkai.search.render import Sheet

if TYPE_CHECKING:
    from gongkai.indexer.pipeline import Summary

__all__ = ["LABELS", "index", "ledger"]

LABELS = {
    Outcome.INDEXED: "收录",
    Outcome.UNCHANGED: "未变",
    Outcome.DUPLICATE: "重复",
    Outcome.NOT_A_REPORT: "不是报告",
    Outcome.FAILED: "失败",
}


@click.command(
    cls=Helped,
    epilog=examples(
        "gongkai index reports/ more.zip",
        "gongkai parse reports/ | gongkai index - --index second-index",
    ),
)
@source_options
@click.option("--shard", metavar="K/N", help="Take the K-th of N shares of the input: N machines fill one cluster together.")
@format_option("table", "json", "jsonl", "csv")
def index(
    path: tuple[str, ...], workers: int | None, max_size: int, keys: tuple[str, ...], shard: str | None, shape: str
) -> None:
    """Bring every report at the paths (files, folders, archives, JSON lines, - for standard input) into the index.

    A second run does only what is new or changed. Ctrl-C keeps what is done: run the same command to go on.
    """
    from gongkai.cli_progress import Progress
    from gongkai.indexer.inputs.sharding import share
    from gongkai.indexer.pipeline import index_inputs

    number, machines = _share(shard)
    sources = sources_at(path, max_size, keys, absolute=True)
    with _interruptions() as stop, opened_index(create=True) as engine, Progress(sources) as progress:
        inputs = progress.passing(share(sources, number, machines))
        engine.write(())  # who may not write is told before anything is read
        summary = index_inputs(inputs, engine, workers=workers, watch=progress.see, stop=stop)
    _print_summary(summary, shape)
    if not progress.started and machines == 1 and not summary.interrupted:
        print_note(NOTHING_THERE)
    if progress.kept:
        print_note(
            f"Empty now, or a server's message, are {progress.kept:,} of the pages; the reports that they held stay."
            " `gongkai ledger --outcome not_a_report` names them."
        )
    if summary.interrupted:
        print_error("Interrupted. What is counted is kept: run the same command again to go on.")
        leave(INTERRUPTED)
    leave(FAILED if summary.outcomes[Outcome.FAILED] else 0)


def _share(shard: str | None) -> tuple[int, int]:
    match = re.fullmatch(r"(\d{1,6})/(\d{1,6})", shard or "1/1")
    if match is None or not 1 <= int(match[1]) <= int(match[2]):
        raise click.BadParameter("write 2/5 for the second of five shares.", param_hint="--shard")
    return int(match[1]), int(match[2])


def _print_summary(summary: Summary, shape: str) -> None:
    answer = summary.as_json()
    row = [*(summary.outcomes[outcome] for outcome in Outcome), answer["seconds"]]
    sheet = Sheet((*LABELS.values(), "秒"), [row], frozenset(range(len(row))))
    print_answer(shape, answer, [answer], [sheet])


@contextmanager
def _interruptions() -> Iterator[Callable[[], bool]]:
    """Turn the first Ctrl-C into a question that the pipeline asks between pages; a second one ends at once."""
    seen: list[int] = []

    def remember(number: int, _frame: FrameType | None) -> None:
        if seen:
            raise KeyboardInterrupt
        seen.append(number)

    signals = (signal.SIGINT, signal.SIGTERM)
    former = [signal.signal(number, remember) for number in signals]
    try:
        yield lambda: bool(seen)
    finally:
        for number, handler in zip(signals, former, strict=True):
            signal.signal(number, handler)


@click.command(
    cls=Helped,
    epilog=examples(
        "gongkai ledger",
        "gongkai ledger --outcome indexed --format jsonl",
    ),
)
@click.option(
    "--outcome",
    type=click.Choice([str(outcome) for outcome in Outcome]),
    multiple=True,
    help="Only these ends; what is unchanged keeps its line.",
)
@format_option("table", "json", "jsonl", "csv")
def ledger(outcome: tuple[str, ...], shape: str) -> None:
    """List what became of every input: indexed, duplicate, not a report, failed, and why."""
    if Outcome.UNCHANGED in outcome:
        print_note(
            "No line says unchanged: an input that is keeps the line of the run that read it; `gongkai index` counts them."
        )
    with opened_index() as engine:
        entries = (entry for entry in engine.ledger() if not outcome or entry.outcome in outcome)
        if shape == "jsonl":
            first = next(entries, None)
            print_lines(map(_line, (entry for entry in _chain(first, entries))))
            leave(0 if first else 1)
        kept = list(entries)
    lines = [_line(entry) for entry in kept]
    rows = [
        (line["source"], LABELS[entry.outcome], line["id"], _why(entry, line["reason"]))
        for entry, line in zip(kept, lines, strict=True)
    ]
    print_answer(shape, lines, lines, [Sheet(("来源", "结果", "编号", "原因"), rows, wide=frozenset({0, 3}))])
    leave(0 if kept else 1)


def _why(entry: Entry, reason: str | None) -> str | None:
    """Return the reason as a table says it: what a page is in Chinese, like all data, an error in English, like all messages."""
    return reason_label(reason) if entry.outcome is Outcome.NOT_A_REPORT and reason else reason


def _chain(first: Entry | None, rest: Iterator[Entry]) -> Iterator[Entry]:
    if first is not None:
        yield first
        yield from rest


def _line(entry: Entry) -> dict[str, str | None]:
    reason = shown(entry.reason) if entry.outcome is Outcome.DUPLICATE and entry.reason else entry.reason
    return {"source": shown(entry.source), "outcome": str(entry.outcome), "id": entry.id, "reason": reason}
