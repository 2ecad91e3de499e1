"""Texts made readable for a tokenizer."""

from hypothesis import given
from hypothesis import strategies as st

from attribution.text.readable import readable

TEXTS = st.text(alphabet=st.one_of(st.characters(), st.characters(categories=["Cc", "Cs"]), st.sampled_from("ab \n")))


def test_control_characters_become_spaces():
    """What stands for nothing becomes a space, half a character the sign for one; tabs and line ends stay."""
    assert readable("a\0b\x1bc\ud83dd\te\r\nf\x85g") == "a b c\ufffdd\te\r\nf\x85g"


@given(text=TEXTS)
def test_no_character_moves(text):
    """Offsets into the readable text are offsets into the text, and it can be encoded."""
    assert len(readable(text)) == len(text)
    assert readable(text).encode("utf-8").decode("utf-8") == readable(text)
    assert all(a == b for a, b in zip(readable(text), text, strict=True) if b.isprintable())
