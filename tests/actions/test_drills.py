"""The six drills: each is laid ready, and judged by what was done in the file."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pypdf
import pytest

from desktop.actions import approving, days, intake, release, searching, steps, visits
from desktop.actions.drills import begin_drill, learning_certificate, look_at_drill, request_of
from desktop.actions.practising import open_practice_office
from desktop.errors import DeskError, ResourceError
from desktop.office.learning import Finished, finished_drills, note_finished
from desktop.paths import Home, resources
from desktop.records.case import SourceState
from desktop.records.drills import load_drills, passed
from desktop.records.intake import Intake
from desktop.records.party import Relationship
from desktop.records.person import Initials
from desktop.records.release import ItemAnswer
from desktop.records.request import Access, Channel, EventKind, Right
from desktop.store import cases, queries, students
from tests.desks import law_of
from tests.offices import the_defaults, the_wording
from tests.records.reading_grade import grade

DRILLS = load_drills(resources("guidance", "drills.toml"))
NOW = datetime(2026, 10, 5, 17, 30, tzinfo=UTC)
TODAY = date(2026, 10, 5)
LAW = law_of("CA")


@pytest.fixture(scope="module")
def practice(tmp_path_factory):
    home = Home(folder=tmp_path_factory.mktemp("practice"))
    opened = open_practice_office(home, law_of, the_defaults(), now=NOW)
    yield opened.store
    opened.store.close()


class Trainee:
    """Does in the file what somebody does on the screens."""

    def __init__(self, store, id_):
        self.store = store
        drill = next(one for one in DRILLS if one.id == id_)
        self.begun = begin_drill(store, drill, law=LAW, now=NOW, today=TODAY)
        person = queries.people(store)[0]
        self.by = Initials(person=person.id, initials=person.initials, at=NOW)

    @property
    def request(self):
        return request_of(self.store, self.begun)

    def does(self, step, choice="", note="", **details):
        steps.do_step(
            self.store, self.request, step,
            choice=choice, note=note, details=details, law=LAW, today=TODAY, by=self.by,
        )  # fmt: skip

    def looked(self):
        return [one.holds for one in look_at_drill(self.store, self.begun)]


def split_custody(it):
    yield it.does("receipt")
    yield it.does("identity", "photo_id")
    yield it.does("authority", "paper_read", "It is about decisions.")


def age_18(it):
    yield it.does("identity", "call_back")
    yield it.does("authority", "may_not", "He is 18; no consent yet.")
    yield approving.ask_approval(
        it.store, it.request, "approve_no", note="Please look.", law=LAW, by=it.by
    )


def group_video(it):
    video = next(one for one in cases.case(it.store, it.request).sources if one.overwrites)
    yield searching.keep_source(it.store, it.request, video.id, today=TODAY, by=it.by)
    for source in cases.case(it.store, it.request).sources:
        searching.answer_source(
            it.store, it.request, source.id, SourceState.NONE, today=TODAY, by=it.by
        )
    yield it.does("search")
    release.answer_item(
        it.store, it.request, what="Bus video", answer=ItemAnswer.PART_WITHHELD,
        reason="other_child_out", note="Three other children.", law=LAW, today=TODAY, by=it.by,
        answered=[one.id for one in LAW.reasons.named("other_child_out").question],
    )  # fmt: skip
    yield it.does(
        "review", "covered", "Three other children.", other_children="yes", separable="yes"
    )


def hard_call(it):
    guardian = next(
        one for one in students.guardians(it.store, it.begun.student) if "Ngozi" in one.party.name
    )
    yield intake.log_request(
        it.store,
        Intake(
            student=students.student(it.store, it.begun.student), requester=guardian.party,
            requester_is_new=False, relationship=Relationship.MOTHER, right=Right.INSPECT,
            access=Access.VISIT, channel=Channel.PHONE, received_on=TODAY,
            words="I want to see everything.",
        ),
        law=LAW, today=TODAY, by=it.by,
    )  # fmt: skip
    yield it.does("identity", "call_back")


def before_meeting(it):
    meeting = TODAY + timedelta(12)
    yield days.set_event(
        it.store, it.request, kind=EventKind.IEP_MEETING, on=meeting, law=LAW, by=it.by
    )
    yield it.does("scope")
    yield visits.set_visit(
        it.store, it.request, meet_on=meeting - timedelta(5), meet_at=time(9, 0),
        place="Room 4", sits_in="", interpreter=True, today=TODAY, by=it.by,
    )  # fmt: skip


def lawyers_letter(it):
    yield it.does("who", party_kind="attorney", party_interest="A family matter.")
    yield it.does("identity", "call_back")
    yield it.does("basis", "nothing_fits", "No consent, no order.")


WORKED = [split_custody, age_18, group_video, hard_call, before_meeting, lawyers_letter]


def test_there_are_six_drills_and_each_can_be_begun(practice):
    assert [one.id for one in DRILLS] == [one.__name__ for one in WORKED]
    for drill in DRILLS:
        begun = begin_drill(practice, drill, law=LAW, now=NOW, today=TODAY)
        assert not passed(look_at_drill(practice, begun))


@pytest.mark.parametrize("work", WORKED, ids=lambda one: one.__name__)
def test_a_drill_is_passed_by_doing_it_and_not_before(practice, work):
    it = Trainee(practice, work.__name__)
    held = [sum(it.looked()), *(sum(it.looked()) for _ in work(it))]
    assert held == sorted(held)
    assert held[0] < held[-1] == len(it.begun.drill.check)
    assert passed(look_at_drill(practice, it.begun))


@pytest.mark.parametrize(
    ("drill", "does"),
    [
        ("split_custody", [("authority", "may_not", "The mother has custody.")]),
        ("age_18", [("identity", "photo_id", "")]),
        ("lawyers_letter", [("basis", "fits", "")]),
    ],
)
def test_the_wrong_step_does_not_pass(practice, drill, does):
    it = Trainee(practice, drill)
    before = it.looked()
    for step, choice, note in does:
        try:
            it.does(step, choice, note)
        except DeskError:
            continue
    assert sum(it.looked()) <= sum(before)


def test_begun_again_it_is_a_fresh_case(practice):
    first, second = Trainee(practice, "split_custody"), Trainee(practice, "split_custody")
    first.does("identity", "photo_id")
    assert first.request != second.request
    assert not second.looked()[0]


@pytest.mark.parametrize("drill", DRILLS, ids=lambda one: one.id)
def test_a_drill_is_told_in_plain_words(drill):
    told = " ".join((*drill.story, *drill.notice, *(one.hint for one in drill.check)))
    assert grade(told) <= 8


def test_a_student_changed_in_practice_is_said(practice):
    drill = DRILLS[0]
    gone = type(drill.request)(**{
        **{name: getattr(drill.request, name) for name in drill.request.__struct_fields__},
        "student": "rowan", "requester": "nobody",
    })  # fmt: skip
    broken = type(drill)(**{
        **{name: getattr(drill, name) for name in drill.__struct_fields__}, "request": gone,
    })  # fmt: skip
    with pytest.raises(DeskError) as refused:
        begin_drill(practice, broken, law=LAW, now=NOW, today=TODAY)
    assert refused.value.code == "practice_changed"


@pytest.mark.parametrize("content", ["", "schema = 1\n[[drill]]\nid = 'x'\n"])
def test_a_damaged_file_of_drills_is_named(tmp_path, content):
    path = tmp_path / "drills.toml"
    path.write_text(content)
    with pytest.raises(ResourceError) as fault:
        load_drills(path)
    assert fault.value.file == "drills.toml"


# Who finished, and the certificate


def test_who_finished_is_kept_once_for_each(tmp_path):
    home = Home(folder=tmp_path / "practice")
    for who, on in (("Jo Reyes", TODAY), ("Jo Reyes", TODAY + timedelta(3)), ("Sam", TODAY)):
        assert note_finished(home, Finished(drill="age_18", who=who, on=on))
    assert [(one.who, one.on) for one in finished_drills(home)] == [
        ("Jo Reyes", TODAY), ("Sam", TODAY),
    ]  # fmt: skip


@pytest.mark.parametrize("content", [b"", b"{}", b"\xff", b"[1]"])
def test_a_list_that_cannot_be_read_is_begun_again(tmp_path, content):
    home = Home(folder=tmp_path)
    home.learning_file.write_bytes(content)
    assert finished_drills(home) == ()
    assert note_finished(home, Finished(drill="age_18", who="Jo", on=TODAY))
    assert len(finished_drills(home)) == 1


@pytest.mark.parametrize("practising", [True, False])
def test_the_certificate_names_who_and_what(office, tmp_path, practising):
    pdf = learning_certificate(
        office.store, "Nguyễn <b>Lan</b>", [("The student is 18", TODAY)], the_wording(),
        practice=practising, today=TODAY,
    )  # fmt: skip
    path = tmp_path / "one.pdf"
    path.write_bytes(pdf)
    text = " ".join(pypdf.PdfReader(path).pages[0].extract_text().split())
    assert "Certificate of practice" in text
    assert "Nguyễn <b>Lan</b>" in text
    assert "The student is 18, on Monday, October 5, 2026" in text
    assert ("PRACTICE" in text) is practising
