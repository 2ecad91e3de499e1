"""Stretches of an article's text."""

from collections.abc import Iterable

from attrs import field, frozen, validators


@frozen(order=True)
class Span:
    """A stretch of an article's text: characters `start` to `end`, `end` not included, as Python counts them.

    Raises:
        ValueError: the span would hold no character.
    """

    start: int = field(validator=validators.ge(0))
    end: int = field()

    @end.validator
    def _check_end(self, _attribute: object, end: int) -> None:
        if end <= self.start:
            raise ValueError(f"a span must hold a character, got {self.start}:{end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the words of `text` that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Tell whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


def words_of(spans: Iterable[Span], text: str) -> str:
    """Return the words of several spans, with an ellipsis where they leave something out."""
    return " … ".join(" ".join(span.of(text).split()) for span in spans)
