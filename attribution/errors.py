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
