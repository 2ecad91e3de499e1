"""What writes and explains in a picture: one ink, one lettering, one scale."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from attrs import frozen

from attribution.corpus.pictures.curves import Point
from attribution.corpus.pictures.lettering import PLAIN, Lettering, open_lettering
from attribution.corpus.pictures.style import background_of, ink_on

if TYPE_CHECKING:
    from matplotlib.axes import Axes

DOT = 8.0  # points of a source's marker
UNDER = 0.6  # inches from the axes down to a legend under their ticks


@frozen(kw_only=True)
class Sign:
    """A line, a marker or both, and what it stands for; the ink's colour where none is given."""

    words: str
    color: str = ""
    line: str = ""
    marker: str = ""
    is_filled: bool = True
    width: float = 1.6  # points of the line


@frozen(kw_only=True)
class Pen:
    """What text on some axes looks like; sizes are in points, and `scale` makes all of them smaller or larger."""

    axes: "Axes"
    lettering: Lettering
    ink: str
    scale: float = 1.0

    @property
    def families(self) -> list[str]:
        """The fonts."""
        return list(self.lettering.families)

    def font(self, size: float) -> dict[str, Any]:
        """Return the properties of a text on an axis, which may hold anything."""
        return {"color": self.ink, "fontsize": size * self.scale, "family": self.families, **PLAIN}

    def write(self, at: Point, words: str, size: float, **more: Any) -> None:
        """Write a text at a place of the axes' data."""
        self.axes.text(*at, words, **{**self.font(size), "zorder": 3, **more})

    def line(
        self,
        points: Sequence[Point],
        *,
        color: str,
        width: float,
        line: str = "-",
        marker: str = "",
        size: float = 0.0,
        gid: str | None = None,
        **more: Any,
    ) -> None:
        """Draw a line through some places of the axes' data, with a marker at its end."""
        (drawn,) = self.axes.plot(
            *zip(*points, strict=True),
            color=color,
            linestyle=line,
            linewidth=width * self.scale,
            marker=marker,
            markevery=[-1],
            markersize=size * self.scale,
            markeredgecolor="none",
            **{"zorder": 2, **more},
        )
        drawn.set_gid(gid)

    def mark(self, at: Point, marker: str, *, is_filled: bool, gid: str) -> None:
        """Draw the marker of a source or an organization."""
        (drawn,) = self.axes.plot(
            *at,
            linestyle="",
            marker=marker,
            markersize=DOT * self.scale,
            markerfacecolor=self.ink if is_filled else "none",
            markeredgecolor=self.ink,
            markeredgewidth=1.4 * self.scale,
            zorder=3,
            label="_source",
        )
        drawn.set_gid(gid)

    def frame(self, corner: Point, width: float, height: float, *, line: float, gid: str) -> None:
        """Draw a frame with round corners, `line` points thick."""
        from matplotlib.patches import FancyBboxPatch

        shape = FancyBboxPatch(
            corner,
            width,
            height,
            boxstyle="round,pad=0,rounding_size=0.1",
            facecolor="none",
            edgecolor=self.ink,
            linewidth=line * self.scale,
        )
        shape.set_gid(gid)
        self.axes.add_patch(shape)

    def write_amid(self, words: str, size: float) -> None:
        """Write in the middle of axes that have nothing to show."""
        self.axes.set_xticks([])
        self.axes.set_yticks([])
        self.write((0.5, 0.5), words, size, transform=self.axes.transAxes, ha="center", va="center")

    def explain(self, signs: Sequence[Sign], size: float, columns: int, *, is_under: bool = False) -> None:
        """Add the legend of some signs."""
        from matplotlib.lines import Line2D

        lines: Any = Line2D  # its names of lines are a closed choice to a type checker
        handles = [
            lines(
                [],
                [],
                color=sign.color or self.ink,
                linestyle=sign.line,
                linewidth=sign.width * self.scale,
                marker=sign.marker,
                markersize=6 * self.scale,
                markerfacecolor=(sign.color or self.ink) if sign.is_filled else "none",
                markeredgecolor=sign.color or self.ink,
                label=sign.words,
            )
            for sign in signs
        ]
        self.explain_handles(handles, size, columns, is_under=is_under)

    def explain_handles(self, handles: Sequence[Any], size: float, columns: int, *, is_under: bool) -> None:
        """Add a legend along the bottom inside the axes, or under them and their ticks; none where it has nothing."""
        from matplotlib.transforms import ScaledTranslation

        if not handles:
            return
        figure = self.axes.figure.get_figure(root=True)
        assert figure is not None  # axes on which is drawn have one
        moved = self.axes.transAxes + ScaledTranslation(0.0, -UNDER, figure.dpi_scale_trans)
        legend = self.axes.legend(
            handles=handles,
            loc="upper center" if is_under else "lower center",
            bbox_to_anchor=(0.5, 0.0),
            bbox_transform=moved if is_under else self.axes.transAxes,
            borderaxespad=0.2,
            ncols=min(columns, len(handles)),
            frameon=False,
            handlelength=3,
            labelcolor=self.ink,
            prop={"size": size * self.scale, "family": self.families},
        )
        for text in legend.get_texts():
            text.update(PLAIN)


def open_pen(axes: "Axes", lettering: Lettering | None = None, scale: float = 1.0) -> Pen:
    """Return a pen whose ink can be read on the axes."""
    return Pen(axes=axes, lettering=lettering or open_lettering(), ink=ink_on(background_of(axes)), scale=scale)
