"""followthemoney entities, checked by followthemoney itself."""

import json

import pytest

from attribution.graph.network.exchange.export import export
from attribution.graph.network.exchange.followthemoney import entity_id, to_followthemoney
from attribution.graph.network.kinds import EdgeKind

NEEDED = "followthemoney is not installed (group `entities`; it builds PyICU, so it needs a compiler and ICU)"


@pytest.fixture
def entities(ferry):
    """Return the entities of the ferry fire by id."""
    return {entity["id"]: entity for entity in to_followthemoney(ferry.picture)}


def named(entities, schema):
    """Return the names of the entities of a schema."""
    found = [entity["properties"] for entity in entities.values() if entity["schema"] == schema]
    return {name for properties in found for name in properties.get("name", properties.get("role", ()))}


def test_the_package_itself_accepts_every_entity(picture, tmp_path):
    """followthemoney reads each line, finds its schema and ends valid, and drops no value in cleaning."""
    model = pytest.importorskip("followthemoney", reason=NEEDED).model
    (path,) = export(picture, tmp_path / "news.ftm.json")
    lines = [json.loads(line) for line in path.read_text(encoding="utf8").splitlines()]
    schemata = {line["id"]: model.get(line["schema"]) for line in lines}

    assert len(schemata) == len(lines) > 8
    for line in lines:
        schema = schemata[line["id"]]
        schema.validate(line)
        proxy = model.get_proxy(line, cleaned=False)
        kept = {name: len(values) for name, values in proxy.to_dict()["properties"].items()}
        assert proxy.id == line["id"]
        assert kept == {name: len(set(values)) for name, values in line["properties"].items()}
        for name in schema.required:
            assert line["properties"].get(name), (line["schema"], name)
        for prop, value in proxy.itervalues():
            if prop.type.name == "entity":
                assert schemata[value].is_a(prop.range), (line["schema"], prop.name)


def test_speakers_by_their_kind(entities):
    """A named person is a Person, an organization an Organization; an unnamed official can be matched with nobody."""
    assert named(entities, "Person") == {"Idris Vann", "Lena Marsh"}
    assert {"Coast Guard", "Harbor Ledger"} <= named(entities, "Organization")
    assert "a senior official at the Ministry of Transport" in named(entities, "Note")


def test_who_denies_is_linked_to_the_claim(ferry, entities):
    """The link of a denial has its role, its words, its date and the article as proof."""
    found = next(
        entity["properties"]
        for entity in entities.values()
        if entity["schema"] == "UnknownLink" and entity["properties"]["role"] == ["contradicts"]
    )

    assert found["object"] == [entity_id(ferry.claims.off.id)]
    assert found["proof"] == [entity_id(ferry.denial.id)]
    assert found["date"] == ["2021-05-18"]
    assert "not true" in found["summary"][0]


def test_who_may_be_the_same_is_similar(ferry, entities):
    """The open judgement is followthemoney's own Similar, with its score."""
    (found,) = (entity["properties"] for entity in entities.values() if entity["schema"] == "Similar")

    assert {*found["candidate"], *found["match"]} == {
        entity_id(ferry.sources.senior.id),
        entity_id(ferry.sources.somebody.id),
    }
    assert found["confidenceScore"] == ["0.600"]


def test_belonging_is_told_apart_from_speaking_for(entities):
    """A spokesman represents; who works somewhere is a member."""
    schemata = [entity["schema"] for entity in entities.values()]

    assert (schemata.count("Representation"), schemata.count("Membership")) == (1, 1)
    assert EdgeKind.SPEAKS_FOR.value.replace("_", " ") in named(entities, "Representation")


@pytest.mark.parametrize(
    ("identity", "expected"),
    [
        ("statement:1f0c", "statement-1f0c"),
        ("my article", "given-"),
        ("given:1f", "given-1f"),
        ("a b:\ud800", "given-"),
    ],
)
def test_ids_are_such_as_followthemoney_takes(identity, expected):
    """Letters, digits and hyphens; of an id that has others a hash."""
    assert entity_id(identity).startswith(expected)
    assert entity_id(identity).replace("-", "").isalnum()
