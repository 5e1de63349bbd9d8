"""The registers of the practice office, entered as staff would on the day it happened."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from desktop.actions.care import tell_care
from desktop.actions.consenting import keep_consent, revoke_consent
from desktop.actions.disclosing import enter_disclosure
from desktop.actions.listing import make_list
from desktop.actions.opting_out import note_opt_out, rescind_opt_out
from desktop.records.care import Care
from desktop.records.consent import Capacity, Consent
from desktop.records.disclosure import Disclosure
from desktop.records.ids import ConsentId, DisclosureId, OptOutId, new_id
from desktop.records.law import Law
from desktop.records.opt_out import OptOut
from desktop.records.party import Party
from desktop.records.person import Initials
from desktop.records.practice import SELF
from desktop.records.practice_registers import (
    PracticeCare,
    PracticeConsent,
    PracticeDisclosure,
    PracticeList,
    PracticeOptOut,
    PracticeRegisters,
)
from desktop.records.student import Student
from desktop.records.student_list import ListAsked
from desktop.store.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Registrar:
    """Enters them; the mappings lead from the data's keys to who is on file.

    ``sign`` gives the initials of a member of staff on a day, ``folder`` is where a list of
    students stands until it is in the register.
    """

    store: Store
    law: Law
    today: date
    students: Mapping[str, Student]
    parties: Mapping[str, Party]
    sign: Callable[[str, date], Initials]
    folder: Path

    def enter(self, registers: PracticeRegisters) -> None:
        """Enter everything: a list last, since opt-outs take students off it."""
        for opt_out in registers.opt_out:
            self._opt_out(opt_out)
        for consent in registers.consent:
            self._consent(consent)
        for disclosure in registers.disclosure:
            self._disclosure(disclosure)
        for care in registers.care:
            self._care(care)
        for one in registers.list:
            self._list(one)

    def _ago(self, days: int) -> date:
        return self.today - timedelta(days)

    def _ahead(self, days: int | None) -> date | None:
        return None if days is None else self.today + timedelta(days)

    def _opt_out(self, told: PracticeOptOut) -> None:
        on = self._ago(told.received_days_ago)
        by = self.sign(told.entered_by, on)
        one = OptOut(
            id=OptOutId(new_id(by.at)),
            student=self.students[told.student].id,
            scope=told.scope,
            kinds=told.kinds,
            received_on=on,
        )
        note_opt_out(self.store, one, today=on, by=by)
        if told.rescinded_days_ago is not None:
            end = self._ago(told.rescinded_days_ago)
            by = self.sign(told.entered_by, end)
            rescind_opt_out(self.store, one.id, on=end, today=end, by=by)

    def _consent(self, told: PracticeConsent) -> None:
        on = self._ago(told.signed_days_ago)
        by, student = self.sign(told.entered_by, on), self.students[told.student]
        own = told.signer == SELF
        one = Consent(
            id=ConsentId(new_id(by.at)),
            student=student.id,
            kind=told.kind,
            signer=student.full_name() if own else self.parties[told.signer].name,
            signed_as=Capacity.STUDENT if own else Capacity.PARENT,
            recipient=told.recipient,
            purpose=told.purpose,
            records=told.records,
            signed_on=on,
            until_on=self._ahead(told.until_in_days),
        )
        keep_consent(self.store, one, today=on, by=by)
        if told.revoked_days_ago is not None:
            end = self._ago(told.revoked_days_ago)
            by = self.sign(told.entered_by, end)
            revoke_consent(self.store, one.id, on=end, today=end, by=by)

    def _disclosure(self, told: PracticeDisclosure) -> None:
        on = self._ago(told.days_ago)
        by = self.sign(told.entered_by, on)
        entry = Disclosure(
            id=DisclosureId(new_id(by.at)),
            student=self.students[told.student].id,
            party=told.party,
            interest=told.interest,
            records=told.records,
            basis=told.basis,
            disclosed_on=on,
            refused=told.refused,
            threat=told.threat,
            recipients=told.recipients,
        )
        enter_disclosure(self.store, entry, law=self.law, today=on, by=by)

    def _care(self, told: PracticeCare) -> None:
        on = self._ago(told.told_days_ago)
        care = Care(
            student=self.students[told.student].id,
            party=self.parties[told.guardian].id,
            lives_with=told.lives_with,
            parent_absent=told.parent_absent,
            paper=told.paper,
            paper_until_on=self._ahead(told.paper_until_in_days),
            told_on=on,
        )
        tell_care(self.store, care, by=self.sign(told.told_to, on))

    def _list(self, told: PracticeList) -> None:
        """The list is in the register; nobody is given the file, so it does not stay."""
        on, path = self._ago(told.made_days_ago), self.folder / "list.csv"
        asked = ListAsked(
            purpose=told.purpose,
            receiver=told.receiver,
            interest=told.interest,
            grades=told.grades,
        )
        by = self.sign(told.made_by, on)
        make_list(self.store, asked, path=path, law=self.law, today=on, by=by)
        path.unlink()
