"""JSON-LD as rdflib reads it: triples in standard terms, selectors that point at the words."""

import json

import pytest
import rdflib
from rdflib.namespace import PROV, RDF

from attribution.graph.network.building import build_graph
from attribution.graph.network.exchange.export import export
from attribution.graph.network.exchange.json_ld import iri, to_json_ld
from attribution.graph.network.exchange.standards import EDGE_TERMS, NODE_TYPES
from attribution.graph.network.kinds import EdgeKind, NodeKind

OA = rdflib.Namespace("http://www.w3.org/ns/oa#")
SCHEMA = rdflib.Namespace("https://schema.org/")
OWN = rdflib.Namespace("urn:x-attribution:terms:")


@pytest.fixture
def triples(picture, tmp_path):
    """Return what rdflib reads from the exported file."""
    (path,) = export(picture, tmp_path / "news.jsonld")
    return rdflib.Graph().parse(path, format="json-ld")


def ref(identity):
    """Return the resource of a node's id."""
    return rdflib.URIRef(iri(identity))


def test_every_edge_is_a_triple_with_score_and_evidence(picture, triples):
    """Each edge of the graph is a triple in its standard term, and reified with what the edge carries."""
    graph = build_graph(picture)
    reified = {
        (triples.value(node, RDF.subject), triples.value(node, RDF.predicate), triples.value(node, RDF.object)): node
        for node in triples.subjects(RDF.type, RDF.Statement)
    }

    assert len(reified) == graph.number_of_edges()
    for (start, term, end), node in reified.items():
        assert (start, term, end) in triples
        assert 0 <= triples.value(node, OWN.score).toPython() <= 1
        assert triples.value(node, OWN.score).datatype == rdflib.XSD.double


def test_every_target_points_at_its_words(picture, triples):
    """In each target both selectors mean the same words of the article's text, in code points."""
    targets = list(triples.objects(None, OA.hasTarget))

    assert targets
    for target in targets:
        text = str(triples.value(triples.value(target, OA.hasSource), SCHEMA.articleBody))
        selectors = {triples.value(one, RDF.type): one for one in triples.objects(target, OA.hasSelector)}
        place, quote = selectors[OA.TextPositionSelector], selectors[OA.TextQuoteSelector]
        start, end = (triples.value(place, term).toPython() for term in (OA.start, OA.end))
        exact, prefix, suffix = (str(triples.value(quote, term)) for term in (OA.exact, OA.prefix, OA.suffix))

        assert exact == text[start:end]
        assert text[:start].endswith(prefix)
        assert text[end:].startswith(suffix)
        assert triples.value(place, OA.start).datatype == rdflib.XSD.nonNegativeInteger


def test_a_denial_in_standard_terms(ferry):
    """Who said what where is PROV-O and schema.org; what the library alone knows has its own terms."""
    triples = rdflib.Graph().parse(data=json.dumps(to_json_ld(ferry.picture)), format="json-ld")
    denied, off, marsh = ref(ferry.records.denied.statement.id), ref(ferry.claims.off.id), ref(ferry.sources.marsh.id)

    assert (denied, RDF.type, SCHEMA.Quotation) in triples
    assert (off, RDF.type, SCHEMA.Claim) in triples
    assert (marsh, RDF.type, SCHEMA.Person) in triples
    assert (denied, PROV.wasAttributedTo, marsh) in triples
    assert (ref(ferry.denial.id), SCHEMA.hasPart, denied) in triples
    assert (denied, OWN.contradicts, off) in triples
    assert (off, SCHEMA.appearance, ref(ferry.records.off.statement.id)) in triples
    assert (off, SCHEMA.appearance, denied) not in triples
    assert (ref(ferry.copy.id), PROV.wasDerivedFrom, ref(ferry.wire.id)) in triples
    assert (ref(ferry.sources.vann.id), PROV.actedOnBehalfOf, None) in triples


def test_annotations_have_the_keys_of_the_standard(ferry):
    """Read as plain JSON, an annotation has the keys of the W3C's own context."""
    written = to_json_ld(ferry.picture)["@graph"]
    found = next(one for one in written if one["type"] == "Annotation" and one["attr:part"] == "content")

    assert {"id", "type", "motivation", "body", "target"} <= found.keys()
    assert {selector["type"] for selector in found["target"][0]["selector"]} == {
        "TextPositionSelector",
        "TextQuoteSelector",
    }


def test_nothing_is_fetched(ferry):
    """The context is in the file: no term needs the network to be understood."""
    context = to_json_ld(ferry.picture)["@context"]

    assert isinstance(context, dict)
    assert "@import" not in context


def test_every_kind_has_a_standard_equivalent():
    """No kind of node or edge is left without a term."""
    assert EDGE_TERMS.keys() == {*EdgeKind}
    assert NODE_TYPES.keys() == {*NodeKind}


def test_odd_ids_become_valid_addresses(hostile, tmp_path):
    """An id that the user chose, with spaces, brackets and halves of characters, is a valid IRI."""
    (path,) = export(hostile, tmp_path / "news.jsonld")
    triples = rdflib.Graph().parse(path, format="json-ld")
    text = triples.serialize(format="nt")  # refuses what is no IRI

    assert "urn:x-attribution:mine%20%231%20%3C%ED%A0%80%3E%00%C3%A9" in text
