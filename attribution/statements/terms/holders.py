"""Tell whose terms they are: the speakers for whom a statement of terms holds."""

from collections.abc import Iterable, Mapping, Sequence

from attribution.document.document import Document
from attribution.statements.statement import Statement
from attribution.statements.terms.agreement import MANY, noun_of
from attribution.statements.terms.antecedents import antecedents, counted, members_since
from attribution.statements.terms.clauses import bearer_of, left_of, lower
from attribution.statements.terms.parties import Party, identity, is_definite
from attribution.statements.terms.terms import Terms
from attribution.statements.terms.wording import formulas

OTHERS = frozenset({"others", "other", "respondents", "interviewees", "everyone", "everybody"})
ASKED = frozenset({"interviewed", "quoted", "cited", "contacted", "surveyed", "polled"})
LIST = 8  # words: "like most of the thirty other clerks"
HERE = frozenset({"article", "story", "report", "piece"})
EVERYONE = frozenset({"all", "everyone", "everybody", "none", "each", "nobody"})
QUANTIFIERS = frozenset({"DET", "PRON", "NUM", "ADV", "ADJ"})
BETWEEN = frozenset({",", "who", "also", "and", "–", "—", "--", "(", "both", "all", "each"})
PERSONAL = frozenset({"he", "she", "they"})
RELATIVES = frozenset({"who", "whose", "which", "whom"})
NEAR = 4  # words back to the *who* of a relative clause
AHEAD = 3  # paragraphs after the terms within which a speaker may follow that they were stated for


Saying = Mapping[int, Sequence[Statement]]  # the statements by the words of their cues


def said_by(document: Document, statements: Iterable[Statement]) -> Saying:
    """Return the statements by the words of their cues."""
    found: dict[int, list[Statement]] = {}
    for statement in statements:
        for place in {place for span in statement.cue for place in document.words_within(span)}:
            found.setdefault(place, []).append(statement)
    return found


def holders_of(document: Document, terms: Terms, parties: Sequence[Party], saying: Saying) -> tuple[Party, ...]:
    """Return the speakers whose terms these are; nobody where it cannot be told.

    Whoever does the saying that the terms stand with (*said on condition of anonymity*), whoever the words describe
    (*an official, who asked not to be named*), whoever a pronoun or a description takes up (*They*, *Both*, *The
    officials*), and lastly the only unnamed speaker of the paragraph.
    """
    bearer = _bearer(document, terms)
    relative = any(lower(document, place) in RELATIVES for place in left_of(document, terms.anchor, NEAR))
    found = (
        (_standing_there(document, bearer, parties) if relative else ())
        or _of_cue(document, terms, parties, saying)
        or _standing_there(document, bearer, parties)
        or _standing_before(document, terms, parties)
        or _taken_up(document, terms, bearer, parties)
        or _of_cue_above(document, terms, parties, saying)
        or _alone(document, terms, bearer, parties)
    )
    found = members_since(document, bearer, found, parties) or found
    found = (*found, *_counted_after(document, terms, bearer, found, parties))
    return (*found, *_others(document, terms, bearer, found, parties))


def _bearer(document: Document, terms: Terms) -> int | None:
    words = document.words
    bearer = terms.bearer if terms.bearer is not None else bearer_of(document, terms.anchor)
    if bearer is None:
        return None
    if words[bearer].entity.endswith("Organization"):
        # "The Courier spoke with two aides on condition of anonymity": it is the aides
        asked = [c for c in document.children(terms.anchor) if words[c].deprel in ("obl", "obj") and c < terms.last]
        asked = [c for c in asked if words[c].upos == "NOUN" and _has_child(document, c, ("to", "with"))]
        return asked[0] if len(asked) == 1 else bearer
    if words[bearer].upos in QUANTIFIERS and lower(document, bearer) != "one":
        # "some of them", "all of the officials": whoever they are of
        return next((c for c in document.children(bearer) if _has_child(document, c, ("of",))), bearer)
    return bearer


def _has_child(document: Document, word: int, texts: tuple[str, ...]) -> bool:
    return any(lower(document, child) in texts for child in document.children(word))


def _of_cue(document: Document, terms: Terms, parties: Sequence[Party], saying: Saying) -> tuple[Party, ...]:
    if terms.bearer is not None:
        return ()
    stated = document.words[terms.last].span
    # a reader may take the terms for a statement: "who asked not to be named"
    said = [one for one in saying.get(terms.anchor, ()) if not any(span.overlaps(stated) for span in one.content)]
    return _speakers_of(parties, said)


def _speakers_of(parties: Sequence[Party], statements: Sequence[Statement]) -> tuple[Party, ...]:
    speakers = {identity(one.speaker) for one in statements if one.speaker is not None}
    return tuple(party for party in parties if party.identity in speakers)


def _standing_there(document: Document, bearer: int | None, parties: Sequence[Party]) -> tuple[Party, ...]:
    """Return the speaker that the bearer's own word names, by a source before a mere mention.

    In *an adviser to Mr. Okoro, who asked not to be named* the parse may give Okoro; the source is the adviser.
    """
    while bearer is not None:
        sources = [(party.sources_at[bearer], party) for party in parties if bearer in party.sources_at]
        mentions = [(party.mentions_at[bearer], party) for party in parties if bearer in party.mentions_at]
        found = sources or mentions
        if found:
            shortest = min(length for length, _ in found)
            nearest = {party.identity: party for length, party in found if length == shortest}
            # whoever else is headed by this very word is the same: "one aide" beside "one aide close to the mayor"
            same = {party.identity: party for party in parties if bearer in party.places and party.is_unnamed}
            return tuple((nearest | same).values()) if len(nearest) == 1 else ()
        # "Karim, a baker who asked …": the baker is Karim
        bearer = document.words[bearer].head if document.words[bearer].deprel == "appos" else None
    return ()


def _standing_before(document: Document, terms: Terms, parties: Sequence[Party]) -> tuple[Party, ...]:
    """Return the speaker whose source ends where the terms begin: *said a clerk, speaking without permission*."""
    place, first = min(terms.first, terms.anchor) - 1, document.sentence_of(terms.anchor).first
    while place > first and lower(document, place) in BETWEEN:
        place -= 1
    if terms.bearer is not None or place < first:
        return ()
    found = [party for party in parties if place in party.sources_at]
    return tuple(found) if len(found) == 1 else ()


def _taken_up(document: Document, terms: Terms, bearer: int | None, parties: Sequence[Party]) -> tuple[Party, ...]:
    if bearer is None:
        return ()
    unnamed = [party for party in parties if not party.speaker.named]
    # "calls from people who want to stay anonymous" take up nobody
    takes_up = _is_pronoun(document, bearer) or is_definite(document, bearer)
    found = (antecedents(document, bearer, unnamed) if takes_up else ()) or _called_so(document, bearer, unnamed)
    if found or lower(document, bearer) not in EVERYONE:
        return found or _following(document, terms, bearer, unnamed)
    return tuple(party for party in unnamed if party.is_unnamed)


def _is_pronoun(document: Document, word: int) -> bool:
    # by list: a small tagger takes an unknown noun for a pronoun now and then
    listed = lower(document, word) in formulas().plural | formulas().singular
    return listed and document.words[word].upos != "NOUN"


def _called_so(document: Document, bearer: int, parties: Sequence[Party]) -> tuple[Party, ...]:
    """Return the speaker whose name is the very description that bears the terms."""
    below = [c for c in document.children(bearer) if c < bearer and document.words[c].upos != "PUNCT"]
    description = document.slice(min(below, default=bearer), bearer).lower()
    found = [party for party in parties if party.speaker.name.lower() == description]
    return tuple(found) if len(found) == 1 and document.words[bearer].upos == "NOUN" else ()


def _following(document: Document, terms: Terms, bearer: int, parties: Sequence[Party]) -> tuple[Party, ...]:
    # "Two nurses spoke to The Courier on condition of anonymity. One of the nurses said …"
    if document.words[bearer].upos != "NOUN":
        return ()
    noun, here = noun_of(document.words[bearer]), document.sentence_of(bearer).paragraph
    found: list[tuple[int, Party]] = []
    for party in parties:
        later = party.places_within(terms.last + 1, len(document.words))
        after = document.sentence_of(later[0]).paragraph - here if later else AHEAD + 1
        is_same = noun in party.nouns or (after <= 1 and lower(document, later[0]) in PERSONAL and not party.nouns)
        if after <= AHEAD and is_same and party.is_unnamed and party.definite:
            found.append((later[0], party))
    return tuple(party for _, party in sorted(found, key=lambda pair: pair[0])[:1])


def _counted_after(
    document: Document, terms: Terms, bearer: int | None, found: Sequence[Party], parties: Sequence[Party]
) -> tuple[Party, ...]:
    """Return who comes in after the terms, where they are just as many: *Both spoke … A cook said … A maid said …*.

    Nobody where the terms are of somebody who stands before them: *Two aides met. Both spoke … A cook said …*.
    """
    if bearer is None or not _is_pronoun(document, bearer) or any(party.places[0] < bearer - 1 for party in found):
        return ()
    if any(_are_as_many(document, word, counted(document, bearer)) for word in range(bearer)):
        return ()
    last = document.sentence_of(bearer).paragraph + AHEAD
    coming = [party for party in parties if party.is_unnamed and party.places and party.places[0] > terms.last]
    coming = [party for party in coming if document.sentence_of(party.places[0]).paragraph <= last]
    singles = [party for party in coming if party.number != MANY and not party.definite]
    return tuple(coming) if coming == singles and len(coming) == counted(document, bearer) > 0 else ()


def _are_as_many(document: Document, word: int, count: int) -> bool:
    if document.words[word].upos not in ("NOUN", "PROPN"):
        return False
    joined = any(document.words[child].deprel == "conj" for child in document.children(word))
    return joined or counted(document, word) == count


def _of_cue_above(document: Document, terms: Terms, parties: Sequence[Party], saying: Saying) -> tuple[Party, ...]:
    # "The officers said the jets had turned back, and spoke on condition of anonymity": parsers join spoke to turned
    if document.words[terms.anchor].deprel != "conj" or terms.bearer is not None:
        return ()
    said = [one for place in document.ancestors(terms.anchor) for one in saying.get(place, ())]
    found = _speakers_of(parties, said)
    return found if len(found) == 1 and found[0].is_unnamed else ()


def _alone(document: Document, terms: Terms, bearer: int | None, parties: Sequence[Party]) -> tuple[Party, ...]:
    """Return the only unnamed speaker of the paragraph, where the bearer may be anybody."""
    if terms.weak or terms.bearer is not None or not _may_be_anybody(document, bearer):
        return ()
    paragraph = document.sentence_of(terms.anchor).paragraph
    unnamed = [party for party in parties if party.is_unnamed]
    here = [p for p in unnamed if any(document.sentence_of(place).paragraph == paragraph for place in p.places)]
    return tuple(here) if len(here) == 1 else ()


def _may_be_anybody(document: Document, bearer: int | None) -> bool:
    if bearer is None or _is_pronoun(document, bearer):
        return True
    return noun_of(document.words[bearer]) in formulas().person and is_definite(document, bearer)


def _others(
    document: Document, terms: Terms, bearer: int | None, found: Sequence[Party], parties: Sequence[Party]
) -> tuple[Party, ...]:
    """Return whoever else the terms are said to hold for: *who, like others interviewed, asked not to be named*."""
    if not _holds_for_others(document, terms, bearer):
        return ()
    anybody = formulas().person
    nouns = frozenset[str]().union(*(party.nouns for party in found))
    nouns |= {noun_of(document.words[bearer])} if bearer is not None else set()
    others = [party for party in parties if party not in found and party.is_unnamed]
    return tuple(p for p in others if p.nouns & (nouns | anybody) or (nouns & anybody and not p.nouns))


def _holds_for_others(document: Document, terms: Terms, bearer: int | None) -> bool:
    first = document.sentence_of(terms.anchor).first
    for place in range(first, terms.first):
        following = {word.text.lower() for word in document.words[place + 1 : place + 1 + LIST]}
        if lower(document, place) in ("like", "along") and following & (OTHERS | ASKED):
            return True
    below = {lower(document, place) for place in document.subtree(bearer)} if bearer is not None else set()
    return bool(below & ASKED and below & HERE)
