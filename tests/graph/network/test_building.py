"""The graph: its nodes, its edges, and that one picture gives one graph."""

import random

import networkx
import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from attribution.graph.copies.copies import Overlap
from attribution.graph.network.building import build_graph
from attribution.graph.network.kinds import NODE_ATTRIBUTES, EdgeAttributes, EdgeKind, NodeKind
from attribution.graph.network.nodes import outlet_id
from attribution.statements.statement import SpeakerKind


@pytest.fixture(scope="module")
def graph(ferry):
    """Return the graph of the ferry fire."""
    return build_graph(ferry.picture)


def test_every_kind_of_node_is_there(graph):
    """Four articles of three outlets, nine statements, five sources of three organizations, three claims."""
    kinds = [kind for _, kind in graph.nodes(data="kind")]

    assert {kind: kinds.count(kind) for kind in NodeKind} == {
        NodeKind.ARTICLE: 4,
        NodeKind.OUTLET: 3,
        NodeKind.STATEMENT: 9,
        NodeKind.SOURCE: 5,
        NodeKind.ORGANIZATION: 3,
        NodeKind.CLAIM: 3,
    }


def test_outlets_of_different_spelling_are_one(graph):
    """*Northern Wire* and *northern  wire* are one outlet, in the more frequent spelling."""
    assert graph.nodes[outlet_id("northern wire")]["name"] == "Northern Wire"


@pytest.mark.parametrize(
    ("start", "kind", "end", "method", "evidence"),
    [
        ("copy", EdgeKind.COPIES, "wire", "word shingles", "The fire aboard the Aurelia killed 12 people,"),
        ("copy", EdgeKind.PUBLISHED_BY, "Harbor Ledger", "stated", ""),
        ("copy", EdgeKind.CREDITS, "Northern Wire", "dateline", "(Northern Wire)"),
        ("wire", EdgeKind.REPORTS, "toll", "reader", "said on Monday"),
        ("denied", EdgeKind.TOLD, "Northern Wire", "reader", "Northern Wire"),
        ("denied", EdgeKind.CONTRADICTS, "claim:off", "pair scorer", "“It is not true that the sprinklers"),
        ("risen", EdgeKind.UPDATES, "claim:toll", "pair scorer", "The toll of the ferry fire has risen to 15"),
        ("toll_copied", EdgeKind.REPEATS, "claim:toll", "member", "The fire aboard the Aurelia killed 12 people"),
        ("inner", EdgeKind.NESTED_IN, "outer", "reader", "that nobody was missing"),
        ("toll", EdgeKind.SAID_BY, "vann", "speaker in the article", "Coast Guard spokesman Idris Vann"),
        ("vann", EdgeKind.SPEAKS_FOR, "Coast Guard", "speaker in the article", "Coast Guard"),
        ("marsh", EdgeKind.AFFILIATED, "Blue Line Ferries", "speaker in the article", "Blue Line Ferries"),
    ],
)
def test_edges_of_each_kind(ferry, graph, start, kind, end, method, evidence):
    """Each kind of edge is there with its method and the article's words that show it."""
    found = graph.edges[named(ferry, graph, start), named(ferry, graph, end), kind.value]

    assert found["method"].startswith(method)
    assert evidence in found["evidence"]


def named(ferry, graph, name):
    """Return the id of what the fixture calls by this name, or of an outlet or organization of this name."""
    if name.startswith("claim:"):
        return getattr(ferry.claims, name.removeprefix("claim:")).id
    for value in (getattr(ferry, name, None), getattr(ferry.sources, name, None)):
        if value is not None:
            return value.id
    if hasattr(ferry.records, name):
        return getattr(ferry.records, name).statement.id
    return next(node for node, found in graph.nodes(data=True) if found.get("name") == name)


def test_who_may_be_the_same_is_told_apart_from_who_is(ferry, graph):
    """The two unnamed officials are two sources, joined by an edge with the judgement's score and words."""
    pair = sorted((ferry.sources.senior.id, ferry.sources.somebody.id))
    found = graph.edges[(*pair, EdgeKind.MAY_BE_SAME.value)]

    assert (found["score"], found["method"]) == (0.6, "unnamed")
    assert "senior official" in found["note"]


def test_a_merge_shows_on_the_edge_to_the_source(ferry, graph):
    """Who speaks by a last name alone is as sure as speaker and merge together, and the edge tells why."""
    found = graph.edges[ferry.records.risen.statement.id, ferry.sources.vann.id, "said_by"]

    assert found["score"] == pytest.approx(1.0 * 0.8)
    assert (found["method"], found["note"]) == (
        "speaker in the article, last name of one person",
        "Vann | Idris Vann",
    )


def test_a_merge_leaves_the_full_name_as_sure_as_it_was(ferry, graph):
    """Where an article gives the source's own name, that others were merged into it changes nothing."""
    found = graph.edges[ferry.records.toll.statement.id, ferry.sources.vann.id, "said_by"]

    assert (found["score"], found["note"]) == (0.9, "")


def test_an_organization_speaks_for_itself(ferry):
    """Where *the Coast Guard said*, the source and the organization are two nodes, and the one speaks for the other."""
    itself = evolve(ferry.sources.marsh, name="Coast Guard", names=("Coast Guard",), kind=SpeakerKind.ORGANIZATION)
    itself = evolve(itself, organizations=ferry.sources.vann.organizations)
    graph = build_graph(evolve(ferry.picture, identities=evolve(ferry.picture.identities, sources=(itself,))))

    assert list(graph[itself.id][itself.organizations[0]]) == ["speaks_for"]


def test_dates_that_tell_nothing_leave_the_direction_open(ferry):
    """Of two overlapping articles of one day without times neither is the copy."""
    undated = evolve(
        ferry.picture,
        overlaps=(Overlap(article_id=ferry.denial.id, other_id=ferry.copy.id, containment=0.5, shared=20),),
        articles=(evolve(ferry.denial, published="yesterday"),),
        records=tuple(r for r in ferry.picture.records if r.article.id != ferry.denial.id),
    )
    kinds = {kind for *_, kind in build_graph(undated).edges(keys=True)}

    assert EdgeKind.SHARES_TEXT in kinds
    assert EdgeKind.COPIES not in kinds


def test_attributes_are_plain_and_those_documented(graph):
    """Every node and edge has exactly the attributes of its kind, each plain text, a number or a truth value."""
    for _, found in graph.nodes(data=True):
        expected = NODE_ATTRIBUTES[NodeKind(found["kind"])]
        assert {name: type(value) for name, value in found.items()} == expected
    for *_, found in graph.edges(data=True):
        assert {name: type(value) for name, value in found.items()} == EdgeAttributes.__annotations__


def test_no_attribute_takes_a_name_that_formats_use():
    """Node-link JSON overwrites *source*, *target*, *key* and *id* without a word; GEXF takes *start* and *end*."""
    of_nodes = {name for found in NODE_ATTRIBUTES.values() for name in found}

    assert not {*EdgeAttributes.__annotations__} & {"source", "target", "key", "id", "start", "end", "label", "weight"}
    assert not of_nodes & {"id", "value", "start", "end", "pid", "viz", "parents"}


def test_evidence_stands_in_an_article(ferry, graph):
    """Every inferred edge has evidence, and each stretch of it stands in one of the articles."""
    texts = [" ".join(article.text.split()) for article in ferry.picture.articles_by_id().values()]
    for *_, found in graph.edges(data=True):
        assert found["evidence"] or found["method"] == "stated"
        for stretch in found["evidence"].split(" … "):
            assert any(" ".join(stretch.split()) in text for text in texts)


@settings(max_examples=25)  # each builds a graph
@given(st.randoms(use_true_random=False))
def test_order_changes_nothing(ferry, graph, chance: random.Random):
    """In whatever order articles and statements came in, the graph is the same, its nodes and edges in one order."""

    def mixed(values):
        return tuple(chance.sample(values, len(values)))

    identities = evolve(
        ferry.picture.identities,
        sources=mixed(ferry.picture.identities.sources),
        organizations=mixed(ferry.picture.identities.organizations),
    )
    other = build_graph(
        evolve(
            ferry.picture,
            records=mixed(ferry.picture.records),
            claims=mixed(ferry.picture.claims),
            links=mixed(ferry.picture.links),
            identities=identities,
        )
    )

    assert list(other.nodes(data=True)) == list(graph.nodes(data=True))
    assert list(other.edges(keys=True, data=True)) == list(graph.edges(keys=True, data=True))


def test_an_edge_that_leads_nowhere_makes_no_node(ferry):
    """A statement whose parent the picture lacks keeps its node; no empty node stands for the parent."""
    only = (ferry.records.inner,)
    graph = build_graph(evolve(ferry.picture, records=only))

    assert ferry.records.outer.statement.id not in graph
    assert all("kind" in found for _, found in graph.nodes(data=True))


def test_an_empty_picture_gives_an_empty_graph(ferry):
    """No articles, no nodes."""
    identities = evolve(ferry.picture.identities, sources=(), organizations=(), merges=(), unsure=())
    graph = build_graph(type(ferry.picture)(records=(), identities=identities))

    assert isinstance(graph, networkx.MultiDiGraph)
    assert len(graph) == 0


def test_a_statement_leads_to_the_one_whose_words_it_takes_up(ferry):
    """*Rejected the charge* has an edge to the charge, in the graph and where statements are told as its evidence."""
    records = [
        evolve(one, takes_up=(ferry.records.off.statement.id,)) if one == ferry.records.denied else one
        for one in ferry.picture.records
    ]
    graph = build_graph(evolve(ferry.picture, records=tuple(records)))
    found = graph.edges[ferry.records.denied.statement.id, ferry.records.off.statement.id, "takes_up"]

    assert found["evidence"].startswith("told … “It is not true")
