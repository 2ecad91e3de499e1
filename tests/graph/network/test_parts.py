"""Parts of the graph: of a claim, a source, a time."""

from datetime import date

import pytest

from attribution.errors import DayError, UnknownIdError
from attribution.graph.network.building import build_graph
from attribution.graph.network.kinds import NodeKind
from attribution.graph.network.parts import subgraph_of


def nodes(graph, kind):
    """Return the nodes of a kind."""
    return {node for node, found in graph.nodes(data="kind") if found == kind.value}


def ids(*records):
    """Return the ids of statements."""
    return {record.statement.id for record in records}


def test_the_part_of_a_claim(ferry):
    """A claim comes with all statements on it, for and against, who made them and where; other claims stay away."""
    records = ferry.records
    part = subgraph_of(ferry.picture, claim_id=ferry.claims.off.id)

    assert nodes(part, NodeKind.CLAIM) == {ferry.claims.off.id}
    assert nodes(part, NodeKind.STATEMENT) == ids(records.off, records.off_copied, records.off_again, records.denied)
    assert ferry.sources.vann.id not in part
    assert nodes(part, NodeKind.ARTICLE) == {ferry.wire.id, ferry.copy.id, ferry.denial.id}


def test_the_part_of_a_source_has_what_its_statements_stand_in(ferry):
    """A source comes with its statements and claims, and with the statement that reports one of them."""
    part = subgraph_of(ferry.picture, source_id=ferry.sources.marsh.id)

    assert nodes(part, NodeKind.STATEMENT) == ids(ferry.records.denied, ferry.records.inner, ferry.records.outer)
    assert part.has_edge(ferry.records.inner.statement.id, ferry.records.outer.statement.id, "nested_in")


@pytest.mark.parametrize(
    ("since", "until", "articles"),
    [
        ("2021-05-18", None, {"denial", "update"}),
        (None, "2021-05-17", {"wire", "copy"}),
        (date(2021, 5, 18), date(2021, 5, 18), {"denial"}),
        ("2022-01-01", None, set()),
    ],
)
def test_the_part_of_a_time(ferry, since, until, articles):
    """Both days are included."""
    part = subgraph_of(ferry.picture, since=since, until=until)

    assert nodes(part, NodeKind.ARTICLE) == {getattr(ferry, name).id for name in articles}


def test_a_part_lies_in_the_whole(ferry):
    """Every node and edge of a part is one of the whole, with the same attributes."""
    whole = build_graph(ferry.picture)
    part = subgraph_of(ferry.picture, claim_id=ferry.claims.toll.id, until="2021-05-18")

    assert len(part) > 5
    assert all(whole.nodes[node] == found for node, found in part.nodes(data=True))
    assert all(whole.edges[edge] == part.edges[edge] for edge in part.edges)


@pytest.mark.parametrize("wanted", [{"claim_id": "claim:none"}, {"source_id": "source:none"}])
def test_what_is_not_there_is_refused(ferry, wanted):
    """An id that nothing has is an error of ours, and a KeyError."""
    with pytest.raises(UnknownIdError, match="none") as caught:
        subgraph_of(ferry.picture, **wanted)
    assert isinstance(caught.value, KeyError)


def test_a_day_that_is_none_is_refused(ferry):
    """*yesterday* is no day."""
    with pytest.raises(DayError, match="'yesterday' is no day"):
        subgraph_of(ferry.picture, since="yesterday")
