"""What this computer remembers about the windows."""

from __future__ import annotations

import pytest

from desktop.office.settings import Look, WindowSettings, load, replace, save
from desktop.paths import Home
from desktop.records.person import Role


@pytest.fixture
def home(tmp_path):
    return Home(folder=tmp_path / "new" / "home")


@pytest.mark.parametrize(
    "settings",
    [
        WindowSettings(),
        WindowSettings(
            look=Look.DARK,
            text_scale=1.75,
            guidance_open=False,
            geometry="AdnQywADAAA+/w==",
            last_role=Role.PRINCIPAL,
        ),
    ],
)
def test_what_was_saved_is_read_back(home, settings):
    assert save(home, settings)
    assert load(home) == settings


def test_without_a_file_there_are_defaults(home):
    assert load(home) == WindowSettings()
    assert not home.folder.exists()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"look = ",
        b'look = "green"',
        b"text_scale = 9.0",
        b'geometry = "\\"; rm"',
        b"\xff\xfe\x00\x01",
        b"[[[[",
        b"a = " + b"[" * 5000,
    ],
)
def test_a_file_that_cannot_be_read_means_the_defaults(home, content):
    home.folder.mkdir(parents=True)
    home.settings_file.write_bytes(content)
    assert load(home) == WindowSettings()


def test_a_key_of_a_newer_program_does_not_cost_the_others(home):
    home.folder.mkdir(parents=True)
    home.settings_file.write_text('look = "dark"\nfont = "Comic"\n', "utf-8")
    assert load(home).dark is True


def test_a_disk_that_takes_nothing_is_no_fault(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    assert not save(Home(folder=blocked), WindowSettings())


def test_saving_again_replaces_and_leaves_nothing_beside(home):
    save(home, WindowSettings(look=Look.DARK))
    save(home, replace(load(home), look=Look.LIGHT))
    assert load(home).dark is False
    assert [one.name for one in home.folder.iterdir()] == ["window.toml"]
