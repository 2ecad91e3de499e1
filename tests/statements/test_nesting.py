"""Tests of statements inside statements."""

import pytest

from attribution.statements.nesting.nesting import nested_in

NESTED = [
    ("the union", "had told", "that workers believe the crane is unsafe", None),
    ("workers", "believe", "the crane is unsafe", 0),
    ("police", "believe", "that the fire was set on purpose", None),
    ("the coroner", "according to", "that the man had drowned", None),
    ("the minister", "had ordered", "the fleet to sail", None),
    ("the union", "claim", "that the crane had failed twice", None),
    ("letters", "alleging", "that the judge had been paid", None),
    ("The captain", "told", "that the engine was dead", None),
    ("she", "had warned", "the pier would fall", None),
    ("who", "said", "the car was red", None),
    ("the rebels", "have threatened", "to burn the depot", None),
]
MISPARSED = [
    ("the union", "had told", "that workers believe the crane is unsafe", None),
    ("the coroner", "according to", "that the man had drowned", None),
    ("the minister", "had ordered", "the fleet to sail", None),
    ("The captain", "told", "that the engine was dead", None),
    ("who", "said", "the car was red", None),
]


def found(document):
    """Return what is nested in the content of each sentence, with parents as numbers among one sentence's."""
    rows = []
    for sentence in document.sentences:
        content = [word.index for word in document.words_of(sentence) if word.role.endswith("-content")]
        for one in nested_in(document, content):
            source, cue, said = (
                " ".join(document.words[i].text for i in part if document.words[i].upos != "PUNCT")
                for part in (one.source, one.cue, one.content)
            )
            rows.append((source, cue, said, one.parent))
    return rows


def test_statements_inside_a_statement_are_found(document):
    """Verbs, *according to*, nouns, participles and relative clauses make statements inside a content."""
    assert found(document("nested")) == NESTED


def test_parsers_errors_cost_little(document):
    """Where the parser hangs the words of a clause on the reporting verb, the clause is found by its place."""
    assert found(document("nested-misparsed")) == MISPARSED


def test_what_is_no_statement_of_somebody_else_is_not_found(document):
    """The speaker's own thoughts, people in general, suppositions, questions and passives make no statement."""
    assert found(document("nested-nothing")) == []


def test_nothing_is_nested_in_nothing(document):
    """An empty content holds no statement."""
    assert nested_in(document("nested"), ()) == ()


@pytest.mark.parametrize("size", [4, 9])
def test_what_is_nested_lies_in_the_content(document, size):
    """Of a content cut short only its own words come back."""
    parsed = document("nested")
    content = tuple(range(3, 3 + size))

    assert all({*one.source, *one.cue, *one.content} <= set(content) for one in nested_in(parsed, content))
