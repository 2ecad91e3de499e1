"""What a report shows: articles, statements, sources and claims, each with the number it has on the page."""

from collections.abc import Sequence
from functools import cached_property

from attrs import define

from attribution.corpus.corroboration import Corroboration
from attribution.corpus.present import Present
from attribution.graph.copies.copies import copy_groups
from attribution.graph.identity.organization import Organization
from attribution.graph.identity.source import Source
from attribution.graph.network.dates import day_of
from attribution.graph.network.nodes import outlet_id, outlet_nodes
from attribution.graph.network.picture import Picture
from attribution.graph.record import Record
from attribution.statements.statement import SpeakerKind
from attribution.text.article import Article

LAST = "\uffff"  # sorts what has no date behind what has one


@define(kw_only=True, slots=False, frozen=True)
class Contents:
    """Everything on the page, in the order in which it stands there; numbers begin with 1.

    `articles` and `records` (statements) are in order of publication, `outlets` by name, `sources` by how much they
    say. `left_out` is the number of claims of the corpus that are not shown.
    """

    title: str
    articles: tuple[Article, ...]
    records: tuple[Record, ...]
    sources: tuple[Source, ...]
    organizations: tuple[Organization, ...]
    claims: tuple[Corroboration, ...]
    left_out: int
    maybe: dict[str, tuple[str, ...]]  # by the id of a source, the ids of those that may be the same
    copies: tuple[tuple[str, ...], ...]
    outlets: dict[str, str]  # names by id

    @cached_property
    def article_numbers(self) -> dict[str, int]:
        """The number of each article, by id."""
        return _numbers([article.id for article in self.articles])

    @cached_property
    def statement_numbers(self) -> dict[str, int]:
        """The number of each statement, by id."""
        return _numbers([record.statement.id for record in self.records])

    @cached_property
    def source_numbers(self) -> dict[str, int]:
        """The number of each source, by id."""
        return _numbers([source.id for source in self.sources])

    @cached_property
    def source_of(self) -> dict[str, Source]:
        """The source of each statement that has one, by the statement's id."""
        return {statement: source for source in self.sources for statement in source.statement_ids}

    @cached_property
    def sources_by_id(self) -> dict[str, Source]:
        """The sources by their ids."""
        return {source.id: source for source in self.sources}

    @cached_property
    def records_in(self) -> dict[str, tuple[Record, ...]]:
        """The statements of each article that has any, by the article's id."""
        found: dict[str, list[Record]] = {}
        for record in self.records:
            found.setdefault(record.article.id, []).append(record)
        return {identity: tuple(records) for identity, records in found.items()}

    @cached_property
    def organization_numbers(self) -> dict[str, int]:
        """The number of each organization, by id."""
        return _numbers([body.id for body in self.organizations])

    @cached_property
    def members(self) -> dict[str, tuple[Source, ...]]:
        """The sources that belong to each organization, or are its own voice, by the organization's id."""
        found: dict[str, list[Source]] = {}
        for source in self.sources:
            for identity in {*source.organizations, *self._bodies_that_are(source)}:
                found.setdefault(identity, []).append(source)
        return {identity: tuple(sources) for identity, sources in found.items()}

    def _bodies_that_are(self, source: Source) -> Sequence[str]:
        """Return the organizations that speak as a source, also without a name of their own: *the coast guard*."""
        return self._bodies_called.get(source.name.casefold(), ()) if source.kind is SpeakerKind.ORGANIZATION else ()

    @cached_property
    def _bodies_called(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for body in self.organizations:
            for name in {name.casefold() for name in body.names}:
                found.setdefault(name, []).append(body.id)
        return found

    def numbers_of(self, statement_ids: Sequence[str]) -> tuple[int, ...]:
        """Return the numbers of some statements, sorted, each once."""
        return tuple(sorted({self.statement_numbers[identity] for identity in statement_ids}))

    def outlet_number(self, article: Article) -> int:
        """Return the number of an article's outlet; 0 where it is not known."""
        name = (article.outlet or "").strip()
        return self._outlet_numbers[outlet_id(name)] if name else 0

    @cached_property
    def _outlet_numbers(self) -> dict[str, int]:
        return _numbers(list(self.outlets))


def contents_of(
    present: Present, articles: Sequence[Article], claims: Sequence[Corroboration], *, left_out: int, title: str
) -> Contents:
    """Return what a report on a corpus shows; `articles` are all of the corpus, `claims` those that are reported on."""
    identities = present.identities
    whole = Picture(records=present.records, identities=identities, articles=tuple(articles))
    ordered = tuple(sorted(whole.articles_by_id().values(), key=lambda article: (_when(article), article.id)))
    place = _numbers([article.id for article in ordered])
    maybe: dict[str, set[str]] = {}
    for pair in identities.unsure:
        maybe.setdefault(pair.one, set()).add(pair.other)
        maybe.setdefault(pair.other, set()).add(pair.one)
    outlets = {identity: outlet["name"] for identity, outlet in outlet_nodes(whole)}
    published = {outlet_id(article.outlet) for article in ordered if (article.outlet or "").strip() and article.outlet}
    return Contents(
        title=title,
        articles=ordered,
        records=tuple(
            sorted(
                present.records,
                key=lambda r: (place[r.article.id], r.statement.content[0], r.statement.content, r.statement.id),
            )
        ),
        sources=tuple(
            sorted(identities.sources, key=lambda source: (-len(source.statement_ids), source.name, source.id))
        ),
        organizations=tuple(sorted(identities.organizations, key=lambda body: (body.name.casefold(), body.id))),
        claims=tuple(claims),
        left_out=left_out,
        maybe={identity: tuple(sorted(others)) for identity, others in maybe.items()},
        copies=copy_groups([article.id for article in ordered], present.overlaps),
        outlets=dict(
            sorted((pair for pair in outlets.items() if pair[0] in published), key=lambda pair: pair[1].casefold())
        ),
    )


def day(article: Article) -> str:
    """Return the day of publication as ISO 8601 has it; empty where it is unknown or in another form."""
    found = day_of(article.published)
    return found.isoformat() if found else ""


def _when(article: Article) -> tuple[str, str]:
    return day(article) or LAST, article.published or LAST


def _numbers(ids: Sequence[str]) -> dict[str, int]:
    return {identity: number for number, identity in enumerate(ids, 1)}
