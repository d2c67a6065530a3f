"""What is left of a table? Pages that end behind its first rows, heads broken into characters, cells left out of one table only."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random

from gongkai.sample.facts import Facts
from gongkai.sample.layouts_text import lines_of_cells, ragged_pipe_rows, tab_rows
from gongkai.sample.printed import Grid, PrintedCell

from . import columns, damage, fillers, loss, neighbours, own_rows, pages, stories
from .rendering import Promise, Rendering, text

__all__ = ["CUT"]

_FIRST_ROW = "本年新收政府信息公开申请数量"
_ABOVE = "（本列数据的勾稽关系为"  # stands where the label is damaged
_PART, _SECOND_ROW = "信息内容", "规范性文件"
_FURTHER = 60  # characters of table two that a cut page may print
_FURTHEST = 330  # characters of table three that a cut page may print
_WORD = 4  # characters of 结果维持


def _cut_off(page: str, random: Random) -> str:
    """End the page behind the label of table three's first row, in the middle of a row or of a number perhaps."""
    first = max(page.rfind(_FIRST_ROW), page.rfind(_ABOVE))
    return page[: first + len(_FIRST_ROW) + random.randint(0, _FURTHEST)]


def _cut_off_early(page: str, random: Random) -> str:
    """End the page behind the label of table two's second row, or a little further down."""
    second = page.find(_SECOND_ROW, page.find(_PART))
    return page[: second + len(_SECOND_ROW) + random.randint(0, _FURTHER)]


def _cut_off_early_numbered(page: str, random: Random) -> str:
    return _numbered(_cut_off_early(page, random), random)


def _cut_off_numbered(page: str, random: Random) -> str:
    return _numbered(_cut_off(page, random), random)


def _numbered(page: str, random: Random) -> str:
    """End the text where a page ends, behind a line, with its number."""
    return page.rpartition("\n")[0] + random.choice(("\n{}", "\n\n{}", "\n— {} —")).format(random.randint(2, 9))


def _broken_heads(size: int, *, lines: bool = False) -> Callable[[Grid], str]:
    """Return what prints the outcomes in the head of table four `size` characters a line, as narrow columns do."""

    def write(grid: Grid) -> str:
        if not columns.is_review(grid):
            return loss.printed_lines(grid) if lines else loss.spaced_rows(grid)
        printed = []
        for row in grid:
            if row[-1].kind == "number":
                printed.append(("\n" if lines else " ").join(cell.text for cell in row if cell.text or not lines))
                continue
            words = [cell.text for cell in row]
            printed.append(" ".join(word for word in words if len(word) > _WORD or word.startswith("行政")))
            broken = [word for word in words if len(word) <= _WORD and not word.startswith("行政")]
            printed += [" ".join(word[at : at + size] for word in broken).strip() for at in range(0, _WORD, size)]
        return "\n".join(line for line in printed if line)

    return write


def _changes_in_words(grid: Grid, random: Random) -> Grid:
    """Print the changes of table two in words, 减少 for a minus, or only what a template put there before the number."""
    changed, at = [], None
    for row in grid:
        words = [cell.text for cell in row]
        if words[0] == "信息内容":
            at = next((i for i, word in enumerate(words) if word.startswith("本年增")), None)
        if at is not None and row[-1].kind == "number":
            row = [*row[:at], _in_words(row[at], random), *row[at + 1 :]]
        changed.append(row)
    return changed


def _in_words(cell: PrintedCell, random: Random) -> PrintedCell:
    if random.random() < 0.1:
        return cell._replace(text=random.choice("增减"))
    if not cell.text.lstrip("-").isdigit() or cell.text == "0":
        return cell
    word = random.choice(("减少", "减") if cell.text.startswith("-") else ("增加", "增"))
    return cell._replace(text=word + cell.text.lstrip("-"))


def _cuts() -> Iterator[Rendering]:
    lossy = {"promise": Promise.NEVER_WRONG, "blanks": (), "broken": 0.1, "sections": False}
    writers = {
        "lines": lines_of_cells,
        "spaces": loss.spaced_rows,
        "printed": loss.printed_lines,
        "ragged": ragged_pipe_rows,
        "tabs": tab_rows,
        "glued": loss.glued_rows,
        "filled": fillers.filled_rows(),
        "filled_dropped": fillers.filled_rows(drops=True),
        "closed_lines": fillers.filled_lines(filled=False),
        "between_pipes": fillers.lines_between_pipes,
    }
    for name, table in writers.items():
        yield text(f"{name}_cut_off", table, page=_cut_off, **lossy)
        yield text(f"{name}_cut_off_unprinted", table, page=_cut_off, prepare=stories.unprinted_zeros, **lossy)
        dropped = () if name == "tabs" else (damage.drop_cells,)
        yield text(f"{name}_cut_off_numbered", table, *dropped, page=_cut_off_numbered, **lossy)
        yield text(f"{name}_cut_off_subtotal", table, columns.add_subtotal, page=_cut_off, **lossy)
        yield text(f"{name}_cut_off_early", table, page=_cut_off_early, **lossy)
        yield text(f"{name}_cut_off_early_numbered", table, *dropped, page=_cut_off_early_numbered, **lossy)
    for name, change in (
        ("last_year_column", columns.add_last_year),
        ("organisations_first", columns.organisations_first),
        ("column_lost", columns.drop_legal_services),
        ("no_totals", columns.drop_totals),
        ("mojibake", damage.mojibake),
        ("on_its_side", own_rows.on_its_side),
    ):
        lose = {"column_lost": stories.lose_legal_services, "no_totals": stories.lose_totals}.get(name)
        for writer in ("lines", "filled", "spaces"):
            yield text(f"{writer}_cut_off_{name}", writers[writer], change, page=_cut_off, prepare=lose, **lossy)
            if lose is None:
                yield text(f"{writer}_cut_off_early_{name}", writers[writer], change, page=_cut_off_early, **lossy)


def _number_apart(grid: Grid, facts: Facts, random: Random) -> list[Grid | str]:
    """Put a page's number below the table, an empty line between them."""
    return [grid, f"\n{random.randint(1, 30)}"]


def _drop_last_cells(grid: Grid, random: Random) -> Grid:
    """Lose a number of the last row."""
    at = random.choice([i for i, cell in enumerate(grid[-1]) if cell.kind == "number"])
    return [*grid[:-1], grid[-1][:at] + grid[-1][at + 1 :]]


def _broken() -> Iterator[Rendering]:
    lossy = {"promise": Promise.NEVER_WRONG, "blanks": (), "broken": 0.1, "sections": False}
    for size in (1, 2):
        for name, table in (("spaces", _broken_heads(size)), ("lines", _broken_heads(size, lines=True))):
            yield text(f"{name}_heads_of_{size}", table, **lossy)
            yield text(f"{name}_heads_of_{size}_unprinted", table, prepare=stories.unprinted_zeros, **lossy)
            yield text(f"{name}_heads_of_{size}_number_below", table, around=neighbours.number_below, **lossy)
            yield text(f"{name}_heads_of_{size}_page_numbers", table, page=pages.number_pages, **lossy)
    for name, table in (("printed", loss.printed_lines), ("heads_lines", _broken_heads(2, lines=True))):
        yield text(f"{name}_number_apart", table, _drop_last_cells, around=_number_apart, **lossy)
    for name, table in (("filled", fillers.filled_rows()), ("lines", lines_of_cells), ("spaces", loss.spaced_rows)):
        worded = {**lossy, "forms": ("2019",)}
        yield text(f"{name}_changes_in_words", table, _changes_in_words, **worded)
        yield text(f"{name}_changes_in_words_page_numbers", table, _changes_in_words, page=pages.number_pages, **worded)
        yield text(f"{name}_changes_in_words_dropped", table, _changes_in_words, damage.drop_cells, **worded)


CUT: tuple[Rendering, ...] = (*_cuts(), *_broken())
