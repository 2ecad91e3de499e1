"""Fuzz one target: `python -m tests.fuzz TARGET [--seconds N]`; with atheris where it is installed.

Without it (`pip install --group fuzz`) seeds are changed at random, without looking at what they reach.
"""

import argparse
import sys
import tempfile
import time
from pathlib import Path

from tests.fuzz.mutating import mutated, seeds
from tests.fuzz.targets import TARGETS


def main() -> None:
    """Run until the time is over or a fault is found, whose input is then kept in the working folder."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("--seconds", type=int, default=60)
    given = parser.parse_args()
    try:
        import atheris
    except ImportError:
        print(f"{_mutate(given.target, given.seconds):,} inputs without a fault (no atheris: mutations only)")
        return
    with tempfile.TemporaryDirectory() as folder:
        for number, seed in enumerate(seeds(given.target)):
            (Path(folder) / str(number)).write_bytes(seed)
        atheris.instrument_all()
        limits = [f"-max_total_time={given.seconds}", "-timeout=20", "-rss_limit_mb=4096", "-max_len=100000"]
        atheris.Setup([sys.argv[0], *limits, folder], TARGETS[given.target])
        atheris.Fuzz()


def _mutate(target: str, limit: int) -> int:
    number, end = 0, time.monotonic() + limit
    while time.monotonic() < end:
        data = mutated(target, number)
        try:
            TARGETS[target](data)
        except BaseException:
            Path(f"fault-{target}-{number}").write_bytes(data)
            raise
        number += 1
    return number


if __name__ == "__main__":
    main()
