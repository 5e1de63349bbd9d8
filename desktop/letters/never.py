"""What no letter of the school says, read from ``resources/letters/never.toml``.

Here are the words and where they count. Whether a case meets a condition, and what becomes of a
letter that says one of them, is for whoever writes letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import msgspec

from desktop.errors import ResourceError
from desktop.letters.text import plain_words
from desktop.records.toml_file import fault_at, read_toml

FILE = "never.toml"
_QUOTE = ">"


class When(StrEnum):
    """On which cases a rule counts."""

    ALWAYS = ""
    UNVERIFIED = "unverified"
    NOT_EXTENDED = "not_extended"


class Found(StrEnum):
    """What only the records file can find in a letter."""

    OTHER_STUDENT = "other_student"
    OTHER_HOME = "other_home"
    OF_THE_FILE = "of_the_file"


class NeverRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Words that are wrong in a letter, why, and what to write in their place.

    ``words`` are regular expressions by language, held against plain small text. Where ``ask``
    holds they may be right, and stay with a reason.
    """

    id: str
    citation: str
    remedy: str
    words: dict[str, tuple[str, ...]]
    letters: tuple[str, ...] = ()
    exempt: tuple[str, ...] = msgspec.field(default=(), name="except")
    when: When = When.ALWAYS
    ask: bool = False

    def counts_in(self, template: str) -> bool:
        """Whether it is held against letters written from ``template``."""
        return template not in self.exempt and (not self.letters or template in self.letters)


class FileRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What is wrong with words that the records file knows, and what to do about them."""

    id: Found
    what: str
    citation: str
    remedy: str
    ask: bool = False


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    never: tuple[NeverRule, ...]
    file: tuple[FileRule, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Words a letter says and must not, as they stand in it; ``rule`` is the code of why.

    ``what`` tells what is wrong without the words, where they may be a name or an address.
    """

    rule: str
    words: str
    citation: str
    remedy: str
    ask: bool
    what: str = ""


class NeverRules:
    """The rules of the file, in its order."""

    def __init__(self, rules: tuple[NeverRule, ...], of_file: Mapping[Found, FileRule]) -> None:
        self._rules = rules
        self._of_file = of_file
        self._patterns: dict[str, re.Pattern[str]] = {}

    def __iter__(self) -> Iterator[NeverRule]:
        return iter(self._rules)

    def said(
        self, text: str, *, template: str, language: str, holds: Mapping[When, bool]
    ) -> Iterator[Said]:
        """What ``text`` says in the school's own words and must not; each once, in file order."""
        own = own_words(text)
        for rule in self._rules:
            if rule.counts_in(template) and (rule.when is When.ALWAYS or holds[rule.when]):
                found = self._found(own, rule.words[language])
                if found:
                    yield Said(
                        rule=rule.id,
                        words=found,
                        citation=rule.citation,
                        remedy=rule.remedy,
                        ask=rule.ask,
                    )

    def of_file(self, found: Found, words: str, *, may_ask: bool = True) -> Said:
        """Words that the records file found; they may stay only where ``may_ask`` holds too."""
        rule = self._of_file[found]
        return Said(
            rule=rule.id.value,
            words=words,
            citation=rule.citation,
            remedy=rule.remedy,
            ask=rule.ask and may_ask,
            what=rule.what,
        )

    def _found(self, own: str, words: tuple[str, ...]) -> str:
        for one in words:
            if one not in self._patterns:
                self._patterns[one] = re.compile(one)
            found = self._patterns[one].search(own)
            if found:
                return found[0].strip()
        return ""


def own_lines(text: str) -> list[str]:
    """The lines the school says itself; quotes are the family's."""
    return [line for line in text.splitlines() if not line.lstrip().startswith(_QUOTE)]


def own_words(text: str) -> str:
    """What the school says itself, as a reader hears it."""
    return plain_words("\n".join(own_lines(text)))


def load_never(folder: Path) -> NeverRules:
    """The rules below ``folder``.

    Raises:
        ResourceError: the file is damaged or not there, an expression cannot be read, a rule
            has no words for a language another one has, or what the records file finds is not
            there once each.
    """
    file = folder / FILE
    read = read_toml(file, _File)
    rules = read.never
    if sorted(one.id for one in read.file) != sorted(Found):
        raise fault_at(file, "file", "each of what the records file finds stands here once")
    languages = {language for rule in rules for language in rule.words}
    for place, rule in enumerate(rules):
        if languages - rule.words.keys():
            raise _fault(file, place, f"“{rule.id}” has no words in every language")
        for one in (word for words in rule.words.values() for word in words):
            try:
                re.compile(one)
            except re.error as fault:
                raise _fault(file, place, f"“{one}” cannot be read: {fault}") from fault
    return NeverRules(rules, {one.id: one for one in read.file})


def _fault(file: Path, place: int, why: str) -> ResourceError:
    return fault_at(file, f"never[{place}]", why)
