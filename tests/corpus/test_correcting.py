"""What the user puts right: two people of one name, one person of two, and how reliable a source is."""

import pytest
from attrs import evolve

from attribution.corpus.answers import Answer, Answers
from attribution.corpus.corpus import Corpus
from attribution.corpus.storage.store import Store
from attribution.corpus.weighing import weigh
from attribution.errors import QuestionError, UnknownIdError
from attribution.graph.relation import Relation
from attribution.statements.statement import Speaker, SpeakerKind

ACME, DELFT = ("Acme",), ("Delft University",)


def person(name, bodies=()):
    """Return a person with a name."""
    return Speaker(name=name, kind=SpeakerKind.PERSON, named=True, organizations=bodies)


@pytest.fixture
def corpus_of(entry, matcher):
    """Return what makes a corpus of articles, each with one speaker."""

    def make(*speakers):
        store = Store()
        for number, speaker in enumerate(speakers):
            add(store, entry(number), speaker)
        return Corpus(store, matcher=matcher)

    return make


def add(store, entry, speaker):
    """Add an article whose first statement is a speaker's."""
    said = evolve(entry.statements[0], speaker=speaker)
    store.add(evolve(entry, statements=(said, entry.statements[1])))


def statements(corpus):
    """Return the ids of the statements that have a speaker, in the order of articles."""
    return [record.statement.id for record in corpus._store.records() if record.statement.speaker]


def together(corpus):
    """Return which articles, by their numbers, have one source."""
    every = statements(corpus)
    return sorted(sorted(every.index(one) for one in source.statement_ids) for source in corpus.sources())


def reliability(corpus):
    """Return the reliability of a claim that everybody makes."""
    source_of = corpus._now().identities.source_of
    answers = tuple(
        Answer(claim="c", record=one, relation=Relation.SUPPORTS, score=0.9, source_id=source_of[one.statement.id])
        for one in corpus._store.records()
        if one.statement.speaker
    )
    return weigh("c", Answers("c", answers), corpus._now(), corpus._store.grades()).reliability


THREE = (person("John Smith", ACME), person("John Smith", DELFT), person("John Smith", ACME))


def test_two_people_of_one_name_are_parted_by_a_statement_of_each(corpus_of):
    """Of three John Smiths two are of Acme: these stay one, and so does whoever comes later from there."""
    corpus = corpus_of(*THREE)
    assert together(corpus) == [[0, 1, 2]]
    one, other, _ = statements(corpus)

    assert corpus.separate(one, other) is True

    assert together(corpus) == [[0, 2], [1]]
    assert len({source.id for source in corpus.sources()}) == 2


def test_a_name_that_is_parted_leaves_later_articles_open(corpus_of, entry):
    """A later John Smith of the university is the one there; one of whom nothing is known is left open."""
    corpus = corpus_of(*THREE)
    corpus.separate(*statements(corpus)[:2])
    add(corpus._store, entry(7), person("John Smith", DELFT))
    add(corpus._store, entry(8), person("John Smith"))

    assert together(corpus) == [[0, 2], [1, 3], [4]]
    assert len(corpus.source(corpus._now().identities.source_of[statements(corpus)[4]]).maybe) == 2


def test_voices_of_a_merge_are_parted_by_their_ids(corpus_of):
    """What the graph tells of a merge, two voices, is what takes it back; joining them again restores it."""
    corpus = corpus_of(person("Jim Haddad"), person("James Haddad"))
    (merge,) = corpus._now().identities.merges

    assert corpus.separate(merge.one, merge.other) is True
    assert together(corpus) == [[0], [1]]
    assert corpus.merge(merge.one, merge.other) is True
    assert together(corpus) == [[0, 1]]
    assert corpus._store.judgements() == ()


@pytest.mark.parametrize("ask", ["separate", "merge"])
@pytest.mark.parametrize("call", ["John Smith", "john smith", "Dr. John Smith", "id", "voice", "statement"])
def test_one_and_the_same_is_a_clear_error(corpus_of, ask, call):
    """Nobody is joined with himself or parted from himself, and nothing of it is kept."""
    corpus = corpus_of(*THREE)
    source = corpus.sources()[0]
    name = {"id": source.id, "voice": source.voice_ids[1], "statement": source.statement_ids[0]}.get(call, call)
    other = "John Smith" if call.lower().endswith("smith") else name

    with pytest.raises(QuestionError, match="statement of each"):
        getattr(corpus, ask)(name, other)
    assert corpus._store.judgements() == ()


def test_a_statement_is_parted_from_the_rest_of_its_source(corpus_of):
    """Of four articles with one John Smith, one is on another man; the three stay together."""
    corpus = corpus_of(*[person("John Smith")] * 4)
    corpus.separate("John Smith", statements(corpus)[2])

    assert together(corpus) == [[0, 1, 3], [2]]


def test_the_latest_judgement_holds(corpus_of):
    """Whatever was said before, of names or of single articles, what is said last is so."""
    corpus = corpus_of(person("Jim Haddad"), person("James Haddad"), person("Jim Haddad"), person("Nora Ito"))
    one, other, third, nora = statements(corpus)

    corpus.separate("Jim Haddad", "James Haddad")
    assert together(corpus) == [[0, 2], [1], [3]]
    corpus.merge(one, other)
    assert [0, 1] in together(corpus)
    corpus.separate("James Haddad", "Jim Haddad")
    assert together(corpus) == [[0, 2], [1], [3]]
    corpus.merge("Jim Haddad", "James Haddad")
    assert together(corpus) == [[0, 1, 2], [3]]
    corpus.separate(nora, third)
    corpus.merge("Nora Ito", "Jim Haddad")
    assert together(corpus) == [[0, 1, 2, 3]]


def test_a_merge_after_a_needless_separation_is_one(corpus_of):
    """Two whom the rules have apart, kept apart and then joined, are one."""
    corpus = corpus_of(person("Jim Haddad"), person("Nora Ito"))

    assert corpus.separate("Jim Haddad", "Nora Ito") is False
    assert corpus.merge("Jim Haddad", "Nora Ito") is True
    assert corpus.merge("Jim Haddad", "Nora Ito") is False
    assert together(corpus) == [[0, 1]]


def test_a_grade_is_that_of_the_source(corpus_of):
    """Whatever name a source is rated under, the grade counts for all its statements, and the last one holds."""
    corpus = corpus_of(person("Paul Gray"), person("Paul J. Gray"))
    corpus.rate("paul gray", "A")
    assert reliability(corpus) == "A"
    corpus.rate("Mr. Paul J. Gray", "C")
    assert reliability(corpus) == "C"


def test_nobody_is_not_rated(corpus_of):
    """A name that nobody has is an error that names who is near."""
    with pytest.raises(UnknownIdError, match="'Paul Gray'"):
        corpus_of(person("Paul Gray")).rate("Paul Grey", "A")
