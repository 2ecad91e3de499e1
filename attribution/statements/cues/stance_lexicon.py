"""The words that report, and what each does with the content it introduces."""

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

from attrs import frozen

from attribution.statements.statement import Stance


@frozen(kw_only=True)
class StanceLexicon:
    """What a lemma does as a verb, noun or adjective, or as a verb with the word that follows it.

    `clausal` are the verbs that take a reported clause or a quotation.
    """

    verbs: Mapping[str, Stance]
    nouns: Mapping[str, Stance]
    adjectives: Mapping[str, Stance]
    phrases: Mapping[tuple[str, str], Stance]
    clausal: frozenset[str]

    def stance(self, lemma: str, upos: str) -> Stance | None:
        """Return what a lemma does: *deny* as a VERB denies; None for a word that reports nothing.

        Taggers take *is opposed* for a verb and the *Rejects* of a headline for a name, so a word that is unknown as
        one part of speech is looked up as the other.
        """
        tables = {
            "VERB": (self.verbs, self.adjectives),
            "ADJ": (self.adjectives, self.verbs),
            "NOUN": (self.nouns,),
            "PROPN": (self.nouns, self.verbs),
        }.get(upos, ())
        return next((table[lemma.lower()] for table in tables if lemma.lower() in table), None)


@frozen(kw_only=True)
class NegationWords:
    """The words of `data/negation.toml`; `negated` is what some words do under a negation."""

    negators: frozenset[str]
    not_negating: frozenset[str]
    empty_subjects: frozenset[str]
    refusing: frozenset[str]
    carrying: frozenset[str]
    negated: Mapping[str, Stance]


def _text(name: str) -> str:
    return files(__package__).joinpath(f"data/{name}").read_text(encoding="utf8")


def _table(data: Mapping[str, Mapping[str, Iterable[str]]], *parts: str) -> dict[str, Stance]:
    return {word: Stance(stance) for stance, table in data.items() for part in parts for word in table[part]}


@cache
def stance_lexicon() -> StanceLexicon:
    """Return the reporting words of English: *deny* denies, *vow* promises."""
    data = tomllib.loads(_text("stance.toml"))
    phrases = ((phrase.split(), stance) for phrase, stance in _table(data, "phrases").items())
    return StanceLexicon(
        verbs=_table(data, "clausal", "other"),
        nouns=_table(data, "nouns"),
        adjectives=_table(data, "adjectives"),
        phrases={(first, last): stance for (first, *_, last), stance in phrases},
        clausal=frozenset(word for table in data.values() for word in table["clausal"]),
    )


@cache
def negation_words() -> NegationWords:
    """Return the words that negate a cue: *never*, *refuse*, *nobody*."""
    data = tomllib.loads(_text("negation.toml"))
    return NegationWords(
        negators=frozenset(data["negators"]),
        not_negating=frozenset(data["not_negating"]),
        empty_subjects=frozenset(data["empty_subjects"]),
        refusing=frozenset(data["refusing"]),
        carrying=frozenset(data["carrying"]),
        negated={word: Stance(stance) for stance, words in data["negated"].items() for word in words},
    )
