"""Every public name is documented and typed."""

import inspect
from collections.abc import Iterator
from enum import Enum
from importlib.metadata import version

import pytest

import attribution
from attribution.corpus.answers import AnswerRow
from attribution.statements.row import Row
from attribution.statements.statement import AuthorizationStatus

NAMES = [pytest.param(getattr(attribution, name), id=name) for name in attribution.__all__]


def functions_of(value: object) -> Iterator[tuple[str, object]]:
    """Yield a function, or the public methods and properties that a class defines itself."""
    if inspect.isfunction(value):
        yield value.__name__, value
    elif inspect.isclass(value):
        for name, member in vars(value).items():
            found = member.__func__ if isinstance(member, classmethod | staticmethod) else member
            found = found.fget if isinstance(found, property) else getattr(found, "func", found)
            if inspect.isfunction(found) and not name.startswith("_"):
                yield name, found


@pytest.mark.parametrize("value", NAMES)
def test_public_names_are_documented(value):
    """A name has a docstring of its own, and so has each of its public methods."""
    assert value.__doc__
    assert value.__doc__.strip()
    assert all(inspect.getdoc(function) for _, function in functions_of(value))


@pytest.mark.parametrize("value", NAMES)
def test_public_names_are_typed(value):
    """Every argument and every result has a type, and so has every field of a value."""
    for name, function in functions_of(value):
        signature = inspect.signature(function)
        open_ones = [
            p.name for p in signature.parameters.values() if p.annotation is p.empty and p.name not in ("self", "cls")
        ]
        assert not open_ones, f"{name}: no type for {open_ones}"
        assert signature.return_annotation is not signature.empty, f"{name}: no type of the result"
    for attribute in getattr(value, "__attrs_attrs__", ()):
        assert attribute.type is not None, f"no type for the field {attribute.name}"


@pytest.mark.parametrize("value", NAMES)
def test_arguments_after_the_second_go_by_name(value):
    """A call of a function tells what its arguments are."""
    if inspect.isfunction(value):
        kinds = [parameter.kind for parameter in inspect.signature(value).parameters.values()]
        assert all(kind is inspect.Parameter.KEYWORD_ONLY for kind in kinds[2:])


def test_every_public_name_is_there():
    """What `__all__` names exists, is listed, and is sorted, constants first; what it does not name is refused."""
    assert attribution.__all__ == sorted(attribution.__all__, key=lambda name: (not name.isupper(), name))
    assert {*attribution.__all__, "__version__"} <= {*dir(attribution)}
    with pytest.raises(AttributeError, match="module 'attribution' has no attribute 'claims'"):
        attribution.claims  # noqa: B018  # the access is what fails


def test_the_version_is_that_of_the_package():
    """`attribution.__version__` is what `pip` shows."""
    assert attribution.__version__ == version("claim-attribution")


def test_columns_are_those_of_the_rows():
    """An empty frame has the columns of a full one."""
    assert (*AnswerRow.__annotations__,) == attribution.ANSWER_COLUMNS
    assert (*Row.__annotations__,) == attribution.STATEMENT_COLUMNS
    assert attribution.STATUS_COLUMNS[2:] == tuple(AuthorizationStatus)


@pytest.mark.parametrize("value", [param for param in NAMES if isinstance(param.values[0], type)])
def test_closed_choices_are_text(value):
    """A member of a closed choice is its text, for tables, JSON and graphs."""
    if issubclass(value, Enum):
        assert all(isinstance(member, str) and member == member.value for member in value)
