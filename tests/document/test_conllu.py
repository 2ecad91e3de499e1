"""CoNLL-U: every document comes back as it was; what others write can be read."""

import pytest
from attrs import evolve
from hypothesis import example, given
from hypothesis import strategies as st

from attribution import ConlluError, Document, Sentence, Word
from attribution.document.conllu import from_conllu, to_conllu

CHARACTERS = st.one_of(
    st.sampled_from("ab_#|=\\s \t\r\n\x85\u2028\0"), st.characters(), st.characters(categories=["Cs"])
)
FORMS = st.text(CHARACTERS, min_size=1, max_size=4)
SPACES = st.one_of(st.sampled_from(["", " ", "\n\n"]), st.text(CHARACTERS, max_size=3))
TAGS = st.sampled_from(["O", "B-Person", "I-Person", "B-Organization"])
ROLES = st.sampled_from(["O", "B-source", "I-source", "B-cue", "B-content", "I-content"])


@st.composite
def documents(draw):
    """Draw a document: any characters, tokens of one or more words, heads inside sentences, cues anywhere."""
    text, words, sentences = draw(SPACES), [], []
    for _ in range(draw(st.integers(0, 3))):
        first, spans = len(words), []
        for _ in range(draw(st.integers(1, 4))):
            form = draw(FORMS)
            spans += [(len(text), len(text) + len(form))] * draw(st.sampled_from([1, 1, 1, 2, 10]))
            text += form + draw(SPACES)
        heads = st.one_of(st.just(-1), st.integers(first, first + len(spans) - 1))
        for start, end in spans:
            is_alone = spans.count((start, end)) == 1
            form = draw(st.one_of(st.just(text[start:end]), FORMS)) if is_alone else draw(FORMS)
            lemma, sure = draw(st.text(CHARACTERS, max_size=3)), draw(st.integers(0, 1000)) / 1000
            tags = {
                "upos": "NOUN",
                "head": draw(heads),
                "deprel": "nsubj:pass",
                "entity": draw(TAGS),
                "role": draw(ROLES),
            }
            words.append(Word(index=len(words), text=form, start=start, end=end, lemma=lemma, sure=sure, **tags))
        sentences.append(Sentence(len(sentences), first, len(words) - 1, draw(st.integers(0, 5))))
    cues = st.integers(-1, len(words) - 1)
    words = [evolve(word, cue=draw(cues)) for word in words]
    return Document(text, tuple(words), tuple(sentences))


@given(document=documents())
@example(document=Document("", (), ()))
@example(document=Document("\ud800\r\n", (), ()))
@example(document=Document("_", (Word(0, "_", 0, 1, ""),), (Sentence(0, 0, 0),)))
def test_documents_come_back_as_they_were(document):
    """Text, offsets, words, tags and links survive, whatever characters they hold."""
    assert from_conllu(to_conllu(document)) == document


@given(document=documents())
def test_conllu_is_lines_of_ten_columns_that_a_file_can_hold(document):
    """No character of a document breaks a line or a column, for this reader or another."""
    conllu = to_conllu(document)

    assert conllu.encode("utf-8").decode("utf-8") == conllu
    assert conllu.splitlines() == conllu.split("\n")[:-1]
    assert all(line == "" or line.startswith("# ") or line.count("\t") == 9 for line in conllu.split("\n"))


def test_frozen_parse_gives_text_and_offsets(document):
    """Text is built from forms and spacing."""
    found = document("said-after-quote")

    assert found.text == "“We will not leave,” said Amina Haddad, a spokeswoman for the Dockers’ Union.\n"
    assert all(word.text in (found.text[word.start : word.end], "’s") for word in found.words)
    assert found.slice(8, 9) == "Amina Haddad"


CONTRACTION = """\
# newdoc id = harbor
# newpar
# sent_id = harbor-1
# text = Don't go.
1-2	Don't	_	_	_	_	_	_	_	_
1	Do	do	AUX	VBP	Mood=Imp	3	aux	_	_
2	n't	not	PART	RB	_	3	advmod	_	_
3	go	go	VERB	VB	_	0	root	_	SpaceAfter=No
3.1	there	there	ADV	RB	_	_	_	_	_
4	.	.	PUNCT	.	_	3	punct	_	_

# newpar
1	No	no	INTJ	UH	_	0	root	_	_
"""


def test_treebanks_can_be_read():
    """Multi-word tokens share their characters, empty nodes stand for none, each newpar begins a paragraph."""
    found = from_conllu(CONTRACTION)

    assert found.text == "Don't go. No "
    assert [(word.start, word.end) for word in found.words] == [(0, 5), (0, 5), (6, 8), (8, 9), (10, 12)]
    assert [sentence.paragraph for sentence in found.sentences] == [0, 1]
    assert from_conllu(CONTRACTION.replace("\n", "\r\n")) == found


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("1\tNo\tno", r"line 1: a word has ten columns, this one has 3; see universaldependencies"),
        ("2\tNo\tno\tINTJ\t_\t_\t0\troot\t_\t_", r"line 1: word 2 comes where word 1 belongs"),
        ("1\tNo\tno\tINTJ\t_\t_\t7\troot\t_\t_", r"line 2: a head in sentence 1 lies outside it"),
        ("1\tNo\tno\tINTJ\t_\t_\tx\troot\t_\t_", r"line 1: invalid literal"),
        ("1\tNo\tno\tINTJ\t_\t_\t0\troot\t_\tCue=3", r"there is no word 3 in sentence 1"),
        ("1\tNo\tno\tINTJ\t_\t_\t0\troot\t_\tCue=0:1", r"line 2: a cue lies in sentence 0 of 1"),
        ("1\tNo\tno\tINTJ\t_\t_\t0\troot\t_\tCue=9:1", r"line 2: a cue lies in sentence 9 of 1"),
    ],
)
def test_what_breaks_the_format_is_named_with_its_line(line, message):
    """An error says which line and what is wrong with it."""
    with pytest.raises(ConlluError, match=message):
        from_conllu(line + "\n")
