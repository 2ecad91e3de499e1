"""What a party is called: its fullest name, or the description that tells most."""

from collections import Counter
from collections.abc import Sequence

from attribution.document.document import Document
from attribution.statements.speakers.counts import AT_LEAST
from attribution.statements.speakers.kinds import kind_of_noun, singular
from attribution.statements.speakers.mention import Form, Mention
from attribution.statements.speakers.names import fold
from attribution.statements.speakers.party import Party
from attribution.statements.speakers.phrases import PLAIN_HEADS, full_phrase
from attribution.statements.speakers.reading import Reading
from attribution.statements.speakers.word_lists import country_of, titles
from attribution.statements.statement import SpeakerKind

PUBLISHED = frozenset("released published conducted issued posted circulated leaked".split())


def name_of(reading: Reading, party: Party) -> str:
    """Return the fullest name of a party, its most telling description where it has none."""
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
        start, last = reading.phrases[mention.head]
        first = min(first, start)  # of a list each member but the first is known by its last words alone
        last = _before_participle(document, mention.head, last)
    if whole := _whole(reading, mention):
        return f"{document.slice(first, mention.head + 1)} {whole}"
    return " ".join(document.slice(first, last).split()).strip(" ,;:—–-")


def _whole(reading: Reading, mention: Mention) -> str:
    """Return whom *them* means where a description is a part of them: *the officials* for *one of them*."""
    document, pronoun = reading.document, mention.head + 2
    if pronoun > document.sentence_of(mention.head).last or document.words[pronoun].text.lower() != "them":
        return ""
    party = reading.party_of.get(pronoun)
    described = (one for one in party.mentions if one.form is Form.DESCRIPTION) if party is not None else ()
    group = next((one for one in described if one.plural and not is_counted(document, one)), None)
    return "" if group is None else f"the {uncounted(document, group)}"


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


def _coming_out(document: Document, head: int, last: int) -> int | None:
    """Return the word that begins when a document came out, and nothing more of it: *released in late August*."""
    rest = document.words[head + 1 : last + 1]
    word = document.words[head]
    is_document = kind_of_noun(singular(word.text, word.lemma)) is SpeakerKind.DOCUMENT
    dated = len(rest) > 1 and rest[0].text.lower() in PUBLISHED and rest[-1].entity.endswith("-Date")
    said_more = any(other.entity == "O" and other.upos in ("NOUN", "PROPN") for other in rest[1:])
    return head + 1 if is_document and dated and not said_more else None


def _before_participle(document: Document, head: int, last: int) -> int:
    """End a description before what the party does: *several judges* of *several judges handling lawsuits*."""
    if fold(document.words[head].text) in PLAIN_HEADS:
        return last
    came_out = _coming_out(document, head, last)
    for place in range(head + 1, last + 1):
        word = document.words[place]
        if place == came_out:
            return place - 1
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
    """Write a list as the article does, each name at its fullest: *Amina Haddad and Jun Ito* for *Haddad and Ito*.

    What stands in commas beside a name is left out: *Bob Ray and Ann Lee* for *the chairman, Bob Ray, and Ann Lee*.
    """
    document, pieces, place = reading.document, [], first
    for head in heads:
        party = reading.party_of.get(head)
        mention = next((mention for mention in party.mentions if mention.head == head), None) if party else None
        if party is None or mention is None or mention.form is not Form.NAME:
            continue
        if mention.first > place:
            is_aside = not any(place <= other < mention.first for other in heads)
            pieces.append(_between(document, place, mention.first, is_aside=is_aside))
        pieces.append(party.name)
        place = mention.last + 1
        if place <= last:
            pieces.append(document.text[document.words[mention.last].end : document.words[place].start])
    if place <= last and (document.words[place].text != "," or place <= heads[-1]):
        pieces.append(document.slice(place, last))
    return " ".join("".join(pieces).split())


def _between(document: Document, first: int, name: int, *, is_aside: bool) -> str:
    """Return the words of a list before a name, without titles; of an aside in commas only the *and* beside it."""
    words = document.words[first:name]
    if is_aside and any(word.text == "," for word in words) and any(word.upos == "NOUN" for word in words):
        return next((f" {word.text} " for word in reversed(words) if word.upos == "CCONJ"), "")
    ends = (*(word.start for word in words[1:]), document.words[name].start)
    kept = (
        document.text[word.start : end]
        for word, end in zip(words, ends, strict=True)
        if fold(word.text) not in titles()
    )
    return "".join(kept)


def uncounted(document: Document, mention: Mention) -> str:
    """Return a description without article, number and what follows: *port officials* of *three port officials*."""
    return _plain(document, mention.first, mention.head)


def counted(document: Document, mention: Mention) -> str:
    """Return whom a head counts, without article and number: *residents* of *dozens of residents*."""
    words, start = document.words, mention.head + 2
    end = document.sentence_of(mention.head).last
    nouns = (i for i in range(start, end + 1) if singular(words[i].text, words[i].lemma) == mention.nouns[0])
    last = next(nouns, None)
    return mention.nouns[0] if last is None or not mention.plural else _plain(document, start, last)


def _plain(document: Document, first: int, last: int) -> str:
    """Return the words up to a noun without article, number and quantity."""
    words = document.words
    while first < last and (
        words[first].upos in ("DET", "NUM", "ADV")
        or words[first].deprel in ("nummod", "det")
        or fold(words[first].text) in AT_LEAST
    ):
        first += 1
    return " ".join(document.slice(first, last).split())


def is_counted(document: Document, mention: Mention) -> bool:
    """Whether the head only counts: *dozens* of *dozens of residents*."""
    word = document.words[mention.head]
    return singular(word.text, word.lemma) != mention.nouns[0]
