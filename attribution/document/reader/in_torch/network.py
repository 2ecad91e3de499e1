"""The reader's network in torch, for an accelerator."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from attribution.document.in_torch.graph import TorchGraph, answered_together
from attribution.document.reader.network import Floats, Integers

TOGETHER = 32  # windows of one call; more do not make an accelerator faster, and take its memory
WORDS = "first"  # the input with one number a word; the others have one a word piece, or are like it
PIECES = "pieces"


class TorchNetwork:
    """The network on a device of torch's, many windows a call."""

    def __init__(self, file: Path, device: str) -> None:
        self._graph = TorchGraph(file, device)

    def run(self, inputs: dict[str, Integers]) -> dict[str, Floats]:
        """Answer one window; see `Network`."""
        return next(iter(self.run_many([inputs])))

    def run_many(self, windows: Sequence[dict[str, Integers]]) -> list[dict[str, Floats]]:
        """Answer windows in their order; those of like length are computed together.

        A window's company makes no difference beyond the rounding of 32-bit floats; now and then that makes the next
        whole number of an activation, as another processor does.
        """
        lengths = [len(one[PIECES]) for one in windows]
        return answered_together(lengths, TOGETHER, lambda places: self._answers([windows[place] for place in places]))

    def _answers(self, windows: Sequence[dict[str, Integers]]) -> Iterator[dict[str, Floats]]:
        words, pieces = ([len(one[name]) for one in windows] for name in (WORDS, PIECES))
        rooted = [1 + count for count in words]  # the root stands before the words
        # a window has two marks more pieces than words at least: no two of these lengths are one
        answers = self._graph.run(windows, (words, rooted, pieces))
        return (_cut(answers, at, count) for at, count in enumerate(words))


def _cut(answers: Mapping[str, Floats], window: int, words: int) -> dict[str, Floats]:
    """Return the answers on one window without what filled it up; columns may be words, or the root and words."""
    most = answers["links"].shape[2]
    widths = {most: words, most + 1: words + 1}
    return {
        name: scores[window, :words, : widths[scores.shape[2]]] if name in ("arcs", "links") else scores[window, :words]
        for name, scores in answers.items()
    }
