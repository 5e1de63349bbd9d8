"""A proof: one template as it will print, with sample values, without any request."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, time
from pathlib import Path

from desktop.letters.fields import Entry, Field, Item, Kind
from desktop.letters.page import Letterhead, Page, draw
from desktop.letters.template import Template, load_templates
from desktop.records.paper import USUAL, Paper
from desktop.records.school import Address, School

SAMPLE_SCHOOL = School(
    name="Lincoln Elementary School",
    district="Springfield Unified School District",
    address=Address(street="1200 Oak Street", city="Springfield", state="CA", postal_code="95060"),
    phone="(555) 010-0140",
    email="records@lincoln.example",
    principal="Ana Ruiz",
    records_contact="Pat Morgan",
    records_contact_title="Registrar",
    state="CA",
)
_ADDRESS = ("45 Pine Street, Apt. 3", "Denver, CO 80202")
_SAMPLE_DATES = {
    "received_on": date(2026, 10, 1),
    "written_on": date(2026, 10, 2),
    "call_by": date(2026, 10, 8),
    "aim_on": date(2026, 10, 15),
    "visit_on": date(2026, 10, 20),
    "ready_on": date(2026, 10, 20),
    "shown_on": date(2026, 10, 20),
    "object_by": date(2026, 10, 20),
    "comply_by": date(2026, 10, 26),
    "hearing_on": date(2026, 10, 27),
    "meeting_on": date(2026, 10, 28),
    "survey_on": date(2026, 11, 9),
    "due_on": date(2026, 11, 15),
    "new_on": date(2026, 11, 15),
}


def proof(
    template: str,
    language: str = "en",
    values: Mapping[str, object] | None = None,
    *,
    facing: str = "",
    large_print: bool = False,
    paper: Paper = USUAL,
    folder: Path | None = None,
) -> bytes:
    """The PDF of one template; `values` by field name replace its samples.

    Args:
        template: the template's id, e.g. "receipt".
        language: "en" or "es"; a letter that is not translated is proofed in English.
        values: as `Template.fill` takes them.
        facing: a second language that takes turns with the first; empty for one alone.
        large_print: whether it is set in 18 points.
        paper: paper and envelope.
        folder: where templates lie, when not in the program's own folder.

    Raises:
        DeskError: there is no such template, a value does not fit its field, or holds a character
            that no font has.
        ResourceError: the template's own file cannot be used.
    """
    templates = load_templates(folder)
    page, *second = (
        replace(
            proof_page(templates.get(template, one), values or {}, paper=paper),
            large_print=large_print,
        )
        for one in (language, facing)
        if one
    )
    page = replace(page, facing=second[0] if second else None)
    return draw(page)


def proof_page(template: Template, values: Mapping[str, object], *, paper: Paper = USUAL) -> Page:
    """The page a proof prints."""
    filled = {**samples(template), **values}
    draft = template.fill(filled)
    return Page(
        letterhead=Letterhead(school=SAMPLE_SCHOOL),
        recipient=(str(filled.get("recipient", "Carlos Alvarez")), *_ADDRESS),
        on=date(2026, 10, 2),
        reference="2026-0142",
        title=draft.title,
        text=draft.text,
        language=draft.language,
        signer=(SAMPLE_SCHOOL.records_contact, SAMPLE_SCHOOL.records_contact_title),
        enclosures=draft.enclosures,
        paper=paper,
    )


def samples(template: Template) -> dict[str, object]:
    """A value for every field: the one the template names, or one for its kind."""
    return {name: _sample(name, field) for name, field in template.fields.items()}


def _sample(name: str, field: Field) -> object:
    if field.sample is not None:
        return field.sample
    if field.kind is Kind.DATE:
        return _SAMPLE_DATES.get(name, date(2026, 10, 1))
    return _BY_KIND[field.kind] if name != "complaint_line" else _COMPLAINT


_COMPLAINT = (
    "You may also write to the Student Privacy Policy Office, U.S. Department of Education."
)
_BY_KIND: Mapping[Kind, object] = {
    Kind.TEXT: "Sample text",
    Kind.TIME: time(9, 30),
    Kind.MONEY: 120,
    Kind.NUMBER: 32,
    Kind.LINES: ("First sample line", "Second sample line"),
    Kind.FLAG: True,
    Kind.ENTRIES: (Entry(disclosed_on=date(2026, 9, 1), party="A party", interest="A reason"),),
    Kind.ITEMS: (Item(what="Report cards", pages=8), Item(what="Attendance", pages=4)),
}
