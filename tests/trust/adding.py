"""A process that adds articles and is killed, runs out of room or may not write: `python -m tests.trust.adding …`.

It needs no model: the articles are frozen parses, compared by their words. It starts once and forks for each try, so
that hundreds of kills take seconds.
"""

import os
import random
import resource
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from attribution import read_text
from attribution.corpus.corpus import Corpus
from attribution.document.conllu import from_conllu
from attribution.errors import CorpusError
from attribution.statements.article import ReadArticle
from tests.corpus.conftest import WordMatcher

PARSES = Path(__file__).parents[1] / "parses"
NAMES = ("nested", "stances", "speaker-names", "terms-officials")


class OneParse:
    """A pipeline that knows one document."""

    def __init__(self, name: str) -> None:
        self.document = from_conllu((PARSES / f"{name}.conllu").read_text(encoding="utf8"))

    def annotate(self, texts: object) -> list[object]:
        """Return the document."""
        return [self.document]


def articles(number: int) -> Iterator[ReadArticle]:
    """Yield articles of different ids with a dozen statements each or so."""
    pipelines = [OneParse(name) for name in NAMES]
    for i in range(number):
        pipeline = pipelines[i % len(pipelines)]
        text = pipeline.document.text
        yield read_text(text, title=f"Article {i}", pipeline=pipeline, check_language=False)


def in_child(work: Callable[[], None]) -> int:
    """Do some work in a forked process and return its id."""
    child = os.fork()
    if child:
        return child
    code = 1
    try:
        work()
        code = 0
    except CorpusError as error:
        print(error, flush=True)
        code = 3
    finally:
        os._exit(code)


def add(path: str, read: list[ReadArticle]) -> None:
    """Add articles to a corpus file."""
    with Corpus.open(path) as corpus:
        corpus._matcher = WordMatcher()
        corpus.add_many(read)


def killed(path: str, kills: int, seed: int) -> None:
    """Add in a child that is killed at a random moment, as often as asked; see after each that articles are whole."""
    chance, read = random.Random(seed), list(articles(40))
    expected = {article.id: len(article.statements) for article in read}
    began = time.perf_counter()
    os.waitpid(in_child(lambda: add(f"{path}.whole", read)), 0)
    whole = time.perf_counter() - began
    held = 0
    for kill in range(kills):
        if kill % 10 == 0:
            for old in Path(path).parent.glob(f"{Path(path).name}*"):
                if not old.name.endswith(".whole"):
                    old.unlink()
            held = 0
        child = in_child(lambda: add(path, chance.sample(read, len(read))))
        time.sleep(chance.uniform(0, whole / 3))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        held = check(path, expected, held)
    add(path, read)
    assert check(path, expected, held) == len(read)


def check(path: str, expected: dict[str, int], before: int) -> int:
    """See that every article in a file is there once with all its statements, and none that was there is gone."""
    with Corpus.open(path) as corpus:
        held = [article.id for article in corpus._store.articles()]
        found = dict.fromkeys(held, 0)
        for record in corpus._store.records():
            found[record.article.id] += 1
    assert len(set(held)) == len(held) >= before, (len(held), before)
    assert found == {identity: expected[identity] for identity in held}
    return len(held)


def without_room(path: str, room: int) -> None:
    """Add where no file may grow beyond a size, then see what is there."""
    read = list(articles(40))

    def work() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
        add(path, read)

    _, status = os.waitpid(in_child(work), 0)
    held = check(path, {article.id: len(article.statements) for article in read}, 1)
    print(os.waitstatus_to_exitcode(status), held)


def without_leave(path: str) -> None:
    """Add in a folder that may not be written to, as somebody without rights."""
    read = list(articles(1))

    def work() -> None:
        if os.geteuid() == 0:
            os.setuid(65534)
        add(path, read)

    _, status = os.waitpid(in_child(work), 0)
    print(os.waitstatus_to_exitcode(status))


def at_once(path: str) -> None:
    """Add the same articles in three processes at once."""
    read = list(articles(30))
    children = [in_child(lambda: add(path, read)) for _ in range(3)]
    codes = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
    held = check(path, {article.id: len(article.statements) for article in read}, 0)
    print(*codes, held)


if __name__ == "__main__":
    task, file, *numbers = sys.argv[1:]
    {"killed": killed, "room": without_room, "leave": without_leave, "once": at_once}[task](file, *map(int, numbers))
