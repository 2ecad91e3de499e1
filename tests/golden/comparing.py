"""What a change of the library gained and lost in the articles that have a golden file."""

from collections.abc import Iterator

from tests.golden.golden import Finding, Golden


def differences(before: Golden, now: Golden) -> list[str]:
    """Return the lines that say what is new, gone or changed in an article; none where nothing is.

    Lines that a reviewer had marked as wrong, and statements marked as missing, say so: they may be gains.
    """
    pairs, gone, new = _paired(before.findings, now.findings)
    missing = {line.split(" | ")[-1] for line in before.missing}
    lines = [line for old, found in pairs for line in _changes(old, found)]
    for finding in gone:
        lines += [f"  - {' | '.join(finding.parts)}", *_marked(finding)]
    for finding in new:
        note = ["      (was missing: a gain)"] if finding.parts[2] in missing else []
        lines += [f"  + {' | '.join(finding.parts)}", *(f"      {fact}" for fact in finding.facts), *note]
    return [now.name, *lines] if lines else []


def _paired(
    before: tuple[Finding, ...], now: tuple[Finding, ...]
) -> tuple[list[tuple[Finding, Finding]], list[Finding], list[Finding]]:
    """Pair statements of the same content, then those of the same source and cue, in text order."""
    pairs, gone, new = [], list(before), list(now)
    for same in (slice(0, 3), slice(2, 3), slice(0, 2)):
        for old in list(gone):
            found = next((one for one in new if one.parts[same] == old.parts[same]), None)
            if found is not None:
                pairs.append((old, found))
                gone.remove(old)
                new.remove(found)
    return pairs, gone, new


def _changes(old: Finding, now: Finding) -> Iterator[str]:
    if (old.parts, old.facts) == (now.parts, now.facts):
        return
    yield f"  ~ {' | '.join(now.parts)}"
    if old.parts != now.parts:
        yield f"      was      {' | '.join(old.parts)}"
    yield from (f"      - {fact}" for fact in old.facts if fact not in now.facts)
    yield from (f"      + {fact}" for fact in now.facts if fact not in old.facts)
    yield from _marked(old)


def _marked(finding: Finding) -> list[str]:
    return [f"      (was marked wrong: {note})" for note in finding.wrong]
