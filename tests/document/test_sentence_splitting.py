"""The shipped tokenizer, with its corrections, ends sentences where news does, at the text's own characters."""

import pytest

from attribution.document.splitting.stanza_tokenizer import Tokenizer
from attribution.document.stanza_models import ENGLISH, model_path


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return Tokenizer(model_path(ENGLISH, "tokenize"))


def cut(tokenizer: Tokenizer, text: str) -> list[str]:
    (sentences,) = tokenizer.split([text])
    return [text[sentence[0].start : sentence[-1].end] for sentence in sentences]


SPLIT = {  # each a list of sentences; joined by a space they must come apart again just so
    "plain": ["The council met on Friday.", "It voted to close the bridge."],
    "ends in a straight quotation": ['Lopez said, "The bridge is not safe."', "The council agreed."],
    "ends in a curly quotation": ["Lopez said, “The bridge is not safe.”", "The council agreed."],
    "two quotations in a row": ["“The bridge is not safe.”", "“It never was.”"],
    "quotation of two sentences": ["“The bridge is not safe.", "It never was,” Lopez said.", "She left."],
    "speaker between two quotations": ["“We will see,” Lopez said.", "“That is all I can tell you.”"],
    "question and speaker": ["“Will you pay for it?” Gov. Lopez asked.", "Nobody answered."],
    "straight question, lower case": ['"Who will pay for it?" she asked.', "Nobody answered."],
    "straight question, speech verb first": ['"Who will pay for it?" asked Maria Lopez.', "Nobody answered."],
    "exclamation": ["“No!” shouted a man at the back.", "The mayor smiled."],
    "single quotation marks": ["‘We are closed,’ the sign said.", "She read it twice."],
    "quotation within": ["“He told me, ‘Go home,’ and I went,” she said.", "That was in May."],
    "initials": ["J. K. Rowling read to the children.", "They liked it."],
    "initials without a space": ["The book by J.K. Rowling sold well.", "Shops ran out of it."],
    "middle initial": ["John F. Kennedy spoke here.", "George W. Bush came later."],
    "U.S. in mid-sentence": ["The U.S. Senate will vote on Friday.", "The House will follow."],
    "U.S. at the end": ["He has lived for ten years in the U.S.", "She moved there last year."],
    "U.S. before lower case": ["Two U.S. officials said so.", "They gave no names."],
    "D.C. at the end": ["They marched through Washington, D.C.", "The police watched."],
    "Mr.": ["Mr. Ahmed thanked Mrs. Ahmed and Dr. Khan.", "Ms. Lee did not."],
    "Gov.": ["On Monday Gov. Maria Lopez signed the bill.", "Critics were furious."],
    "Sen.": ["Two senators, Sen. Ann Lee and Sen. Bob Cruz, objected.", "The bill passed."],
    "Rep.": ["The bill was written by Rep. Ann Lee, D-Calif., and others.", "It died."],
    "Gen.": ["He met Gen. Li and Lt. Gen. Sato in Tokyo.", "They talked for an hour."],
    "Inc. in mid-sentence": ["Apple Inc. said on Tuesday it would hire 500 people.", "Its shares rose."],
    "Inc. at the end": ["She once worked for Acme Inc.", "The company closed in 2009."],
    "month and number": ["The vote is on Nov. 8, and not on Dec. 1.", "Polls close at 8 p.m."],
    "time and weekday": ["It began at 9 a.m. Tuesday in Kabul.", "Nobody was hurt."],
    "time at the end": ["Polls close at 8 p.m.", "Results come later."],
    "No.": ["He lives at No. 10 Downing Street.", "The cat lives there too."],
    "St.": ["The fire began on St. Paul Street.", "It was soon put out."],
    "Jr.": ["Martin Luther King Jr. spoke here.", "So did others."],
    "ellipsis in mid-sentence": ["“I … do not know,” she said.", "She looked away."],
    "ellipsis at the end": ["“I just do not know …”", "She looked away."],
    "dashes": ["The mayor — who is 71 — will not run again.", "Her deputy will."],
    "dash without spaces": ["The mayor—who is 71—will not run again.", "Her deputy will."],
    "dateline": ["KABUL (Reuters) - A bomb killed two people on Friday.", "Nobody claimed it."],
    "dateline with a dash": ["NEWPORT NEWS, Va. — The shipyard will close.", "Workers heard it on Monday."],
    "numbers": ["The price rose 3.5 percent to $1.25 a gallon.", "It had been $1.20."],
    "web address": ["The list is at www.example.org for all to see.", "It is long."],
    "colon before a quotation": ["The statement said: “We will not pay.”", "It was not signed."],
    "unknown names": ["Boats were hauled ashore at Kuala Perdu before the wind reached Tanjong.", "No one died."],
    "brackets": ["“They [the unions] agreed,” he said.", "(The unions deny it.)", "Talks go on."],
}


@pytest.mark.parametrize("sentences", SPLIT.values(), ids=SPLIT.keys())
def test_sentences_come_apart(tokenizer, sentences):
    """Sentences joined by a space are found again, none cut in two."""
    assert cut(tokenizer, " ".join(sentences)) == sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bridge Stays Closed\n\nThe mayor said so.", ["Bridge Stays Closed", "The mayor said so."]),
        ("Bridge to stay closed, mayor says\nShe spoke on Friday.", None),
        ("• The city\n• The state\n• Taxpayers in both", None),
        ("1. The city pays\n2. The state pays", None),
        ("She said the bridge would stay\n\nclosed until May.", None),
    ],
)
def test_paragraph_ends_a_sentence(tokenizer, text, expected):
    """Headlines and list items are sentences of their own, without a full stop."""
    assert cut(tokenizer, text) == (expected or [line for line in text.split("\n") if line])


def test_tokens_slice_the_text(tokenizer):
    """Offsets count in the original text, over line ends, odd spaces and characters outside the first plane."""
    text = "  “We’re  not\u00a0done,” she said 🙂.\r\n\r\nIt isn't\tover.\n"
    (sentences,) = tokenizer.split([text])

    tokens = [text[token.start : token.end] for sentence in sentences for token in sentence]
    assert tokens == ["“", "We’re", "not", "done", ",", "”", "she", "said", "🙂", ".", "It", "isn't", "over", "."]


def test_multiword_tokens_are_marked(tokenizer):
    """Contractions are told from plain words, with either apostrophe, for the expander to divide."""
    text = "I don't know and she can’t say whose dog it is."
    (sentences,) = tokenizer.split([text])

    assert [text[token.start : token.end] for token in sentences[0] if token.is_multiword] == ["don't", "can’t"]


def test_texts_do_not_touch(tokenizer):
    """Many texts in one call give what each gives alone, whatever their order and length."""
    texts = [" ".join(sentences) for sentences in SPLIT.values()] + ["", "\n", "One word", "Long. " * 400]

    assert tokenizer.split(texts) == [tokenizer.split([text])[0] for text in texts]
