"""The reports of the office: the month for the principal, the school year, the audit trail.

The page and the table are made from the same lines, so their numbers agree. None names a family.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from desktop.actions.changes import Changes, Kind
from desktop.actions.days import school_page
from desktop.actions.sheets import Telling, table
from desktop.records.lateness import meeting_steps
from desktop.records.person import Initials
from desktop.records.report import Age, Figures, Period, figures
from desktop.records.sheet import Sheet
from desktop.store import report as rows
from desktop.store.journal import Event, Fact
from desktop.store.store import Store
from desktop.wording.dates import month_name, plain_date
from desktop.wording.lateness import late_reason_said
from desktop.wording.sentences import Wording

if TYPE_CHECKING:
    from desktop.letters.chart import Chart
    from desktop.letters.page import Page

MONTHLY, ANNUAL = "monthly", "annual"


@dataclass(frozen=True, slots=True, kw_only=True)
class PartLine:
    """One line of a report. ``number`` is None where there is nothing to count."""

    code: str
    label: str
    number: int | None
    shown: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of a report; one without lines says so."""

    code: str
    title: str
    lines: tuple[PartLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A report as told; ``head`` is the newest entry of the journal when it was made."""

    code: str
    title: str
    intro: str
    period: Period
    figures: Figures
    parts: tuple[Part, ...]
    head: str


def report(
    store: Store, code: str, period: Period, telling: Telling, *, ages: Sequence[int]
) -> Report:
    """The month for the principal or the school year.

    Args:
        store: the office's file.
        code: ``MONTHLY`` or ``ANNUAL``.
        period: its days.
        telling: the law and the words.
        ages: where one age of open requests ends and the next begins, in calendar days.
    """
    found = rows.lines(store, period.first, period.until, partial(meeting_steps, telling.law))
    made, words = figures(found, period, ages=ages), telling.wording
    return Report(
        code=code,
        title=_title(code, period, words),
        intro=words.text(
            "report.intro", first=plain_date(period.first), until=plain_date(period.until)
        ),
        period=period,
        figures=made,
        parts=tuple(_parts(code, made, telling)),
        head=words.text("report.head", head=store.head().short()),
    )


def report_sheet(found: Report, wording: Wording) -> Sheet:
    """The report as a table: part, line, number."""
    lines = ((part.title, line.label, line.number) for part in found.parts for line in part.lines)
    return table(found.code, wording, ("part", "line", "number"), lines)


def report_page(store: Store, found: Report, wording: Wording, *, practice: bool) -> Page:
    """The report as a page with its charts."""
    from desktop.letters.page import Letterhead, Page  # noqa: PLC0415  # after first paint

    school = school_page(store)
    first, *others = found.parts
    return Page(
        letterhead=Letterhead(school=school),
        recipient=(),
        on=found.period.until,
        reference="",
        title=found.title,
        text="\n\n".join((found.intro, _table_text(first), found.head)),
        practice=practice,
        paper=school.paper,
        charts=tuple(_chart(part, wording) for part in others if part.lines),
    )


def trail_sheet(store: Store, telling: Telling, first: date, last: date) -> Sheet:
    """The audit trail of a time: the public part of each entry of the journal."""
    return table(
        "journal",
        telling.wording,
        ("entry", "moment", "initials", "happened", "request", "kind"),
        (
            (
                one.seq,
                f"{one.at:%Y-%m-%d %H:%M:%S}",
                one.initials,
                _in_words(one.kind),
                one.request,
                one.kind,
            )
            for one in rows.trail(store, first, last)
        ),
    )


def note_left(store: Store, found: Report, how: str, *, pages: int, by: Initials) -> Changes:
    """Journal that a report was printed or saved as a page: which, of which days, never of whom."""
    facts: dict[str, Fact] = {
        "report": found.code,
        "first": found.period.first.isoformat(),
        "until": found.period.until.isoformat(),
        "how": how,
        "pages": pages,
    }
    with store.change(Event(kind="report.left", facts=facts), by=by):
        pass  # the event is all there is to write
    return Changes(kinds=frozenset({Kind.REGISTER}))


# Telling


def _title(code: str, period: Period, words: Wording) -> str:
    if code == MONTHLY:
        return words.text("report.month_title", month=month_name(period.first))
    years = {"first": str(period.first.year), "last": str(period.last.year)}
    return words.text("report.year_title", **years)


def _parts(code: str, made: Figures, telling: Telling) -> Iterator[Part]:
    words, rights = telling.wording, telling.law.rights.by_id
    yield _part("figures", _counts(made, words), words)
    if code == ANNUAL:
        months = ((f"{one:%Y-%m}", month_name(one), n) for one, n in made.by_month.items())
        yield _part("by_month", _plain(months), words)
    titles = ((one.value, rights[one].title if one in rights else one.value, n)
              for one, n in made.by_right.items())  # fmt: skip
    yield _part("by_right", _plain(titles), words)
    came = ((one.value, _capital(words.text(f"word.channel.{one}")), n)
            for one, n in made.by_channel.items())  # fmt: skip
    yield _part("by_channel", _plain(came), words)
    yield _part("why_late", _plain(_late(made, words)), words)
    ages = ((f"{one.since}", _age_said(one, words), one.count) for one in made.by_age if made.open)
    yield _part("by_age", _plain(ages), words)


def _late(made: Figures, words: Wording) -> Iterator[tuple[str, str, int]]:
    """The reasons the office gave, the most frequent first, then what the file shows."""
    for told, n in made.told_late.items():
        yield f"told.{told}", _capital(late_reason_said(told, words)), n
    for why, n in made.why_late.items():
        yield why.value, words.text(f"report.why_late.{why}"), n


def _counts(made: Figures, words: Wording) -> Iterator[PartLine]:
    percent, median = made.on_time_percent, made.median_days
    none = words.text("report.no_percent")
    shown = {
        "received": (made.received, str(made.received)),
        "closed": (made.closed, str(made.closed)),
        "on_time": (made.on_time, str(made.on_time)),
        "on_time_percent": (
            percent, none if percent is None else words.text("report.percent", percent=percent),
        ),
        "median_days": (
            median, none if median is None else words.text("report.days", days=median),
        ),
        "open": (made.open, str(made.open)),
        "late_open": (made.late_open, str(made.late_open)),
    }  # fmt: skip
    for code, (number, said) in shown.items():
        yield PartLine(
            code=code, label=words.text(f"report.line.{code}"), number=number, shown=said
        )


def _plain(counted: Iterable[tuple[str, str, int]]) -> Iterator[PartLine]:
    for code, label, number in counted:
        yield PartLine(code=code, label=label, number=number, shown=str(number))


def _part(code: str, lines: Iterable[PartLine], words: Wording) -> Part:
    return Part(code=code, title=words.text(f"report.part.{code}"), lines=tuple(lines))


def _age_said(age: Age, words: Wording) -> str:
    if age.to is None:
        return words.text("report.age.more", since=str(age.since))
    return words.text("report.age.to", since=str(age.since), to=str(age.to))


def _in_words(kind: str) -> str:
    """The kind of an entry to read: "Letter: finished"."""
    about, _, what = kind.replace("_", " ").partition(".")
    return f"{_capital(about)}: {what}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _table_text(part: Part) -> str:
    from desktop.letters.markup import escaped  # noqa: PLC0415  # after first paint

    lines = [f"| {escaped(line.label)} | {escaped(line.shown)} |" for line in part.lines]
    return "\n".join([f"| {escaped(part.title)} | |", "|---|---:|", *lines])


def _chart(part: Part, words: Wording) -> Chart:
    from desktop.letters.chart import Bar, Chart  # noqa: PLC0415  # after first paint

    bars = tuple(Bar(line.label, line.number or 0) for line in part.lines)
    said = "; ".join(words.text("report.bar", label=one.name, count=str(one.count)) for one in bars)
    return Chart(
        title=part.title,
        said=words.text("report.alt", title=part.title, bars=said),
        bars=bars,
    )
