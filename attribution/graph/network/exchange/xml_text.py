"""Text that XML can hold: the characters that it refuses, written as Office Open XML writes them.

XML 1.0 has no way to hold most control characters, halves of surrogate pairs, U+FFFE and U+FFFF, and a parser turns a
carriage return into a line feed. ECMA-376 (part 1, 22.4.2.4, *bstr*) writes such a character as *_x000C_*, and an
underscore that stands where it would be taken for such an escape as *_x005F_*.
"""

import re

CHARACTERS = "\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff"
# What a refused character becomes begins with an underscore, which would close what stands before it.
REFUSED = re.compile(f"[{CHARACTERS}]|_(?=x[0-9A-Fa-f]{{4}}[_{CHARACTERS}])")
ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


def to_xml_text(text: str) -> str:
    """Return text without a character that XML refuses; `from_xml_text` gives the original back."""
    return REFUSED.sub(lambda found: f"_x{ord(found[0]):04X}_", text)


def from_xml_text(text: str) -> str:
    """Return the text that `to_xml_text` was given."""
    return ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
