"""Who said what in the news, on what terms.

    article = attribution.read("truce.txt")
    article.statements

`read`, `read_text` and `read_many` give articles with their statements; the words used are explained in the
documentation's glossary.
"""

from typing import TYPE_CHECKING

from attribution.document.document import Document, Entity, Sentence, Word
from attribution.errors import (
    ArticleError,
    ArticleFileError,
    AttributionError,
    ConlluError,
    CorpusDamagedError,
    CorpusError,
    CorpusFileError,
    CorpusVersionError,
    DayError,
    GraphFileError,
    MissingExtraError,
    ModelError,
    PipelineError,
    QuestionError,
    UnknownFormatError,
    UnknownIdError,
)
from attribution.statements.article import ReadArticle
from attribution.statements.reading import read, read_many, read_text
from attribution.statements.row import COLUMNS as STATEMENT_COLUMNS
from attribution.statements.statement import (
    Authorization,
    AuthorizationStatus,
    Channel,
    Quotation,
    ReasonKind,
    Speaker,
    SpeakerKind,
    Stance,
    Statement,
)
from attribution.statements.table import Statements
from attribution.text.article import Article
from attribution.text.highlight import Mark, highlight
from attribution.text.span import Span

if TYPE_CHECKING:
    from attribution.corpus.answers import ANSWER_COLUMNS, Answer, Answers
    from attribution.corpus.corpus import Corpus
    from attribution.corpus.corroboration import CORROBORATION_COLUMNS, Corroboration
    from attribution.corpus.listings import CLAIM_COLUMNS, CONTRADICTION_COLUMNS, COPY_COLUMNS, SOURCE_COLUMNS
    from attribution.corpus.overview import OUTLET_COLUMNS
    from attribution.corpus.pictures.status import STATUS_COLUMNS
    from attribution.corpus.questions import who_said
    from attribution.document.pipeline import load_pipeline
    from attribution.graph.relation import Relation

    __version__: str

__all__ = [
    "ANSWER_COLUMNS",
    "CLAIM_COLUMNS",
    "CONTRADICTION_COLUMNS",
    "COPY_COLUMNS",
    "CORROBORATION_COLUMNS",
    "OUTLET_COLUMNS",
    "SOURCE_COLUMNS",
    "STATEMENT_COLUMNS",
    "STATUS_COLUMNS",
    "Answer",
    "Answers",
    "Article",
    "ArticleError",
    "ArticleFileError",
    "AttributionError",
    "Authorization",
    "AuthorizationStatus",
    "Channel",
    "ConlluError",
    "Corpus",
    "CorpusDamagedError",
    "CorpusError",
    "CorpusFileError",
    "CorpusVersionError",
    "Corroboration",
    "DayError",
    "Document",
    "Entity",
    "GraphFileError",
    "Mark",
    "MissingExtraError",
    "ModelError",
    "PipelineError",
    "QuestionError",
    "Quotation",
    "ReadArticle",
    "ReasonKind",
    "Relation",
    "Sentence",
    "Span",
    "Speaker",
    "SpeakerKind",
    "Stance",
    "Statement",
    "Statements",
    "UnknownFormatError",
    "UnknownIdError",
    "Word",
    "highlight",
    "load_pipeline",
    "read",
    "read_many",
    "read_text",
    "who_said",
]

# What needs numpy or more comes with its first use, so that `import attribution` stays fast: name → its module.
_COMES_LATER = {
    "ANSWER_COLUMNS": "attribution.corpus.answers",
    "CLAIM_COLUMNS": "attribution.corpus.listings",
    "CONTRADICTION_COLUMNS": "attribution.corpus.listings",
    "COPY_COLUMNS": "attribution.corpus.listings",
    "CORROBORATION_COLUMNS": "attribution.corpus.corroboration",
    "OUTLET_COLUMNS": "attribution.corpus.overview",
    "SOURCE_COLUMNS": "attribution.corpus.listings",
    "STATUS_COLUMNS": "attribution.corpus.pictures.status",
    "Answer": "attribution.corpus.answers",
    "Answers": "attribution.corpus.answers",
    "Corpus": "attribution.corpus.corpus",
    "Corroboration": "attribution.corpus.corroboration",
    "Relation": "attribution.graph.relation",
    "load_pipeline": "attribution.document.pipeline",
    "who_said": "attribution.corpus.questions",
}

if not TYPE_CHECKING:  # a type checker takes the import above and finds misspelt names

    def __getattr__(name: str) -> object:
        from importlib import import_module

        if name == "__version__":  # asked for where it is wanted: reading the package's metadata takes a while
            from attribution.command.version import installed_version

            return installed_version()
        if name not in _COMES_LATER:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(_COMES_LATER[name]), name)

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__, "__version__"})
