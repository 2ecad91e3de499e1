"""The graph of the report: what is drawn, where, and how it reads."""

import json
import re
from itertools import combinations

import pytest
from attrs import evolve

from attribution.corpus.report import layout
from attribution.corpus.report.drawing import _wrapped
from attribution.statements.statement import AuthorizationStatus, Speaker, SpeakerKind
from attribution.text.columns import display_width

CLOSES = "the old bridge will close in May"


def boxes(graph):
    """Return left, top, right and bottom of each node by its id."""
    found = {}
    for node in graph.all("a", kind="node"):
        rect = node.one("rect").attributes
        x, y, width, height = (float(rect[name]) for name in ("x", "y", "width", "height"))
        found[node.attributes["id"]] = (x, y, x + width, y + height)
    return found


def test_nodes_stand_apart_and_inside_the_picture(crowd, page):
    """No two boxes touch, and none is cut off."""
    graph = page(crowd).one("div", kind="picture").all("svg")[0]
    width, height = (float(graph.attributes[name]) for name in ("width", "height"))
    found = boxes(graph)

    assert len(found) > layout.SOURCES_DRAWN
    assert all(
        0 <= left < right <= width and 0 <= top < bottom <= height for left, top, right, bottom in found.values()
    )
    for one, other in combinations(found.values(), 2):
        assert one[2] < other[0] or other[2] < one[0] or one[3] < other[1] or other[3] < one[1]


def test_what_is_not_drawn_is_said(crowd, page):
    """Past forty sources the graph leaves those with fewer statements out, and says how many."""
    report = page(crowd)

    assert len(report.all("a", kind="source")) == layout.SOURCES_DRAWN
    assert "10 sources with fewer statements are not drawn" in " ".join(report.one(id="graph").text.split())
    assert len(report.one(id="sources").all(kind="source")) == 50


def test_lines_are_those_of_the_corroboration(bridge, page):
    """Each source is joined to the claim once for what it does to it, with its statements."""
    found = bridge.corroboration(CLOSES)
    report = page(bridge, claims=[CLOSES])
    names = {
        f"p{number}": node.one("h3").one("bdi").text
        for number, node in enumerate(report.one(id="sources").all(kind="source"), 1)
    }
    lines = {
        (names[ends[0]], kind)
        for kind in ("for", "against", "later")
        for line in report.one("div", kind="picture").all("g", kind=kind)
        if (ends := line.attributes["data-ends"].split())[1] == "c1"
    }

    assert lines == {(answer.speaker.name, "for") for answer in found.supporting} | {
        (answer.speaker.name, "against") for answer in found.contradicting
    }
    assert [line.one("text").text for line in report.one("div", kind="picture").all("g", kind="against")] == ["✕"]


def test_who_is_not_named_is_drawn_so(bridge, page):
    """An unnamed source has a class of its own, and a node says what it is and how much it stands for."""
    report = page(bridge, claims=[CLOSES])
    (aide,) = report.all("a", kind="unnamed")

    assert aide.attributes["aria-label"] == "source an aide, 1 statement"


def test_sources_that_may_be_one_are_joined(told, corpus_of, page):
    """Two unnamed officials whom the library leaves open are tied by a line of their own, in graph and list."""
    anonymous = AuthorizationStatus.ANONYMOUS
    corpus = corpus_of(
        told("Ledger", "2026-03-02", ("a senior rescue official", CLOSES, anonymous)),
        told("Post", "2026-03-02", ("a senior rescue official", f"{CLOSES} after all", anonymous)),
    )
    report = page(corpus, claims=[CLOSES])
    (line,) = report.one("div", kind="picture").all("g", kind="maybe")

    assert line.attributes["data-ends"] == "p1 p2"
    assert line.one("text").text == "?"
    assert "may be the same as" in report.one(id="p1").text


@pytest.fixture
def guard(told, corpus_of):
    """Return a corpus in which the coast guard speaks by itself, without a name, and through somebody else."""
    article, statements = told(
        "Harbor Ledger",
        "2026-03-02",
        ("Rui Salgado", CLOSES, AuthorizationStatus.ON_RECORD),
        ("the coast guard", f"{CLOSES} for good", AuthorizationStatus.OFFICIAL),
    )
    speakers = (
        Speaker(name="Rui Salgado", kind=SpeakerKind.PERSON, named=True, organizations=("the coast guard",)),
        Speaker(name="the coast guard", kind=SpeakerKind.ORGANIZATION, named=False),
    )
    pairs = zip(statements, speakers, strict=True)
    return corpus_of((article, [evolve(one, speaker=speaker) for one, speaker in pairs]))


def test_an_organization_stands_for_its_own_words_too(guard, page):
    """A node has the statements of `corpus.organization`, those of an organization that has no name among them."""
    (node,) = page(guard, claims=[CLOSES]).all("a", kind="organization")

    assert len(guard.organization("the coast guard").records) == 2
    assert node.attributes["aria-label"] == "organization the coast guard, 2 statements"


def test_ties_are_told_from_either_end(guard, page):
    """Who belongs to an organization is near it as a member, and the organization near him as what he belongs to."""
    nodes = json.loads(page(guard, claims=[CLOSES]).one("script", id="data").text)["nodes"]
    ties = {(node["name"], nodes[other]["name"], tie) for node in nodes.values() for other, tie in node["near"]}

    assert ("the coast guard", "Rui Salgado", "member") in ties
    assert ("Rui Salgado", "the coast guard", "belongs") in ties


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("short", ("short",)),
        (
            "the ferry carried more passengers than it was allowed to",
            ("the ferry carried more", "passengers than it was…"),
        ),
        ("A" * 60, ("A" * 24, "A" * 23 + "…")),
        ("語" * 40, ("語" * 12, "語" * 11 + "…")),
        ("two words of twenty-five letters", ("two words of twenty-five", "letters")),
    ],
)
def test_labels_fit_their_boxes(words, lines):
    """A label is cut between words where it can be, in letters as wide as they are, to two lines of 24."""
    found = _wrapped(words, 180)

    assert all(display_width(line) <= 24 for line in found)
    assert found == lines


def test_numbers_in_the_picture_are_the_same_everywhere(bridge, page):
    """Places are written as short decimals, which every machine writes alike."""
    svg = page(bridge).one("div", kind="picture").all("svg")[0]
    places = [value for one in svg.all() for name, value in one.attributes.items() if name in ("x", "y", "d")]

    assert places
    assert not [value for value in places if re.search(r"\.\d{4,}|e-", value)]
