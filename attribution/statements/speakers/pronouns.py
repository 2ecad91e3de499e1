"""Whom a pronoun means: the party that talks, or is talked about, and agrees with it."""

import json
import math
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files

from attrs import frozen

from attribution.document.document import Document
from attribution.statements.speakers.agreement import may_mean
from attribution.statements.speakers.mention import Form, Gender, Mention, Place
from attribution.statements.speakers.party import Party
from attribution.statements.speakers.role_phrases import QUOTES
from attribution.statements.statement import SpeakerKind

REACH = 10  # sentences back that a pronoun may look
CLEAR = 0.1  # by how much the best candidate must win
LEAST = -3.0  # a worse candidate is none
DISTANCE = (0.0, 0.55, 1.2, 1.7, 2.1, 2.4, 2.7, 3.0, 3.2, 3.4, 3.6)
WEIGHTS = "data/pronouns.json"
CORE = frozenset("nsubj nsubj:pass obj iobj obl".split())


@frozen(kw_only=True)
class Weights:
    """What speaks for a party that a pronoun may mean, and how much; a score is linear in them.

    Fitted by `attribution.training.pronouns` on annotated coreference.
    """

    subject: float
    object: float
    owner: float
    modifier: float
    here: float  # the mention stands in the pronoun's sentence
    away: float  # for each unit of `DISTANCE`
    spoke: float
    speaks_here: float  # *another officer said he …* is mostly that officer
    out_of_quotation: float
    same_paragraph: float
    spoke_last: float
    spoke_before: float  # the same where others have begun the paragraph
    never_spoke: float
    mentions: float  # for each doubling of the number of mentions
    named: float
    agrees: float
    plural_of_one: float  # *they* for one person
    plural_of_body: float  # *they* for a company
    recent: float  # mentioned last of all that agree, half of it for the one before

    def of_place(self, place: Place) -> float:
        """Return the weight of what a mention does in its sentence."""
        return float(getattr(self, place.value, 0.0))


@cache
def shipped_weights() -> Weights:
    """Return the weights that ship."""
    text = files("attribution.statements.speakers").joinpath(WEIGHTS).read_text("utf8")
    return Weights(**json.loads(text)["weights"])


@frozen
class Choice:
    """The party that was chosen, and how sure the choice is, from 0 to 1."""

    party: Party
    sure: float


def choose(scored: Iterable[tuple[float, Party]], *, clear: float = CLEAR, least: float = LEAST) -> Choice | None:
    """Return the best candidate, or None where a second one is nearly as good; of a party its best score counts."""
    best: dict[int, tuple[float, Party]] = {}
    for score, party in scored:
        if id(party) not in best or score > best[id(party)][0]:
            best[id(party)] = (score, party)
    ranked = sorted(best.values(), key=lambda pair: -pair[0])
    if not ranked or ranked[0][0] < least:
        return None
    margin = ranked[0][0] - ranked[1][0] if len(ranked) > 1 else 3.0
    if margin < clear:
        return None
    return Choice(ranked[0][1], round(min(0.95, 0.55 + 0.2 * margin), 2))


@frozen
class Pronoun:
    """A pronoun of a document, with who may be meant by it.

    `recent` are the parties mentioned before it, the last one first. `spoke` are the head words of sources,
    `last_speaker` who spoke last before the pronoun: after *"No," Ms. Ito said.* a paragraph *"Never," she added* is
    hers.
    """

    document: Document
    mention: Mention
    recent: tuple[Party, ...]
    spoke: frozenset[int]
    last_speaker: Party | None

    def candidates(self) -> Iterator["Candidate"]:
        """Yield the parties that agree with the pronoun, each with the mentions by which it can be meant."""
        agreeing = (party for party in self.recent if may_mean(self.mention, party, self.spoke))
        for place, party in enumerate(agreeing):
            for mention in _last_mentions(self.mention, party):
                if not self._is_barred(mention):
                    yield Candidate(party, mention, place)

    def _is_barred(self, mention: Mention) -> bool:
        return _same_clause(self.document, self.mention, mention) or _is_talked_of(self.mention, mention, self.spoke)

    def score(self, candidate: "Candidate", weights: Weights) -> float:
        """Return how well a candidate fits; the higher, the better."""
        party, mention = candidate.party, candidate.mention
        score = _of_mention(self.mention, mention, self.spoke, weights) + _of_party(self.mention, party, weights)
        if self.mention.head in self.spoke:
            if party is self.last_speaker and not self.mention.quoted:
                is_left = _is_left(self.document, self.mention, party)
                score += weights.spoke_before if is_left else weights.spoke_last
            if not any(mention.head in self.spoke for mention in party.mentions):
                score += weights.never_spoke
        return score + weights.recent / (1 + candidate.place)


@frozen
class Candidate:
    """A party that a pronoun may mean, by a mention before it; `place` counts the parties that agree, the last one
    first."""

    party: Party
    mention: Mention
    place: int


def antecedent(pronoun: Pronoun) -> Choice | None:
    """Return the party that a pronoun takes up, where one is clearly best."""
    weights = shipped_weights()
    return choose((pronoun.score(candidate, weights), candidate.party) for candidate in pronoun.candidates())


def _is_left(document: Document, pronoun: Mention, party: Party) -> bool:
    """Whether a paragraph began with others since a party spoke: *… a juror said.*, and below it *The judge set a
    date. She warned …*."""
    if party.mentions[-1].paragraph == pronoun.paragraph:
        return False
    before = document.sentences[pronoun.sentence - 1]
    return before.paragraph == pronoun.paragraph and document.words[before.first].text not in QUOTES


def _last_mentions(pronoun: Mention, party: Party) -> Iterable[Mention]:
    """Yield the last mention before the pronoun, and the last one outside quotations where that is another."""
    quoted_one = False
    for mention in reversed(party.mentions):
        if mention.head >= pronoun.head:
            continue
        if pronoun.sentence - mention.sentence > REACH:
            return
        if not mention.quoted or mention.quoted == pronoun.quoted:
            yield mention
            return
        if not quoted_one:
            quoted_one = True
            yield mention


def _of_mention(pronoun: Mention, mention: Mention, spoke: frozenset[int], weights: Weights) -> float:
    away = min(pronoun.sentence - mention.sentence, REACH)
    score = weights.of_place(mention.place) + (weights.away * DISTANCE[away] if away else weights.here)
    if mention.head in spoke:
        score += weights.spoke
        if not away and not pronoun.quoted:
            score += weights.speaks_here
    if mention.quoted and mention.quoted != pronoun.quoted:
        score += weights.out_of_quotation
    if mention.paragraph == pronoun.paragraph:
        score += weights.same_paragraph
    return score


def _of_party(pronoun: Mention, party: Party, weights: Weights) -> float:
    score = weights.mentions * math.log2(1 + min(len(party.mentions), 7))
    if party.names or party.members:
        score += weights.named
    if pronoun.gender is not Gender.UNKNOWN and party.gender is pronoun.gender:
        score += weights.agrees
    if pronoun.plural and not party.plural:
        score += weights.plural_of_one if party.kind is SpeakerKind.PERSON else weights.plural_of_body
    return score


def _is_talked_of(pronoun: Mention, mention: Mention, spoke: frozenset[int]) -> bool:
    """Whether a pronoun says the very words that the mention stands in: *“My client knew,” she said*."""
    says = pronoun.head in spoke and not pronoun.quoted
    return says and bool(mention.quoted) and mention.sentence == pronoun.sentence


def _same_clause(document: Document, pronoun: Mention, mention: Mention) -> bool:
    """Whether both hang on one verb, or one on the other: *Haddad told him* and *some of them* mean somebody else."""
    words = document.words
    one, other = words[pronoun.head], words[mention.head]
    if one.head == mention.head and pronoun.form is Form.PRONOUN:
        return True
    return one.head == other.head and one.deprel in CORE and other.deprel in CORE and pronoun.form is Form.PRONOUN
