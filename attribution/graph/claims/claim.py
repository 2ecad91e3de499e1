"""What several statements say in common, across articles."""

from attrs import field, frozen, validators


@frozen(kw_only=True)
class Claim:
    """A claim that at least one statement makes.

    `text` is the statement that says it most plainly, in words that stand alone. `statement_ids` are all statements
    on it, for and against, in order of publication.
    """

    id: str
    text: str
    statement_ids: tuple[str, ...] = field(validator=validators.min_len(1))
