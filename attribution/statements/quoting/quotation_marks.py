"""Pair the quotation marks of a text: which stretches stand in quotation marks, and which of them are one quotation.

A quotation may be nested (*“He told me ‘no’,” she said*), may lack its closing mark, and may run over paragraphs that
each open it again while only the last closes it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from attrs import define, evolve, field, frozen

from attribution.document.splitting.paragraphs import paragraphs
from attribution.statements.quoting.marks import Mark, MarkKind, Turn, find_marks, may_be_possessive
from attribution.text.span import Span


@frozen(kw_only=True)
class QuotedSpan:
    """A stretch of one paragraph that stands in quotation marks.

    `span` has the marks in it, `inner` what they enclose. `depth` counts the quotations around this one.
    `closed` is false where no closing mark was found: the stretch then ends with its paragraph, or before the next
    mark that opens. `quotation` is where the first mark of the whole quotation stands, and so the same for all
    paragraphs of a quotation that each paragraph opens again.
    """

    span: Span
    inner: Span
    depth: int = 0
    closed: bool = True
    kind: MarkKind = MarkKind.DOUBLE
    quotation: int

    @property
    def continues(self) -> bool:
        """Whether the quotation began in a paragraph before."""
        return self.quotation < self.span.start


def quoted_spans(text: str) -> tuple[QuotedSpan, ...]:
    """Return what stands in quotation marks, in text order, the outer before the inner.

    In *“He told me ‘no’,” she said* these are *“He told me ‘no’,”* and, one deeper, *‘no’*. Time grows with the length
    of the text only.
    """
    found: list[QuotedSpan] = []
    left_open: tuple[tuple[MarkKind, int], ...] = ()
    for start, end in paragraphs(text):
        pairing = _Pairing(text, start, end, left_open)
        for mark in find_marks(text, start, end):
            pairing.take(mark)
        left_open = pairing.close_paragraph()
        found += pairing.found
    return tuple(_with_depths(found))


def quotations(spans: Iterable[QuotedSpan]) -> tuple[tuple[QuotedSpan, ...], ...]:
    """Return the spans of each quotation together: those of a quotation over three paragraphs are one tuple."""
    groups: dict[int, list[QuotedSpan]] = {}
    for span in spans:
        groups.setdefault(span.quotation, []).append(span)
    return tuple(map(tuple, groups.values()))


@define
class _Open:
    """A quotation under way; `cut` is where a second one of its kind opened before it was closed."""

    mark: Mark
    quotation: int
    cut: int = 0


@define
class _Pairing:
    """The marks of one paragraph on their way to spans; `left_open` are the quotations open before it."""

    text: str
    start: int
    end: int
    left_open: tuple[tuple[MarkKind, int], ...]
    found: list[QuotedSpan] = field(factory=list)
    stack: list[_Open] = field(factory=list)
    open_kinds: Counter[MarkKind] = field(factory=Counter)
    newest: dict[MarkKind, list[_Open]] = field(factory=dict)
    waiting: Mark | None = None
    taken: int = 0
    leading_end: int = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.leading_end = self.start

    def take(self, mark: Mark) -> None:
        """Take the next mark; one that may be an apostrophe waits for the mark after it."""
        if self.waiting is not None:
            weak, self.waiting = self.waiting, None
            # ‘the dogs’ owner’: the next mark closes, so this one belongs to its word
            if mark.kind is not MarkKind.SINGLE or mark.turn is not Turn.CLOSES:
                self.close(weak)
        if mark.is_weak:
            if not self.stack or self.stack[-1].mark.kind is not MarkKind.SINGLE:
                return
            if may_be_possessive(self.text, mark):
                self.waiting = mark
                return
        self.place(mark)

    def place(self, mark: Mark) -> None:
        is_open = self.open_kinds[mark.kind] > 0
        if mark.kind is MarkKind.ANGLE:
            # «We agree» and »We agree«: the first decides
            own = self.text[mark.start] == self.text[self.newest[mark.kind][-1].mark.start] if is_open else True
            self.open(mark) if own else self.close(mark)
        elif mark.turn is Turn.OPENS or (mark.turn is Turn.EITHER and not is_open):
            self.open(mark)
        elif is_open:
            self.close(mark)
        else:
            self.close_from_before(mark)
        self.taken += 1

    def open(self, mark: Mark) -> None:
        quotation = mark.start
        # a paragraph that begins with the marks left open goes on with their quotations
        if mark.start == self.leading_end and self.taken < len(self.left_open):
            kind, before = self.left_open[self.taken]
            quotation = before if kind is mark.kind else quotation
            self.leading_end = mark.end
        same = self.newest.setdefault(mark.kind, [])
        if same and not same[-1].cut:
            same[-1].cut = mark.start
        opened = _Open(mark, quotation)
        same.append(opened)
        self.stack.append(opened)
        self.open_kinds[mark.kind] += 1

    def close(self, mark: Mark) -> None:
        inside = []
        while (opened := self._pop()).mark.kind is not mark.kind:
            inside.append(opened)
        self._end_unclosed(inside[::-1], mark.start)
        for same in self.newest.values():
            # what is cut short must not end inside this quotation
            if same and opened.mark.start < same[-1].cut < mark.end:
                same[-1].cut = opened.mark.start
        self._add(opened, mark.start, mark.end, closed=True)

    def close_from_before(self, mark: Mark) -> None:
        """Close a quotation that this paragraph goes on with but does not open again."""
        if self.left_open and self.left_open[0][0] is mark.kind and not self.taken and not mark.is_weak:
            opening = Mark(self.start, self.start, mark.kind, Turn.OPENS)
            self._add(_Open(opening, self.left_open[0][1]), mark.start, mark.end, closed=True)

    def close_paragraph(self) -> tuple[tuple[MarkKind, int], ...]:
        """End what is still open with the paragraph and return it, outermost first."""
        if self.waiting is not None:
            self.close(self.waiting)
        still_open = [opened for opened in self.stack if self._is_quotation(opened)]
        self._end_unclosed(still_open, self.end)
        return tuple((opened.mark.kind, opened.quotation) for opened in still_open if not opened.cut)

    def _is_quotation(self, opened: _Open) -> bool:
        """Whether a mark that nothing closes opened a quotation: a single one is more often an unknown elision."""
        if opened.mark.kind is not MarkKind.SINGLE or opened.quotation < opened.mark.start:
            return True
        before = self.text[max(self.start, opened.mark.start - 2) : opened.mark.start].strip()
        return opened.mark.start == self.start or before.endswith((":", ",", '"', "“"))

    def _pop(self) -> _Open:
        opened = self.stack.pop()
        self.open_kinds[opened.mark.kind] -= 1
        self.newest[opened.mark.kind].pop()
        return opened

    def _end_unclosed(self, openings: Iterable[_Open], end: int) -> None:
        """End quotations that nothing closes, outermost first: where the next of their kind opens, or with `end`."""
        cuts: dict[MarkKind, int] = {}
        for opened in openings:
            if not self._is_quotation(opened):
                continue
            stop = min([end, opened.cut or end, *(cut for cut in cuts.values() if cut > opened.mark.start)])
            while stop > opened.mark.end and self.text[stop - 1].isspace():
                stop -= 1
            self._add(opened, stop, stop, closed=False)
            if opened.cut:
                cuts[opened.mark.kind] = opened.cut

    def _add(self, opened: _Open, inner_end: int, end: int, *, closed: bool) -> None:
        """Add a quoted span, but for marks with nothing between them."""
        inner_start = opened.mark.end
        if inner_start >= inner_end or self.text[inner_start:inner_end].isspace():
            return
        self.found.append(
            QuotedSpan(
                span=Span(opened.mark.start, end),
                inner=Span(inner_start, inner_end),
                closed=closed,
                kind=opened.mark.kind,
                quotation=opened.quotation,
            )
        )


def _with_depths(spans: Iterable[QuotedSpan]) -> Iterator[QuotedSpan]:
    """Yield spans in text order, each with the number of spans around it."""
    around: list[int] = []
    for span in sorted(spans, key=lambda quoted: (quoted.span.start, -quoted.span.end)):
        while around and around[-1] <= span.span.start:
            around.pop()
        yield evolve(span, depth=len(around)) if around else span
        around.append(span.span.end)
