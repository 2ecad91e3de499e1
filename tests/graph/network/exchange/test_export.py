"""The verb `export`: formats by name and ending, files put in place whole."""

import os

import pytest

from attribution.errors import GraphFileError, UnknownFormatError
from attribution.graph.network.building import build_graph
from attribution.graph.network.exchange import placing
from attribution.graph.network.exchange.export import FORMATS, export, read_graph


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_by_name_and_by_ending(ferry, tmp_path, name):
    """A format's name does what its endings do."""
    named = export(ferry.picture, tmp_path / "named.anything", format=name)
    for ending in FORMATS[name].endings:
        ended = export(ferry.picture, tmp_path / f"ended{ending.upper()}")

        assert [path.read_bytes() for path in named] == [path.read_bytes() for path in ended]


@pytest.mark.parametrize(
    ("name", "format", "problem"),
    [
        ("graph.xlsx", None, "ending of no format"),
        ("graph.json", "xlsx", "'xlsx' is no format"),
        ("graph", None, "ending"),
    ],
)
def test_an_unknown_format_is_refused_with_the_known_ones(ferry, tmp_path, name, format, problem):
    """The error lists the formats, and nothing is written."""
    with pytest.raises(UnknownFormatError, match=f"{problem}.*gexf.*parquet"):
        export(ferry.picture, tmp_path / name, format=format)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["graph.jsonld", "graph.ftm.json", "graph.csv", "graph.parquet"])
def test_what_needs_texts_refuses_a_graph(ferry, tmp_path, name):
    """A graph alone has no texts to point into."""
    with pytest.raises(UnknownFormatError, match="holds texts"):
        export(build_graph(ferry.picture), tmp_path / name)


def test_what_is_not_read_says_what_is(tmp_path):
    """JSON-LD is written, not read."""
    with pytest.raises(UnknownFormatError, match="not read; the formats are node-link, graphml, gexf, cytoscape"):
        read_graph(tmp_path / "graph.jsonld")


def test_a_folder_that_is_not_there(ferry, tmp_path):
    """The error names the file."""
    with pytest.raises(GraphFileError, match=r"none/graph\.gexf cannot be written \(no such file"):
        export(ferry.picture, tmp_path / "none" / "graph.gexf")


def test_a_failure_leaves_the_old_file(tmp_path):
    """While writing fails, the old file stays as it was, and no half file lies beside it."""
    path = tmp_path / "graph.json"
    path.write_text("old")

    def fail(beside):
        beside.write_text("half")
        raise OSError(28, "No space left on device")

    with pytest.raises(GraphFileError, match="no space left on device"):
        placing.place(path, fail)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(os.name != "posix", reason="permissions are those of POSIX")
def test_a_written_file_has_the_usual_permissions(ferry, tmp_path):
    """Others may read what they may read of any new file, though it was made as a temporary one."""
    (tmp_path / "usual").write_text("")
    (path,) = export(ferry.picture, tmp_path / "graph.json")

    assert path.stat().st_mode == (tmp_path / "usual").stat().st_mode
