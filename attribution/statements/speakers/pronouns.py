"""Whom a pronoun means: the party that talks, or is talked about, and agrees with it."""

import math
from collections.abc import Iterable

from attrs import frozen

from attribution.document.document import Document
from attribution.statements.speakers.agreement import may_mean
from attribution.statements.speakers.mention import Form, Gender, Mention, Place
from attribution.statements.speakers.party import Party
from attribution.statements.speakers.role_phrases import QUOTES
from attribution.statements.statement import SpeakerKind

REACH = 10  # sentences back that a pronoun may look
CLEAR = 0.1  # by how much the best candidate must win
LEAST = -2.5  # a worse candidate is none
DISTANCE = (0.0, 0.55, 1.2, 1.7, 2.1, 2.4, 2.7, 3.0, 3.2, 3.4, 3.6)
PLACES = {Place.SUBJECT: 1.0, Place.OBJECT: 0.2, Place.OTHER: 0.0, Place.OWNER: -0.2, Place.MODIFIER: -1.2}
SPOKE, SPOKE_LAST, SPOKE_BEFORE, NEVER_SPOKE = 0.7, 2.2, 0.5, -0.6
AGREES, NAMED = 0.8, 0.2
OUT_OF_QUOTATION = -2.2
SAME_PARAGRAPH = 0.3
SPEAKS_HERE = 1.0  # *another officer said he …* is mostly that officer
PLURAL_OF_ONE = -2.5  # *they* for one person
PLURAL_OF_BODY = -0.6  # *they* for a company
CORE = frozenset("nsubj nsubj:pass obj iobj obl".split())


@frozen
class Choice:
    """The party that was chosen, and how sure the choice is, from 0 to 1."""

    party: Party
    sure: float


def choose(scored: Iterable[tuple[float, Party]], *, clear: float = CLEAR, least: float = LEAST) -> Choice | None:
    """Return the best candidate, or None where a second one is nearly as good."""
    ranked = sorted(scored, key=lambda pair: -pair[0])
    if not ranked or ranked[0][0] < least:
        return None
    margin = ranked[0][0] - ranked[1][0] if len(ranked) > 1 else 3.0
    if margin < clear:
        return None
    return Choice(ranked[0][1], round(min(0.95, 0.55 + 0.2 * margin), 2))


def antecedent(
    document: Document, pronoun: Mention, recent: Iterable[Party], spoke: frozenset[int], last_speaker: Party | None
) -> Choice | None:
    """Return the party that a pronoun takes up, from the parties mentioned before it.

    `spoke` are the head words of sources, `last_speaker` who spoke last before the pronoun: after *"No," Ms. Ito said.*
    a paragraph *"Never," she added* is hers.
    """
    scored = []
    for party in recent:
        if not may_mean(pronoun, party, spoke):
            continue
        score = max(
            (_score(document, pronoun, party, mention, spoke) for mention in _last_mentions(pronoun, party)),
            default=None,
        )
        if score is None:
            continue
        if party is last_speaker and pronoun.head in spoke and not pronoun.quoted:
            score += SPOKE_BEFORE if _is_left(document, pronoun, party) else SPOKE_LAST
        if pronoun.head in spoke and not any(mention.head in spoke for mention in party.mentions):
            score += NEVER_SPOKE
        scored.append((score + _weight(pronoun, party), party))
    return choose(scored)


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


def _score(document: Document, pronoun: Mention, party: Party, mention: Mention, spoke: frozenset[int]) -> float:
    if _same_clause(document, pronoun, mention) or _is_talked_of(pronoun, mention, spoke):
        return -10.0
    score = PLACES[mention.place] - DISTANCE[min(pronoun.sentence - mention.sentence, REACH)]
    if mention.head in spoke:
        score += SPOKE
        if mention.sentence == pronoun.sentence and not pronoun.quoted:
            score += SPEAKS_HERE
    if mention.quoted and mention.quoted != pronoun.quoted:
        score += OUT_OF_QUOTATION
    if mention.paragraph == pronoun.paragraph:
        score += SAME_PARAGRAPH
    return score


def _weight(pronoun: Mention, party: Party) -> float:
    score = 0.25 * math.log2(1 + min(len(party.mentions), 7))
    if party.names or party.members:
        score += NAMED
    if pronoun.gender is not Gender.UNKNOWN and party.gender is pronoun.gender:
        score += AGREES
    if pronoun.plural and not party.plural:
        score += PLURAL_OF_ONE if party.kind is SpeakerKind.PERSON else PLURAL_OF_BODY
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
