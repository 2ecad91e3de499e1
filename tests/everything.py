"""A process that does all that the library can, and prints what asked for the network: `python -m tests.everything`.

Python tells an audit hook of every socket that connects, binds or sends, and of every name that is looked up, whoever
asks; a hook cannot be taken away again, so this is a process of its own. Each attempt is refused and remembered, for
a library may catch the refusal and say nothing.
"""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from io import StringIO
from pathlib import Path

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "docs/examples"
CLAIM = "The ferry carried more passengers than it was allowed to"
ASKS = ("socket.", "urllib.", "http.client.", "ftplib.", "smtplib.", "imaplib.", "poplib.", "nntplib.", "telnetlib.")
HARMLESS = {"socket.__new__", "socket.gethostname"}  # nothing leaves the process
COMMANDS = (
    *(("read", "--format", format, "FILE") for format in ("table", "json", "jsonl", "html", "conllu")),
    ("corpus", "add", "CORPUS", "FILE"),
    *((*command, "CORPUS") for command in (("corpus", "info"), ("sources",), ("claims",), ("contradictions",))),
    ("copies", "CORPUS"),
    *((command, "CORPUS", CLAIM) for command in ("who-said", "corroborate")),
    ("source", "CORPUS", "Helena Duarte"),
    ("organization", "CORPUS", "Iria Lines"),
    ("report", "CORPUS"),
    ("export", "CORPUS", "ferry.graphml"),
)
attempts: list[str] = []
left_out: list[str] = []


def refuse(event: str, values: tuple[object, ...]) -> None:
    """Remember and refuse what asks for the network."""
    if event.startswith(ASKS) and event not in HARMLESS and not _looks_for_ipv6(event, values):
        attempts.append(f"{event} {values[1:]!r}")
        raise PermissionError(attempts[-1])


def _looks_for_ipv6(event: str, values: tuple[object, ...]) -> bool:
    """Whether urllib3, which Stanza brings, sees on its import if the machine has IPv6; it sends nothing."""
    return event == "socket.bind" and values[1] == ("::1", 0)


@contextmanager
def if_installed() -> Iterator[None]:
    """Leave out what needs an extra that is not installed."""
    from attribution import MissingExtraError

    try:
        yield
    except MissingExtraError as error:
        left_out.append(error.package)


def in_python(folder: Path) -> None:
    """Read every kind of file, keep a corpus in a file, ask it everything, and write it in every format."""
    import attribution
    from attribution.graph.network.exchange.export import FORMATS

    pipeline = attribution.load_pipeline()
    attribution.read(EXAMPLES / "dam-inquiry.txt", pipeline=pipeline)._repr_html_()
    with if_installed():
        attribution.read(EXAMPLES / "well-water.html")
    with attribution.Corpus.open(folder / "ferry.db") as corpus:
        corpus.add_many(attribution.read_many(EXAMPLES / "ferry.jsonl"))
        corpus.explain(corpus.who_said(CLAIM)[0])
        corpus.corroboration(CLAIM)._repr_html_()
        _ = corpus.claims(), corpus.contradictions(), corpus.copies(), corpus.outlets(), corpus.sources()
        _ = corpus.graph, corpus.subgraph(since="2026-03-03")
        for name in FORMATS:
            with if_installed():
                corpus.export(folder / f"ferry.{name}", format=name)
        corpus.report(folder / "ferry.html")
        with if_installed():
            corpus.draw(CLAIM).figure.savefig(folder / "claim.svg")
            corpus.timeline(CLAIM).figure.savefig(folder / "timeline.png")


def in_the_shell(folder: Path) -> None:
    """Run every command but `draw`, whose picture is drawn in Python."""
    from attribution.command import main

    places = {
        "CORPUS": folder / "ferry.db",
        "FILE": EXAMPLES / "port-strike.txt",
        "ferry.graphml": folder / "ferry.graphml",
    }
    for command in COMMANDS:
        with redirect_stdout(StringIO()):
            status = main([str(places.get(word, word)) for word in command])
        if status:
            raise SystemExit(f"{' '.join(command)} ended with {status}")


if __name__ == "__main__":
    sys.addaudithook(refuse)
    with tempfile.TemporaryDirectory() as made:
        in_python(Path(made))
        in_the_shell(Path(made))
    print(f"without {', '.join(left_out)}" if left_out else "everything")
    print(*attempts, sep="\n")
