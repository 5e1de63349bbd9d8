"""The opt-outs: who said no to directory information, recruiters or surveys, and since when."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from desktop.actions.sheets import Maker, opt_outs_sheet
from desktop.records.ids import OptOutId, RequestId, StudentId
from desktop.screens.opt_out_form import OptOutForm
from desktop.screens.opt_out_window import WindowForm
from desktop.screens.register_end import RescindDialog
from desktop.screens.register_tab import RegisterTab, Texts
from desktop.screens.request_view import capital
from desktop.screens.tables import Column
from desktop.store import opt_outs
from desktop.store.opt_outs import OptOutRow
from desktop.wording.dates import short_date
from desktop.wording.registers import kinds_said, opt_out_said, scope_said


class OptOutsTab(RegisterTab[OptOutRow]):
    """Every opt-out, those in force first."""

    sheet = "opt_outs"

    def texts(self) -> Texts:
        """What the register says about itself."""
        return Texts(
            icon="shield",
            says=self._desk.wording.text("register.says.opt_outs"),
            search=self.tr("Student"),
            empty=self.tr("Nobody has opted out"),
            empty_detail=self.tr("Note what came on the school's own form here, one at a time."),
            add=self.tr("&Note an opt-out"),
            more=self.tr("&Time the notice gives…"),
        )

    def columns(self) -> list[Column[OptOutRow]]:
        """Who, from what, since when."""
        words, law = self._desk.wording, self._desk.law
        return [
            Column(title=self.tr("Student"), text=lambda row: row.name, stretch=True),
            Column(title=self.tr("Grade"), text=lambda row: row.grade, width=6),
            Column(
                title=self.tr("No to"),
                text=lambda row: scope_said(row.opt_out.scope, words),
                stretch=True,
            ),
            Column(
                title=self.tr("Which of it"),
                text=lambda row: capital(kinds_said(row.opt_out, law, words)),
                stretch=True,
                quiet=True,
            ),
            Column(
                title=self.tr("Came on"),
                text=lambda row: short_date(row.opt_out.received_on, self._desk.today()),
                width=16,
            ),
            Column(title=self.tr("Taken back"), text=self._taken_back, width=16),
        ]

    def fitting(self, text: str) -> Sequence[OptOutId]:
        """The opt-outs that fit."""
        return opt_outs.opt_out_ids(self._desk.store, text)

    def read(self, ids: Sequence[OptOutId]) -> list[OptOutRow]:
        """The lines for ``ids``."""
        return opt_outs.opt_out_rows(self._desk.store, ids)

    def id_of(self, row: OptOutRow) -> int:
        """The opt-out's id."""
        return row.id

    def student_of(self, row: OptOutRow) -> StudentId:
        """Who is opted out."""
        return row.opt_out.student

    def request_of(self, row: OptOutRow) -> RequestId | None:
        """The request it came with."""
        return row.opt_out.request

    def told(self, row: OptOutRow) -> Iterable[tuple[str, str]]:
        """An opt-out in full."""
        words = self._desk.wording
        yield self.tr("Student"), row.name
        yield self.tr("No to"), scope_said(row.opt_out.scope, words)
        yield self.tr("Which of it"), capital(kinds_said(row.opt_out, self._desk.law, words))
        yield self.tr("How it stands"), self._stands(row)
        yield self.tr("What it stops"), words.text(f"opt_out.stops_{row.opt_out.scope}")
        yield self.tr("Came with"), row.number

    def act_words(self, row: OptOutRow) -> str:
        """Only the family ends it."""
        return "" if row.opt_out.rescinded_on else self.tr("The &family took it back…")

    def do(self, row: OptOutRow) -> None:
        """Ask from which day."""
        RescindDialog(self._desk, row.opt_out, self.window()).open()

    def table(self) -> Maker:
        """The register as a table."""
        telling, text = self.telling, self.search.text().strip()
        return lambda store: opt_outs_sheet(store, telling, text)

    def begin(self) -> None:
        """Note one from the school's form."""
        OptOutForm(self._desk, self.window()).open()

    def begin_more(self) -> None:
        """Set the time the notice of this school year gives."""
        WindowForm(self._desk, self.window()).open()

    def _taken_back(self, row: OptOutRow) -> str:
        on = row.opt_out.rescinded_on
        return short_date(on, self._desk.today()) if on else ""

    def _stands(self, row: OptOutRow) -> str:
        return opt_out_said(row.opt_out, row.enrollment, self._desk.wording)
