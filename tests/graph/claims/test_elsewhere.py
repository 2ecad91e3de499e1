"""Statements that endorse or reject what another article of the same event reports."""

import pytest
from attrs import evolve

from attribution.graph.claims.claim import Claim
from attribution.graph.claims.elsewhere import links_of, taken_up_elsewhere
from attribution.graph.record import Record
from attribution.graph.relation import Relation
from attribution.statements.statement import Speaker, SpeakerKind, Stance, Statement
from attribution.text.article import Article
from attribution.text.span import Span

EVENT = "There was a fire in Tarn, where Halden runs the Corvo refinery near Selm."
MINISTRY = Speaker(name="the Labor Ministry", kind=SpeakerKind.ORGANIZATION, named=True)
OFFICIAL = Speaker(name="an official", kind=SpeakerKind.PERSON, organizations=("the Labor Ministry",))
HOLM = Speaker(name="Greta Holm", kind=SpeakerKind.PERSON, named=True, role="chief executive")
MENK = Speaker(name="Dora Menk", kind=SpeakerKind.PERSON, named=True, role="Fire Chief")


def record(speaker, cue, content, published="2026-05-05", *, stance="asserts", event=EVENT):
    """Return a statement that is the last sentence of an article on the fire."""
    text = f"{event} On {published} {speaker.name} {cue} {content}."
    start, at = text.index(f" {cue} {content}.") + 1, len(text) - 1
    article = Article(text=text, published=published)
    statement = Statement(
        id=f"statement:{speaker.name} {cue} {content}",
        article_id=article.id,
        text=content,
        cue=(Span(start, start + len(cue)),),
        content=(Span(at - len(content), at),),
        speaker=speaker,
        stance=Stance(stance),
    )
    return Record(statement=statement, article=article, claim_text=content)


SAID = record(MINISTRY, "said", "warnings were ignored", "2026-05-04")
BLAMED = record(OFFICIAL, "accused", "Halden of negligence", "2026-05-04")


def claims_of(records):
    """Return a claim for each text."""
    texts = dict.fromkeys(one.claim_text for one in records)
    return [
        Claim(id=f"claim:{text}", text=text, statement_ids=[r.statement.id for r in records if r.claim_text == text])
        for text in texts
    ]


def taken(*records):
    """Return the content that each statement takes up."""
    found = taken_up_elsewhere(records, {one.statement.id: one.claim_text for one in records})
    return {by.statement_id.split(":")[1]: by.other_id.split(":")[1] for by in found}


@pytest.mark.parametrize(
    ("cue", "content", "stance", "earlier", "other"),
    [
        ("rejected", "the Labor Ministry’s report", "denies", [SAID], "the Labor Ministry said warnings were ignored"),
        ("rejected", "the ministry’s report", "denies", [SAID], "the Labor Ministry said warnings were ignored"),
        ("confirmed", "the account of the ministry", "asserts", [SAID], "the Labor Ministry said warnings were ignored"),
        (
            "denied", "the ministry’s accusations", "denies", [SAID, BLAMED],
            "an official accused Halden of negligence",
        ),
        (
            "disputed", "the fire chief’s account", "denies", [record(MENK, "said", "it began in a pump", "2026-05-04")],
            "Dora Menk said it began in a pump",
        ),
    ],
)  # fmt: skip
def test_the_owner_of_the_words_spoke_in_an_earlier_article(cue, content, stance, earlier, other):
    """By name, by the last word of a body's name, by role; of two statements the one that is the deed meant."""
    answer = record(HOLM, cue, content, stance=stance)

    assert taken(*earlier, answer) == {f"Greta Holm {cue} {content}": other}


@pytest.mark.parametrize(
    "records",
    [
        [SAID, BLAMED, record(HOLM, "rejected", "the ministry’s report", stance="denies")],
        [SAID, record(HOLM, "rejected", "the ministry’s report", "2026-05-04", stance="denies")],
        [SAID, record(HOLM, "rejected", "the ministry’s report", "2026-05-20", stance="denies")],
        [SAID, record(HOLM, "rejected", "the ministry’s report", stance="denies", event="It rained in Vale.")],
        [SAID, record(HOLM, "rejected", "the ministry’s plan", stance="denies")],
        [SAID, record(HOLM, "did not confirm", "the ministry’s report", stance="doubts")],
        [SAID, record(HOLM, "rejected", "the union’s report", stance="denies")],
        [
            record(MENK, "denied", "there was a leak", "2026-05-04", stance="denies"),
            record(HOLM, "echoed", "Menk’s view"),
        ],
        [record(MENK, "said", "it rained", "2026-05-04"), record(MENK, "repeated", "Menk’s claim")],
    ],
)
def test_where_it_is_not_clear_nothing_is_linked(records):
    """Two claims, the same day, another week, another event, no words, no side taken, nobody there, a denial, oneself."""
    assert taken(*records) == {}


def test_nothing_is_looked_for_where_the_article_tells():
    """What takes up words of its own article needs no other."""
    answer = evolve(record(HOLM, "rejected", "the ministry’s report", stance="denies"), takes_up=("statement:here",))

    assert taken(SAID, answer) == {}


def test_who_rejects_them_contradicts_the_claim():
    """The link goes to the claim of what was said, with the side that the cue takes."""
    answer = record(HOLM, "rejected", "the ministry’s report", stance="denies")
    records = [SAID, answer]
    taken_up = taken_up_elsewhere(records, {one.statement.id: one.claim_text for one in records})
    links = list(links_of(taken_up, records, claims_of(records)))

    assert [(one.claim_id, one.relation) for one in links] == [("claim:warnings were ignored", Relation.CONTRADICTS)]
    assert 0 < links[0].score < 1
