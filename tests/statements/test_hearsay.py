"""What is only said to be so, where no attribution was seen."""

from attribution.statements.cues.hearsay import hearsay_in


def contents(document, parts):
    return " ".join(document.words[i].text for i in parts.content)


def test_adverbs_of_hearsay_attribute_their_clause(document):
    """*The crew reportedly fled* says so of the clause; *the allegedly stolen cargo* states nothing of its own."""
    parsed = document("hearsay")
    found = list(hearsay_in(parsed, frozenset()))

    assert [parsed.words[parts.cue[0]].text for parts in found] == ["reportedly", "reportedly", "Reportedly"]
    assert contents(parsed, found[0]) == "The crew fled before dawn"
    assert contents(parsed, found[2]) == "the owner has left the country"
    assert all(parts.source == () for parts in found)


def test_what_somebody_says_is_no_hearsay(document):
    """In *Officials said the captain reportedly drowned* the officials say so."""
    parsed = document("hearsay")
    said = next(word.index for word in parsed.words if word.text == "drowned")

    found = list(hearsay_in(parsed, frozenset((said,))))

    assert [contents(parsed, parts) for parts in found] == [
        "The crew fled before dawn",
        "the owner has left the country",
    ]
