"""Parties named together: *Amina Haddad and Jun Ito*, *the army, the police and two residents*."""

from collections.abc import Iterator, Mapping, Sequence

from attribution.document.document import Document
from attribution.statements.speakers.mention import Form, Mention, Place
from attribution.statements.speakers.names import fold
from attribution.statements.speakers.source_heads import apposed_members
from attribution.statements.speakers.word_lists import titles
from attribution.statements.statement import SpeakerKind

JOINING = frozenset(("and", "&", "or"))


def find_lists(document: Document, mentions: Sequence[Mention]) -> Iterator[tuple[Mention, tuple[int, ...]]]:
    """Yield a mention for each list of mentions, its head the conjunction, with the head words of its members."""
    by_head = {mention.head: mention for mention in mentions}
    starts = {mention.first: mention for mention in mentions}
    for mention in mentions:
        if mention.form is Form.PRONOUN:
            continue
        members = (mention.head, *_joined(document, mention.head, by_head))
        if len(members) == 1 and (next_to := _next_to(document, mention, starts)) is not None:
            members = (mention.head, next_to.head)
        conjunction = _conjunction(document, members) if len(members) > 1 else None
        if conjunction is not None:
            opens = mention.first - (mention.first > 0 and document.words[mention.first - 1].upos == "DET")
            yield _list(mention, opens, by_head[members[-1]], conjunction), members


def _joined(document: Document, head: int, by_head: Mapping[int, Mention]) -> tuple[int, ...]:
    """Return the heads of the mentions that the parse joins to one."""
    words, apposed = document.words, apposed_members(document, head)
    return tuple(
        child
        for child in document.children(head)
        if child > head
        and (words[child].deprel == "conj" or child in apposed)
        and child in by_head
        and by_head[child].form is not Form.PRONOUN
    )


def _next_to(document: Document, mention: Mention, starts: Mapping[int, Mention]) -> Mention | None:
    """Return the name that only *and* parts from a name, whatever the parse says."""
    words, place = document.words, mention.last + 1
    if mention.form is not Form.NAME or mention.place is Place.MODIFIER:
        return None
    if place >= len(words) - 1 or words[place].text.lower() not in JOINING:
        return None
    place += 1
    while place < len(words) - 1 and (words[place].upos == "DET" or fold(words[place].text) in titles()):
        place += 1
    other = starts.get(place)
    same = other is not None and other.form is Form.NAME and other.kind is mention.kind
    return other if same and other is not None and other.place is not Place.MODIFIER else None


def _conjunction(document: Document, members: tuple[int, ...]) -> int | None:
    words = document.words
    for place in range(members[-1] - 1, members[-2], -1):
        if words[place].upos == "CCONJ":
            return place if words[place].text.lower() in JOINING else None
    return None


def _list(first: Mention, opens: int, last: Mention, conjunction: int) -> Mention:
    same = first.kind is last.kind and first.kind is not SpeakerKind.PERSON
    return Mention(
        first=opens,
        last=last.last,
        head=conjunction,
        sentence=first.sentence,
        paragraph=first.paragraph,
        form=Form.LIST,
        kind=first.kind if same else SpeakerKind.GROUP,
        place=first.place,
        plural=True,
        quoted=first.quoted,
    )
