"""Split texts into sentences and words: paragraphs, then the tagger, then corrections; as a variant within Stanza.

Stanza lets a processor have variants; this one takes the place of the tokenize processor's own work
(`stanza.Pipeline(…, tokenize_with_paragraphs=True)`), so everything after it is plain Stanza.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attribution.document.opening import opening
from attribution.document.splitting.boundaries import Sentences, correct_boundaries
from attribution.document.splitting.characters import read_passage, read_tokens
from attribution.document.splitting.paragraphs import paragraphs
from attribution.document.splitting.tagger import CharacterTagger

if TYPE_CHECKING:
    import stanza

VARIANT = "paragraphs"
WHOLE = frozenset(("its",))  # the treebank has it misspelt for *it's*, so often that the tagger parts it at a beginning


class Tokenizer:
    """Finds the sentences and tokens of texts, many at once: one pass over the paragraphs of all of them."""

    def __init__(self, model_path: Path, device: str = "cpu") -> None:
        with opening(model_path):
            self._tagger = CharacterTagger(model_path, device)

    def split(self, texts: Sequence[str]) -> list[Sentences]:
        """Return the sentences of each text; a token's `start` and `end` slice the text to the token itself."""
        spans = [(number, *span) for number, text in enumerate(texts) for span in paragraphs(text)]
        passages = [read_passage(texts[number], start, end) for number, start, end in spans]
        labels = self._tagger.label([passage.codes for passage in passages])
        found: list[Sentences] = [[] for _ in texts]
        for (number, _, _), passage, passage_labels in zip(spans, passages, labels, strict=True):
            sentences = read_tokens(passage, passage_labels)
            found[number] += correct_boundaries(texts[number], sentences)
        return found


def register_variant() -> None:
    """Make the variant known to Stanza; a second call does nothing."""
    from stanza.models.common.doc import Document
    from stanza.pipeline.processor import ProcessorVariant, register_processor_variant
    from stanza.pipeline.registry import PROCESSOR_VARIANTS

    if VARIANT in PROCESSOR_VARIANTS["tokenize"]:
        return

    class NewsTokenizer(ProcessorVariant):  # type: ignore[misc]  # Stanza has no types
        """The tokenize processor for news."""

        OVERRIDE = True

        def __init__(self, config: dict[str, Any]) -> None:
            self._tokenizer = Tokenizer(Path(config["model_path"]))

        def process(self, document: str | stanza.Document) -> stanza.Document:
            return self.bulk_process([document])[0]

        def bulk_process(self, documents: Sequence[str | stanza.Document]) -> list[stanza.Document]:
            texts = [document if isinstance(document, str) else document.text for document in documents]
            split = self._tokenizer.split(texts)
            return [Document(to_stanza(text, found), text) for text, found in zip(texts, split, strict=True)]

    register_processor_variant("tokenize", VARIANT)(NewsTokenizer)


def to_stanza(text: str, sentences: Sentences) -> list[list[dict[str, Any]]]:
    """Return sentences as the entries a Stanza document is made from; multi-word tokens are marked for the expander."""
    return [
        [
            {"id": (number,), "text": text[token.start : token.end], "start_char": token.start, "end_char": token.end}
            | ({"misc": "MWT=Yes"} if token.is_multiword and text[token.start : token.end].lower() not in WHOLE else {})
            for number, token in enumerate(sentence, start=1)
        ]
        for sentence in sentences
    ]
