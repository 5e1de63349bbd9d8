"""The rule books against the facts they were made from, and what a damaged book says."""

# ruff: noqa: E501, SIM905  # one row of the table is one rule; a list of codes reads as words

from datetime import date
from pathlib import Path

import msgspec
import pytest

from desktop.errors import DeskError, ResourceError
from desktop.paths import resources
from desktop.records.request import Right
from desktop.records.rules import ACCESS, CountedFrom, Rule, RuleBook, load_rule_books

BOOKS = load_rule_books(resources("rules"))

# id | days | counting | counted from | students | a spoken request counts | covers (I inspect,
# C copies or complaint, A amend, H hearing) | extension (+ added, = total) | before | use | confidence | citation
FACTS = """
US-1 | 45 | calendar | receipt | all     | ?   | IC | -            | -   | yes | statute   | 34 CFR 99.10(b)
US-2 | 45 | calendar | made    | special | ?   | IC | -            | all | yes | statute   | 34 CFR 300.613(a)
AZ-1 | 45 | calendar | receipt | all     | ?   | I  | -            | -   | yes | statute   | A.R.S. 15-141(A)
CA-1 | 5  | business | made    | all     | ?   | IC | -            | -   | yes | statute   | Cal. Educ. Code 49069.7(b)
CA-2 | 5  | business | made    | special | yes | IC | -            | all | yes | statute   | Cal. Educ. Code 56504
CO-1 | 45 | calendar | receipt | all     | ?   | I  | -            | -   | yes | statute   | C.R.S. 22-1-123(2)
CT-1 | 10 | calendar | written | special | no  | I  | -            | all | yes | statute   | Conn. Agencies Regs. 10-76d-18(a)(1)
CT-2 | 10 | calendar | written | special | no  | C  | -            | -   | yes | statute   | Conn. Agencies Regs. 10-76d-18(a)(2)
DE-1 | 45 | calendar | receipt | all     | ?   | I  | -            | -   | yes | statute   | 14 DE Admin. Code 251
DE-2 | 45 | calendar | made    | special | ?   | IC | -            | all | yes | statute   | 14 DE Admin. Code 927-13.1
DC-1 | 45 | calendar | written | all     | no  | IC | -            | -   | yes | statute   | 5-E DCMR 2600.4, 2600.6
FL-1 | 30 | calendar | receipt | all     | ?   | I  | -            | -   | yes | secondary | Fla. Stat. 1002.22, 1002.221; Fla. Admin. Code 6A-1.0955
GA-1 | 3  | business | receipt | all     | ?   | I  | =30 calendar | -   | yes | secondary | O.C.G.A. 20-2-786
HI-1 | 10 | business | made    | all     | ?   | IC | +20 business | -   | yes | statute   | Haw. Code R. 8-6-1, 8-6-2(b)
IL-1 | 10 | business | receipt | all     | ?   | IC | +5 business  | -   | yes | statute   | 105 ILCS 10/5(c)
IL-2 | 45 | calendar | receipt | all     | no  | C  | -            | -   | ask | statute   | 23 Ill. Adm. Code 380.20, 380.30
IA-1 | 45 | calendar | made    | special | ?   | I  | -            | all | yes | statute   | Iowa Admin. Code 281-41.613
KY-1 | 45 | calendar | made    | special | ?   | I  | -            | all | yes | secondary | 707 KAR 1:360; KRS 160.700-.730
LA-1 | 10 | business | written | all     | no  | C  | -            | -   | yes | secondary | La. R.S. 17:406.9
LA-2 | 45 | calendar | made    | special | ?   | I  | -            | all | yes | statute   | La. Admin. Code 28:XLIII.613
ME-1 | 45 | calendar | receipt | all     | ?   | I  | -            | -   | yes | statute   | 20-A M.R.S. 6001(1)
ME-2 | 45 | calendar | made    | special | ?   | I  | -            | all | yes | statute   | 05-071 C.M.R. ch. 101, XIV.3
MA-1 | 10 | calendar | made    | all     | ?   | IC | -            | -   | yes | statute   | 603 CMR 23.07(2)
MN-1 | 10 | business | made    | all     | ?   | IC | -            | -   | yes | secondary | Minn. Stat. 13.04 subd. 3
MT-1 | 45 | calendar | receipt | all     | ?   | I  | -            | -   | yes | statute   | ARM 10.55.909; 10.16.3560
NV-1 | 45 | calendar | receipt | all     | ?   | I  | -            | -   | yes | statute   | NRS 392.029; NAC 392.345
NH-1 | 14 | calendar | receipt | all     | ?   | I  | -            | -   | yes | secondary | RSA 189:66, IV(a)
NH-2 | 45 | calendar | receipt | all     | ?   | I  | -            | -   | ask | statute   | RSA 193-C:10
NM-1 | 45 | calendar | made    | special | ?   | I  | -            | all | yes | statute   | 6.31.2.13(B) NMAC
NY-1 | 45 | calendar | receipt | all     | ?   | I  | -            | -   | yes | secondary | 8 NYCRR 121.12
NC-1 | 10 | business | written | all     | no  | IC | =20 business | -   | yes | statute   | N.C.G.S. 115C-76.40(a)-(c)
NC-2 | 45 | calendar | made    | special | ?   | IC | -            | iep | yes | statute   | N.C.G.S. 115C-109.3(b)
OH-1 | 45 | calendar | made    | special | ?   | I  | -            | all | yes | statute   | Ohio Admin. Code 3301-51-04(D)(1)
OK-1 | 10 | calendar | receipt | all     | no  | IC | -            | -   | ask | secondary | 25 O.S. 2003 (per district policy)
OR-1 | 45 | calendar | receipt | all     | ?   | IC | -            | all | yes | statute   | OAR 581-021-0270
PA-1 | 45 | calendar | receipt | all     | ?   | I  | -            | -   | yes | secondary | 22 Pa. Code ch. 12, 14 (text not read)
RI-1 | 10 | calendar | made    | all     | ?   | I  | -            | -   | yes | statute   | R.I. Gen. Laws 16-71-3(a)(1), (3)
SD-1 | 45 | calendar | made    | special | ?   | I  | -            | all | yes | statute   | S.D. Admin. R. 24:05:29:04
TX-2 | 10 | business | receipt | all     | no  | IC | -            | -   | ask | secondary | Tex. Educ. Code 26.0085(e); Gov't Code 552.221
UT-1 | 45 | calendar | receipt | all     | ?   | I  | -            | -   | yes | secondary | Utah Code 53E-9-205 (no number); FERPA
VA-2 | 45 | calendar | made    | special | ?   | I  | -            | all | yes | secondary | 8VAC20-81-170 (via state notice)
WA-1 | 45 | calendar | made    | all     | ?   | IC | -            | -   | yes | secondary | RCW 28A.605.005 as amended in 2025
CA-1.meeting  | 30 | calendar | receipt | all     | no  | A | -       | -   | yes | statute   | Cal. Educ. Code 49070(b)
IN-2.decision | 10 | business | receipt | special | no  | A | -       | -   | yes | statute   | 511 IAC 7-38-2
IN-2.hearing  | 15 | business | receipt | special | ?   | H | -       | -   | yes | statute   | 511 IAC 7-38-2
IN-2.notice   | 5  | business | receipt | special | ?   | H | -       | -   | yes | statute   | 511 IAC 7-38-2
KY-1.hearing  | 30 | calendar | receipt | all     | ?   | H | -       | -   | yes | statute   | 702 KAR 1:140
KY-1.decision | 10 | business | hearing | all     | ?   | H | -       | -   | yes | statute   | 702 KAR 1:140
NJ-1.decision | 10 | school   | receipt | all     | no  | A | -       | -   | yes | statute   | N.J.A.C. 6A:32-7.7(b)
NJ-1.board    | 20 | school   | receipt | all     | ?   | H | -       | -   | yes | statute   | N.J.A.C. 6A:32-7.7(b)
NY-1.complaint | 60 | calendar | receipt | all    | ?   | C | -       | -   | ask | secondary | 8 NYCRR 121.4
HI-1.review   | 30 | business | receipt | all     | ?   | H | -       | -   | ask | statute   | Haw. Code R. 8-6-4(b)
""".strip().splitlines()

FOR_READING = (
    "AL-1 AK-1 AR-1 CT-3 GA-2 ID-1 IN-1 IN-2 KS-1 MD-1 MI-1 MS-1 MO-1 MO-2 NE-1 NJ-1 ND-1 SC-1 "
    "TN-1 TX-1 VT-1 VA-1 WA-2 WA-3 WV-1 WI-1 WY-1"
).split()

STATES = (
    "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ "
    "NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY"
).split()


def cells(line):
    return [cell.strip() for cell in line.split(" | ")]


def as_facts(rule: Rule):
    start = {"receipt": "receipt", "request_made": "made", "written_request": "written"}
    start[CountedFrom.AMENDMENT_HEARING] = "hearing"
    before = {0: "-", 1: "iep", 3: "all"}
    sign = {"added": "+", "total_from_start": "="}
    terms = rule.extension
    return [
        rule.id,
        str(rule.days),
        rule.counting.value,
        start[rule.counted_from],
        "special" if rule.students == "special_education" else "all",
        {"unknown": "?"}.get(rule.oral_counts, rule.oral_counts.value),
        "".join(one[0].upper() for one in rule.covers),
        f"{sign[terms.mode]}{terms.days} {terms.counting}" if terms else "-",
        before[len(rule.before)],
        rule.use.value,
        rule.confidence.split()[0],
        rule.citation,
    ]


def shipped_rules():
    return {rule.id: rule for book in BOOKS.by_state.values() for rule in book.rule}


@pytest.mark.parametrize("line", FACTS, ids=lambda line: f"{cells(line)[0]} {cells(line)[-1]}")
def test_a_rule_says_what_the_table_of_the_law_says(line):
    assert as_facts(shipped_rules()[cells(line)[0]]) == cells(line)


def test_no_rule_stands_in_the_books_that_the_table_lacks():
    assert sorted(shipped_rules()) == sorted(cells(line)[0] for line in FACTS)


def test_what_has_no_usable_limit_is_kept_for_reading():
    found = [entry.id for book in BOOKS.by_state.values() for entry in book.for_reading]
    assert sorted(found) == sorted(FOR_READING)


def test_every_state_and_the_district_have_a_book():
    assert BOOKS.faults == ()
    assert sorted(BOOKS.by_state) == sorted([*STATES, "US"])


@pytest.mark.parametrize("state", STATES)
def test_a_book_without_a_rule_says_none_was_found_and_never_that_none_exists(state):
    book = BOOKS.book(state)
    on_access = [rule for rule in book.rule if not ACCESS.isdisjoint(rule.covers)]
    assert bool(book.book.note) == (not on_access)
    assert book.book.note in {"", "no state limit found in our table"}


def test_every_rule_shows_where_it_was_read():
    for rule in shipped_rules().values():
        assert rule.source
        assert rule.source_kind
        assert rule.reviewed_on == date(2026, 11, 23)


GOOD = (resources("rules") / "ca.toml").read_text("utf-8")


def broken(folder: Path, text: str, name: str = "ca.toml") -> ResourceError:
    for shipped in ("federal.toml", "ma.toml"):
        (folder / shipped).write_bytes((resources("rules") / shipped).read_bytes())
    (folder / name).write_text(text, "utf-8")
    books = load_rule_books(folder)
    assert set(books.by_state) == {"US", "MA"}, "the other books still work"
    (fault,) = books.faults
    return fault


def line_of(text: str, start: str, nth: int = 0) -> int:
    lines = [at for at, line in enumerate(text.splitlines(), 1) if line.startswith(start)]
    return lines[nth]


@pytest.mark.parametrize(
    ("old", "new", "key", "where"),
    [
        ("days = 5", 'days = "five"', "rule[0].days", ("days", 0)),
        ("days = 5", "days = 0", "rule[0].days", ("days", 0)),
        ("days = 5\n", "", "rule[0]", ("[[rule]]", 0)),
        ('counting = "business"', 'counting = "working"', "rule[0].counting", ("counting", 0)),
        ("days = 5", "days = 5\npause = 3", "rule[0].pause", ("pause", 0)),
        ('use = "yes"', 'use = "maybe"', "rule[0].use", ("use", 0)),
        ("covers = [", 'covers = ["amends", ', "rule[0].covers[0]", ("covers", 0)),
        ('state = "CA"', 'state = "TX"', "book.state", ("state", 0)),
        ('id = "CA-1"', 'id = "TX-9"', "rule[0].id", ("id", 0)),
        ('id = "CA-2"', 'id = "CA-1"', "rule[1].id", ("id", 1)),
        ('"iep_meeting", ', '"party", ', "rule[1].before[0]", ("before", 0)),
    ],
)
def test_a_broken_book_names_file_key_and_line(tmp_path, old, new, key, where):
    text = GOOD.replace(old, new, 1)
    assert text != GOOD
    fault = broken(tmp_path, text)
    assert (fault.file, fault.key, fault.line) == ("ca.toml", key, line_of(text, *where))


def test_text_that_is_not_toml_names_the_line(tmp_path):
    fault = broken(tmp_path, GOOD.replace("days = 5", "days is five", 1))
    assert (fault.file, fault.line) == ("ca.toml", line_of(GOOD, "days"))


@pytest.mark.parametrize("text", ["", "[[[[", "x = " + "[" * 5000, f"days = {'9' * 5000}"])
def test_a_book_of_nonsense_is_a_fault_and_no_crash(tmp_path, text):
    assert broken(tmp_path, text).file == "ca.toml"


def test_a_fault_in_an_extension_is_found_in_its_own_table(tmp_path):
    text = (resources("rules") / "nc.toml").read_text("utf-8").replace("days = 20", "days = true")
    fault = broken(tmp_path, text, "nc.toml")
    assert (fault.key, fault.line) == ("rule[0].extension.days", line_of(text, "days", 1))


def test_an_added_extension_must_count_the_same_days_as_its_rule(tmp_path):
    text = (resources("rules") / "il.toml").read_text("utf-8")
    second = text.index('counting = "business"', text.index("[rule.extension]"))
    text = text[:second] + text[second:].replace("business", "school", 1)
    assert broken(tmp_path, text, "il.toml").key == "rule[0]"


def test_a_rule_binds_from_its_first_to_its_last_day_of_receipt(tmp_path):
    lasting = GOOD.replace(
        "days = 5",
        "days = 9\nin_force_from = 2026-01-02\nin_force_until = 2026-01-31",
        1,
    )
    for name, text in (("federal.toml", None), ("ca.toml", lasting)):
        shipped = (resources("rules") / name).read_text("utf-8")
        (tmp_path / name).write_text(text or shipped, "utf-8")
    books = load_rule_books(tmp_path)

    def days(on):
        return [rule.days for rule in books.rules_for("CA", received_on=on) if rule.id == "CA-1"]

    assert days(date(2026, 1, 1)) == []
    assert days(date(2026, 1, 2)) == days(date(2026, 1, 31)) == [9]
    assert days(date(2026, 2, 1)) == []


def test_a_newer_version_of_a_rule_may_keep_its_id(tmp_path):
    older = GOOD.replace("days = 5", "days = 5\nin_force_until = 2026-12-31", 1)
    first = GOOD.index("[[rule]]")
    newer = GOOD[first : GOOD.index("[[rule]]", first + 1)]
    newer = newer.replace("days = 5", "days = 4\nin_force_from = 2027-01-01", 1)
    (tmp_path / "federal.toml").write_bytes((resources("rules") / "federal.toml").read_bytes())
    (tmp_path / "ca.toml").write_text(f"{older}\n{newer}", "utf-8")
    books = load_rule_books(tmp_path)
    assert books.faults == ()
    for on, days in ((date(2026, 12, 31), 5), (date(2027, 1, 1), 4)):
        rules = books.rules_for("CA", received_on=on)
        assert [rule.days for rule in rules if rule.id == "CA-1"] == [days]


def test_one_state_is_read_without_the_others():
    books = load_rule_books(resources("rules"), states=["CA"])
    assert set(books.by_state) == {"US", "CA"}


def test_a_state_that_does_not_exist_is_refused_in_words():
    with pytest.raises(DeskError) as refused:
        BOOKS.rules_for("ZZ", received_on=date(2026, 10, 1))
    assert refused.value.code == "unknown_state"


def test_without_the_federal_book_no_date_is_given(tmp_path):
    (tmp_path / "ca.toml").write_text(GOOD, "utf-8")
    books = load_rule_books(tmp_path)
    with pytest.raises(ResourceError):
        books.rules_for("CA", received_on=date(2026, 10, 1))


def test_a_damaged_state_book_leaves_federal_law_and_says_so(tmp_path):
    (tmp_path / "federal.toml").write_bytes((resources("rules") / "federal.toml").read_bytes())
    (tmp_path / "ca.toml").write_text("[book", "utf-8")
    books = load_rule_books(tmp_path)
    rules = books.rules_for("CA", received_on=date(2026, 10, 1))
    assert [rule.id for rule in rules] == ["US-1", "US-2"]
    assert books.fault_of("CA") is not None
    with pytest.raises(ResourceError):
        books.book("CA")


def test_values_of_the_books_cannot_be_changed():
    with pytest.raises(AttributeError):
        BOOKS.book("CA").rule[0].days = 6  # type: ignore[misc]
    assert issubclass(RuleBook, msgspec.Struct)


def test_the_steps_a_limit_ends_with_are_known_without_the_office_s_decisions():
    assert BOOKS.ending(Right.AMEND) == {"decision", "meeting"}
    assert "held" in BOOKS.ending(Right.HEARING)
    assert BOOKS.ending(Right.INSPECT) == frozenset()
