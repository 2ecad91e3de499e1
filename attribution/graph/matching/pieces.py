"""Cut sentences into the word pieces that the matcher's encoders know."""

from collections.abc import Sequence
from pathlib import Path

from attrs import frozen

from attribution.document.reader.pieces import CLS, SEP, case_of

STRAIGHT = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "„": '"', "«": '"', "»": '"', "—": "-", "–": "-"})
QUOTED_EDGES = " \t\r\n\"',;:`"
MOST = 128  # pieces of one text; the claims and statements of news are a fifth as long


@frozen
class SentencePieces:
    """The pieces of one text without marks: vocabulary ids and, for each, how it is written."""

    ids: tuple[int, ...]
    cases: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.ids)


def tidy(text: str) -> str:
    """Return a text as both encoders see it: one line, straight quotation marks, none of them at its ends."""
    return " ".join(text.translate(STRAIGHT).split()).strip(QUOTED_EDGES)


class SentenceCutter:
    """Cuts texts into pieces by the vocabulary that a tokenizer file holds."""

    def __init__(self, tokenizer_file: Path) -> None:
        from tokenizers import Tokenizer

        self._tokenizer = Tokenizer.from_file(str(tokenizer_file))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()

    def cut(self, texts: Sequence[str]) -> list[SentencePieces]:
        """Return the pieces of each text, `MOST` at most; a text without words has none."""
        tidied = [tidy(text) for text in texts]
        return [
            SentencePieces(
                tuple(encoding.ids[:MOST]),
                tuple(case_of(text[start:end]) for start, end in encoding.offsets[:MOST]),
            )
            for text, encoding in zip(
                tidied, self._tokenizer.encode_batch(tidied, add_special_tokens=False), strict=True
            )
        ]


@frozen
class EncoderRow:
    """What an encoder is told of one input, marks included: pieces, how each is written, and its segment (0 or 1)."""

    pieces: tuple[int, ...]
    cases: tuple[int, ...]
    segments: tuple[int, ...]


def single_row(text: SentencePieces) -> EncoderRow:
    """Return one text between its marks."""
    length = len(text) + 2
    return EncoderRow((CLS, *text.ids, SEP), (0, *text.cases, 0), (0,) * length)


def pair_row(premise: SentencePieces, hypothesis: SentencePieces) -> EncoderRow:
    """Return two texts as one input: the statement's is the first segment, the claim's the second."""
    return EncoderRow(
        (CLS, *premise.ids, SEP, *hypothesis.ids, SEP),
        (0, *premise.cases, 0, *hypothesis.cases, 0),
        (0,) * (len(premise) + 2) + (1,) * (len(hypothesis) + 1),
    )
