"""Make pairs out of articles on rumours: which sentence of an article is about the headline's rumour, and which not.

The data (FNC-1) tell which headlines an article bears on, not in which sentence. The likest sentence, by the vectors of
the pretrained encoder and by rare words that both hold, is taken for it; of the next ones some are taken as bearing on
something else.
"""

import csv
import random
import re
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from attribution.graph.matching.matcher import likeness
from attribution.graph.matching.networks import Bytes
from attribution.graph.matching.wording import Rarity, words_of_claim
from attribution.training.matcher.pairs import Label, Pair
from attribution.training.reader.data import lines_of

END = re.compile(r"(?<=[.!?][\"”’' ])\s*(?=[A-Z“\"‘])|\n+")
MOST_SENTENCES = 25
LIKE_ENOUGH = 0.5
FURTHER = slice(3, 10)  # ranks of sentences that are on the topic and not on the rumour


def sentences_of(body: str) -> list[str]:
    """Return the first sentences of an article's body, those of five to forty-five words."""
    parts = (part.strip() for part in END.split(body) if part)
    return [part for part in parts if 5 <= len(part.split()) <= 45][:MOST_SENTENCES]


def read_rumours(folder: Path, number: int, chance: random.Random) -> list[tuple[str, list[str]]]:
    """Return headlines with the sentences of an article on their rumour, each article with a few headlines."""
    csv.field_size_limit(10_000_000)
    bodies = {row["Body ID"]: row["articleBody"] for row in csv.DictReader(lines_of(folder / "bodies.csv.gz"))}
    headlines: defaultdict[str, set[str]] = defaultdict(set)
    for row in csv.DictReader(lines_of(folder / "stances.csv.gz")):
        if row["Stance"] != "unrelated":
            headlines[row["Body ID"]].add(row["Headline"])
    found = [
        (headline, sentences)
        for body, every in sorted(headlines.items())
        if len(sentences := sentences_of(bodies[body])) >= 5
        for headline in chance.sample(sorted(every), min(3, len(every)))
    ]
    return chance.sample(found, min(number, len(found)))


def rumour_pairs(
    rumours: Sequence[tuple[str, list[str]]], vectors: dict[str, Bytes], chance: random.Random
) -> list[Pair]:
    """Return for each headline the likest sentence (`BEARS`) and two further ones (`BEARS_NOT`)."""
    pairs = []
    for headline, sentences in rumours:
        near = likeness(vectors[headline], np.stack([vectors[sentence] for sentence in sentences]))
        score = near + 0.04 * np.array(_rare_words(headline, sentences))
        order = np.argsort(-score)
        if near[order[0]] < LIKE_ENOUGH:
            continue
        pairs.append(Pair(sentences[order[0]], headline, Label.BEARS))
        further = [sentences[i] for i in order[FURTHER]]
        pairs += [Pair(one, headline, Label.BEARS_NOT) for one in chance.sample(further, min(2, len(further)))]
    return pairs


def _rare_words(headline: str, sentences: Sequence[str]) -> list[float]:
    """Return for each sentence the sum of the rarities, in this article, of the words it shares with the headline."""
    rarity, wanted = Rarity.among(sentences), words_of_claim(headline)
    return [rarity.sum(wanted & words_of_claim(sentence)) for sentence in sentences]
