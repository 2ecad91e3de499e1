"""What a source is part of, as far as its names and descriptions tell: *cops* and *NYPD* are both of the police."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise

from attribution.graph.identity.source import Source
from attribution.statements.speakers.kinds import kind_of_noun
from attribution.statements.speakers.word_lists import country_of
from attribution.statements.statement import SpeakerKind

FIRE_SERVICE = "fire service"
WORD = re.compile(r"[^\W_][\w.’'-]*")


@cache
def _lists() -> tuple[dict[str, str], frozenset[str], dict[str, str]]:
    held = tomllib.loads(files("attribution.graph.independence").joinpath("data/bodies.toml").read_text("utf8"))
    bridging, ranks = (
        {word: body for body, words in held[table].items() for word in words.split()} for table in ("bridging", "ranks")
    )
    return bridging, frozenset(held["state"]["nouns"].split()), ranks


@cache
def _roles() -> dict[str, frozenset[str]]:
    held = tomllib.loads(files("attribution.graph.independence").joinpath("data/bodies.toml").read_text("utf8"))
    return {name: frozenset(words.split()) for name, words in held["roles"].items()}


@cache
def _pairs() -> tuple[dict[str, str], frozenset[str]]:
    """Return the bodies that two words name, and the words that part a document from the official one."""
    held = tomllib.loads(files("attribution.graph.independence").joinpath("data/bodies.toml").read_text("utf8"))
    pairs = {pair: body for body, pairs in held["bridging_pairs"].items() for pair in pairs}
    return pairs, frozenset(held["parted"]["words"].split())


@lru_cache(maxsize=20_000)
def marks_of(name: str) -> frozenset[str]:
    """Return what a name or description is part of: *police*, *the state of India*, *document: autopsy*.

    Documents are known by their nouns: *an autopsy* and *the autopsy report on Mr. Roe* are one, in the answers to one
    claim. *A private autopsy* is another one.
    """
    return frozenset(_marks(name))


def _marks(name: str) -> Iterator[str]:
    bridging, state, _ = _lists()
    words = [re.sub(r"['’]s?$", "", word.lower()) for word in WORD.findall(name)]
    pairs, parting = _pairs()
    if not parting.isdisjoint(words):
        words = [word for word in words if kind_of_noun(word) is not SpeakerKind.DOCUMENT]
    countries = {country.name for word in words if (country := country_of().get(word)) is not None}
    yield from (bridging[word] for word in words if word in bridging)
    yield from (pairs[" ".join(pair)] for pair in pairwise(words) if " ".join(pair) in pairs)
    if any(pair[0] == "fire" and pair[1] in _roles()["of_fire"] for pair in pairwise(words)):
        yield FIRE_SERVICE
    for state_of in sorted(countries):
        if len(words) == 1 or state.intersection(words):
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
    bridging, _, ranks = _lists()
    for role in source.roles:
        words = [word.lower().rstrip(".") for word in role.role.split()]
        if not words or role.former:
            continue
        if all(word in ranks for word in words):
            yield ranks[words[0]]
        elif len(words) > 1 and words[-1] in _roles()["of_bodies"] and words[-2] in bridging:
            yield bridging[words[-2]]
        elif words[-2:-1] == ["fire"] and words[-1] in _roles()["of_fire"]:
            yield FIRE_SERVICE
