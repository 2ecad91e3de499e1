"""The pronouns that can mean a speaker: *his* means *he*."""

from attribution.statements.speakers.mention import Gender

FORMS = {
    "he": "he him his himself",
    "she": "she her hers herself",
    "they": "they them their theirs themselves themself",
    "it": "it its itself",
    "who": "who whom whose",
    "which": "which that",
    "I": "i me my mine myself",
    "we": "we us our ours ourselves",
    "you": "you your yours yourself yourselves",
    "both": "both each all",
}
NOMINATIVE = {form: nominative for nominative, forms in FORMS.items() for form in forms.split()}
GENDERS = {"he": Gender.MALE, "she": Gender.FEMALE}
PLURALS = frozenset(("they", "we", "both"))
WRITER = frozenset(("I", "we", "you"))  # outside quotations: the writer and the reader
THIRD = frozenset(("he", "she", "they", "it", "both"))
RELATIVE = frozenset(("who", "which"))
EVERYBODY = frozenset("someone somebody everyone everybody anyone anybody nobody one another none".split())
SEVERAL = EVERYBODY | frozenset(
    "others many some most several few dozens hundreds thousands those two three four both all none".split()
)
