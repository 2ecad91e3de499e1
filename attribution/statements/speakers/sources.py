"""The words of a source that say who speaks: in *Amina Haddad, a spokeswoman for the union,* it is *Amina Haddad*."""

from collections.abc import Sequence

from attrs import frozen

from attribution.document.document import Document
from attribution.statements.speakers.kinds import is_plural
from attribution.statements.speakers.phrases import RELATIVES
from attribution.statements.speakers.pronoun_forms import NOMINATIVE, SEVERAL
from attribution.statements.speakers.source_heads import (
    apposed_members,
    head_of_phrase,
    is_one_person,
    joined_heads,
    last_noun,
)
from attribution.text.span import Span

BREAKS = frozenset(", — – -- ( ) [ ] ; :".split())
OPENERS = frozenset("as according to by from for per in and or but while when that even so".split())
ALONE = SEVERAL | frozenset(NOMINATIVE)
MOST_OF_A_NAME = 8  # words of a segment that only names somebody
FEW = 4  # words between two stretches of one source
EMPTY = frozenset(("DET", "PUNCT", "ADP", "CCONJ", "SCONJ", "AUX", "PART"))


@frozen
class Source:
    """The words of a source: `heads` are the words that name who speaks (several in a list), `first` and `last` the
    phrase that describes them, without relative clauses and appositions."""

    heads: tuple[int, ...]
    first: int
    last: int


def read_source(document: Document, spans: Sequence[Span], cue: Sequence[Span] = ()) -> Source | None:
    """Return who speaks by the words of a source; None where the words name nobody.

    Of several stretches the one that hangs on the cue counts: a source in pieces is more often two that were mixed up.
    """
    stretches = _together(document, [words for span in spans if (words := _trimmed(document, span))])
    if not stretches:
        return None
    words = stretches[0] if len(stretches) == 1 else _on_cue(document, stretches, cue)
    segments = _segments(document, words)
    if len(segments) > 1 and is_dateline(document, segments[0]):
        segments = segments[1:]
    if len(named := _named_members(document, segments)) > 1:
        return Source(named, segments[0][0], segments[-1][-1])
    # *A lawyer for the outlets, David Ito,*: the name may follow in a segment of its own
    named_after = (
        len(segments) > 1
        and not _names_person(document, segments[0])
        and _is_name_alone(document, segments[1])
        and _is_one(document, segments[0])
    )
    return _source(document, segments[1 if named_after else 0])


def _trimmed(document: Document, span: Span) -> list[int]:
    """Return the words of a span without what only leads up to the source, and without earlier lines."""
    words = list(document.words_within(span))
    for place, i in reversed(list(enumerate(words[:-1]))):
        if "\n" in document.text[document.words[i].end : document.words[words[place + 1]].start]:
            words = words[place + 1 :]
            break
    while words and (document.words[words[0]].upos in ("PUNCT", "CCONJ", "SCONJ") or _opens(document, words)):
        words = words[1:]
    while words and document.words[words[-1]].upos == "PUNCT" and document.words[words[-1]].text != ")":
        words = words[:-1]
    if len(words) == 1 and document.words[words[0]].text in ("Q", "A"):
        return words  # who asks and who answers in an interview
    return words if any(_can_speak(document, i) for i in words) else []


def _can_speak(document: Document, place: int) -> bool:
    """Whether a word can be somebody; a stray article or preposition is nobody."""
    word = document.words[place]
    return word.upos not in EMPTY or word.text.lower() in RELATIVES or word.text.lower() in ALONE


def _opens(document: Document, words: list[int]) -> bool:
    first = document.words[words[0]]
    return (
        len(words) > 1
        and first.text.lower() in OPENERS
        and first.upos in ("ADP", "SCONJ", "ADV", "CCONJ", "VERB", "PART")
    )


def _together(document: Document, stretches: list[list[int]]) -> list[list[int]]:
    """Put stretches together that only a few words of one phrase part: *Ruma … Haddad* of *Ruma Mayor Amina Haddad*."""
    found: list[list[int]] = []
    for words in stretches:
        gap = range(found[-1][-1] + 1, words[0]) if found else range(0)
        joined = found and len(gap) <= FEW and all(document.words[i].upos in ("NOUN", "PROPN", "ADJ") for i in gap)
        if joined:
            found[-1] = [*found[-1], *gap, *words]
        else:
            found.append(words)
    return found


def _on_cue(document: Document, stretches: list[list[int]], cue: Sequence[Span]) -> list[int]:
    places = [i for span in cue for i in document.words_within(span)]
    for words in stretches:
        inside = set(words)
        if any(
            document.words[i].head in places and document.words[i].deprel.startswith(("nsubj", "obl")) for i in inside
        ):
            return words
    if not places:
        return stretches[0]
    return min(stretches, key=lambda words: min(abs(words[0] - places[0]), abs(words[-1] - places[0])))


def is_dateline(document: Document, segment: Sequence[int]) -> bool:
    """Tell whether words name where an article was written: *CAMP EDWARDS –*."""
    after = document.words[segment[-1] + 1]
    return after.text in ("—", "–", "--", "-") and all(document.words[i].text.isupper() for i in segment)


def _segments(document: Document, words: list[int]) -> list[list[int]]:
    """Split the words of a source at commas, brackets, dashes and relative pronouns; commas of a list split nothing."""
    found: list[list[int]] = [[]]
    for i in words:
        word = document.words[i]
        if word.text in BREAKS and not _in_list(document, i, words) and not word.entity.startswith("I-"):
            found.append([])
        elif (
            word.text.lower() in RELATIVES and found[-1] and word.upos != "NOUN" and document.words[i - 1].text != "of"
        ):
            found.append([i])
        else:
            found[-1].append(i)
    return [segment for segment in found if segment] or [words]


def _in_list(document: Document, comma: int, words: list[int]) -> bool:
    """Whether a comma parts the members of a list: *the EPA, 18 states and two companies*."""
    if document.words[comma].text != ",":
        return False
    rest = [i for i in words if i > comma]
    conjunction = next((i for i in rest if document.words[i].upos == "CCONJ"), None)
    if conjunction is None:
        return False
    between = [document.words[i] for i in rest if i < conjunction]
    if not between:  # *a teacher, a nurse, and a driver*
        earlier = next((i for i in reversed(words) if i < comma and document.words[i].text == ","), None)
        return earlier is not None and _in_list(document, earlier, words)
    if any(word.upos in ("VERB", "AUX") or word.text.lower() in RELATIVES for word in between):
        return False
    if document.words[comma + 1].deprel == "conj" or any(word.deprel == "conj" for word in between):
        return True
    return any(i < comma < member for i in words for member in apposed_members(document, i))


def _named_members(document: Document, segments: Sequence[list[int]]) -> tuple[int, ...]:
    """Return the names of a list whose members are told of in commas, with a name for each of them.

    *The chairman of Acme, Bob Ray, and the mayor, Ann Lee,* are two, and so are *Bob Ray, the chairman, and Ann Lee*.
    """
    members: list[list[list[int]]] = [[]]
    for segment in segments:
        is_joined = document.words[segment[0]].upos == "CCONJ" and len(segment) > 1
        members += [[]] if is_joined else []
        members[-1].append(segment[1:] if is_joined else segment)
    names = [
        [part for part in member if _is_name_alone(document, _without_article(document, part))] for member in members
    ]
    if any(len(name) != 1 for name in names):
        return ()
    return tuple(head_of_phrase(document, name[0]) for name in names)


def _without_article(document: Document, segment: list[int]) -> list[int]:
    return segment[1:] if len(segment) > 1 and document.words[segment[0]].upos == "DET" else segment


def _names_person(document: Document, segment: list[int]) -> bool:
    last = last_noun(document, segment)
    return last is not None and document.words[last].entity.endswith("-Person")


def _is_name_alone(document: Document, segment: list[int]) -> bool:
    """Whether a segment is a name with no more than a role before it: *former mayor Amina Haddad*."""
    words = [document.words[i] for i in segment]
    nominal = all(
        word.upos in ("PROPN", "NOUN", "ADJ", "X") or word.entity != "O" or word.text == "-" for word in words
    )
    return len(words) <= MOST_OF_A_NAME and words[-1].entity.endswith("-Person") and nominal


def _is_one(document: Document, segment: list[int]) -> bool:
    """Whether a segment describes one person or body, so that a name may follow it in apposition."""
    head = document.words[last_noun(document, segment) or segment[0]]
    return not is_plural(head.text, head.lemma)


def _source(document: Document, segment: list[int]) -> Source:
    head = head_of_phrase(document, segment)
    heads = [head] if is_one_person(document, segment) else [head, *joined_heads(document, head, segment)]
    return Source(tuple(sorted(set(heads))), segment[0], segment[-1])
