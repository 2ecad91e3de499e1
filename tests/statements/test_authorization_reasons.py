"""Tests of the words that say why an identity is withheld, and of their kinds."""

import pytest

from attribution.statements.statement import ReasonKind
from attribution.statements.terms.finding import find_terms
from attribution.statements.terms.kinds import kinds_of
from attribution.statements.terms.reasons import find_reason

KINDS = [
    ("because they were not authorized to grant interviews", "not_authorized"),
    ("because they were not allowed to address the press", "not_authorized"),
    ("because she hadn’t been cleared to talk", "not_authorized"),
    ("citing a lack of authority to discuss the raid", "not_authorized"),
    ("because he lacked permission to speak to the press", "not_authorized"),
    ("because they signed nondisclosure agreements", "not_authorized"),
    ("because company policy does not authorize clerks to speak", "not_authorized policy"),
    ("because they were not authorized to discuss private talks", "not_authorized"),
    ("because he was not authorized to speak and feared reprisals", "not_authorized reprisal"),
    ("for fear of losing her job", "reprisal"),
    ("fearing retaliation from the company", "reprisal"),
    ("because she feared her landlord would evict her", "reprisal"),
    ("out of concern for his safety", "reprisal"),
    ("for security reasons", "reprisal"),
    ("to avoid damaging his business relationships", "reprisal"),
    ("to protect her children", "reprisal"),
    ("because the talks are private", "sensitive"),
    ("because the figures are n't public", "sensitive"),
    ("due to the sensitivity of the matter", "sensitive"),
    ("to discuss internal deliberations", "sensitive"),
    ("to discuss the threats against the court", "sensitive"),  # what is discussed is not what is feared
    ("to talk about the raid", "sensitive"),
    ("speaking about a client", "sensitive"),
    ("discussing the threats against the court", "sensitive"),
    ("because the inquiry was at an early stage", "sensitive"),
    ("ahead of a formal announcement", "sensitive"),
    ("because the audit is not finished", "sensitive"),
    ("to speak candidly about the race", "candor"),
    ("so he could speak freely", "candor"),
    ("to offer a candid view of internal quarrels", "candor sensitive"),
    ("in line with regulations", "policy"),
    ("under ground rules set by the ministry", "policy"),
    ("as is customary in the kingdom", "policy"),
    ("because he is a cousin of the mayor", "other"),
    ("", ""),
]


@pytest.mark.parametrize(("reason", "kinds"), KINDS)
def test_kinds_are_told_by_the_words_of_the_reason(reason, kinds):
    """Each kind of reason is known by its words; a reason without a known word is of another kind."""
    assert kinds_of(reason) == tuple(map(ReasonKind, kinds.split()))


def test_kinds_do_not_hang_on_case_or_spacing():
    """A reason that opens a sentence, or runs over a line, is of the same kind."""
    assert kinds_of("Fearing\n reprisals") == (ReasonKind.REPRISAL,)


REASONS = [
    ("terms-conditions", 1, ""),
    ("terms-wishes", 1, "because the inquiry is private"),
    ("terms-wishes", 2, ""),
    ("terms-grants", 1, "to speak freely"),
    ("terms-grants", 2, "to discuss the talks"),
    ("terms-grants", 3, "because they feared arrest"),
    ("terms-names", 2, "because he fears losing his visa"),
    ("terms-names", 3, ""),
    ("terms-authority", 1, "was not authorized to speak publicly"),
    ("terms-authority", 2, "not authorized to discuss the matter"),
    ("terms-manner", 6, "because of the sensitivity of the talks"),
    ("terms-manner", 1, ""),
    ("terms-called", 1, ""),  # what somebody is called is no reason
    ("terms-called", 2, ""),
    ("terms-called", 3, "discussing private loans"),
    ("terms-called", 4, "speaking about a swimmer"),
    ("terms-called", 5, "describing internal talks"),
    ("terms-called", 7, "as the audit is private"),
    ("terms-called", 8, ""),  # what the raid was described as was said
    ("terms-alike", 3, ""),  # "quoted aides, who spoke …, as saying" gives what they said
    ("terms-alike", 5, "due to the sensitivity of the matter"),
    ("terms-crews", 3, "because they were not authorized to grant interviews"),
    ("terms-officials", 4, "citing the sensitivity of the raid"),
    ("terms-adviser", 1, "for fear of losing her job"),
    ("terms-adviser", 3, ""),
    ("terms-delegates", 1, "for fear of angering the party"),
    ("terms-widow", 1, "Fearing for her job"),
    ("terms-widow", 3, "without authorization to speak for the club"),
]


@pytest.mark.parametrize(("parse", "sentence", "reason"), REASONS)
def test_the_reason_is_the_articles_own_words(document, parse, sentence, reason):
    """The reason stands after the terms or before them, from its first word to the end of its clause."""
    parsed = document(parse)
    home = parsed.sentences[sentence - 1]
    terms = min((t for t in find_terms(parsed) if home.first <= t.anchor <= home.last), key=lambda t: t.bare)
    found = find_reason(parsed, terms)

    assert (found.of(parsed.text) if found else "") == reason


def test_the_reason_ends_before_the_cue(document):
    """*The lobbyist, granted anonymity to speak freely, called …*: what was called is no part of the reason."""
    parsed = document("terms-grants")
    called = next(word for word in parsed.words if word.text == "called")
    terms = find_terms(parsed)[0]

    assert find_reason(parsed, terms, {called.index: 0}).of(parsed.text) == "to speak freely"


def test_a_cue_of_the_reasons_own_does_not_end_it(document):
    """*Because she feared her landlord would believe …*: readers take *feared* and *believe* for cues, sources and all."""
    parsed = document("terms-alike")
    home = parsed.sentences[3]
    terms = next(t for t in find_terms(parsed) if t.first > home.first and t.last < home.last)
    cues = {word.index: parsed.words[home.first].start for word in parsed.words if word.text in ("feared", "believe")}
    found = find_reason(parsed, terms, cues)

    assert found.of(parsed.text) == "because she feared her landlord would believe she stole"
