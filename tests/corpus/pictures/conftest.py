"""What the tests of pictures share: corpora whose answers are written down, and what is read back from axes."""

from collections.abc import Callable, Iterable, Iterator
from itertools import combinations

import matplotlib
import pytest
from attrs import frozen
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text

from attribution.corpus.answers import Answer, Answers
from attribution.corpus.asking import LEAST
from attribution.corpus.corpus import Corpus
from attribution.corpus.question import check_claim
from attribution.corpus.storage.entry import Entry
from attribution.corpus.storage.store import Store
from attribution.graph.relation import Relation
from attribution.statements.statement import (
    Authorization,
    AuthorizationStatus,
    Speaker,
    SpeakerKind,
    Stance,
    Statement,
)
from attribution.text.article import Article
from attribution.text.span import Span

matplotlib.use("Agg")


@frozen(kw_only=True)
class Said:
    """A statement, alone in its article, and how it stands to any claim that is asked."""

    who: str | None
    words: str = "The bridge will close."
    relation: str = "supports"
    score: float = 0.9
    named: bool = True
    kind: str = "person"
    organizations: tuple[str, ...] = ()
    outlet: str | None = "Harbor Ledger"
    published: str | None = "2026-03-02"
    status: str = "on_record"
    stance: str = "asserts"


class Told(Corpus):
    """A corpus that finds what it was told to find, whatever is asked."""

    said: dict[str, Said]

    def who_said(self, claim: str, *, least: float = LEAST, **_limits: object) -> Answers:
        """Return every statement on which something was written down, the surest first."""
        source_of = self._now().identities.source_of
        asked = check_claim(claim)
        answers = [
            Answer(
                claim=asked,
                record=record,
                relation=Relation(self.said[record.statement.id].relation),
                score=self.said[record.statement.id].score,
                source_id=source_of.get(record.statement.id, ""),
            )
            for record in self._now().records
            if self.said[record.statement.id].score >= least
        ]
        return Answers(asked, tuple(sorted(answers, key=lambda one: (-one.score, one.statement.id))))


def told(every: Iterable[Said]) -> Told:
    """Return the corpus of some statements, numbered `statement:0` and on."""
    store = Store()
    known = {}
    for number, said in enumerate(every):
        known[f"statement:{number}"] = said
        store.add(entry_of(number, said))
    corpus = Told(store)
    corpus.said = known
    return corpus


def entry_of(number: int, said: Said) -> Entry:
    """Return the entry of an article with one statement in it."""
    article = Article(id=f"article:{number}", text=said.words, outlet=said.outlet, published=said.published)
    speaker = None
    if said.who is not None:
        kind = SpeakerKind(said.kind)
        speaker = Speaker(name=said.who, kind=kind, named=said.named, organizations=said.organizations)
    statement = Statement(
        id=f"statement:{number}",
        article_id=article.id,
        text=said.words,
        content=(Span(0, len(said.words)),),
        speaker=speaker,
        stance=Stance(said.stance),
        authorization=Authorization(status=AuthorizationStatus(said.status)),
    )
    return Entry(article=article, statements=(statement,), claim_texts=(said.words,), vectors=(bytes(384),))


BOTH_SIDES = (
    Said(who="Ann Lee", organizations=("Ministry of Transport",), published="2026-03-02T09:40"),
    Said(who="Bo Chen", organizations=("Ministry of Transport",), published="2026-03-02T12:30", words="It will close."),
    Said(who="an aide", named=False, status="anonymous", published="2026-03-03", outlet="Vale Post"),
    Said(
        who="Carla Mendes", relation="contradicts", words="The bridge stays open.", published="2026-03-03T08:00+01:00"
    ),
    Said(who="a driver", named=False, relation="contradicts", stance="denies", published=None, status="unnamed"),
    Said(who="Iria Lines", kind="organization", relation="updates", words="The bridge closes on Friday.", score=0.7),
    Said(who="Helena Duarte", published="2026-03-04", words="Yes, it will close."),
    Said(who="Helena Duarte", relation="contradicts", published="2026-03-01", words="It will never close.", score=0.8),
)


@pytest.fixture
def said() -> type[Said]:
    """Return what a test writes down: `said(who="Ann Lee")`."""
    return Said


@pytest.fixture(name="told")
def told_fixture() -> Callable[[Iterable[Said]], Told]:
    """Return what makes a corpus of some statements, numbered `statement:0` and on."""
    return told


@pytest.fixture
def both_sides() -> Told:
    """Return a corpus with somebody of every kind on every side."""
    return told(BOTH_SIDES)


@frozen
class Seen:
    """What can be read back from axes, once everything in them was drawn."""

    axes: object

    def __attrs_post_init__(self) -> None:
        FigureCanvasAgg(self.axes.figure.get_figure(root=True)).draw()

    @property
    def named(self) -> dict[str, object]:
        """The artists that have a name of their own."""
        return {artist.get_gid(): artist for artist in self.axes.get_children() if artist.get_gid()}

    def links(self, relation: str) -> list[object]:
        """Return the links of a relation."""
        return [artist for name, artist in self.named.items() if name.startswith(f"{relation} ")]

    @property
    def legend(self) -> dict[str, object]:
        """The signs of the legend by their words."""
        legend = self.axes.get_legend()
        return {text.get_text(): sign for text, sign in zip(legend.get_texts(), legend.legend_handles, strict=True)}

    @property
    def boxes(self) -> list[tuple[str, object]]:
        """Every visible text, legend and ticks among them, with its box in pixels."""
        beyond = set()  # ticks that matplotlib keeps ready outside the axes' limits
        for axis in (self.axes.xaxis, self.axes.yaxis):
            low, high = sorted(axis.get_view_interval())
            beyond |= {
                tick.label1
                for tick in axis.get_major_ticks()
                if not self.axes.axison or not low <= tick.get_loc() <= high
            }
        texts = [text for text in self.axes.findobj(Text) if text not in beyond]
        return [(t.get_text(), t.get_window_extent()) for t in texts if t.get_visible() and t.get_text().strip()]

    @property
    def texts(self) -> list[str]:
        """The words of every visible text."""
        return [text for text, _ in self.boxes]

    @property
    def overlaps(self) -> list[tuple[str, str]]:
        """The texts that stand in each other's way, by more than the pixel that rounding may take."""
        found = []
        for (one, first), (other, second) in combinations(self.boxes, 2):
            wide = min(first.x1, second.x1) - max(first.x0, second.x0)
            high = min(first.y1, second.y1) - max(first.y0, second.y0)
            if wide > 1 and high > 1:
                found.append((one, other))
        return found

    @property
    def outside(self) -> list[str]:
        """The texts that the figure cuts off."""
        whole = self.axes.figure.get_figure(root=True).bbox
        return [
            text
            for text, box in self.boxes
            if box.x0 < -1 or box.y0 < -1 or box.x1 > whole.x1 + 1 or box.y1 > whole.y1 + 1
        ]


@pytest.fixture
def seen() -> type[Seen]:
    """Return what reads axes back: `seen(axes).texts`."""
    return Seen


@pytest.fixture(autouse=True)
def closed() -> Iterator[None]:
    """Close the figures that a test leaves open."""
    yield
    from matplotlib import pyplot

    pyplot.close("all")
