"""Make a text safe for a tokenizer without moving a character."""

# a lone surrogate cannot be encoded, and control characters stand for nothing; tabs and line ends stay what they are
_KEPT = "\t\n\x0b\x0c\r\x1c\x1d\x1e\x85"
_CONTROLS = {code: " " for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in _KEPT}
_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\N{REPLACEMENT CHARACTER}")
_REPLACED = _CONTROLS | _SURROGATES


def readable(text: str) -> str:
    """Return a text of the same length with a space for each control character and *\\ufffd* for each lone surrogate.

    Offsets into the one are offsets into the other.
    """
    return text.translate(_REPLACED)
