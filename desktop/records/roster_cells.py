"""What the cells of a roster say: dates, grades, relationships, languages, names, addresses.

Offices and student information systems write the same fact in many ways; each function here knows
those ways and says so when a cell is none of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.records.names import clean_name, fold
from desktop.records.party import Relationship
from desktop.records.roster import FaultCode
from desktop.records.school import Address
from desktop.records.student import Enrollment

MAX_CELL = 300  # characters; names of 300 are real, a paragraph in a name is a shifted column
_EARLIEST_BIRTH_YEAR = 1900
_EXPLAINED_AGE = 60  # years; beyond it a two-digit year could as well mean this century

_NOTHING = frozenset({"", "na", "n a", "none", "null", "unknown", "not applicable", "nil"})


def is_blank(text: str) -> bool:
    """Whether a cell says nothing: empty, "N/A", "none", a dash."""
    return fold(text) in _NOTHING


class DayOrder(StrEnum):
    """What a date in numbers tells about the order of its day and month."""

    CERTAIN = "certain"
    MONTH_FIRST = "month_first"
    DAY_FIRST = "day_first"
    EITHER = "either"


@dataclass(frozen=True, slots=True)
class ReadDate:
    """A date, or the fault that stands in its place, and the order its numbers betray."""

    on: date | None = None
    fault: FaultCode | None = None
    order: DayOrder = DayOrder.CERTAIN


_MONTHS = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}
_MIDNIGHT = re.compile(
    r"[T ](?:0?0:00(?::00(?:\.0+)?)?(?:Z|[+-]\d\d:?\d\d)?|12:00(?::00)? ?AM)$",
    re.IGNORECASE,
)
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_RUN_TOGETHER = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)")
_NUMBERS = re.compile(r"(\d{1,2})[-/](\d{1,2})[-/](\d{4}|\d{2})")
_DAY_MONTH = re.compile(r"(\d{1,2})[- /]([A-Za-z]{3,9})\.?[- /,]+(\d{4}|\d{2})")
_MONTH_DAY = re.compile(r"([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")
_SERIAL = re.compile(r"\d{5}(?:\.\d+)?")


def read_birth_date(text: str, today: date) -> ReadDate:
    """The birth date in a cell.

    Read are 2015-03-04, 20150304, 3/4/2015 and 3/4/15 (month first, as in the US), 4-Mar-2015 and
    March 4, 2015, each also with a time of midnight behind it. A two-digit year is the latest one
    not after ``today``. A blank cell is no date and no fault.
    """
    bare = _MIDNIGHT.sub("", text.strip())
    try:
        return _within(date.fromisoformat(bare), today, DayOrder.CERTAIN)
    except ValueError:
        pass
    if is_blank(bare):
        return ReadDate()
    if _SERIAL.fullmatch(bare):
        return ReadDate(fault=FaultCode.DATE_NUMBER)
    return _spelled(bare, today) or _in_numbers(bare, today)


def _in_numbers(bare: str, today: date) -> ReadDate:
    match = _NUMBERS.fullmatch(bare)
    if not match:
        return ReadDate(fault=FaultCode.DATE_UNREADABLE)
    month, day = int(match[1]), int(match[2])
    order = _order(month, day)
    if order is DayOrder.DAY_FIRST:
        return ReadDate(fault=FaultCode.DATE_DAY_FIRST, order=order)
    return _dated(match[3], month, day, today, order)


def _order(first: int, second: int) -> DayOrder:
    months, later_days = range(1, 13), range(13, 32)
    if first in later_days and second in months:
        return DayOrder.DAY_FIRST
    if first in months and second in months:
        return DayOrder.CERTAIN if first == second else DayOrder.EITHER
    return DayOrder.MONTH_FIRST


def _spelled(bare: str, today: date) -> ReadDate | None:
    """A date whose month is a word or whose year comes first."""
    for pattern in (_YEAR_FIRST, _RUN_TOGETHER):
        if match := pattern.fullmatch(bare):
            return _dated(match[1], int(match[2]), int(match[3]), today)
    if match := _DAY_MONTH.fullmatch(bare):
        return _dated(match[3], _month(match[2]), int(match[1]), today)
    if match := _MONTH_DAY.fullmatch(bare):
        return _dated(match[3], _month(match[1]), int(match[2]), today)
    return None


def _month(word: str) -> int:
    return _MONTHS.get(word[:3].lower(), 0)


def _dated(
    year: str, month: int, day: int, today: date, order: DayOrder = DayOrder.CERTAIN
) -> ReadDate:
    try:
        if len(year) == 4:  # noqa: PLR2004  # digits
            return _within(date(int(year), month, day), today, order)
        return _two_digit(int(year), month, day, today, order)
    except ValueError:
        return ReadDate(fault=FaultCode.DATE_IMPOSSIBLE, order=order)


def _two_digit(year: int, month: int, day: int, today: date, order: DayOrder) -> ReadDate:
    century = today.year // 100 * 100
    # The day may not exist in the later century (29 February 2100), so look at it year by year.
    if (century + year, month, day) > (today.year, today.month, today.day):
        century -= 100
    on = date(century + year, month, day)
    if today.year - on.year > _EXPLAINED_AGE:
        return ReadDate(fault=FaultCode.DATE_AMBIGUOUS, order=order)
    return ReadDate(on=on, order=order)


def _within(on: date, today: date, order: DayOrder) -> ReadDate:
    if on > today:
        return ReadDate(fault=FaultCode.DATE_FUTURE, order=order)
    if on.year < _EARLIEST_BIRTH_YEAR:
        return ReadDate(fault=FaultCode.DATE_TOO_EARLY, order=order)
    return ReadDate(on=on, order=order)


# Grade codes of the Common Education Data Standards (which OneRoster uses) and of the usual
# systems, as offices write them.
_GRADES = {
    "it": "Infant/toddler", "pr": "Preschool", "pk": "PK", "prek": "PK", "pre k": "PK",
    "prekindergarten": "PK", "pre kindergarten": "PK", "preschool": "Preschool", "tk": "TK",
    "transitional kindergarten": "TK", "kg": "K", "k": "K", "kn": "K", "kindergarten": "K",
    "0": "K", "00": "K", "ps": "Postsecondary", "ug": "Ungraded", "ae": "Adult education",
    "other": "Other", "freshman": "9", "sophomore": "10", "junior": "11", "senior": "12",
}  # fmt: skip
_GRADE_NUMBER = re.compile(r"(?:grade|gr|level)? ?0?([1-9]|1[0-3])(?:st|nd|rd|th)?(?: grade)?")


def grade_label(text: str) -> str:
    """A grade as the office writes it: "KG" is "K", "04" is "4"; what is not known stays as it is.

    A OneRoster cell may list several, separated by commas.
    """
    return ", ".join(dict.fromkeys(_one_grade(part) for part in text.split(",") if part.strip()))


def _one_grade(text: str) -> str:
    if text.strip() in {"-1", "-2"}:
        return "PK"
    key = fold(text)
    if number := _GRADE_NUMBER.fullmatch(key):
        return number[1]
    return _GRADES.get(key, clean_name(text))


_RELATIONSHIPS = {
    "mother": Relationship.MOTHER, "mom": Relationship.MOTHER, "mum": Relationship.MOTHER,
    "madre": Relationship.MOTHER, "mama": Relationship.MOTHER,
    "adoptive mother": Relationship.MOTHER, "natural mother": Relationship.MOTHER,
    "biological mother": Relationship.MOTHER,
    "father": Relationship.FATHER, "dad": Relationship.FATHER, "padre": Relationship.FATHER,
    "papa": Relationship.FATHER, "adoptive father": Relationship.FATHER,
    "natural father": Relationship.FATHER, "biological father": Relationship.FATHER,
    "parent": Relationship.PARENT, "adoptive parent": Relationship.PARENT,
    "padres": Relationship.PARENT,
    "guardian": Relationship.GUARDIAN, "legal guardian": Relationship.GUARDIAN,
    "court appointed guardian": Relationship.GUARDIAN, "tutor legal": Relationship.GUARDIAN,
    "foster parent": Relationship.FOSTER_PARENT, "foster mother": Relationship.FOSTER_PARENT,
    "foster father": Relationship.FOSTER_PARENT, "foster": Relationship.FOSTER_PARENT,
    "resource parent": Relationship.FOSTER_PARENT,
    "stepmother": Relationship.STEPPARENT, "stepfather": Relationship.STEPPARENT,
    "stepparent": Relationship.STEPPARENT, "stepmom": Relationship.STEPPARENT,
    "stepdad": Relationship.STEPPARENT,
    "grandmother": Relationship.GRANDPARENT, "grandfather": Relationship.GRANDPARENT,
    "grandparent": Relationship.GRANDPARENT, "grandma": Relationship.GRANDPARENT,
    "grandpa": Relationship.GRANDPARENT, "abuela": Relationship.GRANDPARENT,
    "abuelo": Relationship.GRANDPARENT, "great grandmother": Relationship.GRANDPARENT,
    "great grandfather": Relationship.GRANDPARENT,
    "caregiver": Relationship.CAREGIVER, "caretaker": Relationship.CAREGIVER,
    "self": Relationship.SELF, "student": Relationship.SELF,
}  # fmt: skip


def relationship_named(text: str) -> Relationship | None:
    """The relationship a cell names; ``None`` when it is blank, ``OTHER`` when it is another."""
    if is_blank(text):
        return None
    key = fold(text)
    joined = key.replace("step ", "step").replace("grand ", "grand")
    return _RELATIONSHIPS.get(joined, Relationship.OTHER)


_YES = frozenset(
    {"y", "yes", "true", "t", "1", "x", "active", "iep", "idea", "sped", "eligible", "si"}
)
_NO = _NOTHING | {"n", "no", "false", "f", "0", "inactive", "exited", "not eligible", "504"}


def yes_or_no(text: str) -> bool | None:
    """True or false; blank is false. ``None``: the cell is neither."""
    key = fold(text)
    return True if key in _YES else False if key in _NO else None


_ENROLLED = frozenset({
    "a", "active", "e", "enrolled", "current", "currently enrolled", "yes", "y", "true", "open",
    "preregistered", "pre registered", "registered", "pending",
})  # fmt: skip
_FORMER = frozenset({
    "i", "inactive", "former", "w", "withdrawn", "withdrew", "t", "transferred", "transfer",
    "transferred out", "g", "graduated", "graduate", "exited", "dropped", "no", "n", "false",
    "closed", "alumni", "left", "completed", "historical", "tobedeleted",
})  # fmt: skip


def enrollment_named(text: str) -> Enrollment | None:
    """Enrolled or former; ``None`` when the cell is neither."""
    key = fold(text)
    if key in _ENROLLED:
        return Enrollment.ENROLLED
    return Enrollment.FORMER if key in _FORMER else None


# Name, two-letter and three-letter codes (ISO 639) to the code kept (BCP 47).
_LANGUAGE_WORDS = """
en eng english|es spa spanish espanol castellano|zh chi zho chinese mandarin putonghua|
yue cantonese|vi vie vietnamese|ar ara arabic|ko kor korean|ru rus russian|
tl tgl fil tagalog filipino pilipino|hi hin hindi|hmn hmong mong|ht hat haitian kreyol|
pt por portuguese|so som somali|uk ukr ukrainian|pl pol polish|el gre ell greek|
he heb hebrew|nv nav navajo dine|ja jpn japanese|fr fre fra french|de ger deu german|
it ita italian|fa per fas persian farsi dari|pa pan punjabi panjabi|ur urd urdu|
bn ben bengali bangla|gu guj gujarati|ta tam tamil|te tel telugu|mr mar marathi|
ne nep nepali|my bur mya burmese|km khm khmer cambodian|lo lao laotian|th tha thai|
am amh amharic|ti tir tigrinya|sw swa swahili|hy arm hye armenian|sq alb sqi albanian|
ro rum ron romanian|tr tur turkish|ku kur kurdish|ps pus pashto|mn mon mongolian|
id ind indonesian|ms may msa malay|sm smo samoan|to ton tongan|haw hawaiian|
mah mh marshallese|chk chuukese|ase asl|mix mixteco mixtec|zap zapoteco zapotec|
quc kiche|mam|kar karen|ilo ilocano ilokano|yo yor yoruba|ig ibo igbo|rw kin kinyarwanda|
bs bos bosnian|sr srp serbian|hr hrv croatian|cs cze ces czech|sk slo slk slovak|
hu hun hungarian|bg bul bulgarian|lt lit lithuanian|nl dut nld dutch|sv swe swedish
"""
_LANGUAGES = {
    word: group.split()[0] for group in _LANGUAGE_WORDS.split("|") for word in group.split()
} | {
    "haitian creole": "ht",
    "creole": "ht",
    "american sign language": "ase",
    "sign language": "ase",
}
_LANGUAGE_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]+)+")
_LANGUAGE_CODE = re.compile(r"[a-z]{3}")


def language_code(text: str) -> str | None:
    """The BCP 47 code of a language named in any usual way; ``None`` when none is found.

    A blank cell gives an empty text. A region or script behind the code is dropped.
    """
    if is_blank(text):
        return ""
    tagged = _LANGUAGE_TAG.fullmatch(text.strip())
    key = fold(tagged[1] if tagged else text.partition("(")[0])
    first = re.split(r"[ ,;/]", key)[0] if key else ""
    found = _LANGUAGES.get(key) or _LANGUAGES.get(first)
    return found or (key if _LANGUAGE_CODE.fullmatch(key) else None)


_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "v", "md", "phd", "esq", "dds", "rn"})
_FAMILY_PARTICLES = frozenset(
    {"de", "del", "la", "las", "los", "da", "das", "dos", "do", "di", "van", "von", "der", "den",
     "ter", "bin", "ibn", "al", "el", "abu", "ben", "st", "le", "du", "y", "e"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class NameParts:
    """A name taken apart."""

    given: str = ""
    middle: str = ""
    family: str = ""


def split_name(text: str) -> NameParts:
    """A whole name taken apart: "de la Cruz, Ana María" by its comma, else by its words.

    Without a comma the last word, with the particles before it, is taken for the family name and
    the first for the given name; a single word is the family name, as lists sort by it.
    """
    before, comma, after = text.partition(",")
    if comma and after.strip() and fold(after) not in _SUFFIXES:
        given, _, middle = after.strip().partition(" ")
        return NameParts(given=given, middle=middle.strip(), family=before.strip())
    words = text.split()
    start = _family_starts(words)
    given = words[0] if start > 0 else ""
    return NameParts(given, " ".join(words[1:start]), " ".join(words[start:]))


def _family_starts(words: list[str]) -> int:
    start = len(words) - 1
    while start > 1 and _belongs_together(words[start - 1], words[start]):
        start -= 1
    return max(start, 0)


def _belongs_together(before: str, word: str) -> bool:
    return fold(word) in _SUFFIXES or fold(before) in _FAMILY_PARTICLES


def unlisted_name(text: str) -> str:
    """A person's name in the order it is spoken: "Cruz, Ana" becomes "Ana Cruz"."""
    before, comma, after = text.partition(",")
    if not comma or not after.strip() or fold(after) in _SUFFIXES:
        return text
    return f"{after.strip()} {before.strip()}"


_ONE_LINE_ADDRESS = re.compile(
    r"(?P<street>.+?)[,\n]\s*(?:(?P<street_2>[^,\n]+)[,\n]\s*)?(?P<city>[^,\n]+?)[,\s]\s*"
    r"(?P<state>[A-Z]{2})[,\s]\s*(?P<postal>\d{5}(?:-\d{4})?)(?:,? USA?)?"
)


def one_line_address(text: str) -> Address:
    """An address from one cell: "12 Elm St, Apt 3, Fresno, CA 93701"; else all of it as street."""
    found = _ONE_LINE_ADDRESS.fullmatch(text.strip())
    if not found:
        return Address(street=clean_name(text))
    return Address(
        street=clean_name(found["street"]),
        street_2=clean_name(found["street_2"] or ""),
        city=clean_name(found["city"]),
        state=found["state"],
        postal_code=found["postal"],
    )


_SOCIAL_SECURITY = re.compile(r"\d{3}[- ]\d{2}[- ]\d{4}")


def looks_like_social_security(text: str) -> bool:
    """Whether an identifier is written the way Social Security numbers are (123-45-6789)."""
    return bool(_SOCIAL_SECURITY.fullmatch(text.strip()))
