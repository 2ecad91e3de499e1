"""What is found in one article, as a text that a person can review, and back.

    a panel | said in a report | Engineers knew for six days
      speaker  a parliamentary panel, group, not named, 2+
      terms    unnamed
      how      asserts, indirect, document
      wrong    terms: the panel speaks as a body, in its report

Each statement is a paragraph: source, cue and content, then what is known of it. *wrong* lines are a reviewer's and say
what the article has otherwise; `! missing` lines, at the end, are statements of the article that are not found.
Both stay when the file is written anew, for as long as the statement stands.
"""

from collections.abc import Iterable
from pathlib import Path

from attrs import evolve, frozen

from attribution import Article, ReadArticle, Statement, read_many
from attribution.statements.row import row_of

GOLDEN = Path(__file__).parent / "statements"
ARTICLES = Path(__file__).parent / "articles"
EXAMPLES = Path(__file__).parents[2] / "docs/examples"
FILES = (
    *sorted(EXAMPLES.glob("*.txt")),
    EXAMPLES / "ferry.jsonl",
    EXAMPLES / "well-water.html",
    *sorted(ARTICLES.glob("*.txt")),
)
WRONG, MISSING = "  wrong    ", "! missing  "
BEGINNING = 40  # characters of a parent's content that tell which it is


@frozen
class Finding:
    """One statement as the file has it: `parts` are source, cue and content, `facts` the lines on it."""

    parts: tuple[str, str, str]
    facts: tuple[str, ...]
    wrong: tuple[str, ...] = ()

    def lines(self) -> list[str]:
        """Return the paragraph of the statement."""
        return [" | ".join(self.parts), *(f"  {fact}" for fact in self.facts), *(WRONG + note for note in self.wrong)]


@frozen
class Golden:
    """All statements of one article, and those that a reader would add: *source | cue | content*."""

    name: str
    findings: tuple[Finding, ...]
    missing: tuple[str, ...] = ()

    def text(self) -> str:
        """Return what the file holds."""
        blocks = ["\n".join(finding.lines()) for finding in self.findings]
        blocks += ["\n".join(MISSING + line for line in self.missing)] if self.missing else []
        return "\n\n".join(blocks) + "\n"

    def reviewed(self, before: "Golden") -> "Golden":
        """Return this with the notes of an earlier review, where the statements that they are on still stand."""
        notes = {finding.parts: finding.wrong for finding in before.findings}
        findings = tuple(evolve(finding, wrong=notes.get(finding.parts, ())) for finding in self.findings)
        contents = {finding.parts[2] for finding in findings}
        missing = tuple(line for line in before.missing if line.split(" | ")[-1] not in contents)
        return Golden(self.name, findings, missing)


def golden_of(article: ReadArticle) -> Golden:
    """Return what was found in an article."""
    by_id = {statement.id: statement for statement in article.statements}
    return Golden(name_of(article), tuple(_finding(one, article, by_id) for one in article.statements))


def name_of(article: Article) -> str:
    """Return what an article's golden file is called: its own id or its file's name."""
    return Path(article.file or "").stem if article.id.startswith("article:") else f"ferry-{article.id}"


def _finding(statement: Statement, article: ReadArticle, by_id: dict[str, Statement]) -> Finding:
    row = row_of(statement, article)
    naming = "named" if row["named"] else "not named"
    speaker = [row["speaker"], row["kind"], naming, row["count"], "former" if row["former"] else ""]
    speaks_for = {"yes": "speaks for it", "no": "does not speak for it", "": ""}[row["speaks_for"]]
    terms = [row["status"], row["terms"], row["reason"], row["reason_kinds"], speaks_for]
    told = f"told {row['told']}" if row["told"] else ""
    channel = "" if row["channel"] == "none" else row["channel"]
    parent = by_id[statement.parent].text[:BEGINNING] if statement.parent else ""
    facts = {
        "speaker": ", ".join(filter(None, speaker)) if statement.speaker else "nobody",
        "role": row["role"],
        "of": row["organizations"],
        "terms": " / ".join(filter(None, terms)),
        "how": ", ".join(filter(None, [row["stance"], row["quotation"], channel, told])),
        "within": parent,
    }
    lines = tuple(f"{name:<8} {_one_line(value)}" for name, value in facts.items() if value)
    return Finding((_one_line(row["source"]), _one_line(row["cue"]), _one_line(row["content"])), lines)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def read_golden(name: str, folder: Path = GOLDEN) -> Golden:
    """Return the golden file of an article, an empty one where there is none yet."""
    file = folder / f"{name}.txt"
    return parse(name, file.read_text(encoding="utf8")) if file.exists() else Golden(name, ())


def parse(name: str, text: str) -> Golden:
    """Return what a golden file's text says."""
    findings, missing = [], []
    for block in text.strip("\n").split("\n\n"):
        lines = block.split("\n")
        if lines[0].startswith(MISSING):
            missing += [line.removeprefix(MISSING) for line in lines]
        elif lines[0]:
            source, cue, content = lines[0].split(" | ", 2)
            facts = tuple(line[2:] for line in lines[1:] if not line.startswith(WRONG))
            wrong = tuple(line.removeprefix(WRONG) for line in lines[1:] if line.startswith(WRONG))
            findings.append(Finding((source, cue, content), facts, wrong))
    return Golden(name, tuple(findings), tuple(missing))


def found_now(files: Iterable[Path] = FILES) -> list[Golden]:
    """Read the articles and return what is found in each."""
    return [golden_of(article) for article in read_many(files)]
