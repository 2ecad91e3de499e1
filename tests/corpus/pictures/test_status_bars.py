"""The bars of authorization status: their rows, their parts and their numbers."""

import pytest
from matplotlib.patches import Rectangle

from attribution.corpus.pictures.status import StatusRow
from attribution.corpus.pictures.style import FILLS
from attribution.statements.statement import AuthorizationStatus

COLUMNS = list(StatusRow.__annotations__)


@pytest.fixture
def audited(told, said):
    """Return a corpus of three outlets, one of them without a name."""
    every = [said(who=f"Ann {i}", outlet="The Vale Post" if i % 3 else "the vale post") for i in range(29)]
    every += [said(who=None, outlet="The Vale Post", status="background")]
    every += [said(who="an aide", named=False, outlet="Wire", status=status) for status in ("anonymous", "unnamed")]
    return told([*every, said(who="Bo", outlet=None, status="official")])


def parts_of(axes):
    """Return the parts of the bars: row, where each begins, its width, colour and hatch."""
    return [
        (
            patch.get_gid().split()[0],
            round(patch.get_y() + patch.get_height() / 2),
            patch.get_x(),
            patch.get_width(),
            patch,
        )
        for patch in axes.patches
        if isinstance(patch, Rectangle) and patch.get_gid()
    ]


def test_rows_are_flat_and_counted(audited):
    """A row for each outlet, most statements first, spellings together; the columns are always the same."""
    rows = audited.status_rows()

    assert [(row["outlet"], row["statements"]) for row in rows] == [("The Vale Post", 30), ("Wire", 2), ("", 1)]
    assert all(list(row) == COLUMNS for row in rows)
    assert COLUMNS[2:] == [status.value for status in AuthorizationStatus]
    assert (rows[0]["on_record"], rows[0]["background"]) == (29, 1)
    assert (rows[1]["anonymous"], rows[1]["unnamed"]) == (1, 1)
    assert all(sum(list(row.values())[2:]) == row["statements"] for row in rows)


def test_bars_are_the_rows(audited, seen):
    """Parts follow each other without a gap, in the order of the statuses, and are as long as their numbers."""
    axes = audited.status_bars()
    seen(axes)

    found = [(status, row, start, width) for status, row, start, width, _ in parts_of(axes)]
    assert found == [
        ("on_record", 0, 0, 29),
        ("background", 0, 29, 1),
        ("anonymous", 1, 0, 1),
        ("unnamed", 1, 1, 1),
        ("official", 2, 0, 1),
    ]
    assert [tick.get_text() for tick in axes.get_yticklabels()] == ["The Vale Post", "Wire", "(outlet not known)"]


def test_parts_are_told_by_hatch(audited, seen):
    """No two statuses share a hatch, or a colour; the legend has those of the bars."""
    axes = audited.status_bars()
    legend = seen(axes).legend

    assert len({fill.hatch for fill in FILLS.values()}) == len({fill.color for fill in FILLS.values()}) == len(FILLS)
    assert {*FILLS} == {*AuthorizationStatus}
    for status, _, _, _, patch in parts_of(axes):
        assert (patch.get_hatch() or "") == FILLS[AuthorizationStatus(status)].hatch
        assert legend[status.replace("_", " ")].get_hatch() == patch.get_hatch()
    assert list(legend) == ["on record", "official", "anonymous", "background", "unnamed"]


def test_every_number_can_be_read(audited, seen):
    """Numbers stand in their parts, and those of parts too narrow at the end of the bar."""
    read = seen(audited.status_bars())

    assert {"29", "30", "2"} <= {*read.texts}
    assert read.overlaps == []
    assert read.outside == []


def test_narrow_parts_have_their_numbers_at_the_end(told, said, seen):
    """One statement among three hundred has no room for its number."""
    every = [said(who=f"Ann {i}") for i in range(299)] + [said(who="an aide", named=False, status="off_record")]
    read = seen(told(every).status_bars())

    assert "300 (off record 1)" in read.texts
    assert "1" not in read.texts
    assert read.outside == []


def test_no_statements(told, seen):
    """An empty corpus has no rows, and axes that say so."""
    corpus = told([])

    assert corpus.status_rows() == []
    assert "no statements" in seen(corpus.status_bars()).texts
