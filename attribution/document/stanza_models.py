"""Find the Stanza models that ship with the package, see that they are whole, and load a pipeline of them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from attribution.document.opening import faulty, opening
from attribution.document.stanza_files import check_weights, read_processors

if TYPE_CHECKING:
    import stanza

ENGLISH = Path(__file__).resolve().parent.parent / "models" / "english"
LANGUAGE = "en"
PACKAGE = "news"
SUMS, RESOURCES = "SHA256SUMS", "resources.json"
TRAINED = frozenset(("tokenize", "mwt", "lemma"))  # processors with a model of Stanza's; the reader has a folder
_LISTED = re.compile(r"([0-9a-f]{64})  (.+)")


def model_path(models: Path, processor: str) -> Path:
    """Return where a model folder keeps the model of one processor: `tokenize`, `mwt` or `lemma`."""
    return models / LANGUAGE / processor / f"{PACKAGE}.pt"


def check_models(models: Path = ENGLISH, needed: Iterable[Path] = ()) -> None:
    """See that every file of a model folder is there and undamaged, by the sums in its `SHA256SUMS`.

    `needed` are files of the folder that have to be among them. Nothing outside the folder is read, unless a file in it
    is a link: some installers link files instead of copying them.

    Raises:
        ModelError: a file is missing, is not what it was, or is not listed.
    """
    _see_listed(models, _whole(models), needed)


def _whole(models: Path) -> frozenset[str]:
    """Return the paths of the files that a folder lists, each of which is there and undamaged."""
    listed = _listed_in(models / SUMS)
    for name, expected in listed.items():
        path = models / name
        if not is_file(path):
            raise faulty(path, "is missing")
        if hashlib.sha256(_bytes_of(path)).hexdigest() != expected:
            raise faulty(path, f"is damaged: its sum is not the one in {SUMS}")
    return frozenset(listed)


def _see_listed(models: Path, listed: frozenset[str], needed: Iterable[Path]) -> None:
    for path in needed:
        if path.relative_to(models).as_posix() not in listed:
            raise faulty(path, f"is {'not listed in ' + SUMS if is_file(path) else 'missing'}")


def _listed_in(sums: Path) -> dict[str, str]:
    """Return the sum of each file that is listed, by its path within the folder."""
    if not is_file(sums):
        raise faulty(sums, "is missing")
    listed: dict[str, str] = {}
    for number, line in enumerate(_bytes_of(sums).decode(errors="replace").splitlines(), 1):
        found = _LISTED.fullmatch(line)
        if not found:
            raise faulty(sums, f"is damaged: line {number} is no sum and name")
        if not _is_inside(found[2]):
            raise faulty(sums, f"leads out of its folder in line {number}")
        listed[found[2]] = found[1]
    return listed


def _is_inside(name: str) -> bool:
    """Tell whether a path within a folder stays there, on any system: no *../*, */etc*, *C:* or *..\\*."""
    return (
        not set(name) & set("\\:") and not PurePosixPath(name).is_absolute() and ".." not in PurePosixPath(name).parts
    )


def is_file(path: Path) -> bool:
    """Tell whether there is a file; a name that no system can have has none."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise faulty(path, f"cannot be read ({error.strerror or error})") from error


@cache
def _check_once(models: Path, processors: frozenset[str]) -> None:
    """See that a folder has the models of some processors, whole, and that they lead nowhere else."""
    listed = _whole(models)
    _see_listed(models, listed, [models / RESOURCES])
    held = read_processors(models / RESOURCES, LANGUAGE, PACKAGE)
    needed = [model_path(models, processor) for processor in sorted(processors & TRAINED | {*held})]
    _see_listed(models, listed, needed)
    for path in needed:
        check_weights(path)


def load_stanza(models: Path = ENGLISH, processors: str = "tokenize,mwt,lemma", **options: Any) -> stanza.Pipeline:
    """Load a Stanza pipeline from a model folder; nothing is downloaded.

    Options go to `stanza.Pipeline` as they are and may replace any set here:
    `load_stanza(ENGLISH, "tokenize,mwt")` splits *"We agree," Gov. Smith said.* into words.

    Raises:
        ModelError: a file of the folder is missing or damaged, or leads out of it.
    """
    import stanza

    from attribution.document import stanza_lemmatizer
    from attribution.document.splitting import stanza_tokenizer

    names = [name.strip() for name in processors.split(",")]
    _check_once(models, frozenset(names))
    stanza_tokenizer.register_variant()
    stanza_lemmatizer.register_variant()
    settings: dict[str, Any] = {
        "package": None,
        "processors": dict.fromkeys(names, PACKAGE),
        "download_method": None,
        "verbose": False,
        f"tokenize_with_{stanza_tokenizer.VARIANT}": True,
        f"lemma_with_{stanza_lemmatizer.VARIANT}": True,
        # UPOS comes from the reader, which is no processor of Stanza's own list; do not ask for Stanza's tagger
        "lemma_pretagged": True,
    }
    # the tokenizer and the lemmatizer name their own files; what is left to fail is Stanza's own expander
    with opening(model_path(models, "mwt")), _without_optimizers():
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
