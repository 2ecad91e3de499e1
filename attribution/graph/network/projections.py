"""Views of the graph as plain weighted networkx graphs, for networkx's algorithms and backends.

Each takes a graph as `build_graph` gives it or `read_graph` reads it, and returns a new one.
"""

from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING

from attribution.graph.network.kinds import EdgeKind, NodeKind

if TYPE_CHECKING:
    import networkx

FOR = frozenset((EdgeKind.SUPPORTS.value, EdgeKind.REPEATS.value))
AGAINST = frozenset((EdgeKind.CONTRADICTS.value,))
ON_A_CLAIM = (EdgeKind.SUPPORTS, EdgeKind.CONTRADICTS, EdgeKind.UPDATES, EdgeKind.REPEATS)
BELONGS = frozenset((EdgeKind.SPEAKS_FOR.value, EdgeKind.AFFILIATED.value))


def sources_and_claims(graph: "networkx.MultiDiGraph") -> "networkx.Graph":
    """Return who speaks on which claims: a bipartite graph of sources (`bipartite` 0) and claims (`bipartite` 1).

    An edge counts the source's statements on the claim as `supports`, `contradicts`, `updates` and `repeats`, and all
    of them as `weight`. Which sources bear on as many claims as others do not:

        bipartite = sources_and_claims(graph)
        sources = [node for node, side in bipartite.nodes(data="bipartite") if side == 0]
        networkx.bipartite.degree_centrality(bipartite, sources)
    """
    import networkx

    projected = networkx.Graph()
    _take_nodes(graph, projected, NodeKind.SOURCE, bipartite=0)
    _take_nodes(graph, projected, NodeKind.CLAIM, bipartite=1)
    counts: dict[tuple[str, str], Counter[str]] = {}
    for source, claim, kind in _said(graph):
        counts.setdefault((source, claim), Counter())[kind] += 1
    for (source, claim), found in sorted(counts.items()):
        by_kind = {kind.value: found[kind.value] for kind in ON_A_CLAIM}
        projected.add_edge(source, claim, weight=found.total(), **by_kind)
    return projected


def sources_by_claims(graph: "networkx.MultiDiGraph") -> "networkx.Graph":
    """Return which sources speak on the same claims, agreeing or disagreeing.

    An edge has `agreement`, the number of claims on which both stand on one side (*supports* and *repeats*, or
    *contradicts*), `disagreement`, the number on which they stand on different sides, and `weight`, the number of
    claims that both speak on. Communities of those who say the same:

        agreeing = sources_by_claims(graph)
        networkx.community.louvain_communities(agreeing, weight="agreement", seed=0)
    """
    return _by_claims(graph, NodeKind.SOURCE, {node: (node,) for node in _of_kind(graph, NodeKind.SOURCE)})


def organizations_by_claims(graph: "networkx.MultiDiGraph") -> "networkx.Graph":
    """Return which organizations' sources speak on the same claims; edges as in `sources_by_claims`.

    Those between which most paths of shared claims run:

        networkx.betweenness_centrality(organizations_by_claims(graph))
    """
    belonging: dict[str, tuple[str, ...]] = {}
    for source, organization, kind in graph.edges(keys=True):
        if kind in BELONGS:
            belonging[source] = tuple(sorted({*belonging.get(source, ()), organization}))
    return _by_claims(graph, NodeKind.ORGANIZATION, belonging)


def outlets_by_reuse(graph: "networkx.MultiDiGraph") -> "networkx.DiGraph":
    """Return which outlet takes text or facts from which: edges lead from the outlet that takes to the one that gave.

    An edge has `copies`, `credits` (articles that credit the other outlet, statements made to it among them), and
    `weight`, their sum. Where dates do not tell which of two articles is the copy, each direction has half a copy.
    What an outlet takes from itself is left out. The outlets that others draw on most:

        networkx.pagerank(outlets_by_reuse(graph))
    """
    import networkx

    projected = networkx.DiGraph()
    _take_nodes(graph, projected, NodeKind.OUTLET)
    copies, credited = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    outlet_of = {start: end for start, end, kind in graph.edges(keys=True) if kind == EdgeKind.PUBLISHED_BY}
    for one, other, share in _copied(graph):
        if one in outlet_of and other in outlet_of:
            copies[outlet_of[one], outlet_of[other]] += share  # type: ignore[assignment]  # halves count as well
    for article, outlet in sorted(_credited(graph)):
        if article in outlet_of:
            credited[outlet_of[article], outlet] += 1
    for pair in sorted({*copies, *credited}):
        if pair[0] != pair[1]:
            found = float(copies[pair])
            projected.add_edge(*pair, weight=found + credited[pair], copies=found, credits=credited[pair])
    return projected


def _of_kind(graph: "networkx.MultiDiGraph", kind: NodeKind) -> list[str]:
    return sorted(node for node, found in graph.nodes(data="kind") if found == kind.value)


def _take_nodes(graph: "networkx.MultiDiGraph", projected: "networkx.Graph", kind: NodeKind, **attributes: int) -> None:
    projected.add_nodes_from((node, {**graph.nodes[node], **attributes}) for node in _of_kind(graph, kind))


def _said(graph: "networkx.MultiDiGraph") -> Iterator[tuple[str, str, str]]:
    """Yield source, claim and relation for each statement on a claim whose source is known."""
    source_of = {start: end for start, end, kind in graph.edges(keys=True) if kind == EdgeKind.SAID_BY}
    relations = {kind.value for kind in ON_A_CLAIM}
    for statement, claim, kind in graph.edges(keys=True):
        if kind in relations and statement in source_of:
            yield source_of[statement], claim, kind


def _by_claims(graph: "networkx.MultiDiGraph", kind: NodeKind, parties: dict[str, tuple[str, ...]]) -> "networkx.Graph":
    """Return the nodes of a kind, joined where their sources speak on one claim; `parties` are these by source."""
    import networkx

    projected = networkx.Graph()
    _take_nodes(graph, projected, kind)
    sides: dict[str, dict[str, set[str]]] = {}
    for source, claim, relation in _said(graph):
        side = "for" if relation in FOR else "against" if relation in AGAINST else "neither"
        for party in parties.get(source, ()):
            sides.setdefault(claim, {}).setdefault(party, set()).add(side)
    shared: dict[tuple[str, str], Counter[str]] = {}
    for found in sides.values():
        for one, other in combinations(sorted(found), 2):
            counts = shared.setdefault((one, other), Counter())
            counts.update(_comparison(found[one], found[other]))
    for (one, other), counts in sorted(shared.items()):
        projected.add_edge(
            one,
            other,
            weight=counts["weight"],
            agreement=counts["agreement"],
            disagreement=counts["disagreement"],
        )
    return projected


def _comparison(one: set[str], other: set[str]) -> Iterator[str]:
    """Yield what one claim adds to the edge of two parties that speak on it."""
    yield "weight"
    if {"for"} <= one & other or {"against"} <= one & other:
        yield "agreement"
    if ("for" in one and "against" in other) or ("against" in one and "for" in other):
        yield "disagreement"


def _copied(graph: "networkx.MultiDiGraph") -> Iterator[tuple[str, str, float]]:
    """Yield the article that takes, the one that gave, and how far that is so."""
    for one, other, kind in graph.edges(keys=True):
        if kind == EdgeKind.COPIES:
            yield one, other, 1.0
        elif kind == EdgeKind.SHARES_TEXT:
            yield one, other, 0.5
            yield other, one, 0.5


def _credited(graph: "networkx.MultiDiGraph") -> set[tuple[str, str]]:
    """Return each article with each outlet that it credits itself or through a statement made to that outlet."""
    reported_in = {end: start for start, end, kind in graph.edges(keys=True) if kind == EdgeKind.REPORTS}
    credits = {(start, end) for start, end, kind in graph.edges(keys=True) if kind == EdgeKind.CREDITS}
    told = {
        (reported_in[start], end)
        for start, end, kind in graph.edges(keys=True)
        if kind == EdgeKind.TOLD and start in reported_in
    }
    return credits | told
