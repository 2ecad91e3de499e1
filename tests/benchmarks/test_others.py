"""The table of other tools has a row for each that is installed, and names those that are not."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="module")
def others() -> ModuleType:
    """Return the script as a module; it lies in no package."""
    spec = importlib.util.spec_from_file_location("others", Path(__file__).parent / "others.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_each_installed_tool_has_a_row(others: ModuleType) -> None:
    """Every tool reads all texts, and its row stands where it was given."""
    read: list[str] = []
    tools = [
        others.Tool(name, ("pytest",), lambda texts, name=name: lambda: read.append(name + texts[1])) for name in "ab"
    ]

    lines = others.table(tools, ["Ann spoke.", "Bob left town."])

    assert lines[0] == "| 2 articles, 5 words | words a second |"
    assert [line.split(" | ")[0] for line in lines[2:4]] == ["| a", "| b"]
    assert read == ["aBob left town."] * 3 + ["bBob left town."] * 3


def test_a_missing_tool_is_named_and_not_timed(others: ModuleType) -> None:
    """What cannot be imported has no row, and a line says what to install."""
    tools = [others.Tool("c", ("pytest", "no_such_package"), lambda texts: pytest.fail("prepared without its package"))]

    lines = others.table(tools, ["Ann spoke."])

    assert not any(line.startswith("| c") for line in lines)
    assert lines[-1] == "Left out: c; no_such_package not installed (pip install --group compare)."


def test_without_the_others_only_the_library_is_timed(others: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stanza, spaCy and textacy are all asked for by the packages they need."""
    monkeypatch.setattr(others, "find_spec", lambda package: None)
    tools = [tool._replace(prepare=lambda texts: lambda: None) for tool in others.TOOLS]

    lines = others.table(tools, ["Ann spoke."])

    assert [line.split(" | ")[0] for line in lines if line.startswith("| ")][2:] == ["| " + others.TOOLS[0].name]
    assert sum(line.startswith("Left out") for line in lines) == len(others.TOOLS) - 1
