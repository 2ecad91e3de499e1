"""See that the files of a Stanza model folder lead nowhere else: Stanza follows what they name, to any place.

Its `resources.json` may name another folder (an alias) and files that a model needs beside its own; a model's settings
may name a language model by its path, or one to be fetched. What `attribution.training` writes names none of these.
"""

import re
from pathlib import Path
from typing import Any

from attribution.document.opening import faulty, opening, read_json

# settings of a model that make Stanza open another one
_LEADS_OUT = re.compile(r"(?:_file|_path|_dir)$|^(?:bert_|pretrain)")


def read_processors(resources: Path, language: str, package: str) -> tuple[str, ...]:
    """Return the processors whose models a folder's `resources.json` lists: *tokenize*, *mwt*, *lemma*.

    Raises:
        ModelError: it lists anything but one model of each, in the folder itself.
    """
    match read_json(resources):
        case dict() as languages if languages.keys() == {language} and isinstance(languages[language], dict):
            listed: dict[str, Any] = languages[language]
        case _:
            raise faulty(resources, f"is no list of models for the language {language!r} alone")
    found = tuple(sorted(listed.keys() - {"lang_name", "packages"}))
    if strange := next((name for name in found if not _is_plain(name, listed[name], package)), None):
        raise faulty(resources, f"leads elsewhere than to one model {package!r} in {strange[:40]!r}")
    if listed.get("packages") != {package: dict.fromkeys(found, package)}:
        raise faulty(resources, f"has other packages than {package!r} with {', '.join(found) or 'nothing'}")
    return found


def _is_plain(name: str, models: object, package: str) -> bool:
    match models:
        case dict() if name.isidentifier() and models.keys() == {package}:
            return isinstance(models[package], dict) and models[package].keys() <= {"md5"}
    return False


def check_weights(file: Path) -> None:
    """See that a model's file is one that Stanza's trainers save, and that its settings name no other file.

    Raises:
        ModelError: it is none, or names one.
    """
    import torch

    with opening(file):
        state: Any = torch.load(file, map_location="cpu", weights_only=True)
    if not isinstance(state, dict) or not isinstance(state.get("config"), dict):
        raise faulty(file, "holds no model with its settings")
    named = [str(name) for name, value in state["config"].items() if value and _LEADS_OUT.search(str(name))]
    named += ["contextual"] if state.get("contextual") else []
    if named:
        raise faulty(file, f"wants other models beside it ({', '.join(named)[:80]})")
