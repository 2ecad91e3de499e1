"""Tell whether a statement's content stands in quotation marks wholly, in part or not at all."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from attribution.statements.quoting.quotation_marks import QuotedSpan
from attribution.statements.statement import Quotation
from attribution.text.span import Span

_WORD = re.compile(r"\w+(?:['’]\w+)*")


def quotation_of(
    content: Sequence[Span], quoted: Sequence[QuotedSpan], text: str, *, cue: Sequence[Span] = ()
) -> Quotation:
    """Return whether all, some or none of the content's words are quoted; marks and punctuation do not count.

    `quoted` is what `quoted_spans` found, in its order. Quotation marks around the cue, too, are not the content's
    own: in *“Police told me that it was over,” she said* what police told is indirect.
    """
    words = [match.start() for span in content for match in _WORD.finditer(text, span.start, span.end)]
    places = words or [span.start for span in content]
    inside = [_is_quoted(place, quoted, cue) for place in places]
    if all(inside):
        return Quotation.DIRECT
    return Quotation.MIXED if any(inside) else Quotation.INDIRECT


def quotations_around(place: int, quoted: Sequence[QuotedSpan]) -> Iterator[QuotedSpan]:
    """Yield the quoted spans around a character, innermost first."""
    number = bisect_right(quoted, place, key=lambda span: span.span.start)
    while number:
        number -= 1
        if quoted[number].span.end > place:
            yield quoted[number]
        if not quoted[number].depth:  # spans of depth 0 do not overlap: nothing before it can reach the place
            return


def _is_quoted(place: int, quoted: Sequence[QuotedSpan], cue: Sequence[Span]) -> bool:
    return any(not any(span.span.contains(part) for part in cue) for span in quotations_around(place, quoted))
