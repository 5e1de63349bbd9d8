"""What the registers hold about one student, read in one go."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.records.consent import Consent
from desktop.records.hold import Hold
from desktop.records.ids import StudentId
from desktop.records.opt_out import OptOut
from desktop.screens.desk import Desk
from desktop.store import consents, disclosures, holds, opt_outs
from desktop.store.disclosures import DisclosureRow


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterView:
    """One student's lines in the registers; disclosures newest first."""

    holds: tuple[Hold, ...]
    opt_outs: tuple[OptOut, ...]
    consents: tuple[Consent, ...]
    disclosures: tuple[DisclosureRow, ...]


def read_registers(desk: Desk, student: StudentId) -> RegisterView:
    """Read what the registers hold about one student."""
    store = desk.store
    return RegisterView(
        holds=tuple(holds.live_holds(store, student)),
        opt_outs=tuple(opt_outs.opt_outs_of(store, student)),
        consents=tuple(consents.consents_of(store, student)),
        disclosures=tuple(reversed(disclosures.disclosures_of(store, student))),
    )
