"""Tell where a reason may open, by the words alone: *because*, *for fear of*, *to discuss*, *as he was not*."""

from attribution.document.document import Document
from attribution.statements.terms.clauses import is_any, lower
from attribution.statements.terms.wording import formulas, openers

AHEAD = 4  # words: the longest known opening has five
CLAUSE = 8  # words within which *describing* has its *as*
WHILE = frozenset({"when", "while"})
ARTICLES = frozenset({"a", "an"})
PRONOUNS = frozenset({"he", "she", "they", "it", "there"})


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
        return following[:1] != () and following[0] in known.subjects and not _tells_how_named(document, place)
    wanted = {"for": known.purposes, "under": known.house, "per": known.house, "by": known.house}.get(text)
    return wanted is not None and not wanted.isdisjoint(following)


def opens_telling(document: Document, place: int) -> bool:
    """Tell whether a participle of telling opens a reason, straight after terms: *discussing private talks*.

    In *describing the raid as a success* it opens what was said.
    """
    known, text = openers(), lower(document, place)
    following = [word.text.lower() for word in document.words_of(document.sentence_of(place)) if word.index > place]
    if text in WHILE and following:
        return opens_telling(document, place + 1)
    if text in known.talking:
        return following[:1] == ["about"]
    return text in known.participles and "as" not in following[:CLAUSE]


def _tells_how_named(document: Document, place: int) -> bool:
    """Tell whether an *as* gives what somebody is called instead of a name: *identified only as a teacher*.

    It gives a reason in *asked not to be identified as the talks are private* and in *named by her initials only as she
    feared reprisals*.
    """
    known, words = formulas(), document.words
    following = lower(document, place + 1)
    last = place - 1
    while last > document.sentence_of(place).first and lower(document, last) in known.only:
        last -= 1
    if last < place - 1:
        return following not in PRONOUNS and not is_any(words[last], known.identity)
    return following in ARTICLES and (is_any(words[last], known.naming) or lower(document, last) == "attribution")
