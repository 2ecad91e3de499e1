"""A picture of four articles by three outlets on one invented event, its values written by hand.

A ferry burned. An agency reports a toll and what an unnamed official says; a paper prints the agency's copy; another
paper has the owner's denial and an official who may be the same; a day later the agency has a higher toll.
"""

from types import SimpleNamespace

import pytest

from attribution.graph.claims.claim import Claim
from attribution.graph.copies.copies import Overlap
from attribution.graph.copies.credits import Credit
from attribution.graph.identity.identities import MergedIdentities
from attribution.graph.identity.merge import Merge, Unsure
from attribution.graph.identity.organization import Organization
from attribution.graph.identity.source import Source
from attribution.graph.identity.voice import voices_of
from attribution.graph.network.picture import Picture
from attribution.graph.record import Record
from attribution.graph.relation import Link, Relation
from attribution.statements.statement import (
    Authorization,
    AuthorizationStatus,
    Quotation,
    Speaker,
    SpeakerKind,
    Stance,
    Statement,
)
from attribution.text.article import Article, content_id
from attribution.text.span import Span

TOLL = "The fire aboard the Aurelia killed 12 people, Coast Guard spokesman Idris Vann said on Monday."
OFFICIAL = (
    "The sprinklers had been switched off, said a senior official at the Ministry of Transport, "
    "who spoke on condition of anonymity because the inquiry is not over."
)
WIRE = Article(
    text=f"SELM (Northern Wire) - {TOLL}\n\n{OFFICIAL}",
    title="Twelve die in ferry fire",
    outlet="Northern Wire",
    published="2021-05-17T09:00:00",
    url="https://wire.example/ferry",
)
COPY = Article(
    text=f"SELM (Northern Wire) - {TOLL}\n\n{OFFICIAL}\n\nThe Harbor Ledger will report further.",
    title="Ferry fire kills 12",
    outlet="Harbor Ledger",
    published="2021-05-17T14:30:00",
)
DENIAL = Article(
    text=(
        "“It is not true that the sprinklers had been switched off,” Lena Marsh of Blue Line Ferries told Northern "
        "Wire. An official at the Ministry of Transport said the sprinklers were off."
    ),
    title="Owner rejects charge 🔥",
    outlet="Coast Herald",
    published="2021-05-18",
)
UPDATE = Article(
    text="The toll of the ferry fire has risen to 15, Vann said. He added that Marsh had said that nobody was missing.",
    title="=Toll rises to 15",
    outlet="northern  wire",
    published="2021-05-19",
)

VANN = Speaker(
    name="Idris Vann",
    kind=SpeakerKind.PERSON,
    named=True,
    role="spokesman",
    organizations=("Coast Guard",),
    confidence=0.9,
)
MARSH = Speaker(name="Lena Marsh", kind=SpeakerKind.PERSON, named=True, organizations=("Blue Line Ferries",))
SENIOR = Speaker(
    name="a senior official at the Ministry of Transport",
    kind=SpeakerKind.PERSON,
    role="senior official",
    organizations=("Ministry of Transport",),
)
SOMEBODY = Speaker(
    name="An official at the Ministry of Transport", kind=SpeakerKind.PERSON, organizations=("Ministry of Transport",)
)
LAST_NAME = Speaker(name="Vann", kind=SpeakerKind.PERSON, named=True)


def spans(article, words):
    """Return the place of words in an article, none for no words."""
    if not words:
        return ()
    start = article.text.index(words)
    return (Span(start, start + len(words)),)


def record(article, content, source, cue, speaker, claim_text, *, terms="", **more):
    """Return a statement of an article, its parts given by their words."""
    status = AuthorizationStatus.ANONYMOUS if terms else AuthorizationStatus.ON_RECORD
    statement = Statement(
        id=content_id("statement", article.id, content),
        article_id=article.id,
        text=content,
        content=spans(article, content),
        cue=spans(article, cue),
        source=spans(article, source),
        speaker=speaker,
        authorization=Authorization(
            status=status, terms=spans(article, terms), speaks_for=True if speaker is VANN else None
        ),
        **more,
    )
    return Record(statement=statement, article=article, claim_text=claim_text)


KILLED = "The fire aboard the Aurelia killed 12 people"
OFF = "The sprinklers had been switched off"
IN_CONFIDENCE = "spoke on condition of anonymity"
SPOKESMAN, SENIOR_WORDS = "Coast Guard spokesman Idris Vann", "a senior official at the Ministry of Transport"

RECORDS = SimpleNamespace(
    toll=record(WIRE, KILLED, SPOKESMAN, "said on Monday", VANN, KILLED),
    off=record(WIRE, OFF, SENIOR_WORDS, "said", SENIOR, OFF, terms=IN_CONFIDENCE),
    toll_copied=record(COPY, KILLED, SPOKESMAN, "said on Monday", VANN, KILLED),
    off_copied=record(COPY, OFF, SENIOR_WORDS, "said", SENIOR, OFF, terms=IN_CONFIDENCE),
    denied=record(
        DENIAL,
        "“It is not true that the sprinklers had been switched off,”",
        "Lena Marsh of Blue Line Ferries",
        "told",
        MARSH,
        "The sprinklers had not been switched off",
        stance=Stance.DENIES,
        quotation=Quotation.DIRECT,
        told="Northern Wire",
    ),
    off_again=record(
        DENIAL,
        "the sprinklers were off",
        "An official at the Ministry of Transport",
        "said",
        SOMEBODY,
        "The sprinklers were off",
    ),
    risen=record(
        UPDATE, "The toll of the ferry fire has risen to 15", "Vann", "said", LAST_NAME, "The ferry fire killed 15"
    ),
    outer=record(
        UPDATE,
        "that Marsh had said that nobody was missing",
        "He",
        "added",
        LAST_NAME,
        "Lena Marsh said that nobody was missing",
    ),
)
RECORDS.inner = record(
    UPDATE,
    "that nobody was missing",
    "Marsh",
    "had said",
    MARSH,
    "Nobody was missing",
    parent=RECORDS.outer.statement.id,
)


def source(name, speaker, *records, names=(), organizations=()):
    """Return the source of some statements."""
    return Source(
        id=content_id("source", name),
        name=speaker.name,
        kind=speaker.kind,
        named=speaker.named,
        names=names or (speaker.name,),
        organizations=tuple(found.id for found in organizations),
        statement_ids=tuple(found.statement.id for found in records),
    )


def organization(name, acronym=""):
    """Return an organization."""
    return Organization(id=content_id("organization", name), name=name, names=(name,), acronym=acronym)


GUARD, LINE = organization("Coast Guard"), organization("Blue Line Ferries", "BLF")
MINISTRY = organization("Ministry of Transport")
SOURCES = SimpleNamespace(
    vann=source(
        "vann",
        VANN,
        RECORDS.toll,
        RECORDS.toll_copied,
        RECORDS.risen,
        RECORDS.outer,
        names=("Idris Vann", "Vann"),
        organizations=[GUARD],
    ),
    marsh=source("marsh", MARSH, RECORDS.denied, RECORDS.inner, organizations=[LINE]),
    senior=source("senior", SENIOR, RECORDS.off, organizations=[MINISTRY]),
    senior_copied=source("senior copied", SENIOR, RECORDS.off_copied, organizations=[MINISTRY]),
    somebody=source("somebody", SOMEBODY, RECORDS.off_again, organizations=[MINISTRY]),
)
ALL = tuple(vars(RECORDS).values())
VOICE_OF = {identity: voice.id for voice in voices_of(ALL) for identity in voice.statement_ids}
IDENTITIES = MergedIdentities(
    sources=tuple(vars(SOURCES).values()),
    organizations=(GUARD, LINE, MINISTRY),
    merges=(
        Merge(
            source_id=SOURCES.vann.id,
            one=VOICE_OF[RECORDS.toll.statement.id],
            other=VOICE_OF[RECORDS.risen.statement.id],
            score=0.8,
            method="last name of one person",
            evidence="Vann | Idris Vann",
        ),
    ),
    unsure=(
        Unsure(
            one=SOURCES.somebody.id,
            other=SOURCES.senior.id,
            score=0.6,
            method="unnamed",
            evidence=f"{SOMEBODY.name} | {SENIOR.name}",
        ),
    ),
)


def claim(text, *records):
    """Return a claim on which some statements bear."""
    identities = tuple(found.statement.id for found in records)
    return Claim(id=content_id("claim", *sorted(identities)), text=text, statement_ids=identities)


CLAIMS = SimpleNamespace(
    off=claim(OFF, RECORDS.off, RECORDS.off_copied, RECORDS.off_again),
    toll=claim(KILLED, RECORDS.toll, RECORDS.toll_copied),
    risen=claim("The ferry fire killed 15", RECORDS.risen),
)


def link(found, on, relation, score=1.0, method="member"):
    """Return how a statement stands to a claim."""
    return Link(
        statement_id=found.statement.id,
        claim_id=on.id,
        relation=relation,
        score=score,
        method=method,
        evidence=f"{found.claim_text} | {on.text}",
    )


LINKS = (
    link(RECORDS.off, CLAIMS.off, Relation.SUPPORTS),
    link(RECORDS.off_copied, CLAIMS.off, Relation.REPEATS),
    link(RECORDS.off_again, CLAIMS.off, Relation.SUPPORTS, 0.9, "pair scorer"),
    link(RECORDS.denied, CLAIMS.off, Relation.CONTRADICTS, 0.95, "pair scorer"),
    link(RECORDS.toll, CLAIMS.toll, Relation.SUPPORTS),
    link(RECORDS.toll_copied, CLAIMS.toll, Relation.REPEATS),
    link(RECORDS.risen, CLAIMS.toll, Relation.UPDATES, 0.85, "pair scorer"),
    link(RECORDS.risen, CLAIMS.risen, Relation.SUPPORTS),
)


@pytest.fixture(scope="session")
def ferry():
    """Return the picture and its parts by name: `ferry.records.denied`, `ferry.claims.off`."""
    picture = Picture(
        records=ALL,
        identities=IDENTITIES,
        claims=tuple(vars(CLAIMS).values()),
        links=LINKS,
        overlaps=(Overlap(article_id=WIRE.id, other_id=COPY.id, containment=0.9, shared=40),),
        credits={COPY.id: (Credit(outlet="Northern Wire", span=spans(COPY, "(Northern Wire)")[0], method="dateline"),)},
    )
    return SimpleNamespace(
        picture=picture,
        records=RECORDS,
        sources=SOURCES,
        claims=CLAIMS,
        wire=WIRE,
        copy=COPY,
        denial=DENIAL,
        update=UPDATE,
    )
