"""From texts to documents with the models that ship, and with a Stanza pipeline of one's own."""

from pathlib import Path

import pytest

import attribution
from attribution.document.conllu import from_conllu, to_conllu
from attribution.document.from_stanza import document_of
from attribution.document.models import READER, open_reader
from attribution.document.pipeline import load_pipeline
from attribution.document.processor import NAME, register
from attribution.document.stanza_models import load_stanza
from attribution.errors import ModelError, PipelineError

SAID = "“We will not leave,” said Amina Haddad, a spokeswoman for the Dockers’ Union. The doors didn't open.\n"
LONGER = "The port will stay shut, two officials said on Monday.\n\n" + "Nobody came to work at the harbor. " * 60
EXAMPLES = sorted((Path(__file__).parents[2] / "docs" / "examples").glob("*.txt"))


@pytest.fixture(scope="module")
def pipeline():
    """Return the pipeline that ships."""
    return load_pipeline()


@pytest.fixture(scope="module")
def said(pipeline):
    """Return the document of one sentence with a quotation, and one with a contraction."""
    return pipeline.annotate([SAID])[0]


def parts(document):
    """Return the words of each role, joined."""
    roles = ("source", "cue", "content")
    return {role: " ".join(w.text for w in document.words if w.role.endswith(role)) for role in roles}


def test_roles_are_found(said):
    """The three parts of a plain attribution are the right words, all linked to the reporting verb."""
    found = parts(said)

    assert found["content"] == "“ We will not leave , ”"
    assert found["cue"] == "said"
    assert found["source"].startswith("Amina Haddad")
    assert {said.words[w.cue].text for w in said.words if w.role != "O"} == {"said"}


def test_syntax_lemmas_and_entities_are_found(said):
    """The subject hangs on its verb, the name is a person, and a contraction is two words of their own characters."""
    words = {word.text: word for word in said.words}

    assert said.words[words["Haddad"].head].text in ("Amina", "said")
    assert words["Amina"].entity == "B-Person"
    assert words["said"].lemma == "say"
    assert [said.text[w.start : w.end] for w in said.words if w.text in ("did", "n't")] == ["did", "n't"]


@pytest.mark.parametrize(
    ("text", "words"),
    [("Its walls are cracked.", ["Its", "walls"]), ("It's cracked.", ["It", "'s"]), ("ITS WALLS", ["ITS", "WALLS"])],
)
def test_its_is_one_word_and_it_is_are_two(pipeline, text, words):
    """The owner at a sentence's beginning is not taken for *it's*, as which the treebank often misspells it."""
    assert [word.text for word in pipeline.annotate([text])[0].words[:2]] == words


def test_an_entity_opens_once_in_a_token_of_two_words():
    """*Seafarers'* is one token with one tag: its second word goes on with the name."""
    from stanza.models.common.doc import Document

    text = "Seafarers' Union"
    token = {"id": (1, 2), "text": "Seafarers'", "start_char": 0, "end_char": 10, "ner": "B-ORG"}
    words = [{"id": 1, "text": "Seafarers", "head": 3}, {"id": 2, "text": "'", "head": 1}]
    last = {"id": 3, "text": "Union", "head": 0, "start_char": 11, "end_char": 16, "ner": "E-ORG"}

    made = document_of(Document([[token, *words, last]], text=text))

    assert [word.entity for word in made.words] == ["B-Organization", "I-Organization", "I-Organization"]
    assert [text[word.start : word.end] for word in made.words] == ["Seafarers", "'", "Union"]


def test_company_makes_no_difference(pipeline, said):
    """A text has one document, alone or among others."""
    among = pipeline.annotate([LONGER, SAID, "Nothing."])

    assert among[1] == said
    assert among[0] == pipeline.annotate([LONGER])[0]


def test_conllu_gives_the_same_document_back(pipeline):
    """What is written as CoNLL-U is read back equal, confidence and roles and all."""
    for document in pipeline.annotate([path.read_text(encoding="utf8") for path in EXAMPLES]):
        assert from_conllu(to_conllu(document)) == document


def test_the_reader_is_a_processor_of_stanza(said):
    """In a Stanza pipeline the reader writes what the library's own pipeline finds."""
    register()
    nlp = load_stanza(processors=f"tokenize,mwt,{NAME},lemma", reader_opened=open_reader())

    words = [word for sentence in nlp(SAID).sentences for word in sentence.words]

    assert [word.upos for word in words] == [word.upos for word in said.words]
    assert [word.deprel for word in words] == [word.deprel for word in said.words]
    assert [f"Role={w.role}" in (word.misc or "") for word, w in zip(words, said.words, strict=True)] == [
        w.role != "O" for w in said.words
    ]


def test_a_pipeline_of_ones_own_takes_the_place(said):
    """Its splitting stands; what it leaves open (here all syntax) the reader supplies."""
    own = load_pipeline(load_stanza(processors="tokenize,mwt"))

    document = own.annotate([SAID])[0]

    assert parts(document) == parts(said)
    assert [word.head for word in document.words] == [word.head for word in said.words]


def test_the_syntax_of_ones_own_pipeline_is_kept(said):
    """Parts of speech, trees and entities that a pipeline provides are not overruled; the reader adds the roles."""

    class Flat:
        """A pipeline whose every word is a noun hanging on the first, and every token a place."""

        def __init__(self):
            self.nlp = load_stanza(processors="tokenize,mwt")
            self.processors = self.nlp.processors

        def bulk_process(self, documents):
            documents = self.nlp.bulk_process(documents)
            for sentence in (s for doc in documents for s in doc.sentences):
                for number, word in enumerate(sentence.words):
                    word.upos, word.lemma = "NOUN", "thing"
                    word.head, word.deprel = (1, "dep") if number else (0, "root")
                for token in sentence.tokens:
                    token.ner = "S-GPE"
            return documents

    document = load_pipeline(Flat()).annotate([SAID])[0]

    assert {word.upos for word in document.words} == {"NOUN"}
    assert {word.lemma for word in document.words} == {"thing"}
    assert {word.head for word in document.words_of(document.sentences[0])} == {-1, 0}
    assert {word.entity for word in document.words if word.text not in ("n't", "’")} == {"B-Location"}
    assert parts(document) == parts(said)


def test_what_is_no_pipeline_is_refused():
    """Something that cannot split text is refused with a word on what to give."""
    with pytest.raises(PipelineError, match="tokenize"):
        load_pipeline(object())


@pytest.mark.parametrize("name", ["reader.onnx", "labels.json", "SHA256SUMS"])
def test_a_missing_file_is_named(tmp_path, name):
    """Each missing model file is named, with how to restore it."""
    for file in READER.iterdir():
        if file.name != name:
            (tmp_path / file.name).symlink_to(file)

    with pytest.raises(ModelError, match=f"{name}.*is missing.*reinstall"):
        load_pipeline(reader=tmp_path)


def test_a_damaged_file_is_named(tmp_path):
    """A file that is not what it was is found by its sum before anything reads it."""
    for file in READER.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes() if file.name != "labels.json" else b"{}")

    with pytest.raises(ModelError, match=r"labels\.json is damaged"):
        load_pipeline(reader=tmp_path)


def test_folders_are_named_as_text_too(tmp_path):
    """A folder is given as any path is, here one that has no models."""
    for name in ("reader", "models"):
        with pytest.raises(ModelError, match="SHA256SUMS is missing"):
            load_pipeline(**{name: str(tmp_path)})


def test_an_article_of_any_length_is_read(pipeline):
    """Words beyond any window, in one sentence without end, each keep their place in the text."""
    text = "said the mayor and " * 3000

    document = pipeline.annotate([text])[0]

    assert len(document.words) == 12000
    assert all(text[word.start : word.end] == word.text for word in document.words)


def test_read_text_puts_all_steps_together():
    """The public function gives the statement with its speaker and the terms."""
    (statement, *_rest) = attribution.read_text(SAID).statements

    assert statement.speaker.name == "Amina Haddad"
    assert statement.authorization.status is attribution.AuthorizationStatus.ON_RECORD
