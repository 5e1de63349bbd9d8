"""The record of disclosures of every student, newest first, and the button for a new entry."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from desktop.actions.sheets import Maker, disclosures_sheet
from desktop.records.ids import DisclosureId, RequestId, StudentId
from desktop.screens.disclosure_form import DisclosureForm
from desktop.screens.register_tab import RegisterTab, Texts
from desktop.screens.request_view import capital
from desktop.screens.tables import Column
from desktop.store import disclosures
from desktop.store.disclosures import LIST_ROWS, DisclosureRow
from desktop.wording.dates import plain_date, short_date
from desktop.wording.registers import basis_said, entry_marks


class DisclosuresTab(RegisterTab[DisclosureRow]):
    """Who asked for records or got them, and on what ground. Entries are never edited."""

    sheet = "disclosures"

    def texts(self) -> Texts:
        """What the register says about itself."""
        return Texts(
            icon="disclosures",
            says=self._desk.wording.text("register.says.disclosures"),
            search=self.tr("Student, or who got the records"),
            empty=self.tr("Nothing has been disclosed yet"),
            empty_detail=self.tr(
                "When somebody else asks, log a request; the entry follows. What went out another"
                " way is entered here."
            ),
            add=self.tr("&Make an entry"),
        )

    def columns(self) -> list[Column[DisclosureRow]]:
        """When, whose, to whom, on what ground."""
        return [
            Column(title=self.tr("Day"), text=self._day, width=16),
            Column(title=self.tr("Student"), text=lambda row: row.name, stretch=True),
            Column(title=self.tr("Who"), text=lambda row: row.entry.party, stretch=True),
            Column(title=self.tr("On what ground"), text=self._ground, stretch=True),
            Column(title=self.tr("Note"), text=self._marks, width=18, quiet=True),
        ]

    def fitting(self, text: str) -> Sequence[DisclosureId]:
        """The entries that fit."""
        return disclosures.disclosure_ids(self._desk.store, text)

    def read(self, ids: Sequence[DisclosureId]) -> list[DisclosureRow]:
        """The lines for ``ids``."""
        return disclosures.disclosure_rows(self._desk.store, ids)

    def id_of(self, row: DisclosureRow) -> int:
        """The entry's id."""
        return row.id

    def student_of(self, row: DisclosureRow) -> StudentId:
        """Whose records it is about."""
        return row.entry.student

    def request_of(self, row: DisclosureRow) -> RequestId | None:
        """The request that made the entry."""
        return row.entry.request

    def most(self) -> int:
        """More are found by the search."""
        return LIST_ROWS

    def told(self, row: DisclosureRow) -> Iterable[tuple[str, str]]:
        """An entry in full."""
        entry = row.entry
        yield self.tr("Student"), row.name
        yield self.tr("Who"), entry.party
        yield self.tr("Why they had an interest"), entry.interest
        yield self.tr("Which records"), entry.records
        yield self.tr("On what ground"), basis_said(entry, self._desk.law.bases)
        yield self.tr("Day"), plain_date(entry.disclosed_on)
        yield self.tr("The threat"), entry.threat
        yield self.tr("Who was told"), entry.recipients
        yield self.tr("May pass it on for us"), entry.further
        yield self.tr("Note"), self._marks(row)
        yield self.tr("Entered"), self._entered(row)

    def act_words(self, row: DisclosureRow) -> str:
        """An entry is corrected by another one, and only once."""
        return "" if row.corrected else self.tr("&Correct with a new entry…")

    def do(self, row: DisclosureRow) -> None:
        """A new entry that begins with the words of the old one."""
        DisclosureForm(self._desk, self.window(), corrects=row.entry).open()

    def table(self) -> Maker:
        """The register as a table."""
        telling, text = self.telling, self.search.text().strip()
        return lambda store: disclosures_sheet(store, telling, text)

    def begin(self) -> None:
        """An entry typed by hand."""
        DisclosureForm(self._desk, self.window()).open()

    def _day(self, row: DisclosureRow) -> str:
        return short_date(row.entry.disclosed_on, self._desk.today())

    def _ground(self, row: DisclosureRow) -> str:
        return self._desk.law.bases.title(row.entry.basis)

    def _marks(self, row: DisclosureRow) -> str:
        return entry_marks(row.entry, corrected=row.corrected, wording=self._desk.wording)

    def _entered(self, row: DisclosureRow) -> str:
        people = {person.id: person.name for person in self._desk.people()}
        by_itself = "disclosure.by_list" if row.entry.list_id else "disclosure.by_hand"
        source = row.number or capital(self._desk.wording.text(by_itself))
        return ", ".join(filter(None, (source, people.get(row.entered_by, ""))))
