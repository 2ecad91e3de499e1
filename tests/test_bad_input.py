"""Bad input through the models that ship: the right statements, or an error of ours, and offsets that are true."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attribution import ArticleError, read_text
from attribution.document.conllu import from_conllu, to_conllu
from attribution.text.span import words_of

NEWS = (
    "“We will not leave,” said Amina Haddad, a spokeswoman for the Dockers’ Union. She denied that the port was shut.\n"
)
READ = {
    "control characters": NEWS.replace(" ", "\x07 "),
    "half a surrogate pair": "\ud83d" + NEWS.replace("Dock", "\udc00Dock"),
    "direction marks": NEWS.replace("Amina", "\u202eAmina\u202c\u200f"),
    "emoji": NEWS.replace("leave", "leave 🙂👩‍👩‍👧🇳🇴"),
    "combining characters": NEWS.replace("Haddad", "Hadda\u0301d"),
    "no-break spaces": NEWS.replace(" ", "\u00a0"),
    "tabs": NEWS.replace(" ", "\t"),
    "line separators": NEWS.replace(". ", ".\u2028"),
    "carriage returns": NEWS.replace("\n", "\r") * 2,
    "Windows line ends": NEWS.replace("\n", "\r\n\r\n") * 2,
    "quotation marks of Windows": NEWS.replace("“", "\x93").replace("”", "\x94"),
    "tags": f"<p>{NEWS}</p>",
    "one line": NEWS.replace("\n", " ") * 50,
}
HOLDS_NOTHING = [
    "🙂🙂",
    "… — !!! ???",
    "a",
    "“",
    "\u200b\ufeff",
    "\0\0",
    "1 2 3 " * 20,
    "a" * 3000,
    "(" * 300,
    "\n\n.\n\n",
]
PIECES = (
    *NEWS.split(" "),
    "\0",
    "\x1b[2J",
    "\ud83d",
    "\u202e",
    "🙂",
    "\u0301",
    "\r\n",
    "\n\n",
    "\u00a0",
    "”",
    '"',
    "he said",
)


def check(text):
    """Read a text and see that everything found in it is its own."""
    article = read_text(text, check_language=False)

    assert article.text == article.document.text == text
    for statement in article.statements:
        assert statement.text == words_of(statement.content, text)
    assert from_conllu(to_conllu(article.document)) == article.document
    assert article.statements.table()
    assert article._repr_html_()
    return article


@pytest.mark.parametrize("text", READ.values(), ids=READ)
def test_statements_are_found_all_the_same(text):
    """Strange characters in a text do not hide who speaks, and stay in the words."""
    article = check(text)

    assert any("leave" in statement.text for statement in article.statements)
    assert all(statement.speaker is not None for statement in article.statements)


@pytest.mark.parametrize("text", HOLDS_NOTHING, ids=lambda text: ascii(text[:8]))
def test_what_says_nothing_gives_no_statements(text):
    """A text without sentences is read, and nothing is found in it."""
    assert len(check(text).statements) == 0


@given(text=st.lists(st.sampled_from(PIECES), min_size=1, max_size=30).map(" ".join))
@settings(deadline=None, max_examples=100)
def test_offsets_are_true_of_any_text(text):
    """Whatever stands in a text in whatever order, spans slice it to the statements' own words."""
    if text.strip():
        check(text)
    else:
        with pytest.raises(ArticleError):
            read_text(text)
