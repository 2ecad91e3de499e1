"""Tell on what terms each speaker of an article speaks, with the words that say so."""

from collections.abc import Iterable, Mapping, Sequence

from attrs import evolve

from attribution.document.document import Document
from attribution.statements.statement import (
    UNKNOWN_TERMS,
    Authorization,
    AuthorizationStatus,
    Channel,
    ReasonKind,
    Speaker,
    SpeakerKind,
    Statement,
)
from attribution.statements.terms.continuing import find_taken_up, with_continuing
from attribution.statements.terms.holders import holders_of, said_by
from attribution.statements.terms.kinds import kinds_of
from attribution.statements.terms.parties import Identity, find_parties, identity
from attribution.statements.terms.stated import StatedTerms, find_stated_terms
from attribution.statements.terms.terms import Terms
from attribution.statements.terms.wording import formulas

# Who is off the record is also unnamed: of several terms the strictest is told.
STRICTEST = (AuthorizationStatus.OFF_RECORD, AuthorizationStatus.BACKGROUND, AuthorizationStatus.ANONYMOUS)
FULL_NAME = 2  # words


def authorize(
    document: Document, statements: Sequence[Statement], terms: Sequence[Terms] | None = None
) -> tuple[Statement, ...]:
    """Return the statements with the terms on which their speakers speak.

    Terms stated once hold for every statement of that speaker in the article and for nobody else's. A speaker without
    stated terms is on record when named, official when an organization or a document, else unnamed. `terms` are the
    article's, where they were found already.
    """
    parties = find_parties(document, statements)
    taken_up = find_taken_up(document, parties)
    held: dict[Identity, list[StatedTerms]] = {}
    saying = said_by(document, statements)
    for stated in find_stated_terms(document, statements, terms):
        holders = holders_of(document, stated.terms, parties, saying)
        for party in with_continuing(holders, parties, taken_up):
            if not _is_institution(party.speaker):
                held.setdefault(party.identity, []).append(stated)
    return tuple(evolve(one, authorization=_authorization(document, one, held)) for one in statements)


def _is_institution(speaker: Speaker) -> bool:
    return speaker.kind is SpeakerKind.DOCUMENT or (speaker.named and speaker.kind is SpeakerKind.ORGANIZATION)


def _authorization(
    document: Document, statement: Statement, held: Mapping[Identity, Sequence[StatedTerms]]
) -> Authorization:
    speaker = statement.speaker
    if speaker is None:
        return UNKNOWN_TERMS
    stated = held.get(identity(speaker), ())
    binding = [one for one in stated if _binds(one.terms, speaker)]
    reason = _reason(document, binding)
    kinds = kinds_of(reason)
    unauthorized = any(one.terms.bare for one in stated) or ReasonKind.NOT_AUTHORIZED in kinds
    return Authorization(
        status=_status(speaker, binding),
        terms=tuple(sorted({document.span(one.terms.first, one.terms.last) for one in binding})),
        reason=reason,
        reason_kinds=kinds,
        speaks_for=False if unauthorized else _speaks_for(speaker, statement.channel),
    )


def _binds(terms: Terms, speaker: Speaker) -> bool:
    """Tell whether terms can be a speaker's: *not authorized* is a mere fact about somebody named.

    Whoever is named in full goes unnamed by no terms; *Karim* and *Rosa M.* may, and who withholds the rest of a name.
    """
    given = [word for word in speaker.name.split() if len(word.strip(".")) > 1 and not word.endswith(".")]
    return not speaker.named or (not terms.bare and (terms.partial or len(given) < FULL_NAME))


def _reason(document: Document, stated: Iterable[StatedTerms]) -> str:
    """Return the first reason in the text that is given with a formula, else the lack of authority by itself."""
    reasons = sorted((one.terms.bare, one.reason) for one in stated if one.reason is not None)
    return " ".join(reasons[0][1].of(document.text).split()) if reasons else ""


def _status(speaker: Speaker, binding: Iterable[StatedTerms]) -> AuthorizationStatus:
    stated = {one.terms.status for one in binding}
    if stated:
        return next(status for status in STRICTEST if status in stated)
    if speaker.kind in (SpeakerKind.ORGANIZATION, SpeakerKind.DOCUMENT):
        return AuthorizationStatus.OFFICIAL
    if speaker.named:
        return AuthorizationStatus.ON_RECORD
    described = speaker.kind is not SpeakerKind.UNKNOWN or len(speaker.name.split()) > 1
    return AuthorizationStatus.UNNAMED if described else AuthorizationStatus.UNKNOWN


def _speaks_for(speaker: Speaker, channel: Channel) -> bool | None:
    """Return true for spokespeople and formal statements of organizations, None where the article tells neither."""
    described = speaker.role if speaker.named else f"{speaker.role} {speaker.name}"
    by_office = _mentions(described, formulas().spokesperson)
    by_statement = speaker.kind is SpeakerKind.ORGANIZATION and channel is Channel.STATEMENT
    on_paper = speaker.kind is SpeakerKind.DOCUMENT and _mentions(speaker.name, formulas().statement)
    return True if by_office or by_statement or on_paper else None


def _mentions(text: str, words: Iterable[str]) -> bool:
    return any(f" {word} " in f" {' '.join(text.lower().split())} " for word in words)
