"""What is said when something is pointed at, as plain text: a tool tip guesses at markup."""

from __future__ import annotations


def plain_tip(text: str) -> str:
    """``text`` so that a tool tip shows it letter by letter, whatever name stands in it."""
    if "<" not in text:  # without one Qt never takes it for markup
        return text
    from html import escape  # noqa: PLC0415  # 2 ms, and hardly a name needs it

    return f"<qt>{escape(text)}</qt>"
