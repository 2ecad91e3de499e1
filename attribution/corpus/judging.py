"""What the user says of two sources: that they are one, or that they are two."""

from collections.abc import Sequence
from itertools import product

from attrs import frozen

from attribution.corpus.naming import names_meant
from attribution.errors import QuestionError
from attribution.graph.identity.judgement import UserJudgement
from attribution.graph.identity.meant import MeantByUser
from attribution.graph.identity.source import Source
from attribution.graph.identity.voice import Voice

REMEDY = (
    "of two people of one name give a statement of each, by its id: "
    "corpus.source(…).records have them in statement.id, and so have answers"
)


@frozen
class _Meant:
    """Voices that the user means, and the names or ids of voices under which that is kept."""

    keys: tuple[str, ...]
    voices: frozenset[str]

    def without(self, other: "_Meant") -> "_Meant":
        rest = self.voices - other.voices
        return _Meant(tuple(sorted(rest)), rest)


def judgements_of(
    one: str, other: str, *, same: bool, sources: Sequence[Source], voices: Sequence[Voice]
) -> tuple[UserJudgement, ...]:
    """Return what is kept of a judgement on two sources, each given by name or id, by a statement's or a voice's id.

    A name is kept as a name, and means later articles, too; of an id the voice is kept, which never changes. Where one
    is a part of the other, as a statement of a source, the rest is kept apart from it, voice by voice.

    Raises:
        UnknownIdError: no source has such a name or id.
        QuestionError: both are one and the same.
    """
    first, second = (_meant(call, sources, voices) for call in (one, other))
    if not same and first.voices & second.voices:
        if first.voices > second.voices:
            first = first.without(second)
        else:
            second = second.without(first)
    if first.voices == second.voices or not first.voices or not second.voices:
        verb = "join" if same else "part"
        raise QuestionError(f"{verb} {one!r} and {other!r}, which are one and the same", REMEDY)
    pairs = sorted({(min(pair), max(pair)) for pair in product(first.keys, second.keys) if pair[0] != pair[1]})
    return tuple(UserJudgement(a, b, same=same) for a, b in pairs)


def _meant(call: str, sources: Sequence[Source], voices: Sequence[Voice]) -> _Meant:
    for voice in voices:
        if call == voice.id or call in voice.statement_ids:
            return _Meant((voice.id,), frozenset((voice.id,)))
    for source in sources:
        if source.id == call:
            return _Meant(source.voice_ids[:1], frozenset(source.voice_ids))
    names = names_meant(call, sources)
    keys = {name.casefold(): name for name in names}
    return _Meant(tuple(keys.values()), frozenset(voice.id for voice in voices if voice.speaker.name in names))


def overruled(
    new: Sequence[UserJudgement], given: Sequence[UserJudgement], voices: Sequence[Voice]
) -> tuple[UserJudgement, ...]:
    """Return the judgements given before that contradict new ones: the latest holds.

    What was said of names stays where single voices are excepted from it.
    """
    meant = MeantByUser(tuple(voices), (*given, *new))
    sides = [(frozenset(meant.places(one.one)), frozenset(meant.places(one.other))) for one in new]
    if new[0].same:
        joined = _joined_with(frozenset().union(*(one | other for one, other in sides)), given, meant)
        sides = [(joined, joined)]
    is_single = all(map(meant.is_single, new))
    return tuple(
        old
        for old in given
        if old.same is not new[0].same
        and (meant.is_single(old) or not is_single)
        and any(_crosses(meant, old, one, other) for one, other in sides)
    )


def _joined_with(places: frozenset[int], given: Sequence[UserJudgement], meant: MeantByUser) -> frozenset[int]:
    """Return places with all that the user joined with them before."""
    groups = [frozenset(meant.places(old.one) + meant.places(old.other)) for old in given if old.same]
    while more := frozenset().union(*(group for group in groups if group & places)) - places:
        places |= more
    return places


def _crosses(meant: MeantByUser, old: UserJudgement, one: frozenset[int], other: frozenset[int]) -> bool:
    """Whether a judgement is on one voice of each side, in either order."""
    first, second = meant.places(old.one), meant.places(old.other)
    return any(a != b and ((a in one and b in other) or (b in one and a in other)) for a, b in product(first, second))


def hold(judgements: Sequence[UserJudgement], sources: Sequence[Source], voices: Sequence[Voice]) -> bool:
    """Tell whether sources are as judgements say."""
    meant = MeantByUser(tuple(voices), ())
    source_of = {voice: source.id for source in sources for voice in source.voice_ids}
    for judgement in judgements:
        one, other = (
            {source_of[voices[place].id] for place in meant.places(call)} for call in (judgement.one, judgement.other)
        )
        if (len(one | other) > 1) if judgement.same else (one & other):
            return False
    return True
