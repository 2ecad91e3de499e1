"""Draw the picture of the landing page: `python docs/picture.py` reads the port strike and writes port-strike.svg.

The words, speakers and terms in it are those of the reading; a test draws it again and compares.
"""

from html import escape
from pathlib import Path
from textwrap import wrap

import attribution

DOCS = Path(__file__).parent
ARTICLE, PICTURE = DOCS / "examples/port-strike.txt", DOCS / "port-strike.svg"

# What the statements that are shown begin with: on the record, denied, anonymous with a reason, official.
SHOWN = (
    "“We will not go back",
    "that Halvern Terminals was preparing",
    "that recruiters had approached",
    "“The government will not take part",
    "an emergency order had been drafted",
    "he was not aware of any such draft",
)
WIDTH, ROW, LINE, LEFT, RIGHT = 900, 96, 19, 24, 516

# Status is told by words, unnamed speakers by a hollow circle, a denial by a dashed line: never by colour alone.
STYLE = """
.card { fill: #ffffff; stroke: #d0d4da; }
text { font: 15px sans-serif; fill: #1b1f24; }
.said { font: italic 16px Georgia, serif; }
.name { font-weight: bold; }
.more { font-size: 13px; fill: #57606a; }
.link { fill: none; stroke: #57606a; stroke-width: 1.5; }
.denies { stroke: #b3261e; stroke-dasharray: 7 4; }
.person { stroke: #1f5fa8; stroke-width: 2.5; fill: #1f5fa8; }
.unnamed { fill: none; stroke-dasharray: 3 3; }
.status { font-size: 13px; font-weight: bold; fill: #1f5fa8; }
@media (prefers-color-scheme: dark) {
  .card { fill: #16191d; stroke: #3a4048; }
  text { fill: #e6e8eb; }
  .more { fill: #a3acb7; }
  .link { stroke: #a3acb7; }
  .denies { stroke: #ff8a80; }
  .person { stroke: #7db4f0; fill: #7db4f0; }
  .unnamed { fill: none; }
  .status { fill: #7db4f0; }
}
"""


def draw(article: attribution.ReadArticle) -> str:
    """Return the picture: a statement a row, its words on the left, who says so and on what terms on the right."""
    shown = [next(s for s in article.statements if s.text.startswith(words)) for words in SHOWN]
    height = ROW * len(shown) + 20
    rows = [line for place, statement in enumerate(shown) for line in _row(statement, 10 + ROW * place)]
    names = ", ".join(statement.speaker.name for statement in shown)
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img">',
            f"<title>Six statements of one article, and who makes them: {escape(names)}</title>",
            f"<style>{STYLE}</style>",
            f'<rect class="card" x="1" y="1" width="{WIDTH - 2}" height="{height - 2}" rx="10"/>',
            *rows,
            "</svg>\n",
        ]
    )


def _row(statement: attribution.Statement, top: int) -> list[str]:
    """Return the shapes of one statement, all centred on one height."""
    middle = top + ROW // 2
    speaker, terms = statement.speaker, statement.authorization
    denies = statement.stance.value == "denies"
    who = "; ".join(filter(None, [speaker.role, *speaker.organizations]))
    right = [("name", speaker.name)]
    right += [("more", who)] if who and who not in speaker.name else []
    right += [("status", terms.status.value.replace("_", " "))]
    right += [("more", line) for line in wrap(terms.reason, 50, max_lines=2, placeholder=" …")]
    words = [("said", line) for line in wrap(statement.text, 44, max_lines=4, placeholder=" …")]
    return [
        *_column(LEFT, middle, words),
        f'<path class="link{" denies" * denies}" d="M 408 {middle} H 484"/>',
        *([_text(420, middle - 8, "more", "denies")] if denies else []),
        f'<circle class="person{"" if speaker.named else " unnamed"}" cx="494" cy="{middle}" r="8"/>',
        *_column(RIGHT, middle, right),
    ]


def _column(x: int, middle: int, lines: list[tuple[str, str]]) -> list[str]:
    """Return lines of text below each other, their middle at this height."""
    top = middle + 5 - LINE * (len(lines) - 1) // 2
    return [_text(x, top + LINE * place, kind, words) for place, (kind, words) in enumerate(lines)]


def _text(x: int, y: int, kind: str, words: str) -> str:
    return f'<text class="{kind}" x="{x}" y="{y}">{escape(words)}</text>'


if __name__ == "__main__":
    PICTURE.write_text(draw(attribution.read(ARTICLE)), encoding="utf8")
