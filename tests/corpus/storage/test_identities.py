"""Who is who is kept in the corpus file, and is what it would be if it were found anew."""

import sqlite3

import pytest
from attrs import evolve

from attribution.corpus.corpus import Corpus
from attribution.corpus.storage.kept_identities import KeptIdentities, identities_in
from attribution.corpus.storage.store import Store
from attribution.errors import CorpusDamagedError
from attribution.graph.identity.identities import Identities, MergedIdentities, merge_voices
from attribution.graph.identity.judgement import UserJudgement
from attribution.graph.identity.voice import voices_of
from attribution.statements.statement import Speaker, SpeakerKind

EVERYTHING = [name for name in vars(Identities) if not name.startswith("_")]
PERSON, BODY, GROUP = SpeakerKind.PERSON, SpeakerKind.ORGANIZATION, SpeakerKind.GROUP
SPEAKERS = [
    Speaker(name="Ann Lee", kind=PERSON, named=True, role="harbor master", organizations=("the Selm port authority",)),
    Speaker(name="Lee", kind=PERSON, named=True),
    Speaker(name="Jim Haddad", kind=PERSON, named=True, former=True, role="pilot"),
    Speaker(name="James R. Haddad", kind=PERSON, named=True),
    Speaker(name="Nora \ud83d Haddad", kind=PERSON, named=True),
    Speaker(name="Haddad", kind=PERSON, named=True),
    Speaker(name="the Harbor Pilots Federation", kind=BODY, named=True),
    Speaker(name="HPF", kind=BODY, named=True),
    Speaker(name="two pilots", kind=GROUP, count=(2, 2)),
    Speaker(name="two senior pilots", kind=GROUP, count=(2, None), organizations=("HPF",)),
]


@pytest.fixture
def spoken(entry):
    """Return the entries of ten articles, each with a speaker of its own; the second statement has none."""

    def by(number, speaker):
        one = entry(number)
        return evolve(one, statements=(evolve(one.statements[0], speaker=speaker), one.statements[1]))

    return [by(number, speaker) for number, speaker in enumerate(SPEAKERS)]


@pytest.fixture
def file(spoken, tmp_path):
    """Return a corpus file of these articles."""
    with Store(tmp_path / "c.db") as store:
        for one in spoken:
            store.add(one)
    return tmp_path / "c.db"


def found_anew(store):
    """Return the identities as the rules find them in all that the file holds."""
    judgements = [UserJudgement(*judgement) for judgement in store.judgements()]
    return merge_voices(voices_of(store.records()), judgements)


def test_what_is_kept_is_what_was_found(file):
    """Opened again, the file gives every source, organization, merge and open pair as it was found."""
    with Store(file) as store:
        found = identities_in(store)
    with Store(file, read_only=True) as store:
        kept = identities_in(store)

        assert isinstance(found, MergedIdentities)
        assert isinstance(kept, KeptIdentities)
        assert found == found_anew(store)
        for name in EVERYTHING:
            assert getattr(kept, name) == getattr(found, name), name
            assert getattr(found, name), name


def test_one_is_looked_up_without_the_others(file):
    """Sources of statements, sources, names of organizations and open pairs are found by their ids; others are not."""
    with Store(file) as store:
        found = identities_in(store)
        kept = identities_in(store)

        for name in ("source_of", "by_id", "organization_names", "left_open"):
            whole, looked_up = getattr(found, name), getattr(kept, name)
            assert {key: looked_up[key] for key in whole} == whole
            assert looked_up.get("source:none") is None if name != "left_open" else frozenset("ab") not in looked_up


@pytest.mark.parametrize("change", ["an article", "a judgement"])
def test_a_change_makes_them_anew(file, entry, change):
    """After an article more or a judgement of the user the file's identities are found again, and kept again."""
    with Store(file) as store:
        before = identities_in(store)
        if change == "an article":
            store.add(entry(99))
        else:
            store.judge("Ann Lee", "Jim Haddad", same=True)
        after = identities_in(store)

        assert isinstance(after, MergedIdentities)
        assert after.sources != before.sources
        assert after == found_anew(store)
        assert isinstance(identities_in(store), KeptIdentities)
        assert identities_in(store).sources == after.sources


def test_other_rules_find_them_anew(file, monkeypatch):
    """A release whose rules or word lists differ does not take what another one found."""
    with Store(file) as store:
        identities_in(store)
        monkeypatch.setattr("attribution.corpus.storage.identity_rows.rules_sum", lambda: "other rules")

        assert isinstance(identities_in(store), MergedIdentities)


def test_who_looks_up_while_another_adds_still_finds(file, entry):
    """What was kept is replaced under the eyes of somebody who looks it up: that one finds all anew."""
    with Store(file) as reader, Store(file) as writer:
        identities_in(reader)
        kept = identities_in(reader)
        some = kept.sources
        writer.add(entry(99))
        identities_in(writer)

        assert isinstance(kept, KeptIdentities)
        assert kept.sources == some
        assert dict(kept.by_id) == found_anew(reader).by_id
        assert kept.source_of[entry(99).statements[0].id] in kept.by_id


def test_asking_waits_for_no_writer(file):
    """While another process writes, identities are found and not kept; later they are."""
    with Store(file) as store:
        other = sqlite3.connect(file, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        assert identities_in(store) == found_anew(store)
        assert store.identities_kept == ""
        other.execute("ROLLBACK")
        other.close()
        before = store.revision

        identities_in(store)

        assert store.identities_kept == store.identities_from
        assert store.revision == before


def test_a_damaged_value_is_an_error_that_names_the_file(file):
    """What is kept and was damaged is no answer."""
    with Store(file) as store:
        identities_in(store)
        with store.transaction() as connection:
            connection.execute("UPDATE identities SET value = '[1, 2' WHERE kind = 'source'")

        with pytest.raises(CorpusDamagedError, match=r"c\.db"):
            _ = identities_in(store).sources


def test_a_file_of_the_second_version_is_brought_up_to_date(file):
    """A file made before identities were kept has all it had, and keeps them from now on."""
    with Store(file) as store:
        held = store.records()
    with sqlite3.connect(file) as connection:
        connection.execute("DROP TABLE identities")
        connection.execute("PRAGMA user_version = 2")

    with Store(file) as store:
        found = identities_in(store)

        assert store.records() == held
        assert identities_in(store).sources == found.sources


def test_a_corpus_asks_what_its_file_keeps(file):
    """Opened again, a corpus shows the sources it had, with the user's judgement in force."""
    with Corpus.open(file) as corpus:
        corpus.merge("Ann Lee", "Jim Haddad")
        before = list(corpus.sources())
    with Corpus.open(file, read_only=True) as corpus:
        again = list(corpus.sources())

    assert again == before
    assert any({"Ann Lee", "Jim Haddad"} <= set(source.names) for source in again)
