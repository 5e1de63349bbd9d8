"""The consents: what may go to whom, for what, and whether it still counts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from desktop.actions.sheets import Maker, consents_sheet
from desktop.records.ids import ConsentId, RequestId, StudentId
from desktop.screens.consent_form import ConsentForm
from desktop.screens.register_end import RevokeDialog
from desktop.screens.register_tab import RegisterTab, Texts
from desktop.screens.tables import Column
from desktop.store import consents
from desktop.store.consents import ConsentRow
from desktop.wording.dates import plain_date, short_date
from desktop.wording.registers import consent_said, recipient_said, signer_said


class ConsentsTab(RegisterTab[ConsentRow]):
    """Every consent that was kept, those not revoked first."""

    sheet = "consents"

    def texts(self) -> Texts:
        """What the register says about itself."""
        return Texts(
            icon="check-circle",
            says=self._desk.wording.text("register.says.consents"),
            search=self.tr("Student, or who may get the records"),
            empty=self.tr("No consent is on file"),
            empty_detail=self.tr(
                "Log a request of the kind “consent”; when it is complete it stands here. What"
                " came another way is entered here."
            ),
            add=self.tr("&Enter a consent"),
        )

    def columns(self) -> list[Column[ConsentRow]]:
        """Whose, to whom, what, signed when, and whether it counts."""
        return [
            Column(title=self.tr("Student"), text=lambda row: row.name, stretch=True),
            Column(
                title=self.tr("Who may get them"),
                text=lambda row: recipient_said(row.consent, self._desk.wording),
                stretch=True,
            ),
            Column(
                title=self.tr("Which records"),
                text=lambda row: row.consent.records,
                stretch=True,
                quiet=True,
            ),
            Column(title=self.tr("Signed"), text=self._signed, width=16),
            Column(title=self.tr("How it stands"), text=self._stands, stretch=True),
        ]

    def fitting(self, text: str) -> Sequence[ConsentId]:
        """The consents that fit."""
        return consents.consent_ids(self._desk.store, text)

    def read(self, ids: Sequence[ConsentId]) -> list[ConsentRow]:
        """The lines for ``ids``."""
        return consents.consent_rows(self._desk.store, ids)

    def id_of(self, row: ConsentRow) -> int:
        """The consent's id."""
        return row.id

    def student_of(self, row: ConsentRow) -> StudentId:
        """Whose records it is about."""
        return row.consent.student

    def request_of(self, row: ConsentRow) -> RequestId | None:
        """The request it came with."""
        return row.consent.request

    def told(self, row: ConsentRow) -> Iterable[tuple[str, str]]:
        """A consent in full."""
        one, words = row.consent, self._desk.wording
        yield self.tr("Student"), row.name
        yield self.tr("Who may get them"), recipient_said(one, words)
        yield self.tr("What for"), one.purpose
        yield self.tr("Which records"), one.records
        yield self.tr("Signed by"), signer_said(one, words)
        yield self.tr("Signed"), plain_date(one.signed_on) if one.signed_on else ""
        yield self.tr("How it stands"), self._stands(row)
        yield self.tr("Came with"), row.number

    def act_words(self, row: ConsentRow) -> str:
        """Who gave it may take it back at any time."""
        return "" if row.consent.revoked_on else self.tr("It was ta&ken back…")

    def do(self, row: ConsentRow) -> None:
        """Ask from which day."""
        RevokeDialog(self._desk, row.consent, self.window()).open()

    def table(self) -> Maker:
        """The register as a table."""
        telling, text = self.telling, self.search.text().strip()
        return lambda store: consents_sheet(store, telling, text)

    def begin(self) -> None:
        """A consent that came without a request."""
        ConsentForm(self._desk, self.window()).open()

    def _signed(self, row: ConsentRow) -> str:
        on = row.consent.signed_on
        return short_date(on, self._desk.today()) if on else ""

    def _stands(self, row: ConsentRow) -> str:
        return consent_said(row.consent, row.student, self._desk.today(), self._desk.wording)
