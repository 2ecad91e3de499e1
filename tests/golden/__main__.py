"""Print what is gained and lost in the articles with golden files: `python -m tests.golden [--accept]`."""

import argparse

from tests.golden.comparing import differences
from tests.golden.golden import GOLDEN, found_now, read_golden


def main() -> int:
    """Compare, print, and write the files anew where asked to; 1 where anything differs and was not accepted."""
    parser = argparse.ArgumentParser(prog="python -m tests.golden", description=__doc__)
    parser.add_argument("--accept", action="store_true", help="write what is found now; review it with git diff")
    accept = parser.parse_args().accept
    changed = 0
    for now in found_now():
        before = read_golden(now.name)
        lines = differences(before, now)
        changed += bool(lines)
        if lines:
            print("\n".join(lines), end="\n\n")
        if accept:
            GOLDEN.mkdir(exist_ok=True)
            (GOLDEN / f"{now.name}.txt").write_text(now.reviewed(before).text(), encoding="utf8")
    print(f"{changed} articles differ" + (", and were written anew" if accept and changed else ""))
    return 0 if accept or not changed else 1


if __name__ == "__main__":
    raise SystemExit(main())
