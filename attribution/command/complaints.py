"""Say what went wrong to somebody at a shell: what to type, where the library's own words say what to call."""

import re

from attribution.errors import (
    ArticleError,
    AttributionError,
    DayError,
    QuestionError,
    UnknownFormatError,
    UnknownIdError,
)

MISUSED = (DayError, QuestionError, UnknownFormatError)  # the command was not understood
LISTED_BY = {"source": "sources", "organization": "report", "outlet": "corpus info"}  # commands
SPELLINGS = (  # of the library's arguments as options
    (re.compile(r'encoding="([\w-]+)"'), r"--encoding \1"),
    (re.compile(r"check_language=False"), "--any-language"),
    (re.compile(r"a text itself is read by read_text\(text\)"), "a text itself is read from standard input: read -"),
)


def complaint_on(error: AttributionError) -> str:
    """Return what to say of an error at a shell."""
    if isinstance(error, DayError):
        return f"{error.given!r} is no day; write it as 2026-03-02, or 2026-03 for a month"
    if isinstance(error, UnknownIdError):
        return _unknown(error)
    if isinstance(error, ArticleError):
        return _spelled(str(error))
    return str(error)


def _unknown(error: UnknownIdError) -> str:
    if error.near and error.near[0].startswith("source:"):
        return f"several sources are called {error.id!r}; give the id of one: {', '.join(error.near)}"
    if error.near and error.kind != "outlet":
        return str(error)
    names = f"; there are {', '.join(map(repr, error.near))}" if error.near else ""
    known = f"among {error.known}" if error.known else f"in the corpus, which has no {error.kind}"
    every = f"attribution {LISTED_BY[error.kind]} CORPUS shows all" if error.known > len(error.near) else ""
    return "; ".join(filter(None, (f"no {error.kind} is called {error.id!r} {known}{names}", every)))


def _spelled(words: str) -> str:
    for pattern, option in SPELLINGS:
        words = pattern.sub(option, words)
    return words
