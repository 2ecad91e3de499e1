"""Paragraphs are found by blank lines, and by single line ends unless the lines are wrapped."""

import pytest

from attribution.document.splitting.paragraphs import paragraphs

WRAPPED = (
    "The mayor told reporters on Friday that the bridge would stay closed\n"
    "until engineers had seen every one of its cables, a task that she\n"
    "said could take the better part of a month if the weather holds.\n"
)
WIDE_LINES = (
    "The mayor told reporters on Friday that the bridge would stay closed until engineers had seen all of it.\n"
    "She did not say how long that would take.\n"
    "Commuters, who have waited at the ferry for a week by now, were not pleased with what they heard from her.\n"
)


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in paragraphs(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\n \n", []),
        ("One.", ["One."]),
        ("One.\n\nTwo.", ["One.", "Two."]),
        ("One.\r\n\r\nTwo.\r\n", ["One.", "Two."]),
        ("One.\n \t\n\n\nTwo.", ["One.", "Two."]),
        ("One.\n\u200b\nTwo.", ["One.", "Two."]),
        ("One.\n\u00a0\nTwo.", ["One.", "Two."]),
        ("One.\u2029Two.", ["One.", "Two."]),
        ("  One.  \n\n\tTwo.\t", ["One.", "Two."]),
    ],
)
def test_blank_line_ends_a_paragraph(text, expected):
    """Blank lines of any make divide, and the space around a paragraph is not part of it."""
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bridge stays closed\nThe mayor said so.", ["Bridge stays closed", "The mayor said so."]),
        ("Who must pay:\n- The city\n- The state\n- You", ["Who must pay:", "- The city", "- The state", "- You"]),
        (WIDE_LINES, WIDE_LINES.splitlines()),
        ("One.\rTwo.", ["One.", "Two."]),
        (f"{WIDE_LINES[:100]}\n\n{WRAPPED[:68]}\nIt was closed in May, said she.", None),
    ],
)
def test_line_ends_a_paragraph_where_lines_are_not_wrapped(text, expected):
    """Text of one paragraph a line, as web pages give it, is divided at its line ends."""
    assert found(text) == (expected or [line for line in text.split("\n") if line])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (WRAPPED, [WRAPPED.rstrip()]),
        (f"Bridge stays closed\n\n{WRAPPED}\n{WRAPPED}", ["Bridge stays closed", WRAPPED.rstrip(), WRAPPED.rstrip()]),
        (f"{WRAPPED}\nIt was cold.", [WRAPPED.rstrip(), "It was cold."]),
        (f"{WRAPPED}She left.\n{WRAPPED}", [WRAPPED.rstrip(), "She left.", WRAPPED.rstrip()]),
        (
            f"{WRAPPED}\n" * 8 + "See https://example.org/" + "x" * 90,
            [WRAPPED.rstrip()] * 8 + ["See https://example.org/" + "x" * 90],
        ),
        (WRAPPED.replace("\n", "\r\n"), [WRAPPED.replace("\n", "\r\n").rstrip()]),
    ],
)
def test_wrapped_lines_are_joined(text, expected):
    """Lines broken at a column of 40 to 100 characters are one paragraph; a line that ends early closes it."""
    assert found(text) == expected


def test_paragraphs_lie_in_text_order_without_overlap():
    """Spans can be used to slice the text from its beginning to its end."""
    spans = paragraphs(f"Bridge closed\n\n{WRAPPED}\n{WIDE_LINES}\n\nOne.\nTwo.")

    ends = [0, *(end for _, end in spans)]
    assert all(end <= start < stop for end, (start, stop) in zip(ends, spans, strict=False))
