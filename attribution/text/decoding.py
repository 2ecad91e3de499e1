"""Turn the bytes of a file into text, or say why they are none."""

import codecs

from attribution.errors import ArticleError

_MARKS = (  # the longer first: UTF-32's begins with UTF-16's
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OTHER_FORMATS = (
    (b"%PDF-", "a PDF file"),
    (b"{\\rtf", "an RTF file"),
    (b"PK\x03\x04", "a Word, e-book or ZIP file"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\x89PNG", "an image"),
    (b"GIF8", "an image"),
    (b"\xff\xd8\xff", "an image"),
)
_CONTROLS = dict.fromkeys((*range(0x09), *range(0x0E, 0x20), 0x7F))
MOST_CONTROLS = 0.05  # of the characters; a damaged text has a few control characters, a program or picture many
SAMPLE = 65_536


def encoding_of(data: bytes) -> str:
    """Return the encoding that a byte order mark at the beginning states, UTF-8 without one."""
    return next((encoding for mark, encoding in _MARKS if data.startswith(mark)), "utf-8")


def decode(data: bytes, name: str, encoding: str | None = None) -> str:
    """Return the text that the bytes of a file hold, line ends as they are, without the byte order mark.

    Raises:
        ArticleError: the bytes are another kind of file, or not in this encoding.
    """
    for signature, kind in _OTHER_FORMATS:
        if data.startswith(signature):
            raise ArticleError(name, f"is {kind}, not text", "convert it to plain text or HTML first")
    chosen = encoding or encoding_of(data)
    try:
        text = data.decode(chosen).removeprefix("\ufeff")
    except LookupError as error:
        problem = f"cannot be read as {chosen!r}, which is no encoding"
        raise ArticleError(name, problem, "docs.python.org/3/library/codecs.html lists them") from error
    except UnicodeDecodeError as error:
        raise _undecodable(error, data, name) from error
    _check_text(text, name)
    return text


def _undecodable(error: UnicodeDecodeError, data: bytes, name: str) -> ArticleError:
    found = f"is not {error.encoding.upper()}: byte 0x{data[error.start]:02x} at offset {error.start} fits nowhere"
    return ArticleError(name, found, 'pass its encoding, such as encoding="cp1252" for older Western files')


def _check_text(text: str, name: str) -> None:
    sample = text[:SAMPLE]
    controls = len(sample) - len(sample.translate(_CONTROLS))
    if controls <= MOST_CONTROLS * len(sample):
        return
    if sample.count("\0") > len(sample) // 3:
        found = "has a NUL at every other byte, as UTF-16 without a byte order mark has"
        raise ArticleError(name, found, 'pass encoding="utf-16-le" or "utf-16-be"')
    found = f"is binary: {controls} of its first {len(sample)} characters are control characters"
    raise ArticleError(name, found, "convert it to plain text first")
