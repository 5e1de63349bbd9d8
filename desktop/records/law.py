"""What the law says, as read from the program's data: rule books, rights and bases together."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.errors import ResourceError
from desktop.records.disclosure import Bases
from desktop.records.release import Reasons
from desktop.records.rights import Rights
from desktop.records.rules import RuleBooks


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """Every rule book, right, basis of disclosure and reason to withhold that could be read."""

    books: RuleBooks
    rights: Rights
    bases: Bases
    reasons: Reasons

    @property
    def faults(self) -> tuple[ResourceError, ...]:
        """What could not be read; the rest still works."""
        return (*self.books.faults, *self.rights.faults, *self.bases.faults, *self.reasons.faults)
