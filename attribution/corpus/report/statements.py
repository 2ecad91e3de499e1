"""The statements on the page, each once with all its words."""

from collections.abc import Iterator

from attribution.corpus.report.claims import statements_on
from attribution.corpus.report.contents import Contents
from attribution.corpus.report.foreign import isolated, plain
from attribution.corpus.report.marks import content_marks
from attribution.corpus.report.wording import bearing, speaker_of, status_of, where
from attribution.graph.record import Record
from attribution.statements.statement import Stance


def statements_section(contents: Contents) -> Iterator[str]:
    """Yield the section with every statement, in order of publication."""
    yield '<section id="statements" aria-labelledby="statements-title"><h2 id="statements-title">Statements</h2>'
    on_claims, marks = _claims_by_statement(contents), content_marks(contents)
    for number, record in enumerate(contents.records, 1):
        yield "".join(_statement(number, record, contents, on_claims.get(number, ()), marks[number]))
    if not contents.records:
        yield "<p>Nobody is reported to have said anything.</p>"
    yield "</section>"


def _statement(number: int, record: Record, contents: Contents, claims: tuple[int, ...], mark: int) -> Iterator[str]:
    statement = record.statement
    yield f'<article class="statement" id="s{number}"{bearing([number])} data-statement="{plain(statement.id)}">'
    yield f'<p><span class="number">{number}</span> {_who(record, contents)} {status_of(record)}'
    if statement.authorization.reason:
        yield f" {isolated(statement.authorization.reason)}"
    if statement.stance is not Stance.ASSERTS:
        yield f' <span class="stance">{statement.stance.value}</span>'
    yield f'</p><blockquote class="words">{isolated(record.content)}</blockquote><p class="where">'
    article = contents.article_numbers[record.article.id]
    yield f'<a class="place" href="#a{article}" data-mark="{mark}">article {article}</a>'
    if place := where(record.article):
        yield f", {place}"
    if statement.told.strip():
        yield f"; told {isolated(statement.told)}"
    if claims:
        links = ", ".join(f'<a href="#c{claim}">{claim}</a>' for claim in claims)
        yield f"; on {'claim' if len(claims) == 1 else 'claims'} {links}"
    parent = contents.statement_numbers.get(statement.parent or "")
    if parent:
        yield f'; within statement <a href="#s{parent}">{parent}</a>'
    yield f"; confidence {statement.confidence:.2f}</p></article>"


def _who(record: Record, contents: Contents) -> str:
    speaker = record.statement.speaker
    role = f", {isolated(speaker.role)}" if speaker and speaker.role and speaker.role not in speaker.name else ""
    return f"<b>{speaker_of(record, contents)}</b>{role}"


def _claims_by_statement(contents: Contents) -> dict[int, tuple[int, ...]]:
    found: dict[int, tuple[int, ...]] = {}
    for number, claim in enumerate(contents.claims, 1):
        for statement in statements_on(claim, contents):
            found[statement] = (*found.get(statement, ()), number)
    return found
