"""A judgement on whether two are one, with its reasons."""

from enum import StrEnum

from attrs import field, frozen, validators


class Verdict(StrEnum):
    """Whether two are one; who may be the same but need not be is `UNSURE`."""

    SAME = "same"
    UNSURE = "unsure"
    DIFFERENT = "different"


@frozen
class Judgement:
    """A verdict with a score from 0 (surely different) to 1 (surely the same), how it was reached, and from what."""

    verdict: Verdict
    score: float = field(validator=(validators.ge(0), validators.le(1)))
    method: str
    evidence: str


@frozen
class UserJudgement:
    """What the user says of two sources, each by a name, or by its id: that they are one, or that they are not."""

    one: str
    other: str
    same: bool
