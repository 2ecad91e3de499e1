"""Find every place of an article that means somebody or something that can speak."""

from collections.abc import Mapping

from attribution.document.document import Document
from attribution.statements.speakers.gathering import Gathering
from attribution.statements.speakers.kinds import gender_of_noun, is_plural, kind_of_noun, singular
from attribution.statements.speakers.mention import Form, Gender, Mention
from attribution.statements.speakers.name_mentions import take_names
from attribution.statements.speakers.names import fold, is_acronym
from attribution.statements.speakers.phrases import HYPHENS, base_phrase
from attribution.statements.speakers.pronoun_forms import EVERYBODY, GENDERS, NOMINATIVE, PLURALS, SEVERAL
from attribution.statements.speakers.role_phrases import noun_of
from attribution.statements.speakers.roles import roles_of
from attribution.statements.speakers.source_heads import apposed_members
from attribution.statements.speakers.word_lists import country_of, uses, words
from attribution.statements.statement import SpeakerKind

NO_PARTY = frozenset("compound nmod:desc flat amod obl:unmarked nmod:unmarked fixed goeswith".split())
NAMING = frozenset(("Person", "Organization", "Location", "NORP", "Facility"))
TAILS = uses("tails")
OWNED_DOCUMENTS = uses("owned_documents")
GUARDS = uses("guards")
COMPANIES = uses("companies")


def find_mentions(document: Document, sources: Mapping[int, tuple[int, int]] | None = None) -> tuple[Mention, ...]:
    """Return the mentions of an article in text order.

    `sources` are the phrases of sources by their head words: they become mentions whatever their noun, for what speaks
    can speak.
    In *Amina Haddad, a spokeswoman for the union, said she agreed* they are *Amina Haddad*, *the union* and *she*.
    """
    gathering = Gathering(document, sources or {})
    take_names(gathering)
    for word in document.words:
        if not gathering.taken[word.index] and word.index not in gathering.found:
            _take_word(gathering, word.index)
    return tuple(sorted(gathering.found.values(), key=lambda mention: (mention.first, mention.head)))


def _take_word(gathering: Gathering, place: int) -> None:
    word = gathering.document.words[place]
    text = word.text.lower()
    nominative = NOMINATIVE.get(text) if word.upos in ("PRON", "DET", "SCONJ", "CCONJ", "ADV") else None
    is_source = place in gathering.sources
    if (
        nominative in ("both", "which")
        and not is_source
        and (nominative == "which" or not word.deprel.startswith("nsubj"))
    ):
        return
    if text in ("that", "each", "all") and not is_source:
        return
    if nominative:
        gathering.add(
            place,
            place,
            place,
            form=Form.PRONOUN,
            kind=SpeakerKind.UNKNOWN,
            pronoun=nominative,
            plural=nominative in PLURALS,
            gender=GENDERS.get(nominative, Gender.UNKNOWN),
        )
    elif word.upos in ("NOUN", "PROPN") or is_source:
        _take_noun(gathering, place)


def _take_noun(gathering: Gathering, head: int) -> None:
    document = gathering.document
    word = document.words[head]
    noun, plural = singular(word.text, word.lemma), is_plural(word.text, word.lemma)
    if noun == "general" and head and document.words[head - 1].text.lower() in ("attorney", "attorneys"):
        noun = "attorney"
    kind = kind_of_noun(noun)
    if noun == "guard" and head and document.words[head - 1].text.lower() in GUARDS:
        kind = SpeakerKind.ORGANIZATION
    is_source = head in gathering.sources
    if not is_source and (kind is SpeakerKind.UNKNOWN or _is_no_party(gathering, head, kind)):
        return
    first, last = base_phrase(document, head)
    if is_source:
        first = min(first, gathering.sources[head][0])
    counted = _counted(document, head, noun)
    if counted is not None:
        inner = document.words[counted]
        noun, plural = singular(inner.text, inner.lemma), word.text.lower() not in ("one", "none")
        kind = kind_of_noun(noun)
        kind = _guessed(noun, plural=is_plural(inner.text, inner.lemma)) if kind is SpeakerKind.UNKNOWN else kind
    elif word.text.lower() in SEVERAL or (kind is SpeakerKind.UNKNOWN and word.upos in ("ADJ", "NUM", "DET")):
        kind, plural = SpeakerKind.PERSON, word.text.lower() not in EVERYBODY | {"other"}
    elif kind is SpeakerKind.ORGANIZATION and not plural and _is_named_body(document, first, head):
        _add_named_body(gathering, first, last, head, noun)
        return
    elif noun in OWNED_DOCUMENTS and document.words[first].deprel == "nmod:poss":
        kind = SpeakerKind.DOCUMENT
    elif kind is SpeakerKind.UNKNOWN:
        kind = _guessed(noun, plural=plural)
    if kind is SpeakerKind.PERSON and (plural or document.words[first].text.lower() in ("any", "every", "no")):
        kind, plural = SpeakerKind.GROUP, True
    gathering.add(
        head, first, last, form=Form.DESCRIPTION, kind=kind, plural=plural, nouns=(noun,), gender=gender_of_noun(noun)
    )


def _guessed(noun: str, *, plural: bool) -> SpeakerKind:
    """Guess what an unknown noun that speaks means: *-er* and *-or* are people, so are most unknown plurals."""
    if noun.endswith(("er", "or", "ee", "ant", "ian")) or plural:
        return SpeakerKind.PERSON
    return SpeakerKind.UNKNOWN


def _is_no_party(gathering: Gathering, head: int, kind: SpeakerKind) -> bool:
    """Whether a noun only says something of another party: *spokesman* before or after a name, *is a lawyer*."""
    document = gathering.document
    word = document.words[head]
    if word.deprel in NO_PARTY:
        return True
    if word.deprel == "appos" and word.head >= 0 and _says_what(gathering, word.head, kind):
        return head not in apposed_members(document, word.head)
    if word.deprel == "conj" and _is_further_role(gathering, head):
        return True
    named = (gathering.found.get(child) for child in document.children(head) if document.words[child].deprel == "appos")
    if any(name is not None and name.form is Form.NAME and name.kind is SpeakerKind.PERSON for name in named):
        return True  # *Ito's wife, Naomi*
    following = head + 1 < len(document.words) and document.words[head + 1].entity == "B-Person"
    if following and kind_of_noun(singular(word.text, word.lemma)) is SpeakerKind.PERSON:
        return True
    return any(document.words[child].deprel == "cop" for child in document.children(head))


def _is_further_role(gathering: Gathering, head: int) -> bool:
    """Whether a noun is one more role of somebody named: *executive* of *Bob Ray, chairman and chief executive*."""
    document = gathering.document
    above = (i for i in document.ancestors(head) if i in gathering.found)
    name = gathering.found[place] if (place := next(above, None)) is not None else None
    if name is None or name.form is not Form.NAME or name.kind is not SpeakerKind.PERSON or name.last > head:
        return False
    noun = noun_of(document, head)
    return any(role.noun == noun and role.first <= head <= role.last for role in roles_of(document, name))


def _says_what(gathering: Gathering, above: int, kind: SpeakerKind) -> bool:
    """Whether an apposition can say what a name is: a *lawyer* a person, a *group* an organization."""
    name = gathering.found.get(above)
    if name is None:
        return bool(gathering.taken[above])
    return name.kind is kind or SpeakerKind.ORGANIZATION not in (name.kind, kind)


def _counted(document: Document, head: int, noun: str) -> int | None:
    """Return the word that a quantity counts: *residents* in *dozens of residents* and *one of the residents*."""
    after = document.words[head + 1] if head + 1 < len(document.words) else None
    if (
        after is None
        or after.text != "of"
        or not (noun in words("quantity_nouns") or fold(noun) in SEVERAL or document.words[head].upos == "NUM")
    ):
        return None
    place, found = head + 2, None
    while place < len(document.words) and place - head < 9:
        word = document.words[place]
        if word.upos in ("NOUN", "PROPN"):
            found = place
        elif word.upos not in ("DET", "ADJ", "NUM", "PRON", "PART", "ADV"):
            break
        place += 1
    return found


def _is_named_body(document: Document, first: int, head: int) -> bool:
    """Whether a name begins an organization's phrase: *the Haddad campaign*, not *the Ruma-based group*.

    *Ruma's gas company, Tirgaz,* has its name behind it.
    """
    words_ = document.words
    behind = words_[head + 1 : head + 3]
    if len(behind) == 2 and behind[0].text == "," and behind[1].deprel == "appos" and behind[1].head == head:
        return False
    is_company = document.words[head].lemma.lower() in COMPANIES  # *the French firm* is no name, *the Iraqi army* is
    return any(
        words_[i].entity[2:] in NAMING
        and not (is_company and words_[i].text.lower() in country_of())
        and words_[i + 1].text not in HYPHENS
        and (i == first or words_[i - 1].text not in HYPHENS)
        for i in range(first, head)
    ) or _is_abbreviated(document, head)


def _is_abbreviated(document: Document, head: int) -> bool:
    """Whether an acronym in brackets makes a description a name: *the special investigation team (SIT)*."""
    following = document.words[head + 1 : head + 4]
    return (
        len(following) == 3 and following[0].text == "(" and following[2].text == ")" and is_acronym(following[1].text)
    )


def _add_named_body(gathering: Gathering, first: int, last: int, head: int, noun: str) -> None:
    document = gathering.document
    first += document.words[first].upos == "DET"
    entity = document.words[head - 1]
    if noun in TAILS and document.words[head].text.islower() and entity.entity[2:] == "Organization":
        # *the al-Safir newspaper* and *the Islamic State group* are called *al-Safir* and *Islamic State*
        start = head - 1
        while start > first and document.words[start].entity.startswith("I-"):
            start -= 1
        name = " ".join(document.slice(start, head - 1).split())
    else:
        name = " ".join(document.slice(first, last).split())
    gathering.add(head, first, last, form=Form.NAME, kind=SpeakerKind.ORGANIZATION, nouns=(noun,), name=name)
