"""What every screen works with: the open office, the law and the words, and news of changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.actions.changes import Changes, Kind
from desktop.errors import ResourceError
from desktop.office import moment
from desktop.paths import Home, resources
from desktop.records.defaults import Defaults
from desktop.records.person import Initials, Person
from desktop.records.right_files import Titles
from desktop.records.roles import shipped_roles
from desktop.records.school import School
from desktop.records.targets import settled
from desktop.store import queries, targets
from desktop.store.store import Store
from desktop.wording.sentences import Wording

if TYPE_CHECKING:  # after first paint
    from desktop.actions.office import Opened
    from desktop.actions.views import ReadyViews
    from desktop.letters.template import Templates
    from desktop.office.guidance import Guidance
    from desktop.office.hidden_tips import HiddenTips
    from desktop.office.keys import VaultKeys
    from desktop.records.calendar import Calendar
    from desktop.records.clock import Asked, Clocks
    from desktop.records.law import Law
    from desktop.records.printout import Printouts
    from desktop.records.rules import RuleBooks
    from desktop.screens.backup_keeper import BackupKeeper


def read_letters() -> Templates:
    """The letters as shipped; a fifth of a second, so it is best done beside the window."""
    from desktop.letters.template import load_templates  # noqa: PLC0415  # after first paint

    return load_templates(resources("letters"))


def read_printouts() -> Templates:
    """The texts of the papers that are no letters, as shipped."""
    from desktop.letters.template import load_templates  # noqa: PLC0415  # after first paint

    return load_templates(resources("printouts"), rules_in=resources("letters"))


class Desk(QObject):
    """One signed-in person at one open office.

    ``law_of`` gives the law of one state, or of every state for ``None``. ``faults`` are those of
    the program's files that were found before there was a desk.

    Screens read through ``store`` and the query functions, change through actions, and pass what
    an action gives back to ``did``: it drops what was remembered and tells every screen.
    """

    changed = Signal(object)  # Changes
    leaving = Signal()  # the file is about to be closed: keep what is being typed

    def __init__(
        self,
        opened: Opened,
        *,
        home: Home,
        law_of: Callable[[str | None], Law],
        wording: Wording,
        defaults: Defaults,
        practice: bool = False,
        faults: Sequence[ResourceError] = (),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.store: Store = opened.store
        self.person: Person = opened.person
        self.keys: VaultKeys = opened.keys
        self.home = home
        self.law_of = law_of
        self.wording = wording
        self.shipped_defaults = defaults
        self.practice = practice
        self._faults = tuple(faults)
        self._law: tuple[str, Law] | None = None
        self._school: School | None = None
        self._calendar: Calendar | None = None
        self._books: RuleBooks | None = None
        self._templates: Templates | None = None
        self._defaults: Defaults | None = None

    def today(self) -> date:
        """The office's date."""
        return moment.today()

    def sign(self) -> Initials:
        """The signed-in person's initials under something done now."""
        return moment.sign(self.person)

    def why_not(self, kind: str) -> str:
        """Why the signed-in person may not do what leaves an entry of ``kind``; empty when so."""
        roles = shipped_roles()
        return "" if roles.may(self.person.role, kind) else roles.why_not(kind)

    def did(self, changes: Changes) -> None:
        """Tell every screen what an action touched."""
        if changes.kinds & {Kind.OFFICE, Kind.CALENDAR}:
            self._school = self._calendar = self._books = None
            self._templates = self._defaults = None
        self.changed.emit(changes)

    def take_law(self, state: str, law: Law) -> None:
        """The law of ``state``, read beside the window by somebody; what is there already stays."""
        self._law = self._law or (state, law)

    @property
    def law(self) -> Law:
        """Federal law and that of the school's state, remembered while the state is the same."""
        if self._law is None or self._law[0] != self.school.state:
            self._law = (self.school.state, self.law_of(self.school.state))
        return self._law[1]

    @cached_property
    def titles(self) -> Titles:
        """What rights and their steps are called: all that a list needs of the law."""
        return Titles(resources("rights"))

    @property
    def books(self) -> RuleBooks:
        """The rule books as this office uses them, remembered until the office changes."""
        if self._books is None:
            from desktop.actions.days import books_of  # noqa: PLC0415  # after first paint

            self._books = books_of(self.store, self.law)
        return self._books

    @property
    def faults(self) -> tuple[ResourceError, ...]:
        """What of the law, the words and the lists could not be read; the rest still works."""
        return (*self.law.faults, *self.wording.faults, *self._faults)

    @property
    def school(self) -> School:
        """The school's page, remembered until it changes."""
        if self._school is None:
            self._school = queries.school(self.store) or _set_up_first(self.store)
        return self._school

    @property
    def defaults(self) -> Defaults:
        """The shipped lists with the numbers this office set, remembered until they change."""
        if self._defaults is None:
            decided = targets.decided(self.store)
            self._defaults = settled(self.shipped_defaults, decided)
        return self._defaults

    @property
    def calendar(self) -> Calendar:
        """The office's days, remembered until they change."""
        if self._calendar is None:
            from desktop.actions.days import office_calendar  # noqa: PLC0415  # after first paint

            self._calendar = office_calendar(self.store)
        return self._calendar

    def dates_of(self, asked: Asked) -> Clocks:
        """The dates of something being typed; the same as logging it would give."""
        from desktop.records.clock import clocks  # noqa: PLC0415  # after first paint

        return clocks(
            asked,
            books=self.books,
            calendar=self.calendar,
            promise_calendar_days=self.school.promise_calendar_days,
        )

    def break_said(self, due_on: date, work_by: date) -> str:
        """That a date falls in a break of the school or just before one; empty otherwise."""
        from desktop.wording.limits import break_said  # noqa: PLC0415  # after first paint

        within = self.defaults.break_calendar_days
        near = self.calendar.break_near(due_on, work_by, within_days=within)
        return break_said(due_on, work_by, near, self.wording)

    def people(self) -> list[Person]:
        """All staff."""
        return queries.people(self.store)

    @cached_property
    def keeper(self) -> BackupKeeper:
        """What sees to the copies of the office's files."""
        from desktop.screens.backup_keeper import BackupKeeper  # noqa: PLC0415  # after first paint

        return BackupKeeper(self, self)

    @cached_property
    def guidance(self) -> Guidance:
        """The guidance cards, read when first shown."""
        from desktop.office.guidance import load_guidance  # noqa: PLC0415  # after first paint

        # The practice office lies in the real one's folder and learns by the same district's words.
        home = Home(folder=self.home.folder.parent) if self.practice else self.home
        return load_guidance(resources("guidance"), district=home.district_file)

    @cached_property
    def hidden_tips(self) -> HiddenTips:
        """The tips the signed-in person put away."""
        from desktop.office.hidden_tips import HiddenTips  # noqa: PLC0415  # after first paint

        return HiddenTips(self.home, self.person.id)

    def letter_title(self, template: str) -> str:
        """What a letter is called in the office; empty when there is no such letter."""
        file, code = self._letters.get(template), f"word.letter.{template}"
        if file is None:
            return ""
        if code in self.wording:
            return self.wording.text(code)
        from desktop.letters.template import title_of  # noqa: PLC0415  # seldom needed

        return title_of(file)

    @cached_property
    def _letters(self) -> Mapping[str, Path]:
        """The files of the English letters by id; none of them is read for it."""
        return {file.stem: file for file in resources("letters", "en").glob("*.md")}

    @cached_property
    def ready_views(self) -> ReadyViews:
        """The views of the queue that are there from the first day, read when first wanted."""
        from desktop.actions.views import load_ready_views  # noqa: PLC0415  # after first paint

        return load_ready_views(resources("office", "views.toml"))

    @cached_property
    def printouts(self) -> Printouts:
        """The papers that are no letters; their list is short and read when first wanted."""
        from desktop.records.printout import load_printouts  # noqa: PLC0415  # after first paint

        return load_printouts(resources("printouts", "printouts.toml"))

    @cached_property
    def printout_templates(self) -> Templates:
        """The texts of those papers; set by whoever read them beside the window."""
        return read_printouts()

    @property
    def templates(self) -> Templates:
        """The letters as this office words them, remembered until the office changes."""
        if self._templates is None:
            from desktop.store import office_letters  # noqa: PLC0415  # after first paint

            own = office_letters.wordings(self.store)
            self._templates = self.shipped_templates.with_office(own)
        return self._templates

    @cached_property
    def shipped_templates(self) -> Templates:
        """The letters as shipped; set by whoever read them beside the window."""
        return read_letters()


def _set_up_first(store: Store) -> School:
    """Refuse as every action does that needs the school's page.

    Raises:
        DeskError: ``no_school``.
    """
    from desktop.actions.days import school_page  # noqa: PLC0415  # after first paint

    return school_page(store)
