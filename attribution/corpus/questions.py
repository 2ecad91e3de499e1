"""Questions as functions, for other code: the corpus is what they are asked of."""

from attribution.corpus.answers import Answers
from attribution.corpus.asking import LEAST
from attribution.corpus.corpus import Corpus


def who_said(
    claim: str,
    corpus: Corpus,
    *,
    stance: str | None = None,
    status: str | None = None,
    since: str | None = None,
    until: str | None = None,
    outlet: str | None = None,
    source: str | None = None,
    least: float = LEAST,
) -> Answers:
    """Return who said a claim in a corpus, on what terms, and who said the opposite: `corpus.who_said(claim)`.

    `who_said("The ferry was overloaded", corpus)[0].speaker.name`. The limits are those of `Corpus.who_said`.

    Raises:
        QuestionError: the claim holds no word, there is no such stance or status, `until` lies before `since`, or
            `least` is no chance.
        DayError: `since` or `until` is no date.
    """
    return corpus.who_said(
        claim, stance=stance, status=status, since=since, until=until, outlet=outlet, source=source, least=least
    )
