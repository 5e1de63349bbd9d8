"""The office's own wording of a letter: every version, what it was made from, who and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from desktop.errors import DeskError
from desktop.records.ids import PersonId
from desktop.records.person import Person
from desktop.records.roles import shipped_roles

Key = tuple[str, str]
"""Template and language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeWording:
    """One version of a letter's wording in one language; ``version`` counts from 1.

    ``text`` is empty where the office went back to the shipped wording. What was shipped when it
    was made stands beside it, so that a later release can be compared.
    """

    template: str
    language: str
    version: int
    title: str
    text: str
    shipped_version: str
    shipped_title: str
    shipped_text: str
    reason: str
    changed_by: PersonId
    changed_at: datetime

    @property
    def key(self) -> Key:
        """Which letter it is a wording of."""
        return self.template, self.language

    @property
    def is_shipped(self) -> bool:
        """Whether it says: as shipped."""
        return not self.text


def newest(wordings: Iterable[OfficeWording]) -> Mapping[Key, OfficeWording]:
    """The wording that counts, by letter; ``wordings`` come oldest first."""
    return {one.key: one for one in wordings}


def check_may_word(by: PersonId, people: Iterable[Person]) -> None:
    """Refuse whoever may not change the wording of the office's letters.

    Raises:
        DeskError: ``wording_role``, by the role the file holds.
    """
    roles = shipped_roles().allowed("wording.changed")
    if not any(one.id == by and one.active and one.role in roles for one in people):
        raise DeskError(
            "wording_role",
            "Only a registrar or an administrator changes the wording of letters.",
            "Ask one of them; a single letter can be changed by anybody while it is a draft.",
        )
