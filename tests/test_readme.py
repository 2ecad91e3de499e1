"""README is true: its examples run, and what it shows comes out."""

import re
from pathlib import Path

import pytest

import attribution

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf8")
SHOWN = [
    tuple(cell.strip() for cell in line.strip("|").split("|"))
    for line in re.search(r"\| speaker \|.*\n\|[- |]+\n((?:\|.*\n)+)", README)[1].splitlines()
]


@pytest.fixture(scope="module")
def rows():
    """Return what is found in README's article, in the columns that README shows."""
    article = attribution.read(ROOT / "docs" / "examples" / "port-strike.txt")
    names = ("speaker", "role", "status", "reason", "content")
    return [
        tuple(str(row[name]).replace("on_record", "on record") for name in names) for row in article.statements.rows()
    ]


@pytest.mark.parametrize("row", SHOWN, ids=lambda row: row[0])
def test_readme_shows_what_is_found(rows, row):
    """Each statement in README's table is one that reading its example gives."""
    assert row in rows


def test_readme_example_runs(monkeypatch, capsys, tmp_path):
    """README's Python is executed as it stands, in a folder that has the project's documents."""
    (tmp_path / "docs").symlink_to(ROOT / "docs")
    monkeypatch.chdir(tmp_path)

    names = {}
    for example in re.findall(r"```python\n(.*?)```", README, re.DOTALL):
        exec(example, names)

    assert "docs/examples/dam-inquiry.txt" in capsys.readouterr().out
    assert len(names["corpus"]) == 12
    assert "Helena Duarte" in (tmp_path / "ferry.html").read_text(encoding="utf8")


def test_readme_has_two_commands():
    """One command installs and does the main job, one installs and tests; both pin what they install."""
    commands = re.findall(r"```sh\n(.*)\n```", README)

    assert len(commands) == 2
    assert all("-c constraints.txt" in command for command in commands)
    assert (ROOT / commands[0].split()[-1]).is_file()
    assert commands[1].endswith("python -m pytest")
