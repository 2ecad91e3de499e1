"""Say in words why an answer is one: the path from the claim to the words of an article and to who said them."""

from attribution.corpus.answers import Answer
from attribution.corpus.corroboration import WITHHELD
from attribution.graph.identity.identities import Identities
from attribution.text.columns import folded
from attribution.text.span import words_of

WIDTH = 80  # columns of a terminal, which a page has room for, too
VERBS = {
    "supports": "supports",
    "contradicts": "contradicts",
    "updates": "gives another value for",
    "repeats": "repeats",
}


def explain(answer: Answer, identities: Identities) -> str:
    """Return the steps behind an answer, each on a line of its own with the article's own words, long lines folded."""
    return "\n".join(folded(line, WIDTH) for line in _steps(answer, identities))


def _steps(answer: Answer, identities: Identities) -> list[str]:
    statement, article, text = answer.statement, answer.article, answer.article.text
    where = ", ".join(filter(None, (article.outlet, article.published, article.title)))
    lines = [
        f"claim: {answer.claim}",
        f"{VERBS[answer.relation.value]} it with a chance of {answer.score:.2f}: “{answer.record.content}”",
        f"in {where or article.name}, characters {statement.content[0].start} to {statement.content[-1].end}",
    ]
    if answer.record.takes_up:
        lines.append(_taking_up(answer, identities))
    elif answer.record.claim_text != answer.record.content:
        lines.append(f"read as: {answer.record.claim_text}")
    if statement.cue:
        lines.append(f"reported by “{words_of(statement.cue, text)}”: the speaker {statement.stance.value} it")
    lines.append(_who(answer, identities))
    terms = statement.authorization
    said = f": “{words_of(terms.terms, text)}”" if terms.terms else ""
    why = f", {terms.reason}" if terms.reason else ""
    lines.append(f"on these terms: {terms.status.value.replace('_', ' ')}{said}{why}")
    if statement.parent:
        lines.append("inside what somebody else says")
    if terms.status in WITHHELD:
        lines.append("the identity is withheld in the article; nothing here reveals it")
    return lines


def _taking_up(answer: Answer, identities: Identities) -> str:
    """Return whose words a statement endorses or rejects: *takes up what Ann Lee said in the same article: …*."""
    taken = answer.record.takes_up
    sources = (identities.by_id.get(identities.source_of.get(one, "")) for one in taken)
    whose = dict.fromkeys(source.name if source else "somebody who is not named" for source in sources)
    return f"takes up what {' and '.join(whose)} said in the same article: {answer.record.claim_text}"


def _who(answer: Answer, identities: Identities) -> str:
    speaker = answer.speaker
    if speaker is None:
        return "the article lets nobody be told who says it"
    words = words_of(answer.statement.source, answer.article.text)
    line = f"said by {speaker.name}" + (f" (“{words}”)" if words and words != speaker.name else "")
    source = identities.by_id.get(answer.source_id)
    merges = [merge for merge in identities.merges if source and merge.source_id == source.id]
    if source is not None and len(source.article_ids) > 1:
        why = "; ".join(dict.fromkeys(f"{merge.method}: {_shown(merge.evidence)}" for merge in merges[:3]))
        line += f", in {len(source.article_ids)} articles" + (f" ({why})" if why else "")
    return line


def _shown(evidence: str) -> str:
    """Return what two mentions have in common, once where both have the same: *Ann Lee | Ann Lee* is *Ann Lee*."""
    return " | ".join(dict.fromkeys(evidence.split(" | ")))
