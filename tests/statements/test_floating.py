"""Tests of quotations without cue and source."""

import pytest

from attribution.document.document import runs
from attribution.statements.grouping import Parts
from attribution.statements.quoting.floating import Link, floating_quotations
from attribution.statements.quoting.quotation_marks import quoted_spans
from attribution.statements.quoting.quoted_words import quotation_of
from attribution.statements.statement import Quotation

FLOATING = [
    ("floating-next-paragraph", [("“The port is ours. Nobody will take it from us.”", Link.PARAGRAPH_BEFORE)]),
    ("floating-same-paragraph", [("“The port is ours and nobody will take it.”", Link.SAME_PARAGRAPH)]),
    (
        "floating-after-indirect",
        [
            ("“Nobody will take the port from us.”", Link.PARAGRAPH_BEFORE),
            ("“It was built by our fathers.”", Link.PARAGRAPH_BEFORE),
        ],
    ),
    ("floating-before-speaker", [("“Nobody will take the port from us.”", Link.PARAGRAPH_AFTER)]),
    (
        "floating-one-quotation",
        [("“Nobody will take the port from us. … “It was built by our fathers.”", Link.SAME_QUOTATION)],
    ),
    ("floating-alone", []),
    ("floating-transcript", []),  # a label says who speaks
]


@pytest.mark.parametrize(("name", "expected"), FLOATING)
def test_floating_quotations_go_on_with_a_statement_near_them(document, parts_of, name, expected):
    """A quoted sentence of its own has the speaker before it, or the one after it; far from both it has none."""
    parsed = document(name)
    quoted = quoted_spans(parsed.text)
    (known,) = [one for i in range(len(parsed.sentences)) if (one := parts_of(parsed, i))[1]] or [((), (), ())]
    source, cue, content = known
    spans = [parsed.span(first, last) for first, last in runs(content)]
    is_quoted = bool(spans) and quotation_of(spans, quoted, parsed.text) is not Quotation.INDIRECT
    statements = [Parts(source=source, cue=cue, content=content)] if cue else []

    floating = floating_quotations(parsed, quoted, statements, {0} if is_quoted else ())

    found = [(" … ".join(span.of(parsed.text) for span in one.spans), one.link) for one in floating]
    assert found == expected
    assert all(one.statement == 0 for one in floating)
    assert all(parsed.words[i].role == "O" for one in floating for i in one.words)


def test_nothing_floats_without_statements(document):
    """Where no statement is known no quotation has a neighbour."""
    parsed = document("floating-next-paragraph")

    assert floating_quotations(parsed, quoted_spans(parsed.text), (), ()) == ()
