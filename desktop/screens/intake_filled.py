"""A filled form in the intake form: each field where typing would put it, the people looked up.

Nobody is taken for somebody on file unless name and birth date are the same; a clerk looks at all
of it before it is logged.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from desktop.records.filled import Filled
from desktop.records.ids import StudentId
from desktop.records.names import fold
from desktop.records.party import Guardian
from desktop.records.request import Channel
from desktop.records.sentence import Sentence, sentence
from desktop.records.student import Student
from desktop.screens.desk import Desk
from desktop.screens.intake_requester import OTHER
from desktop.screens.intake_typed import TypedDetails, TypedIntake, TypedRequester, TypedStudent
from desktop.screens.typed_date import DateError, Lean, read_date
from desktop.store import cases, students
from desktop.store.near_names import NameFinder

_CONTACT = ("phone", "email", "street", "city", "state", "postal_code")


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledIntake:
    """What goes into the fields, and what to say about it, most important first."""

    typed: TypedIntake
    notes: tuple[Sentence, ...]


def filled_intake(desk: Desk, filled: Filled, blank: TypedIntake) -> FilledIntake:
    """The intake form as ``filled`` fills it; ``blank`` is the form before anything is typed."""
    student = _Student(desk, filled)
    requester = _Requester(desk, filled, student.on_file)
    linked = cases.request_by_number(desk.store, filled.reference) if filled.reference else None
    typed = TypedIntake(
        student=student.typed(),
        requester=requester.typed(),
        details=replace(_details(filled, blank.details), reply_address=requester.reply_address()),
        link_to=linked or 0,
    )
    notes = (*student.notes(), *requester.notes(), *filled.notes)
    return FilledIntake(typed=typed, notes=notes)


def _details(filled: Filled, blank: TypedDetails) -> TypedDetails:
    meeting = filled.texts.get("iep_meeting", "")
    return replace(
        blank,
        right=filled.right.value,
        cannot_come=filled.cannot_come,
        channel=Channel.EMAIL,
        requested_on=filled.texts.get("signed_on", ""),
        words=filled.words,
        record_kinds=filled.record_kinds,
        language=filled.language,
        interpreter=filled.interpreter,
        special_education=True if meeting else None,
        iep_meeting=meeting,
    )


class _Student:
    """Whose records: on file, to be chosen among some, or new."""

    def __init__(self, desk: Desk, filled: Filled) -> None:
        texts = filled.texts
        self._given, self._family = texts.get("student_given", ""), texts.get("student_family", "")
        self._born_on = texts.get("student_born_on", "")
        self._grade = texts.get("student_grade", "")
        self.name = f"{self._given} {self._family}".strip()
        self._finder = NameFinder(desk.store, "student_search")
        self._near = bool(self.name) and bool(self._finder.find(self.name, limit=1))
        self.on_file = self._same(desk)

    def _same(self, desk: Desk) -> Student | None:
        """The one student with this very name and birth date."""
        born_on = _read(self._born_on, desk.today())
        nobody = Student(id=StudentId(0), given=self._given, family=self._family)
        named = students.same_name(desk.store, nobody) if self.name and born_on else []
        same = [one for one in named if one.born_on == born_on]
        return same[0] if len(same) == 1 else None

    def typed(self) -> TypedStudent:
        if self.on_file is not None:
            return TypedStudent(student=self.on_file.id)
        return TypedStudent(
            search=self.name,
            adding=bool(self.name) and not self._near,
            given=self._given,
            family=self._family,
            born_on=self._born_on,
            grade=self._grade,
        )

    def notes(self) -> Iterator[Sentence]:
        if self.on_file is None and self._near:
            code = "student_unsure" if self._born_on else "student_unsure_name"
            values = {"born_on": self._born_on} if self._born_on else {}
            yield sentence(f"intake.filled.{code}", name=self.name, **values)


class _Requester:
    """Who asks: one of the people on file by name, or somebody typed in."""

    def __init__(self, desk: Desk, filled: Filled, student: Student | None) -> None:
        self._filled = filled
        self._contact = {name: filled.texts.get(name, "") for name in _CONTACT}
        self._on_file = _named(desk, filled.texts.get("name", ""), student)

    def typed(self) -> TypedRequester:
        if self._on_file is not None:
            return TypedRequester(chosen=f"party:{self._on_file.party.id}")
        relationship, at = self._filled.relationship, self._contact
        name = self._filled.texts.get("name", "")
        if not (name or relationship or any(at.values())):
            return TypedRequester()
        return TypedRequester(
            chosen=OTHER,
            name=name,
            relationship=relationship or "",
            phone=at["phone"],
            email=at["email"],
            street=at["street"],
            city=at["city"],
            state=at["state"],
            postal_code=at["postal_code"],
        )

    def reply_address(self) -> str:
        """An address of somebody on file answers this request only; the file keeps its own."""
        if self._on_file is None:
            return ""
        at = self._contact
        place = " ".join(one for one in (at["state"], at["postal_code"]) if one)
        town = ", ".join(one for one in (at["city"], place) if one)
        return "\n".join(one for one in (at["street"], town) if one)

    def notes(self) -> Iterator[Sentence]:
        party = self._on_file.party if self._on_file else None
        if party is None:
            return
        given = self._contact["phone"], self._contact["email"]
        kept = party.phone, party.email
        other = [new for new, old in zip(given, kept, strict=True) if new and not _same(new, old)]
        if other:
            yield sentence("intake.filled.contact_differs", reach=", ".join(other))


def _named(desk: Desk, name: str, student: Student | None) -> Guardian | None:
    """The one person on file for the student who has this name."""
    if student is None or not name:
        return None
    on_file = students.guardians(desk.store, student.id)
    named = [one for one in on_file if fold(one.party.name) == fold(name)]
    return named[0] if len(named) == 1 else None


def _same(new: str, old: str) -> bool:
    """Whether two telephone numbers or addresses are one, written in different ways."""
    return _plain(new) == _plain(old)


def _plain(text: str) -> str:
    return "".join(one for one in text.casefold() if one.isalnum() or one == "@")


def _read(typed: str, today: date) -> date | None:
    try:
        return read_date(typed, today, Lean.NONE)
    except DateError:
        return None
