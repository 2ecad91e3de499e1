"""The profile of a source or an organization asks the corpus file for its own statements only."""

import pytest
from attrs import evolve

from attribution.corpus.corpus import Corpus
from attribution.corpus.storage.store import Store
from attribution.statements.statement import Speaker, SpeakerKind
from tests.corpus.conftest import statement_in

LEE = Speaker(name="Ann Lee", kind=SpeakerKind.PERSON, named=True, organizations=("Works Office",))
DIAS = Speaker(name="Rui Dias", kind=SpeakerKind.PERSON, named=True)


@pytest.fixture
def corpus(entry, matcher):
    """Return a corpus in which Lee of the Works Office speaks in every tenth of thirty articles, Dias in the others."""
    store = Store()
    for number in range(30):
        made = entry(number)
        day = f"2026-03-{30 - number:02}"
        article = evolve(made.article, published=day)
        one = statement_in(article, "She said no more", DIAS if number % 10 else LEE)
        alone = {"statements": (one,), "claim_texts": ("no more",), "takes_up": ((),), "vectors": made.vectors[:1]}
        store.add(evolve(made, article=article, **alone))
    return Corpus(store, matcher=matcher)


@pytest.mark.parametrize("ask", [lambda c: c.source("Ann Lee"), lambda c: c.organization("Works Office")])
def test_only_its_own_statements_are_read(corpus, ask, monkeypatch):
    """The earliest comes first, and the other statements of the corpus are not looked at."""
    monkeypatch.setattr(Store, "records", None)
    monkeypatch.setattr(Store, "each_record", None)

    records = ask(corpus).records

    assert {record.statement.speaker.name for record in records} == {"Ann Lee"}
    assert [record.article.published for record in records] == ["2026-03-10", "2026-03-20", "2026-03-30"]


def test_a_profile_has_what_all_records_have(corpus):
    """Each statement of the corpus is in the profile of its source, and in no other."""
    profiles = [corpus.source(source.id) for source in corpus.sources()]
    held = [record for profile in profiles for record in profile.records]

    assert len(held) == 30
    assert set(held) == set(corpus._now().records)
