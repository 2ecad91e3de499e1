"""Read whole news events: the articles of several outlets, with marked statements, and claims on them.

An event is a file. Each article is opened by `@ ` with its id, outlet, date and title; numbered tags mark the contents
of attributed statements, through the whole event:

    @ port_01 | theportherald.example | 2023-05-02T09:10 | Two dockers die as crane falls
    The boom <1>had been inspected in March</1>, the port authority said.

    C The crane had been checked shortly before the accident.
    + 1
    - 7
    ? 4
    N 1 2
    G port_01 port_04 | port_02 port_03

Below a claim (`C`) stand the statements that support (`+`), contradict (`-`) or update it (`~`), those that may be read
either way (`?`), and the least and the most number of independent sources for it (`N`); a claim with nothing below was
made by nobody. `G` groups the articles that are versions of one text.
"""

from collections.abc import Iterable, Iterator
from importlib.resources import files
from typing import Any

from attrs import field, frozen

from attribution.training.tagged import Places, without_tags

RELATIONS = {"+": "supports", "-": "contradicts", "~": "updates", "?": "supports"}


@frozen
class WholeEvent:
    """One event: by id the texts of its articles and what is known of them; and what readers found in them.

    `gold` has the shape of an annotated event's gold.json: claims with their statements, and groups of copies.
    """

    name: str
    texts: dict[str, str] = field(factory=dict)
    told: dict[str, dict[str, str]] = field(factory=dict)
    gold: dict[str, Any] = field(factory=lambda: {"claims": [], "copy_groups": [], "copy_unsure": []})


def whole_events() -> list[WholeEvent]:
    """Return the events that come with the package."""
    folder = files("attribution.training.matcher").joinpath("articles")
    texts = sorted((file.name, file.read_text("utf8")) for file in folder.iterdir() if file.name.endswith(".txt"))
    return [parse_event(name.removesuffix(".txt"), text.splitlines()) for name, text in texts]


def parse_event(name: str, lines: Iterable[str]) -> WholeEvent:
    """Return the event of a file.

    Raises:
        ValueError: a line is none of the kinds above, tags do not fit, or a statement or an article is unknown.
    """
    event, marked, bodies = WholeEvent(name), dict[str, tuple[str, Places]](), dict[str, list[str]]()
    rest: list[str] = []
    for line in lines:
        if line.startswith("@ "):
            identity, *told = (part.strip() for part in line[2:].split("|"))
            event.told[identity] = dict(zip(("outlet", "published", "title"), told, strict=True))
            bodies[identity] = []
        elif line.startswith("C ") or rest:
            rest.append(line)
        else:
            bodies[next(reversed(bodies))].append(line)
    for identity, body in bodies.items():
        event.texts[identity], found = without_tags("\n".join(body).strip())
        if twice := found.keys() & marked.keys():
            raise ValueError(f"{name}: {identity}: marked in an article before, too: {', '.join(sorted(twice))}")
        marked |= {number: (identity, places) for number, places in found.items()}
    for line in filter(None, map(str.strip, rest)):
        _take(line, event, marked)
    _add_single_articles(event)
    return event


def _take(line: str, event: WholeEvent, marked: dict[str, tuple[str, Places]]) -> None:
    """Add what one line below the articles tells."""
    sign, _, rest = line.partition(" ")
    claims = event.gold["claims"]
    if sign == "C":
        claims.append({"claim": rest, "statements": [], "n_independent": [0, 0], "contradicted": False})
    elif sign in RELATIONS and claims:
        claims[-1]["statements"] += _statements(sign, rest.split(), event, marked)
        claims[-1]["contradicted"] |= sign == "-"
    elif sign == "N" and claims:
        claims[-1]["n_independent"] = [int(number) for number in rest.split()]
    elif sign == "G":
        event.gold["copy_groups"] = [group.split() for group in rest.split("|") if group.strip()]
    else:
        raise ValueError(f"{event.name}: not a line of an event: {line}")


def _statements(
    sign: str, numbers: Iterable[str], event: WholeEvent, marked: dict[str, tuple[str, Places]]
) -> Iterator[dict[str, Any]]:
    for number in numbers:
        if number not in marked:
            raise ValueError(f"{event.name}: no statement {number}")
        article, places = marked[number]
        longest = max(places, key=lambda place: place[1] - place[0])
        yield {"article": article, "span": list(longest), "relation": RELATIONS[sign], "optional": sign == "?"}


def _add_single_articles(event: WholeEvent) -> None:
    grouped = [identity for group in event.gold["copy_groups"] for identity in group]
    if unknown := set(grouped) - event.texts.keys():
        raise ValueError(f"{event.name}: no article {', '.join(sorted(unknown))}")
    event.gold["copy_groups"] += [[identity] for identity in event.texts if identity not in grouped]
