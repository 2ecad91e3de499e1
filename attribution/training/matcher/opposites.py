"""Deny a sentence by rule: *the mill burned down*, *the mill did not burn down*."""

from collections.abc import Sequence

from attribution.document.document import Word
from attribution.document.pipeline import load_pipeline

# A sentence with one of these says something else than its opposite when *not* is put to its verb.
UNTURNABLE = frozenset(
    "no never nothing none nobody nowhere neither nor without hardly rarely few little only just even also too still"
    " yet already some any all every each most many several both either someone something somebody anyone anything"
    " everyone everything everybody always often sometimes usually probably perhaps so how what who may might could"
    " must should ought if unless whether because until".split()
)
HELPERS = frozenset({"aux", "aux:pass", "cop"})


def opposites(texts: Sequence[str]) -> dict[str, str]:
    """Return the opposite of each text that is one sentence and has one, by the reader's trees."""
    found = {}
    for text, document in zip(texts, load_pipeline().annotate(texts), strict=True):
        turned = opposite(text, document.words) if len(document.sentences) == 1 else None
        if turned is not None:
            found[text] = turned
    return found


def opposite(text: str, words: Sequence[Word]) -> str | None:
    """Return a sentence with its main verb denied, or no longer denied; None where that is not its opposite."""
    root = next((word for word in words if word.deprel == "root"), None)
    if root is None or text.rstrip().endswith("?") or any(word.lemma.lower() in UNTURNABLE for word in words):
        return None
    below = [word for word in words if word.head == root.index]
    subject = next((word for word in below if word.deprel in {"nsubj", "nsubj:pass", "expl"}), None)
    if subject is None or subject.index > root.index or any(word.deprel == "conj" for word in below):
        return None
    denied = [word for word in words if word.lemma in {"not", "n't"}]
    helper = next((word for word in below if word.deprel in HELPERS and word.upos == "AUX"), None)
    if denied:
        alone = len(denied) == 1 and denied[0].head == root.index and denied[0].text in {"not", "n't"}
        return _without(text, denied[0], helper) if alone else None
    verb = helper or (root if root.lemma == "be" else None)
    if verb is not None:
        return f"{text[: verb.end]} not{text[verb.end :]}"
    if root.upos != "VERB" or root.text.endswith("ing"):
        return None
    done = "does" if root.text.endswith("s") and root.text != root.lemma else "do" if root.text == root.lemma else "did"
    return f"{text[: root.start]}{done} not {root.lemma}{text[root.end :]}"


def _without(text: str, denial: Word, helper: Word | None) -> str | None:
    if helper is not None and denial.text == "n't" and helper.text.lower() in {"ca", "wo", "sha"}:
        return None
    return text[: denial.start].rstrip() + text[denial.end :]
