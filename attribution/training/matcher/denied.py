"""Read sentences written for the training of the matcher, most of them beside their denials.

A file holds blocks, parted by an empty line. A block of denials has a premise (`P`), the premise denied (`Q`), and
hypotheses (`H`), each beside itself denied, with what each premise says of each hypothesis: supports, contradicts, or
neither (neutral).

    P  The agency published the rule after sixty days of comment.
    Q  The agency did not publish the rule after sixty days of comment.
    H  The rule came out.  |  The rule did not come out.  |  s n c n

The four letters are for P with the plain hypothesis, Q with it, P with the denied one, Q with it. A block without
denials has a premise, and hypotheses by what it says of them:

    P  The agency published the rule after sixty days of comment.
    s  There was a time in which people could say what they thought of it.
"""

from collections.abc import Iterable, Iterator
from importlib.resources import files

from attribution.training.matcher.pairs import Label, Pair

LABELS = {"s": Label.SUPPORTS, "c": Label.CONTRADICTS, "n": Label.NEUTRAL}


def read_sentences(*, development: bool = False) -> list[Pair]:
    """Return the pairs that come with the package, those of training or of the tenth block kept for development."""
    folder = files("attribution.training.matcher").joinpath("sentences")
    texts = sorted((file.name, file.read_text("utf8")) for file in folder.iterdir() if file.name.endswith(".txt"))
    blocks = [block for _, text in texts for block in text.split("\n\n") if block.strip()]
    chosen = (block for place, block in enumerate(blocks) if (place % 10 == 9) is development)
    return [pair for block in chosen for pair in parse_block(block.splitlines())]


def parse_block(lines: Iterable[str]) -> list[Pair]:
    """Return the pairs of a block; ValueError where a line is none of the kinds above."""
    premises: list[str] = []
    found: list[Pair] = []
    for line in filter(None, map(str.strip, lines)):
        sign, _, rest = line.partition("  ")
        if sign in ("P", "Q") and len(premises) == "PQ".index(sign) and rest:
            premises.append(rest)
        elif sign == "H" and len(premises) == 2:
            found += _beside_denials(premises, rest)
        elif sign in LABELS and len(premises) == 1 and rest:
            found.append(Pair(premises[0], rest, LABELS[sign]))
        else:
            raise ValueError(f"not a line of such a block: {line}")
    return found


def _beside_denials(premises: list[str], rest: str) -> Iterator[Pair]:
    parts = [part.strip() for part in rest.split("  |  ")]
    labels = parts[-1].split()
    if len(parts) != 3 or len(labels) != 4 or not set(labels) <= set(LABELS):
        raise ValueError(f"not two hypotheses and four labels: {rest}")
    each = [(premise, hypothesis) for hypothesis in parts[:2] for premise in premises]
    yield from (Pair(*one, LABELS[label]) for one, label in zip(each, labels, strict=True))
