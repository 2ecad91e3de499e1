"""How a statement bears on a claim: words, figures and the pair scorer's judgement together."""

import numpy as np
import pytest

from attribution.graph.matching.bearing import (
    AGAINST,
    AGREEMENT,
    JUDGEMENT,
    NEARNESS,
    Comparison,
    Surroundings,
    agreement_of,
    chance_of_bearing,
    judgement_of,
    nearness_of,
    opposition_of,
    relation_of,
    weights,
)
from attribution.graph.matching.wording import Rarity, words_of_claim
from attribution.statements.statement import Stance

FOR, OPPOSED, NEITHER = (0.9, 0.05, 0.05, 0.9), (0.05, 0.9, 0.05, 0.9), (0.1, 0.1, 0.8, 0.1)
UNSURE = (0.3, 0.35, 0.35, 0.9)
TEXTS = ["The ferry sank off the harbor", "The ferry was old", "The ferry left at five", "The union had warned"]
AROUND = Surroundings.of(TEXTS, np.array([0.7, 0.5, 0.4, 0.2], np.float32))


def beside(statement, claim, judged=FOR, **fields):
    """Return a comparison that the pair scorer judged."""
    return Comparison(statement=statement, claim=claim, likeness=0.6, forth=judged, back=judged, **fields)


@pytest.mark.parametrize(
    ("compared", "relation"),
    [
        (beside("The ferry was too full", "The ferry was overloaded"), "supports"),
        (beside("The ferry was not too full", "The ferry was overloaded", OPPOSED), "contradicts"),
        (beside("the ferry was overloaded", "The ferry was overloaded", stance=Stance.DENIES), "contradicts"),
        (beside("the ferry was not full", "The ferry was overloaded", OPPOSED, stance=Stance.DENIES), "supports"),
        (beside("the ferry was overloaded", "The ferry was overloaded", stance=Stance.DOUBTS), "contradicts"),
        (beside("Twelve people have died", "Nine people died"), "updates"),
        (beside("Twelve people have died", "Nine people died", stance=Stance.DENIES), "contradicts"),
        (beside("He fell 700 metres", "He fell 600 metres", UNSURE), "contradicts"),
        (beside("The ferry was old", "The ferry was not new", UNSURE), "supports"),
    ],
)
def test_relation(compared, relation):
    """Who denies what supports a claim contradicts it; a toll that rose updates it; another measure contradicts it.

    Of an open judgement it is taken to support: few statements contradict.
    """
    assert relation_of(compared) == relation


def test_features_have_the_names_that_the_weights_have():
    """The weights of each step stand for its features, one each."""
    compared = beside(TEXTS[0], "The ferry sank")

    assert len(nearness_of(compared, AROUND)) == len(NEARNESS) == len(weights("near"))
    assert len(judgement_of(compared)) == len(JUDGEMENT) == len(weights("bearing")) - len(NEARNESS)
    assert len(opposition_of(compared)) == len(AGAINST) == len(weights("against"))
    assert len(AGREEMENT) == len(weights("together"))


def test_the_judgement_matters():
    """The same words bear more surely on a claim where the pair scorer says so."""
    words = ("The boat went down", "The ferry sank")

    assert chance_of_bearing(beside(*words, FOR), AROUND) > chance_of_bearing(beside(*words, NEITHER), AROUND)


def test_a_rare_word_tells_more_than_a_common_one():
    """Among sentences on a ferry *union* tells more than *ferry*."""
    rarity = Rarity.among(TEXTS)

    assert rarity.of("union") > rarity.of("ferry")
    assert words_of_claim("The UNION's warnings") == {"union", "warnin"}


def test_like_statements_lift_each_other():
    """What is like a sure answer is seen beside it; a statement is not its own witness."""
    alike = np.array([[1, 0.9, 0.1], [0.9, 1, 0.1], [0.1, 0.1, 1]], np.float32)

    seen = agreement_of(np.array([0.9, 0.2, 0.2]), alike)

    assert seen[1, AGREEMENT.index("likest answer")] > 0.5
    assert seen[2, AGREEMENT.index("likest answer")] == 0
    assert seen[0, AGREEMENT.index("likest answer")] < 0.3


@pytest.mark.parametrize(
    ("statement", "claim", "is_said"),
    [
        (
            "The ministry had ordered an inspection of the ferry Santa Iria",
            "The ministry ordered an inspection of the ferry",
            True,
        ),
        ("that the bridge was closed on Monday", "The bridge was closed Monday", True),
        ("Lee accused Ito of theft", "Ito accused Lee of theft", False),
        ("The bridge was not closed on Monday", "The bridge was closed Monday", False),
        ("The bridge closed", "The bridge", False),
        ("", "", False),
    ],
)
def test_the_same_words_need_no_judge(statement, claim, is_said):
    """A statement that has the claim's words in their order supports it, whatever the pair scorer says."""
    settled = beside(statement, claim, OPPOSED).settled()

    assert (settled.forth[0] > 0.9) is is_said


@pytest.mark.parametrize(
    ("statement", "claim", "is_denied"),
    [
        ("The bridge was not closed on Monday", "The bridge was closed on Monday", True),
        ("The bridge was closed on Monday", "The bridge was never not closed on Monday", False),
        ("The minister should not resign", "The minister should resign", True),
        ("The minister should not resign but wait", "The minister should resign", False),
        ("The bridge was closed on Monday", "The bridge was closed on Monday", False),
    ],
)
def test_a_denial_in_the_same_words_needs_no_judge(statement, claim, is_denied):
    """One denial more or less turns it; it bears on the claim as surely as what says it, and contradicts it."""
    settled = beside(statement, claim, NEITHER).settled()
    said = beside(claim, claim, NEITHER).settled()

    assert (settled.forth[1] > 0.9) is is_denied
    assert (relation_of(settled).value == "contradicts") is is_denied
    if is_denied:
        assert judgement_of(settled) == judgement_of(said)


def test_words_overrule_the_judgement_where_they_alone_tell():
    """A deed of another, which the scorer takes for the same, does not bear on the claim; what may be is left to it."""
    turned = beside("the union sued the ferry line in May", "The ferry line sued the union in May").settled()
    same = beside("the ferry line sued the union in May", "The ferry line sued the union in May", NEITHER).settled()
    possible = beside("the ferry line may sue the union", "The ferry line will sue the union", NEITHER).settled()

    assert chance_of_bearing(turned, AROUND) < 0.5 < chance_of_bearing(same, AROUND)
    assert possible.forth == NEITHER
