"""Which statements take up another's words: *two pilots echoed Sahli's comments* says what Sahli said."""

import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from attrs import frozen

from attribution.document.document import Document, Word
from attribution.statements.article import ReadArticle
from attribution.statements.speakers.party import Party
from attribution.statements.speakers.reading import Reading
from attribution.statements.statement import Stance, Statement
from attribution.text.span import Span

OPEN = frozenset((Stance.DENIES, Stance.DOUBTS, Stance.ASKS))
OF = frozenset(("of", "by", "from"))  # before an owner: *the claims of the militia*
CLAUSES = frozenset(("acl", "ccomp", "xcomp", "acl:relcl", "csubj"))  # a noun with one of these tells what was said
DEFINITE = frozenset("the this that these those such".split())
BACK = 2  # sentences in which what is meant by *the accusation* was made
TOGETHER, MOST = 6, 4  # sentences over which, and statements that, somebody's *comments* are


def taken_up(article: ReadArticle, reading: Reading) -> dict[str, tuple[Statement, ...]]:
    """Return by id of a statement the statements of the same article that it endorses or rejects, in text order.

    *Echoed Sahli's comments*, *dismissed the accusation*. Comments in the plural are what their owner said not far
    before, a comment is the last of it; words that nobody owns are what another has just said. Denials, doubts and
    questions are not taken up: whether they or their content is meant, the words do not tell.
    """
    found = {}
    for statement in article.statements:
        meant = _Answering(article.document, reading, article.statements.items, statement).meant()
        told = tuple(one for one in meant if one.stance not in OPEN)
        if told:
            found[statement.id] = told
    return found


@frozen
class _Answering:
    """One statement of an article on its way to the one whose words it takes up."""

    document: Document
    reading: Reading
    statements: Sequence[Statement]
    statement: Statement

    def meant(self) -> tuple[Statement, ...]:
        """Return the statements that are taken up; none where it takes up no words."""
        if not any(word.lemma.lower() in _words("endorsing") | _words("rejecting") for word in self._within("cue")):
            return ()
        noun = self._noun()
        if noun is None:
            return ()
        owner = self._owner(noun)
        if owner is not None:
            own = [one for one in self._before() if self._is_of(one, owner)]
            most = MOST if noun.text.lower() != noun.lemma.lower() else 1
            near = [one for one in own if self._sentence(own[0]) - self._sentence(one) <= TOGETHER][:most]
            return tuple(reversed(near))
        latest = next(self._before(), None)
        if noun.lemma.lower() not in _words("said_of_another") or not self._is_definite(noun) or latest is None:
            return ()
        is_anothers = latest.speaker is None or latest.speaker != self.statement.speaker
        is_near = self._sentence(self.statement) - self._sentence(latest) <= BACK
        return (latest,) if is_anothers and is_near else ()

    def _within(self, part: str) -> list[Word]:
        spans: tuple[Span, ...] = getattr(self.statement, part)
        return [self.document.words[i] for span in spans for i in self.document.words_within(span)]

    def _noun(self) -> Word | None:
        """Return the noun for somebody's words that is all of the content, what hangs on it aside."""
        inside = self._within("content")
        places = {word.index for word in inside}
        roots = [word for word in inside if word.head not in places and word.upos != "PUNCT"]
        if len(roots) != 1 or roots[0].lemma.lower() not in _words("words"):
            return None
        below = (self.document.words[i].deprel for i in self.document.children(roots[0].index))
        return None if any(deprel in CLAUSES for deprel in below) else roots[0]

    def _owner(self, noun: Word) -> Party | None:
        for i in self.document.children(noun.index):
            word = self.document.words[i]
            cased = {self.document.words[j].lemma.lower() for j in self.document.children(i)}
            if word.deprel == "nmod:poss" or (word.deprel == "nmod" and cased & OF):
                return self.reading.party_of.get(i)
        return None

    def _is_definite(self, noun: Word) -> bool:
        below = (self.document.words[i] for i in self.document.children(noun.index))
        return any(word.deprel == "det" and word.lemma.lower() in DEFINITE for word in below)

    def _before(self) -> Iterator[Statement]:
        """Yield what others are said to have said before, the last of it first."""
        begins = min(span.start for span in (*self.statement.source, *self.statement.cue, *self.statement.content))
        earlier = (one for one in self.statements if one.content[-1].end <= begins and one.parent is None)
        yield from sorted(earlier, key=lambda one: one.content[-1].end, reverse=True)

    def _is_of(self, statement: Statement, owner: Party) -> bool:
        heads = {mention.head for mention in owner.mentions}
        said = (i for span in statement.source for i in self.document.words_within(span))
        is_named = statement.speaker is not None and owner.name != "" and statement.speaker.name == owner.name
        return is_named or not heads.isdisjoint(said)

    def _sentence(self, statement: Statement) -> int:
        last = statement.content[-1]
        return self.document.sentence_of(self.document.words_within(last)[-1]).index


@cache
def _lists() -> dict[str, frozenset[str]]:
    text = files("attribution.graph.claims").joinpath("data/taking_up.toml").read_text(encoding="utf8")
    return {name: frozenset(held.split()) for name, held in tomllib.loads(text).items()}


def _words(name: str) -> frozenset[str]:
    return _lists()[name]
