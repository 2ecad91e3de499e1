"""Turn the network's scores into tags: trees, chains and links, window by window."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from attrs import frozen

from attribution.document.document import NO_CUE
from attribution.document.opening import faulty, opening
from attribution.document.reader.chain import forbid_orphans
from attribution.document.reader.labels import read_labels
from attribution.document.reader.links import LinkScores, choose_cues, segments_of
from attribution.document.reader.network import Floats, Integers
from attribution.document.reader.pieces import NO_GAP
from attribution.document.reader.stretch import Stretch, Tags
from attribution.document.reader.trees import best_heads
from attribution.document.reader.windows import ReadingWindow

CHAINS = {"entity": "entities", "role": "roles"}  # the chains among the weights, each with the labels it joins


@frozen(kw_only=True)
class Decoding:
    """What turns scores into answers: the labels in the order of the outputs, and the weights beside the network.

    `relations` (labels, size, size); chains are transitions (tags, tags) and start (tags).
    """

    upos: tuple[str, ...]
    deprels: tuple[str, ...]
    entities: tuple[str, ...]
    roles: tuple[str, ...]
    relations: Floats
    entity_chain: tuple[Floats, Floats]
    role_chain: tuple[Floats, Floats]

    @classmethod
    def load(cls, labels_file: Path, weights_file: Path) -> "Decoding":
        """Read the two files that stand beside the network.

        Raises:
            ModelError: one of them cannot be read, or they do not fit each other.
        """
        from safetensors.numpy import load_file

        labels = read_labels(labels_file)
        with opening(weights_file):
            weights = {name: np.asarray(tensor, np.float32) for name, tensor in load_file(str(weights_file)).items()}
        _check_shapes(weights, labels, weights_file)
        chains: dict[str, Any] = {}
        for kind in CHAINS:
            transitions, start = weights[f"{kind}_transitions"].copy(), weights[f"{kind}_start"].copy()
            forbid_orphans(labels[CHAINS[kind]], transitions, start)
            chains[f"{kind}_chain"] = (transitions, start)
        lists: dict[str, Any] = {**labels}
        return cls(**lists, relations=weights["relations"], **chains)


def _check_shapes(weights: Mapping[str, Floats], labels: Mapping[str, Sequence[str]], file: Path) -> None:
    size = weights["relations"].shape[-1] if "relations" in weights and weights["relations"].ndim else 0
    wanted: dict[str, tuple[int, ...]] = {"relations": (len(labels["deprels"]), size, size)}
    for kind, name in CHAINS.items():
        wanted |= {f"{kind}_start": (len(labels[name]),), f"{kind}_transitions": (len(labels[name]),) * 2}
    for name, shape in wanted.items():
        found = weights[name].shape if name in weights else None
        if found != shape:
            raise faulty(file, f"has {name} of the shape {found}, not {shape} as the labels beside it want")


def joined_cues(roles: list[str]) -> list[str]:
    """Return roles with cues that touch as one cue: *an army statement said* has one, though either word could be."""
    return [
        "I-cue" if role == "B-cue" and before.endswith("-cue") else role
        for before, role in zip(["O", *roles], roles, strict=False)
    ]


def joined_names(entities: list[str], stretch: Stretch) -> list[str]:
    """Return entities with people's names that a hyphen tore apart as one: *Louis-* and *Michel Ito*."""
    joined = list(entities)
    for i in range(2, len(joined)):
        glued = stretch.gaps[i] == stretch.gaps[i - 1] == NO_GAP and stretch.words[i - 1] == "-"
        if glued and joined[i] == "B-Person" and joined[i - 2].endswith("-Person"):
            joined[i - 1] = joined[i] = "I-Person"
    return joined


class Draft:
    """One stretch while its windows come in."""

    def __init__(self, stretch: Stretch, decoding: Decoding) -> None:
        words = len(stretch.words)
        self.stretch, self.decoding = stretch, decoding
        self.sentences = list(zip(stretch.starts, [*stretch.starts[1:], words], strict=True)) if words else []
        self.upos = np.zeros(words, np.int64)
        self.heads = np.full(words, NO_CUE, np.int64)
        self.entities = np.zeros((words, len(decoding.entities)), np.float32)
        self.roles = np.zeros((words, len(decoding.roles)), np.float32)
        size = decoding.relations.shape[1] - 1
        self.dependents, self.governors = np.zeros((words, size), np.float32), np.zeros((words, size), np.float32)
        self.entity_tags, self.role_tags = np.zeros(words, np.int64), np.zeros(words, np.int64)
        self.links: list[LinkScores] = []

    def take(self, window: ReadingWindow, answers: dict[str, Floats]) -> None:
        """Keep a window's answers for the words of its core."""
        core, shift = slice(window.core_first, window.core_last), window.first
        here = slice(window.core_first - shift, window.core_last - shift)
        self.upos[core] = answers["upos"][here].argmax(-1)
        for name in ("entities", "roles", "dependents"):
            getattr(self, name)[core] = answers[name][here]
        width = window.last - window.first
        links = answers["links"][here, :width]
        links = links - links.max(1, keepdims=True)
        links -= np.log(np.exp(links).sum(1, keepdims=True))
        self.links.append(LinkScores(window.core_first, window.first, links))
        for first, last in self._sentences_of(window):
            a, b = first - shift, last - shift
            columns = np.r_[0, a + 1 : b + 1]
            heads = best_heads(answers["arcs"][a:b, columns])
            self.heads[first:last] = np.where(heads == 0, NO_CUE, heads - 1 + first)
            self.governors[first:last] = answers["governors"][np.maximum(heads - 1, 0) + a]  # a root needs none

    def _sentences_of(self, window: ReadingWindow) -> Iterator[tuple[int, int]]:
        """Yield the window's sentences; one that is longer than a window comes in pieces, each a tree of its own."""
        at = bisect_right(self.stretch.starts, window.core_first) - 1
        while at < len(self.sentences) and self.sentences[at][0] < window.core_last:
            first, last = self.sentences[at]
            yield max(first, window.core_first), min(last, window.core_last)
            at += 1

    def tags(self, relation_matrix: Floats) -> Tags:
        """Return the finished answers."""
        decoding, words = self.decoding, len(self.stretch.words)
        self._join_pieces_of_sentences()
        roles = joined_cues([decoding.roles[tag] for tag in self.role_tags])
        cues, sure = self._links(roles)
        deprels = [decoding.deprels[label] for label in self._relations(relation_matrix)] if words else []
        return Tags(
            upos=[decoding.upos[label] for label in self.upos],
            heads=self.heads.tolist(),
            deprels=["root" if head == NO_CUE else deprel for head, deprel in zip(self.heads, deprels, strict=True)],
            entities=joined_names([decoding.entities[tag] for tag in self.entity_tags], self.stretch),
            roles=roles,
            cues=cues,
            sure=sure,
        )

    def _join_pieces_of_sentences(self) -> None:
        """Hang the later roots of a sentence that was read in pieces under its first."""
        for first, last in self.sentences:
            roots = np.flatnonzero(self.heads[first:last] == NO_CUE) + first
            self.heads[roots[1:]] = roots[0] if len(roots) else NO_CUE

    def _relations(self, matrix: Floats) -> Integers:
        one = np.ones((len(self.dependents), 1), np.float32)
        left, right = np.hstack([self.dependents, one]), np.hstack([self.governors, one])
        answers = [np.zeros(0, np.int64)]
        for start in range(0, len(left), 1024):
            mixed = (left[start : start + 1024] @ matrix).reshape(-1, len(self.decoding.deprels), right.shape[1])
            answers.append(np.matmul(mixed, right[start : start + 1024, :, None])[:, :, 0].argmax(1))
        return np.concatenate(answers)

    def _links(self, roles: list[str]) -> tuple[list[int], list[float]]:
        """Return each word's cue and how sure its role and link are."""
        cues, sure = [NO_CUE] * len(roles), [0.0] * len(roles)
        segments = segments_of(roles)
        if not segments:
            return cues, sure
        chosen = choose_cues(segments, sorted(self.links, key=lambda stretch: stretch.first))  # windows come in by size
        shifted = np.exp(self.roles - self.roles.max(1, keepdims=True))
        chances = shifted / shifted.sum(1, keepdims=True)
        for segment in segments:
            cue, link = (segment, 1.0) if segment.role == "cue" else chosen.get(segment, (None, 0.5))
            for word in range(segment.first, segment.last + 1):
                cues[word] = cue.first if cue else NO_CUE
                sure[word] = round(float(chances[word, self.role_tags[word]]) * link, 3)
        return cues, sure
