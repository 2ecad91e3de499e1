"""Train the pair scorer from the pretrained encoder: `python -m attribution.training.matcher.train --help`."""

import argparse
import random
import time
from collections.abc import Sequence
from pathlib import Path

import torch
from attrs import frozen
from torch import Tensor
from torch.nn import functional

from attribution.graph.matching.matcher import to_bytes
from attribution.graph.matching.networks import Bytes
from attribution.graph.matching.pieces import SentenceCutter, single_row
from attribution.training.matcher.batches import PairBatch, batches, rows_of, stack_pairs
from attribution.training.matcher.lessons import Lesson, read_lessons
from attribution.training.matcher.mixture import TAUGHT, mixture
from attribution.training.matcher.network import PairScorer
from attribution.training.matcher.pairs import Label
from attribution.training.reader.network import LAYERS, Encoder
from attribution.training.reader.state import STATE, base_model, keep, resume, weights_of
from attribution.training.reader.train import short_floats

VECTORS_AT_ONCE = 64
OWN_LABEL = 0.3  # share of a pair's own label beside what other networks answered
LEAST_CHANCE = 1e-5


@frozen(kw_only=True)
class Recipe:
    """The settings of one training; what made the model that ships is told in its model card."""

    passes: int = 1
    pieces: int = 2200  # per step, about 50 pairs
    encoder_rate: float = 1.4e-4
    layer_decay: float = 0.92  # each layer learns this much slower than the one above
    head_rate: float = 7e-4
    warmup: float = 0.05  # share of the steps
    caseless: float = 0.08  # share of pairs that are not told how words are written
    smoothing: float = 0.05  # of the labels: many were made by programs, or by one person
    seed: int = 1


def pair_loss(scores: Tensor, labels: Tensor, taught: Tensor, smoothing: float) -> Tensor:
    """scores (pairs, 4), labels (pairs), taught (pairs, 4) → the mean loss of a batch.

    What other networks answered counts for more than the label of a pair, and is all where nobody told one.
    """
    own = torch.where(taught[:, 0].isnan(), 1.0, OWN_LABEL) * (labels != Label.UNTOLD)
    losses = own * label_losses(scores, labels, smoothing) + (1 - own) * taught_losses(scores, taught.nan_to_num())
    return losses.mean()


def taught_losses(scores: Tensor, taught: Tensor) -> Tensor:
    """scores and taught (pairs, 4) → the loss of each pair: how far its chances are from those that others gave."""
    classes, given = functional.log_softmax(scores[:, :3], -1), taught[:, :3].clamp(min=LEAST_CHANCE)
    apart = functional.kl_div(classes, given, reduction="none").sum(-1)
    bearing = functional.binary_cross_entropy_with_logits(scores[:, 3], taught[:, 3], reduction="none")
    losses: Tensor = 2 * apart + bearing
    return losses


def label_losses(scores: Tensor, labels: Tensor, smoothing: float) -> Tensor:
    """scores (pairs, 4), labels (pairs) → the loss of each pair: of the three classes, and of bearing at all.

    Where only *not supports* is known, the classes are asked for that alone. What supports or contradicts bears; what
    is neutral in the public sets may or may not, and is not asked.
    """
    classes = functional.log_softmax(scores[:, :3], -1)
    smooth = classes.gather(1, labels.clamp(max=2)[:, None])[:, 0]
    smooth = (1 - smoothing) * smooth + smoothing * classes.mean(-1)
    of_classes = torch.where(labels == Label.NOT_SUPPORTS, torch.logsumexp(classes[:, 1:], -1), smooth)
    bears = ((labels <= Label.CONTRADICTS) | (labels == Label.BEARS)).float() * (1 - smoothing) + smoothing / 2
    of_bearing = functional.binary_cross_entropy_with_logits(scores[:, 3], bears, reduction="none")
    asked = (labels <= Label.CONTRADICTS) | ((labels >= Label.BEARS) & (labels <= Label.NEITHER))
    classed = (labels <= Label.NOT_SUPPORTS) | (labels == Label.NEITHER)
    return of_bearing * asked - of_classes * classed


def parameter_groups(scorer: PairScorer, recipe: Recipe) -> list[dict[str, object]]:
    """Group the parameters by learning rate: lower layers move less, the word pieces not at all."""
    groups: dict[float, list[torch.nn.Parameter]] = {}
    for name, parameter in scorer.named_parameters():
        if not parameter.requires_grad:
            continue
        rate = recipe.head_rate
        if name.startswith("encoder.layers."):
            rate = recipe.encoder_rate * recipe.layer_decay ** (LAYERS - 1 - int(name.split(".")[2]))
        elif name.startswith("encoder."):
            rate = recipe.encoder_rate * recipe.layer_decay**LAYERS
        groups.setdefault(rate, []).append(parameter)
    return [{"params": parameters, "lr": rate} for rate, parameters in groups.items()]


def forget_cases(batch: PairBatch, share: float, chance: random.Random) -> None:
    """Forget in some pairs how words are written, so that headlines and lower case are borne."""
    for row in range(len(batch.cases)):
        if chance.random() < share:
            batch.cases[row] = 0


def learn(
    loss: Tensor, scorer: PairScorer, optimizer: torch.optim.Optimizer, schedule: torch.optim.lr_scheduler.LRScheduler
) -> None:
    """Take one step against a loss, a short one where it is steep."""
    optimizer.zero_grad()
    loss.backward()  # type: ignore[no-untyped-call]
    torch.nn.utils.clip_grad_norm_(scorer.parameters(), 1.0)
    optimizer.step()
    schedule.step()


def train(scorer: PairScorer, lessons: Sequence[Lesson], recipe: Recipe, out: Path) -> None:
    """Train in place; every 250 steps the whole state is kept, and an interrupted training goes on from there."""
    chance = random.Random(recipe.seed)
    pairs = [one.pair for one in lessons]
    rows = rows_of(SentenceCutter(base_model() / "tokenizer.json"), pairs)
    labels, taught = [int(pair.label) for pair in pairs], [one.chances for one in lessons]
    passes = range(recipe.passes)
    steps = [batch for _ in passes for batch in batches(rows, labels, taught, recipe.pieces, chance)]
    optimizer = torch.optim.AdamW(parameter_groups(scorer, recipe), weight_decay=0.01, fused=True)
    warmup = recipe.warmup * len(steps)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / warmup, (len(steps) - step) / (len(steps) - warmup))
    )
    state_file = out / STATE
    first = resume(state_file, scorer, optimizer, schedule)
    began, seen = time.time(), []
    scorer.train()
    for step, batch in enumerate(steps[first:], first + 1):
        forget_cases(batch, recipe.caseless, chance)
        with short_floats():
            scores = scorer(batch.pieces, batch.cases, batch.segments)
        loss = pair_loss(scores.float(), batch.labels, batch.taught, recipe.smoothing)
        learn(loss, scorer, optimizer, schedule)
        seen.append(loss.item())
        if step % 50 == 0:
            spent = time.time() - began
            print(f"step {step} of {len(steps)}, {spent:.0f} s, loss {sum(seen) / len(seen):.3f}", flush=True)
            seen.clear()
        if step % 250 == 0 or step == len(steps):
            keep(state_file, scorer, optimizer, schedule, step)


@torch.inference_mode()
def sentence_vectors(texts: Sequence[str]) -> dict[str, Bytes]:
    """Return the vector of each text by the pretrained encoder, as `attribution.graph.matching` keeps them."""
    encoder = new_scorer().eval().encoder
    rows = [single_row(cut) for cut in SentenceCutter(base_model() / "tokenizer.json").cut(texts)]
    found: dict[str, Bytes] = {}
    order = sorted(range(len(rows)), key=lambda i: len(rows[i].pieces))
    for start in range(0, len(order), VECTORS_AT_ONCE):
        some = order[start : start + VECTORS_AT_ONCE]
        batch = stack_pairs([rows[i] for i in some], [0] * len(some))
        for i, vector in zip(some, to_bytes(mean_vectors(encoder, batch).numpy()), strict=True):
            found[texts[i]] = vector
    return found


def mean_vectors(encoder: Encoder, batch: PairBatch) -> Tensor:
    """Return for each text of a batch the mean of what an encoder sees, of length 1: (texts, 384)."""
    standing = (batch.pieces != 0).float().unsqueeze(-1)
    hidden = encoder(batch.pieces, batch.cases * 0, batch.segments, batch.segments).float()
    return functional.normalize((hidden * standing).sum(1) / standing.sum(1), dim=-1)


def new_scorer() -> PairScorer:
    """Return a pair scorer that begins as the pretrained encoder."""
    from safetensors.torch import load_file

    scorer = PairScorer()
    scorer.load_bert(load_file(base_model() / "model.safetensors"))
    return scorer


def load_scorer(folder: Path) -> PairScorer:
    """Return the pair scorer whose training keeps its state in a folder."""
    scorer = PairScorer()
    scorer.load_state_dict(weights_of(folder))
    return scorer.eval()


def main() -> None:
    """Read the pairs, train, keep the state in a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=Path, required=True, help="folder of NAME.train.tsv.gz")
    parser.add_argument("--attributions", type=Path, required=True, help="folder with text/ and attributions/ (brat)")
    parser.add_argument("--out", type=Path, required=True, help="folder for the state; training goes on from one there")
    parser.add_argument("--begin", type=Path, help="folder of a training whose weights this one begins with")
    parser.add_argument("--rates", type=float, default=1.0, help="factor of the learning rates")
    parser.add_argument("--public", type=float, default=1.0, help="factor of the shares of the public sets")
    parser.add_argument("--taught", type=Path, help="what other trainings answered, by the command `teaching`")
    parser.add_argument("--seed", type=int, default=Recipe().seed)
    given = parser.parse_args()
    rates = (given.rates * Recipe().encoder_rate, given.rates * Recipe().head_rate)
    recipe = Recipe(seed=given.seed, encoder_rate=rates[0], head_rate=rates[1])
    torch.manual_seed(recipe.seed)
    taught = read_lessons(given.taught) if given.taught else []
    chance, without = random.Random(recipe.seed), TAUGHT if taught else ()
    pairs = mixture(given.claims, given.attributions, sentence_vectors, chance, public=given.public, without=without)
    given.out.mkdir(parents=True, exist_ok=True)
    scorer = load_scorer(given.begin) if given.begin else new_scorer()
    train(scorer, [*taught, *(Lesson(pair) for pair in pairs)], recipe, given.out)


if __name__ == "__main__":
    main()
