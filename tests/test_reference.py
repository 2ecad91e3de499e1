"""The reference has an entry for everything that a caller may call or be handed."""

import inspect
import re
import typing
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

import networkx
import pytest

import attribution
from attribution.statements.row import Row
from tests.test_docs import first_column

REFERENCE = Path(__file__).parents[1] / "docs" / "reference"
PAGES = "".join(page.read_text(encoding="utf8") for page in sorted(REFERENCE.glob("*.md")))
FRAMES = (REFERENCE.parent / "how-to" / "frames.md").read_text(encoding="utf8")
DIRECTIVES = re.findall(r"^\.\. auto(?:class|function):: (\S+)$", PAGES, re.MULTILINE)
NOT_HERE = {"networkx": networkx, "Axes": object}  # what signatures name without importing it
TABLES = {Row}  # described in a table that another test compares with it


def entries() -> set[object]:
    """Return what the directives of the reference name; a name that is wrong is an error."""
    places = (name.rpartition(".") for name in DIRECTIVES)
    return {getattr(import_module(module), name) for module, _, name in places}


def functions_of(value: object) -> Iterator[Callable[..., object]]:
    """Yield a function, or the public methods and properties of a class and of those of ours that it inherits."""
    if inspect.isfunction(value):
        yield value
    for owner in inspect.getmro(value) if inspect.isclass(value) else ():
        for name, member in vars(owner).items() if owner.__module__.startswith("attribution.") else ():
            found = member.__func__ if isinstance(member, classmethod | staticmethod) else member
            found = found.fget if isinstance(found, property) else getattr(found, "func", found)
            if inspect.isfunction(found) and not name.startswith("_"):
                yield found


def classes_in(hint: object) -> Iterator[type]:
    """Yield the classes of ours that a type names: `tuple[Answer, ...] | None` names one."""
    if inspect.isclass(hint) and hint.__module__.startswith("attribution."):
        yield hint
    for part in typing.get_args(hint):
        yield from classes_in(part)


def handed_out(value: object) -> Iterator[type]:
    """Yield the classes of ours that a function returns, or that a class returns, holds or is a tuple of."""
    for function in functions_of(value):
        yield from classes_in(typing.get_type_hints(function, localns=NOT_HERE).get("return"))
    fields = {field.name for field in getattr(value, "__attrs_attrs__", ())}
    for name, hint in typing.get_type_hints(value).items() if fields else ():
        if name in fields:
            yield from classes_in(hint)
    for parent in getattr(value, "__orig_bases__", ()):
        yield from classes_in(parent)


def reachable() -> dict[type, str]:
    """Return every class that a caller may be handed, beginning with the public names, with what hands it out."""
    found: dict[type, str] = {}
    waiting = [getattr(attribution, name) for name in attribution.__all__]
    while waiting:
        value = waiting.pop()
        for one in handed_out(value):
            if one not in found and not one.__name__.startswith("_") and not inspect.isabstract(one):
                found[one] = value.__name__
                waiting.append(one)
    return found


@pytest.mark.parametrize("name", attribution.__all__)
def test_every_public_name_has_its_entry(name):
    """What can be imported stands in the reference, an error in its table of errors, columns of rows beside frames."""
    if name.endswith("_COLUMNS"):
        assert f"| `{name}` |" in FRAMES
    elif inspect.isclass(value := getattr(attribution, name)) and issubclass(value, Exception):
        assert value is attribution.AttributionError or name in first_column("reference/errors.md", "error")
    else:
        assert f"attribution.{name}" in DIRECTIVES


def test_every_value_that_is_handed_out_has_its_entry():
    """So does whatever a public function returns, and whatever stands in that."""
    found = reachable()

    assert len(found) > 20
    assert {f"{one.__name__}, from {giver}" for one, giver in found.items() if one not in entries() | TABLES} == set()


def test_nothing_has_two_entries():
    """A name with two entries would be linked to either."""
    assert len(entries()) == len(DIRECTIVES)
