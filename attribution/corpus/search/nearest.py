"""Find the statements whose vectors are nearest to one: by comparing with all of them, or past memory by an index."""

from collections.abc import Callable

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from attribution.corpus.search.index import VectorIndex, has_index
from attribution.corpus.storage.store import Store
from attribution.graph.matching.matcher import likeness
from attribution.graph.matching.networks import Bytes, Floats
from attribution.graph.record import Record

COMPARED = 100_000  # statements up to which all are compared: 3 ms, and 154 MB of vectors
BLOCK = 16_384  # vectors that become floats together
Numbers = NDArray[np.int64]


@frozen
class Near:
    """Statements near a text, nearest first: their numbers, their vectors (statements, 384), how alike they are."""

    numbers: Numbers
    vectors: Bytes
    likeness: Floats

    def part(self, places: NDArray[np.int64] | NDArray[np.bool_]) -> "Near":
        """Return some of them, by place or by whether they are kept."""
        return Near(self.numbers[places], self.vectors[places], self.likeness[places])


Search = Callable[[Bytes, int], Near]  # the vector of a text and how many are wanted → those nearest to it


class Compared:
    """All statements' vectors in memory; every one of them is compared."""

    def __init__(self, numbers: Numbers, vectors: Bytes) -> None:
        self._numbers, self._vectors = numbers, vectors
        self._floats = vectors.astype(np.float32) if len(vectors) <= COMPARED else None

    def __call__(self, vector: Bytes, number: int) -> Near:
        """Return the `number` statements nearest to a text."""
        alike = self._likeness(vector)
        number = min(number, len(alike))
        best = np.argpartition(-alike, number - 1)[:number] if number else np.zeros(0, np.int64)
        best = best[np.lexsort((self._numbers[best], -alike[best]))]
        return Near(self._numbers[best], self._vectors[best], alike[best])

    def _likeness(self, vector: Bytes) -> Floats:
        if self._floats is not None:
            return likeness(vector, self._floats)
        blocks = range(0, len(self._vectors), BLOCK)
        return np.concatenate([likeness(vector, self._vectors[start : start + BLOCK]) for start in blocks])


class Indexed:
    """An index on disk beside the corpus, and the statements that came after it was made."""

    def __init__(self, store: Store, index: VectorIndex) -> None:
        self._store, self._index = store, index
        self._later = Compared(*store.vectors(after=index.last))

    def __call__(self, vector: Bytes, number: int) -> Near:
        """Return about the `number` statements nearest to a text: an index misses one in a hundred of the farther."""
        found = np.concatenate([self._index.nearest(vector, number), self._later(vector, number).numbers])
        numbers = sorted(found.tolist())
        return Compared(np.array(numbers), self._store.vectors_at(numbers))(vector, number)


def search_in(store: Store) -> Search:
    """Return what finds the statements of a store: an index past `COMPARED` where the extra is installed."""
    if store.last_number() > COMPARED and has_index():
        index = VectorIndex.of(store)
        if index is not None:
            return Indexed(store, index)
    return Compared(*store.vectors())


def passing(search: Search, test: Callable[[Record], bool], store: Store) -> Search:
    """Return a search among the statements that pass a test: it looks farther until enough have passed."""
    total = store.counts()[1]

    def find(vector: Bytes, number: int) -> Near:
        looked = 4 * number
        while True:
            near = search(vector, looked)
            kept = np.array([test(record) for record in store.records_at(near.numbers.tolist())], bool)
            if kept.sum() >= number or looked >= total:
                return near.part(kept).part(np.arange(min(number, int(kept.sum()))))
            looked *= 4

    return find
