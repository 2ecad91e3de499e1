"""What formats add to a graph of ours when it is written, and its removal when it is read."""

from typing import TYPE_CHECKING

from attribution.graph.network.kinds import NODE_ATTRIBUTES, EdgeAttributes, NodeKind
from attribution.text.article import content_id

if TYPE_CHECKING:
    import networkx

ADDED_TO_NODES = frozenset(("id", "value", "viz", "pid", "parents", "start", "end", "slices", "spells"))
ADDED_TO_EDGES = frozenset(("id", "source", "target", "key", "label", "interaction", "viz", "start", "end", "spells"))


def edge_id(start: str, end: str, kind: str) -> str:
    """Return an id for an edge, for formats in which an edge must have one."""
    return content_id("edge", start, end, kind)


def restored(graph: "networkx.Graph") -> "networkx.Graph":
    """Return a graph as it was before it was written.

    Where every edge has a kind of ours it is a MultiDiGraph whose keys are these kinds, else it stays of its class.
    Attributes that a format adds are removed, empty text that it left out is put back; what another program computed
    (a community, a rank) stays.
    """
    import networkx

    is_ours = graph.is_directed() and all("kind" in found for _, _, found in graph.edges(data=True))
    if is_ours:
        whole = networkx.MultiDiGraph()
    else:
        whole = networkx.DiGraph() if graph.is_directed() else networkx.Graph()
    for node, found in graph.nodes(data=True):
        whole.add_node(node, **_node_attributes(found))
    for start, end, found in graph.edges(data=True):
        kept = {name: value for name, value in found.items() if name not in ADDED_TO_EDGES}
        if is_ours:
            missing = {name: "" for name, of in EdgeAttributes.__annotations__.items() if of is str}
            whole.add_edge(start, end, key=kept["kind"], **{**missing, **kept})
        else:
            whole.add_edge(start, end, **kept)
    return whole


def _node_attributes(found: dict[str, object]) -> dict[str, object]:
    kept = {name: value for name, value in found.items() if name not in ADDED_TO_NODES}
    kind = kept.get("kind")
    if kind not in list(NodeKind):
        return kept
    expected = NODE_ATTRIBUTES[NodeKind(str(kind))]
    if "name" not in expected:
        kept.pop("name", None)  # Cytoscape's
    return {name: "" for name, of in expected.items() if of is str} | kept
