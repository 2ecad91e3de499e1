"""What named things are, as their article says: *the ferry Santa Iria* tells that the Santa Iria is a ferry."""

import re
from collections.abc import Iterator

from attribution.document.document import Document
from attribution.statements.speakers.kinds import kind_of_noun, singular
from attribution.statements.statement import SpeakerKind

LINKS = frozenset(("appos", "flat", "nmod:desc", "compound", "nmod"))
OTHERWISE = ("Person", "Date", "NORP", "Money")  # entities that a noun before them says nothing of
SHORTEST = 4  # letters of a name that is looked for in the text


def kinds_of_things(document: Document) -> dict[str, str]:
    """Return the noun before each name of a thing, by the name as written: *Santa Iria* → *ferry*.

    People are left out: they have roles.
    """
    found: dict[str, str] = {}
    for noun, first, last in _introduced(document):
        name = document.slice(first, last)
        if len(name) >= SHORTEST:
            found.setdefault(name, document.words[noun].text)
    return found


def with_kinds(text: str, things: dict[str, str]) -> str:
    """Return a text with what each named thing is before its first name, where the text does not say it."""
    for name, noun in things.items():
        if name in text and not re.search(rf"\b{re.escape(noun)}s?\b", text, re.IGNORECASE):
            start, name_found, end = text.partition(name)
            text = f"{start}{noun} {name_found}{end}"
    return text


def _introduced(document: Document) -> Iterator[tuple[int, int, int]]:
    """Yield the places of a noun and of the first and last word of the name that follows it."""
    words = document.words
    for noun in range(len(words) - 1):
        first = noun + 1
        if words[noun].upos != "NOUN" or words[first].upos != "PROPN" or words[noun].text[0].isupper():
            continue
        last = first
        while (
            last + 1 < len(words) and words[last + 1].upos == "PROPN" and words[last + 1].start - words[last].end == 1
        ):
            last += 1
        inside = range(first, last + 1)
        linked = (words[noun].head in inside and words[noun].deprel in LINKS) or any(
            words[i].head == noun and words[i].deprel in LINKS for i in inside
        )
        linked |= words[noun].head == words[first].head  # both taken for the subject: *the ferry Santa Iria sank*
        is_other = words[first].entity.endswith(OTHERWISE) or _is_of_person(document, noun)
        is_part = noun and words[noun - 1].text == "-"  # *large-scale*
        if linked and not is_other and not is_part:
            yield noun, first, last


def _is_of_person(document: Document, noun: int) -> bool:
    word = document.words[noun]
    return kind_of_noun(singular(word.text, word.lemma)) in (SpeakerKind.PERSON, SpeakerKind.GROUP)
