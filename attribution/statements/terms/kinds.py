"""Tell of what kind a reason for withholding an identity is, from its words alone."""

import re

from attribution.statements.statement import ReasonKind
from attribution.statements.terms.wording import kind_patterns, openers

# "because they were not authorized and feared for their jobs": two reasons; "friends and relatives" is a piece that
# holds no key and tells nothing
_PIECES = re.compile(r"\s+and\s+|\s+or\s+|;\s*|,\s+")
_NEGATION = re.compile(r"n['’]t\b|\bcannot\b|\bnever\b|\bca not\b")
_OPENS = re.compile(r"(?:in order |so as )?(?:to |when |while )?(?:\w+ly )?(\w+)")
_MANNER = re.compile(r"(?:speak|talk)(?:ing)?\b(?! about| of\b)")

ALONE = (ReasonKind.NOT_AUTHORIZED, ReasonKind.POLICY)
ABOUT = (ReasonKind.CANDOR, ReasonKind.SENSITIVE)


def kinds_of(reason: str) -> tuple[ReasonKind, ...]:
    """Return the kinds of a reason, in the order of its words; `other` where no key is known, nothing for no reason.

    *because they were not authorized to discuss private talks and feared reprisals*: not_authorized and reprisal;
    the private talks are what they were not authorized for.
    """
    words = _NEGATION.sub(" not", " ".join(reason.lower().split()))
    words = re.sub(r"\s+", " ", words)
    if not words:
        return ()
    found: list[ReasonKind] = []
    for strength in ("strong", "weak"):
        for piece in _PIECES.split(words):
            found += [kind for kind in _kinds_of_piece(piece, strength) if kind not in found]
        if found:
            break
    return tuple(found) or (ReasonKind.OTHER,)


def _kinds_of_piece(piece: str, strength: str) -> tuple[ReasonKind, ...]:
    kinds = tuple(kind for kind, pattern in kind_patterns(strength) if pattern.search(piece))
    opening = _OPENS.match(piece)
    if opening and _tells(opening):
        told = tuple(kind for kind in kinds if kind in ABOUT)
        if not _MANNER.match(piece, opening.start(1)):
            # "to discuss the threats": what is discussed is not what is feared
            return told if ReasonKind.SENSITIVE in told else (*told, ReasonKind.SENSITIVE)
        return kinds[:1] if kinds and kinds[0] not in ABOUT else told
    for group in (ALONE, ABOUT):
        if kinds and kinds[0] in group:
            return tuple(kind for kind in kinds if kind in group)
    return kinds[:1]


def _tells(opening: re.Match[str]) -> bool:
    known = openers()
    if " to " in f" {opening[0]}":
        return opening[1] in known.telling
    return opening[1] in known.participles | known.talking
