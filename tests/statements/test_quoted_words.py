"""Tests of direct, indirect and mixed quotation."""

import pytest

from attribution.statements.quoting.quotation_marks import quoted_spans
from attribution.statements.quoting.quoted_words import quotation_of, quotations_around
from attribution.statements.statement import Quotation
from attribution.text.span import Span


def spans(text, *parts):
    """Return the spans of some parts of a text."""
    return tuple(Span(text.index(part), text.index(part) + len(part)) for part in parts)


@pytest.mark.parametrize(
    ("text", "content", "expected"),
    [
        ("“We agree,” he said.", ("“We agree,”",), Quotation.DIRECT),
        ("“We agree,” he said.", ("We agree",), Quotation.DIRECT),
        ('"We agree", he said.', ('"We agree",',), Quotation.DIRECT),
        ("“We agree,” he said, “and go.”", ("“We agree,”", "“and go.”"), Quotation.DIRECT),
        ("He said they agreed.", ("they agreed",), Quotation.INDIRECT),
        ("He said the deal was “dead on arrival.”", ("the deal was “dead on arrival.”",), Quotation.MIXED),
        ("“One.\n\n“Two,” he said.", ("“One.\n\n“Two,”",), Quotation.DIRECT),
        ("“We agree,” he said and left.", ("“We agree,”", "left"), Quotation.MIXED),
        ("He said “no” to me.", ("“",), Quotation.DIRECT),
        ("He said it.", (".",), Quotation.INDIRECT),
    ],
)
def test_quotation_of_content(text, content, expected):
    """All words in marks are direct, some mixed, none indirect; marks and punctuation do not count."""
    assert quotation_of(spans(text, *content), quoted_spans(text), text) is expected


def test_marks_around_the_cue_are_not_the_contents_own():
    """In *“Police told me it was over,” she said* what police told is indirect, and *‘It is over’* would be direct."""
    indirect = "“Police told me it was over,” she said."
    direct = "“Police told me, ‘It is over,’” she said."

    content, cue = spans(indirect, "it was over"), spans(indirect, "told")
    assert quotation_of(content, quoted_spans(indirect), indirect, cue=cue) is Quotation.INDIRECT
    content, cue = spans(direct, "It is over"), spans(direct, "told")
    assert quotation_of(content, quoted_spans(direct), direct, cue=cue) is Quotation.DIRECT


def test_quotations_around_a_place_come_innermost_first():
    """Inside a nested quotation both are found, outside neither."""
    text = "“He told me ‘no’ yesterday,” she said."
    quoted = quoted_spans(text)

    assert [span.depth for span in quotations_around(text.index("no"), quoted)] == [1, 0]
    assert [span.depth for span in quotations_around(text.index("yesterday"), quoted)] == [0]
    assert list(quotations_around(text.index("said"), quoted)) == []
