"""Put the whole page together, with the policy that lets a browser run and load nothing else."""

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from importlib.resources import files

from attribution.corpus.report.articles import articles_section
from attribution.corpus.report.claims import claims_section
from attribution.corpus.report.contents import Contents, day
from attribution.corpus.report.data import data_of
from attribution.corpus.report.filters import filters_form
from attribution.corpus.report.foreign import isolated, plain
from attribution.corpus.report.graph import graph_section
from attribution.corpus.report.layout import layout_of
from attribution.corpus.report.sources import sources_section
from attribution.corpus.report.statements import statements_section
from attribution.text.highlight import STYLE

SECTIONS = ("Claims", "Graph", "Sources", "Statements", "Articles")


def page_of(contents: Contents) -> str:
    """Return the page as HTML; the same contents give the same page."""
    return "\n".join(_pieces(contents)) + "\n"


def _pieces(contents: Contents) -> Iterator[str]:
    style = STYLE.removeprefix("<style>").removesuffix("</style>") + _own("report.css")
    script = _own("report.js")
    layout = layout_of(contents)
    yield '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy(style, script)}">'
    yield '<meta name="viewport" content="width=device-width">\n<meta name="color-scheme" content="light dark">'
    yield '<meta name="referrer" content="no-referrer">'
    yield f"<title>{plain(contents.title)}</title>\n<style>{style}</style>\n</head>\n<body>"
    yield '<a class="skip" href="#main">Skip to the claims</a>'
    yield f"<header><h1>{isolated(contents.title)}</h1><p>{_summary(contents)}</p></header>"
    yield '<div class="beside"><nav aria-label="Sections"><ul>'
    yield "".join(f'<li><a href="#{title.lower()}">{title}</a></li>' for title in SECTIONS) + "</ul></nav>"
    yield from filters_form(contents)
    yield '<p id="count" role="status"></p><noscript><p>The filters need JavaScript; all else does not.</p></noscript>'
    yield '</div><main id="main" tabindex="-1">'
    yield from claims_section(contents)
    yield from graph_section(layout, contents)
    yield from sources_section(contents)
    yield from statements_section(contents)
    yield from articles_section(contents)
    yield "</main>\n<footer><p>Read by a machine, which errs; the words of the articles are the evidence. "
    yield "Who is not named here has reasons: do not use this page to find out who it is.</p></footer>"
    yield f'<script type="application/json" id="data">{data_of(contents, layout)}</script>'
    yield f"<script>{script}</script>\n</body>\n</html>"


def policy(style: str, script: str) -> str:
    """Return the content security policy: this style and this script, and nothing from anywhere."""
    return (
        f"default-src 'none'; style-src 'sha256-{_digest(style)}'; script-src 'sha256-{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return b64encode(sha256(text.encode()).digest()).decode()


def _own(name: str) -> str:
    return files("attribution.corpus.report").joinpath(name).read_text(encoding="utf8")


def _summary(contents: Contents) -> str:
    counted = (
        (len(contents.articles), "article", "articles"),
        (len(contents.outlets), "outlet", "outlets"),
        (len(contents.records), "statement", "statements"),
        (len(contents.sources), "source", "sources"),
        (len(contents.claims), "claim", "claims"),
    )
    words = ", ".join(f"{number} {one if number == 1 else many}" for number, one, many in counted)
    days = sorted(filter(None, map(day, contents.articles)))
    return f"{words}; published {days[0]} to {days[-1]}" if days else words
