"""Put foreign text on a page: whatever an article, its title or its address holds, it stays text."""

import re
from html import escape

from attribution.text.columns import visible

# One character for one, so that spans still fit: halves of surrogate pairs, which UTF-8 cannot hold, and control
# characters, which a browser leaves out or takes for line ends.
_UNSHOWN = dict.fromkeys((*range(0x09), 0x0B, *range(0x0E, 0x20), *range(0x7F, 0xA0)), "\N{REPLACEMENT CHARACTER}")
_UNSHOWN |= dict.fromkeys(range(0xD800, 0xE000), "\N{REPLACEMENT CHARACTER}")

# What RFC 3986 lets an address hold, and letters beyond ASCII; no white space, quotation marks or angle brackets.
_ADDRESS = re.compile(r"https?://[\w.~:/?#\[\]@!$&()*+,;=%-]+", re.IGNORECASE)


def clean(text: str) -> str:
    """Return a text of the same length without the characters that a page cannot hold."""
    return text.translate(_UNSHOWN)


def isolated(text: str) -> str:
    """Return a text as HTML that cannot turn the direction of what stands around it."""
    return f"<bdi>{escape(clean(text))}</bdi>"


def plain(text: str) -> str:
    """Return a text for the places that take no tags (an attribute, a title, a picture): one line, no directions."""
    return escape(visible(text))


def address(url: str) -> str:
    """Return a link to an address of the web, and the bare text of any other (*javascript:…*, *file:…*)."""
    if not _ADDRESS.fullmatch(url):
        return isolated(url)
    return f'<a href="{escape(url)}" rel="noopener noreferrer external">{isolated(url)}</a>'
