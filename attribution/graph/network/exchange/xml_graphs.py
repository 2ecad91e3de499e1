"""Graphs as XML: GraphML and GEXF."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from xml.parsers import expat

from attribution.graph.network.exchange.own_names import edge_id, restored
from attribution.graph.network.exchange.xml_text import from_xml_text, to_xml_text

if TYPE_CHECKING:
    import networkx


def write_graphml(graph: "networkx.Graph", path: Path) -> None:
    """Write a graph as GraphML, edges with an id each."""
    import networkx

    networkx.write_graphml_xml(_for_xml(graph), path, named_key_ids=True, edge_id_from_attribute="id")


def read_graphml(path: Path) -> "networkx.Graph":
    """Return the graph of a GraphML file."""
    import networkx

    refuse_document_type(path)
    written = networkx.read_graphml(path, edge_key_type=str, force_multigraph=True)
    return restored(_texts_changed(written, from_xml_text))


def write_gexf(graph: "networkx.Graph", path: Path) -> None:
    """Write a graph as GEXF 1.2, which Gephi opens; the label of an edge is its kind."""
    import networkx

    written = _for_xml(graph)
    for *_, found in written.edges(data=True):
        if "kind" in found:
            found["label"] = found["kind"]
    networkx.write_gexf(written, path, version="1.2draft")


def read_gexf(path: Path) -> "networkx.Graph":
    """Return the graph of a GEXF file, without positions and colours."""
    import networkx

    refuse_document_type(path)
    return restored(_texts_changed(networkx.read_gexf(path), from_xml_text))


def refuse_document_type(path: Path) -> None:
    """Refuse XML that declares a document type: that is where entities stand that expand without end.

    No program writes one into a graph, so nothing is lost.

    Raises:
        ValueError: the file declares a document type, or is no XML.
    """
    parser = expat.ParserCreate()

    def refuse(*_: object) -> None:
        raise ValueError("declares a document type, which could make it expand without end")

    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(path.read_bytes(), True)
    except expat.ExpatError as error:
        raise ValueError(f"is no XML ({error})") from error


def _for_xml(graph: "networkx.Graph") -> "networkx.Graph":
    """Return a copy whose texts XML can hold and whose edges have ids."""
    written = _texts_changed(graph, to_xml_text)
    for start, end, found in written.edges(data=True):
        found["id"] = edge_id(start, end, str(found.get("kind", "")))
    return written


def _texts_changed(graph: "networkx.Graph", change: Callable[[str], str]) -> "networkx.Graph":
    """Return a copy of a graph with every text in it changed, ids among them."""

    def changed(found: dict[str, object]) -> dict[str, object]:
        return {name: change(value) if isinstance(value, str) else value for name, value in found.items()}

    copy = graph.__class__()
    copy.add_nodes_from((change(str(node)), changed(found)) for node, found in graph.nodes(data=True))
    if graph.is_multigraph():
        copy.add_edges_from(
            (change(str(start)), change(str(end)), key, changed(found))
            for start, end, key, found in graph.edges(keys=True, data=True)
        )
    else:
        copy.add_edges_from(
            (change(str(start)), change(str(end)), changed(found)) for start, end, found in graph.edges(data=True)
        )
    return copy
