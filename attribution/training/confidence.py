"""Fit the weights of `attribution.statements.confidence`: `python -m attribution.training.confidence --help`.

A statement is right when its content half overlaps (word Jaccard 0.5) an annotated content and their sources touch or
both are empty. Logistic regression by Newton's method (iteratively reweighted least squares) with a small ridge.
"""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from attribution.document.document import Document
from attribution.document.pipeline import load_pipeline
from attribution.statements.confidence import FEATURES, features_of
from attribution.statements.extraction import attributions_of
from attribution.text.span import Span
from attribution.training.reader.data import attributions_in

RIDGE = 1.0
Floats = NDArray[np.float64]


def words_in(document: Document, spans: Sequence[tuple[int, int]]) -> frozenset[int]:
    """Return the words of some annotated spans that are no punctuation."""
    found = (i for start, end in spans for i in document.words_within(Span(start, end)))
    return frozenset(i for i in found if any(c.isalnum() for c in document.words[i].text))


def examples(document: Document, annotation: str) -> list[tuple[tuple[float, ...], bool]]:
    """Return for each attribution of a document its features and whether it is right."""
    gold = [
        (words_in(document, parts.get("content", [])), words_in(document, parts.get("source", [])))
        for parts in attributions_in(annotation)
    ]
    found = []
    for parts in attributions_of(document):
        content, source = (
            frozenset(i for i in words if any(c.isalnum() for c in document.words[i].text))
            for words in (parts.content, parts.source)
        )
        right = any(
            2 * len(content & wanted) >= len(content | wanted) > 0 and (bool(source & named) or not (source or named))
            for wanted, named in gold
        )
        found.append((features_of(document, parts), right))
    return found


def fit(features: Floats, right: Floats, rounds: int = 30) -> Floats:
    """Return the weights (features) under which `right` (statements) is likeliest, given (statements, features)."""
    weights = np.zeros(features.shape[1])
    ridge = RIDGE * np.eye(len(weights))
    ridge[0, 0] = 0.0
    for _ in range(rounds):
        chance = 1 / (1 + np.exp(-np.clip(features @ weights, -30, 30)))
        slope = features.T @ (right - chance) - ridge @ weights
        curve = (features * (chance * (1 - chance))[:, None]).T @ features + ridge
        weights = weights + np.linalg.solve(curve, slope)
    return weights


def crossed(features: Floats, right: Floats, groups: NDArray[np.int64], parts: int = 5) -> Floats:
    """Return each statement's chance by weights fitted on other articles; `groups` (statements) number the articles."""
    chances = np.zeros(len(right))
    for part in range(parts):
        held = groups % parts == part
        weights = fit(features[~held], right[~held])
        chances[held] = 1 / (1 + np.exp(-features[held] @ weights))
    return chances


def table(chances: Floats, right: Floats) -> str:
    """Return the reliability table: statements by their chance in tenths, and how many were right."""
    lines = ["| given | statements | mean given | right |", "| --- | ---: | ---: | ---: |"]
    for tenth in range(10):
        inside = (chances >= tenth / 10) & (chances < (tenth + 1) / 10 + (tenth == 9))
        if inside.any():
            given, truth = 100 * chances[inside].mean(), 100 * right[inside].mean()
            lines.append(
                f"| {tenth / 10:.1f}-{(tenth + 1) / 10:.1f} | {inside.sum()} | {given:.0f} % | {truth:.0f} % |"
            )
    return "\n".join(lines)


def main() -> None:
    """Fit, print the reliability table of a cross-validation over articles, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--attributions", type=Path, required=True, help="folder with text/ and attributions/ (brat)")
    parser.add_argument("--out", type=Path, required=True, help="JSON file for the weights")
    given = parser.parse_args()
    annotations = sorted((given.attributions / "attributions").glob("*.ann"))
    texts = []
    for annotation in annotations:
        with (given.attributions / "text" / f"{annotation.stem.rsplit('_', 1)[0]}.txt").open(
            encoding="utf8", newline=""
        ) as file:
            texts.append(file.read())
    documents = load_pipeline().annotate(texts)
    rows = [
        (number, features, right)
        for number, (document, annotation) in enumerate(zip(documents, annotations, strict=True))
        for features, right in examples(document, annotation.read_text(encoding="utf8"))
    ]
    features, right = np.array([row[1] for row in rows]), np.array([row[2] for row in rows], np.float64)
    print(table(crossed(features, right, np.array([row[0] for row in rows])), right))
    weights = {name: round(float(weight), 4) for name, weight in zip(FEATURES, fit(features, right), strict=True)}
    given.out.write_text(json.dumps(weights, indent=1) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
