"""A corpus on disk or in memory: one SQLite file."""

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain

from attribution.corpus.storage.columns import ARTICLE, article_of, bytes_or_none, to_bytes, to_text
from attribution.corpus.storage.database import reads
from attribution.corpus.storage.entry import Entry
from attribution.corpus.storage.identity_rows import IdentityRows
from attribution.corpus.storage.statement_json import statement_from_json, statement_to_json
from attribution.errors import CorpusDamagedError
from attribution.graph.copies.copies import Overlap
from attribution.graph.record import Record
from attribution.graph.relation import Link, Relation
from attribution.text.article import Article

RECORDS = (  # the columns that a record is made of
    f"SELECT s.number, s.value, s.claim_text, s.takes_up, {ARTICLE} FROM statements s "
    "JOIN articles a ON a.number = s.article"
)
STREAMED = 2_000  # statements in memory together where all are gone through one by one


class Store(IdentityRows):
    """Articles, statements and the user's own judgements in one SQLite file.

    An article is added in one transaction, so a process can be killed at any moment and the file holds every article
    that was finished and no half one (write-ahead log; after a power cut the last articles may be missing). Several
    processes may read while one writes; a second writer waits. One `Store` may be used from several threads.
    """

    # Articles and statements

    def add(self, entry: Entry) -> bool:
        """Add an article with its statements, all or nothing; False where an article of this id is there already."""
        article = entry.article
        columns = (article.title, article.outlet, article.published, article.url, article.file)
        with self.transaction() as connection:
            held = connection.execute(
                "INSERT OR IGNORE INTO articles (id, text, title, outlet, published, url, file) VALUES (?,?,?,?,?,?,?)",
                (article.id, to_bytes(article.text), *map(bytes_or_none, columns)),
            )
            if not held.rowcount:
                return False
            number = held.lastrowid
            connection.executemany(
                "INSERT INTO statements (id, article, value, claim_text, vector, takes_up) VALUES (?,?,?,?,?,?)",
                (
                    (one.id, number, statement_to_json(one), to_bytes(claim_text), vector, json.dumps(takes_up))
                    for one, claim_text, vector, takes_up in zip(
                        entry.statements, entry.claim_texts, entry.vectors, entry.takes_up, strict=True
                    )
                ),
            )
            connection.executemany("INSERT INTO fingerprints VALUES (?,?)", ((h, number) for h in entry.fingerprint))
            connection.executemany(
                "INSERT INTO overlaps VALUES (?,?,?,?)",
                ((o.article_id, o.other_id, o.containment, o.shared) for o in entry.overlaps),
            )
        return True

    @reads
    def counts(self) -> tuple[int, int]:
        """Return how many articles and statements there are."""
        row = self.rows("SELECT (SELECT count(*) FROM articles), (SELECT count(*) FROM statements)")[0]
        return int(str(row[0])), int(str(row[1]))

    def holds(self, article_id: str) -> bool:
        """Tell whether an article of this id is there."""
        return bool(self.rows("SELECT 1 FROM articles WHERE id = ?", (article_id,)))

    @reads
    def articles(self) -> tuple[Article, ...]:
        """Return all articles in the order in which they were added."""
        return tuple(map(article_of, self.rows(f"SELECT {ARTICLE} FROM articles a ORDER BY a.number")))

    def records(self) -> tuple[Record, ...]:
        """Return all statements in the order in which they were added, those of one article in text order."""
        return tuple(self.each_record())

    def each_record(self) -> Iterator[Record]:
        """Yield the same one by one, with few of them in memory together."""
        last = 0
        while rows := self.rows(f"{RECORDS} WHERE s.number > ? ORDER BY s.number LIMIT ?", (last, STREAMED)):
            yield from self._records(rows)
            before, last = last, int(str(rows[-1][0]))
            if last <= before:  # a damaged index can lead in a circle
                raise CorpusDamagedError(self.file, f"statement {last} comes after statement {before}")

    @reads
    def records_at(self, numbers: Sequence[int]) -> tuple[Record, ...]:
        """Return the statements of these numbers, in the order asked for."""
        found = self._records_in("s.number", [int(number) for number in numbers])
        return tuple(found[int(number)] for number in numbers)

    @reads
    def records_of(self, statement_ids: Sequence[str]) -> tuple[Record, ...]:
        """Return the statements of these ids, in the order in which they were added."""
        found = self._records_in("s.id", statement_ids)
        return tuple(found[number] for number in sorted(found))

    @reads
    def records_in_articles(self, article_ids: Collection[str]) -> tuple[Record, ...]:
        """Return the statements of some articles, in the order in which they were added."""
        found = self._records_in("a.id", sorted(article_ids))
        return tuple(found[number] for number in sorted(found))

    def claim_texts(self) -> Iterator[tuple[int, str]]:
        """Yield the number of every statement, with what it claims."""
        for number, text in self.rows("SELECT number, claim_text FROM statements"):
            yield int(str(number)), to_text(text)

    def _records_in(self, column: str, values: Sequence[object]) -> dict[int, Record]:
        """Return the statements with one of some values in a column, by their numbers."""
        found: dict[int, Record] = {}
        for rows in self.rows_in(f"{RECORDS} WHERE {column} IN ({{}})", values):
            found |= zip((int(str(row[0])) for row in rows), self._records(rows), strict=True)
        return found

    @reads
    def _records(self, rows: Iterable[tuple[object, ...]]) -> tuple[Record, ...]:
        articles: dict[object, Article] = {}
        found = []
        for number, value, claim_text, takes_up, *columns in rows:
            article = articles.setdefault(columns[0], article_of(columns))
            statement = statement_from_json(str(value), self.file, int(str(number)))
            taken = tuple(json.loads(str(takes_up)))
            found.append(Record(statement=statement, article=article, claim_text=to_text(claim_text), takes_up=taken))
        return tuple(found)

    def statuses_by_article(self) -> Iterator[tuple[str, str, tuple[str, ...]]]:
        """Yield for each article its outlet and date, empty where not known, and the status of each statement."""
        for outlet, published, statuses in self.rows(
            "SELECT a.outlet, a.published, (SELECT group_concat(json_extract(s.value, '$.authorization.status')) "
            "FROM statements s WHERE s.article = a.number) FROM articles a ORDER BY a.number"
        ):
            known = [to_text(value) if value is not None else "" for value in (outlet, published)]
            yield known[0], known[1], tuple(str(statuses).split(",")) if statuses else ()

    # Copies

    @reads
    def sharing(self, fingerprint: Sequence[int], least: int) -> tuple[Article, ...]:
        """Return the articles that share at least so many hashes with a fingerprint."""
        shared: dict[int, int] = {}
        query = "SELECT article, count(*) FROM fingerprints WHERE hash IN ({}) GROUP BY article"
        for number, count in chain.from_iterable(self.rows_in(query, fingerprint)):
            shared[int(str(number))] = shared.get(int(str(number)), 0) + int(str(count))
        found = sorted(number for number, count in shared.items() if count >= least)
        return tuple(
            article_of(self.rows(f"SELECT {ARTICLE} FROM articles a WHERE a.number = ?", (number,))[0])
            for number in found
        )

    @reads
    def overlaps(self) -> tuple[Overlap, ...]:
        """Return the overlaps of all articles."""
        return tuple(
            Overlap(article_id=str(a), other_id=str(b), containment=float(str(c)), shared=int(str(n)))
            for a, b, c, n in self.rows("SELECT * FROM overlaps ORDER BY article_id, other_id")
        )

    # Statements compared with each other

    @reads
    def compared(self) -> dict[tuple[str, str], Link | None]:
        """Return the pairs of statements that were compared, with what was found: a link, or None for no relation."""
        return {
            (str(one), str(other)): None
            if relation is None
            else Link(
                statement_id=str(one),
                claim_id=str(other),
                relation=Relation(str(relation)),
                score=float(str(score)),
                method=str(method),
                evidence=to_text(evidence),
            )
            for one, other, relation, score, method, evidence in self.rows("SELECT * FROM compared")
        }

    def keep_compared(self, found: dict[tuple[str, str], Link | None]) -> None:
        """Keep what comparing pairs of statements gave, so that it need not be done again."""
        with self.transaction() as connection:
            connection.executemany(
                "INSERT OR REPLACE INTO compared VALUES (?,?,?,?,?,?)",
                (
                    (*pair, None, None, None, None)
                    if link is None
                    else (*pair, link.relation.value, link.score, link.method, to_bytes(link.evidence))
                    for pair, link in found.items()
                ),
            )

    # What the user says

    def judgements(self) -> tuple[tuple[str, str, bool], ...]:
        """Return which sources the user says are one, or are not."""
        rows = self.rows("SELECT one, other, same FROM judgements ORDER BY one, other")
        return tuple((str(one), str(other), bool(same)) for one, other, same in rows)

    def judge(self, one: str, other: str, same: bool | None) -> None:
        """Keep the user's judgement on two sources; None takes it back."""
        pair = tuple(sorted((one, other)))
        with self.transaction() as connection:
            connection.execute("DELETE FROM judgements WHERE one = ? AND other = ?", pair)
            if same is not None:
                connection.execute("INSERT INTO judgements VALUES (?,?,?)", (*pair, int(same)))

    def grades(self) -> dict[str, str]:
        """Return the reliability grades that the user gave to sources, by the id of a voice of each."""
        return {str(source): str(grade) for source, grade in self.rows("SELECT * FROM grades")}

    def grade(self, source: str, grade: str) -> None:
        """Keep the user's grade of a source."""
        with self.transaction() as connection:
            connection.execute("INSERT OR REPLACE INTO grades VALUES (?,?)", (source, grade))

    def setting(self, name: str) -> str:
        """Return a setting, empty where it was never set."""
        rows = self.rows("SELECT value FROM settings WHERE name = ?", (name,))
        return str(rows[0][0]) if rows else ""

    def set(self, name: str, value: str) -> None:
        """Keep a setting."""
        with self.transaction() as connection:
            connection.execute("INSERT OR REPLACE INTO settings VALUES (?,?)", (name, value))
