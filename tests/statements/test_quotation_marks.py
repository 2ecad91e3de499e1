"""Tests of pairing quotation marks."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.statements.quoting.quotation_marks import quotations, quoted_spans

PAIRS = [
    # straight, curly, doubled and backticked marks
    ('"We agree," he said. "It is time."', ['"We agree,"', '"It is time."']),
    ("“We agree,” he said. “It is time.”", ["“We agree,”", "“It is time.”"]),
    ("''We agree,'' he said. ''It is time.''", ["''We agree,''", "''It is time.''"]),
    ("``We agree,'' he said.", ["``We agree,''"]),
    ("`We agree,' he said.", ["`We agree,'"]),
    ("‘‘We agree,’’ he said.", ["‘‘We agree,’’"]),
    ('""We agree,"" he said.', ['""We agree,""']),
    # single marks, with apostrophes of every kind among them
    ("'We agree,' he said.", ["'We agree,'"]),
    ("‘We agree,’ he said.", ["‘We agree,’"]),
    ("‘The dogs’ owners don’t pay,’ he said of the ’90s boys’ club.", ["‘The dogs’ owners don’t pay,’"]),
    ("'The dogs' owners don't pay,' he said of the '90s boys' club.", ["'The dogs' owners don't pay,'"]),
    ("They sang rock ’n’ roll and rock 'n' roll and gave ’em and 'em hell.", []),
    ("The dogs’ owner and the boys' club danced in the ‘80s.", []),
    ("'I was goin' home,' he said.", ["'I was goin' home,'"]),
    ("It was O'Brien's and the Joneses' idea.", []),
    ("‘Nuff of that, and 'nuff of this.", []),
    ("He called it 'dead' and 'gone'.", ["'dead'", "'gone'"]),
    # low and angle marks
    ("„Wir bleiben“, sagte sie.", ["„Wir bleiben“"]),
    ("„We stay”, she said.", ["„We stay”"]),
    ("”We stay”, she said.", ["”We stay”"]),
    ("«We stay», she said. »We go«, said he.", ["«We stay»", "»We go«"]),
    ("‹We stay›, she said.", ["‹We stay›"]),
    # comma within the marks and without
    ("“We agree”, he said, “and go”.", ["“We agree”", "“and go”"]),
    ("'We agree', he said.", ["'We agree'"]),
    # nested
    ("“He told me ‘no’ yesterday,” she said.", ["“He told me ‘no’ yesterday,”", "‘no’"]),
    ("'He told me \"no\" yesterday,' she said.", ["'He told me \"no\" yesterday,'", '"no"']),
    ("''He said 'no,''' she said.", ["''He said 'no,'''", "'no,'"]),
    ("“‘No,’” he said.", ["“‘No,’”", "‘No,’"]),
    ('"He said "no" to me," she said.', ['"He said "no" to me,"', '"no"']),
    # never closed, or never opened
    ("“We agree, he said.", ["“We agree, he said."]),
    ('"A is fine, he said. "B is fine," she said.', ['"A is fine, he said.', '"B is fine,"']),
    ("“We ‘go now,” he said.", ["“We ‘go now,”"]),
    ("He said: 'We go now.", ["'We go now."]),
    ("We agree,” he said. “It is time.”", ["“It is time.”"]),
    # marks that quote nothing
    ('He is 6\'2" tall and "happy".', ['"happy"']),
    ('It was "" or """ or ****.', []),
    ('He said " we agree " today.', ['" we agree "']),
    ("", []),
    ("No marks here.", []),
    ('The plan—"dead"—was back.', ['"dead"']),
    ('("We agree.")', ['"We agree."']),
]


@pytest.mark.parametrize(("text", "expected"), PAIRS)
def test_marks_are_paired(text, expected):
    """What stands in quotation marks is found, whichever marks a newsroom types and whatever else looks like them."""
    assert [quoted.span.of(text) for quoted in quoted_spans(text)] == expected


def test_depth_kind_and_closing_are_told():
    """A nested quotation is one deeper; a quotation without an end is not closed."""
    text = "“He told me ‘no’,” she said. “And then he left."
    outer, inner, last = quoted_spans(text)

    assert (outer.depth, inner.depth, last.depth) == (0, 1, 0)
    assert (outer.kind, inner.kind) == ("double", "single")
    assert (outer.closed, inner.closed, last.closed) == (True, True, False)
    assert outer.inner.of(text) == "He told me ‘no’,"


def test_quotation_over_paragraphs_is_one():
    """Each paragraph opens the quotation again and only the last closes it; the next quotation is another."""
    text = "“One.\n\n“Two ‘nested’.\n\n“Three,” she said. “Four.”"
    found = quoted_spans(text)

    assert [quoted.continues for quoted in found] == [False, True, False, True, False]
    assert [[quoted.span.of(text) for quoted in group] for group in quotations(found)] == [
        ["“One.", "“Two ‘nested’.", "“Three,”"],
        ["‘nested’"],
        ["“Four.”"],
    ]


def test_quotation_over_paragraphs_in_british_marks():
    """Single marks carry a quotation over paragraphs, too, where a paragraph begins with them."""
    text = "He said: 'We go.\n\n'And we stay,' he added."

    assert [(quoted.span.of(text), quoted.continues) for quoted in quoted_spans(text)] == [
        ("'We go.", False),
        ("'And we stay,'", True),
    ]


def test_quotation_goes_on_in_a_paragraph_that_does_not_open_it():
    """Some newsrooms only close in the last paragraph what the first opened."""
    text = "“We go, he said.\n\nAnd we stay,” he said."

    assert [(quoted.span.of(text), quoted.continues, quoted.closed) for quoted in quoted_spans(text)] == [
        ("“We go, he said.", False, False),
        ("And we stay,”", True, True),
    ]


def test_nested_quotation_goes_on_with_its_outer_one():
    """Where both quotations are opened again, each goes on."""
    text = "“She said, ‘I go.\n\n“‘And I stay.’”"
    found = quoted_spans(text)

    assert [quoted.continues for quoted in found] == [False, False, True, True]
    assert [quoted.depth for quoted in found] == [0, 1, 0, 1]


@pytest.mark.parametrize("piece", ['"', '" ', "“a", "'a ", '"a', "“‘a", "\n“a", "a' ", "«a", "‘a ", "s’ ", "''a", "`"])
def test_time_grows_with_length_only(piece):
    """Text of nothing but quotation marks takes time in proportion to its length, but for pauses of the machine's."""
    seconds = [min(_times(piece * (size // len(piece)))) for size in (4_000, 16_000)]

    assert seconds[1] < 20 * seconds[0] + 0.5


def _times(text):
    """Yield what three readings of the marks of a text take, in seconds: now and then one has rubbish collected."""
    for _ in range(3):
        start = time.process_time()
        quoted_spans(text)
        yield time.process_time() - start


@given(st.text(alphabet="ab S.,:—'\"“”‘’„«»`\n90s", max_size=60))
def test_spans_nest_and_hold_their_inner(text):
    """Of any two spans one holds the other or they are apart; depth counts those around."""
    found = quoted_spans(text)

    assert list(found) == sorted(found, key=lambda quoted: (quoted.span.start, -quoted.span.end))
    for quoted in found:
        assert quoted.span.contains(quoted.inner)
        assert quoted.inner.of(text).strip()
        around = [other for other in found if other is not quoted and other.span.overlaps(quoted.span)]
        assert all(other.span.contains(quoted.span) or quoted.span.contains(other.span) for other in around)
        assert quoted.depth == sum(
            other.span.contains(quoted.span) and (other.span != quoted.span or found.index(other) < found.index(quoted))
            for other in around
        )
