"""Telling English from other languages."""

import pytest

from attribution import ArticleError
from attribution.document.language import check_english, english_share

ENGLISH = "The dockers said on Monday that they would stay in the port until their demands were met. " * 3


@pytest.mark.parametrize(
    "text",
    [
        "Der Kanzler sagte am Montag in Berlin, dass die Regierung an ihrem Plan festhalten werde. Wir haben keine Wahl.",
        "De minister zei maandag dat het kabinet de plannen niet zal wijzigen, of de gemeenten het nu willen of niet, zo is "
        "het nu eenmaal. Wij hebben geen andere keuze, zei hij in Den Haag tegen de pers die op hem wachtte.",
        "Premier powiedział w poniedziałek, że rząd to zrobi, bo to jest jedyne wyjście. To nie jest łatwe, ale to trzeba.",
        "Le ministre a dit lundi que le gouvernement maintiendrait son projet. Nous n'avons pas le choix, a-t-il dit.",
        "El ministro dijo el lunes que el gobierno mantendrá su plan. No tenemos otra opción, dijo ante los periodistas.",
        "Министр сказал в понедельник, что правительство не изменит свой план.",
        "部长周一表示，政府将坚持其计划。我们别无选择，他对记者说。",
        "قال الوزير يوم الاثنين إن الحكومة ستتمسك بخطتها وليس لدينا خيار آخر.",
    ],
)  # fmt: skip
def test_other_languages_are_refused(text):
    """Other languages are told by what they lack, whatever their script."""
    with pytest.raises(ArticleError, match="does not look English") as caught:
        check_english(text * 2, "a.txt")
    assert caught.value.name == "a.txt"


@pytest.mark.parametrize(
    "text", [ENGLISH, ENGLISH.upper(), ENGLISH + "Wir haben keine andere Wahl.", "Nein.", "", "42 7"]
)
def test_english_and_what_nobody_can_tell_pass(text):
    """English passes in any case and with foreign quotations; so does what is too short to tell."""
    check_english(text, "a.txt")


def test_share_counts_words():
    """The share is that of very common words; a few words tell nothing."""
    assert english_share("they said that " * 10) == 1
    assert english_share("docks " * 30 + "the " * 10) == 0.25
    assert english_share("they said that") is None
