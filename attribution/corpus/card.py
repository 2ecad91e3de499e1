"""Show a corroboration as a card: the count, the flags, and every voice with its own words."""

from collections.abc import Iterator, Sequence

from attribution.corpus.answers import Answer, spaced
from attribution.corpus.corroboration import Corroboration, First, Origin
from attribution.text.columns import visible
from attribution.text.markup import escaped
from attribution.text.styling import AGAINST, BOLD, DOUBTFUL, FOR, colour_of, styled

QUOTED = 240  # characters of a quotation on a card
CREDIBLE = {
    1: "confirmed by independent sources",
    2: "probably true",
    3: "possibly true",
    4: "doubtful",
    5: "improbable",
    6: "cannot be judged",
}
STYLE = """<style>
.attribution-card { border: 1px solid currentColor; border-radius: 0.4em; padding: 0.6em 0.9em; max-width: 60em;
  overflow-wrap: anywhere; }
.attribution-card h4 { margin: 0 0 0.4em; }
.attribution-card ul { margin: 0.2em 0 0.6em; padding-left: 1.4em; }
.attribution-card blockquote { margin: 0.1em 0 0.3em; padding-left: 0.6em; border-left: 0.2em solid currentColor; }
.attribution-card .flag { border: 1px solid currentColor; border-radius: 0.3em; padding: 0 0.4em; margin-right: 0.4em; }
.attribution-card .against { border-left-style: dashed; }
.attribution-card small { opacity: 0.8; }
</style>"""


def interval(independent: tuple[int, int]) -> str:
    """Return a number of independent sources in words: *2*, *between 1 and 3*."""
    low, high = independent
    return str(low) if low == high else f"between {low} and {high}"


def headline_of(card: Corroboration) -> str:
    """Return the card's first line."""
    if not card.supporting and not card.contradicting:
        return "nobody in the corpus says so"
    noun = "source" if card.independent == (1, 1) else "sources"
    return (
        f"{interval(card.independent)} independent {noun} for, {interval(card.against)} against; "
        f"credibility {card.reliability}{card.credibility} ({CREDIBLE[card.credibility]})"
    )


def said(answer: Answer) -> str:
    """Return who says it, on what terms, where and when."""
    return _joined(*_parts_of(answer))


def _parts_of(answer: Answer) -> tuple[str, str, str, str]:
    """Return the speaker with his or her role, the status, the reason for it, and the outlet with the day."""
    speaker = answer.speaker
    name = speaker.name if speaker else "nobody named"
    role = f", {speaker.role}" if speaker and speaker.role and speaker.role not in name else ""
    terms = answer.statement.authorization
    where = ", ".join(filter(None, (answer.article.outlet, spaced(answer.published))))
    return f"{name}{role}", terms.status.value.replace("_", " "), terms.reason or "", where


def _joined(who: str, status: str, reason: str, where: str) -> str:
    return f"{who} ({status}{f' {reason}' if reason else ''})" + (f", {where}" if where else "")


def doubt_of(answer: Answer) -> str:
    """Return that an answer is not sure enough to count, with its chance; nothing where it is."""
    return "" if answer.is_sure else f" (unsure, {answer.score:.2f})"


def quoted(answer: Answer) -> str:
    """Return the article's own words, cut where they are long."""
    words = answer.record.content
    return words if len(words) <= QUOTED else words[:QUOTED].rsplit(" ", 1)[0] + " …"


def first_line(first: First) -> str:
    """Return who was first, and how sure that is."""
    return f"first: {said(first.answer)} ({'sure' if first.is_sure else 'not sure'}: {first.reason})"


def text_card(card: Corroboration) -> str:
    """Return the card for a terminal, with bold and colours where these are switched on."""
    return "\n".join(_lines(card))


def _lines(card: Corroboration) -> Iterator[str]:
    yield f"{styled('claim:', BOLD)} {styled(visible(card.claim), BOLD)}"
    yield headline_of(card)
    if card.flags:
        yield f"{styled('flags:', BOLD)} " + ", ".join(flag.value.replace("_", " ") for flag in card.flags)
    if card.first:
        label, _, rest = visible(first_line(card.first)).partition(" ")
        yield f"{styled(label, BOLD)} {rest}"
    for group in card.groups:
        reasons = f" ({'; '.join(group.reasons)})" if group.reasons else ""
        yield f"{styled('for:', FOR)} {visible(group.name + reasons)}"
        yield from _voices(group.answers)
    for title, answers, colour in (("against:", card.contradicting, AGAINST), ("updates:", card.updates, DOUBTFUL)):
        if answers:
            yield styled(title, colour)
            yield from _voices(answers)


def _voices(answers: Sequence[Answer]) -> Iterator[str]:
    for answer in answers:
        who, status, reason, where = _parts_of(answer)
        voice = _joined(visible(who), styled(status, colour_of("status", status)), visible(reason), visible(where))
        doubt = styled(doubt_of(answer).strip(), DOUBTFUL)
        yield f"  {voice}{f' {doubt}' if doubt else ''}: {visible(quoted(answer))}"


def html_card(card: Corroboration) -> str:
    """Return the card for a notebook; everything in it is escaped."""
    flags = "".join(f'<span class="flag">{escaped(flag.value.replace("_", " "))}</span>' for flag in card.flags)
    first = f"<p><small>{_line(first_line(card.first))}</small></p>" if card.first else ""
    parts = [
        f'{STYLE}<div class="attribution-card" dir="auto"><h4>{_line(card.claim)}</h4>',
        f"<p>{escaped(headline_of(card))}</p><p>{flags}</p>{first}",
        *(_html_group(group) for group in card.groups),
        _html_list("against", card.contradicting, "against"),
        _html_list("updates", card.updates, ""),
        "</div>",
    ]
    return "".join(parts)


def _line(text: str) -> str:
    """Return words that stand beside others in a line, where a name could turn the direction of the terms after it."""
    return escaped(visible(text))


def _html_group(group: Origin) -> str:
    reasons = f" <small>({_line('; '.join(group.reasons))})</small>" if group.reasons else ""
    return f"<p><b>for:</b> {_line(group.name)}{reasons}</p>{_html_voices(group.answers, '')}"


def _html_list(title: str, answers: Sequence[Answer], kind: str) -> str:
    return f"<p><b>{title}</b></p>{_html_voices(answers, kind)}" if answers else ""


def _html_voices(answers: Sequence[Answer], kind: str) -> str:
    items = "".join(
        f"<li>{_line(said(answer))}{escaped(doubt_of(answer))}"
        f'<blockquote class="{kind}" dir="auto">{escaped(quoted(answer))}</blockquote></li>'
        for answer in answers
    )
    return f"<ul>{items}</ul>"
