"""Imports: they point one way, and nothing heavy is imported before it is needed."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import attribution

PACKAGE = Path(attribution.__file__).parent
ORDER = ("errors", "text", "document", "statements", "graph", "corpus", "training", "command", "__init__", "__main__")
IN_TORCH = "in_torch"
HEAVY = {"onnx", "onnxruntime", "pandas", "polars", "safetensors", "stanza", "tokenizers", "torch", "trafilatura"}
MODULES = sorted(PACKAGE.rglob("*.py"))


def place_of(module: str) -> int:
    """Return where the part of the package that holds a module stands in the order."""
    parts = module.split(".")
    return ORDER.index(parts[1] if len(parts) > 1 else "__init__")


def imports_of(tree: ast.AST, *, at_run_time: bool = False) -> Iterator[str]:
    """Yield the modules that a tree imports; at run time only those that importing it brings in at once."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"line {node.lineno}: imports name the whole path"
            yield node.module or ""
        elif not at_run_time or not (is_function(node) or is_type_checking(node)):
            yield from imports_of(node, at_run_time=at_run_time)


def is_function(node: ast.AST) -> bool:
    """Tell whether a node's imports wait for a call."""
    return isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)


def is_type_checking(node: ast.AST) -> bool:
    """Tell whether a node is there for a type checker alone."""
    return isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"


@pytest.mark.parametrize("file", MODULES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_imports_point_one_way(file):
    """A folder imports only itself, the errors and the folders before it: text, document, statements, graph, corpus."""
    own = place_of(".".join(("attribution", *file.relative_to(PACKAGE).with_suffix("").parts)))
    for module in imports_of(ast.parse(file.read_text(encoding="utf-8"))):
        if module.split(".")[0] == "attribution":
            assert place_of(module) <= own, f"{module} comes after {ORDER[own]}"


@pytest.mark.parametrize("file", MODULES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_heavy_packages_wait(file):
    """Tensor runtimes and whatever takes long to import are imported inside the functions that need them.

    Training is left out: its networks are torch's own classes, and nothing imports it. What runs a network in torch is a
    table of torch's functions, and heavy itself.
    """
    if "training" in file.parts or IN_TORCH in file.parts:
        return
    found = set(imports_of(ast.parse(file.read_text(encoding="utf-8")), at_run_time=True))

    assert not {module.split(".")[0] for module in found} & HEAVY
    assert not any(IN_TORCH in module.split(".") for module in found)


def test_order_names_every_part():
    """A new part of the package has to say where it stands."""
    parts = {file.relative_to(PACKAGE).with_suffix("").parts[0] for file in MODULES}

    assert parts <= {*ORDER, "models"}
