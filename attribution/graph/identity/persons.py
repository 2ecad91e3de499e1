"""Put the voices of people together by their names."""

from collections import defaultdict
from collections.abc import Callable, Mapping

from attribution.graph.identity.full_names import FullNames
from attribution.graph.identity.joining import Joining
from attribution.graph.identity.last_names import LastNames
from attribution.graph.identity.person_name import parted
from attribution.graph.identity.spellings import skeleton

Block = dict[tuple[str, ...], list[int]]


def join_persons(joining: Joining, bodies_of: Callable[[int], set[str]]) -> None:
    """Join full names first, surname by surname, then last names that only one of them can mean.

    `bodies_of` gives the ids of the organizations that a voice speaks for.
    """
    units = _units(joining)
    for block in _blocks(joining):
        full, last = list[list[int]](), list[list[int]]()
        for _, places in sorted(block.items()):
            (last if parted(joining.name(places[0])).is_last_name else full).append(places)
        people = FullNames(joining=joining, bodies_of=bodies_of, units=units).join(full)
        last.sort(key=lambda places: not _is_marked(joining.name(places[0])))
        LastNames(joining=joining, bodies_of=bodies_of).join(last, people)


def _blocks(joining: Joining) -> list[Block]:
    """Return the voices of people by forms of their names, those together whose surnames sound alike."""
    blocks: defaultdict[str, Block] = defaultdict(dict)
    for place, voice in enumerate(joining.voices):
        name = parted(voice.speaker.name)
        if voice.is_person and name.words:
            form = (*name.words, "alone" if name.is_last_name else "", name.generation, name.title.value)
            blocks[skeleton(name.last)].setdefault(form, []).append(place)
    return [block for _, block in sorted(blocks.items())]


def _is_marked(name: str) -> bool:
    """Whether a title or *Jr.* tells more than the last name."""
    return parted(name).generation != "" or parted(name).has_gender


def _units(joining: Joining) -> Mapping[int, tuple[int, ...]]:
    """Return, for each voice that was joined with others before, one voice of each name among them."""
    found = dict[int, tuple[int, ...]]()
    for members in joining.all():
        if len(members) > 1:
            one_each = {joining.name(place): place for place in members if joining.voices[place].is_person}
            found |= dict.fromkeys(members, tuple(one_each.values()))
    return found
