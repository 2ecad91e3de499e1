"""Who is one and who is several: nobody gets another's name, lists keep their members, one person has two roles."""

import pytest

from attribution.statements.statement import AuthorizationStatus, Statement
from attribution.statements.steps import find_statements
from attribution.text.article import Article
from attribution.text.span import words_of


@pytest.fixture(scope="module")
def statement(document):
    """Return the first statement of a frozen parse whose source is this: `statement("groups", "Many voters")`."""

    def find(parse: str, source: str) -> Statement:
        parsed = document(f"speaker-{parse}")
        found = find_statements(parsed, Article(text=parsed.text, id="article:test"))
        return next(one for one in found if words_of(one.source, parsed.text).rstrip(",") == source)

    return find


@pytest.mark.parametrize(
    ("parse", "source"),
    [
        ("withheld-officer", "A police officer"),
        ("withheld-spokesman", "A spokesman for the ministry"),
        ("withheld-later", "A Ruma lawmaker"),
    ],
)
def test_nobody_who_withholds_a_name_gets_that_of_another(statement, parse, source):
    """Who speaks on condition of anonymity is not the officer whom the article names two sentences later."""
    found = statement(parse, source)

    assert (found.speaker.name, found.speaker.named) == (source, False)
    assert found.authorization.status is AuthorizationStatus.ANONYMOUS


@pytest.mark.parametrize(
    ("parse", "source"),
    [
        ("other-army", "A spokesman for the army"),
        ("other-union", "A company spokesman"),
        ("other-club", "A bank manager"),
        ("other-senator", "A Republican senator"),
        ("other-mayor", "A former mayor"),
    ],
)
def test_somebody_of_another_body_keeps_the_own_words(statement, parse, source):
    """The army's spokesman is not Acme's, the bank's manager not the club's, a former mayor not the mayor."""
    assert statement(parse, source).speaker.name == source


@pytest.mark.parametrize(
    ("parse", "source"), [("same-lawmaker", "A Ruma lawmaker"), ("same-company", "A company spokesman")]
)
def test_the_lead_still_means_who_is_named_below(statement, parse, source):
    """A lawmaker may be the senator, and a company the one that has a name."""
    assert statement(parse, source).speaker.name == "Tom Roe"


LISTS = [
    ("list-strangers", "A teacher, a nurse and a driver", "A teacher, a nurse and a driver", (3, 3)),
    ("list-counted", "Two teachers, a nurse and three drivers", "Two teachers, a nurse and three drivers", (6, 6)),
    ("list-apposition", "A teacher, a mother of two and a member of the union", "A teacher", (1, 1)),
    ("list-described", "The chairman of Acme Power, Bob Ray, and the mayor, Ann Lee", "Bob Ray and Ann Lee", (2, 2)),
    ("list-named", "Bob Ray, the chairman of Acme Power, and Ann Lee, the mayor", "Bob Ray and Ann Lee", (2, 2)),
    ("list-named", "Bob Ray, Ann Lee, and Tim Sayle", "Bob Ray, Ann Lee, and Tim Sayle", (3, 3)),
    ("list-named", "Jun Ito, a lawyer, and Carl Weiss", "Jun Ito and Carl Weiss", (2, 2)),
]


@pytest.mark.parametrize(("parse", "source", "name", "count"), LISTS)
def test_a_list_keeps_its_members(statement, parse, source, name, count):
    """A parse may take *a nurse* for what the teacher is; a comma would close that."""
    speaker = statement(parse, source).speaker

    assert (speaker.name, speaker.count) == (name, count)


def test_terms_of_all_three_hold_for_the_list(statement):
    """*All three requested anonymity* is said of a teacher, a nurse and a driver."""
    found = statement("list-strangers", "A teacher, a nurse and a driver")

    assert found.authorization.status is AuthorizationStatus.ANONYMOUS


ROLES = [
    ("double-executive", "The chief executive", "Bob Ray", "chairman and chief executive", ("Acme Power",)),
    ("double-chairman", "The chairman", "Bob Ray", "president", ("Acme Power",)),
    ("double-mayor", "Ann Lee, the mayor and an adviser to Acme Power", "Ann Lee", "mayor", ("Acme Power",)),
    ("double-list", "The director", "Tim Sayle", "founder", ("Harbor Motors",)),
    ("double-list", "Ann Lee, a lawyer, and an aide", "Ann Lee", "lawyer", ()),
]


@pytest.mark.parametrize(("parse", "source", "name", "role", "organizations"), ROLES)
def test_one_person_has_two_roles(statement, parse, source, name, role, organizations):
    """*The chief executive* is *Bob Ray, chairman and chief executive*, and no person besides."""
    speaker = statement(parse, source).speaker

    assert (speaker.name, speaker.role, speaker.organizations) == (name, role, organizations)


NAMES = [
    ("marks-party", "Mayor Ann Lee (D)", "Ann Lee"),
    ("marks-party", "Lee", "Ann Lee"),
    ("marks-stop", "Ann Lee", "Ann Lee"),
    ("marks-nickname", "Bobby Kane", "Bobby Kane"),
    ("marks-kept", "Sen. Ann Lee [R]", "Ann Lee"),
    ("marks-kept", "Robert Kane Jr.", "Robert Kane Jr."),
    ("marks-kept", "Ann L.", "Ann L."),
]


@pytest.mark.parametrize(("parse", "source", "name"), NAMES)
def test_a_name_holds_no_stray_marks(statement, parse, source, name):
    """Half a bracket, half a quotation and the full stop of the sentence are no part of a name; *Jr.* is."""
    assert statement(parse, source).speaker.name == name


FORMER = [
    ("once", "Ann Lee, then the mayor", "mayor"),
    ("once", "Bob Ray, who once led the Ruma Bank", "led the Ruma Bank"),
    ("once", "Nora Quill, formerly a director at Ruma Bank", "director"),
    ("once", "Tim Sayle, a one-time adviser to the mayor", "one-time adviser to the mayor"),
    ("then", "Mayor Ann Lee", "Then-Mayor"),
    ("then", "Nora Quill, who used to run the Kessel Institute", "run the Kessel Institute"),
]


@pytest.mark.parametrize(("parse", "source", "role"), FORMER)
def test_adverbs_put_a_role_into_the_past(statement, parse, source, role):
    """*Then*, *once* and *formerly* say that the role was held before."""
    speaker = statement(parse, source).speaker

    assert (speaker.role, speaker.former) == (role, True)


def test_who_leads_a_body_now_is_not_former(statement):
    """*Once* beside the cue says nothing of the role."""
    assert not statement("then", "Carl Weiss, who leads the Kessel Institute").speaker.former


@pytest.mark.parametrize(
    ("source", "role"),
    [
        ("Several lawmakers", "lawmakers"),
        ("Many voters", "voters"),
        ("Few experts", "experts"),
        ("Dozens of residents", "residents"),
        ("Hundreds of dock workers", "dock workers"),
    ],
)
def test_role_of_a_group_is_without_its_quantity(statement, source, role):
    """How many they are is the count's to tell, and several are several."""
    assert statement("groups", source).speaker.role == role


@pytest.mark.parametrize(
    ("parse", "source", "name"),
    [("government", "Baghdad", "The Iraqi government"), ("country", "Baghdad", "Iraq"), ("country", "Iraq", "Iraq")],
)
def test_a_capital_speaks_for_the_government(statement, parse, source, name):
    """*Baghdad* is *the Iraqi government* where the article names it, else *Iraq*."""
    assert statement(parse, source).speaker.name == name
