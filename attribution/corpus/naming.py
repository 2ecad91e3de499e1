"""Find the source or organization that the user means by a name or an id."""

from collections.abc import Iterable
from typing import TypeVar

from attribution.errors import UnknownIdError
from attribution.graph.identity.organization import Organization
from attribution.graph.identity.source import Source

MOST_NEAR = 8  # names or ids that a complaint lists
Known = TypeVar("Known", Source, Organization)


def only(name: str, every: Iterable[Known], kind: str) -> Known:
    """Return the one source or organization that a name or an id means.

    Raises:
        UnknownIdError: none has it, or several have the name.
    """
    known = tuple(every)
    wanted = name.casefold()
    found = [one for one in known if one.id == name] or [
        one for one in known if wanted in {spelled.casefold() for spelled in one.names}
    ]
    if len(found) != 1:
        near = tuple(one.id for one in found) or _near(wanted, known)
        raise UnknownIdError(kind, name, len(known), near[:MOST_NEAR])
    return found[0]


def _near(wanted: str, known: Iterable[Known]) -> tuple[str, ...]:
    """Return the names that hold all words of what was asked for: *Helena Duarte* for *duarte*."""
    words = set(wanted.split())
    return tuple(dict.fromkeys(one.name for one in known if words and words <= set(one.name.casefold().split())))


def stable_name(name: str, sources: Iterable[Source]) -> str:
    """Return what a judgement keeps of a source: a name as given; for an id its first voice, which never changes.

    Raises:
        UnknownIdError: no source has this name or id.
    """
    known = tuple(sources)
    for source in known:
        if source.id == name:
            return source.voice_ids[0]
    if not any(name.casefold() in {spelled.casefold() for spelled in source.names} for source in known):
        raise UnknownIdError("source", name, len(known), _near(name.casefold(), known)[:MOST_NEAR])
    return name
