"""Statements that say the same make one claim; those that contradict or update it are linked to it."""

import numpy as np
from attrs import evolve

from attribution.graph.claims.grouping import Neighbours, claims_of, compare, neighbours
from attribution.graph.matching.bearing import Surroundings
from attribution.graph.matching.matcher import STEPS
from attribution.graph.matching.wording import Rarity
from attribution.graph.record import Record
from attribution.graph.relation import Link, Relation
from attribution.statements.statement import Stance, Statement
from attribution.text.article import Article
from attribution.text.span import Span


def record(identity, text, *, stance=Stance.ASSERTS, published="2026-03-02"):
    """Return a record whose statement is the whole text."""
    article = Article(text=text, id=f"article:{identity}", published=published)
    statement = Statement(id=identity, article_id=article.id, text=text, content=(Span(0, len(text)),), stance=stance)
    return Record(statement=statement, article=article, claim_text=text)


def link(one, other, relation="supports"):
    """Return a link between two statements."""
    return Link(statement_id=one, claim_id=other, relation=Relation(relation), score=0.8, method="m", evidence="e")


NINE, TOO = record("a", "Nine people have died"), record("b", "Nine died when the ferry sank", published="2026-03-01")
TWELVE, NOT = record("c", "Twelve people died"), record("d", "Nine people have died", stance=Stance.DENIES)


def test_what_supports_each_other_is_one_claim():
    """Two statements of one claim, in order of publication; the claim has the plainest words."""
    claims, links = claims_of([NINE, TOO, TWELVE], [link("a", "b"), link("a", "c", "updates")])
    by_statement = {identity: claim for claim in claims for identity in claim.statement_ids}

    assert len(claims) == 2
    assert by_statement["a"].statement_ids == ("b", "a")
    assert by_statement["a"].text == "Nine people have died"
    assert {(one.statement_id, one.relation.value) for one in links if one.claim_id == by_statement["a"].id} == {
        ("a", "supports"),
        ("b", "supports"),
        ("c", "updates"),
    }


def test_a_claim_is_told_as_most_of_its_statements_tell_it():
    """One *not* among statements that have none is no text for them all, however short; among others it is."""
    full = record("f", "the ferry was overloaded on Monday"), record("g", "the ferry carried too many people on Monday")
    shortest, same = record("h", "the ferry was not full"), record("i", "the ferry was not full on Monday")
    (first,), _ = claims_of([*full, shortest], [link("f", "g"), link("f", "h")])
    (second,), _ = claims_of([full[0], shortest, same], [link("f", "h"), link("h", "i")])

    assert first.text == "the ferry was overloaded on Monday"
    assert second.text == "the ferry was not full"


def test_who_denies_a_claim_contradicts_it():
    """A denial of the same words belongs to the claim and contradicts it; the claim is told in others' words."""
    claims, links = claims_of([NINE, NOT], [link("a", "d")])

    assert [claim.statement_ids for claim in claims] == [("a", "d")]
    assert {(one.statement_id, one.relation.value) for one in links} == {("a", "supports"), ("d", "contradicts")}


def test_who_denies_the_opposite_supports():
    """Somebody who denies what contradicts a claim supports it."""
    claims, links = claims_of([NINE, record("e", "nobody died", stance=Stance.DENIES)], [link("a", "e", "contradicts")])
    own = next(claim for claim in claims if claim.statement_ids == ("a",))

    assert {(one.statement_id, one.relation.value) for one in links if one.claim_id == own.id} == {
        ("a", "supports"),
        ("e", "supports"),
    }


def test_order_makes_no_difference():
    """The same statements and links in another order give the same claims and links."""
    links = [link("a", "b"), link("a", "c", "updates"), link("a", "d")]
    records = [NINE, TOO, TWELVE, NOT]

    assert claims_of(records[::-1], links[::-1]) == claims_of(records, links)


def test_neighbours_are_near_and_named_once():
    """Vectors that point the same way are neighbours, each pair once; others are not."""
    vectors = np.zeros((4, 384), np.int8)
    vectors[0, :16] = vectors[1, :16] = STEPS // 4
    vectors[2, 16:32] = STEPS // 4

    found = neighbours(vectors)

    assert [(pair.one, pair.other) for pair in found] == [(0, 1)]
    assert abs(found[0].likeness - 1) < 0.01


def test_a_statement_is_as_surely_on_its_claim_as_the_surest_comparison_within_it():
    """The one whose words the claim has is sure."""
    claims, links = claims_of([NINE, TOO], [link("a", "b")])

    assert {one.statement_id: one.score for one in links} == {"a": 1.0, "b": 0.8}
    assert claims[0].text == NINE.claim_text


def test_a_question_makes_no_claim():
    """Who asks whether nine died does not say so, whatever it was compared with."""
    asked = record("f", "whether nine people have died", stance=Stance.ASKS)
    claims, links = claims_of([NINE, asked], [link("a", "f")], [("f", "c")])

    assert [claim.statement_ids for claim in claims] == [("a",)]
    assert {one.statement_id for one in links} == {"a"}


def test_who_takes_up_two_statements_supports_both_whatever_the_scorer_sees_in_them_together():
    """*Echoed his comments* claims what both comments claim, so it contradicts neither."""
    offer, threat = record("a", "we offer a truce"), record("b", "if they stay we will attack")
    echo = evolve(record("c", "echoed his comments"), takes_up=("a", "b"))
    echo = evolve(echo, claim_text=f"{offer.claim_text}; {threat.claim_text}")
    records = [offer, threat, echo]

    def contradicts(pairs):
        return np.array([[0.01, 0.98, 0.01, 0.98]] * len(pairs), np.float32)

    around = Surroundings(rarity=Rarity.among(one.claim_text for one in records), mean=0.3, spread=0.1)
    links = compare(records, [Neighbours(0, 2, 0.9), Neighbours(1, 2, 0.9)], contradicts, around)

    assert [(one.relation, one.score) for one in links] == [(Relation.SUPPORTS, 1.0)] * 2
