"""What holds for every picture: hostile text, given axes, dark backgrounds, a missing matplotlib, the example event."""

import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from matplotlib import pyplot, rc_context
from matplotlib.colors import to_hex, to_rgb
from matplotlib.figure import Figure

import attribution
from attribution.corpus.corpus import Corpus
from attribution.corpus.pictures.lettering import LAST, WIDE, open_lettering
from attribution.corpus.pictures.style import LOOKS, contrast, ink_on
from attribution.errors import MissingExtraError

CLAIM = "The bridge will close"
FERRY = Path(__file__).parents[3] / "docs/examples/ferry.jsonl"
PICTURES = {
    "draw": lambda corpus, **more: corpus.draw(CLAIM, **more),
    "timeline": lambda corpus, **more: corpus.timeline(CLAIM, **more),
    "status_bars": lambda corpus, **more: corpus.status_bars(**more),
}
HOSTILE = (
    "$x^$",
    "\\$x$ $\\frac{1}{0}$ \\",
    "line\nbreak\r\n\ttab\x00\x07\x1b[31m",
    "W" * 500,
    "half \ud83d of a pair \udc00",
    "\u202egnp.exe\u202c \u200f\u2067",
    "\u200f\u202e",
    "محمد بن سلمان",
    "王小明",
    "a\u0301\u0302\u0303" * 40,
    "<b>&amp;</b>",
    "_hidden",
)


@pytest.fixture(params=PICTURES)
def picture(request):
    """Return what draws each of the pictures."""
    return PICTURES[request.param]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_any_text_can_be_drawn(told, said, seen, picture, text, recwarn):
    """Formulas, control characters, halves of pairs, direction marks, foreign letters: drawn, free, without warning."""
    words = text + " and the bridge will close"
    corpus = told(
        [
            said(who=text, words=words, outlet=text, published="2026-03-02T09:40", organizations=(text,)),
            said(who=f"{text} Lee", words=words, relation="contradicts", outlet="Wire", published="2026-03-02"),
        ]
    )
    read = seen(picture(corpus))

    assert read.overlaps == []
    assert read.outside == []
    assert not recwarn.list


@pytest.mark.parametrize("format", ["svg", "pdf", "png"])
def test_pictures_can_be_saved(told, said, picture, format, tmp_path, recwarn):
    """Whatever the text, every kind of file can be written; an SVG names its parts by the corpus's ids."""
    every = [said(who=text, words=text + " x", outlet=text, organizations=(f"Body {text}",)) for text in HOSTILE]
    path = tmp_path / f"picture.{format}"
    picture(told(every)).figure.savefig(path)

    assert path.stat().st_size > 1000
    assert not recwarn.list
    if format == "svg":
        assert {element.get("id") for element in ElementTree.parse(path).iter()} & {
            "claim",
            "statement:0",
            "on_record 0",
        }


@pytest.mark.parametrize("text", ["$x^$", "costs $5 or $6", "\\$"])
def test_dollars_are_dollars(told, said, seen, text):
    """No name, word, outlet or claim is taken for a formula."""
    corpus = told([said(who=text, words=text + " x", outlet=text)])
    for axes in (corpus.draw(f"A {text}"), corpus.timeline(f"A {text}"), corpus.status_bars()):
        texts = [t for t in axes.findobj(pyplot.Text) if "$" in t.get_text()]

        assert texts
        assert all(not t.get_parse_math() and not t.get_usetex() for t in texts)
        assert any(text in t.get_text() for t in texts)


def test_long_names_end_in_an_ellipsis(told, said, seen):
    """A name that finds no room is cut, between words where that is possible."""
    corpus = told([said(who="The Right Honourable " + "Very " * 40 + "Long", outlet="O" * 200)])
    (name,) = (text for text in seen(corpus.draw(CLAIM)).texts if text.startswith("The Right"))
    (outlet,) = (text for text in seen(corpus.status_bars()).texts if text.startswith("OO"))

    assert name.endswith("Very…")
    assert outlet.endswith("O…")


def test_given_axes_are_used_and_pyplot_left_alone(both_sides, seen, picture):
    """On the axes of a figure of one's own nothing of pyplot is made or chosen."""
    one, other = Figure(figsize=(12, 9)).subplots(2)
    before, current = pyplot.get_fignums(), pyplot.figure()
    drawn = picture(both_sides, axes=other)

    assert drawn is other
    assert pyplot.gcf() is current
    assert pyplot.get_fignums() == [*before, current.number]
    assert not one.texts
    assert not one.lines
    assert seen(other).overlaps == []


def test_small_axes_get_small_letters(both_sides, seen):
    """The labels of a claim shrink with the axes, and still stand free; a layout engine is asked first."""
    small = Figure(figsize=(5, 3)).subplots()
    figure = Figure(figsize=(10, 6), layout="constrained")
    beside = figure.subplots(1, 2)
    both_sides.draw(CLAIM, axes=small)
    both_sides.draw(CLAIM, axes=beside[0])

    assert seen(small).overlaps == []
    assert seen(beside[0]).overlaps == []


def test_without_axes_a_notebook_shows_the_figure(both_sides, picture):
    """A new figure of pyplot is the current one, as at the end of a cell."""
    axes = picture(both_sides)

    assert pyplot.gcf() is axes.figure
    assert len(pyplot.get_fignums()) == 1


@pytest.mark.parametrize("face", ["white", "black", "#102030", "#f5f0e0"])
def test_text_stands_out_from_what_is_behind_it(both_sides, seen, picture, face):
    """On light and on dark, also where only the figure is dark, and where the style is dark."""
    figure = Figure(figsize=(10, 6), facecolor=face)
    axes = figure.subplots()
    axes.set_facecolor("none")
    picture(both_sides, axes=axes)
    inks = {
        to_hex(text.get_color()) for text in axes.findobj(pyplot.Text) if text.get_visible() and text.get_text().strip()
    }

    seen(axes)
    assert all(contrast(to_rgb(ink), to_rgb(face)) >= 4.5 for ink in inks)


def test_the_ink_is_the_users_own_where_it_can_be_read():
    """A style's colour of text is kept unless it vanishes."""
    with rc_context({"text.color": "#333355"}):
        assert ink_on((1.0, 1.0, 1.0)) == "#333355"
        assert ink_on((0.0, 0.0, 0.0)) == "#ffffff"


@pytest.mark.parametrize("behind", ["white", "black"])
def test_links_stand_out_from_light_and_dark(behind):
    """WCAG asks 3 to 1 of graphics."""
    assert all(contrast(look.color, behind) >= 3 for look in LOOKS.values())
    assert len({look.marker for look in LOOKS.values()}) == len({look.line for look in LOOKS.values()}) == len(LOOKS)


def test_contrast_is_that_of_wcag():
    """Black on white is 21, a colour on itself 1; #767676 is the lightest grey that WCAG allows on white."""
    assert contrast("black", "white") == pytest.approx(21)
    assert contrast("red", "red") == pytest.approx(1)
    assert contrast("#767676", "white") == pytest.approx(4.54, abs=0.01)


def test_the_fonts_are_the_users_then_those_of_other_scripts():
    """Only installed fonts are asked for, so that matplotlib does not complain of others; its own is always there."""
    with rc_context({"font.family": ["No Such Font", "serif"]}):
        lettering = open_lettering()

    assert lettering.families[0] == "DejaVu Serif"
    assert LAST in lettering.families
    assert {*lettering.families} - {*WIDE}
    assert lettering.shown("aЖא\ud83d") == "aЖא�"


def test_lines_keep_their_room():
    """Every line fits, none is lost without an ellipsis, and words stay whole."""
    lettering = open_lettering()
    text = "The bridge over the river will close for lack of money"
    lines = lettering.lines(text, 1.5, 9, most=9)

    assert " ".join(lines) == text
    assert all(lettering.width(line, 9) <= 1.5 for line in lines)
    assert lettering.lines(text, 1.5, 9, most=2)[0] == lines[0]
    assert lettering.lines(text, 1.5, 9, most=2)[1].endswith("…")
    assert lettering.lines("", 1.5, 9) == ()
    assert lettering.line("\u200f", 1.5, 9) == "(unreadable)"


def test_without_matplotlib_the_extra_is_named(both_sides, picture, monkeypatch):
    """The error says what to install, and comes before the corpus is asked."""
    monkeypatch.setitem(sys.modules, "matplotlib", None)

    with pytest.raises(MissingExtraError, match=r'pip install "claim-attribution\[pictures\]"'):
        picture(both_sides)


def test_rows_need_no_matplotlib(both_sides, monkeypatch):
    """What the bars are made of is there without the extra."""
    monkeypatch.setitem(sys.modules, "matplotlib", None)

    assert len(both_sides.status_rows()) == 2


def test_importing_and_asking_bring_no_matplotlib():
    """Neither the package nor a corpus imports it before a picture is drawn."""
    code = "import sys, attribution; attribution.Corpus().status_rows(); print('matplotlib' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "False"


@pytest.fixture(scope="module")
def ferry(tmp_path_factory):
    """Return the corpus of the example event, read with the models that ship."""
    with Corpus.open(tmp_path_factory.mktemp("pictures") / "ferry.db") as corpus:
        corpus.add_many(attribution.read_many(FERRY))
        yield corpus


@pytest.mark.parametrize(
    "claim",
    [
        "The ferry carried more passengers than it was allowed to",
        "The ferry had been overloaded",
        "Nine people died when the ferry sank",
        "The captain of the ferry was drunk",
    ],
)
def test_the_example_event(ferry, seen, claim):
    """Every answer of the ferry's claims is in the timeline, those that count are drawn, and all labels stand free."""
    answers = ferry.who_said(claim)
    timeline, drawn = seen(ferry.timeline(claim)), seen(ferry.draw(claim, most=48))

    assert {answer.statement.id for answer in answers} <= {*timeline.named}
    assert {answer.source_id for answer in answers if answer.source_id and answer.is_sure} <= {*drawn.named}
    assert timeline.overlaps == drawn.overlaps == timeline.outside == drawn.outside == []


def test_the_minister_stands_on_both_sides(ferry, seen):
    """Helena Duarte denied that the ferry was overloaded, and admitted it: she has both links, below the claim."""
    read = seen(ferry.draw("The ferry had been overloaded"))
    key = ferry.source("Helena Duarte").source.id

    assert f"supports {key}" in read.named
    assert f"contradicts {key}" in read.named
    assert read.named[key].get_ydata()[0] < read.named["claim"].get_bbox().y0


def test_the_bars_of_the_example_event(ferry, seen):
    """Five outlets, every statement once."""
    rows = ferry.status_rows()
    read = seen(ferry.status_bars())

    assert len(rows) == 5
    assert sum(row["statements"] for row in rows) == ferry.counts()["statements"]
    assert read.overlaps == read.outside == []
