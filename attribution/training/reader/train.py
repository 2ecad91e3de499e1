"""Train the reader, from scratch or on: `python -m attribution.training.reader.train --help`."""

import argparse
import json
import random
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

import torch
from attrs import asdict, evolve, frozen
from torch import Tensor

from attribution.document.models import LABELS, VOCABULARY
from attribution.document.reader.pieces import PieceCutter
from attribution.training.reader.data import Labelled, read_attributions, read_entities, read_trees
from attribution.training.reader.losses import entity_loss, role_loss, tree_loss
from attribution.training.reader.network import LAYERS, Reader
from attribution.training.reader.own_reading import read_articles, with_own_reading
from attribution.training.reader.rounding import train_in_bytes
from attribution.training.reader.state import (
    STATE,
    base_model,
    keep,
    load_state,
    open_reader,
    pretrained,
    resume,
    steps_done,
)
from attribution.training.reader.windows import LENGTH, Batch, Labels, Window, WindowCutter, in_paragraphs, stack
from attribution.training.reader.written import read_written

ANNOTATED, WRITTEN, OWN = 6, 2, 3  # windows of roles in turn: annotated, written for this, as a reader read them
OF_ROLES = ("attributing.", "roles.", "role_chain.", "links.", "distance.")
MASK = 103  # vocabulary number of [MASK], which the encoder knows from its own training
STRAIGHT = {1523: 1000, 1524: 1000, 1520: 1005, 1521: 1005}  # vocabulary numbers of “ ” ‘ ’ and of " '
DOUBLE, SINGLE, OPENING, CLOSING, APOSTROPHE = 1000, 1005, 1523, 1524, 1521


@frozen(kw_only=True)
class Recipe:
    """The settings of one training; those that made the model that ships are in its card."""

    steps: int = 6500
    windows: tuple[int, int, int] = (4, 3, 5)  # per step: trees, entities, roles
    upos_weight: float = 0.5  # of parts of speech beside heads and relations
    encoder_rate: float = 1.5e-4
    layer_decay: float = 0.9  # each layer learns this much slower than the one above
    attributing_rate: float = 4e-4
    head_rate: float = 1e-3
    warmup: int = 300
    straightened: float = 0.15  # share of windows whose curly quotation marks are made straight
    curled: float = 0.4  # share of windows of trees whose straight ones are made curly: treebanks have few
    caseless: float = 0.03  # share of windows that are not told how words are written
    masked: float = 0.5  # share of windows of entities and roles of which some pieces are hidden
    hidden: float = 0.12  # share of pieces hidden there
    seed: int = 1

    def at_rates(self, factor: float) -> "Recipe":
        """Return the recipe with all learning rates multiplied."""
        rates = {name: factor * getattr(self, name) for name in ("encoder_rate", "attributing_rate", "head_rate")}
        return evolve(self, **rates)


def endless(cutter: WindowCutter, chance: random.Random) -> Iterator[Window]:
    """Yield windows for ever, cut anew at every pass."""
    while True:
        yield from cutter.cut(chance)


def in_turn(streams: Sequence[tuple[int, Iterator[Window]]]) -> Iterator[Window]:
    """Yield from each stream as many windows as stand before it, then from the next, for ever."""
    while True:
        for number, stream in streams:
            yield from islice(stream, number)


def curl(pieces: Tensor) -> None:
    """Make the straight quotation marks of one window curly: each second double one closes."""
    pieces[pieces == SINGLE] = APOSTROPHE
    double = (pieces == DOUBLE).nonzero().squeeze(1)
    pieces[double[0::2]], pieces[double[1::2]] = OPENING, CLOSING


def perturb(task: str, batch: Batch, recipe: Recipe, chance: random.Random) -> None:
    """Straighten quotation marks and forget capitals in some windows, so that the reader bears both.

    Names and roles must be known by what stands around them, so that some pieces are hidden in windows of those.
    """
    for row in range(len(batch.windows)):
        if chance.random() < recipe.straightened:
            for curly, straight in STRAIGHT.items():
                batch.pieces[row][batch.pieces[row] == curly] = straight
        if task == "trees" and chance.random() < recipe.curled:
            curl(batch.pieces[row])
        if chance.random() < recipe.caseless:
            batch.cases[row] = 0
        if task != "trees" and chance.random() < recipe.masked:
            pieces = batch.pieces[row]
            drawn = torch.rand(len(pieces)) < recipe.hidden
            pieces[drawn & (pieces > MASK)] = MASK  # marks of begin, end and padding have lower numbers


def parameter_groups(reader: Reader, recipe: Recipe) -> list[dict[str, object]]:
    """Group the parameters by learning rate: lower layers move less."""
    groups: dict[float, list[torch.nn.Parameter]] = defaultdict(list)
    for name, parameter in reader.named_parameters():
        rate = recipe.head_rate
        if name.startswith("encoder.layers."):
            rate = recipe.encoder_rate * recipe.layer_decay ** (LAYERS - 1 - int(name.split(".")[2]))
        elif name.startswith("attributing."):
            rate = recipe.attributing_rate
        elif name.startswith(("encoder.cases", "encoder.before", "encoder.after")):
            rate = recipe.head_rate
        elif name.startswith("encoder."):
            rate = recipe.encoder_rate * recipe.layer_decay**LAYERS
        groups[rate].append(parameter)
    return [{"params": parameters, "lr": rate} for rate, parameters in groups.items()]


def rate_at(step: int, recipe: Recipe) -> float:
    """Rise over the warm-up, then fall in a straight line to nothing."""
    if step < recipe.warmup:
        return (step + 1) / recipe.warmup
    return max(0.0, 1 - (step - recipe.warmup) / (recipe.steps - recipe.warmup))


def train_only_roles(reader: Reader) -> None:
    """Have a training change nothing but what answers roles and links; all else stays as it is."""
    for name, parameter in reader.named_parameters():
        parameter.requires_grad_(name.startswith(OF_ROLES))


def losses_of(reader: Reader, batches: dict[str, Batch], labels: Labels, upos_weight: float) -> dict[str, Tensor]:
    """One encoder pass over all windows of a step, then each task's loss on its own."""
    inputs = [
        torch.cat([getattr(b, name) for b in batches.values()]) for name in ("pieces", "cases", "before", "after")
    ]
    hidden = reader.encoder(*inputs).split([len(b.windows) for b in batches.values()])
    trees, entities, roles = (
        reader.words(h, batch.first, batch.last) for h, batch in zip(hidden, batches.values(), strict=True)
    )
    return {
        "trees": tree_loss(reader, trees, batches["trees"], labels, upos_weight),
        "entities": entity_loss(reader, entities, batches["entities"], labels),
        "roles": role_loss(reader, roles, batches["roles"], labels),
    }


def train(reader: Reader, labels: Labels, streams: dict[str, Iterator[Window]], recipe: Recipe, out: Path) -> None:
    """Train in place; every 500 steps the whole state is kept, and an interrupted training goes on from there."""
    optimizer = torch.optim.AdamW(parameter_groups(reader, recipe), weight_decay=0.01, fused=True)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: rate_at(step, recipe))
    state_file = out / STATE
    first = resume(state_file, reader, optimizer, schedule)
    chance, began, seen = random.Random(recipe.seed + first), time.time(), defaultdict(list)
    reader.train()
    for step in range(first + 1, recipe.steps + 1):
        batches = {
            task: stack([next(stream) for _ in range(n)], LENGTH)
            for (task, stream), n in zip(streams.items(), recipe.windows, strict=True)
        }
        for task, batch in batches.items():
            perturb(task, batch, recipe, chance)
        with short_floats():
            losses = losses_of(reader, batches, labels, recipe.upos_weight)
        optimizer.zero_grad()
        torch.stack(list(losses.values())).sum().backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        for task, loss in losses.items():
            seen[task].append(loss.detach().item())
        if step % 50 == 0:
            means = {task: round(sum(values) / len(values), 3) for task, values in seen.items()}
            print(f"step {step} of {recipe.steps}, {time.time() - began:.0f} s, losses {means}", flush=True)
            seen.clear()
        if step % 500 == 0 or step == recipe.steps:
            keep(state_file, reader, optimizer, schedule, step)


def short_floats() -> torch.autocast:
    """Compute in bfloat16 where the processor has instructions for it; elsewhere that takes ten times as long."""
    is_fast = torch.cpu._is_avx512_bf16_supported() or torch.cpu._is_amx_tile_supported()
    return torch.autocast("cpu", dtype=torch.bfloat16, enabled=is_fast)


def main() -> None:
    """Read the data, train, keep the state in a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--trees", type=Path, required=True, help="CoNLL-U file, plain or .gz")
    parser.add_argument("--entities", type=Path, required=True, help="file of tokens and BIO tags, plain or .gz")
    parser.add_argument("--attributions", type=Path, required=True, help="folder with text/ and attributions/ (brat)")
    parser.add_argument("--out", type=Path, required=True, help="folder for the state; training goes on from one there")
    parser.add_argument("--steps", type=int, default=Recipe().steps)
    parser.add_argument("--seed", type=int, default=Recipe().seed)
    parser.add_argument("--begin", type=Path, help="folder of a training whose weights this one begins with")
    parser.add_argument("--rates", type=float, default=1.0, help="factor of the learning rates")
    parser.add_argument("--texts", type=Path, help="CSV of more articles, taught as the reader of --begin reads them")
    parser.add_argument("--teacher", type=Path, help="folder of the training that reads --texts, instead of --begin")
    parser.add_argument("--windows", type=int, nargs=3, default=Recipe().windows, help="trees, entities, roles a step")
    parser.add_argument(
        "--upos-weight", type=float, default=Recipe().upos_weight, help="of parts of speech in the loss"
    )
    parser.add_argument("--only-roles", action="store_true", help="change nothing but what answers roles and links")
    parser.add_argument("--in-bytes", action="store_true", help="compute in bytes what ships in them")
    given = parser.parse_args()
    if min(given.windows) < 1:
        parser.error(f"--windows {given.windows}: a step takes one window of each kind at least; see --only-roles")
    recipe = Recipe(
        steps=given.steps, seed=given.seed, windows=tuple(given.windows), upos_weight=given.upos_weight
    ).at_rates(given.rates)
    torch.manual_seed(recipe.seed)
    # A training that goes on sees other windows than it began with, not the same ones again.
    chance = random.Random(f"{recipe.seed} {steps_done(given.out)}")
    data = {
        "trees": read_trees(given.trees),
        "entities": read_entities(given.entities),
        "roles": read_attributions(given.attributions),
    }
    labels = Labels.of(data["trees"], data["entities"])
    reader, known = load_state(given.begin) if given.begin else (pretrained(labels), labels)
    if known != labels:
        parser.error(f"{given.begin} was trained with other labels than these data have; train from scratch")
    given.out.mkdir(parents=True, exist_ok=True)
    (given.out / LABELS).write_text(json.dumps(asdict(labels), indent=1), encoding="utf8")
    cutter = PieceCutter(base_model() / VOCABULARY)

    def stream(articles: list[Labelled]) -> Iterator[Window]:
        return endless(WindowCutter(cutter, articles), random.Random(chance.random()))

    streams = {task: stream(articles) for task, articles in data.items()}
    paragraphs = random.Random(chance.random())
    streams["trees"] = (in_paragraphs(window, paragraphs) for window in streams["trees"])
    roles = [(ANNOTATED, streams["roles"]), (WRITTEN, stream(read_written()))]
    if given.texts:
        teacher = open_reader(None, given.teacher or given.begin)
        roles.append((OWN, stream(list(with_own_reading(teacher, [*read_articles(given.texts), *data["entities"]])))))
    streams["roles"] = in_turn(roles)
    if given.in_bytes:
        train_in_bytes(reader)
    if given.only_roles:
        train_only_roles(reader)
    train(reader, labels, streams, recipe, given.out)


if __name__ == "__main__":
    main()
