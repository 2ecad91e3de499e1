"""Whom a user means by a name: with and without article and title, in any case."""

import pytest

from attribution.corpus.naming import called, only
from attribution.errors import UnknownIdError
from attribution.graph.identity.organization import Organization
from attribution.graph.identity.source import Source
from attribution.statements.statement import SpeakerKind


def source(name, *others, kind="person"):
    """Return a source with some names."""
    return Source(id=f"source:{name}", name=name, kind=SpeakerKind(kind), named=True, names=(name, *others))


SOURCES = (
    source("Ana Ruiz"),
    source("José Álvarez", "Alvarez"),
    source("Interior Ministry", kind="organization"),
    source("General Motors", kind="organization"),
    source("Mrs. Duarte"),
    source("Pedro Duarte", "Duarte"),
)
BODY = Organization(id="organization:cps", name="the Coastal Protection Service", names=("The CPS",), acronym="CPS")


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("ana ruiz", "Ana Ruiz"),
        ("Mayor Ana Ruiz", "Ana Ruiz"),
        ("jose alvarez", "José Álvarez"),
        ("the Interior Ministry", "Interior Ministry"),
        ("interior  ministry", "Interior Ministry"),
        ("General Motors", "General Motors"),
        ("Duarte", "Pedro Duarte"),
        ("source:Ana Ruiz", "Ana Ruiz"),
    ],
)
def test_who_is_meant(name, meant):
    """Articles, titles, case and accents do not matter, but who has the very name comes first."""
    assert only(name, SOURCES, "source").name == meant


@pytest.mark.parametrize("name", ["CPS", "the CPS", "The CPS", "cps"])
def test_an_organization_is_meant_without_its_article(name):
    """*The CPS* is found as *CPS*."""
    assert only(name, [BODY], "organization") is BODY


def test_a_title_alone_means_nobody():
    """*Motors* is not *General Motors*, and a name that is no name finds nothing."""
    for name in ("Motors", "the", "", "Mrs. Ruiz Duarte"):
        assert called(name, SOURCES) == ()


@pytest.mark.parametrize(
    ("name", "near"), [("Ruiz", "Ana Ruiz"), ("Mayor Ana Ruis", "Ana Ruiz"), ("the service", "Coastal Protection")]
)
def test_a_complaint_names_who_is_near(name, near):
    """Whose names share words with what was asked for is suggested, by whatever name."""
    with pytest.raises(UnknownIdError, match=near):
        only(name, [*SOURCES, BODY], "source")
