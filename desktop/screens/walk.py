"""From one request of a list to the next, without going back to the list in between."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from desktop.records.ids import RequestId

Ids = Callable[[], Sequence[RequestId]]


class Walk:
    """Remembers which list a request was opened from, and where in it.

    A request that is finished may have left the list meanwhile; then the one that took its place
    is the next.
    """

    def __init__(self) -> None:
        self._ids: Ids = tuple
        self._at: RequestId | None = None
        self._place = 0

    def begin(self, ids: Ids, at: RequestId) -> None:
        """A request was opened from the list that ``ids`` gives in its order."""
        self._ids = ids
        self._stand(ids(), at)

    def end(self) -> None:
        """A request was opened from elsewhere: there is no next one."""
        self._ids, self._at, self._place = tuple, None, 0

    def go(self, step: int) -> RequestId | None:
        """The request ``step`` lines further, 1 or -1; None where the list ends."""
        ids = self._ids()
        if self._at is not None and self._at in ids:
            place = list(ids).index(self._at) + step
        else:
            place = self._place if step > 0 else self._place - 1
        if not 0 <= place < len(ids):
            return None
        self._stand(ids, ids[place])
        return self._at

    def _stand(self, ids: Sequence[RequestId], at: RequestId) -> None:
        self._at = at
        self._place = list(ids).index(at) if at in ids else 0
