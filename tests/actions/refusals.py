"""A refused action writes nothing: neither into a table nor into the journal."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from desktop.errors import DeskError
from desktop.records.ids import RequestId
from desktop.store import cases
from desktop.store.journal import Event
from desktop.store.store import Store


def everything(store: Store) -> dict[str, list[Any]]:
    """Every row of every table of the file."""
    tables = store.rows("select name from sqlite_master where type = 'table' order by name")
    return {name: store.rows(f'select * from "{name}"') for (name,) in tables}  # noqa: S608  # our own tables


@contextmanager
def refused(store: Store, code: str) -> Iterator[pytest.ExceptionInfo[DeskError]]:
    """What runs inside is refused with ``code``, and the file is what it was."""
    with unchanged(store), pytest.raises(DeskError) as caught:
        yield caught
    assert caught.value.code == code


@contextmanager
def unchanged(store: Store) -> Iterator[None]:
    """What runs inside writes nothing."""
    before = everything(store)
    yield
    assert everything(store) == before


def events(store: Store, request: RequestId) -> list[Event]:
    """What happened to a request, oldest first."""
    return [entry.event for entry in cases.history(store, request)]


def last_event(store: Store) -> tuple[str, str]:
    """Kind and facts of the newest entry of the journal, as they are kept."""
    return store.rows(
        "select kind, coalesce(facts, '{}') from event left join event_facts using (seq)"
        " order by seq desc limit 1"
    )[0]
