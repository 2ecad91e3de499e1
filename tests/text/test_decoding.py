"""From bytes to text: byte order marks, wrong encodings, files of other kinds."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution import ArticleError
from attribution.text.decoding import decode

WORDS = "“No,” said José.\r\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (WORDS.encode("utf-8"), None),
        (WORDS.encode("utf-8-sig"), None),
        (WORDS.encode("utf-8-sig"), "utf-8"),
        (WORDS.encode("utf-16"), None),
        (b"\xfe\xff" + WORDS.encode("utf-16-be"), None),
        (WORDS.encode("utf-32"), None),
        (WORDS.encode("cp1252"), "cp1252"),
        (WORDS.encode("utf-16-le"), "utf-16-le"),
    ],
)
def test_text_is_that_of_the_file(data, encoding):
    """Text comes out as it was written, line ends as they are, without a byte order mark."""
    assert decode(data, "a.txt", encoding) == WORDS


@pytest.mark.parametrize(
    ("data", "encoding", "message"),
    [
        (WORDS.encode("cp1252"), None, r"a\.txt: is not UTF-8: byte 0x93 at offset 0 .* encoding="),
        (b"Jos\xe9 said", None, r"a\.txt: is not UTF-8: byte 0xe9 at offset 3"),
        (b"Jos\xe9 said", "ascii", r"is not ASCII: byte 0xe9 at offset 3"),
        (b"Jose said", "latin-99", r"'latin-99', which is no encoding"),
        (WORDS.encode("utf-16-le")[:-1], "utf-16-le", r"is not UTF-16-LE"),
        ("Jose said no.".encode("utf-16-le"), None, r"NUL at every other byte.*utf-16-le"),
        (bytes(range(1, 9)) * 100, None, r"is binary: 800 of its first 800 characters"),
        (b"%PDF-1.7\n%\xe2\xe3", None, r"is a PDF file, not text; convert it"),
        (b"PK\x03\x04\x14\x00", None, r"is a Word, e-book or ZIP file"),
        (b"\x89PNG\r\n\x1a\n", None, r"is an image"),
        (b"{\\rtf1\\ansi", None, r"is an RTF file"),
    ],
)
def test_what_is_no_text_is_refused_with_a_remedy(data, encoding, message):
    """The message names the file, what is wrong at which byte, and what to do."""
    with pytest.raises(ArticleError, match=message):
        decode(data, "a.txt", encoding)


def test_a_few_control_characters_are_text():
    """A damaged text is still read, its offsets as they are."""
    assert (
        decode(b"He said no.\x00\x07 She left the room at once.", "a.txt")
        == "He said no.\0\a She left the room at once."
    )


@given(data=st.binary())
def test_any_bytes_are_text_or_our_error(data):
    """No bytes make anything but a text or an error of the library's own."""
    with suppress(ArticleError):
        assert isinstance(decode(data, "a.txt"), str)
