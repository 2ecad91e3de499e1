"""The lists of words by which claims are read, by the names of their files in `data`."""

import tomllib
from functools import cache
from importlib.resources import files


@cache
def lists_of(file: str) -> dict[str, frozenset[str]]:
    """Return the lists of a file by their names; those of a table are named after it: `deeds.accusation`."""
    text = files("attribution.graph.claims").joinpath("data", f"{file}.toml").read_text(encoding="utf8")
    found: dict[str, frozenset[str]] = {}
    for name, held in tomllib.loads(text).items():
        lists = {f"{name}.{key}": words for key, words in held.items()} if isinstance(held, dict) else {name: held}
        found.update((key, frozenset(words.split())) for key, words in lists.items())
    return found
