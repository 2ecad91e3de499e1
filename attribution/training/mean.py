"""Take the mean of two trainings' weights: `python -m attribution.training.mean --help`.

The mean of networks that began as one and were trained on is often better than either, at the cost of one (Wortsman
et al. 2022).
"""

import argparse
import shutil
from pathlib import Path

import torch

from attribution.training.reader.state import STATE, weights_of


def mean(one: Path, other: Path, share: float, out: Path) -> None:
    """Write the mean of two states into a folder, with `share` of the second; their labels come with it.

    Raises:
        ValueError: the networks are not alike.
    """
    first, second = weights_of(one), weights_of(other)
    if {name: tensor.shape for name, tensor in first.items()} != {name: t.shape for name, t in second.items()}:
        raise ValueError(f"{one} and {other} keep networks of different shapes; take two trainings of one network")
    out.mkdir(parents=True, exist_ok=True)
    torch.save({"reader": {name: torch.lerp(first[name], second[name], share) for name in first}}, out / STATE)
    for labels in one.glob("*.json"):
        shutil.copy(labels, out / labels.name)


def main() -> None:
    """Write the mean."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("states", type=Path, nargs=2, help="two folders where trainings keep their states")
    parser.add_argument("--share", type=float, default=0.5, help="of the second in the mean")
    parser.add_argument("--out", type=Path, required=True, help="folder for the mean")
    given = parser.parse_args()
    one, other = given.states
    mean(one, other, given.share, given.out)


if __name__ == "__main__":
    main()
