"""What makes two statements one origin: the same source, the same organization, the same text."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from attrs import frozen

from attribution.graph.copies.copies import Overlap
from attribution.graph.copies.shingles import words_in
from attribution.graph.record import Record

SAME_WORDS = 0.6  # share of the shorter content's words, from which copies carry one statement


@frozen
class Tie:
    """Two statements, by their places, that come from one origin, surely or perhaps, and why."""

    one: int
    other: int
    is_sure: bool
    reason: str


def ties_of_copies(records: Sequence[Record], overlaps: Iterable[Overlap]) -> Iterator[Tie]:
    """Yield the ties of statements that two versions of one text carry in much the same words."""
    related = {frozenset((overlap.article_id, overlap.other_id)) for overlap in overlaps}
    words = [frozenset(match[0].casefold() for match in words_in(record.content)) for record in records]
    for one, other in combinations(range(len(records)), 2):
        pair = frozenset((records[one].article.id, records[other].article.id))
        if pair in related and len(words[one] & words[other]) >= SAME_WORDS * max(
            1, min(len(words[one]), len(words[other]))
        ):
            yield Tie(one, other, True, "the same words in versions of one text")


def ties_of_relays(records: Sequence[Record], key: Mapping[str, str]) -> Iterator[Tie]:
    """Yield the ties of what an outlet says and what it was told, or reports itself: *Reuters reported that …*.

    `key` gives the one name of an outlet for each of its names, speakers that are outlets among them.
    """
    for one, other in combinations(range(len(records)), 2):
        for relay, origin in ((one, other), (other, one)):
            speaker = records[relay].statement.speaker
            outlet = key.get(speaker.name, "") if speaker is not None else ""
            heard = {key.get(records[origin].article.outlet or "", ""), key.get(records[origin].statement.told, "")}
            if outlet and outlet in heard and records[relay].article.id != records[origin].article.id:
                yield Tie(one, other, True, f"{speaker.name if speaker else outlet} relays it")
                break
