"""Read news events written for the training of the matcher: statements of several articles, and claims on them.

A file holds events, each opened by `# ` and its name:

    # crane accident in Port Selwyn
    a| that the boom had been inspected only last month
    b| nobody had looked at the crane for over a year
    C The crane had been checked shortly before the accident.
    + a
    - b

Every statement has a letter; below a claim (`C`) stand the letters of those that support it (`+`), contradict it (`-`),
update it (`~`) or may be read either way (`?`). The others are on something else.
"""

import random
from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files

from attrs import field, frozen

from attribution.training.matcher.pairs import Label, Pair

LABELS = {"+": Label.SUPPORTS, "-": Label.CONTRADICTS, "~": Label.BEARS, "?": None}
REPEATED = 3  # times that a statement on a claim is taken: most are on another
BACK = {Label.SUPPORTS: Label.BEARS, Label.CONTRADICTS: Label.CONTRADICTS, Label.BEARS: Label.BEARS}


@frozen
class WrittenClaim:
    """A claim, and by the letters of statements how these bear on it (None where readers may differ)."""

    text: str
    on: dict[str, Label | None] = field(factory=dict)


@frozen
class WrittenEvent:
    """One event: statements by letter, and claims."""

    name: str
    statements: dict[str, str] = field(factory=dict)
    claims: list[WrittenClaim] = field(factory=list)


def read_written(*, development: bool = False) -> list[WrittenEvent]:
    """Return the events that come with the package, those of training or the tenth kept for development."""
    folder = files("attribution.training.matcher").joinpath("data")
    texts = sorted((file.name, file.read_text("utf8")) for file in folder.iterdir() if file.name.endswith(".txt"))
    events = [event for _, text in texts for event in parse_written(text.splitlines())]
    return [event for place, event in enumerate(events) if (place % 10 == 9) is development]


def parse_written(lines: Iterable[str]) -> list[WrittenEvent]:
    """Return the events of a file; ValueError where a line is none of the kinds above, or a letter is unknown."""
    events: list[WrittenEvent] = []
    for line in filter(None, map(str.strip, lines)):
        sign, _, rest = line.partition(" ")
        if sign == "#":
            events.append(WrittenEvent(rest))
        elif sign == "C":
            events[-1].claims.append(WrittenClaim(rest))
        elif sign in LABELS:
            claim, statements = events[-1].claims[-1], events[-1].statements
            for letter in rest.split():
                if letter not in statements or letter in claim.on:
                    raise ValueError(f"{events[-1].name}: {claim.text}: no statement {letter}, or labelled twice")
                claim.on[letter] = LABELS[sign]
        elif len(sign) == 2 and sign[1] == "|" and sign[0] not in events[-1].statements:
            events[-1].statements[sign[0]] = rest
        else:
            raise ValueError(f"not a line of an event: {line}")
    return events


def written_pairs(events: Sequence[WrittenEvent], chance: random.Random) -> list[Pair]:
    """Return every statement beside every claim of its event, some turned about, those on the claim repeatedly."""
    return [pair for event in events for claim in event.claims for pair in _pairs(event, claim, chance)]


def _pairs(event: WrittenEvent, claim: WrittenClaim, chance: random.Random) -> Iterator[Pair]:
    for letter, text in event.statements.items():
        label = claim.on.get(letter, Label.NEITHER)
        if label is Label.NEITHER:
            turned = chance.random() < 0.3
            yield Pair(claim.text, text, Label.BEARS_NOT) if turned else Pair(text, claim.text, label)
        elif label is not None:
            yield from [Pair(text, claim.text, label)] * REPEATED
            yield Pair(claim.text, text, BACK[label])
