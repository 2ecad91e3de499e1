"""The SQLite file below a corpus: opening it, transactions, and its errors turned into ours."""

import re
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import wraps
from os import PathLike, fspath
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import Concatenate, ParamSpec, Self, TypeVar

from attribution.corpus.storage.foreign_files import check_schema, distrust
from attribution.corpus.storage.schema import TABLES, prepare
from attribution.errors import AttributionError, CorpusDamagedError, CorpusFileError

IN_MEMORY = ":memory:"
AT_ONCE = 500  # values of one SQL statement; SQLite takes 999 at least
BUSY = 30.0  # seconds that a writer waits for another
SMALL = 32_000_000  # bytes of a file that is checked whenever it is opened; a millisecond for each million
OURS = tuple(re.findall(r"CREATE TABLE (\w+)", TABLES))


class Database:
    """One SQLite file, or a database in memory, that several threads may use; a small file is checked first."""

    def __init__(self, path: str | PathLike[str] = IN_MEMORY, *, read_only: bool = False, check: bool = False) -> None:
        self.file, self.read_only = fspath(path), read_only
        self._lock = RLock()
        self._changes = 0
        with self.errors():
            self._connection = self._connect(read_only)
            try:
                self._set_up(read_only)
                prepare(self._connection, self.file, read_only=read_only)
                check_schema(self._connection, TABLES, self.file)
                if check or self._bytes() <= SMALL:
                    self.check()
            except BaseException:
                self._connection.close()
                raise

    def _connect(self, read_only: bool) -> sqlite3.Connection:
        if self.file == IN_MEMORY:
            return sqlite3.connect(IN_MEMORY, isolation_level=None, check_same_thread=False)
        mode = "ro" if read_only else "rwc"
        address = f"{Path(self.file).resolve().as_uri()}?mode={mode}"
        return sqlite3.connect(address, uri=True, isolation_level=None, check_same_thread=False, timeout=BUSY)

    def _set_up(self, read_only: bool) -> None:
        distrust(self._connection)
        self._connection.execute("PRAGMA foreign_keys = ON")
        if not read_only and self.file != IN_MEMORY:
            self._keep_log()
            self._connection.execute("PRAGMA synchronous = NORMAL")

    def _keep_log(self) -> None:
        """Set the write-ahead log; SQLite itself does not wait where several processes open a new file at once."""
        end = time.monotonic() + BUSY
        while True:
            try:
                self._connection.execute("PRAGMA journal_mode = WAL")
                return
            except sqlite3.OperationalError as error:
                if "locked" not in str(error) or time.monotonic() > end:
                    raise
                time.sleep(0.01)

    def check(self) -> None:
        """See that the pages of our tables are as SQLite wrote them; what a text says it does not know.

        Reading alone does not show all damage: a page of zeros in an index hides its rows from whoever looks there.

        Raises:
            CorpusDamagedError: they are not.
        """
        for table in OURS:  # a stranger's own table may have checks that take for ever
            for (found,) in self.rows(f"PRAGMA quick_check({table})"):
                if found != "ok":
                    raise CorpusDamagedError(
                        self.file, f"its table {table!r} is damaged ({' '.join(str(found).split())})"
                    )

    def _bytes(self) -> int:
        return int(str(self.rows("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")[0][0]))

    @contextmanager
    def errors(self) -> Iterator[None]:
        """Turn SQLite's errors into ours, which name the file and say what to do."""
        try:
            with self._lock:
                yield
        except sqlite3.OperationalError as error:
            text = str(error)
            remedy = "see that its folder exists and may be written to"
            if "locked" in text or "busy" in text:
                remedy = f"another process has been writing for {BUSY:.0f} seconds; try again when it is done"
            elif "full" in text:
                remedy = "make room; every article added before is there"
            raise CorpusFileError(self.file, f"cannot be used ({text})", remedy) from error
        except sqlite3.ProgrammingError as error:
            raise CorpusFileError(self.file, f"cannot be used ({error})", "open it again") from error
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:  # a message may quote the damaged bytes
            raise CorpusDamagedError(self.file, f"cannot be read ({error})") from error

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        with self.errors():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")
            self._changes += 1

    def keep_derived(self, write: Callable[[sqlite3.Connection], bool]) -> bool:
        """Write what follows from the rest of the file, and tell whether it was written.

        It is no change, for it can be made again. So it waits for nobody and fails for nothing: where another process
        is writing, or there is no room, no leave or no file, it is not kept.
        """
        if self.read_only or self.file == IN_MEMORY:
            return False
        with self.errors():
            try:
                self._connection.execute("PRAGMA busy_timeout = 0")
                self._connection.execute("BEGIN IMMEDIATE")
                is_written = write(self._connection)
                self._connection.execute("COMMIT")
            except sqlite3.OperationalError:
                return False
            finally:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                self._connection.execute(f"PRAGMA busy_timeout = {1000 * BUSY:.0f}")
        return is_written

    def rows(self, query: str, values: Sequence[object] = ()) -> list[tuple[object, ...]]:
        with self.errors():
            return self._connection.execute(query, values).fetchall()

    def rows_in(self, query: str, values: Sequence[object]) -> Iterator[list[tuple[object, ...]]]:
        """Yield the rows of a query with `IN ({})`, part by part: values may be more than one SQL statement takes."""
        for start in range(0, len(values), AT_ONCE):
            some = values[start : start + AT_ONCE]
            yield self.rows(query.format(",".join("?" * len(some))), some)

    def close(self) -> None:
        """Close the file; a closed store answers nothing."""
        with self.errors():
            self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def revision(self) -> tuple[int, int]:
        """A value that changes with every change, also those of other processes."""
        return int(str(self.rows("PRAGMA data_version")[0][0])), self._changes


D = TypeVar("D", bound=Database)
P = ParamSpec("P")
R = TypeVar("R")


def reads(method: Callable[Concatenate[D, P], R]) -> Callable[Concatenate[D, P], R]:
    """Turn what a damaged value makes a reading method raise into our error, which names the file."""

    @wraps(method)
    def read(self: D, /, *values: P.args, **named: P.kwargs) -> R:
        try:
            return method(self, *values, **named)
        except AttributionError:
            raise
        except (ValueError, TypeError, LookupError, OverflowError, RecursionError) as error:
            raise CorpusDamagedError(self.file, f"holds a value that nobody wrote ({error})") from error

    return read
