"""One speaker across articles."""

from collections.abc import Sequence

from attrs import frozen

from attribution.graph.identity.names import body_key
from attribution.graph.identity.organization import Organizations
from attribution.graph.identity.person_name import parted
from attribution.graph.identity.voice import Voice
from attribution.statements.speakers.names import name_keys
from attribution.statements.statement import SpeakerKind
from attribution.text.article import content_id
from attribution.text.columns import counted, visible


@frozen(kw_only=True)
class Role:
    """A role in which an article shows a source, with the article's date as given."""

    role: str
    organizations: tuple[str, ...]
    article_id: str
    published: str
    former: bool = False


@frozen(kw_only=True, repr=False)
class Source:
    """A person, group, organization or document that speaks, in all articles.

    `name` is the fullest name, `names` every one that articles use; `organizations` are ids. Somebody unnamed is a
    source in one article only.
    """

    id: str
    name: str
    kind: SpeakerKind
    named: bool
    names: tuple[str, ...]
    organizations: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    statement_ids: tuple[str, ...] = ()
    article_ids: tuple[str, ...] = ()
    voice_ids: tuple[str, ...] = ()

    def __repr__(self) -> str:
        statements = counted(len(self.statement_ids), "statement")
        articles = counted(len(self.article_ids), "article")
        return visible(f"<Source: {self.name} ({self.kind.value}), {statements} in {articles}>")


def roles_in(voices: tuple[Voice, ...]) -> tuple[Role, ...]:
    """Return the roles that some voices are shown in, the earliest first, each once an article."""
    found = {
        Role(
            role=voice.speaker.role,
            organizations=voice.speaker.organizations,
            article_id=voice.article_id,
            published=voice.published,
            former=voice.speaker.former,
        )
        for voice in voices
        if voice.speaker.role or voice.speaker.organizations
    }
    return tuple(sorted(found, key=lambda role: (role.published, role.article_id, role.role)))


def source_of_voices(voices: Sequence[Voice], bodies: Organizations) -> Source:
    """Return the source that some voices are together, under its fullest name."""
    best = max(voices, key=lambda voice: (voice.speaker.named, len(voice.speaker.name.split()), voice.speaker.name))
    own = bodies.ids_of(voice.speaker.name for voice in voices if voice.is_body)
    of = (bodies.ids_of(voice.speaker.organizations) for voice in voices)
    return Source(
        id=_id_of(voices),
        name=best.speaker.name,
        kind=best.speaker.kind,
        named=best.speaker.named,
        names=tuple(sorted({voice.speaker.name for voice in voices})),
        organizations=tuple(sorted(own.union(*of))),
        roles=roles_in(tuple(voices)),
        statement_ids=tuple(sorted(identity for voice in voices for identity in voice.statement_ids)),
        article_ids=tuple(sorted({voice.article_id for voice in voices})),
        voice_ids=tuple(sorted(voice.id for voice in voices)),
    )


def _id_of(voices: Sequence[Voice]) -> str:
    """Return an id made of the name, which more articles seldom change; of a voice where there is no name."""
    persons = [voice.speaker.name for voice in voices if voice.is_person]
    if persons:
        fullest = max(persons, key=lambda name: (len(name_keys(name)), name))
        behind = filter(None, (parted(fullest).generation,))  # *Jr.* is another than who has the name without
        return content_id("source", "person", *name_keys(fullest), *behind)
    named = sorted(voice.speaker.name for voice in voices if voice.is_body)
    if named:
        return content_id("source", "body", *body_key(named[0]))
    return content_id("source", min(voice.id for voice in voices))
