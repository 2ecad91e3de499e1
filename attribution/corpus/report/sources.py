"""The sources on the page, and the organizations that they belong to."""

from collections.abc import Iterator

from attribution.corpus.report.contents import Contents
from attribution.corpus.report.foreign import isolated
from attribution.corpus.report.wording import bearing, voice
from attribution.graph.identity.organization import Organization
from attribution.graph.identity.source import Source


def sources_section(contents: Contents) -> Iterator[str]:
    """Yield the section with every source, who says most first, and every organization."""
    yield '<section id="sources" aria-labelledby="sources-title"><h2 id="sources-title">Sources</h2>'
    yield "<p>One speaker across articles. Somebody unnamed is a source of one article.</p>"
    for source in contents.sources:
        yield from _source(source, contents)
    if not contents.sources:
        yield "<p>No article names or describes a speaker.</p>"
    if contents.organizations:
        yield '<h3 id="organizations">Organizations</h3>'
    for number, body in enumerate(contents.organizations, 1):
        yield from _organization(number, body, contents)
    yield "</section>"


def _source(source: Source, contents: Contents) -> Iterator[str]:
    numbers = contents.numbers_of(source.statement_ids)
    name = "named" if source.named else "unnamed"
    yield f'<article class="entry source {name}" id="p{contents.source_numbers[source.id]}"{bearing(numbers)}>'
    yield f'<h3>{isolated(source.name)} <small class="kind">{name} {source.kind.value}</small></h3><dl>'
    yield from _described("also", map(isolated, (known for known in source.names if known != source.name)))
    yield from _described("roles", map(isolated, dict.fromkeys(role.role for role in source.roles if role.role)))
    yield from _described("organizations", _bodies(source, contents))
    yield from _described("may be the same as", _others(source, contents))
    yield "</dl>" + _statements(numbers, contents) + "</article>"


def _bodies(source: Source, contents: Contents) -> Iterator[str]:
    for number in sorted(contents.organization_numbers[identity] for identity in source.organizations):
        yield f'<a href="#o{number}">{isolated(contents.organizations[number - 1].name)}</a>'


def _others(source: Source, contents: Contents) -> Iterator[str]:
    for other in contents.maybe.get(source.id, ()):
        found = contents.sources_by_id[other]
        articles = (contents.articles[contents.article_numbers[identity] - 1] for identity in found.article_ids)
        outlets = sorted({article.outlet or "" for article in articles})
        place = ", ".join(isolated(outlet) for outlet in outlets if outlet)
        yield f'<a href="#p{contents.source_numbers[other]}">{isolated(found.name)}</a>{f" ({place})" if place else ""}'


def _organization(number: int, body: Organization, contents: Contents) -> Iterator[str]:
    sources = contents.members.get(body.id, ())
    numbers = contents.numbers_of([identity for source in sources for identity in source.statement_ids])
    yield f'<article class="entry organization" id="o{number}"{bearing(numbers) if numbers else ""}>'
    yield f"<h4>{isolated(body.name)}</h4><dl>"
    yield from _described("also", map(isolated, (known for known in body.names if known != body.name)))
    yield from _described(
        "sources",
        (f'<a href="#p{contents.source_numbers[source.id]}">{isolated(source.name)}</a>' for source in sources),
    )
    yield "</dl></article>"


def _described(term: str, found: Iterator[str]) -> Iterator[str]:
    words = "; ".join(found)
    if words:
        yield f"<div><dt>{term}</dt><dd>{words}</dd></div>"


def _statements(numbers: tuple[int, ...], contents: Contents) -> str:
    voices = "".join(voice(contents.records[number - 1], contents) for number in numbers)
    noun = "statement" if len(numbers) == 1 else "statements"
    return f"<details><summary>{len(numbers)} {noun}</summary><ul>{voices}</ul></details>"
