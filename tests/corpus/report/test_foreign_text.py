"""Whatever articles hold, the page shows it as text: no element, no attribute, no link and no script comes of it."""

import json
import re
from base64 import b64encode
from hashlib import sha256
from importlib.resources import files

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from attribution.corpus.report.foreign import address, clean, isolated, plain
from attribution.statements.statement import Authorization, AuthorizationStatus, Speaker, SpeakerKind, Statement
from attribution.text.article import Article
from attribution.text.span import Span

HOSTILE = [
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</style></title></textarea><img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)" x="',
    "' onfocus='alert(1)' autofocus='",
    "<!-- <![CDATA[ ]]> --> <?php ?>",
    "<svg onload=alert(1)><a xlink:href='javascript:alert(1)'>x</a></svg>",
    "javascript:alert(1)",
    "&lt;script&gt; &amp;amp; &#x3c;b&#x3e;",
    "\u202egnidrac \u2066 \u200f \u2069 \u061c",
    "\ud83d alone and \udc00 alone",
    "\x00 \x08 \x1b]0; \x7f \x85 \x9b",
    "one \u2028 two \u2029 three \ufeff \ufffe",
    "{{ 7*7 }} ${7*7} `x` \\u003c \\",
    "<template shadowrootmode=open><slot onslotchange=alert(1)>",
]
HARMLESS = "quite harmless words"


def corpus_with(foreign, corpus_of):
    """Return a corpus with some text in every place where a foreign text can stand."""
    text = f"It begins.\n\n{foreign} she said.\r\nIt ends: {foreign}"
    article = Article(text=text, title=foreign, outlet=foreign, published=clean(foreign), url=foreign, file=foreign)
    start = text.index(foreign)
    content = (Span(start, start + len(foreign)),)
    speaker = Speaker(
        name=f"Ann {foreign}", kind=SpeakerKind.PERSON, named=True, role=foreign, organizations=(f"The {foreign}",)
    )
    statements = [
        Statement(
            id=f"statement:{number} {clean(foreign)}",
            article_id=article.id,
            text=foreign,
            content=content,
            source=(Span(start, start + 1),),
            cue=(Span(start + 1, start + 4),),
            speaker=speaker,
            told=foreign,
            authorization=Authorization(
                status=AuthorizationStatus.ANONYMOUS, terms=(Span(start + 2, start + 6),), reason=foreign
            ),
        )
        for number in range(2)
    ]
    return corpus_of((article, statements))


def shape(report):
    """Return the tags of a page with the names of their attributes; a long label in the graph has two lines of text."""
    return [one for one in report.shape() if one[0] != "text"]


@pytest.mark.parametrize("foreign", HOSTILE, ids=ascii)
def test_foreign_text_makes_no_element(foreign, corpus_of, page):
    """A page with hostile text everywhere has the elements and attributes of a page with harmless words."""
    report = page(corpus_with(foreign, corpus_of), claims=[f"claim {foreign}"], title=foreign)
    expected = page(corpus_with(HARMLESS, corpus_of), claims=[f"claim {HARMLESS}"], title=HARMLESS)

    assert shape(report) == shape(expected)
    assert {one.tag for one in report.all("script")} == {"script"}
    assert not [name for _, names in report.shape() for name in names if name.startswith("on") or name == "style"]
    assert {one.attributes["href"][0] for one in report.all("a")} == {"#"}


@pytest.mark.parametrize("foreign", HOSTILE, ids=ascii)
def test_foreign_text_is_shown_as_it_is(foreign, corpus_of, page):
    """The words are on the page, each character that a page can hold, and the article's text is whole."""
    corpus = corpus_with(foreign, corpus_of)
    report = page(corpus, claims=[f"claim {foreign}"], title=foreign)
    shown = clean(foreign)

    assert report.one("h1").one("bdi").text == shown
    assert (
        report.one(id="a1").one("div", kind="attribution").text
        == f"It begins.\n\n{shown} she said.\r\nIt ends: {shown}"
    )
    for card in report.all(kind="statement"):
        assert card.one("blockquote").one("bdi").text == clean(" ".join(foreign.split()))


@pytest.mark.parametrize("foreign", HOSTILE, ids=ascii)
def test_data_cannot_leave_their_element(foreign, corpus_of, page):
    """In the script's data no character can end the element or a line, and the words come back whole."""
    report = page(corpus_with(foreign, corpus_of), claims=[f"claim {foreign}"])
    written = report.one("script", type="application/json").text
    names = {node["name"] for node in json.loads(written)["nodes"].values()}

    assert not re.search("[<>&\u2028\u2029]", written)
    assert clean(f"Ann {foreign}") in names


def test_foreign_text_stands_in_isolation(corpus_of, page):
    """Text that turns directions is in an element of its own, and is left out where no element can be."""
    turning = "\u202egnidrac"
    report = page(corpus_with(turning, corpus_of), claims=[f"claim {turning}"], title=turning)
    for one in report.all():
        own = "".join(part for part in one.inside if isinstance(part, str))
        if "\u202e" in own and one.tag != "script":
            assert one.tag == "bdi" or "attribution" in one.classes or one.tag == "mark", one.tag
        assert not any("\u202e" in value for value in one.attributes.values())


def test_halves_of_surrogate_pairs_become_the_replacement_character(corpus_of, tmp_path):
    """The file is UTF-8, and what UTF-8 cannot hold is shown as unknown."""
    path = corpus_with("\ud83d", corpus_of).report(tmp_path / "a.html", title="\ud83d")
    written = path.read_bytes().decode("utf8")

    assert "<h1><bdi>\ufffd</bdi></h1>" in written


def test_the_policy_allows_the_one_style_and_the_one_script(corpus_of, page):
    """The hashes in the policy are those of what is in the file; nothing else may run or be loaded."""
    report = page(corpus_with(HARMLESS, corpus_of))
    head = report.one("head")
    policy = head.one("meta", http_equiv="Content-Security-Policy").attributes["content"]
    directives = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    (script,) = [one for one in report.all("script") if "type" not in one.attributes]

    def hashed(element):
        return "'sha256-" + b64encode(sha256(element.text.encode()).digest()).decode() + "'"

    assert directives == {
        "default-src": "'none'",
        "style-src": hashed(report.one("style")),
        "script-src": hashed(script),
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    assert [one.tag for one in head.all()][:2] == ["meta", "meta"]  # it comes before all that it holds for
    assert head.all()[1].attributes["http-equiv"] == "Content-Security-Policy"


def test_the_script_writes_text_only():
    """The script makes elements and texts; it parses no HTML, evaluates nothing and asks nobody."""
    script = files("attribution.corpus.report").joinpath("report.js").read_text("utf8")
    style = files("attribution.corpus.report").joinpath("report.css").read_text("utf8")

    refused = "innerHTML outerHTML insertAdjacentHTML document.write eval( Function( fetch( XMLHttpRequest import( " \
        "WebSocket sendBeacon srcdoc .src localStorage </".split()  # fmt: skip
    assert not [word for word in (*refused, "setHTML", "createContextualFragment") if word in script]
    assert not [word for word in ("</", "@import", "url(") if word in style]


@pytest.mark.parametrize(
    ("url", "is_link"),
    [
        ("https://ledger.example/a?b=1&c=%20#d", True),
        ("HTTP://ledger.example", True),
        ("https://bücher.example/é", True),
        ("https://[::1]:8080/", True),
        ("javascript:alert(1)", False),
        ("JaVaScRiPt:alert(1)//https://ledger.example", False),
        (" https://ledger.example", False),
        ("https://ledger.example\n", False),
        ("java\nscript:alert(1)", False),
        ("data:text/html,<script>alert(1)</script>", False),
        ("file:///etc/passwd", False),
        ("//ledger.example", False),
        ("https:ledger.example", False),
        ("https://", False),
        ('https://ledger.example/"onclick="alert(1)', False),
        ("https://ledger.example/<b>", False),
        ("https://ledger.example/\u202egnp.exe", False),
        ("https://ledger.example/\ud83d", False),
        ("", False),
    ],
)
def test_only_addresses_of_the_web_are_links(url, is_link, read):
    """A link leads to http or https; anything else is shown and cannot be followed."""
    shown = read(address(url))

    assert [one.attributes["href"] for one in shown.all("a")] == [url] * is_link
    assert shown.one("bdi").text == clean(url)


@given(st.text(st.characters(codec=None)))
@example("\ud83d\r\n\x00")
def test_any_text_is_one_isolated_element(text):
    """Escaped text keeps its length and holds no character that means something in HTML."""
    written = isolated(text)
    inner = written.removeprefix("<bdi>").removesuffix("</bdi>")

    assert len(clean(text)) == len(text)
    assert not set(inner) & set("<>\"'")
    assert not set(plain(text)) & set("<>\"'\r\n\u202e\u2066")
    assert written.encode("utf8").decode("utf8") == written
