"""Put foreign text into HTML: whatever it holds it stays text, and the page can be written and read."""

from html import escape

# UTF-8 holds no half of a surrogate pair, so a notebook with one could not be saved; HTML holds no NUL.
_UNKNOWN = "\N{REPLACEMENT CHARACTER}"
_LOST = {0: _UNKNOWN} | dict.fromkeys(range(0xD800, 0xE000), _UNKNOWN)


def escaped(text: str) -> str:
    """Return a text for an element or an attribute; what no page can hold becomes *\\ufffd*, one for one."""
    return escape(text.translate(_LOST)).replace("\r", "&#13;")  # a browser would read it as a line feed
