"""What the shipped models find in the golden articles when marks, tense, names or surroundings change.

A model has no rule that makes it indifferent to a changed letter: the share of statements that stay exactly as they
were (words, speaker, terms, stance, parent) has a bar, and the message of a failure lists the others.
"""

import re

import pytest
from attrs import evolve

from attribution import read_many, read_text
from tests.arithmetic import allowance
from tests.golden.comparing import differences
from tests.golden.golden import FILES, Golden, golden_of
from tests.trust.rewording import curled, in_the_present, straightened

ACTIVE_AND_PASSIVE = [
    (
        "Joana Brito, the mayor of Pero, told reporters that the bridge would be closed.",
        "Reporters were told by Joana Brito, the mayor of Pero, that the bridge would be closed.",
        "the bridge would be closed",
    ),
    (
        "The coast guard reported that nine people had been saved.",
        "It was reported by the coast guard that nine people had been saved.",
        "nine people had been saved",
    ),
    (
        "Amina Haddad, a lawyer for the union, confirmed that the talks had ended.",
        "It was confirmed by Amina Haddad, a lawyer for the union, that the talks had ended.",
        "the talks had ended",
    ),
    (
        "Carl Weiss, the chief engineer, informed the board that the pumps had failed.",
        "The board was informed by Carl Weiss, the chief engineer, that the pumps had failed.",
        "the pumps had failed",
    ),
    (
        "Two officials at the ministry warned drivers that the road was icy.",
        "Drivers were warned by two officials at the ministry that the road was icy.",
        "the road was icy",
    ),
    ("The union rejected the offer.", "The offer was rejected by the union.", "he offer"),
    ("Halvern Terminals denied the report.", "The report was denied by Halvern Terminals.", "he report"),
    (
        "The governor described the plan as “a gift to nobody.”",
        "The plan was described by the governor as “a gift to nobody.”",
        "a gift to nobody",
    ),
]
OTHER_NAMES = {
    "Haddad": "Moreno",
    "Duarte": "Ferraz",
    "Okoro": "Adeyemi",
    "Lamm": "Krantz",
    "Strand": "Holm",
    "Achebe": "Balogun",
    "Dufresne": "Lacroix",
    "Marsh": "Ellery",
    "Brandt": "Keller",
    "Dahlgren": "Sjoberg",
    "Brito": "Couto",
    "Nunes": "Peixoto",
}
QUIET = "The road along the water stayed open in the evening, and the market was full of people."


@pytest.fixture(scope="module")
def articles():
    """Return the golden articles, read as they are."""
    return list(read_many(FILES))


def other_names(text):
    """Return a text in which a dozen last names are others throughout."""
    return re.sub(rf"\b({'|'.join(OTHER_NAMES)})\b", lambda match: OTHER_NAMES[match[0]], text)


def read_again(article, text):
    """Read another text as that article."""
    return read_text(
        text, title=article.title, outlet=article.outlet, published=article.published, url=article.url, id=article.id
    )


def changed_lines(articles, change, expected=str):
    """Return the number of statements in articles that a change touches, and the lines that tell what then differs."""
    number, lines = 0, []
    for article in articles:
        if change(article.text) == article.text:
            continue
        before = golden_of(article)
        now = golden_of(read_again(article, change(article.text)))
        number += len(before.findings)
        lines += differences(
            in_words(before, expected), in_words(now, straightened if expected is straightened else str)
        )
    return number, lines


def in_words(golden, change):
    """Return a golden file with its words changed."""
    findings = tuple(
        evolve(finding, parts=tuple(map(change, finding.parts)), facts=tuple(map(change, finding.facts)))
        for finding in golden.findings
    )
    return Golden(golden.name, findings)


@pytest.mark.parametrize(
    ("change", "expected", "least"),
    [
        pytest.param(straightened, straightened, 0.93, id="straight marks for curly"),
        pytest.param(curled, straightened, 0.95, id="curly marks for straight"),
        pytest.param(in_the_present, in_the_present, 0.92, id="says for said"),
        pytest.param(other_names, other_names, 0.9, id="another name throughout"),
        pytest.param(lambda text: f"{text.rstrip()}\n\n{QUIET}\n", str, 0.94, id="a paragraph below"),
    ],
)
def test_the_expected_change_and_little_else(articles, change, expected, least):
    """Of the statements of all articles at least this share is exactly as it was, but for the change itself."""
    number, lines = changed_lines(articles, change, expected)
    changed = sum(line.startswith(("  ~", "  +", "  -")) for line in lines)
    print(f"\n{number - changed} of {number} statements stay, {100 * (1 - changed / number):.0f} %")

    assert 1 - changed / number >= least - allowance(0.08), "\n".join([f"{changed} of {number} statements", *lines])


@pytest.mark.parametrize("lines", ["Share this article", "Log In\n\nShare on Facebook"])
def test_page_furniture_above_changes_nothing(articles, lines):
    """No statement changes because buttons stand above the article."""
    number, changed = changed_lines(articles, lambda text: f"{lines}\n\n{text}")

    assert number > 200
    assert changed == []


@pytest.mark.parametrize(("active", "passive", "content"), ACTIVE_AND_PASSIVE, ids=lambda text: text[:24])
def test_the_passive_has_the_same_speaker(active, passive, content):
    """Who told reporters is who reporters were told by, with the same role, stance and content."""
    found = []
    for sentence in (active, passive):
        (statement,) = read_text(f"Monday was a quiet day in Pero.\n\n{sentence}\n\n{QUIET}").statements
        found.append((statement.speaker.name.lower(), statement.speaker.role, statement.stance))
        assert content in statement.text

    assert found[0] == found[1]


def test_beyond_the_window_nothing_changes(articles):
    """A paragraph below an article of many windows changes no part of any statement before the last windows."""
    text = "\n\n".join(article.text.strip() for article in articles if not article.url)
    reach = len(text) - 2 * 254 * 8  # two windows of 254 word pieces; a piece has 8 characters at most here
    before, now = (
        [
            (statement.source, statement.cue, statement.content)
            for statement in read_text(whole).statements
            if statement.content[-1].end < reach
        ]
        for whole in (text, f"{text}\n\n{QUIET}")
    )

    assert len(before) > 100
    assert now == before
