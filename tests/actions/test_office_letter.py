"""The office's own wording of its letters: kept in every version, held to the rules, undone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.actions import letter_drafting
from desktop.actions.office_letter import change_wording, restore_shipped
from desktop.errors import DeskError
from desktop.letters.own_wording import WordingError, check_wording
from desktop.letters.template import Templates
from desktop.records.ids import PersonId, new_id
from desktop.records.person import Person, Role
from desktop.store import cases, office_letters
from desktop.store.journal import Event
from desktop.store.office import add_person, set_person
from tests import mail
from tests.letters.test_letter_texts import ALL
from tests.offices import AT, TODAY

SHIPPED = mail.the_templates()


def change(office, template="receipt", language="en", **override):
    found = SHIPPED.get(template, language)
    values = {"title": found.title, "text": f"{found.body}\nCome by the side door.\n"}
    return change_wording(
        office.store, template, language,
        **{**values, "reason": "The door.", "shipped": SHIPPED, "by": office.sign(), **override},
    )  # fmt: skip


def restore(office, template="receipt", **override):
    return restore_shipped(
        office.store, template, "en",
        **{"reason": "As before.", "shipped": SHIPPED, "by": office.sign(), **override},
    )  # fmt: skip


def templates(office):
    return SHIPPED.with_office(office_letters.wordings(office.store))


def drafted(office, request, template="receipt", language="en"):
    one = letter_drafting.draft_letter(
        office.store, request, template, templates=templates(office), law=office.law,
        today=TODAY, language=language, by=office.sign(),
    ).letter  # fmt: skip
    return mail.read(office, request, one)


# Changing and going back


def test_letters_are_written_with_the_office_s_wording_and_keep_which(office):
    request = office.log().request
    before = drafted(office, request)
    change(office)
    after = drafted(office, request)
    assert "side door" not in before.text
    assert "side door" in after.text
    assert (before.office_version, after.office_version) == (0, 1)
    assert after.template_version == SHIPPED.get("receipt").version
    event = cases.history(office.store, request)[-1].event
    assert event.facts["office_version"] == 1


def test_other_languages_and_letters_stay_as_shipped(office):
    change(office)
    request = office.log().request
    assert "side door" not in drafted(office, request, language="es").text
    assert "side door" not in drafted(office, request, "acknowledgement").text


def test_every_version_is_kept_with_who_when_why_and_what_was_shipped(office):
    change(office)
    change(office, title="Your receipt", reason="Shorter.")
    restore(office)
    kept = office_letters.wordings(office.store)
    assert [one.version for one in kept] == [1, 2, 3]
    assert [one.reason for one in kept] == ["The door.", "Shorter.", "As before."]
    assert [one.is_shipped for one in kept] == [False, False, True]
    assert {one.changed_by for one in kept} == {office.opened.person.id}
    assert {one.changed_at for one in kept} == {AT}
    assert {one.shipped_text for one in kept} == {SHIPPED.get("receipt").body}
    kinds = [row[0] for row in office.store.rows("select kind from event order by seq")]
    assert kinds[-3:] == ["wording.changed", "wording.changed", "wording.restored"]


def test_going_back_to_the_shipped_wording_can_be_undone(office):
    change(office)
    own = office_letters.wordings(office.store)[-1]
    restore(office)
    assert templates(office).get("receipt").office_version == 0
    change(office, title=own.title, text=own.text, reason="Undone.")
    assert templates(office).get("receipt").office_version == 3
    assert "side door" in templates(office).get("receipt").body


def test_a_kept_letter_stays_when_the_wording_changes(office):
    request = office.log().request
    one = mail.draft(office, request, "receipt")
    mail.finish(office, request, one)
    before = cases.letter_pdf(office.store, one)
    change(office)
    assert cases.letter_pdf(office.store, one) == before
    assert mail.read(office, request, one).office_version == 0


# What is refused


@pytest.mark.parametrize("role", [Role.FRONT_OFFICE, Role.PRINCIPAL])
def test_only_a_registrar_or_an_administrator_changes_it(office, role):
    person = Person(id=PersonId(new_id(AT)), name="Sam Roe", initials="SR", role=role)
    with office.store.change(Event(kind="person.added"), by=office.sign()) as one:
        add_person(one, person)
    by = replace(office.sign(), person=person.id)
    for act in (change, restore):
        with pytest.raises(DeskError, match="wording_role"):
            act(office, by=by)
    assert office_letters.wordings(office.store) == []


def test_somebody_who_left_changes_nothing(office):
    with office.store.change(Event(kind="person.changed"), by=office.sign()) as one:
        set_person(one, replace(office.opened.person, active=False))
    with pytest.raises(DeskError, match="wording_role"):
        change(office)


@pytest.mark.parametrize(
    ("text", "code", "line", "says"),
    [
        ("About {{ student }}:\n\n{{ nickname }}", "wording_field", 3, "nickname"),
        ("One\n{% if due_on %}\nTwo", "wording_field", 3, "endif"),
        ("One\n\n{{ student|shout }}", "wording_field", 3, "shout"),
        ("{% include 'x' %}", "wording_field", 1, "stands alone"),
        ("{{ due_on + 1 }}", "wording_field", 0, "cannot be filled"),
        ("   \n", "wording_empty", 0, "empty"),
        ("x" * 60_000, "wording_long", 0, "thirty pages"),
        ("Hello.\n\nWe answer within 10 business days.", "wording_never", 3, "99.10(b)"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(office, text, code, line, says):
    with pytest.raises(WordingError, match=code) as fault:
        change(office, text=text)
    assert fault.value.line == line
    assert says in fault.value.sentence()
    if line:
        assert fault.value.message.startswith(f"Line {line}: ")
    assert office_letters.wordings(office.store) == []


REQUIRED = [
    pytest.param(one, place, id=f"{one.language}-{one.id}-{part.citation}-{part.says}")
    for one in ALL
    for place, part in enumerate(one.required)
]


@pytest.mark.parametrize(("template", "place"), REQUIRED)
def test_a_part_that_a_rule_wants_cannot_be_taken_out(template, place):
    """Whatever else is written: without the part's words the wording is refused."""
    own = template.worded("A letter", "We shortened this letter.")
    with pytest.raises(WordingError, match="wording_part") as fault:
        check_wording(own, SHIPPED.never)
    assert any(part.citation in fault.value.message for part in template.required)
    assert template.required[place].citation


def test_a_part_that_stands_only_where_a_field_is_filled_is_not_enough(office):
    shipped = SHIPPED.get("amendment_refused")
    part = "right to a hearing"
    gone = shipped.body.replace(part, "chance")
    text = f"{gone}\n{{% if wanted %}}You have the {part}.{{% endif %}}"
    with pytest.raises(WordingError, match="wording_part") as fault:
        change(office, "amendment_refused", title="Our decision", text=text)
    assert "99.20(c)" in fault.value.message
    whole = f"{gone}\nYou have the {part}."
    change(office, "amendment_refused", title="Our decision", text=whole)


@pytest.mark.parametrize("template", ALL, ids=lambda one: f"{one.language}-{one.id}")
def test_every_shipped_wording_would_be_accepted(template):
    check_wording(template, SHIPPED.never)


@pytest.mark.parametrize(("reason", "code"), [(" ", "wording_reason"), ("123-45-6789", "nine")])
def test_a_reason_is_needed(office, reason, code):
    with pytest.raises(DeskError, match=code):
        change(office, reason=reason)


def test_the_same_wording_twice_is_no_new_version(office):
    with pytest.raises(DeskError, match="wording_same"):
        restore(office)
    change(office)
    with pytest.raises(DeskError, match="wording_same"):
        change(office)


def test_a_letter_that_is_not_there_has_no_wording(office):
    with pytest.raises(DeskError, match="no-template"):
        change_wording(
            office.store, "receipt", "vi", title="T", text="T", reason="R", shipped=SHIPPED,
            by=office.sign(),
        )  # fmt: skip


# A new release


def older(office, **shipped):
    """The wording as if it had been made under an earlier release."""
    change(office)
    own = office_letters.wordings(office.store)[-1]
    return replace(own, **{"shipped_version": "0", **shipped})


def test_a_wording_made_under_an_earlier_release_goes_on_while_it_fits(office):
    both = SHIPPED.with_office([older(office)])
    assert both.get("receipt").office_version == 1
    assert both.unfit == ()


def test_one_that_fits_no_more_is_named_and_the_letter_is_written_as_shipped(office):
    both = SHIPPED.with_office([older(office, text="{{ a_field_that_went }}")])
    assert both.get("receipt").office_version == 0
    assert both.unfit == (("receipt", "en"),)


def test_without_the_rules_a_wording_of_an_earlier_release_is_not_used(office):
    """The file of what no letter says is damaged: the program still opens."""
    unchecked = Templates(tuple(SHIPPED))
    both = unchecked.with_office([older(office)])
    assert both.unfit == (("receipt", "en"),)
    assert both.get("receipt").office_version == 0


def test_a_letter_that_went_with_a_release_takes_its_wording_along(office):
    both = SHIPPED.with_office([replace(older(office), template="gone")])
    assert {one.id for one in both} == {one.id for one in SHIPPED}
