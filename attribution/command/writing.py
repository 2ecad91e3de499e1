"""The commands that write a corpus to a file: a page, a picture, a graph for other programs."""

from argparse import Namespace
from contextlib import nullcontext
from functools import partial
from pathlib import Path

from attribution.command.listing import comparing
from attribution.command.opening import asked, given
from attribution.command.showing import show, show_json
from attribution.corpus.corpus import Corpus
from attribution.corpus.pictures.canvas import check_matplotlib
from attribution.errors import UnknownFormatError
from attribution.graph.network.exchange.placing import place

DOTS = 150  # to the inch, of pictures made of dots
PICTURES = ("svg", "pdf", "png")  # those to recommend of what matplotlib writes


@asked
def report(corpus: Corpus, options: Namespace) -> None:
    """Write the page of a corpus, and say where it is."""
    path = options.output or Path(options.corpus).with_suffix(".html")
    with comparing(corpus) if options.claim is None else nullcontext():
        written = str(corpus.report(path, **given(options, "title"), claims=options.claim))
    if options.json:
        show_json([written])
    else:
        show(written)


@asked
def export(corpus: Corpus, options: Namespace) -> None:
    """Write the graph or the tables behind it to a file."""
    with comparing(corpus):
        written = [str(path) for path in corpus.export(options.path, format=options.format)]
    if options.json:
        show_json(written)
    else:
        show("\n".join(written))


@asked
def draw(corpus: Corpus, options: Namespace) -> None:
    """Write a picture of a claim to a file, and say where it is."""
    check_matplotlib("drawing a claim")
    import matplotlib
    from matplotlib import pyplot
    from matplotlib.backend_bases import FigureCanvasBase

    matplotlib.use("Agg")  # a shell may have no screen
    path = Path(options.path)
    ending = path.suffix.lower().removeprefix(".")
    if ending not in FigureCanvasBase.get_supported_filetypes():
        raise UnknownFormatError(path.name, "has the ending of no picture", PICTURES)
    least = given(options, "least")
    if options.timeline:
        corpus.timeline(options.claim, **least)
    else:
        with comparing(corpus) if options.around else nullcontext():
            corpus.draw(options.claim, most=options.most, around=options.around, **least)
    place(path, partial(pyplot.gcf().savefig, format=ending, dpi=DOTS))
    written = str(path)
    if options.json:
        show_json([written])
    else:
        show(written)
