"""Whose children belong together at the counter: those who share a parent or whoever stands in.

A caseworker, a lawyer or an agency on file for two children makes no family of them.
"""

from __future__ import annotations

from desktop.records.party import Relationship

FAMILY_TIES = frozenset(
    {
        Relationship.MOTHER,
        Relationship.FATHER,
        Relationship.PARENT,
        Relationship.GUARDIAN,
        Relationship.FOSTER_PARENT,
        Relationship.STEPPARENT,
        Relationship.GRANDPARENT,
        Relationship.CAREGIVER,
    }
)
"""How somebody stands to two children that makes them one family here."""
