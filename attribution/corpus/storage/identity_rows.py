"""Who is who, as a corpus file keeps it: found once, and looked up until articles or judgements change it."""

import hashlib
import json
import sqlite3
from collections.abc import Callable, Iterator
from typing import TypeVar

from attribution.corpus.storage.columns import to_text
from attribution.corpus.storage.database import reads
from attribution.corpus.storage.identity_json import to_json
from attribution.corpus.storage.statement_json import speaker_from_json
from attribution.corpus.storage.vectors import VectorRows
from attribution.errors import CorpusDamagedError
from attribution.graph.identity.identities import Identities
from attribution.graph.identity.rules import rules_sum
from attribution.graph.identity.voice import Spoken, Voice, gather_voices

FOUND_FROM = "identities"  # the setting that tells from what the identities in the file were found
STREAMED = 10_000  # statements in memory together while voices are gathered
Value = TypeVar("Value")


class IdentityRows(VectorRows):
    """What a corpus file tells of who speaks."""

    def voices(self) -> tuple[Voice, ...]:
        """Return the voices of all statements, without reading articles and what was said."""
        return gather_voices(self._spoken())

    def _spoken(self) -> Iterator[Spoken]:
        last = 0
        while found := self._spoken_after(last):
            yield from (spoken for _, spoken in found if spoken is not None)
            before, last = last, found[-1][0]
            if last <= before:  # a damaged index can lead in a circle
                raise CorpusDamagedError(self.file, f"statement {last} comes after statement {before}")

    @reads
    def _spoken_after(self, last: int) -> list[tuple[int, Spoken | None]]:
        return [
            (int(str(number)), self._spoken_in(int(str(number)), identity, value, article))
            for number, identity, value, *article in self.rows(
                "SELECT s.number, s.id, s.value, a.id, a.outlet, a.published FROM statements s "
                "JOIN articles a ON a.number = s.article WHERE s.number > ? ORDER BY s.number LIMIT ?",
                (last, STREAMED),
            )
        ]

    def _spoken_in(self, number: int, identity: object, value: object, article: list[object]) -> Spoken | None:
        speaker = speaker_from_json(str(value), self.file, number)
        if speaker is None:
            return None
        article_id, outlet, published = ("" if known is None else to_text(known) for known in article)
        return Spoken(
            statement_id=str(identity), speaker=speaker, article_id=article_id, outlet=outlet, published=published
        )

    @property
    def identities_from(self) -> str:
        """What identities follow from at this moment: the rules, the articles and the user's judgements."""
        judged = json.dumps(self.rows("SELECT one, other, same FROM judgements ORDER BY one, other"))
        articles = self.rows("SELECT coalesce(max(number), 0) FROM articles")[0][0]
        digest = hashlib.blake2b(judged.encode(), digest_size=8).hexdigest()
        return f"{rules_sum()} {articles} {self.last_number()} {digest}"

    @property
    def identities_kept(self) -> str:
        """What the identities in the file were found from; empty where there are none."""
        rows = self.rows("SELECT value FROM settings WHERE name = ?", (FOUND_FROM,))
        return str(rows[0][0]) if rows else ""

    def keep_identities(self, found: Identities, found_from: str) -> bool:
        """Keep identities, unless what they were found from changed meanwhile, or another process is writing.

        They follow from the rest of the file, so nothing changes for whoever reads it.
        """
        return self.keep_derived(lambda connection: self._keep_identities(connection, found, found_from))

    def _keep_identities(self, connection: sqlite3.Connection, found: Identities, found_from: str) -> bool:
        if self.identities_from != found_from:
            return False
        connection.execute("DELETE FROM identities")
        connection.executemany("INSERT INTO identities VALUES (?,?,?)", _rows_of(found))
        connection.execute("INSERT OR REPLACE INTO settings VALUES (?,?)", (FOUND_FROM, found_from))
        return True

    @reads
    def kept(
        self, kind: str, found_from: str, read: Callable[[str], Value], key: str | None = None
    ) -> dict[str, Value] | None:
        """Return identities of a kind by their keys, in the order of keys: all, or at most the one of a key.

        None where those in the file were found from something else.
        """
        asked = ("", ()) if key is None else (" AND i.key = ?", (key,))
        rows = self.rows(
            f"SELECT i.key, i.value FROM settings s LEFT JOIN identities i ON i.kind = ?{asked[0]} "
            "WHERE s.name = ? AND s.value = ? ORDER BY i.key",
            (kind, *asked[1], FOUND_FROM, found_from),
        )
        return {str(key): read(str(value)) for key, value in rows if key is not None} if rows else None


def pair_key(pair: frozenset[str]) -> str:
    """Return the key under which an open pair of sources is kept."""
    return " ".join(sorted(pair))


def _rows_of(found: Identities) -> Iterator[tuple[str, str, str]]:
    for source in found.sources:
        yield "source", source.id, to_json(source)
        yield from (("statement", statement, source.id) for statement in source.statement_ids)
    for body in found.organizations:
        yield "organization", body.id, to_json(body)
    for number, merge in enumerate(found.merges):
        yield "merge", f"{number:012}", to_json(merge)
    for pair in found.unsure:
        yield "unsure", pair_key(frozenset((pair.one, pair.other))), to_json(pair)
