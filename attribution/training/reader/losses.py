"""What the network is trained to answer: one loss for each kind of data."""

import torch
from torch import Tensor
from torch.nn import functional

from attribution.training.reader.data import IGNORED
from attribution.training.reader.network import Reader
from attribution.training.reader.windows import (
    Batch,
    Labels,
    cues_within,
    heads_within,
    label_ids,
    same_sentence,
)

IMPOSSIBLE = -1e4


def tree_loss(reader: Reader, words: Tensor, batch: Batch, labels: Labels, upos_weight: float) -> Tensor:
    """Heads, relations and, with a weight of their own, parts of speech of a batch of treebank windows."""
    heads = heads_within(batch.windows)
    arcs = reader.arc_scores(words).float().masked_fill(~same_sentence(batch.windows), IMPOSSIBLE)
    relations = reader.relation_scores(words, heads.clamp(min=0)).float()
    upos = reader.upos(words).float()
    real = batch.real
    known = real & (heads != IGNORED)
    return (
        functional.cross_entropy(arcs[known], heads[known])
        + functional.cross_entropy(relations[known], label_ids(batch.windows, "deprels", labels.deprels)[known])
        + upos_weight * functional.cross_entropy(upos[real], label_ids(batch.windows, "upos", labels.upos)[real])
    )


def entity_loss(reader: Reader, words: Tensor, batch: Batch, labels: Labels) -> Tensor:
    """Named entities."""
    tags = label_ids(batch.windows, "entities", labels.entities)
    return reader.entity_chain.loss(reader.entities(words).float(), tags, batch.real)


def role_loss(reader: Reader, words: Tensor, batch: Batch, labels: Labels) -> Tensor:
    """Sources, cues and contents, and the link of each of their words to the cue."""
    tags = label_ids(batch.windows, "roles", labels.roles)
    words = reader.attributed(words, batch.real)
    chain = reader.role_chain.loss(reader.roles(words).float(), tags, batch.real)
    cues = cues_within(batch.windows)
    links = reader.link_scores(words).float().masked_fill(~batch.real[:, None, :], IMPOSSIBLE)
    linked = cues != IGNORED
    if not bool(linked.any()):
        return chain
    return chain + 0.5 * torch.nn.functional.cross_entropy(links[linked], cues[linked])
