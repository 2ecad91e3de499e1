"""How relations, sources and terms look: each told by its line, marker, fill or hatch, and by colour besides.

The colours are those of Okabe and Ito (*Color Universal Design*, 2008), which people with any kind of colour vision
tell apart, and each stands out from white and from black at 3 to 1 at least, as WCAG 2.2 (1.4.11) asks of graphics.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from attrs import frozen

from attribution.graph.relation import Relation
from attribution.statements.statement import AuthorizationStatus

if TYPE_CHECKING:
    from matplotlib.axes import Axes

LEAST_CONTRAST = 4.5  # of text and its background (WCAG 2.2, 1.4.3)
NEUTRAL = "#808080"  # lines that say nothing of their own, on light and on dark


@frozen(kw_only=True)
class Look:
    """How a relation looks: the line of a link and its marker, at the claim's end or on a date."""

    color: str
    line: str
    marker: str
    words: str


LOOKS: Mapping[Relation, Look] = {
    Relation.SUPPORTS: Look(color="#0072B2", line="-", marker="o", words="supports"),
    Relation.CONTRADICTS: Look(color="#D55E00", line="--", marker="X", words="contradicts"),
    Relation.UPDATES: Look(color="#009E73", line=":", marker="D", words="updates (a later value)"),
    Relation.REPEATS: Look(color="#808080", line="-.", marker="<", words="repeats (adds no source)"),
}


@frozen(kw_only=True)
class Fill:
    """How the part of a bar looks that stands for an authorization status."""

    color: str
    hatch: str


FILLS: Mapping[AuthorizationStatus, Fill] = {
    AuthorizationStatus.ON_RECORD: Fill(color="#0072B2", hatch=""),
    AuthorizationStatus.OFFICIAL: Fill(color="#56B4E9", hatch="//"),
    AuthorizationStatus.ANONYMOUS: Fill(color="#D55E00", hatch="xx"),
    AuthorizationStatus.BACKGROUND: Fill(color="#CC79A7", hatch="++"),
    AuthorizationStatus.OFF_RECORD: Fill(color="#E69F00", hatch="**"),
    AuthorizationStatus.UNNAMED: Fill(color="#F0E442", hatch=".."),
    AuthorizationStatus.UNKNOWN: Fill(color="#999999", hatch="--"),
}


def background_of(axes: "Axes") -> tuple[float, float, float]:
    """Return the colour behind a picture (red, green, blue, each 0 to 1): the axes' own, the figure's, else white."""
    from matplotlib.colors import to_rgba

    behind = (1.0, 1.0, 1.0)
    for color in (axes.figure.get_facecolor(), axes.get_facecolor() if axes.axison else "none"):
        *own, alpha = to_rgba(color)
        behind = tuple(alpha * one + (1 - alpha) * other for one, other in zip(own, behind, strict=True))  # type: ignore[assignment]  # three of each
    return behind


def ink_on(background: tuple[float, float, float]) -> str:
    """Return a colour for text that can be read on a background: matplotlib's own where it can, else black or white."""
    from matplotlib import rcParams
    from matplotlib.colors import to_hex

    usual = to_hex(rcParams["text.color"])
    if contrast(usual, background) >= LEAST_CONTRAST:
        return usual
    return max("#000000", "#ffffff", key=lambda color: contrast(color, background))


def contrast(one: str | tuple[float, float, float], other: str | tuple[float, float, float]) -> float:
    """Return the contrast ratio of two colours as WCAG 2.2 defines it, from 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(color: str | tuple[float, float, float]) -> float:
    from matplotlib.colors import to_rgb

    parts = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in to_rgb(color))
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))
