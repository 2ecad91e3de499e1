"""A place of the article that means somebody or something that can speak."""

from enum import StrEnum

from attrs import frozen

from attribution.statements.statement import SpeakerKind


class Gender(StrEnum):
    """What the article's words tell of a person's gender."""

    MALE = "male"
    FEMALE = "female"
    UNKNOWN = "unknown"


class Form(StrEnum):
    """How a mention means its party."""

    NAME = "name"
    DESCRIPTION = "description"
    PRONOUN = "pronoun"
    LIST = "list"


class Place(StrEnum):
    """What a mention does in its sentence, as far as it matters for who is talked about."""

    SUBJECT = "subject"
    OBJECT = "object"
    OWNER = "owner"  # *Haddad's lawyer*
    MODIFIER = "modifier"  # *the Haddad campaign*
    OTHER = "other"


@frozen(kw_only=True)
class Mention:
    """Words `first` to `last` of the document with their head: *the 58-year-old senator*.

    What follows in commas is left out. `name` is set for names, without titles: *Amina Haddad*. `nouns` are the
    lemmas that say what the party is: *senator*. `words` are the lower-case lemmas of the phrase without articles.
    `owned` tells of *her* in *her local paper*, `completed` that *of* follows. `quoted` is the number of the quotation
    that the mention stands in, 0 outside. `unnamed` tells that terms beside a description keep its name out. `pronoun`
    is the nominative of a pronoun: *he* for *his*.
    """

    first: int
    last: int
    head: int
    sentence: int
    paragraph: int
    form: Form
    kind: SpeakerKind
    place: Place = Place.OTHER
    plural: bool = False
    gender: Gender = Gender.UNKNOWN
    name: str = ""
    nouns: tuple[str, ...] = ()
    words: frozenset[str] = frozenset()
    definite: bool = False
    owned: bool = False
    completed: bool = False
    quoted: int = 0
    unnamed: bool = False
    pronoun: str = ""
