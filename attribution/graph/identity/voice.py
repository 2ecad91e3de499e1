"""Who speaks in one article, on the way to a source across articles."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

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


@frozen(kw_only=True)
class Spoken:
    """That somebody made a statement in an article: all that a voice is made of."""

    statement_id: str
    speaker: Speaker
    article_id: str
    outlet: str
    published: str


def voices_of(records: Iterable[Record]) -> tuple[Voice, ...]:
    """Return the voices of some records, sorted by id; statements without a speaker have none."""
    return gather_voices(_spoken_in(records))


def _spoken_in(records: Iterable[Record]) -> Iterator[Spoken]:
    for record in records:
        article, speaker = record.article, record.statement.speaker
        if speaker is not None:
            yield Spoken(
                statement_id=record.statement.id,
                speaker=speaker,
                article_id=article.id,
                outlet=article.outlet or "",
                published=article.published or "",
            )


def gather_voices(every: Iterable[Spoken]) -> tuple[Voice, ...]:
    """Return the voices that made some statements, sorted by id."""
    first: dict[tuple[str, str, str], Spoken] = {}
    made: defaultdict[tuple[str, str, str], list[str]] = defaultdict(list)
    for spoken in every:
        key = (spoken.article_id, spoken.speaker.kind.value, spoken.speaker.name)
        first.setdefault(key, spoken)
        made[key].append(spoken.statement_id)
    voices = (
        Voice(
            article_id=spoken.article_id,
            outlet=spoken.outlet,
            published=spoken.published,
            speaker=spoken.speaker,
            statement_ids=tuple(sorted(made[key])),
        )
        for key, spoken in first.items()
    )
    return tuple(sorted(voices, key=lambda voice: voice.id))
