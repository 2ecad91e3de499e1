"""Read sentences from CoNLL-U files, change their tokens, and write them again."""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import evolve, frozen

FORM, LEMMA, UPOS, XPOS, HEAD, DEPREL, MISC = 1, 2, 3, 4, 6, 7, 9


@frozen
class Token:
    """One stretch of text without space: a word, or a multi-word token such as *don't*.

    `words` holds the ten CoNLL-U columns of each word, and has two or more entries in a multi-word token.
    """

    form: str
    words: tuple[tuple[str, ...], ...]
    space_after: bool = True

    @property
    def upos(self) -> str:
        """The part of speech of the first word."""
        return self.words[0][UPOS]

    @property
    def xpos(self) -> str:
        """The treebank's own tag of the first word."""
        return self.words[0][XPOS]

    def with_form(self, form: str) -> Token:
        """Return the token with another form; in a multi-word token as long, the words' forms follow."""
        if len(self.words) == 1:
            return evolve(self, form=form, words=(_replace(self.words[0], FORM, form),))
        if "".join(word[FORM] for word in self.words) != self.form or len(form) != len(self.form):
            raise ValueError(f"cannot turn {self.form!r} into {form!r}: its words would not add up")
        words, start = [], 0
        for word in self.words:
            end = start + len(word[FORM])
            words.append(_replace(word, FORM, form[start:end]))
            start = end
        return evolve(self, form=form, words=tuple(words))


@frozen
class Sentence:
    """The tokens of one sentence, and whether a document or a paragraph begins with it."""

    tokens: tuple[Token, ...]
    starts_document: bool = False
    starts_paragraph: bool = False

    @property
    def words(self) -> tuple[tuple[str, ...], ...]:
        """The CoNLL-U columns of all words."""
        return tuple(word for token in self.tokens for word in token.words)


def make_token(form: str, upos: str, xpos: str = "_", *, space_after: bool = True) -> Token:
    """Return a one-word token that hangs on the word before it, for text made from other text."""
    return Token(form, (("1", form, form, upos, xpos, "_", "0", "dep", "_", "_"),), space_after)


def read_sentences(path: Path) -> list[Sentence]:
    """Read the sentences of a CoNLL-U file, plain or gzip; empty nodes are left out."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        return [_sentence(block) for block in _blocks(lines)]


def write_sentences(path: Path, sentences: Iterable[Sentence]) -> None:
    """Write sentences as CoNLL-U, with `# newdoc` and `# newpar` where they begin one."""
    with path.open("w", encoding="utf-8") as out:
        for number, sentence in enumerate(sentences, start=1):
            if sentence.starts_document:
                out.write("# newdoc\n")
            if sentence.starts_paragraph:
                out.write("# newpar\n")
            out.write(f"# sent_id = {number}\n# text = {text_of(sentence)}\n")
            out.writelines("\t".join(line) + "\n" for line in _lines(sentence))
            out.write("\n")


def text_of(sentence: Sentence) -> str:
    """Return the sentence's text, without space at its end."""
    return "".join(token.form + " " * token.space_after for token in sentence.tokens).rstrip(" ")


def _blocks(lines: Iterable[str]) -> Iterator[list[str]]:
    block: list[str] = []
    for line in lines:
        if line.strip():
            block.append(line.rstrip("\n"))
        elif block:
            yield block
            block = []
    if block:
        yield block


def _sentence(block: list[str]) -> Sentence:
    tokens: list[Token] = []
    last_of_token = 0
    for line in block:
        if line.startswith("#"):
            continue
        columns = tuple(line.split("\t"))
        if "." in columns[0]:
            continue
        spaced = "SpaceAfter=No" not in columns[MISC].split("|")
        if "-" in columns[0]:
            last_of_token = int(columns[0].split("-")[1])
            tokens.append(Token(columns[FORM], (), spaced))
        elif int(columns[0]) <= last_of_token:
            tokens[-1] = evolve(tokens[-1], words=(*tokens[-1].words, columns))
        else:
            tokens.append(Token(columns[FORM], (columns,), spaced))
    return Sentence(
        tuple(tokens),
        starts_document=any(line.startswith("# newdoc") for line in block),
        starts_paragraph=any(line.startswith("# newpar") for line in block),
    )


def _lines(sentence: Sentence) -> Iterator[tuple[str, ...]]:
    """Yield CoNLL-U lines, words numbered anew: heads are only kept where no token was put in or taken out."""
    number = 0
    for token in sentence.tokens:
        misc = "_" if token.space_after else "SpaceAfter=No"
        several = len(token.words) > 1
        if several:
            yield f"{number + 1}-{number + len(token.words)}", token.form, *"_" * 7, misc
        for word in token.words:
            number += 1
            yield str(number), *word[FORM:MISC], "_" if several else misc


def _replace(columns: tuple[str, ...], index: int, value: str) -> tuple[str, ...]:
    return (*columns[:index], value, *columns[index + 1 :])
