"""The registers in words: how a hold, an entry, an opt-out or a consent stands today."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from desktop.records.consent import Consent, ConsentKind, Standing, standing
from desktop.records.disclosure import Bases, Basis, Disclosure, Need
from desktop.records.hold import Hold
from desktop.records.law import Law
from desktop.records.opt_out import OptOut
from desktop.records.opt_out_window import OptOutWindow, timing, window_of
from desktop.records.request import Right
from desktop.records.scope import Scope
from desktop.records.student import Enrollment, Student
from desktop.wording.dates import plain_date
from desktop.wording.sentences import Wording

_RIGHTS = {
    Scope.DIRECTORY: Right.DIRECTORY_OPT_OUT,
    Scope.RECRUITERS: Right.RECRUITER_OPT_OUT,
    Scope.PPRA: Right.PPRA,
}


def hold_said(hold: Hold, wording: Wording) -> str:
    """The one line of a request or a student on hold."""
    code = f"hold.line_{hold.keep_reason.value or 'since'}"
    return wording.text(code, on=plain_date(hold.from_on))


def entry_marks(entry: Disclosure, *, corrected: bool, wording: Wording) -> str:
    """What sets an entry apart from the plain ones: refused, corrected, for one list only."""
    marks = {
        "disclosure.was_refused": entry.refused,
        "disclosure.is_idea_only": entry.idea_only,
        "disclosure.was_corrected": corrected,
        "disclosure.corrects": entry.corrects is not None,
    }
    return " · ".join(wording.text(code).rstrip(".") for code, told in marks.items() if told)


def basis_said(entry: Disclosure, bases: Bases) -> str:
    """The ground of an entry with its citation; empty for a refusal without one."""
    basis = bases.by_id.get(entry.basis)
    return f"{basis.title} ({basis.citation})" if basis else entry.basis


def condition_said(basis: Basis) -> str:
    """What must be true for this ground, with where it stands."""
    return f"{basis.condition.rstrip('.')} ({basis.citation})."


def need_said(basis: Basis | None, need: Need, *, refused: bool, wording: Wording) -> str:
    """What choosing this ground means: the condition to note, the entry, what to tell them."""
    return " ".join(_need_said(basis, need, refused=refused, wording=wording))


def _need_said(
    basis: Basis | None, need: Need, *, refused: bool, wording: Wording
) -> Iterator[str]:
    if basis is not None and not refused:
        yield condition_said(basis)
    told = refused and need is not Need.NONE
    yield wording.text("disclosure.refused" if told else f"disclosure.{need}")
    if basis is not None and basis.redisclosure and not refused:
        yield wording.text("disclosure.redisclosure")


def scope_said(scope: Scope, wording: Wording) -> str:
    """What the family said no to, as a title."""
    said = wording.text(f"word.scope.{scope}")
    return said[:1].upper() + said[1:]


def kinds_said(opt_out: OptOut, law: Law, wording: Wording) -> str:
    """The kinds of information it is about, by their titles; all of them where none is named."""
    if not opt_out.kinds:
        return wording.text("opt_out.all")
    titles = kind_titles(opt_out.scope, law)
    return ", ".join(titles.get(kind, kind.replace("_", " ")) for kind in opt_out.kinds)


def kind_titles(scope: Scope, law: Law) -> dict[str, str]:
    """The kinds a family can choose from, as the right's own file offers them."""
    right = law.rights.by_id.get(_RIGHTS[scope])
    field = right.field("opt_out_kinds") if right else None
    return {option.id: option.title for option in field.option} if field else {}


def opt_out_said(opt_out: OptOut, enrollment: Enrollment, wording: Wording) -> str:
    """Whether it is in force, and that leaving the school does not end it."""
    if opt_out.rescinded_on is not None:
        return wording.text("opt_out.rescinded", on=plain_date(opt_out.rescinded_on))
    left = enrollment is Enrollment.FORMER
    code = "opt_out.in_force_left" if left else "opt_out.in_force"
    return wording.text(code, on=plain_date(opt_out.received_on))


def consent_said(consent: Consent, student: Student, today: date, wording: Wording) -> str:
    """Whether the office may rely on it today, and if not, why."""
    how = standing(consent, student, on=today)
    days = {
        Standing.REVOKED: consent.revoked_on,
        Standing.NOT_YET: consent.signed_on,
        Standing.OVER: consent.until_on,
    }
    if how is Standing.VALID and consent.until_on is not None:
        return wording.text("consent.standing.valid_until", on=plain_date(consent.until_on))
    on = days.get(how)
    return wording.text(f"consent.standing.{how}", **({"on": plain_date(on)} if on else {}))


def recipient_said(consent: Consent, wording: Wording) -> str:
    """Who may get the records; for a survey, that it is about taking part."""
    survey = consent.kind is ConsentKind.SURVEY
    return wording.text("consent.for.survey") if survey else consent.recipient


def signer_said(consent: Consent, wording: Wording) -> str:
    """Who signed, and as who: "Elena Alvarez, as parent"."""
    capacity = wording.text(f"consent.as.{consent.signed_as}") if consent.signed_as else ""
    return ", ".join(part for part in (consent.signer, capacity) if part)


def window_said(
    windows: Iterable[OptOutWindow], received_on: date, wording: Wording, *, scope: Scope
) -> str:
    """Whether a no came in the time the notice gives, and what that means."""
    if scope is not Scope.DIRECTORY:
        return wording.text("opt_out.window.any_day")
    window = window_of(windows, received_on)
    code = f"opt_out.window.{timing(window, received_on)}"
    if window is None:
        return wording.text(code)
    days = {"noticed": plain_date(window.noticed_on), "ends": plain_date(window.ends_on)}
    return wording.text(code, **days)
