"""What the user knows better than a corpus: who is one and who is two, and how reliable a source is."""

from attribution.corpus.collection import Collection
from attribution.corpus.judging import hold, judgements_of, overruled
from attribution.corpus.naming import only
from attribution.errors import QuestionError
from attribution.graph.identity.judgement import UserJudgement

GRADES = "ABCDEF"


class Correcting(Collection):
    """A collection whose sources the user puts right."""

    def merge(self, one: str, other: str) -> bool:
        """Take two sources for one from now on; False where that changes nothing now. `separate` undoes it.

        Each is a name or an id: of a source, of one voice (`Source.voice_ids`), or of a statement for whoever made it.
        The latest judgement holds.

        Raises:
            UnknownIdError: no source has such a name or id.
            QuestionError: both are one and the same.
        """
        return self._judge(one, other, same=True)

    def separate(self, one: str, other: str) -> bool:
        """Keep two sources apart from now on; False where that changes nothing now. `merge` undoes it.

        Each is a name or an id, as in `merge`. Two people of one name are parted by a statement of each.

        Raises:
            UnknownIdError: no source has such a name or id.
            QuestionError: both are one and the same.
        """
        return self._judge(one, other, same=False)

    def _judge(self, one: str, other: str, *, same: bool) -> bool:
        before, voices = self._now().identities.sources, self._store.voices()
        new = judgements_of(one, other, same=same, sources=before, voices=voices)
        old = overruled(new, [UserJudgement(*given) for given in self._store.judgements()], voices)
        for judgement in old:
            self._store.judge(judgement.one, judgement.other, None)
        if not old or not hold(new, self._now().identities.sources, voices):
            for judgement in new:
                self._store.judge(judgement.one, judgement.other, same)
        return self._now().identities.sources != before

    def rate(self, source: str, grade: str) -> None:
        """Give a source, by a name or its id, a grade of reliability from A (reliable) to F (cannot be judged).

        Raises:
            QuestionError: no such grade.
            UnknownIdError: no source has this name or id, or several have.
        """
        if grade not in GRADES:
            raise QuestionError(f"the grade {grade!r}", f"choose one of {', '.join(GRADES)}")
        rated = only(source, self._now().identities.sources, "source")
        before = [voice for voice in self._store.grades() if voice in rated.voice_ids]
        for voice in before or rated.voice_ids[:1]:  # a voice, for it never changes
            self._store.grade(voice, grade)
