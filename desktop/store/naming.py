"""Which students a text names: for letters, which must not tell of somebody else's child."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.records.ids import StudentId
from desktop.records.names import fold
from desktop.store.store import Store

_LONGEST_NAME = 4  # words; longer ones are found by a part that is a name itself
_END = "!"  # sorts after the space between two words of a name, before any letter
_AT_ONCE = 400
_MARKS, _STOPS = '*\\|\u201d"', ",;:.!?"
_AROUND = '*\\|>#:;,.!?()[]\u201c\u201d"'


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A student, and the words of a text that are their name."""

    student: StudentId
    words: str


def named_in(store: Store, text: str) -> list[Named]:
    """The students whose given and family name stand together in ``text``, in its order.

    A middle name may be left out. The work grows with the text, not with the office.
    """
    spoken = dict(_spoken(text))
    keys = list(spoken)
    found: dict[StudentId, Named] = {}
    for at in range(0, len(keys), _AT_ONCE):
        for key, student in _looked_up(store, keys[at : at + _AT_ONCE]):
            found.setdefault(student, Named(student=student, words=spoken[key]))
    return list(found.values())


def _looked_up(store: Store, keys: list[str]) -> Iterator[tuple[str, StudentId]]:
    rows = ", ".join("(?, ?)" for _ in keys)
    values = [value for key in keys for value in (key, f"{key}{_END}")]
    for key, sorted_as, student in store.rows(
        f"with spoken (key, past) as (values {rows})"
        " select spoken.key, student.sorted_as, student.id from spoken"
        " join student on student.sorted_as >= spoken.key and student.sorted_as < spoken.past"
        " order by student.id",
        values,
    ):
        if sorted_as == key or sorted_as.startswith(f"{key} "):
            yield key, student


def _spoken(text: str) -> Iterator[tuple[str, str]]:
    """Every run of words that may be a name, as students are sorted and as it stands there."""
    words = text.split()
    for start in range(len(words)):
        run = _run(words[start : start + _LONGEST_NAME])
        for count in range(2, len(run) + 1):
            for cut in range(1, count):
                given, family = " ".join(run[:cut]), " ".join(run[cut:count])
                yield fold(f"{family} {given}"), " ".join(run[:count])


def _run(words: list[str]) -> list[str]:
    """The words from the first on that may be one name; none where the first begins none."""
    run: list[str] = []
    for word in words:
        bare = word.strip(_AROUND)
        if not fold(bare) or not (run or _begins_a_name(bare)):
            break
        run.append(bare)
        if word.rstrip(_MARKS)[-1:] in _STOPS and len(bare) > 1:  # "J." goes on
            break
    return run


def _begins_a_name(word: str) -> bool:
    return word[0].isalpha() and not word[0].islower()
