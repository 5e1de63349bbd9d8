"""A fact as a code with its values; the room ``wording`` turns it into words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

Value = str | int | date


@dataclass(frozen=True, slots=True)
class Sentence:
    """One thing to say: ``code`` names the sentence in the catalogue, ``values`` fill its places.

    Values are plain: text, whole numbers and dates. A sentence compares by what it says, so two
    runs of the same rule on the same facts are equal.
    """

    code: str
    values: Mapping[str, Value] = field(default_factory=dict)


def sentence(code: str, **values: Value) -> Sentence:
    """Shorthand: ``sentence("clock.received", on=received_on)``."""
    return Sentence(code, values)
