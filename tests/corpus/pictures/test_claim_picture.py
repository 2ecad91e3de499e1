"""The picture of a claim: who stands where, how links look, and that no label stands in another's way."""

from itertools import pairwise

import pytest

from attribution.corpus.pictures.curves import pushed_apart, spread
from attribution.errors import QuestionError

CLAIM = "The bridge will close"


@pytest.fixture
def key_of(both_sides):
    """Return what gives the id of a source by its name."""
    sources = {source.name: source.id for source in both_sides._now().identities.sources}
    return sources.__getitem__


def test_for_is_left_against_is_right_and_who_changed_sides_below(both_sides, seen, key_of):
    """The claim is in the middle; a source stands where its statements put it."""
    named = seen(both_sides.draw(CLAIM)).named
    x, y = ({name: getattr(named[key_of(name)], f"get_{axis}data")()[0] for name in NAMES} for axis in "xy")
    box = named["claim"].get_bbox()

    assert max(x[name] for name in ("Ann Lee", "Bo Chen", "an aide")) < box.x0
    assert min(x[name] for name in ("Carla Mendes", "a driver", "Iria Lines")) > box.x1
    assert box.x0 < x["Helena Duarte"] < box.x1
    assert y["Helena Duarte"] < min(box.y0, *(y[name] for name in NAMES if name != "Helena Duarte"))


NAMES = ("Ann Lee", "Bo Chen", "an aide", "Carla Mendes", "a driver", "Iria Lines", "Helena Duarte")


@pytest.mark.parametrize(
    ("name", "marker", "is_filled"),
    [("Ann Lee", "o", True), ("an aide", "o", False), ("a driver", "o", False), ("Iria Lines", "s", True)],
)
def test_named_are_filled_unnamed_hollow_and_organizations_square(both_sides, seen, key_of, name, marker, is_filled):
    """Whether a name is known, and whether a person speaks, are told by form."""
    drawn = seen(both_sides.draw(CLAIM)).named[key_of(name)]

    assert drawn.get_marker() == marker
    assert (drawn.get_markerfacecolor() != "none") is is_filled


def test_an_organization_named_by_a_description_is_filled(told, said, seen):
    """*The coast guard* is no name, but says who speaks."""
    corpus = told([said(who="the coast guard", kind="organization", named=False)])
    (source,) = corpus._now().identities.sources
    drawn = seen(corpus.draw(CLAIM)).named[source.id]

    assert (drawn.get_marker(), drawn.get_markerfacecolor() != "none") == ("s", True)


def test_relations_are_told_by_line_and_marker(both_sides, seen):
    """Without any colour a link still says what it is, and the legend says the same."""
    read = seen(both_sides.draw(CLAIM))
    looks = {}
    for relation in ("supports", "contradicts", "updates"):
        ends = {(link.get_linestyle(), link.get_marker()) for link in read.links(relation) if link.get_marker() != ""}
        looks[relation] = {(line, "arrow" if marker in "<>^" else marker) for line, marker in ends if marker != "None"}
    legend = {words.split(" ")[0]: sign for words, sign in read.legend.items()}

    assert looks == {"supports": {("-", "arrow")}, "contradicts": {("--", "X")}, "updates": {(":", "D")}}
    assert [link.get_linestyle() for link in read.links("repeats")] == ["-."]
    assert [legend[name].get_linestyle() for name in ("supports", "contradicts", "updates", "repeats")] == [
        *("-", "--", ":", "-.")
    ]
    assert legend["contradicts"].get_marker() == "X"
    assert legend["unnamed"].get_markerfacecolor() == "none"


def test_markers_are_at_the_claims_end(both_sides, seen):
    """The arrow or cross is where the link meets the claim, and the link begins at the source."""
    read = seen(both_sides.draw(CLAIM))
    box = read.named["claim"].get_bbox()
    for relation in ("contradicts", "updates"):
        for link in read.links(relation):
            end = link.get_xydata()[link.get_markevery()[0]]
            assert box.x0 - 0.1 <= end[0] <= box.x1 + 0.1
            assert box.y0 - 0.1 <= end[1] <= box.y1 + 0.1


def test_sources_of_one_origin_join(both_sides, seen, key_of):
    """Two voices of one ministry reach the claim as one arrow; the aide has one of his own."""
    links = seen(both_sides.draw(CLAIM)).links("supports")
    arrows = [link for link in links if link.get_marker() == ">"]

    assert len(arrows) == 2
    assert any({key_of("Ann Lee"), key_of("Bo Chen")} <= {*link.get_gid().split()} for link in arrows)


def test_unsure_statements_have_thin_links(told, said, seen):
    """What is not counted among the independent sources looks weaker where it is asked for, and the legend says so."""
    read = seen(told([said(who="Ann Lee", score=0.9), said(who="Bo Chen", score=0.4)]).draw(CLAIM, least=0.3))
    thin, wide = sorted(link.get_linewidth() for link in read.links("supports"))

    assert thin < wide / 2
    assert "thin: unsure" in read.legend


def test_unsure_statements_are_left_out_where_nobody_asks_for_them(told, said, seen):
    """Beside a sure source an unsure one is not drawn, on either side; the count over the sources stays."""
    every = [said(who="Ann Lee"), said(who="Bo Chen", score=0.4), said(who="Cy Dow", relation="contradicts", score=0.5)]
    corpus = told(every)
    read = seen(corpus.draw(CLAIM))

    assert {"Ann Lee"} == {"Ann Lee", "Bo Chen", "Cy Dow"} & {*read.texts}
    assert "thin: unsure" not in read.legend
    assert read.named["head left"].get_text() == "for it: 1 independent source"
    assert corpus.corroboration(CLAIM).independent == (1, 1)


@pytest.mark.parametrize("relation", ["supports", "contradicts", "updates"])
def test_where_nobody_is_sure_the_unsure_are_drawn(told, said, seen, relation):
    """A claim on which there are unsure statements alone has them in its picture."""
    assert "Ann Lee" in seen(told([said(who="Ann Lee", relation=relation, score=0.4)]).draw(CLAIM)).texts


def test_an_organization_that_speaks_is_drawn_once(told, said, seen):
    """The union is a source, so that its member has no square of the union behind her; where it is silent, she has."""
    member = said(who="Ann Lee", organizations=("Seafarers’ Union",))
    union = said(who="Seafarers’ Union", kind="organization", words="It will close.")

    assert seen(told([member, union]).draw(CLAIM)).texts.count("Seafarers’ Union") == 1
    assert "organization Seafarers’ Union" not in seen(told([member, union]).draw(CLAIM)).named
    assert "organization Seafarers’ Union" in seen(told([member]).draw(CLAIM)).named


def test_organizations_stand_behind_their_sources(both_sides, seen, key_of):
    """The ministry is a square farther out than its two sources, tied to both."""
    read = seen(both_sides.draw(CLAIM))
    body = read.named["organization Ministry of Transport"]
    ties = [line for line in read.axes.lines if line.get_label() == "_tie"]

    assert body.get_marker() == "s"
    assert body.get_xdata()[0] < read.named[key_of("Ann Lee")].get_xdata()[0]
    assert len(ties) == 2
    assert all(tie.get_xydata()[0].tolist() == body.get_xydata()[0].tolist() for tie in ties)


def test_under_a_name_are_its_words(both_sides, seen, key_of):
    """A denial is called one; who changed sides has words for both."""
    named = seen(both_sides.draw(CLAIM)).named

    assert named[f"words {key_of('Carla Mendes')}"].get_text() == "The bridge stays open."
    assert named[f"words {key_of('a driver')}"].get_text() == "denies: The bridge will close."
    assert named[f"words {key_of('Helena Duarte')}"].get_text() == (
        "for: Yes, it will close.\nagainst: It will never close."
    )
    assert named["claim words"].get_text() == CLAIM


def test_heads_count(both_sides, seen):
    """Over the sides stands how many there are, for the claim as `corroboration` counts them."""
    low, high = both_sides.corroboration(CLAIM).independent
    named = seen(both_sides.draw(CLAIM)).named

    assert named["head left"].get_text() == f"for it: between {low} and {high} independent sources"
    assert named["head right"].get_text() == "against it: 3 sources\nwith a later value: 1 source"


def test_a_claim_that_nobody_made(told, seen):
    """The claim stands alone, and that nobody says so is written; nothing is left to explain in a legend."""
    axes = told([]).draw(CLAIM)

    assert sorted(seen(axes).texts) == ["The bridge will close", "nobody in the corpus says so, and nobody denies it"]
    assert axes.get_legend() is None
    assert not axes.lines


def test_what_is_left_out_is_counted(told, said, seen):
    """Of thirty-four sources two of each side are shown, the surest, and the rest is a number."""
    names = (
        "Adams Baker Clark Davis Evans Ford Green Hall Irwin Jones Kent Lewis Moore Nash Owens Price Quinn"
    ).split()
    every = [said(who=f"Ann {name}", score=0.99 - place / 100) for place, name in enumerate(names)]
    every += [said(who=f"Bo {name}son", relation="contradicts") for name in names]
    texts = seen(told(every).draw(CLAIM, most=2)).texts

    assert texts.count("and 15 more sources") == 2
    assert {"Ann Adams", "Ann Baker"} <= {*texts}
    assert "Ann Clark" not in texts


@pytest.mark.parametrize("most", [0, -1])
def test_a_picture_of_nobody_is_refused(both_sides, most):
    """At least one source has to be shown."""
    with pytest.raises(QuestionError, match="1 or more"):
        both_sides.draw(CLAIM, most=most)


@pytest.mark.parametrize("claim", ["", "?!"])
def test_a_claim_without_a_word_is_a_clear_error(both_sides, claim):
    """The pictures refuse what the questions refuse."""
    for ask in (both_sides.draw, both_sides.timeline):
        with pytest.raises(QuestionError, match="pass a sentence"):
            ask(claim)


@pytest.mark.parametrize("claim", [CLAIM, "The bridge will close for lack of money before summer, " * 12])
def test_no_label_hides_another(both_sides, seen, claim):
    """All names, words, heads and the legend stand free, and within the figure."""
    read = seen(both_sides.draw(claim))

    assert read.overlaps == []
    assert read.outside == []


def test_many_sources_stand_free(told, said, seen):
    """Forty sources of five organizations, each with long words, on all sides."""
    relations = ("supports", "contradicts", "supports", "updates")
    every = [
        said(
            who=f"Anna B{'aeiou'[i % 5] * (1 + i % 7)}{chr(97 + i // 2)}t",
            relation=relations[i % 4],
            organizations=(f"Office {i % 5} of the United Valleys",) if i % 3 else (),
            words=f"Words number {i} that say that the bridge will close, and so on and on.",
        )
        for i in range(40)
    ]
    read = seen(told(every).draw(CLAIM, most=20))

    assert read.overlaps == []
    assert read.outside == []


def test_the_same_picture_every_time(both_sides):
    """Places do not depend on chance: two drawings are the same to the pixel."""
    one, other = (both_sides.draw(CLAIM).figure for _ in range(2))
    one.canvas.draw()
    other.canvas.draw()

    assert bytes(one.canvas.buffer_rgba()) == bytes(other.canvas.buffer_rgba())


def test_heights_are_spread_and_pushed_apart():
    """Links keep the room that there is, organizations stay in order, and neither runs into the next."""
    assert spread(1, 1.0, 0.3) == [0.0]
    assert spread(3, 1.0, 0.3) == pytest.approx([0.3, 0.0, -0.3])
    assert max(spread(30, 1.0, 0.3)) == pytest.approx(0.5)
    pushed = pushed_apart([1.0, 1.0, 0.9, -4.0], [0.5] * 4)
    assert all(one - other >= 0.5 - 1e-9 for one, other in pairwise(pushed))
    assert sum(pushed) == pytest.approx(-1.1)
    assert pushed_apart([], []) == []
