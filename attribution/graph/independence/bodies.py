"""What a source is part of, as far as its names and descriptions tell: *cops* and *NYPD* are both of the police."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise

from attrs import frozen

from attribution.graph.identity.source import Source
from attribution.statements.speakers.kinds import kind_of_noun
from attribution.statements.speakers.word_lists import country_of
from attribution.statements.statement import SpeakerKind

WORD = re.compile(r"[^\W_][\w.’'-]*")


@frozen(kw_only=True)
class _Lists:
    """Words, and pairs of words, with the body that they are of; words that tell a body of a state, a role, a part."""

    bridging: dict[str, str]
    pairs: dict[tuple[str, str], str]
    ranks: dict[str, str]
    roles: frozenset[str]
    state: frozenset[str]
    parting: frozenset[str]


@cache
def _lists() -> _Lists:
    held = tomllib.loads(files("attribution.graph.independence").joinpath("data/bodies.toml").read_text("utf8"))
    bridging, ranks = (
        {word: body for body, words in held[table].items() for word in words.split()} for table in ("bridging", "ranks")
    )
    return _Lists(
        bridging=bridging,
        pairs={(p["first"], word): body for body, p in held["pairs"].items() for word in p["second"].split()},
        ranks=ranks,
        roles=frozenset(held["roles"]["of_bodies"].split()),
        state=frozenset(held["state"]["nouns"].split()),
        parting=frozenset(held["parted"]["words"].split()),
    )


@lru_cache(maxsize=20_000)
def marks_of(name: str) -> frozenset[str]:
    """Return what a name or description is part of: *police*, *the state of India*, *document: autopsy*.

    Documents are known by their nouns: *an autopsy* and *the autopsy report on Mr. Roe* are one, in the answers to one
    claim. *A private autopsy* is another one.
    """
    return frozenset(_marks(name))


def _marks(name: str) -> Iterator[str]:
    lists = _lists()
    words = [re.sub(r"['’]s?$", "", word.lower()) for word in WORD.findall(name)]
    if not lists.parting.isdisjoint(words):
        words = [word for word in words if kind_of_noun(word) is not SpeakerKind.DOCUMENT]
    countries = {country.name for word in words if (country := country_of().get(word)) is not None}
    yield from (lists.bridging[word] for word in words if word in lists.bridging)
    yield from (lists.pairs[pair] for pair in pairwise(words) if pair in lists.pairs)
    for state_of in sorted(countries):
        if len(words) == 1 or lists.state.intersection(words):
            yield f"the state of {state_of}"
    for word in words:
        if kind_of_noun(word) is SpeakerKind.DOCUMENT and word not in ("statement", "release", "report", "letter"):
            yield f"document: {word}"


def marks_in(source: Source, bodies: tuple[str, ...]) -> frozenset[str]:
    """Return the marks of all names of a source, of its organizations' names and of its ranks."""
    names = [*source.names, *bodies] if source.kind is not SpeakerKind.DOCUMENT else source.names
    return frozenset(mark for name in names for mark in marks_of(name)) | frozenset(_of_ranks(source))


def _of_ranks(source: Source) -> Iterator[str]:
    """Yield what the roles of a source are of: *Insp*, *police chief*, *fire chief*."""
    lists = _lists()
    for role in source.roles:
        words = [word.lower().rstrip(".") for word in role.role.split()]
        if not words or role.former:
            continue
        if all(word in lists.ranks for word in words):
            yield lists.ranks[words[0]]
        elif len(words) > 1 and words[-1] in lists.roles and words[-2] in lists.bridging:
            yield lists.bridging[words[-2]]
        else:
            yield from (lists.pairs[pair] for pair in pairwise(words[-2:]) if pair in lists.pairs)
