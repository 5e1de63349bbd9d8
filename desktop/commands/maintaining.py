"""Copies, restores and figures for the command line: finds the key, does it, says what was done."""

from __future__ import annotations

import argparse
import json
import shutil
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import date

from desktop import __version__, paths
from desktop.actions import backing_up, reports, restoring, salvaging
from desktop.actions.sheets import Telling
from desktop.commands.asking import asked_for, keys_beside, person_of
from desktop.errors import DeskError
from desktop.office import key_files, moment, opening
from desktop.office.keys import VaultKeys
from desktop.paths import Home
from desktop.records.backups import Why, light, reason
from desktop.records.defaults import load_defaults
from desktop.records.law import law_of
from desktop.records.report import month_of
from desktop.store import backup, queries
from desktop.store.figures import figures
from desktop.store.raw_pages import PAGE, log_of
from desktop.store.store import Store
from desktop.wording.sentences import load_wording

_MIB = 1 << 20
Answer = Mapping[str, object]


def back_up(arguments: argparse.Namespace) -> int:
    """Make a copy and say where it is."""
    home = paths.home(arguments.home)
    vault = keys_beside(home.records_file, arguments)
    into = backing_up.place_in(arguments.to.absolute()) if arguments.to else None
    made = backing_up.back_up(home, vault, Why.ASKED, at=moment.now(), into=into)
    note = made.backup.note
    _print(
        {
            "copy": str(made.backup.folder),
            "second copy": str(made.second.folder) if made.second else None,
            "second place": made.second_fault.code if made.second_fault else None,
            "number": made.backup.number,
            "entries": note.seq if note else None,
            "requests": note.requests if note else None,
            "older copies dropped": len(made.dropped),
        },
        as_json=arguments.json,
    )
    return 0


def restore(arguments: argparse.Namespace) -> int:
    """Put the newest copy of a folder in place; the office must not be open."""
    home, offered = paths.home(arguments.home), restoring.offered_in(arguments.folder.absolute())
    if not offered:
        raise DeskError(
            "no_backup",
            f"There is no copy in {arguments.folder}.",
            "Give the folder of a copy, or the folder the copies lie in.",
        )
    newest = offered[0]
    vault = asked_for(newest.file, arguments)(newest.file)
    person = person_of(newest.file, arguments.person).person
    with _held(home):
        restored = restoring.restore(home, newest, vault, person, at=moment.now())
    _print(
        {
            "restored": str(newest.folder),
            "made at": newest.note.made_at.isoformat(),
            "entries": newest.note.seq,
            "requests": newest.note.requests,
            "set aside": str(restored.set_aside) if restored.set_aside else None,
        },
        as_json=arguments.json,
    )
    return 0


def salvage(arguments: argparse.Namespace) -> int:
    """Save what can be read of a damaged file into a new folder and say what is missing."""
    path = (arguments.file or paths.home(arguments.home).records_file).absolute()
    file = key_files.load(key_files.key_file_of(path))
    vault = asked_for(file, arguments)(file)
    person = person_of(file, arguments.person).person
    into = Home(folder=arguments.to.absolute())
    saved = salvaging.save_readable(path, file, vault, person, into, at=moment.now())
    _print(
        {
            "saved in": str(into.folder),
            "pages": saved.pages,
            "bad pages": saved.bad_pages,
            "rows saved": sum(saved.rows.values()),
            "rows lost": saved.lost_rows,
            "tables with gaps": ", ".join(sorted(saved.gaps)) or None,
            "journal entries missing": ", ".join(saved.missing) or None,
            "journal entries without what they told": ", ".join(saved.without_facts) or None,
        },
        as_json=arguments.json,
    )
    return 0


def report(arguments: argparse.Namespace) -> int:
    """Say how the files and their copies are doing."""
    home = paths.home(arguments.home)
    vault = keys_beside(home.records_file, arguments)
    with closing(Store.open(home.records_file, vault)) as store:
        month = _of_month(store, arguments.month)
        answer = {**_of_file(store, home), **_of_copies(store, home, vault), **month}
    _print(answer, as_json=arguments.json)
    return 0


def _of_file(store: Store, home: Home) -> Answer:
    held, log = figures(store), log_of(home.records_file)
    return {
        "program": __version__,
        "file": str(home.records_file),
        "schema": held.schema,
        "megabytes": round(held.pages * PAGE / _MIB, 1),
        "megabytes free inside": round(held.free_pages * PAGE / _MIB, 1),
        "megabytes in the log": round(log.stat().st_size / _MIB, 1) if log.exists() else 0.0,
        "megabytes free on the disk": round(shutil.disk_usage(home.folder).free / _MIB),
        "requests": held.requests,
        "open requests": held.open_requests,
        "students": held.students,
        "letters": held.letters,
        "entries": held.entries,
        "head": store.head().short(),
        "mark": str(store.standing.state) if store.standing else None,
    }


def _of_month(store: Store, month: str | None) -> Answer:
    """The figures of the month for the principal; no name of a family."""
    today = moment.today()
    school = queries.school(store)
    law = law_of(school.state if school else None)
    telling = Telling(law=law, wording=load_wording(), today=today)
    defaults = load_defaults(paths.resources("office", "defaults.toml"))
    found = reports.report(
        store,
        reports.MONTHLY,
        month_of(_day_in(month) if month else today, today=today),
        telling,
        ages=defaults.report_age_calendar_days,
    )
    lines = ((part, line) for part in found.parts for line in part.lines)
    return {
        "month": f"{found.period.first:%Y-%m}",
        **{f"{part.code} {line.code}".replace("_", " "): line.number for part, line in lines},
    }


def _day_in(month: str) -> date:
    try:
        return date.fromisoformat(f"{month}-01")
    except ValueError:
        raise DeskError("month", f"“{month[:20]}” is no month.", "Write it like 2026-10.") from None


def _of_copies(store: Store, home: Home, vault: VaultKeys) -> Answer:
    now, safety = moment.now(), backing_up.safety(store, home, vault)
    why = reason(safety, backing_up.policy(), now=now)
    notes = [one.note for one in backing_up.newest_whole(home, vault) if one.note]
    return {
        "whole copies": safety.copies,
        "other copies": len(backup.all_in(home.backups_folder, vault)) - safety.copies,
        "newest copy made at": notes[0].made_at.isoformat() if notes else None,
        "newest copy holds entries": notes[0].seq if notes else None,
        "newest second copy made at": safety.second_at.isoformat() if safety.second_at else None,
        "light": str(light(why)),
        "because": str(why),
    }


@contextmanager
def _held(home: Home) -> Iterator[None]:
    """Nobody else may write meanwhile."""
    with opening.hold(home, moment.now()):
        yield


def _print(answer: Answer, *, as_json: bool) -> None:
    if as_json:
        print(json.dumps({name.replace(" ", "_"): value for name, value in answer.items()}))
        return
    for name, value in answer.items():
        if value is not None:
            print(f"{name}: {value}")
