"""Find the source or organization that the user means by a name or an id."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from attribution.errors import UnknownIdError
from attribution.graph.identity.organization import Organization
from attribution.graph.identity.source import Source
from attribution.statements.speakers.names import fold, split_titles
from attribution.statements.statement import SpeakerKind

MOST_NEAR = 8  # names or ids that a complaint lists
ARTICLES = frozenset(("the", "a", "an"))
PEOPLE = (SpeakerKind.PERSON, SpeakerKind.UNKNOWN)
Known = TypeVar("Known", Source, Organization)


def only(name: str, every: Iterable[Known], kind: str) -> Known:
    """Return the one source or organization that a name or an id means: *CPS* for *the CPS*, *Mayor Ruiz* for *Ruiz*.

    Raises:
        UnknownIdError: none has it, or several have the name.
    """
    known = tuple(every)
    found = called(name, known)
    if len(found) != 1:
        near = tuple(one.id for one in found) or _near(name, known)
        raise UnknownIdError(kind, name, len(known), near[:MOST_NEAR])
    return found[0]


def called(name: str, every: Iterable[Known]) -> tuple[Known, ...]:
    """Return the sources or organizations that a name or an id means.

    Who has the very name comes before whom it means without article, and without title.
    """
    known = tuple(every)
    found = tuple(one for one in known if one.id == name)
    for written in READINGS:
        found = found or tuple(one for one in known if _spelled_so(name, one, written))
    return found


def names_meant(name: str, sources: Iterable[Source]) -> tuple[str, ...]:
    """Return the names, as articles write them, of those sources that a name means.

    Raises:
        UnknownIdError: no source has this name.
    """
    known = tuple(sources)
    for written in READINGS:
        found = {spelled for one in known for spelled in _spelled_so(name, one, written)}
        if found:
            return tuple(sorted(found))
    raise UnknownIdError("source", name, len(known), _near(name, known)[:MOST_NEAR])


def _spelled_so(name: str, one: Source | Organization, written: Callable[[str], str]) -> tuple[str, ...]:
    """Return the names of a source or organization that are a name as it is written in one of the `READINGS`."""
    is_body = isinstance(one, Organization) or one.kind not in PEOPLE
    if is_body and written is _untitled:  # *General Motors* has no title
        return ()
    return tuple(spelled for spelled in one.names if written(spelled) == written(name) != "")


def _plain(name: str) -> str:
    return name.casefold()


def _bare(name: str) -> str:
    return " ".join(_words(name.split()))


def _untitled(name: str) -> str:
    words = name.split()
    without = words[1:] if len(words) > 1 and fold(words[0]) in ARTICLES else words
    return " ".join(_words(split_titles(without)[1]))


def _words(words: Sequence[str]) -> list[str]:
    """Return words without case, accents and a leading article."""
    folded = [fold(word) or word.casefold() for word in words]
    return folded[1:] if len(folded) > 1 and folded[0] in ARTICLES else folded


READINGS = (_plain, _bare, _untitled)  # the exactest first


def _names_of(one: Source | Organization) -> tuple[str, ...]:
    return (one.name, *one.names)


def _near(name: str, known: Iterable[Known]) -> tuple[str, ...]:
    """Return names that hold all words of what was asked for, or else some: *Helena Duarte* for *duarte*."""
    wanted = set(_untitled(name).split()) or set(_words(name.split()))
    names = [spelled for one in known for spelled in _names_of(one)]
    shared = {spelled: wanted & set(_words(spelled.split())) for spelled in names}
    whole = tuple(spelled for spelled, words in shared.items() if words == wanted)
    some = sorted((spelled for spelled, words in shared.items() if words), key=lambda spelled: -len(shared[spelled]))
    return whole if wanted and whole else tuple(some)
