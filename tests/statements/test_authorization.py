"""Tests of whose terms they are, and of the terms of every statement."""

import re

import pytest
from attrs import evolve

from attribution.statements.authorization import authorize
from attribution.statements.statement import (
    Authorization,
    AuthorizationStatus,
    Channel,
    ReasonKind,
    Speaker,
    SpeakerKind,
    Statement,
)
from attribution.text.span import Span

PERSON, GROUP = SpeakerKind.PERSON, SpeakerKind.GROUP
ORGANIZATION, DOCUMENT = SpeakerKind.ORGANIZATION, SpeakerKind.DOCUMENT
COUNTS = {"two": (2, 2), "both": (2, 2), "three": (3, 3)}


def span_of(text: str, words: str) -> Span:
    """Return where words first stand in a text; after a bar, only from there: *rained|he*."""
    before, _, wanted = words.rpartition("|")
    match = re.compile(rf"\b{re.escape(wanted)}\b").search(text, text.index(before))
    return Span(match.start(), match.end())


def said(document, *mentions: str, kind=PERSON, named=False, cue="", **known) -> Statement:
    """Return a statement of the speaker that the mentions mean; the first is its source."""
    spans = tuple(span_of(document.text, words) for words in mentions)
    mentions = tuple(words.rpartition("|")[2] for words in mentions)
    count = COUNTS.get(mentions[0].split()[0].lower(), (2, None)) if kind is GROUP else (1, 1)
    speaker = Speaker(name=mentions[0], kind=kind, named=named, count=count, mentions=spans, role=known.pop("role", ""))
    return Statement(
        id=f"statement:{mentions[0]}",
        article_id="article:1",
        text="",
        content=(Span(0, 1),),
        cue=(span_of(document.text, cue),) if cue else (),
        source=spans[:1],
        speaker=speaker,
        **known,
    )


def terms_of(document, *statements: Statement) -> list[tuple[str, str]]:
    """Return the status and the reason of each statement."""
    authorized = authorize(document, statements)
    return [(one.authorization.status.value, one.authorization.reason) for one in authorized]


def test_terms_of_their_own_sentence_hold_for_whom_they_take_up(document):
    """*They* are the two crews and *The commanders* the two commanders, each with their own reason; Vela is on record."""
    parsed = document("terms-crews")
    vela = said(parsed, "Tomas Vela", named=True)
    crews = said(parsed, "Two other crews from different yards", kind=GROUP)
    commanders = said(parsed, "Two harbor commanders", kind=GROUP)

    assert terms_of(parsed, vela, crews, commanders) == [
        ("on_record", ""),
        ("anonymous", "because they were not authorized to grant interviews"),
        ("anonymous", "because they were not allowed to address the press"),
    ]


def test_both_are_the_two_single_speakers_before(document):
    """*Both requested anonymity* holds for both commanders, alone and together, and for nobody else."""
    parsed = document("terms-officials")
    police, army = said(parsed, "A police commander"), said(parsed, "An army commander")
    both, nurse = said(parsed, "Both commanders", kind=GROUP), said(parsed, "A nurse")
    reason = "citing the sensitivity of the raid"

    assert terms_of(parsed, police, army, both, nurse) == [("anonymous", reason)] * 3 + [("unnamed", "")]


def test_the_officials_are_those_who_came_in_last(document):
    """After a police and an army official, *The officials* are these two, though a resolver took up the navy's."""
    parsed = document("terms-navy")
    navy = said(parsed, "Navy officials", "The officials", kind=GROUP)

    assert terms_of(parsed, navy, said(parsed, "A police official"), said(parsed, "An army official")) == [
        ("unnamed", ""),
        ("anonymous", ""),
        ("anonymous", ""),
    ]


def test_terms_of_a_relative_clause_hold_for_the_speaker_it_describes(document):
    """*An adviser to Daniel Okoro, who requested anonymity* is the adviser's, even where the parse says Okoro."""
    parsed = document("terms-adviser")
    adviser = said(parsed, "an adviser to Daniel Okoro", cue="said")
    okoro = said(parsed, "Okoro", named=True)
    okoro = evolve(okoro, source=(span_of(parsed.text, "job|Okoro"),))
    cousin = said(parsed, "A cousin")
    expected = [("anonymous", "for fear of losing her job"), ("on_record", ""), ("anonymous", "")]

    assert terms_of(parsed, adviser, okoro, cousin) == expected


def test_terms_said_to_hold_for_others_hold_for_the_other_unnamed_speakers(document):
    """*Like others interviewed* extends the terms to the other delegate, not to the chairman who is named."""
    parsed = document("terms-delegates")
    one, another = said(parsed, "one delegate", "she"), said(parsed, "Another delegate")
    lund = said(parsed, "Peter Lund", named=True)
    reason = "for fear of angering the party"

    assert terms_of(parsed, one, another, lund) == [("anonymous", reason), ("anonymous", reason), ("on_record", "")]


def test_terms_inside_a_quotation_are_nobodys(document):
    """What Maria Lund tells of her editor's terms is no term of this article."""
    parsed = document("terms-quoted")

    assert terms_of(parsed, said(parsed, "Maria Lund", named=True), said(parsed, "A neighbor")) == [
        ("on_record", ""),
        ("unnamed", ""),
    ]


def test_terms_may_stand_before_the_first_statement(document):
    """*Two nurses spoke … on condition of anonymity* holds for the nurse who speaks in the next paragraph."""
    parsed = document("terms-later")

    assert terms_of(parsed, said(parsed, "One of the nurses")) == [("anonymous", "")]


def test_terms_of_both_may_stand_before_the_two(document):
    """*Both spoke …* holds for the only two who come in after it, and for nobody where two others stand before it."""
    parsed = document("terms-first")
    after = terms_of(parsed, said(parsed, "A diplomat"), said(parsed, "An aide"))
    parsed = document("terms-met")
    others = terms_of(parsed, said(parsed, "A diplomat"), said(parsed, "A cook"))

    assert (after, others) == ([("anonymous", "")] * 2, [("unnamed", "")] * 2)


def test_terms_of_three_are_not_those_of_two(document):
    """Where another speaker comes in after *Both spoke …*, nobody can tell which two they are."""
    parsed = document("terms-first")
    three = (said(parsed, "A diplomat"), said(parsed, "An aide"), said(parsed, "the minister"))

    assert terms_of(parsed, *three)[:2] == [("unnamed", "")] * 2


@pytest.mark.parametrize(("named", "status"), [(True, "official"), (False, "anonymous")])
def test_a_body_withholds_only_what_is_not_told(document, named, status):
    """*A mill*, which asked not to be named, withholds its name; a body whose name stands there does not."""
    parsed = document("terms-adviser")

    assert terms_of(parsed, said(parsed, "A cousin", kind=ORGANIZATION, named=named))[0][0] == status


def test_terms_before_and_after_a_speaker(document):
    """A reason may open the sentence; a participle after a speaker tells of that speaker."""
    parsed = document("terms-widow")

    assert terms_of(parsed, said(parsed, "the teacher", "she"), said(parsed, "a scout")) == [
        ("anonymous", "Fearing for her job"),
        ("anonymous", "without authorization to speak for the club"),
    ]


def test_terms_of_somebody_who_says_nothing_are_nobody_elses(document):
    """Neither callers of a tip line nor an official who is not quoted lend their terms to whoever is."""
    parsed = document("terms-callers")
    resident, army = said(parsed, "a resident"), said(parsed, "Army officials", kind=GROUP)
    woman = said(parsed, "a woman in her seventies")

    assert terms_of(parsed, resident, army, woman) == [("unnamed", "")] * 3


def test_who_is_named_in_full_goes_unnamed_by_no_terms_but_for_the_rest_of_a_name(document):
    """Rosa withholds her last name; a *He spoke on condition of anonymity* resolved to Daniel Okoro is somebody else's."""
    parsed = document("terms-partial")
    rosa = said(parsed, "Rosa Maren", named=True)
    okoro = said(parsed, "Daniel Okoro", "He", named=True)

    assert terms_of(parsed, rosa, okoro) == [("anonymous", ""), ("on_record", "")]


def test_terms_hold_however_surely_the_speaker_was_resolved(document):
    """Two statements of one speaker share the terms though the resolution was surer of one."""
    parsed = document("terms-adviser")
    cousin = said(parsed, "A cousin")
    unsure = evolve(cousin, speaker=evolve(cousin.speaker, confidence=0.4), source=())

    assert terms_of(parsed, cousin, unsure) == [("anonymous", "")] * 2


def test_the_reader_taking_the_terms_for_a_statement_changes_nothing(document):
    """A statement *who asked not to be named* does not draw the terms away from the one who says something else."""
    parsed = document("terms-adviser")
    cousin = said(parsed, "A cousin")
    terms = evolve(
        said(parsed, "cousin|who", cue="asked"),
        content=(span_of(parsed.text, "not to be named"),),
        id="statement:terms",
    )

    assert terms_of(parsed, cousin, terms)[0] == ("anonymous", "")


STATUSES = [
    (("Peter Okafor", "said|he"), {"named": True, "role": "spokesman"}, AuthorizationStatus.ON_RECORD, False),
    (("a spokeswoman",), {"role": "spokeswoman"}, AuthorizationStatus.UNNAMED, True),
    (
        ("The mill",),
        {"kind": ORGANIZATION, "named": True, "channel": Channel.STATEMENT},
        AuthorizationStatus.OFFICIAL,
        True,
    ),
    (("A report",), {"kind": DOCUMENT, "channel": Channel.DOCUMENT}, AuthorizationStatus.OFFICIAL, None),
    (("Officials",), {"kind": GROUP}, AuthorizationStatus.UNNAMED, None),
    (("rained|he",), {"kind": SpeakerKind.UNKNOWN}, AuthorizationStatus.UNKNOWN, None),
]


@pytest.mark.parametrize(("mentions", "known", "status", "speaks_for"), STATUSES)
def test_without_terms_the_status_is_told_by_who_speaks(document, mentions, known, status, speaks_for):
    """Named people are on record even when not authorized; organizations and papers are official; the rest unnamed."""
    parsed = document("terms-spokesmen")
    one = said(parsed, *mentions, **known)
    authorization = authorize(parsed, [one])[0].authorization

    assert authorization == Authorization(status=status, speaks_for=speaks_for)


def test_no_speaker_has_no_status(document):
    """A statement whose speaker nobody can tell has unknown terms."""
    parsed = document("terms-quoted")
    nobody = evolve(said(parsed, "A neighbor"), speaker=None, source=())

    assert authorize(parsed, [nobody])[0].authorization == Authorization()


def test_the_places_that_state_the_terms_are_kept(document):
    """Terms, reason and kinds stand in the statement with the article's own words."""
    parsed = document("terms-crews")
    crews = authorize(parsed, [said(parsed, "Two other crews from different yards", kind=GROUP)])[0].authorization

    assert [span.of(parsed.text) for span in crews.terms] == ["spoke on condition of anonymity"]
    assert crews.reason_kinds == (ReasonKind.NOT_AUTHORIZED,)
    assert crews.speaks_for is False


def test_nothing_else_of_a_statement_changes(document):
    """Only the authorization is filled in, and the order is kept."""
    parsed = document("terms-crews")
    statements = [said(parsed, "Tomas Vela", named=True), said(parsed, "Two harbor commanders", kind=GROUP)]
    authorized = authorize(parsed, statements)

    assert [evolve(one, authorization=Authorization()) for one in authorized] == statements
