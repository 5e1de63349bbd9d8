"""What the law says, as read from the program's data: rule books, rights and bases together."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.errors import ResourceError
from desktop.paths import resources
from desktop.records.disclosure import Bases, load_bases
from desktop.records.release import Reasons, load_reasons
from desktop.records.rights import Rights, load_rights
from desktop.records.rules import RuleBooks, load_rule_books


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


def law_of(state: str | None) -> Law:
    """Federal law and one state's, as shipped; every state's for ``None``."""
    states = None if state is None else [state]
    return Law(
        books=load_rule_books(resources("rules"), states=states),
        rights=load_rights(resources("rights")),
        bases=load_bases(resources("disclosures", "bases.toml")),
        reasons=load_reasons(resources("release", "reasons.toml")),
    )
