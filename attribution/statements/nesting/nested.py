"""A statement inside a statement's content, and the steps that all rules for finding one share."""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files

from attrs import frozen

from attribution.document.document import Document
from attribution.statements.cues.stance_lexicon import stance_lexicon
from attribution.statements.speakers.kinds import kind_of_noun, singular
from attribution.statements.statement import SpeakerKind

_SPEAKING_ENTITIES = frozenset(("Person", "Organization", "NORP", "Location"))


@frozen(kw_only=True)
class Nested:
    """A statement inside a content, as word indices; `parent` is the place of the nested statement around it.

    `parent` counts the tuple that `nested_in` returns, and is None right inside the given content.
    """

    source: tuple[int, ...]
    cue: tuple[int, ...]
    content: tuple[int, ...]
    parent: int | None = None


@cache
def nesting_words() -> Mapping[str, frozenset[str]]:
    """Return the lists of `data/nesting.toml` by name."""
    text = files(__package__).joinpath("data/nesting.toml").read_text(encoding="utf8")
    return {name: frozenset(words) for name, words in tomllib.loads(text).items()}


def one_child(document: Document, head: int, *deprels: str) -> int | None:
    """Return the child in one of these relations, None where there is none or more than one."""
    found = [child for child in document.children(head) if document.words[child].deprel in deprels]
    return found[0] if len(found) == 1 else None


def is_party(document: Document, noun: int) -> bool:
    """Tell whether a noun or name is somebody in particular who can speak: *police*, not *prices* or *any resident*."""
    word = document.words[noun]
    if word.entity.partition("-")[2] in _SPEAKING_ENTITIES:
        return True
    if kind_of_noun(singular(word.text, word.lemma)) is SpeakerKind.UNKNOWN:
        return False
    # any official, no resident, every voter: nobody in particular
    indefinite = nesting_words()["indefinite"]
    return not any(document.words[i].lemma.lower() in indefinite for i in document.children(noun))


def without_marks(document: Document, indices: Sequence[int]) -> tuple[int, ...]:
    """Take punctuation from both ends of some words."""
    first, last = 0, len(indices)
    while first < last and document.words[indices[first]].upos == "PUNCT":
        first += 1
    while last > first and document.words[indices[last - 1]].upos == "PUNCT":
        last -= 1
    return tuple(indices[first:last])


def verbal_group(document: Document, verb: int, inside: Iterable[int]) -> tuple[int, ...]:
    """Return a verb with its auxiliaries, negation and particle: *had not told*."""
    found, allowed = {verb}, set(document.children(verb)) & set(inside)
    for child in allowed:
        word = document.words[child]
        if word.deprel in ("aux", "aux:pass", "compound:prt") or word.lemma.lower() in ("not", "never"):
            found.add(child)
    return tuple(sorted(found))


def is_statement_verb(lemma: str) -> bool:
    """Tell whether a verb with a clause makes a statement inside somebody's words: *say*, not *know*."""
    return lemma in stance_lexicon().clausal and lemma not in nesting_words()["silent"]
