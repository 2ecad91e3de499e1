"""Every error that the library raises on purpose: what was given, and what to do.

Each is an `AttributionError` and also the builtin that a caller would catch without knowing the library.
"""


class AttributionError(Exception):
    """The root of the library's errors."""


class ModelError(AttributionError, OSError):
    """A model's file is missing, damaged or of another kind than its place says."""

    def __init__(self, file: str, problem: str, remedy: str) -> None:
        super().__init__(file, problem, remedy)
        self.file, self.problem, self.remedy = file, problem, remedy

    def __str__(self) -> str:
        return f"the model file {self.file} {self.problem}; {self.remedy}"


class ArticleError(AttributionError, ValueError):
    """What was given cannot be read as an article."""

    def __init__(self, name: str, problem: str, remedy: str) -> None:
        super().__init__(name, problem, remedy)
        self.name, self.problem, self.remedy = name, problem, remedy

    def __str__(self) -> str:
        return f"{self.name}: {self.problem}; {self.remedy}"


class ArticleFileError(ArticleError, OSError):
    """A file that should hold an article is missing or cannot be opened."""


class MissingExtraError(AttributionError, ImportError):
    """What was asked for needs a package that is installed only on request."""

    def __init__(self, task: str, package: str, extra: str) -> None:
        super().__init__(task, package, extra)
        self.task, self.package, self.extra = task, package, extra

    def __str__(self) -> str:
        return f'{self.task} needs {self.package}; install it with: pip install "claim-attribution[{self.extra}]"'


class ConlluError(AttributionError, ValueError):
    """A CoNLL-U text breaks the format."""

    def __init__(self, line: int, problem: str) -> None:
        super().__init__(line, problem)
        self.line, self.problem = line, problem

    def __str__(self) -> str:
        return f"line {self.line}: {self.problem}; see universaldependencies.org/format.html"


class PipelineError(AttributionError, ValueError):
    """A Stanza pipeline lacks something that the library needs of it."""

    def __init__(self, problem: str, remedy: str) -> None:
        super().__init__(problem, remedy)
        self.problem, self.remedy = problem, remedy

    def __str__(self) -> str:
        return f"{self.problem}; {self.remedy}"


class CorpusError(AttributionError):
    """A corpus cannot do what was asked of it."""


class CorpusFileError(CorpusError, OSError):
    """A corpus file cannot be opened, read or written."""

    def __init__(self, file: str, problem: str, remedy: str) -> None:
        super().__init__(file, problem, remedy)
        self.file, self.problem, self.remedy = file, problem, remedy

    def __str__(self) -> str:
        return f"the corpus file {self.file} {self.problem}; {self.remedy}"


class CorpusDamagedError(CorpusError, ValueError):
    """A file is no corpus, or a part of it is not what was written."""

    def __init__(self, file: str, problem: str) -> None:
        super().__init__(file, problem)
        self.file, self.problem = file, problem

    def __str__(self) -> str:
        remedy = "open a copy from a backup, or add its articles to a new file"
        return f"the corpus file {self.file}: {self.problem}; {remedy}"


class CorpusVersionError(CorpusError, ValueError):
    """A newer release of the library wrote the corpus file."""

    def __init__(self, file: str, found: int, known: int) -> None:
        super().__init__(file, found, known)
        self.file, self.found, self.known = file, found, known

    def __str__(self) -> str:
        return (
            f"the corpus file {self.file} has format {self.found}, and this release knows {self.known}; "
            "upgrade with: pip install --upgrade claim-attribution"
        )


class UnknownIdError(AttributionError, KeyError):
    """Nothing of this kind has this id or name, or several have the name; `near` are those that may be meant."""

    def __init__(self, kind: str, id: str, known: int, near: tuple[str, ...] = ()) -> None:
        super().__init__(kind, id, known, near)
        self.kind, self.id, self.known, self.near = kind, id, known, near

    def __str__(self) -> str:
        if self.near:
            return f"no single {self.kind} is called {self.id!r}; perhaps one of {', '.join(map(repr, self.near))}"
        return f"no {self.kind} has the id {self.id!r} among {self.known}; take the id from an answer or a graph's node"


class DayError(AttributionError, ValueError):
    """What was given as a day is none."""

    def __init__(self, given: str) -> None:
        super().__init__(given)
        self.given = given

    def __str__(self) -> str:
        return f"{self.given!r} is no day; give a datetime.date or text such as '2021-05-14'"


class UnknownFormatError(AttributionError, ValueError):
    """No export or import has this name or file ending, or it cannot do with what was given."""

    def __init__(self, given: str, problem: str, known: tuple[str, ...]) -> None:
        super().__init__(given, problem, known)
        self.given, self.problem, self.known = given, problem, known

    def __str__(self) -> str:
        return f"{self.given!r} {self.problem}; the formats are {', '.join(self.known)}"


class GraphFileError(AttributionError, OSError, ValueError):
    """A file with a graph or its rows cannot be read or written."""

    def __init__(self, file: str, problem: str, remedy: str) -> None:
        super().__init__(file, problem, remedy)
        self.file, self.problem, self.remedy = file, problem, remedy

    def __str__(self) -> str:
        return f"the file {self.file} {self.problem}; {self.remedy}"


class QuestionError(CorpusError, ValueError):
    """A question cannot be answered as it was put."""

    def __init__(self, given: str, remedy: str) -> None:
        super().__init__(given, remedy)
        self.given, self.remedy = given, remedy

    def __str__(self) -> str:
        return f"cannot answer {self.given}; {self.remedy}"
