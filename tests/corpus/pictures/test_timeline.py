"""The timeline of a claim: rows, dates, markers, and what has no date."""

from datetime import datetime

import pytest
from matplotlib.dates import date2num

from attribution.corpus.pictures.periods import Period, period_of

CLAIM = "The bridge will close"


def rows_of(axes):
    """Return the words of the rows, from the top."""
    return [tick.get_text() for tick in axes.get_yticklabels()]


def places_of(read):
    """Return where each statement is marked, by its number."""
    named = {name: artist for name, artist in read.named.items() if name.startswith("statement:")}
    return {int(name.split(":")[1]): tuple(map(float, artist.get_xydata()[0])) for name, artist in named.items()}


def day(*parts):
    """Return a moment as matplotlib's number of days."""
    return date2num(datetime(*parts))


def test_a_row_for_each_source_the_first_on_top(both_sides, seen):
    """Helena Duarte spoke on the first of March; the driver's article has no date."""
    axes = both_sides.timeline(CLAIM)
    seen(axes)

    assert rows_of(axes)[0] == "Helena Duarte"
    assert rows_of(axes)[-1] == "a driver"
    assert sorted(rows_of(axes)) == sorted(
        ["Helena Duarte", "Ann Lee", "Bo Chen", "Iria Lines", "an aide", "Carla Mendes", "a driver"]
    )
    low, high = axes.get_ylim()
    assert low > high  # rows count from the top


def test_statements_stand_at_their_times(both_sides, seen):
    """A time is a point, in UTC where its zone is given; a day is marked at noon, with a bar over all of it."""
    axes = both_sides.timeline(CLAIM)
    read = seen(axes)
    places = places_of(read)
    bars = [tuple(line.get_xdata()) for line in axes.lines if line.get_label() == "_period"]

    assert places[0][0] == pytest.approx(day(2026, 3, 2, 9, 40))
    assert places[3][0] == pytest.approx(day(2026, 3, 3, 7))
    assert places[2][0] == pytest.approx(day(2026, 3, 3, 12))
    assert (day(2026, 3, 3), day(2026, 3, 4)) in bars
    assert (places[6][1], places[7][1]) == (0.0, 0.0)  # both of Helena Duarte's
    assert axes.get_xlabel() == "published, 2026-03-01 to 2026-03-04 (times with a zone are in UTC)"


def test_every_statement_is_marked_by_its_relation(both_sides, seen):
    """Circle, cross, diamond, triangle; hollow where nobody is named."""
    named = seen(both_sides.timeline(CLAIM)).named
    markers = {number: named[f"statement:{number}"].get_marker() for number in range(8)}
    hollow = {number for number in range(8) if named[f"statement:{number}"].get_markerfacecolor() == "none"}

    assert markers == {0: "o", 1: "<", 2: "o", 3: "X", 4: "X", 5: "D", 6: "o", 7: "X"}
    assert hollow == {2, 4}


def test_what_has_no_date_stands_apart(both_sides, seen):
    """The driver's statement is right of a line behind the last day, above the words *no date*, and no day is there."""
    axes = both_sides.timeline(CLAIM)
    places = places_of(seen(axes))
    (line,) = (line.get_xdata()[0] for line in axes.lines if line.get_label() == "_strip")
    ticks = dict(zip((t.get_text() for t in axes.get_xticklabels()), axes.get_xticks(), strict=True))

    assert places[4][0] > line > max(x for number, (x, _) in places.items() if number != 4)
    assert ticks.pop("no date") == pytest.approx(places[4][0])
    assert max(ticks.values()) < line


@pytest.mark.parametrize("published", [None, "", "last Monday", "2026-13-45", "9999-12-31"])
def test_dates_that_cannot_be_read_are_shown_as_none(told, said, seen, published):
    """Where nothing has a date there is only the strip."""
    axes = told([said(who="Ann Lee", published=published)]).timeline(CLAIM)

    assert places_of(seen(axes)) == {0: (0.0, 0.0)}
    assert [tick.get_text() for tick in axes.get_xticklabels()] == ["no date"]


def test_statements_of_one_time_are_kept_apart(told, said, seen):
    """Three statements of one source on one day are three markers within its row."""
    corpus = told([said(who="Ann Lee", words=f"The bridge will close {i}.") for i in range(3)])
    heights = sorted(y for _, y in places_of(seen(corpus.timeline(CLAIM))).values())

    assert heights == pytest.approx([-0.3, 0.0, 0.3])


def test_a_source_that_is_not_named_in_its_article_has_a_row(told, said, seen):
    """Statements of which nobody is said to be the source are nobody's together: each has its own row."""
    axes = told([said(who=None), said(who=None)]).timeline(CLAIM)
    seen(axes)

    assert rows_of(axes) == ["nobody named", "nobody named"]


def test_a_claim_that_nobody_made(told, seen):
    """The axes say so."""
    axes = told([]).timeline(CLAIM)

    assert sorted(seen(axes).texts) == [CLAIM, "nobody in the corpus says so, and nobody denies it"]


@pytest.mark.parametrize(
    "dates",
    [
        ("2026-03-02T09:40", "2026-03-02T09:41"),
        ("2026-03-02T09:40", "2026-03-05T09:40"),
        ("2019", "2026-03-05"),
        ("0001-01-01", "9999-12-31T23:59:59"),
    ],
)
def test_any_stretch_of_time_has_names(told, said, seen, dates, recwarn):
    """From a minute to the whole calendar: some days or hours are named, nothing hides another, nobody is warned."""
    read = seen(told([said(who=name, published=date) for name, date in zip("AB", dates, strict=True)]).timeline(CLAIM))

    assert len(read.axes.get_xticks()) >= 2
    assert read.overlaps == []
    assert read.outside == []
    assert not recwarn.list


def test_the_last_days_of_the_calendar(told, said, seen):
    """No day can be named there; the statement is shown, and below it the date."""
    read = seen(told([said(who="Ann Lee", published="9999-12-30"), said(who="Bo", published=None)]).timeline(CLAIM))

    assert len(places_of(read)) == 2
    assert read.axes.get_xlabel() == "published, 9999-12-30"


@pytest.mark.parametrize(
    ("published", "start", "end"),
    [
        ("2026", (2026, 1, 1), (2027, 1, 1)),
        ("2026-12", (2026, 12, 1), (2027, 1, 1)),
        ("2026-03", (2026, 3, 1), (2026, 4, 1)),
        ("2026-03-02", (2026, 3, 2), (2026, 3, 3)),
        ("20260302", (2026, 3, 2), (2026, 3, 3)),
        (" 2026-03-02T09:40 ", (2026, 3, 2, 9, 40), (2026, 3, 2, 9, 40)),
        ("2026-03-02T23:40-05:00", (2026, 3, 3, 4, 40), (2026, 3, 3, 4, 40)),
        ("2026-03-02T09:40Z", (2026, 3, 2, 9, 40), (2026, 3, 2, 9, 40)),
    ],
)
def test_a_date_is_a_stretch_of_time(published, start, end):
    """As far as it is given: a year, a month, a day, a moment."""
    period = period_of(published)

    assert (period.start, period.end) == (datetime(*start), datetime(*end))
    assert period.has_zone is (published.strip()[-1] == "Z" or published[-6:] == "-05:00")


@pytest.mark.parametrize(
    "published", ["0000", "2026-00", "9999-12-31T23:00-05:00", "9999", "0001-01-01T00:00+14:00", "x"]
)
def test_what_is_no_date_has_no_period(published):
    """So is what lies outside the calendar."""
    assert period_of(published) is None


def test_the_middle_of_a_period():
    """A day is marked at noon."""
    assert Period(datetime(2026, 3, 2), datetime(2026, 3, 3)).middle == datetime(2026, 3, 2, 12)
