"""Ways into the vault: each opens with its own secret only, and all move together to a new key."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import DeskError
from desktop.office import kdf_cost, key_files, keys, recovery
from desktop.office.sealing import KdfCost
from desktop.records.ids import PersonId
from tests.offices import CHEAP, CODE, PASSPHRASE

OTHER = "quiet river under stones"
JO, SAM = PersonId(1), PersonId(2)


@pytest.fixture(scope="module")
def vault():
    found, file = keys.new_vault()
    for person, label, words in ((JO, "JR", PASSPHRASE), (SAM, "SL", OTHER)):
        file = keys.add_person(
            file, found, person=person, label=label, passphrase=words, cost=CHEAP
        )
    return found, keys.set_recovery(file, found, CODE)


def refusal(call, *arguments, **named) -> str:
    with pytest.raises(DeskError) as caught:
        call(*arguments, **named)
    return caught.value.code


def test_each_key_of_the_vault_is_another_one(vault):
    found, _file = vault
    derived = {found.database, found.journal, found.mark, found.backups, found.vault_key}
    assert len(derived) == 5
    assert all(len(key) == 32 for key in derived)


def test_each_person_opens_with_their_own_passphrase_only(vault):
    found, file = vault
    assert keys.unlock(file, JO, PASSPHRASE) == found
    assert keys.unlock(file, SAM, OTHER) == found
    assert refusal(keys.unlock, file, JO, OTHER) == "wrong_passphrase"


def test_the_recovery_code_opens_however_it_is_typed(vault):
    found, file = vault
    for typed in (CODE, CODE.lower(), CODE.replace("-", " "), CODE.replace("0", "O")):
        assert keys.recover(file, typed) == found
    assert refusal(keys.recover, file, recovery.new_code()) == "recovery_code"
    assert refusal(keys.recover, file, CODE[:-1]) == "recovery_code"


def test_a_new_code_ends_the_one_before(vault):
    found, file = vault
    code = recovery.new_code()
    file = keys.set_recovery(file, found, code)
    assert keys.recover(file, code) == found
    assert refusal(keys.recover, file, CODE) == "recovery_code"


@given(st.binary(min_size=20, max_size=20))
def test_a_code_is_160_bits_and_reads_back(drawn):
    number = int.from_bytes(drawn)
    letters = [recovery._ALPHABET[(number >> 5 * place) & 31] for place in range(32)]
    assert recovery.read_code("".join(letters)) == drawn


def test_codes_have_eight_groups_and_are_never_the_same():
    codes = {recovery.new_code() for _ in range(200)}
    assert len(codes) == 200
    assert {len(recovery.groups(one)) for one in codes} == {8}
    assert not set("OILU") & set("".join(codes))


@pytest.mark.parametrize(
    "change",
    [
        lambda file: {"slots": file.slots[:1]},
        lambda file: {"slots": (file.slots[1], file.slots[0])},
        lambda _file: {"recovery": None},
        lambda _file: {"change_due": True},
        lambda file: {"slots": (msgspec.structs.replace(file.slots[0], label="XX"),)},
        lambda _file: {"mac": ""},
    ],
    ids=["a slot less", "swapped", "no code", "due", "a label", "no mac"],
)
def test_a_key_file_changed_by_hand_does_not_open(vault, change):
    _found, file = vault
    changed = msgspec.structs.replace(file, **change(file))
    assert refusal(keys.unlock, changed, JO, PASSPHRASE) == "keys_changed"


def test_a_slot_moved_to_another_person_or_vault_does_not_open(vault):
    _found, file = vault
    moved = msgspec.structs.replace(file.slots[0], person=SAM)
    assert (
        refusal(keys.unlock, msgspec.structs.replace(file, slots=(moved,)), SAM, PASSPHRASE)
        == "wrong_passphrase"
    )
    other = msgspec.structs.replace(file, vault="0" * 32)
    assert refusal(keys.unlock, other, JO, PASSPHRASE) == "wrong_passphrase"


def test_the_twin_serves_when_the_first_was_changed(vault, tmp_path):
    found, file = vault
    path = tmp_path / "office.keys"
    key_files.save(path, file)
    changed = msgspec.structs.replace(file, change_due=True)
    path.write_bytes(msgspec.json.encode(changed))
    assert key_files.opened_with(path, lambda one: keys.unlock(one, JO, PASSPHRASE)) == found
    key_files.twin_of(path).write_bytes(msgspec.json.encode(changed))
    assert (
        refusal(key_files.opened_with, path, lambda one: keys.unlock(one, JO, PASSPHRASE))
        == "keys_changed"
    )


def test_a_new_vault_key_needs_nobodys_secret_and_keeps_the_journals_keys(vault):
    found, file = vault
    file = keys.remove_person(file, found, SAM)
    assert file.change_due
    once_file, once = keys.with_new_key(file, found, last=7)
    twice_file, twice = keys.with_new_key(once_file, once, last=9)
    assert keys.unlock(twice_file, JO, PASSPHRASE) == twice
    assert keys.recover(twice_file, CODE) == twice
    assert twice.former_journal == ((7, found.journal), (9, once.journal))
    assert not twice_file.change_due
    assert len({found.database, once.database, twice.database}) == 3
    with pytest.raises(KeyError):
        keys.unlock(twice_file, SAM, OTHER)
    assert refusal(keys.opened, twice_file, found.vault_key) == "keys_changed"


@pytest.mark.parametrize(
    ("at_least", "cost", "takes"),
    [
        (0.02, KdfCost(memory_kib=256 * 1024, passes=15), (0.25, 0.6)),
        (0.1, KdfCost(memory_kib=128 * 1024, passes=6), (0.25, 0.6)),
        (0.3, KdfCost(), (0.25, 0.6)),
        (2.0, KdfCost(), (2.0, 2.0)),
    ],
)
def test_a_guess_costs_a_moment_on_fast_and_slow_computers(at_least, cost, takes):
    def measure(one: KdfCost) -> float:
        least = kdf_cost.LEAST
        return at_least * one.memory_kib / least.memory_kib * one.passes / least.passes

    found = kdf_cost.calibrated(measure)
    assert (found.memory_kib, found.lanes) == (cost.memory_kib, cost.lanes)
    assert takes[0] <= measure(found) <= takes[1]
    assert found.memory_kib >= 64 * 1024
    assert found.passes >= 3


def test_on_this_computer_a_guess_is_measured():
    assert kdf_cost.seconds(CHEAP) > 0
