"""A party of an article: everybody and everything that mentions mean together."""

from attrs import define, field

from attribution.statements.speakers.mention import Form, Gender, Mention
from attribution.statements.speakers.role_phrases import Role
from attribution.statements.statement import SpeakerKind


@define(eq=False)
class Party:
    """Somebody or something of an article, while its mentions are gathered.

    `names` are its names as written, `nouns` the nouns that say what it is, `words` every word of its phrases.
    `members` are the parties of a list: *Haddad and Ito*. `is_on_first_name` tells that the article calls a person by
    the first name alone.
    """

    kind: SpeakerKind
    plural: bool = False
    gender: Gender = Gender.UNKNOWN
    mentions: list[Mention] = field(factory=list)
    names: list[str] = field(factory=list)
    nouns: set[str] = field(factory=set)
    words: set[str] = field(factory=set)
    roles: list[Role] = field(factory=list)
    members: tuple["Party", ...] = ()
    is_on_first_name: bool = False

    @property
    def name(self) -> str:
        """The fullest name, without titles; empty for a party without a name."""
        spelled = [name for name in self.names if not name.isupper()] or self.names
        return max(spelled, key=lambda name: (len(name.split()), len(name)), default="")

    def add(self, mention: Mention) -> None:
        """Take a mention in, with what it tells of the party."""
        self.mentions.append(mention)
        if mention.form is Form.NAME and mention.name not in self.names:
            self.names.append(mention.name)
        if mention.gender is not Gender.UNKNOWN and self.gender is Gender.UNKNOWN and mention.form is not Form.PRONOUN:
            self.gender = mention.gender
        if mention.form is not Form.PRONOUN:
            self.nouns.update(mention.nouns)
            self.words |= mention.words

    def take(self, other: "Party") -> None:
        """Take another party in: it was this one."""
        for mention in other.mentions:
            self.add(mention)
        self.roles += other.roles
        self.nouns |= other.nouns
        self.mentions.sort(key=lambda mention: mention.first)
