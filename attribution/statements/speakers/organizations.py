"""For whom a party speaks: the organizations and countries that its roles and descriptions name."""

from collections.abc import Iterator

from attribution.document.document import Document
from attribution.statements.speakers.kinds import kind_of_noun, singular
from attribution.statements.speakers.mention import Form, Mention
from attribution.statements.speakers.names import fold, same_body
from attribution.statements.speakers.owners import BUSINESS, owner_of
from attribution.statements.speakers.party import Party
from attribution.statements.speakers.phrases import full_phrase
from attribution.statements.speakers.reading import Reading
from attribution.statements.speakers.untagged import PARTIES, untagged_names
from attribution.statements.speakers.word_lists import Country, capital_of, country_of, rows, uses
from attribution.statements.statement import SpeakerKind

# a senator from a state does not speak for it, a governor does
PUBLIC = uses("public")
CAMPAIGN = uses("campaign")
SPEAKING_FOR = (SpeakerKind.PERSON, SpeakerKind.GROUP, SpeakerKind.DOCUMENT)
UNATTACHED = uses("unattached")
NO_BODIES = uses("no_bodies")
PARTING = frozenset("-backed -based -led -born -trained -style backed based led born".split())
AGAINST_THE_STATE = uses("against_the_state")
# whose place is a home, not an employer
HOMES = uses("homes")
TRADES = uses("trades")


def organizations_of(reading: Reading, party: Party) -> tuple[str, ...]:
    """Return the organizations and countries that the article says a party belongs to or speaks for."""
    found: dict[str, None] = {}
    for first, last, noun in _places(reading, party):
        named = list(_named_within(reading, first, last, noun, party))
        if not noun and not named:
            named = _led(reading.document, first, last)
        if not named and party.kind is SpeakerKind.PERSON:
            named = list(_behind(reading, first, last))
        found.update(dict.fromkeys(named))
    for first, last, _ in _places(reading, party):
        if body := _of_office(reading, " ".join(reading.document.slice(first, last).lower().split())):
            found.setdefault(body)
    # *Homeland Security* beside *the Homeland Security Department* tells nothing
    longest = [name for name in found if not any(name != other and name in other for other in found)]
    return tuple(name for name in longest if name.lower() not in PARTIES)


def _behind(reading: Reading, first: int, last: int) -> Iterator[str]:
    """Yield the body that *its* or *company* means."""
    owner = owner_of(reading, first, last)
    compounds = (word for word in reading.document.words[first : last + 1] if word.deprel == "compound")
    bodies = (_common(reading, word.text.lower()) for word in compounds if word.text.lower() in BUSINESS)
    body = display_name(reading, owner) if owner else next(bodies, None)
    if body:
        yield body


def _led(document: Document, first: int, last: int) -> list[str]:
    """Return the body that somebody heads by its own words, where no mention was made of it: *the tenants' union*."""
    word = document.words[last]
    start = first + 1
    if start > last or kind_of_noun(singular(word.text, word.lemma)) is not SpeakerKind.ORGANIZATION:
        return []
    start += document.words[start].upos == "DET"
    return [" ".join(document.slice(start, last).split())] if start <= last else []


def _of_office(reading: Reading, role: str) -> str | None:
    """Return the body of an office, where the article names it: *the State Department* for *Secretary of State X*."""
    for office, bodies in rows("role_bodies"):
        if office in role:
            named = {
                name: party
                for party in reading.party_of.values()
                for name in party.names
                if name.endswith(tuple(bodies.split(";")))
            }
            parties = {id(party): party for party in named.values()}
            if len(parties) == 1:
                return display_name(reading, next(iter(parties.values())))
    return None


def _places(reading: Reading, party: Party) -> Iterator[tuple[int, int, str]]:
    """Yield where the words stand that may name an organization, with the noun they belong to."""
    for role in sorted(party.roles, key=lambda role: -role.weight):
        yield (*role.place, role.noun)
    for mention in party.mentions:
        if mention.form is Form.DESCRIPTION and mention.kind in SPEAKING_FOR and not set(mention.nouns) & UNATTACHED:
            first, last = full_phrase(reading.document, mention.head)
            yield min(first, mention.first), last, mention.nouns[0] if mention.nouns else ""


def _named_within(reading: Reading, first: int, last: int, noun: str, party: Party) -> Iterator[str]:
    document = reading.document
    beside = () if noun in HOMES else untagged_names(document, first, last, reading.party_of)
    for name in beside:
        known = next((party for party in reading.party_of.values() if party.name and same_body(name, party.name)), None)
        yield display_name(reading, known) if known else name
    for place in range(first, last + 1):
        owner = reading.party_of.get(place)
        if owner is party or _is_parted(document, place) or not _is_close(document, first, place):
            continue
        word = document.words[place]
        country = country_of().get(fold_name(document, place)) if word.entity.startswith("B-") else None
        if word.entity == "B-NORP" or (country is not None and word.entity == "B-Location"):
            against = any(word.text.lower() in AGAINST_THE_STATE for word in document.words[first : last + 1])
            if country is not None and noun in PUBLIC | TRADES and not against:
                yield country_name(reading, country)
        elif owner is not None and owner.kind is SpeakerKind.ORGANIZATION and not owner.plural:
            if not owner.names and (owner.nouns & NO_BODIES or len(owner.words) < 2):
                continue  # *the company* says less than nothing
            if word.entity.endswith("-Location") and noun not in PUBLIC:
                continue
            yield display_name(reading, owner)
        elif (
            owner is not None
            and owner.kind is SpeakerKind.PERSON
            and noun in CAMPAIGN
            and (body := _campaign(reading, owner))
        ) or (
            owner is None
            and (word.upos == "NOUN" or (word.upos == "PROPN" and word.entity == "O"))  # *Union president Ito said*
            and word.deprel == "compound"
            and word.text.lower() not in BUSINESS
            and (body := _common(reading, word.text.lower()))
        ):
            yield body


def _is_close(document: Document, first: int, place: int) -> bool:
    """Whether a place hangs on the role itself: *at*, *for*, *with* tell it; *of* and *on* may lead on from others.

    In *people with knowledge of the city's plans* nobody speaks for the city.
    """
    words = document.words
    preposition = next(
        (i for i in range(place - 1, first, -1) if words[i].upos == "ADP" and words[i].entity == "O"), None
    )
    if preposition is None or words[preposition].text.lower() in ("at", "for", "with", "from", "by"):
        return True
    between = [words[i] for i in range(first, preposition) if words[i].upos in ("NOUN", "PROPN")]
    last = between[-1] if between else None
    return last is None or kind_of_noun(singular(last.text, last.lemma)) is not SpeakerKind.UNKNOWN


def _common(reading: Reading, noun: str) -> str | None:
    """Return the one body of the article that a common noun means: *campaign* in *campaign manager*."""
    if kind_of_noun(noun) is not SpeakerKind.ORGANIZATION:
        return None
    bodies = {
        id(party): party
        for party in reading.party_of.values()
        if party.kind is SpeakerKind.ORGANIZATION and not party.plural and noun in party.nouns
    }
    named = [party for party in bodies.values() if party.names] or list(bodies.values())
    return display_name(reading, named[0]) if len(named) == 1 else None


def fold_name(document: Document, first: int) -> str:
    """Return the entity that begins at a word, in lower case."""
    last = first
    while last + 1 < len(document.words) and document.words[last + 1].entity == "I" + document.words[first].entity[1:]:
        last += 1
    return " ".join(document.slice(first, last).split()).lower()


def _is_parted(document: Document, place: int) -> bool:
    """Whether a place only tells of something else: *Iran* in *Iran-backed*."""
    following = [word.text.lower() for word in document.words[place + 1 : place + 3]]
    return bool(following) and (following[0] in PARTING or (following[0] == "-" and following[-1] in PARTING))


def _campaign(reading: Reading, owner: Party) -> str | None:
    """Return the campaign of a candidate: *Haddad communications director X* works for *the Haddad campaign*."""
    last = fold(owner.name.split()[-1]) if owner.name else ""
    campaigns = {
        id(party): party
        for party in reading.party_of.values()
        if "campaign" in party.nouns
        and any(last in map(fold, name.replace("’s", "").replace("'s", "").split()) for name in party.names)
    }
    return display_name(reading, next(iter(campaigns.values()))) if len(campaigns) == 1 else None


def country_name(reading: Reading, country: Country) -> str:
    """Return how the article names a country; the usual name where it only says *Iraqi*."""
    forms = (country.name, *country.aliases)
    named = {name for party in reading.party_of.values() for name in party.names}
    return next((form for form in forms if form in named), country.name)


def government_of(reading: Reading, party: Party) -> Party:
    """Return the country or the government that a capital speaks for, where the article names it.

    *Tehran* says what *Iran* says, or *the Iranian government*: whichever speaks, else the country.
    """
    country = capital_of().get(party.name.lower())
    if country is None or party.kind is not SpeakerKind.ORGANIZATION:
        return party
    countries, governments = dict[int, Party](), dict[int, Party]()
    forms = {name.lower() for name in (country.name, *country.aliases)}
    for other in reading.party_of.values():
        if any(name.lower() in forms for name in other.names):
            countries[id(other)] = other
        if any(_governed(name) is country for name in other.names):
            governments[id(other)] = other
    named = (*countries.values(), *governments.values())
    speaking = [one for one in named if any(mention.head in reading.spoke for mention in one.mentions)]
    found = speaking if len(speaking) == 1 else (*countries.values(),) or (*governments.values(),)
    return found[0] if len(found) == 1 else party


def _governed(name: str) -> Country | None:
    """Return the country that a government's name tells: *the Iraqi government*, *Iraq’s government*."""
    owner = name.lower().removeprefix("the ").removesuffix(" government")
    is_government = name.lower().endswith(" government")
    return country_of().get(owner.removesuffix("’s").removesuffix("'s")) if is_government else None


def display_name(reading: Reading, party: Party) -> str:
    """Return the fullest name of an organization without article, its description where it has none."""
    if party.name:
        return party.name
    mention = max(party.mentions, key=lambda mention: mention.last - mention.first, default=None)
    return "" if mention is None else described_as(reading.document, mention)


def described_as(document: Document, mention: Mention) -> str:
    """Return the words of a mention on one line."""
    return " ".join(document.slice(mention.first, mention.last).split())
