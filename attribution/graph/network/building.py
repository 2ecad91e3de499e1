"""Put the graph together: a plain networkx.MultiDiGraph."""

from typing import TYPE_CHECKING

from attribution.graph.network.edges import edges_of
from attribution.graph.network.nodes import nodes_of
from attribution.graph.network.picture import Picture

if TYPE_CHECKING:
    import networkx


def build_graph(picture: Picture) -> "networkx.MultiDiGraph":
    """Return the graph of a picture.

    Nodes are ids made of content; `graph.nodes[id]` holds the attributes of the node's kind, as `kinds.py` lists
    them. The key of an edge is its kind: `graph.edges[statement_id, claim_id, "supports"]` holds `score`, `method`,
    `evidence`. Nodes and edges come sorted, so one picture, in whatever order it was gathered, gives one graph. An
    edge whose other end the picture lacks is left out.
    """
    import networkx

    graph = networkx.MultiDiGraph()
    graph.add_nodes_from(nodes_of(picture))
    graph.add_edges_from(
        (edge.start, edge.end, edge.kind.value, edge.attributes())
        for edge in edges_of(picture)
        if edge.start in graph and edge.end in graph
    )
    return graph
