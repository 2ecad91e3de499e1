"""Score who speaks and on what terms: `python -m attribution.training.speakers --help`.

A folder holds NAME.txt and NAME.gold.json: a list of attributions with their speakers (content_spans, speaker,
speaker_kind, named, organization, status), or, with *speakers*, each speaker with status, reason and statements, and
*false_alarms*, places that look like terms and are none.
"""

import argparse
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from attrs import frozen

from attribution.statements.reading import read_text
from attribution.statements.statement import AuthorizationStatus, Statement
from attribution.text.span import Span
from attribution.training.accuracy import WORD, words_under

WITHHELD = frozenset((AuthorizationStatus.ANONYMOUS, AuthorizationStatus.BACKGROUND, AuthorizationStatus.OFF_RECORD))
PRONOUNS = frozenset("i you he she it we they him her us them his its their who which that this these those".split())
TITLES = frozenset("the a an mr mrs ms dr prof gen sen rep gov president secretary mayor judge lt col sgt capt".split())


@frozen
class Wanted:
    """An annotated attribution: where its content stands, and what is known of its speaker."""

    content: list[tuple[int, int]]
    known: dict[str, Any]


def parts_of(name: str) -> list[str]:
    """Return the lower-case words of a name or description, without articles, titles and *'s*."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return [part for part in re.findall(r"[a-z0-9]+", re.sub(r"['’]s\b", "", plain)) if part not in TITLES]


def is_same_speaker(answer: str, wanted: str, *, named: bool) -> bool:
    """Tell whether two names or descriptions mean one party.

    Named: the same words, or all words of the shorter in the longer and the same last one, where the answer is more
    than one word. Not named: half of each one's words.
    """
    mine, theirs = parts_of(answer), parts_of(wanted)
    if not mine or not theirs or (len(mine) == 1 and mine[0] in PRONOUNS):
        return False
    if mine == theirs or not named:
        shared = len(set(mine) & set(theirs))
        return 2 * shared >= len(set(mine)) and 2 * shared >= len(set(theirs))
    small, large = sorted((set(mine), set(theirs)), key=len)
    return small <= large and len(mine) > 1 and (mine[-1] == theirs[-1] or len(theirs) == 1)


def nearest(
    content: list[tuple[int, int]], statements: Sequence[Statement], text: str, least: float
) -> Statement | None:
    """Return the statement whose content has most in common with a stretch (word Jaccard); None below `least`."""
    places = [match.span() for match in WORD.finditer(text)]
    wanted = words_under(places, content)
    best, likeness = None, 0.0
    for statement in statements:
        mine = words_under(places, _pairs(statement.content))
        shared = len(wanted & mine) / max(len(wanted | mine), 1)
        if shared > likeness:
            best, likeness = statement, shared
    return best if likeness >= least else None


def _pairs(spans: Iterable[Span]) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in spans]


def wanted_in(gold: Any) -> Iterator[Wanted]:
    """Yield the annotated attributions of a gold.json of either kind."""
    if isinstance(gold, list):
        for one in gold:
            if one["speaker"] and one["content_spans"]:
                yield Wanted([tuple(span) for span in one["content_spans"]], one)
        return
    for speaker in gold["speakers"]:
        for statement in speaker["statements"]:
            yield Wanted([tuple(statement["span"])], speaker)


def count(folder: Path) -> Counter[str]:
    """Count what is right of the annotated attributions of a folder."""
    counts: Counter[str] = Counter()
    for file in sorted(folder.glob("*.gold.json")):
        with file.with_name(file.name.replace(".gold.json", ".txt")).open(encoding="utf8", newline="") as opened:
            text = opened.read()
        gold = json.loads(file.read_text(encoding="utf8"))
        statements = read_text(text, check_language=False).statements
        for wanted in wanted_in(gold):
            least = 0.5 if isinstance(gold, list) else 0.4  # the second kind marks sentences more than contents
            _count_one(wanted, nearest(wanted.content, statements, text, least), counts)
        if isinstance(gold, dict):
            terms = [span for statement in statements for span in _pairs(statement.authorization.terms)]
            counts["alarms"] += len(gold["false_alarms"])
            counts["alarms answered"] += sum(
                any(start < alarm["span"][1] and end > alarm["span"][0] for start, end in terms)
                for alarm in gold["false_alarms"]
            )
    return counts


def _count_one(wanted: Wanted, found: Statement | None, counts: Counter[str]) -> None:
    known = wanted.known
    named, is_hidden = known["named"], known["status"] in WITHHELD
    is_hard = named and parts_of(known.get("source") or known["speaker"]) != parts_of(known["speaker"])
    counts.update(wanted=1, hidden=is_hidden)
    if found is None:
        return
    status, speaker = found.authorization.status, found.speaker
    counts.update(found=1, status=status == known["status"], hard=is_hard)
    hides = status in WITHHELD
    counts.update(hides=hides, hidden_hit=hides and is_hidden)
    if hides and is_hidden and known["reason"]:
        mine, theirs = (set(words.lower().split()) for words in (found.authorization.reason or "", known["reason"]))
        counts.update(reasons=1, reason=2 * len(mine & theirs) >= len(mine | theirs))
        counts["reason kind"] += known["reason_kind"] in found.authorization.reason_kinds
    if speaker is None:
        return
    is_right = is_same_speaker(speaker.name, known["speaker"], named=named)
    counts.update(speaker=is_right, hard_speaker=is_right and is_hard, named=speaker.named == named)
    counts["kind"] += speaker.kind == known["speaker_kind"]
    if known.get("organization"):
        bodies = known["organization"].split("; ")
        counts["bodies"] += 1
        counts["body"] += any(
            is_same_speaker(mine, theirs, named=True) for mine in speaker.organizations for theirs in bodies
        )


ROWS = (
    ("statements found", "found", "wanted"),
    ("speaker right, end to end", "speaker", "wanted"),
    ("speaker right, of found", "speaker", "found"),
    ("speaker right, of found that need resolution", "hard_speaker", "hard"),
    ("kind right, of found", "kind", "found"),
    ("named or not right, of found", "named", "found"),
    ("organization right, of found that have one", "body", "bodies"),
    ("status right, of found", "status", "found"),
    ("withheld identity, precision", "hidden_hit", "hides"),
    ("withheld identity, recall", "hidden_hit", "hidden"),
    ("reason's words right, of withheld found", "reason", "reasons"),
    ("reason's kind right, of withheld found", "reason kind", "reasons"),
    ("false alarms answered", "alarms answered", "alarms"),
)


def main() -> None:
    """Print the scores."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="folder with NAME.txt and NAME.gold.json")
    counts = count(parser.parse_args().folder)
    for title, part, whole in ROWS:
        if counts[whole]:
            print(f"{title:46s} {100 * counts[part] / counts[whole]:5.1f} of {counts[whole]}")


if __name__ == "__main__":
    main()
