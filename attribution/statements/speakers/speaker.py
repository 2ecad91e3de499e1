"""Make the speaker of a statement from its party."""

from collections import Counter
from collections.abc import Iterable, Sequence

from attrs import evolve

from attribution.document.document import Document
from attribution.statements.speakers.counts import Count, count_of
from attribution.statements.speakers.kinds import singular
from attribution.statements.speakers.mention import Form, Mention
from attribution.statements.speakers.names import fold
from attribution.statements.speakers.organizations import organizations_of
from attribution.statements.speakers.party import Party
from attribution.statements.speakers.phrases import PLAIN_HEADS, full_phrase
from attribution.statements.speakers.reading import Reading
from attribution.statements.speakers.role_phrases import Role
from attribution.statements.speakers.word_lists import country_of, titles, uses
from attribution.statements.statement import Speaker, SpeakerKind
from attribution.text.span import Span

UNTELLING = uses("untelling")
NAMED_DOCUMENTS = uses("named_documents")


def speaker_of(reading: Reading, party: Party, sure: float) -> Speaker:
    """Return the value of a party: its fullest name or most telling description, its role, for whom it speaks.

    A list is one speaker with all its members: *Amina Haddad and Jun Ito*.
    """
    name = _name(reading, party)
    members = party.members or (party,)
    speaking_for = (member for member in members if member.kind is not SpeakerKind.ORGANIZATION)
    return Speaker(
        name=name,
        kind=_kind(party),
        named=_is_named(reading.document, party),
        role="; ".join(dict.fromkeys(filter(None, (_role(reading, member) for member in members)))),
        organizations=tuple(dict.fromkeys(body for one in speaking_for for body in organizations_of(reading, one))),
        former=any(role.former for role in _best_roles(party)),
        count=_count(party, name),
        mentions=_spans(reading.document, party),
        confidence=sure,
    )


def list_of(reading: Reading, heads: Sequence[int], first: int, last: int) -> Party:
    """Return the party that several parties are together; words `first` to `last` name them."""
    members = tuple(reading.party_of[head] for head in heads)
    for place in range(heads[0], heads[-1]):
        found = reading.party_of.get(place)
        if found is not None and found.members and set(map(id, found.members)) == set(map(id, members)):
            return found
    party = Party(kind=SpeakerKind.GROUP, plural=True, members=members)
    one = next(mention for mention in members[0].mentions if mention.head == heads[0])
    party.add(evolve(one, form=Form.LIST, first=min(first, heads[0]), last=max(last, heads[-1]), plural=True, name=""))
    return party


def _name(reading: Reading, party: Party) -> str:
    document = reading.document
    if party.name and party.kind is SpeakerKind.PERSON:
        return party.name
    if party.name:
        return _with_article(document, party)
    if party.members:
        mention = party.mentions[0]
        heads = [
            other.head
            for member in party.members
            for other in member.mentions
            if mention.first <= other.head <= mention.last
        ]
        return list_name(reading, sorted(heads), mention.first, mention.last)
    best = ""
    for mention in party.mentions:
        if mention.form is Form.PRONOUN:
            continue
        words = phrase_words(reading, mention)
        if _telling(words) > _telling(best):
            best = words
    return best or " ".join(document.slice(party.mentions[0].first, party.mentions[0].last).split())


def _telling(words: str) -> tuple[int, int]:
    """How much a description tells: its words but for articles, and whether it introduces somebody."""
    split = words.split()
    small = [word for word in split if word.lower() in ("the", "a", "an", "this", "that", "these", "those")]
    return (
        len(split) - len(small),
        int(bool(split) and split[0].lower() not in ("the", "this", "that", "these", "those")),
    )


def phrase_words(reading: Reading, mention: Mention) -> str:
    """Return the description that a mention gives: its phrase with what follows it, without relative clauses."""
    document = reading.document
    first, last = full_phrase(document, mention.head)
    first, last = min(first, mention.first), max(last, mention.last)
    if mention.kind is SpeakerKind.DOCUMENT and last == mention.head:
        last = _complement(document, last)
    if mention.head in reading.phrases:
        first, last = reading.phrases[mention.head]
        last = _before_participle(document, mention.head, last)
    return " ".join(document.slice(first, last).split()).strip(" ,;:—–-")


def _complement(document: Document, head: int) -> int:
    """Return the end of what a document is to, from or about; parses hang it on the verb: *sent a letter to X*."""
    words, place = document.words, head + 1
    end = document.sentence_of(head).last
    if place > end or words[place].text.lower() not in ("to", "from", "by", "about", "on", "of"):
        return head
    while (
        place <= end
        and place - head < 10
        and words[place].upos in ("ADP", "DET", "NOUN", "PROPN", "ADJ", "PART", "NUM")
    ):
        place += 1
    while words[place - 1].upos not in ("NOUN", "PROPN", "NUM"):
        place -= 1
    return max(head, place - 1)


def _before_participle(document: Document, head: int, last: int) -> int:
    """End a description before what the party does: *several judges* of *several judges handling lawsuits*."""
    if fold(document.words[head].text) in PLAIN_HEADS:
        return last
    for place in range(head + 1, last + 1):
        word = document.words[place]
        is_participle = word.upos in ("VERB", "AUX") and word.text.endswith("ing")
        if word.text == "being" or (is_participle and word.deprel not in ("amod", "compound")):
            return place - 1
    return last


def _with_article(document: Document, party: Party) -> str:
    """Return an organization's fullest name with its article where the text gives one: *the Iraqi army*."""
    name = party.name
    if name.lower() in country_of():
        # *the U.S.* where the article mostly says so
        forms = Counter(mention.name for mention in party.mentions if mention.form is Form.NAME)
        name = forms.most_common(1)[0][0] if forms else name
    found = [mention for mention in party.mentions if mention.form is Form.NAME and mention.name == name]
    before = Counter(document.words[mention.first - 1].text if mention.first else "" for mention in found)
    articles = before["the"] + before["The"]
    article = "" if 2 * articles <= len(found) else "the " if before["the"] else "The "
    return article + name


def list_name(reading: Reading, heads: Sequence[int], first: int, last: int) -> str:
    """Write a list as the article does, each name at its fullest: *Amina Haddad and Jun Ito* for *Haddad and Ito*."""
    document, pieces, place = reading.document, [], first
    for head in heads:
        party = reading.party_of.get(head)
        mention = next((mention for mention in party.mentions if mention.head == head), None) if party else None
        if party is None or mention is None or mention.form is not Form.NAME:
            continue
        if mention.first > place:
            between = [word for word in document.words[place : mention.first] if fold(word.text) not in titles()]
            pieces.append("".join(f"{word.text} " for word in between))
        pieces.append(party.name)
        place = mention.last + 1
        if place <= last:
            pieces.append(document.text[document.words[mention.last].end : document.words[place].start])
    if place <= last:
        pieces.append(document.slice(place, last))
    return " ".join("".join(pieces).split())


def _kind(party: Party) -> SpeakerKind:
    kinds = {_kind(member) for member in party.members}
    if kinds:
        return kinds.pop() if kinds in ({SpeakerKind.ORGANIZATION}, {SpeakerKind.DOCUMENT}) else SpeakerKind.GROUP
    if party.kind is SpeakerKind.PERSON and party.plural:
        return SpeakerKind.GROUP
    return party.kind


def _is_named(document: Document, party: Party) -> bool:
    if party.kind is SpeakerKind.DOCUMENT and not party.names:
        return any(
            set(mention.nouns) & NAMED_DOCUMENTS
            and any(
                word.upos == "PROPN"
                for word in document.words[mention.first : full_phrase(document, mention.head)[1] + 1]
            )
            for mention in party.mentions
            if mention.form is Form.DESCRIPTION
        )
    return bool(party.names) or any(_is_named(document, member) for member in party.members)


def _best_roles(party: Party) -> list[Role]:
    telling = [role for role in party.roles if role.noun or role.weight]
    return sorted(telling, key=lambda role: (-role.weight, role.first))[:1]


def _role(reading: Reading, party: Party) -> str:
    document = reading.document
    for role in _best_roles(party):
        return " ".join(document.slice(role.first, role.last).split())
    if party.kind not in (SpeakerKind.PERSON, SpeakerKind.GROUP) or party.names:
        return ""
    for mention in party.mentions:
        if mention.form is Form.DESCRIPTION and mention.nouns and not set(mention.nouns) & UNTELLING:
            if document.words[mention.head].upos in ("NUM", "DET") or _is_counted(document, mention):
                return mention.nouns[0]
            first = mention.first
            while first < mention.head and (
                document.words[first].upos in ("DET", "NUM", "ADV") or document.words[first].deprel in ("nummod", "det")
            ):
                first += 1
            return " ".join(document.slice(first, mention.head).split())
    return ""


def _is_counted(document: Document, mention: Mention) -> bool:
    """Whether the head only counts: *dozens* of *dozens of residents*."""
    word = document.words[mention.head]
    return singular(word.text, word.lemma) != mention.nouns[0]


def _count(party: Party, name: str) -> Count:
    if party.names and not party.plural:
        return (1, 1)
    if party.members:
        return _sum(_count(member, member.name or name) for member in party.members)
    return count_of(name, plural=party.plural)


def _sum(counts: Iterable[Count]) -> Count:
    every = list(counts)
    highs = [high for _, high in every]
    return sum(low for low, _ in every), None if None in highs else sum(filter(None, highs))


def _spans(document: Document, party: Party) -> tuple[Span, ...]:
    return tuple(sorted({document.span(mention.first, mention.last) for mention in party.mentions}))
