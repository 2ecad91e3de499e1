"""Say in words why an answer is one: the path from the claim to the words of an article and to who said them."""

from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from attribution.corpus.answers import Answer
from attribution.corpus.corroboration import WITHHELD
from attribution.corpus.seen import Appearances
from attribution.graph.copies.copies import Overlap
from attribution.graph.copies.credits import credits_of
from attribution.graph.identity.identities import Identities
from attribution.graph.identity.merge import Merge, Unsure
from attribution.graph.identity.source import Source
from attribution.graph.identity.voice import Voice
from attribution.graph.independence.origin import bodies_of, is_country, own_bodies_of
from attribution.graph.matching.bearing import DENYING
from attribution.graph.network.dates import is_earlier
from attribution.statements.statement import SpeakerKind
from attribution.text.columns import folded
from attribution.text.span import words_of

MOST = 3  # of each kind of thing that a line tells
WIDTH = 80  # columns of a terminal, which a page has room for, too
VERBS = {
    "supports": "supports",
    "contradicts": "contradicts",
    "updates": "gives another value for",
    "repeats": "repeats",
}


@frozen
class Version:
    """Another article with much the same text as an answer's: how it is named, when it appeared, what they share."""

    name: str
    published: str
    overlap: Overlap


def versions_in(answer: Answer, overlaps: Iterable[Overlap], seen: Appearances) -> tuple[Version, ...]:
    """Return the versions of an answer's article, the earliest first."""
    found = []
    for overlap in overlaps:
        both = {overlap.article_id, overlap.other_id}
        for other in both - {answer.article_id} if answer.article_id in both else ():
            if (one := seen.get(other)) is not None:
                name = ", ".join(filter(None, (one.outlet, one.published, one.title)))
                found.append(Version(name or "another article", one.published, overlap))
    return tuple(sorted(found, key=lambda one: (one.published or "\uffff", one.name)))


def explain(answer: Answer, identities: Identities, versions: Sequence[Version] = ()) -> str:
    """Return the steps behind an answer, each on a line of its own with the article's own words, long lines folded."""
    return "\n".join(folded(line, WIDTH) for line in _steps(answer, identities, versions))


def _steps(answer: Answer, identities: Identities, versions: Sequence[Version]) -> list[str]:
    statement, article, text = answer.statement, answer.article, answer.article.text
    where = ", ".join(filter(None, (article.outlet, article.published, article.title)))
    lines = [
        f"claim: {answer.claim}",
        f"{VERBS[answer.relation.value]} it with a chance of {answer.score:.2f}: “{answer.record.content}”",
        f"in {where or article.name}, characters {statement.content[0].start} to {statement.content[-1].end}",
        *_origins(answer, versions),
    ]
    if answer.record.takes_up:
        lines.append(_taking_up(answer, identities))
    elif answer.record.claim_text != answer.record.content:
        lines.append(f"read as: {answer.record.claim_text}")
    if statement.cue:
        told = f", and told {statement.told}" if statement.told else ""
        lines.append(f"reported by “{words_of(statement.cue, text)}”: the speaker {statement.stance.value} it{told}")
    lines += [_who(answer, identities), *_beside(answer, identities)]
    terms = statement.authorization
    said = f": “{words_of(terms.terms, text)}”" if terms.terms else ""
    why = f", {terms.reason}" if terms.reason else ""
    lines.append(f"on these terms: {terms.status.value.replace('_', ' ')}{said}{why}")
    if statement.parent:
        lines.append("inside what somebody else says")
    if terms.status in WITHHELD:
        lines.append("the identity is withheld in the article; nothing here reveals it")
    return lines


def _origins(answer: Answer, versions: Sequence[Version]) -> Iterator[str]:
    """Yield from where the article has its text: the outlets that it credits, and other articles with that text."""
    for credit in credits_of(answer.article):
        yield f"the article credits {credit.outlet} ({credit.method})"
    for one in versions[:MOST]:
        is_later = is_earlier(one.published, answer.published)
        kind = "a version" if is_later is None else "a later version" if is_later else "an earlier version"
        share = f"{one.overlap.containment:.0%} of the shorter one"
        yield f"the article is {kind} of the text in {one.name} ({share}); words in both are one source"
    if len(versions) > MOST:
        yield f"there are {len(versions) - MOST} more versions of the text"


def _taking_up(answer: Answer, identities: Identities) -> str:
    """Return whose words a statement endorses or rejects: *takes up what Ann Lee said in the same article: …*.

    Who says anything in the answer's own article has said there what is taken up.
    """
    sources = [identities.by_id.get(identities.source_of.get(one, "")) for one in answer.record.takes_up]
    is_elsewhere = any(source is not None and answer.article_id not in source.article_ids for source in sources)
    where = "another" if is_elsewhere else "the same"
    whose = dict.fromkeys(source.name if source else "somebody who is not named" for source in sources)
    verb = "rejects" if answer.statement.stance in DENYING else "takes up"
    return f"{verb} what {' and '.join(whose)} said in {where} article: {answer.record.claim_text}"


def _who(answer: Answer, identities: Identities) -> str:
    speaker = answer.speaker
    if speaker is None:
        return "the article lets nobody be told who says it"
    words = words_of(answer.statement.source, answer.article.text)
    line = f"said by {speaker.name}" + (f" (“{words}”)" if words and words != speaker.name else "")
    source = identities.by_id.get(answer.source_id)
    if source is not None and len(source.article_ids) > 1:
        why = "; ".join(f"{merge.method}: {_shown(merge.evidence)}" for merge in _merges(answer, source, identities))
        line += f", in {len(source.article_ids)} articles" + (f" ({why})" if why else "")
    return line


def _merges(answer: Answer, source: Source, identities: Identities) -> list[Merge]:
    """Return why the speaker is one with others of the source, what concerns the answer's own article first."""
    own = (
        Voice(article_id=answer.article_id, outlet="", published="", speaker=answer.speaker).id
        if answer.speaker
        else ""
    )
    merges = [merge for merge in identities.merges if merge.source_id == source.id]
    ordered = sorted(merges, key=lambda merge: own not in (merge.one, merge.other))
    return list({(merge.method, _shown(merge.evidence)): merge for merge in ordered}.values())[:MOST]


def _beside(answer: Answer, identities: Identities) -> Iterator[str]:
    """Yield with whom the speaker counts as one source, or may: for an organization, a document, an open question."""
    source = identities.by_id.get(answer.source_id)
    if source is None:
        return
    own = {identities.organization_names[body] for body in own_bodies_of(source, identities)}
    others = [names[0] for names in bodies_of(source, identities) if names not in own and not is_country(names)]
    if source.kind is SpeakerKind.DOCUMENT:
        yield "one source with whoever else quotes this document"
    elif own:
        yield "one source with whoever speaks for this organization"
    if others:
        yield f"one source with {' and '.join(others)}, and with whoever else speaks for it"
    for other, pair in list(_left_open(source, identities))[:MOST]:
        yield f"may be the same as {other.name} elsewhere ({pair.method}: {_shown(pair.evidence)}): one source or two"


def _left_open(source: Source, identities: Identities) -> Iterator[tuple[Source, Unsure]]:
    for pair in identities.unsure:
        if source.id in (pair.one, pair.other):
            yield identities.by_id[pair.other if pair.one == source.id else pair.one], pair


def _shown(evidence: str) -> str:
    """Return what two mentions have in common, once where both have the same: *Ann Lee | Ann Lee* is *Ann Lee*."""
    return " | ".join(dict.fromkeys(evidence.split(" | ")))
