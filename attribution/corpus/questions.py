"""Questions as functions, for other code: the corpus is what they are asked of."""

from attribution.corpus.answers import Answers
from attribution.corpus.asking import LEAST
from attribution.corpus.corpus import Corpus


def who_said(claim: str, corpus: Corpus, *, least: float = LEAST) -> Answers:
    """Return who said a claim in a corpus, on what terms, and who said the opposite: `corpus.who_said(claim)`.

    `who_said("The ferry was overloaded", corpus)[0].speaker.name`.

    Raises:
        QuestionError: the claim holds no word.
    """
    return corpus.who_said(claim, least=least)
