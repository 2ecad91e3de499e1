"""Unnamed speakers of different articles who may be the same: never merged, only marked as unsure."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache

from attrs import frozen

from attribution.graph.identity.judgement import Judgement, Verdict
from attribution.graph.identity.names import body_key
from attribution.graph.identity.voice import Voice

DAYS = 4  # between two articles whose unnamed speakers may be the same
NEAREST = 12  # voices of one description that each is compared with: *officials* are in every article
SMALL = frozenset(
    "a an the of for in at to from with by who on and or two three four several some many one another other unnamed "
    "senior top anonymous his her their".split()
)
WORD = re.compile(r"[^\W\d_]+")


@frozen(kw_only=True)
class Description:
    """What an article tells of somebody unnamed: telling words, the bodies spoken for, how many they are, the day."""

    voice: Voice
    words: frozenset[str]
    bodies: frozenset[tuple[str, ...]]
    day: int | None

    @property
    def handles(self) -> frozenset[str]:
        """What another's description has to share for the two to be compared."""
        return self.words | {"/".join(body) for body in self.bodies}


def description_of(voice: Voice) -> Description:
    """Return the description of an unnamed voice; the day is a number, None where the date is not known."""
    return Description(
        voice=voice,
        words=telling_words(voice.speaker.name),
        bodies=frozenset(body_key(name) for name in voice.speaker.organizations),
        day=_day(voice.published),
    )


@lru_cache(maxsize=50_000)
def telling_words(name: str) -> frozenset[str]:
    """Return the telling words of a description, cut to their stems: *two militia commanders* → militi, comman."""
    return frozenset(word[:6] for word in WORD.findall(name.lower()) if word not in SMALL)


@lru_cache(maxsize=10_000)
def _day(published: str) -> int | None:
    try:
        return date.fromisoformat(published[:10]).toordinal()
    except ValueError:
        return None


def judge_unnamed(one: Description, other: Description) -> Judgement:
    """Judge whether two unnamed speakers may be the same: as many, described alike, for one body, days apart."""
    evidence = f"{one.voice.speaker.name} | {other.voice.speaker.name}"
    shared = len(one.words & other.words) / max(1, min(len(one.words), len(other.words)))
    has_body = bool(one.bodies & other.bodies)
    if not _counts_meet(one.voice, other.voice) or not _near(one.day, other.day):
        return Judgement(Verdict.DIFFERENT, 0.1, "unnamed", evidence)
    if one.bodies and other.bodies and not has_body:
        return Judgement(Verdict.DIFFERENT, 0.1, "unnamed", evidence)
    if shared < 0.5 and not has_body:
        return Judgement(Verdict.DIFFERENT, 0.2, "unnamed", evidence)
    return Judgement(Verdict.UNSURE, round(min(0.7, 0.3 + 0.3 * shared + 0.1 * has_body), 2), "unnamed", evidence)


def _counts_meet(one: Voice, other: Voice) -> bool:
    (low, high), (least, most) = one.speaker.count, other.speaker.count
    return (high is None or high >= least) and (most is None or most >= low)


def _near(one: int | None, other: int | None) -> bool:
    """Whether two days are near enough; unknown ones may be."""
    return one is None or other is None or abs(one - other) <= DAYS


def unsure_pairs(voices: Sequence[Voice]) -> Iterator[tuple[int, int, Judgement]]:
    """Yield the places of unnamed voices of different articles that may be the same, each pair once."""
    described = [description_of(voice) for voice in voices]
    sharing: defaultdict[str, list[int]] = defaultdict(list)
    for place in sorted(range(len(voices)), key=lambda place: (voices[place].published, voices[place].id)):
        for handle in described[place].handles:
            sharing[handle].append(place)
    pairs = {
        (min(one, other), max(one, other))
        for places in sharing.values()
        for start, one in enumerate(places)
        for other in places[start + 1 : start + NEAREST]
        if voices[one].article_id != voices[other].article_id
    }
    for one, other in sorted(pairs):
        judged = judge_unnamed(described[one], described[other])
        if judged.verdict is Verdict.UNSURE:
            yield one, other, judged
