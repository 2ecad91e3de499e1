"""What kind of party a noun means: a person or several, an organization, a document."""

from functools import lru_cache

from attribution.statements.speakers.mention import Gender
from attribution.statements.speakers.names import fold
from attribution.statements.speakers.word_lists import genders, words
from attribution.statements.statement import SpeakerKind

PERSON_ENDINGS = (
    "ist",
    "ician",
    "woman",
    "ologist",
    "ographer",
    "maker",
    "keeper",
    "holder",
    "goer",
    "crat",
    "phile",
    "eer",
    "person",
)


@lru_cache(maxsize=20_000)
def kind_of_noun(noun: str) -> SpeakerKind:
    """Return what a noun means in the singular: *spokesman* a person, *ministry* an organization, *poll* a document.

    Of *news-like* compounds the last part decides: *co-founder*, *vice-chair*.
    """
    for form in (noun, noun.rpartition("-")[2], noun.removeprefix("ex-")):
        for name, kind in (
            ("person_nouns", SpeakerKind.PERSON),
            ("group_nouns", SpeakerKind.GROUP),
            ("organization_nouns", SpeakerKind.ORGANIZATION),
            ("document_nouns", SpeakerKind.DOCUMENT),
        ):
            if form in words(name):
                return kind
    if noun.endswith(PERSON_ENDINGS) or noun.endswith("man"):
        return SpeakerKind.PERSON
    return SpeakerKind.UNKNOWN


@lru_cache(maxsize=20_000)
def gender_of_noun(noun: str) -> Gender:
    """Return the gender that a noun tells: *spokeswoman*, *father*."""
    known = genders("gendered_nouns")
    return known.get(noun) or known.get(noun.removeprefix("ex-")) or Gender.UNKNOWN


IRREGULAR = {
    "men": "man", "women": "woman", "children": "child", "wives": "wife", "people": "people", "media": "media",
    "police": "police", "alumni": "alumnus", "data": "data", "thieves": "thief", "news": "news", "series": "series",
}  # fmt: skip


@lru_cache(maxsize=20_000)
def singular(text: str, lemma: str) -> str:
    """Return the singular of a noun in lower case: *spokesman* for *Spokesmen*.

    Lemmas of capitalized plurals are often the plurals themselves (*Protesters*, *Officials*), those of words in
    capitals at times no words at all (*MODERATOR*); the word lists tell.
    """
    if kind_of_noun(fold(text)) is not SpeakerKind.UNKNOWN:
        return fold(text)
    noun = fold(lemma or text)
    if noun != fold(text):
        return noun
    for plural, one in IRREGULAR.items():
        if noun.endswith(plural):
            return noun.removesuffix(plural) + one
    if noun.endswith("s"):
        for form in (
            noun[:-1],
            noun[:-2] if noun.endswith("es") else "",
            noun[:-3] + "y" if noun.endswith("ies") else "",
        ):
            if form and kind_of_noun(form) is not SpeakerKind.UNKNOWN:
                return form
    return noun


def is_plural(text: str, lemma: str) -> bool:
    """Tell whether a noun means several: *officials*, *people*, not *news*."""
    noun = singular(text, lemma)
    if noun == fold(text) and noun.endswith("s") and not text.isupper():
        return kind_of_noun(noun) is SpeakerKind.UNKNOWN and noun.endswith(
            ("aires", "ers", "ists", "ors", "ians", "ants")
        )
    return noun in ("people", "folk") or (noun != fold(text) and not text.isupper())
