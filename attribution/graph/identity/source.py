"""One speaker across articles."""

from attrs import field, frozen

from attribution.graph.identity.voice import Voice
from attribution.statements.statement import SpeakerKind


@frozen(kw_only=True)
class Role:
    """A role in which an article shows a source, with the article's date as given."""

    role: str
    organizations: tuple[str, ...]
    article_id: str
    published: str
    former: bool = False


@frozen(kw_only=True)
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
    statement_ids: tuple[str, ...] = field(default=(), repr=False)
    article_ids: tuple[str, ...] = field(default=(), repr=False)
    voice_ids: tuple[str, ...] = field(default=(), repr=False)


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
