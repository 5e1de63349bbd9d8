"""What no letter says, as data: the provision, the words, and where they count."""

from __future__ import annotations

import shutil

import pytest

from desktop.errors import ResourceError
from desktop.letters.never import FILE, When, load_never
from desktop.letters.template import load_templates
from desktop.paths import resources
from tests.letters.test_letter_texts import ALL, UNVERIFIED, every_draft

RULES = load_never(resources("letters"))
EVERY = dict.fromkeys(When, True)

SAID = [
    # rule, template, language, words that are wrong, words close by that are right
    ("business_days", "receipt", "en", "within 10 business days", "We do business every day"),
    ("business_days", "receipt", "es", "en 10 días hábiles", "en diez días"),
    ("extended", "receipt", "en", "Your deadline has been extended.", "an extended family"),
    ("extended", "receipt", "en", "We need an extension of time.", "Call extension 204."),
    ("extended", "late_apology", "es", "Pedimos una prórroga.", "Le pedimos perdón."),
    ("later_start", "receipt", "en", "The clock starts when you pay.", "School starts on Monday."),
    ("later_start", "receipt", "en", "Our records office received it on May 2.",
     "We received it on May 2."),
    ("later_start", "receipt", "es", "El plazo empieza cuando usted pague.", "La clase empieza."),
    ("paused", "identity_needed", "en", "Your request is on hold.", "Please hold the door."),
    ("paused", "identity_needed", "es", "Su solicitud queda suspendida.", "Seguimos."),
    ("new_lawful_date", "late_apology", "en", "The law allows us thirty more days.",
     "We will be ready on May 2."),
    ("new_lawful_date", "late_apology", "es", "La ley nos permite más días.", "Lo sentimos."),
    ("must_use_form", "receipt", "en", "You must use our form.", "You may use our form."),
    ("must_use_form", "receipt", "en", "We cannot process it without our request form.",
     "You do not have to use a form."),
    ("must_use_form", "receipt", "es", "Debe llenar este formulario.", "Puede usar el formulario."),
    ("must_use_form", "receipt", "es", "Tiene que usar un formulario.",
     "No tiene que usar este formulario."),
    ("reason_demanded", "receipt", "en", "You must tell us why you want them.",
     "You do not have to tell us why you want the records."),
    ("reason_demanded", "receipt", "es", "Debe decirnos por qué.",
     "No tiene que decirnos por qué."),
    ("social_security", "identity_needed", "en", "Bring your Social Security card.",
     "Bring a photo ID."),
    ("social_security", "identity_needed", "es", "Su número de seguro social.", "Un seguro."),
    ("immigration", "identity_needed", "en", "Bring your immigration papers.", "Bring papers."),
    ("immigration", "identity_needed", "es", "Su estatus migratorio.", "Su estatus."),
    ("unlawful_charge", "copies_enclosed", "en", "Search fee: $20.", "There is no search fee."),
    ("unlawful_charge", "copies_enclosed", "en", "We charge for staff time.",
     "We do not charge for staff time."),
    ("unlawful_charge", "copies_enclosed", "en", "A redaction charge applies.", "Copies: $3.20."),
    ("unlawful_charge", "copies_enclosed", "es", "Hay un cargo por búsqueda.", "Copias: $3.20."),
    ("hearing_charge", "amendment_refused", "en", "You must bring a lawyer.",
     "You may bring a lawyer."),
    ("hearing_charge", "hearing_notice", "en", "You may not bring anyone.",
     "You may bring anyone."),
    ("hearing_charge", "hearing_notice", "es", "Debe traer a un abogado.",
     "Puede traer a un abogado."),
    ("non_custodial", "not_entitled", "en", "You are the non-custodial parent.",
     "A custody order says so."),
    ("non_custodial", "not_entitled", "es", "Usted es el padre sin custodia.",
     "Un papel sobre la custodia."),
    ("lives_with", "not_entitled", "en", "The child lives with her mother.", "Live long."),
    ("lives_with", "not_entitled", "es", "Ella vive con su madre.", "Viva bien."),
    ("never_existed", "no_records", "en", "Such records never existed.", "We found none."),
    ("never_existed", "no_records", "es", "Nunca existieron.", "No encontramos nada."),
    ("blanket_exclusion", "not_a_record", "en",
     "E-mail is not an education record.", "This e-mail is not about the student."),
    ("blanket_exclusion", "not_a_record", "es",
     "Los correos no son expedientes.", "Este correo no trata del estudiante."),
    ("recall", "consent_revoked", "en", "We will get the records back.", "We will stop today."),
    ("recall", "consent_revoked", "es", "Vamos a recuperar las copias.", "Paramos hoy."),
    ("blocks_everything", "opt_out_confirmed", "en", "This blocks everything.", "This stops it."),
    ("blocks_everything", "opt_out_confirmed", "es", "Esto bloquea todo.", "Esto lo para."),
    ("silence_withdraws", "withdrawal_confirmed", "en", "It ended because you did not answer.",
     "You told us so."),
    ("silence_withdraws", "withdrawal_confirmed", "es", "Terminó porque usted no vino.",
     "Nos dijo."),
    ("complaint_steps", "complaint_information", "en", "You must first talk to the principal.",
     "You may talk to the principal."),
    ("complaint_steps", "complaint_information", "es", "Primero debe hablar con la directora.",
     "Puede hablar con la directora."),
    ("old_office_name", "complaint_information", "en", "The Family Policy Compliance Office.",
     "The Student Privacy Policy Office."),
    ("old_office_name", "receipt", "es", "La Family Policy Compliance Office.", "La oficina."),
    ("ppra_not_ferpa", "ppra_reply", "en", "FERPA gives us 45 days.", "We aim at a week."),
    ("ppra_not_ferpa", "ppra_reply", "es", "Tenemos 45 días.", "Tenemos tiempo."),
    ("confirms_student", "identity_needed", "en", "Mia is enrolled here.", "You asked about Mia."),
    ("confirms_student", "identity_needed", "en", "She attends our school.", "We received it."),
    ("confirms_student", "identity_needed", "es", "Mia asiste a nuestra escuela.", "Mia."),
    ("benefit_proof", "copies_enclosed", "en", "Send proof of income.", "Tell us."),
    ("benefit_proof", "copies_enclosed", "es", "Mande comprobantes de ingresos.", "Díganos."),
    ("statement_limits", "hearing_decision_refused", "en", "No more than 200 words.", "Any words."),
    ("statement_limits", "hearing_decision_refused", "es", "Hasta 200 palabras.", "Sus palabras."),
]  # fmt: skip


def rule(name):
    return next(one for one in RULES if one.id == name)


def said(template, language, text, holds=EVERY):
    found = RULES.said(text, template=template, language=language, holds=holds)
    return [one.rule for one in found]


@pytest.mark.parametrize(
    ("name", "template", "language", "wrong", "right"),
    [pytest.param(*row, id=f"{row[0]}-{row[2]}-{rule(row[0]).citation}-{place}")
     for place, row in enumerate(SAID)],
)  # fmt: skip
def test_the_words_are_found_and_those_close_by_are_not(name, template, language, wrong, right):
    assert name in said(template, language, wrong)
    assert name in said(template, language, wrong.upper().replace(" ", "\n"))
    assert name not in said(template, language, right)
    assert said(template, language, f"> {wrong}") == []


def test_every_rule_is_tried_in_every_language():
    tried = {(row[0], row[2]) for row in SAID}
    assert tried == {(one.id, language) for one in RULES for language in one.words}


@pytest.mark.parametrize("template", ALL, ids=lambda one: f"{one.language}-{one.id}")
def test_no_shipped_letter_says_what_no_letter_says(template):
    """In every mixture of its fields; what goes out before a check, also to an unknown reader."""
    holds = {
        **EVERY,
        When.UNVERIFIED: template.id in {*UNVERIFIED, "acknowledgement", "scope_question"},
    }
    for draft in every_draft(template):
        assert said(template.id, template.language, f"{draft.title}\n{draft.text}", holds) == []


def test_a_rule_for_some_letters_or_cases_counts_in_no_other():
    assert said("receipt", "en", "This blocks everything.") == []
    assert said("extension_notice", "en", "The deadline has been extended.") == []
    words = "Mia is enrolled here."
    assert said("receipt", "en", words, {**EVERY, When.UNVERIFIED: False}) == []


def test_every_letter_a_rule_names_is_there():
    ids = {one.id for one in ALL}
    for one in RULES:
        assert ids.issuperset({*one.letters, *one.exempt})


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("ask = true", "asks = true", "asks"),
        (r"'\bssn\b'", "'('", "cannot be read"),
        (r"es = ['\bseguro social\b', '\bssn\b']", "", "every language"),
        ('id = "other_home"', 'id = "other_student"', "once"),
    ],
)
def test_a_damaged_file_is_named_and_nothing_is_finished_unchecked(tmp_path, old, new, why):
    folder = tmp_path / "letters"
    shutil.copytree(resources("letters"), folder)
    text = (folder / FILE).read_text("utf-8")
    assert old in text
    (folder / FILE).write_text(text.replace(old, new), "utf-8")
    templates = load_templates(folder)
    (fault,) = templates.faults
    assert fault.file == FILE
    assert why in f"{fault.key} {fault.why}"
    assert fault.line > 0
    assert templates.get("receipt").id == "receipt"
    with pytest.raises(ResourceError):
        _ = templates.never
