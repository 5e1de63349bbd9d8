"""The letters federal law makes a school write, row by row, and what holds each of them.

Every row has a template or a paper in English, and in Spanish where a family reads it; what a rule
prescribes stands among its required parts, so that no edit loses it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest

from desktop.actions.destruction import NOTICE
from desktop.letters.template import load_templates
from desktop.paths import resources
from desktop.records.offered import LATE
from desktop.records.printout import load_printouts
from desktop.records.request import Right
from desktop.records.rights import load_rights

LETTERS = load_templates()
PAPERS = load_templates(resources("printouts"), rules_in=resources("letters"))
PRINTOUTS = load_printouts(resources("printouts", "printouts.toml"))
RIGHTS = load_rights(resources("rights"))
NOBODYS_LETTER = frozenset({Right.COMPLAINT, Right.THIRD_PARTY, Right.STUDENT_QUESTION})
FAMILYS = tuple(right for right in Right if right not in NOBODYS_LETTER)
"""What a family exercises. Whoever asks where to complain is answered at once; a student is
answered in person; a third party is promised nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row: its templates, the rights that offer them, and what a rule wants in the text."""

    id: str
    letters: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    rights: tuple[Right, ...] = ()
    wants: tuple[str, ...] = ()
    inside: bool = False


SEEN = (Right.INSPECT, Right.COPIES)
ROWS = [
    Row(id="L01 acknowledgement", letters=("acknowledgement",), rights=FAMILYS),
    Row(id="L02 identity or authority needed", letters=("authority_needed",), rights=FAMILYS),
    Row(id="L02 identity needed", letters=("identity_needed",),
        rights=tuple(one for one in FAMILYS if one is not Right.RECORD_TYPES)),
    Row(id="L03 scope clarification", letters=("scope_question",), rights=SEEN),
    Row(id="L04 appointment to inspect", letters=("appointment",), rights=(Right.INSPECT,)),
    Row(id="L05 copies and fee", letters=("copies_enclosed",), rights=SEEN),
    Row(id="L06 fee waived or lowered", letters=("fee_decision",), rights=SEEN,
        wants=("34 CFR 99.11(a)",)),
    Row(id="L07 others' information removed", letters=("partly_given",), rights=SEEN,
        wants=("34 CFR 99.12(a)",)),
    Row(id="L08 no records found", letters=("no_records",), rights=SEEN),
    Row(id="L09 denial", letters=("not_entitled",), rights=SEEN),
    Row(id="L10 rights with the student", letters=("rights_with_student",), rights=SEEN),
    Row(id="L11 not an education record", letters=("not_a_record",), rights=SEEN,
        wants=("34 CFR 99.3",)),
    Row(id="L12 amendment granted", letters=("amendment_granted",), rights=(Right.AMEND,)),
    Row(id="L13 amendment refused", letters=("amendment_refused",), rights=(Right.AMEND,),
        wants=("34 CFR 99.20(c)", "99.21")),
    Row(id="L14 hearing notice", letters=("hearing_notice",), rights=(Right.HEARING,),
        wants=("34 CFR 99.22(b)", "34 CFR 99.22(d)")),
    Row(id="L15 decision, amended", letters=("hearing_decision_amended",),
        rights=(Right.HEARING,), wants=("34 CFR 99.22(f)", "34 CFR 99.21(b)(1)(ii)")),
    Row(id="L16 decision, refused", letters=("hearing_decision_refused",),
        rights=(Right.HEARING,), wants=("34 CFR 99.22(f)", "34 CFR 99.21(b)(2)")),
    Row(id="L17 statement placed", letters=("statement_placed",), rights=(Right.STATEMENT,)),
    Row(id="L18 record of disclosures", letters=("disclosure_list",),
        rights=(Right.DISCLOSURE_RECORD,), wants=("34 CFR 99.32(a)(3)",)),
    Row(id="L19 consent on file", letters=("consent_confirmed",), rights=(Right.CONSENT,),
        wants=("34 CFR 99.30(b)(1)", "34 CFR 99.30(b)(2)", "34 CFR 99.30(b)(3)",
               "34 CFR 99.30(c)", "34 CFR 99.33(d)", "34 CFR 300.9(c)")),
    Row(id="L20 consent revoked", letters=("consent_revoked",), rights=(Right.REVOKE_CONSENT,),
        wants=("34 CFR 300.9(c)",)),
    Row(id="L21 opt-out confirmed", letters=("opt_out_confirmed",),
        rights=(Right.DIRECTORY_OPT_OUT, Right.RECRUITER_OPT_OUT)),
    Row(id="L22 delay notice", letters=(LATE,)),
    Row(id="L23 hold memo", papers=("hold_memo",), wants=("34 CFR 99.10(e)",), inside=True),
    Row(id="L24 search memo", papers=("search_memo",), wants=("34 CFR 99.10(b)", "34 CFR 99.3"),
        inside=True),
    Row(id="L25 withdrawal confirmed", letters=("withdrawal_confirmed",), rights=FAMILYS),
    Row(id="L26 complaint information", letters=("complaint_information",),
        rights=(Right.COMPLAINT,)),
    Row(id="L27 types and locations", letters=("types_and_locations",),
        rights=(Right.RECORD_TYPES,), wants=("34 CFR 300.616",)),
    Row(id="L28 PPRA inspection reply", letters=("ppra_reply",), rights=(Right.PPRA,)),
    Row(id="transfer notice", letters=("transfer_notice",), rights=(Right.THIRD_PARTY,),
        wants=("34 CFR 99.34(a)(2)", "34 CFR 99.34(a)(3)")),
    Row(id="subpoena notice", letters=("third_party_notice",), rights=(Right.THIRD_PARTY,),
        wants=("34 CFR 99.31(a)(9)(ii)",)),
    Row(id="redisclosure notice", letters=("redisclosure_notice",),
        rights=(Right.CONSENT, Right.THIRD_PARTY, *SEEN), wants=("34 CFR 99.33(a)(1), (d)",)),
    Row(id="IDEA destruction notice", papers=("destruction_notice",), wants=("34 CFR 300.624(a)",)),
]  # fmt: skip
NAMED = pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)


def test_the_table_has_every_letter_of_the_law_and_the_notices_beside():
    numbers = {found[0] for row in ROWS if (found := re.match(r"L\d\d", row.id))}
    assert numbers == {f"L{number:02}" for number in range(1, 29)}
    assert sum(not row.id.startswith("L") for row in ROWS) == 4


@NAMED
def test_it_is_written_in_both_languages_where_a_family_reads_it(row):
    assert row.letters or row.papers
    for held, names in ((LETTERS, row.letters), (PAPERS, row.papers)):
        written = {(one.id, one.language) for one in held}
        languages = ("en",) if row.inside else ("en", "es")
        assert {(name, language) for name in names for language in languages} <= written


@NAMED
def test_it_is_offered_where_staff_need_it(row):
    for right in row.rights:
        rule = RIGHTS[right]
        assert set(row.letters) <= set(rule.letters_for(one.id for one in rule.step)), right
    assert set(row.papers) <= {NOTICE, *(one.id for one in PRINTOUTS.printout)}


@NAMED
def test_what_a_rule_wants_in_it_is_a_part_no_edit_can_lose(row):
    for held, names in ((LETTERS, row.letters), (PAPERS, row.papers)):
        for one in (one for one in held if one.id in names):
            cited = "; ".join(part.citation for part in one.required)
            assert [want for want in row.wants if want not in cited] == []
