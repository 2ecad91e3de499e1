"""The report in a real browser: what runs, what is loaded, filters, keyboard; with harmless and with hostile articles."""

import pytest

from attribution.statements.statement import AuthorizationStatus

CLAIM = "the old bridge will close in May"
HOSTILE = (
    "</script><script>document.title='owned'</script><img src=https://evil.example/x onerror=\"document.title='owned'\">"
    "<link rel=stylesheet href=https://evil.example/x><iframe src=https://evil.example></iframe>\u202e\ud83d"
)


class Watched:
    """A page that is open, with what it asked for and what it complained of."""

    def __init__(self, browser, path, **options):
        self.context = browser.new_context(**options)
        self.page = self.context.new_page()
        self.page.set_default_timeout(20_000)
        self.requests, self.complaints = [], []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", lambda dialog: self.complaints.append("a dialog"))
        self.page.goto(path.as_uri())

    def shown(self, selector):
        """Return the texts of the elements that can be seen."""
        return [one.text_content() for one in self.page.locator(selector).all() if one.is_visible()]


@pytest.fixture
def opened(browser, bridge, tmp_path):
    """Return what opens the report of a corpus, that of the bridge unless another is given."""
    contexts = []

    def open_(corpus=bridge, *, claims=(CLAIM,), **options):
        path = corpus.report(tmp_path / "report.html", claims=claims)
        watched = Watched(browser, path, **options)
        contexts.append(watched.context)
        return watched

    yield open_
    for context in contexts:
        context.close()


@pytest.fixture
def hostile(told, corpus_of):
    """Return a corpus whose article tries to be more than text."""
    record = AuthorizationStatus.ON_RECORD
    return corpus_of(told("Vale Post", "2026-03-02", (f"Ann {HOSTILE}", f"{CLAIM} {HOSTILE}", record), url=HOSTILE))


def test_nothing_is_complained_of_and_nothing_loaded(opened):
    """The page opens from a file, asks for nothing but itself, and breaks no rule of its own policy."""
    found = opened()
    found.page.get_by_label("anonymous").check()
    found.page.locator(".node:visible").first.click()

    assert found.complaints == []
    assert [url.rsplit("/", 1)[1] for url in found.requests] == ["report.html"]


def test_hostile_articles_are_text(opened, hostile):
    """Scripts, pictures, frames and styles in an article are read, not run, also when the script shows them again."""
    found = opened(hostile)
    elements = found.page.locator("img, iframe, link, object, embed, script:not(#data)").count()
    for node in found.page.locator(".node").all():
        node.focus()
        node.press("Enter")
    shown = found.page.locator("#chosen").inner_text()

    assert (found.complaints, len(found.requests), elements) == ([], 1, 1)
    assert found.page.title() == "Who said what"
    assert "<script>document.title='owned'</script>" in shown
    assert found.page.locator("img, iframe, link, object, embed, script:not(#data)").count() == 1
    assert found.page.locator("a[href]:not([href^='#'])").count() == 0


def test_the_policy_stops_a_script_that_gets_in(opened):
    """A script, a style and a picture put into the page by force are refused by the browser."""
    found = opened()
    found.page.evaluate(
        """() => { const script = document.createElement("script"); script.textContent = "window.owned = 1";
        document.body.append(script); const image = document.createElement("img");
        image.src = "https://evil.example/x.png"; document.body.append(image); }"""
    )
    found.page.wait_for_timeout(200)

    assert found.page.evaluate("window.owned") is None
    assert any("Content Security Policy" in one for one in found.complaints)


def test_filters_leave_what_was_chosen(opened):
    """Terms, outlet and dates each leave their statements, everywhere on the page, and can be taken back."""
    found = opened()
    words = "#statements .words"
    count = found.page.locator("#count")
    assert (len(found.shown(words)), count.inner_text()) == (5, "5 of 5 statements, 4 of 4 articles")

    found.page.get_by_label("anonymous").check()
    assert found.shown(words) == ["the old bridge will close in May or June"]
    assert count.inner_text() == "1 of 5 statements, 1 of 4 articles"
    assert found.shown(".entry.source h3") == ["an aide unnamed person"]
    assert all("Rui Dias" not in text for text in found.shown("#claims li, .node"))

    found.page.get_by_label("on record").check()
    assert len(found.shown(words)) == 3

    found.page.get_by_label("Vale Post").check()
    assert found.shown(words) == ["the old bridge will not close in May"]
    assert len(found.shown("#articles article")) == 1

    found.page.get_by_role("button", name="Show everything").click()
    assert len(found.shown(words)) == 5

    found.page.get_by_label("from").fill("2026-03-03")
    found.page.get_by_label("to", exact=True).fill("2026-03-03")
    assert found.shown(words) == ["the old bridge will not close in May"]
    assert found.complaints == []


def test_marks_of_hidden_statements_are_off(opened):
    """An article whose one statement is filtered out keeps its text, and shows only the other's mark."""
    found = opened()
    found.page.get_by_label("anonymous").check()

    assert found.page.locator("#articles article mark[data-kind=content]:not(.off):visible").all_text_contents() == [
        "the old bridge will close in May or June"
    ]


def test_a_node_shows_its_statements_by_keyboard(opened):
    """Enter on a node opens its statements and goes there; from there to the next node; escape goes back."""
    found = opened()
    page = found.page
    node = page.get_by_role("button", name="source Rui Dias")
    node.focus()
    assert node.get_attribute("aria-pressed") == "false"

    page.keyboard.press("Enter")
    assert node.get_attribute("aria-pressed") == "true"
    assert page.evaluate("document.activeElement.tagName + document.activeElement.textContent") == "H3Rui Dias"
    assert "the old bridge will not close in May" in page.locator("#chosen").inner_text()

    page.locator("#chosen").get_by_role("button", name=f"against: {CLAIM}").press("Enter")
    assert page.evaluate("document.activeElement.textContent") == CLAIM
    assert "3 statements" in page.locator("#chosen").inner_text()

    page.keyboard.press("Escape")
    assert page.locator("#chosen").is_hidden()
    assert page.evaluate("document.activeElement.id") == "n-c1"

    page.keyboard.press(" ")
    assert page.locator("#chosen").is_visible()


def test_a_node_and_its_statements_are_seen_together(opened, crowd):
    """In a graph that is higher than the window, what is chosen and what is shown of it stand on the screen."""
    page = opened(crowd, claims=None, viewport={"width": 1200, "height": 700}).page
    places = "one => [one.getBoundingClientRect().top, one.getBoundingClientRect().bottom]"
    for node in (page.locator(".node").nth(20), page.locator(".node").last, page.locator(".node").first):
        node.click()
        top, bottom = node.evaluate(places)
        shown_top, shown_bottom = page.locator("#chosen").evaluate(places)

        assert top >= 0
        assert bottom <= shown_top
        assert shown_bottom <= 700
        assert page.evaluate("document.activeElement.tagName") == "H3"


def test_everything_is_reached_by_tab_and_focus_can_be_seen(opened):
    """The tab key comes to the way past the filters, to every filter, and to every node; each shows that it has come."""
    page = opened().page
    seen, plain = [], []
    for _ in range(200):
        page.keyboard.press("Tab")
        at = page.evaluate(
            """() => { const at = document.activeElement, look = getComputedStyle(at),
            rect = at.querySelector("rect");
            return [at.id || at.name || at.textContent, at.tagName,
                    look.outlineStyle !== "none" || (rect && getComputedStyle(rect).strokeWidth === "5px")]; }"""
        )
        if at[1] == "BODY":
            break
        seen.append(at[0])
        plain += [] if at[2] else [at]

    assert seen[0] == "Skip to the claims"
    assert {"status", "outlet", "since", "until", "Show everything", "n-c1", "n-p1"} <= {*seen}
    assert plain == []


def test_links_lead_to_words_in_their_article(opened):
    """From a statement to its place in the text; a closed list opens when something in it is asked for."""
    page = opened().page
    page.locator("#s1 a.place").click()

    assert page.evaluate("document.activeElement.textContent") == page.locator("#s1 .words").inner_text()
    assert page.locator("mark.here").count() == 1


def test_without_scripts_everything_can_be_read(opened):
    """Where scripts are off there are no filters; claims, graph, sources, statements and articles are there."""
    found = opened(java_script_enabled=False)
    page = found.page

    assert page.locator("#filters").is_hidden()
    assert len(found.shown("#statements .words")) == 5
    assert len(found.shown("#articles .attribution")) == 5  # with the legend
    page.locator("#n-p1").click()
    assert page.url.endswith("#p1")
    assert found.complaints == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_the_page(opened, scheme):
    """Text, quiet text and links have the contrast of 4.5 to 1 that WCAG asks for, on cards and on the page."""
    page = opened(color_scheme=scheme).page
    ratios = page.evaluate(
        """() => {
        const light = (colour) => {
            const [r, g, b] = colour.match(/[\\d.]+/g).map(Number).map((v) => v / 255)
                .map((v) => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
            return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
        const behind = (at) => {
            for (; at; at = at.parentElement) {
                const found = getComputedStyle(at).backgroundColor;
                if (!found.startsWith("rgba") || !found.endsWith(" 0)")) return found;
            }
            return "rgb(255, 255, 255)"; };
        return [...document.querySelectorAll("h1, h3, p, a:not(.node):not(.skip), .status, .side h4, label, small, dt")]
            .filter((at) => at.checkVisibility()).map((at) => {
                const pair = [light(getComputedStyle(at).color), light(behind(at))].sort((a, b) => b - a);
                return [(pair[0] + 0.05) / (pair[1] + 0.05), at.outerHTML.slice(0, 60)]; }); }"""
    )

    assert len(ratios) > 30
    assert [one for one in ratios if one[0] < 4.5] == []


def test_a_narrow_window_needs_no_scrolling_sideways(opened):
    """On a telephone's width all but the graph, which scrolls by itself, is as wide as the window."""
    page = opened(viewport={"width": 360, "height": 740}).page

    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_print_has_lists_open_and_no_buttons(opened):
    """On paper everything is there to read, and nothing to press."""
    found = opened()
    found.page.emulate_media(media="print")
    found.page.evaluate("dispatchEvent(new Event('beforeprint'))")

    assert found.shown("button, #filters, .skip") == []
    assert found.page.locator("details[open]").count() == found.page.locator("details").count() > 0
