"""The terms that an article states in one place."""

from attrs import frozen

from attribution.statements.statement import AuthorizationStatus


@frozen(kw_only=True)
class Frame:
    """What makes terms of words that withhold an identity, from the word `first`; the rest as in `Terms`."""

    anchor: int
    first: int
    bearer: int | None = None
    weak: bool = False
    needs_reason: bool = False


@frozen(kw_only=True)
class Terms:
    """Words `first` to `last` that state terms: *spoke on condition of anonymity*.

    `anchor` is the word whose doer they hold for (*spoke*); `bearer` that doer's word where the formula itself names
    it (*them* in *granted them anonymity*). `bare` says that they tell only of lacking authority. `weak` says that the
    words would fit somebody else's name as well (*declined to give her name*), `needs_reason` that they are terms only
    with a reason (*gave only her first name, fearing reprisals*). `partial` says that the rest of a name is withheld
    (*asked that her last name not be used*): other terms are none of somebody who is named in full.
    """

    status: AuthorizationStatus
    anchor: int
    first: int
    last: int
    bearer: int | None = None
    bare: bool = False
    weak: bool = False
    needs_reason: bool = False
    partial: bool = False
