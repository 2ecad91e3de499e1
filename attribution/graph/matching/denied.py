"""A claim with a denial, and the same without it: who supports that it is so contradicts that it is not."""

import re

DENIAL = re.compile(r"\b(?:(can)(?:not|['’]t)|(wo)n['’]t|(\w+)n['’]t|not)(?:\s+|\b)", re.IGNORECASE)
# With one of these a sentence without its *not* is not its opposite: *not all came*, *nobody did not*.
OTHER = re.compile(
    r"\b(?:no|never|nothing|none|nobody|nowhere|neither|nor|not only|any\w*|all|every\w*)\b", re.IGNORECASE
)


def undenied(text: str) -> str | None:
    """Return a sentence without its only denial: *The ferry did carry too many* for *did not carry too many*.

    None where it has none, or several, or words whose meaning hangs on it.
    """
    denials = list(DENIAL.finditer(text))
    if len(denials) != 1 or OTHER.search(text):
        return None
    (denial,) = denials
    can, will, helper = denial.groups()
    kept = f"{can or ('will' if will else helper)} " if can or will or helper else ""
    return text[: denial.start()] + kept + text[denial.end() :]
