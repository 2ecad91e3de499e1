"""Open the files of a model folder: whatever a library raises over one becomes our error, which names the file."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from attribution.errors import AttributionError, ModelError

REMEDY = (
    "reinstall the package (pip install --force-reinstall claim-attribution), "
    "or train the model anew with attribution.training"
)
LONGEST = 200  # characters of what a library says; some print a whole file


def faulty(file: Path, problem: str) -> ModelError:
    """Return the error for a model's file that is not as it should be, with how to restore it."""
    return ModelError(str(file), problem, REMEDY)


@contextmanager
def opening(file: Path) -> Iterator[None]:
    """Turn what the block raises over a file into a `ModelError`; tokenizers, for one, raises a bare `Exception`."""
    try:
        yield
    except (AttributionError, ImportError):
        raise
    except Exception as error:
        said = " ".join(f"{type(error).__name__}: {error}".split())
        raise faulty(file, f"cannot be opened ({said[:LONGEST]})") from error


def read_json(file: Path) -> object:
    """Return what a JSON file of a model folder holds.

    Raises:
        ModelError: it cannot be read, or is no JSON.
    """
    try:
        found: object = json.loads(file.read_text(encoding="utf8"))
    except OSError as error:
        raise faulty(file, f"cannot be read ({error.strerror or error})") from error
    except (ValueError, RecursionError) as error:
        raise faulty(file, f"is no JSON ({error})") from error
    return found
