"""Find the manners of speaking that are terms by themselves: *anonymously*, *on background*, *off the record*."""

from collections.abc import Iterator

from attribution.document.document import Document, Sentence
from attribution.statements.statement import AuthorizationStatus
from attribution.statements.terms.clauses import above, first_auxiliary, has_any, is_any, is_denied, left_of, lower
from attribution.statements.terms.terms import Terms
from attribution.statements.terms.withholding import called_as
from attribution.statements.terms.wording import formulas

REACH = 8  # words back to the verb of speaking
NEAR = 4
TALKS = frozenset({"briefing", "call", "interview", "conversation", "discussion", "session", "conference"})
PREPOSITIONS = frozenset({"on", "for", "in", "during", "at"})
ARTICLES = frozenset({"a", "the"})
SAYING_NOTHING = frozenset({"comment", "respond", "say", "said"})  # who declines to comment makes no statement
PRINTED = frozenset({"quote", "report", "cite"})
ANONYMOUS, BACKGROUND = AuthorizationStatus.ANONYMOUS, AuthorizationStatus.BACKGROUND


def find_manner(document: Document, sentence: Sentence) -> Iterator[Terms]:
    """Yield the manners of speaking in a sentence that are terms, where a verb of speaking stands with them."""
    for word in document.words_of(sentence):
        text = word.text.lower()
        if text in formulas().anonymously:
            yield from _anonymously(document, word.index)
        elif text == "background":
            yield from _background(document, sentence, word.index)
        elif text in ("attribution", "not-for-attribution"):
            yield from _attribution(document, sentence, word.index)
        elif text in ("record", "off-the-record"):
            yield from _record(document, word.index)


def _anonymously(document: Document, word: int) -> Iterator[Terms]:
    for terms in _spoken(document, word, word, ANONYMOUS, near=NEAR):
        # "could only be quoted anonymously" is a term of this article, "had been quoted anonymously" tells of others
        bound = {lower(document, p) for p in left_of(document, terms.anchor, NEAR)} & (
            formulas().modal | formulas().only
        )
        if bound or not is_any(document.words[terms.anchor], PRINTED):
            yield terms


def _background(document: Document, sentence: Sentence, word: int) -> Iterator[Terms]:
    # "on background", "on deep background", "on a background basis", "in a background briefing"; never "on background
    # checks" or "on the background"
    following = document.words[word + 1] if word < sentence.last else None
    kind = following.lemma.lower() if following is not None and following.upos == "NOUN" else ""
    before = list(left_of(document, word, 3))
    first = next((p for p in before if lower(document, p) in PREPOSITIONS), None)
    if first is None or kind not in TALKS | {"", "basis"}:
        return
    between = {lower(document, p) for p in range(first + 1, word)}
    if between <= ARTICLES | {"deep"} and bool(between & ARTICLES) == bool(kind):
        yield from _spoken(document, first, word + bool(kind), BACKGROUND, near=REACH)


def _attribution(document: Document, sentence: Sentence, word: int) -> Iterator[Terms]:
    before = [lower(document, p) for p in left_of(document, word, 3)]
    following = lower(document, word + 1) if word < sentence.last else ""
    if before[:2] == ["for", "not"]:
        yield from _spoken(document, word - 2, word, BACKGROUND, near=REACH, may_be_denied=True)
    elif lower(document, word) == "not-for-attribution":
        yield from _spoken(document, word, word, BACKGROUND, near=REACH)
    elif before[:1] == ["without"] or (before[:1] == ["for"] and {following, *before} & formulas().only):
        only = word + 1 if following in formulas().only else word
        last = max(only, called_as(document, sentence, word))
        yield from _spoken(document, word - 1, last, BACKGROUND, near=REACH)
    elif before[:1] == ["for"]:
        yield from _refused(document, word - 1, word)


def _record(document: Document, word: int) -> Iterator[Terms]:
    before = [lower(document, p) for p in left_of(document, word, 2)]
    attributive = document.words[word].deprel in ("amod", "compound")  # "an off-the-record dinner"
    if lower(document, word) == "off-the-record" and not attributive:
        yield from _spoken(document, word, word, AuthorizationStatus.OFF_RECORD, near=NEAR)
    elif before == ["the", "off"]:
        yield from _spoken(document, word - 2, word, AuthorizationStatus.OFF_RECORD, near=REACH)
    elif before == ["the", "on"]:
        yield from _refused(document, word - 2, word)


def _spoken(
    document: Document, first: int, last: int, status: AuthorizationStatus, *, near: int, may_be_denied: bool = False
) -> Iterator[Terms]:
    """Yield terms where the words hang on a verb of speaking that nothing denies.

    *The bank is not speaking, even off the record* states none.
    """
    words, sentence = document.words, document.sentence_of(first)
    # the verb before the words and the parse's: parsers hang a phrase that far back on either
    heads = [p for p in above(document, last if words[first].deprel == "case" else first) if words[p].upos == "VERB"]
    verbs = [p for p in left_of(document, first, near) if words[p].upos == "VERB"]
    verbs = verbs or [p for p in range(last + 1, sentence.last + 1) if words[p].upos == "VERB"]
    anchor = next((p for p in (*verbs[:1], *heads[:1]) if is_any(words[p], formulas().speaking)), None)
    if anchor is None or (first > sentence.first and lower(document, first - 1) == "even"):
        return
    if may_be_denied or not (
        is_denied(document, anchor) or has_any(document, above(document, anchor), formulas().refusal)
    ):
        start = anchor if first - near <= anchor < first else first
        yield Terms(status=status, anchor=anchor, first=start, last=last)


def _refused(document: Document, first: int, last: int) -> Iterator[Terms]:
    # "would not speak on the record", "could not be quoted for attribution", "refused to talk on the record"
    words, known = document.words, formulas()
    places = [*above(document, last), *left_of(document, first, REACH)]
    spoken = [p for p in places if words[p].upos in ("VERB", "X") and is_any(words[p], known.speaking | known.naming)]
    if not spoken or is_any(words[spoken[0]], SAYING_NOTHING):
        return
    verb = spoken[0]
    above_it = [*above(document, verb), *left_of(document, verb, NEAR)]
    refusals = [p for p in above_it if is_any(words[p], known.refusal) and words[p].upos in ("VERB", "ADJ")]
    if refusals or is_denied(document, verb):
        anchor = refusals[0] if refusals else verb
        yield Terms(status=ANONYMOUS, anchor=anchor, first=first_auxiliary(document, min(anchor, verb)), last=last)
