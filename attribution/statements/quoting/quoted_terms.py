"""Tell the quotation marks that quote nobody: titles of works, nicknames, named terms, scare quotes."""

import tomllib
from collections.abc import Sequence
from enum import StrEnum
from functools import cache
from importlib.resources import files

from attrs import frozen

from attribution.document.document import Document, Word
from attribution.statements.cues.stance_lexicon import stance_lexicon
from attribution.statements.quoting.quotation_marks import QuotedSpan

LONGEST_NICKNAME = 3  # words: Joaquín "El Chapo" Guzmán
LONGEST_SCARE = 3  # words; a longer stretch without a verb may still be somebody's words
LONGEST_TERM = 7  # words after *known as*
LONGEST_TITLE = 10
_SMALL = frozenset("a an the of and or nor but in on at to for from by with as is vs v de la le el du von van".split())
_ARTICLES = frozenset(("the", "a", "an", "its", "his", "her", "their", "as"))
_POSSESSIVES = frozenset(("'s", "’s", "'", "’"))
_SUBJECTS = frozenset(("nsubj", "csubj"))
_PREDICATES = frozenset(("VERB", "AUX"))


class QuotedTerm(StrEnum):
    """Why quotation marks quote nobody."""

    TITLE = "title"
    NICKNAME = "nickname"
    NAMED = "named"
    SCARE = "scare"


@frozen(kw_only=True)
class _Words:
    introducing: tuple[str, ...]
    naming: frozenset[str]
    works: frozenset[str]
    makers: frozenset[str]


@cache
def _words() -> _Words:
    data = tomllib.loads(files(__package__).joinpath("data/quoted_terms.toml").read_text(encoding="utf8"))
    return _Words(
        introducing=tuple(data["introducing"]),
        naming=frozenset(data["naming"]),
        works=frozenset(data["works"]),
        makers=frozenset(data["makers"]),
    )


def quoted_term(document: Document, quoted: QuotedSpan) -> QuotedTerm | None:
    """Return why a quoted stretch is nobody's statement by itself, None where it may be one.

    In *Joaquín "El Chapo" Guzmán starred in "Night Tide"* the first is a nickname and the second a title. A few quoted
    words inside somebody's reported statement (*leave after a “decent interval,” he said*) are no statement
    of their own either: they give `SCARE`, and belong to the statement around them.
    """
    inside = [document.words[i] for i in document.words_within(quoted.inner)]
    words = [word for word in inside if _is_word(word)]
    if not words or (introduced := _is_introduced(document, words)):
        return QuotedTerm.NAMED if words and introduced else QuotedTerm.SCARE
    if _is_nickname(document, quoted, words):
        return QuotedTerm.NICKNAME
    framed = _is_framed(document, quoted)
    if _is_title(document, words, framed=framed):
        return QuotedTerm.TITLE
    return QuotedTerm.SCARE if not framed and _is_scare(document, quoted, words) else None


def quotes_nobody(document: Document, quoted: QuotedSpan) -> bool:
    """Tell whether a quoted stretch is no statement by itself, as in *the "so-called" truce*."""
    return quoted_term(document, quoted) is not None


def _form(word: Word) -> str:
    """Return a word without marks that the tokenizer left on it: *'Super*."""
    return word.text.strip("'\"‘’“”`")


def _is_word(word: Word) -> bool:
    return any(character.isalnum() for character in word.text)  # so that no form is empty


def _before(document: Document, words: Sequence[Word], count: int) -> list[Word]:
    """Return up to `count` words before quoted ones in their sentence, nearest first; an article is passed over."""
    first = document.sentence_of(words[0].index).first
    found = [word for word in reversed(document.words[first : words[0].index]) if _is_word(word)]
    return (found[1:] if found and found[0].lemma.lower() in _ARTICLES else found)[:count]


def _is_introduced(document: Document, words: Sequence[Word]) -> bool:
    """Whether *so-called*, *known as*, *a film called* or the like stands before the mark."""
    before = _before(document, words, 1)
    if not before or len(words) > LONGEST_TERM:
        return False
    start = document.sentence_of(words[0].index).first
    lead = document.slice(start, words[0].index - 1).lower() if words[0].index > start else ""
    lead = lead.rstrip("\"'“‘`«„ ").rstrip()
    bare = lead.rsplit(" ", 1)[0] if lead.rsplit(" ", 1)[-1] in _ARTICLES and not lead.endswith(" as") else lead
    if not any(f" {bare}".endswith((f" {phrase}", f"-{phrase}")) for phrase in _words().introducing):
        return False
    verb = document.words[before[0].index]
    if verb.upos != "VERB" or verb.lemma.lower() not in _words().naming:
        return True
    # a film called "Tide"; but in: what he called "a disaster", somebody speaks
    if any(word.lemma.lower() == "what" for word in document.words[max(start, verb.index - 6) : verb.index]):
        return False
    return not any(document.words[child].deprel in _SUBJECTS for child in document.children(verb.index))


def _is_nickname(document: Document, quoted: QuotedSpan, words: Sequence[Word]) -> bool:
    """Whether the quoted words stand between two parts of a name: *Earvin "Magic" Johnson*."""
    if len(words) > LONGEST_NICKNAME or not _form(words[0])[0].isupper():
        return False
    outside = [i for i in (words[0].index - 2, words[-1].index + 2) if 0 <= i < len(document.words)]
    if len(outside) < 2:
        return False
    before, after = (document.words[i] for i in outside)
    around = document.text[before.end : quoted.span.start] + document.text[quoted.span.end : after.start]
    if around.strip() or not (before.text[0].isupper() and after.text[0].isupper()):
        return False
    return before.upos == after.upos == "PROPN" or (before.entity != "O" and after.entity != "O")


def _is_framed(document: Document, quoted: QuotedSpan) -> bool:
    """Whether the words around show that somebody says the quoted ones: *said: “…”*, *“…,” he said*."""
    start, end = quoted.span.start, quoted.span.end
    before = document.text[max(0, start - 3) : start].rstrip()[-1:]
    inner = quoted.inner.of(document.text).rstrip()[-1:]
    after = document.text[end : end + 3].lstrip()[:1]
    if before and before in ":―—":
        return True
    inside = document.words_within(quoted.span)
    sentence = document.sentence_of(inside[0])
    near = [*range(max(sentence.first, inside[0] - 3), inside[0])]
    if (inner and inner in ",?!—") or after == ",":
        near += range(inside[-1] + 1, min(document.sentence_of(inside[-1]).last, inside[-1] + 6) + 1)
    return any(_reports(document.words[i]) for i in near)


def _reports(word: Word) -> bool:
    return word.upos == "VERB" and word.lemma.lower() in stance_lexicon().clausal


def _is_title(document: Document, words: Sequence[Word], *, framed: bool) -> bool:
    """Whether the quoted words are written as a title, outside a headline: *the film "Night Tide"*."""
    large = [form for word in words if (form := _form(word)).lower() not in _SMALL]
    if len(words) > LONGEST_TITLE or not large or not all(form[0].isupper() or form[0].isdigit() for form in large):
        return False
    before = _before(document, words, 3)
    kinds = _words().works | _words().makers
    if any(word.lemma.lower() in kinds for word in before):
        return True
    if not before and len(large) > 2:
        return not framed and _is_whole_sentence(document, words)  # a heading: ‘Legend of the Salt Mines.’
    if len(large) == 1 or not before or _is_headline(document, words):
        return False
    return not framed or before[0].text in _POSSESSIVES or before[0].text in ("on", "in", "at")


def _is_whole_sentence(document: Document, words: Sequence[Word]) -> bool:
    sentence = document.words_of(document.sentence_of(words[0].index))
    return sum(map(_is_word, sentence)) == len(words)


def _is_headline(document: Document, words: Sequence[Word]) -> bool:
    """Whether the sentence around the quoted words is capitalized throughout."""
    quoted = {word.index for word in words}
    sentence = document.words_of(document.sentence_of(words[0].index))
    others = [word for word in sentence if word.index not in quoted and _is_word(word) and len(word.text) > 3]
    return sum(word.text[0].isupper() for word in others) * 2 > len(others)


def _is_scare(document: Document, quoted: QuotedSpan, words: Sequence[Word]) -> bool:
    """Whether a word or two inside a clause are only held at a distance: *the “volunteers” at the border*."""
    if len(words) > LONGEST_SCARE or any(word.upos in _PREDICATES and word.deprel != "amod" for word in words):
        return False
    if _form(words[0])[0].isupper() and quoted.inner.of(document.text).rstrip()[-1:] in ".?!":
        return False
    return bool(_before(document, words, 1)) or _form(words[0])[0].islower()
