"""Fit the weights of `attribution.graph.matching.bearing`: `python -m attribution.training.matcher.calibrate --help`.

The events are those of `attribution.training.matcher.annotated`. Optional statements count neither way.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from itertools import compress
from pathlib import Path
from typing import Any

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from attribution.corpus.asking import Pool, Searchable, pool_of
from attribution.corpus.search.nearest import Compared
from attribution.graph.matching.bearing import (
    AGAINST,
    AGREEMENT,
    JUDGEMENT,
    NEARNESS,
    agreement_of,
    judgement_of,
    nearness_of,
    opposition_of,
)
from attribution.graph.matching.matcher import MATCHER, Matcher, open_matcher
from attribution.graph.record import Record
from attribution.statements.statement import Stance
from attribution.training.confidence import crossed, fit, table
from attribution.training.matcher.annotated import AnnotatedEvent, events_in, events_written, is_on, records_of

OPTIONAL = -1
Floats = NDArray[np.float64]


@frozen
class Asked:
    """One claim beside the statements near it.

    `truth` (statements) is 1 on the claim, 0 not, -1 optional; `against` tells of those on it which contradict it.
    """

    event: int
    pool: Pool
    truth: NDArray[np.int64]
    against: NDArray[np.bool_]
    wanted: int  # statements on the claim, optional ones left out


def asked_of(event: AnnotatedEvent, number: int, matcher: Matcher) -> Iterator[Asked]:
    """Yield the claims of an event, of which this is the number, beside the statements of its articles, judged."""
    records = records_of(event.articles)
    search = Compared(np.arange(len(records)), matcher.vectors([record.claim_text for record in records]))
    searched = Searchable(search=search, records_at=lambda places: [records[place] for place in places])
    for claim in event.gold["claims"]:
        pool = pool_of(claim["claim"], searched, matcher)
        if pool is not None:
            judged = pool.judged(matcher)
            firm = sum(not one.get("optional", False) for one in claim["statements"])
            truth = np.array([_truth(record, claim) for record in judged.records])
            against = np.array([_contradicts(record, claim) for record in judged.records])
            yield Asked(number, judged, truth, against, firm)


def _truth(record: Record, claim: dict[str, Any]) -> int:
    on = [not one.get("optional", False) for one in claim["statements"] if is_on(record, one)]
    return 1 if any(on) else OPTIONAL if on else 0


def _contradicts(record: Record, claim: dict[str, Any]) -> bool:
    return any(one["relation"] == "contradicts" for one in claim["statements"] if is_on(record, one))


def fitted(asked: Sequence[Asked]) -> tuple[dict[str, dict[str, float]], Floats, Floats, list[Floats]]:
    """Return the weights of all steps; and, crossed over events, the last chances, the truth and chances by claim."""
    known = [one.truth != OPTIONAL for one in asked]
    truth = np.concatenate([one.truth[kept] for one, kept in zip(asked, known, strict=True)]).astype(np.float64)
    groups = np.concatenate([np.full(int(kept.sum()), one.event) for one, kept in zip(asked, known, strict=True)])
    near = [np.array([nearness_of(c, one.pool.around) for c in one.pool.compared]) for one in asked]
    full = [
        np.hstack([features, [judgement_of(c) for c in one.pool.compared]])
        for one, features in zip(asked, near, strict=True)
    ]
    every = np.concatenate([one[kept] for one, kept in zip(full, known, strict=True)])
    parts = max(one.event for one in asked) + 1
    alone = [
        _crossed_chances(one.event, features, every, truth, groups) for one, features in zip(asked, full, strict=True)
    ]
    together = [
        agreement_of(chances, one.pool.vectors @ one.pool.vectors.T) for one, chances in zip(asked, alone, strict=True)
    ]
    seen = np.concatenate([one[kept] for one, kept in zip(together, known, strict=True)])
    weights = {
        "near": _named(NEARNESS, fit(np.concatenate([f[k] for f, k in zip(near, known, strict=True)]), truth)),
        "bearing": _named((*NEARNESS, *JUDGEMENT), fit(every, truth)),
        "together": _named(AGREEMENT, fit(seen, truth)),
        "against": _named(AGAINST, fit(*_sides(asked))),
    }
    last = [
        _crossed_chances(one.event, features, seen, truth, groups)
        for one, features in zip(asked, together, strict=True)
    ]
    return weights, crossed(seen, truth, groups, parts), truth, last


def _sides(asked: Sequence[Asked]) -> tuple[Floats, Floats]:
    """Return what speaks for a contradiction of the statements on a claim, and whether each is one."""
    sides = [
        (opposition_of(compared), float(against))
        for one in asked
        for compared, on, against in zip(one.pool.compared, one.truth, one.against, strict=True)
        if on == 1 and compared.stance is not Stance.DENIES
    ]
    return np.array([features for features, _ in sides]), np.array([against for _, against in sides])


def _crossed_chances(event: int, features: Floats, every: Floats, truth: Floats, groups: NDArray[np.int64]) -> Floats:
    """Return the chances of one claim's statements by weights fitted on the other events."""
    kept = groups != event
    chances: Floats = 1 / (1 + np.exp(-np.clip(features @ fit(every[kept], truth[kept]), -30, 30)))
    return chances


def _named(names: Sequence[str], values: Floats) -> dict[str, float]:
    return {name: round(float(value), 4) for name, value in zip(names, values, strict=True)}


def score(asked: Sequence[Asked], chances: Sequence[Floats], least: float) -> tuple[float, float, int, int]:
    """Return precision and recall of answers from a chance on, and how many decoys stay quiet, of how many."""
    hits = given = wanted = quiet = decoys = 0
    for one, values in zip(asked, chances, strict=True):
        answers = (values >= least) & (one.truth != OPTIONAL)
        hits, given, wanted = (
            hits + int((answers & (one.truth == 1)).sum()),
            given + int(answers.sum()),
            wanted + one.wanted,
        )
        if not one.wanted:
            decoys, quiet = decoys + 1, quiet + int(not answers.any())
    return hits / max(given, 1), hits / max(wanted, 1), quiet, decoys


def mean_precision(asked: Sequence[Asked], chances: Sequence[Floats]) -> float:
    """Return the mean of the precisions down to each statement on its claim, all pairs by their chances."""
    known = [one.truth != OPTIONAL for one in asked]
    truth = np.concatenate([one.truth[kept] for one, kept in zip(asked, known, strict=True)])
    order = np.argsort(-np.concatenate([one[kept] for one, kept in zip(chances, known, strict=True)]), kind="stable")
    hits = truth[order] == 1
    return float((np.cumsum(hits) / np.arange(1, len(hits) + 1))[hits].mean())


def main() -> None:
    """Fit, print the scores and the reliability table of a cross-validation over events, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=Path, required=True, help="folder with one folder an event")
    parser.add_argument("--written", action="store_true", help="fit on the events that come with the package, too")
    parser.add_argument("--model", type=Path, default=MATCHER, help="folder of an exported matcher")
    parser.add_argument("--out", type=Path, required=True, help="JSON file for the weights")
    given = parser.parse_args()
    matcher = open_matcher(given.model)
    annotated = events_in(given.events)
    events = [*annotated, *(events_written() if given.written else ())]
    asked = [one for number, event in enumerate(events) for one in asked_of(event, number, matcher)]
    weights, chances, truth, last = fitted(asked)
    print(f"{len(events)} events, {len(asked)} claims, {len(truth)} pairs, {int(truth.sum())} on their claim")
    print_scores("annotated", [one.event < len(annotated) for one in asked], asked, last)
    if given.written:
        print_scores("written", [one.event >= len(annotated) for one in asked], asked, last)
    print(table(chances, truth))
    given.out.write_text(json.dumps(weights, indent=1) + "\n", encoding="utf8")


def print_scores(title: str, wanted: Sequence[bool], asked: Sequence[Asked], chances: Sequence[Floats]) -> None:
    """Print the mean precision of some of the claims, and precision, recall and F at several least chances."""
    some, theirs = list(compress(asked, wanted)), list(compress(chances, wanted))
    alike = [np.array([compared.likeness for compared in one.pool.compared]) for one in some]
    by_likeness = 100 * mean_precision(some, alike)
    print(f"{title}: mean precision {100 * mean_precision(some, theirs):.1f}, of likeness alone {by_likeness:.1f}")
    for least in (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5):
        precision, recall, quiet, decoys = score(some, theirs, least)
        together = 2 * precision * recall / max(precision + recall, 1e-9)
        print(
            f"{title}, least {least:.2f}: P {100 * precision:.1f} R {100 * recall:.1f} F {100 * together:.1f}, "
            f"decoys quiet {quiet} of {decoys}"
        )


if __name__ == "__main__":
    main()
