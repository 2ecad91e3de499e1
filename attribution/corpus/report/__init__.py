"""A report of a corpus: one page for an analyst, in one file, which needs no network and no server."""
