"""What is asked of a corpus: a claim, and which statements may answer."""

import re
from collections.abc import Callable
from datetime import date
from typing import TypeVar

from attrs import field, frozen

from attribution.errors import DayError, QuestionError
from attribution.graph.record import Record
from attribution.statements.statement import AuthorizationStatus, Stance

Choice = TypeVar("Choice", Stance, AuthorizationStatus)
ISO_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2}([T ]\d{2}:\d{2}[\d:.]*(Z|[+-]\d{2}:?\d{2})?)?)?)?")


def check_claim(claim: str) -> str:
    """Return a claim on one line.

    Raises:
        QuestionError: it is no text, or holds no word.
    """
    if not isinstance(claim, str):
        raise QuestionError(f"a claim of type {type(claim).__name__}", "pass a sentence: 'The bridge was closed'")
    bare = " ".join(claim.split())
    if not any(character.isalnum() for character in bare):
        raise QuestionError(f"the claim {claim!r} without a word", "pass a sentence: 'The bridge was closed'")
    return bare


def _member(kind: type[Choice], name: str | None) -> Choice | None:
    """Return the member of a closed choice.

    Raises:
        QuestionError: there is none of that name.
    """
    if name is None:
        return None
    try:
        return kind(name)
    except ValueError:
        known = ", ".join(member.value for member in kind)
        raise QuestionError(f"the {kind.__name__.lower()} {name!r}", f"choose one of {known}") from None


def _stance(name: str | None) -> Stance | None:
    return _member(Stance, name)


def _status(name: str | None) -> AuthorizationStatus | None:
    return _member(AuthorizationStatus, name)


def _day(given: str | date | None) -> str | None:
    """Return a date as text, as far as it is given: *2013*, *2013-07*, *2013-07-02*, *2013-07-02T09:00*.

    Raises:
        DayError: it is no ISO date.
    """
    if given is None:
        return None
    text = given.isoformat() if isinstance(given, date) else given
    if not isinstance(text, str) or not ISO_DATE.fullmatch(text):
        raise DayError(str(given))
    return text


@frozen(kw_only=True)
class Limits:
    """Which statements may answer; None sets no limit.

    `since` and `until` are ISO dates, both included, compared as far as they are given: *2013-07* takes all of July.
    Articles without a date are left out where either is given.
    """

    stance: Stance | None = field(default=None, converter=_stance)
    status: AuthorizationStatus | None = field(default=None, converter=_status)
    since: str | None = field(default=None, converter=_day)
    until: str | None = field(default=None, converter=_day)
    outlet: str | None = None

    def test(self) -> Callable[[Record], bool] | None:
        """Return what tells whether a record is within the limits; None where there are none."""
        return self._holds if self != Limits() else None

    def _holds(self, record: Record) -> bool:
        statement, published = record.statement, record.article.published or ""
        return (
            self.stance in (None, statement.stance)
            and self.status in (None, statement.authorization.status)
            and (self.outlet is None or (record.article.outlet or "").casefold() == self.outlet.casefold())
            and (self.since is None or (published != "" and published[: len(self.since)] >= self.since))
            and (self.until is None or (published != "" and published[: len(self.until)] <= self.until))
        )
