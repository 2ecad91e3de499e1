"""Show spans of a text in HTML, safely: whatever the text holds, it stays text."""

from collections.abc import Iterable

from attrs import field, frozen, validators

from attribution.text.markup import escaped
from attribution.text.span import Span

# A kind is no class: the pages around it style words like `content`.
# Kinds differ in underline and label, not in colour alone; colours are thin enough for dark and light pages.
STYLE = """<style>
.attribution { white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.8; }
.attribution mark { color: inherit; background: none; border-radius: 0.2em; text-decoration-thickness: 0.12em;
  text-underline-offset: 0.25em; text-decoration-skip-ink: none; }
.attribution mark[data-kind="content"] { background: rgba(128, 128, 128, 0.2); }
.attribution mark[data-kind="source"] { text-decoration-line: underline; text-decoration-style: double;
  text-decoration-color: #2f7fd6; }
.attribution mark[data-kind="cue"] { text-decoration-line: underline; text-decoration-style: wavy;
  text-decoration-color: #c65d00; }
.attribution mark[data-kind="terms"] { text-decoration-line: underline; text-decoration-style: dashed;
  text-decoration-color: #a347ba; }
.attribution mark[data-label]::before { content: attr(data-label); display: inline-block; white-space: nowrap;
  font: 0.65em sans-serif; vertical-align: 0.5em; margin-right: 0.3em; padding: 0 0.25em;
  border: 1px solid currentColor; border-radius: 0.3em; opacity: 0.75; }
</style>"""


@frozen
class Mark:
    """A span to show: `kind` is its `data-kind` (*source*), `label` the words beside it (*source 3*)."""

    span: Span
    kind: str = field(validator=validators.matches_re(r"[a-z][a-z0-9-]*"))
    label: str = ""


def highlight(text: str, marks: Iterable[Mark]) -> str:
    """Return a text as HTML with the marks in it; without the tags and entities it is the text again.

    Only a NUL and half of a surrogate pair, which no page can hold, are shown as *\\ufffd*, so that spans still fit.

    Marks may nest and overlap: a mark that another cuts through is written in pieces, which share a `data-mark`, and
    only the first bears the label. Of two marks of the same span the first given is the outer.
    `STYLE` gives the look; it has to be on the page once.

    Raises:
        ValueError: a mark ends after the text.
    """
    numbered = sorted(enumerate(marks), key=lambda pair: (pair[1].span.start, -pair[1].span.end, pair[0]))
    if numbered and (last := max(mark.span.end for _, mark in numbered)) > len(text):
        raise ValueError(f"a mark ends at {last}, the text at {len(text)}")
    edges = sorted({0, len(text), *(edge for _, mark in numbered for edge in (mark.span.start, mark.span.end))})
    pieces = ['<div class="attribution" dir="auto">']
    opened: list[tuple[int, Mark]] = []
    waiting = numbered[::-1]
    for place, edge in enumerate(edges):
        pieces += _close(opened, edge)
        while waiting and waiting[-1][1].span.start == edge:
            opened.append(waiting.pop())
            pieces.append(_tag(*opened[-1], is_first=True))
        pieces.append(escaped(text[edge : edges[place + 1]]) if place + 1 < len(edges) else "")
    return "".join([*pieces, "</div>"])


def _close(opened: list[tuple[int, Mark]], edge: int) -> list[str]:
    """Close the marks that end here; those opened inside them and not at their end yet are closed and opened again."""
    ended = [place for place, (_, mark) in enumerate(opened) if mark.span.end == edge]
    if not ended:
        return []
    going_on = [pair for pair in opened[ended[0] :] if pair[1].span.end != edge]
    pieces = ["</mark>"] * (len(opened) - ended[0])
    opened[ended[0] :] = going_on
    return pieces + [_tag(number, mark, is_first=False) for number, mark in going_on]


def _tag(number: int, mark: Mark, *, is_first: bool) -> str:
    label = f' title="{escaped(mark.label)}"' if mark.label else ""
    shown = f' data-label="{escaped(mark.label)}"' if mark.label and is_first else ""
    return f'<mark data-kind="{mark.kind}" data-mark="{number}"{label}{shown}>'
