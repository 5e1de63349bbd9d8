"""Save what can be read of a damaged office into a new folder, where it opens as an office.

From there it takes the damaged one's place only when somebody says so.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from desktop.actions.office import has_office
from desktop.actions.restoring import set_aside
from desktop.errors import DeskError
from desktop.letters.page import Letterhead, Page, draw
from desktop.office import key_files, keys, swap
from desktop.office.keys import KeyFile, VaultKeys
from desktop.office.tries import Tries
from desktop.paths import Home
from desktop.records.ids import PersonId
from desktop.records.person import Initials
from desktop.records.school import NO_ADDRESS, School
from desktop.store import queries
from desktop.store.copying import copy_under
from desktop.store.journal import Event
from desktop.store.reindex import find_again
from desktop.store.salvage import Progress, Salvaged, salvage, untold
from desktop.store.salvage_tables import CONTENT
from desktop.store.store import Store
from desktop.wording.sentences import Wording

_SAVED = "saved"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rescue:
    """What was saved, where it lies as an office of its own, and by whom with which keys.

    ``school`` is what stands at the head of its papers; None where that could not be saved.
    """

    saved: Salvaged
    at: Home
    person: int
    keys: VaultKeys
    school: School | None


def unlock_damaged(home: Home, person: int, secret: str, *, by_code: bool) -> VaultKeys:
    """The keys of an office whose records file does not open; takes as long as a passphrase costs.

    Raises:
        DeskError: ``wrong_passphrase``, ``wait``; ``recovery_code``; what is wrong with the keys.
    """
    path = key_files.key_file_of(home.records_file)
    if by_code:
        return key_files.opened_with(path, lambda one: keys.recover(one, secret))
    tries = Tries(home)
    tries.check(person)
    tries.begin(person)
    found = key_files.opened_with(path, lambda one: keys.unlock(one, person, secret))
    tries.right(person)
    return found


def save_beside(
    home: Home,
    person: int,
    vault: VaultKeys,
    *,
    at: datetime,
    progress: Progress = untold,
) -> Rescue:
    """Save what can be read of the office in ``home`` into a folder of its own inside it.

    Raises:
        DeskError: what ``save_readable`` refuses; nothing is changed.
    """
    into = Home(folder=home.folder / _SAVED / f"{at:%Y-%m-%d-%H%M%S}")
    file = key_files.load(key_files.key_file_of(home.records_file))
    saved = save_readable(home.records_file, file, vault, person, into, at=at, progress=progress)
    with closing(Store.open(into.records_file, vault)) as store:
        school = queries.school(store)
    return Rescue(saved=saved, at=into, person=person, keys=vault, school=school)


def use_rescued(home: Home, rescue: Rescue, *, at: datetime) -> Path | None:
    """Let the office open from what was saved; gives where the damaged files are kept.

    It is checked from end to end and journaled first. Nobody may have the office open.

    Raises:
        DeskError: ``role``: this person may not, or what was saved does not know them;
            ``copy_failed``, ``cannot_write``, disk faults; the office is as before.
    """
    with swap.made_together(home.folder) as folder:
        made = Home(folder=folder)
        copy_under(rescue.at.records_file, rescue.keys.database, made.records_file, rescue.keys)
        with closing(Store.open(made.records_file, rescue.keys)) as store:
            entry = store.head().seq
            by = _signed(home, rescue.person, at)
            event = Event(kind="office.restored", facts={"salvaged": True, "entry": entry})
            with store.change(event, by=by) as change:
                find_again(store, change)
            store.require_mark()
        file = key_files.load(key_files.key_file_of(home.records_file))
        key_files.save(key_files.key_file_of(made.records_file), file)
        aside = set_aside(home, at)
    shutil.rmtree(rescue.at.folder, ignore_errors=True)  # it stands in the office's place now
    return aside


def _signed(home: Home, person: int, at: datetime) -> Initials:
    slot = key_files.load(key_files.key_file_of(home.records_file)).slot_of(person)
    return Initials(person=PersonId(slot.person), initials=slot.label, at=at)


def told(saved: Salvaged, wording: Wording) -> list[str]:
    """What is missing, then what was saved, one line each; no family is named."""
    kinds, gaps = _kinds(saved, wording)
    rest = wording.text("salvage.of.other")
    return [
        *_losses(saved, wording),
        *(
            wording.text(f"salvage.{'gaps' if kind in gaps else 'whole'}", what=kind, rows=rows)
            for kind, rows in sorted(
                kinds.items(), key=lambda one: (one[0] not in gaps, one[0] == rest, one[0])
            )
        ),
    ]


def told_on_paper(rescue: Rescue, wording: Wording, *, on: date) -> bytes:
    """The same list as a PDF for the printer, under the school's head.

    Raises:
        DeskError: ``characters``: the school's head has one that no font has.
    """
    name = wording.text("salvage.no_school")
    school = rescue.school or School(name=name, address=NO_ADDRESS, state="")
    lines = "\n".join(f"- {line}" for line in told(rescue.saved, wording))
    page = Page(
        letterhead=Letterhead(school=school),
        recipient=(),
        on=on,
        reference="",
        title=wording.text("salvage.file_title"),
        text=wording.text("salvage.paper", lines=lines),
        paper=school.paper,
    )
    return draw(page)


def _losses(saved: Salvaged, wording: Wording) -> Iterator[str]:
    yield wording.text("salvage.pages", pages=saved.pages, bad=saved.bad_pages)
    if saved.lost_rows:
        yield wording.text("salvage.rows", rows=saved.lost_rows)
    if saved.missing:
        yield wording.text("salvage.missing", missing=", ".join(saved.missing))
    if saved.without_facts:
        yield wording.text("salvage.bare", bare=", ".join(saved.without_facts))


def _kinds(saved: Salvaged, wording: Wording) -> tuple[dict[str, int], set[str]]:
    """How many rows of what, and of what some may be missing."""
    gaps = {_kind(name, wording) for name in saved.gaps}
    kinds = dict.fromkeys(gaps, 0)
    for name, count in saved.rows.items():
        kinds[_kind(name, wording)] = kinds.get(_kind(name, wording), 0) + count
    return kinds, gaps


def _kind(table: str, wording: Wording) -> str:
    """What people call that which a table holds."""
    code = f"salvage.of.{'words' if table.endswith(CONTENT) else table}"
    return wording.text(code if code in wording else "salvage.of.other")


def save_readable(
    path: Path,
    file: KeyFile,
    vault: VaultKeys,
    person: int,
    into: Home,
    *,
    at: datetime,
    progress: Progress = untold,
) -> Salvaged:
    """Make an office in ``into`` of what can be read of the records file at ``path``.

    The damaged file is only read, and everybody signs in to the new one as before.

    Raises:
        DeskError: ``exists``: there is an office in ``into`` already; what ``salvage`` refuses.
            Then nothing of it stays.
    """
    if has_office(into):
        raise DeskError(
            "exists",
            "There is already an office in that folder.",
            "Choose another folder; nothing was changed.",
        )
    new = not into.folder.exists()
    slot = file.slot_of(person)
    by = Initials(person=PersonId(slot.person), initials=slot.label, at=at)
    try:
        saved = salvage(path, vault, into.records_file, by=by, progress=progress)
        key_files.save(key_files.key_file_of(into.records_file), file)
    except BaseException:
        _clear_up(into, new=new)
        raise
    return saved


def _clear_up(into: Home, *, new: bool) -> None:
    if new:
        shutil.rmtree(into.folder, ignore_errors=True)
        return
    key_file = key_files.key_file_of(into.records_file)
    for made in (into.records_file, key_file, key_files.twin_of(key_file)):
        made.unlink(missing_ok=True)
