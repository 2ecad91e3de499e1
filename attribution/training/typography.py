"""Vary the typography of training sentences: treebanks are mostly straight-quoted, web news is mostly not."""

from __future__ import annotations

from random import Random

from attrs import evolve

from attribution.training.conllu import Sentence, Token

Style = tuple[tuple[str, str], tuple[str, str]]

DOUBLE_QUOTES = {'"', "“", "”", "''", "``"}
SINGLE_QUOTES = {"'", "‘", "’", "`"}
DASHES = {"--", "—", "–"}
# form, space before, space after; news wires write " — " and " - ", magazines "—"
DASH_STYLES = (("—", True, True), ("—", False, False), ("–", True, True), ("--", True, True), ("-", True, True))

# opening and closing, double and single; and how many sentences in a hundred get them
STRAIGHT, CURLY, TYPEWRITER = (('"', '"'), ("'", "'")), (("“", "”"), ("‘", "’")), (("''", "''"), ("'", "'"))
STYLES, WEIGHTS = (STRAIGHT, CURLY, TYPEWRITER), (40, 53, 7)  # some news archives write ''
NEW_DASH = 0.6
ONE_CHARACTER_ELLIPSIS = 0.5


def vary_typography(sentence: Sentence, random: Random) -> Sentence:
    """Return the sentence with its quotation marks, apostrophes, dashes and ellipses in one random style."""
    (style,) = random.choices(STYLES, WEIGHTS)
    tokens = _quotes(sentence.tokens, style)
    if random.random() < ONE_CHARACTER_ELLIPSIS:
        tokens = [token.with_form("…") if token.form == "..." else token for token in tokens]
    if random.random() < NEW_DASH:
        tokens = _dashes(tokens, *random.choice(DASH_STYLES))
    return evolve(sentence, tokens=tuple(tokens))


def curl(form: str) -> str:
    """Return a word with typographic apostrophes: *don’t*."""
    return form.replace("'", "’")


def _quotes(tokens: tuple[Token, ...], style: Style) -> list[Token]:
    changed = []
    for index, token in enumerate(tokens):
        opening = token.xpos == "``" or (
            token.xpos != "''" and not token.space_after and (index == 0 or tokens[index - 1].space_after)
        )
        changed.append(token.with_form(_quote(token, style, opening=opening)))
    return changed


def _quote(token: Token, style: Style, *, opening: bool) -> str:
    double, single = style
    if token.form in DOUBLE_QUOTES:
        return double[not opening]
    if token.form in SINGLE_QUOTES:
        # only what the treebank calls a quotation mark opens; the apostrophe of "boys'" never does
        return single[not (opening and token.xpos in ("``", "''"))]
    return curl(token.form) if style is CURLY else token.form.replace("’", "'")


def _dashes(tokens: list[Token], form: str, space_before: bool, space_after: bool) -> list[Token]:
    changed = list(tokens)
    for index, token in enumerate(tokens):
        between = 0 < index < len(tokens) - 1
        if between and (token.form in DASHES or token.form == "-") and token.xpos in (":", ","):
            changed[index - 1] = evolve(changed[index - 1], space_after=space_before)
            changed[index] = evolve(token.with_form(form), space_after=space_after)
    return changed
