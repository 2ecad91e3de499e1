"""Gather the reader's roles and links into attributions: which source said which content by which cue."""

from attrs import evolve, frozen

from attribution.document.document import NO_CUE, Document, runs
from attribution.text.span import Span

LOOSE_ENDS = frozenset(("—", "–", "--", "-", ",", ":", ";"))


@frozen(kw_only=True)
class Parts:
    """The words of one attribution by their part, as indices of the document in text order."""

    source: tuple[int, ...] = ()
    cue: tuple[int, ...] = ()
    content: tuple[int, ...] = ()


def group(document: Document) -> tuple[Parts, ...]:
    """Return the attributions that the reader laid out, in the order of their contents.

    Words that the reader linked to one cue form one attribution; contents without a cue stand alone.
    An attribution without content is none: *he said on Monday* alone reports nothing.
    """
    found: dict[int, dict[str, list[int]]] = {}
    opened = NO_CUE
    for word in document.words:
        if word.role == "O":
            continue
        prefix, _, role = word.role.partition("-")
        if word.cue == NO_CUE and prefix == "B":
            opened = -2 - word.index  # a key of its own: no cue has such an index
        key = word.cue if word.cue != NO_CUE else opened
        found.setdefault(key, {}).setdefault(role, []).append(word.index)
    parts = [
        Parts(source=tuple(of.get("source", ())), cue=tuple(of.get("cue", ())), content=tuple(of["content"]))
        for of in found.values()
        if "content" in of
    ]
    return tuple(sorted((_with_whole_source(document, p) for p in parts), key=lambda p: p.content))


def _with_whole_source(document: Document, parts: Parts) -> Parts:
    """Take from a source what parts it from an aside, and give it the noun that the reader took for the cue.

    In *the union — it has 900 members — said* the source is *the union*; in *an army statement said* the cue is *said*.
    """
    source, cue = list(parts.source), parts.cue
    while source and document.words[source[-1]].text in LOOSE_ENDS:
        source.pop()
    parts = evolve(parts, source=tuple(source))
    if len(cue) < 2 or not source or source[-1] + 1 != cue[0]:
        return parts
    noun, verb = document.words[cue[0]], document.words[cue[1]]
    if noun.upos in ("NOUN", "PROPN") and verb.upos in ("VERB", "AUX") and cue[1] == cue[0] + 1:
        return evolve(parts, source=(*source, cue[0]), cue=cue[1:])
    return parts


def spans_of(document: Document, words: tuple[int, ...]) -> tuple[Span, ...]:
    """Return the characters of words, one span for each unbroken run; runs parted by marks alone are one.

    In *"We agree," she said, "and will sign."* the content has two spans; in *"We agree" — "and will sign"* one.
    """
    joined: list[tuple[int, int]] = []
    for first, last in runs(words):
        if joined and all(document.words[i].upos == "PUNCT" for i in range(joined[-1][1] + 1, first)):
            joined[-1] = (joined[-1][0], last)
        else:
            joined.append((first, last))
    return tuple(document.span(first, last) for first, last in joined)
