"""Where the mentions of a document are gathered: one for each head word."""

from collections.abc import Iterator, Mapping

from attrs import define, field

from attribution.document.document import Document
from attribution.statements.quoting.quotation_marks import QuotedSpan, quoted_spans
from attribution.statements.speakers.mention import Form, Mention, Place
from attribution.statements.speakers.names import fold
from attribution.statements.statement import SpeakerKind

PLACES = {
    "nsubj": Place.SUBJECT, "nsubj:pass": Place.SUBJECT, "obl:agent": Place.SUBJECT, "csubj": Place.SUBJECT,
    "obj": Place.OBJECT, "iobj": Place.OBJECT, "nmod:poss": Place.OWNER,
    "compound": Place.MODIFIER, "amod": Place.MODIFIER, "nmod:desc": Place.MODIFIER,
}  # fmt: skip
DEFINITE = frozenset("the this that these those both his her their its my our".split())
OWNERS = frozenset("his her their its my our your".split())
WORDLESS = frozenset(("DET", "PUNCT", "PART", "ADP"))


@define
class Gathering:
    """The mentions found so far, by head word; `taken` marks the words of names, `sources` are the phrases of
    sources by their heads."""

    document: Document
    sources: Mapping[int, tuple[int, int]]
    found: dict[int, Mention] = field(factory=dict)
    taken: bytearray = field(init=False)
    quoted: list[int] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.taken = bytearray(len(self.document.words))
        self.quoted = quotation_of_words(self.document)

    def add(self, head: int, first: int, last: int, *, form: Form, kind: SpeakerKind, **more: object) -> None:
        """Take in a mention of words `first` to `last`."""
        words = self.document.words
        sentence = self.document.sentence_of(head)
        self.found[head] = Mention(
            first=first,
            last=last,
            head=head,
            sentence=sentence.index,
            paragraph=sentence.paragraph,
            form=form,
            kind=kind,
            place=self._place(head),
            definite=self._is_definite(first, sentence.first),
            owned=words[first].text.lower() in OWNERS,
            completed=last < sentence.last and words[last + 1].text.lower() == "of",
            quoted=self.quoted[head],
            words=frozenset(
                fold(words[i].lemma or words[i].text) for i in range(first, last + 1) if words[i].upos not in WORDLESS
            ),
            **more,  # type: ignore[arg-type]
        )

    def _place(self, head: int) -> Place:
        """What a mention does; an apposition does what it stands beside: *the judge, Amina Haddad, said*."""
        words, word = self.document.words, self.document.words[head]
        is_listed = any(words[child].deprel == "conj" for child in self.document.children(head))
        beside = word.deprel == "appos" and word.head >= 0 and not is_listed
        return PLACES.get(words[word.head].deprel if beside else word.deprel, Place.OTHER)

    def _is_definite(self, first: int, start: int) -> bool:
        words = self.document.words
        if words[first].text.lower() in DEFINITE:
            return True
        return first > start and words[first - 1].upos == "DET" and words[first - 1].text.lower() in DEFINITE


def quotation_of_words(document: Document) -> list[int]:
    """Return for each word the number of the outermost quotation it stands in, from 1; 0 outside."""
    found = [0] * len(document.words)
    numbers: dict[int, int] = {}
    for quoted, first, last in _placed(document):
        number = numbers.setdefault(quoted.quotation, len(numbers) + 1)
        found[first : last + 1] = [number] * (last + 1 - first)
    return found


def _placed(document: Document) -> Iterator[tuple[QuotedSpan, int, int]]:
    """Yield each outermost quotation with its first and last word."""
    place, words = 0, document.words
    for quoted in quoted_spans(document.text):
        if quoted.depth:
            continue
        while place < len(words) and words[place].start < quoted.span.start:
            place += 1
        first = place
        while place < len(words) and words[place].start < quoted.span.end:
            place += 1
        if place > first:
            yield quoted, first, place - 1
