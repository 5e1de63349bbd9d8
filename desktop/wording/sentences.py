"""The catalogue of plain sentences: a code and its values in, words out.

Sentences live in ``resources/wording/<language>/*.toml`` so that the window, the command line and
the journal's history say the same thing, and so that a translator needs no Python.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from desktop.errors import ResourceError
from desktop.paths import resources
from desktop.records.sentence import Sentence, Value
from desktop.records.toml_file import decode_toml, fault_at
from desktop.wording.dates import long_date

_HEADER = re.compile(r"^[ \t]*\[+([^\]\n]*)\]", re.MULTILINE)
_KEY = re.compile(r"^[^#\n]*=", re.MULTILINE)
_MOST_FAULTS = 5  # lines left out of one file before the whole of it is given up


class _Plain(string.Formatter):
    """``{days:day|days}`` writes "1 day" or "5 days"; a date is written out in full."""

    def format_field(self, value: object, format_spec: str) -> str:
        if isinstance(value, date):
            return long_date(value)
        if isinstance(value, int) and "|" in format_spec:
            one, many = format_spec.split("|", 1)
            return f"{value} {one if value == 1 else many}"
        return str(value)


_SMALL_WORD = re.compile(r"(?<![^\W_])[a-z]{2,}(?![^\W_])")


class Wording:
    """All sentences of one language, each file of them read when one is first wanted.

    ``say`` raises ``KeyError`` for a code the catalogue lacks or a value a sentence needs: both are
    our bugs, and a test walks every code. Where ``faults`` tells of a damaged file, a sentence that
    is missing is said by its code, so that the program still opens.
    """

    def __init__(self, files: Iterable[CatalogueFile]) -> None:
        self._files = tuple(files)
        self._found: dict[str, str | None] = {}
        self._formatter = _Plain()

    def __contains__(self, code: str) -> bool:
        return self._words(code) is not None

    @property
    def faults(self) -> tuple[ResourceError, ...]:
        """What cannot be read of any file; asking reads all of them."""
        return tuple(fault for file in self._files for fault in file.read.faults)

    def codes(self) -> frozenset[str]:
        """Every code the catalogue can say."""
        return frozenset(code for file in self._files for code in file.read.sentences)

    def lower_words(self) -> frozenset[str]:
        """Every word the catalogue writes small: what is no name by itself."""
        return frozenset(
            word
            for file in self._files
            for text in file.read.sentences.values()
            for word in _SMALL_WORD.findall(text)
        )

    def say(self, sentence: Sentence) -> str:
        """The sentence in words."""
        return self.text(sentence.code, **sentence.values)

    def text(self, code: str, **values: Value) -> str:
        """The words for ``code`` with ``values`` in their places."""
        words = self._words(code)
        if words is None:
            if self.faults:
                return code
            raise KeyError(code)
        return self._formatter.vformat(words, (), values)

    def paragraph(self, sentences: Iterable[Sentence]) -> str:
        """Several sentences, one after the other."""
        return " ".join(self.say(one) for one in sentences)

    def _words(self, code: str) -> str | None:
        if code not in self._found:
            said = (file.read.sentences.get(code) for file in self._files if file.may_say(code))
            self._found[code] = next((words for words in said if words is not None), None)
        return self._found[code]


class _Read(NamedTuple):
    sentences: Mapping[str, str]
    faults: Sequence[ResourceError]


class CatalogueFile:
    """One file of the catalogue. Its tables are known by their headers before it is read.

    A line that cannot be read is left out and told among the faults; the other sentences still
    work. The text is the one of when the file was opened, also when it is read later.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        try:
            self._text: str | None = file.read_text("utf-8")
        except (OSError, UnicodeDecodeError):
            self._text = None
        self._tables = tuple(_tables(self._text or ""))

    def may_say(self, code: str) -> bool:
        """Whether ``code`` would stand in one of the file's tables."""
        return code.startswith(self._tables)

    @cached_property
    def read(self) -> _Read:
        """The sentences by their codes, and what cannot be read; tables nest into dotted codes."""
        sentences: dict[str, str] = {}
        faults: list[ResourceError] = []
        for code, text in _sentences(self._table(faults), ""):
            why = _unusable(text)
            if why:
                faults.append(fault_at(self._file, code, why))
            else:
                sentences[code] = str(text)
        return _Read(sentences, faults)

    def _table(self, faults: list[ResourceError]) -> dict[str, Any]:
        """The table without the lines that cannot be read; empty when they are too many."""
        name = self._file.name
        if self._text is None:
            faults.append(ResourceError(name, "", 0, "it cannot be read as UTF-8 text"))
            return {}
        lines = self._text.split("\n")
        for _ in range(_MOST_FAULTS):
            try:
                return decode_toml("\n".join(lines), name, dict[str, Any])
            except ResourceError as fault:
                faults.append(fault)
                if not 1 <= fault.line <= len(lines):
                    break
                lines[fault.line - 1] = ""
        return {}


def load_wording(language: str = "en", folder: Path | None = None) -> Wording:
    """The catalogue of ``language``: every file is opened, and read when it is first needed."""
    files = sorted((folder or resources("wording", language)).glob("*.toml"))
    return Wording(CatalogueFile(file) for file in files)


def _tables(text: str) -> Iterator[str]:
    """What the codes of a file begin with: its tables by their headers; "" for keys before any."""
    first = _HEADER.search(text)
    if _KEY.search(text[: first.start()] if first else text):
        yield ""
    for name in _HEADER.findall(text):
        yield "".join(name.split()).replace('"', "") + "."


def _sentences(table: Mapping[str, object], prefix: str) -> Iterator[tuple[str, object]]:
    for key, value in table.items():
        code = f"{prefix}{key}"
        if isinstance(value, dict):
            yield from _sentences(value, f"{code}.")
        else:
            yield code, value


def _unusable(text: object) -> str:
    if not isinstance(text, str):
        return "a sentence must be text"
    try:
        list(string.Formatter().parse(text))
    except ValueError as fault:
        return f"its braces do not pair: {fault}"
    return ""
