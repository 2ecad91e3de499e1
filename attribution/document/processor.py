"""The reader as a processor of Stanza.

It stands after tagging and before lemmatizing: `stanza.Pipeline(processors="tokenize,mwt,reader,lemma")`.
Parts of speech that are there already it leaves; trees and entities that later processors find replace its own.
Roles in attributions it writes into the words' MISC column.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any

from attrs import frozen

from attribution.document.document import NO_CUE
from attribution.document.furniture.furniture import furniture_lines
from attribution.document.models import open_reader
from attribution.document.reader.pieces import BREAK, gap_of
from attribution.document.reader.reader import Reader
from attribution.document.reader.stretch import Stretch, Tags, together

if TYPE_CHECKING:
    import stanza

NAME = "reader"
LONGEST_SENTENCE = 240  # words; a longer one is read in pieces, so that a tree never outgrows a window


@frozen
class Place:
    """A word of a Stanza document: where it stands in the text."""

    text: str
    start: int
    end: int


def places_of(sentence: Any) -> list[Place]:
    """Return a Stanza sentence's words with their characters.

    The words of a multi-word token take their share of it where they spell it out (*do* and *n't*), else all of it.
    """
    found: list[Place] = []
    for token in sentence.tokens:
        start, end = token.start_char, token.end_char
        if len(token.words) == 1:
            found.append(Place(token.words[0].text, start, end))
            continue
        spelled = "".join(word.text for word in token.words) == token.text
        at = start
        for word in token.words:
            found.append(Place(word.text, at, at + len(word.text)) if spelled else Place(word.text, start, end))
            at += len(word.text)
    return found


def stretch_of(text: str, sentences: Iterable[Sequence[Place]]) -> Stretch:
    """Return a document's words as the reader takes them."""
    places: list[Place] = []
    starts: list[int] = []
    for sentence in sentences:
        starts.extend(range(len(places), len(places) + len(sentence), LONGEST_SENTENCE))
        places.extend(sentence)
    gaps = [gap_of(text[a.end : b.start]) for a, b in pairwise(places)]
    return Stretch(words=[place.text for place in places], gaps=[BREAK, *gaps][: len(places)], starts=starts)


def parted(text: str, sentences: Sequence[Sequence[Place]]) -> Iterator[tuple[list[int], Stretch]]:
    """Yield the article and its page furniture as stretches of their own, with the places of their words in the text.

    *Share this article* above an article would change what the encoder makes of the words in the same window.
    """
    lines = furniture_lines(text)
    starts = [line.start for line in lines]
    firsts = accumulate(map(len, sentences), initial=0)
    held: dict[bool, list[tuple[range, Sequence[Place]]]] = {False: [], True: []}
    for first, sentence in zip(firsts, sentences, strict=False):
        line = bisect_right(starts, sentence[0].start) - 1 if sentence else -1
        is_aside = line >= 0 and sentence[-1].end <= lines[line].end
        held[is_aside].append((range(first, first + len(sentence)), sentence))
    for some in held.values():
        words = [word for places, _ in some for word in places]
        yield words, stretch_of(text, (sentence for _, sentence in some))


def read_documents(reader: Reader, documents: Sequence["stanza.Document"]) -> None:
    """Read Stanza documents and write what was found into their words."""
    parts = [list(parted(doc.text, [places_of(sentence) for sentence in doc.sentences])) for doc in documents]
    tags = iter(reader.read([stretch for some in parts for _, stretch in some]))
    for doc, some in zip(documents, parts, strict=True):
        write_tags(doc, together([(words, next(tags)) for words, _ in some]))


def write_tags(doc: "stanza.Document", tags: Tags) -> None:
    """Write tags into a Stanza document. Heads and cues are counted within it from 0 in the reader's tags."""
    at = 0
    for sentence in doc.sentences:
        first = at
        for token in sentence.tokens:
            token.ner = _entity_of(tags.entities[at : at + len(token.words)])
            for word in token.words:
                word.upos = word.upos or tags.upos[at]
                word.head = tags.heads[at] - first + 1 if first <= tags.heads[at] else 0
                word.deprel = tags.deprels[at]
                if tags.roles[at] != "O":
                    misc = f"Role={tags.roles[at]}|Sure={tags.sure[at]}"
                    misc += f"|Cue={tags.cues[at]}" if tags.cues[at] != NO_CUE else ""
                    word.misc = f"{word.misc}|{misc}" if word.misc else misc
                at += 1
        sentence.build_dependencies()


def _entity_of(tags: Sequence[str]) -> str:
    """Return a token's entity tag in Stanza's own scheme's letters, B- and I-."""
    return next((tag for tag in tags if tag != "O"), "O")


def register() -> None:
    """Make the processor known to Stanza; a second call does nothing."""
    from stanza.pipeline.processor import UDProcessor, register_processor
    from stanza.pipeline.registry import NAME_TO_PROCESSOR_CLASS, PIPELINE_NAMES

    if NAME in NAME_TO_PROCESSOR_CLASS:
        return

    class ReaderProcessor(UDProcessor):  # type: ignore[misc]  # Stanza has no types
        """Syntax, entities and roles in one pass."""

        PROVIDES_DEFAULT = frozenset({NAME})
        REQUIRES_DEFAULT = frozenset({"tokenize"})

        def _set_up_model(self, config: dict[str, Any], _pipeline: object, _device: object) -> None:
            self._reader = config.get("opened") or open_reader()

        def process(self, document: "stanza.Document") -> "stanza.Document":
            return self.bulk_process([document])[0]

        def bulk_process(self, documents: list["stanza.Document"]) -> list["stanza.Document"]:
            read_documents(self._reader, documents)
            return documents

    register_processor(NAME)(ReaderProcessor)
    PIPELINE_NAMES.remove(NAME)
    PIPELINE_NAMES.insert(PIPELINE_NAMES.index("lemma"), NAME)
