"""The graph on the page, with its legend and the place where a chosen node shows its statements."""

from collections.abc import Iterator

from attribution.corpus.report.contents import Contents
from attribution.corpus.report.drawing import drawing
from attribution.corpus.report.layout import Layout

LEGEND = """<ul class="legend">
<li><svg width="44" height="14" aria-hidden="true"><g class="line for"><path d="M0 7H44"/></g></svg> for</li>
<li><svg width="44" height="14" aria-hidden="true"><g class="line against"><path d="M0 7H44"/>
<text x="22" y="11">✕</text></g></svg> against</li>
<li><svg width="44" height="14" aria-hidden="true"><g class="line later"><path d="M0 7H44"/></g></svg>
a later value</li>
<li><svg width="44" height="14" aria-hidden="true"><g class="line belongs"><path d="M0 7H44"/></g></svg>
belongs to or speaks for</li>
<li><svg width="44" height="14" aria-hidden="true"><g class="line maybe"><path d="M0 7H44"/>
<text x="22" y="11">?</text></g></svg> may be the same</li>
<li><span class="sample named">name</span> named</li>
<li><span class="sample unnamed">name</span> unnamed</li>
</ul>"""


def graph_section(layout: Layout, contents: Contents) -> Iterator[str]:
    """Yield the section with the graph."""
    yield '<section id="graph" aria-labelledby="graph-title"><h2 id="graph-title">Graph</h2>'
    if not layout.claims:
        yield "<p>There is no claim to draw.</p></section>"
        return
    yield "<p>Organizations, sources and claims. Choose one to see its statements.</p>"
    yield '<a class="skip" href="#sources">Skip the graph</a>'
    yield f'{LEGEND}<div class="picture" tabindex="0" role="group" aria-label="Graph, may be scrolled">'
    yield f"{drawing(layout, contents)}</div>"
    left = []
    if layout.claims_left_out:
        left.append(f"{layout.claims_left_out} claims")
    if layout.sources_left_out:
        left.append(f"{layout.sources_left_out} sources with fewer statements")
    if left:
        yield f"<p>{' and '.join(left)} are not drawn; the lists have all.</p>"
    yield '<div id="chosen" role="region" aria-label="Chosen in the graph" hidden></div></section>'
