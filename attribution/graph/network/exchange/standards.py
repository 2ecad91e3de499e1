"""What the kinds of nodes and edges are called in PROV-O and schema.org.

The terms under `OWN` are this library's, for what no standard names.
"""

from attribution.graph.network.kinds import EdgeKind, NodeKind

OWN = "urn:x-attribution:terms:"
PREFIXES = {
    "schema": "https://schema.org/",
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "attr": OWN,
}

NODE_TYPES = {
    NodeKind.ARTICLE: ("schema:NewsArticle", "prov:Entity"),
    NodeKind.OUTLET: ("schema:NewsMediaOrganization", "prov:Organization"),
    NodeKind.STATEMENT: ("schema:Quotation", "prov:Entity"),
    NodeKind.SOURCE: ("prov:Agent",),
    NodeKind.ORGANIZATION: ("schema:Organization", "prov:Organization"),
    NodeKind.CLAIM: ("schema:Claim", "prov:Entity"),
}

SPEAKER_TYPES = {  # of a source, by what kind of party speaks; groups, documents and unknown ones are agents only
    "person": ("schema:Person", "prov:Person"),
    "organization": ("schema:Organization", "prov:Organization"),
}

EDGE_TERMS = {
    EdgeKind.PUBLISHED_BY: ("schema:publisher",),
    EdgeKind.REPORTS: ("schema:hasPart",),
    EdgeKind.CREDITS: ("prov:wasInfluencedBy",),
    EdgeKind.COPIES: ("prov:wasDerivedFrom",),
    EdgeKind.SHARES_TEXT: ("prov:alternateOf",),
    EdgeKind.SAID_BY: ("prov:wasAttributedTo", "schema:spokenByCharacter"),
    EdgeKind.TOLD: ("attr:told",),
    EdgeKind.NESTED_IN: ("schema:isPartOf",),
    EdgeKind.TAKES_UP: ("prov:wasInfluencedBy",),
    EdgeKind.SUPPORTS: ("attr:supports",),
    EdgeKind.CONTRADICTS: ("attr:contradicts",),
    EdgeKind.UPDATES: ("attr:updates",),
    EdgeKind.REPEATS: ("attr:repeats",),
    EdgeKind.SPEAKS_FOR: ("prov:actedOnBehalfOf",),
    EdgeKind.AFFILIATED: ("schema:affiliation",),
    EdgeKind.MAY_BE_SAME: ("attr:mayBeSame",),
}

# As https://www.w3.org/ns/anno.jsonld defines them, so that tools for Web Annotations find the keys that they know.
ANNOTATION_TERMS: dict[str, object] = {
    "id": "@id",
    "type": "@type",
    "Annotation": "oa:Annotation",
    "SpecificResource": "oa:SpecificResource",
    "TextPositionSelector": "oa:TextPositionSelector",
    "TextQuoteSelector": "oa:TextQuoteSelector",
    "identifying": "oa:identifying",
    "body": {"@id": "oa:hasBody", "@type": "@id"},
    "target": {"@id": "oa:hasTarget", "@type": "@id"},
    "source": {"@id": "oa:hasSource", "@type": "@id"},
    "selector": {"@id": "oa:hasSelector", "@type": "@id"},
    "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "start": {"@id": "oa:start", "@type": "xsd:nonNegativeInteger"},
    "end": {"@id": "oa:end", "@type": "xsd:nonNegativeInteger"},
}
