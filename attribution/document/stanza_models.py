"""Find the Stanza models that ship with the package, see that they are whole, and load a pipeline of them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attribution.errors import ModelError

if TYPE_CHECKING:
    import stanza

ENGLISH = Path(__file__).resolve().parent.parent / "models" / "english"
LANGUAGE = "en"
PACKAGE = "news"
SUMS = "SHA256SUMS"
_REMEDY = (
    "reinstall the package (pip install --force-reinstall claim-attribution), "
    "or train the model anew with attribution.training"
)


def model_path(models: Path, processor: str) -> Path:
    """Return where a model folder keeps the model of one processor: `tokenize`, `mwt` or `lemma`."""
    return models / LANGUAGE / processor / f"{PACKAGE}.pt"


def check_models(models: Path = ENGLISH) -> None:
    """See that every file of a model folder is there and undamaged, by the sums in its `SHA256SUMS`.

    Raises:
        ModelError: a file is missing or is not what it was.
    """
    sums = models / SUMS
    if not sums.is_file():
        raise ModelError(str(sums), "is missing", _REMEDY)
    for line in sums.read_text(encoding="utf-8").splitlines():
        expected, name = line.split(maxsplit=1)
        path = models / name
        if not path.is_file():
            raise ModelError(str(path), "is missing", _REMEDY)
        if hashlib.sha256(path.read_bytes()).hexdigest() != expected:
            raise ModelError(str(path), f"is damaged: its sum is not the one in {SUMS}", _REMEDY)


@cache
def _check_once(models: Path) -> None:
    check_models(models)


def load_stanza(models: Path = ENGLISH, processors: str = "tokenize,mwt,lemma", **options: Any) -> stanza.Pipeline:
    """Load a Stanza pipeline from a model folder; nothing is downloaded.

    Options go to `stanza.Pipeline` as they are and may replace any set here:
    `load_stanza(ENGLISH, "tokenize,mwt")` splits *"We agree," Gov. Smith said.* into words.

    Raises:
        ModelError: a file of the folder is missing or damaged.
    """
    import stanza

    from attribution.document import stanza_lemmatizer
    from attribution.document.splitting import stanza_tokenizer

    _check_once(models)
    stanza_tokenizer.register_variant()
    stanza_lemmatizer.register_variant()
    settings: dict[str, Any] = {
        "package": None,
        "processors": {name.strip(): PACKAGE for name in processors.split(",")},
        "download_method": None,
        "verbose": False,
        f"tokenize_with_{stanza_tokenizer.VARIANT}": True,
        f"lemma_with_{stanza_lemmatizer.VARIANT}": True,
        # UPOS comes from the reader, which is no processor of Stanza's own list; do not ask for Stanza's tagger
        "lemma_pretagged": True,
    }
    with _without_optimizers():
        return stanza.Pipeline(LANGUAGE, dir=str(models), **(settings | options))


@contextmanager
def _without_optimizers() -> Iterator[None]:
    """Let Stanza load models without the optimizers that its trainers make even for reading.

    Making the first one imports PyTorch's compiler, a third of the time from start to the first article.
    """
    from stanza.models.common import utils

    made = utils.get_optimizer
    utils.get_optimizer = lambda *_arguments, **_options: None
    try:
        yield
    finally:
        utils.get_optimizer = made
