"""How are numbers run together? Table writers that lose the borders between cells."""

from __future__ import annotations

from gongkai.sample.printed import Grid

__all__ = ["glued_cells", "glued_rows", "glued_values", "without_sublabels", "zeros_for_sublabels"]


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
