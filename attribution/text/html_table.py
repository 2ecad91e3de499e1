"""Lay rows of text out as an HTML table, safely: whatever the cells hold, it stays text."""

from collections.abc import Sequence
from html import escape

from attribution.text.columns import Column

_CELL = "text-align:left;vertical-align:top;white-space:normal"


def html_table(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> str:
    """Return rows under a header as one `<table>`."""
    header = "".join(f'<th style="{_CELL}">{escape(column.title)}</th>' for column in columns)
    body = "".join(f"<tr>{''.join(map(_html_cell, cells))}</tr>" for cells in rows)
    return f"<table><thead><tr>{header}</tr></thead><tbody>{body}</tbody></table>"


def _html_cell(words: str) -> str:
    return f'<td dir="auto" style="{_CELL}">{escape(words)}</td>'
