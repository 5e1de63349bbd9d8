"""Everything a keychain can do wrong: the office always opens by passphrase, and soon."""

from __future__ import annotations

import threading
import time
from types import SimpleNamespace

import keyring.errors
import pytest

from desktop.actions.office import open_office
from desktop.actions.signing_in import look_at_office, recall_office, unlock_office
from desktop.office import keychain
from tests.offices import PASSPHRASE, an_office

SECONDS = 8.0
NEVER = threading.Event()


def raising(fault):
    def fail(*_):
        raise fault

    return fail


def waiting(*_):
    NEVER.wait(60)


def a_keychain(**does):
    """A keychain that keeps secrets, but for what a test says."""
    kept = {}
    usual = {
        "get_password": lambda service, name: kept.get((service, name)),
        "set_password": lambda service, name, secret: kept.update({(service, name): secret}),
        "delete_password": lambda service, name: kept.pop((service, name)),
    }
    return lambda: SimpleNamespace(**usual | does)


def answering(answer):
    return a_keychain(get_password=lambda *_: answer)


MODES = {
    "none": lambda: None,
    "looking fails": raising(RuntimeError("no bus")),
    "looking never ends": waiting,
    "no backend": a_keychain(get_password=raising(keyring.errors.NoKeyringError())),
    "locked": a_keychain(get_password=raising(keyring.errors.KeyringLocked())),
    "the prompt was dismissed": a_keychain(get_password=raising(keyring.errors.InitError())),
    "reading fails": a_keychain(get_password=raising(OSError("dbus"))),
    "reading never ends": a_keychain(get_password=waiting),
    "keeping fails": a_keychain(set_password=raising(keyring.errors.PasswordSetError())),
    "keeping never ends": a_keychain(set_password=waiting),
    "it swallows secrets": a_keychain(set_password=lambda *_: None),
    "it changes secrets": a_keychain(get_password=lambda *_: "1:AAAA"),
    "it answers with bytes": answering(b"1:AAAA"),
    "it answers with an object": answering(object()),
    "it answers with no number": answering("\u00b2:" + "A" * 43 + "="),
    "it answers with another vault's key": answering("1:" + "A" * 43 + "="),
    "it answers with a million letters": answering("1:" + "A" * 1_000_000),
}


@pytest.fixture(scope="module")
def signed_out(tmp_path_factory):
    office = an_office(tmp_path_factory.mktemp("keychain") / "home")
    office.store.close()
    return office


def opens(office, find):
    """Ask the keychain, be refused, sign in by passphrase; gives the seconds it took."""
    person, begun = office.opened.person.id, time.monotonic()
    file = look_at_office(office.home)
    assert recall_office(office.home, file, find) is None
    keys = unlock_office(office.home, person, PASSPHRASE)
    open_office(office.home, person, keys).store.close()
    taken = time.monotonic() - begun
    kept = keychain.remember(file.vault, person, keys, find)
    assert not kept or keychain.recall(file.vault, find) is not None  # it never only says so
    return taken


@pytest.mark.parametrize("mode", MODES)
def test_whatever_the_keychain_does_the_passphrase_opens(signed_out, mode, monkeypatch):
    monkeypatch.setattr(keychain, "LIMIT_SECONDS", 0.3)
    opens(signed_out, MODES[mode])


@pytest.mark.slow
@pytest.mark.parametrize("mode", MODES)
def test_and_it_opens_within_eight_seconds(signed_out, mode):
    assert opens(signed_out, MODES[mode]) < SECONDS


def test_there_are_seventeen_ways():
    assert len(MODES) == 17
