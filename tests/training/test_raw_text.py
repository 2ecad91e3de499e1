"""What finished readings of raw text are scored by: characters, not the annotated words."""

import pytest

from attribution.document.conllu import from_conllu
from attribution.document.reader.pieces import BREAK, NO_GAP, SPACE
from attribution.training.raw_text import raw_text, score_entities, score_trees
from attribution.training.reader.data import Labelled

CREW = Labelled(
    name="crew",
    words="Dana Roe left Port Aldo . They swam .".split(),
    gaps=[BREAK, SPACE, SPACE, SPACE, SPACE, NO_GAP, BREAK, SPACE, NO_GAP],
    breakable=[True, False, False, False, False, False, True, False, False],
    upos="PROPN PROPN VERB PROPN PROPN PUNCT PRON VERB PUNCT".split(),
    heads=[2, 0, -1, 4, 2, 2, 7, -1, 7],
    deprels="nsubj flat root compound obj punct nsubj root punct".split(),
    entities="B-Person I-Person O B-Location I-Location O O O O".split(),
)
# As a library might read it: one sentence instead of two, *Port* an adjective, *Aldo* on the wrong word, *swam.* one
# word, and *Roe* alone a person.
READ = """\
1	Dana	Dana	PROPN	_	_	3	nsubj	_	_
2	Roe	Roe	PROPN	_	_	1	flat	_	NER=B-Person
3	left	leave	VERB	_	_	0	root	_	_
4	Port	port	ADJ	_	_	5	amod	_	NER=B-Location
5	Aldo	Aldo	PROPN	_	_	1	obj	_	SpaceAfter=No|NER=I-Location
6	.	.	PUNCT	_	_	3	punct	_	SpacesAfter=\\n\\n
7	They	they	PRON	_	_	8	nsubj	_	_
8	swam.	swim	VERB	_	_	3	parataxis	_	_
"""


@pytest.fixture
def read():
    _, places = raw_text(CREW)
    return [(CREW, places, from_conllu(READ))]


def test_the_text_is_laid_out_as_it_was():
    """Words have their characters in a text with its spaces and paragraphs."""
    text, places = raw_text(CREW)

    assert text == "Dana Roe left Port Aldo.\n\nThey swam."
    assert [text[start:end] for start, end in places] == CREW.words


def test_a_word_counts_by_its_characters(read):
    """Of 9 annotated and 8 found words 7 are the same; what hangs on a lost word is lost with it."""
    scores = score_trees(read)

    of = {name: round(score * (9 + 8) / 200) for name, score in scores.items() if name != "sentences begun"}
    assert of == {"words": 7, "upos": 6, "uas": 5, "las": 4}
    assert scores["sentences begun"] == pytest.approx(200 / 3)


def test_entities_count_by_their_characters(read):
    """*Port Aldo* is found, *Roe* is not *Dana Roe*."""
    assert score_entities(read) == {"entities": 50.0}
