"""The word lists of this folder, loaded once: what formulas and reasons are made of."""

import re
import tomllib
from functools import cache
from importlib.resources import files

from attrs import frozen

from attribution.statements.statement import ReasonKind


@frozen(kw_only=True)
class Formulas:
    """The lemmas of which terms are made, by the part they play (data/formulas.toml says what each part is)."""

    wish: frozenset[str]
    refusal: frozenset[str]
    grant: frozenset[str]
    condition: frozenset[str]
    subordinator: frozenset[str]
    consent: frozenset[str]
    modal: frozenset[str]
    anonymity: frozenset[str]
    anonymous: frozenset[str]
    staying: frozenset[str]
    anonymously: frozenset[str]
    naming: frozenset[str]
    identity: frozenset[str]
    publishing: frozenset[str]
    hiding: frozenset[str]
    reflexive: frozenset[str]
    pseudonym: frozenset[str]
    partial: frozenset[str]
    speaking: frozenset[str]
    telling: frozenset[str]
    told: frozenset[str]
    everyday: frozenset[str]
    permit: frozenset[str]
    forbid: frozenset[str]
    permission: frozenset[str]
    lacking: frozenset[str]
    negation: frozenset[str]
    only: frozenset[str]
    spokesperson: frozenset[str]
    statement: frozenset[str]
    collective: frozenset[str]
    keeper: frozenset[str]
    person: frozenset[str]
    plural: frozenset[str]
    singular: frozenset[str]


@frozen(kw_only=True)
class Openers:
    """How reasons open: single words, rows of words, nouns after *for* and *under*, what follows a giving *as*."""

    words: frozenset[str]
    phrases: tuple[tuple[str, ...], ...]
    purposes: frozenset[str]
    house: frozenset[str]
    subjects: frozenset[str]
    telling: frozenset[str]
    participles: frozenset[str]
    talking: frozenset[str]


@cache
def formulas() -> Formulas:
    """Return the words of formulas."""
    table = _read("formulas.toml")
    return Formulas(**{name: frozenset(words) for part in table.values() for name, words in part.items()})


@cache
def openers() -> Openers:
    """Return the words that open a reason."""
    table = _read("reasons.toml")
    return Openers(
        words=frozenset(table["opener"]["clause"]),
        phrases=tuple(sorted((tuple(phrase.split()) for phrase in table["opener"]["phrases"]), key=len, reverse=True)),
        purposes=frozenset(table["opener"]["purposes"]),
        house=frozenset(table["opener"]["house"]),
        subjects=frozenset(table["opener"]["subjects"]),
        telling=frozenset(table["telling"]["verbs"]),
        participles=frozenset(table["telling"]["participles"]),
        talking=frozenset(table["telling"]["talking"]),
    )


@cache
def kind_patterns(strength: str) -> tuple[tuple[ReasonKind, re.Pattern[str]], ...]:
    """Return for each kind of reason what its *strong* or *weak* keys match in lower-case words."""
    table = _read("reasons.toml")[strength]
    return tuple((ReasonKind(kind), _any_of(keys)) for kind, keys in table.items())


def _any_of(keys: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(rf"(?<!\w){re.escape(key.removesuffix('-'))}{_end(key)}" for key in keys))


def _end(key: str) -> str:
    return r"[\w-]*" if key.endswith("-") else r"(?!\w)"


def _read(name: str) -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(files(__package__).joinpath("data", name).read_text(encoding="utf8"))
