"""Unnamed speakers of different articles who may be the same: never merged, only marked as unsure."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations

from attribution.graph.identity.judgement import Judgement, Verdict
from attribution.graph.identity.names import body_key
from attribution.graph.identity.voice import Voice

DAYS = 4  # between two articles whose unnamed speakers may be the same
NEAREST = 12  # voices of one description that each is compared with: *officials* are in every article
SMALL = frozenset(
    "a an the of for in at to from with by who on and or two three four several some many one another other unnamed "
    "senior top anonymous his her their".split()
)


def descriptions_of(voice: Voice) -> frozenset[str]:
    """Return the telling words of a description, cut to their stems: *two militia commanders* → militi, comman."""
    words = re.findall(r"[^\W\d_]+", voice.speaker.name.lower())
    return frozenset(word[:6] for word in words if word not in SMALL)


def judge_unnamed(one: Voice, other: Voice) -> Judgement:
    """Judge whether two unnamed speakers may be the same: as many, described alike, for one body, days apart."""
    first, second = descriptions_of(one), descriptions_of(other)
    evidence = f"{one.speaker.name} | {other.speaker.name}"
    shared = len(first & second) / max(1, min(len(first), len(second)))
    bodies = {body_key(name) for name in one.speaker.organizations}
    others = {body_key(name) for name in other.speaker.organizations}
    if not _counts_meet(one, other) or not _near(one.published, other.published):
        return Judgement(Verdict.DIFFERENT, 0.1, "unnamed", evidence)
    if bodies and others and not bodies & others:
        return Judgement(Verdict.DIFFERENT, 0.1, "unnamed", evidence)
    if shared < 0.5 and not (bodies & others):
        return Judgement(Verdict.DIFFERENT, 0.2, "unnamed", evidence)
    return Judgement(
        Verdict.UNSURE, round(min(0.7, 0.3 + 0.3 * shared + 0.1 * bool(bodies & others)), 2), "unnamed", evidence
    )


def _counts_meet(one: Voice, other: Voice) -> bool:
    (low, high), (least, most) = one.speaker.count, other.speaker.count
    return (high is None or high >= least) and (most is None or most >= low)


def _near(one: str, other: str) -> bool:
    """Whether two dates are days apart at most; unknown ones may be."""
    try:
        return abs((date.fromisoformat(one[:10]) - date.fromisoformat(other[:10])).days) <= DAYS
    except ValueError:
        return True


def unsure_pairs(voices: Sequence[Voice]) -> Iterator[tuple[int, int, Judgement]]:
    """Yield the places of unnamed voices of different articles that may be the same, each pair once."""
    by_word: defaultdict[str, list[int]] = defaultdict(list)
    for place, voice in enumerate(voices):
        for word in (*descriptions_of(voice), *("/".join(body_key(name)) for name in voice.speaker.organizations)):
            by_word[word].append(place)
    seen = set()
    for places in by_word.values():
        places.sort(key=lambda place: (voices[place].published, voices[place].id))
        for start in range(len(places)):
            for one, other in combinations(places[start : start + NEAREST], 2):
                pair = (min(one, other), max(one, other))
                if one != places[start] or pair in seen or voices[one].article_id == voices[other].article_id:
                    continue
                seen.add(pair)
                judged = judge_unnamed(voices[pair[0]], voices[pair[1]])
                if judged.verdict is Verdict.UNSURE:
                    yield *pair, judged
