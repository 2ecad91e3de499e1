"""Voices put together or left open, with the reason for each."""

from attrs import field, frozen, validators


@frozen(kw_only=True)
class Merge:
    """Two voices of different articles that were taken for one source."""

    source_id: str
    one: str
    other: str
    score: float = field(validator=(validators.ge(0), validators.le(1)))
    method: str
    evidence: str


@frozen(kw_only=True)
class Unsure:
    """Two sources that may be one; the library does not decide."""

    one: str
    other: str
    score: float = field(validator=(validators.ge(0), validators.le(1)))
    method: str
    evidence: str
