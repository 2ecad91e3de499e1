"""Weigh the answers to a claim: which come from one origin, what that leaves, and what stands out."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from attribution.corpus.answers import Answer, Answers
from attribution.corpus.corroboration import (
    UNRATED,
    Corroboration,
    Flag,
    Origin,
    counted,
    first_of,
    flags_of,
    of_relation,
)
from attribution.corpus.present import Present
from attribution.graph.copies.credits import outlet_key
from attribution.graph.identity.identities import Identities
from attribution.graph.identity.judgement import Verdict
from attribution.graph.independence.groups import Grouped, group
from attribution.graph.independence.origin import bodies_of, is_country, one_origin, own_bodies_of
from attribution.graph.independence.ties import (
    Tie,
    ties_of_copies,
    ties_of_relays,
    ties_of_reports,
    ties_of_utterances,
)
from attribution.graph.record import Record
from attribution.graph.relation import Relation


def weigh(claim: str, answers: Answers, present: Present, grades: Mapping[str, str]) -> Corroboration:
    """Return what the answers to a claim amount to."""
    supporting = of_relation(claim, answers, Relation.SUPPORTS)
    contradicting = of_relation(claim, answers, Relation.CONTRADICTS)
    groups = tuple(_origins(supporting, _grouped(supporting, present)))
    independent = _grouped(counted(supporting), present).independent
    against = _grouped([answer for answer in contradicting if answer.is_sure], present).independent
    bodies = _bodies(supporting, present.identities)
    speaks_for = {source: [names[0] for names in some if not is_country(names)] for source, some in bodies.items()}
    flags = flags_of(groups, independent, against, speaks_for)
    if _is_circular(supporting):
        flags.add(Flag.CIRCULAR)
    return Corroboration(
        claim=claim,
        supporting=supporting,
        contradicting=contradicting,
        updates=of_relation(claim, answers, Relation.UPDATES),
        repeats=Answers(claim, tuple(_repeats(groups))),
        groups=groups,
        independent=independent,
        against=against,
        first=first_of(supporting),
        flags=tuple(flag for flag in Flag if flag in flags),
        reliability=min(
            (grades[voice] for voice in _voices(supporting, present.identities) if voice in grades), default=UNRATED
        ),
        organizations={source: _known_by(source, some, present.identities) for source, some in bodies.items()},
    )


def _bodies(answers: Sequence[Answer], identities: Identities) -> dict[str, list[tuple[str, ...]]]:
    """Return the organizations of the sources of some answers, each by its names, by the source's id."""
    sources = (identities.by_id.get(answer.source_id) for answer in answers)
    return {source.id: bodies_of(source, identities) for source in sources if source is not None}


def _known_by(source_id: str, bodies: Sequence[tuple[str, ...]], identities: Identities) -> tuple[str, ...]:
    """Return one name for each organization of a source; what the user took for one body is one."""
    source = identities.by_id[source_id]
    own = {identities.organization_names[body][0] for body in own_bodies_of(source, identities)}
    others = tuple(names[0] for names in bodies if names[0] not in own)
    return (*others, source.name if source.name in own else min(own)) if own else others


def _grouped(answers: Sequence[Answer], present: Present) -> Grouped:
    records = [answer.record for answer in answers]
    voiceless = [place for place, answer in enumerate(answers) if not answer.source_id]
    ties = [
        *_ties_of_sources(answers, present.identities),
        *ties_of_copies(records, present.overlaps),
        *ties_of_utterances(records),
        *ties_of_reports(records),
        *ties_of_relays(records, _outlet_keys(records)),
    ]
    return group(len(answers), ties, voiceless)


def _ties_of_sources(answers: Sequence[Answer], identities: Identities) -> Iterator[Tie]:
    for one, other in combinations(range(len(answers)), 2):
        first, second = (identities.by_id.get(answers[place].source_id) for place in (one, other))
        if first is None or second is None:
            continue
        judged = one_origin(first, second, identities)
        if judged.verdict is not Verdict.DIFFERENT:
            yield Tie(one, other, judged.verdict is Verdict.SAME, f"{judged.method}: {judged.evidence}")


def _outlet_keys(records: Sequence[Record]) -> dict[str, str]:
    names = {record.article.outlet or "" for record in records} | {record.statement.told for record in records}
    keys = {name: outlet_key(name) for name in names if name}
    known = set(keys.values())
    speakers = {record.statement.speaker.name for record in records if record.statement.speaker}
    return keys | {name: outlet_key(name) for name in speakers if outlet_key(name) in known}


def _origins(answers: Sequence[Answer], grouped: Grouped) -> Iterator[Origin]:
    for places, reasons in zip(grouped.groups, grouped.reasons, strict=True):
        members = tuple(sorted((answers[place] for place in places), key=_earliest_sure_first))
        named = [answer.speaker for answer in members if answer.speaker and answer.speaker.named]
        speakers = named or [answer.speaker for answer in members if answer.speaker]
        name = max((speaker.name for speaker in speakers), key=len, default="nobody named")
        yield Origin(name=name, answers=members, reasons=reasons if len(members) > 1 else ())


def _earliest_sure_first(answer: Answer) -> tuple[bool, str, float]:
    return (not answer.is_sure, answer.published or "\uffff", -answer.score)


def _repeats(groups: Sequence[Origin]) -> Iterator[Answer]:
    """Yield what each origin says again in other articles than that of its first sure statement."""
    for origin in groups:
        first = origin.answers[0]
        yield from (answer for answer in origin.answers[1:] if answer.article_id != first.article_id)


def _is_circular(answers: Sequence[Answer]) -> bool:
    """Whether two outlets rest on each other: each one's article has the other as speaker or was told it there."""
    relied = set()
    for answer in answers:
        own = outlet_key(answer.article.outlet or "")
        speaker = answer.speaker.name if answer.speaker else ""
        relied |= {(own, outlet_key(name)) for name in (speaker, answer.statement.told) if name and own}
    return any((other, own) in relied for own, other in relied if own != other)


def _voices(answers: Sequence[Answer], identities: Identities) -> set[str]:
    """Return the ids of the voices of the sources of some answers: a grade is kept for one of them."""
    sources = (identities.by_id.get(answer.source_id) for answer in answers)
    return {voice for source in sources if source is not None for voice in source.voice_ids}
