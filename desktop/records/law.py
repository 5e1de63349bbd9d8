"""What the law says, as read from the program's data: rule books and rights, passed together."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.errors import ResourceError
from desktop.records.rights import Rights
from desktop.records.rules import RuleBooks


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """Every rule book and right that could be read."""

    books: RuleBooks
    rights: Rights

    @property
    def faults(self) -> tuple[ResourceError, ...]:
        """What could not be read; the rest still works."""
        return (*self.books.faults, *self.rights.faults)
