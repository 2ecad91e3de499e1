"""The vectors of the statements in a corpus file."""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from attribution.corpus.storage.database import Database, reads
from attribution.graph.matching.matcher import WIDTH

AT_ONCE = 500  # values of one SQL statement; SQLite takes 999 at least


class VectorRows(Database):
    """What a corpus file tells of vectors; statements are numbered from 1 in the order in which they were added."""

    @reads
    def last_number(self) -> int:
        """Return the number of the statement that was added last, 0 where there is none."""
        return int(str(self.rows("SELECT coalesce(max(number), 0) FROM statements")[0][0]))

    @reads
    def vectors(self, *, after: int = 0, most: int = -1) -> tuple[NDArray[np.int64], NDArray[np.int8]]:
        """Return the numbers of statements and their vectors, (statements) and (statements, 384).

        All of them, or the first `most` of those that come after a number.
        """
        rows = self.rows(
            "SELECT number, vector FROM statements WHERE number > ? ORDER BY number LIMIT ?", (after, most)
        )
        return np.array([row[0] for row in rows], np.int64), _stacked(row[1] for row in rows)

    @reads
    def vectors_at(self, numbers: Sequence[int]) -> NDArray[np.int8]:
        """Return the vectors of the statements of these numbers (statements, 384), in the order asked for."""
        found: dict[int, object] = {}
        for start in range(0, len(numbers), AT_ONCE):
            some = [int(number) for number in numbers[start : start + AT_ONCE]]
            asked = ",".join("?" * len(some))
            found |= dict(self.rows(f"SELECT number, vector FROM statements WHERE number IN ({asked})", some))  # type: ignore[arg-type]
        return _stacked(found[int(number)] for number in numbers)


def _stacked(vectors: Iterable[object]) -> NDArray[np.int8]:
    held = [bytes(vector) for vector in vectors]  # type: ignore[call-overload]
    if any(len(vector) != WIDTH for vector in held):
        raise ValueError(f"a vector has {WIDTH} bytes")
    return np.frombuffer(b"".join(held), np.int8).reshape(-1, WIDTH)
