"""What the help of the commands says beyond their names and options."""

STATUS = "exit status: 0 when all went well, 1 when something failed, 2 for wrong usage"
BEGIN = """begin with:
  attribution read truce.txt
  attribution corpus add truce.db articles/
  attribution who-said truce.db "The militias will halt attacks"

Each command has a --help of its own, with an example."""
CORPUS = """examples:
  attribution corpus add truce.db articles/ --outlet "The Vale Post"
  attribution corpus info truce.db"""
SOURCE = (
    "A source is one speaker across articles: its names and roles, its organizations, who may be the same, and every "
    "statement, the earliest first. A part of a name is answered with the names that have it; of several sources of "
    "one name give the id. attribution sources CORPUS lists all."
)
WHO_SAID = (
    "Statements count by what they mean, not by their words. The score is the chance that one bears on the claim as "
    "the relation says: it supports it, contradicts it, or updates it (another value of the same thing). A claim that "
    "nobody made has no answers."
)
VOICES = (
    "Copies, relays and several people of one organization count once; unnamed speakers may or may not be the same, so "
    "the number may be an interval. It counts voices and is no verdict on truth."
)
EXPORTED = (
    "The ending of the file says the format: .json (node-link), .graphml, .gexf (Gephi), .cyjs (Cytoscape), .jsonld, "
    ".ftm.json or .ijson (followthemoney); .csv and .parquet are one file for each table."
)
ORGANIZATION = "What it says itself, and what people say who speak for it or belong to it, the earliest first."
