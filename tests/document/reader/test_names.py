"""People's names that a hyphen tore apart."""

import pytest

from attribution.document.reader.decoding import joined_names
from attribution.document.reader.pieces import NO_GAP, SPACE
from attribution.document.reader.stretch import Stretch


@pytest.mark.parametrize(
    ("words", "gaps", "entities", "joined"),
    [
        ("Louis - Michel Ito", (SPACE, NO_GAP, NO_GAP, SPACE), "B I B I", "B I I I"),
        ("Louis - Michel Ito", (SPACE, NO_GAP, NO_GAP, SPACE), "B O B I", "B I I I"),
        ("Louis - Michel Ito", (SPACE, SPACE, SPACE, SPACE), "B O B I", "B O B I"),
        ("Ito , Lee said", (SPACE, NO_GAP, SPACE, SPACE), "B O B O", "B O B O"),
        ("the - Lee plan", (SPACE, NO_GAP, NO_GAP, SPACE), "O O B O", "O O B O"),
    ],
)
def test_a_hyphen_without_spaces_joins_a_name(words, gaps, entities, joined):
    """*Louis-Michel Ito* is one man; a dash between two people parts them."""
    stretch = Stretch(words=words.split(), gaps=list(gaps), starts=[0])
    tags = [tag if tag == "O" else f"{tag}-Person" for tag in entities.split()]

    assert joined_names(tags, stretch) == [tag if tag == "O" else f"{tag}-Person" for tag in joined.split()]
