"""Letters from draft to kept PDF: what they say, what stops them, what they tick."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import timedelta

import pypdfium2
import pytest

from desktop.actions import letter, letter_drafting, letter_finishing, letter_leaving, searching
from desktop.actions.closing import close_request
from desktop.actions.office import save_school
from desktop.actions.people import NewPerson, add_person
from desktop.actions.signature import set_my_signature
from desktop.errors import DeskError, ResourceError
from desktop.letters.page import draw
from desktop.letters.template import load_templates
from desktop.records.case import LetterState, SourceState
from desktop.records.paper import PageSize, Paper, Windows
from desktop.records.person import Role
from desktop.records.request import Access, Channel, Outcome, Right
from desktop.records.rights import Choice, Field, FieldKind, StepRule
from desktop.records.school import Address
from desktop.records.steps import StepRefusedError, StepState, step_named
from desktop.store import cases, queries
from desktop.wording.sentences import load_wording
from tests import mail
from tests.actions.letter_cases import worked
from tests.letters.pages import a_logo
from tests.offices import TODAY, a_party, a_student
from tests.rights import a_right, law_with

TEMPLATES = sorted({(one.id, one.language) for one in mail.the_templates()})
HOME = Address(street="45 Pine Street", city="Denver", state="CO", postal_code="80202")


@pytest.fixture
def request_id(office):
    return office.log(requester=a_party(address=HOME)).request


def pages(pdf):
    document = pypdfium2.PdfDocument(pdf)
    return [page.get_textpage().get_text_bounded() for page in document]


def state_of(office, request, code):
    return step_named(cases.case(office.store, request).steps, code).state


def history(office, request):
    return [entry.event for entry in cases.history(office.store, request)]


# Drafting


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("template", mail.OF_A_PLAIN_CASE)
def test_every_letter_of_a_plain_case_can_be_finished(office, request_id, template, language):
    mail.set_visit(office, request_id)
    mail.set_fee(office, request_id)
    ready = mail.say_no if template in mail.OF_A_NO else mail.clear_to_release
    ready(office, request_id)
    one = mail.draft(office, request_id, template, language)
    mail.finish(office, request_id, one)
    assert mail.read(office, request_id, one).language == language
    sheets = pages(cases.letter_pdf(office.store, one))
    assert "2026-0001" in sheets[0]
    # Asking for papers and listing copies may take a second sheet; the others never do.
    assert len(sheets) <= (1 if template in {"receipt", "acknowledgement", "appointment"} else 2)


def test_a_letter_is_written_in_the_language_of_the_request(office):
    request = office.log(language="es").request
    text = mail.read(office, request, mail.draft(office, request, "acknowledgement")).text
    assert "solicitud" in text


def test_a_language_without_letters_is_written_in_english(office):
    request = office.log(language="vi").request
    assert mail.read(office, request, mail.draft(office, request, "receipt")).language == "en"


def test_the_receipt_repeats_the_parents_own_words_and_nothing_is_read_as_markup(office):
    words = "Everything, please.\n# 1 thing: **all** <b>grades</b> | x |\n- and {{ more }}"
    request = office.log(words=words, channel=Channel.IN_PERSON).request
    one = mail.draft(office, request, "receipt")
    mail.finish(office, request, one)
    (text,) = pages(cases.letter_pdf(office.store, one))
    for line in words.splitlines():
        assert line in text


def test_an_appointment_letter_waits_for_a_visit(office, request_id):
    with pytest.raises(DeskError, match="no_visit"):
        mail.draft(office, request_id, "appointment")
    assert cases.case(office.store, request_id).letters == ()


def test_an_appointment_letter_tells_day_hour_and_place(office, request_id):
    mail.set_visit(office, request_id)
    text = mail.read(office, request_id, mail.draft(office, request_id, "appointment")).text
    for fact in ("October 19, 2026", "9:30", "the conference room", "Dana Whitfield"):
        assert fact in text


def test_copies_are_listed_by_place_and_charged_by_the_page_only(office):
    request = office.log(right=Right.COPIES, access=Access.COPIES).request
    for source, found in zip(cases.case(office.store, request).sources, (8, 24), strict=False):
        searching.answer_source(
            office.store,
            request,
            source.id,
            SourceState.FOUND,
            pages=found,
            today=TODAY,
            by=office.sign(),
        )
    mail.set_fee(office, request)
    text = mail.read(office, request, mail.draft(office, request, "copies_enclosed")).text
    assert "| Copies: 32 pages at $0.10 a page | $3.20 |" in text
    assert "| Mailing | $1.46 |" in text
    assert "search" not in text.lower()


def test_a_reply_address_given_with_the_request_is_used_for_its_letters(office):
    request = office.log(
        requester=a_party(address=HOME), reply_address="PO Box 9\nEl Paso, TX 79901"
    ).request
    one = mail.draft(office, request, "receipt")
    mail.finish(office, request, one)
    (text,) = pages(cases.letter_pdf(office.store, one))
    assert "PO Box 9" in text
    assert "45 Pine Street" not in text


def test_a_broken_template_is_named_with_its_line(office, request_id, tmp_path):
    folder = tmp_path / "en"
    folder.mkdir()
    (folder / "receipt.md").write_text('+++\nid = "receipt"\ntitle = 1\n+++\nx')
    with pytest.raises(ResourceError) as fault:
        letter_drafting.draft_letter(
            office.store,
            request_id,
            "receipt",
            templates=load_templates(tmp_path),
            law=office.law,
            today=TODAY,
            by=office.sign(),
        )
    assert fault.value.file == "en/receipt.md"


# Editing


def test_an_edited_draft_keeps_its_text_and_says_so_once(office, request_id):
    one = mail.draft(office, request_id, "receipt")
    mail.edit(office, request_id, one, "Come on Friday.")
    mail.edit(office, request_id, one, "Come on Friday.")
    assert mail.read(office, request_id, one).text == "Come on Friday."
    kinds = [event.kind for event in history(office, request_id)]
    assert kinds[2:] == ["letter.drafted", "letter.changed"]


def test_a_draft_written_new_follows_the_case_and_the_language(office, request_id):
    mail.set_visit(office, request_id)
    one = mail.draft(office, request_id, "appointment")
    mail.edit(office, request_id, one, "mine")
    letter_drafting.redraft_letter(
        office.store,
        request_id,
        one,
        templates=mail.the_templates(),
        law=office.law,
        today=TODAY,
        language="es",
        by=office.sign(),
    )
    written = mail.read(office, request_id, one)
    assert written.language == "es"
    assert "19 de octubre de 2026" in written.text
    assert history(office, request_id)[-1].kind == "letter.redrafted"


def test_a_draft_can_be_told_from_an_edited_one(office, request_id):
    one = mail.draft(office, request_id, "receipt")
    case = cases.case(office.store, request_id)
    (drafted,) = case.letters

    def untouched(text):
        return letter_drafting.is_as_drafted(
            office.store,
            case,
            drafted,
            letter.Writing(templates=mail.the_templates(), law=office.law, today=TODAY),
            texts=(drafted.title, text),
        )

    assert drafted.id == one
    assert untouched(drafted.text)
    assert not untouched(drafted.text + "!")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Her number is 123-45-6789.", "nine_digits"),
        ("x" * (letter.LONGEST_CHARACTERS + 1), "letter_long"),
    ],
)
def test_what_is_never_kept_is_refused_and_the_draft_stays(office, request_id, text, code):
    one = mail.draft(office, request_id, "receipt")
    before = mail.read(office, request_id, one)
    with pytest.raises(DeskError, match=code):
        mail.edit(office, request_id, one, text)
    assert mail.read(office, request_id, one) == before


def test_a_draft_thrown_away_is_gone_and_the_history_tells(office, request_id):
    one = mail.draft(office, request_id, "receipt")
    letter_leaving.drop_letter(office.store, request_id, one, by=office.sign())
    assert cases.case(office.store, request_id).letters == ()
    assert history(office, request_id)[-1].kind == "letter.dropped"


# Finishing


def test_a_finished_letter_is_kept_with_the_hash_of_its_bytes(office, request_id):
    one = mail.draft(office, request_id, "receipt")
    mail.finish(office, request_id, one)
    pdf = cases.letter_pdf(office.store, one)
    kept = mail.read(office, request_id, one)
    assert kept.state is LetterState.FINISHED
    assert kept.sha256 == hashlib.sha256(pdf).hexdigest()
    event = history(office, request_id)[-1]
    assert (event.kind, event.facts["sha256"]) == ("letter.finished", kept.sha256)


def test_a_finished_letter_never_changes(office, request_id):
    one = mail.draft(office, request_id, "receipt")
    mail.finish(office, request_id, one)
    pdf = cases.letter_pdf(office.store, one)
    for change in (
        lambda: mail.edit(office, request_id, one, "other"),
        lambda: mail.finish(office, request_id, one),
        lambda: letter_leaving.drop_letter(office.store, request_id, one, by=office.sign()),
        lambda: letter_drafting.redraft_letter(
            office.store,
            request_id,
            one,
            templates=mail.the_templates(),
            law=office.law,
            today=TODAY,
            language="es",
            by=office.sign(),
        ),
    ):
        with pytest.raises(DeskError, match="letter_finished"):
            change()
    assert cases.letter_pdf(office.store, one) == pdf


def test_the_same_draft_finished_twice_gives_the_same_bytes(office, request_id):
    first, second = (mail.draft(office, request_id, "receipt") for _ in range(2))
    for one in (first, second):
        mail.finish(office, request_id, one)
    assert cases.letter_pdf(office.store, first) == cases.letter_pdf(office.store, second)


def test_a_letter_sent_twice_keeps_both_times_and_the_same_bytes(office, request_id):
    one = mail.draft(office, request_id, "receipt")
    mail.finish(office, request_id, one)
    before = cases.letter_pdf(office.store, one)
    for how in ("printed", "mailed", "printed", "mailed"):
        mail.send(office, request_id, one, how)
    kept = mail.read(office, request_id, one)
    assert [one.how for one in kept.sendings] == ["printed", "mailed", "printed", "mailed"]
    assert {one.by for one in kept.sendings} == {office.opened.person.id}
    assert [one.kind for one in history(office, request_id)].count("letter.sent") == 4
    assert cases.letter_pdf(office.store, one) == before


def test_who_made_a_letter_final_is_kept(office, request_id):
    one = mail.draft(office, request_id, "receipt")
    assert mail.read(office, request_id, one).finished_by is None
    mail.finish(office, request_id, one)
    assert mail.read(office, request_id, one).finished_by == office.opened.person.id


def test_who_agreed_stands_in_the_history_of_a_refusal_and_of_no_other_letter(office, request_id):
    mail.say_no(office, request_id)
    for template, agreed in (("not_entitled", office.principal().person), ("receipt", None)):
        one = mail.draft(office, request_id, template)
        mail.finish(office, request_id, one)
        assert history(office, request_id)[-1].facts.get("approved_by") == agreed


def test_a_kept_letter_drawn_again_from_its_values_has_the_kept_hash(office):
    """Whoever doubts a kept letter can draw it again and compare."""
    for template in ("receipt", "acknowledgement", "identity_needed", "withdrawal_confirmed"):
        request = office.log().request
        one = mail.draft(office, request, template)
        mail.finish(office, request, one)
        case, kept = cases.case(office.store, request), mail.read(office, request, one)
        page = letter_finishing.page_of(
            office.store, case, kept, enclosures=((),), practice=False, on=TODAY
        )  # fmt: skip
        assert hashlib.sha256(draw(page)).hexdigest() == kept.sha256


def page_now(office, request):
    one = mail.draft(office, request, "receipt")
    case, kept = cases.case(office.store, request), mail.read(office, request, one)
    return letter_finishing.page_of(
        office.store, case, kept, enclosures=((),), practice=False, on=TODAY
    )


def test_a_letter_carries_the_signature_of_the_one_it_names_and_of_nobody_else(office, request_id):
    picture = a_logo(340, 80)
    set_my_signature(office.store, picture, by=office.sign())
    assert page_now(office, request_id).signer[0] == office.opened.person.name == "Jo Reyes"
    assert page_now(office, request_id).signature == picture
    rename_records_contact(office, "Alex Chen")
    assert page_now(office, request_id).signature == b""


def test_two_people_of_one_name_sign_by_hand(office, request_id):
    set_my_signature(office.store, a_logo(340, 80), by=office.sign())
    new = NewPerson(name="Jo Reyes", initials="JR2", role=Role.FRONT_OFFICE)
    add_person(office.store, office.home, office.opened.keys, new, by=office.sign())
    assert page_now(office, request_id).signature == b""


def rename_records_contact(office, name):
    school = replace(queries.school(office.store), records_contact=name)
    save_school(office.store, school, law=office.law, by=office.sign())


def test_a_school_that_gave_only_its_name_is_not_called_at_the_front_office(office, request_id):
    """All letters end in "Call … at …"; without a person and a telephone both said the same."""
    bare = replace(
        queries.school(office.store), records_contact="", principal="", phone="", email=""
    )
    save_school(office.store, bare, law=office.law, by=office.sign())
    said = page_now(office, request_id).text
    assert "the front office at the front office" not in said
    assert f"the front office at {bare.name}" in said


def test_a_letter_is_laid_out_for_the_paper_of_the_school(office, request_id):
    paper = Paper(size=PageSize.A4, windows=Windows.TWO, fold_marks=True)
    school = replace(queries.school(office.store), paper=paper)
    save_school(office.store, school, law=office.law, by=office.sign())
    assert page_now(office, request_id).paper == paper


@pytest.mark.parametrize("right", [Right.INSPECT, Right.COPIES])
@pytest.mark.parametrize("access", Access)
def test_copies_wait_for_identity_and_authority(office, right, access):
    request = office.log(right=right, access=access).request
    one = mail.draft(office, request, "copies_enclosed")
    with pytest.raises(StepRefusedError, match="gate"):
        mail.finish(office, request, one)
    assert mail.read(office, request, one).state is LetterState.DRAFT
    assert cases.letter_pdf(office.store, one) is None
    mail.clear_to_release(office, request)
    mail.finish(office, request, one)
    assert mail.read(office, request, one).state is LetterState.FINISHED


@pytest.mark.parametrize(
    ("text", "code"),
    [("Dear \U00013080\U00013081:", "characters"), ("  \n ", "letter_empty")],
)
def test_what_cannot_be_printed_is_refused_before_it_is_kept(office, request_id, text, code):
    one = mail.draft(office, request_id, "receipt")
    mail.edit(office, request_id, one, text)
    with pytest.raises(DeskError, match=code):
        mail.finish(office, request_id, one)
    assert mail.read(office, request_id, one).state is LetterState.DRAFT


def test_characters_are_looked_for_in_names_too(office):
    request = office.log(requester=a_party(name="Nefer \U00013080")).request
    one = mail.draft(office, request, "receipt")
    with pytest.raises(DeskError, match="characters"):
        mail.finish(office, request, one)


@pytest.mark.parametrize("text", ["<b", "&#x110000;", "**<img src='/etc/passwd'>", "a\x00b\ud800c"])
def test_hostile_text_prints_as_typed(office, request_id, text):
    one = mail.draft(office, request_id, "receipt")
    mail.edit(office, request_id, one, text.encode("utf-8", "replace").decode())
    mail.finish(office, request_id, one)
    assert cases.letter_pdf(office.store, one).startswith(b"%PDF")


def test_names_in_any_script_and_any_length_print(office):
    request = office.log(
        student=a_student(given="محمد <b>&", family="O'Brien " + "x" * 280),
        requester=a_party(name="Nguyễn Thị Ánh " + "ễ" * 280),
    ).request
    one = mail.draft(office, request, "acknowledgement")
    mail.finish(office, request, one)
    assert cases.letter_pdf(office.store, one).startswith(b"%PDF")


def test_nothing_is_finished_on_a_closed_request(office, request_id):
    one = mail.draft(office, request_id, "receipt")
    close_request(
        office.store,
        request_id,
        Outcome.WITHDRAWN,
        note="He called.",
        law=office.law,
        today=TODAY,
        by=office.sign(),
    )
    with pytest.raises(DeskError, match="closed"):
        mail.finish(office, request_id, one)


# Sending


def finished(office, request, template):
    one = mail.draft(office, request, template)
    mail.finish(office, request, one)
    return one


@pytest.mark.parametrize("how", letter.SENT_HOW)
def test_a_receipt_that_is_printed_or_sent_ticks_its_step(office, request_id, how):
    one = finished(office, request_id, "receipt")
    mail.send(office, request_id, one, how)
    assert state_of(office, request_id, "receipt") is StepState.DONE
    kept = mail.read(office, request_id, one)
    assert (kept.sent_how, kept.sent_on) == (how, TODAY)
    kinds = [event.kind for event in history(office, request_id)]
    assert kinds[-2:] == ["step.done", "letter.sent"]


@pytest.mark.parametrize("how", letter.SENT_HOW)
def test_copies_are_given_only_when_they_left_the_office(office, how):
    request = office.log(right=Right.COPIES, access=Access.COPIES).request
    mail.clear_to_release(office, request)
    mail.send(office, request, finished(office, request, "copies_enclosed"), how)
    left = how in letter.LEFT_THE_OFFICE
    assert (state_of(office, request, "handover") is StepState.DONE) is left


@pytest.mark.parametrize("how", letter.SENT_HOW)
@pytest.mark.parametrize("template", ["amendment_refused", "hearing_decision_refused"])
def test_99_20_c_99_21_a_family_is_told_of_a_refusal_when_its_letter_left(office, template, how):
    request = worked(office, template)
    mail.send(office, request, finished(office, request, template), how)
    left = how in letter.LEFT_THE_OFFICE
    assert (state_of(office, request, "tell_refused") is StepState.DONE) is left


@pytest.mark.parametrize(
    ("template", "step"), [("identity_needed", "identity"), ("authority_needed", "authority")]
)
def test_asking_for_proof_never_ticks_the_check_itself(office, request_id, template, step):
    one = finished(office, request_id, template)
    mail.send(office, request_id, one, "mailed")
    assert state_of(office, request_id, step) is StepState.OPEN


@pytest.mark.parametrize(
    ("template", "step"), [("scope_question", "scope"), ("fee_decision", "copies")]
)
def test_a_letter_on_the_way_leaves_its_step_to_be_done(office, template, step):
    """34 CFR 99.10(b): asking what is meant is no agreement on it, and stops nothing."""
    request = worked(office, "fee_decision")
    mail.send(office, request, finished(office, request, template), "mailed")
    assert state_of(office, request, step) is StepState.OPEN


@pytest.mark.parametrize("right", [Right.EXPLANATION, Right.HEARING, Right.PPRA, Right.CONSENT])
def test_an_acknowledgement_by_letter_stands_in_for_the_receipt(office, right):
    request = office.log(right=right).request
    mail.send(office, request, finished(office, request, "acknowledgement"), "mailed")
    assert state_of(office, request, "receipt") is StepState.DONE


@pytest.mark.parametrize(
    "asks",
    [
        {"field": (Field(id="told_on", title="When", kind=FieldKind.DATE),)},
        {"choice": (Choice(id="reached", title="Reached"),)},
    ],
    ids=["a date", "a choice"],
)
def test_a_letter_never_ticks_a_step_that_still_asks_for_something(office, asks):
    step = StepRule(
        id="answer", title="Answer", says="Say it.", moment="letters", letters=("receipt",), **asks
    )
    asking = replace(office, law=law_with(a_right(Right.COMPLAINT, step=(step,))))
    request = asking.log(right=Right.COMPLAINT).request
    mail.send(asking, request, finished(asking, request, "receipt"), "mailed")
    assert state_of(asking, request, "answer") is StepState.OPEN


def test_a_letter_printed_again_has_still_left_on_its_day(office, request_id):
    one = finished(office, request_id, "receipt")
    mail.send(office, request_id, one, "mailed")
    mail.send(office, request_id, one, "printed")
    assert mail.read(office, request_id, one).sent_how == "mailed"
    assert [
        event.facts["how"] for event in history(office, request_id) if event.kind == "letter.sent"
    ] == ["mailed", "printed"]


def test_a_draft_has_not_left(office, request_id):
    one = mail.draft(office, request_id, "receipt")
    with pytest.raises(DeskError, match="letter_draft"):
        mail.send(office, request_id, one, "mailed")


@pytest.mark.parametrize("days", [1, -2])
def test_a_letter_leaves_neither_before_it_is_finished_nor_in_the_future(office, request_id, days):
    one = finished(office, request_id, "receipt")
    with pytest.raises(DeskError, match="sent_on"):
        mail.send(office, request_id, one, "mailed", on=TODAY + timedelta(days=days))
    assert mail.read(office, request_id, one).sent_on is None


def test_an_unknown_way_is_refused(office, request_id):
    one = finished(office, request_id, "receipt")
    with pytest.raises(DeskError, match="sent_how"):
        mail.send(office, request_id, one, "by_pigeon")


def test_every_event_of_a_letter_has_its_sentence():
    wording = load_wording()
    for kind in ("drafted", "redrafted", "changed", "finished", "sent", "dropped"):
        assert f"history.letter.{kind}" in wording
    for template, language in TEMPLATES:
        assert f"word.letter.{template}" in wording
        assert f"word.language.{language}" in wording
