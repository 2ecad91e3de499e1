"""Make the library's frozen document of a Stanza document."""

from collections.abc import Sequence
from typing import Any

from attribution.document.document import NO_CUE, Document, Sentence, Word
from attribution.document.processor import places_of

# What the news corpora that Stanza's own English models know call an entity, in this library's words.
KINDS = {
    "PERSON": "Person", "PER": "Person", "ORG": "Organization", "GPE": "Location", "LOC": "Location",
    "FAC": "Facility", "NORP": "NORP", "DATE": "Date", "TIME": "Date", "MONEY": "Money", "PRODUCT": "Product",
    "WORK_OF_ART": "Product", "EVENT": "Misc", "LAW": "Misc", "MISC": "Misc",
}  # fmt: skip
SCHEME = {"B": "B", "S": "B", "I": "I", "E": "I"}
SYNTAX = frozenset({"lemma", "upos", "head", "deprel"})


def document_of(doc: Any, paragraph_starts: Sequence[int] = ()) -> Document:
    """Return a Stanza document as a frozen one. `paragraph_starts` are the characters at which paragraphs begin."""
    words: list[Word] = []
    sentences: list[Sentence] = []
    paragraph = 0
    for sentence in doc.sentences:
        first = len(words)
        places = places_of(sentence)
        owners = [token for token in sentence.tokens for _ in token.words]
        for word, place, token in zip(sentence.words, places, owners, strict=True):
            roles = _roles(word.misc)
            words.append(
                Word(
                    len(words),
                    place.text,
                    place.start,
                    place.end,
                    word.lemma or place.text.lower(),
                    word.upos or "X",
                    first + word.head - 1 if word.head else NO_CUE,
                    word.deprel or "dep",
                    _entity(token.ner, words, first, opens=word is token.words[0]),
                    roles.get("Role", "O"),
                    int(roles.get("Cue", NO_CUE)),
                    float(roles.get("Sure", 0.0)),
                )
            )
        while paragraph + 1 < len(paragraph_starts) and places and paragraph_starts[paragraph + 1] <= places[0].start:
            paragraph += 1
        if places:
            sentences.append(Sentence(len(sentences), first, len(words) - 1, paragraph))
    return Document(doc.text, tuple(words), tuple(sentences))


def _roles(misc: str | None) -> dict[str, str]:
    if not misc or "Role=" not in misc:
        return {}
    return dict(part.partition("=")[::2] for part in misc.split("|"))


def _entity(tag: str | None, words: Sequence[Word], first: int, *, opens: bool) -> str:
    """Return a tag in BIO and in this library's kinds; ordinals, percentages and the like are no entities here.

    A tag is a token's, of which only the first word `opens` an entity: *Seafarers'* is one token of two words.
    """
    if not tag or tag == "O":
        return "O"
    prefix, _, kind = tag.partition("-")
    kind = KINDS.get(kind, kind) if kind.isupper() else kind
    if kind.isupper() and kind != "NORP":
        return "O"
    goes_on = len(words) > first and words[-1].entity[2:] == kind
    is_inner = SCHEME.get(prefix) == "I" or not opens
    return f"I-{kind}" if is_inner and goes_on else f"B-{kind}"
