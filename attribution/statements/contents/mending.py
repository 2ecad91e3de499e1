"""Put right which words the reader gave to a content: sentences of others', words left out, words too many."""

from collections.abc import Sequence

from attrs import evolve

from attribution.document.document import Document
from attribution.statements.contents.edges import behind_reason, from_relative, whole_clause, without_channel
from attribution.statements.contents.sentences import of_own_sentences, whole_block
from attribution.statements.grouping import Parts
from attribution.statements.quoting.quotation_marks import quoted_spans


def mend_contents(document: Document, attributions: Sequence[Parts]) -> tuple[Parts, ...]:
    """Return the attributions with contents of the right extent; one without cue stays as it is.

    In *Achebe said it was “ours to lose.” Shares fell.* the content ends with the quotation.
    """
    spans = (span for span in quoted_spans(document.text) if not span.depth)
    quoted = frozenset(i for span in spans for i in document.words_within(span.span))
    return tuple(_mended(document, quoted, parts) if parts.cue else parts for parts in attributions)


def _mended(document: Document, quoted: frozenset[int], parts: Parts) -> Parts:
    parts = _with(document, parts, of_own_sentences(document, quoted, parts))
    parts = _with(document, parts, without_channel(document, quoted, parts))
    parts = _with(document, parts, behind_reason(document, parts))
    parts = _with(document, parts, from_relative(document, parts))
    parts = _with(document, parts, whole_block(document, quoted, parts))
    return _with(document, parts, whole_clause(document, parts))


def _with(document: Document, parts: Parts, content: Sequence[int]) -> Parts:
    """Return an attribution with another content, unless nothing is said in it."""
    says = any(document.words[i].upos != "PUNCT" for i in content)
    return evolve(parts, content=tuple(content)) if says else parts
