"""Find full names of one surname that may be one person's, without comparing each with each.

A thousand *Smiths* make half a million pairs, nearly all of people whose given names have nothing in common.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from attribution.graph.identity.person_name import parted
from attribution.graph.identity.spellings import skeleton, spelled_too
from attribution.statements.speakers.names import SHORT_FORM, SLIPS_FROM
from attribution.statements.speakers.word_lists import nicknames


def pairs_to_judge(names: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the places of names that `judge_persons` may take for one person's, sorted, the lower place first.

    All names have a surname and more. Two are a pair where what one seeks the other offers: a given word of both, one
    beginning with the other, a nickname, a slip of the pen, or a spelling with other vowels.
    """
    given, offering = [set(parted(name).given) for name in names], defaultdict[str, list[int]](list)
    for place, words in enumerate(given):
        for offer in {offer for word in words for offer in _offers(word)}:
            offering[offer].append(place)
    found = set()
    for place, (name, words) in enumerate(zip(names, given, strict=True)):
        sought = {wanted for word in words for wanted in _sought(word)}
        sought.add(f"begins {parted(name).last}")  # somebody's whose names stand the other way round
        near = {other for wanted in sought for other in offering.get(wanted, ())}
        found |= {(min(place, other), max(place, other)) for other in near if other != place}
    yield from sorted(found)


def _offers(word: str) -> set[str]:
    """Return by what a given word is found."""
    shortened = {f"begins {word[:letters]}" for letters in (1, *range(SHORT_FORM, len(word)), len(word))}
    return shortened | {f"sounds {skeleton(word)}"} | _slips(word)


def _sought(word: str) -> set[str]:
    """Return what a given word looks for: whatever begins with it, sounds like it, or is its nickname or nearly it."""
    return {
        f"begins {word}",
        f"sounds {skeleton(word)}",
        *(f"begins {nickname}" for nickname in nicknames().get(word, ())),
        *(f"begins {spelling}" for spelling in spelled_too(word)),
        *_slips(word),
    }


def _slips(word: str) -> set[str]:
    """Return a word and all that is left of it without one letter; two that differ by a slip share one of these."""
    if len(word) < SLIPS_FROM:
        return set()
    return {f"nearly {word}", *(f"nearly {word[:at]}{word[at + 1 :]}" for at in range(len(word)))}
