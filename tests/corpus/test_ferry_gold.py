"""What a reader finds in the example event by hand is true to the articles."""

import json
import re
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "docs/examples"
ARTICLES = {
    line["id"]: line["text"]
    for line in map(json.loads, (EXAMPLES / "ferry.jsonl").read_text(encoding="utf8").splitlines())
}
GOLD = (EXAMPLES / "ferry.md").read_text(encoding="utf8")
SECTIONS = {
    section.split("\n")[0]: re.findall(r"\| `(\S+)` \| (.+?) \| (.+?) \| (.+?) \|", section)
    for section in GOLD.split("\n## ")[1:-1]
}


def test_six_claims_two_of_them_made_by_nobody():
    """The page lists six claims, and its last two have no statement."""
    assert [len(rows) > 0 for rows in SECTIONS.values()] == [True] * 4 + [False] * 2


@pytest.mark.parametrize(
    ("article", "who", "words"),
    [(article, who, words) for rows in SECTIONS.values() for article, who, words, _ in rows],
)
def test_the_words_stand_in_the_article(article, who, words):
    """Each row's words are the article's own, and its speaker is somebody whom the article mentions."""
    assert words in ARTICLES[article]
    last = {"Helena Duarte": "minister", "the Corvan News Agency": "corvan news agency"}.get(who, who.split()[-1])
    assert last.lower() in ARTICLES[article].lower()


def test_every_row_says_how_it_stands():
    """There are four ways to stand to a claim, and *perhaps* before two of them."""
    found = {stands for rows in SECTIONS.values() for *_, stands in rows}

    assert found == {"for", "against", "later", "perhaps for", "perhaps against"}
