"""Train the searcher, whose vectors find what may bear on a claim: `python -m … .matcher.searching --help`.

A claim is to be nearer to the statements that bear on it than to the others of its event and of the batch (InfoNCE, van
den Oord et al. 2018), while texts that have nothing to do with each other stay as far apart as the pretrained encoder
has them: what is set by likeness elsewhere stays right.
"""

import argparse
import random
import time
from collections.abc import Iterator, Sequence
from copy import deepcopy
from pathlib import Path

import torch
from attrs import frozen
from torch import Tensor

from attribution.graph.matching.pieces import SentenceCutter, single_row
from attribution.training.matcher.batches import stack_pairs
from attribution.training.matcher.network import PairScorer
from attribution.training.matcher.pairs import Label, Pair, read_named
from attribution.training.matcher.train import Recipe as Rates
from attribution.training.matcher.train import learn, mean_vectors, new_scorer, parameter_groups
from attribution.training.matcher.written import WrittenEvent, read_written
from attribution.training.reader.state import STATE, base_model, keep
from attribution.training.reader.train import short_floats

ALIKE = ("emergent", "sts_headlines", "sts_news", "stsb", "claim_match_debates")
BEARING = (Label.SUPPORTS, Label.CONTRADICTS, Label.BEARS)


@frozen(kw_only=True)
class Recipe:
    """The settings of one training."""

    steps: int = 800
    claims: int = 12  # of written events in a step, each with these:
    bearing: int = 2  # statements on it
    others: int = 5  # statements of its event on something else
    pairs: int = 20  # of public sets in a step
    rate: float = 5e-5
    sharpness: float = 20.0  # by which likeness is multiplied before the softmax
    keeping: float = 10.0  # weight of staying where the pretrained encoder has things
    warmup: int = 50
    seed: int = 1


@frozen
class Step:
    """Texts of one step, each once; `on[i, j]` is 1 where text j bears on text i."""

    texts: list[str]
    on: Tensor


def groups_of(events: Sequence[WrittenEvent], recipe: Recipe, chance: random.Random) -> Iterator[list[Pair]]:
    """Yield for ever the claims of written events, each with some statements on it and some that are not."""
    while True:
        claims = [(event, claim) for event in events for claim in event.claims if set(claim.on.values()) & {*BEARING}]
        chance.shuffle(claims)
        for event, claim in claims:
            on = [letter for letter, label in claim.on.items() if label in BEARING]
            off = [letter for letter in event.statements if letter not in claim.on]
            chance.shuffle(on)
            chance.shuffle(off)
            yield [
                *(Pair(claim.text, event.statements[letter], Label.BEARS) for letter in on[: recipe.bearing]),
                *(Pair(claim.text, event.statements[letter], Label.BEARS_NOT) for letter in off[: recipe.others]),
            ]


def pairs_of(folder: Path, chance: random.Random) -> Iterator[Pair]:
    """Yield for ever pairs of public sets that say the same or speak of one thing."""
    pairs = [pair for name in ALIKE for pair in read_named(folder, name, "train") if pair.label in BEARING]
    while True:
        chance.shuffle(pairs)
        yield from pairs


def step_of(pairs: Sequence[Pair]) -> Step:
    """Lay pairs out as texts and what bears on what; texts of different pairs have nothing to do with each other."""
    texts = list(dict.fromkeys(text for pair in pairs for text in (pair.premise, pair.hypothesis)))
    place = {text: i for i, text in enumerate(texts)}
    on = torch.zeros(len(texts), len(texts))
    for pair in pairs:
        if pair.label is Label.BEARS_NOT or pair.premise == pair.hypothesis:
            continue
        on[place[pair.premise], place[pair.hypothesis]] = on[place[pair.hypothesis], place[pair.premise]] = 1
    return Step(texts, on)


def searching_loss(vectors: Tensor, before: Tensor, on: Tensor, recipe: Recipe) -> Tensor:
    """Return the loss of one step: vectors now and before (texts, 384), what bears on what (texts, texts)."""
    alike = vectors @ vectors.T
    asked = on.sum(1) > 0
    own = torch.eye(len(on), dtype=torch.bool)
    scaled = (recipe.sharpness * alike).masked_fill(own, -1e4)
    # each text that bears on this one against all that do not: others that bear on it are left out
    others = torch.logsumexp(scaled.masked_fill(on > 0, -1e4), 1, keepdim=True)
    each = torch.logaddexp(others, scaled) - scaled
    ranking = ((each * on).sum(1) / on.sum(1).clamp(min=1))[asked].mean()
    moved = ((alike - before @ before.T) ** 2).masked_fill(own | (on > 0), 0).mean()
    return ranking + recipe.keeping * moved


def train(searcher: PairScorer, claims: Path, recipe: Recipe, out: Path) -> None:
    """Train in place, and keep the state at the end."""
    chance, cutter = random.Random(recipe.seed), SentenceCutter(base_model() / "tokenizer.json")
    groups, pairs = groups_of(read_written(), recipe, chance), pairs_of(claims, chance)
    before = deepcopy(searcher.encoder).eval()
    rates = Rates(encoder_rate=recipe.rate)
    optimizer = torch.optim.AdamW(parameter_groups(searcher, rates), weight_decay=0.01, fused=True)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / recipe.warmup, (recipe.steps - step) / recipe.steps)
    )
    began, seen = time.time(), []
    searcher.train()
    for number in range(1, recipe.steps + 1):
        drawn = [pair for _ in range(recipe.claims) for pair in next(groups)]
        step = step_of([*drawn, *(next(pairs) for _ in range(recipe.pairs))])
        batch = stack_pairs([single_row(cut) for cut in cutter.cut(step.texts)], [0] * len(step.texts))
        with short_floats():
            vectors = mean_vectors(searcher.encoder, batch)
            with torch.no_grad():
                fixed = mean_vectors(before, batch)
        loss = searching_loss(vectors, fixed, step.on, recipe)
        learn(loss, searcher, optimizer, schedule)
        seen.append(loss.item())
        if number % 50 == 0:
            print(
                f"step {number} of {recipe.steps}, {time.time() - began:.0f} s, loss {sum(seen) / len(seen):.3f}",
                flush=True,
            )
            seen.clear()
    keep(out / STATE, searcher, optimizer, schedule, recipe.steps)


def main() -> None:
    """Train, keep the state in a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=Path, required=True, help="folder of NAME.train.tsv.gz")
    parser.add_argument("--out", type=Path, required=True, help="folder for the state")
    parser.add_argument("--steps", type=int, default=Recipe().steps)
    parser.add_argument("--seed", type=int, default=Recipe().seed)
    given = parser.parse_args()
    torch.manual_seed(given.seed)
    given.out.mkdir(parents=True, exist_ok=True)
    train(new_scorer(), given.claims, Recipe(steps=given.steps, seed=given.seed), given.out)


if __name__ == "__main__":
    main()
