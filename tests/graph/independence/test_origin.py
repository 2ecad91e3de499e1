"""Whether two sources count once."""

import pytest

from attribution.graph.identity.identities import merge_voices
from attribution.graph.identity.judgement import UserJudgement
from attribution.graph.identity.voice import Voice
from attribution.graph.independence.bodies import marks_of
from attribution.graph.independence.origin import one_origin
from attribution.statements.statement import Speaker, SpeakerKind


def judged(one, other, *, are_parted=False):
    """Return the verdict on two speakers, each (name, kind, named, organizations, count) with role, of two articles."""
    voices = [
        Voice(
            article_id=article,
            outlet="",
            published="",
            speaker=Speaker(
                name=name,
                kind=SpeakerKind(kind),
                named=named,
                organizations=tuple(bodies),
                count=count,
                role=" ".join(role),
                former="former" in role,
            ),
            statement_ids=(article,),
        )
        for article, (name, kind, named, bodies, count, *role) in (("a", one), ("b", other))
    ]
    found = merge_voices(voices, [UserJudgement(voices[0].id, voices[1].id, same=False)] if are_parted else [])
    first, second = (found.by_id[found.source_of[article]] for article in ("a", "b"))
    return one_origin(first, second, found).verdict.value


def person(name, *bodies):
    """Return a named person of some organizations."""
    return (name, "person", True, bodies, (1, 1))


def body(name):
    """Return a named organization."""
    return (name, "organization", True, (), (1, 1))


def unnamed(name, *bodies, kind="group"):
    """Return a speaker without a name."""
    return (name, kind, False, bodies, (2, None))


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        (person("Ann Lee"), person("Ann Lee"), "same"),
        (person("Ann Lee", "Iria Lines"), person("Jun Ito", "Iria Lines Inc."), "same"),
        (person("Ann Lee", "Iria Lines"), body("Iria Lines"), "same"),
        (person("Ann Lee", "India"), person("Jun Ito", "India"), "different"),
        (unnamed("Indian officials", "India"), body("the Indian navy"), "same"),
        (unnamed("cops"), unnamed("police sources"), "same"),
        (unnamed("police"), body("NYPD"), "same"),
        (person("Ann Lee", "NYPD"), person("Jun Ito", "the Ohio police"), "different"),
        (
            ("an autopsy", "document", False, (), (1, 1)),
            ("The autopsy report on Mr. Roe", "document", False, (), (1, 1)),
            "same",
        ),
        (("an autopsy", "document", False, (), (1, 1)), body("the Tarn Medical Examiner’s Office"), "same"),
        (("a private autopsy", "document", False, (), (1, 1)), body("the Tarn Medical Examiner’s Office"), "unsure"),
        (person("Ann Lee"), person("Jun Ito"), "different"),
        ((*person("Ann Lee"), "Insp"), body("the police"), "same"),
        ((*person("Ann Lee"), "weapons", "inspector"), body("the police"), "different"),
        ((*person("Ann Lee", "Iria Lines"), "former", "director"), body("Iria Lines"), "different"),
        ((*person("Ann Lee", "Police Department"), "former", "officer"), body("the police"), "different"),
        ((*person("Ann Lee", "Iria Lines"), "director"), body("Iria Lines"), "same"),
        ((*person("Ann Lee"), "fire", "chief"), body("the Tarn Fire Department"), "same"),
        ((*person("Ann Lee"), "police", "chief"), body("the police"), "same"),
        ((*person("Ann Lee"), "former", "fire", "chief"), body("the Tarn Fire Department"), "different"),
        ((*person("Ann Lee"), "fire", "survivor"), body("the Tarn Fire Department"), "different"),
        ((*person("Ann Lee"), "police", "critic"), body("the police"), "different"),
        (person("Ann Lee", "Ohio Fire Department"), body("the Tarn Fire Department"), "different"),
        (person("Ann Lee"), unnamed("officials"), "unsure"),
        (person("Ann Lee"), unnamed("a statement", kind="document"), "unsure"),
        (person("Ann Lee"), body("The Associated Press"), "unsure"),
    ],
)
def test_one_origin(one, other, verdict):
    """People and units of one body count once, people of one country do not; the nameless and outlets stay open."""
    assert judged(one, other) == verdict
    assert judged(other, one) == verdict


@pytest.mark.parametrize(
    ("name", "marks"),
    [
        ("police sources", {"police"}),
        ("the Indian navy", {"navy", "the state of India"}),
        ("India", {"the state of India"}),
        ("an Indian teacher", set()),
        ("Roe's autopsy", {"document: autopsy", "medical examiner"}),
        ("the Tarn Medical Examiner’s Office", {"medical examiner"}),
        ("a private autopsy", set()),
        ("The Tarn Examiner", set()),
        ("the Tarn Fire Department", {"fire service"}),
        ("survivors of the fire", set()),
        ("a statement", set()),
        ("", set()),
    ],
)
def test_marks(name, marks):
    """A name or description tells what it is part of, if anything."""
    assert marks_of(name) == marks


def test_bodies_that_the_user_parts_are_two():
    """The police of two towns have one name, and are two once the user says so."""
    police = body("the Harbor Police")

    assert judged(police, police) == "same"
    assert judged(police, police, are_parted=True) == "different"
    assert judged(person("Ann Lee", "the Harbor Police"), person("Jun Ito", "the Harbor Police")) == "same"
