"""What is asked of a corpus: a claim, and which statements may answer."""

import re
from collections.abc import Callable
from datetime import date
from typing import TypeVar

from attrs import field, frozen

from attribution.errors import DayError, QuestionError
from attribution.graph.copies.credits import outlet_key
from attribution.graph.record import Record
from attribution.statements.statement import AuthorizationStatus, Stance
from attribution.text.moment import in_utc, is_date

Choice = TypeVar("Choice", Stance, AuthorizationStatus)
CALLED = {Stance: "stance", AuthorizationStatus: "status"}
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


def check_least(least: float) -> None:
    """Check the chance from which a statement is an answer.

    Raises:
        QuestionError: it is no chance.
    """
    if isinstance(least, str) or not 0 <= least <= 1:
        raise QuestionError(f"with least={least!r}", "give a chance from 0, for every statement that is near, to 1")


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
        raise QuestionError(f"the {CALLED[kind]} {name!r}", f"choose one of {known}") from None


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
    if not isinstance(text, str) or not ISO_DATE.fullmatch(text) or not is_date(text):
        raise DayError(str(given))
    return text


@frozen(kw_only=True)
class Limits:
    """Which statements may answer; None sets no limit.

    `since` and `until` are ISO dates, both included, compared as far as they are given: *2013-07* takes all of July.
    Times with a zone are compared as times; a day is that of the place where an article was published.
    Articles without a date are left out where either is given. An outlet is known by all its names: *AP*.

    Raises:
        QuestionError: `until` lies before `since`, or there is no such stance or status.
        DayError: `since` or `until` is no date.
    """

    stance: Stance | None = field(default=None, converter=_stance)
    status: AuthorizationStatus | None = field(default=None, converter=_status)
    since: str | None = field(default=None, converter=_day)
    until: str | None = field(default=None, converter=_day)
    outlet: str | None = None

    def __attrs_post_init__(self) -> None:
        if self.since is not None and self.until is not None and not _reaches(self.until, self.since):
            remedy = "give the earlier date as since and the later one as until"
            raise QuestionError(f"for the time since {self.since!r} until {self.until!r}", remedy)

    def test(self) -> Callable[[Record], bool] | None:
        """Return what tells whether a record is within the limits; None where there are none."""
        return self._holds if self != Limits() else None

    def _holds(self, record: Record) -> bool:
        statement, published = record.statement, record.article.published or ""
        return (
            self.stance in (None, statement.stance)
            and self.status in (None, statement.authorization.status)
            and (self.outlet is None or _is_outlet(record.article.outlet or "", self.outlet))
            and (self.since is None or _is_since(published, self.since))
            and (self.until is None or _is_until(published, self.until))
        )


def _is_outlet(known: str, asked: str) -> bool:
    return outlet_key(known) == outlet_key(asked) if outlet_key(asked) else known.casefold() == asked.casefold()


def _is_since(published: str, since: str) -> bool:
    day, limit = _comparable(published, since)
    return day != "" and day >= limit


def _is_until(published: str, until: str) -> bool:
    day, limit = _comparable(published, until)
    return day != "" and day <= limit


def _reaches(until: str, since: str) -> bool:
    """Whether the end of a time may lie after its beginning, as far as both are given."""
    last, first = _comparable(until, since)
    return last >= first[: len(last)]


def _comparable(published: str, limit: str) -> tuple[str, str]:
    """Return a date and a limit as texts in the order of time, the date no more exact than the limit."""
    bare = in_utc(limit)
    day = in_utc(published) if bare != limit else published
    return day.replace(" ", "T")[: len(bare)], bare.replace(" ", "T")
