"""A spaCy pipeline of the shape of `en_core_web_sm`, with weights at random: for timing, not for reading.

As there, tagger and parser share one network that gives words vectors (four layers of 96), names have one of their
own; 50 tags, 45 relations and 18 kinds of names are told apart. Parts of speech follow from tags by patterns, lemmas
from rules. Trees mean nothing, so what is looked for in them is rarely found.
"""

from collections.abc import Sequence
from typing import Any

WIDTH = 96
TAGS = {  # what the attribute ruler makes of each tag
    "ADJ": "JJ JJR JJS AFX PRP$ WP$",
    "ADV": "RB RBR RBS WRB",
    "ADP": "IN RP",
    "CCONJ": "CC",
    "DET": "DT PDT WDT",
    "INTJ": "UH",
    "NOUN": "NN NNS",
    "NUM": "CD",
    "PART": "POS TO",
    "PRON": "PRP WP EX",
    "PROPN": "NNP NNPS",
    "PUNCT": "'' , -LRB- -RRB- . : HYPH LS NFP ``",
    "SPACE": "_SP",
    "SYM": "$ SYM",
    "VERB": "VB VBD VBG VBN VBP VBZ MD",
    "X": "ADD FW XX",
}
RELATIONS = (
    "acl acomp advcl advmod agent amod appos attr aux auxpass case cc ccomp compound conj csubj csubjpass dative "
    "dep det dobj expl intj mark meta neg nmod npadvmod nsubj nsubjpass nummod oprd parataxis pcomp pobj poss preconj "
    "predet prep prt punct quantmod relcl xcomp"
).split()
NAMES = (
    "CARDINAL DATE EVENT FAC GPE LANGUAGE LAW LOC MONEY NORP ORDINAL ORG PERCENT PERSON PRODUCT QUANTITY TIME "
    "WORK_OF_ART"
).split()
ENDINGS = {  # endings that rules for lemmas replace
    "noun": [["s", ""], ["ses", "s"], ["ves", "f"], ["xes", "x"], ["ches", "ch"], ["shes", "sh"], ["men", "man"]],
    "verb": [["s", ""], ["ies", "y"], ["es", "e"], ["es", ""], ["ed", "e"], ["ed", ""], ["ing", "e"], ["ing", ""]],
    "adj": [["er", ""], ["est", ""], ["er", "e"], ["est", "e"]],
}
RARE, FREQUENT = -5.0, 5.0  # most words hang on others, and most are no name
ATTRIBUTES = {"NORM": 5000, "PREFIX": 1000, "SUFFIX": 2500, "SHAPE": 2500}


def open_spacy(texts: list[str]) -> Any:
    """Return a pipeline whose lemmas are looked for among the words of the texts."""
    import spacy
    from spacy.training import Example

    spacy.util.fix_random_seed(1)
    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec", config={"model": _vectors(ATTRIBUTES | {"SPACY": 50, "IS_SPACE": 50})})
    shared = {"@architectures": "spacy.Tok2VecListener.v1", "width": WIDTH, "upstream": "tok2vec"}
    tagger = nlp.add_pipe(
        "tagger", config={"model": {"@architectures": "spacy.Tagger.v2", "nO": None, "tok2vec": shared}}
    )
    parser = nlp.add_pipe("parser", config={"model": _transitions("parser", shared), "min_action_freq": 1})
    ruler = nlp.add_pipe("attribute_ruler")
    ner = nlp.add_pipe("ner", config={"model": _transitions("ner", _vectors(ATTRIBUTES))})
    tags = [tag for part in TAGS.values() for tag in part.split()]
    for labelled, labels in ((tagger, tags), (ner, NAMES)):
        for label in labels:
            labelled.add_label(label)
    made = {"words": ["Ann", "said", "so"], "tags": ["NNP", "VBD", "RB"], "heads": [1, 1, 1]}
    examples = [  # relations have to be seen: the parser learns from a label alone neither side nor use
        Example.from_dict(nlp.make_doc("Ann said so"), made | {"deps": [relation, "ROOT", relation]})
        for relation in RELATIONS
    ]
    nlp.initialize(lambda: examples)
    for part, given in TAGS.items():  # after the start, which takes away what patterns there are
        for tag in given.split():
            ruler.add(patterns=[[{"TAG": tag}]], attrs={"POS": part})
    _draw(tagger.model.get_ref("softmax"), tags)
    _draw(parser.model.get_ref("upper"), _moves(parser), ("S", "B-ROOT"), RARE)
    _draw(ner.model.get_ref("upper"), _moves(ner), ("O",), FREQUENT)
    nlp.add_pipe("lemmatizer", after="attribute_ruler").initialize(lookups=_tables(texts))
    return nlp


def _vectors(attributes: dict[str, int]) -> dict[str, Any]:
    """Return the description of a network that gives each word a vector, from tables of so many rows."""
    return {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {
            "@architectures": "spacy.MultiHashEmbed.v2",
            "width": WIDTH,
            "attrs": list(attributes),
            "rows": list(attributes.values()),
            "include_static_vectors": False,
        },
        "encode": {
            "@architectures": "spacy.MaxoutWindowEncoder.v2",
            "width": WIDTH,
            "depth": 4,
            "window_size": 1,
            "maxout_pieces": 3,
        },
    }


def _transitions(kind: str, vectors: dict[str, Any]) -> dict[str, Any]:
    return {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": kind,
        "extra_state_tokens": False,
        "hidden_width": 64,
        "maxout_pieces": 2,
        "use_upper": True,
        "nO": None,
        "tok2vec": vectors,
    }


def _moves(component: Any) -> list[str]:
    return [component.moves.get_class_name(i) for i in range(component.moves.n_moves)]


def _draw(layer: Any, choices: Sequence[str], weighed: tuple[str, ...] = (), weight: float = 0.0) -> None:
    """Give a layer weights at random and let it prefer or avoid some of its choices.

    spaCy starts the layers that decide with zeros, by which all words would be alike.
    """
    import numpy as np

    layer.set_param("W", np.random.default_rng(1).normal(0, 0.1, layer.get_param("W").shape).astype("float32"))
    biases = layer.get_param("b").copy()
    biases[[choices.index(choice) for choice in weighed]] += weight
    layer.set_param("b", biases)


def _tables(texts: list[str]) -> Any:
    from spacy.lookups import Lookups

    words = sorted({word.strip("“”.,").lower() for text in texts for word in text.split()})
    tables = Lookups()
    tables.add_table("lemma_rules", ENDINGS)
    tables.add_table("lemma_exc", {part: {} for part in ENDINGS})
    tables.add_table("lemma_index", dict.fromkeys(ENDINGS, words))
    return tables
