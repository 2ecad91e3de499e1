"""Errors: the library's own, the builtin that a caller would catch, and whole after a trip between processes."""

import pickle

import pytest

from attribution import errors
from attribution.errors import AttributionError

EXAMPLES = [
    (errors.ModelError("reader.onnx", "is missing", "reinstall the package"), OSError, "the model file reader.onnx is"),
    (errors.ArticleError("a.txt", "holds no text", "leave it out"), ValueError, "a.txt: holds no text; leave it out"),
    (
        errors.ArticleFileError("a.txt", "does not exist", "check the name"),
        OSError,
        "a.txt: does not exist; check the name",
    ),
    (
        errors.MissingExtraError("reading pages", "trafilatura", "web"),
        ImportError,
        'pip install "claim-attribution[web]"',
    ),
    (errors.ConlluError(3, "has no columns"), ValueError, "line 3: has no columns; see"),
    (errors.UnknownIdError("claim", "claim:1f", 3), KeyError, "no claim has the id 'claim:1f' among 3; take the id"),
    (
        errors.UnknownIdError("source", "Duarte", 9, ("Helena Duarte",)),
        KeyError,
        "no single source is called 'Duarte'; perhaps one of 'Helena Duarte'",
    ),
    (errors.DayError("yesterday"), ValueError, "'yesterday' is no day; give a datetime.date or text such as"),
    (
        errors.UnknownFormatError("xlsx", "is no format", ("csv", "gexf")),
        ValueError,
        "'xlsx' is no format; the formats are csv, gexf",
    ),
    (
        errors.GraphFileError("a.gexf", "is no XML", "export it anew"),
        OSError,
        "the file a.gexf is no XML; export it anew",
    ),
    (errors.CorpusError("no"), AttributionError, "no"),
    (errors.CorpusFileError("c.db", "is not there", "make it"), OSError, "the corpus file c.db is not there; make it"),
    (errors.CorpusDamagedError("c.db", "is no corpus"), ValueError, "c.db: is no corpus; open a copy from a backup"),
    (errors.CorpusVersionError("c.db", 2, 1), ValueError, "has format 2, and this release knows 1; upgrade with"),
    (errors.QuestionError("the claim '' without a word", "pass one"), ValueError, "cannot answer the claim ''"),
    (errors.PipelineError("it has no tokenizer", "give it one"), ValueError, "it has no tokenizer; give it one"),
]


@pytest.mark.parametrize(("error", "builtin", "message"), EXAMPLES)
def test_error_says_what_and_what_to_do(error, builtin, message):
    """Each error is one of ours and a builtin, and its message has a remedy."""
    assert isinstance(error, AttributionError)
    assert isinstance(error, builtin)
    assert message in str(error)


@pytest.mark.parametrize("error", [error for error, _, _ in EXAMPLES])
def test_error_survives_pickling(error):
    """An error raised in a worker process arrives with its message and fields."""
    found = pickle.loads(pickle.dumps(error))

    assert (type(found), str(found), vars(found)) == (type(error), str(error), vars(error))


def test_every_error_is_tried_here():
    """No error class is left out of the examples above."""
    classes = {
        value for value in vars(errors).values() if isinstance(value, type) and issubclass(value, AttributionError)
    }

    assert classes - {AttributionError} <= {type(error) for error, _, _ in EXAMPLES}
