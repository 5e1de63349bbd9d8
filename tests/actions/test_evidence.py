"""The evidence pack of a request: everything of it, numbered, and nothing of anybody else."""

from __future__ import annotations

import hashlib
import io

import msgspec
import pytest
from pypdf import PdfReader

from desktop.actions import retention, steps
from desktop.actions.evidence import Making, make_evidence, save_evidence
from desktop.actions.merging import link_requests
from desktop.records.evidence import Part
from desktop.records.ids import PersonId
from desktop.records.person import Initials, Person, Role
from desktop.records.request import Right
from desktop.store import cases
from desktop.store.journal import Event
from desktop.store.office import add_person
from desktop.wording.limits import shown_limits
from tests import mail
from tests.actions.refusals import last_event, refused
from tests.actions.test_letter_hidden import SECRETS, a_request
from tests.actions.test_retention import LATER, LATER_AT, closed, keep
from tests.letters.pages import whole_text
from tests.offices import TODAY, a_party, a_student, the_law, the_wording

MAKING = Making(law=the_law(), wording=the_wording(), today=TODAY)


def made(office, request):
    return make_evidence(office.store, request, making=MAKING, by=office.sign())


def told(pack):
    return msgspec.json.decode(pack.copy)


def items(pack, part):
    return next(one["items"] for one in told(pack)["parts"] if one["part"] == part)


@pytest.fixture
def worked(office):
    """A request with a letter that left, a place that answered, a note and a step done."""
    request = office.log(words="I would like to see *everything* | all.").request
    one = mail.draft(office, request, "receipt", "en")
    mail.finish(office, request, one)
    steps.do_step(
        office.store, request, "identity", choice="photo_id", law=office.law, today=TODAY,
        by=office.sign(),
    )  # fmt: skip
    mail.set_visit(office, request)
    mail.set_fee(office, request)
    steps.write_note(office.store, request, "Called back.", by=office.sign())
    return request


def test_every_part_is_there_numbered_and_in_order(office, worked):
    pack = made(office, worked)
    assert [one["part"] for one in told(pack)["parts"]] == list(Part)
    text = whole_text(pack.pdf)
    headings = [
        f"{place}. {the_wording().text(f'evidence.part.{part}')}"
        for place, part in enumerate(Part, 1)
    ]
    # In the list of contents, and again over each part.
    assert [text.count(one) for one in headings] == [2] * len(headings)
    places = [text.rindex(one) for one in headings]
    assert places == sorted(places)


def test_what_the_copy_says_stands_on_the_pages(office, worked):
    """The copy for machines and the pages are made from one thing: they cannot differ."""
    pack = made(office, worked)
    text = "".join(whole_text(pack.pdf).split())
    for part in told(pack)["parts"]:
        for item in part["items"]:
            for line in (item["says"], *item["lines"]):
                assert "".join(line.split()) in text, line


def test_every_clock_stands_with_its_working_out(office, worked):
    clocks = cases.case(office.store, worked).clocks
    found = items(made(office, worked), Part.CLOCKS)[len(clocks.notes) :]
    limits = shown_limits(clocks)
    assert [one["facts"]["rule"] for one in found] == [one.rule for one in limits]
    assert [one["facts"]["due_on"] for one in found] == [one.due_on.isoformat() for one in limits]
    for one, limit in zip(found, limits, strict=True):
        assert one["facts"]["explanation"] == [the_wording().say(why) for why in limit.working]
    assert [one["facts"]["drives"] for one in found].count(True) == 1


def test_the_letters_stand_in_it_as_they_left(office, worked):
    pack = made(office, worked)
    (kept,) = cases.case(office.store, worked).letters
    pdf = cases.letter_pdf(office.store, kept.id)
    read = PdfReader(io.BytesIO(pack.pdf))
    assert read.attachments["Letter 1.pdf"] == [pdf]
    assert items(pack, Part.LETTERS)[0]["facts"]["sha256"] == hashlib.sha256(pdf).hexdigest()
    assert whole_text(pdf) in whole_text(pack.pdf)
    assert pack.letters == 1


def test_the_copy_is_attached_under_the_hash_the_cover_names(office, worked):
    pack = made(office, worked)
    number = cases.case(office.store, worked).request.number
    attached = PdfReader(io.BytesIO(pack.pdf)).attachments[f"{number}.evidence.json"]
    assert attached == [pack.copy]
    cover = "".join(PdfReader(io.BytesIO(pack.pdf)).pages[0].extract_text().split())
    assert hashlib.sha256(pack.copy).hexdigest() in cover
    assert "".join(office.store.head().short().split()) in cover


def test_the_journal_stands_in_it_entry_by_entry(office, worked):
    entries = cases.history(office.store, worked)
    found = items(made(office, worked), Part.JOURNAL)
    assert [one["facts"]["seq"] for one in found] == [one.seq for one in entries]
    assert all("history." not in one["says"] for one in found)


def test_another_familys_request_is_not_in_it_though_they_are_linked(office):
    own, other = office.log().request, office.log(
        student=a_student(given="Xanthippe", family="Quill"), requester=a_party(name="Zeb Quill"),
        words="About Xanthippe.",
    ).request  # fmt: skip
    link_requests(office.store, own, other, by=office.sign())
    pack = made(office, own)
    number = cases.case(office.store, other).request.number
    for said in (whole_text(pack.pdf), pack.copy.decode()):
        assert not [one for one in ("Xanthippe", "Quill", number) if one in said]
    assert any("another request" in one["says"] for one in items(pack, Part.JOURNAL))


def test_a_linked_request_about_the_same_child_is_named(office):
    student, father = a_student(), a_party()
    own = office.log(student=student, requester=father).request
    other = office.log(
        student=student, student_is_new=False, requester=father, requester_is_new=False,
        right=Right.AMEND,
    ).request  # fmt: skip
    link_requests(office.store, own, other, by=office.sign())
    number = cases.case(office.store, other).request.number
    assert f"Linked with request {number}" in items(made(office, own), Part.ASKED)[0]["lines"]


@pytest.mark.parametrize("by_father", [True, False])
def test_an_address_a_paper_keeps_from_somebody_is_nowhere_in_it(office, by_father):
    """Nobody here knows whose hands it goes through, so it is kept back whoever asked."""
    request = a_request(office, by_father=by_father, words="They live at 118 Alder Street.")
    one = mail.draft(office, request, "receipt", "en")
    mail.finish(office, request, one)
    steps.write_note(office.store, request, "She said 775 555 0142.", by=office.sign())
    pack = made(office, request)
    everything = [whole_text(pack.pdf), pack.copy.decode()]
    for attached in PdfReader(io.BytesIO(pack.pdf)).attachments.values():
        everything += [whole_text(body) for body in attached if body.startswith(b"%PDF")]
    assert not [one for one in (*SECRETS, "775 555 0142") for said in everything if one in said]
    # His letter shows nothing and is in it; hers shows where she lives and is told by its hash.
    assert pack.letters == (1 if by_father else 0)
    assert items(pack, Part.LETTERS)[0]["facts"]["sha256"]


def test_saving_leaves_two_private_files_and_the_hash_of_both_in_the_journal(
    office, worked, tmp_path
):
    path = tmp_path / "one.pdf"
    saved = save_evidence(office.store, worked, path, making=MAKING, by=office.sign())
    kind, facts = last_event(office.store)
    kept = msgspec.json.decode(facts)
    assert kind == "evidence.made"
    assert kept["pdf_sha256"] == hashlib.sha256(saved.pdf.read_bytes()).hexdigest()
    assert kept["copy_sha256"] == hashlib.sha256(saved.copy.read_bytes()).hexdigest()
    assert {one.stat().st_mode & 0o077 for one in (saved.pdf, saved.copy)} == {0}
    assert sorted(one.name for one in tmp_path.glob("one.*")) == ["one.evidence.json", "one.pdf"]


def test_the_counter_may_not_and_no_file_is_left(office, worked, tmp_path):
    clerk = Person(id=PersonId(9), name="Sam", initials="SO", role=Role.FRONT_OFFICE)
    with office.store.change(Event(kind="person.added"), by=office.sign()) as change:
        add_person(change, clerk)
    by = Initials(person=clerk.id, initials="SO", at=office.sign().at)
    with refused(office.store, "role"):
        save_evidence(office.store, worked, tmp_path / "one.pdf", making=MAKING, by=by)
    assert not list(tmp_path.glob("one.*"))


def test_a_complaint_that_is_opened_freezes_destruction(office):
    """34 CFR 99.10(e), read with 99.63: nothing goes while the family may complain."""
    student, father = a_student(), a_party()
    old = closed(office, student=student, requester=father)
    keep(office)
    assert [one.on_hold for one in retention.review(office.store, today=LATER)] == [False]
    office.log(
        student=student, student_is_new=False, requester=father, requester_is_new=False,
        right=Right.COMPLAINT,
    )  # fmt: skip
    assert [one.on_hold for one in retention.review(office.store, today=LATER)] == [True]
    with refused(office.store, "kept"):
        retention.destroy_files(
            office.store, [old], reason="Schedule", today=LATER, by=office.sign(LATER_AT)
        )
