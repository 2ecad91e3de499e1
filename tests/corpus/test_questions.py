"""Questions that cannot be asked, and corpora that hold nothing."""

from datetime import date
from inspect import signature

import pytest
from attrs import evolve

from attribution.corpus.corpus import Corpus
from attribution.corpus.overview import cells_of, outlets_of
from attribution.corpus.question import Limits
from attribution.corpus.questions import who_said
from attribution.corpus.storage.store import Store
from attribution.errors import CorpusFileError, DayError, QuestionError, UnknownIdError
from attribution.graph.record import Record


@pytest.fixture
def empty(matcher):
    """Return a corpus without articles."""
    return Corpus(matcher=matcher)


@pytest.mark.parametrize("claim", ["", "  \n", "?!", "—", None, 3, b"the bridge closed"])
def test_a_question_without_words_is_a_clear_error(empty, claim):
    """What is no sentence says what to pass."""
    with pytest.raises(QuestionError, match="pass a sentence"):
        empty.who_said(claim)
    with pytest.raises(QuestionError):
        empty.corroboration(claim)


@pytest.mark.parametrize(("limit", "value"), [("stance", "shouts"), ("status", "secret")])
def test_an_unknown_choice_lists_the_known(empty, limit, value):
    """A stance or status that does not exist names those that do."""
    with pytest.raises(QuestionError, match=f"the {limit} '{value}'; choose one of"):
        empty.who_said("The bridge closed", **{limit: value})


@pytest.mark.parametrize(
    "day", ["yesterday", "2026-3-2", "03/02/2026", "", 2026, "2026-02-31", "2026-13", "2026-99-99"]
)
def test_what_is_no_date_is_a_clear_error(empty, day):
    """A limit that no article could meet is not answered with silence."""
    for limit in ("since", "until"):
        with pytest.raises(DayError, match="is no day"):
            empty.who_said("The bridge closed", **{limit: day})


@pytest.mark.parametrize("day", ["2026", "2026-03", "2026-03-02", "2026-03-02T09:00", "2026-03-02T09:00:30+01:00"])
def test_dates_are_as_exact_as_they_are_given(day):
    """A year, a month, a day or a time; a date of Python's is one."""
    assert Limits(since=day).since == day
    assert Limits(until=date(2026, 3, 2)).until == "2026-03-02"


@pytest.mark.parametrize(
    ("since", "until"), [("2026-03-03", "2026-03-02"), ("2026-04", "2026-03-31"), ("2026", "2025")]
)
def test_a_time_that_ends_before_it_begins_is_a_clear_error(empty, since, until):
    """Since tomorrow until yesterday has no answer; a month within its year has."""
    with pytest.raises(QuestionError, match="the earlier date as since"):
        empty.who_said("The bridge closed", since=since, until=until)
    assert Limits(since="2026-03-02", until="2026-03").until == "2026-03"
    assert Limits(since="2026", until="2026-03").since == "2026"


@pytest.mark.parametrize("least", [7, -1, float("nan"), "0.5"])
def test_what_is_no_chance_is_a_clear_error(empty, least):
    """A chance lies between 0 and 1."""
    with pytest.raises(QuestionError, match="give a chance from 0"):
        empty.who_said("The bridge closed", least=least)


@pytest.mark.parametrize(
    ("limits", "published"),
    [
        ({"until": "2026-03-01T17:00Z"}, "2026-03-02T01:00+09:00"),
        ({"since": "2026-03-01T17:00+09:00"}, "2026-03-01T08:30Z"),
        ({"since": "2026-03-01T17:00", "until": "2026-03-01T17:00"}, "2026-03-01T17:00:30"),
        ({"since": "2026-03-02", "until": "2026-03-02"}, "2026-03-02T01:00+09:00"),
        ({"since": "2026-03", "until": "2026-03"}, "2026-03-31"),
        ({"outlet": "the harbor  ledger"}, "2026-03-31"),
        ({"outlet": "Harbor Ledger"}, None),
    ],
)
def test_times_are_compared_as_times(entry, limits, published):
    """One in the morning in the east is the evening before; a day is the one that the article was published on."""
    test = Limits(**limits).test()
    article = evolve(entry(1).article, outlet="The Harbor Ledger", published=published)

    assert test(Record(statement=entry(1).statements[0], article=article, claim_text=""))


@pytest.mark.parametrize(
    ("limits", "published"),
    [
        ({"until": "2026-03-01T17:00Z"}, "2026-03-01T20:00Z"),
        ({"since": "2026-03-01T17:00Z"}, "2026-03-02T01:00+09:00"),
        ({"until": "2026-03-01"}, "2026-03-02T01:00+09:00"),
        ({"since": "2026"}, None),
        ({"outlet": "Ledger"}, "2026-03-01"),
    ],
)
def test_what_lies_outside_is_no_answer(entry, limits, published):
    """Later and earlier times, another outlet, and no date where one is asked for."""
    article = evolve(entry(1).article, outlet="The Harbor Ledger", published=published)

    assert not Limits(**limits).test()(Record(statement=entry(1).statements[0], article=article, claim_text=""))


@pytest.mark.parametrize("outlet", ["AP", "associated press", "The Associated Press"])
def test_an_agency_is_known_by_its_names(entry, outlet):
    """*AP* is *The Associated Press*."""
    article = evolve(entry(1).article, outlet="The Associated Press")

    assert Limits(outlet=outlet).test()(Record(statement=entry(1).statements[0], article=article, claim_text=""))


def test_the_function_takes_the_limits_of_the_method():
    """`who_said(claim, corpus)` can be asked whatever `corpus.who_said(claim)` can."""
    function, method = signature(who_said).parameters, signature(Corpus.who_said).parameters
    limits = {name: one for name, one in method.items() if name not in ("self", "claim")}

    assert {name: one for name, one in function.items() if name not in ("claim", "corpus")} == limits


def test_a_corpus_shows_its_outlets(matcher, entry):
    """Articles, days, statements and withheld identities by outlet; foreign names stay text, and what has none is last."""
    store = Store()
    for number, (outlet, day) in enumerate(
        [("The <b>Ledger</b>", "2026-03-02T08:00"), ("The <b>Ledger</b>", "2026-03-05"), (None, None)]
    ):
        store.add(evolve(entry(number), article=evolve(entry(number).article, outlet=outlet, published=day)))

    assert cells_of(outlets_of(store)) == [
        ["The <b>Ledger</b>", "2", "2026-03-02", "2026-03-05", "4", "2"],
        ["outlet not known", "1", "", "", "2", "1"],
    ]
    html = Corpus(store, matcher=matcher)._repr_html_()
    assert "The &lt;b&gt;Ledger&lt;/b&gt;" in html
    assert "3 articles, 6 statements" in html


def test_small_outlets_share_a_row(entry):
    """A corpus of many outlets shows the largest, and the sums of the others."""
    store = Store()
    for number in range(20):
        article = evolve(entry(number).article, outlet=f"Outlet {number:02}", published=f"2026-03-{number + 1:02}")
        store.add(evolve(entry(number), article=article))
    cells = cells_of(outlets_of(store))

    assert len(cells) == 13
    assert cells[-1] == ["8 more", "8", "2026-03-13", "2026-03-20", "16", "8"]


def test_an_empty_corpus_answers_nothing(empty):
    """Empty answers are empty, not errors."""
    found = empty.corroboration("The bridge closed")

    assert empty.who_said("The bridge closed").rows() == []
    assert (found.independent, found.credibility, found.flags) == ((0, 0), 6, ())
    assert empty.first_said("The bridge closed") is None
    assert empty.copies() == empty.claims() == empty.contradictions() == ()
    assert len(empty.graph) == len(empty) == 0
    assert "nobody" in repr(empty.who_said("The bridge closed"))
    assert "nobody in the corpus says so" in repr(found)


def test_unknown_names_and_grades(empty):
    """A source that is not there, and a grade that does not exist, are clear errors."""
    for ask in (empty.source, empty.organization, lambda name: empty.merge(name, name)):
        with pytest.raises(UnknownIdError, match="Nobody"):
            ask("Nobody")
    with pytest.raises(QuestionError, match="A, B, C"):
        empty.rate("Ann Lee", "G")


def test_vectors_of_another_model_are_not_compared(entry, matcher, tmp_path):
    """A file whose vectors another model made is refused when it is asked, and can still be opened."""
    with Store(tmp_path / "c.db") as store:
        store.add(entry(1))
        store.set("searcher", "another")

    with (
        Corpus(Store(tmp_path / "c.db"), matcher=matcher) as corpus,
        pytest.raises(CorpusFileError, match="another model"),
    ):
        corpus.who_said("The bridge will close")
