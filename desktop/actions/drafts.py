"""What is being typed survives a refusal, a lock and a crash, inside the encrypted file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from desktop.records.person import Initials
from desktop.store.store import Store


def keep_draft(store: Store, kind: str, fields: Mapping[str, Any], *, by: Initials) -> None:
    """Keep the fields of a form as typed, one draft of each kind for each person."""
    body = msgspec.json.encode(dict(fields)).decode()
    store.keep_draft((by.person, kind, body, by.at.isoformat(timespec="seconds")))


def kept_draft(store: Store, kind: str, *, by: Initials) -> dict[str, Any] | None:
    """The fields as they were typed, or None."""
    body = store.draft(by.person, kind)
    return None if body is None else msgspec.json.decode(body, type=dict[str, Any])


def drop_draft(store: Store, kind: str, *, by: Initials) -> None:
    """Forget the draft, once its content was saved or thrown away on purpose."""
    store.drop_draft(by.person, kind)
