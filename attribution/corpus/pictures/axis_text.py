"""Titles, ticks and frames of axes, in a colour that can be read on what is behind them."""

from attribution.corpus.pictures.canvas import size_of
from attribution.corpus.pictures.pen import Pen

TITLE_SIZE, TICK_SIZE, TITLE_LINES = 11.0, 9.0, 3
LEAST_ROOM = 2.0  # inches for a title even over narrow axes


def label_axes(pen: Pen, title: str) -> None:
    """Put a title over the axes, broken into lines, and leave only the frame that is needed."""
    axes = pen.axes
    room = max(LEAST_ROOM, size_of(axes)[0])
    words = "\n".join(pen.lettering.lines(title, room, TITLE_SIZE, most=TITLE_LINES))
    axes.set_title(words, loc="left", **pen.font(TITLE_SIZE))
    axes.tick_params(color=pen.ink, labelcolor=pen.ink, labelsize=TICK_SIZE)
    for name, spine in axes.spines.items():
        spine.set_visible(name in ("left", "bottom"))
        spine.set_edgecolor(pen.ink)
