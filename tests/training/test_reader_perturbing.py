"""How the reader's training makes treebanks look like articles, and how it is told whether that worked."""

import random

import torch

from attribution.document.reader.pieces import BREAK, SPACE
from attribution.document.reader.stretch import Tags
from attribution.training.reader.data import Labelled
from attribution.training.reader.evaluate import OFTEN, score_slips
from attribution.training.reader.train import APOSTROPHE, CLOSING, DOUBLE, OPENING, SINGLE, curl
from attribution.training.reader.windows import SHARES_BROKEN, Window, in_paragraphs


def sentences(number):
    """Return a treebank's document of sentences of two words."""
    return Labelled(
        name="one",
        words=["The", "port"] * number,
        gaps=[SPACE] * 2 * number,
        breakable=[True, False] * number,
        upos=["DET", "NOUN"] * number,
    )


def test_sentences_open_paragraphs_in_some_windows():
    """Only where a sentence begins, in some windows everywhere and in some nowhere; the words keep their tags."""
    chance, window = random.Random(1), Window(sentences(40), [], 0, 80)
    changed = [in_paragraphs(window, chance).article for _ in range(40)]

    assert all(gap == SPACE for article in changed for gap in article.gaps[1::2])
    counts = {article.gaps.count(BREAK) for article in changed}
    assert {0, 40} < counts
    assert len(counts) > len(SHARES_BROKEN)
    assert all(article.upos == window.article.upos for article in changed)


def test_straight_marks_are_curled_in_turn():
    """Each second double mark closes; a single one is an apostrophe more often than anything else."""
    pieces = torch.tensor([101, DOUBLE, 7, SINGLE, 8, DOUBLE, DOUBLE, 9, DOUBLE, 102])

    curl(pieces)

    assert pieces.tolist() == [101, OPENING, 7, APOSTROPHE, 8, CLOSING, OPENING, 9, CLOSING, 102]


def test_slips_are_tags_that_a_treebank_hardly_gives():
    """*The* as a pronoun is one; a word that the treebank seldom has is not asked about."""
    tree = sentences(OFTEN)
    article = Labelled(name="two", words=["The", "port", "Ann", "the"], gaps=[SPACE] * 4)
    tags = Tags(upos=["DET", "NOUN", "X", "PRON"], heads=[], deprels=[], entities=[], roles=[], cues=[], sure=[])

    assert score_slips([tree], [article], [tags]) == {"slips": 100 / 3}
