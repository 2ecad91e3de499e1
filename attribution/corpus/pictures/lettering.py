"""Letters in a picture: which fonts, how wide a text is, and where it is cut; a text is never a formula."""

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from attribution.text.columns import visible

if TYPE_CHECKING:
    from matplotlib.font_manager import FontProperties

POINTS = 72  # in an inch
ELLIPSIS = "…"
LONGEST = 4000  # characters that are looked at: more fit into no picture
UNREADABLE = "(unreadable)"
MISSING = "\N{REPLACEMENT CHARACTER}"
LAST = "DejaVu Sans"  # comes with matplotlib: Latin, Greek, Cyrillic, Hebrew and Arabic letters

# Fonts of the systems that analysts work on, for the scripts that the last one lacks.
WIDE = (
    *("Noto Sans", "Noto Sans CJK SC", "Noto Sans CJK JP", "Noto Sans SC", "Noto Sans JP", "Noto Sans KR"),
    *("Noto Sans Devanagari", "Noto Sans Bengali", "Noto Sans Thai", "Noto Sans Armenian", "Noto Sans Georgian"),
    *("WenQuanYi Zen Hei", "Droid Sans Fallback", "Unifont", "FreeSans"),
    *("PingFang SC", "Hiragino Sans", "Apple SD Gothic Neo", "Arial Unicode MS"),
    *("Microsoft YaHei", "Yu Gothic", "Malgun Gothic", "Nirmala UI", "Segoe UI Historic"),
)
PLAIN = {"parse_math": False, "usetex": False}  # for every text that an article or a user may have written


@frozen
class Lettering:
    """The fonts of one picture: those that the user chose for matplotlib, then what is installed for other scripts."""

    families: tuple[str, ...]
    known: frozenset[int] = field(repr=False)  # characters that one of them has

    def shown(self, text: str) -> str:
        """Return a text on one line as it can be drawn: what no font has, and halves of surrogate pairs, become �."""
        return "".join(letter if ord(letter) in self.known else MISSING for letter in visible(text))

    def width(self, text: str, size: float) -> float:
        """Return how many inches a text fills that is `size` points high."""
        from matplotlib.textpath import text_to_path

        width, _, _ = text_to_path.get_text_width_height_descent(text, self._properties(size), False)
        return float(width) / POINTS

    def _properties(self, size: float) -> "FontProperties":
        from matplotlib.font_manager import FontProperties

        return FontProperties(family=list(self.families), size=size)

    def line(self, text: str, room: float, size: float) -> str:
        """Return a name as one line that is never empty: one of marks that cannot be seen is shown as unreadable."""
        return next((line for line in self.lines(text, room, size) if line.strip()), UNREADABLE)

    def lines(self, text: str, room: float, size: float, *, most: int = 1) -> tuple[str, ...]:
        """Return a text as at most `most` lines, none wider than `room` inches; what is left out is an ellipsis."""

        def fits(line: str) -> bool:
            return self.width(line, size) <= room

        found: list[str] = []
        rest = self.shown(text[:LONGEST])
        while rest:
            if fits(rest):
                return (*found, rest)
            if len(found) == most - 1:
                kept = _longest(rest, lambda part: fits(part.rstrip() + ELLIPSIS))
                return (*found, rest[: _word_end(rest, kept)].rstrip() + ELLIPSIS)
            cut = _word_end(rest, max(1, _longest(rest, fits)))
            found.append(rest[:cut].rstrip())
            rest = rest[cut:].lstrip()
        return tuple(found)


def _word_end(text: str, cut: int) -> int:
    """Return where to cut a text, at `cut` or before it: between words unless that leaves half of the line empty."""
    space = text.rfind(" ", 0, cut + 1)
    return space if space > cut / 2 else cut


def _longest(text: str, fits: Callable[[str], bool]) -> int:
    """Return how many characters of a text fit at most, by halving: a longer beginning is never narrower."""
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits(text[:middle]) else (low, middle - 1)
    return low


def open_lettering() -> Lettering:
    """Return the lettering for a picture that is drawn now, by matplotlib's settings."""
    from matplotlib import rcParams
    from matplotlib.font_manager import fontManager

    settings: Any = rcParams
    installed = set(fontManager.get_font_names())
    chosen = [name for family in settings["font.family"] for name in settings.get(f"font.{family}", [family])]
    families = tuple(dict.fromkeys(name for name in (*chosen, LAST, *WIDE) if name in installed))
    return Lettering(families, frozenset[int]().union(*map(_characters_of, families)))


@lru_cache(maxsize=64)
def _characters_of(family: str) -> frozenset[int]:
    from matplotlib.font_manager import FontProperties, findfont
    from matplotlib.ft2font import FT2Font

    return frozenset(FT2Font(findfont(FontProperties(family=[family]))).get_charmap())
