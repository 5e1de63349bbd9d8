"""What stands in the registers of the practice office, with dates counted from today.

Only the data, like ``practice``: who said no, agreed, got records, cares for whom, and which list
went out. It is entered through the same actions that staff use.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from desktop.errors import ResourceError
from desktop.records.consent import ConsentKind
from desktop.records.practice import SELF, DaysAgo, DaysAhead, Key, PracticeOffice
from desktop.records.scope import Scope
from desktop.records.toml_file import read_toml


class PracticeOptOut(Struct, frozen=True, forbid_unknown_fields=True):
    """A no that came on the school's own form. No ``kinds`` means all of them."""

    student: Key
    scope: Scope
    received_days_ago: DaysAgo
    entered_by: Key
    kinds: tuple[str, ...] = ()
    rescinded_days_ago: DaysAgo | None = None


class PracticeConsent(Struct, frozen=True, forbid_unknown_fields=True):
    """A signed consent. ``signer`` is a guardian's key or "self"; for a survey nobody receives."""

    student: Key
    signer: Key
    records: str
    signed_days_ago: DaysAgo
    entered_by: Key
    kind: ConsentKind = ConsentKind.DISCLOSURE
    recipient: str = ""
    purpose: str = ""
    until_in_days: DaysAhead | None = None
    revoked_days_ago: DaysAgo | None = None


class PracticeDisclosure(Struct, frozen=True, forbid_unknown_fields=True):
    """An entry in the record of disclosures; ``threat`` and ``recipients`` of an emergency."""

    student: Key
    party: str
    interest: str
    records: str
    days_ago: DaysAgo
    entered_by: Key
    basis: str = ""
    refused: bool = False
    threat: str = ""
    recipients: str = ""


class PracticeCare(Struct, frozen=True, forbid_unknown_fields=True):
    """What somebody who is no parent on paper told about the care of a student."""

    student: Key
    guardian: Key
    told_days_ago: DaysAgo
    told_to: Key
    lives_with: bool = False
    parent_absent: bool = False
    paper: str = ""
    paper_until_in_days: DaysAhead | None = None


class PracticeList(Struct, frozen=True, forbid_unknown_fields=True):
    """A list of many students that went out."""

    purpose: str
    receiver: str
    interest: str
    grades: tuple[str, ...]
    made_days_ago: DaysAgo
    made_by: Key


class PracticeRegisters(Struct, frozen=True, forbid_unknown_fields=True):
    """Everything that is entered besides requests."""

    opt_out: tuple[PracticeOptOut, ...]
    consent: tuple[PracticeConsent, ...]
    disclosure: tuple[PracticeDisclosure, ...]
    care: tuple[PracticeCare, ...]
    list: tuple[PracticeList, ...]


def load_practice_registers(path: Path, office: PracticeOffice) -> PracticeRegisters:
    """Read the registers of the practice office.

    Raises:
        ResourceError: the file is damaged, or a name in it points to nobody of ``office``.
    """
    registers = read_toml(path, PracticeRegisters)
    for why in _faults(registers, office):
        raise ResourceError(path.name, "", 0, why)
    return registers


def _faults(registers: PracticeRegisters, office: PracticeOffice) -> Iterator[str]:
    students = {student.key for _, student in office.students()}
    staff = {one.key for one in office.staff}
    yield from (f"student {key} is not there" for key in sorted(_students(registers) - students))
    yield from (f"staff {key} is not there" for key in sorted(_staff(registers) - staff))
    signers = ((one.student, one.signer) for one in registers.consent if one.signer != SELF)
    carers = ((one.student, one.guardian) for one in registers.care)
    for student, person in (*signers, *carers):
        if student in students and person not in _on_file(office, student):
            yield f"{person} is not on file for {student}"


def _students(registers: PracticeRegisters) -> set[Key]:
    return {
        *(one.student for one in registers.opt_out),
        *(one.student for one in registers.consent),
        *(one.student for one in registers.disclosure),
        *(one.student for one in registers.care),
    }


def _staff(registers: PracticeRegisters) -> set[Key]:
    return {
        *(one.entered_by for one in registers.opt_out),
        *(one.entered_by for one in registers.consent),
        *(one.entered_by for one in registers.disclosure),
        *(one.told_to for one in registers.care),
        *(one.made_by for one in registers.list),
    }


def _on_file(office: PracticeOffice, student: Key) -> set[Key]:
    return {one.key for one in office.family_of(student).guardians_of(student)}
