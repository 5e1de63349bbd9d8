"""A person's own signature: put under the letters that name them, or taken off again."""

from __future__ import annotations

from desktop.actions.changes import Changes
from desktop.records.person import Initials
from desktop.store import office, queries
from desktop.store.journal import Event
from desktop.store.store import Store


def set_my_signature(store: Store, picture: bytes, *, by: Initials) -> Changes:
    """Keep ``picture``, PNG or JPEG, as the signature of whoever is signed in; empty for none.

    Nobody gives another person's signature. It is printed on letters that name its owner as the
    one who signs, from now on; letters made final keep what they have.
    """
    if picture == queries.signature(store, by.person):
        return Changes.of_office()
    event = Event(kind="person.signature", facts={"person": by.person, "given": bool(picture)})
    with store.change(event, by=by) as change:
        office.set_signature(change, by.person, picture)
    return Changes.of_office()
