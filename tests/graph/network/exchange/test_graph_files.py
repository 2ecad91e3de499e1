"""Files that hold a graph: each is read back as it was, by us and by the tools' own readers."""

import json
from xml.etree import ElementTree

import networkx
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from attribution.errors import GraphFileError
from attribution.graph.network.building import build_graph
from attribution.graph.network.exchange.export import export, read_graph
from attribution.graph.network.exchange.xml_text import from_xml_text, to_xml_text
from attribution.graph.network.projections import outlets_by_reuse, sources_by_claims

NAMES = ["graph.json", "graph.graphml", "graph.gexf", "graph.cyjs"]


def contents(graph):
    """Return everything that a graph holds."""
    if graph.is_multigraph():
        return dict(graph.nodes(data=True)), {edge: graph.edges[edge] for edge in graph.edges(keys=True)}
    return dict(graph.nodes(data=True)), {edge: graph.edges[edge] for edge in graph.edges}


@pytest.mark.parametrize("name", NAMES)
def test_a_graph_comes_back_as_it_was(picture, tmp_path, name):
    """Nodes, edges, keys, attributes and their types are the same after a round trip, whatever stands in the texts."""
    graph = build_graph(picture)
    (path,) = export(picture, tmp_path / name)
    found = read_graph(path)

    assert isinstance(found, networkx.MultiDiGraph)
    assert contents(found) == contents(graph)
    assert [type(v) for _, d in found.nodes(data=True) for v in d.values()].count(bool) > 0


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("project", [sources_by_claims, outlets_by_reuse])
def test_a_projection_comes_back_as_it_was(ferry, tmp_path, name, project):
    """A weighted graph, directed or not, is written and read as well."""
    graph = project(build_graph(ferry.picture))
    (path,) = export(graph, tmp_path / name)
    found = read_graph(path)

    assert type(found) is type(graph)
    assert {frozenset(edge) for edge in found.edges} == {frozenset(edge) for edge in graph.edges}
    assert contents(found)[0] == contents(graph)[0]
    for start, end, attributes in graph.edges(data=True):
        assert found.edges[start, end] == attributes


def test_networkx_reads_node_link(ferry, tmp_path):
    """networkx's own reader takes the node-link file, without anything of ours."""
    (path,) = export(ferry.picture, tmp_path / "graph.json")
    graph = networkx.node_link_graph(json.loads(path.read_bytes()), edges="edges")

    assert contents(graph) == contents(build_graph(ferry.picture))


def test_networkx_reads_graphml_and_gexf(picture, tmp_path):
    """networkx's own readers take the XML; every edge there has an id of its own."""
    graph = build_graph(picture)
    for name, read in (("graph.graphml", networkx.read_graphml), ("graph.gexf", networkx.read_gexf)):
        (path,) = export(picture, tmp_path / name)
        found = read(path)
        edge_ids = [element.get("id") for element in ElementTree.parse(path).iter() if element.tag.endswith("}edge")]

        assert len(found) == len(graph)
        assert len(edge_ids) == graph.number_of_edges() == len(set(edge_ids))


def test_gephi_has_labels(ferry, tmp_path):
    """In GEXF nodes are labelled with short words and edges with their kinds."""
    (path,) = export(ferry.picture, tmp_path / "graph.gexf")
    elements = list(ElementTree.parse(path).iter())
    labels = {element.get("label") for element in elements if element.tag.endswith("}node")}
    kinds = {element.get("label") for element in elements if element.tag.endswith("}edge")}

    assert {"Idris Vann", "BLF", "Northern Wire"} <= labels
    assert {"said_by", "contradicts", "copies"} <= kinds


def test_cytoscape_has_names_and_interactions(ferry, tmp_path):
    """In Cytoscape nodes have a name to show, and edges an id and an interaction."""
    (path,) = export(ferry.picture, tmp_path / "graph.cyjs")
    elements = json.loads(path.read_bytes())["elements"]
    edge_ids = [edge["data"]["id"] for edge in elements["edges"]]

    assert "Twelve die in ferry fire" in {node["data"]["name"] for node in elements["nodes"]}
    assert "contradicts" in {edge["data"]["interaction"] for edge in elements["edges"]}
    assert len(edge_ids) == len(set(edge_ids))
    assert networkx.cytoscape_graph(json.loads(path.read_bytes())).number_of_edges() == len(edge_ids)


@pytest.mark.parametrize("name", NAMES)
def test_what_another_program_computed_stays(ferry, tmp_path, name):
    """A community that Gephi or Cytoscape wrote on a node is there after reading."""
    graph = build_graph(ferry.picture)
    networkx.set_node_attributes(graph, 3, "modularity_class")
    (path,) = export(graph, tmp_path / name)

    assert contents(read_graph(path)) == contents(graph)


@pytest.mark.parametrize("name", NAMES)
def test_the_same_picture_gives_the_same_file(ferry, tmp_path, name):
    """Two runs write the same bytes."""
    (one,) = export(ferry.picture, tmp_path / name)
    (other,) = export(ferry.picture, tmp_path / f"other-{name}")

    assert one.read_bytes() == other.read_bytes()


BOMB = """<?xml version="1.0"?><!DOCTYPE graphml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><graph edgedefault="directed"><node id="&b;"/></graph></graphml>"""
OUTSIDE = BOMB.replace('"aaaaaaaaaa"', 'SYSTEM "file:///etc/passwd"')


@pytest.mark.parametrize("name", ["bomb.graphml", "bomb.gexf"])
@pytest.mark.parametrize("text", [BOMB, OUTSIDE])
def test_entities_are_not_expanded(tmp_path, name, text):
    """XML that declares entities is refused before any is expanded or fetched."""
    (tmp_path / name).write_text(text)

    with pytest.raises(GraphFileError, match="declares a document type"):
        read_graph(tmp_path / name)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.json", "[1]"),
        ("a.json", "{}"),
        ("a.json", "{"),
        ("a.json", "[" * 100_000),
        ("a.json", '{"nodes": [{"id": {}}], "edges": []}'),
        ("a.cyjs", '{"elements": 3}'),
        ("a.cyjs", '{"elements": {"nodes": [{"data": {}}], "edges": []}}'),
        ("a.graphml", "<graphml"),
        ("a.graphml", "<other/>"),
        ("a.gexf", "<gexf/>"),
        ("a.gexf", ""),
        ("a.gexf", "\xff\x00"),
    ],
)
def test_a_damaged_file_is_an_error_of_ours(tmp_path, name, text):
    """Whatever stands in the file, the error names it and is ours."""
    (tmp_path / name).write_bytes(text.encode("latin-1"))

    with pytest.raises(GraphFileError, match=name):
        read_graph(tmp_path / name)


def test_a_missing_file_is_an_error_of_ours(tmp_path):
    """A file that is not there is an OSError too."""
    with pytest.raises(GraphFileError, match="no such file") as caught:
        read_graph(tmp_path / "none.gexf")
    assert isinstance(caught.value, OSError)


@given(st.text(st.characters(exclude_categories=())) | st.text("_x0Ca\x0c\r\ud800", max_size=20))
@example("_x0000\ud800")
def test_any_text_goes_through_xml(text):
    """Escaped, any text passes an XML parser, in an element and in an attribute, and is itself again after it."""
    element = ElementTree.Element("a", {"b": to_xml_text(text)})
    element.text = to_xml_text(text)
    found = ElementTree.fromstring(ElementTree.tostring(element, encoding="utf-8"))

    assert from_xml_text(found.text or "") == from_xml_text(found.get("b")) == text


@pytest.mark.parametrize(("text", "written"), [("a\x0cb", "a_x000C_b"), ("_x000C_", "_x005F_x000C_"), ("a_b", "a_b")])
def test_escapes_are_those_of_office_documents(text, written):
    """Only what XML refuses is escaped, and what would look like an escape."""
    assert to_xml_text(text) == written
