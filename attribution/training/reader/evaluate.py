"""Score a reader on gold words: `python -m attribution.training.reader.evaluate --help`."""

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from attribution.document.reader.links import segments_of
from attribution.document.reader.reader import Reader
from attribution.document.reader.stretch import Stretch, Tags
from attribution.training.reader.data import IGNORED, Labelled, read_attributions, read_entities, read_trees
from attribution.training.reader.written import read_written

ROLES = ("source", "cue", "content")
OFTEN, SELDOM = 50, 0.005  # times a word stands in a treebank, and a share of them that is taken for a slip there


def stretch_of(article: Labelled) -> Stretch:
    """Return an article as the library would hand it to the reader."""
    starts = [i for i, breakable in enumerate(article.breakable) if breakable] or [0]
    return Stretch(words=article.words, gaps=article.gaps, starts=starts if starts[0] == 0 else [0, *starts])


def f_score(hits: int, answered: int, gold: int) -> float:
    """Return the harmonic mean of precision and recall, in per cent."""
    return 200 * hits / max(answered + gold, 1)


def score_trees(articles: Sequence[Labelled], answers: Sequence[Tags]) -> dict[str, float]:
    """UPOS, UAS and LAS; relations without their subtypes, as the CoNLL 2018 shared task counts them."""
    counts: Counter[str] = Counter()
    for article, tags in zip(articles, answers, strict=True):
        for i in range(len(article.words)):
            head = article.heads[i] == tags.heads[i]
            counts["words"] += 1
            counts["upos"] += article.upos[i] == tags.upos[i]
            counts["uas"] += head
            counts["las"] += head and article.deprels[i].split(":")[0] == tags.deprels[i].split(":")[0]
    return {name: 100 * counts[name] / counts["words"] for name in ("upos", "uas", "las")}


def score_slips(trees: Sequence[Labelled], articles: Sequence[Labelled], answers: Sequence[Tags]) -> dict[str, float]:
    """Of a hundred frequent words of articles, how many get a part of speech that a treebank hardly ever gives them.

    *The*, *to*, *and* and full stops need no gold tags: it tells whether what is 97 % right in a treebank is so in
    articles, too, with their paragraphs and quotation marks.
    """
    given: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for tree in trees:
        for word, tag in zip(tree.words, tree.upos, strict=True):
            given[word.lower()][tag] += 1
    usual = {
        word: {tag for tag, number in tags.items() if number >= SELDOM * tags.total()}
        for word, tags in given.items()
        if tags.total() >= OFTEN
    }
    asked = [
        tag in usual[word.lower()]
        for article, tags in zip(articles, answers, strict=True)
        for word, tag in zip(article.words, tags.upos, strict=True)
        if word.lower() in usual
    ]
    return {"slips": 100 * asked.count(False) / max(len(asked), 1)}


def score_entities(articles: Sequence[Labelled], answers: Sequence[Tags]) -> dict[str, float]:
    """F of exact entities with their kind."""
    gold = [set(segments_of(article.entities)) for article in articles]
    found = [set(segments_of(tags.entities)) for tags in answers]
    hits = sum(len(g & f) for g, f in zip(gold, found, strict=True))
    return {"entities": f_score(hits, sum(map(len, found)), sum(map(len, gold)))}


def groups_of(roles: Sequence[str], cues: Sequence[int]) -> list[dict[str, frozenset[int]]]:
    """Return the attributions that roles and links lay out: for each its words by role."""
    groups: dict[int, dict[str, set[int]]] = {}
    loose: list[dict[str, set[int]]] = []
    for segment in segments_of(roles):
        cue = cues[segment.first]
        group = groups.setdefault(cue, {}) if cue >= 0 else {}
        if cue < 0:
            loose.append(group)
        group.setdefault(segment.role, set()).update(range(segment.first, segment.last + 1))
    return [
        {role: frozenset(group.get(role, ())) for role in ("source", "cue", "content")}
        for group in [*groups.values(), *loose]
    ]


Group = dict[str, frozenset[int]]


def score_roles(articles: Sequence[Labelled], answers: Sequence[Tags]) -> dict[str, float]:
    """F of words and of exact spans by role, and of linked attributions; words of punctuation do not count."""
    pairs = []
    for article, tags in zip(articles, answers, strict=True):
        real = frozenset(i for i, word in enumerate(article.words) if any(c.isalnum() for c in word))
        gold_cues = [cue if cue != IGNORED else -1 for cue in article.cues]
        gold = [{r: w & real for r, w in g.items()} for g in groups_of(article.roles, gold_cues)]
        mine = [{r: w & real for r, w in g.items()} for g in groups_of(tags.roles, tags.cues) if g["content"]]
        pairs.append((gold, mine))
    return score_groups(pairs)


def score_groups(articles: Iterable[tuple[list[Group], list[Group]]]) -> dict[str, float]:
    """Score attributions, each its words by role, against annotated ones, article by article.

    Exact: the same words. Linked: contents overlap by half (word Jaccard); with source: the sources touch, or neither
    has one.
    """
    counts: Counter[str] = Counter()
    for gold, mine in articles:
        for role in ROLES:
            g, m = (frozenset[int]().union(*(a[role] for a in side)) for side in (gold, mine))
            _count(counts, role, len(g & m), len(m), len(g))
            ge, me = (Counter(a[role] for a in side if a[role]) for side in (gold, mine))
            _count(counts, f"{role} exact", sum((ge & me).values()), sum(me.values()), sum(ge.values()))
        _count_links(gold, mine, counts)
    names = [f"{role}{exact}" for exact in ("", " exact") for role in ROLES]
    scores = {n: f_score(counts[f"{n} hit"], counts[f"{n} mine"], counts[f"{n} gold"]) for n in names}
    for name in ("linked", "linked + source"):
        scores[name] = f_score(counts[name], counts["mine"], counts["gold"])
    return scores


def _count(counts: Counter[str], name: str, hits: int, mine: int, gold: int) -> None:
    counts[f"{name} hit"] += hits
    counts[f"{name} mine"] += mine
    counts[f"{name} gold"] += gold


def _count_links(gold: list[Group], mine: list[Group], counts: Counter[str]) -> None:
    used: set[int] = set()
    counts["mine"] += len(mine)
    for wanted in (a for a in gold if a["content"]):
        counts["gold"] += 1
        likeness, best = max(
            (
                (len(wanted["content"] & a["content"]) / len(wanted["content"] | a["content"]), i)
                for i, a in enumerate(mine)
                if i not in used
            ),
            default=(0.0, -1),
        )
        if likeness >= 0.5:
            used.add(best)
            counts["linked"] += 1
            source = mine[best]["source"]
            counts["linked + source"] += bool(wanted["source"] & source) or not (wanted["source"] or source)


def evaluate(reader: Reader, trees: Path | None, entities: Path | None, attributions: Path | None) -> dict[str, float]:
    """Return every score that the given data allow."""
    scores: dict[str, float] = {}
    read_before: dict[Path, tuple[list[Labelled], list[Tags]]] = {}
    for path, read, score in (
        (trees, read_trees, score_trees),
        (entities, read_entities, score_entities),
        (attributions, read_attributions, score_roles),
    ):
        if path is not None:
            articles = read(path)
            answers = reader.read([stretch_of(article) for article in articles])
            scores |= score(articles, answers)
            read_before[path] = articles, answers
    if trees is not None and attributions is not None:
        scores |= score_slips(read_before[trees][0], *read_before[attributions])
    return scores


def main() -> None:
    """Print the scores of a reader: one that ships, or a state that training keeps."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, help="folder of an exported reader; without it the one that ships")
    parser.add_argument("--state", type=Path, help="folder where a training keeps its state, instead of --model")
    parser.add_argument("--trees", type=Path, help="CoNLL-U file, plain or .gz")
    parser.add_argument("--entities", type=Path, help="file of tokens and BIO tags, plain or .gz")
    parser.add_argument("--attributions", type=Path, help="folder with text/ and attributions/ (brat)")
    parser.add_argument("--written", action="store_true", help="also the written articles that no training sees")
    given = parser.parse_args()
    from attribution.training.reader.state import open_reader

    reader = open_reader(given.model, given.state)
    scores = evaluate(reader, given.trees, given.entities, given.attributions)
    if given.written:
        articles = read_written(development=True)
        found = score_roles(articles, reader.read([stretch_of(article) for article in articles]))
        scores |= {f"written {name}": score for name, score in found.items()}
    for name, score in scores.items():
        print(f"{name:24s} {score:5.1f}")


if __name__ == "__main__":
    main()
