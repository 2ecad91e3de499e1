"""Dependencies: each has its reason on the page, pins are what is tested, and licences let the library be used anywhere.

Whether a pinned version has known faults is told by `pip-audit`, which asks the network; see docs/explanation/trust.md.
"""

import re
import tomllib
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distribution, version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf8"))
PAGE = (ROOT / "docs/explanation/dependencies.md").read_text(encoding="utf8")
PINS = {
    canonicalize_name(name): version
    for name, _, version in (
        line.partition("==") for line in (ROOT / "constraints.txt").read_text(encoding="utf8").splitlines()
    )
    if version
}
CORE = PROJECT["project"]["dependencies"]
EXTRAS = PROJECT["project"]["optional-dependencies"]
GROUPS = PROJECT["dependency-groups"]
FREE = re.compile(
    r"\b(?:apache|mit|bsd|isc|psf|python software foundation|zlib|unlicense|cc0|hpnd|mpl|mozilla)\b", re.I
)
BROUGHT_BY_STANZA = {"udtools", "udapi"}  # under the GPL; Stanza scores with them, and the page says so
OF_THE_CARD = ("nvidia-", "cuda-", "triton")
COPYLEFT = re.compile(r"\b(?:A?GPL|Affero|GNU General Public)", re.I)


def names(requirements: list[object]) -> set[str]:
    """Return the packages of a list, without what it includes of others."""
    return {canonicalize_name(Requirement(one).name) for one in requirements if isinstance(one, str)}


def rows(heading: str) -> Iterator[list[str]]:
    """Yield the cells of the table below a heading of the page, without its two first lines."""
    section = PAGE.split(f"## {heading}\n")[1].split("\n## ")[0]
    table = [line for line in section.splitlines() if line.startswith("|")]
    for line in table[2:]:
        yield [cell.strip().strip("`") for cell in line.strip("|").split("|")]


def justified(heading: str) -> set[tuple[str, str]]:
    """Return the extra or group, and the package, of each row."""
    return {(row[0], canonicalize_name(package.strip())) for row in rows(heading) for package in row[1].split(",")}


def listed(groups: dict[str, list[object]]) -> set[tuple[str, str]]:
    """Return the same pairs as the project lists them."""
    return {(group, name) for group, requirements in groups.items() for name in names(requirements)}


def test_every_dependency_has_its_reason():
    """What is always installed stands on the page with what it is for, and nothing else does."""
    assert {canonicalize_name(row[0]) for row in rows("Always")} == names(CORE)
    assert all(len(row) == 2 and row[1] for row in rows("Always"))


@pytest.mark.parametrize(("heading", "groups"), [("Extras", EXTRAS), ("To work on the library", GROUPS)])
def test_extras_and_groups_have_their_reasons(heading, groups):
    """So do the packages of every extra and group; a group that only includes others has none of its own."""
    assert justified(heading) == listed(groups)


def test_pins_fit_the_ranges():
    """Every direct dependency is pinned, at a version that the project's own range allows."""
    lists = [CORE, *EXTRAS.values(), *GROUPS.values()]
    requirements = [Requirement(one) for some in lists for one in some if isinstance(one, str)]

    missing = {one.name for one in requirements if canonicalize_name(one.name) not in PINS}
    outside = {
        str(one) for one in requirements if not one.specifier.contains(PINS.get(canonicalize_name(one.name), "0"))
    }

    assert missing == set()
    assert outside == set()


def installed(requirements: list[str], seen: set[str]) -> set[str]:
    """Return the packages that these need on this machine, directly and in turn."""
    for one in map(Requirement, requirements):
        name = canonicalize_name(one.name)
        if name in seen or (one.marker and not one.marker.evaluate({"extra": ""})):
            continue
        try:
            needs = distribution(name).requires or []
        except PackageNotFoundError:  # wanted on another platform
            continue
        seen.add(name)
        installed(needs, seen)
    return seen


@pytest.mark.parametrize("name", sorted(PINS))
def test_the_pinned_version_is_the_one_that_is_tested(name):
    """A pin that nothing was tested with is stale; README installs the tests with `-c constraints.txt`.

    A build for one kind of processor counts as the version: *2.13.0+cpu* is 2.13.0.
    """
    try:
        found = version(name)
    except PackageNotFoundError:
        pytest.skip("not installed: nothing that is installed here wants it")

    assert SpecifierSet(f"=={PINS[name]}").contains(found, prereleases=True), f"{found}, not {PINS[name]}"


def test_everything_that_comes_along_is_pinned():
    """What the dependencies need in turn has an exact version too; a graphics card's libraries come as torch says."""
    lists = [CORE, *EXTRAS.values(), *GROUPS.values()]
    found = installed([one for some in lists for one in some if isinstance(one, str)], set())

    assert len(found) > 50
    assert {name for name in found - PINS.keys() if not name.startswith(OF_THE_CARD)} == set()


def licence(name: str) -> str:
    """Return what a package's metadata say of its licence."""
    metadata = distribution(name).metadata
    said = [
        metadata.get("License-Expression", ""),
        *metadata.get_all("Classifier", []),
        metadata.get("License", "")[:200],
    ]
    return " ".join(one for one in said if "::" not in one or one.startswith("License"))


def test_licences_of_what_is_always_installed_bind_nobody():
    """Everything that the library brings along may be used in closed programs, but for what the page names."""
    told = {name: licence(name) for name in installed(CORE, set()) if not name.startswith(OF_THE_CARD)}

    assert len(told) > len(CORE)
    bound = {name for name, words in told.items() if COPYLEFT.search(words) or not FREE.search(words)}
    assert bound <= BROUGHT_BY_STANZA, {name: told[name] for name in bound}
    assert all(name in PAGE for name in BROUGHT_BY_STANZA)
