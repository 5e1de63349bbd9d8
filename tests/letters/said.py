"""What each letter must say, with the provision it rests on.

A row: the template, the language, the citation, and the words that stand in its proof. What no
letter says is data of the program: ``test_never`` holds every letter against it.
"""

SAYS = (
    ("receipt", "en", "34 CFR 99.10(b)", (
        "Thursday, October 1, 2026", "Sunday, November 15, 2026", "Pat Morgan",
        "I want everything about my daughter.", "Latest date to see the records",
        "Grades and transcript", "costs nothing")),
    ("receipt", "es", "34 CFR 99.10(b)", (
        "jueves, 1 de octubre de 2026", "domingo, 15 de noviembre de 2026",
        "Quiero todo lo de mi hija.", "Fecha límite para ver los expedientes",
        "Calificaciones y expediente académico", "no cuesta nada")),
    ("acknowledgement", "en", "34 CFR 99.10(b)", (
        "We received it on Thursday, October 1, 2026",
        "The count began on the day we received your request",
        "Sunday, November 15, 2026", "Grades and transcript", "costs nothing",
        "Pat Morgan will call", "before that meeting")),
    ("acknowledgement", "es", "34 CFR 99.10(b)", (
        "La recibimos el jueves, 1 de octubre de 2026",
        "La cuenta empezó el día en que recibimos su solicitud",
        "domingo, 15 de noviembre de 2026", "no cuesta nada")),
    ("identity_needed", "en", "34 CFR 99.31(c)", (
        "photo ID", "No ID? No problem.", "find another way",
        "The latest date stays the same: Sunday, November 15, 2026",
        "We keep working on your request", "we cannot say whether there are any records")),
    ("identity_needed", "es", "34 CFR 99.31(c)", (
        "identificación con foto", "¿No tiene identificación?",
        "La fecha límite es la misma: domingo, 15 de noviembre de 2026",
        "Seguimos trabajando", "no podemos decir si hay o no")),
    ("authority_needed", "en", "34 CFR 99.4", (
        "You act as the parent because no parent or guardian is there",
        "No paper? Call us.", "It does not matter who the child lives",
        "The latest date stays the same: Sunday, November 15, 2026",
        "we cannot say whether there are any records")),
    ("authority_needed", "es", "34 CFR 99.4", (
        "Usted actúa como padre o madre", "¿No tiene ningún papel?",
        "No importa con quién vive", "La fecha límite es la misma",
        "no podemos decir si hay o no")),
    ("appointment", "en", "34 CFR 99.10(a)", (
        "Tuesday, October 20, 2026", "9:30 a.m.", "Report cards", "can explain",
        "It costs nothing", "If you cannot come at all", "photo ID",
        "Someone may also look at the records in your place")),
    ("appointment", "es", "34 CFR 99.10(a)", (
        "martes, 20 de octubre de 2026", "9:30 a.m.", "puede explicarle",
        "no cuesta nada", "Si no puede venir", "en su lugar")),
    ("copies_enclosed", "en", "34 CFR 99.11", (
        "Report cards 8", "Total 32", "32 pages at $0.10 a page $3.20",
        "Mailing $1.20", "Total $4.40", "two lines are about another child",
        "Tell us if the fee keeps you from getting the records")),
    ("copies_enclosed", "es", "34 CFR 99.11", (
        "Boletas de calificaciones 8", "Total 32", "32 páginas a $0.10 cada una $3.20",
        "Correo $1.20", "Total $4.40",
        "Díganos si este costo le impide obtener los expedientes")),
    ("scope_question", "en", "34 CFR 99.10(b)", (
        "What is not clear to us", "Only some kinds of records", "Grades and transcript",
        "You do not have to tell us why", "We keep working on your request",
        "The latest date stays the same: Sunday, November 15, 2026")),
    ("scope_question", "es", "34 CFR 99.10(b)", (
        "Lo que no tenemos claro", "Solo algunas clases de expedientes",
        "No tiene que decirnos para qué", "Seguimos trabajando en su solicitud",
        "La fecha límite es la misma: domingo, 15 de noviembre de 2026")),
    ("fee_decision", "en", "34 CFR 99.11(a)", (
        "You pay less than our usual price", "must not keep a family from the records",
        "$1.60", "$2.80", "A word from you is enough", "Sunday, November 15, 2026",
        "It costs nothing to look at the records")),
    ("fee_decision", "es", "34 CFR 99.11(a)", (
        "Usted paga menos que nuestro precio normal", "no debe impedir que una familia",
        "$1.60", "$2.80", "Basta con su palabra", "domingo, 15 de noviembre de 2026")),
    ("not_a_record", "en", "34 CFR 99.3", (
        "not an education record under federal law", "Only that person keeps them",
        "education records (b)(1)", "Another law may let you see", "law on public records",
        "We do not leave out a whole kind of record")),
    ("not_a_record", "es", "34 CFR 99.3", (
        "no es un expediente escolar según la ley federal", "Solo esa persona las guarda",
        "Otra ley puede permitirle ver", "documentos públicos",
        "No dejamos fuera una clase entera")),
    ("consent_confirmed", "en", "34 CFR 99.30(b)-(c), 99.33(d)", (
        "Report cards of grades 3 and 4", "To apply for a summer program",
        "Harbor Summer School", "From Thursday, October 1, 2026",
        "Until Wednesday, June 30, 2027", "at any time, in any words",
        "You may have a copy", "the student may have one, too",
        "not to pass the records on without your permission", "When the student turns 18")),
    ("consent_confirmed", "es", "34 CFR 99.30(b)-(c), 99.33(d)", (
        "Boletas de calificaciones", "Desde jueves, 1 de octubre de 2026",
        "Hasta miércoles, 30 de junio de 2027", "en cualquier momento, con cualquier palabra",
        "Puede recibir una copia", "el estudiante también puede recibir una",
        "no los pasen a otros sin su permiso", "cumpla 18 años")),
    ("no_records", "en", "34 CFR 99.10", (
        "we hold no such records", "Where we looked", "Bus and camera video",
        "This does not mean that there never were any", "You may ask again at any time")),
    ("no_records", "es", "34 CFR 99.10", (
        "no tenemos esos expedientes", "Dónde buscamos", "Video de autobuses",
        "Esto no quiere decir que nunca los hubo", "de nuevo en cualquier momento")),
    ("partly_given", "en", "34 CFR 99.12(a); 99.3", (
        "What we left out, and why", "two lines are about another child",
        "You pay nothing for this", "can explain the records")),
    ("partly_given", "es", "34 CFR 99.12(a); 99.3", (
        "Qué quitamos, y por qué", "dos líneas son de otro niño", "no paga nada por esto")),
    ("not_entitled", "en", "34 CFR 99.3, 99.4", (
        "a court order of Monday, April 14, 2025", "What would change our answer",
        "ask to speak with the principal")),
    ("not_entitled", "es", "34 CFR 99.3, 99.4", (
        "una orden de la corte del lunes, 14 de abril de 2025",
        "Qué cambiaría nuestra respuesta", "hablar con la dirección")),
    ("rights_with_student", "en", "34 CFR 99.5(a)", (
        "pass from the parents to the student", "The student can agree",
        "the school may share records with you, but it does not have to")),
    ("rights_with_student", "es", "34 CFR 99.5(a)", (
        "pasan de los padres al estudiante", "El estudiante puede dar permiso",
        "la escuela puede compartir expedientes con usted, pero no tiene que hacerlo")),
    ("late_apology", "en", "34 CFR 99.10(b)", (
        "we are sorry", "The law gave us until", "Tuesday, October 20, 2026",
        "Nothing you did caused this", "(555) 010-0140", "You do not have to wait")),
    ("late_apology", "es", "34 CFR 99.10(b)", (
        "lo sentimos", "La ley nos daba hasta", "martes, 20 de octubre de 2026",
        "no hizo nada que lo causara", "(555) 010-0140")),
    ("extension_notice", "en", "state rule", (
        "The new latest date is Sunday, November 15, 2026", "105 ILCS 10/5(c)",
        "The records are in another building.")),
    ("extension_notice", "es", "state rule", (
        "La nueva fecha límite es el domingo, 15 de noviembre de 2026", "105 ILCS 10/5(c)",
        "Los expedientes están en otro edificio.")),
    ("withdrawal_confirmed", "en", "34 CFR 99.10(e)", (
        "You have told us that you do not need it any more", "Friday, October 2, 2026",
        "You may ask again at any time", "the dates start anew")),
    ("withdrawal_confirmed", "es", "34 CFR 99.10(e)", (
        "nos ha dicho que ya no la necesita", "viernes, 2 de octubre de 2026",
        "Puede pedirlo otra vez en cualquier momento")),
    ("explanation_reply", "en", "34 CFR 99.10(c)", (
        "What does “Tier 2” on the reading report mean?", "in a small group",
        "please ask again", "costs nothing")),
    ("explanation_reply", "es", "34 CFR 99.10(c)", (
        "¿Qué quiere decir «Tier 2»", "grupo pequeño", "pregunte otra vez")),
    ("amendment_granted", "en", "34 CFR 99.20(b)", (
        "we have corrected the record", "It now says", "Present, field trip",
        "We keep a note of what it said before")),
    ("amendment_granted", "es", "34 CFR 99.20(b)", (
        "hemos corregido el expediente", "Ahora dice", "Presente, excursión",
        "Guardamos una nota de lo que decía antes")),
    ("amendment_refused", "en", "34 CFR 99.20(c), 99.21, 99.22(d)", (
        "We have decided not to change this record",
        "You have the right to a hearing about this record (34 CFR 99.21)",
        "even a lawyer. You would pay for that yourself", "no direct interest",
        "How to ask for a hearing", "does not have her name",
        "Federal law sets no last day")),
    ("amendment_refused", "es", "34 CFR 99.20(c), 99.21, 99.22(d)", (
        "Hemos decidido no cambiar este expediente",
        "Usted tiene derecho a una audiencia sobre este expediente (34 CFR 99.21)",
        "también con un abogado. Eso lo pagaría usted", "sin interés directo",
        "Cómo pedir una audiencia", "no tiene su nombre")),
    ("amendment_referred", "en", "34 CFR 99.20(a)", (
        "Where you can ask", "Write to Principal Ana Ruiz", "It must be in by February 12",
        "This does not mean that you are wrong", "written down wrongly")),
    ("amendment_referred", "es", "34 CFR 99.20(a)", (
        "Dónde puede pedirlo", "Escriba a la directora", "antes del 12 de febrero",
        "no quiere decir que usted no tenga razón", "se anotó mal")),
    ("hearing_notice", "en", "34 CFR 99.22(b)-(d)", (
        "Day: Tuesday, October 27, 2026", "Time: 3:30 p.m.",
        "Place: Conference room, 1200 Oak Street", "no direct interest in the outcome",
        "full and fair chance", "even a lawyer. You would pay for that yourself",
        "If this time does not work")),
    ("hearing_notice", "es", "34 CFR 99.22(b)-(d)", (
        "Día: martes, 27 de octubre de 2026", "Hora: 3:30 p.m.",
        "Lugar: Sala de juntas, 1200 Oak Street", "no tiene interés directo",
        "oportunidad completa y justa", "también con un abogado. Eso lo pagaría usted")),
    ("hearing_decision_amended", "en", "34 CFR 99.22(f), 99.21(b)(1)(ii)", (
        "We have amended the record", "Present, field trip",
        "What was shown at the hearing", "sign-in sheet of the museum",
        "The reasons", "has her name and the time")),
    ("hearing_decision_amended", "es", "34 CFR 99.22(f), 99.21(b)(1)(ii)", (
        "Hemos corregido el expediente", "Presente, excursión",
        "Qué se mostró en la audiencia", "hoja de entrada del museo",
        "Las razones", "tiene su nombre y la hora")),
    ("hearing_decision_refused", "en", "34 CFR 99.22(f), 99.21(b)(2), 99.21(c)", (
        "the record stays as it is", "What was shown at the hearing", "The reasons",
        "You have the right to place a statement with this record",
        "why you do not agree with the decision, or both", "your statement goes along",
        "as long as we keep that part")),
    ("hearing_decision_refused", "es", "34 CFR 99.22(f), 99.21(b)(2), 99.21(c)", (
        "el expediente queda como está", "Qué se mostró en la audiencia", "Las razones",
        "Usted tiene derecho a poner una declaración con este expediente",
        "por qué no está de acuerdo con la decisión, o las dos cosas",
        "su declaración va con ella")),
    ("statement_placed", "en", "34 CFR 99.21(c)", (
        "I do not agree with this entry.", "Attendance folder", "your statement goes along",
        "as long as we keep that part")),
    ("statement_placed", "es", "34 CFR 99.21(c)", (
        "No estoy de acuerdo con esta anotación.", "Carpeta de asistencia",
        "su declaración va con ella")),
    ("disclosure_list", "en", "34 CFR 99.32(a)(3), (a)(5)", (
        "Harbor Middle School", "The student wanted to enroll there",
        "Ray Poole (asked for, not given)", "Which records: Attendance",
        "The danger: Sudden illness on a field trip",
        "Who was told: The doctor on duty and the nurse", "What is not on the list")),
    ("disclosure_list", "es", "34 CFR 99.32(a)(3), (a)(5)", (
        "Harbor Middle School", "La estudiante quería inscribirse allí",
        "Ray Poole (los pidió; no se dieron)", "El peligro: Enfermedad repentina",
        "A quién se le dijo: El médico de guardia", "Qué no está en la lista")),
    ("consent_form", "en", "34 CFR 99.30(b)", (
        "Which records", "What for", "Who may have them", "Signature:", "Date:",
        "You do not have to", "take this back at any time", "not to pass the records on")),
    ("consent_form", "es", "34 CFR 99.30(b)", (
        "Qué expedientes", "Para qué", "Quién puede recibirlos", "Firma:", "Fecha:",
        "No tiene que hacerlo", "en cualquier momento", "no pasen los expedientes")),
    ("consent_revoked", "en", "34 CFR 300.9(c)", (
        "From Thursday, October 1, 2026 on, we send them nothing more",
        "What went out before", "Report card of grade 3", "We cannot take it back")),
    ("consent_revoked", "es", "34 CFR 300.9(c)", (
        "A partir del jueves, 1 de octubre de 2026 no les mandamos nada más",
        "Lo que ya se había mandado", "No lo podemos recoger")),
    ("opt_out_confirmed", "en", "34 CFR 99.37(a)-(c)", (
        "Photograph", "until you tell us in writing", "after the student has left",
        "What this does not stop", "ID badge", "It is not about military recruiters")),
    ("opt_out_confirmed", "es", "34 CFR 99.37(a)-(c)", (
        "Fotografía", "hasta que usted nos diga por escrito", "deje nuestra escuela",
        "Lo que esto no impide", "credencial", "No se trata de reclutadores militares")),
    ("types_and_locations", "en", "34 CFR 300.616", (
        "Types of records", "Health records", "Where they are", "Health office School nurse",
        "Learning apps and other vendors", "Friday, October 2, 2026", "You need no form")),
    ("types_and_locations", "es", "34 CFR 300.616", (
        "Tipos de expedientes", "Expedientes de salud", "Dónde están",
        "Health office School nurse", "viernes, 2 de octubre de 2026")),
    ("ppra_reply", "en", "20 USC 1232h(c)(1)", (
        "Survey “Life at School”, grade 7", "Tuesday, October 20, 2026", "4:00 p.m.",
        "The survey is planned for Monday, November 9, 2026",
        "If you do not want your child to take part")),
    ("ppra_reply", "es", "20 USC 1232h(c)(1)", (
        "La vida en la escuela", "martes, 20 de octubre de 2026", "4:00 p.m.",
        "La encuesta está prevista para el lunes, 9 de noviembre de 2026",
        "Si no quiere que su hijo o hija participe")),
    ("complaint_information", "en", "34 CFR 99.63, 99.64", (
        "Student Privacy Policy Office", "studentprivacy.ed.gov/file-a-complaint",
        "within 180 days", "You do not have to come to us first",
        "you must first try to settle it with the school district")),
    ("complaint_information", "es", "34 CFR 99.63, 99.64", (
        "Student Privacy Policy Office", "studentprivacy.ed.gov/file-a-complaint",
        "dentro de 180 días", "No tiene que venir primero con nosotros",
        "usted debe tratar primero de resolverlo con el distrito escolar")),
    ("student_answer", "en", "34 CFR 99.5", (
        "It was good to ask", "Tier 2", "From the day you turn 18")),
    ("student_answer", "es", "34 CFR 99.5", (
        "Hiciste bien en preguntar", "Tier 2", "Desde el día en que cumplas 18 años")),
    ("third_party_notice", "en", "34 CFR 99.31(a)(9)(ii)", (
        "before we give out any records", "County Court of Travis County",
        "Monday, October 26, 2026", "ask the court to stop it",
        "by Tuesday, October 20, 2026", "Discipline records")),
    ("third_party_notice", "es", "34 CFR 99.31(a)(9)(ii)", (
        "antes de entregar ningún expediente", "County Court of Travis County",
        "lunes, 26 de octubre de 2026", "pedir a la corte que lo impida",
        "a más tardar el martes, 20 de octubre de 2026")),
    ("third_party_refused", "en", "R-13.1; 34 CFR 99.30", (
        "We cannot give you any records", "does not say whether we know a person of this name",
        "What could change this")),
    ("third_party_refused", "es", "R-13.1; 34 CFR 99.30", (
        "No podemos darle ningún expediente", "no dice si conocemos a una persona",
        "Qué podría cambiar esto")),
    ("transfer_notice", "en", "34 CFR 99.34(a)", (
        "Harbor Middle School", "Discipline records", "a copy of what we send", "a hearing")),
    ("transfer_notice", "es", "34 CFR 99.34(a)", (
        "Harbor Middle School", "Expedientes de disciplina", "una copia de lo que mandamos",
        "una audiencia")),
    ("opt_out_declined", "en", "34 CFR 99.37(a)(3)", (
        "went to the printer", "still counts", "at any time of the year",
        "Monday, August 16, 2027", "in writing")),
    ("opt_out_declined", "es", "34 CFR 99.37(a)(3)", (
        "se mandó a la imprenta", "sigue en vigor", "en cualquier momento del año",
        "lunes, 16 de agosto de 2027", "por escrito")),
    ("redisclosure_notice", "en", "34 CFR 99.33(d)", (
        "Discipline records", "only for this: The student wants to enroll there",
        "You may not pass these records", "agrees in writing first", "34 CFR 99.33")),
    ("redisclosure_notice", "es", "34 CFR 99.33(d)", (
        "Expedientes de disciplina", "solo para esto", "No puede pasar estos expedientes",
        "por escrito", "34 CFR 99.33")),
)  # fmt: skip
