"""From a document to its statements, before anybody is told."""

import pytest
from attrs import evolve

from attribution.statements.authorization import authorize
from attribution.statements.extraction import attributions_of, extract
from attribution.statements.resolution import resolve
from attribution.statements.statement import Channel, Quotation
from attribution.statements.telling import tell
from attribution.statements.terms_aside import leave_out_terms


def parts_in_words(document):
    """Return source, cue and content of each attribution as the article's words."""
    words = [
        [" ".join(document.words[i].text for i in part) for part in (p.source, p.cue, p.content)]
        for p in attributions_of(document)
    ]
    return [tuple(row) for row in words]


def test_sources_are_shared_where_the_tree_shares_the_subject(document):
    """Two verbs share a subject, an aside does not keep it, an accused has no say, and *known as* reports nothing."""
    assert parts_in_words(document("shared-sources")) == [
        ("Haddad", "denied", "the report"),
        ("Haddad", "said", "the port was open"),
        ("", "believed", "to have 900 members"),
        ("The union — believed to have 900 members", "announced", "a strike"),
        ("Lindqvist", "said", "the talks were over"),
        ("Lindqvist", "adding", "that nobody had called him"),
        ("", "was accused of", "taking bribes"),
        ("Haddad", "had mocked", "the offer"),
        ("Haddad", "saying", "it was late"),
        ("Haddad", "said", "“ It is late , ”"),
    ]


def test_who_stands_before_an_aside_in_dashes_speaks(document):
    """The reader gave *the Joint Council* to what is believed of it, and the tree gives *issued* no subject."""
    assert parts_in_words(document("dash-source"))[-1][:2] == (
        "the Joint Council of the Tarn Dockers",
        "issued a statement announcing",
    )


def test_a_noun_before_the_verb_is_the_source_s(document):
    """In *a navy statement said* the statement speaks, though the reader took the word for a cue."""
    assert parts_in_words(document("army-statement"))[0][:2] == ("a navy statement", "said")


def test_one_content_may_have_several_spans(document):
    """What stands before and after *Haddad said* is one statement, and the next paragraph's quotation goes with it."""
    (statement,) = extract(document("split-quotation"), "article:1")

    assert statement.text == "“We will not sign,” … “and we will not leave.” “The port is ours.”"
    assert statement.quotation is Quotation.DIRECT
    assert len(statement.content) == 2


def test_nested_statements_know_their_parent(document):
    """What the union had told is inside what Haddad said, and what workers believe inside that."""
    statements = extract(document("nested"), "article:1")
    said, told, believe = statements[:3]

    assert told.parent == said.id
    assert believe.parent == told.id
    assert said.parent is None
    assert told.confidence < said.confidence


@pytest.mark.parametrize("name", ["nested", "shared-sources", "split-quotation", "army-statement"])
def test_statements_are_sorted_and_the_same_every_time(document, name):
    """Ids come from content, so two runs give equal statements; the order is the text's; no id comes twice."""
    statements = extract(document(name), "article:1")

    assert statements == extract(document(name), "article:1")
    assert [s.content[0].start for s in statements] == sorted(s.content[0].start for s in statements)
    assert len({s.id for s in statements}) == len(statements)
    assert {s.id for s in statements}.isdisjoint(s.id for s in extract(document(name), "article:2"))


def test_an_outlet_told_elsewhere_is_passed_on(document):
    """*The officials spoke to The Harbor Ledger* says how the two officials' statement got out, and nobody else's."""
    parsed = document("told-agency")

    officials, mayor = tell(parsed, resolve(parsed, extract(parsed, "article:1")))

    assert (officials.channel, officials.told) == (Channel.TOLD, "The Harbor Ledger")
    assert (mayor.channel, mayor.told) == (Channel.NONE, "")


def test_terms_are_no_statement(document):
    """*They were not allowed to answer questions* is a reason; who gave it keeps the statement it belongs to."""
    parsed = document("army-statement")
    found = authorize(parsed, resolve(parsed, extract(parsed, "article:1")))

    kept = leave_out_terms(parsed, found)

    assert [s.text for s in found if s not in kept] == ["to answer questions"]
    assert "they were not allowed to answer questions" in kept[-1].authorization.reason


def test_a_reason_ends_before_what_is_said(document):
    """Between *on condition of anonymity* and *that* stands the reason; *feared that* is one itself."""
    parsed = document("terms-before-that")
    found = authorize(parsed, resolve(parsed, extract(parsed, "article:1")))
    kept = leave_out_terms(parsed, found)

    assert [(s.text, s.authorization.reason) for s in kept] == [
        ("that the deal would collapse", "because the talks were private"),
        ("The deal was off", "because they feared that they would be fired"),
        ("that the plan had failed", "because she was not authorized to speak"),
    ]


def test_terms_are_no_part_of_a_content(document):
    """A stretch of content that only states terms is left out, and the statement keeps the rest."""
    parsed = document("army-statement")
    whole = authorize(parsed, resolve(parsed, extract(parsed, "article:1")))
    anonymous = next(s for s in whole if s.authorization.terms)
    mixed = evolve(anonymous, content=tuple(sorted((*anonymous.content, *anonymous.authorization.terms))))

    (kept,) = leave_out_terms(parsed, [mixed])

    assert (kept.content, kept.text) == (anonymous.content, anonymous.text)
