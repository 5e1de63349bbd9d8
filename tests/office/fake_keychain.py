"""A keychain in memory, with what the real ones do wrong on request."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass
class MemoryKeychain:
    """Keeps secrets by service and name. ``fault`` is raised by every call."""

    kept: dict[tuple[str, str], str] = field(default_factory=dict)
    fault: Exception | None = None

    def get_password(self, service: str, username: str) -> str | None:
        self._fail()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._fail()
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._fail()
        del self.kept[service, username]

    @property
    def find(self) -> Callable[[], MemoryKeychain]:
        """How the program finds it."""
        return lambda: self

    def _fail(self) -> None:
        if self.fault:
            raise self.fault


def no_keychain() -> None:
    """A computer without a keychain that can be trusted."""
