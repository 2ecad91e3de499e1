"""Documents as CoNLL-U text and back, exactly (universaldependencies.org/format.html).

Beside the ten columns MISC carries what CoNLL-U has no column for. Spacing is told as UDPipe and Stanza tell it
(`SpaceAfter=No`, `SpacesAfter=\\n\\n`, `SpacesBefore=…`); `NER` is the entity tag, `Role` the word's part in an
attribution, `Cue` the first word of its cue (*4*: of this sentence; *2:4*: of sentence 2), `Sure` the confidence
where it is not 1. `Form` and `Lemma` repeat a form or lemma that its column cannot hold; `Chars` are the article's
characters where they are not the form. A document without words is one comment, `# characters = …`.
"""

import re
from collections.abc import Iterator
from itertools import groupby

from attrs import define, evolve, field

from attribution.document.document import NO_CUE, Document, Sentence, Word
from attribution.errors import ConlluError

ESCAPES = {"\\": "\\\\", " ": "\\s", "\n": "\\n", "\r": "\\r", "\t": "\\t", "|": "\\p"}
UNESCAPES = {escape[1]: character for character, escape in ESCAPES.items()}
# what some reader takes for a line end, and halves of surrogate pairs, which no file can hold
UNWRITABLE = frozenset("\t\n\x0b\x0c\r\x1c\x1d\x1e\x85\u2028\u2029") | frozenset(map(chr, range(0xD800, 0xE000)))
CODES = {ord(character): f"\\u{ord(character):04x}" for character in UNWRITABLE - set(ESCAPES)}
REPLACED = dict.fromkeys(map(ord, UNWRITABLE), "\N{REPLACEMENT CHARACTER}")
EMPTY = "_"
BARE = "# characters = "

_ESCAPED = re.compile(r"\\(u[0-9a-f]{4}|.|$)")


def escape(characters: str) -> str:
    """Write characters so that they fit into one MISC value."""
    return "".join(ESCAPES.get(character, character) for character in characters).translate(CODES)


def unescape(value: str) -> str:
    """Undo `escape`."""
    return _ESCAPED.sub(_unescape_one, value)


def _unescape_one(match: re.Match[str]) -> str:
    kind = match[1]
    return chr(int(kind[1:], 16)) if len(kind) == 5 else UNESCAPES.get(kind, kind or "\\")


def to_conllu(document: Document) -> str:
    """Return the document as CoNLL-U; `from_conllu` gives an equal document back."""
    if not document.words:
        return f"{BARE}{escape(document.text)}\n\n" if document.text else ""
    return "".join(f"{line}\n" for sentence in document.sentences for line in _sentence_lines(document, sentence))


def _sentence_lines(document: Document, sentence: Sentence) -> Iterator[str]:
    before = document.sentences[sentence.index - 1].paragraph if sentence.index else None
    if sentence.paragraph != before:
        yield f"# newpar id = {sentence.paragraph}"
    yield f"# sent_id = {sentence.index + 1}"
    yield "# text = " + " ".join(document.slice(sentence.first, sentence.last).split()).translate(REPLACED)
    for _, token in groupby(document.words_of(sentence), lambda word: (word.start, word.end)):
        yield from _token_lines(document, sentence, list(token))
    yield ""


def _token_lines(document: Document, sentence: Sentence, words: list[Word]) -> Iterator[str]:
    """Yield the line of a word, or those of a multi-word token: words that share their characters."""
    characters = document.text[words[0].start : words[0].end]
    spacing = _spacing(document, words)
    if len(words) > 1:
        first, last = words[0].index - sentence.first + 1, words[-1].index - sentence.first + 1
        column = _column(characters)
        spacing += [f"Chars={escape(characters)}"] if column != characters else []
        yield "\t".join([f"{first}-{last}", column, *[EMPTY] * 7, "|".join(spacing) or EMPTY])
    for word in words:
        form, lemma = _column(word.text), _column(word.lemma)
        misc = spacing if len(words) == 1 else []
        misc = misc + [f"Form={escape(word.text)}"] * (form != word.text)
        misc += [f"Chars={escape(characters)}"] * (len(words) == 1 and characters != word.text)
        misc += [f"Lemma={escape(word.lemma)}"] * (_lemma(lemma, form) != word.lemma)
        head = "0" if word.head == NO_CUE else str(word.head - sentence.first + 1)
        number = str(word.index - sentence.first + 1)
        columns = [number, form, lemma, word.upos, EMPTY, EMPTY, head, word.deprel, EMPTY]
        yield "\t".join([*columns, "|".join([*misc, *_tags(document, sentence, word)]) or EMPTY])


def _column(characters: str) -> str:
    return characters.translate(REPLACED).strip(" ") or EMPTY


def _lemma(column: str, form: str) -> str:
    """Return the lemma that a column means: an underscore is none, but for the word *_*."""
    return "" if column == EMPTY != form else column


def _spacing(document: Document, words: list[Word]) -> list[str]:
    first, last = words[0], words[-1]
    is_end = last.index + 1 == len(document.words)
    after = document.text[last.end : len(document.text) if is_end else document.words[last.index + 1].start]
    found = [f"SpacesBefore={escape(document.text[: first.start])}"] if first.index == 0 and first.start else []
    if not after and not is_end:
        return [*found, "SpaceAfter=No"]
    return found if after == " " else [*found, f"SpacesAfter={escape(after)}"]


def _tags(document: Document, sentence: Sentence, word: Word) -> Iterator[str]:
    if word.entity != "O":
        yield f"NER={word.entity}"
    if word.role != "O":
        yield f"Role={word.role}"
    if word.cue != NO_CUE:
        home = document.sentence_of(word.cue)
        place = word.cue - home.first + 1
        yield f"Cue={place}" if home.index == sentence.index else f"Cue={home.index + 1}:{place}"
    if word.sure != _usual_sureness(word.role):
        yield f"Sure={word.sure!r}"


def _usual_sureness(role: str) -> float:
    """Return what no `Sure` means: whoever writes roles by hand has no doubt of them."""
    return 0.0 if role == "O" else 1.0


def from_conllu(conllu: str) -> Document:
    """Return the document that a CoNLL-U text describes; text and offsets are built from the spacing.

    Raises:
        ConlluError: a line has not ten columns, or numbers that do not fit.
    """
    build = _Build()
    for number, line in enumerate(conllu.split("\n"), 1):
        try:
            build.take(line.rstrip("\r"))
        except (ValueError, IndexError, StopIteration) as error:
            raise ConlluError(number, str(error)) from error
    try:
        build.close_sentence()
        return build.document()
    except (ValueError, IndexError) as error:
        raise ConlluError(conllu.count("\n") + 1, str(error)) from error


@define
class _Build:
    """A document on its way from lines to values."""

    text: list[str] = field(factory=list)
    length: int = 0  # of the text so far
    words: list[Word] = field(factory=list)
    cues: dict[int, str] = field(factory=dict)
    sentences: list[Sentence] = field(factory=list)
    first: int = 0
    paragraph: int = -1
    token_end: int = 0  # the last word number of the multi-word token under way
    token: tuple[int, int] = (0, 0)

    def take(self, line: str) -> None:
        if line.startswith("# newpar"):
            number = line.partition("id = ")[2].strip()
            self.paragraph = int(number) if number.isdecimal() else self.paragraph + 1
        elif line.startswith(BARE):
            self.append(unescape(line.removeprefix(BARE)))
        elif not line.strip():
            self.close_sentence()
        elif not line.startswith("#"):
            columns = line.split("\t")
            if len(columns) != 10:
                raise ValueError(f"a word has ten columns, this one has {len(columns)}")
            self.take_columns(columns)

    def take_columns(self, columns: list[str]) -> None:
        identity, form = columns[:2]
        misc = dict(part.partition("=")[::2] for part in columns[9].split("|")) if columns[9] != EMPTY else {}
        if "-" in identity:
            self.token_end = int(identity.split("-")[1])
            self.token = self.place(form, misc)
        elif "." not in identity:  # an empty node stands for no characters
            number = len(self.words) - self.first + 1
            if int(identity) != number:
                raise ValueError(f"word {identity} comes where word {number} belongs")
            start, end = self.token if number <= self.token_end else self.place(form, misc)
            self.words.append(self.word(columns, misc, start, end))

    def word(self, columns: list[str], misc: dict[str, str], start: int, end: int) -> Word:
        form, lemma, upos, head, deprel = (columns[place] for place in (1, 2, 3, 6, 7))
        if "Cue" in misc:
            here = "" if ":" in misc["Cue"] else f"{len(self.sentences) + 1}:"
            self.cues[len(self.words)] = here + misc["Cue"]
        return Word(
            index=len(self.words),
            text=unescape(misc["Form"]) if "Form" in misc else form,
            start=start,
            end=end,
            lemma=unescape(misc["Lemma"]) if "Lemma" in misc else _lemma(lemma, form),
            upos=upos,
            head=self.first + int(head) - 1 if head not in ("0", EMPTY) else NO_CUE,
            deprel=deprel,
            entity=misc.get("NER", "O"),
            role=misc.get("Role", "O"),
            sure=float(misc.get("Sure", _usual_sureness(misc.get("Role", "O")))),
        )

    def place(self, form: str, misc: dict[str, str]) -> tuple[int, int]:
        """Append a form and its spacing to the text and return where it stands."""
        self.append(unescape(misc.get("SpacesBefore", "")))
        start = self.length
        exact = misc.get("Chars", misc.get("Form"))
        self.append(form if exact is None else unescape(exact))
        end = self.length
        self.append("" if misc.get("SpaceAfter") == "No" else unescape(misc.get("SpacesAfter", "\\s")))
        return start, end

    def append(self, characters: str) -> None:
        self.text.append(characters)
        self.length += len(characters)

    def close_sentence(self) -> None:
        if len(self.words) > self.first:
            index, last = len(self.sentences), len(self.words) - 1
            if any(not (self.first <= word.head <= last or word.head == NO_CUE) for word in self.words[self.first :]):
                raise ValueError(f"a head in sentence {index + 1} lies outside it")
            self.sentences.append(Sentence(index, self.first, last, max(self.paragraph, 0)))
            self.first, self.token_end = len(self.words), 0

    def document(self) -> Document:
        for word, cue in self.cues.items():
            sentence, place = map(int, cue.split(":"))
            if not 1 <= sentence <= len(self.sentences):
                raise ValueError(f"a cue lies in sentence {sentence} of {len(self.sentences)}")
            home = self.sentences[sentence - 1]
            if not 1 <= place <= home.last - home.first + 1:
                raise ValueError(f"there is no word {place} in sentence {sentence}")
            self.words[word] = evolve(self.words[word], cue=home.first + place - 1)
        return Document("".join(self.text), tuple(self.words), tuple(self.sentences))
