"""An approximate index of vectors (HNSW, Malkov and Yashunin 2020) in a file beside the corpus, for large ones.

The file holds nothing that the corpus does not: it can be deleted, and is made again when it is needed.
"""

import os
import re
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from uuid import uuid4

import numpy as np
from numpy.typing import NDArray

from attribution.corpus.storage.database import IN_MEMORY
from attribution.corpus.storage.store import Store
from attribution.errors import CorpusFileError
from attribution.graph.matching.matcher import WIDTH
from attribution.graph.matching.networks import Bytes

NAME = "index"  # the setting with the part of the index file's name that is this corpus's own
OWN_NAME = re.compile("[0-9a-f]{12}")
BEHIND = 20_000  # statements added since that an index may lack: they are compared one by one
ADDED = 50_000  # vectors added together
NEIGHBOURS = 16  # of each vector in the graph
LOOKED_AT_TO_ADD, LOOKED_AT = 128, 512  # vectors looked at to place one, and in a search


def has_index() -> bool:
    """Tell whether the extra `index` is installed."""
    return find_spec("faiss") is not None


class VectorIndex:
    """An index of the first statements of a corpus, up to the number `last`."""

    def __init__(self, index: Any) -> None:
        self._index = index
        self.last = int(index.ntotal)  # statements are numbered from 1, and none is ever taken out

    @classmethod
    def of(cls, store: Store) -> "VectorIndex | None":
        """Open the index of a store, made or brought up to date where more than `BEHIND` statements lack.

        None where there is none and none can be kept: of a corpus in memory, or one that is only read.

        Raises:
            CorpusFileError: the index cannot be written.
        """
        file = _file_of(store)
        if file is None:
            return None
        index = _opened(file)
        if index.ntotal > store.last_number():  # the corpus was put back to an earlier state
            index = _new()
        if store.last_number() - index.ntotal > BEHIND and not store.read_only:
            _save(_extended(file, index.ntotal, store), file)
            index = _opened(file)
        return cls(index) if index.ntotal else None

    def nearest(self, vector: Bytes, number: int) -> NDArray[np.int64]:
        """Return the numbers of about the `number` statements nearest to a text."""
        _, (places,) = self._index.search(vector[None].astype(np.float32), number)
        found: NDArray[np.int64] = places[places >= 0] + 1
        return found


def _new() -> Any:
    import faiss

    as_bytes: Any = faiss.ScalarQuantizer.QT_8bit_direct_signed  # a number, where the types ask for its class
    index = faiss.IndexHNSWSQ(WIDTH, as_bytes, NEIGHBOURS, faiss.METRIC_INNER_PRODUCT)
    index.hnsw.efConstruction, index.hnsw.efSearch = LOOKED_AT_TO_ADD, LOOKED_AT
    index.is_trained = True  # bytes are kept as they are: there is nothing to learn
    return index


def _file_of(store: Store) -> Path | None:
    """Return the file of a store's index; None where there can be none."""
    if store.file == IN_MEMORY:
        return None
    name = store.setting(NAME)
    if not OWN_NAME.fullmatch(name):  # none yet, or a stranger's, which might lead to another folder
        if store.read_only:
            return None
        # another corpus that takes this one's place must not be asked with this one's index
        name = uuid4().hex[:12]
        store.set(NAME, name)
    return Path(f"{store.file}-index-{name}")


def _extended(file: Path, last: int, store: Store) -> Any:
    """Return the index of a file, in memory, with the statements that were added after it was made."""
    import faiss

    index = faiss.read_index(str(file)) if last else _new()
    while True:
        numbers, vectors = store.vectors(after=last, most=ADDED)
        if not len(numbers):
            return index
        index.add(vectors.astype(np.float32))
        last = int(numbers[-1])


def _opened(file: Path) -> Any:
    """Return the index of a file without reading it into memory; an empty one where there is none."""
    import faiss

    if file.exists():
        try:
            return faiss.read_index(str(file), faiss.IO_FLAG_MMAP_IFC)
        except RuntimeError:  # damaged: nothing is lost, since it is made again from the corpus
            return _new()
    return _new()


def _save(index: Any, file: Path) -> None:
    """Write an index beside its place, then move it there: whoever has the one before open keeps that."""
    import faiss

    fresh = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        faiss.write_index(index, str(fresh))
        fresh.replace(file)
    except (OSError, RuntimeError) as error:
        fresh.unlink(missing_ok=True)
        raise CorpusFileError(str(file), f"cannot be written ({error})", "make room, or open read-only") from error
