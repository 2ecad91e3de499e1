"""Write the report of a corpus to a file."""

from collections.abc import Sequence
from os import PathLike
from pathlib import Path

from attribution.corpus.corroboration import Corroboration
from attribution.corpus.present import Present
from attribution.corpus.report.contents import contents_of
from attribution.corpus.report.own_claims import own_claims
from attribution.corpus.report.page import page_of
from attribution.corpus.storage.store import Store
from attribution.errors import GraphFileError
from attribution.graph.network.exchange.placing import place


def write_report(
    path: str | PathLike[str], present: Present, store: Store, *, claims: Sequence[Corroboration] | None, title: str
) -> Path:
    """Write a report on some claims, or on the corpus's own, with all articles and statements; return its path.

    Raises:
        GraphFileError: the file cannot be written, or is the corpus.
    """
    target = Path(path)
    if target.resolve() == Path(store.file).resolve():
        raise GraphFileError(str(path), "is the corpus itself", "name another file, one that ends in .html")
    shown, left_out = own_claims(present, store.grades()) if claims is None else (claims, 0)
    whole = page_of(contents_of(present, store.articles(), shown, left_out=left_out, title=title)).encode()

    def write(beside: Path) -> None:
        beside.write_bytes(whole)

    place(target, write)
    return target
