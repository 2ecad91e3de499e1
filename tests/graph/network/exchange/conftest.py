"""A picture whose texts are hostile to every format."""

from types import SimpleNamespace

import pytest
from attrs import evolve

from attribution.graph.network.picture import Picture
from attribution.graph.record import Record
from attribution.statements.statement import Speaker, Statement
from attribution.text.article import Article
from attribution.text.span import Span

HOSTILE = "=cmd|' /C calc'!A0 \x00\x0b\x1f\r\n\ud800 <b>&amp;]]> _x000C_ \ufffe 🔥 said Ann \"Q\", 'R'; \u2028."


@pytest.fixture(scope="session")
def hostile(ferry):
    """Return a picture with one article whose text, title, outlet, address and id hold what formats refuse."""
    article = Article(
        text=HOSTILE,
        title=HOSTILE,
        outlet=f"@{HOSTILE}",
        published=HOSTILE,
        url="javascript:alert('\x07')",
        id="mine #1 <\ud800>\x00é",
    )
    statement = Statement(
        id="statement:0123456789abcdef",
        article_id=article.id,
        text=HOSTILE,
        content=(Span(0, len(HOSTILE)),),
        cue=(Span(1, 4),),
        speaker=Speaker(name=HOSTILE, role=HOSTILE, organizations=("\t=1+1",)),
        told=HOSTILE,
    )
    claim = evolve(ferry.claims.off, text=HOSTILE, statement_ids=(statement.id,))
    source = evolve(ferry.sources.senior, name=HOSTILE, names=(HOSTILE,), statement_ids=(statement.id,))
    return Picture(
        records=(Record(statement=statement, article=article, claim_text=HOSTILE),),
        identities=evolve(ferry.picture.identities, sources=(source,)),
        claims=(claim,),
        links=(evolve(ferry.picture.links[0], statement_id=statement.id, evidence=HOSTILE),),
    )


@pytest.fixture(params=["ferry", "hostile"])
def picture(request, ferry, hostile):
    """Return an ordinary picture, then a hostile one."""
    return SimpleNamespace(ferry=ferry.picture, hostile=hostile).__dict__[request.param]
