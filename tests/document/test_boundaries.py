"""Corrections of sentence ends, on tokens written by hand: no model takes part."""

import pytest

from attribution.document.splitting.boundaries import correct_boundaries
from attribution.document.splitting.characters import RawToken


def parse(marked: str) -> tuple[str, list[list[RawToken]]]:
    """Read tokens divided by `_` or a space, `_` standing for no space, and sentences divided by `|`."""
    text, sentences = "", []
    for part in marked.split(" | "):
        sentences.append([])
        for word in part.split(" "):
            text += " " if text else ""
            for form in word.split("_"):
                sentences[-1].append(RawToken(len(text), len(text) + len(form)))
                text += form
    return text, sentences


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("He met Gov. | Smith today_.", "He met Gov. Smith today_."),
        ("He met Gov_. | Smith today_.", "He met Gov. Smith today_."),
        ("John F. | Kennedy spoke_.", "John F. Kennedy spoke_."),
        ("Take vitamin C. | Doctors do_.", "Take vitamin C. | Doctors do_."),
        ("He lives on Main St. | She does not_.", "He lives on Main St. | She does not_."),
        ("Come on Nov_. | 8 or 9_.", "Come on Nov. 8 or 9_."),
        ("They sank off Aden. Robert Gates left_.", "They sank off Aden_. | Robert Gates left_."),
        ("They sank off Aden.", "They sank off Aden_."),
        ("They met at 9 a.m. | Tuesday in Rome_.", "They met at 9 a.m. Tuesday in Rome_."),
        ("They met at 9 a.m. | The mayor came_.", "They met at 9 a.m. | The mayor came_."),
        ("She worked for Acme Inc. The company closed_.", "She worked for Acme Inc. | The company closed_."),
        ("Two U.S. | officials agreed_.", "Two U.S. officials agreed_."),
        ("Fairview_, W.Va. | - The mine closed_.", "Fairview_, W.Va. - The mine closed_."),
        ("“_Will you go_?_” | he asked_.", "“_Will you go_?_” he asked_."),
        ("“_Will you go_?_” | Rep. Ann Lee asked_.", "“_Will you go_?_” Rep. Ann Lee asked_."),
        ("‘_Stop_!_’ | The guards had not heard him_.", "‘_Stop_!_’ | The guards had not heard him_."),
        ("“_Will you go_?_” | The mayor did not answer_.", "“_Will you go_?_” | The mayor did not answer_."),
        ('"_We agree_,_" | Smith said_.', '"_We agree_,_" Smith said_.'),
        ('"_We agree_. | _" She left_.', '"_We agree_._" | She left_.'),
        ("“_We agree_._” The mayor left_.", "“_We agree_._” | The mayor left_."),
        ("It was cold_. The mayor left_.", "It was cold_. | The mayor left_."),
        ("Storms hit Porto | Iria today_.", "Storms hit Porto Iria today_."),
        ("He said this_: | We will go_.", "He said this_: We will go_."),
        ("SAVE A QUARTER | Put it in a jar_.", "SAVE A QUARTER | Put it in a jar_."),
        ("It stood in Italy_._[_22_] | His poems did not_.", "It stood in Italy_._[_22_] | His poems did not_."),
        ("Fans met Rosalind (_Roz_) | Hale on Monday_.", "Fans met Rosalind (_Roz_) Hale on Monday_."),
    ],
)
def test_sentence_ends_are_moved(before, after):
    """Each rule does what the sentence asks that it was made for, and leaves its opposite alone."""
    before = before.replace(" | _", "_|_")
    text, sentences = parse(before.replace("_|_", "_"))
    if "_|_" in before:
        first = len(before.split("_|_")[0].replace(" ", "_").split("_"))
        tokens = sentences[0]
        sentences = [tokens[:first], tokens[first:]]

    assert correct_boundaries(text, sentences) == parse(after)[1]
