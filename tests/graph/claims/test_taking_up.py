"""Statements that endorse or reject another's words, on a frozen parse."""

import pytest

from attribution.graph.claims.standing import standing_of
from attribution.statements.article import ReadArticle
from attribution.statements.statement import Stance
from attribution.statements.steps import find_statements
from attribution.text.article import Article


@pytest.fixture(scope="module")
def read(document):
    """Return the article, and what each of its statements stands for by the words attributed."""
    parsed = document("claims-taking-up")
    article = Article(text=parsed.text)
    read = ReadArticle.of(article, parsed, find_statements(parsed, article))
    return read, {one.text: standing for one, standing in zip(read.statements, standing_of(read), strict=True)}


@pytest.mark.parametrize(
    ("content", "taken"),
    [
        ("Saleh’s comments", ["The militia would halt its attacks", "that the truce was open-ended"]),
        ("Saleh’s claim", ["that the truce was open-ended"]),
        ("the accusation", ["Prado of hiding a deal"]),
    ],
)
def test_words_for_what_another_said_mean_it(read, content, taken):
    """Comments are what their owner said before, a claim the last of it, the accusation what somebody just said."""
    article, standing = read
    texts = {one.id: one.text for one in article.statements}

    assert [texts[identity] for identity in standing[content].takes_up] == taken
    assert standing[content].text == "; ".join(standing[one].text for one in taken)


def test_who_rejects_them_denies_what_they_say(read):
    """The stance stays that of the cue, so that *rejected Saleh's claim* contradicts it."""
    stances = {one.text: one.stance for one in read[0].statements}

    assert stances["Saleh’s comments"] is Stance.ASSERTS
    assert stances["Saleh’s claim"] is stances["the accusation"] is Stance.DENIES


@pytest.mark.parametrize("content", ["the statement of Reyes", "claims that the army was weak", "the plan"])
def test_nothing_else_is_taken_up(read, content):
    """Neither a denial, nor words that come with what they say, nor a noun for something else."""
    _, standing = read

    assert standing[content].takes_up == ()
