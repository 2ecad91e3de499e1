"""Write a file beside its place, then move it there: whoever reads the place sees the old file or the whole new one."""

import os
from collections.abc import Callable
from pathlib import Path
from tempfile import mkstemp

from attribution.errors import GraphFileError


def place(path: Path, write: Callable[[Path], None]) -> None:
    """Have `write` fill a file beside `path`, then move it to `path`; nothing stays behind where that fails.

    Raises:
        GraphFileError: the folder is missing, full or cannot be written to.
    """
    try:
        handle, name = mkstemp(prefix=".export-", suffix=".part", dir=path.parent)
    except OSError as error:
        raise _refused(path, error) from error
    os.close(handle)
    beside = Path(name)
    try:
        write(beside)
        beside.chmod(0o666 & ~_mask())
        beside.replace(path)
    except OSError as error:
        raise _refused(path, error) from error
    finally:
        beside.unlink(missing_ok=True)


def _mask() -> int:
    """Return the process's umask, which can be read only by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _refused(path: Path, error: OSError) -> GraphFileError:
    reason = (error.strerror or str(error)).lower()
    return GraphFileError(str(path), f"cannot be written ({reason})", "check the folder and the space left on the disk")
