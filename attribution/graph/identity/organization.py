"""Organizations across articles, under all their names."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from attrs import field, frozen, validators

from attribution.graph.identity.names import body_key
from attribution.statements.speakers.names import acronyms, is_acronym
from attribution.text.article import content_id


@frozen(kw_only=True)
class Organization:
    """An organization, government or document that speaks, or that somebody speaks for."""

    id: str
    name: str
    names: tuple[str, ...] = field(validator=validators.min_len(1))
    acronym: str = ""


@frozen
class Organizations:
    """All organizations, and the one that each name means."""

    every: tuple[Organization, ...]
    by_name: dict[str, Organization]

    def id_of(self, name: str) -> str:
        """Return the id of the organization that a name, which was gathered, means."""
        return self.by_name[" ".join(name.split())].id

    def ids_of(self, names: Iterable[str]) -> set[str]:
        """Return the ids of the organizations that some names mean."""
        return {self.id_of(name) for name in names}


def gather_organizations(names: Iterable[str]) -> Organizations:
    """Put names of organizations together, each given as often as it occurs: *the CPS* with its whole name.

    An acronym belongs to a name only where no other name has it: of *CPA* and two bodies of these initials nothing is
    said.
    """
    counted = Counter(" ".join(name.split()) for name in names if name.strip())
    groups: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for name in sorted(counted):
        groups[body_key(name) or (name.casefold(),)].append(name)
    short = {_letters(name): key for key, members in groups.items() for name in members if is_acronym(_bare(name))}
    meant: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
    for key, members in groups.items():
        for name in members:
            for form in acronyms(_bare(name)) & short.keys():
                if short[form] != key:
                    meant[form].add(key)
    for form, keys in sorted(meant.items()):
        if len(keys) == 1 and short[form] in groups:
            groups[next(iter(keys))] += groups.pop(short[form])
    every = tuple(sorted((_organization(names, counted) for names in groups.values()), key=lambda one: one.id))
    return Organizations(every, {name: one for one in every for name in one.names})


def _organization(names: list[str], counted: Counter[str]) -> Organization:
    acronym = next((name for name in sorted(names) if is_acronym(_bare(name))), "")
    whole = [name for name in names if not is_acronym(_bare(name))] or names
    name = max(whole, key=lambda name: (counted[name], len(name), name))
    return Organization(
        id=content_id("organization", *sorted(body_key(name) or (name.casefold(),))),
        name=name,
        names=tuple(sorted(names)),
        acronym=_bare(acronym),
    )


def _bare(name: str) -> str:
    return name.removeprefix("the ").removeprefix("The ")


def _letters(name: str) -> str:
    return _bare(name).replace(".", "").lower()
