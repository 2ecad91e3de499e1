"""Where a source is seen: the outlets and days of its articles, which tell sources of one description apart."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from attribution.corpus.answers import spaced
from attribution.corpus.storage.appearances import Appearance
from attribution.graph.identity.source import Source

AFTER_DAY = re.compile(r"^(\d{4}-\d\d-\d\d)T.*")  # what is no ISO date stays as it was given
MOST_OUTLETS = 3  # named in a cell
Appearances = Mapping[str, Appearance]  # by the article's id


def outlets_of(source: Source, seen: Appearances) -> list[str]:
    """Return the outlets in which a source is seen."""
    return sorted({one.outlet for one in _articles_of(source, seen) if one.outlet})


def days_of(source: Source, seen: Appearances) -> tuple[str, str]:
    """Return the first and the last day on which a source is seen; empty where no date is known."""
    days = {AFTER_DAY.sub(r"\1", one.published) for one in _articles_of(source, seen) if one.published}
    return min(days, default=""), max(days, default="")


def told_apart(sources: Sequence[Source], seen: Appearances) -> list[str]:
    """Return for each source where it is seen if another one has the same words for a name, else nothing.

    The outlet and the day are told; if another has these too, the time and the title; and the id if all are the same.
    """
    alike: defaultdict[str, list[Source]] = defaultdict(list)
    for source in sources:
        alike[source.name.casefold()].append(source)
    words = {identity: told for some in alike.values() for identity, told in _apart(some, seen) if len(some) > 1}
    return [words.get(source.id, "") for source in sources]


def _apart(some: Sequence[Source], seen: Appearances) -> Iterator[tuple[str, str]]:
    """Yield the id of each of some sources with the fewest words that no other one has."""
    ways = [[way(source, seen) for source in some] for way in (_where, _which)]
    counts = [Counter(told) for told in ways]
    for source, *told in zip(some, *ways, strict=True):
        clear = (words for words, count in zip(told, counts, strict=True) if words and count[words] == 1)
        yield source.id, next(clear, ", ".join(filter(None, (told[-1], source.id))))


def _articles_of(source: Source, seen: Appearances) -> list[Appearance]:
    return [seen[identity] for identity in source.article_ids if identity in seen]


def _where(source: Source, seen: Appearances) -> str:
    """Return the outlets and days: *Harbor Ledger, 2026-03-02 to 2026-03-04*."""
    outlets = outlets_of(source, seen)
    more = [f"{len(outlets) - MOST_OUTLETS} more"] if len(outlets) > MOST_OUTLETS else []
    days = " to ".join(dict.fromkeys(filter(None, days_of(source, seen))))
    return ", ".join(filter(None, (*outlets[:MOST_OUTLETS], *more, days)))


def _which(source: Source, seen: Appearances) -> str:
    """Return the first article with its time and title: *Harbor Ledger, 2026-03-02 09:20, Bridge to close*."""
    first = min(_articles_of(source, seen), key=lambda one: (one.published, one.outlet, one.title), default=None)
    return ", ".join(filter(None, (first.outlet, spaced(first.published), first.title))) if first else ""
