"""What the office prints besides letters: papers for the folder, the places, the visit, the family.

Read from ``resources/printouts/printouts.toml``: which paper serves which right and when.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import assert_never

import msgspec

from desktop.records.case import Case
from desktop.records.request import Right, Status
from desktop.records.rights import Field, RightRule, Rights, StepRule
from desktop.records.toml_file import read_toml

INTERNAL = "internal"
"""The audience of a paper for school staff only."""
# Papers that have a place of their own in the window besides the menu of a request.
ENVELOPE = "envelope"
HOLD_MEMO = "hold_memo"
DISCLOSURE_TABLE = "disclosure_table"
TURNING_18 = "turning_18"
PACK_COVER = "pack_cover"


class Shape(StrEnum):
    """What it is printed on: letter paper from a template, an envelope, a sheet of labels."""

    PAGE = "page"
    ENVELOPE = "envelope"
    LABELS = "labels"


class About(StrEnum):
    """Whose paper it is, and so where it is offered; that of a pack goes with its letters only."""

    REQUEST = "request"
    STUDENT = "student"
    OFFICE = "office"
    FAMILIES = "families"
    PACK = "pack"


class LabelOf(StrEnum):
    """What stands on a label."""

    FOLDER = "folder"
    ADDRESS = "address"


class Needs(StrEnum):
    """What must be there before a paper says anything."""

    OPEN = "open"
    SEARCH = "search"
    HOLD = "hold"
    VISIT = "visit"
    FEE = "fee"


class Borrowed(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A field with the options of a right's own, under a title that fits the paper."""

    right: Right
    field: str
    title: str
    says: str = ""


class Printout(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One paper. Its template has its id; its title stands in the wording.

    Only rights named in ``rights`` offer it, any where there are none, and only while all that it
    ``needs`` is there. ``each_place`` prints a page for every place that is searched, and one with
    ``several`` can be printed for many requests in one go. ``field`` is
    what is asked before it is printed, ``keys`` its shortcut on the request's page. ``citation`` is
    the rule it serves.
    """

    id: str
    shape: Shape
    about: About = About.REQUEST
    rights: tuple[Right, ...] = ()
    needs: tuple[Needs, ...] = ()
    each_place: bool = False
    several: bool = False
    label: LabelOf = LabelOf.ADDRESS
    keys: str = ""
    icon: str = "print"
    citation: str = ""
    field: tuple[Field, ...] = ()
    borrowed: tuple[Borrowed, ...] = ()

    def asks(self, rights: Rights) -> StepRule:
        """What is asked before it is printed, in order, to be checked like a step of a right."""
        fields = (*self.field, *_lent(self.borrowed, rights))
        return StepRule(id=self.id, title="", says="", moment="", field=fields)


class Printouts(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """All papers, in the order they are offered."""

    printout: tuple[Printout, ...]

    def of(self, about: About) -> tuple[Printout, ...]:
        """The papers about a request, a student or the office."""
        return tuple(one for one in self.printout if one.about is about)

    def get(self, id_: str) -> Printout:
        """The paper of that id; ``KeyError`` when there is none."""
        for one in self.printout:
            if one.id == id_:
                return one
        raise KeyError(id_)


def load_printouts(file: Path) -> Printouts:
    """Read the list of papers.

    Raises:
        ResourceError: the file is damaged; it names the key and the line.
    """
    return read_toml(file, Printouts)


def offered_printouts(
    printouts: Printouts, right: RightRule, case: Case, *, held: bool
) -> tuple[Printout, ...]:
    """The papers that can be printed for a request as it stands.

    Args:
        printouts: all papers.
        right: that of the request.
        case: the request.
        held: whether it keeps records from being destroyed.
    """
    return tuple(
        one
        for one in printouts.of(About.REQUEST)
        if (not one.rights or right.id in one.rights)
        and all(_is_there(need, right, case, held) for need in one.needs)
    )


def _is_there(need: Needs, right: RightRule, case: Case, held: bool) -> bool:
    match need:
        case Needs.OPEN:
            return case.request.status is not Status.CLOSED
        case Needs.SEARCH:
            return right.search and bool(case.sources)
        case Needs.HOLD:
            return held
        case Needs.VISIT:
            return bool(case.appointments)
        case Needs.FEE:
            return case.fee is not None
        case _:
            assert_never(need)


def _lent(borrowed: tuple[Borrowed, ...], rights: Rights) -> Iterator[Field]:
    """The fields that rights lend; a right whose file cannot be read lends none."""
    for one in borrowed:
        rule = rights.by_id.get(one.right)
        field = rule.field(one.field) if rule else None
        if field is not None:
            yield msgspec.structs.replace(
                field, title=one.title, says=one.says, needed=False, only_if=""
            )
