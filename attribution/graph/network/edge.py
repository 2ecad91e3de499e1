"""One edge of the graph, as a value."""

from attrs import field, frozen, validators

from attribution.graph.network.kinds import EdgeAttributes, EdgeKind

STATED = "stated"  # the method of what the publication itself states, and nothing inferred


@frozen(kw_only=True)
class Edge:
    """What one node is to another, how surely, by what method, and the words of an article that show it.

    `evidence` are words of an article at one end of the edge, empty only where metadata alone state it; `note` is the
    method's own remark.
    """

    start: str
    end: str
    kind: EdgeKind
    score: float = field(default=1.0, validator=(validators.ge(0), validators.le(1)))
    method: str = STATED
    evidence: str = ""
    note: str = ""

    @property
    def ends(self) -> tuple[str, str, str]:
        """What makes the edge one of its own in the graph: its start, its end and its kind."""
        return self.start, self.end, self.kind.value

    @property
    def rank(self) -> tuple[float, str, str, str]:
        """Sorts edges of the same ends: the surest first, then by words, so that any order gives one graph."""
        return -self.score, self.method, self.evidence, self.note

    def attributes(self) -> EdgeAttributes:
        """Return what the edge carries in the graph."""
        return EdgeAttributes(
            kind=self.kind.value,
            score=float(self.score),
            method=self.method,
            evidence=self.evidence,
            note=self.note,
        )
