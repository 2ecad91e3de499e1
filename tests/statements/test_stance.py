"""Tests of what a cue does with its content."""

import pytest

from attribution.statements.cues.negation import is_negated
from attribution.statements.cues.stance import stance_of
from attribution.statements.cues.stance_lexicon import negation_words, stance_lexicon
from attribution.statements.statement import Stance

SENTENCES = [
    ("The mayor said the bridge was safe.", Stance.ASSERTS),
    ("The mayor denied that the bridge was unsafe.", Stance.DENIES),
    ("The ministry did not say whether the port would reopen.", Stance.DOUBTS),
    ("Police refused to confirm that a third man had been held.", Stance.DOUBTS),
    ("The company declined to say how many tankers it owns.", Stance.DOUBTS),
    ("Haddad asked whether the crane had been tested.", Stance.ASKS),
    ("Haddad asked the dockers to leave the pier.", Stance.DEMANDS),
    ("The union demanded that the crane be replaced.", Stance.DEMANDS),
    ("The union called for a new crane.", Stance.DEMANDS),
    ("The union called on the port to replace the crane.", Stance.DEMANDS),
    ("The governor vowed to rebuild the bridge.", Stance.PROMISES),
    ("The bank expects prices to fall next year.", Stance.PREDICTS),
    ("Many residents think the bridge is unsafe.", Stance.BELIEVES),
    ("Haddad doubts the port will reopen.", Stance.DOUBTS),
    ("The minister is not sure that the talks will resume.", Stance.DOUBTS),
    ("The admiral never said the fleet would sail.", Stance.DOUBTS),
    ("The governor dismissed reports of a strike.", Stance.DENIES),
    ("The council rejected the claim that it had paid the firm.", Stance.DENIES),
    ("The judge ordered the company to pay.", Stance.DEMANDS),
    ("Doctors warned that the fever would spread.", Stance.PREDICTS),
    ("Doctors warned that the water is not clean.", Stance.ASSERTS),
    ("Doctors warned residents not to drink the water.", Stance.DEMANDS),
    ("The envoy issued a denial that he had met the rebels.", Stance.DENIES),
    ("The envoy raised questions about the count.", Stance.DOUBTS),
    ("No official confirmed that the ship had sunk.", Stance.DOUBTS),
    ("The firm does not dispute that the crane failed.", Stance.ASSERTS),
    ("The party does not believe that the vote was fair.", Stance.DOUBTS),
    ("Economists predicted a recession.", Stance.PREDICTS),
    ("The union agreed to return to work.", Stance.PROMISES),
    ("The union agreed that the crane was old.", Stance.ASSERTS),
    ("The minister ruled out new taxes.", Stance.DENIES),
    ("The pilot was unable to say where the plane had landed.", Stance.DOUBTS),
    ("“Who paid for the crane?” Haddad said.", Stance.ASKS),
    ("The chairman is confident that the bill will pass.", Stance.BELIEVES),
    ("The chairman has no doubt that the bill will pass.", Stance.ASSERTS),
    ("The witness not only said that the car was red.", Stance.ASSERTS),
    ("The court repeated its demand that the files be opened.", Stance.DEMANDS),
    ("The group grumped that the pier was cold.", Stance.ASSERTS),
    ("The rebels threatened to burn the depot.", Stance.PROMISES),
    ("The general promised a swift reply.", Stance.PROMISES),
    ("Critics have questioned whether the firm is able to build it.", Stance.DOUBTS),
    ("The spokesman told residents to boil their water.", Stance.DEMANDS),
    ("The spokesman told reporters the water was clean.", Stance.ASSERTS),
    ("The firm stopped short of saying that the crane was unsafe.", Stance.DOUBTS),
]


@pytest.mark.parametrize(("number", "sentence", "stance"), [(i, *row) for i, row in enumerate(SENTENCES)])
def test_stance_is_what_the_cue_does(document, parts_of, number, sentence, stance):
    """Verb, noun or adjective, particle, negation and the form of the content together give the stance."""
    parsed = document("stances")
    _, cue, content = parts_of(parsed, number)

    assert parsed.slice(parsed.sentences[number].first, parsed.sentences[number].last) == sentence
    assert stance_of(parsed, cue, content) is stance


def test_stance_needs_no_content(document, parts_of):
    """Without content the cue alone decides, and without a cue the content is asserted."""
    parsed = document("stances")
    _, cue, _ = parts_of(parsed, 1)

    assert stance_of(parsed, cue) is Stance.DENIES
    assert stance_of(parsed, ()) is Stance.ASSERTS


def test_negation_is_not_found_without_a_negator(document, parts_of):
    """*not only said* is no negation, *did not say* is one."""
    parsed = document("stances")

    assert not is_negated(parsed, parts_of(parsed, 35)[1][-1])
    assert is_negated(parsed, parts_of(parsed, 2)[1][-1])


def test_lexicon_knows_the_reporting_words_of_news():
    """The lexicon has more than three hundred words, and each verb one stance only."""
    lexicon = stance_lexicon()

    assert len(lexicon.verbs) + len(lexicon.nouns) + len(lexicon.adjectives) > 300
    assert lexicon.clausal < set(lexicon.verbs)
    assert lexicon.stance("deny", "VERB") is Stance.DENIES
    assert lexicon.stance("Denial", "NOUN") is Stance.DENIES
    assert lexicon.stance("plan", "VERB") is Stance.PROMISES
    assert lexicon.stance("reject", "PROPN") is Stance.DENIES
    assert lexicon.stance("reject", "NOUN") is None
    assert lexicon.stance("pier", "NOUN") is None


def test_what_is_negated_keeps_a_stance_of_the_lexicon():
    """Every word with a stance of its own under a negation is a word of the lexicon."""
    lexicon = stance_lexicon()

    assert all(any(lexicon.stance(word, upos) for upos in ("VERB", "ADJ", "NOUN")) for word in negation_words().negated)
