"""Model folders from nowhere good: each is refused by the name of the file, and nothing else is read or asked for."""

import builtins
import hashlib
import io
import json
import os
import shutil
import socket
from pathlib import Path

import pytest
import torch

from attribution.document.models import READER
from attribution.document.pipeline import load_pipeline
from attribution.document.reader.labels import read_labels
from attribution.document.stanza_models import ENGLISH, check_models, model_path
from attribution.errors import ModelError
from attribution.graph.matching.matcher import MATCHER, open_matcher

LABELS = json.loads((READER / "labels.json").read_text(encoding="utf8"))
RESOURCES = json.loads((ENGLISH / "resources.json").read_text(encoding="utf8"))
NESTED = "[" * 100_000 + "]" * 100_000


@pytest.fixture
def copied(tmp_path):
    """Return what copies a model folder, so that its files can be replaced."""
    return lambda folder: shutil.copytree(folder, tmp_path / "folder" / folder.name)


@pytest.fixture(autouse=True)
def watched(monkeypatch, tmp_path):
    """Refuse the network, and every opening of the one file that lies beside the folders."""
    (tmp_path / "secret.pt").write_text("secret")

    def offline(*_arguments, **_options):
        raise AssertionError("the network was reached for")

    def watch(opened):
        def watching(file, *arguments, **options):
            assert "secret" not in str(file), f"{file} was opened"
            return opened(file, *arguments, **options)

        return watching

    for name in ("connect", "connect_ex"):
        monkeypatch.setattr(socket.socket, name, offline)
    monkeypatch.setattr(socket, "getaddrinfo", offline)
    for module, name in ((builtins, "open"), (io, "open"), (os, "open")):
        monkeypatch.setattr(module, name, watch(getattr(module, name)))


def leave_out(folder, name):
    """Take a file out of a folder's list of sums."""
    lines = (folder / "SHA256SUMS").read_text().splitlines()
    (folder / "SHA256SUMS").write_text("\n".join(line for line in lines if not line.endswith(f"  {name}")))


def replace(folder, name, content):
    """Put a file into a folder, and its sum into the folder's list as if it had always been so."""
    path = folder / name
    path.write_bytes(content.encode("utf8", "surrogatepass") if isinstance(content, str) else content)
    leave_out(folder, name)
    with (folder / "SHA256SUMS").open("a") as sums:
        sums.write(f"\n{hashlib.sha256(path.read_bytes()).hexdigest()}  {name}\n")


def refused(name, says=None, **folders):
    """See that a pipeline of some folders is refused because of one file, with how to restore it."""
    with pytest.raises(ModelError, match=says) as caught:
        load_pipeline(**folders)
    (folder,) = folders.values()

    assert Path(caught.value.file) == folder / name
    assert "reinstall" in caught.value.remedy
    assert len(str(caught.value)) < 1000


SUM = "0" * 64
SUMS = {
    "parent": f"{SUM}  ../secret.pt",
    "inner parent": f"{SUM}  en/../../secret.pt",
    "absolute": f"{SUM}  /etc/hostname",
    "drive": f"{SUM}  C:secret.pt",
    "backslash": f"{SUM}  ..\\secret.pt",
    "address": f"{SUM}  https://models.example/secret.pt",
    "no name": SUM,
    "no sum": "labels.json",
    "short sum": "00  labels.json",
    "empty line": "\n\n",
    "prose": "These are the sums.",
    "not UTF-8": "\udcff\udcfe",
}


@pytest.mark.parametrize("lines", SUMS.values(), ids=SUMS)
@pytest.mark.parametrize("place", ["first", "last"])
def test_sums_lead_nowhere(copied, lines, place):
    """A list of sums that names another place, or is no such list, is refused before a file of it is read."""
    folder = copied(READER)
    held = (folder / "SHA256SUMS").read_bytes()
    added = lines.encode("utf8", "surrogateescape") + b"\n"
    (folder / "SHA256SUMS").write_bytes(added + held if place == "first" else held + added)

    refused("SHA256SUMS", "leads out of its folder|is no sum and name", reader=folder)


@pytest.mark.parametrize(
    ("shipped", "name"),
    [
        *((READER, name) for name in ("reader.onnx", "labels.json", "decoding.safetensors", "tokenizer.json")),
        *((MATCHER, name) for name in ("searcher.onnx", "scorer.onnx", "pieces.safetensors", "tokenizer.json")),
        *(
            (ENGLISH, name)
            for name in ("resources.json", *(f"en/{part}/news.pt" for part in ("tokenize", "mwt", "lemma")))
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else value.name,
)
def test_every_file_that_is_read_is_listed(copied, shipped, name):
    """A file whose sum is left out is not read, neither by the reader nor by Stanza nor by the matcher."""
    folder = copied(shipped)
    leave_out(folder, name)
    opened = {READER: load_reader, MATCHER: open_matcher, ENGLISH: load_english}[shipped]

    with pytest.raises(ModelError, match="is not listed in SHA256SUMS") as caught:
        opened(folder)
    assert Path(caught.value.file) == folder / name


def load_reader(folder):
    """Load a pipeline with the reader of a folder."""
    return load_pipeline(reader=folder)


def load_english(folder):
    """Load a pipeline with the models of Stanza's that a folder has."""
    return load_pipeline(models=folder)


def test_an_empty_list_of_sums_is_not_enough(copied):
    """No sums are no leave to read everything."""
    folder = copied(READER)
    (folder / "SHA256SUMS").write_text("")

    refused("reader.onnx", "is not listed", reader=folder)


@pytest.mark.parametrize("name", ["x" * 5000, "a\0b", "labels.json/more", "."])
def test_names_that_no_file_can_have_are_missing(copied, name):
    """Whatever the system says of a name, the error is ours."""
    folder = copied(READER)
    with (folder / "SHA256SUMS").open("a") as sums:
        sums.write(f"{SUM}  {name}\n")

    with pytest.raises(ModelError, match="is missing"):
        check_models(folder)


LABEL_FILES = {
    "nothing": "",
    "no JSON": "upos: NOUN",
    "nested without end": NESTED,
    "half a surrogate pair": json.dumps(LABELS | {"upos": ["\ud83d", *LABELS["upos"][1:]]}),
    "not UTF-8": b"\xff\xfe{}",
    "a list": "[]",
    "a number": "1e999",
    "null": "null",
    "no kinds": "{}",
    "one kind missing": json.dumps({kind: LABELS[kind] for kind in ("upos", "deprels", "roles")}),
    "another kind": json.dumps(LABELS | {"path": "../secret.pt"}),
    "text for a list": json.dumps(LABELS | {"upos": "NOUN"}),
    "an object for a list": json.dumps(LABELS | {"roles": dict.fromkeys(LABELS["roles"], 1)}),
    "numbers": json.dumps(LABELS | {"upos": list(range(17))}),
    "null among labels": json.dumps(LABELS | {"upos": [None, *LABELS["upos"][1:]]}),
    "lists among labels": json.dumps(LABELS | {"upos": [[], *LABELS["upos"][1:]]}),
    "an empty label": json.dumps(LABELS | {"upos": ["", *LABELS["upos"][1:]]}),
    "a label of two lines": json.dumps(LABELS | {"upos": ["A\tB\nC", *LABELS["upos"][1:]]}),
    "one label twice": json.dumps(LABELS | {"upos": ["NOUN"] * 17}),
    "no label": json.dumps(LABELS | {"upos": []}),
    "too few parts of speech": json.dumps(LABELS | {"upos": LABELS["upos"][1:]}),
    "too many parts of speech": json.dumps(LABELS | {"upos": [*LABELS["upos"], "WORD"]}),
    "too few roles": json.dumps(LABELS | {"roles": LABELS["roles"][1:]}),
    "other roles": json.dumps(LABELS | {"roles": [*LABELS["roles"][:6], "I-claim"]}),
    "tags of no kind": json.dumps(LABELS | {"entities": ["Person", *LABELS["entities"][1:]]}),
}


@pytest.mark.parametrize("content", LABEL_FILES.values(), ids=LABEL_FILES)
def test_labels_that_are_none_are_refused(copied, content):
    """Labels of a wrong type or number do not reach an article."""
    folder = copied(READER)
    replace(folder, "labels.json", content)

    refused("labels.json", reader=folder)


@pytest.mark.parametrize("kind", ["deprels", "entities"])
def test_weights_that_do_not_fit_the_labels_are_refused(copied, kind):
    """Where labels and weights differ in number the weights are named, for whom the labels are many."""
    folder = copied(READER)
    replace(folder, "labels.json", json.dumps(LABELS | {kind: LABELS[kind][:-1]}))

    refused("decoding.safetensors", "as the labels beside it want", reader=folder)


@pytest.mark.parametrize("name", ["reader.onnx", "decoding.safetensors", "tokenizer.json"])
@pytest.mark.parametrize("content", ["", "{}", NESTED, "\0" * 64], ids=["empty", "object", "nested", "zeros"])
def test_files_of_another_kind_are_refused(copied, name, content):
    """Whatever the libraries say of a file that is not theirs, it is named."""
    folder = copied(READER)
    replace(folder, name, content)

    refused(name, reader=folder)


def test_another_network_is_refused(copied):
    """A network that takes and gives other things is seen before the first article."""
    folder = copied(READER)
    replace(folder, "reader.onnx", (MATCHER / "scorer.onnx").read_bytes())

    refused("reader.onnx", reader=folder)


def test_a_network_that_keeps_weights_elsewhere_is_refused(copied):
    """ONNX lets weights lie in other files; none outside the folder is read."""
    onnx = pytest.importorskip("onnx", reason="pip install --group test")
    folder = copied(READER)
    model = onnx.load(folder / "reader.onnx")
    weight = next(one for one in model.graph.initializer if len(one.raw_data) > 1000)
    weight.data_location = onnx.TensorProto.EXTERNAL
    entry = weight.external_data.add()
    entry.key, entry.value = "location", "../../secret.pt"
    weight.ClearField("raw_data")
    replace(folder, "reader.onnx", model.SerializeToString())

    refused("reader.onnx", "cannot be opened", reader=folder)


def with_model(**entry):
    """Return resources in which the tokenizer's model has more to it."""
    return {"en": RESOURCES["en"] | {"tokenize": {"news": RESOURCES["en"]["tokenize"]["news"] | entry}}}


RESOURCE_FILES = {
    "alias to the parent": {"en": {"alias": "../../secret"}},
    "alias beside models": {"en": RESOURCES["en"] | {"alias": "../.."}, "../..": RESOURCES["en"]},
    "alias that is an address": {"en": {"alias": "https://models.example/en"}},
    "another language": RESOURCES | {"../..": RESOURCES["en"]},
    "no English": {"de": RESOURCES["en"]},
    "a dependency outside": with_model(dependencies=[{"model": "../..", "package": "secret"}]),
    "a dependency by its path": with_model(dependencies=[{"model": "pretrain", "package": "/etc/hostname"}]),
    "a model to fetch": with_model(url="https://models.example/secret.pt"),
    "a package outside": {"en": RESOURCES["en"] | {"tokenize": {"../../../secret": {"md5": ""}}}},
    "a package by its path": {"en": RESOURCES["en"] | {"tokenize": {"/secret": {}, "news": {}}}},
    "packages that point elsewhere": {
        "en": {
            "lang_name": "English",
            "packages": {"news": dict.fromkeys(("tokenize", "mwt", "lemma"), "../../secret")},
        }
    },
    "optional packages": {
        "en": RESOURCES["en"]
        | {"packages": {"news": RESOURCES["en"]["packages"]["news"] | {"optional": {"lemma": "../secret"}}}}
    },
    "a processor that is a path": {"en": RESOURCES["en"] | {"../../secret": {"news": {}}}},
    "a processor of text": {"en": RESOURCES["en"] | {"tokenize": "../../secret"}},
    "a model of text": {"en": RESOURCES["en"] | {"tokenize": {"news": "../../secret"}}},
    "a list": [],
    "null": None,
    "text": "https://models.example/resources.json",
    "a language of text": {"en": "../.."},
    "nothing": {},
}


@pytest.mark.parametrize("resources", RESOURCE_FILES.values(), ids=RESOURCE_FILES)
def test_resources_lead_nowhere(copied, resources):
    """Stanza's list of models may name those of the folder, and nothing else."""
    folder = copied(ENGLISH)
    replace(folder, "resources.json", json.dumps(resources))

    refused("resources.json", models=folder)


@pytest.mark.parametrize("content", ["", "en: news", NESTED, b"\xff\xfe"], ids=["empty", "prose", "nested", "bytes"])
def test_resources_that_are_no_json_are_refused(copied, content):
    """Text that is no list of models is named."""
    folder = copied(ENGLISH)
    replace(folder, "resources.json", content)

    refused("resources.json", "is no JSON", models=folder)


@pytest.mark.parametrize("processor", ["tokenize", "mwt", "lemma"])
def test_a_processor_that_is_not_listed_is_missed(copied, processor):
    """A folder that lacks one of the three models says which, even where the rest is in order."""
    folder = copied(ENGLISH)
    shutil.rmtree(folder / "en" / processor)
    name = f"en/{processor}/news.pt"
    leave_out(folder, name)
    rest = {key: value for key, value in RESOURCES["en"].items() if key != processor}
    rest["packages"] = {"news": {key: value for key, value in rest["packages"]["news"].items() if key != processor}}
    replace(folder, "resources.json", json.dumps({"en": rest}))

    refused(name, "is missing", models=folder)


def changed(processor, **changes):
    """Return the bytes of a model that ships, with other entries."""
    state = torch.load(model_path(ENGLISH, processor), weights_only=True)
    kept = io.BytesIO()
    torch.save(state | {name: change(state.get(name)) for name, change in changes.items()}, kept)
    return kept.getvalue()


class Runs:
    """Something whose reading would run a program."""

    def __reduce__(self):
        """Tell pickle to make a file."""
        return (Path.touch, (Path("ran"),))


MODELS = {
    "no model": lambda _: b"",
    "zeros": lambda _: bytes(64),
    "no settings": lambda processor: changed(processor, config=lambda _: None),
    "no weights": lambda processor: changed(processor, model=lambda _: None),
    "other sizes": lambda processor: changed(processor, config=lambda held: held | {"hidden_dim": 7, "emb_dim": 3}),
    "a language model outside": lambda processor: changed(
        processor, config=lambda held: held | {"charlm": True, "charlm_forward_file": "../secret.pt"}
    ),
    "a model to fetch": lambda processor: changed(processor, config=lambda held: held | {"bert_model": "news/bert"}),
    "vectors outside": lambda processor: changed(
        processor, config=lambda held: held | {"wordvec_file": "../secret.pt"}
    ),
    "a classifier inside": lambda processor: changed(processor, contextual=lambda _: [{"config": {"bert_model": "x"}}]),
    "a program": lambda processor: changed(processor, vocab=lambda _: Runs()),
}


@pytest.mark.parametrize("made", MODELS.values(), ids=MODELS)
@pytest.mark.parametrize("processor", ["tokenize", "mwt", "lemma"])
def test_models_lead_nowhere_and_run_nothing(copied, made, processor, monkeypatch, tmp_path):
    """A model of Stanza's is named where it is none, wants another one, or would run something."""
    monkeypatch.chdir(tmp_path)
    folder = copied(ENGLISH)
    replace(folder, f"en/{processor}/news.pt", made(processor))

    refused(f"en/{processor}/news.pt", models=folder)
    assert not (tmp_path / "ran").exists()


def test_shipped_labels_are_labels():
    """What ships passes."""
    assert {kind: list(labels) for kind, labels in read_labels(READER / "labels.json").items()} == LABELS


def test_a_folder_may_be_linked(tmp_path):
    """Some installers link the files of a package instead of copying them; such a folder is as good."""
    for file in READER.iterdir():
        (tmp_path / file.name).symlink_to(file)

    check_models(tmp_path, [tmp_path / "labels.json"])
