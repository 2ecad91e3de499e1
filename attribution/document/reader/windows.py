"""Cut a document into overlapping windows that the encoder can take at once."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from attrs import frozen

PIECES = 254  # word pieces of a window beside its two marks; the reader was trained on such windows
CONTEXT = 40  # word pieces of the neighbouring sentences that a window sees on each side


@frozen
class ReadingWindow:
    """Words `first` to `last` are shown, of which `core_first` to `core_last` are answered; ends are not included."""

    first: int
    last: int
    core_first: int
    core_last: int


def cut_windows(
    sizes: Sequence[int], sentence_starts: Sequence[int], pieces: int = PIECES, context: int = CONTEXT
) -> list[ReadingWindow]:
    """Return windows whose cores cover the words once, in order.

    `sizes` are the words' piece counts, `sentence_starts` the words that open a sentence, the first among them.
    A core ends with a sentence where it can; a sentence longer than a window is cut where the window is full.
    """
    total = [0, *accumulate(sizes)]
    ends = sorted({*sentence_starts, len(sizes)})
    windows, start = [], 0
    while start < len(sizes):
        first = max(bisect_left(total, total[start] - context), 0)
        opening = bisect_left(ends, first)
        first = min(ends[opening], start)  # whole sentences before, where any fits
        last = max(bisect_right(total, total[first] + pieces) - 1, start + 1)
        end = last
        if last < len(sizes):
            # Room is kept for what follows the core, so that its last sentence is not read blind.
            roomy = bisect_right(total, total[first] + pieces - context) - 1
            end = _last_end(ends, start, roomy) or _last_end(ends, start, last) or last
        windows.append(ReadingWindow(first, last, start, end))
        start = end
    return windows


def _last_end(ends: Sequence[int], start: int, limit: int) -> int:
    """Return the last sentence end after `start` that lies within the limit, 0 where there is none."""
    place = bisect_right(ends, limit) - 1
    return ends[place] if place >= 0 and ends[place] > start else 0
