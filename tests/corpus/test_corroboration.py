"""What answers amount to: the first, the flags, the rating, the card."""

import pandas
import polars
import pytest

from attribution.corpus.answers import ANSWER_COLUMNS, Answer, Answers
from attribution.corpus.card import html_card, text_card
from attribution.corpus.corroboration import (
    CORROBORATION_COLUMNS,
    Corroboration,
    CorroborationRow,
    Flag,
    Origin,
    first_of,
    flags_of,
)
from attribution.graph.record import Record
from attribution.graph.relation import Relation
from attribution.statements.statement import (
    Authorization,
    AuthorizationStatus,
    Speaker,
    SpeakerKind,
    Statement,
)
from attribution.text.article import Article
from attribution.text.span import Span


def answer(
    name,
    published="2026-03-02",
    *,
    relation="supports",
    status="on_record",
    body=(),
    text="Nine people died",
    score=0.9,
):
    """Return an answer by a speaker of this name."""
    article = Article(text=text, outlet="Ledger", published=published, title=f"{name} {published}")
    speaker = Speaker(name=name, kind=SpeakerKind.PERSON, named=status == "on_record", organizations=body)
    statement = Statement(
        id=f"{name} {published}",
        article_id=article.id,
        text=text,
        content=(Span(0, len(text)),),
        speaker=speaker,
        authorization=Authorization(status=AuthorizationStatus(status)),
    )
    record = Record(statement=statement, article=article, claim_text=text)
    return Answer(claim="c", record=record, relation=Relation(relation), score=score, source_id=f"source:{name}")


def corroboration(groups, independent, *, against=(), repeats=(), updates=()):
    """Return a corroboration of some groups of answers."""
    origins = tuple(Origin(name=group[0].speaker.name, answers=tuple(group)) for group in groups)
    bodies = {one.source_id: one.speaker.organizations for group in groups for one in group}
    supporting = Answers("c", tuple(one for group in groups for one in group))
    opposed = (len(against), len(against))
    return Corroboration(
        claim="Nine people <died>",
        supporting=supporting,
        contradicting=Answers("c", tuple(against)),
        updates=Answers("c", tuple(updates)),
        repeats=Answers("c", tuple(repeats)),
        groups=origins,
        independent=independent,
        against=opposed,
        first=first_of(supporting),
        flags=tuple(flag for flag in Flag if flag in flags_of(origins, independent, opposed, bodies)),
        organizations=bodies,
    )


LEE, ITO, AIDE = answer("Ann Lee"), answer("Jun Ito", "2026-03-03"), answer("an aide", status="anonymous")
DENIAL = answer("Vera Quill", relation="contradicts")


@pytest.mark.parametrize(
    ("groups", "independent", "against", "credibility", "flags"),
    [
        ([[LEE], [ITO]], (2, 2), [], 1, set()),
        ([[LEE], [AIDE]], (1, 2), [], 2, {"single_source"}),
        ([[LEE]], (1, 1), [], 3, {"single_source"}),
        ([[AIDE]], (1, 1), [], 6, {"single_source", "anonymous_only"}),
        ([[LEE]], (1, 1), [DENIAL], 4, {"single_source", "contested"}),
        ([[LEE]], (1, 1), [DENIAL, answer("Tim Sayle", relation="contradicts")], 5, {"single_source", "contested"}),
        ([], (0, 0), [DENIAL], 5, {"contested"}),
        ([], (0, 0), [], 6, set()),
        (
            [[answer("Ann Lee", body=("NYPD",)), answer("Jun Ito", body=("NYPD",))]],
            (1, 1),
            [],
            3,
            {"single_source", "one_organization"},
        ),
    ],
)
def test_rating_and_flags(groups, independent, against, credibility, flags):
    """The rating follows the rules of the documentation, and what stands out is flagged."""
    found = corroboration(groups, independent, against=against)

    assert found.credibility == credibility
    assert {flag.value for flag in found.flags} == flags


@pytest.mark.parametrize(
    ("dates", "first", "is_sure"),
    [
        (["2026-03-03", "2026-03-02"], "2026-03-02", True),
        (["2026-03-02", "2026-03-02"], "2026-03-02", False),
        (["2026-03-02T09:00", "2026-03-02"], "2026-03-02", False),
        (["2026-03-02T09:00", "2026-03-02T08:00"], "2026-03-02T08:00", True),
        (["2026-03-02T01:00+09:00", "2026-03-01T20:00Z"], "2026-03-02T01:00+09:00", True),
        (["2026-03-02", ""], "2026-03-02", False),
        (["", ""], None, None),
    ],
)
def test_the_first(dates, first, is_sure):
    """The earliest article is the first, and sure only where no other may be as early."""
    found = first_of([answer(f"speaker {i}", date) for i, date in enumerate(dates)])

    assert (found.answer.published if found else None) == first
    assert (found.is_sure if found else None) is is_sure


@pytest.mark.parametrize(
    ("dates", "scores", "first", "is_sure"),
    [
        (["2026-03-01", "2026-03-02"], [0.3, 0.9], "2026-03-02", False),
        (["2026-03-03", "2026-03-02"], [0.3, 0.9], "2026-03-02", True),
        (["2026-03-01", "2026-03-02"], [0.3, 0.4], "2026-03-01", False),
    ],
)
def test_the_first_is_one_that_counts(dates, scores, first, is_sure):
    """An unsure answer is the first only where there is no other, and makes a later one unsure."""
    answers = [
        answer(f"speaker {i}", date, score=score) for i, (date, score) in enumerate(zip(dates, scores, strict=True))
    ]
    found = first_of(sorted(answers, key=lambda one: -one.score) if max(scores) > 0.5 else answers)

    assert (found.answer.published, found.is_sure) == (first, is_sure)


def test_unsure_answers_are_marked():
    """What does not count is shown with its chance, for and against."""
    unsure = answer("Ann Lee", score=0.31)
    card = corroboration([[LEE], [unsure]], (1, 1), against=[answer("Vera Quill", relation="contradicts", score=0.4)])

    assert text_card(card).count("(unsure, 0.31): ") == text_card(card).count("(unsure, 0.40): ") == 1
    assert html_card(card).count("(unsure, 0.31)") == html_card(card).count("(unsure, 0.40)") == 1


def test_the_card_has_every_voice_and_is_safe():
    """The card shows who says what on which terms, escapes what is foreign, and lets no text act on a terminal."""
    hostile = answer("Ann <script>", text="<b>Nine</b> \x1b[31mdied")
    found = corroboration([[hostile], [ITO]], (1, 2), against=[DENIAL])

    assert "between 1 and 2 independent sources for, 1 against" in text_card(found)
    assert "\x1b" not in text_card(found)
    assert "<script" not in html_card(found)
    assert "<b>Nine" not in html_card(found)
    assert "&lt;b&gt;Nine" in html_card(found)


def test_rows_have_their_columns_and_no_none():
    """Every row has the same columns, in order, and none is None."""
    rows = Answers("c", (LEE, AIDE)).rows()

    assert all(tuple(row) == ANSWER_COLUMNS and None not in row.values() for row in rows)


def test_every_statement_on_a_claim_is_a_row():
    """A row says on which side the statement is and to which origin it goes back; each statement has one."""
    again = answer("Ann Lee", "2026-03-04")
    later = answer("Jun Ito", "2026-03-05", relation="updates")
    rows = corroboration([[LEE, again], [ITO]], (2, 2), against=[DENIAL], repeats=[again], updates=[later]).rows()

    assert [(row["side"], row["group"], row["speaker"]) for row in rows] == [
        ("supporting", 0, "Ann Lee"),
        ("repeats", 0, "Ann Lee"),
        ("supporting", 1, "Jun Ito"),
        ("contradicting", -1, "Vera Quill"),
        ("updates", -1, "Jun Ito"),
    ]
    assert all(tuple(row) == CORROBORATION_COLUMNS and None not in row.values() for row in rows)
    assert {*CORROBORATION_COLUMNS} == {*CorroborationRow.__annotations__}


def test_the_rows_are_frames_as_they_are():
    """pandas and polars take them, also those of a claim that nobody made."""
    rows = corroboration([[LEE], [ITO]], (2, 2), against=[DENIAL]).rows()

    for frame in (pandas.DataFrame(rows), polars.DataFrame(rows)):
        assert (frame.shape, [*frame.columns]) == ((3, len(CORROBORATION_COLUMNS)), [*CORROBORATION_COLUMNS])
    assert pandas.DataFrame(rows).groupby("group").size().to_dict() == {-1: 1, 0: 1, 1: 1}
    assert pandas.DataFrame(corroboration([], (0, 0)).rows(), columns=CORROBORATION_COLUMNS).empty
