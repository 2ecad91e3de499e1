"""Text in which tags mark stretches: `<s1>Ann Lee</s1> said <t1>it rained</t1>`, or `<4>it rained</4>`."""

import re

TAG = re.compile(r"<(/?)([a-z]?\d+)>")
Places = list[tuple[int, int]]


def without_tags(text: str) -> tuple[str, dict[str, Places]]:
    """Return a text without its tags, and by what stands in them the places they mark, in the order of the text.

    Raises:
        ValueError: a tag is opened twice, closed before it was opened, or never closed.
    """
    plain, last = "", 0
    opened: dict[str, int] = {}
    found: dict[str, Places] = {}
    for tag in TAG.finditer(text):
        plain, last = plain + text[last : tag.start()], tag.end()
        closes, name = tag.groups()
        if bool(closes) is not (name in opened):
            raise ValueError(f"{tag[0]} is opened twice, or closed before it was opened")
        if closes:
            found.setdefault(name, []).append((opened.pop(name), len(plain)))
        else:
            opened[name] = len(plain)
    if opened:
        raise ValueError(f"never closed: {', '.join(opened)}")
    return plain + text[last:], found
