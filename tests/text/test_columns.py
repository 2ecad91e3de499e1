"""Columns of text for a terminal."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.text.columns import Column, counted, display_width, fold, folded, format_table, visible
from attribution.text.styling import styled, styling


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\x1b[31mred\x1b[0m", "␛[31mred␛[0m"),
        ("two\r\nlines\tand  more ", "two lines and more"),
        ("bell\a, delete\x7f, CSI\x9b2J", "bell␇, delete␡, CSI�2J"),
        ("half \ud83d", "half �"),
        ("\u202eevil\u2066", "evil"),
        ("שלום", "שלום"),
    ],
)
def test_text_is_made_safe_for_a_terminal(text, expected):
    """Escapes, direction marks and halves of characters cannot act on a terminal."""
    assert visible(text) == expected


@given(text=st.text())
def test_safe_text_can_be_printed(text):
    """Whatever a text holds, it becomes one line without control characters that UTF-8 can hold."""
    shown = visible(text)

    assert not any(ord(character) < 32 or 0x7F <= ord(character) < 0xA0 for character in shown)
    assert shown.encode().decode() == shown


@pytest.mark.parametrize(("text", "width"), [("abc", 3), ("José", 4), ("Jose\u0301", 4), ("語", 2), ("a\u200db", 2)])
def test_width_is_what_a_terminal_shows(text, width):
    """Combining marks take no room, wide characters two columns."""
    assert display_width(text) == width


def test_columns_are_aligned_and_empty_ones_left_out():
    """A column without words takes no room."""
    table = format_table(
        [Column("speaker"), Column("role"), Column("content")], [["Ann", "", "no"], ["語", "", "yes"]], 80
    )

    assert table == "speaker  content\n───────  ───────\nAnn      no\n語       yes"


def test_long_cells_are_wrapped_and_cut_off():
    """A cell takes at most three lines."""
    table = format_table([Column("speaker"), Column("content", 2)], [["Ann", "one two three four five six seven"]], 16)

    assert table.splitlines()[2:] == ["Ann      one two", "         three", "         four…"]


ANSWER = ("#", "relation", "speaker", "content", "status", "reason", "organization", "published")
VALUES = ("12", "contradicts", "Ann Lee", "The bridge will close in May", "anonymous")
WIDE_COLUMNS = {"content": 5.0, "reason": 1.5}


@pytest.mark.parametrize("width", [80, 100, 120])
def test_words_are_not_broken_where_a_table_is_narrow(width):
    """Titles, closed values and names stay whole; the last columns go under the row where they find no room."""
    row = [*VALUES, "fear of reprisal", "Works Office", "2026-03-02"]
    table = format_table([Column(title, WIDE_COLUMNS.get(title, 1.0)) for title in ANSWER], [row], width)
    words = table.replace(":", " ").replace(";", " ").split()

    assert {*" ".join(row).split()} <= {*words}
    assert {*ANSWER} <= {*words}
    assert all(display_width(line) <= width for line in table.splitlines())


def test_what_finds_no_room_stands_under_its_row():
    """The last columns go first, with their titles, where they hold something; words that are read stay beside."""
    columns = [Column("#"), Column("name"), Column("role"), Column("outlet"), Column("content", 5)]
    rows = [["0", "Ann Lee", "minister", "Ledger", "The bridge will close"], ["1", "an aide", "", "", "no"]]

    assert format_table(columns, rows, 36).splitlines()[2:] == [
        *("0  Ann Lee  The bridge will close", "   role: minister; outlet: Ledger", "1  an aide  no"),
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("short", "short"),
        ("the ferry left at noon", "the ferry\n  left at\n  noon"),
        ("  the ferry left", "  the ferry\n    left"),
        ("x" * 20, "\n  ".join(["x" * 9, "x" * 9, "xx"])),
        ("\x1b[2J", "␛[2J"),
    ],
)
def test_long_lines_are_folded(line, expected):
    """What follows the first line is indented more; nothing is lost, and nothing acts on the terminal."""
    assert folded(line, 11) == expected


@given(line=st.text(max_size=200), width=st.integers(10, 100))
def test_folded_lines_keep_to_their_width(line, width):
    """No line is wider than asked for, and all words are there."""
    found = folded(line, width)

    assert all(display_width(one) <= width for one in found.splitlines())
    assert "".join(found.split()) == "".join(visible(line.lstrip(" ")).split())


@pytest.mark.parametrize(
    ("given_", "expected"),
    [((1, "article"), "1 article"), ((1200, "article"), "1,200 articles"), ((2, "copy", "copies"), "2 copies")],
)
def test_numbers_come_with_their_nouns(given_, expected):
    """One has the singular, all else the plural."""
    assert counted(*given_) == expected


STYLED = [Column("relation"), Column("status"), Column("content", 5)]


def test_closed_words_are_coloured_where_that_is_on():
    """Titles are bold; a word of the library has its colour in its own column, the same word of an article has none."""
    row = ["supports", "off record", "\x1b[31msupports anonymous"]
    with styling(True):
        table = format_table(STYLED, [row], 80)

    assert (
        table.splitlines()[2]
        == "\x1b[32msupports\x1b[0m  \x1b[35moff\x1b[0m \x1b[35mrecord\x1b[0m  ␛[31msupports anonymous"
    )
    assert table.startswith("\x1b[1mrelation\x1b[0m  \x1b[1mstatus\x1b[0m")
    assert "\x1b" not in format_table(STYLED, [row], 80)


@given(
    words=st.lists(
        st.sampled_from(["supports", "contradicts", "off record", "a claim \x1b[1m", "x" * 50]), min_size=3, max_size=3
    ),
    width=st.integers(20, 90),
)
def test_colours_change_no_width(words, width):
    """Without its codes a coloured table is the plain one, and every code is ended in its line."""
    plain = format_table(STYLED, [words], width)
    with styling(True):
        lines = format_table(STYLED, [words], width).splitlines()

    assert [re.sub(r"\x1b\[[\d;]*m", "", line) for line in lines] == plain.splitlines()
    assert all(re.fullmatch(r"([^\x1b]*\x1b\[[1-9][\d;]*m[^\x1b]+\x1b\[0m)*[^\x1b]*", line) for line in lines)


@given(words=st.lists(st.text("ab é語", min_size=1, max_size=30), max_size=6), width=st.integers(10, 40))
def test_a_styled_line_is_folded_like_a_plain_one(words, width):
    """Codes take no room."""
    safe = [visible(word) for word in words]
    with styling(True):
        line = "  " + " ".join(styled(word, "32") if len(word) < 4 else word for word in safe)

    assert re.sub(r"\x1b\[\d*m", "", fold(line, width)) == fold("  " + " ".join(safe), width)


@given(
    rows=st.lists(st.lists(st.text(max_size=30), min_size=3, max_size=3), max_size=4),
    width=st.integers(30, 100),
)
def test_table_keeps_to_its_width(rows, width):
    """No line is wider than asked for, whatever the cells hold."""
    table = format_table([Column("one"), Column("two", 2), Column("three", 3)], rows, width)

    assert all(display_width(line) <= width for line in table.splitlines())
