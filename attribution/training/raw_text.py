"""Score the words, trees and entities of finished readings, from raw text: `python -m attribution.training.raw_text`.

`attribution.training.reader.evaluate` gives the reader a treebank's own words; here the library has to find them first,
so that an error of the tokenizer or of the sentence splitter costs all that hangs on it.
A word counts where it has the same characters as the annotated one, as in the CoNLL 2018 shared task (Zeman et al.
2018); its head counts where that has, too.
"""

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from attribution.document.document import NO_CUE, Document
from attribution.document.pipeline import load_pipeline
from attribution.document.reader.links import segments_of
from attribution.document.reader.pieces import BREAK, NO_GAP
from attribution.training.reader.data import Labelled, read_entities, read_trees
from attribution.training.reader.evaluate import f_score

Place = tuple[int, int]  # where a word begins and ends in the text
BETWEEN = {NO_GAP: "", BREAK: "\n\n"}  # what stands before a word; else a space


def raw_text(article: Labelled) -> tuple[str, list[Place]]:
    """Return the text of an annotated article, and the place of each of its words there."""
    text, places = "", []
    for word, gap in zip(article.words, article.gaps, strict=True):
        text += BETWEEN.get(gap, " ") if text else ""
        places.append((len(text), len(text) + len(word)))
        text += word
    return text, places


def score_trees(articles: Sequence[tuple[Labelled, list[Place], Document]]) -> dict[str, float]:
    """F of words and sentences, and of words with their part of speech, head, and head with relation."""
    hits: Counter[str] = Counter()
    found = wanted = sentences_found = sentences_wanted = 0
    for article, places, document in articles:
        found, wanted = found + len(document.words), wanted + len(places)
        mine = {(word.start, word.end): word for word in document.words}
        for i, place in enumerate(places):
            if (word := mine.get(place)) is None:
                continue
            head = None if article.heads[i] < 0 else places[article.heads[i]]
            my_head = None if word.head == NO_CUE else document.words[word.head].span
            right = head == (my_head and (my_head.start, my_head.end))
            relation = article.deprels[i].split(":")[0] == word.deprel.split(":")[0]
            hits.update({"words": 1, "upos": article.upos[i] == word.upos, "uas": right, "las": right and relation})
        gold = {places[i][0] for i, begins in enumerate(article.breakable) if begins}
        starts = {document.words[sentence.first].start for sentence in document.sentences}
        hits["sentences"] += len(gold & starts)
        sentences_found, sentences_wanted = sentences_found + len(starts), sentences_wanted + len(gold)
    scores = {name: f_score(hits[name], found, wanted) for name in ("words", "upos", "uas", "las")}
    return scores | {"sentences begun": f_score(hits["sentences"], sentences_found, sentences_wanted)}


def score_entities(articles: Sequence[tuple[Labelled, list[Place], Document]]) -> dict[str, float]:
    """F of entities with the same characters and the same kind."""
    hits = found = wanted = 0
    for article, places, document in articles:
        gold = {(places[s.first][0], places[s.last][1], s.role) for s in segments_of(article.entities)}
        spans = [(document.span(entity.first, entity.last), entity.kind) for entity in document.entities]
        mine = {(span.start, span.end, kind) for span, kind in spans}
        hits, found, wanted = hits + len(gold & mine), found + len(mine), wanted + len(gold)
    return {"entities": f_score(hits, found, wanted)}


def read_raw(articles: Sequence[Labelled]) -> list[tuple[Labelled, list[Place], Document]]:
    """Read annotated articles by their raw text alone."""
    texts = [raw_text(article) for article in articles]
    documents = load_pipeline().annotate([text for text, _ in texts])
    return [(article, places, doc) for article, (_, places), doc in zip(articles, texts, documents, strict=True)]


def main() -> None:
    """Print the scores that the given data allow."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--trees", type=Path, help="CoNLL-U file, plain or .gz")
    parser.add_argument("--entities", type=Path, help="file of tokens and BIO tags, plain or .gz")
    given = parser.parse_args()
    for path, read, score in (
        (given.trees, read_trees, score_trees),
        (given.entities, read_entities, score_entities),
    ):
        if path is not None:
            for name, value in score(read_raw(read(path))).items():
                print(f"{name:16s} {value:5.1f}", flush=True)


if __name__ == "__main__":
    main()
