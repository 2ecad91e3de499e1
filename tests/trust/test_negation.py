"""A *not* more turns support into contradiction, and two of them back into support."""

import pytest

from attribution import read_text
from attribution.corpus.corpus import Corpus
from attribution.graph.matching.bearing import Comparison, chances_of, relation_of
from attribution.graph.matching.matcher import open_matcher

# what the example articles report, and its denial
CONTENTS = [
    ("the ferry had been overloaded", "the ferry had not been overloaded"),
    ("the engine had been repaired in December", "the engine had not been repaired in December"),
    ("the minister should resign", "the minister should not resign"),
    ("the tank had been leaking since winter", "the tank had not been leaking since winter"),
    ("the sensor was repaired within hours", "the sensor was not repaired within hours"),
    ("an emergency order had been drafted", "an emergency order had not been drafted"),
    ("the board would vote on March 22", "the board would not vote on March 22"),
    ("the line could be shut without damaging it", "the line could not be shut without damaging it"),
    ("his country had paid every invoice on time", "his country had not paid every invoice on time"),
    ("all clinical systems have been restored", "all clinical systems have not been restored"),
]


@pytest.mark.parametrize(("plain", "denied"), CONTENTS)
def test_a_not_turns_the_relation(plain, denied):
    """A statement supports the claim that it makes and contradicts its denial, whichever of the two is denied."""
    pairs = [(plain, plain), (denied, denied), (plain, denied), (denied, plain)]
    judged = dict(zip(pairs, map(chances_of, open_matcher().judge(pairs)), strict=True))

    relations = [
        relation_of(
            Comparison(
                statement=said, claim=asked, likeness=0.9, forth=judged[said, asked], back=judged[asked, said]
            ).settled()
        ).value
        for said, asked in pairs
    ]

    assert relations == ["supports", "supports", "contradicts", "contradicts"]


def test_a_denial_is_an_answer():
    """Where somebody denies what is asked, in its own words, the denial is found."""
    found = [
        relations(f"Joana Brito, the mayor of Pero, said on Tuesday that {denied}.", plain)
        for plain, denied in CONTENTS
    ]

    assert found == [["contradicts"]] * len(CONTENTS)


def test_the_same_words_are_an_answer():
    """Where somebody says what is asked, in its own words, plainly or with a *not*, it supports."""
    sentences = [pair[place] for pair in CONTENTS for place in (0, 1)]

    found = [relations(f"Joana Brito, the mayor of Pero, said on Tuesday that {words}.", words) for words in sentences]

    assert found == [["supports"]] * len(sentences)


def relations(sentence, claim):
    """Return how the statements of a small article stand to a claim."""
    corpus = Corpus()
    corpus.add_many([read_text(f"PERO — {sentence} The market stayed open in the evening.", title="Pero")])
    return [answer.relation.value for answer in corpus.who_said(claim[0].upper() + claim[1:])]
