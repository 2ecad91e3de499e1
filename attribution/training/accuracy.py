"""Score the whole library on annotated attributions: `python -m attribution.training.accuracy --help`.

The measure is that of `attribution.training.reader.evaluate`, on the words and statements of the finished reading.
Statements inside others are left out, since no corpus of attributions marks them.
"""

import argparse
import re
from collections.abc import Iterable, Iterator
from itertools import combinations
from pathlib import Path

from attribution.statements.reading import read_text
from attribution.text.span import Span
from attribution.training.reader.data import attributions_in
from attribution.training.reader.evaluate import ROLES, Group, score_groups

WORD = re.compile(r"\w+(?:[’'\-.]\w+)*")


def words_under(places: list[tuple[int, int]], spans: Iterable[tuple[int, int]]) -> frozenset[int]:
    """Return the numbers of the words that spans touch; `places` are the words' characters."""
    return frozenset(i for a, b in spans for i, (start, end) in enumerate(places) if start < b and end > a)


def annotated(folder: Path) -> Iterator[tuple[str, str, list[tuple[int, int]], list[Group]]]:
    """Yield for each annotation of a folder (brat stand-off) its article's name and text, words and attributions."""
    for annotation in sorted((folder / "attributions").glob("*.ann")):
        name = annotation.stem.rsplit("_", 1)[0]
        with (folder / "text" / f"{name}.txt").open(encoding="utf8", newline="") as file:
            text = file.read()
        places = [match.span() for match in WORD.finditer(text)]
        parts_of_all = attributions_in(annotation.read_text(encoding="utf8"))
        yield (
            name,
            text,
            places,
            [{role: words_under(places, parts.get(role, [])) for role in ROLES} for parts in parts_of_all],
        )


def agreeing(folder: Path) -> Iterator[tuple[list[Group], list[Group]]]:
    """Yield the attributions of every two people who annotated the same article."""
    readings: dict[str, list[list[Group]]] = {}
    for name, _, _, gold in annotated(folder):
        readings.setdefault(name, []).append(gold)
    return (pair for several in readings.values() for pair in combinations(several, 2))


def compared(folder: Path) -> Iterator[tuple[list[Group], list[Group]]]:
    """Yield for each annotation of a folder (brat stand-off) its attributions, and what the library finds."""
    for _, text, places, gold in annotated(folder):
        statements = [s for s in read_text(text, check_language=False).statements if s.parent is None]
        mine = [{role: words_under(places, _pairs(getattr(s, role))) for role in ROLES} for s in statements]
        yield gold, mine


def _pairs(spans: tuple[Span, ...]) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in spans]


def main() -> None:
    """Print the scores."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--attributions", type=Path, required=True, help="folder with text/ and attributions/ (brat)")
    parser.add_argument(
        "--agreement", action="store_true", help="score people who annotated the same article against each other"
    )
    given = parser.parse_args()
    pairs = agreeing(given.attributions) if given.agreement else compared(given.attributions)
    for name, score in score_groups(pairs).items():
        print(f"{name:16s} {score:5.1f}")


if __name__ == "__main__":
    main()
