"""A person's name taken apart: given names and surname, *Jr.* behind them, the gender that a title tells."""

import re
from functools import lru_cache

from attrs import frozen

from attribution.graph.identity.given import differ_in_gender
from attribution.graph.identity.judgement import Verdict
from attribution.statements.speakers.mention import Gender
from attribution.statements.speakers.names import SUFFIXES, fold, name_keys, split_titles
from attribution.statements.speakers.word_lists import genders, titles

GENERATIONS = frozenset(("jr", "sr", "ii", "iii", "iv", "v"))
MAY_BE_ONE = frozenset(("jr", "ii"))
JOINED_INITIALS = re.compile(r"(?<=\b[^\W\d_]\.)(?=[^\W\d_]\b)")  # *H.W.*, where a space may stand


@frozen(kw_only=True)
class PersonName:
    """A name by its folded words, double names in parts: *Mrs. Ana Lee-Ito* is ana, lee, ito.

    `surname` is the last word as it stands in parts: lee, ito. `title` is the gender that a title tells.
    """

    words: tuple[str, ...]
    surname: tuple[str, ...]
    generation: str = ""
    title: Gender = Gender.UNKNOWN

    @property
    def last(self) -> str:
        """The last word; empty where there is none."""
        return self.words[-1] if self.words else ""

    @property
    def given(self) -> tuple[str, ...]:
        """All words but the last."""
        return self.words[:-1]

    @property
    def is_last_name(self) -> bool:
        """Whether it is a last name alone: *Haddad*, *Lee-Ito*."""
        return self.words == self.surname

    @property
    def has_gender(self) -> bool:
        """Whether a title tells the gender."""
        return self.title is not Gender.UNKNOWN

    @property
    def gender(self) -> Gender:
        """What the title tells, or else the given name."""
        known = genders("given_names")
        if self.has_gender or self.is_last_name:
            return self.title
        return next((known[word] for word in self.given if word in known), Gender.UNKNOWN)

    def ends_with(self, surname: tuple[str, ...]) -> bool:
        """Tell whether it is a full name with this surname; half of a double one is another."""
        is_longer = len(self.words) > len(surname)
        return is_longer and self.words[-len(surname) :] == surname and len(surname) >= len(self.surname)


@lru_cache(maxsize=50_000)
def parted(name: str) -> PersonName:
    """Return a person's name taken apart."""
    spaced = JOINED_INITIALS.sub(" ", name)
    surname = name_keys(spaced)[-1:]
    before, rest = split_titles(name.split())
    known = (titles()[fold(word)].gender for word in before)
    return PersonName(
        words=name_keys(spaced.replace("-", " ")),
        surname=name_keys(surname[0].replace("-", " ")) if surname else (),
        generation=_generation(rest),
        title=next((gender for gender in known if gender is not Gender.UNKNOWN), Gender.UNKNOWN),
    )


def _generation(words: tuple[str, ...]) -> str:
    """Return what tells somebody from a parent of the same name: *jr* of *James Haddad Jr., M.D.*"""
    for word in map(fold, reversed(words[1:])):
        if word in GENERATIONS:
            return word
        if word not in SUFFIXES:
            break
    return ""


def compare_generations(one: PersonName, other: PersonName) -> Verdict:
    """Compare what stands behind two names: *Jr.* is not *Sr.*; where one name has nothing, that says little."""
    if one.generation == other.generation:
        return Verdict.SAME
    if not (one.generation and other.generation) or {one.generation, other.generation} == MAY_BE_ONE:
        return Verdict.UNSURE
    return Verdict.DIFFERENT


def differ_in_title(one: PersonName, other: PersonName) -> bool:
    """Tell whether a title is of the other gender than the other name's title, or its given name.

    *Mr. Andrea Ito* may be *Andrea Ito*, whatever gender most of that name have.
    """
    if not (one.has_gender and other.has_gender) and one.words == other.words:
        return False
    return (one.has_gender or other.has_gender) and differ_in_gender(one.gender, other.gender)
