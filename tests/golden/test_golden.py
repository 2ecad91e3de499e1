"""What is found in the project's own articles is what was reviewed by hand, to the word."""

import pytest

from attribution import read_text
from tests.arithmetic import allowance
from tests.golden.comparing import differences
from tests.golden.golden import GOLDEN, Finding, Golden, found_now, golden_of, name_of, parse, read_golden

BEFORE = parse(
    "port",
    "Ann Lee | said | “No,”\n  terms    on_record\n  wrong    role: mayor\n\n"
    "She | added | that the port was shut\n  terms    on_record\n\n"
    "! missing  Jun Ito | wrote | that it was open\n",
)


def test_nothing_gained_or_lost():
    """Every statement of every article is as its golden file has it; `python -m tests.golden --accept` takes a change in.

    Marks of a reviewer in the files are no part of the comparison. On a processor whose 8-bit arithmetic is another,
    close calls of the networks may differ in few statements.
    """
    found = {golden.name: golden for golden in found_now()}
    known = {file.stem for file in GOLDEN.glob("*.txt")}

    lines = [line for name in sorted(found) for line in differences(read_golden(name), found[name])]

    statements = sum(len(golden.findings) for golden in found.values())
    changed = sum(line.startswith(("  ~", "  +", "  -")) for line in lines)
    assert known == set(found)
    assert changed <= allowance(0.15) * statements, "\n".join(
        ["what is found differs from tests/golden/statements:", *lines]
    )


@pytest.mark.parametrize("name", sorted(file.stem for file in GOLDEN.glob("*.txt")))
def test_a_golden_file_is_written_as_it_is_read(name):
    """Reading and writing a file changes no character, so that the notes of a review stay where they are."""
    assert read_golden(name).text() == (GOLDEN / f"{name}.txt").read_text(encoding="utf8")


def test_gains_and_losses_are_told_apart():
    """What is gone, new and changed is listed, with what a reviewer had said of it."""
    now = Golden(
        "port",
        (
            Finding(("Ann Lee", "said", "“No,”"), ("role     mayor", "terms    on_record")),
            Finding(("Jun Ito", "wrote", "that it was open"), ("terms    on_record",)),
        ),
    )

    assert differences(BEFORE, now) == [
        "port",
        "  ~ Ann Lee | said | “No,”",
        "      + role     mayor",
        "      (was marked wrong: role: mayor)",
        "  - She | added | that the port was shut",
        "  + Jun Ito | wrote | that it was open",
        "      terms    on_record",
        "      (was missing: a gain)",
    ]


def test_a_content_that_ends_elsewhere_is_a_change():
    """A statement whose content grew is the same statement, changed, not one gone and one new."""
    now = Golden(
        "port", (*BEFORE.findings[:1], Finding(("She", "added", "that the port was"), ("terms    on_record",)))
    )

    assert [line[:4] for line in differences(BEFORE, now)] == ["port", "  ~ ", "    "]


def test_accepting_keeps_the_notes_that_still_have_their_statement():
    """Notes stay with statements that stand; what was missing and is found now is missing no more."""
    now = Golden("port", (BEFORE.findings[0], Finding(("Jun Ito", "wrote", "that it was open"), ())))

    kept = now.reviewed(BEFORE)

    assert kept.findings[0].wrong == ("role: mayor",)
    assert kept.missing == ()


def test_any_fact_shows(frozen_pipeline, document):
    """A statement's parts, speaker, terms and parent are all in its paragraph."""
    text = document("nested").text
    article = read_text(text, pipeline=frozen_pipeline, check_language=False)

    found = golden_of(article)

    assert name_of(article) == ""
    assert len(found.findings) == len(article.statements) > 0
    assert any(fact.startswith("within") for finding in found.findings for fact in finding.facts)
