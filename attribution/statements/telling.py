"""Pass on what another sentence says of an outlet: *The officials spoke to The Associated Press hours after …*."""

from collections.abc import Sequence

from attrs import evolve

from attribution.document.document import Document
from attribution.statements.cues.told import told_elsewhere
from attribution.statements.statement import Channel, Statement


def tell(document: Document, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Return the statements, those of a speaker who is said to have spoken to an outlet with the outlet told.

    A statement that names its own outlet or another way to the public keeps it, and a speaker who is said to have
    spoken to two outlets leaves open which of them a statement was told.
    """
    told: dict[str, set[str]] = {}
    for subject, outlet in told_elsewhere(document):
        place = document.words[subject].span
        for statement in statements:
            if statement.speaker and any(mention.overlaps(place) for mention in statement.speaker.mentions):
                told.setdefault(statement.speaker.name, set()).add(outlet)
    only = {name: next(iter(outlets)) for name, outlets in told.items() if len(outlets) == 1}
    return tuple(
        evolve(statement, told=only[statement.speaker.name], channel=Channel.TOLD)
        if statement.channel is Channel.NONE and statement.speaker and statement.speaker.name in only
        else statement
        for statement in statements
    )
