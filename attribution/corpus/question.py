"""What is asked of a corpus: a claim, and which statements may answer."""

from collections.abc import Callable
from typing import TypeVar

from attrs import field, frozen

from attribution.errors import QuestionError
from attribution.graph.record import Record
from attribution.statements.statement import AuthorizationStatus, Stance

Choice = TypeVar("Choice", Stance, AuthorizationStatus)


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


@frozen(kw_only=True)
class Limits:
    """Which statements may answer; None sets no limit.

    `since` and `until` are ISO dates, both included, compared as far as they are given: *2013-07* takes all of July.
    Articles without a date are left out where either is given.
    """

    stance: Stance | None = field(default=None, converter=_stance)
    status: AuthorizationStatus | None = field(default=None, converter=_status)
    since: str | None = None
    until: str | None = None
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
