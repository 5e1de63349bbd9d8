"""Small files this computer keeps beside the office's files, written whole or not at all."""

from __future__ import annotations

from pathlib import Path


def write_kept(target: Path, content: bytes) -> bool:
    """Write ``content`` to ``target`` through a file beside it; False when the disk refuses.

    The folder is made where it is missing, readable by its owner only, and so is the file.
    """
    beside = target.with_suffix(".new")
    try:
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        beside.touch(mode=0o600)
        beside.write_bytes(content)
        beside.replace(target)
    except OSError:
        return False
    return True
