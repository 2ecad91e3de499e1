"""From texts to documents: Stanza splits and lemmatizes, the reader does the rest."""

from collections.abc import Sequence
from functools import cache
from os import PathLike
from pathlib import Path
from typing import Any

from attribution.document.collecting import without_collecting
from attribution.document.document import Document
from attribution.document.from_stanza import document_of
from attribution.document.models import READER, open_reader
from attribution.document.processor import NAME, read_documents, register
from attribution.document.reader.reader import Reader
from attribution.document.splitting.paragraphs import paragraphs
from attribution.document.stanza_models import ENGLISH, load_stanza
from attribution.errors import PipelineError


class Pipeline:
    """Turns texts into documents. Make one with `load_pipeline` and use it for everything: loading takes seconds."""

    def __init__(self, nlp: Any, reader: Reader) -> None:
        self._nlp, self._reader = nlp, reader

    def annotate(self, texts: Sequence[str]) -> list[Document]:
        """Return the document of each text; in what company a text is read makes no difference."""
        from stanza.models.common.doc import Document as StanzaDocument

        found = self._nlp.bulk_process([StanzaDocument([], text=text) for text in texts])
        if NAME not in self._nlp.processors:
            _add_roles(self._reader, found)
        return [
            document_of(doc, [start for start, _ in paragraphs(text)]) for doc, text in zip(found, texts, strict=True)
        ]


def _add_roles(reader: Reader, docs: Sequence[Any]) -> None:
    """Let the reader supply roles, and whatever else the user's own pipeline leaves open."""
    words = [[word for sentence in doc.sentences for word in sentence.words] for doc in docs]
    kept = [[(w, w.upos, w.head, w.deprel, w.parent, w.parent.ner) for w in found] for found in words]
    read_documents(reader, docs)
    for doc, rows in zip(docs, kept, strict=True):
        for word, upos, head, deprel, token, ner in rows:
            word.upos = upos or word.upos
            if deprel is not None:
                word.head, word.deprel = head, deprel
            token.ner = ner if ner is not None else token.ner
        for sentence in doc.sentences:
            sentence.build_dependencies()


@cache
def _default_pipeline() -> Pipeline:
    return load_pipeline()


def default_pipeline() -> Pipeline:
    """Return the pipeline that reading uses unless told otherwise, loaded once a process."""
    return _default_pipeline()


def load_pipeline(
    nlp: Any = None,
    *,
    models: str | PathLike[str] = ENGLISH,
    reader: str | PathLike[str] = READER,
    device: str | None = None,
) -> Pipeline:
    """Load the pipeline that ships, or put a Stanza pipeline of your own in its place.

    `nlp` is a `stanza.Pipeline`; what it provides of parts of speech, trees, lemmas and entities is used, and the
    reader supplies the rest: `load_pipeline(stanza.Pipeline("en", download_method=None))`.
    `models` and `reader` are folders made by `attribution.training`.
    `device` is where the reader's network runs, by torch's names: without one on the accelerator where torch sees one
    and the extra `gpu` is installed, else on the processor; `load_pipeline(device="cpu")` refuses the accelerator.

    Raises:
        ModelError: a model's file is missing or damaged, does not fit the others, or leads out of its folder.
        MissingExtraError: a device is asked for that needs the extra `gpu`.
        PipelineError: `nlp` does not split text into sentences and words, or torch does not see the device.
    """
    with without_collecting():
        opened = open_reader(Path(reader), device=device)
        if nlp is None:
            register()
            return Pipeline(load_stanza(Path(models), f"tokenize,mwt,{NAME},lemma", reader_opened=opened), opened)
    if "tokenize" not in getattr(nlp, "processors", {}):
        raise PipelineError(
            f"{nlp!r} is no Stanza pipeline with a tokenizer", "give one whose processors have 'tokenize'"
        )
    return Pipeline(nlp, opened)
