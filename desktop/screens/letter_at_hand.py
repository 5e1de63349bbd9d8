"""The letter a dialog works on: as the records file holds it, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.actions import letter as letters
from desktop.actions import letter_drafting, letter_finishing, letter_leaving
from desktop.actions.changes import Changes, Kind
from desktop.actions.letter_facts import hidden_in, recipient_lines, recipient_of
from desktop.errors import DeskError
from desktop.letters.page import Page
from desktop.records.approval import Approval
from desktop.records.case import Letter, LetterState
from desktop.records.ids import LetterId, RequestId
from desktop.records.party import Party
from desktop.screens.desk import Desk
from desktop.screens.letter_typed import Typed
from desktop.screens.office_job import run_with_store
from desktop.store import cases
from desktop.store.store import Store

if TYPE_CHECKING:
    from desktop.letters.never import Said
    from desktop.letters.press import Press


class LetterAtHand(QObject):
    """One letter of one request. Every change goes through an action and is told to the desk.

    Signals:
        changed: the letter in the file is another one than before.
    """

    changed = Signal()

    def __init__(
        self, desk: Desk, request: RequestId, letter: LetterId, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.desk = desk
        self.case = cases.case(desk.store, request)
        self._letter = next(one for one in self.case.letters if one.id == letter)
        self._pdf = b""
        desk.changed.connect(self._office_changed)

    @property
    def letter(self) -> Letter:
        """The letter as the file holds it."""
        return self._letter

    @property
    def is_finished(self) -> bool:
        """Whether it never changes again."""
        return self._letter.state is LetterState.FINISHED

    @property
    def number(self) -> str:
        """The request's number."""
        return self.case.request.number

    @property
    def document_name(self) -> str:
        """What it is called outside the program: request and kind, and nobody's name."""
        return f"{self.number}-{self._letter.template}"

    def pdf(self) -> bytes:
        """The kept bytes of a finished letter: never drawn again, they are what the hash is of."""
        if not self._pdf:
            self._pdf = cases.letter_pdf(self.desk.store, self._letter.id) or b""
        return self._pdf

    def page(self, typed: Typed) -> Page:
        """The letter with what is typed, as a page to draw."""
        desk, letter = self.desk, self._letter
        return letter_finishing.page_of(
            desk.store,
            self.case,
            typed.put_into(letter),
            enclosures=letter_finishing.enclosures_of(
                desk.store, self.case, letter, self._writing()
            ),
            practice=desk.practice,
            on=desk.today(),
        )

    def waits_for(self) -> DeskError | None:
        """What it still waits for before it can be finished, in words; None for nothing."""
        case = cases.case(self.desk.store, self.case.request.id)
        return letter_finishing.approval_missing(case, self._letter.template, self.desk.law)

    def approval(self) -> Approval | None:
        """What the principal agreed to for it; None where it needed nobody."""
        return letter_finishing.approval_of(self.case, self._letter.template, self.desk.law)

    def recipient(self) -> tuple[str, ...]:
        """Whom it goes to and where, without an address that a paper keeps from them."""
        recipient, desk = self._recipient(), self.desk
        hidden = hidden_in(self.case, desk.school, recipient, desk.today())
        return recipient_lines(self.case, recipient, hidden)

    def mail_to(self) -> str:
        """The e-mail address a message with this letter goes to; empty where none may be told."""
        return letter_leaving.mail_address(
            self.desk.store, self.case, self._letter, self.desk.today()
        )

    def mail(self) -> bytes:
        """The finished letter as a message that waits to be sent."""
        desk = self.desk
        return letter_leaving.mail_of(
            desk.store,
            self.case,
            self._letter,
            self.pdf(),
            on=desk.today(),
            practice=desk.practice,
        )

    def has_address(self) -> bool:
        """Whether there is more to the recipient than a name."""
        recipient = self._recipient()
        names = [name for name in (recipient.name, recipient.organization) if name]
        return len(self.recipient()) > len(names)

    def _recipient(self) -> Party:
        return recipient_of(self.desk.store, self.case, self._letter.recipient)

    def _writing(self) -> letters.Writing:
        desk = self.desk
        return letters.Writing(templates=desk.templates, law=desk.law, today=desk.today())

    def languages(self) -> tuple[str, ...]:
        """The languages it can be written in, its own among them."""
        offered = self.desk.templates.languages(self._letter.template)
        return tuple(dict.fromkeys((*offered, self._letter.language)))

    # While it is a draft

    def is_as_drafted(self, typed: Typed) -> bool:
        """Whether writing it new would take nobody's words away."""
        desk = self.desk
        try:
            return letter_drafting.is_as_drafted(
                desk.store,
                self.case,
                self._letter,
                self._writing(),
                texts=typed.put_into(self._letter).texts,
            )
        except DeskError:
            return False  # it cannot be written again; writing it new will say why

    def write_new(self, language: str, facing: str) -> None:
        """Write it from the case as it stands now, with a second side where ``facing`` is one.

        Raises:
            DeskError: a fact it needs is missing, or the file cannot be written.
        """
        desk = self.desk
        changes = letter_drafting.redraft_letter(
            desk.store,
            *self._ids,
            templates=desk.templates,
            law=desk.law,
            today=desk.today(),
            language=language,
            facing=facing,
            by=desk.sign(),
        )
        desk.did(changes)

    def lay_out(self, *, large_print: bool, facing: str) -> None:
        """Choose how it is printed; its text stays.

        Raises:
            DeskError: a fact the second side needs is missing, or the file cannot be written.
        """
        desk = self.desk
        changes = letter_drafting.lay_out(
            desk.store,
            *self._ids,
            large_print=large_print,
            facing=facing,
            templates=desk.templates,
            law=desk.law,
            today=desk.today(),
            by=desk.sign(),
        )
        desk.did(changes)

    def keep(self, typed: Typed) -> None:
        """Make what is typed the draft's text.

        Raises:
            DeskError: it holds what is never kept, or the file cannot be written.
        """
        desk = self.desk
        changes = letter_drafting.edit_letter(
            desk.store,
            *self._ids,
            title=typed.title,
            text=typed.text,
            facing_title=typed.facing_title,
            facing_text=typed.facing_text,
            by=desk.sign(),
        )
        desk.did(changes)

    def throw_away(self) -> Changes:
        """Throw the draft away; what is given back is to be told once nobody shows it any more.

        Raises:
            DeskError: the file cannot be written.
        """
        return letter_leaving.drop_letter(self.desk.store, *self._ids, by=self.desk.sign())

    def check(self) -> None:
        """Refuse what finishing would refuse.

        Raises:
            DeskError: a condition of release is open, or the text cannot be printed or kept.
        """
        desk = self.desk
        letter_finishing.check_finishing(
            desk.store,
            *self._ids,
            templates=desk.templates,
            law=desk.law,
            practice=desk.practice,
            today=desk.today(),
        )

    def allow_words(self, said: Said, reason: str) -> None:
        """Keep words that are mostly wrong, with the reason.

        Raises:
            DeskError: they are wrong in every letter, or the reason is none.
        """
        desk = self.desk
        desk.did(letter_drafting.allow_words(desk.store, *self._ids, said, reason, by=desk.sign()))

    def cautions(self) -> tuple[str, ...]:
        """What somebody should look at once more, in words; nothing of it stands against it."""
        desk = self.desk
        found = letter_finishing.cautions_of(desk.store, self.case, self._letter, self._writing())
        return tuple(desk.wording.say(one) for one in found)

    def finish(
        self,
        press: Callable[[], Press],
        *,
        then: Callable[[], object],
        refused: Callable[[DeskError], object],
    ) -> None:
        """Make the draft final beside the window, then go on."""
        desk, (request, letter) = self.desk, self._ids
        templates, law, today, by = desk.templates, desk.law, desk.today(), desk.sign()

        def work(store: Store) -> Changes:
            return letter_finishing.finish_letter(
                store,
                request,
                letter,
                templates=templates,
                law=law,
                practice=desk.practice,
                today=today,
                by=by,
                press=press(),
            )

        def done(changes: Changes) -> None:
            desk.did(changes)
            then()

        run_with_store(desk, work, owner=self, on_done=done, on_failed=refused)

    # Once it is finished

    def mark_sent(self, how: str, on: date) -> None:
        """Note how it left the office.

        Raises:
            DeskError: it cannot have left on that day.
        """
        desk = self.desk
        changes = letter_leaving.mark_sent(
            desk.store, *self._ids, how, law=desk.law, on=on, today=desk.today(), by=desk.sign()
        )
        desk.did(changes)

    @property
    def _ids(self) -> tuple[RequestId, LetterId]:
        return self.case.request.id, self._letter.id

    def _office_changed(self, changes: Changes) -> None:
        if self.case.request.id not in changes.requests and Kind.OFFICE not in changes.kinds:
            return
        self.case = cases.case(self.desk.store, self.case.request.id)
        for found in self.case.letters:
            if found.id == self._letter.id and found != self._letter:
                self._letter = found
                self.changed.emit()
