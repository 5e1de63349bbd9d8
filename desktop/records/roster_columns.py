"""Which column of a plain roster CSV means what: the fields on offer and a first guess by title.

The guess only saves clicks; the office sees and corrects the mapping before anything is read.
Titles of facts the office must not keep (Social Security number, religion, race, income, health)
and of emergency contacts, who are not guardians, are never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum

from desktop.records.names import fold


class RosterField(StrEnum):
    """What a column of a plain CSV can be read as. Guardian fields carry their number."""

    GIVEN = "given"
    MIDDLE = "middle"
    FAMILY = "family"
    FULL_NAME = "full_name"
    PREFERRED = "preferred"
    OTHER_NAMES = "other_names"
    BORN_ON = "born_on"
    GRADE = "grade"
    SCHOOL = "school"
    LOCAL_NUMBER = "local_number"
    ENROLLMENT = "enrollment"
    SPECIAL_EDUCATION = "special_education"
    HOME_LANGUAGE = "home_language"
    GUARDIAN1_NAME = "guardian1_name"
    GUARDIAN1_GIVEN = "guardian1_given"
    GUARDIAN1_FAMILY = "guardian1_family"
    GUARDIAN1_RELATIONSHIP = "guardian1_relationship"
    GUARDIAN1_PHONE = "guardian1_phone"
    GUARDIAN1_EMAIL = "guardian1_email"
    GUARDIAN1_ADDRESS = "guardian1_address"
    GUARDIAN1_CITY = "guardian1_city"
    GUARDIAN1_STATE = "guardian1_state"
    GUARDIAN1_POSTAL_CODE = "guardian1_postal_code"
    GUARDIAN1_LANGUAGE = "guardian1_language"
    GUARDIAN2_NAME = "guardian2_name"
    GUARDIAN2_GIVEN = "guardian2_given"
    GUARDIAN2_FAMILY = "guardian2_family"
    GUARDIAN2_RELATIONSHIP = "guardian2_relationship"
    GUARDIAN2_PHONE = "guardian2_phone"
    GUARDIAN2_EMAIL = "guardian2_email"
    GUARDIAN2_ADDRESS = "guardian2_address"
    GUARDIAN2_CITY = "guardian2_city"
    GUARDIAN2_STATE = "guardian2_state"
    GUARDIAN2_POSTAL_CODE = "guardian2_postal_code"
    GUARDIAN2_LANGUAGE = "guardian2_language"
    GUARDIAN3_NAME = "guardian3_name"
    GUARDIAN3_GIVEN = "guardian3_given"
    GUARDIAN3_FAMILY = "guardian3_family"
    GUARDIAN3_RELATIONSHIP = "guardian3_relationship"
    GUARDIAN3_PHONE = "guardian3_phone"
    GUARDIAN3_EMAIL = "guardian3_email"
    GUARDIAN3_ADDRESS = "guardian3_address"
    GUARDIAN3_CITY = "guardian3_city"
    GUARDIAN3_STATE = "guardian3_state"
    GUARDIAN3_POSTAL_CODE = "guardian3_postal_code"
    GUARDIAN3_LANGUAGE = "guardian3_language"


GUARDIAN_NUMBERS = (1, 2, 3)


@dataclass(frozen=True, slots=True)
class _Phrase:
    """Words that mean a field; ``alone`` when the title must have no other word."""

    words: frozenset[str]
    alone: bool

    def fits(self, title: frozenset[str]) -> bool:
        return self.words == title if self.alone else self.words <= title


_Rules = Mapping[str, tuple[_Phrase, ...]]


def _rules(table: str) -> _Rules:
    """Fields with the phrases that mean them, the surest first; "=" marks one that stands alone."""
    rules = {}
    for line in table.strip().splitlines():
        name, _, phrases = line.partition(":")
        rules[name.strip()] = tuple(
            _Phrase(frozenset(phrase.strip(" =").split()), phrase.strip().startswith("="))
            for phrase in phrases.split("|")
        )
    return rules


_STUDENT_RULES = _rules("""
other_names: other name|other names|alias|aliases|aka|former name|former names|maiden
preferred: preferred first|preferred name|=preferred|nickname|nick|goes by|known as|chosen name
given: first name|given name|=first|=given|fname|fn|firstname|forename
middle: middle name|=middle|mname|mn|mi|middlename
family: last name|family name|=last|=family|surname|lname|ln|lastname
born_on: birth date|birthdate|dob|birthday|birth|born|bd
grade: grade level|gradelevel|grade|grd|gr
enrollment: enrollment status|enroll status|student status|=enrollment|=active|=status
special_education: special education|special ed|sped|iep|idea|spec ed|swd
home_language: home language|primary language|native language|=language|=lang
local_number: student number|student id|local id|perm id|permid|stu id|sis id|studentid|=id|=number
school: school name|=school|campus|site name
full_name: student name|full name|pupil name|=name|=student
""")

_GUARDIAN_RULES = _rules("""
relationship: relationship|relation|rel
email: email|mail
phone: phone|cell|mobile|telephone|tel
postal_code: zip|postal|postcode|zipcode
city: city|town
state: state|province
address: address|street|addr
language: language|lang
given: first name|first|given|fname|firstname|fn
family: last name|last|family|surname|lname|lastname|ln
name: full name|name
""")

_GUARDIAN_WORDS = frozenset({
    "guardian", "parent", "contact", "mother", "father", "caregiver", "mom", "dad", "par", "pg",
})  # fmt: skip
_NUMBER_WORDS = {"1": 1, "2": 2, "3": 3, "one": 1, "two": 2, "three": 3, "primary": 1,
                 "secondary": 2, "father": 2, "dad": 2}  # fmt: skip

_NEVER = frozenset({
    "ssn", "social", "security", "religion", "race", "ethnicity", "ethnic", "hispanic", "gender",
    "sex", "immigration", "immigrant", "citizenship", "citizen", "visa", "income", "lunch", "meal",
    "frl", "medical", "medicaid", "health", "insurance", "allergy", "allergies", "disability",
    "doctor", "physician", "emergency", "username", "password", "homeless", "migrant", "pronouns",
    "employer", "occupation", "lives", "custody",
})  # fmt: skip
_NOT_A_STUDENT_FIELD = frozenset({
    "email", "phone", "cell", "mobile", "address", "street", "city", "zip", "teacher", "counselor",
    "homeroom", "room", "bus", "entry", "exit", "withdrawal", "average", "gpa", "place", "country",
    "county", "district", "state", "code", "suffix", "year", "verified", "proficiency",
    "correspondence", "certificate", "points", "photo", "locker", "age",
})  # fmt: skip

_TYPO_LETTERS = 4
_CLOSE_ENOUGH = 0.8
_SPLIT = re.compile(
    r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[A-Za-z])(?=\d)|(?<=\d)(?=[A-Za-z])"
)


def _vocabulary() -> frozenset[str]:
    rules = (*_STUDENT_RULES.values(), *_GUARDIAN_RULES.values())
    told = {word for phrases in rules for phrase in phrases for word in phrase.words}
    return frozenset(told | _GUARDIAN_WORDS | _NUMBER_WORDS.keys() | _NEVER | _NOT_A_STUDENT_FIELD)


_VOCABULARY = _vocabulary()


def guess_mapping(headers: Sequence[str]) -> dict[int, RosterField]:
    """Column places, counted from 0, with the field their title most likely means.

    Forgives capitals, underscores, run-together words and typing errors. Each field is given to one
    column: the surest title, then the leftmost. A whole name is left out where its parts are there.
    """
    best: dict[RosterField, tuple[int, int]] = {}
    for place, header in enumerate(headers):
        guess = _guess(header)
        if guess is not None:
            found, rank = guess
            best[found] = min(best.get(found, (rank, place)), (rank, place))
    return {place: found for found, (_, place) in sorted(_sensible(best).items(), key=_by_place)}


def _by_place(item: tuple[RosterField, tuple[int, int]]) -> int:
    return item[1][1]


def _sensible(best: dict[RosterField, tuple[int, int]]) -> dict[RosterField, tuple[int, int]]:
    wholes = [(RosterField.FULL_NAME, RosterField.GIVEN, RosterField.FAMILY)]
    for number in GUARDIAN_NUMBERS:
        names = (f"guardian{number}_{part}" for part in ("name", "given", "family"))
        whole, given, family = map(RosterField, names)
        wholes.append((whole, given, family))
    dropped = {whole for whole, given, family in wholes if given in best and family in best}
    return {found: where for found, where in best.items() if found not in dropped}


def _guess(header: str) -> tuple[RosterField, int] | None:
    """The field a title means and how sure that is: 0 is surest."""
    words = _words(header)
    if not words or words & _NEVER:
        return None
    if words & _GUARDIAN_WORDS:
        return _guess_guardian(words)
    if words & _NOT_A_STUDENT_FIELD:
        return None
    match = _match(_STUDENT_RULES, words)
    return (RosterField(match[0]), match[1]) if match else None


def _guess_guardian(words: frozenset[str]) -> tuple[RosterField, int] | None:
    number = next((count for word, count in _NUMBER_WORDS.items() if word in words), 1)
    match = _match(_GUARDIAN_RULES, words)
    if match is None:
        bare = words - _GUARDIAN_WORDS - _NUMBER_WORDS.keys() - {"student"}
        match = None if bare else ("name", 1)
    return (RosterField(f"guardian{number}_{match[0]}"), match[1]) if match else None


def _match(rules: _Rules, words: frozenset[str]) -> tuple[str, int] | None:
    for name, phrases in rules.items():
        for rank, phrase in enumerate(phrases):
            if phrase.fits(words):
                return name, rank
    return None


def _words(header: str) -> frozenset[str]:
    spaced = _SPLIT.sub(" ", header.replace(".", " ").replace("_", " "))
    words = fold(spaced.replace("e-mail", "email").replace("E-mail", "email")).split()
    return frozenset(_without_typo(word) for word in words)


def _without_typo(word: str) -> str:
    if word in _VOCABULARY or len(word) < _TYPO_LETTERS:
        return word
    # "Frist", "Guardain", "Adress"; run-together words such as "studentid" are in the vocabulary.
    return next(iter(get_close_matches(word, sorted(_VOCABULARY), 1, _CLOSE_ENOUGH)), word)
