"""Who may do what, from the one table in ``resources/office/roles.toml``.

An action is named by the kind of entry it writes into the journal, and nothing is written without
one: so the table is asked wherever something changes, whatever button it began with.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import msgspec

from desktop.errors import DeskError, ResourceError
from desktop.paths import resources
from desktop.records.person import Role
from desktop.records.toml_file import read_toml

_WORDS: Mapping[Role, str] = {
    Role.FRONT_OFFICE: "the front office",
    Role.REGISTRAR: "a registrar",
    Role.PRINCIPAL: "the principal",
    Role.ADMINISTRATOR: "an administrator",
}


class _Line(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    what: str
    roles: tuple[Role, ...]
    kinds: tuple[str, ...]


class _Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    may: tuple[_Line, ...]


class Roles:
    """The table: the most exact line that names a kind decides; what no line names is refused."""

    def __init__(self, table: Mapping[str, frozenset[Role]]) -> None:
        self._table = dict(table)

    def allowed(self, kind: str) -> frozenset[Role]:
        """Who may write an entry of this kind; nobody where the table does not know it."""
        return self._table.get(self.line_of(kind), frozenset())

    def line_of(self, kind: str) -> str:
        """The kind or pattern of the table that decides about ``kind``."""
        return kind if kind in self._table else f"{kind.partition('.')[0]}.*"

    def lines(self) -> frozenset[str]:
        """Every kind and pattern the table names."""
        return frozenset(self._table)

    def may(self, role: Role, kind: str) -> bool:
        """Whether somebody of this role may."""
        return role in self.allowed(kind)

    def check(self, role: Role, kind: str) -> None:
        """Refuse whoever may not.

        Raises:
            DeskError: ``role``, naming who may.
        """
        if not self.may(role, kind):
            raise DeskError("role", self.why_not(kind), "Ask one of them; nothing was changed.")

    def why_not(self, kind: str) -> str:
        """One sentence on who may."""
        who = [_WORDS[role] for role in Role if role in self.allowed(kind)]
        if not who:
            return "Nobody here may do this."
        first, last = ", ".join(who[:-1]), who[-1]
        return f"Only {f'{first} or {last}' if first else last} may do this."


def load_roles(file: Path) -> Roles:
    """Read the table.

    Raises:
        ResourceError: it cannot be read, or names a kind twice.
    """
    table: dict[str, frozenset[Role]] = {}
    for line in read_toml(file, _Table).may:
        for kind in line.kinds:
            if kind in table:
                raise ResourceError(file.name, kind, 0, "a kind is named twice")
            table[kind] = frozenset(line.roles)
    return Roles(table)


@lru_cache(maxsize=1)
def shipped_roles() -> Roles:
    """The table the program comes with."""
    return load_roles(resources("office", "roles.toml"))
