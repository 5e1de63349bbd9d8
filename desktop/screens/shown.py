"""What is painted: the text as it is, or without names while somebody looks over the counter.

Whatever paints text of its own asks here; labels and fields are seen to by ``counter``.
"""

from __future__ import annotations

from collections.abc import Callable

PICTURE = "picture"
"""The property of a widget that shows a paper: it is covered as a whole."""


def _as_it_is(text: str) -> str:
    return text


_mask: Callable[[str], str] = _as_it_is


def shown(text: str) -> str:
    """``text`` as it may be seen now."""
    return _mask(text)


def is_masked() -> bool:
    """Whether names are hidden: then a request is known by its number."""
    return _mask is not _as_it_is


def mask_with(mask: Callable[[str], str] | None) -> None:
    """Let everything painted from now on go through ``mask``; None for as it is."""
    global _mask  # noqa: PLW0603  # there is one screen
    _mask = mask or _as_it_is
