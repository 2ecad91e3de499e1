"""The command line: `attribution read FILE…`, `attribution who-said CORPUS CLAIM`, and the rest."""

import os
import sys
from collections.abc import Sequence

from attribution.command.complaints import MISUSED
from attribution.command.parsers import parser
from attribution.command.showing import complain, has_colours
from attribution.errors import AttributionError
from attribution.text.styling import styling

DONE, FAILED, MISUNDERSTOOD, INTERRUPTED = 0, 1, 2, 130

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status: 0, 1 where something failed, 2 for wrong usage."""
    options = parser().parse_args(arguments)
    is_table = getattr(options, "format", "table") == "table" and not options.json
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a stand-in of a notebook or test has its own way
            stream.reconfigure(encoding=None if is_table else "utf-8", errors="backslashreplace")
    try:
        with styling(is_table and has_colours(sys.stdout)):
            return int(options.run(options))
    except AttributionError as error:
        complain(error)
        return MISUNDERSTOOD if isinstance(error, MISUSED) else FAILED
    except BrokenPipeError:  # whoever reads has seen enough: `attribution read … | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        return INTERRUPTED
