"""A Stanza pipeline of another making takes the place of ours: its syntax and entities, our roles and statements."""

import pytest

from attribution import load_pipeline, read_text
from tests.document.small_stanza import SENTENCES, train_small

TEXT = "Maria Lopez said the Heron sank. The Heron sank, said Lopez."


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """A pipeline whose tagger, parser and finder of entities were trained on three sentences a moment ago."""
    return load_pipeline(train_small(tmp_path_factory.mktemp("small")))


def test_syntax_and_entities_come_from_the_other_pipeline(small):
    """Every part of speech, head, relation and entity is what the other models were taught, right or odd."""
    document = small.annotate([TEXT])[0]

    for sentence, taught in zip(document.sentences, SENTENCES[1:], strict=True):
        words = document.words_of(sentence)
        first = sentence.first
        assert [
            (word.text, word.upos, str(word.head - first + 1 if word.head >= 0 else 0), word.deprel) for word in words
        ] == [tuple(word[:4]) for word in taught]
    places = [document.slice(entity.first, entity.last) for entity in document.entities if entity.kind == "Location"]
    assert places == ["Heron", "Heron"]


def test_statements_are_read_from_the_other_pipeline(small):
    """The reader adds the roles, and a whole reading goes through."""
    article = read_text(TEXT, pipeline=small, check_language=False)

    assert [[span.of(TEXT) for span in s.content] for s in article.statements] == [
        ["the Heron sank"],
        ["The Heron sank"],
    ]
    assert [s.speaker.name for s in article.statements] == ["Maria Lopez", "Maria Lopez"]
