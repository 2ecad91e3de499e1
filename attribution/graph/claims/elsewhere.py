"""Find what another article reports whose words a statement endorses or rejects: *rejected the ministry's report*."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from attrs import frozen

from attribution.graph.claims.claim import Claim
from attribution.graph.claims.said_words import deeds_of, words_of
from attribution.graph.claims.taking_up import OPEN
from attribution.graph.matching.bearing import DENYING
from attribution.graph.network.dates import day_of, is_earlier
from attribution.graph.record import Record
from attribution.graph.relation import Link, Relation
from attribution.statements.statement import Speaker, SpeakerKind, Stance

METHOD = "words for what another article reports"
SCORE = 0.6  # of a link that no word of either article says for sure
DAYS = 4  # between the two articles
SHARED = 3  # names that both articles have, the owner's aside, where they are on one event
NAME = re.compile(r"(?<![.!?“\"\n] )(?<!^)\b[A-Z][\w’'-]{3,}")
OWNED = re.compile(r"(?:(?:the|The) )?([^,;“”\"]{3,40}?)(?:['’]s|(?<=s)['’]) (\w+)(?: (?:of|on|about) [^;“”\"]{3,80})?")
OF_OWNER = re.compile(r"(?:the|The|that|That) (\w+) (?:of|by|from) (?:the )?([^,;“”\"]{3,40})")
NOT = re.compile(r"\b(?:not|never|neither|nor|declined|refused|failed)\b|n['’]t\b", re.IGNORECASE)

SIDES = ("rejecting", "endorsing")  # the lists of cues
PRONOUNS = frozenset(("it", "him", "her", "them"))
ENDINGS = tuple(
    (re.compile(f"{end}$"), put)
    for end, put in (
        *(("", ""), ("ies", "y"), ("ied", "y"), ("s", ""), ("es", ""), ("ed", ""), ("d", "")),
        *(("ted", ""), ("ing", ""), ("ing", "e")),
    )
)


@frozen(kw_only=True)
class TakenElsewhere:
    """A statement that takes up the words of another one, in an earlier article."""

    statement_id: str
    other_id: str
    score: float
    evidence: str


def taken_up_elsewhere(records: Sequence[Record], claim_of: Mapping[str, str]) -> tuple[TakenElsewhere, ...]:
    """Return which statements endorse or reject what an earlier article on the same event reports.

    The words have an owner, by name or role, and nothing of his is in their own article. Only where all that he said
    that is meant makes one claim there is a link, to the earliest who reports it: of several claims nobody can tell.
    `claim_of` tells by a statement's id which claim it makes.
    """
    asked = [(record, owned) for record in records if (owned := _owned_words(record)) is not None]
    if not asked:
        return ()
    by_owner = _by_owner(records)
    found = (_meant(record, *owned, by_owner, claim_of) for record, owned in asked)
    return tuple(one for one in found if one is not None)


def takes_up_elsewhere(record: Record) -> bool:
    """Tell whether a statement takes up words that have an owner, and its own article does not tell which they are."""
    return _owned_words(record) is not None


def may_take_up(claim_text: str) -> bool:
    """Tell, before a statement is looked at, whether it may be one that takes up words by their owner and a noun.

    It is asked of every statement of a corpus, so whole words come first; no mark stands behind such a noun.
    """
    stems, nouns = _signs()
    return not nouns.isdisjoint(claim_text.lower().split()) and stems.search(claim_text) is not None


@cache
def _signs() -> tuple[re.Pattern[str], frozenset[str]]:
    stems = "|".join(sorted({lemma.rstrip("ey") for name in SIDES for lemma in words_of(name)}))
    nouns = words_of("words")
    return re.compile(rf"\b(?:{stems})", re.IGNORECASE), nouns | {f"{noun}s" for noun in nouns}


def links_of(taken: Iterable[TakenElsewhere], records: Iterable[Record], claims: Iterable[Claim]) -> Iterator[Link]:
    """Yield the link of each statement to the claim that it supports or contradicts by taking words up."""
    claim_of = {identity: claim for claim in claims for identity in claim.statement_ids}
    stances = {record.statement.id: record.statement.stance for record in records}
    for one in taken:
        yield Link(
            statement_id=one.statement_id,
            claim_id=claim_of[one.other_id].id,
            relation=Relation.CONTRADICTS if stances[one.statement_id] in DENYING else Relation.SUPPORTS,
            score=one.score,
            method=METHOD,
            evidence=claim_of[one.other_id].text,
        )


def _owned_words(record: Record) -> tuple[str, str] | None:
    """Return whose words, and what they are called, where they are all that a statement takes up."""
    statement = record.statement
    cue = statement.words(statement.cue, record.article.text)
    rejects, endorses = (_has_form(cue, words_of(name)) for name in SIDES)
    if record.takes_up or rejects is endorses or NOT.search(cue):
        return None
    if statement.stance is not (Stance.DENIES if rejects else Stance.ASSERTS):
        return None
    content = " ".join(record.content.split())
    if owned := OWNED.fullmatch(content):
        owner, noun = owned.groups()
    elif owned := OF_OWNER.fullmatch(content):
        noun, owner = owned.groups()
    else:
        return None
    single = noun.lower().removesuffix("s")
    return (owner, single) if single in words_of("words") and owner.lower() not in PRONOUNS else None


def _has_form(cue: str, lemmas: frozenset[str]) -> bool:
    """Whether a word of a cue is a form of a regular verb."""
    words = re.findall(r"\w+", cue.lower())
    stems = {end.sub(put, word) for word in words for end, put in ENDINGS}
    return not stems.isdisjoint(lemmas)


def _by_owner(records: Iterable[Record]) -> dict[str, list[Record]]:
    """Return what may be taken up, by all that its speaker is called."""
    found = defaultdict[str, list[Record]](list)
    for record in records:
        speaker = record.statement.speaker
        if speaker is None or record.statement.stance in OPEN or record.statement.parent or record.takes_up:
            continue
        for key in set(_calls(speaker)):
            found[key].append(record)
    return found


def _calls(speaker: Speaker) -> Iterator[str]:
    """Yield what articles call a speaker: the name, a last name, the bodies spoken for, a role of several words.

    Of a body it may be the last word alone, *the ministry*; *the minister* may be any.
    """
    bodies = [*speaker.organizations, *([speaker.name] if speaker.kind is SpeakerKind.ORGANIZATION else ())]
    yield from map(_key, (speaker.name, *bodies))
    yield from (_key(body.split()[-1]) for body in bodies if body)
    if speaker.named and speaker.kind is SpeakerKind.PERSON:
        yield _key(speaker.name.split()[-1])
    if len(speaker.role.split()) > 1:
        yield _key(speaker.role)


def _key(call: str) -> str:
    return " ".join(call.split()).casefold().removeprefix("the ")


def _meant(
    record: Record, owner: str, noun: str, by_owner: dict[str, list[Record]], claim_of: Mapping[str, str]
) -> TakenElsewhere | None:
    told = by_owner.get(_key(owner), [])
    if any(one.article.id == record.article.id for one in told):
        return None
    names = _names(record) - set(owner.split())
    near = [one for one in told if _is_before(one, record) and len(names & _names(one)) >= SHARED]
    deeds = [one for one in near if _has_form(one.statement.words(one.statement.cue, one.article.text), deeds_of(noun))]
    meant = sorted(deeds or near, key=lambda one: (one.article.published or "", one.statement.id))
    if len({claim_of.get(one.statement.id) for one in meant}) != 1 or meant[0].statement.id not in claim_of:
        return None
    if record.statement.speaker is not None and _key(record.statement.speaker.name) == _key(_name(meant[0])):
        return None
    return TakenElsewhere(
        statement_id=record.statement.id,
        other_id=meant[0].statement.id,
        score=round(SCORE * record.statement.confidence, 3),
        evidence=record.content,
    )


def _name(record: Record) -> str:
    return record.statement.speaker.name if record.statement.speaker else ""


def _is_before(one: Record, other: Record) -> bool:
    first, second = day_of(one.article.published), day_of(other.article.published)
    if first is None or second is None or (second - first).days > DAYS:
        return False
    return is_earlier(one.article.published, other.article.published) is True


def _names(record: Record) -> set[str]:
    """Return the words of an article that begin like names, but for those that begin a sentence."""
    return set(NAME.findall(record.article.text))
