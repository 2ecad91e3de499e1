"""Tests of how words reached the public, and of the outlet told."""

import pytest

from attribution.statements.cues.channel import channel_of
from attribution.statements.cues.outlets import is_outlet, outlets_among
from attribution.statements.cues.told import told_elsewhere, told_of
from attribution.statements.statement import Channel

SENTENCES = [
    ("Haddad told The Associated Press that the pier was safe.", Channel.TOLD, "The Associated Press"),
    ("Haddad told CNN the pier was safe.", Channel.TOLD, "CNN"),
    ("Haddad told reporters the pier was safe.", Channel.TOLD, ""),
    ("Haddad said in an interview with CNN that the pier was safe.", Channel.INTERVIEW, "CNN"),
    ("Haddad, speaking to the Guardian, said the pier was safe.", Channel.TOLD, "Guardian"),
    ("“The pier is safe,” Haddad said in a statement on Friday.", Channel.STATEMENT, ""),
    ("The ministry issued a statement saying the pier was safe.", Channel.STATEMENT, ""),
    ("Haddad wrote on Twitter that the pier was safe.", Channel.SOCIAL_MEDIA, ""),
    ("Haddad tweeted that the pier was safe.", Channel.SOCIAL_MEDIA, ""),
    ("The captain testified that he had seen no light.", Channel.TESTIMONY, ""),
    ("The captain told a Senate committee that he had seen no light.", Channel.TESTIMONY, ""),
    ("The report said the pier was unsafe.", Channel.DOCUMENT, ""),
    ("A navy statement said the pier was safe.", Channel.STATEMENT, ""),
    ("“The pier is safe,” Haddad said at a news conference in Tanga.", Channel.PRESS_CONFERENCE, ""),
    ("Haddad told a news conference the pier was safe.", Channel.PRESS_CONFERENCE, ""),
    ("The governor said in a speech to dockers that the pier was safe.", Channel.SPEECH, ""),
    ("The governor told a crowd in Tanga that the pier was safe.", Channel.SPEECH, ""),
    ("“The pier is safe,” Haddad said in an email to The Harbor Times.", Channel.TOLD, "The Harbor Times"),
    ("Haddad said in a post on Facebook that the pier was safe.", Channel.SOCIAL_MEDIA, ""),
    ("According to court documents, the pier was unsafe.", Channel.DOCUMENT, ""),
    ("Haddad said on CNN that the pier was safe.", Channel.TOLD, "CNN"),
    ("Haddad told his wife that the pier was safe.", Channel.NONE, ""),
    ("Haddad told CNN and the BBC that the pier was safe.", Channel.NONE, ""),  # which of the two is not one answer
    ("Haddad told the Central Dock Agency that the pier was safe.", Channel.NONE, ""),
    ("Haddad said after a news conference that the pier was safe.", Channel.NONE, ""),
    (
        "Haddad said in an interview she had promised a new pier.",
        Channel.NONE,
        "",
    ),  # the interview is told of, not given
    ("Haddad told CNN in a statement that the pier was safe.", Channel.STATEMENT, "CNN"),
    ("The captain said under oath that he had seen no light.", Channel.TESTIMONY, ""),
    ("Haddad told Ann Lee of the Harbor Times that the pier was safe.", Channel.TOLD, "Harbor Times"),
    ("The firm wrote in a court filing that the pier was safe.", Channel.DOCUMENT, ""),
]


@pytest.mark.parametrize("number", range(len(SENTENCES)))
def test_channel_and_outlet_are_read_off_the_words_around_the_cue(document, parts_of, number):
    """The words beside source and content say how something was said, and the one outlet named is the one told."""
    sentence, channel, told = SENTENCES[number]
    parsed = document("channels")
    source, cue, content = parts_of(parsed, number)

    assert parsed.slice(parsed.sentences[number].first, parsed.sentences[number].last) == sentence
    assert channel_of(parsed, cue, source, content) is channel
    assert told_of(parsed, cue, source, content) == told


def test_channel_is_none_without_a_cue(document):
    """A floating quotation has no cue, and so no channel and no outlet."""
    parsed = document("channels")

    assert channel_of(parsed, ()) is Channel.NONE
    assert told_of(parsed, ()) == ""


def test_outlet_told_in_another_sentence(document):
    """*The officials spoke to The Harbor Ledger* tells about what they are quoted with elsewhere."""
    parsed = document("told-elsewhere")

    told = [(parsed.words[subject].text, outlet) for subject, outlet in told_elsewhere(parsed)]
    assert told == [
        ("officials", "The Harbor Ledger"),
        ("Haddad", "Radio Tanga"),
        ("captain", "BBC"),
    ]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("The Associated Press", True),
        ("AP", True),
        ("BBC World Service", True),
        ("Tanga Daily News", True),
        ("harborpost.com", True),
        ("the Guardian", True),
        ("Guardian Life Insurance", False),
        ("Central Intelligence Agency", False),
        ("Dockers’ Union", False),
        ("Time Warner", False),
        ("News", False),
    ],
)
def test_outlets_are_known_by_name_or_by_their_kind_of_name(name, expected):
    """Well-known outlets and names with words such as *News* or *Times* are outlets."""
    assert is_outlet(name) is expected


def test_outlets_are_found_among_given_words_only(document):
    """Of a document's words only those asked about are looked at."""
    parsed = document("told-elsewhere")

    assert list(outlets_among(parsed, range(3))) == []
    assert [span.of(parsed.text) for span in outlets_among(parsed, range(len(parsed.words)))] == [
        "The Harbor Ledger",
        "CNN",
        "Radio Tanga",
        "BBC",
    ]
