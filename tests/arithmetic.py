"""What the processor under the tests makes of 8-bit networks: a tag that is a close call may fall the other way."""

from functools import cache
from pathlib import Path

REFERENCE = frozenset(("avx512_vnni", "avx_vnni"))  # multiply bytes without saturation, as the golden files were made
CPUINFO = Path("/proc/cpuinfo")


@cache
def is_reference() -> bool:
    """Tell whether this processor computes as the one on which the golden files and shares were taken."""
    known = CPUINFO.read_text(encoding="utf8") if CPUINFO.exists() else ""
    return any(flag in REFERENCE for line in known.splitlines() if line.startswith("flags") for flag in line.split())


def allowance(elsewhere: float) -> float:
    """Return the share of statements that may differ more than on the reference: none there."""
    return 0.0 if is_reference() else elsewhere
