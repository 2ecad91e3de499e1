"""A source or an organization as a corpus knows it: names, roles, what was said when and on what terms."""

from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Callable, Sequence
from typing import ClassVar

from attrs import frozen

from attribution.graph.identity.identities import Identities
from attribution.graph.identity.organization import Organization
from attribution.graph.identity.source import Role, Source
from attribution.graph.record import Record
from attribution.statements.row import Row, row_of
from attribution.statements.statement import SpeakerKind
from attribution.text.columns import Column, counted, format_table, visible
from attribution.text.html_table import html_table
from attribution.text.markup import escaped

GLANCE = (Column("published"), Column("outlet", 1.2), Column("status", 1), Column("stance", 1), Column("content", 6))
BODY_GLANCE = (*GLANCE[:2], Column("speaker", 2), *GLANCE[2:])
RecordsOf = Callable[[Sequence[str]], Sequence[Record]]  # the ids of statements → these
DAY = len("2026-03-02")  # of a date with its time, all that a glance needs
WIDTH = 140


class _Profile(ABC):
    """What every profile shows: a few lines on who it is, and a table of what was said."""

    __slots__ = ()
    GLANCE: ClassVar[Sequence[Column]]
    records: tuple[Record, ...]

    def rows(self) -> list[Row]:
        """Return one flat dict for each statement."""
        return [row_of(record.statement, record.article) for record in self.records]

    def table(self, width: int = WIDTH) -> str:
        """Return who it is and what was said, as text of at most `width` columns of a terminal."""
        return "\n".join([*map(visible, self._head()), format_table(self.GLANCE, self._cells(), width)]).rstrip()

    def __repr__(self) -> str:
        return self.table()

    def _repr_html_(self) -> str:
        return "".join(map(_paragraph, self._head())) + html_table(self.GLANCE, self._cells())

    @abstractmethod
    def _head(self) -> list[str]:
        """Return the lines above the table."""

    @abstractmethod
    def _cells(self) -> list[list[str]]:
        """Return the words of each row, one for each column of `GLANCE`."""


@frozen(kw_only=True, repr=False)
class SourceProfile(_Profile):
    """A source with its roles and its statements, the earliest first; `maybe` are sources that may be the same."""

    GLANCE = GLANCE
    source: Source
    organizations: tuple[Organization, ...] = ()
    records: tuple[Record, ...] = ()
    maybe: tuple[Source, ...] = ()

    @property
    def name(self) -> str:
        """The fullest name."""
        return self.source.name

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that articles use."""
        return self.source.names

    @property
    def roles(self) -> tuple[Role, ...]:
        """The roles in which articles show the source, the earliest first."""
        return self.source.roles

    @property
    def by_status(self) -> dict[str, int]:
        """Statements by the terms on which they were made."""
        return dict(sorted(Counter(r.statement.authorization.status.value for r in self.records).items()))

    def _head(self) -> list[str]:
        known_as = ", ".join(name for name in self.names if name != self.name)
        roles = "; ".join(dict.fromkeys(role.role for role in self.roles if role.role))
        bodies = "; ".join(body.name for body in self.organizations)
        lines = [f"{self.name} ({self.source.kind.value}), {counted(len(self.records), 'statement')}"]
        for title, words in (("also", known_as), ("roles", roles), ("organizations", bodies)):
            if words:
                lines.append(f"{title}: {words}")
        if self.maybe:
            lines.append(f"may be the same: {', '.join(source.name for source in self.maybe)}")
        return lines

    def _cells(self) -> list[list[str]]:
        return [[row["published"][:DAY], row["outlet"], *_terms(row)] for row in self.rows()]


@frozen(kw_only=True, repr=False)
class OrganizationProfile(_Profile):
    """An organization with the sources that speak for it or belong to it, and what these said, the earliest first."""

    GLANCE = BODY_GLANCE
    organization: Organization
    sources: tuple[Source, ...] = ()
    records: tuple[Record, ...] = ()

    @property
    def name(self) -> str:
        """The name by which it is known."""
        return self.organization.name

    def _head(self) -> list[str]:
        also = ", ".join(name for name in self.organization.names if name != self.name)
        lines = [f"{self.name} (organization), {counted(len(self.records), 'statement')}"]
        lines += [f"also: {also}"] if also else []
        sources = ", ".join(dict.fromkeys(source.name for source in self.sources))
        lines += [f"sources: {sources}"] if sources else []
        return lines

    def _cells(self) -> list[list[str]]:
        return [[row["published"][:DAY], row["outlet"], row["speaker"], *_terms(row)] for row in self.rows()]


def _paragraph(line: str) -> str:
    return f'<p style="overflow-wrap:anywhere">{escaped(visible(line))}</p>'


def _terms(row: Row) -> list[str]:
    return [row["status"].replace("_", " "), row["stance"], row["content"]]


def profile_of(source: Source, identities: Identities, records_of: RecordsOf) -> SourceProfile:
    """Return the profile of a source; only its own statements are asked for."""
    others = {
        pair.other if pair.one == source.id else pair.one
        for pair in identities.unsure
        if source.id in (pair.one, pair.other)
    }
    return SourceProfile(
        source=source,
        organizations=tuple(body for body in identities.organizations if body.id in source.organizations),
        records=_by_date(records_of(source.statement_ids)),
        maybe=tuple(identities.by_id[other] for other in sorted(others)),
    )


def organization_profile_of(
    organization: Organization, identities: Identities, records_of: RecordsOf
) -> OrganizationProfile:
    """Return the profile of an organization; only the statements of its sources are asked for."""
    names = {name.casefold() for name in organization.names}
    sources = tuple(
        source for source in identities.sources if organization.id in source.organizations or _is_itself(source, names)
    )
    own = [identity for source in sources for identity in source.statement_ids]
    return OrganizationProfile(organization=organization, sources=sources, records=_by_date(records_of(own)))


def _is_itself(source: Source, names: set[str]) -> bool:
    """Whether an organization speaks under one of some names without a name of its own: *the coast guard*."""
    return source.kind is SpeakerKind.ORGANIZATION and source.name.casefold() in names


def _by_date(records: Sequence[Record]) -> tuple[Record, ...]:
    return tuple(sorted(records, key=lambda r: (r.article.published or "\uffff", r.article.id, r.statement.content[0])))
