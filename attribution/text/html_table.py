"""Lay rows of text out as an HTML table, safely: whatever the cells hold, it stays text."""

from collections.abc import Sequence

from attribution.text.columns import WIDE, Column
from attribution.text.markup import escaped

SHORT = 12  # characters of a cell that stays on one line: *on record*
LONGEST_WORD = 24  # characters of one word or date that does: a browser breaks *2026-03-02 16:20* at its hyphens
LEAST_WIDTH = 15  # em of a column that is read, not spelled

_CELL = "text-align:left;vertical-align:top"


def html_table(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> str:
    """Return rows under a header as one `<table>`, without the columns that have no text.

    A table that is wider than its page is scrolled in a frame of its own.
    """
    kept = [place for place in range(len(columns)) if any(row[place] for row in rows)]
    header = "".join(_header(columns[place]) for place in kept)
    body = "".join(f"<tr>{''.join(_html_cell(row[place]) for place in kept)}</tr>" for row in rows)
    table = f"<table><thead><tr>{header}</tr></thead><tbody>{body}</tbody></table>"
    return f'<div style="overflow-x:auto">{table}</div>'


def _header(column: Column) -> str:
    width = f";min-width:{LEAST_WIDTH}em" if column.weight >= WIDE else ""
    return f'<th style="{_CELL}{width}">{escaped(column.title)}</th>'


def _html_cell(words: str) -> str:
    is_whole = words[:1].isdigit() or not any(map(str.isspace, words))
    is_short = len(words) <= (LONGEST_WORD if is_whole else SHORT)
    style = f"{_CELL};white-space:{'nowrap' if is_short else 'normal'}"
    if any(len(word) > LONGEST_WORD for word in words.split()):
        style += f";overflow-wrap:anywhere;min-width:{LEAST_WIDTH}em"
    return f'<td dir="auto" style="{style}">{escaped(words)}</td>'
