"""Tell where a reason may open, by the words alone: *because*, *for fear of*, *to discuss*, *as he was not*."""

from attribution.document.document import Document
from attribution.statements.terms.clauses import is_any, lower
from attribution.statements.terms.wording import openers

AHEAD = 4  # words: the longest known opening has five


def opens_reason(document: Document, place: int) -> bool:
    """Tell whether a reason may open at a word."""
    known, text = openers(), lower(document, place)
    if text == "saying" and place and lower(document, place - 1) == "as":  # "quoted aides as saying they"
        return False
    following = tuple(word.text.lower() for word in document.words[place + 1 : place + 1 + AHEAD])
    if text in known.words or any((text, *following)[: len(phrase)] == phrase for phrase in known.phrases):
        return True
    if text == "to":
        verb = next((word for word in document.words[place + 1 : place + 3] if word.upos != "ADV"), None)
        return verb is not None and (verb.upos == "VERB" or is_any(verb, known.telling))
    if text == "as":
        return following[:1] != () and following[0] in known.subjects
    wanted = {"for": known.purposes, "under": known.house, "per": known.house, "by": known.house}.get(text)
    return wanted is not None and not wanted.isdisjoint(following)
