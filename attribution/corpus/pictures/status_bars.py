"""Draw on which terms each outlet's statements were made: a bar for each outlet, a part of it for each status."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from attrs import frozen

from attribution.corpus.pictures.axis_text import label_axes
from attribution.corpus.pictures.canvas import open_axes, size_of
from attribution.corpus.pictures.pen import Pen, open_pen
from attribution.corpus.pictures.status import StatusRow, count_of
from attribution.corpus.pictures.style import FILLS, background_of
from attribution.statements.statement import AuthorizationStatus

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.ticker import Locator

WIDTH, ROW, AROUND = 9.0, 0.48, 1.9  # inches of a new figure: its width, each bar, what is above and below
SIZE = 9.0  # points
NAME_ROOM = 2.2  # inches
THICK = 0.66  # of a row
GAP = 0.07  # inches between a bar and the words at its end
ROUNDS = 4  # which numbers stand at the end depends on the room that the ends leave; more rounds change nothing
TITLE = "Statements by outlet and the terms on which they were made"
NOTHING = "no statements"
NO_OUTLET = "(outlet not known)"


def draw_status_bars(rows: Sequence[StatusRow], axes: "Axes | None") -> "Axes":
    """Draw the bars of some rows, and return the axes."""
    drawn_on = open_axes(axes, WIDTH, AROUND + ROW * max(1, len(rows)))
    pen = open_pen(drawn_on)
    if rows:
        _Drawing(pen).draw(rows)
    else:
        pen.write_amid(NOTHING, SIZE)
    label_axes(pen, TITLE)
    return drawn_on


def shown_statuses(rows: Sequence[StatusRow]) -> tuple[AuthorizationStatus, ...]:
    """Return the statuses that occur, in their own order."""
    return tuple(status for status in AuthorizationStatus if any(count_of(row, status) for row in rows))


@frozen
class _Drawing:
    pen: Pen

    def draw(self, rows: Sequence[StatusRow]) -> None:
        axes = self.pen.axes
        axes.set_ylim(len(rows) - 0.4, -0.6)
        names = [self._name(row["outlet"]) for row in rows]
        axes.set_yticks(range(len(rows)), names, **self.pen.font(SIZE))
        axes.tick_params(axis="y", length=0)
        unit = self._inches_of_one(rows)
        for place, row in enumerate(rows):
            self._bar(place, row, unit)
        axes.xaxis.set_major_locator(_whole_numbers())
        axes.set_xlabel("statements", **self.pen.font(SIZE))
        self.pen.explain_handles(self._handles(shown_statuses(rows)), SIZE, 4, is_under=True)

    def _name(self, outlet: str) -> str:
        return self.pen.lettering.line(outlet, NAME_ROOM, SIZE) if outlet else NO_OUTLET

    def _inches_of_one(self, rows: Sequence[StatusRow]) -> float:
        """Return how wide a bar of one statement is, with room for the words at the ends of all bars."""
        width = size_of(self.pen.axes)[0]
        unit = width / max(row["statements"] for row in rows)
        for _ in range(ROUNDS):
            longest = max(
                unit * row["statements"] + self.pen.lettering.width(self._end(row, unit), SIZE) + 2 * GAP
                for row in rows
            )
            unit *= min(1.0, width / longest)
        self.pen.axes.set_xlim(0, width / unit)
        return unit

    def _fits(self, number: int, unit: float) -> bool:
        return self.pen.lettering.width(str(number), SIZE) + 0.08 <= number * unit

    def _end(self, row: StatusRow, unit: float) -> str:
        """Return the words at the end of a bar: its whole number, and the numbers of parts too narrow for theirs."""
        small = [
            f"{status.value.replace('_', ' ')} {number}"
            for status in AuthorizationStatus
            if (number := count_of(row, status)) and not self._fits(number, unit)
        ]
        return f"{row['statements']}" + (f" ({', '.join(small)})" if small else "")

    def _bar(self, place: int, row: StatusRow, unit: float) -> None:
        start = 0
        for status in AuthorizationStatus:
            number = count_of(row, status)
            if not number:
                continue
            fill = FILLS[status]
            (part,) = self.pen.axes.barh(
                [place],
                [number],
                left=[start],
                height=THICK,
                color=fill.color,
                hatch=fill.hatch,
                edgecolor=self.pen.ink,
                linewidth=0.8,
                label="_part",
            )
            part.set_gid(f"{status.value} {place}")
            if self._fits(number, unit):
                self.pen.write(
                    (start + number / 2, place), str(number), SIZE, ha="center", va="center", bbox=self._behind
                )
            start += number
        self.pen.write((start + GAP / unit, place), self._end(row, unit), SIZE, ha="left", va="center")

    @property
    def _behind(self) -> dict[str, object]:
        """What makes a number readable on a hatch."""
        return {"boxstyle": "round,pad=0.15", "facecolor": background_of(self.pen.axes), "edgecolor": "none"}

    def _handles(self, statuses: Sequence[AuthorizationStatus]) -> list[object]:
        from matplotlib.patches import Patch

        return [
            Patch(
                facecolor=FILLS[status].color,
                hatch=FILLS[status].hatch,
                edgecolor=self.pen.ink,
                label=status.value.replace("_", " "),
            )
            for status in statuses
        ]


def _whole_numbers() -> "Locator":
    from matplotlib.ticker import MaxNLocator

    return MaxNLocator(integer=True)
