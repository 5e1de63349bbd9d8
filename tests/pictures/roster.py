"""Importing a roster, step by step."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop.actions.roster import apply_roster, compare_roster
from desktop.actions.roster_file import PlainList, RosterRead
from desktop.records.roster import never, silent
from desktop.records.roster_columns import guess_mapping
from desktop.records.roster_csv import preview_csv, read_csv
from desktop.records.roster_oneroster import read_oneroster
from desktop.screens.desk import Desk
from desktop.screens.roster import RosterDialog
from tests.desks import a_desk
from tests.offices import TODAY, Office, an_office
from tests.pictures import picture
from tests.rosters import PLAIN, one_roster, plain_csv, text_of

SIZE = (880, 680)


@cache
def _office() -> Office:
    return an_office(Path(tempfile.mkdtemp()) / "home")


@cache
def _desk() -> Desk:
    return a_desk(_office())


def _list() -> PlainList:
    rows = [[*line.split(","), "yes", "Catholic", "123-45-6789", "12"]
            for line in plain_csv(6).decode().replace('"', "").splitlines()[1:]]  # fmt: skip
    columns = (*PLAIN, "Bus rider with a very long title that says too much", "Religion", "SSN",
               "Lunch balance")  # fmt: skip
    kept = [row[: len(columns)] for row in rows]
    data = text_of(columns, kept).encode()
    return PlainList(file="students 2026.csv", data=data, preview=preview_csv("s.csv", data))


def _read(*, faulty: bool = False, again: bool = False) -> RosterRead:
    office = _office()
    if again:
        files = one_roster(40)
        files["users.csv"] = files["users.csv"].replace(b",KG,", b",01,")
        plan = read_oneroster(files, today=TODAY)
    else:
        data = plain_csv(38)
        if faulty:
            lines = data.decode().splitlines(keepends=True)
            for line in (3, 9, 17, 30):
                lines[line] = lines[line].replace("/", "-99-", 1)
            lines[21] = lines[20]
            lines[25] = lines[25].replace("Active", "perhaps")
            data = "".join(lines).encode()
        plan = read_csv("students 2026.csv", data, guess_mapping(PLAIN), today=TODAY)
    found = compare_roster(office.store, plan)
    return RosterRead(file="students 2026.csv", source="csv", plan=plan, found=found)


@picture("roster-choose", SIZE)
def roster_choose() -> QWidget:
    return RosterDialog(_desk())


class _Working(RosterDialog):
    def prepare_picture(self) -> None:
        self.work_says.setText(self._desk.wording.text("roster.work.writing"))
        self._show_progress(4_310, 10_042)
        self._turn_to(self.work_page)


@picture("roster-working", SIZE)
def roster_working() -> QWidget:
    return _Working(_desk())


class _Mapping(RosterDialog):
    def prepare_picture(self) -> None:
        self._chosen(_list())


@picture("roster-mapping", SIZE)
def roster_mapping() -> QWidget:
    return _Mapping(_desk())


class _Preview(RosterDialog):
    def prepare_picture(self) -> None:
        self._show_preview(_read())


@picture("roster-preview", SIZE)
def roster_preview() -> QWidget:
    return _Preview(_desk())


class _Faulty(RosterDialog):
    def prepare_picture(self) -> None:
        self._show_preview(_read(faulty=True))


@picture("roster-faulty", SIZE)
def roster_faulty() -> QWidget:
    return _Faulty(_desk())


@cache
def _filled() -> Desk:
    office = an_office(Path(tempfile.mkdtemp()) / "home")
    plan = read_oneroster(one_roster(40), today=TODAY)
    apply_roster(
        office.store, plan, source="oneroster", progress=silent, cancelled=never, by=office.sign()
    )
    return a_desk(office)


class _Again(RosterDialog):
    def prepare_picture(self) -> None:
        read = _read(again=True)
        found = compare_roster(self._desk.store, read.plan)
        self._show_preview(
            RosterRead(file="roster.zip", source="oneroster", plan=read.plan, found=found)
        )


@picture("roster-again", SIZE)
def roster_again() -> QWidget:
    return _Again(_filled())


class _Done(RosterDialog):
    def prepare_picture(self) -> None:
        words = self._desk.wording
        self.result_title.setText(words.text("roster.result.done"))
        self.result_says.setText(words.text("roster.result.counts", students=412, people=633))
        self._turn_to(self.result_page)


@picture("roster-done", SIZE)
def roster_done() -> QWidget:
    return _Done(_desk())
