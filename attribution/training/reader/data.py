"""Read the training data of the reader: trees, entities, attributions, each as one kind of value."""

import gzip
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import field, frozen

from attribution.document.reader.pieces import BREAK, NO_GAP, SPACE, gap_of

ROLES = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
IGNORED = -100
Attribution = dict[str, list[tuple[int, int]]]  # for each role its (start, end) pairs
KEPT_SUBTYPES = frozenset(
    "nsubj:pass csubj:pass aux:pass obl:agent obl:unmarked acl:relcl compound:prt".split()
    + "nmod:poss nmod:desc nmod:unmarked".split()
)
# Punctuation stands alone and contractions come apart, as in the treebanks; titles and initials keep their full stop.
WORD = re.compile(
    r"(?:[A-Z]\.){2,}|(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Jr|Sr|St|Lt|Col|vs|Inc|Corp|Co)\.|[A-Z]\.(?=\s[A-Z])"
    r"|\w+?(?=n['’]t\b)|n['’]t\b|['’](?:s|re|ve|ll|d|m)\b|\d+(?:[.,:]\d+)*|\w+|\.{2,}|-{2,}|``|''|[^\w\s]"
)


@frozen(kw_only=True)
class Labelled:
    """A stretch of running words with the labels that its data set gives; what it does not give is empty.

    `gaps[i]` stands before word i. `heads` are positions in the stretch, -1 for a root; `sentences` number the
    sentences within it. `cues` hold the position of the first word of the attribution's cue, -100 where there is none.
    """

    name: str
    words: list[str]
    gaps: list[int]
    breakable: list[bool] = field(factory=list)
    sentences: list[int] = field(factory=list)
    upos: list[str] = field(factory=list)
    heads: list[int] = field(factory=list)
    deprels: list[str] = field(factory=list)
    entities: list[str] = field(factory=list)
    roles: list[str] = field(factory=list)
    cues: list[int] = field(factory=list)


def lines_of(path: Path) -> Iterator[str]:
    """Yield the lines of a text file, plain or gzipped."""
    with gzip.open(path, "rt", encoding="utf8") if path.suffix == ".gz" else path.open(encoding="utf8") as file:
        yield from file


def read_trees(path: Path) -> list[Labelled]:
    """Return the documents of a CoNLL-U file."""
    documents: list[Labelled] = []
    rows: list[list[str]] = []
    current = _empty_tree("")
    for line in [*lines_of(path), "\n"]:
        if line.startswith("# newdoc"):
            current = _empty_tree(line.split("=", 1)[-1].strip())
            documents.append(current)
        columns = line.rstrip("\n").split("\t")
        if len(columns) == 10 and columns[0].replace("-", "").isdigit():
            rows.append(columns)
        elif not line.strip() and rows:
            if not documents:
                documents.append(current)
            _append_sentence(current, rows)
            rows = []
    return documents


def _empty_tree(name: str) -> Labelled:
    return Labelled(name=name, words=[], gaps=[])


def _append_sentence(document: Labelled, rows: list[list[str]]) -> None:
    offset, number = len(document.words), (document.sentences[-1] + 1 if document.sentences else 0)
    gap, last_of_token, gap_after_token = SPACE, 0, SPACE
    for identity, form, _lemma, upos, _xpos, _feats, head, deprel, _deps, misc in rows:
        gap_after = NO_GAP if "SpaceAfter=No" in misc else SPACE
        if "-" in identity:
            last_of_token, gap_after_token = int(identity.split("-")[1]), gap_after
            continue
        position = int(identity)
        document.words.append(form)
        document.gaps.append(gap)
        document.breakable.append(position == 1)
        document.sentences.append(number)
        document.upos.append(upos)
        document.heads.append(offset + int(head) - 1 if int(head) else -1)
        document.deprels.append(deprel if deprel in KEPT_SUBTYPES else deprel.split(":")[0])
        if position < last_of_token:
            gap = NO_GAP
        else:
            gap = gap_after_token if position == last_of_token else gap_after


def read_entities(path: Path) -> list[Labelled]:
    """Return the articles of a file of tokens and tags; an empty line ends a paragraph."""
    articles: list[Labelled] = []
    paragraph_open = False
    for line in lines_of(path):
        if "\t" not in line:
            paragraph_open = False
            if line.startswith("# newdoc"):
                articles.append(Labelled(name=line[8:].strip(), words=[], gaps=[]))
            continue
        word, tag = line.rstrip("\n").split("\t")[:2]
        article = articles[-1]
        article.gaps.append(_likely_gap(article.words[-1], word) if paragraph_open else BREAK)
        article.breakable.append(not paragraph_open or article.words[-1] in ".!?")
        article.words.append(word)
        article.entities.append(tag)
        paragraph_open = True
    return articles


def _likely_gap(before: str, word: str) -> int:
    """Guess whether a space stood between two tokens of a file that does not tell."""
    glued = word[0] in ",.;:!?)]}%’”" or word in ("'s", "n't", "'re", "'ve", "'ll", "'d", "'m", "''", "-", "/")
    return NO_GAP if glued or before in ("(", "[", "{", "$", "“", "‘", "``", "-", "/", "#") else SPACE


def read_attributions(folder: Path) -> list[Labelled]:
    """Return the annotated articles of a folder with text/ and attributions/ (brat stand-off), one per annotator."""
    articles = []
    for annotation in sorted((folder / "attributions").glob("*.ann")):
        text_file = folder / "text" / (annotation.stem.rsplit("_", 1)[0] + ".txt")
        with text_file.open(encoding="utf8", newline="") as file:
            articles.append(label_attributions(annotation.stem, file.read(), annotation.read_text(encoding="utf8")))
    return articles


def label_attributions(name: str, text: str, annotation: str) -> Labelled:
    """Lay one brat annotation over the words of its article."""
    return lay_over(name, text, attributions_in(annotation))


def lay_over(name: str, text: str, found: Iterable[Attribution]) -> Labelled:
    """Return the words of an article with the attributions found in it; of two on one word the later one counts."""
    places = [match.span() for match in WORD.finditer(text)]
    gaps = [gap_of(text[end:start]) for (_, end), (start, _) in zip([(0, 0), *places], places, strict=False)]
    gaps[0] = BREAK
    roles, cues = ["O"] * len(places), [IGNORED] * len(places)
    for parts in found:
        cue = min((start for start, _ in parts.get("cue", [])), default=-1)
        cue_word = next((i for i, (start, end) in enumerate(places) if start <= cue < end), IGNORED)
        for role, spans in parts.items():
            for start, end in spans:
                inside = [i for i, (s, e) in enumerate(places) if s < end and e > start]
                for i in inside:
                    roles[i] = ("B-" if i == inside[0] else "I-") + role
                    cues[i] = cue_word
    words = [text[start:end] for start, end in places]
    breakable = [gap == BREAK for gap in gaps]
    return Labelled(name=name, words=words, gaps=gaps, breakable=breakable, roles=roles, cues=cues)


def attributions_in(annotation: str) -> list[Attribution]:
    """Return the attributions of one brat file."""
    spans: dict[str, list[tuple[int, int]]] = {}
    found = []
    for row in annotation.splitlines():
        if match := re.match(r"(T\d+)\t\w+ ([\d ;]+)", row):
            spans[match[1]] = [(int(a), int(b)) for a, b in (part.split() for part in match[2].split(";"))]
        elif match := re.match(r"E\d+\t(.+)", row):
            parts: Attribution = {}
            for part in match[1].split():
                label, reference = part.split(":", 1)
                role = re.sub(r"\d+$", "", label).lower()
                if role in ("source", "cue", "content"):
                    parts.setdefault(role, []).extend(spans.get(reference, []))
            found.append(parts)
    return found
