"""How Sphinx builds the documentation: `sphinx-build -W docs build/docs`; what is written in cells is executed.

Pages of which cells are executed are notebooks kept as text (they begin with `jupytext:`). The Python and the commands
of other blocks are run by tests (`tests/test_examples.py`, `tests/test_readme.py`, `tests/graph/network/`), but for
what installs, downloads or needs another program: `pip`, `stanza.download` and the pipeline made of what it brings,
`ftm` and `alephclient`, and the commands that train (`docs/how-to/train.md`).
"""

import os
import re
from importlib.metadata import version as installed
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.errors import SphinxError

project = "attribution"
author = "the authors of attribution"
release = version = installed("claim-attribution")
language = "en"
extensions = ["myst_nb", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
html_theme = "furo"
html_title = "attribution"
html_show_copyright = False  # whose it is stands in LICENSE and NOTICE
html_static_path = ["static"]
html_css_files = ["frames.css"]

# Stanza asks tqdm for bars of a notebook, which warns where none can be shown.
os.environ.setdefault("PYTHONWARNINGS", "ignore:IProgress not found")

# Cells run in the folder of their page; an error ends the build.
nb_execution_mode = "force"
nb_execution_raise_on_error = True
nb_execution_timeout = 600

myst_heading_anchors = 3
myst_enable_extensions = ["colon_fence"]
suppress_warnings = ["misc.highlighting_failure"]

autodoc_preserve_defaults = True  # a default that is a path would show the folder of the machine that built the pages
autodoc_typehints = "signature"
autodoc_member_order = "bysource"
napoleon_use_rtype = False


LOADED = re.compile(r"""<(?:script|link|img|iframe|source)\b[^>]*\b(?:src|href)\s*=\s*["']?(?:https?:)?//[^"'\s>]+""")


def refuse_network(app: Sphinx, error: Exception | None) -> None:
    """End the build where a page would load a script, a style, a font or a picture from another machine."""
    if error or app.builder.format != "html":
        return
    for page in sorted(Path(app.outdir).rglob("*.html")):
        for found in LOADED.findall(page.read_text(encoding="utf8")):
            if 'rel="canonical"' not in found:
                raise SphinxError(f"{page.name} loads from the network: {found}")
    for style in sorted(Path(app.outdir).rglob("*.css")):
        if found := re.search(r"(?:@import|url\()\s*[\"']?(?:https?:)?//[^)\"'\s]+", style.read_text(encoding="utf8")):
            raise SphinxError(f"{style.name} loads from the network: {found[0]}")


def setup(app: Sphinx) -> None:
    """Sphinx calls this."""
    app.connect("build-finished", refuse_network)
