"""Find who endorses or rejects in a later article what an answer says: *rejected the ministry's report*."""

from collections.abc import Callable, Collection, Sequence

from attrs import evolve

from attribution.corpus.asking import Found
from attribution.graph.claims.elsewhere import taken_up_elsewhere
from attribution.graph.matching.bearing import DENYING
from attribution.graph.record import Record
from attribution.graph.relation import Relation

TURNED = {Relation.SUPPORTS: Relation.CONTRADICTS, Relation.CONTRADICTS: Relation.SUPPORTS}

RecordsIn = Callable[[Collection[str]], Sequence[Record]]  # by the ids of articles


def with_echoes(
    found: Sequence[Found], taking: Sequence[Record], records_in: RecordsIn, least: float
) -> tuple[Found, ...]:
    """Return answers, best first, with those who take up what these say in another article.

    `taking` are the statements that may. One is an answer where all that is meant by its words is found, and bears on
    the claim in one way; its chance is that of what it takes up and that of its taking it up together.
    """
    told = {one.record.statement.id: one for one in found if one.relation in TURNED}
    side_of = {identity: one.relation.value for identity, one in told.items()}
    near = taken_up_elsewhere([*(one.record for one in told.values()), *_others(taking, found)], side_of)
    if not near:
        return tuple(found)
    by_id = {record.statement.id: record for record in taking}
    articles = {one.record.article.id for one in told.values()} | {by_id[one.statement_id].article.id for one in near}
    echoes = []
    for one in taken_up_elsewhere(records_in(articles), side_of):  # again, beside all that their owners say there
        echoed, record = told[one.other_id], by_id.get(one.statement_id)
        score = one.score * echoed.score
        if record is not None and one.statement_id not in told and score >= least:
            relation = TURNED[echoed.relation] if record.statement.stance in DENYING else echoed.relation
            record = evolve(record, claim_text=echoed.record.claim_text, takes_up=(one.other_id,))
            echoes.append(Found(record, relation, score))
    return tuple(sorted((*found, *echoes), key=lambda one: (-one.score, one.record.statement.id)))


def _others(taking: Sequence[Record], found: Sequence[Found]) -> list[Record]:
    known = {one.record.statement.id for one in found}
    return [record for record in taking if record.statement.id not in known]
