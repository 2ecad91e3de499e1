"""How one statement stands to a claim."""

from enum import StrEnum

from attrs import field, frozen, validators


class Relation(StrEnum):
    """What a statement does to a claim.

    `UPDATES`: a later value of the same thing, a toll of 12, then 15. `REPEATS`: a copy or a relay of a statement that
    is counted already, so no new support.
    """

    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    UPDATES = "updates"
    REPEATS = "repeats"


FOR = (Relation.SUPPORTS, Relation.REPEATS)


@frozen(kw_only=True)
class Link:
    """A statement's relation to a claim as it was inferred: by what method, how surely, from which words."""

    statement_id: str
    claim_id: str
    relation: Relation
    score: float = field(validator=(validators.ge(0), validators.le(1)))
    method: str
    evidence: str
