"""The lists of many students that went out: whom to, how many, and the hash that proves which."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from desktop.actions.listing import made_again
from desktop.actions.sheets import Maker, lists_sheet
from desktop.errors import DeskError
from desktop.records.ids import ListId, RequestId, StudentId
from desktop.records.student_list import StudentList
from desktop.screens.list_form import ListForm
from desktop.screens.notices import Kind
from desktop.screens.register_tab import RegisterTab, Texts
from desktop.screens.tables import Column
from desktop.store import student_lists
from desktop.store.student_lists import ListRow
from desktop.wording.dates import plain_date, short_date
from desktop.wording.lists import again_said, removed_said

_HASH_SHOWN = 12  # hexadecimal digits in the list; the line in full has them all


class ListsTab(RegisterTab[ListRow]):
    """Every list that was made, newest first. Who stood on it is kept nowhere but in its hash."""

    sheet = "lists"

    def texts(self) -> Texts:
        """What the register says about itself."""
        return Texts(
            icon="disclosures",
            says=self._desk.wording.text("register.says.lists"),
            search=self.tr("Who got the list, or its SHA-256"),
            empty=self.tr("No list has gone out"),
            empty_detail=self.tr(
                "Make it here, or from the request of whoever asks for it (More, Make the list)."
            ),
            add=self.tr("&Make a list"),
        )

    def columns(self) -> list[Column[ListRow]]:
        """When, for whom, what for, how many."""
        return [
            Column(title=self.tr("Day"), text=self._day, width=16),
            Column(title=self.tr("For"), text=lambda row: row.made.asked.receiver, stretch=True),
            Column(title=self.tr("What it is"), text=self._purpose, stretch=True),
            Column(title=self.tr("Students"), text=lambda row: str(row.made.count), width=9),
            Column(
                title=self.tr("SHA-256"),
                text=lambda row: f"{row.made.sha256[:_HASH_SHOWN]}…",
                width=16,
                quiet=True,
            ),
        ]

    def fitting(self, text: str) -> Sequence[ListId]:
        """The lists that fit."""
        return student_lists.list_ids(self._desk.store, text)

    def read(self, ids: Sequence[ListId]) -> list[ListRow]:
        """The lines for ``ids``."""
        return student_lists.list_rows(self._desk.store, ids)

    def id_of(self, row: ListRow) -> int:
        """The list's id."""
        return row.id

    def student_of(self, row: ListRow) -> StudentId | None:  # noqa: ARG002  # it is about many
        """Nobody's line."""
        return None

    def request_of(self, row: ListRow) -> RequestId | None:
        """The request it was made for."""
        return row.made.asked.request

    def told(self, row: ListRow) -> Iterable[tuple[str, str]]:
        """A list in full."""
        made, purpose = row.made, self._desk.law.bases.lists.get(row.made.asked.purpose)
        yield self.tr("For"), made.asked.receiver
        yield self.tr("Why they had an interest"), made.asked.interest
        yield self.tr("What it is"), self._purpose(row)
        yield self.tr("Under"), purpose.citation if purpose else ""
        yield self.tr("Grades"), self._grades(made)
        yield self.tr("Students"), str(made.count)
        yield self.tr("Taken out first"), removed_said(made.removed, self._desk.wording)
        yield self.tr("Day"), plain_date(made.made_on)
        yield self.tr("SHA-256"), made.sha256
        yield self.tr("Made"), self._made(row)

    def act_words(self, row: ListRow) -> str:  # noqa: ARG002  # with any list
        """Whether it would be the same today."""
        return self.tr("Compare &with today")

    def do(self, row: ListRow) -> None:
        """Make it again in memory and compare the hashes; no file is written."""
        desk = self._desk
        try:
            now = made_again(desk.store, row.id, law=desk.law, today=desk.today())
        except DeskError as fault:
            self.notices.say_fault(fault)
            return
        same = now.sha256 == row.made.sha256
        said = again_said(row.made, now, desk.wording)
        self.notices.say(said, Kind.SUCCESS if same else Kind.INFO)

    def table(self) -> Maker:
        """The register as a table."""
        telling, text = self.telling, self.search.text().strip()
        return lambda store: lists_sheet(store, telling, text)

    def begin(self) -> None:
        """Make a list."""
        ListForm(self._desk, self.window()).open()

    def _day(self, row: ListRow) -> str:
        return short_date(row.made.made_on, self._desk.today())

    def _purpose(self, row: ListRow) -> str:
        code = row.made.asked.purpose
        found = self._desk.law.bases.lists.get(code)
        return found.title if found else code

    def _grades(self, made: StudentList) -> str:
        grades = ", ".join(made.asked.grades)
        if not made.asked.former:
            return grades
        return self.tr("{grades}; former students too").format(grades=grades)

    def _made(self, row: ListRow) -> str:
        people = {person.id: person.name for person in self._desk.people()}
        return ", ".join(filter(None, (row.number, people.get(row.made.made_by, ""))))
