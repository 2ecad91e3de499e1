"""Who speaks: from the words of a source to the party they mean, on frozen parses."""

import pytest

from attribution.document.document import Document
from attribution.statements.extraction import extract
from attribution.statements.grouping import group, spans_of
from attribution.statements.quoting.quotation_marks import quoted_spans
from attribution.statements.quoting.quoted_words import quotation_of
from attribution.statements.quoting.transcripts import turns_of
from attribution.statements.resolution import resolve
from attribution.statements.statement import Speaker, SpeakerKind, Statement
from attribution.text.span import words_of


def laid_out(document: Document) -> tuple[Statement, ...]:
    """Return the statements that the roles of a frozen parse lay out."""
    quoted = quoted_spans(document.text)
    return tuple(
        Statement(
            id=f"statement:{number}",
            article_id="article:test",
            text=words_of(spans_of(document, parts.content), document.text),
            content=spans_of(document, parts.content),
            cue=spans_of(document, parts.cue),
            source=spans_of(document, parts.source),
            quotation=quotation_of(spans_of(document, parts.content), quoted, document.text),
        )
        for number, parts in enumerate(turns_of(document) or group(document))
    )


@pytest.fixture(scope="module")
def statements(document):
    """Return the resolved statements of a frozen parse: `statements("names")`."""

    def read(parse: str) -> tuple[Statement, ...]:
        parsed = document(f"speaker-{parse}")
        return resolve(parsed, laid_out(parsed))

    return read


@pytest.fixture(scope="module")
def speaker(document, statements):
    """Return the speaker of the statement with this source, the first of several: `speaker("names", "Haddad")`."""

    def find(parse: str, source: str) -> Speaker | None:
        text = document(f"speaker-{parse}").text
        return next(one.speaker for one in statements(parse) if words_of(one.source, text).rstrip(",") == source)

    return find


NAMES = [
    ("unnamed", "The senator", "Omar Haddad"),
    ("unnamed", "The lawmaker", "The lawmaker"),
    ("demonyms", "The French firm", "France Telecom"),
    ("names", "Gov. Amina Haddad", "Amina Haddad"),
    ("names", "Haddad", "Amina Haddad"),
    ("ranks", "Insp Lee", "Lee"),
    ("ranks", "Supt. Jun Ito", "Jun Ito"),
    ("names", "The governor", "Amina Haddad"),
    ("names", "Governor", "Amina Haddad"),
    ("names", "Mr. Adeyemi", "Joshua Adeyemi"),
    ("names", "He", "Joshua Adeyemi"),
    ("names", "The PAR", "the Port Authority of Ruma"),
    ("names", "Ms. Quill and Mr. Weiss", "Nora Quill and Carl Weiss"),
    ("strangers", "The commanders", "Two Ruma militia commanders"),
    ("strangers", "the officer", "A senior army officer"),
    ("strangers", "He", "A senior army officer"),
    ("strangers", "Another officer", "Another officer"),
    ("strangers", "Dozens of residents", "Dozens of residents"),
    ("strangers", "One of the residents", "One of the residents"),
    ("bodies", "The Haddad campaign", "The Haddad campaign"),
    ("bodies", "The poll", "A Kessel University poll"),
    ("bodies", "It", "A Kessel University poll"),
    ("bodies", "The army", "The Iraqi army"),
    ("bodies", "the statement", "a statement"),
    ("bodies", "The company", "Harbor Motors Co."),
    ("later", "Lawmaker", "Vera Lindqvist"),
    ("later", "A Ruma lawmaker", "Vera Lindqvist"),
    ("later", "she", "Vera Lindqvist"),
    ("later", "The Ruma congresswoman", "Vera Lindqvist"),
    ("later", "Karim Haddad", "Karim Haddad"),
    ("later", "", "Karim Haddad"),
    ("early", "she", "Nora Quill"),
    ("early", "It", "The tenants’ union"),
    ("early", "The police", "Ruma police"),
    ("roles", "Harbor Motors’ chief executive, Tim Sayle", "Tim Sayle"),
    ("roles", "A former Ruma judge, Vera Lindqvist", "Vera Lindqvist"),
    ("roles", "Nora Quill of the Tenants’ Union", "Nora Quill"),
    ("roles", "The Washington-based group, which advises Harbor Motors", "The Washington-based group"),
    ("interview", "SAYLE", "Chris Sayle"),
    ("interview", "HADDAD", "Amina Haddad"),
    ("pairs", "Both", "Amina Haddad and Jun Ito"),
    ("pairs", "They", "Amina Haddad and Jun Ito"),
    ("pairs", "The two newspapers", "The Ruma Post and the Ledger"),
    ("pairs", "Ito’s wife, Naomi", "Naomi"),
    ("pairs", "she", "Naomi"),
    ("writer", "Her lawyer, Carl Weiss", "Carl Weiss"),
    ("answers", "A", "Amina Haddad"),
    ("guards", "Nunes", "Paulo Nunes"),
]


@pytest.mark.parametrize(("parse", "source", "name"), NAMES)
def test_source_resolves_to_its_party(speaker, parse, source, name):
    """The speaker is called by the fullest name, or the most telling description, that the article gives."""
    assert speaker(parse, source).name == name


KINDS = [
    ("guards", "The coast guard", SpeakerKind.ORGANIZATION, False),
    ("names", "Haddad", SpeakerKind.PERSON, True),
    ("names", "Ms. Quill and Mr. Weiss", SpeakerKind.GROUP, True),
    ("names", "The PAR", SpeakerKind.ORGANIZATION, True),
    ("strangers", "A senior army officer", SpeakerKind.PERSON, False),
    ("strangers", "Dozens of residents", SpeakerKind.GROUP, False),
    ("strangers", "One of the residents", SpeakerKind.PERSON, False),
    ("bodies", "A Kessel University poll", SpeakerKind.DOCUMENT, True),
    ("bodies", "the statement", SpeakerKind.DOCUMENT, False),
    ("bodies", "Washington", SpeakerKind.ORGANIZATION, True),
    ("early", "The tenants’ union, which runs the shelter", SpeakerKind.ORGANIZATION, False),
    ("roles", "A spokeswoman for the Interior Ministry", SpeakerKind.PERSON, False),
    ("roles", "The Washington-based group, which advises Harbor Motors", SpeakerKind.ORGANIZATION, False),
    ("pairs", "The two newspapers", SpeakerKind.ORGANIZATION, True),
]


@pytest.mark.parametrize(("parse", "source", "kind", "named"), KINDS)
def test_speaker_has_a_kind(speaker, parse, source, kind, named):
    """A speaker is a person, a group, an organization or a document, and the article names it or does not."""
    found = speaker(parse, source)

    assert (found.kind, found.named) == (kind, named)


ROLES = [
    ("names", "Haddad", "Gov.", (), False),
    ("names", "Mr. Adeyemi", "spokesman", ("Port Authority of Ruma",), False),
    ("names", "Carl Weiss, former director of the Kessel Institute", "former director", ("Kessel Institute",), True),
    ("names", "Kessel Institute economist Nora Quill", "economist", ("Kessel Institute",), False),
    ("roles", "The U.N. envoy to Ruma, Jeanne Okafor", "U.N. envoy to Ruma", ("U.N.", "Ruma"), False),
    ("roles", "Harbor Motors’ chief executive, Tim Sayle", "chief executive", ("Harbor Motors",), False),
    ("roles", "New Jersey Gov. Omar Haddad", "New Jersey Gov.", ("New Jersey",), False),
    ("roles", "A spokeswoman for the Interior Ministry", "spokeswoman", ("Interior Ministry",), False),
    ("roles", "Rear Adm. Lars Holm, who heads the Coast Guard", "Rear Adm.", ("Coast Guard",), False),
    ("roles", "Iraqi Prime Minister Karim al-Saadi", "Iraqi Prime Minister", ("Iraq",), False),
    ("roles", "Nora Quill of the Tenants’ Union", "", ("Tenants’ Union",), False),
    ("roles", "Israeli officials", "Israeli officials", ("Israel",), False),
    ("roles", "Carl Weiss, a lawyer for Ms. Quill", "lawyer for Ms. Quill", (), False),
    ("writer", "Nora Quill, who heads the tenants’ union", "heads the tenants’ union", ("tenants’ union",), False),
    ("interview", "SAYLE", "", ("Ruma Radio",), False),
]


@pytest.mark.parametrize(("parse", "source", "role", "organizations", "former"), ROLES)
def test_speaker_has_a_role_and_organizations(speaker, parse, source, role, organizations, former):
    """Role and organizations come from titles, appositions, *of* and *for*, possessives and *who heads*."""
    found = speaker(parse, source)

    assert (found.role, found.organizations, found.former) == (role, organizations, former)


COUNTS = [
    ("strangers", "Two Ruma militia commanders", (2, 2)),
    ("strangers", "Dozens of residents", (24, None)),
    ("strangers", "One of the residents", (1, 1)),
    ("roles", "Israeli officials", (2, None)),
    ("pairs", "Both", (2, 2)),
    ("pairs", "The two newspapers", (2, 2)),
    ("pairs", "Nearly a dozen aides, most of whom asked for water", (2, 12)),
    ("names", "Ms. Quill and Mr. Weiss", (2, 2)),
]


@pytest.mark.parametrize(("parse", "source", "count"), COUNTS)
def test_speaker_is_counted(speaker, parse, source, count):
    """Numerals and determiners say how many speak, at least and at most."""
    assert speaker(parse, source).count == count


def test_mentions_are_every_place_that_means_the_speaker(document, speaker):
    """Names, pronouns and descriptions of one speaker are its mentions, in text order."""
    text = document("speaker-strangers").text
    found = speaker("strangers", "the officer").mentions

    assert [span.of(text) for span in found] == ["A senior army officer", "the officer", "He"]


@pytest.mark.parametrize(("parse", "source"), [("writer", "I"), ("answers", "Q")])
def test_the_writer_is_nobodys_speaker(speaker, parse, source):
    """*I think the council is wrong* is the writer's, and so is a question in an interview: nobody is named."""
    assert speaker(parse, source) is None


def test_headline_completes_a_last_name(document):
    """Where the text says only *Haddad*, the headline may tell the first name; it gives no other words."""
    parsed = document("speaker-interview")
    found = resolve(parsed, laid_out(parsed), title="Chris Sayle Asks Amina Haddad About the Dam")

    assert {one.speaker.name for one in found if one.speaker} == {"Chris Sayle", "Amina Haddad"}


def test_what_is_alleged_of_somebody_is_not_the_last_speaker_s(document):
    """*The engineer is alleged to have written that he had “heard the upsetting news”* goes on with nobody."""
    parsed = document("speaker-alleged")

    said, alleged = resolve(parsed, extract(parsed, "article:1"))

    assert said.speaker.name == "Ann Lee"
    assert alleged.speaker is None


def test_own_words_are_less_sure_than_a_name(speaker):
    """A full name is surer than a pronoun, a pronoun surer than a quotation that names nobody."""
    full, pronoun = speaker("later", "Rep. Vera Lindqvist"), speaker("later", "she")
    floating = speaker("later", "")

    assert full.confidence > pronoun.confidence > floating.confidence


def test_every_statement_of_a_speaker_has_the_same_speaker(statements):
    """All that differs between the speakers of one party's statements is how surely each was found."""
    found = {one.speaker.mentions: one.speaker.name for one in statements("later") if one.speaker}

    assert sorted(found.values()) == ["Karim Haddad", "Vera Lindqvist"]
