"""Who endorses or rejects in a later article what an answer says is an answer, too."""

import numpy as np
import pytest
from attrs import evolve

from attribution.corpus.asking import Found
from attribution.corpus.corpus import Corpus
from attribution.corpus.echoing import with_echoes
from attribution.corpus.storage.entry import Entry
from attribution.corpus.storage.store import Store
from attribution.graph.matching.matcher import STEPS, WIDTH
from attribution.graph.relation import Relation
from tests.corpus.conftest import WordMatcher
from tests.graph.claims.test_elsewhere import HOLM, MINISTRY, SAID, record

REJECTED = record(HOLM, "rejected", "the ministry’s report", stance="denies")
CONFIRMED = record(HOLM, "confirmed", "the ministry’s account of the fire")
OTHER = record(MINISTRY, "said", "the owner was told", "2026-05-04")


def echoed(taking, relation=Relation.SUPPORTS, *, others=(), least=0.3, score=0.8):
    """Return what follows from one answer: of each other answer its relation and chance, and what it claims."""

    def records_in(articles):
        return [one for one in (SAID, *taking, *others) if one.article.id in articles]

    found = with_echoes((Found(SAID, relation, score),), taking, records_in, least)
    assert found[0].record is SAID
    return [(one.relation, one.score, one.record.claim_text, one.record.takes_up) for one in found[1:]]


@pytest.mark.parametrize(
    ("taking", "relation", "expected"),
    [
        (REJECTED, Relation.SUPPORTS, Relation.CONTRADICTS),
        (REJECTED, Relation.CONTRADICTS, Relation.SUPPORTS),
        (CONFIRMED, Relation.SUPPORTS, Relation.SUPPORTS),
        (CONFIRMED, Relation.CONTRADICTS, Relation.CONTRADICTS),
    ],
)
def test_who_takes_up_an_answer_bears_on_the_claim(taking, relation, expected):
    """Who rejects what supports contradicts; the chance is below that of what is taken up."""
    ((found, score, claims, takes_up),) = echoed([taking], relation)

    assert found is expected
    assert 0 < score < 0.8
    assert (claims, takes_up) == (SAID.claim_text, (SAID.statement.id,))


def test_where_it_is_not_clear_nothing_is_added():
    """Unlikely, a figure that updates the claim, and an owner who said something else there that is no answer."""
    beside = evolve(OTHER, article=SAID.article)

    assert echoed([REJECTED], least=0.7) == []
    assert echoed([REJECTED], Relation.UPDATES) == []
    assert echoed([REJECTED], others=[beside]) == []
    assert echoed([]) == []


class Near(WordMatcher):
    """The matcher without a model, to which all texts are near each other that reject nothing."""

    def vectors(self, texts):
        """Return one vector for all those, and nothing for the others."""
        vectors = np.full((len(texts), WIDTH), round(STEPS / WIDTH**0.5), np.int8)
        vectors[["rejected" in text for text in texts]] = 0
        return vectors


def test_a_corpus_asks_for_them():
    """`who_said` knows them within the limits of the question, and `explain` tells that the words stand elsewhere."""
    store, matcher = Store(), Near()
    corpus = Corpus(store, matcher=matcher)
    for one in (SAID, REJECTED):
        text = one.claim_text if one is SAID else f"Greta Holm rejected {one.content}"
        vector = matcher.vectors([text])[0].tobytes()
        store.add(
            Entry(
                article=one.article,
                statements=(one.statement,),
                claim_texts=(text,),
                vectors=(vector,),
                fingerprint=(),
            )
        )
    answers = corpus.who_said("warnings were ignored", least=0.1)

    assert [(one.speaker.name, one.relation.value) for one in answers] == [
        ("the Labor Ministry", "supports"),
        ("Greta Holm", "contradicts"),
    ]
    assert "rejects what the Labor Ministry said in another article" in " ".join(corpus.explain(answers[1]).split())
    assert len(corpus.who_said("warnings were ignored", least=0.1, until="2026-05-04")) == 1
