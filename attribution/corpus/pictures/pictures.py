"""The pictures that a corpus draws of itself."""

from typing import TYPE_CHECKING, Protocol

from attribution.corpus.asking import LEAST
from attribution.corpus.corroboration import Corroboration
from attribution.corpus.pictures.canvas import check_matplotlib
from attribution.corpus.pictures.scene import scene_of, sure_part_of
from attribution.corpus.pictures.standing import standings_of
from attribution.corpus.pictures.status import StatusRow, status_rows_of
from attribution.corpus.present import Present
from attribution.errors import QuestionError

if TYPE_CHECKING:
    from matplotlib.axes import Axes

MOST = 10  # sources on one side of a claim: more are a list, not a picture


class Asked(Protocol):
    """What the pictures are drawn of: a corpus."""

    def corroboration(self, claim: str, *, least: float = LEAST) -> Corroboration:
        """Return who stands behind a claim, and who against it."""
        ...

    def _now(self) -> Present: ...


class Pictures:
    """Pictures with matplotlib (extra `pictures`), for notebooks and papers.

    Each is drawn on the `axes` that are given, and nothing else of pyplot is touched then. Without axes a new figure of
    pyplot is made: a notebook shows it at the end of the cell, `matplotlib.pyplot.show()` elsewhere. The colour of text
    suits what is behind it, dark or light. Words of articles are shown as they are, never read as formulas.
    """

    def draw(
        self: Asked,
        claim: str,
        *,
        axes: "Axes | None" = None,
        most: int = MOST,
        around: int = 0,
        least: float | None = None,
    ) -> "Axes":
        """Draw a claim in the middle of its sources and their organizations, and return the axes.

        Who says so stands on the left, who denies it or has a later value on the right, who did both below: *the
        minister denied on Monday that the ferry was overloaded, and admitted it on Wednesday*. Under each name are the
        words of the source's surest statement, one for each of its relations.

        Lines are solid with an arrow where a source supports the claim, dashed with a cross where it contradicts it,
        dotted with a diamond for a later value, and dash-dotted for a repetition. Links that join come from one origin,
        which counts once; thin ones are of statements too unsure to be counted. Circles are people, filled where they
        are named and hollow where not; squares are organizations, which are always filled. A grey dotted line with a
        question mark joins sources that may be one and the same; of several, each is joined to the nearest.

        `around` is how many other claims of these sources are shown behind them, in thin frames: those on which most of
        them speak. A claim on which both sides speak stands behind both. Claims are found by comparing all statements,
        which takes time where they have not been compared yet.

        A claim that nobody made gives the claim alone with these words under it, and no error: that nobody says so is
        an answer, as it is with `who_said`. `most` is how many sources each side shows, the surest; how many are left
        out is written. `least` is the chance from which a statement is shown; without it those are shown that are sure
        enough to be counted, or where none is, all that there are. Letters are made smaller where axes are too small
        for them, by the room that there is at the moment: in a figure of several axes draw the claim last.

        Raises:
            MissingExtraError: matplotlib is not installed.
            QuestionError: the claim holds no word, `most` is below 1, or `around` below 0.
        """
        check_matplotlib("drawing a claim")
        from attribution.corpus.pictures.claim_picture import draw_claim

        if most < 1:
            raise QuestionError(f"a picture of {most} sources", "let `most` be 1 or more")
        if around < 0:
            raise QuestionError(f"a picture with {around} other claims", "let `around` be 0 or more")
        found = sure_part_of(self.corroboration(claim)) if least is None else self.corroboration(claim, least=least)
        return draw_claim(scene_of(found, self._now(), most, around), axes)

    def timeline(self: Asked, claim: str, *, axes: "Axes | None" = None, least: float = LEAST) -> "Axes":
        """Draw when who spoke on a claim, and return the axes: a row for each source, the first to speak on top.

        Circles support the claim, crosses contradict it, diamonds update it, and triangles repeat what was said; they
        are hollow where the source is not named. Statements are placed by when their articles were published: at the
        time where it is given (in UTC where its zone is), else in the middle of a bar over the day, month or year.
        Those of articles whose date is missing or not in ISO 8601 are in a strip of their own on the right. A claim
        that nobody made gives axes that say so. `least` is the chance from which a statement counts.

        Raises:
            MissingExtraError: matplotlib is not installed.
            QuestionError: the claim holds no word.
        """
        check_matplotlib("drawing a timeline")
        from attribution.corpus.pictures.timeline import draw_timeline

        found = self.corroboration(claim, least=least)
        return draw_timeline(found, standings_of(found, self._now().identities), axes)

    def status_rows(self: Asked) -> list[StatusRow]:
        """Return how many statements of each outlet have which authorization status, most statements first.

        Each row is a flat dict: `outlet` (empty where it is not known), `statements`, and a number for each status.
        Statements are counted, not people, and copies of one text each count.
        """
        return status_rows_of(self._now().records)

    def status_bars(self: Asked, *, axes: "Axes | None" = None) -> "Axes":
        """Draw the rows of `status_rows` as bars, and return the axes: *how often does an outlet name its sources?*

        Each status has a hatch and a colour of its own. Numbers too wide for their part of a bar stand at its end.

        Raises:
            MissingExtraError: matplotlib is not installed.
        """
        check_matplotlib("drawing bars")
        from attribution.corpus.pictures.status_bars import draw_status_bars

        return draw_status_bars(status_rows_of(self._now().records), axes)
