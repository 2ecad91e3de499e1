"""Fit whom a pronoun means: `python -m attribution.training.pronouns --help`.

The library reads each text of annotated coreference; of the parties that it finds before a pronoun and that agree with
it, the annotated one is to score best. A conditional logit (McFadden 1974) whose weights are drawn towards those set
by hand for news, since the annotated texts are mostly none.
"""

import argparse
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from attrs import asdict, field, fields, frozen
from numpy.typing import NDArray

from attribution.document.document import Document
from attribution.document.pipeline import load_pipeline
from attribution.statements.reading import read_text
from attribution.statements.resolution import parties_of
from attribution.statements.speakers.party import Party
from attribution.statements.speakers.pronouns import Candidate, Choice, Pronoun, Weights, antecedent, choose
from attribution.text.span import Span
from attribution.training.reader.data import lines_of

# Set by hand, by reading news.
BY_HAND = Weights(
    subject=1.0, object=0.2, owner=-0.2, modifier=-1.2, here=0.0, away=-1.0, spoke=0.7, speaks_here=1.0,
    out_of_quotation=-2.2, same_paragraph=0.3, spoke_last=2.2, spoke_before=0.5, never_spoke=-0.6, mentions=0.25,
    named=0.2, agrees=0.8, plural_of_one=-2.5, plural_of_body=-0.6, recent=0.0,
)  # fmt: skip
NAMES = tuple(one.name for one in fields(Weights))
PULL = 40.0  # towards the weights set by hand: as if so many examples spoke for each of them
OPENS, CLOSES = re.compile(r"\((\d+)"), re.compile(r"(\d+)\)")
MENTIONS = 8  # the last ones of a party that are looked at to tell who it is
Floats = NDArray[np.float64]


@frozen
class Annotated:
    """A text with its coreference: for each entity the characters of its mentions."""

    name: str
    text: str
    entities: dict[int, list[Span]] = field(factory=dict)


@frozen(kw_only=True)
class Example:
    """A pronoun: the features (candidates, weights) of who may be meant, who is right, and the parties they are of."""

    features: Floats
    right: NDArray[np.bool_]
    parties: tuple[Party, ...]


def read_coreference(path: Path) -> list[Annotated]:
    """Return the documents of a CoNLL-U file with `Entity=` brackets in MISC, plain or gzipped."""
    return [_annotated(name, lines) for name, lines in _documents(lines_of(path))]


def _documents(lines: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    name, held = "", list[str]()
    for line in lines:
        if line.startswith("# newdoc"):
            if held:
                yield name, held
            name, held = line.split("=", 1)[-1].strip(), []
        held.append(line.rstrip("\n"))
    if held:
        yield name, held


def _annotated(name: str, lines: Iterable[str]) -> Annotated:
    text, space, inside = "", "", 0  # `inside` is the last word of a token of several words
    opened, entities = defaultdict[int, list[int]](list), defaultdict[int, list[Span]](list)
    for line in lines:
        columns = line.split("\t")
        if line.startswith("# newpar") and text:
            space = "\n\n"
        if len(columns) != 10:
            continue
        after = "" if "SpaceAfter=No" in columns[9] else " "
        if "-" in columns[0]:
            inside, after_token, text, space = int(columns[0].split("-")[1]), after, text + space, ""
            continue
        text += space
        start, text = len(text), text + columns[1]
        space = after if int(columns[0]) > inside else after_token if int(columns[0]) == inside else ""
        inside = inside if int(columns[0]) < inside else 0
        for brackets in re.findall(r"(?:^|\|)Entity=([^|]*)", columns[9]):
            for number in OPENS.findall(brackets):
                opened[int(number)].append(start)
            for number in CLOSES.findall(brackets):
                entities[int(number)].append(Span(opened[int(number)].pop(), len(text)))
    return Annotated(name, text, dict(entities))


def examples_in(annotated: Annotated, document: Document) -> list[Example]:
    """Return the pronouns of a text, read, whose entity is annotated, each as it is met."""
    entity_at = {span: entity for entity, spans in annotated.entities.items() for span in spans}
    found = []

    def meaning(pronoun: Pronoun) -> Choice | None:
        entity = entity_at.get(document.words[pronoun.mention.head].span)
        if entity is not None and (candidates := list(pronoun.candidates())):
            found.append(_example(pronoun, candidates, annotated, entity))
        return antecedent(pronoun)

    article = read_text(annotated.text, check_language=False, pipeline=_Read(document))
    parties_of(document, article.statements.items, meaning=meaning)
    return found


@frozen
class _Read:
    """A pipeline for a text that was read already."""

    document: Document

    def annotate(self, _texts: Sequence[str]) -> list[Document]:
        return [self.document]


def _example(pronoun: Pronoun, candidates: Sequence[Candidate], annotated: Annotated, entity: int) -> Example:
    units = [Weights(**{name: float(name == one) for name in NAMES}) for one in NAMES]
    return Example(
        features=np.array([[pronoun.score(one, unit) for unit in units] for one in candidates]),
        right=np.array([_is(one.party, entity, pronoun, annotated) for one in candidates]),
        parties=tuple(one.party for one in candidates),
    )


def _is(party: Party, entity: int, pronoun: Pronoun, annotated: Annotated) -> bool:
    """Whether one of a party's last mentions before a pronoun is annotated as the entity."""
    words = pronoun.document.words
    before = [mention.head for mention in party.mentions if mention.head < pronoun.mention.head]
    return any(_entity_of(words[head].start, annotated) == entity for head in before[-MENTIONS:])


def _entity_of(start: int, annotated: Annotated) -> int | None:
    """Return whose the smallest annotated mention around a place is."""
    around = [
        (span.end - span.start, entity)
        for entity, spans in annotated.entities.items()
        for span in spans
        if span.start <= start < span.end
    ]
    return min(around)[1] if around else None


def fit(examples: Sequence[Example], pull: float = PULL) -> Weights:
    """Return the weights under which the annotated parties are likeliest, drawn towards those set by hand."""
    told = [(torch.tensor(one.features), torch.tensor(one.right)) for one in examples if one.right.any()]
    prior = torch.tensor([getattr(BY_HAND, name) for name in NAMES], dtype=torch.float64)
    weights = prior.clone().requires_grad_()
    optimizer = torch.optim.LBFGS([weights], max_iter=200, line_search_fn="strong_wolfe")

    def closure() -> torch.Tensor:
        optimizer.zero_grad()
        loss = pull / 2 * ((weights - prior) ** 2).sum()
        for features, right in told:
            scores = features @ weights
            loss = loss + scores.logsumexp(0) - scores[right].logsumexp(0)
        loss.backward()  # type: ignore[no-untyped-call]
        return loss

    optimizer.step(closure)  # type: ignore[no-untyped-call]
    return Weights(**dict(zip(NAMES, map(float, weights.detach()), strict=True)))


def score(examples: Sequence[Example], weights: Weights) -> tuple[float, float]:
    """Return of the pronouns that are answered how many are right, and F, in per cent."""
    vector = np.array([getattr(weights, name) for name in NAMES])
    answered = right = 0
    for one in examples:
        choice = choose(zip(map(float, one.features @ vector), one.parties, strict=True))
        if choice is not None:
            answered += 1
            right += one.right[one.parties.index(choice.party)]
    return 100 * right / max(answered, 1), 200 * right / max(answered + len(examples), 1)


def main() -> None:
    """Fit the weights, print what they give before and after, write them where they belong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--train", type=Path, required=True, help="CoNLL-U with coreference in MISC, plain or .gz")
    parser.add_argument("--dev", type=Path, required=True, help="the same, to score")
    parser.add_argument("--out", type=Path, required=True, help="JSON file of the weights")
    parser.add_argument("--pull", type=float, default=PULL, help="how strongly the weights set by hand draw; 0 not")
    given = parser.parse_args()
    parts = {name: _examples(getattr(given, name)) for name in ("train", "dev")}
    fitted = fit(parts["train"], given.pull)
    for told, weights in (("set by hand", BY_HAND), ("fitted", fitted)):
        for name, examples in parts.items():
            right, f = score(examples, weights)
            print(f"{told:12s} {name:6s} right of answered {right:5.1f}   F {f:5.1f}   of {len(examples)}", flush=True)
    rounded = {name: round(value, 2) for name, value in asdict(fitted).items()}
    origin = f"python -m attribution.training.pronouns, {len(parts['train'])} pronouns of {given.train.name}"
    given.out.write_text(json.dumps({"origin": origin, "weights": rounded}, indent=1) + "\n", "utf8")


def _examples(path: Path) -> list[Example]:
    texts = read_coreference(path)
    documents = load_pipeline().annotate([one.text for one in texts])
    return [found for one, document in zip(texts, documents, strict=True) for found in examples_in(one, document)]


if __name__ == "__main__":
    main()
