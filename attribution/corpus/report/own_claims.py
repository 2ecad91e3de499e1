"""The claims that a corpus knows by itself, weighed by what was found when its statements were compared."""

from collections.abc import Mapping
from itertools import islice

from attribution.corpus.answers import Answer, Answers
from attribution.corpus.corroboration import Corroboration
from attribution.corpus.present import Present
from attribution.corpus.weighing import weigh
from attribution.graph.relation import FOR, Link, Relation

LEAST_STATEMENTS = 2  # what one statement alone claims is the statement again
MOST_CLAIMS = 60  # of a large corpus; more than anybody reads, and the rest can be asked for by name


def own_claims(present: Present, grades: Mapping[str, str]) -> tuple[tuple[Corroboration, ...], int]:
    """Return the claims on which most statements bear, at least two on each, and how many such claims are left out.

    `grades` are the user's grades of reliability, by the ids of voices.
    """
    picture = present.picture
    links: dict[str, list[Link]] = {}
    for link in picture.links:
        links.setdefault(link.claim_id, []).append(link)
    bearing = {
        identity: found
        for identity, found in links.items()
        if len({link.statement_id for link in found}) >= LEAST_STATEMENTS
    }
    texts = {claim.id: claim.text for claim in picture.claims}
    ranked = sorted(bearing, key=lambda identity: (-len(bearing[identity]), texts[identity], identity))
    weighed = (
        weigh(texts[identity], _answers(texts[identity], bearing[identity], present), present, grades)
        for identity in ranked
    )
    return tuple(islice(weighed, MOST_CLAIMS)), max(0, len(ranked) - MOST_CLAIMS)


def _answers(claim: str, links: list[Link], present: Present) -> Answers:
    """Return links as answers, best first; of several of one statement the surest."""
    records = present.picture.records_by_id()
    best: dict[str, Link] = {}
    for link in sorted(links, key=lambda link: (-link.score, link.relation, link.statement_id)):
        best.setdefault(link.statement_id, link)
    return Answers(
        claim,
        tuple(
            Answer(
                claim=claim,
                record=records[link.statement_id],
                relation=Relation.SUPPORTS if link.relation in FOR else link.relation,  # origins tell what repeats
                score=link.score,
                source_id=present.identities.source_of.get(link.statement_id, ""),
            )
            for link in best.values()
        ),
    )
