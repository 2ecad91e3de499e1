"""Articles made for timing: as many as wanted, each another, in the manner of wire copy."""

import random

PEOPLE = [
    "Amina Haddad",
    "Jun Ito",
    "Carl Weiss",
    "Nora Quill",
    "Rui Salgado",
    "Vera Lindqvist",
    "Tim Sayle",
    "Joana Brito",
]
BODIES = ["the port authority", "Harbor Motors", "the Transport Ministry", "the Dockers’ Union", "the coast guard"]
ROLES = ["spokeswoman for {body}", "director at {body}", "lawyer for {body}", "adviser to {body}"]
FACTS = [
    "the {thing} would be closed for {number} weeks",
    "{number} people had been hurt when the {thing} gave way",
    "the repair of the {thing} had cost {number} million",
    "nobody had looked at the {thing} for {number} years",
    "the {thing} could not be opened before the end of the month",
]
THINGS = ["bridge", "ferry", "dam", "harbor", "tunnel", "warehouse", "power station", "railway"]


def article(number: int) -> str:
    """Return an article of about 610 words; the same number gives the same article."""
    chance = random.Random(number)
    paragraphs = [f"MARVAO — The {chance.choice(THINGS)} of Marvao was in the news again on day {number}."]
    for _ in range(8):
        person, body = chance.choice(PEOPLE), chance.choice(BODIES)
        role = chance.choice(ROLES).format(body=body)
        fact, other = (
            chance.choice(FACTS).format(thing=chance.choice(THINGS), number=chance.randint(2, 60)) for _ in range(2)
        )
        paragraphs.append(
            f"{person}, a {role}, said that {fact}. “We told everybody that {other},” {person.split()[-1]} said. "
            f"An official who spoke on condition of anonymity because the matter was sensitive denied that {fact}. "
            f"The town was quiet in the evening, and the road along the water stayed open."
        )
    return "\n\n".join(paragraphs)
