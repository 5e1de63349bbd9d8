"""The holds: whose records may not be destroyed, since when, and for which request."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from desktop.actions.sheets import Maker, hold_why, holds_sheet
from desktop.records.ids import RequestId, StudentId
from desktop.screens.printout_drawing import Matter
from desktop.screens.register_end import ReleaseHoldDialog
from desktop.screens.register_tab import RegisterTab, Texts
from desktop.screens.tables import Column
from desktop.store import holds
from desktop.store.holds import HoldRow
from desktop.wording.dates import plain_date, short_date


class HoldsTab(RegisterTab[HoldRow]):
    """Every live hold; those left on after their request was closed can be taken off here."""

    sheet = "holds"

    def texts(self) -> Texts:
        """What the register says about itself."""
        return Texts(
            icon="hold",
            says=self._desk.wording.text("register.says.holds"),
            search=self.tr("Student, who asked, or number"),
            empty=self.tr("Nothing is on hold"),
            empty_detail=self.tr("A hold goes on by itself when a request for records is logged."),
            more=self.tr("&Print the list…"),
        )

    def columns(self) -> list[Column[HoldRow]]:
        """Whose, for what, since when, and why it is still on."""
        return [
            Column(title=self.tr("Student"), text=lambda row: row.name, stretch=True),
            Column(title=self.tr("Number"), text=lambda row: row.local_number, width=9, quiet=True),
            Column(title=self.tr("Request"), text=lambda row: row.number, width=11),
            Column(title=self.tr("Asked for"), text=self._right, stretch=True),
            Column(
                title=self.tr("On hold since"),
                text=lambda row: short_date(row.from_on, self._desk.today()),
                width=16,
            ),
            Column(title=self.tr("Why it is on"), text=self._why, stretch=True, quiet=True),
        ]

    def fitting(self, text: str) -> Sequence[RequestId]:
        """The requests whose holds fit."""
        return holds.hold_ids(self._desk.store, text)

    def read(self, ids: Sequence[RequestId]) -> list[HoldRow]:
        """The lines for ``ids``."""
        return holds.hold_rows(self._desk.store, ids)

    def id_of(self, row: HoldRow) -> int:
        """A hold is known by its request."""
        return row.id

    def student_of(self, row: HoldRow) -> StudentId:
        """Whose records are on hold."""
        return row.student

    def request_of(self, row: HoldRow) -> RequestId | None:
        """The request that put it on."""
        return row.id

    def told(self, row: HoldRow) -> Iterable[tuple[str, str]]:
        """A hold in full."""
        yield self.tr("Student"), row.name
        yield self.tr("Request"), f"{row.number}, {self._right(row)}"
        yield self.tr("On hold since"), plain_date(row.from_on)
        yield self.tr("Why it is on"), self._why(row)
        yield self.tr("Closed on"), plain_date(row.closed_on) if row.closed_on else ""

    def act_words(self, row: HoldRow) -> str:
        """Only a hold whose request is closed can come off by hand."""
        return self.tr("&Take the hold off…") if row.closed_on else ""

    def do(self, row: HoldRow) -> None:
        """Ask why it can come off, and take it off."""
        ReleaseHoldDialog(self._desk, row.id, self.window()).open()

    def other_words(self, row: HoldRow) -> str:  # noqa: ARG002  # every hold has its slip
        """The slip for the folder."""
        return self.tr("Print the &slip…")

    def do_other(self, row: HoldRow) -> None:
        """The slip: keep all, since when, until released in writing, a line to sign."""
        self._print("hold_memo", Matter(request=row.id, number=row.number))

    def table(self) -> Maker:
        """The register as a table."""
        telling, text = self.telling, self.search.text().strip()
        return lambda store: holds_sheet(store, telling, text)

    def begin_more(self) -> None:
        """The list for the records room, of a time that is asked for."""
        self._print("holds_list", Matter())

    def _print(self, paper: str, matter: Matter) -> None:
        from desktop.screens.printout import PrintoutDialog  # noqa: PLC0415  # loads print support

        PrintoutDialog(self._desk, self._desk.printouts.get(paper), matter, self.window()).open()

    def _right(self, row: HoldRow) -> str:
        return self._desk.titles.of_right(row.right)

    def _why(self, row: HoldRow) -> str:
        return hold_why(row, self._desk.wording)
