"""Pass on what another sentence says of an outlet: *The officials spoke to The Harbor Ledger days after …*."""

from collections.abc import Mapping, Sequence

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
    elsewhere = told_elsewhere(document)
    names = _names_at(document, statements) if elsewhere else {}
    for subject, outlet in elsewhere:
        for name in names.get(subject, ()):
            told.setdefault(name, set()).add(outlet)
    only = {name: next(iter(outlets)) for name, outlets in told.items() if len(outlets) == 1}
    return tuple(
        evolve(statement, told=only[statement.speaker.name], channel=Channel.TOLD)
        if statement.channel is Channel.NONE and statement.speaker and statement.speaker.name in only
        else statement
        for statement in statements
    )


def _names_at(document: Document, statements: Sequence[Statement]) -> Mapping[int, set[str]]:
    """Return the words that mean speakers, each with their names."""
    found: dict[int, set[str]] = {}
    speakers = (statement.speaker for statement in statements if statement.speaker is not None)
    # the statements of one speaker share its mentions: to look at them once for each statement takes squared time
    for speaker in {id(speaker.mentions): speaker for speaker in speakers}.values():
        for mention in speaker.mentions:
            for place in document.words_within(mention):
                found.setdefault(place, set()).add(speaker.name)
    return found
