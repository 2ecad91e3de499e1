"""Draw the graph of a report as SVG: boxes to click, lines that differ in more than colour."""

from collections.abc import Iterator, Sequence
from html import escape

from attrs import evolve, frozen

from attribution.corpus.report.claims import statements_on
from attribution.corpus.report.contents import Contents
from attribution.corpus.report.foreign import plain
from attribution.corpus.report.layout import Layout, Line, Tie
from attribution.corpus.report.wording import bearing
from attribution.statements.statement import SpeakerKind
from attribution.text.columns import display_width, visible

GAP, MARGIN = 12, 12  # pixels, at least: between two boxes, and above the first
COLUMNS = ((10, 170), (260, 200), (590, 320))  # left edge and width of organizations, sources, claims
WIDTH = 920
LINE_HEIGHT = 16
APART = {Tie.AGAINST: 6, Tie.LATER: -6}  # pixels: who is on both sides of a claim has lines that can be told apart
LETTER = 7.4  # pixels of a letter, on the wide side; what is wider all the same is cut off at the box


@frozen(kw_only=True)
class Box:
    """An entry of the page as a box: its place, what is written in it, and which statements it stands for."""

    key: str
    kind: str
    name: str
    lines: tuple[str, ...]
    statements: tuple[int, ...]
    x: int
    width: int
    y: float = 0.0

    @property
    def height(self) -> int:
        """How high it is."""
        return 14 + LINE_HEIGHT * len(self.lines)

    @property
    def middle(self) -> float:
        """The height at which lines meet it."""
        return self.y + self.height / 2


def drawing(layout: Layout, contents: Contents) -> str:
    """Return the graph as SVG; each box is a link to its entry on the page."""
    columns = [
        [_organization(number, contents) for number in layout.organizations],
        [_source(number, contents) for number in layout.sources],
        [_claim(number, contents) for number in layout.claims],
    ]
    height = max(2 * MARGIN + sum(box.height + GAP for box in column) for column in columns)
    placed = {box.key: box for column in columns for box in _spread(column, height)}
    lines = "".join(_line(line, placed) for line in layout.lines)
    boxes = "".join(_box(box) for box in placed.values())
    return (
        f'<svg viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" role="group" '
        f'aria-label="Organizations, sources and claims"><g aria-hidden="true">{lines}</g>{boxes}</svg>'
    )


def _organization(number: int, contents: Contents) -> Box:
    body = contents.organizations[number - 1]
    members = contents.members.get(body.id, ())
    numbers = contents.numbers_of([identity for source in members for identity in source.statement_ids])
    return _made(f"o{number}", "organization", body.name, numbers, 0)


def _source(number: int, contents: Contents) -> Box:
    source = contents.sources[number - 1]
    shape = "body" if source.kind in (SpeakerKind.ORGANIZATION, SpeakerKind.DOCUMENT) else "voice"
    kind = f"source {shape}" if source.named else f"source {shape} unnamed"
    return _made(f"p{number}", kind, source.name, contents.numbers_of(source.statement_ids), 1)


def _claim(number: int, contents: Contents) -> Box:
    claim = contents.claims[number - 1]
    return _made(f"c{number}", "claim", claim.claim, statements_on(claim, contents), 2)


def _made(key: str, kind: str, name: str, statements: tuple[int, ...], column: int) -> Box:
    x, width = COLUMNS[column]
    words = visible(name) or "—"
    return Box(
        key=key, kind=kind, name=words, lines=_wrapped(words, width - 20), statements=statements, x=x, width=width
    )


def _wrapped(words: str, room: int) -> tuple[str, ...]:
    """Return words in at most two lines of a box, with an ellipsis where that is not enough."""
    letters = int(room / LETTER)
    if display_width(words) <= letters:
        return (words,)
    first = _start(words, letters)
    rest = words[len(first) :].lstrip()
    second = rest if display_width(rest) <= letters else _start(rest, letters - 1) + "…"
    return (first.rstrip(), second)


def _start(words: str, letters: int) -> str:
    """Return as many of the first words as fit, or letters of a word that is too long."""
    end = len(words)
    while display_width(words[:end]) > letters:
        end -= 1
    space = words.rfind(" ", 0, end + 1)
    return words[:space] if space > 0 else words[:end]


def _spread(column: Sequence[Box], height: int) -> Iterator[Box]:
    """Yield the boxes of a column from the top, with the same room between all."""
    free = (height - sum(box.height for box in column)) / (len(column) + 1)
    y = free
    for box in column:
        yield evolve(box, y=round(y, 1))
        y += box.height + free


def _box(box: Box) -> str:
    noun = "statement" if len(box.statements) == 1 else "statements"
    label = f"{box.kind.split()[0]} {box.name}, {len(box.statements)} {noun}"
    texts = "".join(
        f'<text x="10" y="{19 + LINE_HEIGHT * row}">{escape(words)}</text>' for row, words in enumerate(box.lines)
    )
    radius = 15 if "voice" in box.kind else 4 if "claim" in box.kind else 0
    place = f'x="{box.x}" y="{box.y}" height="{box.height}"'
    return (
        f'<a class="node {box.kind}" id="n-{box.key}" href="#{box.key}" aria-label="{plain(label)}"'
        f"{bearing(box.statements) if box.statements else ''}><title>{plain(box.name)}</title>"
        f'<rect {place} width="{box.width}" rx="{radius}"/>'
        f'<svg {place} width="{box.width - 6}" overflow="hidden">{texts}</svg></a>'
    )


def _line(line: Line, placed: dict[str, Box]) -> str:
    """Return a line with the sign that tells it from others without colour: *✕* against, *?* may be the same."""
    start, end = placed[line.start], placed[line.end]
    leaves, meets = (box.middle + APART.get(line.tie, 0) for box in (start, end))
    if line.tie is Tie.MAYBE:  # both stand in one column: the line goes out to the left and back, long ones farther
        x = to = float(start.x)
        bend = x - min(80.0, 14 + abs(meets - leaves) / 4)
        sign_at, sign = x - 0.75 * (x - bend), "?"  # where a curve between such ends lies in its middle
    else:
        x, to = float(start.x + start.width), float(end.x)
        bend = sign_at = (x + to) / 2
        sign = "✕" if line.tie is Tie.AGAINST else ""
    path = f"M{x:g} {leaves:g}C{bend:g} {leaves:g} {bend:g} {meets:g} {to:g} {meets:g}"
    shown = f'<text x="{sign_at:g}" y="{(leaves + meets) / 2 + 4:g}">{sign}</text>' if sign else ""
    ends = f'data-ends="{line.start} {line.end}"{bearing(line.statements)}'
    return f'<g class="line {line.tie.value}" {ends}><path d="{path}"/>{shown}</g>'
