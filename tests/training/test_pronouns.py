"""Fitting whom a pronoun means: what is read of annotated coreference, and that annotated parties win."""

import gzip

import numpy as np
import pytest
from attrs import asdict

from attribution.document.pipeline import load_pipeline
from attribution.statements.speakers.party import Party
from attribution.statements.speakers.pronouns import shipped_weights
from attribution.statements.statement import SpeakerKind
from attribution.training.pronouns import BY_HAND, NAMES, Example, examples_in, fit, read_coreference, score

COREFERENCE = """\
# newdoc id = harbor
# newpar
# text = Nadia Roe met the mayor of Port Aldo.
1	Nadia	Nadia	PROPN	_	_	3	nsubj	_	Entity=(1
2	Roe	Roe	PROPN	_	_	1	flat	_	Entity=1)
3	met	meet	VERB	_	_	0	root	_	_
4	the	the	DET	_	_	5	det	_	Entity=(2
5	mayor	mayor	NOUN	_	_	3	obj	_	_
6	of	of	ADP	_	_	8	case	_	_
7	Port	Port	PROPN	_	_	8	compound	_	Entity=(3
8	Aldo	Aldo	PROPN	_	_	5	nmod	_	Entity=3)2)|SpaceAfter=No
9	.	.	PUNCT	_	_	3	punct	_	_

# newpar
# text = She didn't stay.
1	She	she	PRON	_	_	4	nsubj	_	Entity=(1)
2-3	didn't	_	_	_	_	_	_	_	_
2	did	do	AUX	_	_	4	aux	_	_
3	n't	not	PART	_	_	4	advmod	_	_
4	stay	stay	VERB	_	_	0	root	_	SpaceAfter=No
5	.	.	PUNCT	_	_	4	punct	_	_

# newdoc id = second
# newpar
# text = It closed.
1	It	it	PRON	_	_	2	nsubj	_	_
2	closed	close	VERB	_	_	0	root	_	SpaceAfter=No
3	.	.	PUNCT	_	_	2	punct	_	_
"""


@pytest.fixture
def texts(tmp_path):
    path = tmp_path / "coref.conll.gz"
    path.write_bytes(gzip.compress(COREFERENCE.encode()))
    return read_coreference(path)


def test_coreference_is_read_with_its_places(texts):
    """Mentions inside mentions, words of one token and paragraphs keep their characters."""
    harbor, second = texts

    assert harbor.text == "Nadia Roe met the mayor of Port Aldo.\n\nShe didn't stay."
    assert {number: [span.of(harbor.text) for span in spans] for number, spans in harbor.entities.items()} == {
        1: ["Nadia Roe", "She"],
        2: ["the mayor of Port Aldo"],
        3: ["Port Aldo"],
    }
    assert (second.text, second.entities) == ("It closed.", {})


def test_a_pronoun_is_met_with_who_may_be_meant(texts):
    """*She* may be Roe or the mayor; the annotation tells that it is Roe."""
    (document,) = load_pipeline().annotate([texts[0].text])

    (example,) = examples_in(texts[0], document)

    assert example.features.shape == (len(example.parties), len(NAMES))
    assert [party.name for party in example.parties] == ["", "Nadia Roe"]
    assert example.right.tolist() == [False, True]


def test_what_annotators_mean_wins():
    """Where the party mentioned last is always meant, its weight grows until it wins, and nothing else changes."""
    parties = (Party(kind=SpeakerKind.PERSON), Party(kind=SpeakerKind.PERSON))
    features = np.zeros((2, len(NAMES)))
    features[0, NAMES.index("named")] = 1.0
    features[1, NAMES.index("recent")] = 1.0
    examples = [Example(features=features, right=np.array([False, True]), parties=parties)] * 400

    fitted = fit(examples)

    assert score(examples, BY_HAND)[0] == 0.0
    assert score(examples, fitted) == (100.0, 100.0)
    moved = {name for name in NAMES if abs(getattr(fitted, name) - getattr(BY_HAND, name)) > 1e-6}
    assert moved == {"named", "recent"}


def test_the_weights_that_ship_are_fitted():
    """They keep the signs that were set by hand, where those were sure of them."""
    shipped, by_hand = asdict(shipped_weights()), asdict(BY_HAND)

    assert shipped != by_hand
    assert all(shipped[name] * by_hand[name] > 0 for name in NAMES if abs(by_hand[name]) >= 0.5)
