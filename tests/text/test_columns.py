"""Columns of text for a terminal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.text.columns import Column, display_width, format_table, visible


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

    assert table.splitlines()[3:] == ["Ann     one two", "        three", "        four…"]


@given(
    rows=st.lists(st.lists(st.text(max_size=30), min_size=3, max_size=3), max_size=4),
    width=st.integers(30, 100),
)
def test_table_keeps_to_its_width(rows, width):
    """No line is wider than asked for, whatever the cells hold."""
    table = format_table([Column("one"), Column("two", 2), Column("three", 3)], rows, width)

    assert all(display_width(line) <= width for line in table.splitlines())
