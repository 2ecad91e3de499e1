"""Who speaks in one article, on the way to a source across articles."""

from attrs import field, frozen

from attribution.graph.record import Record
from attribution.statements.statement import Speaker, SpeakerKind
from attribution.text.article import content_id


@frozen(kw_only=True)
class Voice:
    """One speaker of one article with all statements made there; articles tell their own speakers apart already."""

    article_id: str
    outlet: str
    published: str
    speaker: Speaker
    statement_ids: tuple[str, ...] = field(repr=False)

    @property
    def id(self) -> str:
        """An id that no other article can change."""
        return content_id("voice", self.article_id, self.speaker.kind.value, self.speaker.name)

    @property
    def is_person(self) -> bool:
        """Whether it is one person with a name, so far as the article tells."""
        speaker = self.speaker
        return speaker.named and speaker.kind in (SpeakerKind.PERSON, SpeakerKind.UNKNOWN) and speaker.count == (1, 1)

    @property
    def is_body(self) -> bool:
        """Whether it is an organization or a document with a name."""
        return self.speaker.named and self.speaker.kind in (SpeakerKind.ORGANIZATION, SpeakerKind.DOCUMENT)


def voices_of(records: tuple[Record, ...]) -> tuple[Voice, ...]:
    """Return the voices of some records, sorted by id; statements without a speaker have none."""
    first: dict[tuple[str, str, str], Record] = {}
    spoken: dict[tuple[str, str, str], list[str]] = {}
    for record in records:
        speaker = record.statement.speaker
        if speaker is not None:
            key = (record.article.id, speaker.kind.value, speaker.name)
            first.setdefault(key, record)
            spoken.setdefault(key, []).append(record.statement.id)
    voices = (_voice(first[key], tuple(sorted(spoken[key]))) for key in first)
    return tuple(sorted(voices, key=lambda voice: voice.id))


def _voice(record: Record, statement_ids: tuple[str, ...]) -> Voice:
    speaker = record.statement.speaker
    assert speaker is not None  # `voices_of` takes no other
    return Voice(
        article_id=record.article.id,
        outlet=record.article.outlet or "",
        published=record.article.published or "",
        speaker=speaker,
        statement_ids=statement_ids,
    )
