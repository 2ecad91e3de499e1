"""Make pairs out of news: what else the same article reports, and the same statement with one thing changed.

The public sets hold few sentences of news, and none in which only a number, a name or who does what to whom differs.
"""

import itertools
import random
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from attribution.training.matcher.pairs import Label, Pair
from attribution.training.reader.data import attributions_in

NUMBER = re.compile(
    r"(?<![\w.,$])\d{1,3}(?:,\d{3})*(?![\w.,:/-]*\d)|\b(?:two|three|four|five|six|seven|eight|nine|ten|dozen)\b"
)
NUMBER_WORDS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "a dozen")
NAME = re.compile(r"(?<=[a-z,] )(?:[A-Z][a-z]+(?:\s[A-Z][a-z]+){0,2})")
TO_NEGATE = re.compile(r"\b(will|would|can|could|should|is|are|was|were|has|have|must|may)\b(?! not\b|n.t\b)")
NEGATED = re.compile(r"\b(will|would|could|should|is|are|was|were|has|have|must|may|do|does|did) not\b")
CLAUSE_END = re.compile(r"(?:,|;| because| after| when| as| while| although| and| before| in order) ")
OPEN = re.compile(r"\b(if|unless|whether|might|would|could|should|not|never|no)\b|n.t\b|\?", re.I)


def read_contents(folder: Path) -> list[list[str]]:
    """Return what each annotated article of a folder (brat stand-off) attributes, one list an article."""
    articles = []
    for annotation in sorted((folder / "attributions").glob("*.ann")):
        file = folder / "text" / (annotation.stem.rsplit("_", 1)[0] + ".txt")
        with file.open(encoding="utf8", newline="") as opened:
            text = opened.read()
        contents = (parts.get("content", []) for parts in attributions_in(annotation.read_text(encoding="utf8")))
        articles.append([" ".join(text[start:end] for start, end in sorted(spans)) for spans in contents])
    return [[one for one in article if 5 <= len(one.split()) <= 45] for article in articles]


def same_article(articles: Sequence[Sequence[str]], number: int, chance: random.Random) -> list[Pair]:
    """Pair statements of one article that share words but not most of them: on one topic, and not on one claim."""
    scored = []
    for article in articles:
        words = [set(re.findall(r"[a-z]{4,}|\d+", one.lower())) for one in article]
        for i, j in itertools.combinations(range(len(article)), 2):
            likeness = len(words[i] & words[j]) / max(1, min(len(words[i]), len(words[j])))
            if likeness < 0.5:
                scored.append((likeness + chance.random() * 0.3, article[i], article[j]))
    scored.sort(reverse=True)
    return [
        Pair(a, b, Label.BEARS_NOT) if chance.random() < 0.5 else Pair(b, a, Label.BEARS_NOT)
        for _, a, b in scored[:number]
    ]


def changed(articles: Sequence[Sequence[str]], number: int, chance: random.Random) -> list[Pair]:
    """Pair statements with themselves after one change of each kind, `number` of each kind at most."""
    found: dict[str, list[Pair]] = defaultdict(list)
    for article in articles:
        names = sorted({name for one in article for name in NAME.findall(one)})
        for one in article:
            for kind, pair in _changes(one, names, chance):
                found[kind].append(pair if chance.random() < 0.5 else _turned(pair))
    return [pair for _kind, pairs in sorted(found.items()) for pair in chance.sample(pairs, min(number, len(pairs)))]


def _turned(pair: Pair) -> Pair:
    """Return the pair with its sides exchanged where its label bears it."""
    return pair if pair.label is Label.SUPPORTS else Pair(pair.hypothesis, pair.premise, pair.label)


def _changes(one: str, names: Sequence[str], chance: random.Random) -> Iterator[tuple[str, Pair]]:
    if (match := NUMBER.search(one)) is not None:
        yield "number", Pair(one, _with(one, match, _other_number(match[0], chance)), Label.CONTRADICTS)
        yield "same", Pair(one, one.rstrip("."), Label.SUPPORTS)
    inside = list(NAME.finditer(one))
    others = [name for name in names if name not in one]
    if inside and others:
        yield "name", Pair(one, _with(one, chance.choice(inside), chance.choice(others)), Label.NOT_SUPPORTS)
    if len(inside) >= 2 and inside[0][0] != inside[-1][0]:
        first, last = inside[0], inside[-1]
        turned = _with(_with(one, last, first[0]), first, last[0])
        yield "turned", Pair(one, turned, Label.NOT_SUPPORTS)
    if (match := TO_NEGATE.search(one)) is not None:
        yield "negated", Pair(one, _with(one, match, f"{match[0]} not"), Label.CONTRADICTS)
    if (match := NEGATED.search(one)) is not None:
        yield "affirmed", Pair(one, _with(one, match, match[1]), Label.CONTRADICTS)
    end = next((m for m in CLAUSE_END.finditer(one) if len(one[: m.start()].split()) >= 5), None)
    if end is not None and not OPEN.search(one):
        yield "shortened", Pair(one, one[: end.start()], Label.SUPPORTS)


def _with(one: str, match: re.Match[str], words: str) -> str:
    return one[: match.start()] + words + one[match.end() :]


def _other_number(number: str, chance: random.Random) -> str:
    if not number[0].isdigit():
        return chance.choice([word for word in NUMBER_WORDS if number not in word])
    value = int(number.replace(",", ""))
    near = [value + step for step in (-3, -2, -1, 1, 2, 3, 5, 10, value, value // 2 + 1) if value + step > 1]
    return f"{chance.choice(near):,}" if "," in number else str(chance.choice(near))


def same_words(articles: Sequence[Sequence[str]], number: int, chance: random.Random) -> list[Pair]:
    """Pair statements with themselves, as they are or with nothing changed that matters: they support each other.

    In the public sets sentences that are nearly the same mostly contradict, since one word was exchanged on purpose.
    """
    every = [one for article in articles for one in article]
    return [Pair(one, _retold(one, chance), Label.SUPPORTS) for one in chance.sample(every, min(number, len(every)))]


def _retold(one: str, chance: random.Random) -> str:
    told = re.sub(r"^(?:that|However,|But|And) ", "", one).strip("“”\"', ")
    if chance.random() < 0.4:
        told = re.sub(r"\b[A-Z][a-z]+ (?=[A-Z][a-z]+\b)", "", told, count=1)  # a last name alone
    if chance.random() < 0.3:
        told = f"that {told[:1].lower()}{told[1:]}"
    elif chance.random() < 0.5:
        told = told[:1].upper() + told[1:]
    return told or one


def headlines_together(pairs: Sequence[Pair], number: int, chance: random.Random) -> list[Pair]:
    """Pair headlines that report one rumour (the hypothesis) by the side that each takes.

    Who supports it supports who else does, who contradicts it contradicts those; headlines on different rumours that
    share words do not bear on each other.
    """
    by_claim: dict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        by_claim[pair.hypothesis].append(pair)
    found = []
    for group in by_claim.values():
        sides = [pair for pair in group if pair.label is Label.SUPPORTS]
        for one, other in itertools.permutations(group, 2):
            if other in sides and one.premise != other.premise:
                found.append(Pair(one.premise, other.premise, one.label))
    apart = [
        Pair(one.premise, other.hypothesis, Label.BEARS_NOT)
        for one, other in ((chance.choice(pairs), chance.choice(pairs)) for _ in range(number))
        if one.hypothesis != other.hypothesis
    ]
    return [*chance.sample(found, min(number, len(found))), *apart[: number // 4]]
