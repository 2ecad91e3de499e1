"""Statements that stand again in a copy of their article repeat a claim instead of supporting it."""

import pytest
from attrs import evolve

from attribution.graph.claims.claim import Claim
from attribution.graph.claims.repeating import with_repeats
from attribution.graph.copies.copies import Overlap
from attribution.graph.record import Record
from attribution.graph.relation import Link, Relation
from attribution.statements.statement import Speaker, SpeakerKind, Statement
from attribution.text.article import Article
from attribution.text.span import Span

TEXT = "Nine people died"
CLAIM = Claim(id="claim", text=TEXT, statement_ids=("a", "b", "c"))
COPY = [Overlap(article_id="article:a", other_id="article:b", containment=0.9, shared=40)]


def record(identity, published, speaker="Ann Lee"):
    """Return a record whose statement is the whole text."""
    article = Article(text=TEXT, id=f"article:{identity}", published=published)
    who = Speaker(name=speaker, kind=SpeakerKind.PERSON, named=True)
    statement = Statement(id=identity, article_id=article.id, text=TEXT, content=(Span(0, len(TEXT)),), speaker=who)
    return Record(statement=statement, article=article, claim_text=TEXT)


def link(identity, relation="supports"):
    """Return the link of a statement to the claim."""
    return Link(
        statement_id=identity, claim_id="claim", relation=Relation(relation), score=1.0, method="m", evidence="e"
    )


@pytest.mark.parametrize(
    ("dates", "speakers", "repeats"),
    [
        (("2026-03-01", "2026-03-02", "2026-03-03"), ("Ann Lee", "Ann Lee", "Ann Lee"), {"b"}),
        (("2026-03-02", "2026-03-01", "2026-03-03"), ("Ann Lee", "Ann Lee", "Ann Lee"), {"a"}),
        (("", "2026-03-02", ""), ("Ann Lee", "Ann Lee", "Ann Lee"), {"a"}),
        (("2026-03-01", "2026-03-02", "2026-03-03"), ("Ann Lee", "Jun Ito", "Ann Lee"), set()),
    ],
)
def test_the_later_copy_repeats(dates, speakers, repeats):
    """Only a copy of the article, by the same speaker; another article of the same speaker supports."""
    records = [record(*one) for one in zip("abc", dates, speakers, strict=True)]
    found = with_repeats([link(one) for one in "abc"], [CLAIM], records, COPY)

    assert {one.statement_id for one in found if one.relation is Relation.REPEATS} == repeats
    assert all(evolve(one, relation=Relation.SUPPORTS) == link(one.statement_id) for one in found)


def test_what_contradicts_stays():
    """A denial in a copy contradicts the claim there, too."""
    records = [record("a", "2026-03-01"), record("b", "2026-03-02")]
    claim = evolve(CLAIM, statement_ids=("a", "b"))
    found = with_repeats([link("a", "contradicts"), link("b", "contradicts")], [claim], records, COPY)

    assert [one.relation.value for one in found] == ["contradicts", "contradicts"]
