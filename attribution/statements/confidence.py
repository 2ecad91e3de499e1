"""How sure the library is of a statement: the reader's own doubts, made into a calibrated chance.

The weights are fitted by `attribution.training.confidence` so that of statements given 0.8 about 80 % are right:
content half overlapping an annotated one, and the same source (docs/explanation/accuracy shows the table).
"""

import json
import math
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from attribution.document.document import Document
from attribution.statements.grouping import Parts

FEATURES = ("constant", "content", "weakest content word", "cue", "source", "no source", "no cue", "length")


def features_of(document: Document, parts: Parts) -> tuple[float, ...]:
    """Return what the reader's doubts about an attribution amount to, in the order of `FEATURES`."""
    content, cue, source = (
        [document.words[i].sure for i in words] for words in (parts.content, parts.cue, parts.source)
    )
    return (
        1.0,
        _logit(_mean(content)),
        _logit(min(content)),
        _logit(_mean(cue)) if cue else 0.0,
        _logit(_mean(source)) if source else 0.0,
        float(not source),
        float(not cue),
        math.log(len(content)),
    )


def confidence(document: Document, parts: Parts) -> float:
    """Return the chance that an attribution is right, from 0 to 1."""
    total = sum(weight * value for weight, value in zip(_weights(), features_of(document, parts), strict=True))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


@cache
def _weights() -> Sequence[float]:
    stored = json.loads(files("attribution.statements").joinpath("data/confidence.json").read_text("utf8"))
    return [float(stored[name]) for name in FEATURES]


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


def _logit(chance: float) -> float:
    chance = min(max(chance, 0.005), 0.995)
    return math.log(chance / (1 - chance))
