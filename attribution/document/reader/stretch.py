"""Running words on their way through the reader, and what it finds in them."""

from collections.abc import Sequence
from typing import Any

from attrs import frozen


@frozen(kw_only=True)
class Stretch:
    """Running words to be read. `gaps[i]` stands before word i; `starts` are the words that open a sentence."""

    words: Sequence[str]
    gaps: Sequence[int]
    starts: Sequence[int]


@frozen(kw_only=True)
class Tags:
    """What the reader found, one value a word; heads and cues are places in the stretch, -1 for a root or no cue."""

    upos: list[str]
    heads: list[int]
    deprels: list[str]
    entities: list[str]
    roles: list[str]
    cues: list[int]
    sure: list[float]


def together(parts: Sequence[tuple[Sequence[int], Tags]]) -> Tags:
    """Return the tags of words that were read in several stretches.

    Each part has the places among all words of its own words, and their tags; the parts cover all words once.
    """
    homes = sorted((home, number, i) for number, (places, _) in enumerate(parts) for i, home in enumerate(places))

    def column(name: str) -> list[Any]:
        return [getattr(parts[number][1], name)[i] for _, number, i in homes]

    def places(name: str) -> list[int]:
        """Return places in a part as places among all words; what stands for none stays."""
        found = [(parts[number][0], getattr(parts[number][1], name)[i]) for _, number, i in homes]
        return [own[place] if place >= 0 else place for own, place in found]

    kept = {name: column(name) for name in ("upos", "deprels", "entities", "roles", "sure")}
    return Tags(heads=places("heads"), cues=places("cues"), **kept)
