"""Template text in a sandbox: every value prints as text, and faults show before a letter does."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from dataclasses import fields as dataclass_fields
from datetime import date, time
from functools import cache
from typing import TYPE_CHECKING

from desktop.letters.dates import written_date, written_money, written_time
from desktop.letters.fields import Entry, Item, Money
from desktop.letters.markup import escaped

if TYPE_CHECKING:
    from jinja2 import Environment, nodes

_OF_A_LOOP = ("first", "last", "index")
_ATTRIBUTES = frozenset(
    {*_OF_A_LOOP, *(one.name for kind in (Item, Entry) for one in dataclass_fields(kind))}
)


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a text: `line` counts from 1, `word` is the name it is about or empty."""

    line: int
    word: str
    why: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text expects to be filled, and what would only fail when a letter is."""

    uses: frozenset[str] = frozenset()
    faults: tuple[Fault, ...] = ()


@cache
def sandbox(language: str, *, markup: bool) -> Environment:
    """Where template text runs: dates are written out in `language`.

    With `markup`, values are escaped for light Markdown; without, they go into plain text. Nothing
    changes an environment, so every text of a language shares one.
    """
    from jinja2 import StrictUndefined  # noqa: PLC0415  # 60 ms that only a letter should pay
    from jinja2.sandbox import ImmutableSandboxedEnvironment  # noqa: PLC0415

    def written(value: object) -> str:
        text = _plain(value, language)
        return escaped(text) if markup else text

    return ImmutableSandboxedEnvironment(
        undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, finalize=written
    )


def _plain(value: object, language: str) -> str:
    match value:
        case Money():
            return written_money(value)
        case date():
            return written_date(value, language)
        case time():
            return written_time(value, language)
        case None:
            return ""
        case _:
            return str(value)


def used_fields(source: str) -> frozenset[str]:
    """The names that `source` expects to be filled; `source` has no faults."""
    return read(source, ()).uses


def read(source: str, fields: Collection[str]) -> Reading:
    """What `source` uses, and what is wrong with it where `fields` are those declared.

    Faults are syntax, unknown names, attributes and filters.
    """
    if "{" not in source:
        return Reading()  # most required words: every mark of Jinja begins with a brace
    from jinja2 import TemplateSyntaxError, meta  # noqa: PLC0415  # see sandbox

    environment = sandbox("en", markup=False)
    try:
        tree = environment.parse(source)
        uses = frozenset(meta.find_undeclared_variables(tree))
    except TemplateSyntaxError as fault:
        return Reading(faults=(Fault(fault.lineno, "", str(fault.message)),))
    unknown = uses.difference(fields)
    return Reading(uses, tuple(_strangers(tree, environment, unknown)))


def _strangers(
    tree: nodes.Template, environment: Environment, unknown: Collection[str]
) -> Iterator[Fault]:
    from jinja2 import nodes  # noqa: PLC0415  # see sandbox

    for node in tree.find_all(nodes.Node):
        match node:
            case nodes.Name() if node.name in unknown:
                yield Fault(node.lineno, node.name, "this field is not declared")
            case nodes.Getattr() if node.attr not in _ATTRIBUTES:
                yield Fault(
                    node.lineno,
                    node.attr,
                    "only what, pages and note of an item and the parts of an entry are known",
                )
            case nodes.Filter() if node.name not in environment.filters:
                yield Fault(node.lineno, node.name, "there is no such filter")
            case nodes.Include() | nodes.Import() | nodes.FromImport() | nodes.Extends():
                yield Fault(node.lineno, "", "a template stands alone")
