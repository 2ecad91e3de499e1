"""Statements that endorse or reject another's words, on a frozen parse."""

from functools import cache

import pytest

from attribution.graph.claims.standing import standing_of
from attribution.statements.article import ReadArticle
from attribution.statements.statement import Stance
from attribution.statements.steps import find_statements
from attribution.text.article import Article


@pytest.fixture(scope="module")
def reading(document):
    """Return what reads a frozen parse: the article, and what each of its statements stands for by its words."""

    @cache
    def read(name):
        parsed = document(name)
        article = Article(text=parsed.text)
        read = ReadArticle.of(article, parsed, find_statements(parsed, article))
        return read, {one.text: standing for one, standing in zip(read.statements, standing_of(read), strict=True)}

    return read


@pytest.fixture(scope="module")
def read(reading):
    """Return an article on a militia, and what its statements stand for."""
    return reading("claims-taking-up")


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


BUDGET, STRIKE = "the budget would be balanced by June", "the strike would go on"
KILLED, ARRESTED = "forty fighters were killed in the raid", "two men had been arrested"
RIGGED, HIDING = "the vote had been rigged", "Brandt of hiding the true cost"
SAFE = "that the water in the harbor district was safe to drink"


@pytest.mark.parametrize(
    ("parse", "content", "taken"),
    [
        ("taking-up-passives", "The figure", KILLED),
        ("taking-up-passives", "The account", KILLED),
        ("taking-up-passives", "that version", ARRESTED),
        ("taking-up-agreement", "the minister", BUDGET),
        ("taking-up-agreement", "he disagreed with the minister", BUDGET),
        ("taking-up-agreement", "Parr's remarks", STRIKE),
        ("taking-up-open", "the accusation", HIDING),
        ("taking-up-ministry", "the report", SAFE),
        ("taking-up-role", "the fire chief's account", "The death toll rose to six"),
        ("taking-up-ministry", '"I dispute the ministry\'s claim,"', SAFE),
    ],
)
def test_what_another_has_just_said_is_taken_up(reading, parse, content, taken):
    """*Was confirmed by*, *that version*, *agreed with the minister*: never the speaker's own words, nor a deputy's."""
    article, standing = reading(parse)
    texts = {one.id: one.text for one in article.statements}

    assert [texts[identity] for identity in standing[content].takes_up] == [taken]


@pytest.mark.parametrize(
    ("content", "stance"),
    [
        ("the statement as nonsense", Stance.DENIES),
        ("the claim was not true", Stance.DENIES),
        ("the report a fabrication", Stance.DENIES),
        ("the company's statement was correct", Stance.ASSERTS),
    ],
)
def test_who_judges_words_denies_or_asserts_what_they_say(reading, content, stance):
    """*Branded the report a fabrication* asserts something of the words, and denies that the dam was sound."""
    _, standing = reading("taking-up-judged")

    assert (standing[content].text, standing[content].stance) == ("the dam was sound", stance)
    assert standing["as false the claim by Wade"].text == "the village had fallen"


def test_an_echo_of_an_echo_says_what_was_said_first(reading):
    """Finn echoed Stone, who echoed Reyes: the link is to Stone, the claim is the one that Reyes made."""
    article, standing = reading("taking-up-chains")
    texts = {one.id: one.text for one in article.statements}

    assert [texts[one] for one in standing["Stone's remarks"].takes_up] == ["Reyes's claim"]
    assert standing["Stone's remarks"].text == RIGGED
    assert [texts[one] for one in standing["the senator's view"].takes_up] == [RIGGED]


@pytest.mark.parametrize(
    ("parse", "content"),
    [
        ("taking-up-chains", "her claim"),
        ("taking-up-judged", "Wade's remarks as irresponsible"),
        ("taking-up-judged", "the claim may be false"),
        ("taking-up-open", "the claim"),
        ("taking-up-open", "he could neither confirm nor deny the report"),
        ("taking-up-open", "the report"),
        ("taking-up-open", "that she had rejected the accusation"),
        ("taking-up-open", "the account of the talks"),
        ("taking-up-several", "the accusation"),
    ],
)
def test_who_takes_no_side_takes_up_nothing(reading, parse, content):
    """One's own words, what may be false, what was neither confirmed nor disputed, a report told of before."""
    article, _ = reading(parse)
    found = [one for said, one in zip(article.statements, standing_of(article), strict=True) if said.text == content]

    assert {one.takes_up for one in found} == {()}
