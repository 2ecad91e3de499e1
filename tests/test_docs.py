"""The documentation says what the code does: links, names, columns, options."""

import re
import runpy
import tomllib
from contextlib import nullcontext
from pathlib import Path
from types import SimpleNamespace

import pytest

import attribution
from attribution import errors
from attribution.command import main
from attribution.statements.row import Row

ROOT = Path(__file__).parents[1]
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page):
    """A link within the project leads to a file that is there, and to a heading in it."""
    for target, _, heading in re.findall(r"\]\((?!https?:)([^)#]*)(#?)([^)]*)\)", page.read_text(encoding="utf8")):
        file = (page.parent / target) if target else page
        assert file.exists(), target
        words = heading.replace("-", " ")  # *one-accelerator* is the anchor of *One accelerator*
        assert not heading or f"# {words}" in file.read_text(encoding="utf8").lower().replace("-", " "), target


def first_column(page, title):
    """Return the words of the first column of the table whose first column has this title."""
    table = re.search(rf"\| {title} \|.*?\n\|[- |]+\n((?:\|.*\n?)+)", (ROOT / "docs" / page).read_text(encoding="utf8"))
    return [line.split("|")[1].strip().strip("`") for line in table[1].splitlines()]


def test_every_column_is_described_in_its_place():
    """The reference lists the columns of a row, in order."""
    assert first_column("reference/rows.md", "column") == list(Row.__annotations__)


def test_every_error_is_described():
    """The reference lists every error that can be imported, with what it also is."""
    page = (ROOT / "docs/reference/errors.md").read_text(encoding="utf8")
    named = [name for name in attribution.__all__ if name.endswith("Error") and name != "AttributionError"]

    assert sorted(first_column("reference/errors.md", "error")) == sorted(named)
    for name in named:
        builtins = [base.__name__ for base in getattr(errors, name).__bases__ if base is not errors.AttributionError]
        assert re.search(rf"\| `{name}` \| {', '.join(f'`{builtin}`' for builtin in builtins)} \|", page), name


@pytest.mark.parametrize(
    ("title", "choices"),
    [
        ("status", attribution.AuthorizationStatus),
        ("kind of reason", attribution.ReasonKind),
        ("stance", attribution.Stance),
        ("channel", attribution.Channel),
        ("kind", attribution.SpeakerKind),
    ],
)
def test_every_choice_is_described(title, choices):
    """The glossary has a line for every member of a closed choice, in order."""
    assert first_column("explanation/words.md", title) == [choice.value for choice in choices]


def test_every_quotation_is_described():
    """The glossary says of each of the three ways of quoting what it is."""
    page = (ROOT / "docs/explanation/words.md").read_text(encoding="utf8")

    assert all(f"`{choice.value}`: " in page for choice in attribution.Quotation)


def test_the_picture_is_that_of_a_reading():
    """The landing page shows what the library finds today; `python docs/picture.py` draws it anew."""
    picture = runpy.run_path(str(ROOT / "docs/picture.py"))

    drawn = picture["draw"](attribution.read(picture["ARTICLE"]))

    assert drawn == picture["PICTURE"].read_text(encoding="utf8"), "run: python docs/picture.py"


COMMANDS = (
    *("read", "corpus add", "corpus info", "who-said", "corroborate", "source", "organization", "sources", "claims"),
    *("contradictions", "copies", "report", "draw", "export"),
)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_of_a_command_is_described(command, capsys):
    """The reference names every option that a command's help names, in that command's section."""
    with pytest.raises(SystemExit):
        main([*command.split(), "--help"])
    options = {*re.findall(r"--[a-z][a-z-]+", capsys.readouterr().out)} - {"--help"}
    page = (ROOT / "docs/reference/command.md").read_text(encoding="utf8")
    general, _, rest = page.partition(f"\n## {command}\n")

    assert options <= {*re.findall(r"--[a-z][a-z-]+", general.partition("\n## ")[0] + rest.partition("\n## ")[0])}


def test_the_reference_names_no_other_option(capsys):
    """What the reference calls an option is one."""
    found = {"--version"}
    for command in COMMANDS:
        with pytest.raises(SystemExit):
            main([*command.split(), "--help"])
        found |= {*re.findall(r"--[a-z][a-z-]+", capsys.readouterr().out)}
    page = (ROOT / "docs/reference/command.md").read_text(encoding="utf8")

    assert {*re.findall(r"--[a-z][a-z-]+", page)} <= found


def asked_for():
    """Return the packages that the project asks for, extras and groups among them."""
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf8"))
    groups = [*asked["project"]["optional-dependencies"].values(), *asked["dependency-groups"].values()]
    lines = [*asked["project"]["dependencies"], *(line for group in groups for line in group if isinstance(line, str))]
    return [re.match(r"[\w-]+", line)[0] for line in lines]


def test_every_dependency_is_justified():
    """Each package that the project asks for has its line in the explanation."""
    page = (ROOT / "docs/explanation/dependencies.md").read_text(encoding="utf8")

    assert all(re.search(rf"\| .*\b{name}\b.* \|", page) for name in asked_for())


def test_constraints_pin_everything_asked_for():
    """What README installs has an exact version."""
    pinned = {line.split("==")[0] for line in (ROOT / "constraints.txt").read_text().splitlines() if "==" in line}

    assert {name.replace("_", "-").lower() for name in asked_for()} <= pinned


@pytest.mark.parametrize(
    ("page", "refused"),
    [
        ('<script src="https://cdn.example/mathjax.js"></script>', True),
        ('<link rel="stylesheet" href="//fonts.example/css">', True),
        ('<a href="https://www.sphinx-doc.org/">Sphinx</a>', False),
        ('<link rel="canonical" href="https://docs.example/">', False),
        ('<script src="_static/doctools.js"></script>', False),
    ],
)
def test_pages_that_load_from_the_network_end_the_build(tmp_path, page, refused):
    """A script, style or picture from another machine is refused; a link that a reader may follow is not."""
    sphinx = pytest.importorskip("sphinx.errors", reason="pip install --group docs")
    refuse = runpy.run_path(str(ROOT / "docs/conf.py"))["refuse_network"]
    (tmp_path / "page.html").write_text(page)
    app = SimpleNamespace(builder=SimpleNamespace(format="html"), outdir=tmp_path)

    with pytest.raises(sphinx.SphinxError, match=r"page\.html") if refused else nullcontext():
        refuse(app, None)
