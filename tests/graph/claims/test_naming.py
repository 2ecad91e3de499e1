"""What named things are, on a frozen parse."""

import pytest

from attribution.graph.claims.naming import kinds_of_things, with_kinds


def test_a_noun_before_a_name_tells_what_it_is(document):
    """*The ferry Santa Iria* is a ferry; *adviser Carla Reis* is a person and left out."""
    assert kinds_of_things(document("claims-things")) == {"Santa Iria": "ferry"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("the Santa Iria sank", "the ferry Santa Iria sank"),
        ("the ferry Santa Iria sank", "the ferry Santa Iria sank"),
        ("Ferries like the Santa Iria", "Ferries like the ferry Santa Iria"),
        ("the Santa Iria met the Santa Iria", "the ferry Santa Iria met the Santa Iria"),
        ("the bridge closed", "the bridge closed"),
    ],
)
def test_a_name_comes_with_what_it_is_once(text, told):
    """The noun stands before the first name, where the text does not say it."""
    assert with_kinds(text, {"Santa Iria": "ferry"}) == told
