"""Highlighted text: the text again, every mark whole."""

import re
from collections import defaultdict
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from attribution import Mark, Span, highlight

TEXTS = st.text(alphabet=st.one_of(st.sampled_from("ab <>&\"'\n\r;#\0\ud83d"), st.characters(codec=None)), max_size=40)


def held(text):
    """Return a text as a page can hold it: a NUL and half of a surrogate pair are shown as unknown."""
    return re.sub("[\0\ud800-\udfff]", "\ufffd", text)


@st.composite
def marked_texts(draw):
    """Draw a text with marks anywhere in it, labels holding anything."""
    text = draw(TEXTS)
    if not text:
        return text, []
    starts = st.integers(0, len(text) - 1)
    spans = starts.flatmap(lambda start: st.integers(start + 1, len(text)).map(lambda end: Span(start, end)))
    kinds = st.sampled_from(["source", "cue", "content"])
    return text, draw(st.lists(st.builds(Mark, spans, kinds, st.text(max_size=8)), max_size=8))


class Pieces(HTMLParser):
    """The text of each mark in a page, pieces joined; fails on tags that are not closed in order."""

    def __init__(self, page):
        super().__init__(convert_charrefs=True)
        self.marks, self.opened, self.labels = defaultdict(str), [], defaultdict(int)
        self.feed(page)
        self.close()
        assert not self.opened

    def handle_starttag(self, tag, attrs):
        self.opened.append((tag, dict(attrs)))
        if tag == "mark":
            self.labels[int(dict(attrs)["data-mark"])] += "data-label" in dict(attrs)

    def handle_endtag(self, tag):
        assert self.opened.pop()[0] == tag

    def handle_data(self, data):
        for tag, attributes in self.opened:
            if tag == "mark":
                self.marks[int(attributes["data-mark"])] += data


@given(marked=marked_texts())
@example(marked=("a<b>&amp;\r\n", [Mark(Span(1, 4), "cue", '"><script>')]))
def test_without_tags_and_entities_it_is_the_text(marked):
    """Nothing is added to the text but tags, and nothing in it becomes one."""
    text, marks = marked

    assert unescape(re.sub("<[^>]*>", "", highlight(text, marks))) == held(text)


@given(marked=marked_texts())
def test_every_mark_holds_its_span_whole(marked):
    """Marks nest and overlap as they may: the pieces of each, joined, are its words, and one piece bears the label."""
    text, marks = marked

    found = Pieces(highlight(text, marks))

    assert {number: found.marks[number] for number in range(len(marks))} == {
        number: mark.span.of(held(text)) for number, mark in enumerate(marks)
    }
    assert all(found.labels[number] == bool(mark.label) for number, mark in enumerate(marks))


def test_nested_marks_stay_nested():
    """A cue inside a content is written once, inside it."""
    page = highlight("He said no.", [Mark(Span(0, 10), "content", "content 0"), Mark(Span(3, 7), "cue")])

    assert page == (
        '<div class="attribution" dir="auto">'
        '<mark data-kind="content" data-mark="0" title="content 0" data-label="content 0">He '
        '<mark data-kind="cue" data-mark="1">said</mark> no</mark>.</div>'
    )


def test_overlapping_marks_are_cut_where_they_cross():
    """A mark that another cuts through goes on after it, without a second label."""
    page = highlight("abc", [Mark(Span(0, 2), "source", "s"), Mark(Span(1, 3), "cue", "c")])

    assert page == (
        '<div class="attribution" dir="auto"><mark data-kind="source" data-mark="0" title="s" data-label="s">a'
        '<mark data-kind="cue" data-mark="1" title="c" data-label="c">b</mark></mark>'
        '<mark data-kind="cue" data-mark="1" title="c">c</mark></div>'
    )


def test_mark_after_the_text_is_refused():
    """Marks of another text are an error, not a wrong page."""
    with pytest.raises(ValueError, match="a mark ends at 9, the text at 3"):
        highlight("abc", [Mark(Span(0, 9), "cue")])


@pytest.mark.parametrize("kind", ["", "Cue", "a b", '"><script>'])
def test_kind_is_a_plain_word(kind):
    """What becomes the name of a class can hold no markup."""
    with pytest.raises(ValueError, match="must match regex"):
        Mark(Span(0, 1), kind)
