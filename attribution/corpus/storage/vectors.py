"""The vectors of the statements in a corpus file."""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from attribution.corpus.storage.database import Database, reads
from attribution.graph.matching.matcher import WIDTH

READ = 16_384  # vectors that are in memory twice while they are read


class VectorRows(Database):
    """What a corpus file tells of vectors; statements are numbered from 1 in the order in which they were added."""

    @reads
    def last_number(self) -> int:
        """Return the number of the statement that was added last, 0 where there is none."""
        return int(str(self.rows("SELECT coalesce(max(number), 0) FROM statements")[0][0]))

    @reads
    def vectors(self, *, after: int = 0, most: int | None = None) -> tuple[NDArray[np.int64], NDArray[np.int8]]:
        """Return the numbers of statements and their vectors, (statements) and (statements, 384).

        All of them, or the first `most` of those that come after a number. Little more than the answer is in memory
        at any time: of a million statements 0.4 GB.
        """
        size = self._most_after(after) if most is None else min(most, self._most_after(after))
        numbers, vectors = np.empty(size, np.int64), np.empty((size, WIDTH), np.int8)
        filled, last = 0, after
        while filled < size and (rows := self._vectors_after(last, min(READ, size - filled))):
            end, last = filled + len(rows), int(str(rows[-1][0]))
            numbers[filled:end] = [int(str(row[0])) for row in rows]
            vectors[filled:end] = _stacked(row[1] for row in rows)
            filled = end
        return numbers[:filled], vectors[:filled]

    def _most_after(self, number: int) -> int:
        """Return how many statements there may be after a number; a stranger's file may have any numbers."""
        held = int(str(self.rows("SELECT count(*) FROM statements")[0][0]))
        return max(0, min(held, self.last_number() - number))

    def _vectors_after(self, number: int, most: int) -> list[tuple[object, ...]]:
        query = "SELECT number, vector FROM statements WHERE number > ? ORDER BY number LIMIT ?"
        return self.rows(query, (number, most))

    @reads
    def vectors_at(self, numbers: Sequence[int]) -> NDArray[np.int8]:
        """Return the vectors of the statements of these numbers (statements, 384), in the order asked for."""
        query, asked = "SELECT number, vector FROM statements WHERE number IN ({})", [int(number) for number in numbers]
        found = {int(str(number)): vector for rows in self.rows_in(query, asked) for number, vector in rows}
        return _stacked(found[int(number)] for number in numbers)


def _stacked(vectors: Iterable[object]) -> NDArray[np.int8]:
    held = [bytes(vector) for vector in vectors]  # type: ignore[call-overload]
    if any(len(vector) != WIDTH for vector in held):
        raise ValueError(f"a vector has {WIDTH} bytes")
    return np.frombuffer(b"".join(held), np.int8).reshape(-1, WIDTH)
