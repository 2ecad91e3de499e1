"""What answers amount to by the identities of the corpus: organizations under all their names."""

import pytest
from attrs import evolve

from attribution.corpus.answers import Answer, Answers
from attribution.corpus.corpus import Corpus
from attribution.corpus.storage.store import Store
from attribution.corpus.weighing import weigh
from attribution.graph.relation import Relation
from attribution.statements.statement import Speaker, SpeakerKind


def person(name, *bodies, former=False):
    """Return a named person of some organizations."""
    role = "former head" if former else "head"
    return Speaker(
        name=name,
        kind=SpeakerKind.PERSON,
        named=True,
        organizations=bodies,
        count=(1, 1),
        role=role if bodies else "",
        former=former,
    )


def body(name):
    """Return a named organization."""
    return Speaker(name=name, kind=SpeakerKind.ORGANIZATION, named=True, count=(1, 1))


@pytest.fixture
def spoken(matcher, entry):
    """Return what makes a corpus in which each of some speakers makes one statement in an article of their own."""

    def corpus_of(*speakers):
        store = Store()
        for number, speaker in enumerate(speakers):
            made = entry(number)
            store.add(evolve(made, statements=(evolve(made.statements[0], speaker=speaker), made.statements[1])))
        return Corpus(store, matcher=matcher)

    return corpus_of


def weighed(corpus):
    """Return what all statements with a speaker amount to, as if they supported one claim."""
    now = corpus._now()
    answers = tuple(
        Answer(
            claim="c",
            record=record,
            relation=Relation.SUPPORTS,
            score=0.9,
            source_id=now.identities.source_of[record.statement.id],
        )
        for record in now.records
        if record.statement.speaker is not None
    )
    return weigh("c", Answers("c", answers), now, {})


@pytest.mark.parametrize(
    ("speakers", "by_organization", "is_one"),
    [
        ([person("Ann Lee", "Iria Lines"), person("Jun Ito", "Iria Lines Inc.")], {"Iria Lines Inc.": 2}, True),
        (
            [person("Ann Lee", "Crown Prosecution Service"), person("Jun Ito", "the CPS")],
            {"Crown Prosecution Service": 2},
            True,
        ),
        ([person("Ann Lee", "Iria Lines"), body("the Iria Lines")], {"the Iria Lines": 2}, True),
        ([person("Ann Lee", "Iria Lines"), person("Jun Ito", "Talon Air")], {"Iria Lines": 1, "Talon Air": 1}, False),
        ([person("Ann Lee", "India"), person("Jun Ito", "India")], {"India": 2}, False),
        (
            [person("Ann Lee", "Iria Lines"), person("Jun Ito", "Iria Lines", former=True)],
            {"Iria Lines": 1},
            False,
        ),
    ],
)
def test_organizations_are_those_of_the_corpus(spoken, speakers, by_organization, is_one):
    """One body under two names counts as one; a country is no one body, and who has left does not speak for it."""
    found = weighed(spoken(*speakers))

    assert found.by_organization == by_organization
    assert ("one_organization" in found.flags) is is_one


def test_what_the_user_says_of_bodies_counts(spoken):
    """The police of two towns, once they are parted, are no one organization; two names that are joined are one."""
    parted, joined = spoken(body("the police"), body("the police")), spoken(body("Talon Air"), body("Blue Wing"))
    one, other = (record.statement.id for record in parted._now().records if record.statement.speaker)
    parted.separate(one, other)
    joined.merge("Talon Air", "Blue Wing")

    assert weighed(parted).independent == (2, 2)
    assert "one_organization" not in weighed(parted).flags
    assert weighed(joined).by_organization == {"Talon Air": 2}
