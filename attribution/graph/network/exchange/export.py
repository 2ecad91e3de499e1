"""Write a picture or a graph to a file for other programs, and read a graph back."""

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from attribution.errors import GraphFileError, UnknownFormatError
from attribution.graph.network.building import build_graph
from attribution.graph.network.exchange.followthemoney import write_followthemoney
from attribution.graph.network.exchange.json_graphs import (
    read_cytoscape,
    read_node_link,
    write_cytoscape,
    write_node_link,
)
from attribution.graph.network.exchange.json_ld import write_json_ld
from attribution.graph.network.exchange.placing import place
from attribution.graph.network.exchange.rows import TABLES
from attribution.graph.network.exchange.tables import write_csv_table, write_parquet_table
from attribution.graph.network.exchange.xml_graphs import read_gexf, read_graphml, write_gexf, write_graphml
from attribution.graph.network.picture import Picture

if TYPE_CHECKING:
    import networkx

Writer = Callable[["networkx.Graph", Path], None]
Reader = Callable[[Path], "networkx.Graph"]


@frozen
class _GraphFormat:
    endings: tuple[str, ...]
    write: Writer
    read: Reader


@frozen
class _PictureFormat:
    endings: tuple[str, ...]
    write: Callable[[Picture, Path], None]


@frozen
class _TableFormat:
    endings: tuple[str, ...]
    write: Callable[[Picture, str, Path], None]


FORMATS: dict[str, _GraphFormat | _PictureFormat | _TableFormat] = {
    "node-link": _GraphFormat((".json",), write_node_link, read_node_link),
    "graphml": _GraphFormat((".graphml",), write_graphml, read_graphml),
    "gexf": _GraphFormat((".gexf",), write_gexf, read_gexf),
    "cytoscape": _GraphFormat((".cyjs",), write_cytoscape, read_cytoscape),
    "json-ld": _PictureFormat((".jsonld",), write_json_ld),
    "followthemoney": _PictureFormat((".ftm.json", ".ijson"), write_followthemoney),
    "csv": _TableFormat((".csv",), write_csv_table),
    "parquet": _TableFormat((".parquet",), write_parquet_table),
}


def export(
    graph_or_picture: "Picture | networkx.Graph", path: str | os.PathLike[str], *, format: str | None = None
) -> tuple[Path, ...]:
    """Write a graph or a picture to `path` and return the files written; the format is that of its ending or `format`.

    *node-link* (.json), *graphml*, *gexf* and *cytoscape* (.cyjs) hold the graph, also a projection of it. *json-ld*
    (.jsonld), *followthemoney* (.ftm.json), *csv* and *parquet* need the texts, so a picture. Tables are a file each:
    *truce.csv* becomes *truce.statements.csv*, *truce.sources.csv* and so on. A file is replaced only when the new one
    is whole.

    Raises:
        UnknownFormatError: no such format, or it needs a picture and was given a graph.
        GraphFileError: the file cannot be written.
        MissingExtraError: Parquet is asked for, and polars is not installed.
    """
    place_of = Path(path)
    name = _format_name(place_of, format)
    chosen = FORMATS[name]
    if isinstance(chosen, _GraphFormat):
        graph = build_graph(graph_or_picture) if isinstance(graph_or_picture, Picture) else graph_or_picture
        place(place_of, partial(chosen.write, graph))
        return (place_of,)
    if not isinstance(graph_or_picture, Picture):
        raise UnknownFormatError(name, "holds texts, which a graph alone lacks: export the corpus", tuple(FORMATS))
    if isinstance(chosen, _PictureFormat):
        place(place_of, partial(chosen.write, graph_or_picture))
        return (place_of,)
    places = {table: place_of.with_name(f"{place_of.stem}.{table}{place_of.suffix or f'.{name}'}") for table in TABLES}
    for table, file in places.items():
        place(file, partial(chosen.write, graph_or_picture, table))
    return tuple(places.values())


def read_graph(path: str | os.PathLike[str], *, format: str | None = None) -> "networkx.Graph":
    """Return the graph in a node-link JSON, GraphML, GEXF or Cytoscape JSON file; the format is that of its ending.

    A graph that `export` wrote comes back as it was: a MultiDiGraph with the kinds of edges as keys, or the Graph or
    DiGraph of a projection. What another program added to nodes and edges stays, but for positions and colours.

    Raises:
        UnknownFormatError: no such format, or none that is read.
        GraphFileError: the file is missing, damaged or of another format than its name says.
    """
    name = _format_name(Path(path), format)
    chosen = FORMATS[name]
    readable = tuple(known for known, found in FORMATS.items() if isinstance(found, _GraphFormat))
    if not isinstance(chosen, _GraphFormat):
        raise UnknownFormatError(name, "is written, but not read", readable)
    try:
        return chosen.read(Path(path))
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise GraphFileError(str(path), f"cannot be read ({reason})", "check the name and the permissions") from error
    except Exception as error:  # a reader meets whatever stands in the file, and fails in as many ways
        reason = str(error) if type(error) is ValueError else f"is not read as {name} ({type(error).__name__}: {error})"
        raise GraphFileError(str(path), reason, "export it anew, or name its format") from error


def _format_name(path: Path, format: str | None) -> str:
    if format is not None:
        if format in FORMATS:
            return format
        raise UnknownFormatError(format, "is no format", tuple(FORMATS))
    endings = {ending: name for name, found in FORMATS.items() for ending in found.endings}
    for ending in sorted(endings, key=len, reverse=True):
        if path.name.lower().endswith(ending):
            return endings[ending]
    known = tuple(f"{name} ({', '.join(found.endings)})" for name, found in FORMATS.items())
    raise UnknownFormatError(path.name, "has the ending of no format", known)
