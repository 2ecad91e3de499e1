"""The word lists of the speakers: nouns by what they mean, titles, given names, countries."""

import tomllib
from functools import cache
from importlib.resources import files

from attrs import frozen

from attribution.statements.speakers.mention import Gender


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of a word list, each split at its tabs; comments and empty lines are left out."""
    text = files("attribution.statements.speakers").joinpath(f"data/{name}.txt").read_text(encoding="utf8")
    return tuple(tuple(line.split("\t")) for line in text.splitlines() if line and not line.startswith("#"))


@cache
def words(name: str) -> frozenset[str]:
    """Return a word list of one column: `words("person_nouns")` holds *spokesman*."""
    return frozenset(row[0] for row in rows(name))


@cache
def _uses() -> dict[str, frozenset[str]]:
    text = files("attribution.statements.speakers").joinpath("data/uses.toml").read_text(encoding="utf8")
    return {name: frozenset(words.split()) for name, words in tomllib.loads(text).items()}


def uses(name: str) -> frozenset[str]:
    """Return the words that the rules use alike: `uses("offices")` holds *governor*."""
    return _uses()[name]


@cache
def genders(name: str) -> dict[str, Gender]:
    """Return the gender of each word of a list of two columns; words of both genders are unknown."""
    known = {"m": Gender.MALE, "f": Gender.FEMALE}
    return {row[0]: known.get(row[1], Gender.UNKNOWN) for row in rows(name)}


@frozen
class Title:
    """What a title before a name tells: *Sen.* means a senator, *Mrs.* a woman."""

    role: str = ""
    gender: Gender = Gender.UNKNOWN


@cache
def titles() -> dict[str, Title]:
    """Return the titles that stand before names, in lower case and without full stop."""
    known = {"m": Gender.MALE, "f": Gender.FEMALE}
    return {
        form: Title("" if role == "-" else role, known.get(gender, Gender.UNKNOWN))
        for form, role, gender in rows("titles")
    }


@cache
def nicknames() -> dict[str, frozenset[str]]:
    """Return the given names that each given name may stand for: *bill* and *william* share a group."""
    found: dict[str, set[str]] = {}
    for (row,) in rows("nicknames"):
        short, *full = row.split()
        found.setdefault(short, set()).update(full)
        for name in full:
            found.setdefault(name, set()).add(short)
    return {name: frozenset(others) for name, others in found.items()}


@cache
def broader() -> dict[str, frozenset[str]]:
    """Return the words that a later word may take up: *lawmaker* may mean who was called *senator* before."""
    found = {}
    for (row,) in rows("broader_words"):
        word, _, narrower = row.partition(":")
        found[word.strip()] = frozenset(part.strip() for part in narrower.split(","))
    return found


@frozen
class Country:
    """A country with the words that stand for it; `capitals` are cities that stand for its government."""

    name: str
    aliases: tuple[str, ...]
    demonyms: tuple[str, ...]
    capitals: tuple[str, ...]


@cache
def countries() -> tuple[Country, ...]:
    """Return the countries of the world."""
    return tuple(
        Country(row[0], *(tuple(filter(None, part.split(";"))) for part in row[1:4])) for row in rows("countries")
    )


@cache
def country_of() -> dict[str, Country]:
    """Return the country that a name or the word for its people means, in lower case: *iraqi* is Iraq's."""
    return {
        form.lower(): country for country in countries() for form in (country.name, *country.aliases, *country.demonyms)
    }


@cache
def capital_of() -> dict[str, Country]:
    """Return the country whose government a city stands for, in lower case: *Tehran* for Iran."""
    return {city.lower(): country for country in countries() for city in country.capitals}
