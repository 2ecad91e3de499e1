"""Whether two sources are one origin: one person, or people and units of one organization."""

from attribution.graph.identity.identities import Identities
from attribution.graph.identity.judgement import Judgement, Verdict
from attribution.graph.identity.source import Source
from attribution.statements.statement import SpeakerKind


def one_origin(one: Source, other: Source, identities: Identities) -> Judgement:
    """Judge whether two sources count once: a minister and her ministry do, two ministers of one cabinet do not.

    Two who belong to one organization speak for it, whether it is named as speaker or as theirs. Countries are too wide
    for that: two people of one country are two.
    """
    if one.id == other.id:
        return Judgement(Verdict.SAME, 1.0, "same source", one.name)
    shared = set(one.organizations) & set(other.organizations)
    bodies = [body for body in identities.organizations if body.id in shared]
    if bodies:
        names = ", ".join(body.name for body in bodies)
        return Judgement(Verdict.SAME, 0.85, "same organization", names)
    for open_pair in identities.unsure:
        if {open_pair.one, open_pair.other} == {one.id, other.id}:
            return Judgement(Verdict.UNSURE, open_pair.score, open_pair.method, open_pair.evidence)
    if _is_nobody(one) or _is_nobody(other):
        return Judgement(Verdict.UNSURE, 0.3, "unnamed", f"{one.name} | {other.name}")
    return Judgement(Verdict.DIFFERENT, 0.1, "other sources", f"{one.name} | {other.name}")


def _is_nobody(source: Source) -> bool:
    """Whether a source has neither name nor organization: *officials*, *a witness* may be among anybody."""
    return not source.named and not source.organizations and source.kind in (SpeakerKind.GROUP, SpeakerKind.UNKNOWN)
