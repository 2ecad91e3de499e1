"""Turn treebank sentences into text laid out and worded as web news is, to train a tokenizer for news.

Treebanks of web English hold few quotations with a speaker, hardly any *Gov.* or *Sen.*, and no paragraphs.
All words put in here are made up from names in the treebank and the short lists below.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from random import Random

from attrs import evolve, frozen

from attribution.document.splitting.abbreviations import AbbreviationKind, abbreviations
from attribution.training.conllu import Sentence, Token, make_token
from attribution.training.typography import vary_typography

FINAL_PUNCTUATION = frozenset(".?!…\"”’')]:;")
CHANCES = {
    "said": 0.08,  # "We agree," Smith said.
    "told": 0.04,  # Smith said, "We agree."
    "quoted": 0.06,  # "We agree."
    "quoted pair": 0.06,  # "We agree. They do not."
    "headline": 0.08,
    "dateline": 0.03,
}
TITLE, INITIAL, COMPANY, COUNTRY, ABBREVIATED_END = 0.3, 0.25, 0.05, 0.5, 0.2
PARAGRAPH, PARAGRAPH_AFTER_UNFINISHED = 0.3, 0.95
VERBS = ("said", "says", "added", "asked", "told reporters", "wrote", "replied", "explained", "told the newspaper")
TAILS = (
    *("", "", "", "on Monday", "Tuesday", "in a statement", "at a news conference", "during an interview"),
    *("on Nov. 8", "on Sept. 11", "Jan. 1", "in 2015", "in May"),
)
PRONOUNS = ("he", "she", "they", "it", "officials", "the spokesman", "the company", "police")
AGENCIES = ("AP", "Reuters", "AFP", "UPI", "CNN", "Xinhua")
COUNTRIES = {"US": "U.S.", "America": "U.S.", "UK": "U.K.", "UN": "U.N.", "Britain": "U.K."}
ENDINGS = ("U.S.", "D.C.", "Inc.", "Corp.", "Co.", "Jr.", "a.m.", "p.m.", "Calif.", "U.N.")


@frozen
class Words:
    """Names found in the treebank, and the abbreviations to put with them."""

    names: tuple[tuple[str, ...], ...]
    titles: tuple[str, ...]
    companies: tuple[str, ...]


def collect_words(sentences: Iterable[Sentence]) -> Words:
    """Collect the capitalized names of two or three words, such as *Al Zaman*."""
    names: set[tuple[str, ...]] = set()
    for sentence in sentences:
        for start, end in _name_runs(sentence.tokens):
            forms = tuple(token.form for token in sentence.tokens[start:end])
            if 2 <= len(forms) <= 3 and all(form.isalpha() and form.istitle() for form in forms):
                names.add(forms)
    kinds = abbreviations()
    return Words(
        tuple(sorted(names)),
        tuple(form for form, kind in kinds.items() if kind is AbbreviationKind.TITLE),
        tuple(form for form, kind in kinds.items() if kind is AbbreviationKind.COMPANY),
    )


def lay_out_as_news(sentences: Sequence[Sentence], words: Words, random: Random) -> list[Sentence]:
    """Return the sentences with news wording, news typography and paragraphs."""
    worded: list[Sentence] = []
    pending_quote = False
    for sentence in sentences:
        named = _rename(sentence, words, random)
        if pending_quote and _is_plain(named) and not named.starts_document:
            named, pending_quote = _close(named, words, random), False
        else:
            # a quotation that no plain sentence followed stays open, as in news where the next paragraph goes on
            pending_quote = False
            named, pending_quote = _reword(named, words, random)
        worded.append(vary_typography(named, random))
    return mark_paragraphs(worded, random, PARAGRAPH)


def mark_paragraphs(sentences: Sequence[Sentence], random: Random, chance: float = 0.0) -> list[Sentence]:
    """Start a paragraph at a chance, and nearly always after a sentence that ends without punctuation.

    Treebank text often runs a headline or a signature into the next sentence because its line breaks are lost;
    a tokenizer trained on that breaks news sentences in two.
    """
    marked: list[Sentence] = []
    for sentence in sentences:
        unfinished = bool(marked) and marked[-1].tokens[-1].form[-1] not in FINAL_PUNCTUATION
        starts = sentence.starts_paragraph or random.random() < (PARAGRAPH_AFTER_UNFINISHED if unfinished else chance)
        marked.append(evolve(sentence, starts_paragraph=starts))
    return marked


def _reword(sentence: Sentence, words: Words, random: Random) -> tuple[Sentence, bool]:
    """Return the sentence reworded in at most one way, and whether a quotation was opened and not closed."""
    if not _is_plain(sentence):
        return sentence, False
    choice = random.random()
    for kind, chance in CHANCES.items():
        if choice < chance:
            return _reworded(kind, sentence, words, random), kind == "quoted pair"
        choice -= chance
    return sentence, False


def _reworded(kind: str, sentence: Sentence, words: Words, random: Random) -> Sentence:
    tokens = sentence.tokens
    match kind:
        case "said":
            return evolve(sentence, tokens=(_opening(), *_said(tokens, words, random)))
        case "told":
            comma = make_token(random.choice((",", ":")), "PUNCT", ",")
            clause = _clause(words, random)
            told = (*_capitalized(clause[:-1]), evolve(clause[-1], space_after=False), comma)
            return evolve(sentence, tokens=(*told, _opening(), *_glue(tokens), _closing()))
        case "quoted":
            return evolve(sentence, tokens=(_opening(), *_glue(tokens), _closing()))
        case "quoted pair":
            return evolve(sentence, tokens=(_opening(), *tokens))
        case "headline":
            return evolve(sentence, tokens=_headline(tokens, random), starts_paragraph=True)
        case _:
            return evolve(sentence, tokens=(*_dateline(words, random), *tokens), starts_paragraph=True)


def _close(sentence: Sentence, words: Words, random: Random) -> Sentence:
    if random.random() < 0.5:
        return evolve(sentence, tokens=_said(sentence.tokens, words, random))
    return evolve(sentence, tokens=(*_glue(sentence.tokens), _closing()))


def _said(tokens: tuple[Token, ...], words: Words, random: Random) -> tuple[Token, ...]:
    """Close a quotation and say who spoke: `…," Smith said.`, `…?" he asked.`"""
    last = tokens[-1]
    if last.form == ".":
        last = make_token(",", "PUNCT", ",")
    closing = evolve(_closing(), space_after=True)
    clause = _clause(words, random)
    full_stop = make_token(".", "PUNCT", ".")
    return (*tokens[:-1], evolve(last, space_after=False), closing, *_glue(clause), full_stop)


def _clause(words: Words, random: Random) -> tuple[Token, ...]:
    subject, verb = _speaker(words, random), random.choice(VERBS).split()
    inverted = len(verb) == 1 and random.random() < 0.3
    forms = [*verb, *subject] if inverted else [*subject, *verb]
    return tuple(make_token(form, "X") for form in (*forms, *random.choice(TAILS).split()))


def _speaker(words: Words, random: Random) -> list[str]:
    if not words.names or random.random() < 0.4:
        return random.choice(PRONOUNS).split()
    name = random.choice(words.names)
    full = list(name) if random.random() < 0.5 else [name[-1]]
    return [random.choice(words.titles), *full] if random.random() < 0.4 else full


def _rename(sentence: Sentence, words: Words, random: Random) -> Sentence:
    """Put titles, initials and company endings to names, and abbreviate countries."""
    tokens: list[Token] = []
    done = 0
    for start, end in _name_runs(sentence.tokens):
        name = list(sentence.tokens[start:end])
        last = name[-1]
        if name[0].form in COUNTRIES and len(name) == 1 and last.space_after and random.random() < COUNTRY:
            name = [last.with_form(COUNTRIES[last.form])]
        elif len(name) == 2 and all(token.form.istitle() and token.form.isalpha() for token in name):
            if random.random() < INITIAL:
                initials = [make_token(random.choice("ABCDEFGHJKLMNPRSTW") + ".", "PROPN") for _ in "12"]
                name = random.choice(([name[0], initials[0], last], [*initials, last], [initials[0], last]))
            if random.random() < TITLE and (start == 0 or sentence.tokens[start - 1].form not in words.titles):
                name = [make_token(random.choice(words.titles), "PROPN"), *name]
        elif last.space_after and last.form.istitle() and random.random() < COMPANY:
            name = [*name, make_token(random.choice(words.companies), "PROPN")]
        tokens += [*sentence.tokens[done:start], *name]
        done = end
    tokens += sentence.tokens[done:]
    if len(tokens) > 4 and tokens[-1].form == "." and tokens[-2].upos == "PROPN" and random.random() < ABBREVIATED_END:
        # the full stop of "in the U.S." ends the sentence as well
        tokens[-2:] = [make_token(random.choice(ENDINGS), "PROPN", space_after=tokens[-1].space_after)]
    return evolve(sentence, tokens=tuple(tokens))


def _name_runs(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for index, token in enumerate(tokens):
        if token.upos != "PROPN" or len(token.words) > 1:
            continue
        if runs and runs[-1][1] == index and tokens[index - 1].space_after:
            runs[-1] = (runs[-1][0], index + 1)
        else:
            runs.append((index, index + 1))
    return runs


def _headline(tokens: tuple[Token, ...], random: Random) -> tuple[Token, ...]:
    kept = tokens[:-1] if tokens[-1].form == "." else tokens
    if random.random() < 0.5:
        return kept
    return tuple(token if len(token.words) > 1 else token.with_form(token.form.capitalize()) for token in kept)


def _dateline(words: Words, random: Random) -> tuple[Token, ...]:
    city = random.choice(words.names)[-1] if words.names else "London"
    agency = [make_token("(", "PUNCT", space_after=False)]
    agency += [make_token(random.choice(AGENCIES), "PROPN", space_after=False), make_token(")", "PUNCT")]
    dash = make_token(random.choice(("—", "–", "-", "--")), "PUNCT", "_")
    return (make_token(city.upper(), "PROPN"), *(agency if random.random() < 0.6 else ()), dash)


def _is_plain(sentence: Sentence) -> bool:
    """Whether the sentence may be quoted or made a headline: whole, capitalized, and without quotation marks."""
    forms = [token.form for token in sentence.tokens]
    whole = 4 <= len(forms) <= 40 and forms[-1] in (".", "?", "!") and forms[0][0].isupper()
    return whole and not any(form in "\"“”''``" for form in forms)


def _opening() -> Token:
    return make_token('"', "PUNCT", "``", space_after=False)


def _closing() -> Token:
    return make_token('"', "PUNCT", "''")


def _glue(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    return (*tokens[:-1], evolve(tokens[-1], space_after=False))


def _capitalized(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    first = tokens[0]
    return (first.with_form(first.form[0].upper() + first.form[1:]), *tokens[1:])
