"""The light markup of letter text: paragraphs, headings, lists, quotes, tables and bold.

Nothing else is markup. There are no links, pictures, HTML or character codes, so a text from
anywhere can only ever become text. A new line in the text is a new line on paper.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.letters.text import LONGEST_TEXT, lines_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_ACTIVE = re.compile(r"[\\*|]")
_OPENS_A_BLOCK = re.compile(r"(?:[#>+-]|\d+[.)])")
_RULES = ("heading", "list", "blockquote", "table", "emphasis", "escape")


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one weight."""

    text: str
    bold: bool = False


Line = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One or more lines that belong together."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside the letter, below its subject; a large one can be read across a desk."""

    lines: tuple[Line, ...]
    large: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; `start` is the first number, or `None` for bullets."""

    items: tuple[tuple[Block, ...], ...]
    start: int | None


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's own words."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, the first of them the heads; `right` names columns set to the right."""

    rows: tuple[tuple[Line, ...], ...]
    right: frozenset[int]


Block = Paragraph | Heading | Bullets | Quote | Table


def escaped(text: str) -> str:
    """`text` so that every character of it prints, wherever it is put into a letter.

    Line ends become spaces: a value cannot start a block of its own.
    """
    line = _ACTIVE.sub(r"\\\g<0>", " ".join(lines_of(text)).strip())
    opening = _OPENS_A_BLOCK.match(line)
    if opening is None:
        return line
    before = opening.end() - 1
    return f"{line[:before]}\\{line[before:]}"


class Markup:
    """Reads letter text. Making one costs a few milliseconds, so a batch makes one for all."""

    def __init__(self) -> None:
        from markdown_it import MarkdownIt  # noqa: PLC0415  # 60 ms that only a letter should pay

        self._reader: MarkdownIt = MarkdownIt("zero").enable(list(_RULES))

    def blocks(self, text: str) -> tuple[Block, ...]:
        """What `text` says, block by block; there is no text that cannot be read."""
        plain = "\n".join(lines_of(text, LONGEST_TEXT))
        return tuple(_blocks(iter(self._reader.parse(plain)), ""))


def _blocks(tokens: Iterator[Token], until: str) -> Iterator[Block]:
    """The blocks up to the token `until`, which is consumed."""
    for token in tokens:
        match token.type:
            case "paragraph_open":
                yield Paragraph(_lines(_content(tokens, "paragraph_close")))
            case "heading_open":
                yield Heading(_lines(_content(tokens, "heading_close")), token.tag == "h1")
            case "bullet_list_open" | "ordered_list_open":
                yield _list(token, tokens)
            case "blockquote_open":
                yield Quote(tuple(_blocks(tokens, "blockquote_close")))
            case "table_open":
                yield _table(tokens)
            case closing if closing == until:
                return


def _list(opening: Token, tokens: Iterator[Token]) -> Bullets:
    ordered = opening.type == "ordered_list_open"
    start = int(opening.attrs.get("start", 1)) if ordered else None
    items = []
    for token in tokens:
        if token.type == "list_item_open":
            items.append(tuple(_blocks(tokens, "list_item_close")))
        elif token.type.endswith("_list_close"):
            break
    return Bullets(tuple(items), start)


def _table(tokens: Iterator[Token]) -> Table:
    rows: list[list[Line]] = []
    right = set()
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
        elif token.type in {"th_open", "td_open"}:
            if "right" in str(token.attrs.get("style", "")):
                right.add(len(rows[-1]))
        elif token.type == "inline":
            rows[-1].append(tuple(run for line in _lines(token.children) for run in line))
        elif token.type == "table_close":
            break
    return Table(tuple(map(tuple, rows)), frozenset(right))


def _content(tokens: Iterator[Token], until: str) -> Sequence[Token] | None:
    """The inline tokens of one block, whose closing token is consumed."""
    children = None
    for token in tokens:
        if token.type == until:
            break
        children = token.children
    return children


def _lines(tokens: Sequence[Token] | None) -> tuple[Line, ...]:
    """Inline tokens as lines of runs; only ``**`` is bold, any other mark prints as typed."""
    lines: list[list[Run]] = [[]]
    depth = 0
    for token in tokens or ():
        if token.markup == "**" and token.type == "strong_open":
            depth += 1
        elif token.markup == "**" and token.type == "strong_close":
            depth -= 1
        else:
            _add(lines, token.content if token.type == "text" else token.markup, bold=depth > 0)
    return tuple(tuple(line) for line in lines)


def _add(lines: list[list[Run]], text: str, *, bold: bool) -> None:
    for number, line in enumerate(text.split("\n")):
        if number:
            lines.append([])
        if line:
            lines[-1].append(Run(line, bold))
