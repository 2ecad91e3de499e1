"""The pages on the graph say what the code does, and their examples run."""

import re
from functools import partial
from pathlib import Path
from types import SimpleNamespace

import pytest

from attribution.graph.network import projections
from attribution.graph.network.building import build_graph
from attribution.graph.network.exchange.export import FORMATS, export
from attribution.graph.network.exchange.rows import TABLES
from attribution.graph.network.exchange.standards import EDGE_TERMS, NODE_TYPES
from attribution.graph.network.kinds import NODE_ATTRIBUTES, EdgeAttributes, EdgeKind, NodeKind
from attribution.graph.network.parts import subgraph_of
from attribution.statements.row import COLUMNS

DOCS = Path(__file__).parents[3] / "docs"
REFERENCE = (DOCS / "reference/graph.md").read_text(encoding="utf8")
EXPORT = (DOCS / "how-to/export.md").read_text(encoding="utf8")


def rows(title):
    """Return the rows of the table whose first column has this title, each by its first cell, code marks left in."""
    table = re.search(rf"\| {title} \|.*?\n\|[- |]+\n((?:\|.*\n?)+)", REFERENCE)[1]
    cells = ([cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines())
    return {row[0].strip("`"): row[1:] for row in cells}


def codes(cell):
    """Return what stands between code marks."""
    return re.findall(r"`([^`]+)`", cell)


def test_nodes_are_described():
    """Every kind of node has its line, with its standard terms and its attributes in order."""
    described = rows("node")

    assert list(described) == [kind.value for kind in NodeKind]
    for kind, (_, terms, attributes) in described.items():
        assert ["kind", "label", *codes(attributes)] == list(NODE_ATTRIBUTES[NodeKind(kind)])
        assert {*NODE_TYPES[NodeKind(kind)]} <= {*codes(terms)}


def test_edges_are_described():
    """Every kind of edge has its line, with its standard terms, none where the term is our own."""
    described = rows("edge")

    assert list(described) == [kind.value for kind in EdgeKind]
    for kind, cells in described.items():
        standard = [term for term in EDGE_TERMS[EdgeKind(kind)] if not term.startswith("attr:")]
        assert [term for term in codes(cells[2]) if term != "schema:appearance"] == standard
    assert list(rows("attribute")) == list(EdgeAttributes.__annotations__)


def test_formats_and_tables_are_described():
    """Every format has its line with its endings; every table has its columns in order."""
    assert {name: tuple(codes(cells[0])) for name, cells in rows("format").items()} == {
        name: found.endings for name, found in FORMATS.items()
    }
    described = {name: codes(cells[0]) for name, cells in rows("table").items()}
    described["statements"] = [*COLUMNS, *described["statements"]]
    assert described == {name: list(columns) for name, (columns, _) in TABLES.items()}


@pytest.mark.parametrize("name", rows("function"))
def test_projections_are_described(name):
    """Each function that the page names is there, with a docstring that shows an algorithm on it."""
    assert "networkx." in getattr(projections, name).__doc__


def test_the_examples_run(ferry, tmp_path, monkeypatch):
    """The page's Python is executed as it stands, on the ferry fire, and the last example finds who denies what."""
    monkeypatch.chdir(tmp_path)
    corpus = SimpleNamespace(
        graph=build_graph(ferry.picture),
        subgraph=partial(subgraph_of, ferry.picture),
        export=partial(export, ferry.picture),
        claims=lambda: ferry.picture.claims,
    )
    names = {"corpus": corpus}
    for block in re.findall(r"```python\n(.*?)```", EXPORT, re.DOTALL):
        exec(block, names)

    assert len(names["files"]) == len(TABLES)
    assert eval("[str(row.name) for row in denials]", names) == ["Lena Marsh"]
    assert ferry.claims.off.id in names["graph"]
