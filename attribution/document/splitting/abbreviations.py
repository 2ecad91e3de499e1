"""The abbreviations of English news that end in a full stop, and what each kind of them says about sentence ends."""

from __future__ import annotations

from enum import Enum
from functools import cache
from importlib.resources import files


class AbbreviationKind(Enum):
    """What an abbreviation stands for, which decides whether a sentence may end after it."""

    TITLE = "title"
    MONTH = "month"
    NUMBER = "number"
    COMPANY = "company"
    PLACE = "place"
    TIME = "time"
    OTHER = "other"


@cache
def abbreviations() -> dict[str, AbbreviationKind]:
    """Return the kind of each abbreviation: *Gov.* is a title, *Sept.* a month."""
    lines = files(__package__).joinpath("data/abbreviations.txt").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {abbreviation: AbbreviationKind(kind) for abbreviation, kind in rows}
