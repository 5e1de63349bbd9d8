"""The papers of a request, drawn and read back; and what the journal keeps of them."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from desktop.actions import addressing, closing, families, giving, searching, visits
from desktop.actions.letter import Writing
from desktop.actions.printout_values import PrintoutRefusedError
from desktop.actions.printouts import (
    Chosen,
    Printing,
    known_values,
    note_printed,
    office_pages,
    request_pages,
    student_pages,
)
from desktop.errors import DeskError
from desktop.letters.page import draw_all
from desktop.letters.printable import check_lines
from desktop.letters.template import load_templates
from desktop.paths import resources
from desktop.records.case import Fee, SourceState
from desktop.records.chasing import ladder
from desktop.records.disclosure import Disclosure
from desktop.records.hold import KeepReason
from desktop.records.ids import DisclosureId, new_id
from desktop.records.order import Limit, Order, OrderKind
from desktop.records.printout import load_printouts
from desktop.records.request import Outcome
from desktop.records.school import Address
from desktop.store import cases, disclosures, holds
from desktop.store.journal import Event
from tests.letters.pages import PRESS, texts, whole_text
from tests.letters.qr import decoded
from tests.letters.test_paper import code_on
from tests.offices import (
    AT,
    TODAY,
    a_party,
    a_student,
    an_office,
    the_defaults,
    the_law,
    the_wording,
)

SHIPPED = load_printouts(resources("printouts", "printouts.toml"))
TEMPLATES = load_templates(resources("printouts"), rules_in=resources("letters"))
HOME = Address(street="118 Alder Street", city="Maple Grove", state="TX", postal_code="75001")


@pytest.fixture
def office(tmp_path):
    return an_office(tmp_path)


def desk(*, practice=False, today=TODAY):
    return Printing(
        writing=Writing(templates=TEMPLATES, law=the_law(), today=today),
        wording=the_wording(),
        answers_business_days=3,
        rungs=ladder(the_defaults().chase),
        practice=practice,
    )


def printed(office, request, paper, **chosen):
    pages = request_pages(office.store, request, SHIPPED.get(paper), Chosen(**chosen), desk())
    return draw_all(pages, PRESS)


def said(office, request, paper, **chosen):
    return whole_text(printed(office, request, paper, **chosen))


def with_visit(office):
    request = office.log().request
    visits.set_visit(
        office.store, request, meet_on=date(2026, 10, 20), meet_at=time(9, 30), place="Room 12",
        sits_in="Ms. Ito", interpreter=False, today=TODAY, by=office.sign(),
    )  # fmt: skip
    return request


def with_charge(office, **charge):
    request = office.log().request
    values = {"pages": 24, "cents_a_page": 10, "postage_cents": 120} | charge
    giving.set_fee(office.store, request, Fee(**values), law=the_law(), by=office.sign())
    return request


def limited(office, request, passage="The father shall have no access to school records."):
    case = cases.case(office.store, request)
    order = Order(
        id=new_id(AT), student=case.student.id, kind=OrderKind.CUSTODY, court="Superior Court",
        dated_on=TODAY, limited_party=case.requester.id, limits=frozenset({Limit.RECORDS}),
        passage=passage, read_by=office.opened.person.id,
    )  # fmt: skip
    families.note_order(office.store, order, by=office.sign())


# The folder


def test_the_cover_sheet_shows_when_to_be_done_and_what_is_open(office):
    request = office.log().request
    text = said(office, request, "cover")
    case = cases.case(office.store, request)
    assert case.request.number in text
    assert "Work by Thursday, November 19, 2026" in text
    assert "34 CFR 99.10(b)" in text
    assert "☐ Find the records" in text
    assert "Mia Alvarez" in text


@pytest.mark.parametrize("paper", ["cover", "search_memo", "hold_memo"])
def test_a_paper_that_comes_back_finds_its_request_by_its_code(office, paper):
    logged = office.log()
    assert decoded(code_on(printed(office, logged.request, paper))) == logged.number


def test_the_cover_sheet_tells_that_a_paper_limits_but_not_whom_nor_what_it_says(office):
    request = office.log().request
    limited(office, request)
    text = said(office, request, "cover")
    assert "Custody paper: may not see the records" in text
    assert "shall have no access" not in text
    assert "Rafael" not in text


# The places


def test_a_memo_goes_to_every_place_that_has_not_answered_34_cfr_99_10(office):
    request = office.log().request
    places = cases.case(office.store, request).sources
    pages = texts(printed(office, request, "search_memo"))
    assert set(pages[1::2]) == {""}  # each begins on a sheet of its own
    for page, place in zip(pages[::2], places, strict=True):
        assert place.name in page
        assert "e-mail, video" in page


def test_a_memo_can_go_to_one_place_and_asks_well_before_the_legal_date(office):
    request = office.log().request
    case = cases.case(office.store, request)
    place = next(one for one in case.sources if one.overwrites)
    text = said(office, request, "search_memo", place=place.id, typed={"dates": "Grade 3"})
    assert "Answer by: Monday, November 16, 2026" in text
    assert "save it today" in text
    assert "Grade 3" in text
    assert "Rafael" not in text  # who asked is nobody's business at the place


def test_a_memo_to_a_silent_place_says_which_asking_it_is_and_to_whom_it_goes(office):
    request = office.log().request
    place = cases.case(office.store, request).sources[0]
    asked_on = TODAY - timedelta(days=7)
    searching.answer_source(
        office.store, request, place.id, SourceState.ASKED, today=asked_on, by=office.sign()
    )
    text = said(office, request, "search_memo", place=place.id)
    assert f"To: whoever heads the place, about: {place.keeper}, {place.name}" in text
    assert "This is asking number 2." in text
    assert "Monday, September 28, 2026: asked" in text


def test_a_first_memo_tells_of_no_asking(office):
    request = office.log().request
    place = cases.case(office.store, request).sources[0]
    for _ in ("before it is noted", "and on the same day after it"):
        text = said(office, request, "search_memo", place=place.id)
        assert f"To: {place.keeper}, {place.name}" in text
        assert "asking number" not in text
        searching.answer_source(
            office.store, request, place.id, SourceState.ASKED, today=TODAY, by=office.sign()
        )


def test_the_hold_memo_stops_what_clears_itself_34_cfr_99_10_e(office):
    text = said(office, office.log().request, "hold_memo")
    assert "Mailboxes" in text
    assert "until it is released in writing" in text
    assert "Bus and camera video (Transportation office)" in text
    assert "I have read this" in text


# The visit


@pytest.mark.parametrize(
    ("language", "free"), [("en", "You do not have to sign"), ("es", "No tiene que firmar")]
)
@pytest.mark.parametrize("paper", ["sign_in", "reviewed"])
def test_nobody_has_to_sign_to_look_at_records_34_cfr_99_10_a(office, paper, language, free):
    text = said(office, with_visit(office), paper, language=language)
    assert free in text
    assert "Room 12" in text
    assert "Ms. Ito" in text


def test_a_paper_of_the_visit_without_one_says_what_to_do_first(office):
    with pytest.raises(DeskError) as refused:
        said(office, office.log().request, "sign_in")
    assert refused.value.code == "no_visit"


# The charge


@pytest.mark.parametrize(
    ("paid", "expected"),
    [("", ("$3.60",)), ("3.00", ("$3.00", "$0.60")), ("3.60", ("$3.60", "$0.00"))],
    ids=["nothing", "part", "all"],
)
def test_a_receipt_counts_pages_and_mailing_and_what_is_left_34_cfr_99_11(office, paid, expected):
    text = said(office, with_charge(office), "fee_receipt", typed={"paid": paid})
    assert "24 pages at $0.10 $2.40" in text
    for amount in expected:
        assert amount in text
    assert ("Left to pay" in text) is bool(paid)


def test_a_waived_charge_leaves_nothing_to_pay_34_cfr_99_11_a(office):
    request = with_charge(office, waived=True, waiver_reason="No income.")
    text = said(office, request, "fee_receipt")
    assert "You pay nothing" in text
    assert "No income" not in text


@pytest.mark.parametrize("paid", ["4.00", "lots"])
def test_an_amount_that_cannot_be_is_told_at_its_field(office, paid):
    with pytest.raises(PrintoutRefusedError) as refused:
        said(office, with_charge(office), "fee_receipt", typed={"paid": paid})
    assert set(refused.value.fields) == {"paid"}


# The family


def test_the_table_of_disclosures_says_so_when_there_is_none_34_cfr_99_32(office):
    case = cases.case(office.store, office.log().request)
    pages = student_pages(
        office.store, case.student.id, SHIPPED.get("disclosure_table"), Chosen(), desk()
    )
    assert "Nothing has been noted" in whole_text(draw_all(pages, PRESS))


def test_the_table_of_disclosures_lists_who_why_and_when_34_cfr_99_32_a_3(office):
    case = cases.case(office.store, office.log().request)
    entry = Disclosure(
        id=DisclosureId(new_id(AT)), student=case.student.id, party="Harbor Middle School",
        interest="To enroll", records="Folder", basis="transfer", disclosed_on=TODAY,
    )  # fmt: skip
    with office.store.change(Event(kind="disclosure.entered"), by=office.sign()) as change:
        disclosures.add_disclosure(change, entry)
    pages = student_pages(
        office.store, case.student.id, SHIPPED.get("disclosure_table"), Chosen(), desk()
    )
    text = whole_text(draw_all(pages, PRESS))
    assert "Harbor Middle School: To enroll" in text
    assert "October 5, 2026" in text
    assert "Nothing has been noted" not in text


def page_at_18(office, **student):
    case = cases.case(office.store, office.log(student=a_student(**student)).request)
    return student_pages(office.store, case.student.id, SHIPPED.get("turning_18"), Chosen(), desk())


def test_the_page_for_the_birthday_names_the_day_and_what_becomes_theirs_34_cfr_99_5_a_1(office):
    text = whole_text(draw_all(page_at_18(office, born_on=date(2008, 11, 2)), PRESS))
    assert "you turn 18 on Monday, November 2, 2026" in text
    assert "the rights to your school records are yours" in text
    assert "within 45 days" in text


def test_the_page_for_the_birthday_wants_a_birth_date(office):
    with pytest.raises(DeskError) as refused:
        page_at_18(office, born_on=None)
    assert refused.value.code == "no_birth_date"


NOTICE = {"opt_out_by": "2026-10-30", "opt_out_kinds": "name photo", "serves": "high_school"}


@pytest.mark.parametrize(
    ("language", "says"),
    [
        ("en", ("2026-2027", "45 days", "Photograph", "October 30, 2026", "recruiters")),
        ("es", ("2026-2027", "45 días", "Fotografía", "30 de octubre de 2026", "reclutadores")),
    ],
)
def test_the_yearly_notice_says_what_was_chosen_34_cfr_99_7(office, language, says):
    chosen = Chosen(language=language, typed=NOTICE)
    pages = office_pages(office.store, SHIPPED.get("annual_notice"), chosen, desk())
    text = whole_text(draw_all(pages, PRESS))
    for one in says:
        assert one in text
    assert "IEP" not in text


def test_a_school_that_shares_no_directory_information_says_so_34_cfr_99_37_a(office):
    chosen = Chosen(typed={"opt_out_by": "2026-10-30"})
    pages = office_pages(office.store, SHIPPED.get("annual_notice"), chosen, desk())
    assert "shares no directory information" in whole_text(draw_all(pages, PRESS))


def test_the_yearly_notice_waits_for_the_day_it_names(office):
    with pytest.raises(PrintoutRefusedError) as refused:
        office_pages(office.store, SHIPPED.get("annual_notice"), Chosen(), desk())
    assert set(refused.value.fields) == {"opt_out_by"}


# Envelopes and labels


def test_an_envelope_goes_to_whoever_asked_from_the_school(office):
    request = office.log(requester=a_party(address=HOME)).request
    made = addressing.envelope_of(office.store, request, None, today=TODAY, practice=False)
    assert made.recipient == ("Rafael Alvarez", "118 Alder Street", "Maple Grove, TX 75001")
    assert made.sender[0] == "Maple Grove School"


def test_an_envelope_without_an_address_is_refused_in_words(office):
    with pytest.raises(DeskError) as refused:
        addressing.envelope_of(
            office.store, office.log().request, None, today=TODAY, practice=False
        )
    assert refused.value.code == "no_address"


def test_the_practice_office_marks_its_envelopes_and_labels(office):
    request = office.log(requester=a_party(address=HOME)).request
    envelope = addressing.envelope_of(office.store, request, None, today=TODAY, practice=True)
    label = addressing.folder_label(office.store, request, the_wording(), practice=True)
    assert envelope.sender[0] == "PRACTICE"
    assert "PRACTICE" in label.lines


def test_a_folder_label_has_number_student_and_day(office):
    logged = office.log()
    label = addressing.folder_label(office.store, logged.request, the_wording(), practice=False)
    assert label.lines == (logged.number, "Alvarez, Mia", "Work by Thursday, November 19, 2026")


# The journal


def test_printing_is_journaled_without_a_name(office):
    request = with_visit(office)
    note_printed(
        office.store, SHIPPED.get("sign_in"), "printed", pages=1, language="en", request=request,
        law=office.law, by=office.sign(),
    )  # fmt: skip
    entry = cases.history(office.store, request)[-1].event
    assert entry.kind == "paper.left"
    assert dict(entry.facts) == {
        "paper": "sign_in", "how": "printed", "pages": 1, "language": "en",
    }  # fmt: skip


def printed_notice(office, paper="annual_notice", **typed):
    note_printed(
        office.store, SHIPPED.get(paper), "printed", pages=2, language="en",
        typed={**NOTICE, **typed}, law=office.law, by=office.sign(),
    )  # fmt: skip


def known(office, paper="annual_notice", today=TODAY):
    return known_values(office.store, SHIPPED.get(paper), office.law, today=today)


def test_the_notice_remembers_what_it_was_last_printed_with(office):
    assert known(office) == {}
    printed_notice(office, serves="forwards")
    printed_notice(office)
    assert known(office) == NOTICE
    assert known(office, "handout") == {}


def test_a_day_that_is_over_is_not_proposed_again(office):
    printed_notice(office)
    assert "opt_out_by" in known(office, today=date(2026, 10, 30))
    assert "opt_out_by" not in known(office, today=date(2026, 10, 31))
    assert known(office, today=date(2027, 8, 1))["serves"] == "high_school"


def test_an_option_that_is_gone_is_not_proposed_and_words_are_never_kept(office):
    printed_notice(office, serves="high_school moon_base", stray="Mia Alvarez")
    assert known(office)["serves"] == "high_school"
    facts = office.store.rows("select facts from event_facts order by seq desc limit 1")[0][0]
    assert "Mia" not in facts
    assert "moon_base" not in facts


def test_a_paper_about_a_request_leaves_no_answers_in_the_journal(office):
    note_printed(
        office.store, SHIPPED.get("fee_receipt"), "printed", pages=1, language="en",
        request=office.log().request, typed={"paid": "1.20", "paid_how": "cash"}, law=office.law,
        by=office.sign(),
    )  # fmt: skip
    facts = office.store.rows("select facts from event_facts order by seq desc limit 1")[0][0]
    assert "cash" not in facts


def test_the_practice_office_marks_its_papers(office):
    request = office.log(student=replace(a_student(), family="Ruiz")).request
    pages = request_pages(
        office.store, request, SHIPPED.get("cover"), Chosen(), desk(practice=True)
    )
    assert "PRACTICE" in whole_text(draw_all(pages, PRESS))


def test_a_label_that_no_font_can_print_names_the_character_and_its_line():
    with pytest.raises(DeskError, match="characters") as refused:
        check_lines(("2026-0001", "Alvarez 🦄", "Work by"), PRESS.fonts)
    assert "🦄" in refused.value.message
    assert "line 2" in refused.value.message


# Folders on hold


def holds_list(office, first, last):
    typed = {"first_on": first.isoformat(), "last_on": last.isoformat()}
    return office_pages(office.store, SHIPPED.get("holds_list"), Chosen(typed=typed), desk())


@pytest.mark.parametrize(
    ("first", "last", "listed"),
    [
        (TODAY, TODAY, True),
        (date(2026, 9, 1), TODAY, True),
        (date(2026, 9, 1), date(2026, 10, 4), False),
        (date(2026, 11, 1), date(2026, 11, 30), True),
    ],
    ids=["its first day", "ends on it", "before it", "still on"],
)
def test_99_10_e_a_hold_is_listed_in_every_time_it_is_on(office, first, last, listed):
    office.log()
    text = whole_text(draw_all(holds_list(office, first, last), PRESS))
    assert ("Alvarez, Mia (20417)" in text) is listed
    assert ("No folder is on hold in this time" in text) is not listed


def test_a_hold_that_came_off_is_listed_until_that_day(office):
    request = office.log().request
    closing.close_request(
        office.store, request, Outcome.WITHDRAWN, note="He called.", law=the_law(), today=TODAY,
        by=office.sign(),
    )  # fmt: skip
    text = whole_text(draw_all(holds_list(office, TODAY, TODAY), PRESS))
    assert "from October 5, 2026 until it was released on October 5, 2026" in text
    later = TODAY + timedelta(days=1)
    assert "Alvarez" not in whole_text(draw_all(holds_list(office, later, later), PRESS))


def test_a_time_that_ends_before_it_begins_is_refused_beside_its_field(office):
    with pytest.raises(PrintoutRefusedError) as refused:
        holds_list(office, TODAY, TODAY - timedelta(days=1))
    assert set(refused.value.fields) == {"last_on"}


def test_a_long_list_comes_in_parts_and_loses_nobody(office, monkeypatch):
    monkeypatch.setattr("desktop.actions.printouts._HOLDS_A_PART", 2)
    for place in range(5):
        office.log(student=a_student(id=new_id(AT), local_number=f"3010{place}"),
                   requester=a_party(id=new_id(AT)))  # fmt: skip
    pages = holds_list(office, TODAY, TODAY)
    assert [page.title for page in pages] == [f"Folders on hold ({one} / 3)" for one in (1, 2, 3)]
    assert all(any(f"3010{place}" in page.text for page in pages) for place in range(5))


def test_the_slip_of_a_hold_left_on_does_not_say_that_the_request_is_open(office):
    request = office.log().request
    hold = replace(holds.hold_of(office.store, request), keep_reason=KeepReason.HEARING_TIME)
    with office.store.change(Event(kind="hold.kept"), by=office.sign()) as change:
        holds.save_hold(change, hold)
    text = said(office, request, "hold_memo")
    assert "The request is closed, but the matter is not over" in text
    assert "records is open" not in text
