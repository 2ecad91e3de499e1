"""Why an answer is one, in words: whose words were taken up, who is the same, and lines that fit a page."""

from types import SimpleNamespace

import pytest
from attrs import evolve

from attribution.corpus.answers import Answer
from attribution.corpus.corpus import Corpus
from attribution.corpus.explaining import WIDTH, explain
from attribution.corpus.storage.store import Store
from attribution.graph.identity.merge import Merge
from attribution.graph.record import Record
from attribution.graph.relation import Relation
from attribution.statements.statement import Speaker, SpeakerKind
from attribution.text.columns import display_width

CLAIM = "The bridge will close"


@pytest.fixture
def told(matcher, entry):
    """Return a corpus in which Ann Lee speaks in two articles, and an aide beside her in each."""
    store = Store()
    for number in range(2):
        made = entry(number)
        aide = evolve(made.statements[1], speaker=Speaker(name="an aide", kind=SpeakerKind.PERSON))
        store.add(evolve(made, statements=(made.statements[0], aide)))
    return Corpus(store, matcher=matcher)


def answer_of(record, **more):
    """Return a record as an answer."""
    known = evolve(record, **more)
    return Answer(claim=CLAIM, record=known, relation=Relation.SUPPORTS, score=0.9)


def words_of(answer, corpus):
    """Return the explanation of an answer on one line."""
    return " ".join(explain(answer, corpus._now().identities).split())


def test_whose_words_are_taken_up_is_said(told):
    """*An aide echoed Ann Lee's words*: she is named, and so is what she said."""
    spoken, echoed = told._now().records[:2]
    words = words_of(answer_of(echoed, claim_text=CLAIM, takes_up=(spoken.statement.id,)), told)

    assert f"takes up what Ann Lee said in the same article: {CLAIM}" in words
    assert "read as" not in words
    assert "takes up" not in words_of(answer_of(echoed, claim_text=CLAIM), told)


def test_words_of_somebody_who_is_not_known_are_taken_up(told):
    """A statement whose speaker the article does not tell can be taken up, too."""
    words = words_of(answer_of(told._now().records[1], takes_up=("statement:unknown",)), told)

    assert "takes up what somebody who is not named said" in words


@pytest.mark.parametrize(
    ("evidence", "shown"), [("Ann Lee | Ann Lee", "Ann Lee"), ("Ann Lee | Ann M. Lee", "Ann Lee | Ann M. Lee")]
)
def test_two_mentions_of_one_name_are_one(told, evidence, shown):
    """Why Ann Lee is one source in two articles is said once, not as *Ann Lee | Ann Lee*."""
    known = told._now().identities
    record = told._now().records[0]
    source = evolve(known.by_id[known.source_of[record.statement.id]], article_ids=("article:0", "article:1"))
    merge = Merge(source_id=source.id, one="a", other="b", score=0.97, method="same name", evidence=evidence)
    identities = SimpleNamespace(by_id={source.id: source}, source_of={}, merges=(merge,))

    assert f"in 2 articles (same name: {shown})" in " ".join(
        explain(evolve(answer_of(record), source_id=source.id), identities).split()
    )


def test_lines_fit_a_page_and_are_safe(told):
    """A long content is folded, and nothing in it acts on a terminal."""
    record: Record = told._now().records[0]
    long = answer_of(record, claim_text="far " * 60 + "\x1b[2J")
    shown = explain(long, told._now().identities)

    assert all(display_width(line) <= WIDTH for line in shown.splitlines())
    assert "\x1b" not in shown
    assert "\n  far far" in shown
