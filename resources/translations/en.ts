<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>AgendaForm</name>
    <message>
        <source>title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print all letters…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print every letter that is ready (Ctrl+P)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chosen place was asked again today (A on the list)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open the request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quiet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests of this list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who has how much</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The decision</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AgendaPage</name>
    <message>
        <source>Student</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What matters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print every letter that is ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AskAgain</name>
    <message>
        <source>The chosen place was asked again today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AskMany</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AskedCard</name>
    <message>
        <source>What they ask for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{language}, with an interpreter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entered</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BlanksForm</name>
    <message>
        <source>Forms to hand out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open a filled form…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log a request from a form filled in on screen; dropping the PDF on the window does the same (Ctrl+O)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has to use a form: a request counts however it comes. Some families like one to write on, or to fill in on screen and send back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quiet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For &amp;request, if there is one already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2026-0142</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+P</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save as PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To send it: it can be filled in on screen (Ctrl+S)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BlanksPage</name>
    <message>
        <source>Print the form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No request has this number. Correct it, or leave it empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No printer is set up on this computer. Save the form as a PDF instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The printer did not take the form. Try again, or save it as a PDF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the form as a PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as {file}. It can be filled in on screen and sent back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CalendarDaysForm</name>
    <message>
        <source>Days of this office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;First day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Last day (empty for one day)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;What it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Winter break</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>entry_title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Counts as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The dates of all open requests are counted again at once, and what moved is listed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Take these days back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CalendarFeedForm</name>
    <message>
        <source>Import closures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>heading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;No school / only an event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quiet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Enter these days</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CalendarForm</name>
    <message>
        <source>Calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A&amp;dd days…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import closures…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export dates without names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>heading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sho&amp;w</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days of the month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit these days…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What falls on the day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What falls in the month</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CalendarPage</name>
    <message>
        <source>Nothing falls on this day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing falls in this month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log a request, set a visit or import the district&apos;s closures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dates due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appointments and hearings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days without school</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>18th birthdays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved. No date of an open request moved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The district&apos;s calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calendar (*.ics)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the calendar…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file holds no event from this school year on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} entries saved as {file}: numbers of requests, and no name.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CalendarTab</name>
    <message>
        <source>No school</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public holiday here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a holiday here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No closed days are entered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the school&apos;s breaks, so that dates are right over them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No public holidays are known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holiday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public holidays, school year {first}–{last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the first day, such as 12/21.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved. No date of an open request moved.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CardView</name>
    <message>
        <source>Why am I seeing this?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Law</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the primer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind}, your district&apos;s words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide this tip: {headline}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It rests on these parts of the primer:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your district added this tip.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To read on:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CareFields</name>
    <message>
        <source>&amp;Last day, if it has one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChargeDialog</name>
    <message>
        <source>Type a whole number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type it as 1.20.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChoiceRow</name>
    <message>
        <source>Leave it open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChosenBar</name>
    <message>
        <source>{n} chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking which papers fit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{paper} for {n} of {total}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No paper fits these</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CloseDialog</name>
    <message>
        <source>&amp;Note: what happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Note, if you like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close, and &amp;log: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose how it ended.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColumnChoice</name>
    <message>
        <source>As usual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group by the week it is due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group by owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group by right</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ComputerTab</name>
    <message>
        <source>1 minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look and windows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records Desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The practice office asks for no passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer remembers {initials} and opens the records by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer remembers nobody: the passphrase is asked for each time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer has no keychain that can be trusted, so the passphrase is asked for each time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>somebody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forgotten. The passphrase is asked for from now on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain still has it. Unlock this computer&apos;s keychain and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer has no place where a program may show notices.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk did not take it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new code holds from now on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept for this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk did not take it. Make room on it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder&apos;s name is copied.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConfirmForm</name>
    <message>
        <source>Are you sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>heading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConsentForm</name>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parent or guardian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student who is 18 or older</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pick the student from the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A signed consent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>St&amp;udent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>student</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Who signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;As whom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signed_as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Date on the paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until w&amp;hen, if it says so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who may &amp;get the records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A person, a body, or a kind of body.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recipient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which &amp;records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the paper says. “Any and all” says nothing: ask.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What &amp;for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>purpose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConsentsTab</name>
    <message>
        <source>Student, or who may get the records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No consent is on file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log a request of the kind “consent”; when it is complete it stands here. What came another way is entered here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Enter a consent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who may get them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Came with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was ta&amp;ken back…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CopiesTab</name>
    <message>
        <source>The practice office holds nothing to be copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at the copies…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole copies here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest in the second place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The second place for copies</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CorrectDialog</name>
    <message>
        <source>Type the day the request came in.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CounterPrivacy</name>
    <message>
        <source>Hidden. {key} shows it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>month/day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pick from a month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pick from a month (Alt+Down)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>month/day/year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a date. Type it as 9/14 or 9/14/2026.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such month. Type 9/14 for September 14.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This month does not have that day. Check the day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>February {year} has 28 days. Check the day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The year {year} is too long ago. Check the year.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the year as well: 9/14/2015.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DatesCard</name>
    <message>
        <source>Dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No date runs any longer, but this is still to do: {step}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The office is closed that day: finish by {on}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How {on} was worked out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change {what}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DatesDialog</name>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The working-out is copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DatesForm</name>
    <message>
        <source>How this date was worked out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quiet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The working-out, sentence by sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the working-out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DaysDialog</name>
    <message>
        <source>No school</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public holiday here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a holiday here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the first day, such as 12/21.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DaysTab</name>
    <message>
        <source>Saved.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeskWindow</name>
    <message>
        <source>The list goes no further. Alt+Left goes back to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records Desk — PRACTICE</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeskWindowForm</name>
    <message>
        <source>PRACTICE — invented families. Nothing here is real, and nothing crosses to the real office.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practice office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counter privacy is on: names and birth dates are hidden. F9 shows them again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>heading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is signed in, and what is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Students</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DigestForm</name>
    <message>
        <source>heading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not again today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings, Computer switches it off for good</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DisclosureForm</name>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct an entry with a new one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pick the student from the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An entry in the record of disclosures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>St&amp;udent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>student</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On what &amp;ground</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quiet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>basis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request was &amp;refused; nothing went out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Who asked for them or got them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The person and the body they act for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>party</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why they had an &amp;interest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which re&amp;cords</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The &amp;threat, in words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>threat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;verybody who was told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recipients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who may &amp;pass it on for us, if anybody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their names and why (34 CFR 99.32(b)).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>further</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DisclosuresTab</name>
    <message>
        <source>Student, or who got the records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been disclosed yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When somebody else asks, log a request; the entry follows. What went out another way is entered here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Make an entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On what ground</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why they had an interest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The threat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who was told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May pass it on for us</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Correct with a new entry…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EndDialog</name>
    <message>
        <source>Type the day.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EventDialog</name>
    <message>
        <source>Type the day of the meeting or hearing.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportForm</name>
    <message>
        <source>PRACTICE {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{table}, every line that fits, as it stands now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved with {n} lines. Its hash begins with {hash}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quiet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who &amp;gets the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The person and the body. For the office&apos;s own use, write that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>receiver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;What it is for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is kept with the hash of the file, so that you can show later what left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Kind of file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is not encrypted. Keep it where only those who need it can open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExtendDialog</name>
    <message>
        <source>Type a number of days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write why more time is needed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FamilyForm</name>
    <message>
        <source>The student</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the student (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the student</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Letters for this family…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quiet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Children</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>heading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Children of the family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests of the family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appointments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appointments of the family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Papers on file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Papers on file of the family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opt-outs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opt-outs of the family</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FamilyPage</name>
    <message>
        <source>The family of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody else on file shares a parent with this student.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Children who share a parent, or whoever stands in. Who may see what is still decided child by child: a paper may limit a person for one of them and not for another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody asked for anything yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No appointment is set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No paper is on file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody opted out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Child</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>School</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parents, and who stands in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does it bind?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does it count?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FeedDialog</name>
    <message>
        <source>Days without school are proposed by their names. Look through them: only what counts as “No school” is entered and moves dates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} events of the file could not be read and are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entered already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No school</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only an event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} of {all} count as “No school”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting what would move…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No date of an open request would move.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FieldRow</name>
    <message>
        <source>{field} (optional)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FlipBand</name>
    <message>
        <source>Confirm who may see them…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The student asks now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormOpener</name>
    <message>
        <source>Open a filled form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the form…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GivePassphraseDialog</name>
    <message>
        <source>Let {name} type a new passphrase here, twice. One they had before no longer opens the records. The history notes that you gave it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GivingCard</name>
    <message>
        <source>Copies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the visit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set a visit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charge for copies…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No visit is set yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} at {hour}, {place}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} sits in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An interpreter comes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No charge is worked out yet. It may also be nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No charge: {why}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GuidancePanel</name>
    <message>
        <source>Guidance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the guidance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More ({n})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More tips: {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the hidden tip again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show {n} hidden tips again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tips last reviewed {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These tips are more than a year old. Ask your district to check these tips.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tip is hidden.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryCard</name>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all {n} lines</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HoldLine</name>
    <message>
        <source>Print the hold memo…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HoldsTab</name>
    <message>
        <source>Student, who asked, or number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is on hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A hold goes on by itself when a request for records is logged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Print the list…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On hold since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it is on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Take the hold off…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the &amp;slip…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IntakeDialog</name>
    <message>
        <source>New request — PRACTICE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start fresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IntakeDone</name>
    <message>
        <source>Another point of the same &amp;letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another point of the same e-mai&amp;l</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another point of the same ta&amp;lk</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IntakeDoneForm</name>
    <message>
        <source>title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>heading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quiet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Print the receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open the request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another point of the same &amp;letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log &amp;another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IntakeForm</name>
    <message>
        <source>New request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An earlier request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;1 It is the same request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;2 It is a new request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;3 New, linked with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Student</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name or student number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>student_name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New student</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Family name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Birth date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new_born_on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Has or had special education</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who &amp;asks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quiet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Someone else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relationship</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>relationship</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>City</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ZIP code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep on file for this student</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who cares for the child</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May they see the records?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>heading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would change this?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They &amp;want to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They &amp;cannot come in: send copies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By p&amp;hone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In &amp;person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By &amp;letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By &amp;e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>received_on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Date on it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>requested_on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In their &amp;own words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it as they say it, then read it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record &amp;kinds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La&amp;nguage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wants an &amp;interpreter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Special ed&amp;ucation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IEP &amp;meeting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hearin&amp;g</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>iep_meeting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hearing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolution session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>resolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sur&amp;vey given on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>survey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Final day named</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By the court order or subpoena, if one came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comply_by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer &amp;to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only if it differs from the address on file. Used for this request only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handled &amp;by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Throw awa&amp;y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a filled form…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read what a family filled in on screen: drop the PDF here, or Ctrl+O</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is typed stays (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log the re&amp;quest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When it is due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How is this worked out?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ItemDialog</name>
    <message>
        <source>Choose the reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Note: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Note, if you like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write which record or group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose what became of it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ItemsCard</name>
    <message>
        <source>Nothing is itemised yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer, record by record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken off the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record or group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeptDialog</name>
    <message>
        <source>Here is what you typed before. It is not saved yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start over</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeptTab</name>
    <message>
        <source>What you changed here is not saved yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start over</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LabelPicker</name>
    <message>
        <source>First free label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label {number} of {count}: row {row}, column {column}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LabelShift</name>
    <message>
        <source>Type a whole number from -{most} to {most}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LateFields</name>
    <message>
        <source>In your own w&amp;ords, if you like</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LearningForm</name>
    <message>
        <source>quiet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The drills</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chosen drill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go on with the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Begin the drill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the &amp;practice office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chec&amp;k what I did</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name for the list of who finished and for the certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Note that I finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show me &amp;around</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Your name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the &amp;certificate…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LearningTab</name>
    <message>
        <source>Each drill is a case to work on these screens. The families are invented.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The drills are worked in the practice office, where nothing is real.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could not be written down. Look whether the disk is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is noted that you finished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The practice office opens in its own window; the first time takes some seconds. The drills wait there under Library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The practice office could not be started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>certificate of practice.pdf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Begin it afresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Begin the drill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LetterBatch</name>
    <message>
        <source>The printer did not take it. Print it again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LetterDialog</name>
    <message>
        <source> — PRACTICE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request {number}. Finished: it never changes again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request {number}. A draft until you finish it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save as PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Print again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you wrote last time is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You wrote something else here before this letter was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what I wrote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This draft was begun on {date}. What changed in the request since is not in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the second language out?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What stands on its side is gone then. The other side stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write this letter new, in {language}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The title and the text as they are now will be replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept as a draft.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Throw this draft away?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its text is gone then. The request stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Throw it away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it, with the reason…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why is it right in this letter?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept, with your reason in the history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close anyway</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LetterForm</name>
    <message>
        <source>Letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PRACTICE — this letter is marked and goes to nobody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practice office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quiet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No address is on file. Hand the letter over, or give the request an address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Papers on file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La&amp;rge print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>18 points or more, for whoever reads with effort. The next letter to the same person is printed alike.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The letter&apos;s languages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Te&amp;xt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title in the second language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text in the second language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>**bold** (Ctrl+B), ## heading, - list, 1. numbers, &gt; quote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The finished letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy the hash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it left the office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>heading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Handed over today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Mailed today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;E-mailed today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send it by e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sa&amp;ve as an e-mail…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it will be printed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit &amp;width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;100 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tips for letters (F1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tips for letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Throw &amp;away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep as draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish and &amp;save as PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Finish, print later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish and &amp;print</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LetterJob</name>
    <message>
        <source>No printer is set up on this computer. Save the letters as a PDF instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the letters as one PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letter {n} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping after this letter…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Envelopes for these…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No letter was done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as {file}. That copy is not locked: delete it once it is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each letter begins on a new sheet, also printed on both sides.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LetterKept</name>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreed by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{language}, facing {second}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{languages}, in large print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The office&apos;s own, version {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As shipped, version {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has not left the office yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A message to {address} with this letter in it; your mail program sends it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No e-mail address is on file: you write it in your mail program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Handed over today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Handed over {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Mailed today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Mailed {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;E-mailed today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;E-mailed {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hash copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LetterLeaving</name>
    <message>
        <source>Finished. It stands under Letters, to be printed with the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the letter as an e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail (*.eml)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the letter as a PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish this letter as it is?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No printer is set up on this computer. Save the letter as a PDF instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The printer did not take the letter. It is finished and kept here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as {file}. That copy is not locked: delete it once it is sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as {file}. Open it, look at the address and send it; then delete the file and note here that it was e-mailed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LetterPackForm</name>
    <message>
        <source>Letters for one family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One envelope for each person and address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>heading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every letter stays a letter of its own request. Nobody finds a letter to somebody else in the envelope.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quiet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;For</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters in this envelope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a &amp;cover sheet that lists the letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many letters are done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Envelope…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save as one PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LetterPreview</name>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LetterWriting</name>
    <message>
        <source>{language}, facing {second}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LettersCard</name>
    <message>
        <source>Letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft, {language}, {on}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished, {language}, {on}, not sent yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LettersForm</name>
    <message>
        <source>Letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished letters, in the order of the folders. Each is noted as printed once it really was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quiet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready to print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>heading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For &amp;every family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Papers for every family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;all letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>En&amp;velopes for these…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save all as one PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Print all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters ready to print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many letters are done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not finished yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go on writing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters not finished yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LettersPage</name>
    <message>
        <source>Student</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No letter waits for the printer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a letter on its request and press “Finish, print later”: it stands here until you print all of them at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No letter is half written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print every letter that is ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody to finish it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LettersTab</name>
    <message>
        <source>Fields: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The wording, to change it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the office changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the release changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version {version}, {day} ({initials})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why is the wording changed?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why go back to the shipped wording?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why is this version taken up again?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stands in the history with the new version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved. Letters drafted from now on follow it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters are written as shipped again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Going back was undone.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LibraryForm</name>
    <message>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>title</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message>
        <source>Parts of the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drills</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Self-check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every year</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LibraryShelf</name>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing in the library fits “{text}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try one word, or the beginning of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it means at the desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this program does about it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where you meet it in the program</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LibraryShelfForm</name>
    <message>
        <source>Search what the primer says, and every tip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the library (Ctrl+F or /)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quiet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chosen entry in full</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LinkDialog</name>
    <message>
        <source>Link with another request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No other request of this student</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a number or a name to find another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linked requests keep their own dates and letters; one search serves both.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ListForm</name>
    <message>
        <source>&amp;Make the list…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grade {grade}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the student numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>student numbers.csv</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ListsTab</name>
    <message>
        <source>Who got the list, or its SHA-256</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No list has gone out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it here, or from the request of whoever asks for it (More, Make the list).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Make a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Students</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why they had an interest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grades</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken out first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare &amp;with today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{grades}; former students too</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LookTab</name>
    <message>
        <source>{n} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This holds until the program is closed; the disk did not take it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Put together with another entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Put together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No other entry of this request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only open requests of the same student, person and right can be put together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be put together.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MovedList</name>
    <message>
        <source>Requests with new dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The date of one open request moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The dates of {n} open requests moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The date of one open request would move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The dates of {n} open requests would move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{due}, finish by {work_by}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MyPassphraseDialog</name>
    <message>
        <source>Type the passphrase you have now, then the new one twice.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewPassphrase</name>
    <message>
        <source>New passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New passphrase, typed again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two are not the same. Type it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four or five ordinary words in a row are easy to type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Long enough, but it repeats itself. Use different words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Long enough. One more word makes it harder to guess.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good: long and hard to guess.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One more character. Four or five ordinary words will do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} more characters. Four or five ordinary words will do.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NotesCard</name>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something in Records Desk went wrong. What was saved is safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OldFilesTab</name>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May it go?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Destroyed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file is past the schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed files are kept without end. Type the years above to change that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>notices to families.pdf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the notices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The notices are saved. Mail them today; the files wait for the day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write which schedule says so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They cannot be brought back. A certificate is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Destroy them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Destroy one file?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Destroy {n} files?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are gone. The certificate is below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>certificate of destruction.pdf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate is saved.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OptOutForm</name>
    <message>
        <source>Pick the student from the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the day it came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note an opt-out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>St&amp;udent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>student</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Came on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No &amp;to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quiet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which of it; tick none for all of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OptOutWindowForm</name>
    <message>
        <source>The time to say no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>heading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The yearly notice names a time for saying no to directory information (34 CFR 99.37(a)(3)). The law sets no length. A no to recruiters may come at any time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quiet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The &amp;notice went out on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calendar &amp;days to answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We &amp;take late ones all the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OptOutsTab</name>
    <message>
        <source>Student</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has opted out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note what came on the school&apos;s own form here, one at a time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Note an opt-out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Time the notice gives…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Came on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it stops</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Came with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The &amp;family took it back…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OrderForm</name>
    <message>
        <source>Nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A paper on file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a paper that takes away the right to see records changes who may see them (34 CFR 99.4).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Kind of paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Court or agency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In force &amp;until, if it says so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Read by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Whom it limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else? Put the person on file first, then note the paper.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>limited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the paper says about this person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R&amp;ecords: may not see the school&apos;s records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact: may not &amp;meet, call or write to the child</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address: may not &amp;learn where the family lives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decisions: may not decide &amp;for the child at school</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it says, in its &amp;own words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the sentence. It is needed where the paper takes away the right to see records.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the counter will be told when this person asks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>heading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PackDialog</name>
    <message>
        <source>Letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No finished letter waits for this family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who}: {letters}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No address is on file that may be used: hand these letters over.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaletteForm</name>
    <message>
        <source>Find anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do, a student, who asks, or a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find anything to do, a student or a request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing fits. Try fewer letters; accents may be left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quiet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaperLeaving</name>
    <message>
        <source>No printer is set up on this computer. Save it as a PDF instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as a PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The printer did not take it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as {file}. That copy is not locked: delete it once it is used.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaperRow</name>
    <message>
        <source>End this paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the paper: {paper}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PapersBand</name>
    <message>
        <source>Papers on file for this student</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper on file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PartyForm</name>
    <message>
        <source>Put a person on file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On file for {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also on file for {names}. What you change here changes there too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing says how the person stands to the student.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a relationship.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person on file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Relationship</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>relationship</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Organization, if the person writes for one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;treet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Apartment or unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;ity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State (t&amp;wo letters)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;ZIP code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the household&apos;s address. An address for one answer only is typed with the request and stays there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PassphraseDialogForm</name>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase until now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PassphraseField</name>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PeopleCard</name>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student&apos;s page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Born</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Special education</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who asks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer goes to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}, {standing}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PeopleTab</name>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Initials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signs in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Front office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registrar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Principal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No longer works here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes, this is you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The person is added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your new passphrase holds from now on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new passphrase holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} no longer works here?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They can no longer sign in. What they entered stays in the history under their initials, and requests they own stay theirs until you give them to somebody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take them off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They can no longer sign in.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PersonDialogForm</name>
    <message>
        <source>Add a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a passphrase they can be given requests but cannot sign in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PersonForm</name>
    <message>
        <source>Front office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registrar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Principal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Initials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>initials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The initials stand under everything this person enters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PersonRow</name>
    <message>
        <source>Correct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take {name} off the file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PickDialog</name>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who asks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlaceDialog</name>
    <message>
        <source>The place needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlaceDialogForm</name>
    <message>
        <source>Place where records live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cumulative folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who keeps it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registrar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes over itself, as video does: ask on the first day to keep it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A company keeps it for the school: the school asks, not the family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Take over</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlacesTab</name>
    <message>
        <source>No place is on the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without places nobody is reminded where to look.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who keeps it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask to keep it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved. New requests get this list.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PracticeEntrance</name>
    <message>
        <source>Records Desk — PRACTICE</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PracticeForm</name>
    <message>
        <source>Records Desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PRACTICE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here is real: invented families, requests and letters, made afresh each day. Try whatever you like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whom do you want to practice as?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whom to practice as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>heading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+L brings you back here, to go on as somebody else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of the practice office is made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the practice office (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PrintoutDialog</name>
    <message>
        <source> — PRACTICE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> — {n} requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every place to ask ({n})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill in what is marked, and the page is shown here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing {n} of {total}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} pages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PrintoutForm</name>
    <message>
        <source>Print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PRACTICE — invented families. Nothing here reaches the real records.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>heading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pl&amp;ace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La&amp;rge print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;heet of labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First &amp;free label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How &amp;many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quiet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save as PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProofForm</name>
    <message>
        <source>With sample values of an invented family. Nothing of it is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quiet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QueueViewForm</name>
    <message>
        <source>Keep this view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quiet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keys that bring it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the view</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReadingRow</name>
    <message>
        <source>{title} (ended)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecoverForm</name>
    <message>
        <source>Open with the recovery code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code stands on the page that was printed when the office was set up. It opens the records and gives you a new passphrase; the history notes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0000-0000-0000-0000-0000-0000-0000-0000</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who are you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecoveryCodeDialogForm</name>
    <message>
        <source>New recovery code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This code takes the place of the one before, which then opens nothing. Destroy the old page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Use this code</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecoveryCodeForm</name>
    <message>
        <source>Group {n}: {letters}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is not group {n}. Read it from the paper again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No printer is set up on this computer. Copy the code by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The printer did not take it. Copy the code by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Print the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print it or copy it by hand, put it in a sealed envelope, and keep that in the school&apos;s safe. It opens the records when every passphrase is lost, so it is no page for a drawer. The program keeps no copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To show that it is on paper, type these two groups from it:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RegisterEndForm</name>
    <message>
        <source>heading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quiet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RegisterForm</name>
    <message>
        <source>quiet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search this register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search this register (Ctrl+F or /)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as a ta&amp;ble…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chosen line in full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the &amp;request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open the student</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RegisterTab</name>
    <message>
        <source>There are older ones. The search finds them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here fits “{text}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the family name or the number. Accents may be left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search this register</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RegistersForm</name>
    <message>
        <source>Registers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>title</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RegistersPage</name>
    <message>
        <source>Registers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disclosures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opt-outs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consents</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReleaseHoldDialog</name>
    <message>
        <source>Take the hold off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May records be destroyed again?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it off when the time to ask for a hearing is over, or the matter is. Your reason stays in the history.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RepeatsPart</name>
    <message>
        <source>&amp;2 Undo the link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;2 It is a new request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;2 Go on without a link</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReportsForm</name>
    <message>
        <source>Reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which month or year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as a P&amp;DF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as a ta&amp;ble…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>small</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReportsPage</name>
    <message>
        <source>The last {n} lines of {all}. The table that is saved has all of them.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RequestActs</name>
    <message>
        <source>Save the evidence pack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Putting the evidence pack together…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as {file}, with {copy} beside it. Read it before it leaves: notes and other words stand as they were typed. These copies are not locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the request again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its dates are what they were: closing did not stop the clock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give as copies instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give by a visit instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the records are given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps that both ways share keep what was done. The dates follow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RequestCareForm</name>
    <message>
        <source>heading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quiet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who cares for the child</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RequestChargeForm</name>
    <message>
        <source>Charge for copies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For copies and postage only. Searching, retrieving and blacking out are never charged, and no charge may keep a family from the records (34 CFR 99.11).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quiet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pages copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For each pa&amp;ge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P&amp;ostage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>postage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;No charge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>heading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save the charge</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RequestCloseForm</name>
    <message>
        <source>Close the request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How did it end?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>heading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why the date was not kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The records stay on hold for the time the family may still go on: nothing may be destroyed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It can be opened again if something was missed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close the request</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RequestCorrectForm</name>
    <message>
        <source>Correct what was logged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number stays and the history keeps what was logged first. The wrong student or the wrong person cannot be corrected here: close the request as entered wrongly and log it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quiet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Received on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;How it came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Date they wrote on it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who asks is the s&amp;tudent&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their &amp;words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Kinds of records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Interpreter wanted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;pecial education (IDEA)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Answer to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reply_address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R&amp;eason: how the mistake came about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Correct it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RequestDatesForm</name>
    <message>
        <source>title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How this date was worked out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a meeting or hearing…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RequestEventForm</name>
    <message>
        <source>Meeting or hearing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For a student in special education, the family sees the records before the meeting or hearing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quiet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;What it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Take it away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RequestExtendForm</name>
    <message>
        <source>More time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quiet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Extend</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RequestForm</name>
    <message>
        <source>Back to the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the queue (Alt+Left)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quiet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More to do with this request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RequestGivingForm</name>
    <message>
        <source>warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quiet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What became of it…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RequestItemForm</name>
    <message>
        <source>Answer one record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Record or group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of this must be so:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RequestItemsForm</name>
    <message>
        <source>The letter tells the family what stands here. Whatever is not given needs its reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quiet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer, record by record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer one more record or group (Ctrl+I, or Insert on the list)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the chosen one (Enter on the list)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the chosen one off the list (Delete)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take over the places searched</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RequestLateForm</name>
    <message>
        <source>Why the date was not kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quiet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RequestLettersForm</name>
    <message>
        <source>No letter yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quiet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft a &amp;letter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RequestMenu</name>
    <message>
        <source>Go to the &amp;next step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Write a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an ite&amp;m to the answer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set a &amp;visit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what &amp;became of the visit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Charge for copies…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the lis&amp;t of students…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print for this re&amp;quest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters for the famil&amp;y…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save t&amp;he evidence pack…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Give to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting &amp;for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No longer wa&amp;iting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xtend a date…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the e&amp;xtension back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Co&amp;rrect what was logged…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Link with another request…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the lin&amp;k away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Put together with another entry…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the &amp;merge back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The family with&amp;draws it…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clo&amp;se the request…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open it again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give &amp;as copies instead…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give by &amp;a visit instead…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RequestNotesForm</name>
    <message>
        <source>New note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sentence for whoever works on this next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the note (Ctrl+Enter)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RequestPage</name>
    <message>
        <source>From part to part of the request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say why…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received {on}, {channel}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to: {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next step: {step}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RequestPeopleForm</name>
    <message>
        <source>Linked requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>heading</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RequestPickForm</name>
    <message>
        <source>Search by number or name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number or name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests to choose from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RequestPlaceForm</name>
    <message>
        <source>Add a place to search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is added for this request only. The list every request starts with is in Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quiet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Who keeps it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RequestReasonForm</name>
    <message>
        <source>heading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quiet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RequestRow</name>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RequestSearchForm</name>
    <message>
        <source>quiet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places searched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>heading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pages found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found this many pages (type a number on the list, or F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The place answered that it holds nothing (N on the list)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The place was asked today (A on the list)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not asked after all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes the last asking back, which was noted by mistake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The place keeps what it has and does not write over it (K on the list)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a place…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RequestStepForm</name>
    <message>
        <source>heading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The principal decides this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>danger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to write down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This step is done (Ctrl+Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Ask the principal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It then stands on the principal&apos;s list (Ctrl+Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RequestStepsForm</name>
    <message>
        <source>quiet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RequestVerdictForm</name>
    <message>
        <source>small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would change this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quiet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RequestVisitEndForm</name>
    <message>
        <source>What became of the visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quiet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What &amp;remains to be seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The health office&apos;s notes, for instance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RequestVisitForm</name>
    <message>
        <source>Set a visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quiet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who &amp;moves it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>meet_on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>9:00 or 2:30 pm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>meet_at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Room or office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>W&amp;ho sits in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;An interpreter comes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comes a&amp;long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many, or empty for nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>companions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their names, or what they are to the family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names, if the family gave them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save the visit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RequesterPart</name>
    <message>
        <source>Choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The student, who is 18 or older</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Someone else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who writes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the student first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RescindDialog</name>
    <message>
        <source>An opt-out taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From which day did the family take it back?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was taken back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>{made} — requests: {requests}, entry: {entry}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies in {folder}:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no copy in {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the copies are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your passphrase of that day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type what opens the copy.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RestoreForm</name>
    <message>
        <source>Restore a copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The copy is checked from end to end before anything is moved. What it replaces is set aside, never deleted, and the history notes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Look in another folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who are you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your passphrase of that day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have the &amp;recovery code instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restoring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No copy helps…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save what can be read of the damaged file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;store</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RevokeDialog</name>
    <message>
        <source>A consent taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From which day does it no longer count?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It no longer counts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RosterDialog</name>
    <message>
        <source>Choose a roster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rosters (*.zip *.csv *.txt *.tsv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder of a OneRoster set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RosterForm</name>
    <message>
        <source>Import a roster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Students and their parents come from your student information system, as a OneRoster set or as a plain CSV list. You see what would change before anything is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a OneRoster .zip, its folder, or a CSV file here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quiet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a &amp;file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a fol&amp;der</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>heading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names, grade, school, student number and birth date of students; special education and home language, if the list has them. Names, phone, e-mail, address and language of parents and guardians.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every other column stays in the file and is never stored. Nobody is taken off: a student or parent who is missing from the file stays as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RosterMappingForm</name>
    <message>
        <source>Say what each column is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quiet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RosterPreview</name>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parents, or what changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RosterPreviewForm</name>
    <message>
        <source>Look before you import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quiet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>danger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Leave out these rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cop&amp;y the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the import does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>heading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Students</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Students in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faulty rows</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RoutinesForm</name>
    <message>
        <source>What an office does again and again, whatever requests come in. Note each when it is done; the history keeps who and when.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quiet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What comes back every year or term</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Done on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The day it was done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Note it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RoutinesTab</name>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the day it was done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is noted.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RuleDialog</name>
    <message>
        <source>A limit of our own</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RuleQuestion</name>
    <message>
        <source>Show in Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask me later</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RulesTab</name>
    <message>
        <source>Limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Citation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A starting table, not legal advice. The earliest date drives; the others stay visible on each request. Your office can make a date earlier, correct a state&apos;s number or add a limit of its own, with the reason; federal law always stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved. No date of an open request moved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counted from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Covers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spoken requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meetings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extension</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reviewed on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Form of request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amendment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the shipped files back or correct those lines; everything else works.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SalvageDialog</name>
    <message>
        <source>Your passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type what opens the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new file is in {folder}. Nothing uses it until you say so; the damaged file is kept then too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list is saved.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SalvageForm</name>
    <message>
        <source>Save what can be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A copy is better where there is one. Without one, the damaged file is read page by page, and what can be read is written to a new file. The damaged file is only read and stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who are you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have the &amp;recovery code instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was saved, and what is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the damaged file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this &amp;list…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Print it…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save what can be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the &amp;new file from now on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SchoolForm</name>
    <message>
        <source>Choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>US Letter, 8½ by 11 inches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A4, 210 by 297 mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>#10 with one window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>#10 with two windows, one for the school</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the school&apos;s logo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The school</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>heading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the school</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>District</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Street, second line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>City</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ZIP code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What applies in this state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail of the office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who signs and who answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Principal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact for records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title of the contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registrar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open on Monday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open on Tuesday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open on Wednesday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open on Thursday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fri</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open on Friday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open on Saturday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open on Sunday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>monday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Office hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>8:00 am to 4:00 pm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price of a copied page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>$0.10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copy_rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The office&apos;s own promise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>promise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A promise is counted in calendar days and stands beside the legal date; the legal date leads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logo on letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The logo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a picture for the logo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the logo off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG or JPEG. Letters look fine without one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose_logo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper and envelopes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper of letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window envelopes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print short marks at the edge to fold letters by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the reference number as a QR code too</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SchoolTab</name>
    <message>
        <source>Saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved. No date of an open request moved.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchCard</name>
    <message>
        <source>No place is on the list yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places searched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a place on the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type how many pages were found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take over the search of {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answers of {number} stand here now; own answers stay.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SecretDialog</name>
    <message>
        <source>Recovery code</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SelfCheckForm</name>
    <message>
        <source>quiet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ten statements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>heading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Note that we looked at it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save as PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count a&amp;gain</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SelfCheckTab</name>
    <message>
        <source>It is noted. The next one is due in a term.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the self-check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>self-check.pdf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The self-check is saved.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsCalendarForm</name>
    <message>
        <source>Days of this office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>heading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed days, and corrections to the public holidays. The open requests are counted again at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last day (empty for one day)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Winter break</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>entry_title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A&amp;dd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take &amp;off the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public holidays</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsComputerForm</name>
    <message>
        <source>Signing in on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>heading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Forget it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock &amp;after this long without a key or the mouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+L locks at once, F9 hides names while somebody looks over the counter. It locks when the computer sleeps, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the first sign-in of a day, say what is &amp;new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say on the desktop &amp;how many requests need me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number and nothing else, while you are signed in and the window is not in front. Settings, Days has how often and between which hours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sa&amp;ve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the reminders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The printed page opens the records when every passphrase is lost. When the page is lost too, or somebody saw it who should not have, make a new code: the old one then opens nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Make a new code…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is everything as it was written?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads the whole records file and follows the journal from its first entry to its newest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the &amp;records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The records are being checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels on this computer&apos;s printer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print a sheet on plain paper and hold it against the labels. If it is off, say by how many hundredths of an inch to move it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the ri&amp;ght</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hundredths of an inch; less than 0 moves to the left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hundredths of an inch; less than 0 moves up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>label_right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>label_down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the files are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this cannot protect from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records Desk makes no network call. Updates are installed by your IT staff.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>small</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsCopiesForm</name>
    <message>
        <source>Copies of the records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>heading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Make a copy now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Try whether a copy comes back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working on the copies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The second place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A USB drive that is taken home, or a folder on another computer. Each copy goes there too. Nobody can read it there without a passphrase or the recovery code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Choose the place…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Use none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Putting a copy back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock with Ctrl+L, then choose Restore a copy on the screen where you sign in. On a new computer it stands on the first page of the set-up. Copies are kept for the latest days and weeks; what was destroyed is gone from them after eight weeks with changes at most.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsDaysForm</name>
    <message>
        <source>By these days the office works. They are its own: no legal date follows from them, and each change is kept with its reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Why, and who said so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsForm</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>title</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsLettersForm</name>
    <message>
        <source>What this office&apos;s letters say. Letters drafted from now on follow it; finished ones never change. Every version is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La&amp;nguage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sho&amp;w</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quiet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>letter_text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Te&amp;xt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The wordings beside each other, line by line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Restore the shipped wording…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take this version &amp;up again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Proof</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsLookForm</name>
    <message>
        <source>Colors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>heading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the computer has it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is remembered on this computer, for everybody who uses it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsOldFilesForm</name>
    <message>
        <source>How long this office keeps its own file on a closed request. No law in our table names a time: use your district&apos;s schedule. The record of disclosures stays as long as the student&apos;s record does, and nothing on hold can be destroyed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Years after closing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 keeps them without end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>years</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Which schedule says so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>District records schedule, line 4.2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save the schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files past the schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Destroy what may go…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tell the families first…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Special education: before records are destroyed, the family is told (34 CFR 300.624(a))</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates of destruction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the certificate as &amp;PDF…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Parts of the settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>School</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Old files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsPeopleForm</name>
    <message>
        <source>Everybody signs in with their own passphrase, so that the history can say who did what.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change &amp;my passphrase…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My &amp;signature…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New passphrase &amp;for a colleague…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No lon&amp;ger works here…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add a person…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsPlacesForm</name>
    <message>
        <source>Where this school keeps records about a student, in the order of asking. Each new request gets this list; requests already open keep theirs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places searched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsRuleForm</name>
    <message>
        <source>A limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>heading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quiet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Board policy 5125: see the records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rule_name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;For</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For these rights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only for students in s&amp;pecial education</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Where it stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Board policy 5125, adopted June 2026</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>W&amp;hy, and who said so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working out the dates of open requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsRulesForm</name>
    <message>
        <source>warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These files cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>heading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add a limit of our own…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy the source</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsSchoolForm</name>
    <message>
        <source>line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SetupForm</name>
    <message>
        <source>Set up Records Desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quiet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody can open the records without a passphrase or the recovery code, not even the makers of this program. When both are lost, the records are lost. Keep the code in the school&apos;s safe, and add a second person in Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;store a copy instead…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The office is being made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rail</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SetupWizard</name>
    <message>
        <source>Your school</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This stands on your letters, and the state decides which rules apply. Only the name and the state are needed today; all of it can be changed later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are the first to sign in. Colleagues are added in Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the day nobody knows a passphrase. It is shown here only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look it over. Nothing has been saved yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {n} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Create the office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>School</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>District</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} ({initials}), {role}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Open the chosen line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the first or the last line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a way of doing a step by its number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save or finish what is being typed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close, or back to the list; what was typed is kept</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShortcutsForm</name>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys and what they do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>heading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In lists and forms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SignatureDialog</name>
    <message>
        <source>Choose a picture of your signature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None yet: letters leave room to sign by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters that name you carry your signature from now on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters leave room for you to sign by hand.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SignatureDialogForm</name>
    <message>
        <source>My signature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is printed above your name on every letter that names you as the one who signs. Only you can add it, and you can take it off at any time; letters that are final keep it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your signature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Choose a picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Take it off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG or JPEG, dark ink on white, cut close to the signature.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StaffRow</name>
    <message>
        <source>Choose</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StateBand</name>
    <message>
        <source>No longer waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the merge back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed on {on}: {ended}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>{n} open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} late</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepPanel</name>
    <message>
        <source>Step: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needed before anything leaves the office ({citation}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Note: who said so and why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Note, if you like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Note: what the principal should know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Note: why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The principal decides this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} asked the principal on {when}: “{note}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft: {letter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open: {letter}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepsCard</name>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave a step out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out “{step}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reason stands in the history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {all} done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out by {who}, {when}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who}, {when}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for the principal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needed before anything leaves the office.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for “{step}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{step}” was a no.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The principal is asked; it stands on their list.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StudentForm</name>
    <message>
        <source>Add a student</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct a student</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not on file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A student of this name is on file: {facts}. Is it the same child?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>grade {grade}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Given name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Middle name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Family name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes &amp;by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name while &amp;attending, if it was another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Other names, one on each line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any spelling a family may ask by. The search finds all of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>G&amp;rade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student &amp;number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;chool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Birth &amp;date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home &amp;language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Special &amp;education (IDEA): has a plan, is being evaluated, or had one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes to college &amp;too (dual enrollment)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Former student: no longer attends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StudentListForm</name>
    <message>
        <source>A list of students</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who &amp;gets it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The person and the body they act for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>receiver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;What the list is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quiet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>purpose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What they &amp;need it for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the log will tell the family.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grades on the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Former students of these grades too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>former</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>heading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Make the list…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StudentOffers</name>
    <message>
        <source>Grade {grade}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>former student</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>also {names}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StudentPage</name>
    <message>
        <source>Goes by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name while attending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turns 18</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Birth date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Special education</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also in college</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cover the birth date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the birth date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is no longer on file for this student.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does this paper no longer bind from today?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stays in the list. What it limits is open again to the person it names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End this paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Papers on file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note a paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About the student</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People on file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StudentPageForm</name>
    <message>
        <source>Students</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to all students (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to all students</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The famil&amp;y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;orrect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New &amp;request for this student</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quiet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The student</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the birth date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the page for the 18th birthday…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StudentPart</name>
    <message>
        <source>Type a new student</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody on the list is the one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grade {grade}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>former student</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>also {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>born {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>special education</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StudentRegisters</name>
    <message>
        <source>Print the record…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it as a table…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opt-outs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note an opt-out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a consent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record of disclosures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make an entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The family took the opt-out back: {scope}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The consent for {who} was taken back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StudentsForm</name>
    <message>
        <source>Students</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name or student number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search all students</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search all students (Ctrl+F or /)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import a roster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add a student</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quiet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>small</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StudentsPage</name>
    <message>
        <source>There are more. Type more to find others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody fits “{text}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the family name or the number. Accents may be left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No student is on file yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a roster, or add a student. Both can be done again at any time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a roster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>School</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>former</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the students</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TellDialog</name>
    <message>
        <source>Tell the families first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After which day may these files be destroyed?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the notices…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That day leaves the families no time. Choose a later one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TickingDialog</name>
    <message>
        <source>Tick off “{step}”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimeRow</name>
    <message>
        <source>2:30 p.m.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TypeAhead</name>
    <message>
        <source>Matches: {n}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnlockForm</name>
    <message>
        <source>Records Desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who are you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remember me on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer has no keychain that can be trusted, so the passphrase is asked for each time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the recovery &amp;code…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;store a copy…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>danger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sa&amp;ve what can be read…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore a cop&amp;y…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Look again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnlockScreen</name>
    <message>
        <source>The office&apos;s folder: {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type your passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The office opens from the new file now. Sign in as before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The damaged file is kept in {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The copy is in place. Sign in with a passphrase of that day; where nobody knows one, use the recovery code. Whoever left since can sign in again: look at Settings, People.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it replaced is kept in {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VerdictCard</name>
    <message>
        <source>May they see the records?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May they ask for this?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ViewForm</name>
    <message>
        <source>Name and keys of a view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it shows stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept are the words of the search, “{words}”, the order and the columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept are the list, the order, what it is grouped by and the columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{keys}, in place of “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ViewMenu</name>
    <message>
        <source>The view “{name}” is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None is kept yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this view…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name or keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring the ready-made ones back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VisitDialog</name>
    <message>
        <source>Best on or before {on}, the work-by date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;One visit for all that this person asks to see</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} ({child}), due {due}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The school</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the day of the visit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the hour as 9:00 or 2:30 pm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type how many as a number, or leave it empty.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VisitEndDialog</name>
    <message>
        <source>Tick off “{step}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The visit has not been yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set for {day} at {hour}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save, and set another day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what became of it first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WindowCare</name>
    <message>
        <source>Show in Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mark beside the records file was missing, so an older file could have been put back. Compare entry {newest} with the newest printed one; the history notes this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock, to restore a copy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WindowForm</name>
    <message>
        <source>School year {first} to {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the day the notice went out.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WindowIntake</name>
    <message>
        <source>Finish or close what is open first, then open the form again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request {number} is logged.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WindowKeys</name>
    <message>
        <source>Open a filled-in form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show these keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the tips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next request of the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request before it in the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WindowLearning</name>
    <message>
        <source>Drill: {title}. Work the case, then have it looked at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check what I did</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WindowTips</name>
    <message>
        <source>Tips for this moment (Shift+F1)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WorklistChosenForm</name>
    <message>
        <source>heading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Give to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the chosen requests to somebody (Ctrl+G)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Letters…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their letters that wait for the printer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Papers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cover sheets, memos to the places, notes on holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Ask places again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The silent places of these, and whom each would be asked of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many places are done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WorklistForm</name>
    <message>
        <source>Queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student, who asks, number, phone or words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search all requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search all requests, open and closed (Ctrl+F or /)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quiet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Views</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Views of the queue you kept (Alt+0)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>small</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WorklistPage</name>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due this week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are the newest {n}. Type more to find others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are the first {n:,}. The search finds all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing fits “{text}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the family name, who asks, or the number. Accents may be left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all open requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search all requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the columns, and what to group by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the chosen requests to somebody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Views of the queue you kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No request is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When a family asks for records, log it: dates and steps follow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log a request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A request becomes yours when you log it or it is given to you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No open request is yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What must be done by Sunday stands here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is due this week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A request past its legal date stands here until it is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say on a request whom you wait for. Its date does not move.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing waits for the principal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the principal is asked to decide stands here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close a request when it is answered; it stays here to be found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No request is closed yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists of requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who asks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
