"""The commands and their options; each names the function that runs it, whose module is imported when it does."""

import argparse
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence
from importlib import import_module
from textwrap import fill
from typing import TypeAlias

from attribution.command.explanations import (
    BEGIN,
    CORPUS,
    EXPORTED,
    ORGANIZATION,
    SOURCE,
    STATUS,
    VOICES,
    WHO_SAID,
)
from attribution.command.usage import AsWritten, Parser, chance, day, number
from attribution.command.version import ShowVersion
from attribution.statements.formats import FORMATS
from attribution.statements.statement import AuthorizationStatus, Stance

Commands: TypeAlias = "argparse._SubParsersAction[Parser]"


def parser() -> ArgumentParser:
    """Return the parser of the whole command line; each command has the function that runs it as `run`."""
    top = Parser(
        prog="attribution",
        description="Who said what in the news, on what terms.",
        epilog=BEGIN,
        formatter_class=AsWritten,
    )
    top.add_argument("--version", action=ShowVersion, nargs=0, help="show the version and leave")
    commands = top.add_subparsers(required=True, title="commands", metavar="COMMAND")
    _read(commands)
    _corpus(commands)
    _who_said(commands)
    _corroborate(commands)
    _named(commands, "source", "show a source with its statements", '"Ann Lee"', SOURCE)
    _named(commands, "organization", "show an organization with what is said for it", '"Coast Guard"', ORGANIZATION)
    _listed(commands, "sources", "list who speaks, across articles")
    _claims(commands)
    _listed(commands, "contradictions", "list the claims on which sources disagree")
    _listed(commands, "copies", "list articles that are versions of one text")
    _report(commands)
    _draw(commands)
    _export(commands)
    return top


def _later(module: str, name: str) -> Callable[[Namespace], int]:
    """Return a command whose module is imported when it runs: `--help` waits for no numpy."""

    def run(options: Namespace) -> int:
        return int(getattr(import_module(f"attribution.command.{module}"), name)(options))

    return run


def _command(commands: Commands, name: str, help: str, example: str, more: str = "") -> ArgumentParser:
    """Add a command; `more` is what its own help says beyond the line that it has in the list of commands."""
    made: ArgumentParser = commands.add_parser(
        name,
        help=help,
        description="\n\n".join(filter(None, (f"{help[0].upper()}{help[1:]}.", fill(more, 79)))),
        epilog=f"example:\n  {example}\n\n{STATUS}",
        formatter_class=AsWritten,
    )
    made.add_argument("--json", action="store_true", help="answer in JSON")
    return made


def _files(command: ArgumentParser) -> None:
    command.add_argument(
        "paths",
        nargs="+",
        metavar="FILE",
        help="plain text, JSON lines (.jsonl), saved web page (.html), a folder of them, or - for standard input",
    )
    command.add_argument("--outlet", help="who published these articles, whatever the files say")
    command.add_argument(
        "--published", type=day, metavar="DATE", help="when these articles were published: 2026-03-02, 2026-03-02T09:20"
    )
    command.add_argument("--encoding", help="of files that are not UTF-8 and have no byte order mark")
    command.add_argument("--any-language", action="store_true", help="read texts that do not look English, too")


def _read(commands: Commands) -> None:
    more = (
        "Each statement comes with who says it, on what terms, and the words. For a spreadsheet, pandas or jq take "
        "--format jsonl; for a page with the words marked in the text, --format html. An article that cannot be read "
        "is reported, and the others are read all the same."
    )
    read = _command(commands, "read", "show the statements of articles", "attribution read truce.txt", more)
    _files(read)
    choices = ("table", *FORMATS)
    help = f"{_listed_words(choices)}; %(default)s unless told otherwise, and --json is --format json"
    read.add_argument("--format", choices=choices, default="table", metavar="FORMAT", help=help)
    read.set_defaults(run=_later("read", "read"))


def _corpus(commands: Commands) -> None:
    corpus = commands.add_parser(
        "corpus",
        help="make and look at a corpus",
        description="Make and look at a corpus: one file of many articles, which other commands ask.",
        epilog=CORPUS,
        formatter_class=AsWritten,
    )
    inside = corpus.add_subparsers(required=True, title="commands", metavar="COMMAND")
    more = (
        "The file is made where there is none. Articles that are in it already are neither read nor added again, so "
        "that a folder that grows can be added every day. Tell outlet and date where the files do not: who was first "
        "and who copied whom rest on them."
    )
    add = _command(inside, "add", "read articles into a corpus file", "attribution corpus add truce.db articles/", more)
    add.add_argument("corpus", metavar="CORPUS", help="the corpus file; made where there is none")
    _files(add)
    add.set_defaults(run=_later("corpora", "add"))
    info = _command(
        inside, "info", "show how much a corpus holds, outlet by outlet", "attribution corpus info truce.db"
    )
    _file(info)
    info.add_argument("--check", action="store_true", help="look through the whole file for damage first")
    info.set_defaults(run=_later("corpora", "info"))


def _file(command: ArgumentParser) -> None:
    command.add_argument("corpus", metavar="CORPUS", help="a file made by attribution corpus add")


def _claim(command: ArgumentParser) -> None:
    _file(command)
    command.add_argument("claim", metavar="CLAIM", help="a sentence in your own words, in quotation marks")
    command.add_argument(
        "--least", type=chance, metavar="CHANCE", help="from 0 to 1: less likely statements are left out"
    )


def _who_said(commands: Commands) -> None:
    example = 'attribution who-said truce.db "The militias will halt attacks" --since 2020-10-01'
    asked = _command(commands, "who-said", "show who said a claim, and who said the opposite", example, WHO_SAID)
    _claim(asked)
    _choice(asked, "--stance", "only who does this with the content", [member.value for member in Stance])
    _choice(asked, "--status", "only who speaks on these terms", [member.value for member in AuthorizationStatus])
    asked.add_argument("--since", metavar="DATE", help="only articles of this date or later: 2026-03-02, 2026-03")
    asked.add_argument("--until", metavar="DATE", help="only articles of this date or earlier")
    asked.add_argument("--outlet", help="only articles of this outlet")
    asked.add_argument("--source", metavar="NAME", help="only this source, by a name or an id")
    asked.add_argument("--explain", action="store_true", help="say of each answer why it is one, step by step")
    asked.set_defaults(run=_later("corpora", "who_said"))


def _choice(command: ArgumentParser, option: str, help: str, choices: Sequence[str]) -> None:
    words = f"{help}: {_listed_words(choices)}"
    command.add_argument(option, choices=choices, metavar=option.strip("-").upper(), help=words)


def _listed_words(choices: Sequence[str]) -> str:
    return f"{', '.join(choices[:-1])} or {choices[-1]}"


def _corroborate(commands: Commands) -> None:
    example = 'attribution corroborate truce.db "The militias will halt attacks"'
    asked = _command(commands, "corroborate", "show how many independent sources stand behind a claim", example, VOICES)
    _claim(asked)
    asked.set_defaults(run=_later("corpora", "corroborate"))


def _named(commands: Commands, name: str, help: str, example: str, more: str) -> None:
    asked = _command(commands, name, help, f"attribution {name} truce.db {example}", more)
    _file(asked)
    asked.add_argument("name", metavar="NAME", help="a name or an id")
    asked.set_defaults(run=_later("corpora", name))


def _listed(commands: Commands, name: str, help: str) -> None:
    listed = _command(commands, name, help, f"attribution {name} truce.db")
    _file(listed)
    listed.set_defaults(run=_later("listing", name))


def _claims(commands: Commands) -> None:
    example = 'attribution claims truce.db --about "the withdrawal of troops"'
    listed = _command(commands, "claims", "list what is claimed, most statements first", example)
    _file(listed)
    listed.add_argument("--about", metavar="TOPIC", help="only claims near these words")
    listed.set_defaults(run=_later("listing", "claims"))


def _report(commands: Commands) -> None:
    example = 'attribution report truce.db -o truce.html --claim "The militias will halt attacks"'
    report = _command(commands, "report", "write one page with claims, sources, graph and articles", example)
    _file(report)
    report.add_argument(
        "-o", "--output", metavar="FILE", help="the page; otherwise beside the corpus, named like it, ending in .html"
    )
    report.add_argument(
        "--claim",
        action="append",
        metavar="CLAIM",
        help="report on this claim, in your own words; may be given several times; else on the corpus's own claims",
    )
    report.add_argument("--title", help="the heading of the page")
    report.set_defaults(run=_later("writing", "report"))


def _draw(commands: Commands) -> None:
    example = 'attribution draw truce.db "The militias will halt attacks" truce.svg'
    more = "Needs matplotlib, which the extra pictures brings."
    draw = _command(commands, "draw", "write a picture of a claim among its sources", example, more)
    _claim(draw)
    draw.add_argument("path", metavar="FILE", help="its ending says the format: .svg, .pdf, .png")
    draw.add_argument("--timeline", action="store_true", help="when who said it, instead of who is tied to whom")
    draw.add_argument("--most", type=number(1), default=10, metavar="N", help="sources on each side (%(default)s)")
    draw.add_argument(
        "--around", type=number(0), default=0, metavar="N", help="other claims of these sources (%(default)s)"
    )
    draw.set_defaults(run=_later("writing", "draw"))


def _export(commands: Commands) -> None:
    example = "attribution export truce.db truce.graphml"
    export = _command(commands, "export", "write the graph for other programs", example, EXPORTED)
    _file(export)
    export.add_argument("path", metavar="FILE", help="the file to write")
    formats = "node-link, graphml, gexf, cytoscape, json-ld, followthemoney, csv or parquet"
    export.add_argument("--format", help=f"where the ending does not say it: {formats}")
    export.set_defaults(run=_later("writing", "export"))
