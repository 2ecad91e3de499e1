"""Cut labelled articles into windows and stack windows into batches of tensors."""

import random
from collections.abc import Iterator, Sequence

import torch
from attrs import evolve, frozen
from torch import Tensor

from attribution.document.reader.pieces import BREAK, PieceCutter, Pieces, encoder_row
from attribution.training.reader.data import IGNORED, ROLES, Labelled

LENGTH = 256  # pieces of a training window, its two marks included
SHARES_BROKEN = (0.0, 0.1, 0.3, 1.0)  # of a window's sentences that are to open a paragraph


@frozen(kw_only=True)
class Labels:
    """The closed lists of answers, in the order of the network's outputs."""

    upos: tuple[str, ...]
    deprels: tuple[str, ...]
    entities: tuple[str, ...]
    roles: tuple[str, ...] = ROLES

    @classmethod
    def of(cls, trees: Sequence[Labelled], entities: Sequence[Labelled]) -> "Labels":
        """Collect the labels that occur."""
        return cls(
            upos=tuple(sorted({label for tree in trees for label in tree.upos})),
            deprels=tuple(sorted({label for tree in trees for label in tree.deprels})),
            entities=("O", *sorted({label for article in entities for label in article.entities} - {"O"})),
        )


@frozen
class Window:
    """Words `start` to `end` of one article, with the word pieces of the whole article."""

    article: Labelled
    pieces: list[Pieces]
    start: int
    end: int


class WindowCutter:
    """Cuts articles into windows; the pieces of an article are found once."""

    def __init__(self, cutter: PieceCutter, articles: Sequence[Labelled], length: int = LENGTH) -> None:
        self._articles = articles
        self._length = length
        self._pieces = [cutter.cut(article.words) for article in articles]

    def cut(self, chance: random.Random | None = None) -> list[Window]:
        """Return windows that cover every article, broken at its breakable places, shuffled by `chance`.

        With `chance` the first window of an article ends early at random, so that no two passes break alike.
        """
        windows = [
            Window(article, pieces, start, end)
            for article, pieces in zip(self._articles, self._pieces, strict=True)
            for start, end in self._ranges(article, [len(piece.ids) for piece in pieces], chance)
        ]
        if chance:
            chance.shuffle(windows)
        return windows

    def _ranges(self, article: Labelled, sizes: list[int], chance: random.Random | None) -> Iterator[tuple[int, int]]:
        start, room = 0, self._length - 2
        allowed = chance.randint(room // 3, room) if chance else room
        while start < len(sizes):
            used, end, best = 0, start, 0
            while end < len(sizes) and used + sizes[end] <= allowed:
                used += sizes[end]
                end += 1
                if end == len(sizes) or article.breakable[end]:
                    best = end
            end = best or max(end, start + 1)  # one paragraph longer than a window: cut where full
            yield start, end
            start, allowed = end, room


def in_paragraphs(window: Window, chance: random.Random) -> Window:
    """Return a window some of whose sentences, or all or none, stand at the beginning of a line.

    Treebanks keep no paragraphs. A reader that learned syntax without them had nothing to go by where there were some:
    one *the*, *to* or full stop in seventy was no longer tagged as such in an article, while 97.4 % of a treebank was.
    """
    article, share = window.article, chance.choice(SHARES_BROKEN)
    opens = [breakable and chance.random() < share for breakable in article.breakable]
    gaps = [BREAK if broken else gap for gap, broken in zip(article.gaps, opens, strict=True)]
    return evolve(window, article=evolve(article, gaps=gaps))


@frozen(kw_only=True)
class Batch:
    """Windows as tensors: (windows, pieces) for the encoder, else (windows, words); `real` where a word stands."""

    windows: list[Window]
    pieces: Tensor
    cases: Tensor
    before: Tensor
    after: Tensor
    first: Tensor
    last: Tensor
    real: Tensor


def stack(windows: list[Window], length: int | None = None) -> Batch:
    """Stack windows, filled up to the longest (or to `length` pieces)."""
    rows: dict[str, list[list[int]]] = {name: [] for name in ("pieces", "cases", "before", "after", "first", "last")}
    for window in windows:
        for name, row in encoder_row(window.article.gaps, window.pieces, window.start, window.end).items():
            rows[name].append(row)
    tensors = {
        name: fill(rows[name], 0, length if name in ("pieces", "cases", "before", "after") else None) for name in rows
    }
    real = fill([[1] * len(row) for row in rows["first"]], 0).bool()
    return Batch(windows=windows, real=real, **tensors)


def fill(rows: Sequence[Sequence[int]], value: int, length: int | None = None) -> Tensor:
    """Stack rows of unequal length into one tensor, `value` behind the short ones."""
    out = torch.full((len(rows), length or max(map(len, rows))), value, dtype=torch.long)
    for i, row in enumerate(rows):
        out[i, : len(row)] = torch.tensor(row, dtype=torch.long)
    return out


def label_ids(windows: list[Window], column: str, names: Sequence[str]) -> Tensor:
    """Return the numbers of one column's labels, (windows, words), 0 where no word stands."""
    number = {name: i for i, name in enumerate(names)}
    return fill([[number[label] for label in getattr(w.article, column)[w.start : w.end]] for w in windows], 0)


def heads_within(windows: list[Window]) -> Tensor:
    """Return each word's head, (windows, words): 0 the root, else 1 + its place; -100 where it lies outside."""
    rows = []
    for w in windows:
        heads = w.article.heads[w.start : w.end]
        rows.append([0 if h < 0 else h - w.start + 1 if w.start <= h < w.end else IGNORED for h in heads])
    return fill(rows, IGNORED)


def cues_within(windows: list[Window]) -> Tensor:
    """Return the place of the first word of each word's cue, (windows, words); -100 where there is none inside."""
    rows = []
    for w in windows:
        cues = w.article.cues[w.start : w.end]
        rows.append([c - w.start if w.start <= c < w.end else IGNORED for c in cues])
    return fill(rows, IGNORED)


def same_sentence(windows: list[Window]) -> Tensor:
    """Return which words may be each other's heads, (windows, words, 1 + words); column 0, the root, always may."""
    numbers = fill([w.article.sentences[w.start : w.end] for w in windows], -1)
    same = numbers[:, :, None] == numbers[:, None, :]
    return torch.cat([torch.ones_like(same[:, :, :1]), same], 2)
