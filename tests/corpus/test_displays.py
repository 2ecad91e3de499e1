"""How a corpus shows what it found: tables that stay text, listings, who was first."""

import pickle
import re
from html import unescape

import pandas
import polars
import pytest
from attrs import evolve

from attribution.corpus.answers import Answer, Answers, spaced
from attribution.corpus.corpus import Corpus
from attribution.corpus.corroboration import first_of
from attribution.corpus.listings import COPY_COLUMNS, MOST, SOURCE_COLUMNS, Claims, Copies, Sources
from attribution.corpus.overview import OUTLET_COLUMNS
from attribution.corpus.storage.appearances import Appearance
from attribution.corpus.storage.store import Store
from attribution.document.document import Document
from attribution.errors import UnknownIdError
from attribution.graph.claims.claim import Claim
from attribution.graph.identity.source import Source
from attribution.graph.record import Record
from attribution.graph.relation import Relation
from attribution.statements.article import ReadArticle
from attribution.statements.statement import Speaker, SpeakerKind, Stance
from attribution.statements.table import Statements

HOSTILE = "<b>Ann & \x1b[2J\u202eLee"


@pytest.fixture
def records(entry):
    """Return two statements of two articles: Ann Lee says so, and somebody with a hostile name denies it."""
    found = []
    for number, (name, stance) in enumerate((("Ann Lee", Stance.ASSERTS), (HOSTILE, Stance.DENIES))):
        made = entry(number, f"The bridge will close in May {number}, he said.")
        bodies = ("Works Office",) if name == "Ann Lee" else ()
        speaker = Speaker(name=name, kind=SpeakerKind.PERSON, named=True, organizations=bodies)
        statement = evolve(made.statements[0], speaker=speaker, stance=stance)
        alone = {"statements": (statement,), "claim_texts": ("The bridge will close in May",), "takes_up": ((),)}
        found.append(evolve(made, vectors=made.vectors[:1], **alone))
    return found


@pytest.fixture
def corpus(records, matcher):
    """Return the corpus of both."""
    store = Store()
    for one in records:
        store.add(one)
    return Corpus(store, matcher=matcher)


def cells(html):
    """Return the rows of an HTML table as texts."""
    return [
        [unescape(cell) for cell in re.findall(r"<t[hd][^>]*>([^<]*)</t[hd]>", row)]
        for row in re.findall(r"<tr>(.*?)</tr>", html, re.DOTALL)
    ]


def test_sources_are_listed(corpus):
    """Who speaks, as a table for eyes and as rows for frames; a hostile name is text in both."""
    sources = corpus.sources()
    header, *rows = cells(sources._repr_html_())

    assert header == ["#", "name", "kind", "named", "statements", "articles"]
    assert sorted(row[1] for row in rows) == sorted([HOSTILE, "Ann Lee"])
    assert "\x1b" not in repr(sources)
    assert "<b>" not in sources._repr_html_()
    assert polars.DataFrame(sources.rows()).shape == pandas.DataFrame(sources.rows()).shape == (2, 11)
    assert sources[0] in corpus._now().identities.sources


def unnamed(number, name="the coast guard"):
    """Return a source that nobody names, of one article."""
    one = {"statement_ids": (f"statement:{number}",), "article_ids": (f"article:{number}",)}
    return Source(id=f"source:{number}", name=name, kind=SpeakerKind.ORGANIZATION, named=False, names=(name,), **one)


@pytest.mark.parametrize(
    ("seen", "shown"),
    [
        ([("Wire", "2026-03-02", "A"), ("Post", "2026-03-02T09:20", "B")], ["Wire, 2026-03-02", "Post, 2026-03-02"]),
        (
            [("Wire", "2026-03-02T08:00", ""), ("Wire", "2026-03-02T09:20", "")],
            ["Wire, 2026-03-02 08:00", "Wire, 2026-03-02 09:20"],
        ),
        ([("Wire", "2 March", "A"), ("Wire", "2 March", "B")], ["Wire, 2 March, A", "Wire, 2 March, B"]),
        ([("", "", ""), ("", "", "")], ["source:0", "source:1"]),
        ([("", "", ""), ("Wire", "", "")], ["source:0", "Wire"]),
        ([("Wire", "2 March", "A"), ("Wire", "2 March", "A")], [f"Wire, 2 March, A, source:{n}" for n in (0, 1)]),
    ],
)
def test_sources_of_one_description_are_told_apart(seen, shown):
    """Where each is seen stands in its row: outlet and day, time and title where these are the same, and the id."""
    articles = {f"article:{number}": Appearance(*one) for number, one in enumerate(seen)}
    sources = Sources([unnamed(0), unnamed(1, "The coast guard"), unnamed(2, "a diver")], articles)

    assert [row[-1] for row in cells(sources._repr_html_())] == ["seen in", *shown, ""]
    assert all(one in repr(sources) for one in shown)


def test_rows_of_sources_tell_where_they_are_seen(corpus):
    """The outlets and days of all articles stand in the rows; a part of a listing and a copy know them, too."""
    sources = corpus.sources()

    assert {(*row,) for row in sources.rows()} == {SOURCE_COLUMNS}
    assert {(row["outlets"], row["first"], row["last"]) for row in sources.rows()} == {
        ("Harbor Ledger", "2026-03-02", "2026-03-02")
    }
    assert sources[1:].rows() == pickle.loads(pickle.dumps(sources))[1:].rows() == sources.rows()[1:]


def test_claims_and_contradictions_are_listed(corpus):
    """One claim, for it Ann Lee, against it who denies it."""
    (claim,), (found,) = corpus.claims(), corpus.contradictions()
    (row,) = corpus.contradictions().rows()

    assert claim.id == found.claim.id == row["claim_id"]
    assert (row["supporting"], row["contradicting"]) == ("Ann Lee", HOSTILE)
    assert cells(corpus.claims()._repr_html_()) == [["#", "statements", "claim"], ["0", "2", claim.text]]
    assert "Ann Lee" in repr(corpus.contradictions())


def test_nothing_says_so(matcher):
    """An empty listing is words, not a header, and equal to an empty tuple."""
    corpus = Corpus(matcher=matcher)

    assert [repr(one) for one in (corpus.claims(), corpus.sources(), corpus.contradictions())] == [
        *("no claims", "no sources", "no contradictions")
    ]
    assert corpus.sources()._repr_html_() == "<p>no sources</p>"
    assert corpus.sources() == ()


def test_of_many_the_first_are_shown():
    """Thirty rows, and how many more there are; the rows for frames are all."""
    claims = Claims(Claim(id=f"claim:{n}", text=f"Words {n}", statement_ids=("statement:0",)) for n in range(MOST + 5))

    assert len(cells(claims._repr_html_())) == MOST + 1
    assert repr(claims).endswith("and 5 more claims")
    assert claims._repr_html_().endswith("<p>and 5 more claims</p>")
    assert len(claims.rows()) == MOST + 5
    assert repr(claims[:2]).endswith("1  1           Words 1")


def test_copies_are_listed():
    """A group of copies is a row for eyes, and a row for each article for frames; without any, words."""
    copies = Copies((("cna-1", "ledger-1"), ("post-1", "wire-1", "wire-2")))
    frame = pandas.DataFrame(copies.rows(), columns=COPY_COLUMNS)

    assert cells(copies._repr_html_())[1:] == [["0", "2", "cna-1, ledger-1"], ["1", "3", "post-1, wire-1, wire-2"]]
    assert frame.groupby("group").size().tolist() == [2, 3]
    assert pandas.DataFrame(Copies().rows(), columns=COPY_COLUMNS).columns.tolist() == ["group", "article_id"]
    assert repr(Copies()) == "no copies"
    assert copies[:1]._rest(0) == "and 1 more group of copies"


def test_outlets_are_listed(corpus):
    """An outlet is a row for eyes and for frames."""
    outlets = corpus.outlets()

    assert cells(outlets._repr_html_())[0] == ["outlet", "articles", "from", "until", "statements", "withheld"]
    assert [row["name"] for row in outlets.rows()] == ["Harbor Ledger"]
    assert (*outlets.rows()[0],) == OUTLET_COLUMNS
    assert repr(outlets).splitlines()[-1].split() == "Harbor Ledger 2 2026-03-02 2026-03-02 2 2".split()


@pytest.fixture
def answers(records):
    """Return both statements as answers."""
    made = (
        Answer(
            claim=HOSTILE,
            record=Record(statement=one.statements[0], article=one.article, claim_text=one.claim_texts[0]),
            relation=Relation.SUPPORTS,
            score=0.9,
        )
        for one in records
    )
    return Answers(HOSTILE, tuple(made))


def test_who_was_first_is_a_line(answers):
    """`first_said` shows who, where, how surely and the words."""
    shown = repr(first_of(answers[:1]))

    assert shown.startswith("first: Ann Lee (anonymous because he feared reprisal), Harbor Ledger, 2026-03-02 (sure: ")
    assert shown.endswith(": The bridge will close in May 0")
    assert "\x1b" not in repr(first_of(answers[1:]))


def test_no_answers_say_of_what():
    """Nobody says the hostile claim, in words that are text."""
    assert Answers(HOSTILE, ())._repr_html_().startswith("<p>nobody says &#x27;&lt;b&gt;Ann &amp; ")


@pytest.mark.parametrize(
    ("published", "shown"),
    [
        ("2026-03-02T09:20", "2026-03-02 09:20"),
        ("2026-03-02T09:20:00+01:00", "2026-03-02 09:20:00+01:00"),
        ("2026-03-02", "2026-03-02"),
        ("Tuesday, 3 March", "Tuesday, 3 March"),
        ("", ""),
    ],
)
def test_a_date_may_be_broken_before_its_time(published, shown):
    """ISO times are shown with a space, everything else as it was given."""
    assert spaced(published) == shown


def test_an_organization_has_its_own_words(matcher, entry):
    """*The coast guard* has no name of its own, and what it says stands in the profile of the coast guard."""
    store = Store()
    bodies = (
        Speaker(name="Rui Salgado", kind=SpeakerKind.PERSON, named=True, organizations=("the coast guard",)),
        Speaker(name="the coast guard", kind=SpeakerKind.ORGANIZATION, named=False),
        Speaker(name="a coast guard", kind=SpeakerKind.PERSON, named=False),
    )
    for number, speaker in enumerate(bodies):
        made = entry(number)
        store.add(evolve(made, statements=tuple(evolve(one, speaker=speaker) for one in made.statements)))
    profile = Corpus(store, matcher=matcher).organization("the coast guard")

    assert {source.name for source in profile.sources} == {"Rui Salgado", "the coast guard"}
    assert len(profile.rows()) == 4
    assert repr(profile).splitlines()[0] == "the coast guard (organization), 4 statements"


def test_a_part_of_a_name_leads_to_the_names(corpus):
    """*lee* alone names the sources that have it; several of one name are told apart by their ids."""
    with pytest.raises(UnknownIdError, match="perhaps one of 'Ann Lee'") as caught:
        corpus.source("lee")

    assert caught.value.near == ("Ann Lee",)


def test_several_of_one_name_are_told_apart_by_ids(matcher, entry):
    """Two aides of two articles are two sources, and their name alone means neither."""
    store = Store()
    for number in range(2):
        aide = Speaker(name="an aide", kind=SpeakerKind.PERSON, named=False)
        made = entry(number)
        store.add(evolve(made, statements=tuple(evolve(one, speaker=aide) for one in made.statements)))
    corpus = Corpus(store, matcher=matcher)
    with pytest.raises(UnknownIdError) as caught:
        corpus.source("an aide")

    assert sorted(caught.value.near) == sorted(source.id for source in corpus.sources())
    assert corpus.source(caught.value.near[0]).name == "an aide"


def opened(browser, html, scheme):
    """Return a page 600 pixels wide with a display in it, as a notebook of that colour shows it."""
    page = browser.new_page(viewport={"width": 600, "height": 800}, color_scheme=scheme)
    light = "background:#fff;color:#111" if scheme == "light" else "background:#111;color:#eee"
    page.set_content(f"<!DOCTYPE html><body style='{light}'>{html}</body>")
    return page


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_displays_are_read_in_a_narrow_notebook(browser, corpus, answers, scheme):
    """No display is wider than the page; no column of words is squeezed; letters have the notebook's colour."""
    weighed = corpus.corroboration("The bridge will close in May")
    listed = (corpus.sources(), corpus.claims(), corpus.contradictions(), corpus.outlets())
    profiles = (corpus.source("Ann Lee"), corpus.organization("Works Office"))
    statements = Statements((answers[0].statement,), answers[0].article)
    for shown in (corpus, *listed, answers, weighed, *profiles, statements):
        page = opened(browser, shown._repr_html_(), scheme)
        wide = page.evaluate("document.documentElement.scrollWidth")
        widths = page.eval_on_selector_all("th", "found => found.map(th => [th.textContent, th.offsetWidth])")
        colors = page.eval_on_selector_all("td, li, h4", "found => found.map(one => getComputedStyle(one).color)")
        page.close()

        assert wide <= 600
        assert all(width >= 180 for title, width in widths if title == "content")
        assert len(set(colors)) == 1
        assert colors[0] == ("rgb(17, 17, 17)" if scheme == "light" else "rgb(238, 238, 238)")


def test_a_hostile_name_stays_text_in_a_browser(browser, corpus, answers):
    """No tag of an article becomes an element."""
    statements = Statements((answers[1].statement,), answers[1].article)
    read = ReadArticle.of(answers[1].article, Document(answers[1].article.text, (), ()), statements.items)
    every = (corpus.sources(), corpus.claims(), corpus.outlets(), answers, statements, read)
    page = opened(browser, "".join(one._repr_html_() for one in every), "light")

    assert page.locator("b").count() == 0
    page.close()
