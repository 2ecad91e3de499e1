"""How Sphinx builds the documentation: `sphinx-build -W docs build/docs`; the tutorial is executed each time."""

from importlib.metadata import version as installed

project = "attribution"
author = "the authors of attribution"
release = version = installed("claim-attribution")
language = "en"
extensions = ["myst_nb", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
html_theme = "furo"
html_title = "attribution"
exclude_patterns = ["examples/*.md"]

# The tutorial's cells run in the folder of their page; an error ends the build.
nb_execution_mode = "force"
nb_execution_raise_on_error = True
nb_execution_timeout = 600
nb_execution_excludepatterns = ["explanation/*", "how-to/*", "reference/*"]

myst_heading_anchors = 3
myst_enable_extensions = ["colon_fence"]
suppress_warnings = ["misc.highlighting_failure"]

autodoc_typehints = "signature"
autodoc_member_order = "bysource"
napoleon_use_rtype = False
