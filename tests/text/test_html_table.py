"""Tables in HTML: what is read in a narrow notebook."""

import re

import pytest

from attribution.text.columns import Column
from attribution.text.html_table import LEAST_WIDTH, html_table

COLUMNS = (Column("day"), Column("reason"), Column("content", 6))


def spaces(html):
    """Return how each cell's white space is treated, by its words."""
    return {words: space for space, words in re.findall(r"<td[^>]*white-space:(\w+)[^>]*>([^<]*)<", html)}


@pytest.mark.parametrize(
    ("words", "space"),
    [
        ("2026-03-02", "nowrap"),
        ("2026-03-02T09:20:00+01:00", "normal"),
        ("2026-03-02T09:20+01:00", "nowrap"),
        ("2026-03-02 16:20", "nowrap"),
        ("on record", "nowrap"),
        ("a senior rescue official", "normal"),
        ("W" * 500, "normal"),
    ],
)
def test_short_cells_stay_on_one_line(words, space):
    """A date is not broken at its hyphens; a sentence is, and so is a word without an end."""
    assert spaces(html_table(COLUMNS, [[words, "", "It is so."]]))[words] == space


def test_columns_without_text_are_left_out():
    """Where nobody gives a reason there is no column of reasons."""
    html = html_table(COLUMNS, [["2026-03-02", "", "It is so."], ["", "", "It is not."]])

    assert re.findall(r"<th [^>]*>([^<]*)<", html) == ["day", "content"]
    assert html.count("<td") == 4


def test_words_have_room_and_the_table_scrolls():
    """The column that is read is never squeezed to a word a line; the page is not made wider."""
    html = html_table(COLUMNS, [["2026-03-02", "", "It is so."]])

    assert f"min-width:{LEAST_WIDTH}em" in re.search(r"<th[^>]*>content", html)[0]
    assert "min-width" not in re.search(r"<th[^>]*>day", html)[0]
    assert html.startswith('<div style="overflow-x:auto"><table>')
