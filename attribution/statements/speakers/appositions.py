"""Names behind descriptions of what bears them: *the utility, Upland Power,* and *the ferry's owner, Iria Lines,*."""

from collections.abc import Mapping, Sequence

from attribution.document.document import Document
from attribution.statements.speakers.mention import Form, Mention
from attribution.statements.speakers.name_mentions import PLACE_MARK
from attribution.statements.speakers.phrases import full_phrase
from attribution.statements.speakers.word_lists import uses
from attribution.statements.statement import SpeakerKind

ENDS = frozenset(', . ; : ) ” " — – --'.split())  # what closes an apposition
OF_ITS_OWN = frozenset("nsubj nsubj:pass obj conj".split())  # who does or is done to is no apposition
CLAUSE = 12  # words of a relative clause between a description and its name


def names_behind(document: Document, mentions: Sequence[Mention]) -> Mapping[int, int]:
    """Return the descriptions of bodies that a name follows in apposition: head word of one, head word of the other.

    In *the owner of the ferry, Iria Lines, said* it is the owner, in *the head of the company, Iria Lines, said* the
    company. Names of people are told by their roles instead, and a place is no company's name.
    """
    bodies = [mention for mention in mentions if mention.form is Form.DESCRIPTION and _may_be_body(mention)]
    ends = {full_phrase(document, mention.head)[1]: mention for mention in bodies}
    by_head = {mention.head: mention for mention in bodies}
    found: dict[int, int] = {}
    for name in mentions:
        if name.form is Form.NAME and name.kind is SpeakerKind.ORGANIZATION and PLACE_MARK not in name.nouns:
            before = _described(document, name, ends, by_head)
            if before is not None:
                found.setdefault(before.head, name.head)
    return found


def _may_be_body(mention: Mention) -> bool:
    """Whether a description can mean an organization: *the company*, and *the owner* where it is one."""
    if mention.plural or not mention.nouns:
        return False
    return mention.kind is SpeakerKind.ORGANIZATION or mention.nouns[0] in uses("owning")


def _described(
    document: Document, name: Mention, ends: Mapping[int, Mention], by_head: Mapping[int, Mention]
) -> Mention | None:
    words, sentence = document.words, document.sentences[name.sentence]
    comma = name.first - 1
    if comma > sentence.first and words[comma].upos == "DET":
        comma -= 1
    if comma <= sentence.first or words[comma].text != ",":
        return None
    if name.last < sentence.last and words[name.last + 1].text not in ENDS:
        return None
    before, own = ends.get(comma - 1), words[name.head]
    if before is not None and (own.deprel not in OF_ITS_OWN or _has_same_verb(document, before, name)):
        return before
    above = by_head.get(own.head)
    if own.deprel != "appos" or above is None or not 0 < comma - above.last <= CLAUSE:
        return None
    return above


def _has_same_verb(document: Document, description: Mention, name: Mention) -> bool:
    """Whether a parse has two subjects of one verb for a subject and its name: *the company, Iria Lines, said*."""
    one, other = document.words[description.head], document.words[name.head]
    return one.head == other.head and one.deprel == other.deprel
