"""The labels that a reader's network chooses from, in the order of its outputs."""

from collections.abc import Callable
from pathlib import Path

from attribution.document.opening import faulty, read_json

KINDS = ("upos", "deprels", "entities", "roles")
ROLES = frozenset(("O", *(f"{place}-{part}" for part in ("source", "cue", "content") for place in "BI")))


def read_labels(file: Path) -> dict[str, tuple[str, ...]]:
    """Return the labels of each kind.

    Raises:
        ModelError: the file holds no lists of labels, or other roles than those of an attribution.
    """
    found = read_json(file)
    if not isinstance(found, dict) or found.keys() != {*KINDS}:
        raise faulty(file, f"is no JSON object with the lists {', '.join(KINDS)}")
    for kind in KINDS:
        _check(kind, found[kind], file)
    if {*found["roles"]} != ROLES:
        raise faulty(file, f"has not the roles {', '.join(sorted(ROLES))}")
    return {kind: tuple(found[kind]) for kind in KINDS}


def _check(kind: str, labels: object, file: Path) -> None:
    is_one: Callable[[object], bool] = _is_tag if kind == "entities" else _is_word
    if not isinstance(labels, list) or not labels or not all(map(is_one, labels)) or len({*labels}) < len(labels):
        raise faulty(file, f"has no list of different labels in {kind!r}")


def _is_word(label: object) -> bool:
    """Tell whether a label can stand in a column of CoNLL-U."""
    return isinstance(label, str) and label.isprintable() and len(label.split()) == 1


def _is_tag(label: object) -> bool:
    return _is_word(label) and (label == "O" or str(label).startswith(("B-", "I-")))
