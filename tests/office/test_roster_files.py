"""Fetching a roster: archives, folders and single files, and every trick an archive can play."""

import io
import random
import stat
import zipfile
from datetime import date

import pytest

from desktop.errors import DeskError
from desktop.office import roster_files
from desktop.office.roster_files import fetch_roster
from desktop.records.roster_csv import preview_csv
from desktop.records.roster_oneroster import read_oneroster
from tests.rosters import as_zip, one_roster, plain_csv

SET = one_roster(3)


def written(folder, name, data):
    path = folder / name
    path.write_bytes(data)
    return path


def packed(entries, **facts):
    """An archive with each entry's ``ZipInfo`` as it comes."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries:
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            for fact, value in facts.items():
                setattr(entry, fact, value)
            archive.writestr(entry, data)
    return made.getvalue()


def refusal(path):
    with pytest.raises(DeskError) as caught:
        fetch_roster(path)
    fault = caught.value
    assert fault.message.endswith(".")
    assert fault.remedy.endswith(".")
    return fault.code


@pytest.mark.parametrize("folder", ["", "export/", "district/2026/"])
def test_a_set_is_found_in_an_archive_wherever_it_lies(tmp_path, folder):
    roster = fetch_roster(written(tmp_path, "r.zip", as_zip(SET, folder=folder)))
    assert roster.one_roster
    assert roster.files == SET


def test_names_are_matched_without_regard_to_capitals(tmp_path):
    shouted = {name.upper(): data for name, data in SET.items()}
    assert fetch_roster(written(tmp_path, "R.ZIP", as_zip(shouted))).files == SET


def test_an_archive_with_nothing_but_a_readme_holds_no_roster(tmp_path):
    path = written(tmp_path, "r.zip", as_zip({"ReadMe.txt": b"Ask the office."}))
    with pytest.raises(DeskError) as refused:
        fetch_roster(path)
    assert refused.value.message == "There is no CSV file in it."


def test_files_that_are_no_part_of_the_set_are_left_alone(tmp_path):
    more = SET | {"classes.csv": b"x", "readme.pdf": b"%PDF", "__MACOSX/._users.csv": b"\0"}
    assert fetch_roster(written(tmp_path, "r.zip", as_zip(more))).files == SET


@pytest.mark.parametrize("inner", [False, True])
def test_a_folder_is_read_or_the_one_folder_in_it(tmp_path, inner):
    folder = tmp_path / "export" if inner else tmp_path
    folder.mkdir(exist_ok=True)
    for name, data in (SET | {"notes.docx": b"x", "classes.csv": b"y"}).items():
        written(folder, name.title(), data)
    roster = fetch_roster(tmp_path)
    assert roster.one_roster
    assert roster.files == SET


def test_one_csv_is_a_table_for_mapping(tmp_path):
    data = plain_csv(3)
    roster = fetch_roster(written(tmp_path, "Students 2026.csv", data))
    assert not roster.one_roster
    assert roster.table() == ("Students 2026.csv", data)


def test_users_csv_alone_is_a_set(tmp_path):
    assert fetch_roster(written(tmp_path, "users.csv", SET["users.csv"])).one_roster


def test_one_csv_in_an_archive_is_a_table_too(tmp_path):
    roster = fetch_roster(written(tmp_path, "r.zip", as_zip({"list.csv": plain_csv(3)})))
    assert not roster.one_roster


def test_a_spreadsheet_named_csv_is_told_by_the_reader_of_tables(tmp_path):
    workbook = as_zip({"xl/workbook.xml": b"<x/>"})
    name, data = fetch_roster(written(tmp_path, "list.csv", workbook)).table()
    fault = preview_csv(name, data).fault
    assert fault
    assert fault.says.code == "roster.fault.spreadsheet"


def test_a_set_with_a_broken_users_csv_is_told_by_the_reader_of_sets(tmp_path):
    roster = fetch_roster(written(tmp_path, "r.zip", as_zip(SET | {"users.csv": b"%PDF-1.7"})))
    (fault,) = read_oneroster(roster.files, today=date(2026, 9, 1)).faults
    assert (fault.file, fault.says.code) == ("users.csv", "roster.fault.pdf")


def test_a_file_that_is_gone_and_an_empty_folder_are_refused(tmp_path):
    assert refusal(tmp_path / "nothing.csv") == "roster.unreadable"
    assert refusal(tmp_path) == "roster.users_missing"


def test_a_missing_users_csv_is_named_with_what_was_found(tmp_path):
    rest = {name: data for name, data in SET.items() if name != "users.csv"}
    path = written(tmp_path, "r.zip", as_zip(rest))
    assert refusal(path) == "roster.users_missing"
    with pytest.raises(DeskError, match=r"roster\.users_missing") as caught:
        fetch_roster(path)
    assert "users.csv" in caught.value.message
    assert "demographics.csv" in caught.value.message


def test_a_made_up_file_name_is_never_repeated(tmp_path):
    path = written(tmp_path, "r.zip", as_zip({"Mia.csv": b"a", "Leo.csv": b"b"}))
    with pytest.raises(DeskError) as caught:
        fetch_roster(path)
    assert "Mia" not in caught.value.sentence()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "roster.not_a_zip"),
        (b"Name,Number\nMia,1\n", "roster.not_a_zip"),
        (as_zip(SET)[:-200], "roster.not_a_zip"),
        (as_zip({}), "roster.users_missing"),
        (packed([("../users.csv", b"x")]), "roster.dangerous_zip"),
        (packed([("..\\users.csv", b"x")]), "roster.dangerous_zip"),
        (packed([("/etc/users.csv", b"x")]), "roster.dangerous_zip"),
        (packed([("C:/users.csv", b"x")]), "roster.dangerous_zip"),
        (
            packed([("users.csv", b"/etc/passwd")], external_attr=(stat.S_IFLNK | 0o777) << 16),
            "roster.dangerous_zip",
        ),
        (packed([("users.csv", b"x"), ("old/users.csv", b"y")]), "roster.twice"),
        (packed([("users.csv", b"x"), ("USERS.CSV", b"y")]), "roster.twice"),
        (packed([("users.csv", b"x" * 3_000_000)]), "roster.dangerous_zip"),
        (packed([(f"{n}.csv", b"x") for n in range(1001)]), "roster.dangerous_zip"),
        (packed([("users.csv", b"x")], compress_type=zipfile.ZIP_BZIP2), "roster.packing"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_bad_archive_is_refused_in_one_sentence(tmp_path, data, code):
    assert refusal(written(tmp_path, "r.zip", data)) == code


def test_an_encrypted_archive_is_refused(tmp_path):
    data = bytearray(packed([("users.csv", b"x")]))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + offset] |= 0x1
    assert refusal(written(tmp_path, "r.zip", bytes(data))) == "roster.encrypted"


def test_a_roster_larger_than_the_limit_is_refused_however_it_comes(tmp_path, monkeypatch):
    monkeypatch.setattr(roster_files, "MAX_BYTES", 1000)
    data = random.Random(1).randbytes(3000).hex().encode()  # noqa: S311  # noise
    assert refusal(written(tmp_path, "list.csv", data)) == "roster.too_large"
    assert refusal(tmp_path) == "roster.too_large"
    several = {f"{name}.csv": bytes(500) for name in ("users", "orgs", "roles")}
    path = written(tmp_path, "r.zip", as_zip(several))
    assert path.stat().st_size < 1000
    assert refusal(path) == "roster.too_large"


def test_a_size_that_lies_is_noticed(tmp_path, monkeypatch):
    monkeypatch.setattr(roster_files, "MAX_BYTES", 2000)
    data = bytearray(packed([("users.csv", b"x" * 5000)]))
    at = data.index(b"PK\x01\x02") + 24
    data[at : at + 4] = (100).to_bytes(4, "little")
    assert refusal(written(tmp_path, "r.zip", bytes(data))) in {
        "roster.damaged_zip", "roster.too_large",
    }  # fmt: skip


def test_a_damaged_archive_never_brings_the_reader_down(tmp_path):
    chance = random.Random(7)  # noqa: S311  # damage, the same in every run
    sound = as_zip(SET)
    for _ in range(300):
        data = bytearray(sound)
        for _ in range(chance.randint(1, 6)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        path = written(tmp_path, "r.zip", bytes(data))
        try:
            fetch_roster(path)
        except DeskError as refused:
            assert refused.code.startswith("roster.")  # noqa: PT017  # either way is fine
