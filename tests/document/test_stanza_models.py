"""The shipped Stanza models are whole, load offline, and damage is named with its remedy."""

import shutil
import socket

import pytest

from attribution.document.stanza_models import ENGLISH, check_models, load_stanza, model_path
from attribution.errors import ModelError


@pytest.fixture
def copied(tmp_path):
    """A copy of the shipped folder, to be damaged."""
    return shutil.copytree(ENGLISH, tmp_path / "english")


@pytest.fixture(scope="module")
def nlp():
    return load_stanza(ENGLISH, "tokenize,mwt,lemma")


def test_shipped_models_are_whole():
    """The sums in the package are those of its files."""
    check_models(ENGLISH)


def test_missing_model_is_named(copied):
    """A file that is gone is named, with a way to get it back."""
    missing = model_path(copied, "lemma")
    missing.unlink()

    with pytest.raises(ModelError, match="is missing; reinstall") as caught:
        load_stanza(copied, "tokenize,mwt,lemma")
    assert caught.value.file == str(missing)


def test_damaged_model_is_named(copied):
    """One changed byte is found before Stanza reads the file."""
    damaged = model_path(copied, "tokenize")
    content = bytearray(damaged.read_bytes())
    content[1000] ^= 1
    damaged.write_bytes(content)

    with pytest.raises(ModelError, match="is damaged"):
        load_stanza(copied, "tokenize")


def test_folder_without_models_is_no_bare_key_error(tmp_path):
    """Any folder may be given by mistake; the error is ours and an OSError."""
    with pytest.raises(OSError, match="SHA256SUMS is missing"):
        load_stanza(tmp_path)


def test_weights_hold_no_code_and_no_paths():
    """Every model is read with `weights_only=True` and says nothing of the machine it was trained on."""
    import torch

    for processor in ("tokenize", "mwt", "lemma"):
        state = torch.load(model_path(ENGLISH, processor), weights_only=True)
        assert not [value for value in state["config"].values() if isinstance(value, str) and "/" in value]
        assert not [key for key in state if "optim" in key]


def test_pipeline_loads_without_network(monkeypatch):
    """Loading opens no connection."""

    def refuse(*_args, **_options):
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)

    assert list(load_stanza(ENGLISH, "tokenize,mwt").processors) == ["tokenize", "mwt"]


@pytest.mark.parametrize(
    ("text", "upos", "lemmas"),
    [
        ("She told reporters .", "PRON VERB NOUN PUNCT", "she tell reporter ."),
        ("Officials said so .", "NOUN VERB ADV PUNCT", "official say so ."),
        ("Children have left .", "NOUN AUX VERB PUNCT", "child have leave ."),
        ("I do n't know .", "PRON AUX PART VERB PUNCT", "I do not know ."),
        ("That ’s denied .", "PRON AUX VERB PUNCT", "that be deny ."),
        ("Housing costs rose .", "PROPN NOUN VERB PUNCT", "Housing cost rise ."),
        ("Zzyzxians deregistered it .", "PROPN VERB PRON PUNCT", "Zzyzxians deregister it ."),
    ],
)
def test_lemmas(nlp, text, upos, lemmas):
    """Lemmas follow the part of speech; unknown words are spelled by the network."""
    doc = nlp.processors["lemma"]._variant._lemmatizer.lemmas(list(zip(text.split(), upos.split(), strict=True)))

    assert " ".join(doc) == lemmas


def test_document_slices_its_text(nlp):
    """A document of Stanza's holds the original text and offsets into it, multi-word tokens divided."""
    text = "“We don’t know,” Gov. Smith said.\n\nShe left."
    doc = nlp(text)

    assert doc.text == text
    assert [sentence.text for sentence in doc.sentences] == ["“We don’t know,” Gov. Smith said.", "She left."]
    assert all(text[token.start_char : token.end_char] == token.text for s in doc.sentences for token in s.tokens)
    assert [word.text for word in doc.sentences[0].words][:5] == ["“", "We", "do", "n’t", "know"]
