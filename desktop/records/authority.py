"""May this person see this student's records? One answer, its reason, and what would change it.

A pure function of facts. The program informs; a person decides and says so in the authority step.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.records.asker import Asker, Holder
from desktop.records.cautions import cautions
from desktop.records.order import Limit
from desktop.records.party import SPEAKS_FOR_A_PARENT, Relationship
from desktop.records.request import Right
from desktop.records.sentence import Sentence, sentence


class Answer(StrEnum):
    """What the front office may tell the person at the counter, the freest first."""

    YES = "yes"
    CONDITIONS = "conditions"
    ASK = "ask"
    NO = "no"


class Reason(StrEnum):
    """Why: each has its sentence, citation and what would change it in the wording catalogue."""

    PARENT = "parent"
    PARENT_ORDER_ON_FILE = "parent_order_on_file"
    RECORDS_REVOKED = "records_revoked"
    PROTECTION_ORDER = "protection_order"
    DECISIONS_TAKEN = "decisions_taken"
    STUDENT_HOLDS_RIGHTS = "student_holds_rights"
    ELIGIBLE_STUDENT = "eligible_student"
    STUDENT_UNDER_18 = "student_under_18"
    HOLDER_SIGNS = "holder_signs"
    RECRUITER_PARENT_ONLY = "recruiter_parent_only"
    RECRUITER_STUDENT_ONLY = "recruiter_student_only"
    PPRA_PARENTS = "ppra_parents"
    PPRA_STUDENT = "ppra_student"
    GUARDIAN = "guardian"
    FOSTER_PARENT = "foster_parent"
    ACTING_AS_PARENT = "acting_as_parent"
    ACTING_WITH_PAPER = "acting_with_paper"
    ACTING_NO_PAPER = "acting_no_paper"
    PAPER_ALONE = "paper_alone"
    IDEA_PARENT = "idea_parent"
    IDEA_PARENT_PRESUMED = "idea_parent_presumed"
    SURROGATE = "surrogate"
    SURROGATE_PAPER = "surrogate_paper"
    SURROGATE_BEYOND = "surrogate_beyond"
    REPRESENTATIVE = "representative"
    REPRESENTATIVE_IDEA = "representative_idea"
    REPRESENTATIVE_AUTHORIZED = "representative_authorized"
    REPRESENTS_AT_HEARING = "represents_at_hearing"
    AGENCY_RESPONSIBLE = "agency_responsible"
    AGENCY_TO_SHOW = "agency_to_show"
    CONSENT_ON_FILE = "consent_on_file"
    NOT_A_PARENT = "not_a_parent"
    THIRD_PARTY = "third_party"
    ANYONE = "anyone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The answer with its reason. ``warnings`` are further things the counter must know.

    ``since`` is the day from which the rights are somebody else's: a check made before it counts
    no longer. None where no such day has come.
    """

    answer: Answer
    reason: Reason
    warnings: tuple[Sentence, ...] = ()
    since: date | None = None

    def says(self) -> Sentence:
        """The one sentence."""
        return sentence(f"verdict.{self.reason}.says")

    def citation(self) -> Sentence:
        """Where the rule stands."""
        return sentence(f"verdict.{self.reason}.citation")

    def would_change(self) -> Sentence:
        """What would change the answer."""
        return sentence(f"verdict.{self.reason}.changes")


_Decided = tuple[Answer, Reason]
PARENTS = frozenset({Relationship.MOTHER, Relationship.FATHER, Relationship.PARENT})
_MAY_ACT_AS_PARENT = frozenset(
    {
        Relationship.FOSTER_PARENT,
        Relationship.STEPPARENT,
        Relationship.GRANDPARENT,
        Relationship.CAREGIVER,
    }
)
_OUTSIDERS = frozenset({Relationship.OTHER_SCHOOL, Relationship.AGENCY, Relationship.RECRUITER})
# Seeing records can be consented to (34 CFR 99.30); the other rights the holder exercises alone.
_SEEING = frozenset(
    {Right.INSPECT, Right.COPIES, Right.EXPLANATION, Right.THIRD_PARTY, Right.STUDENT_QUESTION}
)
# What the holder's own signature or word makes: 34 CFR 99.30(a), 99.37(a).
_SIGNED = frozenset({Right.CONSENT, Right.REVOKE_CONSENT, Right.DIRECTORY_OPT_OUT})
# Outside the special education of a child, for which a surrogate parent speaks (300.30(a)(5)).
_BEYOND_IDEA = frozenset({Right.DIRECTORY_OPT_OUT, Right.RECRUITER_OPT_OUT, Right.PPRA})


def verdict(asker: Asker, *, today: date) -> Verdict:
    """May the asker exercise the right on ``today``?

    Either parent may, unless a paper on file takes that right away (34 CFR 99.4). Rights pass to
    the student at 18 (99.5(a)(1)); taking college classes before 18 does not take the school's own
    records from the parents. Custody, residence or another parent's wish never decides.
    """
    answer, reason = _under_papers(asker, today)
    return Verdict(
        answer=answer,
        reason=reason,
        warnings=cautions(asker, today),
        since=_passed_on(asker, today),
    )


def _passed_on(asker: Asker, today: date) -> date | None:
    """The 18th birthday, once it has come and somebody else than the student asks."""
    if asker.relationship is Relationship.SELF or not asker.adult(today):
        return None
    return asker.birthday


def _under_papers(asker: Asker, today: date) -> _Decided:
    """What the papers on file make of the answer: they may only make it stricter."""
    if asker.right is Right.COMPLAINT:
        return Answer.YES, Reason.ANYONE  # 34 CFR 99.63: information, not records
    if asker.relationship is Relationship.SELF:
        return _student(asker, today)
    against = asker.against(today)
    if any(Limit.RECORDS in order.limits for order in against):
        return Answer.NO, Reason.RECORDS_REVOKED
    if against:
        return Answer.ASK, Reason.PROTECTION_ORDER
    if asker.right is Right.RECORD_TYPES and asker.decisions_taken(today):
        return Answer.ASK, Reason.DECISIONS_TAKEN
    return _consented(asker, today)


def _student(asker: Asker, today: date) -> _Decided:
    """The student asks: as the holder of the right, or before it is theirs."""
    holds = asker.holder(today) is Holder.STUDENT
    match asker.right:
        case Right.PPRA if not holds:
            return Answer.ASK, Reason.PPRA_PARENTS
        case Right.RECRUITER_OPT_OUT if not holds:
            return Answer.NO, Reason.RECRUITER_PARENT_ONLY
        case right if right in _SIGNED and not holds:
            return Answer.CONDITIONS, Reason.HOLDER_SIGNS
        case _ if holds:
            return Answer.YES, Reason.ELIGIBLE_STUDENT
        case right if right in _SEEING and asker.consented(today):
            return Answer.YES, Reason.CONSENT_ON_FILE
        case _:
            return Answer.ASK, Reason.STUDENT_UNDER_18


def _consented(asker: Asker, today: date) -> _Decided:
    """A consent of whoever holds the right lets others see what it names (34 CFR 99.30)."""
    decided = _by_age(asker, today)
    if decided[0] is Answer.YES or asker.right not in _SEEING or not asker.consented(today):
        return decided
    return Answer.YES, Reason.CONSENT_ON_FILE


def _by_age(asker: Asker, today: date) -> _Decided:
    if asker.relationship in _OUTSIDERS or asker.relationship is Relationship.CASEWORKER:
        return _outsider(asker, today)  # no right of their own, whoever holds it
    if asker.holder(today) is Holder.PARENTS:
        return _by_relationship(asker, today)
    match asker.right:
        case Right.PPRA:
            return Answer.CONDITIONS, Reason.PPRA_STUDENT
        case Right.RECRUITER_OPT_OUT:
            return Answer.CONDITIONS, Reason.RECRUITER_STUDENT_ONLY
        case _:
            return Answer.CONDITIONS, Reason.STUDENT_HOLDS_RIGHTS


def _by_relationship(asker: Asker, today: date) -> _Decided:
    match asker.relationship:
        case relationship if relationship in PARENTS:
            on_file = bool(asker.in_force(today))
            return Answer.YES, Reason.PARENT_ORDER_ON_FILE if on_file else Reason.PARENT
        case Relationship.GUARDIAN:
            return Answer.YES, Reason.GUARDIAN
        case relationship if relationship in _MAY_ACT_AS_PARENT:
            return _acting(asker, today)
        case Relationship.SURROGATE_PARENT:
            return _surrogate(asker, today)
        case relationship if relationship in SPEAKS_FOR_A_PARENT:
            return _representative(asker, today)
        case _:
            return _outsider(asker, today)


def _acting(asker: Asker, today: date) -> _Decided:
    """Who may count as a parent because no parent or guardian is there (34 CFR 99.3, 300.30)."""
    care = asker.care
    if care is None:
        foster = asker.relationship is Relationship.FOSTER_PARENT
        return Answer.ASK, Reason.FOSTER_PARENT if foster else Reason.ACTING_AS_PARENT
    if asker.idea and care.idea_parent:
        # 300.30(b)(1): a biological or adoptive parent who acts as one is presumed to be it.
        alone = care.parent_absent
        return (Answer.YES, Reason.IDEA_PARENT) if alone else _presumed()
    if care.acts_as_parent():
        if care.paper_holds(today):
            return Answer.YES, Reason.ACTING_WITH_PAPER
        return Answer.ASK, Reason.ACTING_NO_PAPER
    if care.paper_holds(today):
        return Answer.ASK, Reason.PAPER_ALONE
    return _not_a_parent(asker)


def _presumed() -> _Decided:
    return Answer.ASK, Reason.IDEA_PARENT_PRESUMED


def _surrogate(asker: Asker, today: date) -> _Decided:
    """A surrogate parent speaks in all matters of special education (300.30(a)(5))."""
    if not asker.idea or asker.right in _BEYOND_IDEA:
        return Answer.ASK, Reason.SURROGATE_BEYOND
    if asker.paper_holds(today):
        return Answer.YES, Reason.SURROGATE
    return Answer.ASK, Reason.SURROGATE_PAPER


def _representative(asker: Asker, today: date) -> _Decided:
    if asker.right is Right.HEARING:
        return Answer.CONDITIONS, Reason.REPRESENTS_AT_HEARING
    if asker.right not in _SEEING:
        return Answer.CONDITIONS, Reason.HOLDER_SIGNS
    if not asker.idea or asker.right is Right.THIRD_PARTY:
        return Answer.CONDITIONS, Reason.REPRESENTATIVE
    if asker.paper_holds(today):
        return Answer.YES, Reason.REPRESENTATIVE_AUTHORIZED
    return Answer.CONDITIONS, Reason.REPRESENTATIVE_IDEA


def _outsider(asker: Asker, today: date) -> _Decided:
    """Third parties hold no right of their own: consent or an exception (34 CFR 99.30, 99.31)."""
    if asker.right not in _SEEING:
        return Answer.CONDITIONS, Reason.HOLDER_SIGNS
    if asker.relationship is Relationship.CASEWORKER:
        # 20 USC 1232g(b)(1)(L): the agency that is legally responsible; the school may, not must.
        shown = asker.paper_holds(today)
        return Answer.CONDITIONS, Reason.AGENCY_RESPONSIBLE if shown else Reason.AGENCY_TO_SHOW
    return _not_a_parent(asker)


def _not_a_parent(asker: Asker) -> _Decided:
    if asker.right not in _SEEING:
        return Answer.CONDITIONS, Reason.HOLDER_SIGNS
    outside = asker.relationship in _OUTSIDERS or asker.right is Right.THIRD_PARTY
    return Answer.CONDITIONS, Reason.THIRD_PARTY if outside else Reason.NOT_A_PARENT
