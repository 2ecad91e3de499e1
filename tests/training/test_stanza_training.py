"""The recipes of the Stanza models: what they read, what they change, and that a small training goes through."""

import gzip
from random import Random

import pytest

from attribution.document.stanza_models import check_models, load_stanza
from attribution.training import lemma, mwt, tokenizer
from attribution.training.conllu import Sentence, Token, make_token, read_sentences, text_of, write_sentences
from attribution.training.news_text import collect_words, lay_out_as_news, mark_paragraphs
from attribution.training.typography import vary_typography

ROWS = {
    "She": "she PRON PRP", "He": "he PRON PRP", "Maria": "Maria PROPN NNP", "Lopez": "Lopez PROPN NNP",
    "do": "do AUX VBP", "n't": "not PART RB", "did": "do AUX VBD", "not": "not PART RB", "know": "know VERB VB",
    "left": "leave VERB VBD", "spoke": "speak VERB VBD", "to": "to ADP IN", "reporters": "reporter NOUN NNS",
    "on": "on ADP IN", "Friday": "Friday PROPN NNP", ".": ". PUNCT .", "We": "we PRON PRP", "?": "? PUNCT .",
}  # fmt: skip


def sentence(text: str, **options) -> Sentence:
    """Make a sentence of the words above; `_` before a word stands for no space, `+` divides a multi-word token."""
    tokens: list[Token] = []
    for part in text.replace("_", " _").split():
        if part[0] == "_":
            tokens[-1] = Token(tokens[-1].form, tokens[-1].words, space_after=False)
        words = []
        for form in part.lstrip("_").split("+"):
            lemma_form, upos, xpos = ROWS[form].split()
            head, relation = ("0", "root") if not tokens and not words else ("1", "dep")
            words.append(("1", form, lemma_form, upos, xpos, "_", head, relation, "_", "_"))
        tokens.append(Token("".join(word[1] for word in words), tuple(words)))
    return Sentence(tuple(tokens), **options)


TREEBANK = [
    sentence("Maria Lopez spoke to reporters on Friday_.", starts_document=True),
    sentence("We do+n't know_."),
    sentence("He did+n't know Maria Lopez_?"),
    sentence("She left"),
    sentence("She did not know_."),
]


@pytest.fixture
def treebank(tmp_path):
    """A CoNLL-U file of the sentences above, many times over, as gzip."""
    plain = tmp_path / "treebank.conllu"
    write_sentences(plain, TREEBANK * 8)
    path = tmp_path / "treebank.conllu.gz"
    path.write_bytes(gzip.compress(plain.read_bytes()))
    return path


def test_sentences_survive_writing(treebank):
    """Reading back what was written gives the same tokens, spaces and document starts."""
    found = read_sentences(treebank)[: len(TREEBANK)]

    assert [text_of(one) for one in found] == [text_of(one) for one in TREEBANK]
    assert [one.starts_document for one in found] == [one.starts_document for one in TREEBANK]
    assert [[len(token.words) for token in one.tokens] for one in found] == [
        [len(token.words) for token in one.tokens] for one in TREEBANK
    ]


def test_forms_of_multiword_tokens_follow():
    """The words of a token that gets a typographic apostrophe get it too."""
    token = TREEBANK[1].tokens[1].with_form("don’t")

    assert [word[1] for word in token.words] == ["do", "n’t"]
    with pytest.raises(ValueError, match="would not add up"):
        token.with_form("do not")


def test_news_is_the_same_for_the_same_seed():
    """Training text depends on the seed alone."""
    words = collect_words(TREEBANK)
    first, second = (lay_out_as_news(TREEBANK * 20, words, Random(7)) for _ in "12")

    assert first == second
    assert any("“" in text_of(one) for one in first)
    assert words.names == (("Maria", "Lopez"),)


def test_unfinished_sentences_end_paragraphs():
    """After *She left*, without a full stop, a paragraph nearly always begins."""
    marked = mark_paragraphs(TREEBANK * 50, Random(1))

    starts = [one.starts_paragraph for one in marked[4::5]]
    assert 0.8 < sum(starts) / len(starts) < 1
    assert not any(one.starts_paragraph for one in marked[1::5])


def test_dashes_change_with_their_spaces():
    """A dash between words is set in each style; a hyphen within a word never is."""
    words = [make_token("left", "VERB", space_after=False), make_token("—", "PUNCT", ":", space_after=False)]
    marked = Sentence((*words, make_token("She", "PRON"), make_token("-", "PUNCT", "HYPH"), make_token("He", "PRON")))

    found = {text_of(vary_typography(marked, Random(seed))) for seed in range(80)}
    assert {"left—She - He", "left — She - He", "left - She - He"} <= found


def test_lemma_entries_know_capitals_and_curly_apostrophes():
    """Forms that news writes and the treebank does not have are added with the lemma of their like."""
    counts = lemma.entries(TREEBANK)

    assert counts["n’t", "PART", "not"] == 1
    assert counts["Left", "VERB", "leave"] == 1
    assert counts["She", "PROPN", "She"] == 1


def test_small_training_makes_a_folder_that_loads(treebank, tmp_path):
    """The three commands fill one folder, and a pipeline loads from it."""
    out = tmp_path / "models"
    files = ["--train", str(treebank), "--dev", str(treebank), "--out", str(out)]
    tokenizer.main([*files, "--steps", "2", "--eval-steps", "2", "--hidden", "8"])
    mwt.main([*files, "--epochs", "1"])
    lemma.main([*files, "--epochs", "1"])

    check_models(out)
    words = load_stanza(out)("We don't know.").sentences[0].words
    assert words[0].lemma is not None
