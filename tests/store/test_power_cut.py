"""The power goes at any moment: what was acknowledged is on the disk.

Every write and sync of a program that saves is recorded. An image of the disk is what was synced by
some moment, and of what was not, nothing, all, or some of it in any order and torn within a write.
With ``synchronous=NORMAL`` the same images lose what was acknowledged: the simulation can see it.
"""

from __future__ import annotations

import random
import shutil
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from desktop.errors import DeskError
from desktop.store.journal_check import first_broken
from tests.store.files import KEYS, create, reopen
from tests.store.shimmed import NEEDED, run_shimmed

SAVES = 120
SHARE, MANY = 120, 5000
CONTROL, MANY_CONTROL = 60, 2000
SECTOR = 512
pytestmark = NEEDED


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One recorded call: write, sync, truncate or unlink."""

    what: str
    name: str
    offset: int
    size: int
    data: bytes


@dataclass(slots=True)
class Disk:
    """Files as they are on the disk for sure, and what was written since the last sync of each."""

    sure: dict[str, bytes]
    waiting: dict[str, list[Step]] = field(default_factory=dict)
    acknowledged: int = 0

    def take(self, step: Step) -> None:
        if step.name == "/ack":
            self.acknowledged += step.what == "w"
        elif step.what == "s":
            for one in self.waiting.pop(step.name, []):
                self.sure[step.name] = applied(self.sure.get(step.name, b""), one)
        else:
            self.waiting.setdefault(step.name, []).append(step)

    def image(self, chance: random.Random) -> dict[str, bytes]:
        files = dict(self.sure)
        how = chance.choice(["none", "all", "some"])
        for name, steps in self.waiting.items():
            for step in steps:
                if how == "all" or (how == "some" and chance.random() < 0.5):
                    data = torn(step, chance) if how == "some" else step
                    files[name] = applied(files.get(name, b""), data)
        return files


def torn(step: Step, chance: random.Random) -> Step:
    """Some sectors of a write, from its beginning."""
    if step.what != "w" or chance.random() < 0.5:
        return step
    kept = chance.randrange(0, len(step.data) // SECTOR + 1) * SECTOR
    return Step(what="w", name=step.name, offset=step.offset, size=kept, data=step.data[:kept])


def applied(content: bytes, step: Step) -> bytes:
    match step.what:
        case "w":
            content = content.ljust(step.offset, b"\0")
            return content[: step.offset] + step.data + content[step.offset + len(step.data) :]
        case "t":
            return content[: step.size].ljust(step.size, b"\0")
        case _:
            return b""


def steps(log: Path) -> Iterator[Step]:
    data, at = log.read_bytes(), 0
    while at < len(data):
        what = chr(data[at])
        length, offset, size = struct.unpack_from("<3q", data, at + 1)
        at += 25
        name = data[at : at + length].decode()
        at += length
        body = data[at : at + size] if what == "w" else b""
        at += len(body)
        yield Step(what=what, name=name, offset=offset, size=size, data=body)


@pytest.fixture
def recorded(tmp_path):
    """Records a program that saves; gives the files as they were before, and every step."""

    def record(synchronous: str) -> tuple[dict[str, bytes], list[Step]]:
        root, log = tmp_path / synchronous, tmp_path / f"{synchronous}.log"
        root.mkdir()
        create(root / "office.records").close()
        before = {f"/{one.name}": one.read_bytes() for one in root.iterdir()}
        run_shimmed("tests.store.recorded", root, str(log), synchronous, str(SAVES))
        return before, list(steps(log))

    return record


def lost_in(folder: Path, files: dict[str, bytes], acknowledged: int) -> bool:
    """Whether an image lost something that was acknowledged, or does not open whole."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, data in files.items():
        if not name.endswith("-shm"):
            (folder / name[1:]).write_bytes(data)
    try:
        store = reopen(folder / "office.records")
    except DeskError:
        return True
    there = {int(row[0]) for row in store.rows("select title from closure")}
    told = store.rows("select count(*) from event where kind = 'note'")[0][0]
    whole = store.rows("pragma integrity_check") == [("ok",)]
    whole = whole and first_broken(store._connection, KEYS) is None
    store.close()
    return not whole or told != len(there) or not set(range(acknowledged)) <= there


def losses(tmp_path, record, count: int) -> int:
    before, found = record
    chance, lost = random.Random(1), 0  # noqa: S311
    moments = sorted(chance.choices(range(len(found) + 1), k=count))
    disk, done = Disk(sure=dict(before)), 0
    for moment in moments:
        for step in found[done:moment]:
            disk.take(step)
        done = moment
        lost += lost_in(tmp_path / "image", disk.image(chance), disk.acknowledged)
    return lost


@pytest.mark.parametrize("count", [SHARE, pytest.param(MANY, marks=pytest.mark.slow)])
def test_no_image_of_a_power_cut_lost_what_was_acknowledged(tmp_path, recorded, figure, count):
    lost = losses(tmp_path, recorded("FULL"), count)
    figure(f"{count} images of a power cut, {lost} lost")
    assert lost == 0


@pytest.mark.parametrize("count", [CONTROL, pytest.param(MANY_CONTROL, marks=pytest.mark.slow)])
def test_without_the_sync_of_each_save_the_same_images_lose_it(tmp_path, recorded, figure, count):
    lost = losses(tmp_path, recorded("NORMAL"), count)
    figure(f"{count} images without the sync of each save, {lost} lost")
    assert lost > count // 20


def test_the_record_holds_every_acknowledgement(recorded):
    _before, found = recorded("FULL")
    assert sum(one.name == "/ack" and one.what == "w" for one in found) == SAVES
    assert sum(one.what == "s" and one.name.endswith("-wal") for one in found) >= SAVES
