"""Headlines: names that only they have, and colons by which they attribute."""

from attribution.statements.grouping import Parts
from attribution.statements.quoting.headlines import headline_turns, is_label
from attribution.statements.speakers.headlines import is_headline
from attribution.statements.speakers.name_entities import joined_entities


def test_headlines_are_told_from_sentences(document):
    """Lines of capitalized words without a full stop are headlines; sentences below them are not."""
    parsed = document("headlines")

    assert [is_headline(parsed, sentence) for sentence in parsed.sentences] == [True, True, False, False]


def test_what_only_a_headline_names_is_no_name(document):
    """*Panel Faults Utility* names nobody; *Haddad* and the port are named again in the text and stay."""
    parsed = document("headlines")
    names = [parsed.slice(entity.first, entity.last) for entity in joined_entities(parsed)]

    assert parsed.entities[0].last == 2
    assert not any("Faults" in name for name in names)
    assert "Amina Haddad" in names
    assert "Haddad" in names[0]


def attributed(document):
    """Return who says what by a headline's colon."""
    return [
        (document.slice(p.source[0], p.source[-1]), document.slice(p.content[0], p.content[-1]))
        for p in headline_turns(document)
    ]


def test_colons_in_headlines_name_who_says_so(document):
    """Before what is said or after it, as agencies' headlines have it."""
    assert attributed(document("headline-colons")) == [
        ("UN", "Aid convoy attacked near border"),
        ("ministry", "Dam is safe"),
    ]


def test_labels_and_places_before_a_colon_say_nothing(document):
    """*Analysis: …* tells the kind of piece, *Ruma: …* where it plays, whatever the reader took them for."""
    parsed = document("headline-labels")
    colons = [word.index for word in parsed.words if word.text == ":"]

    assert attributed(parsed) == []
    assert all(is_label(parsed, Parts(source=(c - 1,), cue=(c,), content=(c + 1, c + 2))) for c in colons)


def test_bodies_and_quoted_words_are_no_labels(document):
    """*UN: …* has a speaker; so have quoted words, even after the name of a place."""
    parsed = document("headline-colons")
    colon = next(word.index for word in parsed.words if word.text == ":")

    assert not is_label(parsed, Parts(source=(colon - 1,), cue=(colon,), content=(colon + 1,)))
