"""Lists of speakers that stand within each other."""

from attribution.document.document import Document, Sentence, Word
from attribution.statements.speakers.reading import read_parties

# Drivers go with nurses, and residents with parents, whatever sense that makes: both lists are joined by the one *and*.
WORDS = [
    ("Drivers", "driver", "NOUN", 10, "nsubj"),
    (",", ",", "PUNCT", 2, "punct"),
    ("residents", "resident", "NOUN", 0, "conj"),
    ("and", "and", "CCONJ", 4, "cc"),
    ("nurses", "nurse", "NOUN", 0, "conj"),
    ("who", "who", "PRON", 6, "nsubj"),
    ("commute", "commute", "VERB", 4, "acl:relcl"),
    (",", ",", "PUNCT", 9, "punct"),
    ("unpaid", "unpaid", "ADJ", 9, "amod"),
    ("parents", "parent", "NOUN", 2, "conj"),
    ("sued", "sue", "VERB", -1, "root"),
]


def parsed():
    """Return the document."""
    words, at = [], 0
    for i, (text, lemma, upos, head, deprel) in enumerate(WORDS):
        words.append(Word(i, text, at, at + len(text), lemma, upos, head, deprel))
        at += len(text) + 1
    return Document(" ".join(word for word, *_ in WORDS), tuple(words), (Sentence(0, 0, len(words) - 1),))


def test_lists_can_share_their_conjunction():
    """Each list has its own members: reading failed when one took the other's, which were not read yet."""
    reading = read_parties(parsed(), {0: (0, 9)})

    plain = {reading.document.words[head].text for head, party in reading.party_of.items() if not party.members}
    lists = {tuple(member.mentions[0].head for member in party.members) for party in reading.recent.values()} - {()}
    assert {"Drivers", "residents", "nurses", "parents"} <= plain
    assert (2, 9) in lists
    assert any(4 in members for members in lists)
