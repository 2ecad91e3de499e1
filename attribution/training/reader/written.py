"""Read news articles written for the training of the reader, of kinds that the annotated ones lack.

A file holds articles, each opened by `# ` and its name; tags mark the source, cue and content (`s`, `c`, `t`) of each
attribution by its number:

    # crane accident
    <t1>"Nobody told us anything,"</t1> <c1>said</c1> <s1>Amina Farouk, the harbour's director</s1>.

What stands in several pieces has several pairs of tags. The conventions are those of PolNeAR (Newell et al. 2018).
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from importlib.resources import files

from attribution.training.reader.data import Attribution, Labelled, lay_over
from attribution.training.tagged import Places, without_tags

ROLE_OF = {"s": "source", "c": "cue", "t": "content"}
OPENING = re.compile(r"^# (.+)\n", re.MULTILINE)


def read_written(*, development: bool = False) -> list[Labelled]:
    """Return the articles that come with the package, those of training or the tenth kept for development."""
    folder = files("attribution.training.reader").joinpath("articles")
    texts = sorted((file.name, file.read_text("utf8")) for file in folder.iterdir() if file.name.endswith(".txt"))
    articles = [article for _, text in texts for article in parse_written(text)]
    return [article for place, article in enumerate(articles) if (place % 10 == 9) is development]


def parse_written(text: str) -> Iterator[Labelled]:
    """Yield the articles of a file; ValueError, with the article's name, where tags do not fit each other."""
    _, *parts = OPENING.split(text)
    for name, body in zip(parts[::2], parts[1::2], strict=True):
        try:
            plain, marked = without_tags(body.strip())
        except ValueError as error:
            raise ValueError(f"{name}: {error}") from error
        yield lay_over(name, plain, _attributions(marked))


def _attributions(marked: dict[str, Places]) -> list[Attribution]:
    found: defaultdict[int, Attribution] = defaultdict(dict)
    for tag, places in marked.items():
        found[int(tag[1:])][ROLE_OF[tag[0]]] = places
    return [found[number] for number in sorted(found)]
