"""The report of a corpus: what stands on the page, and how it is written."""

import json

import pytest

from attribution.corpus.corpus import Corpus
from attribution.errors import GraphFileError, QuestionError
from attribution.graph.relation import Relation
from attribution.statements.statement import AuthorizationStatus

CLOSES = "the old bridge will close in May"


def words(element):
    """Return the text of an element with white space as single spaces."""
    return " ".join(element.text.split())


def test_each_statement_stands_there_once_with_its_words(bridge, page):
    """All statements of the corpus are in their list, each once, with the words of its article."""
    found = page(bridge).all(kind="statement")
    records = {node: data for node, data in bridge.graph.nodes(data=True) if data["kind"] == "statement"}

    assert sorted(one.attributes["data-statement"] for one in found) == sorted(records)
    for one in found:
        assert one.one("blockquote").text == records[one.attributes["data-statement"]]["content"]
    assert [one.attributes["id"] for one in found] == [f"s{number}" for number in range(1, len(records) + 1)]


def test_articles_have_their_whole_text_with_the_words_marked(bridge, page):
    """The text of every article is on the page unchanged, and each statement's words are a mark in it."""
    report = page(bridge).one(id="articles")
    shown = [one.one("div", kind="attribution") for one in report.all("article")]

    assert sorted(one.text for one in shown) == sorted(article.text for article in bridge._store.articles())
    assert CLOSES in {mark.text for one in shown for mark in one.all("mark", data_kind="content")}


def test_a_statement_leads_to_its_mark(bridge, page):
    """The link of a statement names the article and the mark that holds the statement's first words."""
    report = page(bridge)
    for one in report.all(kind="statement"):
        link = one.one("a", kind="place")
        article = report.one(id=link.attributes["href"].removeprefix("#"))
        mark = article.one("mark", data_mark=link.attributes["data-mark"])
        assert mark.text == one.one("blockquote").text
        assert mark.attributes["title"] == f"content {one.attributes['id'].removeprefix('s')}"


def test_every_link_within_the_page_leads_somewhere_and_no_id_is_there_twice(bridge, page):
    """Links to statements, articles, sources, claims and sections have a target."""
    report = page(bridge, claims=[CLOSES, "Nobody knows what it costs"])
    ids = [one.attributes["id"] for one in report.all() if "id" in one.attributes]
    links = [one.attributes["href"] for one in report.all("a")]

    assert len(ids) == len(set(ids))
    assert {link.removeprefix("#") for link in links if link.startswith("#")} <= {*ids}


def test_a_claim_shows_who_supports_and_who_contradicts_it(bridge, page):
    """The claim that was asked for has the interval and the voices of its corroboration."""
    found = bridge.corroboration(CLOSES)
    claim = page(bridge, claims=CLOSES).one("article", kind="claim")

    assert claim.one("h3").one("bdi").text == CLOSES
    assert found.independent == (1, 2)
    assert words(claim.one(kind="headline")).startswith("between 1 and 2 independent sources for, 1 against")
    for kind, answers in (("for", found.supporting), ("against", found.contradicting), ("later", found.updates)):
        voices = [item for side in claim.all(kind=kind) for item in side.all("li")]
        assert len(voices) == len(answers)
        assert {item.one("q").text for item in voices} == {answer.record.content for answer in answers}
    assert "Rui Dias" in words(claim.one(kind="against"))


def test_without_claims_the_corpus_has_its_own(bridge, page):
    """What the page shows then are the claims of the graph on which two statements bear, for and against as there."""
    graph = bridge.graph
    links = {}
    for statement, claim, kind in graph.edges(keys=True):
        if kind in {relation.value for relation in Relation}:
            links.setdefault(graph.nodes[claim]["text"], {}).setdefault(kind, set()).add(statement)
    several = {text: found for text, found in links.items() if len(set().union(*found.values())) > 1}

    shown = page(bridge).all("article", kind="claim")

    assert several
    assert {claim.one("h3").one("bdi").text for claim in shown} == {*several}
    for claim in shown:
        found = several[claim.one("h3").one("bdi").text]
        assert len(claim.all(kind="for")) > 0
        assert sum(len(side.all("li")) for side in claim.all(kind="against")) == len(found.get("contradicts", ()))


def test_a_claim_that_nobody_makes_says_so(bridge, page):
    """A question without an answer is on the page too, and no filter hides it."""
    claim = page(bridge, claims=["The mayor was on board"]).one("article", kind="claim")

    assert "nobody in the corpus says so" in words(claim)
    assert "data-s" not in claim.attributes


def test_sources_have_their_statements(bridge, page):
    """Each source is there with the statements that it makes, named and unnamed told apart in words."""
    report = page(bridge).one(id="sources")
    sources = {one.one("h3").one("bdi").text: one for one in report.all(kind="source")}

    assert {*sources} == {"Ann Lee", "an aide", "Rui Dias", "the Works Office"}
    assert "unnamed person" in words(sources["an aide"])
    assert [item.one("q").text for item in sources["Ann Lee"].all("li")] == [CLOSES]


def test_filters_offer_what_there_is(bridge, page):
    """Terms, outlets and days are those of the corpus, with the number of statements that each leaves."""
    form = page(bridge).one("form")
    boxes = {
        (one.attributes["name"], words(one.parent)): one.attributes["value"]
        for one in form.all("input", type="checkbox")
    }

    assert {label for name, label in boxes if name == "status"} == {
        "on record 2",
        "official 1",
        "anonymous 1",
        "unknown 1",
    }
    assert {label for name, label in boxes if name == "outlet"} == {"Harbor Ledger 2", "Northern Wire 1", "Vale Post 2"}
    assert {(one.attributes["min"], one.attributes["max"]) for one in form.all("input", type="date")} == {
        ("2026-03-02", "2026-03-04")
    }
    assert "hidden" in form.attributes  # until the script shows it


def test_data_of_the_filters_are_right(bridge, page):
    """The script's data name the terms, the outlet and the day of every statement."""
    report = page(bridge)
    data = json.loads(report.one("script", type="application/json").text)
    outlets = {one.attributes["value"]: one.parent.one("bdi").text for one in report.all("input", name="outlet")}
    known = {
        node: (one["status"], one["outlet"], one["published"][:10])
        for node, one in bridge.graph.nodes(data=True)
        if one["kind"] == "statement"
    }

    for card, one in zip(report.all(kind="statement"), data["statements"], strict=True):
        article = data["articles"][one["article"] - 1]
        found = (one["status"], outlets[str(article["outlet"])], article["day"])
        assert found == known[card.attributes["data-statement"]]


def test_numbers_that_filters_go_by_are_those_of_the_words_beside_them(bridge, page):
    """A voice is hidden with the statement whose words it shows."""
    report = page(bridge, claims=[CLOSES])
    content = {one.attributes["data-s"]: one.one("blockquote").text for one in report.all(kind="statement")}
    voices = [one for one in report.all("li") if one.all("q")]

    assert voices
    for voice in voices:
        assert voice.one("q").text == content[voice.attributes["data-s"]]
        assert voice.one("a", kind="number").attributes["href"] == f"#s{voice.attributes['data-s']}"


def test_two_runs_give_the_same_bytes(bridge, tmp_path):
    """Nothing on the page depends on the run."""
    one = bridge.report(tmp_path / "one.html").read_bytes()

    assert bridge.report(tmp_path / "two.html").read_bytes() == one


def test_an_empty_corpus_has_a_page(corpus_of, page):
    """Nothing to report is a page, too."""
    report = page(corpus_of())

    assert "The corpus holds no article" in words(report)
    assert not report.all(kind="statement")


def test_an_article_without_metadata_has_its_place(corpus_of, told, page):
    """What is not known of an article is said, and can be filtered for."""
    article, statements = told("", "in spring", ("Ann Lee", "it is late", AuthorizationStatus.ON_RECORD))
    report = page(corpus_of((article, statements)))

    assert "not known 1" in {words(one.parent) for one in report.all("input", name="outlet")}
    assert not report.all("input", type="date")
    assert report.one(id="a1").one(kind="where").text == "in spring"


def test_the_path_comes_back_and_the_title_is_on_the_page(bridge, tmp_path, read):
    """`report` returns where it wrote; a page may have a title of its own."""
    path = bridge.report(str(tmp_path / "a.html"), title="A bridge & its end")
    report = read(path.read_text(encoding="utf8"))

    assert path == tmp_path / "a.html"
    assert report.one("head").one("title").text == report.one("h1").text == "A bridge & its end"


def test_a_claim_without_a_word_is_refused(bridge, tmp_path):
    """As everywhere; and nothing is written."""
    with pytest.raises(QuestionError, match="pass a sentence"):
        bridge.report(tmp_path / "a.html", claims=["?"])
    assert list(tmp_path.iterdir()) == []


def test_a_page_that_cannot_be_written_leaves_nothing_behind(bridge, tmp_path):
    """A folder that is missing, or stands where the page should, is an error; no half file stays."""
    (tmp_path / "folder").mkdir()
    for path in (tmp_path / "folder", tmp_path / "missing" / "a.html"):
        with pytest.raises(GraphFileError):
            bridge.report(path)
    assert [one.name for one in tmp_path.iterdir()] == ["folder"]


def test_a_page_that_fails_leaves_the_old_one(bridge, tmp_path, monkeypatch):
    """Who reads the place sees the old page or the whole new one."""
    path = bridge.report(tmp_path / "a.html")
    before = path.read_bytes()
    monkeypatch.setattr("pathlib.Path.replace", lambda *_: (_ for _ in ()).throw(OSError("no space")))

    with pytest.raises(GraphFileError, match="no space"):
        bridge.report(path, title="Another")

    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_the_corpus_is_not_written_over(matcher, tmp_path):
    """Naming the corpus file as the page is an error, and the corpus is whole."""
    with Corpus.open(tmp_path / "c.db") as corpus, pytest.raises(GraphFileError, match="is the corpus itself"):
        corpus.report(tmp_path / "c.db")
    with Corpus.open(tmp_path / "c.db") as corpus:
        assert len(corpus) == 0
