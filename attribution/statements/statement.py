"""What an article says that somebody said: the values, and every closed choice among them."""

from enum import StrEnum

from attrs import field, frozen, validators

from attribution.text.columns import visible
from attribution.text.span import Span, words_of

SHOWN = 120  # characters of a statement's words on its line


class Quotation(StrEnum):
    """Whether the content stands in quotation marks: wholly, not at all, or in part."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Stance(StrEnum):
    """What the cue does with the content."""

    ASSERTS = "asserts"
    DENIES = "denies"
    DOUBTS = "doubts"
    ASKS = "asks"
    DEMANDS = "demands"
    PROMISES = "promises"
    PREDICTS = "predicts"
    BELIEVES = "believes"


class Channel(StrEnum):
    """How the words reached the public, where the article says so."""

    TOLD = "told"
    STATEMENT = "statement"
    INTERVIEW = "interview"
    PRESS_CONFERENCE = "press_conference"
    SPEECH = "speech"
    SOCIAL_MEDIA = "social_media"
    DOCUMENT = "document"
    TESTIMONY = "testimony"
    NONE = "none"


class SpeakerKind(StrEnum):
    """What kind of party speaks."""

    PERSON = "person"
    GROUP = "group"
    ORGANIZATION = "organization"
    DOCUMENT = "document"
    UNKNOWN = "unknown"


class AuthorizationStatus(StrEnum):
    """The terms on which a speaker speaks, read off the article (docs/explanation/terms)."""

    ON_RECORD = "on_record"
    OFFICIAL = "official"
    ANONYMOUS = "anonymous"
    BACKGROUND = "background"
    OFF_RECORD = "off_record"
    UNNAMED = "unnamed"
    UNKNOWN = "unknown"


class ReasonKind(StrEnum):
    """Why an identity is withheld."""

    NOT_AUTHORIZED = "not_authorized"
    REPRISAL = "reprisal"
    SENSITIVE = "sensitive"
    CANDOR = "candor"
    POLICY = "policy"
    OTHER = "other"


@frozen(kw_only=True)
class Speaker:
    """The party that a source resolves to within its article.

    `name` is the fullest name, or the most informative description, that the article gives; `named` tells which.
    `count` is (lowest, highest) for groups, None where no upper bound is given: *three officials* (3, 3),
    *officials* (2, None). `mentions` are the places of the article that mean this speaker, in text order.
    `confidence` is that of the resolution, from 0 to 1.
    """

    name: str
    kind: SpeakerKind = SpeakerKind.UNKNOWN
    named: bool = False
    role: str = ""
    organizations: tuple[str, ...] = ()
    former: bool = False
    count: tuple[int, int | None] = (1, 1)
    mentions: tuple[Span, ...] = field(default=(), repr=False)
    confidence: float = field(default=1.0, validator=(validators.ge(0), validators.le(1)))


@frozen(kw_only=True)
class Authorization:
    """On what terms the speaker speaks, with the article's words that say so.

    `terms` are the places that state the terms, `reason` the words that say why, `speaks_for` whether the speaker
    speaks for an organization: true for a spokesperson or a formal statement, false where the text says the speaker
    was not authorized, None where it says neither.
    """

    status: AuthorizationStatus = AuthorizationStatus.UNKNOWN
    terms: tuple[Span, ...] = ()
    reason: str = ""
    reason_kinds: tuple[ReasonKind, ...] = ()
    speaks_for: bool | None = None


UNKNOWN_TERMS = Authorization()


@frozen(kw_only=True, repr=False)
class Statement:
    """One statement reported in one article: in *"I agree," she said*, *she* said *I agree*.

    `source`, `cue` and `content` are spans of the article's text in text order, as PARC 3 and PolNeAR define the
    three parts; `source` is empty when the text names nobody, `cue` where layout alone shows who speaks, `content`
    never. `parent` is the id of the statement in whose content this one stands. `told` is the outlet told.
    `confidence` is the chance that the statement is right, from 0 to 1.
    """

    id: str
    article_id: str
    text: str
    content: tuple[Span, ...] = field(validator=validators.min_len(1))
    cue: tuple[Span, ...] = ()
    source: tuple[Span, ...] = ()
    quotation: Quotation = Quotation.INDIRECT
    stance: Stance = Stance.ASSERTS
    channel: Channel = Channel.NONE
    told: str = ""
    speaker: Speaker | None = None
    authorization: Authorization = UNKNOWN_TERMS
    parent: str | None = None
    confidence: float = field(default=1.0, validator=(validators.ge(0), validators.le(1)))

    def __repr__(self) -> str:
        speaker = self.speaker.name if self.speaker else "nobody named"
        words = self.text if len(self.text) <= SHOWN else f"{self.text[:SHOWN].rsplit(' ', 1)[0]} …"
        status = self.authorization.status.value.replace("_", " ")
        return visible(f"<Statement: {speaker} ({status}) {self.stance.value}: {words}>")

    def words(self, spans: tuple[Span, ...], article_text: str) -> str:
        """Return the article's words at `spans`, joined."""
        return words_of(spans, article_text)
