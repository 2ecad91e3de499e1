"""How the command line is read: errors that say what to do, and the kinds of values that options take."""

import argparse
from collections.abc import Callable
from typing import NoReturn

from attribution.text.moment import is_date

INDENT = 2  # columns by which commands stand further in than options


class AsWritten(argparse.RawDescriptionHelpFormatter):
    """Keeps the lines of an example, which is copied from one; the longest command stands beside its words."""

    def add_argument(self, action: argparse.Action) -> None:
        """Take an argument; of commands argparse forgets the indent."""
        super().add_argument(action)
        if isinstance(action, argparse._SubParsersAction):
            self._action_max_length += INDENT


class Parser(argparse.ArgumentParser):
    """Reads a command line, and says of one that it does not understand where help is."""

    def error(self, message: str) -> NoReturn:
        """Leave with 2; without a command everything that there is to know is shown."""
        if message.endswith("required: COMMAND"):
            self.exit(2, f"{self.format_help()}\n{self.prog}: name a command\n")
        if message.startswith("unrecognized arguments: ") and ": -" not in message:
            message += "; put a claim or name of several words in quotation marks"
        super().error(f"{message}; {self.prog} --help shows more")


def day(given: str) -> str:
    """Read a date of publication, with its time or without."""
    if not is_date(given):
        raise argparse.ArgumentTypeError(f"{given!r} is no date; write it as 2026-03-02 or 2026-03-02T09:20")
    return given


def number(least: int) -> Callable[[str], int]:
    """Return what reads a whole number that is not below the least."""

    def read(given: str) -> int:
        if not given.isdecimal() or int(given) < least:
            raise argparse.ArgumentTypeError(f"{given!r} is no whole number from {least} on")
        return int(given)

    return read


def chance(given: str) -> float:
    """Read a chance, a number from 0 to 1."""
    try:
        found = float(given)
    except ValueError:
        found = -1.0
    if not 0 <= found <= 1:
        raise argparse.ArgumentTypeError(f"{given!r} is no number from 0 to 1")
    return found
