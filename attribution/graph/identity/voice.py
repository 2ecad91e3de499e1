"""Who speaks in one article, on the way to a source across articles."""

from collections import defaultdict
from collections.abc import Iterable

from attrs import evolve, field, frozen

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
    statement_ids: tuple[str, ...] = field(default=(), repr=False)
    id: str = field(init=False, eq=False)  # no other article can change it

    @id.default
    def _id_of_content(self) -> str:
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


def voices_of(records: Iterable[Record]) -> tuple[Voice, ...]:
    """Return the voices of some records, sorted by id; statements without a speaker have none."""
    first: dict[tuple[str, str, str], Voice] = {}
    spoken: defaultdict[tuple[str, str, str], list[str]] = defaultdict(list)
    for record in records:
        speaker = record.statement.speaker
        if speaker is not None:
            key = (record.article.id, speaker.kind.value, speaker.name)
            if key not in first:
                first[key] = _voice(record, speaker)
            spoken[key].append(record.statement.id)
    voices = (evolve(voice, statement_ids=tuple(sorted(spoken[key]))) for key, voice in first.items())
    return tuple(sorted(voices, key=lambda voice: voice.id))


def _voice(record: Record, speaker: Speaker) -> Voice:
    article = record.article
    return Voice(article_id=article.id, outlet=article.outlet or "", published=article.published or "", speaker=speaker)
