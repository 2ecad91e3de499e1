"""The scores of speakers and terms: what counts as the same speaker, and what is counted of a folder."""

import json

import pytest

from attribution.training.speakers import count, is_same_speaker

TEXT = (
    "Harbor police closed the pier on Monday. Mayor Ann Lee said the crane had been inspected in March. "
    "“Nobody told us,” said a docker who asked not to be named because he feared for his job.\n"
)


@pytest.mark.parametrize(
    ("answer", "wanted", "named", "same"),
    [
        ("Mayor Ann Lee", "Ann Lee", True, True),
        ("Lee", "Ann Lee", True, False),
        ("Ann Marie Lee", "Ann Lee", True, True),
        ("Ann Lee", "Ann Roe", True, False),
        ("she", "Ann Lee", True, False),
        ("a docker", "the docker", False, True),
        ("a senior harbor official", "a harbor official", False, True),
        ("a docker", "two officials", False, False),
    ],
)
def test_the_same_speaker(answer, wanted, named, same):
    """Titles and articles do not matter, a last name alone or a pronoun is not enough, half of a description is."""
    assert is_same_speaker(answer, wanted, named=named) is same


def test_what_is_counted(tmp_path):
    """Each annotated statement counts once: found, its speaker, its terms with their reason."""
    crane, told = "the crane had been inspected in March", "“Nobody told us,”"
    place = {words: [TEXT.index(words), TEXT.index(words) + len(words)] for words in (crane, told, "closed the pier")}
    gold = {
        "speakers": [
            {"speaker": "Ann Lee", "named": True, "speaker_kind": "person", "status": "on_record", "reason": "", "reason_kind": "", "organization": "", "statements": [{"span": place[crane]}]},
            {"speaker": "a docker", "named": False, "speaker_kind": "person", "status": "anonymous", "reason": "because he feared for his job", "reason_kind": "reprisal", "organization": "", "statements": [{"span": place[told]}]},
            {"speaker": "harbor police", "named": True, "speaker_kind": "organization", "status": "official", "reason": "", "reason_kind": "", "organization": "", "statements": [{"span": place["closed the pier"]}]},
        ],
        "false_alarms": [{"span": place["closed the pier"]}],
    }  # fmt: skip
    (tmp_path / "pier.txt").write_text(TEXT, encoding="utf8")
    (tmp_path / "pier.gold.json").write_text(json.dumps(gold), encoding="utf8")
    counts = count(tmp_path)

    assert (counts["wanted"], counts["found"], counts["speaker"], counts["status"]) == (3, 2, 2, 2)
    assert (counts["hidden"], counts["hides"], counts["hidden_hit"]) == (1, 1, 1)
    assert (counts["reason"], counts["reason kind"]) == (1, 1)
    assert (counts["alarms"], counts["alarms answered"]) == (1, 0)
