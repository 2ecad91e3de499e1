"""What is given away works without the source tree: the sdist makes the wheel, the wheel alone does the main job."""

import email
import json
import os
import re
import site
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LICENCES = ("LICENSE", "NOTICE")
BUILT = {"__pycache__", ".pyc"}

pytestmark = pytest.mark.slow


def run(*command, folder):
    """Run a command in a folder, in an environment that names no source tree, and return what it prints."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        [str(part) for part in command], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def package():
    """Return the files that belong to the package, by their paths from the project's folder."""
    below = (path.relative_to(ROOT).as_posix() for path in (ROOT / "attribution").rglob("*") if path.is_file())
    return {path for path in below if not any(mark in path for mark in BUILT)}


@pytest.fixture(scope="module")
def built(package, tmp_path_factory):
    """Return the folder with the sdist, and the wheel that was made from it."""
    pytest.importorskip("build", reason="pip install --group package")
    pytest.importorskip("hatchling", reason="pip install --group package")
    folder = tmp_path_factory.mktemp("built")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT, folder=folder)
    return folder


@pytest.fixture(scope="module")
def wheel(built):
    """Return the wheel."""
    (found,) = built.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def python(wheel, tmp_path_factory):
    """Return the Python of a clean environment with the wheel, which sees what is installed here and no source tree."""
    folder = tmp_path_factory.mktemp("clean")
    run(sys.executable, "-m", "venv", "--without-pip", folder, folder=folder)
    python = folder / "bin/python"
    run(sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", "--quiet", wheel, folder=folder)
    (installed,) = (folder / "lib").glob("python*/site-packages")
    # a line of a .pth file is a folder to search after the environment's own; .pth files in there are not followed
    (installed / "here.pth").write_text("\n".join(site.getsitepackages()))
    return python


def test_the_wheel_holds_the_package_and_nothing_else(wheel, package):
    """Code, word lists and models are in the wheel; tests and documentation are not."""
    names = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}

    assert names == package


def test_licences_go_with_the_wheel(wheel):
    """The licence, and the notices of the data and the base model, are in the wheel and named in its metadata."""
    archive = zipfile.ZipFile(wheel)
    (metadata_name,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
    metadata = email.message_from_bytes(archive.read(metadata_name))

    assert metadata["License-Expression"] == "Apache-2.0"
    assert metadata.get_all("License-File") == list(LICENCES)
    for name in LICENCES:
        held = archive.read(metadata_name.replace("METADATA", f"licenses/{name}"))
        assert held == (ROOT / name).read_bytes()


def test_the_sdist_holds_what_the_project_needs(built, package):
    """Somebody who has the sdist alone can build, test and read the documentation."""
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.split("/", 1)[1] for name in archive.getnames() if "/" in name}

    assert package <= names
    assert {"pyproject.toml", "README.md", "constraints.txt", *LICENCES} <= names
    assert {"docs/index.md", "docs/conf.py", "docs/examples/ferry.jsonl", "tests/packaging/test_packages.py"} <= names
    assert not [name for name in names if any(mark in name for mark in (*BUILT, ".git/", ".hypothesis"))]


def test_the_wheel_alone_reads_an_article(python, tmp_path):
    """In a clean environment, away from the source tree, the command finds who says what."""
    (tmp_path / "article.txt").write_text((ROOT / "docs/examples/dam-inquiry.txt").read_text(encoding="utf8"))

    where = run(python, "-c", "import attribution; print(attribution.__file__)", folder=tmp_path)
    printed = run(python.parent / "attribution", "read", "article.txt", "--format", "jsonl", folder=tmp_path)

    assert Path(where.strip()).is_relative_to(python.parent.parent)
    speakers = {json.loads(line)["speaker"] for line in printed.splitlines()}
    assert {"Dario Feld", "Helene Brandt"} <= speakers


def test_the_wheel_alone_keeps_a_corpus(python, tmp_path):
    """The matcher's models are in the wheel, too: articles are added to a file, and a question is answered."""
    command = python.parent / "attribution"
    run(command, "corpus", "add", "ferry.db", ROOT / "docs/examples/ferry.jsonl", folder=tmp_path)

    answers = json.loads(
        run(command, "who-said", "ferry.db", "Nine people died when the ferry sank", "--json", folder=tmp_path)
    )

    assert "Rui Salgado" in json.dumps(answers)


def test_the_size_that_the_documentation_states_is_right(wheel):
    """The page on installing says how large the wheel is, to within a tenth."""
    page = (ROOT / "docs/how-to/install.md").read_text(encoding="utf8")
    stated = int(re.search(r"wheel is about (\d+) MB", page)[1])

    assert wheel.stat().st_size / 1e6 == pytest.approx(stated, rel=0.1)
