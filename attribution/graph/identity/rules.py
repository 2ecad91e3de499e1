"""Tell whether identities that were kept would be found the same today."""

import hashlib
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2]
RULES = (
    "graph/identity/*.py",
    "graph/clusters.py",
    "statements/speakers/names.py",
    "statements/speakers/word_lists.py",
)
WORDS = ("graph/identity/data/*", "statements/speakers/data/*")


@cache
def rules_sum() -> str:
    """Return a sum over the rules and word lists that identities follow from; another release may have others."""
    found = hashlib.blake2b(digest_size=8)
    for pattern in (*RULES, *WORDS):
        for file in sorted(PACKAGE.glob(pattern)):
            found.update(file.read_bytes())
    return found.hexdigest()
