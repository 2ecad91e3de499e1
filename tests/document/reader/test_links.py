"""From links of words to cues of spans."""

import numpy as np
import pytest

from attribution.document.reader.links import LinkScores, Segment, choose_cues, segments_of


@pytest.mark.parametrize(
    ("tags", "segments"),
    [
        ("O B-cue I-cue O", [("cue", 1, 2)]),
        ("B-cue B-cue", [("cue", 0, 0), ("cue", 1, 1)]),
        ("I-source I-source", [("source", 0, 1)]),
        ("B-source I-content", [("source", 0, 0), ("content", 1, 1)]),
        ("O O", []),
    ],
)
def test_segments(tags, segments):
    """Spans begin at B and wherever the role changes."""
    assert segments_of(tags.split()) == [Segment(*segment) for segment in segments]


def test_a_span_goes_to_the_cue_that_its_words_like_best_together():
    """One word leans to the cue before, the others to the cue after: the span goes to the latter, with its chance."""
    segments = segments_of("B-cue B-content I-content I-content B-cue".split())
    chances = np.full((5, 5), 1e-6)
    chances[1:4, 0], chances[1:4, 4] = [0.6, 0.05, 0.05], [0.4, 0.9, 0.9]

    chosen = choose_cues(segments, [LinkScores(0, 0, np.log(chances).astype(np.float32))])

    cue, chance = chosen[segments[1]]
    assert cue == Segment("cue", 4, 4)
    assert chance == pytest.approx((0.4 * 0.9 * 0.9) ** (1 / 3), abs=1e-3)


def test_a_content_does_not_reach_over_a_cue():
    """However well a content likes a farther cue, it belongs to one of the two beside it."""
    segments = segments_of("B-content B-cue O B-cue".split())
    scores = np.log(np.array([[1e-6, 0.1, 1e-6, 0.9]] * 4)).astype(np.float32)

    assert choose_cues(segments, [LinkScores(0, 0, scores)])[segments[0]][0].first == 1


def test_a_cue_has_one_source():
    """Of two sources that like one cue best, the one that likes it better has it, the other its next choice."""
    segments = segments_of("B-source O B-source B-cue O B-cue".split())
    scores = np.full((6, 6), -9.0, np.float32)
    scores[0, 3], scores[2, 3], scores[0, 5] = -0.5, -0.1, -1.0

    chosen = choose_cues(segments, [LinkScores(0, 0, scores)])

    assert [chosen[segment][0].first for segment in segments if segment.role == "source"] == [5, 3]


def test_a_cue_out_of_sight_is_not_chosen():
    """A span whose window holds no cue stays without one."""
    tags = ["B-content", *["O"] * 9, "B-cue"]
    seen = np.zeros((1, 3), np.float32)
    stretches = [LinkScores(0, 0, seen), LinkScores(1, 1, np.zeros((10, 10), np.float32))]

    assert choose_cues(segments_of(tags), stretches) == {}


def test_a_span_over_a_seam_of_windows_is_judged_by_both():
    """A content whose words were answered in two windows takes the mean of both."""
    segments = segments_of("B-cue B-content I-content B-cue".split())
    left, right = np.full((2, 4), -9.0), np.full((2, 4), -9.0)
    left[1, 0], left[1, 3], right[0, 0], right[0, 3] = -1, -2, -3, -0.5
    stretches = [LinkScores(0, 0, left.astype(np.float32)), LinkScores(2, 0, right.astype(np.float32))]

    assert choose_cues(segments, stretches)[segments[1]][0].first == 3
