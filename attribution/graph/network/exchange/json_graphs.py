"""Graphs as JSON: networkx's node-link form, and that of Cytoscape and cytoscape.js."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attribution.graph.network.exchange.own_names import edge_id, restored

if TYPE_CHECKING:
    import networkx


def write_node_link(graph: "networkx.Graph", path: Path) -> None:
    """Write a graph as networkx's node-link JSON: what `networkx.node_link_graph` reads, and D3 draws."""
    import networkx

    write_json(networkx.node_link_data(graph, edges="edges"), path)


def read_node_link(path: Path) -> "networkx.Graph":
    """Return the graph of a node-link JSON file, its edges called *edges* or, as networkx before 3.6 wrote, *links*."""
    import networkx

    written = _read_json(path)
    return restored(networkx.node_link_graph(written, edges="edges" if "edges" in written else "links"))


def write_cytoscape(graph: "networkx.Graph", path: Path) -> None:
    """Write a graph as Cytoscape's JSON (*.cyjs*), with the *name* that Cytoscape shows and the *interaction*."""
    import networkx

    written = networkx.cytoscape_data(graph)
    for node in written["elements"]["nodes"]:
        own = graph.nodes[node["data"]["value"]]
        node["data"]["name"] = own.get("name") or own.get("label") or str(node["data"]["value"])
    for edge in written["elements"]["edges"]:
        found = edge["data"]
        kind = str(found.get("kind", ""))
        found |= {"id": edge_id(found["source"], found["target"], kind), "interaction": kind}
    write_json(written, path)


def read_cytoscape(path: Path) -> "networkx.Graph":
    """Return the graph of a Cytoscape JSON file of ours, also after Cytoscape has added to it."""
    import networkx

    written = _read_json(path)
    for node in written["elements"]["nodes"]:
        node["data"].setdefault("value", node["data"]["id"])
    written.setdefault("data", [])
    return restored(networkx.cytoscape_graph(written))


def write_json(value: object, path: Path) -> None:
    """Write a value as JSON; a half of a surrogate pair, which UTF-8 cannot hold, is written as its escape."""
    text = json.dumps(value, ensure_ascii=False, indent=1)
    try:
        path.write_bytes(text.encode() + b"\n")
    except UnicodeEncodeError:
        path.write_bytes(json.dumps(value, indent=1).encode() + b"\n")


def _read_json(path: Path) -> dict[str, Any]:
    value = json.loads(path.read_bytes())
    if not isinstance(value, dict):
        raise TypeError("it holds no JSON object")
    return value
