"""``records-desk letter``: a proof of one letter as a PDF, with sample values or given ones.

It opens no records file; what a values file does not name shows its sample.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.errors import DeskError
from desktop.letters.proof import proof, samples
from desktop.letters.template import Template, Templates, load_templates
from desktop.records.paper import PageSize, Paper, Windows

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[Any]  # noqa: SLF001  # argparse gives it no public name

_LARGEST_VALUES_BYTES = 1_000_000


def add_to(commands: Commands) -> None:
    """Name the command's arguments and the function that runs it."""
    parser = commands.add_parser(
        "letter",
        help="print a proof of one letter to a PDF",
        description="One letter as it prints, with sample values or those of a file.",
        allow_abbrev=False,
    )
    add = parser.add_argument
    add("template", metavar="TEMPLATE", help="receipt, acknowledgement, appointment, …")
    add("--language", default="en", metavar="XX", help="en or es; without: en")
    add("--facing", default="", metavar="XX", help="a second language on the facing sides")
    add("--large-print", action="store_true", help="set in 18 points")
    add("--paper", choices=[*PageSize], default=PageSize.LETTER, help="without: letter")
    add("--windows", choices=[*Windows], default=Windows.ONE, help="of the envelope; without: one")
    add("--values", type=Path, metavar="FILE", help="values by field name, as TOML")
    add("--out", type=Path, required=True, metavar="FILE", help="the PDF to write")
    add("--force", action="store_true", help="write over a file that is there")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the proof and say which values are samples.

    Raises:
        DeskError: there is no such letter or language, a value does not fit, or a file cannot be
            read or written.
    """
    out: Path = arguments.out
    _check_place(out, force=arguments.force)
    templates = load_templates()
    template = _template(templates, arguments.template, arguments.language)
    if arguments.facing:
        _template(templates, arguments.template, arguments.facing)
    values = _values(arguments.values) if arguments.values else {}
    _write(out, _drawn(template, values, arguments), force=arguments.force)
    print(f"Wrote {out}.")
    _tell_samples(template, values)
    return 0


def _drawn(
    template: Template, values: Mapping[str, object], arguments: argparse.Namespace
) -> bytes:
    return proof(
        template.id,
        template.language,
        values,
        facing=arguments.facing,
        large_print=arguments.large_print,
        paper=Paper(size=PageSize(arguments.paper), windows=Windows(arguments.windows)),
    )


def _template(templates: Templates, name: str, language: str) -> Template:
    found = templates.get(name, language)
    if found.language != language:
        raise DeskError(
            "letter_language",
            f"The letter “{name}” is not written in “{language[:20]}”.",
            f"It is written in {', '.join(templates.languages(name))}.",
        )
    return found


def _values(file: Path) -> Mapping[str, object]:
    try:
        with file.open("rb") as opened:
            content = opened.read(_LARGEST_VALUES_BYTES + 1)
        if len(content) > _LARGEST_VALUES_BYTES:
            raise DeskError(
                "values", f"{file} is larger than a values file can be.", "Give the right file."
            )
        return tomllib.loads(content.decode("utf-8-sig"))
    except OSError as fault:
        raise DeskError(
            "values", f"{file} cannot be read: {fault.strerror}.", "Give a file that is there."
        ) from fault
    except (ValueError, RecursionError) as fault:  # not TOML, not UTF-8, an endless number or nest
        raise DeskError(
            "values", f"{file} is not TOML: {fault}.", "Write lines such as: student = 'Mia'."
        ) from fault


def _check_place(out: Path, *, force: bool) -> None:
    if out.is_dir():
        raise DeskError("out", f"{out} is a folder.", "Give the name of a file in it.")
    if out.exists() and not force:
        raise DeskError(
            "out_exists", f"{out} is there already.", "Give another name, or --force to replace it."
        )


def _write(out: Path, pdf: bytes, *, force: bool) -> None:
    """The file is whole or not there: written beside, then put in its place."""
    beside = out.with_name(f".{out.name}.part")
    try:
        beside.write_bytes(pdf)
        _check_place(out, force=force)
        beside.replace(out)
    except OSError as fault:
        beside.unlink(missing_ok=True)
        raise DeskError(
            "out", f"{out} cannot be written: {fault.strerror}.", "Choose another folder."
        ) from fault


def _tell_samples(template: Template, values: Mapping[str, object]) -> None:
    left = [name for name in samples(template) if name not in values]
    if values and left:
        print(f"These show samples: {', '.join(left)}.", file=sys.stderr)
