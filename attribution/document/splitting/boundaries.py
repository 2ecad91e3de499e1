"""Correct sentence ends that a tokenizer trained on web English gets wrong in news.

Each rule names the sentence that forced it.
"""

from __future__ import annotations

import re

from attribution.document.splitting.abbreviations import AbbreviationKind, abbreviations
from attribution.document.splitting.characters import RawToken

CLOSING = frozenset(('"', "”", "’", "'", "''", ")", "]", "»"))
OPENING = frozenset('"“‘«')
FINAL = (".", "?", "!", "…")
QUESTIONS = frozenset(("?", "!", "?!", "!?", "…", "...", "—", "–", "-", "--"))
SPEAKING = frozenset(
    "said says asked asks added adds wrote writes told replied replies continued shouted yelled tweeted explained "
    "insisted declared responded wondered demanded joked recalled".split()
)
# Capitalized, these begin a sentence and are no name: "in the U.S. The", "lives on Main St. He"
FUNCTION_WORDS = frozenset(
    "a an the this that these those he she it they we you i his her its their our my your there here who what when "
    "where why how in on at by for from of to with as after before since while if but and or nor so yet not no both "
    "all some many most each one two three several such then now also however meanwhile".split()
)
# "12:30 a.m. Tuesday"
AFTER_TIME = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August "
    "September October November December Mon. Tue. Tues. Wed. Thu. Thurs. Fri. Sat. Sun. Jan. Feb. Aug. Sept. Oct. "
    "Nov. Dec. Eastern Central Mountain Pacific Greenwich E.T. ET EST EDT CT CST CDT MT MST MDT PT PST PDT GMT UTC "
    "BST CET CEST".split()
)
DETERMINERS = frozenset(("a", "an", "the", "this", "that", "its", "their", "our"))
DASHES_AND_BRACKETS = frozenset(("-", "--", "–", "—", "―", "("))
# no speaker holds one: “Stop!” The guards had not heard him
AUXILIARIES = frozenset(
    "am is are was were be been being have has had do does did will would can could may might must should not to "
    "n't n’t".split()
)
LONGEST_SPEAKER = 6  # words between a quoted question and its speech verb: "Rep. Ann B. Lee of Ohio asked"
_INITIAL = re.compile(r"(?:[A-Z]\.){1,3}")
_LIST_MARK = re.compile(r"\(?(?:\d{1,3}|[A-Za-z])[.)]")
_WORD_AND_STOP = re.compile(r"(?=.*[aeiouy])[A-Z]?[a-zà-ž]{3,}\.")  # with a vowel: *Blvd.* is none
_NUMBER_AND_STOP = re.compile(r"\d+\.")

Sentences = list[list[RawToken]]


def correct_boundaries(text: str, sentences: Sentences) -> Sentences:
    """Return the sentences of one paragraph with their ends where news puts them.

    In *"Will you go?" Gov. Smith asked.* neither the question mark nor *Gov.* ends a sentence.
    """
    paragraph = _Paragraph(text, sentences)
    paragraph.split_full_stops()
    paragraph.join_abbreviations()
    paragraph.move_past_closing_marks()
    paragraph.change_ends()
    return paragraph.sentences()


class _Paragraph:
    """The tokens of a paragraph, their forms, and whether a sentence ends with each."""

    def __init__(self, text: str, sentences: Sentences) -> None:
        self.text = text
        self.tokens = [token for sentence in sentences for token in sentence]
        self.forms = [text[token.start : token.end] for token in self.tokens]
        self.ends = [index == len(sentence) - 1 for sentence in sentences for index in range(len(sentence))]

    def sentences(self) -> Sentences:
        cut: Sentences = [[]]
        for token, ends in zip(self.tokens, self.ends, strict=True):
            cut[-1].append(token)
            if ends:
                cut.append([])
        return [sentence for sentence in cut if sentence]

    def split_full_stops(self) -> None:
        """Part *Aden* from its full stop at the end of a sentence: a name the tokenizer took for an abbreviation."""
        for index in reversed(range(len(self.tokens))):
            form, last = self.forms[index], index == len(self.tokens) - 1
            begins = last or self.forms[index + 1][0].isupper() or self.forms[index + 1][0] in OPENING
            if begins and _WORD_AND_STOP.fullmatch(form) and form not in abbreviations():
                start, end, _ = self.tokens[index]
                self.tokens[index : index + 1] = [RawToken(start, end - 1), RawToken(end - 1, end)]
                self.forms[index : index + 1] = [form[:-1], "."]
                self.ends[index : index + 1] = [False, self.ends[index]]

    def join_abbreviations(self) -> None:
        """Join *Gov* and its full stop where a name follows, *Sept* and its where a number does."""
        index = 0
        while index < len(self.tokens) - 2:
            abbreviation, following = self.forms[index] + ".", self.forms[index + 2]
            if self.forms[index + 1] == "." and self.is_glued(index) and needs_more(abbreviation, following):
                self.tokens[index : index + 2] = [RawToken(self.tokens[index].start, self.tokens[index + 1].end)]
                self.forms[index : index + 2] = [abbreviation]
                self.ends[index : index + 2] = [False]
            index += 1

    def move_past_closing_marks(self) -> None:
        """Let *We agree.* end after its quotation mark, and not the next sentence begin with it."""
        for index in range(len(self.tokens) - 1):
            closes = self.forms[index + 1] in CLOSING and self.is_glued(index)
            if self.ends[index] and closes and (self.forms[index + 1] != '"' or not self.is_glued(index + 1)):
                self.ends[index], self.ends[index + 1] = False, True

    def change_ends(self) -> None:
        for index in range(len(self.tokens) - 1):
            last = self.last_word(index)
            if self.ends[index] or self.is_finished(index, last):
                self.ends[index] = not self.goes_on(index, last)

    def last_word(self, index: int) -> int:
        """Return the token before the closing marks that end with `index`."""
        while index > 0 and self.forms[index] in CLOSING and self.is_glued(index - 1):
            index -= 1
        return index

    def goes_on(self, index: int, last: int) -> bool:
        """Whether the sentence goes on after token `index`, its last before closing marks being `last`."""
        form, following = self.forms[index], self.forms[index + 1]
        start = self.start_of(index)
        if _LIST_MARK.fullmatch(self.text, self.tokens[start].start, self.tokens[index].end):
            return True  # "1. The city pays"
        if needs_more(form, following) and (form in abbreviations() or self.may_be_initial(index)):
            return True
        if following.islower() and (last != index or form in abbreviations()):
            return True  # '"Will you go?" he asked', "U.S. officials"; after a bare full stop the writer slipped
        if following in DASHES_AND_BRACKETS and last == index and len(form) > 1 and form[-1] == ".":
            return True  # "MILL HILL, Va. - After a long night …"
        if last != index and self.forms[last] in QUESTIONS and self.names_speaker(index + 1):
            return True
        return not (self.has_final_mark(index, last) or self.is_header(index))

    def has_final_mark(self, index: int, last: int) -> bool:
        """Whether a full stop, question mark or the like stands before the closing marks or the bracket at `index`.

        Text on the web often ends in none, so a tokenizer trained on it ends *its Web site* after *its*;
        in a paragraph of news only a header in capitals does.
        """
        if self.forms[last].rstrip("".join(CLOSING))[-1:] in FINAL:
            return True
        if self.forms[index] not in (")", "]"):
            return False
        opening = "(" if self.forms[index] == ")" else "["
        while last > 0 and self.forms[last] != opening:
            last -= 1
        return last > 0 and self.forms[self.last_word(last - 1)][-1] in FINAL  # "… in Italy (1821).[22] His"

    def is_header(self, index: int) -> bool:
        """Whether the sentence that ends with token `index` is words in capitals: *SAVE A QUARTER*."""
        words = self.forms[self.start_of(index) : index + 1]
        return len(words) > 1 and all(word.isupper() or not word[0].isalpha() for word in words)

    def is_finished(self, index: int, last: int) -> bool:
        """Whether a sentence must end here: *… on Friday." The mayor*, with a space and a capital after it."""
        if self.is_glued(index):
            return False
        following = self.forms[index + 1]
        begins = following[0].isupper() or following[0] in OPENING
        kind = abbreviations().get(self.forms[index], AbbreviationKind.OTHER)
        if kind is not AbbreviationKind.OTHER and following.lower() in FUNCTION_WORDS:
            return following[0].isupper()  # "She worked for Acme Inc. The company closed"
        ended = self.forms[last] == "." or _NUMBER_AND_STOP.fullmatch(self.forms[last])  # "on Dec. 1. Polls close"
        return begins and bool(ended or (last != index and self.forms[last] in ("?", "!")))

    def names_speaker(self, start: int) -> bool:
        """Whether a speaker and a speech verb follow: *Gov. Smith asked*, *the mayor said*."""
        for form in self.forms[start : start + LONGEST_SPEAKER]:
            if form in SPEAKING:
                return True
            if not form[0].isalnum() or form in AUXILIARIES:
                return False
        return False

    def may_be_initial(self, index: int) -> bool:
        """Whether letters with full stops are of a name: *John F.*, *by J.K.*, but not *vitamin C.*, *the I.M.F.*"""
        before = self.forms[index - 1] if index > self.start_of(index) else ""
        return not before or is_name(before) or (len(self.forms[index]) > 2 and before.lower() not in DETERMINERS)

    def start_of(self, index: int) -> int:
        """Return the first token of the sentence that token `index` is in."""
        while index > 0 and not self.ends[index - 1]:
            index -= 1
        return index

    def is_glued(self, index: int) -> bool:
        """Whether no space stands between token `index` and the next."""
        return index + 1 < len(self.tokens) and self.tokens[index].end == self.tokens[index + 1].start


def needs_more(abbreviation: str, following: str) -> bool:
    """Whether an abbreviation is only half of something: *Gov.* before a name, *Sept.* or *No.* before a number."""
    kind = abbreviations().get(abbreviation)
    if kind is AbbreviationKind.TITLE or _INITIAL.fullmatch(abbreviation):
        return kind is not AbbreviationKind.PLACE and is_name(following)
    if kind is AbbreviationKind.TIME:
        return following in AFTER_TIME
    return kind in (AbbreviationKind.MONTH, AbbreviationKind.NUMBER) and following[0].isdecimal()


def is_name(form: str) -> bool:
    """Whether a word may be part of a name: capitalized, and no word such as *The*."""
    return form[0].isupper() and form.lower() not in FUNCTION_WORDS
