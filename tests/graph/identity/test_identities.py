"""Voices of many articles become sources: who is one, who is left open, and what the user knows better."""

from itertools import combinations, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.graph.identity.identities import merge_voices
from attribution.graph.identity.judgement import UserJudgement, Verdict
from attribution.graph.identity.names import judge_persons
from attribution.graph.identity.voice import Voice
from attribution.statements.statement import Speaker, SpeakerKind


def voice(article, name, *, kind="person", named=True, bodies=(), count=(1, 1), published="2026-03-02"):
    """Return a voice with one statement."""
    speaker = Speaker(name=name, kind=SpeakerKind(kind), named=named, organizations=bodies, count=count)
    return Voice(
        article_id=article,
        outlet="Ledger",
        published=published,
        speaker=speaker,
        statement_ids=(f"{article}:{name}",),
    )


def sources_of(*voices, judgements=()):
    """Return the names of each source, sorted."""
    return sorted(source.names for source in merge_voices(voices, judgements).sources)


def test_variants_of_a_name_are_one_source():
    """Nickname, title, initial and transliteration make no second person; the fullest name is shown."""
    found = merge_voices([voice("a", "Jim Haddad"), voice("b", "James R. Haddad"), voice("c", "James Haddad")])

    assert len(found.sources) == 1
    assert found.sources[0].name == "James R. Haddad"
    assert len(found.merges) == 2
    assert all(merge.evidence and 0 < merge.score <= 1 for merge in found.merges)


def test_two_people_of_one_surname_stay_two():
    """Nora and Jim Haddad are two sources, and *Haddad* alone is left open between them."""
    found = merge_voices([voice("a", "Nora Haddad"), voice("b", "Jim Haddad"), voice("c", "Haddad")])

    assert len(found.sources) == 3
    assert len(found.unsure) == 2


def test_a_last_name_belongs_to_the_only_one_who_has_it():
    """Where one person of the corpus has the name, a last name alone is that person, unless for another body."""
    assert sources_of(voice("a", "Nora Haddad"), voice("b", "Haddad")) == [("Haddad", "Nora Haddad")]
    apart = sources_of(
        voice("a", "Nora Haddad", bodies=("Iria Lines",)), voice("b", "Haddad", bodies=("the coast guard",))
    )
    assert apart == [("Haddad",), ("Nora Haddad",)]


def test_people_with_one_name_only_are_one_across_articles():
    """Where nobody has a fuller name, two articles' *Sahli* are one."""
    assert sources_of(voice("a", "Sahli"), voice("b", "Sahli")) == [("Sahli",)]


def test_unnamed_speakers_are_never_merged():
    """*Two militia commanders* in two outlets of one day may be the same: unsure. A month later they are not."""
    one = voice("a", "two militia commanders", named=False, kind="group", count=(2, 2))
    other = voice("b", "two militia commanders", named=False, kind="group", count=(2, 2), published="2026-03-03")
    late = voice("c", "two militia commanders", named=False, kind="group", count=(2, 2), published="2026-04-20")
    three = voice("d", "three militia commanders", named=False, kind="group", count=(3, 3))
    found = merge_voices([one, other, late, three])

    assert len(found.sources) == 4
    assert len(found.unsure) == 1
    assert "two militia commanders" in found.unsure[0].evidence


@pytest.mark.parametrize(
    "names",
    [
        ("John Haddad", "James Haddad", "J. Haddad"),
        ("John A. Haddad", "John B. Haddad", "John Haddad"),
        ("George Haddad", "George W. Haddad", "George H.W. Haddad"),
        ("Jean Delorme", "Michel Delorme", "Jean-Michel Delorme"),
        ("Jim Haddad", "Jim Haddad Jr.", "Haddad"),
    ],
)
def test_a_name_that_fits_two_people_stays_open(names):
    """Who may be either of two is neither's, and joins nobody; both are marked as perhaps the same."""
    found = merge_voices([voice(str(place), name) for place, name in enumerate(names)])

    assert len(found.sources) == 3
    assert 2 <= len(found.unsure) <= 3


def test_initials_of_two_people_are_one_each():
    """Where *J. Haddad* may be John or James, two articles' need not be the same; *John Haddad* of two is one."""
    names = ["John A. Haddad", "James Haddad", "J. Haddad", "J. Haddad", "John B. Haddad", "John Haddad", "John Haddad"]

    found = sources_of(*(voice(str(place), name) for place, name in enumerate(names)))

    assert found.count(("J. Haddad",)) == 2
    assert found.count(("John Haddad",)) == 1


def test_no_two_people_are_joined_by_a_chain():
    """However names fit one by one, no source holds two that are different people's."""
    names = [
        "J. A. Haddad",
        "J. Haddad",
        "James Haddad",
        "J. R. Haddad",
        "James R. Haddad",
        "Jim B. Haddad",
        "R. Haddad",
    ]

    found = merge_voices([voice(str(place), name) for place, name in enumerate(names)])

    for source in found.sources:
        assert not any(
            judge_persons(one, other).verdict is Verdict.DIFFERENT for one, other in combinations(source.names, 2)
        )


def test_who_the_user_joins_with_another_name_takes_that_ones_variants():
    """James R. Haddad is the Jim Haddad whom the user knows to be Nora Haddad, too."""
    found = sources_of(
        voice("a", "Jim Haddad"),
        voice("b", "Nora Haddad"),
        voice("c", "James R. Haddad"),
        judgements=[UserJudgement("Jim Haddad", "Nora Haddad", same=True)],
    )

    assert found == [("James R. Haddad", "Jim Haddad", "Nora Haddad")]


@pytest.mark.parametrize(
    ("names", "sources"),
    [
        (("Pedro Duarte", "Mrs. Duarte"), [("Mrs. Duarte",), ("Pedro Duarte",)]),
        (("Pedro Duarte", "Mr. Duarte"), [("Mr. Duarte", "Pedro Duarte")]),
        (("Pedro Duarte", "Mrs. Duarte", "Duarte"), [("Duarte",), ("Mrs. Duarte",), ("Pedro Duarte",)]),
        (("Mrs. Duarte", "Mrs. Duarte", "Mr. Duarte"), [("Mr. Duarte",), ("Mrs. Duarte",)]),
        (("Mr. Andrea Duarte", "Andrea Duarte"), [("Andrea Duarte", "Mr. Andrea Duarte")]),
        (("Jim Haddad", "Haddad Jr."), [("Haddad Jr.",), ("Jim Haddad",)]),
        (("Ban Ki-moon", "Ban Ki Moon"), [("Ban Ki Moon", "Ban Ki-moon")]),
        (("Nora Haddad-Ito", "Haddad-Ito", "Ito"), [("Haddad-Ito", "Nora Haddad-Ito"), ("Ito",)]),
    ],
)
def test_titles_and_double_names(names, sources):
    """A title of the other gender is another's, *Jr.* may be, and a hyphen tells nobody apart."""
    assert sources_of(*(voice(str(place), name) for place, name in enumerate(names))) == sources


def test_organizations_are_sources_under_all_names():
    """The CPS is the Coastal Protection Service; its spokesman belongs to it."""
    found = merge_voices(
        [
            voice("a", "the Coastal Protection Service", kind="organization"),
            voice("b", "CPS", kind="organization"),
            voice("c", "Ali Ito", bodies=("the CPS",)),
        ]
    )

    assert sorted(source.names for source in found.sources) == [
        ("Ali Ito",),
        ("CPS", "the Coastal Protection Service"),
    ]
    assert len({source.organizations for source in found.sources}) == 1


def test_the_users_judgement_comes_first_and_can_be_undone():
    """What the user joins is one, what the user parts is two; without the judgement all is as before."""
    voices = [voice("a", "Jim Haddad"), voice("b", "James Haddad"), voice("c", "J. Ito")]
    before = merge_voices(voices)

    assert sources_of(*voices, judgements=[UserJudgement("Jim Haddad", "J. Ito", same=True)]) != sources_of(*voices)
    parted = merge_voices(voices, [UserJudgement("Jim Haddad", "James Haddad", same=False)])
    assert len(parted.sources) == 3
    assert len({source.id for source in parted.sources}) == 3
    assert merge_voices(voices) == before


def test_a_parted_pair_is_not_joined_by_way_of_a_third():
    """Two whom the user parts stay apart although a third name fits both."""
    voices = [voice("a", "Jim Haddad"), voice("b", "James Haddad"), voice("c", "James R. Haddad")]

    found = merge_voices(voices, [UserJudgement("Jim Haddad", "James Haddad", same=False)])

    assert not any({"Jim Haddad", "James Haddad"} <= set(source.names) for source in found.sources)


NAMES = ["Jim Haddad", "James R. Haddad", "Nora Haddad", "Haddad", "Iria Lines", "Sahli", "officials"]


@given(st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from(NAMES)), max_size=7, unique=True))
def test_the_order_of_articles_makes_no_difference(pairs):
    """In whatever order voices come, the sources and their ids are the same, and every statement has one."""
    voices = [
        voice(a, n, kind="organization" if n == "Iria Lines" else "person", named=n != "officials") for a, n in pairs
    ]
    found = merge_voices(voices)

    assert merge_voices(reversed(voices)) == found
    assert sorted(found.source_of) == sorted(identity for v in voices for identity in v.statement_ids)
    assert len({source.id for source in found.sources}) == len(found.sources)


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_ids_come_from_names(order):
    """A source's id does not change when an article more names it."""
    voices = [voice("a", "James R. Haddad"), voice("b", "Jim Haddad"), voice("c", "Haddad")]
    found = merge_voices([voices[i] for i in order])

    assert [source.id for source in found.sources] == [merge_voices(voices[:1]).sources[0].id]


def test_a_person_with_the_name_of_an_organization_may_be_it():
    """*Halden Oil*, read as a person in one article, stays open; a last name that a firm has, too, says nothing."""
    firm = voice("a", "Halden Oil", kind="organization")
    found = merge_voices([firm, voice("b", "Halden Oil"), voice("c", "Ann Lee")])

    assert len(found.sources) == 3
    assert [pair.evidence for pair in found.unsure] == ["Halden Oil | Halden Oil"]
    assert merge_voices([voice("a", "Dow", kind="organization"), voice("b", "Dow")]).unsure == ()
