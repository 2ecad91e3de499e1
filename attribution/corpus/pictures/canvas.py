"""Where a picture is drawn: on the axes that are given, or on new ones that a notebook shows."""

from typing import TYPE_CHECKING

from attribution.errors import MissingExtraError

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def check_matplotlib(task: str) -> None:
    """Check that matplotlib is there, before anything is computed.

    Raises:
        MissingExtraError: it is not installed.
    """
    try:
        import matplotlib  # noqa: F401  # only whether it can be imported is asked
    except ImportError as error:
        raise MissingExtraError(task, "matplotlib", "pictures") from error


def open_axes(axes: "Axes | None", width: float, height: float, *, is_whole: bool = False) -> "Axes":
    """Return the axes that are given; where none are, those of a new figure of pyplot, `width` by `height` inches.

    They fill the figure with `is_whole`, and else leave the room that their own labels need.

    A figure of pyplot is what a notebook shows at the end of a cell, and `pyplot.show` in a window.
    """
    if axes is not None:
        return axes
    from matplotlib import pyplot

    if is_whole:
        return pyplot.figure(figsize=(width, height)).add_axes((0.0, 0.0, 1.0, 1.0))
    _, made = pyplot.subplots(figsize=(width, height), layout="constrained")
    return made


def size_of(axes: "Axes") -> tuple[float, float]:
    """Return the width and height of axes in inches, as the figure is now."""
    figure = axes.figure.get_figure(root=True)
    if figure.get_layout_engine() is not None:
        figure.draw_without_rendering()  # the places of axes are not known before
    box = axes.get_position()
    whole = figure.get_size_inches()
    return float(box.width * whole[0]), float(box.height * whole[1])
