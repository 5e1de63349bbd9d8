"""What the history and the screens say of letters: every event and every way out has its words."""

from __future__ import annotations

import re
from pathlib import Path

import desktop.actions
from desktop.actions.letter import SENT_HOW
from desktop.wording.sentences import load_wording

WORDS = load_wording("en")


def test_every_event_of_a_letter_and_of_its_wording_has_its_sentence_in_the_history():
    sources = Path(desktop.actions.__path__[0]).glob("*letter*.py")
    kinds = re.compile(r'"((?:letter|wording)\.[a-z_]+)"')
    journaled = {kind for file in sources for kind in kinds.findall(file.read_text("utf-8"))}
    assert {one for one in journaled if f"history.{one}" not in WORDS} == set()
    assert {"letter.words_kept", "wording.changed", "wording.restored"} <= journaled


def test_every_way_a_letter_leaves_has_its_words():
    assert {one for one in SENT_HOW if f"word.sent_how.{one}" not in WORDS} == set()


def test_words_kept_with_a_reason_are_told_without_the_words():
    said = WORDS.text("history.letter.words_kept", template="Receipt", reason="He is her brother.")
    assert "Receipt" in said
    assert said.endswith("Why: He is her brother.")
