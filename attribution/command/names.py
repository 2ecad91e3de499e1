"""Tell a name that is not in the corpus from one that says nothing on a claim."""

from attribution.corpus.corpus import Corpus
from attribution.corpus.naming import MOST_NEAR, only
from attribution.corpus.overview import NOT_KNOWN
from attribution.corpus.seen import told_apart
from attribution.errors import UnknownIdError
from attribution.graph.copies.credits import outlet_key


def check_names(corpus: Corpus, *, outlet: str | None, source: str | None) -> None:
    """Refuse an outlet or a source that the corpus does not have.

    Raises:
        UnknownIdError: there is none of that name.
    """
    if outlet is not None:
        _check_outlet(corpus, outlet)
    if source is not None:
        _check_source(corpus, source)


def _check_outlet(corpus: Corpus, outlet: str) -> None:
    names = [one.name for one in corpus.outlets() if one.name != NOT_KNOWN]
    if not any({name.casefold(), outlet_key(name)} & {outlet.casefold(), outlet_key(outlet)} for name in names):
        raise UnknownIdError("outlet", outlet, len(names), tuple(names[:MOST_NEAR]))


def _check_source(corpus: Corpus, source: str) -> None:
    sources = corpus.sources()
    try:
        only(source, sources, "source")
    except UnknownIdError as error:
        if not {one.id for one in sources}.intersection(error.near):  # else several have the name, and all were asked
            raise


def told_where(error: UnknownIdError, corpus: Corpus) -> UnknownIdError:
    """Return an error on a name that several sources have with what tells these apart beside each id."""
    sources = corpus.sources()
    meant = [one for one in sources if one.id in error.near]
    if not meant:
        return error
    where = (words or one.name for one, words in zip(meant, told_apart(meant, sources.seen), strict=True))
    near = tuple(f"{one.id} ({words})" for one, words in zip(meant, where, strict=True))
    return UnknownIdError(error.kind, error.id, error.known, near)
