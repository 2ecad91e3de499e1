"""Tell the cues that name nobody who speaks: *reportedly*, *it is believed*, *was accused of*."""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from attribution.document.document import Document
from attribution.statements.cues.channel_frame import highest

HEARSAY = frozenset(("reportedly", "allegedly", "purportedly"))  # adverbs that tell by themselves of others' words


@cache
def _words() -> Mapping[str, frozenset[str]]:
    text = files(__package__).joinpath("data/sourceless.toml").read_text(encoding="utf8")
    return {name: frozenset(words) for name, words in tomllib.loads(text).items()}


def is_sourceless(document: Document, cue: Sequence[int], source: Sequence[int] = ()) -> bool:
    """Tell whether a cue names no speaker, though the reader may have found words for a source; all are word indices.

    So *reportedly*, *it is believed that*, and passives without *by*: in *Haddad was accused of fraud* she does not
    speak; in *she was quoted as saying* she does.
    """
    if not cue:
        return False
    if all(document.words[i].lemma.lower() in _words()["adverbs"] for i in cue):
        return not source
    top = highest(document, cue)
    if top is None:
        return False
    if _is_put_to(document, top, source):
        return True
    if source and not _is_subject(document, cue, source):
        return False  # somebody is named beside the subject: it was said by officials
    return _is_impersonal(document, cue, source) or _is_passive(document, cue)


def _is_put_to(document: Document, verb: int, source: Sequence[int]) -> bool:
    """Whether a question is put to whoever answers: *Asked whether it was over, Haddad said …*; nobody asks it."""
    words, first = document.words, document.sentence_of(verb).first
    if words[verb].lemma.lower() not in _words()["putting"] or not words[verb].text.lower().endswith("ed"):
        return False
    if any(words[child].deprel.startswith("nsubj") for child in document.children(verb)) or verb + 1 in source:
        return False
    before = words[verb - 1] if verb > first else None
    return before is None or before.text.lower() in ("when", "if", "once") or before.upos == "PUNCT"


def only_names(document: Document, cue: Sequence[int]) -> bool:
    """Tell whether a cue gives something a name and reports nothing: *the pier, known as the Needle*."""
    return " ".join(document.words[i].lemma.lower() for i in cue) in _words()["naming"]


def _is_subject(document: Document, cue: Sequence[int], source: Sequence[int]) -> bool:
    """Whether the source is the subject that stands before the cue, and not the agent after *by*."""
    top = highest(document, source)
    if top is None or any(document.words[i].lemma.lower() == "by" for i in (*source, source[0] - 1) if i >= 0):
        return False
    return top < max(cue)


def _is_impersonal(document: Document, cue: Sequence[int], source: Sequence[int]) -> bool:
    """Whether the subject is *it* or *there* and the cue such that nobody is meant: *it was announced that*."""
    words = document.words
    subjects = source or [
        child for i in cue for child in document.children(i) if words[child].deprel.startswith(("nsubj", "expl"))
    ]
    names_nobody = bool(subjects) and all(words[i].lemma.lower() in _words()["impersonal_subjects"] for i in subjects)
    # *it said* may take up an organization; *it is said*, *there are fears* cannot
    return names_nobody and any(words[i].lemma.lower() == "be" for i in (*cue, *_auxiliaries(document, cue)))


def _auxiliaries(document: Document, cue: Sequence[int]) -> list[int]:
    return [child for i in cue for child in document.children(i) if document.words[child].upos == "AUX"]


def _is_passive(document: Document, cue: Sequence[int]) -> bool:
    """Whether the cue is a passive without an agent whose subject does not speak itself."""
    words = document.words
    verbs = [i for i in cue if words[i].upos == "VERB"]
    if not verbs:
        return False
    verb = min(verbs, key=lambda i: (sum(1 for _ in document.ancestors(i)), i))
    if words[verb].lemma.lower() in _words()["subject_speaks"] or words[verb].text.lower().endswith("ing"):
        return False
    children = document.children(verb)
    if any(words[i].deprel == "obl:agent" or _is_by(document, i) for i in children):
        return False
    if words[verb].text.lower() == words[verb].lemma.lower():
        return False
    return _has_be(document, verb) or _is_reduced(document, verb)


def _is_reduced(document: Document, verb: int) -> bool:
    """Whether a participle stands for *who is believed to*: *the group, believed to hold three piers*.

    An infinitive follows, or *of* after an accusation; in *she said to him* and *he said of the plan* they speak.
    """
    if verb + 1 >= len(document.words) or document.words[verb].lemma.lower() not in _words()["reduced"]:
        return False
    following = document.words[verb + 1]
    if following.lemma.lower() == "of":
        return document.words[verb].lemma.lower() in _words()["reduced_before_of"]
    return following.lemma.lower() == "to" and following.upos == "PART"


def _is_by(document: Document, child: int) -> bool:
    return any(document.words[i].lemma.lower() == "by" for i in document.children(child))


def _has_be(document: Document, verb: int) -> bool:
    """Whether *be* or *get* stands before a participle: *is widely believed*; relations alone are often wrong."""
    words, start = document.words, document.sentence_of(verb).first
    near = []
    for index in range(verb - 1, max(start, verb - 5) - 1, -1):
        if words[index].upos not in ("ADV", "PART", "AUX"):
            break
        near.append(index)
    far = [i for i in document.children(verb) if verb - 6 < i < verb]  # was also, it seems, told
    helpers = [i for i in (*near, *far) if words[i].upos == "AUX"]
    return any(words[i].lemma.lower() in ("be", "get") and words[i].text != "IS" for i in helpers)  # IS is a group, too
