"""A filled blank as facts for a request: cleaned, and what could not be used said in a sentence.

Nothing here is believed: these are texts as a family wrote them, for a form that checks them as if
they had been typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from desktop.errors import DeskError
from desktop.records.blank import (
    LANGUAGES,
    Blank,
    BlankField,
    Blanks,
    FieldKind,
    Mark,
    read_mark,
    tick_name,
)
from desktop.records.names import clean_name
from desktop.records.party import Relationship
from desktop.records.request import Right
from desktop.records.sentence import Sentence, sentence
from desktop.records.typed_words import LONGEST_NAME, LONGEST_WORDS

_OFFICE_LANGUAGE = "en"
_OTHER = "other"
_NOT_TICKED = frozenset({"", "off", "no", "false", "0"})
_LINE_ENDS = re.compile(r"\r\n?|[\n\v\f\x85\u2028\u2029]")
# Fields with a place of their own in the intake form; what others say goes into the words.
PLACED = frozenset({
    "student_given", "student_family", "student_born_on", "student_grade", "name", "phone",
    "email", "street", "city", "state", "postal_code", "words", "iep_meeting", "signed_on",
})  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """What a filled blank says.

    `texts` are those of the fields in `PLACED`, dates as they were written. `relationship` is None
    where it was not said clearly. `reference` is the number of the request it was handed out for,
    or empty. `notes` say what could not be used, or what has to be looked at on the page.
    """

    mark: Mark
    title: str
    right: Right
    texts: Mapping[str, str]
    relationship: Relationship | None
    record_kinds: tuple[str, ...] = ()
    cannot_come: bool = False
    language: str
    interpreter: bool = False
    words: str = ""
    reference: str = ""
    notes: tuple[Sentence, ...] = ()


def take(
    code: str,
    values: Mapping[str, str],
    ticked: frozenset[str],
    *,
    blanks: Blanks,
    reference: str = "",
) -> Filled:
    """What the fields of the form `code` say.

    Args:
        code: the form's mark, as `Mark.code` gives it.
        values: texts by the name of their field; names the blank does not have are left out.
        ticked: names of the boxes that are ticked.
        blanks: the forms the program has.
        reference: the number of a request, where the blank carries one.

    Raises:
        DeskError: ``form_unknown``, ``form_other_version`` or ``form_empty``.
    """
    blank, mark = _blank(code, blanks)
    form = _Form(blank, values, ticked)
    if not form.texts and not form.ticks:
        raise DeskError(
            "form_empty",
            "Nothing is filled in on this form.",
            "If it was filled in by hand, type it in from the page.",
        )
    return Filled(
        mark=mark,
        title=blank.title.of(_OFFICE_LANGUAGE),
        right=form.rights()[0],
        texts={name: text for name, text in form.texts.items() if name in PLACED},
        relationship=form.relationship(),
        record_kinds=form.chosen("record_kinds"),
        cannot_come="cannot_come" in form.chosen("visit"),
        language=form.language(mark.language),
        interpreter="interpreter" in form.chosen("language"),
        words=form.words(),
        reference=clean_name(reference)[:LONGEST_NAME],
        notes=tuple(form.notes()),
    )


def _blank(code: str, blanks: Blanks) -> tuple[Blank, Mark]:
    mark = read_mark(code)
    blank = blanks.by_id.get(mark.blank) if mark else None
    if mark is None or blank is None or mark.language not in LANGUAGES:
        raise DeskError(
            "form_unknown",
            "This form is none that this version of Records Desk has.",
            "Type it in from the page.",
        )
    if mark.version != blank.version:
        raise DeskError(
            "form_other_version",
            "This form was printed by another version of Records Desk.",
            "Type it in from the page, and hand out the form of today.",
        )
    return blank, mark


class _Form:
    """The fields of one filled blank, cleaned; those it does not declare are left out."""

    def __init__(self, blank: Blank, values: Mapping[str, str], ticked: frozenset[str]) -> None:
        self._blank = blank
        self._cut: list[BlankField] = []
        self.texts: dict[str, str] = {}
        self.ticks: dict[str, tuple[str, ...]] = {}
        for field in blank.fields():
            if field.kind is FieldKind.TICKS:
                self._take_ticks(field, values, ticked)
            elif field.kind is not FieldKind.SIGNATURE:
                self._take_text(field, values.get(field.name, ""))

    def _take_ticks(
        self, field: BlankField, values: Mapping[str, str], ticked: frozenset[str]
    ) -> None:
        chosen = tuple(
            option.id
            for option in field.option
            if tick_name(field, option) in ticked
            or values.get(tick_name(field, option), "").strip().casefold() not in _NOT_TICKED
        )
        if chosen:
            self.ticks[field.name] = chosen

    def _take_text(self, field: BlankField, value: str) -> None:
        whole = field.kind is FieldKind.TEXT
        lines = _LINE_ENDS.split(value)
        text = "\n".join(map(clean_name, lines)).strip() if whole else clean_name(value)
        longest = LONGEST_WORDS // 4 if whole else LONGEST_NAME
        if len(text) > longest:
            self._cut.append(field)
            text = text[:longest].rstrip()
        if text:
            self.texts[field.name] = text

    def chosen(self, name: str) -> tuple[str, ...]:
        """The ids ticked in the field `name`."""
        return self.ticks.get(name, ())

    def rights(self) -> tuple[Right, ...]:
        """The right of the form, or of the boxes ticked where each has its own."""
        ticked = [
            option.right
            for field in self._blank.fields()
            for option in field.option
            if option.right is not None and option.id in self.chosen(field.name)
        ]
        return tuple(ticked) or (self._blank.right,)

    def relationship(self) -> Relationship | None:
        """How they stand to the student, where exactly one of the clear answers was given."""
        said = self.chosen("relationship")
        return Relationship(said[0]) if len(said) == 1 and said[0] != _OTHER else None

    def language(self, printed: str) -> str:
        """The language they want, else that of the form they took."""
        named = [one for one in self.chosen("language") if one in LANGUAGES]
        return named[0] if len(named) == 1 else printed

    def words(self) -> str:
        """Their own words, then what the other fields say, each behind its label."""
        own = [self.texts["words"]] if "words" in self.texts else []
        return "\n".join([*own, *self._labelled()])

    def _labelled(self) -> Iterator[str]:
        for field in self._blank.fields():
            said = self._said(field)
            if said:
                yield f"{field.label.of(_OFFICE_LANGUAGE)}: {said}"

    def _said(self, field: BlankField) -> str:
        """What a field says that has no place of its own in the intake form."""
        if field.kind is not FieldKind.TICKS:
            return "" if field.name in PLACED else self.texts.get(field.name, "")
        left = [one for one in field.option if one.id in self.chosen(field.name)]
        if field.name in {"record_kinds", "visit"}:
            return ""
        if field.name == "language":
            left = [one for one in left if one.id == _OTHER]
        if field.name == "relationship" and self.relationship() is not None:
            return ""
        return "; ".join(one.label.of(_OFFICE_LANGUAGE) for one in left)

    def notes(self) -> Iterator[Sentence]:
        """What could not be used as it was filled in."""
        if len(self.chosen("relationship")) > 1:
            yield sentence("intake.filled.relationships")
        if len(self.rights()) > 1:
            yield sentence("intake.filled.two_rights")
        for field in self._cut:
            yield sentence("intake.filled.cut", field=field.label.of(_OFFICE_LANGUAGE))
        if any(one.kind is FieldKind.SIGNATURE and one.needed for one in self._blank.fields()):
            yield sentence("intake.filled.unsigned")
