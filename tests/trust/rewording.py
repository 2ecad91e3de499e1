"""The same article in other words or marks, of which the expected change is known."""

import re
from collections.abc import Callable

from attrs import evolve

from attribution import Document, Sentence, Word
from attribution.document.document import NO_CUE

MARKS = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})
OPENING = "(^|[\\s(\\[—–-])"
# what the new names share with none: no word of English, no entry of a word list
VOWELS = str.maketrans("aeiouAEIOU", "oiauyOIAUY")


def straightened(text: str) -> str:
    """Return a text with typewriter marks for typographic ones, each in its place."""
    return text.translate(MARKS)


def curled(text: str) -> str:
    """Return a text with typographic marks for typewriter ones, each in its place."""
    for straight, opening, closing in (('"', "“", "”"), ("'", "‘", "’")):
        text = re.sub(f"{OPENING}{straight}", rf"\1{opening}", text, flags=re.MULTILINE).replace(straight, closing)
    return text


def in_the_present(text: str) -> str:
    """Return a text that *says* where it *said*; no character moves."""
    return re.sub(r"\bsaid\b", "says", text)


def renamed(name: str) -> str:
    """Return another name of the same length: *Haddad* becomes *Hoddod*."""
    return name.translate(VOWELS)


def reworded(document: Document, change: Callable[[str], str]) -> Document:
    """Return a parse of the changed text, where no character moves and no tag changes."""
    text = change(document.text)
    assert len(text) == len(document.text)
    return Document(
        text, tuple(evolve(word, text=_of(word, document, text)) for word in document.words), document.sentences
    )


def _of(word: Word, document: Document, text: str) -> str:
    """Return a word's new form: the new text's, where the word was the text's."""
    whole = document.text[word.start : word.end] == word.text
    return text[word.start : word.end] if whole else word.text


def with_line_before(document: Document, line: str, role: str = "O", cue: int = NO_CUE) -> Document:
    """Return the parse with one more paragraph above, its words without any tag but, where asked for, a role.

    `cue` is a word of the parse to whose attribution the role belongs.
    """
    forms, before = line.split(" "), f"{line}\n\n"
    opening, start = [], 0
    for index, form in enumerate(forms):
        of = cue + len(forms) if cue != NO_CUE else NO_CUE
        opening.append(
            Word(
                index,
                form,
                start,
                start + len(form),
                form.lower(),
                "NOUN",
                index - 1,
                "dep",
                role=role,
                cue=of,
                sure=1.0,
            )
        )
        start += len(form) + 1
    return _joined(Document(before, tuple(opening), (Sentence(0, 0, len(forms) - 1),)), document)


def with_document_after(document: Document, last: Document) -> Document:
    """Return the parse with the paragraphs of another below it."""
    return _joined(_ending_in(document, document.text.rstrip() + "\n\n"), last)


def _ending_in(document: Document, text: str) -> Document:
    """Return the parse of a text that differs only in the white space at its end."""
    return Document(text, document.words, document.sentences)


def _joined(one: Document, other: Document) -> Document:
    words, characters = len(one.words), len(one.text)
    paragraph = one.sentences[-1].paragraph + 1 if one.sentences else 0
    moved = (
        evolve(
            word,
            index=word.index + words,
            start=word.start + characters,
            end=word.end + characters,
            head=word.head + words if word.head >= 0 else word.head,
            cue=word.cue + words if word.cue >= 0 else word.cue,
        )
        for word in other.words
    )
    sentences = (
        Sentence(s.index + len(one.sentences), s.first + words, s.last + words, s.paragraph + paragraph)
        for s in other.sentences
    )
    return Document(one.text + other.text, (*one.words, *moved), (*one.sentences, *sentences))
