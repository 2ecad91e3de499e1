"""The filters on the page: by terms, outlet and date. They need the page's script and are hidden without it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from html import escape

from attribution.corpus.report.contents import Contents, day
from attribution.corpus.report.foreign import isolated
from attribution.statements.statement import AuthorizationStatus


def filters_form(contents: Contents) -> Iterator[str]:
    """Yield the form; where nothing is chosen in a group, the group sets no limit."""
    yield '<form id="filters" aria-label="Filters" hidden>'
    statuses = Counter(record.statement.authorization.status for record in contents.records)
    yield _group(
        "Terms",
        "status",
        ((status.value, status.value.replace("_", " "), statuses[status]) for status in AuthorizationStatus),
    )
    outlets = Counter(contents.outlet_number(record.article) for record in contents.records)
    names = [(str(number), isolated(name), outlets[number]) for number, name in enumerate(contents.outlets.values(), 1)]
    if any(not contents.outlet_number(article) for article in contents.articles):
        names.append(("0", "not known", outlets[0]))
    yield _group("Outlets", "outlet", names, keep_empty=True)
    yield _dates(contents)
    yield '<p><button type="reset">Show everything</button></p></form>'


def _group(title: str, name: str, choices: Iterable[tuple[str, str, int]], *, keep_empty: bool = False) -> str:
    """Return check boxes, each with its value, its words as HTML and how many statements it leaves."""
    boxes = "".join(
        f'<label><input type="checkbox" name="{name}" value="{escape(value)}"> {words} <small>{found}</small></label>'
        for value, words, found in choices
        if found or keep_empty
    )
    return f"<fieldset><legend>{title}</legend>{boxes}</fieldset>" if boxes else ""


def _dates(contents: Contents) -> str:
    days = sorted(filter(None, map(day, contents.articles)))
    if not days:
        return ""
    reach = f'min="{days[0]}" max="{days[-1]}"'
    undated = len(contents.articles) - len(days)
    note = f"<p><small>Articles without a date ({undated}) are then left out.</small></p>" if undated else ""
    return (
        f'<fieldset><legend>Published</legend><label>from <input type="date" name="since" {reach}></label>'
        f'<label>to <input type="date" name="until" {reach}></label>{note}</fieldset>'
    )
