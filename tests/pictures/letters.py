"""Every letter in every language, page by page, with sample values."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from desktop.letters.proof import proof
from desktop.paths import resources
from tests.pictures import Picture, picture


def pictures() -> Iterator[Picture]:
    """One for each template file; what ``records-desk letter`` would print."""
    for file in sorted(resources("letters").glob("*/*.md")):
        language, template = file.parent.name, file.stem
        yield picture(f"paper-{template}-{language}")(partial(proof, template, language))
