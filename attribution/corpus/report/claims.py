"""The claims on the page: who stands behind each, who against it, and how many independently."""

from collections.abc import Iterator, Sequence
from html import escape

from attribution.corpus.answers import Answer
from attribution.corpus.card import doubt_of, headline_of
from attribution.corpus.corroboration import Corroboration, First, Origin
from attribution.corpus.report.contents import Contents
from attribution.corpus.report.foreign import isolated
from attribution.corpus.report.wording import bearing, speaker_of, voice, where


def claims_section(contents: Contents) -> Iterator[str]:
    """Yield the section with every claim that is reported on."""
    yield '<section id="claims" aria-labelledby="claims-title"><h2 id="claims-title">Claims</h2>'
    yield (
        "<p>Independent sources are counted among all statements, whatever the filters show. "
        "The count is no verdict on truth.</p>"
    )
    for number, claim in enumerate(contents.claims, 1):
        yield from _claim(number, claim, contents)
    if not contents.claims:
        yield "<p>No claim is reported on: no two statements bear on one, or none was asked for.</p>"
    if contents.left_out:
        yield f"<p>{contents.left_out} more claims of the corpus, with fewer statements, are left out.</p>"
    yield "</section>"


def statements_on(claim: Corroboration, contents: Contents) -> tuple[int, ...]:
    """Return the numbers of the statements that bear on a claim."""
    answers = (*claim.supporting, *claim.contradicting, *claim.updates)
    return contents.numbers_of([answer.statement.id for answer in answers])


def _claim(number: int, claim: Corroboration, contents: Contents) -> Iterator[str]:
    on_it = statements_on(claim, contents)
    yield f'<article class="entry claim" id="c{number}"{bearing(on_it) if on_it else ""}>'
    yield f'<h3><span class="number">{number}</span> {isolated(claim.claim)}</h3>'
    yield f'<p class="headline">{escape(headline_of(claim))}</p>'
    if claim.flags:
        flags = "".join(f"<li>{escape(flag.value.replace('_', ' '))}</li>" for flag in claim.flags)
        yield f'<ul class="flags" aria-label="what stands out">{flags}</ul>'
    if claim.first:
        yield _first(claim.first, contents)
    for group in claim.groups:
        yield _origin(group, contents)
    yield _side("against", "Against", claim.contradicting, contents)
    yield _side("later", "Later value", claim.updates, contents)
    yield "</article>"


def _first(first: First, contents: Contents) -> str:
    record = first.answer.record
    sure = "sure" if first.is_sure else "not sure"
    return (
        f'<p class="first">First: {speaker_of(record, contents)}, {where(record.article)} '
        f"({sure}: {escape(first.reason)})</p>"
    )


def _origin(group: Origin, contents: Contents) -> str:
    reasons = f" <small>({'; '.join(map(isolated, group.reasons))})</small>" if group.reasons else ""
    return _side("for", f"For: {isolated(group.name)}{reasons}", group.answers, contents)


def _side(kind: str, heading: str, answers: Sequence[Answer], contents: Contents) -> str:
    """Return a heading, which is HTML, and the voices under it; nothing where nobody speaks."""
    if not answers:
        return ""
    numbers = contents.numbers_of([answer.statement.id for answer in answers])
    voices = "".join(voice(answer.record, contents, doubt_of(answer)) for answer in answers)
    return f'<div class="side {kind}"{bearing(numbers)}><h4>{heading}</h4><ul>{voices}</ul></div>'
