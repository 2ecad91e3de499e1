"""Seeds and their mutations, for runs without a fuzzer: the same number gives the same input."""

import random
import tempfile
from functools import cache
from pathlib import Path

from attribution.corpus.storage.entry import Entry
from attribution.corpus.storage.store import Store
from attribution.graph.copies.copies import Overlap
from attribution.graph.relation import Link, Relation
from attribution.statements.statement import Speaker, SpeakerKind, Statement
from attribution.text.article import Article
from attribution.text.span import Span

ROOT = Path(__file__).parents[2]
PARSES = ("nested", "stances", "terms-officials", "speaker-interview", "floating-next-paragraph")
MOST = 20  # mutations of one input
# what readers look for, and what breaks them
TOKENS = (
    *(b"\0", b"\xff", b"\xef\xbb\xbf", b"\xff\xfe", b"\xed\xa0\x80", b"\r", b"\n", b"\n\n", b"\t", b" ", b"\xc2\xa0"),
    *('“”‘’«»„"'.encode(), "“".encode(), "”".encode(), b'"', b"'", b"``", b"(", b"[", b"<", b">", b"&#0;", b"&amp;"),
    *(b"{", b"}", b'{"text": ', b'"text"', b"null", b"1e999", b"-1", b"\\u0000", b"\\ud800", b"[" * 200),
    *(b"# text = ", b"# newpar", b"# characters = ", b"1-2\t", b"1.1\t", b"_\t", b"Role=B-cue|Cue=9:9", b"Sure=nan"),
    *(b"<p>", b"</p>", b"<!--", b"<![CDATA[", b"<script>", b'<html lang="x">', b"said", b"By Ann Lee"),
)


@cache
def seeds(target: str) -> tuple[bytes, ...]:
    """Return inputs that a target reads without fault."""
    examples = ROOT / "docs/examples"
    if target == "corpus":
        return (_corpus_file(),)
    files = {
        "text": [*examples.glob("*.txt"), *(ROOT / "tests/golden/articles").glob("*.txt")],
        "lines": [examples / "ferry.jsonl"],
        "conllu": [ROOT / f"tests/parses/{name}.conllu" for name in PARSES],
        "page": [examples / "well-water.html"],
    }[target]
    kept = sorted((ROOT / "tests/fuzz/seeds").glob(f"{target}-*"))
    return tuple(file.read_bytes() for file in (*sorted(files), *kept))


def _corpus_file() -> bytes:
    """Return a small corpus file with something in every table."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "corpus.db"
        with Store(path) as store:
            for number in range(3):
                article = Article(
                    text=f"The bridge {number} will close, Ann Lee said. é 🙂", title="Bridge", outlet="Ledger"
                )
                speaker = Speaker(name="Ann Lee", kind=SpeakerKind.PERSON, named=True, mentions=(Span(24, 31),))
                statement = Statement(
                    id=f"statement:{number}",
                    article_id=article.id,
                    text="The bridge",
                    content=(Span(0, 10),),
                    speaker=speaker,
                )
                overlap = Overlap(article_id=article.id, other_id="article:0", containment=0.5, shared=20)
                store.add(
                    Entry(
                        article=article,
                        statements=(statement,),
                        claim_texts=("The bridge will close",),
                        vectors=(bytes(384),),
                        fingerprint=(number, 2**63 - 1),
                        overlaps=(overlap,),
                    )
                )
            link = Link(statement_id="a", claim_id="b", relation=Relation.UPDATES, score=0.5, method="m", evidence="x")
            store.keep_compared({("a", "b"): link, ("a", "c"): None})
            store.judge("Ann Lee", "Lee", True)
            store.grade("Ann Lee", "B")
        return path.read_bytes()


def mutated(target: str, number: int) -> bytes:
    """Return the input of a number: a seed with some bytes changed, cut out, doubled or put in."""
    chance = random.Random(f"{target} {number}")
    data = bytearray(chance.choice(seeds(target)))
    if target != "corpus" and chance.random() < 0.5:  # a short piece, so that changes meet each other
        start = chance.randrange(len(data))
        data = data[start : start + chance.randrange(1, 400)]
    for _ in range(chance.randint(1, MOST)):
        _change(data, chance, keeps_length=target == "corpus")
    return bytes(data)


def _change(data: bytearray, chance: random.Random, *, keeps_length: bool) -> None:
    place = chance.randrange(len(data) + 1)
    kind = chance.randrange(2 if keeps_length else 6)
    end = min(len(data), place + chance.choice((1, 2, 4, 16, 100)))
    if kind == 0 and place < len(data):
        data[place] ^= 1 << chance.randrange(8)
    elif kind == 1:
        data[place:end] = bytes(chance.randrange(256) for _ in range(end - place))
    elif kind == 2:
        del data[place:end]
    elif kind == 3:
        data[place:place] = data[place:end] * chance.choice((1, 2, 30))
    else:
        data[place:place] = chance.choice(TOKENS)
