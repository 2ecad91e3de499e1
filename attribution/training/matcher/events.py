"""Score copies, sources and questions on annotated events: `python -m attribution.training.matcher.events --help`.

The events are those of `attribution.training.matcher.annotated`. gold.json also groups the copies, and tells for each
statement its speaker and that one's name across articles, and for each claim the least and the most number of
independent sources.
"""

import argparse
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from attribution.corpus.corpus import Corpus
from attribution.graph.copies.copies import LEAST_SHARED, Overlap, copy_groups
from attribution.graph.copies.shingles import containment, shingles
from attribution.graph.identity.identities import merge_voices
from attribution.graph.identity.voice import Voice
from attribution.statements.article import ReadArticle
from attribution.statements.statement import Speaker, SpeakerKind
from attribution.training.matcher.annotated import AnnotatedEvent, events_in, events_written, is_on, records_of

CONTAINMENTS = (0.15, 0.20, 0.22, 0.25, 0.30, 0.40)
Pairs = set[tuple[str, str]]


def pairs_in(groups: Iterable[Sequence[str]]) -> Pairs:
    """Return every pair of members of one group."""
    return {(a, b) for group in groups for a, b in combinations(sorted(group), 2)}


def per_cent(part: float, whole: float) -> float:
    """Return a share in per cent, 0 of nothing."""
    return 100 * part / whole if whole else 0.0


def f_score(hits: int, given: int, wanted: int) -> float:
    """Return twice the hits over what was given and wanted, in per cent."""
    return per_cent(2 * hits, given + wanted)


def count_copies(articles: Sequence[ReadArticle], gold: dict[str, Any], least: float) -> Counter[str]:
    """Count the pairs of copies at a containment; pairs on which readers differ count neither way."""
    sets = {article.id: shingles(article.text) for article in articles}
    overlaps = [
        Overlap(article_id=a, other_id=b, containment=share, shared=len(sets[a] & sets[b]))
        for a, b in combinations(sorted(sets), 2)
        if (share := containment(sets[a], sets[b])) >= least and len(sets[a] & sets[b]) >= LEAST_SHARED
    ]
    unsure = {tuple(sorted(pair)) for pair in gold.get("copy_unsure", ())}
    given, wanted = (pairs_in(groups) - unsure for groups in (copy_groups(sorted(sets), overlaps), gold["copy_groups"]))
    return Counter(hits=len(given & wanted), given=len(given), wanted=len(wanted))


def count_voices(gold: dict[str, Any]) -> Counter[str]:
    """Count the pairs of voices that readers took for one, and those that are put together or left open."""
    meant = {}
    for statement in (one for claim in gold["claims"] for one in claim["statements"]):
        voice = _voice(statement)
        meant[voice.id] = (voice, statement["voice"])
    found = merge_voices(voice for voice, _ in meant.values())
    source_of = {voice: source.id for source in found.sources for voice in source.voice_ids}
    counts: Counter[str] = Counter()
    for (one, first), (other, second) in combinations(meant.values(), 2):
        sources = frozenset((source_of[one.id], source_of[other.id]))
        if not (one.speaker.named and other.speaker.named):
            counts["unnamed"] += first == second
            counts["unnamed open"] += first == second and sources in found.left_open
        elif len(sources) == 1:
            counts["right" if first == second else "wrong"] += 1
        else:
            counts["missed"] += first == second
    return counts


def _voice(statement: dict[str, Any]) -> Voice:
    kind = SpeakerKind(statement["speaker_kind"])
    speaker = Speaker(
        name=statement["speaker"],
        kind=kind,
        named=statement["named"],
        organizations=tuple(filter(None, (statement["organization"] or "").split("; "))),
        count=(2, None) if kind is SpeakerKind.GROUP else (1, 1),
    )
    place = f"{statement['article']} {statement['span']}"
    return Voice(article_id=statement["article"], outlet="", published="", speaker=speaker, statement_ids=(place,))


def count_answers(articles: Sequence[ReadArticle], gold: dict[str, Any]) -> Counter[str]:
    """Count the answers to the claims of an event, as `who_said` and `corroboration` give them."""
    corpus = Corpus()
    corpus.add_many(articles)
    counts: Counter[str] = Counter()
    for claim in gold["claims"]:
        answers = list(corpus.who_said(claim["claim"]))
        if not claim["statements"]:
            counts.update(decoys=1, quiet=not answers, given=len(answers))
            continue
        for statement in sorted(claim["statements"], key=lambda one: bool(one.get("optional"))):
            is_wanted = not statement.get("optional")
            counts["wanted"] += is_wanted
            answer = next((one for one in answers if is_on(one.record, statement)), None)
            if answer is not None:
                answers.remove(answer)
                counts.update(given=is_wanted, hits=is_wanted)
                counts["related"] += is_wanted and answer.relation == statement["relation"]
        counts["given"] += len(answers)
        found = corpus.corroboration(claim["claim"])
        apart = [abs(mine - theirs) for mine, theirs in zip(found.independent, claim["n_independent"], strict=True)]
        counts.update(claims=1, exact=not any(apart), near=max(apart) <= 1)
        counts["contested"] += bool(found.contradicting) == bool(claim["contradicted"])
    return counts


def count_claims(articles: Sequence[ReadArticle], gold: dict[str, Any]) -> Counter[str]:
    """Count the pairs of statements that annotated claims have in common, and those that the corpus puts together.

    Only statements that support an annotated claim are looked at: of the others nobody knows what they have in common.
    """
    corpus = Corpus()
    corpus.add_many(articles)
    claim_of = {identity: claim.id for claim in corpus.claims() for identity in claim.statement_ids}
    records, meant = records_of(articles), dict[str, set[int]]()
    for number, claim in enumerate(gold["claims"]):
        for statement in claim["statements"]:
            if statement["relation"] == "supports":
                for record in records:
                    if is_on(record, statement):
                        meant.setdefault(record.statement.id, set()).add(number)
    counts: Counter[str] = Counter()
    for one, other in combinations(sorted(meant), 2):
        is_meant = not meant[one].isdisjoint(meant[other])
        is_given = claim_of.get(one, one) == claim_of.get(other, other)  # a question is in no claim
        counts.update(wanted=is_meant, given=is_given, hits=is_meant and is_given)
    return counts


def print_pairs(title: str, found: Counter[str]) -> None:
    """Print precision, recall and F."""
    precision, recall = per_cent(found["hits"], found["given"]), per_cent(found["hits"], found["wanted"])
    together = f_score(found["hits"], found["given"], found["wanted"])
    print(f"{title}: P {precision:.1f} R {recall:.1f} F {together:.1f}")


def print_questions(title: str, events: Sequence[AnnotatedEvent]) -> None:
    """Print how the claims of some events are answered, and how statements are put together."""
    found = sum((count_answers(event.articles, event.gold) for event in events), Counter[str]())
    claims = sum((count_claims(event.articles, event.gold) for event in events), Counter[str]())
    print_pairs(f"{title}: who_said", found)
    print_pairs(f"{title}: pairs of statements in one claim", claims)
    for name, part, whole in (
        ("relation right, of found", "related", "hits"),
        ("claims nobody made left unanswered", "quiet", "decoys"),
        ("independent sources exactly", "exact", "claims"),
        ("independent sources within one", "near", "claims"),
        ("contradicted or not", "contested", "claims"),
    ):
        print(f"{title}: {name}: {per_cent(found[part], found[whole]):.1f} of {found[whole]}")


def main() -> None:
    """Print the scores."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=Path, required=True, help="folder with one folder an event")
    parser.add_argument("--written", action="store_true", help="also score the events that come with the package")
    given = parser.parse_args()
    events = events_in(given.events)
    for least in CONTAINMENTS:
        copies = sum((count_copies(event.articles, event.gold, least) for event in events), Counter[str]())
        score = f_score(copies["hits"], copies["given"], copies["wanted"])
        print(f"copies at a containment of {least:.2f}: F {score:.1f}")
    voices = sum((count_voices(event.gold) for event in events), Counter[str]())
    print(
        f"named voices put together: {voices['right']} pairs right, {voices['wrong']} wrong, {voices['missed']} missed"
    )
    print(f"unnamed voices of one person left open: {voices['unnamed open']} of {voices['unnamed']} pairs")
    print_questions("annotated", events)
    if given.written:
        print_questions("written", events_written())


if __name__ == "__main__":
    main()
