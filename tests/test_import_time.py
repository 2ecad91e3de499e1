"""`import attribution` is quick and brings nothing heavy with it."""

import json
import statistics
import subprocess
import sys

MOST_SECONDS = 0.3
HEAVY = {"torch", "stanza", "onnxruntime", "numpy", "networkx", "tokenizers", "pandas", "tqdm", "trafilatura"}


def run_import() -> tuple[float, set[str]]:
    """Import the package in a process of its own; return the seconds it took and the modules it brought."""
    code = (
        "import json, sys, time; start = time.perf_counter(); import attribution; "
        "print(json.dumps([time.perf_counter() - start, list(sys.modules)]))"
    )
    seconds, modules = json.loads(subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout)
    return seconds, set(modules)


def test_import_is_light():
    """Importing takes under 0.3 seconds, in the middle of five, and no tensor runtime, Stanza or numpy comes along."""
    runs = [run_import() for _ in range(5)]

    assert not runs[0][1] & HEAVY
    assert statistics.median(seconds for seconds, _ in runs) < MOST_SECONDS
