"""The articles written for the reader's training: their tags, and what comes with the package."""

import pytest

from attribution.training.reader.data import label_attributions
from attribution.training.reader.written import parse_written, read_written
from tests.training.attributed import BRAT, TEXT

TAGGED = """# one
<t1>“We will go,”</t1> <c1>said</c1> <s1>Ann Lee</s1>. <t1>“Soon.”</t1>

It rained.

# two
<s1><s2>She</s1></s2> <c1>denied</c1> <t1>it</t1> and <c2>left word</c2> <t2>that she slept</t2>.
"""


def test_written_articles_are_read_like_annotated_ones():
    """Tags leave the text and become the roles that stand-off annotation gives; a stretch may stand in two."""
    one, two = parse_written(TAGGED)
    wanted = label_attributions("one", TEXT, BRAT)
    assert (one.words, one.roles, one.cues, one.gaps) == (wanted.words, wanted.roles, wanted.cues, wanted.gaps)
    assert two.roles == [
        "B-source",
        "B-cue",
        "B-content",
        "O",
        "B-cue",
        "I-cue",
        "B-content",
        "I-content",
        "I-content",
        "O",
    ]
    assert two.cues[6:9] == [4, 4, 4]


@pytest.mark.parametrize("body", ["<t1>a <t1>b</t1>", "a</t1> b", "<s1>Ann</s1> <c1>said so"])
def test_tags_that_do_not_fit_are_refused(body):
    """The message names the article and the tags."""
    with pytest.raises(ValueError, match=r"^one: .*(t1|c1)"):
        list(parse_written(f"# one\n{body}\n"))


def test_the_written_articles_that_come_with_the_package():
    """Each has attributions in most paragraphs, and plain narration too; the tenth kept apart is not trained on."""
    training, kept = read_written(), read_written(development=True)
    assert len(training) > 5 * len(kept) > 0
    assert not {article.name for article in training} & {article.name for article in kept}
    for article in [*training, *kept]:
        shares = {
            role: sum(tag.endswith(role) for tag in article.roles) / len(article.roles) for role in ("content", "O")
        }
        assert shares["content"] > 0.2, article.name
        assert shares["O"] > 0.15, article.name
