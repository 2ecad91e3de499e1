"""Who is who in a corpus file: found once, then looked up as it is asked for, so that opening a large file is quick."""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import TypeVar

from attribution.corpus.storage.identity_json import (
    merge_from_json,
    organization_from_json,
    source_from_json,
    unsure_from_json,
)
from attribution.corpus.storage.identity_rows import pair_key
from attribution.corpus.storage.store import Store
from attribution.graph.identity.identities import Identities, merge_voices
from attribution.graph.identity.judgement import UserJudgement
from attribution.graph.identity.merge import Merge, Unsure
from attribution.graph.identity.organization import Organization
from attribution.graph.identity.source import Source

Key = TypeVar("Key")
Value = TypeVar("Value")


def identities_in(store: Store) -> Identities:
    """Return the identities of a corpus file: those it keeps, or new ones, which it keeps from then on."""
    now = store.identities_from
    if store.identities_kept == now:
        return KeptIdentities(store, now)
    found = _found_in(store)
    store.keep_identities(found, now)
    return found


def _found_in(store: Store) -> Identities:
    return merge_voices(store.voices(), (UserJudgement(*judgement) for judgement in store.judgements()))


class LookedUp(Mapping[Key, Value]):
    """A mapping that asks for each value once, and for all only where it is gone through."""

    def __init__(self, one: Callable[[Key], Value | None], every: Callable[[], Mapping[Key, Value]]) -> None:
        self._one, self._every = one, every
        self._known: dict[Key, Value | None] = {}

    @cached_property
    def _all(self) -> Mapping[Key, Value]:
        return self._every()

    def __getitem__(self, key: Key) -> Value:
        if key not in self._known:
            self._known[key] = self._one(key)
        found = self._known[key]
        if found is None:
            raise KeyError(key)
        return found

    def __iter__(self) -> Iterator[Key]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)


class KeptIdentities:
    """Identities that stand in a corpus file; see `Identities`.

    Where another process adds articles meanwhile, what the file keeps is of more articles than this: then all is found
    anew, here.
    """

    def __init__(self, store: Store, found_from: str) -> None:
        self._store, self._found_from = store, found_from

    @cached_property
    def _anew(self) -> Identities:
        return _found_in(self._store)

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        return self._every("source", source_from_json, lambda anew: anew.sources)

    @cached_property
    def organizations(self) -> tuple[Organization, ...]:
        return self._every("organization", organization_from_json, lambda anew: anew.organizations)

    @cached_property
    def merges(self) -> tuple[Merge, ...]:
        return self._every("merge", merge_from_json, lambda anew: anew.merges)

    @cached_property
    def unsure(self) -> tuple[Unsure, ...]:
        return self._every("unsure", unsure_from_json, lambda anew: anew.unsure)

    @cached_property
    def source_of(self) -> Mapping[str, str]:
        return self._looked_up("statement", str, str, str, lambda anew: anew.source_of)

    @cached_property
    def by_id(self) -> Mapping[str, Source]:
        return self._looked_up("source", source_from_json, str, str, lambda anew: anew.by_id)

    @cached_property
    def organization_names(self) -> Mapping[str, tuple[str, ...]]:
        return self._looked_up("organization", _names, str, str, lambda anew: anew.organization_names)

    @cached_property
    def left_open(self) -> Mapping[frozenset[str], Unsure]:
        return self._looked_up("unsure", unsure_from_json, pair_key, _pair, lambda anew: anew.left_open)

    def _every(
        self, kind: str, read: Callable[[str], Value], whole: Callable[[Identities], tuple[Value, ...]]
    ) -> tuple[Value, ...]:
        held = self._store.kept(kind, self._found_from, read)
        return whole(self._anew) if held is None else tuple(held.values())

    def _looked_up(
        self,
        kind: str,
        read: Callable[[str], Value],
        written: Callable[[Key], str],
        key_of: Callable[[str], Key],
        whole: Callable[[Identities], Mapping[Key, Value]],
    ) -> LookedUp[Key, Value]:
        def one(key: Key) -> Value | None:
            held = self._store.kept(kind, self._found_from, read, written(key))
            return whole(self._anew).get(key) if held is None else held.get(written(key))

        def every() -> Mapping[Key, Value]:
            held = self._store.kept(kind, self._found_from, read)
            return whole(self._anew) if held is None else {key_of(key): value for key, value in held.items()}

        return LookedUp(one, every)


def _names(line: str) -> tuple[str, ...]:
    body = organization_from_json(line)
    return (body.name, *body.names)


def _pair(key: str) -> frozenset[str]:
    return frozenset(key.split())
