"""Tests of the formulas: which words of an article state terms, and which only look like it."""

import pytest
from attrs import evolve

from attribution.document.document import NO_CUE, Document
from attribution.statements.statement import AuthorizationStatus
from attribution.statements.terms.finding import find_terms

ANONYMOUS, BACKGROUND = AuthorizationStatus.ANONYMOUS, AuthorizationStatus.BACKGROUND
OFF_RECORD = AuthorizationStatus.OFF_RECORD

# of every sentence of a parse: the words that state terms and their kind, nothing where none are stated
SENTENCES = {
    "terms-conditions": (
        ("said on condition of anonymity", ANONYMOUS),
        ("agreed to talk only if her name was not used", ANONYMOUS),
        ("spoke on the condition that he not be named", ANONYMOUS),
        ("told The Coast Herald on condition of anonymity", ANONYMOUS),
        ("speaking on a promise of confidentiality", ANONYMOUS),
        ("spoke on condition of anonymity", ANONYMOUS),
        None,  # "would not speak on condition of anonymity"
        None,  # "on condition that the mine be closed"
    ),
    "terms-wishes": (
        ("asked not to be named", ANONYMOUS),
        ("insisted that she not be identified", ANONYMOUS),
        ("asked The Coast Herald not to use his name", ANONYMOUS),
        ("requested that her last name be left out", ANONYMOUS),
        ("declined to be identified by name", ANONYMOUS),
        ("did not want his identity revealed", ANONYMOUS),
        ("wished to remain anonymous", ANONYMOUS),
        ("asked to be identified only by his first name", ANONYMOUS),
        ("refused to give his name", ANONYMOUS),
        ("requested anonymity", ANONYMOUS),
        ("preferred to stay unnamed", ANONYMOUS),
        None,  # "did not ask to remain anonymous"
        None,  # the officer's refusal to give somebody's name
        None,  # the family's wish for somebody's name
        None,
        None,
        None,
        ("wanted to be called by a pseudonym", ANONYMOUS),
    ),
    "terms-grants": (
        ("granted anonymity", ANONYMOUS),
        ("were granted anonymity", ANONYMOUS),
        ("gave them anonymity", ANONYMOUS),
        ("offers ease and anonymity", ANONYMOUS),  # nobody's who speaks: its holder is no speaker
        None,  # a noun is no pronoun: the widow is named or not elsewhere
    ),
    "terms-names": (
        ("whose name is being withheld", ANONYMOUS),
        ("naming him", ANONYMOUS),
        ("is not being identified", ANONYMOUS),
        ("would not be quoted by name", ANONYMOUS),
        ("could not be named", ANONYMOUS),
        None,  # "could not be identified" is nobody's wish
        None,
        None,  # "has not been named": by whom, nobody says
    ),
    "terms-authority": (
        ("was not authorized to speak", ANONYMOUS),
        ("not authorized to discuss", ANONYMOUS),
        ("wasn’t allowed to give", ANONYMOUS),
        ("lacked permission to speak", ANONYMOUS),
        ("had been barred from talking", ANONYMOUS),
        ("not at liberty to discuss", ANONYMOUS),
        None,  # to enter
        None,  # who does not authorize forbids nobody to speak
        None,  # to give refunds
    ),
    "terms-manner": (
        ("told reporters on background", BACKGROUND),
        ("spoke not for attribution", BACKGROUND),
        ("spoke on deep background", BACKGROUND),
        ("In a background briefing", BACKGROUND),
        ("admitted off the record", OFF_RECORD),
        ("spoke anonymously", ANONYMOUS),
        ("would be quoted on the record", ANONYMOUS),
        None,  # "is not speaking, even off the record"
        None,  # checks
        None,  # an adjective
        None,  # to post is not to tell a reporter
        None,  # "on the record"
        None,  # an anonymous donor
    ),
    "terms-alike": (
        None,  # what is not clear is no clearance
        None,  # a tool
        ("spoke on condition of anonymity", ANONYMOUS),
        ("spoke on condition of anonymity", ANONYMOUS),
        ("told The Coast Herald on condition of anonymity", ANONYMOUS),
    ),
    "terms-called": (
        ("spoke for attribution only as a Coast official", BACKGROUND),
        ("wanted to be identified only as a teacher at the port", ANONYMOUS),
        ("asked not to be identified", ANONYMOUS),
        ("was not named", ANONYMOUS),  # terms for the reason alone
        ("speaking on condition of anonymity", ANONYMOUS),
        ("asked to be identified only by his first name", ANONYMOUS),
        ("asked not to be identified", ANONYMOUS),
        ("asked not to be named", ANONYMOUS),
    ),
    "terms-quoted": (None, None),
}
ROWS = [(parse, i, row) for parse, rows in SENTENCES.items() for i, row in enumerate(rows)]


@pytest.mark.parametrize(("parse", "sentence", "expected"), ROWS, ids=[f"{parse}-{i + 1}" for parse, i, _ in ROWS])
def test_terms_are_found_and_what_looks_like_them_is_not(document, parse, sentence, expected):
    """Every formula is found as its words stand, whatever frame it has; its look-alikes are not."""
    parsed = document(parse)
    home = parsed.sentences[sentence]
    found = [terms for terms in find_terms(parsed) if home.first <= terms.anchor <= home.last]

    assert [(parsed.slice(t.first, t.last), t.status) for t in found] == ([expected] if expected else [])


FLAT = ("terms-conditions", "terms-wishes", "terms-names", "terms-authority")


@pytest.mark.parametrize("parse", FLAT)
def test_terms_are_found_without_a_tree(document, parse):
    """What a small parser gets wrong costs few formulas: with no tree at all, nearly all are still found."""
    parsed = document(parse)
    words = tuple(evolve(w, head=w.index - 1 if w.index else NO_CUE, deprel="dep") for w in parsed.words)
    flat = Document(parsed.text, words, parsed.sentences)
    wanted = {i for i, row in enumerate(SENTENCES[parse]) if row}
    found = {flat.sentence_of(terms.anchor).index for terms in find_terms(flat)}

    assert len(wanted & found) >= len(wanted) - 1


@pytest.mark.parametrize("lemma", ["", "same"])
def test_terms_are_found_without_lemmas(document, lemma):
    """A lemmatizer that leaves words as they stand hides no formula."""
    parsed = document("terms-wishes")
    words = tuple(evolve(w, lemma=w.text.lower() if lemma else "") for w in parsed.words)
    found = find_terms(Document(parsed.text, words, parsed.sentences))

    assert [parsed.sentence_of(t.anchor).index for t in found] == [
        parsed.sentence_of(t.anchor).index for t in find_terms(parsed)
    ]
