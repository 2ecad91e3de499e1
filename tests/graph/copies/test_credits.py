"""Outlets that an article credits for its text."""

import pytest

from attribution.graph.copies.credits import credits_of, outlet_key
from attribution.text.article import Article


@pytest.mark.parametrize(
    ("text", "outlet", "credits"),
    [
        ("MARVAO (AP) — The ferry sank.", None, [("AP", "dateline")]),
        ("JAKARTA (Reuters) - The ferry sank.", None, [("Reuters", "dateline")]),
        ("By Ann Lee, Associated Press\nThe ferry sank.", None, [("Associated Press", "byline")]),
        (
            "The ferry sank.\n\nThe Associated Press contributed to this report.",
            None,
            [("The Associated Press", "contributed")],
        ),
        ("MARVAO (AP) — The ferry sank.", "The Associated Press", []),
        ("MARVAO (AP) — It sank.\n\nThe Associated Press contributed to this report.", None, [("AP", "dateline")]),
        ("The ferry (Santa Iria) — a ship of 1971 — sank.", None, []),
        ("The ferry sank, The Associated Press reported.", None, []),
        ("", None, []),
    ],
)
def test_credits(text, outlet, credits):
    """Datelines, bylines and closing lines credit outlets, each once, and nobody credits itself."""
    found = credits_of(Article(text=text, outlet=outlet))

    assert [(credit.outlet, credit.method) for credit in found] == credits
    assert all(credit.span.of(text) == credit.outlet for credit in found)


@pytest.mark.parametrize(
    ("names", "is_one"),
    [
        (("The Associated Press", "AP", "apnews.com"), True),
        (("BBC News", "www.bbc.co.uk", "BBC"), True),
        (("The New York Times", "nytimes.com", "New York Times"), True),
        (("The Harbor Ledger", "harbor-ledger.com"), True),
        (("The Times", "Los Angeles Times"), False),
        (("CNN", "CBS"), False),
    ],
)
def test_outlets_have_one_key(names, is_one):
    """An outlet's names and its site have one key, other outlets another."""
    assert (len({outlet_key(name) for name in names}) == 1) is is_one
