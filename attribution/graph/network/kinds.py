"""The kinds of nodes and edges of the graph, and the attributes that each carries.

Attributes are plain text, numbers and truth values, since GraphML and GEXF take nothing else. None of them is called
*source*, *target* or *key* on an edge or *id* on a node: formats use those names for themselves.
"""

from enum import StrEnum
from typing import TypedDict


class NodeKind(StrEnum):
    """What a node stands for."""

    ARTICLE = "article"
    OUTLET = "outlet"
    STATEMENT = "statement"
    SOURCE = "source"
    ORGANIZATION = "organization"
    CLAIM = "claim"


class EdgeKind(StrEnum):
    """What an edge says of the nodes at its ends; the arrow in the comment tells which kinds of nodes these are."""

    PUBLISHED_BY = "published_by"  # article → outlet
    REPORTS = "reports"  # article → statement
    CREDITS = "credits"  # article → outlet
    COPIES = "copies"  # article → the earlier article
    SHARES_TEXT = "shares_text"  # article → article, where dates do not tell which is the copy
    SAID_BY = "said_by"  # statement → source
    TOLD = "told"  # statement → outlet
    NESTED_IN = "nested_in"  # statement → the statement in whose content it stands
    TAKES_UP = "takes_up"  # statement → the statement whose words it endorses or, by its stance, rejects
    SUPPORTS = "supports"  # statement → claim, and so the three that follow
    CONTRADICTS = "contradicts"
    UPDATES = "updates"
    REPEATS = "repeats"
    SPEAKS_FOR = "speaks_for"  # source → organization
    AFFILIATED = "affiliated"  # source → organization
    MAY_BE_SAME = "may_be_same"  # source → source, a judgement that was left open


class ArticleNode(TypedDict):
    """An article: what is known of its publication, each empty where unknown."""

    kind: str
    label: str
    title: str
    outlet: str
    published: str
    url: str


class OutletNode(TypedDict):
    """An outlet or agency, in its most frequent spelling."""

    kind: str
    label: str
    name: str


class StatementNode(TypedDict):
    """A statement of one article: the words attributed, what they claim, and the terms on which they were said.

    `content_start` and `content_end` are the places of its first and behind its last character in the article.
    """

    kind: str
    label: str
    content: str
    claim_text: str
    speaker: str
    status: str
    reason: str
    stance: str
    quotation: str
    channel: str
    article_id: str
    outlet: str
    published: str
    content_start: int
    content_end: int
    confidence: float


class SourceNode(TypedDict):
    """A speaker across articles; `names` are all that articles call them, joined by *"; "*."""

    kind: str
    label: str
    name: str
    names: str
    speaker_kind: str
    named: bool
    statements: int


class OrganizationNode(TypedDict):
    """An organization across articles; `names` are all that articles call it, joined by *"; "*."""

    kind: str
    label: str
    name: str
    names: str
    acronym: str


class ClaimNode(TypedDict):
    """A claim: its text, and how many statements bear on it."""

    kind: str
    label: str
    text: str
    statements: int


class EdgeAttributes(TypedDict):
    """What every edge carries.

    `score` is how sure the edge is, from 0 to 1; `method` is what found it, *stated* for what the publication itself
    states; `evidence` are words of an article at one end, with *" … "* where they leave something out; `note` is the
    method's own remark. `evidence` and `note` may be empty.
    """

    kind: str
    score: float
    method: str
    evidence: str
    note: str


Node = ArticleNode | OutletNode | StatementNode | SourceNode | OrganizationNode | ClaimNode

NODE_ATTRIBUTES: dict[NodeKind, dict[str, type]] = {
    NodeKind.ARTICLE: ArticleNode.__annotations__,
    NodeKind.OUTLET: OutletNode.__annotations__,
    NodeKind.STATEMENT: StatementNode.__annotations__,
    NodeKind.SOURCE: SourceNode.__annotations__,
    NodeKind.ORGANIZATION: OrganizationNode.__annotations__,
    NodeKind.CLAIM: ClaimNode.__annotations__,
}
