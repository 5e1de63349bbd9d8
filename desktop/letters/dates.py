"""Dates, times and money as a letter writes them out, in English and Spanish."""

from __future__ import annotations

from datetime import date, time

from desktop.wording.dates import long_date

_MESES = (
    "enero", "febrero", "marzo", "abril", "mayo", "junio",
    "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre",
)  # fmt: skip
_DIAS = ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo")


def written_date(on: date, language: str) -> str:
    """A date inside a letter, with its weekday: "Thursday, October 29, 2026"."""
    if language == "es":
        return f"{_DIAS[on.weekday()]}, {letter_date(on, language)}"
    return long_date(on)


def letter_date(on: date, language: str) -> str:
    """The date at the head of a letter: "October 29, 2026", "29 de octubre de 2026"."""
    if language == "es":
        return f"{on.day} de {_MESES[on.month - 1]} de {on.year}"
    return long_date(on).partition(", ")[2]


def written_time(at: time, language: str) -> str:
    """An hour of the day on the twelve-hour clock: "9:30 a.m."; Spanish letters say it alike."""
    noon = at.hour % 12 or 12
    space = "\u00a0" if language == "es" else " "
    return f"{noon}:{at.minute:02d}{space}{'a.m.' if at.hour < 12 else 'p.m.'}"  # noqa: PLR2004


def written_money(cents: int) -> str:
    """US cents as dollars: 320 is "$3.20"."""
    return f"${cents // 100:,}.{cents % 100:02d}"
