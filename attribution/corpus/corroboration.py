"""Who stands behind a claim, who against it, and how many of them independently."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from attrs import field, frozen, validators

from attribution.corpus.answers import ANSWER_COLUMNS, Answer, AnswerRow, Answers
from attribution.graph.relation import Relation
from attribution.statements.statement import AuthorizationStatus
from attribution.text.columns import visible
from attribution.text.moment import in_utc

WITHHELD = frozenset((AuthorizationStatus.ANONYMOUS, AuthorizationStatus.BACKGROUND, AuthorizationStatus.OFF_RECORD))
NAMELESS = WITHHELD | {AuthorizationStatus.UNNAMED, AuthorizationStatus.UNKNOWN}
UNRATED = "F"  # reliability cannot be judged
NO_GROUP = -1  # of a statement that does not support the claim


class Flag(StrEnum):
    """What an analyst should know before counting on a claim."""

    SINGLE_SOURCE = "single_source"  # all support may come from one origin
    ANONYMOUS_ONLY = "anonymous_only"  # nobody behind it is named, and no organization stands for it
    ONE_ORGANIZATION = "one_organization"  # several people, all speaking for one organization
    CIRCULAR = "circular"  # outlets that credit each other
    CONTESTED = "contested"  # somebody contradicts it, for sure enough


class CorroborationRow(AnswerRow):
    """One statement that bears on a claim as plain values: its side and its group, then the columns of an answer."""

    side: str
    group: int


CORROBORATION_COLUMNS = ("side", "group", *ANSWER_COLUMNS)


@frozen(kw_only=True)
class Origin:
    """Supporting statements that go back to one origin: one person, one organization, one text.

    `answers` are the sure ones, the earliest first, then the others.
    """

    name: str
    answers: tuple[Answer, ...] = field(validator=validators.min_len(1))
    reasons: tuple[str, ...] = ()  # why they are one, in words; empty where there is one statement


@frozen(kw_only=True, repr=False)
class First:
    """The earliest statement of a claim; `is_sure` is false where another may be as early, or dates are unknown."""

    answer: Answer
    is_sure: bool
    reason: str

    def __repr__(self) -> str:
        from attribution.corpus.card import first_line

        return visible(f"{first_line(self)}: {self.answer.record.content}")


@frozen(kw_only=True)
class Corroboration:
    """What a corpus knows of a claim; a count of voices, no verdict on truth.

    `independent` is the least and the most number of independent sources behind the claim, `against` of those that
    contradict it: unnamed speakers may or may not be the same. Both count answers that are sure. `repeats` are
    supporting answers that add nothing to another one; they are among `supporting` too. `organizations` are those of
    the sources behind the claim, by the source's id, each under the name that the corpus knows it by, whatever an
    article calls it. `credibility` is 1 to 6 on the
    Admiralty scale by the rules of docs/explanation/independence, `reliability` A to F the best grade that the user
    gave to a source behind the claim.
    """

    claim: str
    supporting: Answers
    contradicting: Answers
    updates: Answers
    repeats: Answers
    groups: tuple[Origin, ...]
    independent: tuple[int, int]
    against: tuple[int, int] = (0, 0)
    first: First | None = None
    flags: tuple[Flag, ...] = ()
    reliability: str = UNRATED
    organizations: Mapping[str, tuple[str, ...]] = field(factory=dict, repr=False)

    @property
    def by_status(self) -> dict[str, int]:
        """Supporting statements by the terms on which their speakers speak, the most frequent first."""
        return _counted(answer.statement.authorization.status.value for answer in self.supporting)

    @property
    def by_organization(self) -> dict[str, int]:
        """Supporting statements by the organizations that their speakers belong to, the most frequent first."""
        return _counted(name for answer in self.supporting for name in self.organizations.get(answer.source_id, ()))

    @property
    def credibility(self) -> int:
        """How credible the claim is on the Admiralty scale.

        1 confirmed by independent sources of which one at least is named, 2 probably true, 3 possibly true,
        4 doubtful, 5 improbable, 6 cannot be judged.
        """
        if not self.supporting:
            return 5 if self.against[0] else 6
        if self.against[0]:
            return 4 if self.independent[0] >= self.against[0] else 5
        if Flag.ANONYMOUS_ONLY in self.flags:
            return 2 if self.independent[0] > 1 else 6
        if self.independent[0] > 1:
            return 1
        return 2 if self.independent[1] > 1 else 3

    def rows(self) -> list[CorroborationRow]:
        """Return one flat dict for each statement that bears on the claim, those behind it first, group by group.

        `side` is *supporting*, *repeats* (supporting, and adding nothing to another one), *contradicting* or
        *updates*; `group` is the place in `groups` of the origin that the statement goes back to, -1 where it does not
        support the claim.
        """
        again = set(map(_place, self.repeats))
        behind = [
            _row("repeats" if _place(answer) in again else "supporting", group, answer)
            for group, origin in enumerate(self.groups)
            for answer in origin.answers
        ]
        others = (("contradicting", self.contradicting), ("updates", self.updates))
        return behind + [_row(side, NO_GROUP, answer) for side, answers in others for answer in answers]

    def __repr__(self) -> str:
        from attribution.corpus.card import text_card

        return text_card(self)

    def _repr_html_(self) -> str:
        from attribution.corpus.card import html_card

        return html_card(self)


def _place(answer: Answer) -> tuple[str, str]:
    return answer.article_id, answer.statement.id


def _row(side: str, group: int, answer: Answer) -> CorroborationRow:
    return CorroborationRow(side=side, group=group, **answer.row())


def _counted(names: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(names).items(), key=lambda pair: (-pair[1], pair[0])))


def counted(answers: Sequence[Answer]) -> Sequence[Answer]:
    """Return the answers that count: those that are sure, or the best one where none is."""
    return [answer for answer in answers if answer.is_sure] or answers[:1]


def first_of(answers: Sequence[Answer]) -> First | None:
    """Return the earliest of the answers that count by the dates of their articles, with how sure that is.

    Dates are compared as far as both are given: an article of *2013-07-02* may be earlier than one of
    *2013-07-02T09:00*.
    """
    dated = sorted(
        (a for a in counted(answers) if a.published),
        key=lambda a: (in_utc(a.published), a.article_id, a.statement.content[0]),
    )
    if not dated:
        return None
    earliest = dated[0]
    as_early = [a for a in answers if a.published and _may_be_as_early(in_utc(a.published), in_utc(earliest.published))]
    rivals = {a.article_id for a in as_early if a.is_sure} - {earliest.article_id}
    unsure = {a.article_id for a in as_early} - {earliest.article_id}
    undated = {a.article_id for a in answers if not a.published}
    reasons = (
        (rivals, f"{len(rivals)} more {_articles(rivals)} of the same time"),
        (unsure, f"{len(unsure)} {_articles(unsure)} as early may say so, too"),
        (undated, f"{len(undated)} {_articles(undated)} without a date"),
        (not earliest.is_sure, "this may be on something else"),
    )
    doubts = [reason for doubtful, reason in reasons if doubtful]
    number = len({a.article_id for a in answers})
    reason = doubts[0] if doubts else f"the earliest of {number} dated {'article' if number == 1 else 'articles'}"
    return First(answer=earliest, is_sure=not doubts, reason=reason)


def _may_be_as_early(other: str, earliest: str) -> bool:
    shared = min(len(other), len(earliest))
    return other[:shared] <= earliest[:shared]


def _articles(found: set[str]) -> str:
    return "article" if len(found) == 1 else "articles"


def of_relation(claim: str, answers: Iterable[Answer], relation: Relation) -> Answers:
    """Return the answers of one relation, in their order."""
    return Answers(claim, tuple(answer for answer in answers if answer.relation is relation))


def flags_of(
    groups: Sequence[Origin],
    independent: tuple[int, int],
    against: tuple[int, int],
    speaks_for: Mapping[str, Iterable[str]],
) -> set[Flag]:
    """Return what stands out about the sources of a claim; that outlets credit each other is found elsewhere.

    `speaks_for` are the organizations for which each source may speak, by the source's id.
    """
    answers = [answer for group in groups for answer in group.answers]
    flags = set()
    if answers and independent[0] <= 1:
        flags.add(Flag.SINGLE_SOURCE)
    if answers and all(answer.statement.authorization.status in NAMELESS for answer in answers):
        flags.add(Flag.ANONYMOUS_ONLY)
    bodies = [set(speaks_for.get(answer.source_id, ())) for answer in answers]
    is_one_voice = independent[0] <= 1  # not so for two bodies of one name that the user keeps apart
    if len({answer.source_id for answer in answers}) > 1 and is_one_voice and set.intersection(*bodies):
        flags.add(Flag.ONE_ORGANIZATION)
    if against[1]:
        flags.add(Flag.CONTESTED)
    return flags
