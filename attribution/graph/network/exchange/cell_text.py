"""Text that a spreadsheet program takes as text: never a formula, and nothing that a file cannot hold.

A cell that begins like a formula is run by Excel and LibreOffice when the file is opened, and news text is anybody's
(OWASP, *CSV Injection*). Such a cell gets an apostrophe before it.
"""

import re

FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠|%]")
GUARDED = re.compile(r"'+[=+\-@\t\r\n＝＋－＠|%]")
UNHOLDABLE = re.compile("[\x00\ud800-\udfff]")


def to_spreadsheet_text(text: str) -> str:
    """Return text for a cell; `from_spreadsheet_text` takes the apostrophe away again.

    NUL and halves of surrogate pairs become U+FFFD, which cannot be undone.
    """
    held = holdable(text)
    return f"'{held}" if FORMULA.match(held) else held


def from_spreadsheet_text(cell: str) -> str:
    """Return the text of a cell that `to_spreadsheet_text` made."""
    return cell[1:] if GUARDED.match(cell) else cell


def holdable(text: str) -> str:
    """Return text with U+FFFD in the place of NUL and of halves of surrogate pairs, its length unchanged."""
    return UNHOLDABLE.sub("\N{REPLACEMENT CHARACTER}", text)
