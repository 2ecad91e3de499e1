"""What surrounds a claim and its sources: who may be the same, and other claims of theirs."""

import pytest
from attrs import evolve

from attribution.corpus.pictures.others import others_of
from attribution.corpus.pictures.standing import standings_of
from attribution.errors import QuestionError
from attribution.graph.claims.claim import Claim
from attribution.graph.relation import Link, Relation

CLAIM = "The bridge will close"
ASIDE = 0.1  # below the least chance of an answer: a statement on something else


@pytest.fixture
def aide(said):
    """Return what makes a statement of an aide, whom nobody can tell from another aide."""

    def make(outlet, **more):
        return said(who="an aide", named=False, status="anonymous", outlet=outlet, **more)

    return make


def doubles(read):
    """Return the lines between sources that may be one."""
    return [artist for name, artist in read.named.items() if name.startswith("may be ")]


def test_who_may_be_the_same_is_joined_by_a_dotted_line(told, said, aide, seen):
    """Two aides have a dotted line with a question mark, which the legend explains; who is named has none."""
    read = seen(told([aide("Vale Post"), said(who="Ann Lee"), aide("Northern Wire")]).draw(CLAIM))
    (line,) = doubles(read)

    assert line.get_linestyle() == ":"
    assert "?" in read.texts
    assert read.legend["?  may be the same"].get_linestyle() == ":"
    assert read.overlaps == []


def test_without_them_nothing_is_explained(both_sides, seen):
    """The legend has only what is in the picture."""
    read = seen(both_sides.draw(CLAIM))

    assert doubles(read) == []
    assert not any(words.startswith("?") for words in read.legend)


def test_of_several_each_is_joined_to_the_nearest(told, aide, seen):
    """Five aides have ten pairs, and four lines."""
    corpus = told([aide(outlet) for outlet in "ABCDE"])

    assert len(corpus._now().identities.unsure) == 10
    assert len(doubles(seen(corpus.draw(CLAIM)))) == 4


@pytest.mark.parametrize("relation", ["supports", "contradicts"])
def test_a_line_past_other_markers_bends_around_them(told, said, aide, seen, relation):
    """Between the two aides stands Ann Lee, whose marker the line leaves free, towards the claim."""
    corpus = told(
        [
            aide("A", relation=relation, score=0.9),
            said(who="Ann Lee", relation=relation, score=0.8),
            aide("B", relation=relation, score=0.7),
        ]
    )
    (ann,) = (source.id for source in corpus._now().identities.sources if source.named)
    read = seen(corpus.draw(CLAIM))
    (line,) = doubles(read)
    x = read.named[ann].get_xdata()[0]

    assert abs(line.get_xdata()[len(line.get_xdata()) // 2]) < abs(x) - 0.1


def test_a_line_across_goes_over_the_claim(told, aide, seen):
    """One aide says so and one denies it; the line between them crosses neither the claim nor a head."""
    read = seen(told([aide("A"), aide("B", relation="contradicts")]).draw(CLAIM))
    (line,) = doubles(read)
    crossing = [y for x, y in line.get_xydata() if abs(x) < read.named["claim"].get_bbox().x1]

    assert min(crossing) > read.named["claim"].get_bbox().y1
    assert all(read.named[f"head {side}"].get_position()[1] > max(line.get_ydata()) for side in ("left", "right"))


def test_a_line_to_who_changed_sides_ends_below(told, said, seen):
    """*Lee* may be Ann Lee, who changed sides, or Bo Lee: a line goes down to her, and one over the claim to him."""
    ann = [said(who="Ann Lee", relation=relation) for relation in ("supports", "contradicts")]
    corpus = told([*ann, said(who="Bo Lee"), said(who="Lee", relation="contradicts")])
    (below,) = (source.id for source in corpus._now().identities.sources if source.name == "Ann Lee")
    read = seen(corpus.draw(CLAIM))
    lowest = [line.get_ydata().min() for line in doubles(read) if below in line.get_gid()]

    assert len(doubles(read)) == 2
    assert lowest[0] == pytest.approx(read.named[below].get_ydata()[0], abs=0.1)
    assert read.overlaps == []
    assert read.outside == []


def test_one_origin_needs_no_question_mark(told, said, seen):
    """Where support joins already because it comes from one origin, it does not matter who may be the same."""
    words = "The bridge will close in May for lack of money, as the council has decided after all."
    every = [said(who="an aide", named=False, words=words, status="anonymous", outlet=outlet) for outlet in "AB"]
    corpus = told(every)

    assert corpus._now().identities.unsure
    assert len(corpus.corroboration(CLAIM).groups) == 1
    assert doubles(seen(corpus.draw(CLAIM))) == []


def test_other_claims_stand_behind_their_sources(told, said, seen):
    """What Ann Lee says on something else is in a frame farther out than her name, with an arrow to it."""
    corpus = told([said(who="Ann Lee"), said(who="Ann Lee", words="that nobody asked her", score=ASIDE)])
    read = seen(corpus.draw(CLAIM, around=3))
    (frame,) = (artist for name, artist in read.named.items() if name.startswith("other claim:"))
    (link,) = (artist for name, artist in read.named.items() if name.startswith("other supports "))

    assert "nobody asked her" in read.texts
    assert frame.get_bbox().x1 < read.named["claim"].get_bbox().x0
    assert link.get_xdata()[-1] == pytest.approx(frame.get_bbox().x1, abs=0.1)
    assert link.get_marker() == "<"
    assert read.legend["another claim of theirs"].get_markerfacecolor() == "none"


def test_other_claims_are_shown_when_they_are_asked_for(told, said, seen):
    """Without `around` there are none; with it as many as it says."""
    words = ("She likes it.", "Nobody asked.", "It rains.", "The road is wet.")
    corpus = told([said(who="Ann Lee"), *(said(who="Ann Lee", words=one, score=ASIDE) for one in words)])
    drawn = [seen(corpus.draw(CLAIM, around=number)).named for number in (0, 2, 9)]

    assert [sum(name.startswith("other claim:") for name in names) for names in drawn] == [0, 2, 4]


def test_a_claim_of_nobody_has_no_others(told, said, seen):
    """Where nobody makes the claim, there are no sources with claims of their own."""
    corpus = told([said(who="Ann Lee", score=ASIDE)])

    assert len(seen(corpus.draw(CLAIM, around=3)).texts) == 2


def test_other_claims_of_all_sides_stand_free(told, said, seen):
    """Every source, also who changed sides, has an organization and two more claims; no label hides another."""
    names = {"Ann Lee": ("supports",), "Bo Chen": ("contradicts",), "Carla Dias": ("supports", "contradicts")}
    every = [
        said(who=name, relation=relation, organizations=(f"Office of {name}",))
        for name, relations in names.items()
        for relation in relations
    ]
    every += [
        said(who=name, organizations=(f"Office of {name}",), score=ASIDE, words=f"{name} spoke of {topic} at length.")
        for name in names
        for topic in ("roads and the weather in the hills", "tolls")
    ]
    read = seen(told(every).draw(CLAIM, around=6))

    assert read.overlaps == []
    assert read.outside == []
    assert sum(text.startswith("Carla Dias spoke") for text in read.texts) == 2


def test_claims_of_most_sources_come_first(both_sides):
    """A claim of three of the sources is before one of two; the claim that is drawn, and that of strangers, are out."""
    found, now = both_sides.corroboration(CLAIM), both_sides._now()
    standings = standings_of(found, now.identities)
    statement_of = {one.key: one.answers[0].statement.id for one in standings}
    shown = standings[:3]
    ids = [f"statement:{number}" for number in range(90, 96)]
    claims = [
        Claim(id=f"claim:{n}", text=f"that {n}", statement_ids=some) for n, some in enumerate(([ids[0]], ids[1:4]))
    ]
    claims += [
        Claim(id="claim:own", text="own", statement_ids=(statement_of[shown[0].key], ids[4])),
        Claim(id="claim:far", text="far", statement_ids=(ids[5],)),
    ]
    source_of = dict(zip(ids, [one.key for one in (*shown, *shown, *standings[3:])], strict=False))
    links = [
        _link(ids[0], "claim:0"),
        *(_link(identity, "claim:1", Relation.CONTRADICTS) for identity in ids[1:4]),
        _link(ids[4], "claim:own"),
        _link(ids[5], "claim:far"),
    ]
    identities = evolve(now.identities)
    identities.__dict__["source_of"] = source_of | {ids[5]: "source:stranger"}
    picture = evolve(now.picture, claims=tuple(claims), links=tuple(links), identities=identities)
    others = others_of(shown, picture, 9)

    assert [(other.id, other.text) for other in others] == [("claim:1", "1"), ("claim:0", "0")]
    assert set(others[0].relation_of.values()) == {Relation.CONTRADICTS}
    assert others_of(shown, picture, 1) == others[:1]


def _link(statement_id, claim_id, relation=Relation.SUPPORTS):
    return Link(
        statement_id=statement_id, claim_id=claim_id, relation=relation, score=0.9, method="made", evidence="by hand"
    )


def test_less_than_no_other_claims_are_refused(both_sides):
    """`around` counts."""
    with pytest.raises(QuestionError, match="0 or more"):
        both_sides.draw(CLAIM, around=-1)
