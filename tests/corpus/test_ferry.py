"""A corpus of twelve articles of five outlets on one invented event, read and asked with the models that ship."""

import json
from pathlib import Path

import pytest

import attribution
from attribution.corpus.corpus import Corpus

FERRY = Path(__file__).parents[2] / "docs/examples/ferry.jsonl"
OVERLOADED = "The ferry carried more passengers than it was allowed to"
NINE = "Nine people died when the ferry sank"
INSPECTION = "The ministry had ordered an inspection of the ferry in January"


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    """Return the file of the corpus, made once."""
    path = tmp_path_factory.mktemp("ferry") / "ferry.db"
    with Corpus.open(path) as corpus:
        assert corpus.add_many(attribution.read_many(FERRY)) == 12
    return path


@pytest.fixture
def corpus(file):
    """Return the corpus, opened anew for each test."""
    with Corpus.open(file) as opened:
        yield opened


def voices(answers, relation):
    """Return the names of those who stand to the claim in this way."""
    return {answer.speaker.name for answer in answers if answer.relation == relation and answer.speaker}


def test_who_said_it_and_who_denies_it(corpus):
    """The rescue official of two outlets and, at last, the minister say so; on Monday she denied it."""
    answers = corpus.who_said(OVERLOADED)
    denied = corpus.who_said("The ferry had been overloaded")

    assert {"a senior rescue official", "Helena Duarte"} <= voices(answers, "supports")
    assert {a.article_id for a in answers if a.speaker.name == "a senior rescue official"} >= {"vale-1", "meridian-1"}
    assert "Helena Duarte" in voices(denied, "contradicts")
    assert [answer.score for answer in answers] == sorted((answer.score for answer in answers), reverse=True)


def test_the_articles_own_words_are_the_evidence(corpus):
    """Every answer's spans slice its article's text to the statement's own words."""
    for answer in corpus.who_said(OVERLOADED):
        words = [span.of(answer.article.text) for span in answer.statement.content]
        assert " … ".join(" ".join(part.split()) for part in words) == answer.statement.text


def test_a_toll_that_rose_updates_the_claim(corpus):
    """Nine dead on Monday are twelve on Tuesday: an update, not a contradiction."""
    answers = corpus.who_said(NINE)

    assert {answer.speaker.name for answer in answers[:3]} == {"the coast guard"}
    assert {answer.relation.value for answer in answers[:3]} == {"supports"}
    assert "Rui Salgado" in voices(answers, "updates")
    assert not voices(answers, "contradicts") & {"the coast guard", "Rui Salgado"}


def test_copies_are_no_new_sources(corpus):
    """Three outlets carry the agency's story; behind the first toll there is one source, the coast guard."""
    assert corpus.copies() == (("cna-1", "ledger-1", "wire-1"),)
    origin = next(one for one in corpus.corroboration(NINE).groups if "Salgado" in one.name or "guard" in one.name)

    assert {answer.article_id for answer in origin.answers} >= {"cna-1", "ledger-1", "wire-1"}
    assert corpus.corroboration(NINE).independent[0] == 1


def test_one_source_however_often_quoted(corpus):
    """The minister says in three articles that an inspection was ordered: one source, and the first on Monday."""
    found = corpus.corroboration(INSPECTION)

    assert found.independent == (1, 1)
    assert "single_source" in found.flags
    assert found.first.answer.published.startswith("2026-03-02")
    assert len({answer.article_id for answer in found.supporting}) >= 3


def test_an_anonymous_official_may_be_the_same(corpus):
    """Two outlets quote *a senior rescue official*: one or two sources, which nobody but the official can tell."""
    low, high = corpus.corroboration(OVERLOADED).independent

    assert 1 <= low < high <= 4


def test_a_denial_makes_a_claim_contested(corpus):
    """What the minister denies in the agency's story is contested, and no rating above doubtful is given."""
    found = corpus.corroboration("The ferry had been overloaded")

    assert "contested" in found.flags
    assert found.credibility >= 4


@pytest.mark.parametrize(
    "claim",
    ["The captain of the ferry was drunk", "The ferry was hit by a cargo ship", "The mayor of Pero was on board"],
)
def test_what_nobody_said_has_no_answer(corpus, claim):
    """A plausible claim that nobody made gets nothing rather than the nearest statement."""
    assert len(corpus.who_said(claim)) == 0
    assert corpus.corroboration(claim).independent == (0, 0)


def test_limits(corpus):
    """Status, dates, outlet, stance and source each leave the answers that they should."""
    every = corpus.who_said(OVERLOADED)
    anonymous = corpus.who_said(OVERLOADED, status="anonymous")
    late = corpus.who_said(OVERLOADED, since="2026-03-04")
    post = corpus.who_said(OVERLOADED, outlet="the vale post")
    duarte = corpus.who_said(OVERLOADED, source="Helena Duarte")

    assert {answer.statement.authorization.status for answer in anonymous} == {"anonymous"}
    assert {answer.article_id for answer in late} <= {"wire-3", "ledger-3"}
    assert {answer.article.outlet for answer in post} == {"The Vale Post"}
    assert {answer.speaker.name for answer in duarte} == {"Helena Duarte"}
    assert all(len(some) <= len(every) for some in (anonymous, late, post, duarte))


def test_a_source_across_articles(corpus):
    """The minister's profile has her statements of three days, the earliest first."""
    profile = corpus.source("helena duarte")

    assert profile.name == "Helena Duarte"
    assert [record.article.published for record in profile.records] == sorted(
        record.article.published for record in profile.records
    )
    assert len({record.article.id for record in profile.records}) >= 4
    assert "Transport Minister" in repr(profile)


def test_merging_and_separating_restores(corpus):
    """What the user joins and parts again is as it was."""
    before = corpus.source("Carla Mendes").source

    corpus.merge("Carla Mendes", "Joana Brito")
    assert set(corpus.source("Carla Mendes").names) == {"Carla Mendes", "Joana Brito"}
    corpus.separate("Carla Mendes", "Joana Brito")

    assert corpus.source("Carla Mendes").source == before


def test_the_graph_is_one_and_the_same(corpus, file):
    """The graph has all kinds of nodes, scalar attributes only, and is the same when the file is opened again."""
    graph = corpus.graph
    with Corpus.open(file) as again:
        other = again.graph

    assert {kind for _, kind in graph.nodes(data="kind")} == {
        "article", "outlet", "statement", "source", "organization", "claim",
    }  # fmt: skip
    assert all(isinstance(v, str | int | float | bool) for _, data in graph.nodes(data=True) for v in data.values())
    assert sorted(graph.nodes(data="label")) == sorted(other.nodes(data="label"))
    assert sorted(graph.edges(keys=True)) == sorted(other.edges(keys=True))


def test_the_order_of_adding_makes_no_difference(corpus):
    """Articles added backwards give the same sources, claims and answers."""
    backwards = Corpus()
    backwards.add_many(reversed(list(attribution.read_many(FERRY))))

    assert sorted(backwards.graph.nodes) == sorted(corpus.graph.nodes)
    assert [a.statement.id for a in backwards.who_said(NINE)] == [a.statement.id for a in corpus.who_said(NINE)]
    assert {frozenset(group) for group in backwards.copies()} == {frozenset(group) for group in corpus.copies()}


def test_the_same_article_is_added_once(corpus):
    """Adding an article again, as text or read, adds nothing."""
    first = json.loads(FERRY.read_text(encoding="utf8").splitlines()[0])

    assert corpus.add(**{"article": first.pop("text"), **first}) is False
    assert len(corpus) == 12


def test_explanations_give_the_path(corpus):
    """An explanation names the claim, the chance, the words, the place, the speaker and the terms."""
    answer = next(a for a in corpus.who_said(OVERLOADED) if a.statement.authorization.status == "anonymous")
    words = " ".join(corpus.explain(answer).split())

    assert answer.record.content in words
    assert "anonymous" in words
    assert "not authorized" in words or "not allowed" in words
    assert "nothing here reveals it" in words


def test_faces(corpus):
    """Answers, corroboration, profile and corpus show themselves as text and as safe HTML."""
    answers, found = corpus.who_said(OVERLOADED), corpus.corroboration(OVERLOADED)

    assert "Duarte" in repr(answers)
    assert "<table>" in answers._repr_html_()
    assert "independent" in repr(found)
    assert "<blockquote" in found._repr_html_()
    assert "12 articles" in repr(corpus)


def test_the_function_asks_the_corpus(corpus):
    """`attribution.who_said(claim, corpus)` is the same question."""
    assert attribution.who_said(NINE, corpus) == corpus.who_said(NINE)
