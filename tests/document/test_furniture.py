"""Tests of what a web page prints around an article."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.document.furniture.bylines import dateline_end, is_byline, is_time_stamp
from attribution.document.furniture.furniture import furniture, is_furniture

FURNITURE = [
    "Log In",
    "Tagged under",
    "Leave a Reply",
    "Share this article",
    "Facebook Twitter Email",
    "Share | Tweet | Print",
    "Read more: Port talks fail",
    "READ MORE | Port talks fail",
    "Related: ‘We will not go,’ says union",
    "Advertisement",
    "ADVERTISEMENT",
    "By Ann Lee",
    "By ANN LEE and Tom Roe",
    "By Ann Lee, Staff Writer",
    "By Ann Lee | The Harbor Times",
    "By Ann Lee, Tom Roe and Mia van der Berg, Associated Press",
    "(Reporting by Ann Lee; Editing by Tom Roe)",
    "Edited by Tom Roe",
    "Photo by Ann Lee",
    "updated 9:05 PM UTC, May 4, 2021",
    "Published: 3 May 2019",
    "Last updated on Tuesday, May 3, 2016.",
    "5 hours ago",
    "4 min read",
    "4:40 p.m.:",
    "2021-05-04T21:05:00Z",
    "1 of 18",
    "12 Comments",
    "1.2K shares",
    "Copyright © 2023 Harbor Times. All rights reserved.",
    "© 2023 The Harbor Times",
    "Sign up for our newsletter to get the latest from Tanga",
    "Subscribe to our newsletter",
    "Continue reading the main story",
    "Ann Lee in Tanga contributed to this report.",
    "— Ann Lee and Tom Roe contributed reporting",
    "Dockers wait at the pier. (AP Photo/Ann Lee)",
    "The pier on Friday. (Ann Lee/Getty Images)",
    "Photo: Ann Lee / Reuters",
    "Tags: port, union, Tanga",
    "Filed Under: Ports",
    "https://harbor.example/news/1",
    "@harbortimes",
    "#port #tanga",
    "This story has been updated.",
    "Editor’s Picks",
    "Scroll down for video",
    "***",
    "width:100%;",
    "}",
    ".bio-text {",
    "Follow us on Twitter",
    '"Follow Ann Lee on Twitter @annlee."',
    "Click here to read the full story",
    "View comments",
    "STORY: Port talks fail",
    "Share on Facebook",
    "You may also like",
    "Your email address will not be published.",
    "Correction: An earlier version misspelled a name.",
]
PROSE = [
    "“No,” he said.",
    "No.",
    "“Share prices fell,” she said.",
    "Share prices fell on Friday.",
    "By Friday, the militia had left.",
    "By law, ports must close at night.",
    "By then it was over.",
    "By Monday night",
    "Comments by the minister drew fire.",
    "The port reopened (the union objected).",
    "Like many dockers, she left.",
    "More than 100 people died.",
    "He left.",
    "Read more books, the mayor told pupils.",
    "Leave a light on, she said.",
    "WALLACE: Governor, will you go?",
    "Why?",
    "Related, that was how she described the two fires.",
    "Now, it may be.",
    "In 2019 the port closed.",
    "Print newspapers are dying.",
    "Follow the money, he said.",
    "Video of the fire shows two men.",
    "Mr. Roe was 62.",
    "“Close,” she said.",
    "She said: “Log in.”",
    "Police said the photo was real (it was taken on Friday).",
    "Copyright law protects the song, a lawyer said.",
    "Sign up for the union, Haddad told dockers.",
    "By Ann Lee’s account, he fell.",
]


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture_is_found(line):
    """Buttons, links, bylines, stamps, credits and code are page furniture."""
    assert is_furniture(line)


@pytest.mark.parametrize("line", PROSE)
def test_prose_is_kept(line):
    """Sentences of an article survive, however short."""
    assert not is_furniture(line)


@pytest.mark.parametrize(
    ("paragraph", "dateline"),
    [
        ("BAGHDAD (AP) — The port reopened.", "BAGHDAD (AP) — "),
        ("TANGA, Kenya, Nov. 3 (Reuters) - The port reopened.", "TANGA, Kenya, Nov. 3 (Reuters) - "),
        ("Washington (AFP) – The port reopened.", "Washington (AFP) – "),
        ("DES MOINES, Iowa — The port reopened.", "DES MOINES, Iowa — "),
        ("(CNN) — “We go,” she said.", "(CNN) — "),
        ("TANGA, Sept. 14 (Northern Wire) - The port reopened.", "TANGA, Sept. 14 (Northern Wire) - "),
        ("TANGA (Upland News Agency) — The port reopened.", "TANGA (Upland News Agency) — "),
        ("TANGA, Kenya (Lakeside Press) — The port reopened.", "TANGA, Kenya (Lakeside Press) — "),
        ("NEW YORK -- The port reopened.", "NEW YORK -- "),
        ("NATO — The alliance said so.", ""),
        ("UNICEF — The fund said so.", ""),
        ("OPEC — The cartel said so.", ""),
        ("LONDON — Trains stood still.", "LONDON — "),
        ("GENEVA — Trains stood still.", "GENEVA — "),
        ("PARIS — Trains stood still.", "PARIS — "),
        ("TOKYO -- Trains stood still.", "TOKYO -- "),
        ("Geneva: Trains stood still.", "Geneva: "),
        ("NEW DELHI: Trains stood still.", "NEW DELHI: "),
        ("Geneva: a city of banks.", ""),
        ("Milan: Will you go?", ""),
        ("The port (AP) — it reopened.", ""),
        ("The port reopened.", ""),
        ("WALLACE: Will you go?", ""),
        ("A-A-A-A-A-A-A-A-A-A-A-A-A-A-A-A-A-A-A-A-A-A-A-A-A-A-A-A-A-A-A-A-A-A-A-A", ""),
        ("", ""),
    ],
)
def test_dateline_is_told_from_its_paragraph(paragraph, dateline):
    """A dateline ends with its dash; what follows is the article."""
    assert paragraph[: dateline_end(paragraph)] == dateline


def test_furniture_comes_as_spans_of_the_text():
    """Whole paragraphs and datelines come back in text order, and the article's own words do not."""
    text = "Log In\nBy Ann Lee\n\nTANGA (AP) — “No,” he said.\n\n“Yes,” she said.\n\nTagged under\n\nLeave a Reply"

    assert [span.of(text) for span in furniture(text)] == [
        "Log In",
        "By Ann Lee",
        "TANGA (AP) — ",
        "Tagged under",
        "Leave a Reply",
    ]


def test_bylines_and_stamps_need_names_and_numbers():
    """A weekday alone is no byline, and a month alone no time stamp."""
    assert is_byline("By Ann Lee", ())
    assert is_byline("Edited by Ann Lee", ("edited",))
    assert not is_byline("Edited by Ann Lee", ())
    assert not is_byline("By Friday", ())
    assert is_time_stamp("may 3, 2019")
    assert not is_time_stamp("may")
    assert not is_time_stamp("")


@given(st.lists(st.sampled_from([*FURNITURE, *PROSE, "", "\u200f", "\x00", "…"]), max_size=8))
def test_spans_lie_in_the_text_in_order(lines):
    """Whatever the lines, spans are in order, apart, and of the text."""
    text = "\n\n".join(lines)
    found = furniture(text)

    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(span.of(text).strip() for span in found)
