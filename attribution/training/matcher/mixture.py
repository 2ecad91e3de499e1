"""What the pair scorer learns from, and how much of each set."""

import random
from collections.abc import Callable, Collection, Sequence
from pathlib import Path

from attribution.graph.matching.networks import Bytes
from attribution.training.matcher.denied import read_sentences
from attribution.training.matcher.news_pairs import (
    changed,
    headlines_together,
    read_contents,
    same_article,
    same_words,
)
from attribution.training.matcher.pairs import Pair, read_named, shortened, taken
from attribution.training.matcher.rumours import read_rumours, rumour_pairs
from attribution.training.matcher.written import read_written, written_pairs

LONGEST = 420  # characters of a pair
SHARES = {
    # sentences of news and the claims they bear on
    "emergent": 4.0,
    "rte": 1.0,
    "sts_headlines": 1.0,
    "sts_news": 1.0,
    "stsb": 0.6,
    "claim_match_debates": 0.5,
    # does it follow, in general English
    "mnli": 2.0,
    "linginloop": 1.0,
    "snli": 0.5,
    "semiauto_wiki": 0.7,
    "cfnli": 0.8,
    "conjnli": 0.15,  # its labels were made by a program
    "fever": 0.5,
    "fm2": 1.0,
    "wice": 1.0,
    "climatefever": 0.3,
    "covidfact": 0.3,
    "healthver": 0.3,
    "perspectrum": 0.25,
    # negation, one word exchanged, what a verb commits to
    "negnli": 3.0,
    "breaking_nli": 0.4,  # learned from a few
    "wikifactcheck_neg": 0.25,
    "sem_antoneg": 0.5,
    "megaveridicality": 0.3,
    "commitmentbank": 1.0,
}
# of sets of inference in general, the share that other trainings answer for one to learn from
TAUGHT = {
    **{name: SHARES[name] for name in ("breaking_nli", "wikifactcheck_neg", "sem_antoneg", "megaveridicality")},
    **{name: SHARES[name] for name in ("commitmentbank", "rte")},
    **dict.fromkeys(("emergent", "mnli", "negnli"), 1.0),
    **{"linginloop": 0.7, "cfnli": 0.6, "semiauto_wiki": 0.5, "snli": 0.4},
}
SAME_ARTICLE, EACH_CHANGE, HEADLINES, RUMOURS, SAME_WORDS = 7000, 1800, 3500, 4000, 5000
DENIED = 2  # times that a pair written beside its denial is taken


def mixture(
    claims: Path,
    attributions: Path,
    vectors: Callable[[Sequence[str]], dict[str, Bytes]],
    chance: random.Random,
    *,
    public: float = 1.0,
    without: Collection[str] = (),
) -> list[Pair]:
    """Return all pairs of one training, shuffled: of public sets `public` times their shares, of news, written ones.

    Sets `without` which it is are left out: others taught what is in them.
    """
    pairs = [
        pair
        for name, share in SHARES.items()
        if name not in without
        for pair in taken(shortened(read_named(claims, name, "train"), LONGEST), public * share, chance)
    ]
    articles = read_contents(attributions)
    pairs += shortened(same_article(articles, SAME_ARTICLE, chance), LONGEST)
    pairs += shortened(changed(articles, EACH_CHANGE, chance), LONGEST)
    pairs += shortened(same_words(articles, SAME_WORDS, chance), LONGEST)
    pairs += headlines_together(read_named(claims, "emergent", "train"), HEADLINES, chance)
    rumours = read_rumours(claims / "fnc1_train", RUMOURS, chance)
    texts = {text for headline, sentences in rumours for text in (headline, *sentences)}
    pairs += shortened(rumour_pairs(rumours, vectors(sorted(texts)), chance), LONGEST)
    pairs += shortened(written_pairs(read_written(), chance), LONGEST)
    pairs += read_sentences() * DENIED
    chance.shuffle(pairs)
    return pairs
