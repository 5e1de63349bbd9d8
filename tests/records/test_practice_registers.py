"""The registers of the practice office show each kind of line there is, and point to somebody."""

from __future__ import annotations

import re
import tomllib

import pytest

from desktop.errors import ResourceError
from desktop.paths import resources
from desktop.records.consent import ConsentKind
from desktop.records.disclosure import load_bases
from desktop.records.practice import SELF, load_practice_office
from desktop.records.practice_registers import load_practice_registers
from desktop.records.scope import Scope

OFFICE = load_practice_office(resources("practice", "families.toml"))
FILE = resources("practice", "registers.toml")
REGISTERS = load_practice_registers(FILE, OFFICE)


def test_every_kind_of_no_is_there_one_taken_back_and_one_of_somebody_who_left():
    former = {student.key for _, student in OFFICE.students() if student.former}
    assert {one.scope for one in REGISTERS.opt_out} == set(Scope)
    assert any(one.rescinded_days_ago is not None for one in REGISTERS.opt_out)
    assert {one.student for one in REGISTERS.opt_out} & former  # 34 CFR 99.37(b)


def test_consents_are_a_parents_a_students_one_taken_back_and_one_to_a_survey():
    assert {one.kind for one in REGISTERS.consent} == set(ConsentKind)
    assert {one.signer == SELF for one in REGISTERS.consent} == {True, False}
    assert any(one.revoked_days_ago is not None for one in REGISTERS.consent)


def test_99_32_a_disclosure_rests_on_a_ground_and_an_emergency_names_its_threat():
    bases = load_bases(resources("disclosures", "bases.toml")).by_id
    for one in REGISTERS.disclosure:
        assert one.refused or one.basis in bases
    (emergency,) = [one for one in REGISTERS.disclosure if one.basis == "emergency"]
    assert emergency.threat
    assert emergency.recipients
    assert any(one.refused for one in REGISTERS.disclosure)


def test_no_drill_is_about_a_student_who_stands_in_a_register():
    drills = tomllib.loads(resources("guidance", "drills.toml").read_text("utf-8"))
    practised = set(re.findall(r"'student': '(\w+)'", str(drills)))
    assert practised
    parts = (REGISTERS.opt_out, REGISTERS.consent, REGISTERS.disclosure, REGISTERS.care)
    assert practised.isdisjoint(one.student for part in parts for one in part)


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ('student = "siobhan"', 'student = "nobody"', "student nobody is not there"),
        ('entered_by = "ben"', 'entered_by = "nobody"', "staff nobody is not there"),
        ('signer = "susan_miller"', 'signer = "katja"', "katja is not on file for grace_miller"),
        ('guardian = "lorraine"', 'guardian = "katja"', "katja is not on file for zoe"),
        ('scope = "ppra"', 'scope = "mail"', "Invalid enum value"),
        ("refused = true", "refusd = true", "unknown field"),
    ],
)
def test_a_damaged_register_says_what_is_wrong(tmp_path, old, new, why):
    text = FILE.read_text("utf-8")
    assert old in text
    damaged = tmp_path / "registers.toml"
    damaged.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(ResourceError) as caught:
        load_practice_registers(damaged, OFFICE)
    assert why in caught.value.message
    assert caught.value.file == "registers.toml"
