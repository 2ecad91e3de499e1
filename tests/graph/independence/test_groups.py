"""How many independent sources there are at least and at most."""

import pytest
from attrs import evolve

from attribution.graph.copies.copies import Overlap
from attribution.graph.independence.groups import group
from attribution.graph.independence.ties import Tie, ties_of_copies, ties_of_relays, ties_of_reports, ties_of_utterances
from attribution.graph.record import Record
from attribution.statements.statement import Speaker, SpeakerKind, Statement
from attribution.text.article import Article
from attribution.text.span import Span


def tie(one, other, is_sure=True):
    """Return a tie with a reason."""
    return Tie(one, other, is_sure, "same source")


@pytest.mark.parametrize(
    ("number", "ties", "voiceless", "independent"),
    [
        (0, [], [], (0, 0)),
        (1, [], [], (1, 1)),
        (3, [], [], (3, 3)),
        (3, [tie(0, 1)], [], (2, 2)),
        (3, [tie(0, 1), tie(1, 2)], [], (1, 1)),
        (3, [tie(0, 1, is_sure=False)], [], (2, 3)),
        (3, [tie(0, 1), tie(1, 2, is_sure=False)], [], (1, 2)),
        (3, [tie(0, 1, is_sure=False), tie(1, 2, is_sure=False)], [], (2, 3)),
        (4, [tie(i, j, is_sure=False) for i, j in ((0, 1), (0, 2), (1, 2), (2, 3))], [], (2, 4)),
        (4, [tie(0, 1, is_sure=False), tie(1, 2), tie(2, 3, is_sure=False)], [], (2, 3)),
        (2, [], [1], (1, 1)),
        (3, [], [1], (2, 2)),
        (2, [], [0, 1], (1, 2)),
    ],
)
def test_interval(number, ties, voiceless, independent):
    """Sure ties lower both ends, others the lower; who has no speaker may be anybody who says so too."""
    assert group(number, ties, voiceless).independent == independent


def test_groups_say_why():
    """Each group holds its statements, with the reasons that tie them."""
    found = group(3, [tie(0, 2)])

    assert found.groups == ((0, 2), (1,))
    assert found.reasons == (("same source",), ())


def record(article_id, text, *, speaker=None, outlet=None, told=""):
    """Return a record whose statement is the whole text."""
    article = Article(text=text, id=article_id, outlet=outlet)
    statement = Statement(
        id=article_id, article_id=article_id, text=text, content=(Span(0, len(text)),), speaker=speaker, told=told
    )
    return Record(statement=statement, article=article, claim_text=text)


def test_copies_carry_one_statement():
    """The same words in two versions of one text are one; other words in them, and the same words elsewhere, are not."""
    records = [
        record("a", "Nine people died when the ferry sank"),
        record("b", "nine people died when the ferry sank"),
        record("c", "Nine people died when the ferry sank"),
    ]
    overlap = Overlap(article_id="a", other_id="b", containment=0.6, shared=30)

    assert [(found.one, found.other) for found in ties_of_copies(records, [overlap])] == [(0, 1)]


def named(name, kind="person"):
    """Return a named speaker."""
    return Speaker(name=name, kind=SpeakerKind(kind), named=True)


RESIDENT = Speaker(name="a village resident", kind=SpeakerKind.PERSON)
SAID = "the road was blocked by cars and nobody could get through"


@pytest.mark.parametrize(
    ("first", "second", "words", "is_one"),
    [
        (RESIDENT, named("Ann Lee"), f"She saw that {SAID}", True),
        (named("Jun Ito"), named("the police", "organization"), SAID, True),
        (named("Ann Lee"), named("Lee"), SAID, True),
        (named("Ann Lee"), named("Jun Ito"), SAID, False),
        (RESIDENT, named("Ann Lee"), "the road was blocked by cars all day", False),
        (RESIDENT, None, SAID.upper(), True),
    ],
)
def test_the_same_words_are_one_utterance(first, second, words, is_one):
    """Eight words in a row in two articles were said once, unless two people with names are said to have said them."""
    records = [record("a", SAID, speaker=first), record("b", words, speaker=second)]

    assert [(found.one, found.other) for found in ties_of_utterances(records)] == [(0, 1)] * is_one


def test_one_article_may_repeat_its_words():
    """Two statements of one article are told apart by their speakers alone."""
    assert not list(ties_of_utterances([record("a", SAID, speaker=RESIDENT), record("a", SAID, speaker=None)]))


def test_a_relay_is_no_new_source():
    """*Reuters reported that …* and Reuters's own article, or what Reuters was told, come from one origin."""
    agency = Speaker(name="Reuters", kind=SpeakerKind.ORGANIZATION, named=True)
    own, relayed = record("a", "Nine died", outlet="Reuters"), record("b", "Nine died", speaker=agency)
    told, other = record("c", "Nine died", told="Reuters"), record("d", "Nine died", outlet="The Ledger")
    key = {"Reuters": "reuters", "The Ledger": "ledger"}

    found = {(one.one, one.other) for one in ties_of_relays([own, relayed, told, other], key)}

    assert found == {(0, 1), (1, 2)}


def test_who_reports_what_another_says_is_no_new_source():
    """*The minister said that experts believe …*: the experts say it, and the minister adds nothing."""
    minister = record("a", "experts believe that the bridge is safe", speaker=named("Jun Ito"))
    experts, other = record("a", "the bridge is safe", speaker=RESIDENT), record("b", "the bridge is safe")
    experts = evolve(experts, statement=evolve(experts.statement, parent=minister.statement.id))

    (tie,) = ties_of_reports([experts, other, minister])

    assert (tie.one, tie.other, tie.is_sure, tie.reason) == (2, 0, True, "Jun Ito reports what is said")
