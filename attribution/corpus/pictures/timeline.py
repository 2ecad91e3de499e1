"""Draw when who said it: a row for each source, a marker for each statement."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from attrs import frozen

from attribution.corpus.corroboration import Corroboration
from attribution.corpus.pictures.axis_text import label_axes
from attribution.corpus.pictures.canvas import open_axes, size_of
from attribution.corpus.pictures.days import day_number, days_between
from attribution.corpus.pictures.framing import NOBODY
from attribution.corpus.pictures.moments import Moment, moments_of, ordered_rows
from attribution.corpus.pictures.pen import Pen, Sign, open_pen
from attribution.corpus.pictures.standing import Standing, relations_in
from attribution.corpus.pictures.style import LOOKS, NEUTRAL
from attribution.graph.relation import Relation

if TYPE_CHECKING:
    from matplotlib.axes import Axes

WIDTH, ROW, AROUND = 9.0, 0.42, 1.9  # inches of a new figure: its width, each row, what is above and below the rows
SIZE = 9.0  # points
NAME_ROOM, LEGEND_CELL = 2.4, 2.2  # inches of a source's name at most, of an entry of the legend
UNDATED = "no date"
MOMENT = timedelta(microseconds=1)
LEAST_TIME = timedelta(hours=6)  # on each side of the only date


@frozen(kw_only=True)
class Span:
    """The days that are shown, and where the statements without a date are, right of a line; None where there is none.

    `undated` is that strip's middle. All are numbers of days as matplotlib counts them.
    """

    left: float
    right: float
    line: float | None
    undated: float

    @property
    def last(self) -> float:
        """The last day that can have a name: one nearer to the strip's name would run into it."""
        return self.right if self.line is None else self.line - (self.line - self.left) * 0.05


def draw_timeline(found: Corroboration, standings: tuple[Standing, ...], axes: "Axes | None") -> "Axes":
    """Draw when the sources spoke on a claim, and return the axes."""
    rows = ordered_rows(standings)
    moments = moments_of(rows, relations_in(found))
    drawn_on = open_axes(axes, WIDTH, AROUND + ROW * max(1, len(rows)))
    pen = open_pen(drawn_on)
    if rows:
        _Drawing(pen).draw(rows, moments)
    else:
        pen.write_amid(NOBODY, SIZE)
    label_axes(pen, found.claim)
    return drawn_on


def span_of(moments: Sequence[Moment]) -> Span:
    """Return the days to show: all that are marked, and a strip of their own for what has no date."""
    periods = [moment.when for moment in moments if moment.when is not None]
    has_undated = len(periods) < len(moments)
    if not periods:
        return Span(left=-1.0, right=1.0, line=None, undated=0.0)
    first, last = min(period.start for period in periods), max(period.end for period in periods)
    low, high = day_number(first), day_number(last)
    if high == low:
        low, high = low - LEAST_TIME / timedelta(days=1), high + LEAST_TIME / timedelta(days=1)
    around = (high - low) * 0.05
    low, high = low - around, high + around
    if not has_undated:
        return Span(left=low, right=high, line=None, undated=high)
    strip = (high - low) * 0.16
    return Span(left=low, right=high + strip, line=high, undated=high + strip / 2)


def published_words(moments: Sequence[Moment]) -> str:
    """Return what the axis of days shows: *published, 2026-03-02 to 2026-03-04*."""
    periods = [moment.when for moment in moments if moment.when is not None]
    if not periods:
        return "published"
    first = min(period.start for period in periods).date()
    last = max(max(period.start, period.end - MOMENT) for period in periods).date()  # a day ends before midnight
    words = f"published, {first}" + (f" to {last}" if last > first else "")
    return f"{words} (times with a zone are in UTC)" if any(period.has_zone for period in periods) else words


@frozen
class _Drawing:
    pen: Pen

    def draw(self, rows: Sequence[Standing], moments: Sequence[Moment]) -> None:
        span = span_of(moments)
        self._rows(rows)
        for moment in moments:
            self._mark(moment, span)
        self.pen.axes.set_xlim(span.left, span.right)
        self._days(span, moments)
        self.pen.axes.set_xlabel(published_words(moments), **self.pen.font(SIZE))
        columns = max(1, int(size_of(self.pen.axes)[0] / LEGEND_CELL))
        self.pen.explain(list(_signs(moments)), SIZE - 1, columns, is_under=True)

    def _rows(self, rows: Sequence[Standing]) -> None:
        axes, lettering = self.pen.axes, self.pen.lettering
        names = [lettering.line(one.name, NAME_ROOM, SIZE) for one in rows]
        axes.set_ylim(len(rows) - 0.4, -0.6)
        axes.set_yticks(range(len(rows)), names, **self.pen.font(SIZE))
        for row in range(len(rows)):
            axes.axhline(row, color=NEUTRAL, linewidth=0.6, alpha=0.5, zorder=1, label="_row")

    def _mark(self, moment: Moment, span: Span) -> None:
        look = LOOKS[moment.relation]
        x = span.undated
        if moment.when is not None:
            x = day_number(moment.when.middle)
            if moment.when.end > moment.when.start:
                ends = [day_number(moment.when.start), day_number(moment.when.end)]
                self.pen.axes.plot(
                    ends, [moment.height] * 2, color=look.color, linewidth=2.5, alpha=0.45, zorder=2, label="_period"
                )
        (drawn,) = self.pen.axes.plot(
            [x],
            [moment.height],
            linestyle="",
            marker=look.marker,
            markersize=9 if moment.relation is Relation.CONTRADICTS else 8,
            markerfacecolor=look.color if moment.is_filled else "none",
            markeredgecolor=look.color,
            markeredgewidth=1.5,
            zorder=3,
            label="_statement",
        )
        drawn.set_gid(moment.answer.statement.id)

    def _days(self, span: Span, moments: Sequence[Moment]) -> None:
        """Give the days their names, and the strip for what has no date its own; no day stands under that strip."""
        from matplotlib.ticker import FixedFormatter, FixedLocator

        has_dates = any(moment.when is not None for moment in moments)
        has_undated = any(moment.when is None for moment in moments)
        places, names = list[float](), list[str]()
        if has_dates:
            places, names = days_between(span.left, span.last)
        if has_undated:
            places, names = [*places, span.undated], [*names, UNDATED]
        if span.line is not None:
            self.pen.axes.axvline(
                span.line, color=self.pen.ink, linewidth=0.8, linestyle=(0, (1, 2)), zorder=1, label="_strip"
            )
        self.pen.axes.xaxis.set_major_locator(FixedLocator(places))
        self.pen.axes.xaxis.set_major_formatter(FixedFormatter(names))


def _signs(moments: Sequence[Moment]) -> Iterator[Sign]:
    """Yield what the legend explains: only what is in the picture."""
    for relation, look in LOOKS.items():
        if any(moment.relation is relation for moment in moments):
            yield Sign(words=look.words, color=look.color, marker=look.marker)
    if any(not moment.is_filled for moment in moments):
        yield Sign(words="hollow: unnamed source", marker="o", is_filled=False)
    if any(moment.when is not None and moment.when.end > moment.when.start for moment in moments):
        yield Sign(words="bar: some time within", color=NEUTRAL, line="-")
