"""What makes two statements one origin: the same source, the same organization, the same text."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from attrs import frozen

from attribution.graph.copies.copies import Overlap
from attribution.graph.copies.shingles import shared_passages, shingles, words_in
from attribution.graph.record import Record
from attribution.statements.speakers.names import name_keys
from attribution.statements.statement import Speaker, SpeakerKind

SAME_WORDS = 0.6  # share of the shorter content's words, from which copies carry one statement
ONE_UTTERANCE = 8  # words in a row that two articles do not happen on


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


def ties_of_utterances(records: Sequence[Record]) -> Iterator[Tie]:
    """Yield the ties of statements with a stretch of the same words: one utterance, reported twice.

    *A resident* in one article may be a woman with a name in the next, the police the inspector who spoke for them. Two
    people with different names stay two, even where one of the articles must be wrong.
    """
    runs = [shingles(record.content) for record in records]
    for one, other in combinations(range(len(records)), 2):
        first, second = records[one], records[other]
        if runs[one].isdisjoint(runs[other]) or first.article.id == second.article.id or _are_two_people(first, second):
            continue
        shared = shared_passages(first.content, second.content, ONE_UTTERANCE)
        if shared:
            words = " ".join(first.content[shared[0].one.start : shared[0].one.end].split())
            yield Tie(one, other, True, f"the same words: {words}")


def _are_two_people(one: Record, other: Record) -> bool:
    speakers = (one.statement.speaker, other.statement.speaker)
    names = [name_keys(speaker.name)[-1:] for speaker in speakers if speaker and _is_named_person(speaker)]
    return len(names) == 2 and names[0] != names[1]


def _is_named_person(speaker: Speaker) -> bool:
    return speaker.named and speaker.kind is SpeakerKind.PERSON


def ties_of_reports(records: Sequence[Record]) -> Iterator[Tie]:
    """Yield the ties of who reports what another says, and that other: *the minister said that experts believe …*."""
    place_of = {record.statement.id: place for place, record in enumerate(records)}
    for place, record in enumerate(records):
        above = place_of.get(record.statement.parent or "")
        if above is not None:
            speaker = records[above].statement.speaker
            yield Tie(above, place, True, f"{speaker.name if speaker else 'nobody named'} reports what is said")


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
