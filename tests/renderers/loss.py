"""How are cells lost? Table writers that lose borders, labels, rows or numbers."""

from __future__ import annotations

from gongkai.sample.printed import Grid

__all__ = [
    "glued_cells",
    "glued_rows",
    "glued_values",
    "labels_around_numbers",
    "labels_then_numbers",
    "no_labels",
    "no_table",
    "printed_lines",
    "spaced_rows",
    "tabs_without_blanks",
    "without_sublabels",
    "zeros_for_sublabels",
]


def glued_rows(grid: Grid) -> str:
    """Print a row a line, its label and numbers run together."""
    return "\n".join("".join(cell.text for cell in row) for row in grid)


def glued_values(grid: Grid) -> str:
    """Print a row a line, labels apart, numbers run together."""
    rows = []
    for row in grid:
        labels = [cell.text for cell in row if cell.kind != "number"]
        rows.append(" ".join([*labels, "".join(cell.text for cell in row if cell.kind == "number")]).strip())
    return "\n".join(rows)


def glued_cells(grid: Grid) -> str:
    """Print the table on one line, all run together."""
    return "".join(cell.text for row in grid for cell in row)


def _sublabels(grid: Grid, instead: str) -> Grid:
    """Replace the labels of the rows under a group, and lose the one of the first result."""
    changed = []
    for row in grid:
        labels = [cell for cell in row if cell.kind == "label"]
        cells = []
        for cell in row:
            if cell.kind == "label" and cell.text[:1].isdigit():
                cells += [cell._replace(text=instead)] if instead else []
            elif not (cell.kind == "label" and cell.text.startswith("（一）") and len(labels) == 2):
                cells.append(cell)
        changed.append(cells)
    return changed


def zeros_for_sublabels(grid: Grid) -> str:
    """Print glued rows in which a 0 stands for each label under a group."""
    return glued_rows(_sublabels(grid, "0"))


def without_sublabels(grid: Grid) -> str:
    """Print glued rows without the labels under a group."""
    return glued_rows(_sublabels(grid, ""))


def labels_then_numbers(grid: Grid) -> str:
    """Print all labels, then all numbers, as text taken out of a PDF without coordinates."""
    cells = [cell for row in grid for cell in row]
    return "\n".join([c.text for c in cells if c.kind != "number"] + [c.text for c in cells if c.kind == "number"])


def no_table(grid: Grid) -> str:
    """Print nothing at all."""
    return ""


def no_labels(grid: Grid) -> str:
    """Print the rows of numbers without labels, a row a line."""
    return "\n".join(" ".join(c.text for c in row if c.kind == "number") for row in grid if row[-1].kind == "number")


def labels_around_numbers(grid: Grid) -> str:
    """Print the numbers of a row between the two lines of its long label, as text taken out of a PDF by position."""
    lines = []
    for row in grid:
        label = " ".join(cell.text for cell in row if cell.kind != "number")
        numbers = " ".join(cell.text for cell in row if cell.kind == "number")
        if len(label) > 18 and numbers:
            middle = len(label) // 2
            lines += [label[:middle], numbers, label[middle:]]
        else:
            lines.append(f"{label} {numbers}".strip())
    return "\n".join(lines)


def tabs_without_blanks(grid: Grid) -> str:
    """Print a row a line with tabs, blank cells dropped."""
    return "\n".join("\t".join(cell.text for cell in row if cell.text) for row in grid)


def spaced_rows(grid: Grid) -> str:
    """Print a row a line, a space between its cells."""
    return "\n".join(" ".join(cell.text for cell in row) for row in grid)


def printed_lines(grid: Grid) -> str:
    """Print a cell a line, none for a cell that is empty."""
    return "\n".join(cell.text for row in grid for cell in row if cell.text)
