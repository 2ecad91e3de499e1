"""Find what a reporting verb introduces inside somebody's words: *police believe that the fire was set*."""

from attribution.document.document import Document, Word
from attribution.statements.cues.stance_lexicon import stance_lexicon
from attribution.statements.nesting.nested import (
    Nested,
    is_party,
    is_statement_verb,
    nesting_words,
    one_child,
    verbal_group,
    without_marks,
)
from attribution.statements.statement import Stance

_MODALS = frozenset(("would", "could", "should", "might", "may", "must", "can", "shall", "will", "to", "'d", "’d"))
_CONDITIONS = frozenset(("if", "unless", "whether", "until", "when", "whenever"))
_NOT_REPORTED = frozenset((Stance.BELIEVES, Stance.PREDICTS, Stance.DOUBTS))  # as the speaker's own: I think, we expect
_OF_CLAUSE = frozenset(("mark", "nsubj", "nsubj:pass", "csubj", "expl", "ccomp", "xcomp", "aux", "cop", "aux:pass"))
_OF_ORDER = frozenset(("obj", "iobj", "mark"))
COUNTING = frozenset(("one", "two", "three", "some", "many", "several", "most", "both", "none"))
MARK_DISTANCE = 6  # words from a verb to *that*: told the port's new director that
_SUBJECTS = ("nsubj", "csubj", "expl")


def nested_under_verb(document: Document, verb: int, inside: frozenset[int]) -> Nested | None:
    """Return what a verb introduces, where somebody in particular who can speak is its subject; else None."""
    lemma = document.words[verb].lemma.lower()
    if not is_statement_verb(lemma) and lemma not in nesting_words()["infinitives"]:
        return None
    subject, clause = _subject(document, verb), _clause(document, verb)
    if subject is None or not clause or not {subject, *clause} <= inside:
        return None
    if _is_supposed(document, verb, subject) or not _can_speak(document, subject, verb):
        return None
    source = without_marks(document, [i for i in _source(document, subject) if i in inside])
    below = {i for top in clause for i in document.subtree(top)}
    if min(clause) > verb:  # what parsers hang there from before the clause is not its own
        below = {i for i in below if i >= _start(document, verb, clause)}
    content = without_marks(document, sorted((below & inside) - set(source) - {verb}))
    if not source or not content:
        return None
    return Nested(source=source, cue=verbal_group(document, verb, inside), content=content)


def _start(document: Document, verb: int, clause: tuple[int, ...]) -> int:
    """Return where a clause begins: with *that* where it has one, else after the verb."""
    mark = _mark_after(document, verb)
    return mark if mark is not None and mark <= min(clause) else verb + 1


def _mark_after(document: Document, verb: int) -> int | None:
    last = min(verb + MARK_DISTANCE, document.sentence_of(verb).last)
    return next((i for i in range(verb + 1, last + 1) if _is_that(document.words[i])), None)


def _subject(document: Document, verb: int) -> int | None:
    """Return the subject; of several that before the verb, since parsers hang the next clause's subject there, too."""
    subjects = [child for child in document.children(verb) if document.words[child].deprel == "nsubj"]
    if len(subjects) > 1:
        subjects = [child for child in subjects if child < verb]
    return subjects[0] if len(subjects) == 1 else None


def _clause(document: Document, verb: int) -> tuple[int, ...]:
    """Return the words right below a verb that head what it introduces: *that it was over*, *to leave*."""
    words, children = document.words, document.children(verb)
    lemma = words[verb].lemma.lower()
    mark = _mark_after(document, verb)
    tops = [child for child in children if words[child].deprel == "ccomp"]
    tops += [child for child in children if words[child].deprel == "xcomp" and _has_subject(document, child)]
    if is_statement_verb(lemma) and mark is not None and tops and min(tops) > mark:
        # words of the clause that hang on the verb by mistake come with it, from *that* on
        return tuple(child for child in children if child >= mark and words[child].deprel in _OF_CLAUSE)
    if is_statement_verb(lemma) and tops:
        first = min(tops)
        alone = len(tops) == 1 or any(words[i].upos == "PUNCT" for i in range(first, sorted(tops)[1]))
        return (first,) if alone and (_has_subject(document, first) or _is_marked(document, first)) else ()
    infinitive = one_child(document, verb, "xcomp")
    if infinitive is None or lemma not in nesting_words()["infinitives"] or not _is_infinitive(document, infinitive):
        return ()
    told = [child for child in children if verb < child < infinitive and words[child].deprel in _OF_ORDER]
    return (*told, infinitive)  # ordered the fleet to sail


def _is_that(word: Word) -> bool:
    return word.lemma.lower() in ("that", "whether") and word.deprel == "mark"


def _is_infinitive(document: Document, clause: int) -> bool:
    """Whether *to* stands before a verb, or hangs on it."""
    has_to = any(document.words[i].lemma.lower() == "to" for i in (clause - 1, *document.children(clause)))
    return has_to and document.words[clause].upos == "VERB"


def _has_subject(document: Document, clause: int) -> bool:
    return any(document.words[i].deprel.startswith(_SUBJECTS) for i in document.children(clause))


def _is_marked(document: Document, clause: int) -> bool:
    return any(document.words[i].lemma.lower() in ("that", "whether") for i in document.children(clause))


def _is_supposed(document: Document, verb: int, subject: int) -> bool:
    """Whether the speaking is only possible, supposed, asked about or another's: *they would say*, *if he says so*."""
    words = document.words
    if words[document.sentence_of(verb).last].text.rstrip("\"'”’").endswith("?"):
        return True
    below = [words[child] for child in document.children(verb) if child < verb]
    negated = any(word.lemma.lower() == "not" for word in below)
    if negated and not any(word.upos == "AUX" for word in below):
        return True  # its auxiliary stands before the subject: did the minister not say
    for word in below:
        lemma = word.lemma.lower()
        if word.deprel in ("aux", "mark", "advmod") and lemma in _MODALS | _CONDITIONS:
            # could not confirm, would not say
            return not (negated and word.upos == "AUX" and words[verb].lemma.lower() in ("confirm", "say"))
        if word.upos != "AUX":
            continue
        if word.index < subject or (lemma in ("be", "get") and not words[verb].text.lower().endswith("ing")):
            return True  # did he say; she was told
    return False


def _can_speak(document: Document, subject: int, verb: int) -> bool:
    """Whether a subject can be somebody else than the speaker; of pronouns only those that mean somebody."""
    word, known = document.words[subject], nesting_words()
    lemma = word.lemma.lower()
    if lemma in known["first_person"]:
        return _is_report(document.words[verb])
    if lemma == "they" and document.words[verb].text.lower() == document.words[verb].lemma.lower():
        return False  # they say: people in general
    if word.text.lower() in COUNTING:
        counted = [child for child in document.children(subject) if document.words[child].deprel == "nmod"]
        return any(is_party(document, child) for child in counted)  # one of the engineers
    return lemma in known["pronouns"] or (word.upos in ("NOUN", "PROPN") and is_party(document, subject))


def _is_report(verb: Word) -> bool:
    """Whether *I* with this verb reports what was said before: *I told the council*; not *I think*, *I say*."""
    tells = stance_lexicon().verbs.get(verb.lemma.lower()) not in _NOT_REPORTED
    return tells and verb.text.lower() != verb.lemma.lower() and not verb.text.lower().endswith(("ing", "s"))


def _source(document: Document, subject: int) -> list[int]:
    """Return the words of a subject, without what is only set beside it."""
    left_out: set[int] = set()
    for child in document.children(subject):
        if document.words[child].deprel in ("punct", "parataxis", "cc:preconj", "dep"):
            left_out.update(document.subtree(child))
    return [i for i in document.subtree(subject) if i not in left_out]
