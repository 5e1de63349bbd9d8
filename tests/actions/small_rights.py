"""Rights with one step each, for what follows from a step; the shipped ones have many more."""

from __future__ import annotations

from dataclasses import replace

from desktop.records.law import Law
from desktop.records.rights import RightRule, Rights
from desktop.records.toml_file import decode_toml

_ENDS = """
[[outcome]]
id = "entered"
title = "Entered"
needs = ["note"]

[[outcome]]
id = "withdrawn"
title = "Withdrawn"
note = true
"""


def _right(text: str) -> RightRule:
    return decode_toml(text + _ENDS, "small.toml", RightRule)


def _field(id_: str, kind: str = "line", *, needed: bool = False, options: str = "") -> str:
    """One field as TOML; ``options`` are ids with spaces between them."""
    made = "".join(
        f'\n[[step.field.option]]\nid = "{one}"\ntitle = "{one.title()}!"\n'
        for one in options.split()
    )
    return (
        f'\n[[step.field]]\nid = "{id_}"\ntitle = "{id_}"\nkind = "{kind}"\n'
        f"needed = {str(needed).lower()}\n{made}"
    )


def _start(id_: str, step: str = "", asks: str = "family") -> str:
    return (
        f'asks = "{asks}"\nid = "{id_}"\ntitle = "{id_}"\nsays = "x"\nhold = true\n'
        f'[[step]]\nid = "note"\ntitle = "Note it"\nsays = "x"\nmoment = "intake"\n{step}\n'
    )


HEARING = _right(_start("hearing"))
OPT_OUT = _right(
    _start("directory-opt-out", 'effect = ["opt_out"]')
    + _field("opt_out_kinds", "ticks", options="address photo")
)
RECRUITERS = _right(_start("recruiter-opt-out", 'effect = ["recruiter_opt_out"]'))
CONSENT = _right(
    _start("consent", 'effect = ["consent"]')
    + _field("consent_records")
    + _field("consent_purpose")
    + _field("consent_recipient")
    + _field("consent_signer")
    + _field("consent_capacity", "choice", options="parent eligible_student")
    + _field("consent_signed_on", "date")
    + _field("consent_until_on", "date")
    + '\n[[step]]\nid = "send"\ntitle = "Send"\nsays = "x"\nmoment = "intake"\n'
    'effect = ["disclosure"]\n'
)
REVOKE = _right(
    _start("revoke-consent", 'effect = ["revoke_consent"]') + _field("revoked_recipient")
)
THIRD_PARTY = _right(
    _start("third-party", asks="third_party")
    + _field("disclosure_basis", "choice", options="court_order emergency directory family consent")
    + _field("party_interest", "text")
    + _field("disclosure_records", "ticks", options="grades health")
    + _field("disclosed_on", "date")
    + _field("threat", "text")
    + _field("recipients", "text")
    + _field("further", "text")
    + _field("refused_on", "date")
    + '\n[[step.choice]]\nid = "given"\ntitle = "Given"\neffect = ["disclosure"]\n'
    + '\n[[step.choice]]\nid = "refused"\ntitle = "Refused"\neffect = ["refused_disclosure"]\n'
)


def law_with(law: Law, *rights: RightRule) -> Law:
    """``law`` with these rights in place of the shipped ones of the same id."""
    by_id = {**law.rights.by_id, **{one.id: one for one in rights}}
    return replace(law, rights=Rights(by_id=by_id))
