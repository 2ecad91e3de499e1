"""Whatever a model says of a text, its statements hold together."""

from pathlib import Path

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from attribution import Article, Document, Sentence, Word
from attribution.document.conllu import from_conllu, to_conllu
from attribution.statements.row import row_of
from attribution.statements.steps import find_statements
from attribution.text.span import words_of

PARSES = sorted((Path(__file__).parents[1] / "parses").glob("*.conllu"))
WORDS = (
    "said told denied asked announcement statement according to that not because of anonymity condition authorized by he "
    "she they who it I we one Amina Haddad Haddad's Dr. Smith's Port Halvern U.S. Ledger officials spokesman union two "
    "three the a former ministry report email , . : ; ? ! … - — “ ” \" ‘ ’ ' « » `` '' ( ) 7 @ 🙂 \u200f \0 é"
).split(" ")
UPOS = ("NOUN", "PROPN", "PRON", "VERB", "AUX", "ADP", "DET", "PUNCT", "SCONJ", "NUM", "ADJ", "PART", "X")
RELATIONS = (
    "nsubj nsubj:pass obj obl obl:agent ccomp xcomp parataxis appos flat compound nmod nmod:poss nmod:desc conj cc case "
    "mark acl acl:relcl advcl amod det punct aux aux:pass advmod dep root csubj nummod"
).split(" ")
KINDS = ("Person", "Organization", "Location", "NORP", "Date", "Misc", "Facility", "Money", "Product")
ENTITIES = ("O", "O", *(f"{prefix}-{kind}" for prefix in "BI" for kind in KINDS))
ROLES = ("O", *(f"{prefix}-{part}" for prefix in "BI" for part in ("source", "cue", "content")))
GAPS = (" ", " ", " ", "", "\n", "\n\n")


@st.composite
def documents(draw):
    """Draw a document of words of the news with any tags on them; heads make trees, but any trees."""
    text, words, sentences = "", [], []
    for _ in range(draw(st.integers(1, 4))):
        first, size = len(words), draw(st.integers(1, 8))
        order = draw(st.permutations(range(first, first + size)))
        for index in range(first, first + size):
            form, above = draw(st.sampled_from(WORDS)), order[: order.index(index)]
            words.append(
                Word(
                    index=index,
                    text=form,
                    start=len(text),
                    end=len(text) + len(form),
                    lemma=draw(st.sampled_from((form.lower(), "say", "be"))),
                    upos=draw(st.sampled_from(UPOS)),
                    head=draw(st.sampled_from(above)) if above else -1,
                    deprel=draw(st.sampled_from(RELATIONS)),
                    entity=draw(st.sampled_from(ENTITIES)),
                    role=draw(st.sampled_from(ROLES)),
                    cue=draw(st.integers(-1, first + size - 1)),
                    sure=draw(st.sampled_from((0.0, 0.5, 1.0))),
                )
            )
            text += form + draw(st.sampled_from(GAPS))
        sentences.append(Sentence(len(sentences), first, len(words) - 1, draw(st.integers(0, 1)) + len(sentences)))
    return Document(text, tuple(words), tuple(sentences))


@st.composite
def damaged_parses(draw):
    """Draw a frozen parse in which some words got other tags, as a model's mistakes give them."""
    parse = from_conllu(draw(st.sampled_from(PARSES)).read_text(encoding="utf8"))
    words = list(parse.words)
    for index in draw(st.lists(st.integers(0, len(words) - 1), max_size=6)):
        sentence = parse.sentence_of(index)
        head = draw(st.integers(sentence.first, sentence.last))
        damage = {
            "head": words[index].head if is_above(words, index, head) else head,
            "deprel": draw(st.sampled_from((words[index].deprel, *RELATIONS))),
            "upos": draw(st.sampled_from((words[index].upos, *UPOS))),
            "entity": draw(st.sampled_from((words[index].entity, *ENTITIES))),
            "role": draw(st.sampled_from((words[index].role, *ROLES))),
            "cue": draw(st.sampled_from((words[index].cue, -1, index))),
        }
        words[index] = evolve(words[index], **damage)
    return Document(parse.text, tuple(words), parse.sentences)


def is_above(words, index, below):
    """Tell whether a word is another, or above it in the tree."""
    while below not in (index, -1):
        below = words[below].head
    return below == index


def statements_of(document):
    """Return the statements that are found in a document."""
    article = Article(text=document.text, title="Port said shut", outlet="The Harbor Ledger", id="article:1")
    return find_statements(document, article)


@given(document=st.one_of(documents(), damaged_parses()))
@settings(deadline=None, max_examples=400)
def test_statements_hold_together(document):
    """Spans slice the text to the statement's own words, ids are one's own, parents are there, terms are the text's."""
    found = statements_of(document)
    ids = [statement.id for statement in found]

    assert len(set(ids)) == len(ids)
    for statement in found:
        speaker, authorization = statement.speaker, statement.authorization
        assert statement.text == words_of(statement.content, document.text)
        assert statement.parent in (None, *ids)
        assert statement.parent != statement.id
        assert authorization.reason in document.text
        for spans in (statement.source, statement.cue, statement.content, authorization.terms):
            assert list(spans) == sorted(spans)
            assert all(span.end <= len(document.text) for span in spans)
        for mention in speaker.mentions if speaker else ():
            assert mention.end <= len(document.text)
        assert row_of(statement, Article(text=document.text, id="article:1"))


@given(document=documents())
@settings(deadline=None, max_examples=50)
def test_statements_are_the_same_every_time(document):
    """A document that went through a file gives the same statements."""
    assert statements_of(from_conllu(to_conllu(document))) == statements_of(document)
