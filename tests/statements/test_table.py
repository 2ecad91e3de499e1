"""The table of statements: rows for tables, text for terminals, HTML for notebooks."""

import csv
import io
import re
from html import unescape

import pytest

from attribution import (
    Article,
    Authorization,
    AuthorizationStatus,
    Channel,
    Quotation,
    ReasonKind,
    Span,
    Speaker,
    SpeakerKind,
    Stance,
    Statement,
    Statements,
)
from attribution.statements.row import Row

TEXT = "“We will stay,” two dockers who feared reprisals told the Ledger, “and talk.”"
ARTICLE = Article(text=TEXT, title="Strike", outlet="The Harbor Ledger", file="strike.txt", id="article:1")


def at(words):
    """Return the span of some words of the text."""
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


FULL = Statement(
    id="statement:1",
    article_id="article:1",
    text="“We will stay,” … “and talk.”",
    content=(at("“We will stay,”"), at("“and talk.”")),
    cue=(at("told"),),
    source=(at("two dockers who feared reprisals"),),
    quotation=Quotation.DIRECT,
    stance=Stance.PROMISES,
    channel=Channel.TOLD,
    told="the Ledger",
    speaker=Speaker(
        name="two dockers", kind=SpeakerKind.GROUP, role="docker", organizations=("Dock 4", "Dock 5"), count=(2, 2)
    ),
    authorization=Authorization(
        status=AuthorizationStatus.ANONYMOUS,
        terms=(at("feared reprisals"),),
        reason="feared reprisals",
        reason_kinds=(ReasonKind.REPRISAL,),
        speaks_for=False,
    ),
    parent="statement:0",
    confidence=0.75,
)
BARE = Statement(id="statement:2", article_id="article:1", text="“and talk.”", content=(at("“and talk.”"),))


@pytest.fixture
def statements():
    """Return a statement of which all is known, and one of which nothing is."""
    return Statements((FULL, BARE), ARTICLE)


def test_statements_are_a_sequence(statements):
    """Statements are counted, found by place, sliced and gone through as a tuple is."""
    assert len(statements) == 2
    assert statements[0] is FULL
    assert statements[-1] is BARE
    assert list(statements) == [FULL, BARE]
    assert statements[1:] == Statements((BARE,), ARTICLE)
    assert FULL in statements


def test_row_holds_everything_in_plain_values(statements):
    """A row has the article's words, several values joined, spans as numbers."""
    assert statements.rows()[0] == {
        "file": "strike.txt",
        "title": "Strike",
        "outlet": "The Harbor Ledger",
        "published": "",
        "url": "",
        "article_id": "article:1",
        "statement_id": "statement:1",
        "parent": "statement:0",
        "start": 0,
        "end": len(TEXT),
        "speaker": "two dockers",
        "kind": "group",
        "named": False,
        "role": "docker",
        "organizations": "Dock 4; Dock 5",
        "former": False,
        "count": "2",
        "status": "anonymous",
        "terms": "feared reprisals",
        "reason": "feared reprisals",
        "reason_kinds": "reprisal",
        "speaks_for": "no",
        "stance": "promises",
        "quotation": "direct",
        "channel": "told",
        "told": "the Ledger",
        "source": "two dockers who feared reprisals",
        "cue": "told",
        "content": "“We will stay,” … “and talk.”",
        "source_spans": "16:48",
        "cue_spans": "49:53",
        "content_spans": "0:15 66:77",
        "speaker_confidence": 1.0,
        "confidence": 0.75,
    }


def test_rows_have_the_same_columns_and_types(statements):
    """Every row has the columns of `Row` in their order, each with a value of its one type."""
    types = {"int": int, "bool": bool, "float": float, "str": str}
    for row in statements.rows():
        assert list(row) == list(Row.__annotations__)
        assert all(type(row[name]) is types.get(kind, kind) for name, kind in Row.__annotations__.items())


@pytest.mark.parametrize(
    ("count", "expected"), [((1, 1), "1"), ((3, 3), "3"), ((2, 5), "2-5"), ((2, None), "2+"), ((0, 0), "")]
)
def test_count_of_a_group_is_one_column(count, expected):
    """How many speak is one text: exactly, between, or at least."""
    statement = Statement(id="1", article_id="1", text="", content=(Span(0, 1),), speaker=Speaker(name="", count=count))

    assert Statements((statement,), ARTICLE).rows()[0]["count"] == expected


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_frames_take_the_rows_as_they_are(library, statements):
    """A table library makes its frame of the rows, types included, though most rows have nothing in a column."""
    frames = pytest.importorskip(library)
    rows = Statements((BARE,) * 200 + (FULL,), ARTICLE).rows()

    frame = frames.DataFrame(rows)

    assert list(frame.columns) == list(Row.__annotations__)
    assert list(frame["parent"])[-1] == "statement:0"
    assert frame["confidence"].sum() == 200.75


def test_text_table_shows_it_at_a_glance(statements):
    """Who, what, on what terms and why, in what role and for whom, in columns; numbers lead back to the statement."""
    assert statements.table(150).splitlines() == [
        "#  speaker      content                        status     reason            role    organization    stance    quotation",
        "─  ───────────  ─────────────────────────────  ─────────  ────────────────  ──────  ──────────────  ────────  ─────────",
        "0  two dockers  “We will stay,” … “and talk.”  anonymous  feared reprisals  docker  Dock 4; Dock 5  promises  direct",
        "1               “and talk.”                    unknown                                              asserts   indirect",
    ]
    assert repr(statements) == statements.table()


def test_narrow_table_keeps_to_its_width(statements):
    """Long cells are wrapped where there is less room."""
    assert max(map(len, statements.table(90).splitlines())) <= 90


def test_html_table_escapes_everything():
    """Words of the article cannot become markup of the notebook."""
    article = Article(text="<script>alert(1)</script> he said")
    statement = Statement(id="1", article_id="1", text="", content=(Span(0, 25),), speaker=Speaker(name="<b>&"))

    page = Statements((statement,), article)._repr_html_()

    assert "<script>" not in page
    cells = [unescape(cell) for cell in re.findall(r"<td[^>]*>([^<]*)</td>", page)]
    assert cells == ["0", "<b>&", "<script>alert(1)</script>", "unknown", "asserts", "indirect"]


def test_no_statements_say_so():
    """An empty table is words, not a header."""
    assert repr(Statements((), ARTICLE)) == "no statements"
    assert Statements((), ARTICLE)._repr_html_() == "<p>no statements</p>"
    assert Statements((), ARTICLE).rows() == []


def test_rows_can_be_written_as_csv(statements):
    """Rows are what `csv.DictWriter` takes."""
    file = io.StringIO()
    writer = csv.DictWriter(file, list(Row.__annotations__))
    writer.writeheader()
    writer.writerows(statements.rows())

    assert len(file.getvalue().splitlines()) == 3
