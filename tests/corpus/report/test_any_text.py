"""Any text in any field: on the page, in a notebook and in a terminal it stays text, and everything can be saved."""

import json
import re
from html import unescape

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from attribution import Article, AuthorizationStatus, Document, ReadArticle, Span, Speaker, SpeakerKind, Statements
from attribution.corpus.card import doubt_of, quoted, said
from attribution.statements.statement import Authorization, Statement
from attribution.text.article import content_id
from attribution.text.columns import Column, visible
from attribution.text.html_table import html_table

FIELDS = ("words", "title", "outlet", "published", "url", "name", "role", "body", "reason", "told", "claim", "heading")
PIECES = (
    *(
        "word",
        " ",
        "</script>",
        "<script>alert(1)</script>",
        "<!--",
        "--!>",
        "]]>",
        "<![CDATA[",
        "</style>",
        "</title>",
    ),
    *(
        "javascript:alert(1)",
        "https://ledger.example/a",
        "data:text/html,x",
        '" onload="x',
        "' x='",
        "&lt;b&#62;",
        "&#0;",
    ),
    *(
        "\u202e",
        "\u2067",
        "\u2069",
        "\u200f",
        "\0",
        "\x1b[2J",
        "\x08",
        "\x85",
        "\ud83d",
        "\udc00",
        "\u2028",
        "\r",
        "\n",
    ),
    *(
        "<img src=x onerror=alert(1)>",
        "<svg><style>",
        "</bdi>",
        "</td></table>",
        "W" * 400,
        "語",
        "\ufeff",
        "\uffff",
        "`",
    ),
)
FOREIGN = st.lists(st.sampled_from(PIECES), min_size=1, max_size=5).map("".join)
UNSAFE = {*map(chr, (*range(0x0A), *range(0x0B, 0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000)))}
TURNING = {*map(chr, (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)))}
HARMLESS = dict.fromkeys(FIELDS, "quite harmless") | {"url": "https://ledger.example/1", "published": "2026-03-02"}
MANY = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])  # what they make is new
foreign_fields = st.fixed_dictionaries(dict.fromkeys(FIELDS, FOREIGN))


def told_by(number, denial, fields):
    """Return an article and its statement, with foreign text in every field of both."""
    words = f"the old bridge {fields['words']} will {denial}close in May"
    text = f"{fields['title']}\n\n{words}, {fields['name']} said {number}."
    metadata = {name: fields[name] for name in ("title", "outlet", "published", "url")}
    article = Article(text=text, file=fields["url"], **metadata)
    start = text.index(words)
    statement = Statement(
        id=content_id("statement", article.id),
        article_id=article.id,
        text=words,
        content=(Span(start, start + len(words)),),
        source=(Span(start + len(words) + 2, len(text)),),
        cue=(Span(start, start + 3),),
        told=fields["told"],
        speaker=Speaker(
            name=f"{'Ann' if denial else 'Rui'} {fields['name']}",
            kind=SpeakerKind.PERSON,
            named=True,
            role=fields["role"],
            organizations=(f"The {fields['body']}",),
        ),
        authorization=Authorization(
            status=AuthorizationStatus.ANONYMOUS, terms=(Span(start, start + 2),), reason=fields["reason"]
        ),
    )
    return article, [statement]


@pytest.fixture
def bridge_of(corpus_of):
    """Return what makes a corpus of a claim and its denial, with foreign text everywhere."""
    return lambda fields: corpus_of(told_by(1, "", fields), told_by(2, "not ", fields))


def written(corpus, fields, tmp_path):
    """Return the report of a corpus."""
    path = corpus.report(tmp_path / "any.html", claims=[claim_of(fields)], title=fields["heading"])
    return path.read_bytes().decode("utf8")


def claim_of(fields):
    """Return a claim that both statements bear on."""
    return f"the old bridge {fields['words']} will close in May {fields['claim']}"


def names_in(element):
    """Return every tag in an element with each of its attributes."""
    return {(tag, name) for tag, names in element.shape() for name in ("", *names)}


@given(fields=foreign_fields)
@example(fields=dict.fromkeys(FIELDS, "".join(PIECES)))
@MANY
def test_the_page_has_the_elements_of_a_harmless_one(bridge_of, read, tmp_path, fields):
    """No text adds an element, an attribute, a comment or a link; the script's data can be read; ids are different."""
    report = read(written(bridge_of(fields), fields, tmp_path))
    expected = read(written(bridge_of(HARMLESS), HARMLESS, tmp_path))
    identities = [one.attributes["id"] for one in report.all() if "id" in one.attributes]

    assert names_in(report) <= names_in(expected)
    assert len(report.all("script")) == 2
    assert {one.attributes["href"] for one in report.all("a") if one.attributes["href"][0] != "#"} <= {fields["url"]}
    assert all(one.attributes["href"].startswith(("#", "http")) for one in report.all("a"))
    assert json.loads(report.one("script", type="application/json").text)["articles"]
    assert len(identities) == len({*identities})
    assert len(report.one("section", id="articles").all("article")) == 2


def displays(corpus, fields):
    """Yield everything that shows itself in a notebook."""
    article, statements = told_by(1, "", fields)
    metadata = {name: getattr(article, name) for name in ("title", "outlet", "published", "url", "file")}
    table = Statements(tuple(statements), article)
    yield ReadArticle(text=article.text, document=Document(article.text, (), ()), statements=table, **metadata)
    yield from (table, corpus, corpus.sources(), corpus.claims(), corpus.contradictions())
    yield from (corpus.who_said(claim_of(fields)), corpus.who_said("nothing of it"))
    yield corpus.corroboration(claim_of(fields))
    yield corpus.source(corpus.sources()[0].id)
    yield corpus.organization(corpus.source(corpus.sources()[0].id).organizations[0].id)


@given(fields=foreign_fields)
@example(fields=dict.fromkeys(FIELDS, "".join(PIECES)))
@MANY
def test_displays_have_the_elements_of_harmless_ones(bridge_of, read, fields):
    """In a notebook no text adds anything, a notebook with it can be saved, and it turns no words beside it around."""
    corpus, harmless = bridge_of(fields), bridge_of(HARMLESS)
    for shown, other in zip(displays(corpus, fields), displays(harmless, HARMLESS), strict=True):
        html = shown._repr_html_()
        found = read(html)

        assert html.encode("utf8")
        assert "\0" not in html
        assert names_in(found) <= names_in(read(other._repr_html_())), type(shown).__name__
        for one in found.all():
            if TURNING & {*"".join(part for part in one.inside if isinstance(part, str))}:
                assert one.attributes.get("dir") == "auto" or one.tag == "mark", (type(shown).__name__, one.tag)


@given(fields=foreign_fields)
@example(fields=dict.fromkeys(FIELDS, "".join(PIECES)))
@MANY
def test_nothing_reaches_a_terminal_that_it_obeys(bridge_of, fields):
    """As text, every display is without control characters, halves of pairs and marks of direction."""
    for shown in displays(bridge_of(fields), fields):
        if not isinstance(shown, ReadArticle):  # its repr is that of a value, with every text escaped
            assert not {*repr(shown)} & (UNSAFE | TURNING), type(shown).__name__
        assert repr(shown).encode("utf8")


def words_of(tag, html):
    """Return what stands in each element of a kind, without tags and entities; such elements are not nested."""
    inside = re.findall(rf"<{tag}(?: [^>]*)?>(.*?)</{tag}>", html, re.DOTALL)
    return [unescape(re.sub(r"<[^>]*>", "", one)) for one in inside]


def holdable(words):
    """Return words as a page can hold them: no NUL, no halves of surrogate pairs, which it shows as unknown."""
    return "".join("\ufffd" if one == "\0" or "\ud800" <= one <= "\udfff" else one for one in words)


@given(fields=foreign_fields)
@example(fields=dict.fromkeys(FIELDS, "".join(PIECES)))
@MANY
def test_without_tags_the_cells_of_a_table_are_its_words(bridge_of, fields):
    """Nothing is added to the words of a row or lost from them, in whatever table they are shown."""
    tables = [shown for shown in displays(bridge_of(fields), fields) if hasattr(shown, "_cells")]
    for shown in tables:
        rows = [*map(list, shown._cells())]
        kept = [place for place in range(len(rows[0])) if any(row[place] for row in rows)] if rows else []
        expected = [holdable(row[place]) for row in rows for place in kept]

        assert words_of("td", shown._repr_html_()) == expected, type(shown).__name__
    assert len(tables) > 5


@given(fields=foreign_fields)
@example(fields=dict.fromkeys(FIELDS, "".join(PIECES)))
@MANY
def test_without_tags_a_quotation_is_what_the_article_says(bridge_of, fields):
    """In a table of answers, in a profile and on a card stand the article's own words, to the letter."""
    corpus = bridge_of(fields)
    answers, card = corpus.who_said(claim_of(fields)), corpus.corroboration(claim_of(fields))
    for shown, records in (
        (answers, [answer.record for answer in answers]),
        (profile := corpus.source(corpus.sources()[0].id), profile.records),
    ):
        assert len(records) > 0
        assert {holdable(record.content) for record in records} <= {*words_of("td", shown._repr_html_())}
    voices = [*(answer for group in card.groups for answer in group.answers), *card.contradicting, *card.updates]
    html = card._repr_html_()

    assert words_of("blockquote", html) == [holdable(quoted(answer)) for answer in voices]
    assert words_of("h4", html) == [visible(card.claim)]
    for answer, words in zip(voices, words_of("li", html), strict=True):
        assert words == visible(said(answer)) + doubt_of(answer) + holdable(quoted(answer))


def test_a_word_without_an_end_is_broken():
    """A cell breaks a word that no line holds, and keeps a width at which it can be read."""
    assert "overflow-wrap:anywhere;min-width" in html_table([Column("content")], [["W" * 25]])
    assert "overflow-wrap" not in html_table([Column("content")], [["W" * 24]])
