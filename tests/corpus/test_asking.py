"""How many statements near a claim are judged."""

import numpy as np
import pytest
from attrs import evolve

from attribution.corpus.asking import ROUND, Searchable, bearing_on
from attribution.corpus.search.nearest import search_in
from attribution.corpus.storage.store import Store
from attribution.graph.matching.matcher import WIDTH
from attribution.graph.relation import Relation

ALIKE = np.full((1, WIDTH), 9, np.int8)


class Counting:
    """A matcher that counts the statements it is asked to judge."""

    def __init__(self, matcher):
        self._judge, self.judged = matcher.judge, 0

    def vectors(self, texts):
        """Return vectors that are a little alike."""
        return np.repeat(ALIKE, len(texts), axis=0)

    def judge(self, pairs):
        """Judge pairs, a claim and a statement both ways."""
        self.judged += len(pairs) // 2
        return self._judge(pairs)


@pytest.fixture
def searched(entry):
    """Return forty statements that have nothing to do with *Ministers met in Pero*."""
    store = Store()
    for number in range(20):
        made = entry(number)
        texts = tuple(f"a bridge in valley {number} {half} was painted" for half in ("north", "south"))
        store.add(evolve(made, claim_texts=texts, vectors=(ALIKE[0].tobytes(),) * 2))
    return Searchable(search=search_in(store), records_at=store.records_at)


@pytest.mark.parametrize(("least", "judged"), [(0.3, ROUND), (0.9, ROUND), (0.0, 40)])
def test_judging_stops_where_a_round_finds_nothing(searched, matcher, least, judged):
    """One round settles a claim that nobody makes, but for whom asks for every unlikely answer."""
    counting = Counting(matcher)

    found = bearing_on("Ministers met in Pero", searched, counting, least)

    assert counting.judged == judged
    assert len(found) == (40 if least == 0 else 0)


def test_a_text_is_judged_once_however_often_it_is_said(entry, matcher):
    """Copies in later rounds cost nothing: thirty articles with one sentence are one judgement."""
    store, counting = Store(), Counting(matcher)
    for number in range(30):
        made = entry(number)
        store.add(evolve(made, claim_texts=("ministers met in Pero",) * 2, vectors=(ALIKE[0].tobytes(),) * 2))
    searched = Searchable(search=search_in(store), records_at=store.records_at)

    found = bearing_on("Ministers met in Pero", searched, counting, least=0.0)

    assert len(found) == 60
    assert counting.judged == 1


class Contrary(Counting):
    """A matcher to whom every statement with an *if* in it contradicts, and every other supports."""

    def judge(self, pairs):
        """Judge pairs by that word."""
        self.asked = [statement for statement, _ in pairs]
        supports, contradicts = (0.98, 0.01, 0.01, 0.98), (0.01, 0.98, 0.01, 0.98)
        return np.array([contradicts if " if " in " ".join(pair) else supports for pair in pairs], np.float32)


def test_who_takes_up_two_statements_is_compared_by_the_one_that_is_near(entry, matcher):
    """What else he takes up says nothing of the claim."""
    store = Store()
    made = entry(1)
    echo = "the militia will open the road; if the army stays, if it stays, the guns will speak"
    taken = ("statement:1", "statement:2")
    store.add(evolve(made, claim_texts=("rain fell", echo), takes_up=((), taken), vectors=(ALIKE[0].tobytes(),) * 2))
    searched = Searchable(search=search_in(store), records_at=store.records_at)
    contrary = Contrary(matcher)

    found = bearing_on("The militia will open the road", searched, contrary, 0.0)

    assert echo not in contrary.asked
    relations = {one.record.claim_text: one.relation for one in found}
    assert relations[echo] is Relation.SUPPORTS
