"""Names that only a headline has."""

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
