"""Load without looking for garbage."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collecting() -> Iterator[None]:
    """Let Python look for no cycles of garbage inside, where nearly all that is made stays.

    Importing torch and Stanza makes some hundred thousand objects, and Python looks through all of them again and again
    while they come.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
