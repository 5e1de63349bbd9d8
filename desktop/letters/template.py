"""Letter templates: text with declared fields, read from `resources/letters/<language>/<id>.md`.

A template names its fields between two lines of ``+++``; below them stands the text, in Jinja and
light Markdown. What does not fit is found when the file is read. Filling one gives a draft that
the office may edit: whatever it becomes, `page.draw` can draw it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from desktop.errors import DeskError, ResourceError
from desktop.letters import never
from desktop.letters.fields import LAWFUL_CHARGES, Field, Kind, checked
from desktop.letters.never import NeverRules
from desktop.letters.text import one_line, plain_words
from desktop.letters.writing import read, sandbox, used_fields
from desktop.paths import resources
from desktop.records.office_wording import Key, OfficeWording, newest
from desktop.records.toml_file import decode_toml

if TYPE_CHECKING:
    from jinja2.environment import Template as Program

FALLBACK = "en"
_FILE = re.compile(
    r"\ufeff?\+\+\+[ \t]*\r?\n(?P<head>.*?)^\+\+\+[ \t]*\r?\n(?P<body>.*)\Z",
    re.DOTALL | re.MULTILINE,
)
_BLANK_LINES = re.compile(r"\n{3,}")


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a letter must still say once the office has edited it.

    `says` names it in the office's words, `citation` is the rule that wants it. One of `words` must
    be in the text; they may name fields.
    """

    says: str
    citation: str
    words: tuple[str, ...]


class _Head(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The part of a template file between the two fences."""

    id: str
    title: str
    version: str
    rights: tuple[str, ...]
    steps: tuple[str, ...]
    audience: str
    enclosures: tuple[str, ...] = ()
    fields: dict[str, Any]
    required: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A filled template: plain title, editable light Markdown, plain names of what is enclosed.

    ``office_version`` is the number of the office's own wording; 0 is the shipped one.
    """

    template: str
    version: str
    language: str
    title: str
    text: str
    enclosures: tuple[str, ...]
    office_version: int = 0


class Template:
    """A template as read; `fields` are by name in the order they were declared."""

    def __init__(self, head: _Head, fields: Mapping[str, Field], body: str, language: str) -> None:
        self.id = head.id
        self.language = language
        self.version = head.version
        self.title = head.title
        self.rights = head.rights
        self.steps = head.steps
        self.audience = head.audience
        self.fields = fields
        self.enclosures = head.enclosures
        self.required = head.required
        self.body = body
        self.office_version = 0
        self._head = head
        self._programs: dict[tuple[str, bool], Program] = {}

    def fill(self, values: Mapping[str, object]) -> Draft:
        """The letter's title and editable text with `values` in their places.

        Raises:
            DeskError: a value is missing, unknown, or not of the kind its field declares. The
                message names the field and never the value.
        """
        ready = self._ready(values)
        enclosed = (one_line(self._written(text, ready)) for text in self.enclosures)
        text = self._written(self.body, ready, markup=True)
        return Draft(
            template=self.id,
            version=self.version,
            language=self.language,
            title=one_line(self._written(self.title, ready)),
            text=_BLANK_LINES.sub("\n\n", text).strip(),
            enclosures=tuple(line for line in enclosed if line),
            office_version=self.office_version,
        )

    def worded(self, title: str, text: str, *, version: int = 0) -> Template:
        """This template in another wording: the same fields, and what rules want in it stays."""
        other = Template(self._head, self.fields, text, self.language)
        other.title, other.office_version = title, version
        return other

    def missing(self, text: str, values: Mapping[str, object]) -> tuple[Part, ...]:
        """The required parts that an edited `text` no longer has.

        Raises:
            DeskError: as `fill`.
        """
        ready, said = self._ready(values), plain_words(text)
        return tuple(
            part
            for part in self.required
            if not any(plain_words(self._written(words, ready)) in said for words in part.words)
        )

    def lacks_fixed(self, text: str) -> bool:
        """Whether a kept `text` lacks a required part that is told in words without a field.

        What names a field cannot be held against a letter of another day.
        """
        said = plain_words(text)
        fixed = (part.words for part in self.required if not any(map(used_fields, part.words)))
        return any(not any(plain_words(one) in said for one in words) for words in fixed)

    def _ready(self, values: Mapping[str, object]) -> dict[str, object]:
        self._refuse_unknown(values)
        return {name: checked(name, field, values.get(name)) for name, field in self.fields.items()}

    def _refuse_unknown(self, values: Mapping[str, object]) -> None:
        for name in values:
            if name not in self.fields:
                raise DeskError(
                    "letter-field",
                    f"The letter “{self.id}” has no field “{one_line(name, 40)}”.",
                    f"Its fields are {', '.join(self.fields)}.",
                )

    def _written(self, source: str, values: Mapping[str, object], *, markup: bool = False) -> str:
        key = (source, markup)
        if key not in self._programs:
            self._programs[key] = sandbox(self.language, markup=markup).from_string(source)
        return self._programs[key].render(values)


class Templates:
    """All templates that could be read, and what none of them says; `faults` tells of the rest."""

    def __init__(
        self,
        templates: Sequence[Template],
        faults: Sequence[ResourceError] = (),
        rules: NeverRules | None = None,
        unfit: Sequence[Key] = (),
    ) -> None:
        self._by_key = {(template.id, template.language): template for template in templates}
        self._never = rules
        self.faults = tuple(faults)
        self.unfit = tuple(unfit)

    @property
    def never(self) -> NeverRules:
        """What no letter says.

        Raises:
            ResourceError: its file cannot be used; nothing is finished unchecked.
        """
        if self._never is not None:
            return self._never
        raise next(fault for fault in self.faults if fault.file == never.FILE)

    def __iter__(self) -> Iterator[Template]:
        return iter(self._by_key.values())

    def exactly(self, template: str, language: str) -> Template:
        """The template in this language and no other.

        Raises:
            DeskError: there is none.
        """
        found = self._by_key.get((template, language))
        if found is None:
            raise DeskError("no-template", "There is no such letter.", "Choose another.")
        return found

    def with_office(self, wordings: Iterable[OfficeWording]) -> Templates:
        """These templates in the office's own wordings, oldest first; the newest of each counts.

        One that no longer fits what is shipped is left out: ``unfit`` names it, and the letter is
        written as shipped.
        """
        worded, unfit = dict(self._by_key), []
        for key, wording in newest(wordings).items():
            shipped = self._by_key.get(key)
            if shipped is None or wording.is_shipped:
                continue
            own = shipped.worded(wording.title, wording.text, version=wording.version)
            if wording.shipped_version == shipped.version or _fits(own, self._never):
                worded[key] = own
            else:
                unfit.append(key)
        return Templates(tuple(worded.values()), self.faults, self._never, unfit)

    def languages(self, template: str) -> tuple[str, ...]:
        """The languages this letter can be written in, English first."""
        found = (language for name, language in self._by_key if name == template)
        return tuple(sorted(found, key=lambda language: (language != FALLBACK, language)))

    def get(self, template: str, language: str = FALLBACK) -> Template:
        """The template in `language`, or in English where the letter is not translated.

        Raises:
            ResourceError: its file is there and cannot be used.
            DeskError: there is none of that name.
        """
        for wanted in (language, FALLBACK):
            for fault in self.faults:
                if fault.file == f"{wanted}/{template}.md":
                    raise fault
            found = self._by_key.get((template, wanted))
            if found is not None:
                return found
        raise DeskError(
            "no-template",
            f"There is no letter “{one_line(template, 40)}” that can be used.",
            f"The letters are {', '.join(sorted({key[0] for key in self._by_key}))}.",
        )


def _fits(own: Template, rules: NeverRules | None) -> bool:
    """Whether a wording made for an earlier release still may be used; unchecked, it may not."""
    if rules is None:
        return False
    from desktop.letters.own_wording import check_wording  # noqa: PLC0415  # after a release only

    try:
        check_wording(own, rules)
    except DeskError:
        return False
    return True


def load_templates(folder: Path | None = None, *, rules_in: Path | None = None) -> Templates:
    """Read every template below `folder`; one that cannot be used does not stop the others.

    What none of them may say is read there too, or in `rules_in`.
    """
    templates, faults, rules = [], [], None
    place = folder or resources("letters")
    for file in sorted(place.glob("*/*.md")):
        try:
            templates.append(read_template(file))
        except ResourceError as fault:
            faults.append(fault)
    try:
        rules = never.load_never(rules_in or place)
    except ResourceError as fault:
        faults.append(fault)
    return Templates(templates, faults, rules)


def title_of(file: Path) -> str:
    """The title of one template; quick, its text is not read.

    A damaged one is called by its id: whoever drafts it is told what is wrong.
    """
    try:
        parts = _FILE.match(file.read_text("utf-8"))
        head = decode_toml(parts["head"] if parts else "", file.name, _Head)
    except (OSError, UnicodeDecodeError, ResourceError):
        return file.stem.replace("_", " ").capitalize()
    return head.title


def read_template(file: Path) -> Template:
    """Read one template; its folder's name is its language.

    Raises:
        ResourceError: the file is no template, declares what it does not use, uses what it does
            not declare, or would charge for more than copies and mailing.
    """
    name = f"{file.parent.name}/{file.name}"
    try:
        text = file.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as fault:
        raise ResourceError(name, "", 0, "it cannot be read as UTF-8 text") from fault
    parts = _FILE.match(text)
    if parts is None:
        raise ResourceError(name, "", 1, "it does not begin with fields between two lines of +++")
    head = decode_toml("\n" + parts["head"], name, _Head)  # lines count from the opening +++
    fields = {key: _field(key, declared, name, text) for key, declared in head.fields.items()}
    template = Template(head, fields, parts["body"], file.parent.name)
    check(template, parts["body"], name=name, file=file, text=text)
    return template


def _field(key: str, declared: object, name: str, text: str) -> Field:
    """A field as declared: its kind alone, or a table with more."""
    table = {"kind": declared} if isinstance(declared, str) else declared
    try:
        return msgspec.convert(table, Field)
    except msgspec.ValidationError as fault:
        why = str(fault).partition(" - at ")[0]
        raise ResourceError(name, f"fields.{key}", _line_of(text, key), why) from fault


def check(template: Template, body: str, *, name: str, file: Path, text: str) -> None:
    """Refuse a template whose text and fields do not fit each other.

    Raises:
        ResourceError: names the field or the word, and its line in `text`.
    """
    if template.id != file.stem:
        raise ResourceError(name, "id", _line_of(text, "id"), f"the file is named {file.stem}")
    body_line = text.count("\n", 0, len(text) - len(body)) + 1
    sources = [
        ("title", template.title, _line_of(text, "title")),
        *(("enclosures", one, _line_of(text, "enclosures")) for one in template.enclosures),
        *(("required", one, _line_of(text, "words")) for one in _required_words(template)),
        ("", body, body_line),
    ]
    used: set[str] = set()
    for key, source, line in sources:
        reading = read(source, template.fields)
        for fault in reading.faults:
            raise ResourceError(name, key or fault.word, line + fault.line - 1, fault.why)
        used |= reading.uses
    for field, declared in template.fields.items():
        why = _refusal(field, declared, used)
        if why:
            raise ResourceError(name, f"fields.{field}", _line_of(text, field), why)


def _required_words(template: Template) -> Iterator[str]:
    return (words for part in template.required for words in part.words)


def _refusal(name: str, field: Field, used: Set[str]) -> str:
    if name not in used:
        return "no sentence uses this field"
    if field.kind is Kind.MONEY and name not in LAWFUL_CHARGES:
        return "only copies and mailing may be charged, never a search"  # 34 CFR 99.11
    return ""


def _line_of(text: str, key: str) -> int:
    """The line of `text` that sets `key`, 0 when there is none."""
    found = re.search(rf"^[ \t]*{re.escape(key)}[ \t]*=", text, re.MULTILINE)
    return text.count("\n", 0, found.start()) + 1 if found else 0
