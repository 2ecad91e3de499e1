"""Projections: plain weighted graphs on which networkx's algorithms run."""

import networkx
import pytest

from attribution.graph.network.building import build_graph
from attribution.graph.network.nodes import outlet_id
from attribution.graph.network.projections import (
    organizations_by_claims,
    outlets_by_reuse,
    sources_and_claims,
    sources_by_claims,
)


@pytest.fixture(scope="module")
def graph(ferry):
    """Return the graph of the ferry fire."""
    return build_graph(ferry.picture)


def test_sources_and_claims(ferry, graph):
    """Edges count a source's statements on a claim by relation; the graph is bipartite by its own attribute."""
    found = sources_and_claims(graph)
    sources = {node for node, side in found.nodes(data="bipartite") if side == 0}

    assert found.edges[ferry.sources.vann.id, ferry.claims.toll.id] == {
        "weight": 3,
        "supports": 1,
        "contradicts": 0,
        "updates": 1,
        "repeats": 1,
    }
    assert networkx.bipartite.is_bipartite_node_set(found, sources)
    assert networkx.bipartite.degree_centrality(found, sources)[ferry.sources.vann.id] == pytest.approx(2 / 3)


def test_sources_agree_and_disagree(ferry, graph):
    """Who says it and who says it too agree; who denies it disagrees with both."""
    found = sources_by_claims(graph)
    senior, somebody, marsh = (getattr(ferry.sources, name).id for name in ("senior", "somebody", "marsh"))

    assert found.edges[senior, somebody] == {"weight": 1, "agreement": 1, "disagreement": 0}
    assert found.edges[senior, marsh] == {"weight": 1, "agreement": 0, "disagreement": 1}
    assert not found.has_edge(ferry.sources.vann.id, marsh)
    together = networkx.community.louvain_communities(found, weight="agreement", seed=0)
    assert {senior, somebody} <= next(members for members in together if senior in members)
    assert marsh not in next(members for members in together if senior in members)


def test_organizations_agree_and_disagree(ferry, graph):
    """Organizations stand to each other as their sources do; one does not stand to itself."""
    found = organizations_by_claims(graph)
    ministry, line = ferry.sources.senior.organizations[0], ferry.sources.marsh.organizations[0]

    assert found.edges[ministry, line] == {"weight": 1, "agreement": 0, "disagreement": 1}
    assert len(found) == 3
    assert networkx.number_of_selfloops(found) == 0
    assert networkx.betweenness_centrality(found)


def test_outlets_by_reuse(graph):
    """Who copies or credits an agency points to it; the agency is drawn on most."""
    found = outlets_by_reuse(graph)
    wire, ledger, herald = outlet_id("Northern Wire"), outlet_id("Harbor Ledger"), outlet_id("Coast Herald")

    assert found.edges[ledger, wire] == {"weight": 2.0, "copies": 1.0, "credits": 1}
    assert found.edges[herald, wire] == {"weight": 1.0, "copies": 0.0, "credits": 1}
    assert not found.has_edge(wire, ledger)
    ranks = networkx.pagerank(found)
    assert max(ranks, key=ranks.get) == wire


def test_unclear_direction_counts_half_each_way(graph):
    """Where dates do not tell which article is the copy, each outlet has half of it."""
    unclear = graph.copy()
    start, end, _ = next(edge for edge in graph.edges(keys=True) if edge[2] == "copies")
    attributes = unclear.edges[start, end, "copies"] | {"kind": "shares_text"}
    unclear.remove_edge(start, end, "copies")
    unclear.add_edge(start, end, key="shares_text", **attributes)
    found = outlets_by_reuse(unclear)
    wire, ledger = outlet_id("Northern Wire"), outlet_id("Harbor Ledger")

    assert (found.edges[ledger, wire]["copies"], found.edges[wire, ledger]["copies"]) == (0.5, 0.5)


@pytest.mark.parametrize("project", [sources_and_claims, sources_by_claims, organizations_by_claims, outlets_by_reuse])
def test_nothing_comes_of_nothing(project):
    """An empty graph has empty projections."""
    assert len(project(networkx.MultiDiGraph())) == 0
