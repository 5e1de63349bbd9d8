"""What a new office starts with: places to search, kinds of records, languages offered."""

from __future__ import annotations

from pathlib import Path

import msgspec

from desktop.records.place import Place
from desktop.records.toml_file import read_toml


class ShippedPlace(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A place a new office starts with; see ``records.place.Place``."""

    name: str
    keeper: str
    overwrites: bool = False
    vendor: bool = False

    def place(self) -> Place:
        """The place as the office will list it."""
        return Place(
            name=self.name,
            keeper=self.keeper,
            overwrites=self.overwrites,
            vendor=self.vendor,
        )


class Named(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A code with its title."""

    id: str
    title: str


class AgendaDays(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How far the page of the day looks, in days as each name counts them.

    ``again_requests`` of one person about one student within ``again_calendar_days`` deserve a
    second look; 0 for none.
    """

    soon_school_days: int = 0
    untouched_school_days: int = 0
    again_requests: int = 0
    again_calendar_days: int = 0


class ChaseDays(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How long a place has to answer each asking before the next one; 0 leaves an asking out."""

    keeper_business_days: int = 0
    head_business_days: int = 0
    principal_business_days: int = 0


class NoticeLimits(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How often and between which full hours this computer may be told that something waits."""

    notices_a_day: int = 0
    notices_from_hour: int = 0
    notices_until_hour: int = 0


class Defaults(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The shipped lists.

    ``soon_calendar_days`` is when a date begins to press, ``birthday_calendar_days`` how long
    before an 18th birthday the office is told of it, ``break_calendar_days`` how soon after a
    work-by date a closure begins that it is warned of, ``answers_business_days`` how long before
    the work-by date the places searched should have answered, ``ask_again_calendar_days`` how long
    a question about the office's rules that was put off stays away. ``agenda`` is how far the page
    of the day looks, ``chase`` when a silent place is asked again, ``notice`` when this computer
    may say that something waits; ``bounds`` are the least and the most an office may set each of
    these numbers to, by its name. ``report_age_calendar_days`` where one age of open requests ends
    in reports and the next begins. ``late_reasons`` are the codes of why a legal date was not kept,
    in the order in which they are offered.
    """

    soon_calendar_days: int
    birthday_calendar_days: int
    break_calendar_days: int
    answers_business_days: int
    ask_again_calendar_days: int
    agenda: AgendaDays
    chase: ChaseDays
    notice: NoticeLimits
    bounds: dict[str, tuple[int, int]]
    report_age_calendar_days: tuple[int, ...]
    late_reasons: tuple[str, ...]
    place: tuple[ShippedPlace, ...]
    record_kind: tuple[Named, ...]
    language: tuple[Named, ...]

    def language_title(self, code: str) -> str:
        """The language's name, or its code when it is not on the list."""
        return next((one.title for one in self.language if one.id == code), code)

    def record_kind_title(self, code: str) -> str:
        """The kind's name, or its code when it is not on the list."""
        return next((one.title for one in self.record_kind if one.id == code), code)


NO_DEFAULTS = Defaults(
    soon_calendar_days=0,
    birthday_calendar_days=0,
    break_calendar_days=0,
    answers_business_days=0,
    ask_again_calendar_days=0,
    agenda=AgendaDays(),
    chase=ChaseDays(),
    notice=NoticeLimits(),
    bounds={},
    report_age_calendar_days=(),
    late_reasons=(),
    place=(),
    record_kind=(),
    language=(),
)
"""What is left when the shipped lists cannot be read: nothing is offered, nothing is near."""


def load_defaults(file: Path) -> Defaults:
    """Read the shipped lists.

    Raises:
        ResourceError: the file is damaged.
    """
    return read_toml(file, Defaults)
