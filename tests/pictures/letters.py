"""Every letter in every language and on every paper, page by page, with sample values."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from desktop.letters.page import Page, draw
from desktop.letters.proof import proof_page
from desktop.letters.template import load_templates
from desktop.paths import resources
from desktop.records.paper import PageSize, Paper, Windows
from tests.pictures import Picture, picture

_TWO_WINDOWS = Paper(windows=Windows.TWO, fold_marks=True)
_ON_A4 = Paper(size=PageSize.A4, fold_marks=True)


def pictures() -> Iterator[Picture]:
    """For each template file what ``records-desk letter`` would print, and the other papers."""
    for file in sorted(resources("letters").glob("*/*.md")):
        language, template = file.parent.name, file.stem
        for kind, changed in _PAPERS.items():
            name = f"paper-{template}-{language}{kind}"
            yield picture(name)(partial(_drawn, template, language, changed))

        if language == "en":
            yield picture(f"paper-{template}-both")(partial(_both, template))


def _both(template: str) -> bytes:
    """English and Spanish taking turns, as they are printed on both sides."""
    return draw(replace(_sample(template, "en"), facing=_sample(template, "es")))


def _drawn(template: str, language: str, changed: Callable[[Page], Page]) -> bytes:
    return draw(changed(_sample(template, language)))


def _sample(template: str, language: str) -> Page:
    return proof_page(load_templates().get(template, language), {})


_PAPERS: dict[str, Callable[[Page], Page]] = {
    "": lambda page: page,
    "-large": lambda page: replace(page, large_print=True),
    "-two-windows": lambda page: replace(page, paper=_TWO_WINDOWS),
    "-a4": lambda page: replace(page, paper=_ON_A4),
}
