"""Why an answer is one, in words: whose words were taken up, who is the same, and lines that fit a page."""

from types import SimpleNamespace

import pytest
from attrs import evolve

from attribution.corpus.answers import Answer
from attribution.corpus.corpus import Corpus
from attribution.corpus.explaining import WIDTH, explain, versions_in
from attribution.corpus.storage.store import Store
from attribution.graph.copies.copies import Overlap
from attribution.graph.identity.merge import Merge
from attribution.graph.record import Record
from attribution.graph.relation import Relation
from attribution.statements.statement import Speaker, SpeakerKind, Stance
from attribution.text.columns import display_width
from attribution.text.span import Span

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


@pytest.fixture
def explained(matcher, entry):
    """Return what explains the statement of the first of some speakers, each with an article of a text of its own."""

    def explain_first(*speakers, text="", overlaps=(), **more):
        store, entries = Store(), [entry(number, text if not number else "") for number in range(len(speakers))]
        ids = [made.article.id for made in entries]
        for number, (made, speaker) in enumerate(zip(entries, speakers, strict=True)):
            said = evolve(made.statements[0], speaker=speaker, **({} if number else more))
            shared = [Overlap(article_id=ids[number], other_id=ids[other], containment=0.8, shared=40)
                      for other in overlaps if number == len(speakers) - 1]  # fmt: skip
            store.add(evolve(made, statements=(said, made.statements[1]), overlaps=tuple(shared)))
        corpus = Corpus(store, matcher=matcher)
        record = next(one for one in corpus._now().records if one.article.id == ids[0] and one.statement.speaker)
        source_id = corpus._now().identities.source_of[record.statement.id]
        return " ".join(corpus.explain(evolve(answer_of(record), source_id=source_id)).split())

    return explain_first


def person(name, *bodies):
    """Return a named person of some organizations."""
    return Speaker(name=name, kind=SpeakerKind.PERSON, named=True, organizations=bodies, count=(1, 1))


def unnamed(name, kind=SpeakerKind.PERSON):
    """Return a speaker without a name."""
    return Speaker(name=name, kind=kind, count=(1, 1))


def body(name):
    """Return a named organization."""
    return Speaker(name=name, kind=SpeakerKind.ORGANIZATION, named=True, count=(1, 1))


@pytest.mark.parametrize(
    ("speakers", "words"),
    [
        ([person("Ann Lee", "Iria Lines")], "one source with Iria Lines, and with whoever else speaks for it"),
        ([body("Iria Lines")], "one source with whoever speaks for this organization"),
        ([unnamed("a report", SpeakerKind.DOCUMENT)], "one source with whoever else quotes this document"),
        (
            [unnamed("a rescue official"), unnamed("an official of the rescue service")],
            "may be the same as an official of the rescue service elsewhere (unnamed: ",
        ),
        ([person("Ann Lee"), person("Ann Lee")], "said by Ann Lee, in 2 articles (same name: Ann Lee)"),
    ],
)
def test_with_whom_a_speaker_counts_once_is_said(explained, speakers, words):
    """Organizations, documents, one person in two articles, and who may be the same."""
    assert words in explained(*speakers)


def test_no_country_makes_one_source(explained):
    """Two people of one country are two, and nothing else is said of them."""
    assert "one source" not in explained(person("Ann Lee", "India"), person("Jun Ito", "India"))


def test_where_the_text_comes_from_is_said(explained):
    """Another version of the text, the agency that the article credits, the outlet that was told."""
    text = "MARVAO (Reuters) - The bridge 0 will close, Ann Lee said.\n\nNo more was said of it by an aide."
    words = explained(person("Ann Lee"), person("Ann Lee"), text=text, overlaps=[0], told="Reuters", cue=(Span(0, 6),))

    assert "the article credits Reuters (dateline)" in words
    assert "a version of the text in Harbor Ledger, 2026-03-02, Bridge 1 (80% of the shorter one)" in words
    assert "and told Reuters" in words


@pytest.mark.parametrize(
    ("published", "kind"), [("2026-03-01", "a later version"), ("2026-03-03", "an earlier version"), ("", "a version")]
)
def test_which_version_is_the_earlier_is_said(told, published, kind):
    """A copy is the later version, and of two without a date nothing is said."""
    answer = answer_of(told._now().records[0])
    overlap = Overlap(article_id=answer.article_id, other_id="article:other", containment=1.0, shared=90)
    seen = {"article:other": SimpleNamespace(outlet="Northern Wire", published=published, title="")}
    shown = explain(answer, told._now().identities, versions_in(answer, [overlap], seen))

    assert f"the article is {kind} of the text in Northern Wire" in " ".join(shown.split())
    assert versions_in(answer, [evolve(overlap, article_id="article:third")], seen) == ()


def test_words_that_are_rejected_are_said_to_be(told):
    """*Rejected Ann Lee's claim* does not take it up as one's own."""
    spoken, other = told._now().records[:2]
    denied = evolve(other, statement=evolve(other.statement, stance=Stance.DENIES), takes_up=(spoken.statement.id,))

    assert "rejects what Ann Lee said in the same article" in words_of(answer_of(denied), told)


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
    identities = SimpleNamespace(
        by_id={source.id: source}, source_of={}, merges=(merge,), unsure=(), organization_names={}
    )

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
