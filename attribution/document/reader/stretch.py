"""Running words on their way through the reader, and what it finds in them."""

from collections.abc import Sequence

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
