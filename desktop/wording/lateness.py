"""Why a legal date was not kept, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.wording.sentences import Wording

if TYPE_CHECKING:
    from desktop.records.logged import Lateness


def late_reason_said(code: str, wording: Wording) -> str:
    """One reason in words; one that is no longer on the list is told by its code."""
    known = f"word.late_reason.{code}"
    return wording.text(known) if known in wording else code


def lateness_said(told: Lateness, wording: Wording) -> str:
    """The whole of what was said."""
    code = "late.line_words" if told.words else "late.line"
    return wording.text(code, reason=late_reason_said(told.reason, wording), words=told.words)
