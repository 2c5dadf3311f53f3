<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl">
<context>
    <name>briefing</name>
    <message>
        <source>Briefing</source>
        <translation>Briefing</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Sinds</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 dagen</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 dagen</translation>
    </message>
    <message>
        <source>90 days</source>
        <translation>90 dagen</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Deze maand</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Vorige maand</translation>
    </message>
    <message>
        <source>Since the last handover</source>
        <translation>Sinds de laatste overdracht</translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation>Van … tot en met …</translation>
    </message>
    <message>
        <source>First day (UTC)</source>
        <translation>Eerste dag (UTC)</translation>
    </message>
    <message>
        <source>Last day (UTC), included</source>
        <translation>Laatste dag (UTC), inbegrepen</translation>
    </message>
    <message>
        <source>No case was handed over yet: choose days.</source>
        <translation>Er is nog geen dossier overgedragen: kies dagen.</translation>
    </message>
    <message>
        <source>Marking: who may read it. On every page. The Traffic Light Protocol, or {0}.</source>
        <translation>Merking: wie het mag lezen. Op elke bladzijde. Het Traffic Light Protocol, of {0}.</translation>
    </message>
    <message>
        <source>The marking was raised to {0}: «{1}» carries it.</source>
        <translation>De merking is verhoogd tot {0}: «{1}» draagt die.</translation>
    </message>
    <message>
        <source>Take back my changed text</source>
        <translation>Mijn gewijzigde tekst terughalen</translation>
    </message>
    <message>
        <source>Ministry</source>
        <translation>Ministerie</translation>
    </message>
    <message>
        <source>All ministries</source>
        <translation>Alle ministeries</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Taal</translation>
    </message>
    <message>
        <source>Marking</source>
        <translation>Merking</translation>
    </message>
    <message>
        <source>No marking</source>
        <translation>Geen merking</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporteren</translation>
    </message>
    <message>
        <source>List from a template…</source>
        <translation>Lijst uit een sjabloon…</translation>
    </message>
    <message>
        <source>stories of {0} to {1}</source>
        <translation>verhalen van {0} tot en met {1}</translation>
    </message>
    <message>
        <source>Write anew</source>
        <translation>Opnieuw schrijven</translation>
    </message>
    <message>
        <source>From public sources. No classified material belongs here. The text can be changed before it is exported; what was changed goes out in every form.</source>
        <translation>Uit openbare bronnen. Gerubriceerd materiaal hoort hier niet. De tekst kan worden gewijzigd voor hij wordt geëxporteerd; wat gewijzigd is gaat in elke vorm mee.</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Word</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Schrijven…</translation>
    </message>
    <message>
        <source>Saved as {0}</source>
        <translation>Bewaard als {0}</translation>
    </message>
    <message>
        <source>Not written: {0}</source>
        <translation>Niet geschreven: {0}</translation>
    </message>
    <message>
        <source>The briefing, as text that can be changed</source>
        <translation>De briefing, als tekst die gewijzigd kan worden</translation>
    </message>
    <message>
        <source>Web page (HTML)</source>
        <translation>Webpagina (HTML)</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
</context>
<context>
    <name>bulk</name>
    <message>
        <source>{0} stories chosen</source>
        <translation>{0} verhalen gekozen</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Tellen…</translation>
    </message>
    <message>
        <source>By level: {0}</source>
        <translation>Naar niveau: {0}</translation>
    </message>
    <message>
        <source>By status: {0}</source>
        <translation>Naar status: {0}</translation>
    </message>
    <message>
        <source>{0} {1}</source>
        <translation>{0} {1}</translation>
    </message>
    <message>
        <source>In hand by: {0}</source>
        <translation>In behandeling bij: {0}</translation>
    </message>
    <message>
        <source>{0} alerts in all</source>
        <translation>{0} waarschuwingen in totaal</translation>
    </message>
    <message>
        <source>A key of the key sheet applies to all of them. Escape lets them go.</source>
        <translation>Een toets van het toetsenblad geldt voor alle. Escape laat ze los.</translation>
    </message>
    <message>
        <source>{0}: all {1} stories. One undo takes all of it back.</source>
        <translation>{0}: alle {1} verhalen. Eén keer ongedaan maken neemt alles terug.</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Toepassen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
</context>
<context>
    <name>care</name>
    <message>
        <source>Back up…</source>
        <translation>Reservekopie maken…</translation>
    </message>
    <message>
        <source>A copy of the whole profile, in one file: {0}</source>
        <translation>Een kopie van het hele profiel, in één bestand: {0}</translation>
    </message>
    <message>
        <source>This profile is not encrypted, so everybody can read the copy.</source>
        <translation>Dit profiel is niet versleuteld, dus iedereen kan de kopie lezen.</translation>
    </message>
    <message>
        <source>The copy is encrypted as the profile is: its passphrases open it.</source>
        <translation>De kopie is versleuteld zoals het profiel: de wachtwoordzinnen daarvan openen haar.</translation>
    </message>
    <message>
        <source>Copying: {0} %</source>
        <translation>Kopiëren: {0} %</translation>
    </message>
    <message>
        <source>Packing what was copied…</source>
        <translation>Het gekopieerde wordt ingepakt…</translation>
    </message>
    <message>
        <source>Written: {0} files, {1}. On another machine “osawatch-cli --profile NEW restore FILE” makes a profile of it.</source>
        <translation>Geschreven: {0} bestanden, {1}. Op een andere machine maakt “osawatch-cli --profile NIEUW restore BESTAND” er een profiel van.</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wordt gestopt…</translation>
    </message>
    <message>
        <source>Stopped. Nothing was left behind.</source>
        <translation>Gestopt. Er is niets achtergebleven.</translation>
    </message>
    <message>
        <source>Check the profile…</source>
        <translation>Profiel nakijken…</translation>
    </message>
    <message>
        <source>Whether the file is whole, and whether all that is derived from items and decisions (states, counts, cards, the search) is what it must be.</source>
        <translation>Of het bestand heel is, en of alles wat uit berichten en besluiten is afgeleid (standen, tellingen, kaarten, het zoeken) is wat het moet zijn.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Nakijken…</translation>
    </message>
    <message>
        <source>Checking: part {0} of {1}</source>
        <translation>Nakijken: deel {0} van {1}</translation>
    </message>
    <message>
        <source>All is well.</source>
        <translation>Alles is in orde.</translation>
    </message>
    <message>
        <source>{0} lines of what is wrong:</source>
        <translation>{0} regels over wat er mis is:</translation>
    </message>
    <message>
        <source>The file is damaged, so nothing is changed in it:</source>
        <translation>Het bestand is beschadigd, dus er wordt niets in gewijzigd:</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Wat er gevonden is</translation>
    </message>
    <message>
        <source>Rebuild what is derived</source>
        <translation>Afgeleide opnieuw maken</translation>
    </message>
    <message>
        <source>Items, lists and decisions are facts: to rebuild never touches them.</source>
        <translation>Berichten, lijsten en besluiten zijn feiten: opnieuw maken raakt ze nooit aan.</translation>
    </message>
    <message>
        <source>Rebuilding…</source>
        <translation>Wordt opnieuw gemaakt…</translation>
    </message>
    <message>
        <source>Rebuilt, and checked again. {0}</source>
        <translation>Opnieuw gemaakt, en opnieuw nagekeken. {0}</translation>
    </message>
    <message>
        <source>That did not work: {0}</source>
        <translation>Dat is niet gelukt: {0}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
</context>
<context>
    <name>cases</name>
    <message>
        <source>Cases</source>
        <translation>Dossiers</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>Nieuw dossier</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Wijzigen</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Terugnemen</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Teruggedraaid</translation>
    </message>
    <message>
        <source>There is nothing of yours to take back</source>
        <translation>Er is niets van u om terug te nemen</translation>
    </message>
    <message>
        <source>Write a paper…</source>
        <translation>Een stuk schrijven…</translation>
    </message>
    <message>
        <source>Closed too</source>
        <translation>Ook gesloten</translation>
    </message>
    <message>
        <source>Cases, the last changed first</source>
        <translation>Dossiers, het laatst gewijzigde eerst</translation>
    </message>
    <message>
        <source>The chosen case</source>
        <translation>Het gekozen dossier</translation>
    </message>
    <message>
        <source>No case yet</source>
        <translation>Nog geen dossier</translation>
    </message>
    <message>
        <source>A case keeps alerts of one matter together, with owners, steps and who was told. It can begin without an alert: a negotiation, an expiry, a visit.</source>
        <translation>Een dossier houdt waarschuwingen over één zaak bij elkaar, met eigenaren, stappen en wie is ingelicht. Het kan zonder waarschuwing beginnen: een onderhandeling, een afloop, een bezoek.</translation>
    </message>
    <message>
        <source>Not done: {0}</source>
        <translation>Niet gedaan: {0}</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Bewaard</translation>
    </message>
    <message>
        <source>Next step…</source>
        <translation>Volgende stap…</translation>
    </message>
    <message>
        <source>Next step, in a line</source>
        <translation>Volgende stap, in één regel</translation>
    </message>
    <message>
        <source>Add a step…</source>
        <translation>Een stap toevoegen…</translation>
    </message>
    <message>
        <source>What is to be done?</source>
        <translation>Wat moet er gebeuren?</translation>
    </message>
    <message>
        <source>By which day? (YYYY-MM-DD, or nothing)</source>
        <translation>Voor welke dag? (JJJJ-MM-DD, of niets)</translation>
    </message>
    <message>
        <source>Somebody was told…</source>
        <translation>Iemand is ingelicht…</translation>
    </message>
    <message>
        <source>Who was told?</source>
        <translation>Wie is ingelicht?</translation>
    </message>
    <message>
        <source>Add a ministry…</source>
        <translation>Een ministerie toevoegen…</translation>
    </message>
    <message>
        <source>Which ministry owns it as well?</source>
        <translation>Welk ministerie gaat er ook over?</translation>
    </message>
    <message>
        <source>Hand over…</source>
        <translation>Overdragen…</translation>
    </message>
    <message>
        <source>To whom? It is theirs when they confirm it.</source>
        <translation>Aan wie? Het is van hen zodra zij het bevestigen.</translation>
    </message>
    <message>
        <source>Take it over</source>
        <translation>Overnemen</translation>
    </message>
    <message>
        <source>Step done</source>
        <translation>Stap gedaan</translation>
    </message>
    <message>
        <source>Answer received</source>
        <translation>Antwoord ontvangen</translation>
    </message>
    <message>
        <source>What was the answer?</source>
        <translation>Wat was het antwoord?</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>How did it end?</source>
        <translation>Hoe liep het af?</translation>
    </message>
    <message>
        <source>open</source>
        <translation>open</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wacht</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>gesloten</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nee</translation>
    </message>
    <message>
        <source>unclear</source>
        <translation>onduidelijk</translation>
    </message>
    <message>
        <source>not weighed yet</source>
        <translation>nog niet afgewogen</translation>
    </message>
    <message>
        <source>Proportionate</source>
        <translation>Evenredig</translation>
    </message>
    <message>
        <source>Distorts the market as little as possible</source>
        <translation>Verstoort de markt zo min mogelijk</translation>
    </message>
    <message>
        <source>Weighed for this case by itself</source>
        <translation>Voor dit geval apart afgewogen</translation>
    </message>
    <message>
        <source>Risks against certainty gained and cost</source>
        <translation>Risico&apos;s tegenover gewonnen zekerheid en kosten</translation>
    </message>
    <message>
        <source>Together with the EU where possible</source>
        <translation>Samen met de EU waar dat kan</translation>
    </message>
    <message>
        <source>{0} · holder: {1} · opened {2}</source>
        <translation>{0} · bij: {1} · geopend {2}</translation>
    </message>
    <message>
        <source>not named</source>
        <translation>niet genoemd</translation>
    </message>
    <message>
        <source>Offered to {0} by: {1}; not confirmed yet</source>
        <translation>Aangeboden aan {0} door: {1}; nog niet bevestigd</translation>
    </message>
    <message>
        <source>Owners: {0}</source>
        <translation>Eigenaren: {0}</translation>
    </message>
    <message>
        <source>Next: {0}</source>
        <translation>Volgende: {0}</translation>
    </message>
    <message>
        <source>Outcome: {0}</source>
        <translation>Uitkomst: {0}</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Waarschuwingen</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Geen</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Stappen</translation>
    </message>
    <message>
        <source>Told</source>
        <translation>Ingelicht</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>Nog niemand</translation>
    </message>
    <message>
        <source>Decision tests</source>
        <translation>Afwegingstoetsen</translation>
    </message>
    <message>
        <source>Lead time</source>
        <translation>Voorsprong</translation>
    </message>
    <message>
        <source>First seen here: {0}</source>
        <translation>Hier eerst gezien: {0}</translation>
    </message>
    <message>
        <source>Official act: {0}</source>
        <translation>Officieel besluit: {0}</translation>
    </message>
    <message>
        <source>In force: {0}</source>
        <translation>Van kracht: {0}</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>niet bekend</translation>
    </message>
    <message>
        <source>{0}, {1} days after it was first seen</source>
        <translation>{0}, {1} dagen na de eerste waarneming</translation>
    </message>
    <message>
        <source>{0}, {1} days before it was first seen</source>
        <translation>{0}, {1} dagen voor de eerste waarneming</translation>
    </message>
    <message>
        <source>{0}, the day it was first seen</source>
        <translation>{0}, de dag van de eerste waarneming</translation>
    </message>
    <message>
        <source>Median to the official act: {0} days (n = {1} of {2} closed cases)</source>
        <translation>Mediaan tot het officiële besluit: {0} dagen (n = {1} van {2} gesloten dossiers)</translation>
    </message>
    <message>
        <source>Median to its force: {0} days (n = {1} of {2} closed cases)</source>
        <translation>Mediaan tot het van kracht is: {0} dagen (n = {1} van {2} gesloten dossiers)</translation>
    </message>
    <message>
        <source>Median to the official act: not known yet (n = {0} of {1} closed cases)</source>
        <translation>Mediaan tot het officiële besluit: nog niet bekend (n = {0} van {1} gesloten dossiers)</translation>
    </message>
    <message>
        <source>Median to its force: not known yet (n = {0} of {1} closed cases)</source>
        <translation>Mediaan tot het van kracht is: nog niet bekend (n = {0} van {1} gesloten dossiers)</translation>
    </message>
    <message>
        <source>by {0}</source>
        <translation>voor {0}</translation>
    </message>
    <message>
        <source>late since {0}</source>
        <translation>te laat sinds {0}</translation>
    </message>
    <message>
        <source>no day set</source>
        <translation>geen dag gezet</translation>
    </message>
    <message>
        <source>done {0}</source>
        <translation>gedaan {0}</translation>
    </message>
    <message>
        <source>answer: {0}</source>
        <translation>antwoord: {0}</translation>
    </message>
</context>
<context>
    <name>chains</name>
    <message>
        <source>Chains</source>
        <translation>Ketens</translation>
    </message>
    <message>
        <source>Good, code, CAS or country</source>
        <translation>Goed, code, CAS of land</translation>
    </message>
    <message>
        <source>Which way</source>
        <translation>Welke kant op</translation>
    </message>
    <message>
        <source>What is in it</source>
        <translation>Wat zit erin</translation>
    </message>
    <message>
        <source>What it goes into</source>
        <translation>Waar gaat het in</translation>
    </message>
    <message>
        <source>Instruments</source>
        <translation>Instrumenten</translation>
    </message>
    <message>
        <source>Deeper ({0})</source>
        <translation>Dieper ({0})</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Meer</translation>
    </message>
    <message>
        <source>Page to print…</source>
        <translation>Pagina om af te drukken…</translation>
    </message>
    <message>
        <source>The chain, drawn</source>
        <translation>De keten, getekend</translation>
    </message>
    <message>
        <source>The chain, as a table</source>
        <translation>De keten, als tabel</translation>
    </message>
    <message>
        <source>The chosen node</source>
        <translation>Het gekozen punt</translation>
    </message>
    <message>
        <source>Ask for a good, a code or a country</source>
        <translation>Vraag naar een goed, een code of een land</translation>
    </message>
    <message>
        <source>«Wind turbine» shows what is in it and who supplies it. «China gallium» shows what is hit when China stops. Any language of the watchlist will do, and HS, CN and CAS numbers.</source>
        <translation>«Windturbine» toont wat erin zit en wie het levert. «China gallium» toont wat geraakt wordt als China stopt. Elke taal van de volglijst is goed, en HS-, GN- en CAS-nummers ook.</translation>
    </message>
    <message>
        <source>Nothing here is called that</source>
        <translation>Niets heet hier zo</translation>
    </message>
    <message>
        <source>{0} stops {1}?</source>
        <translation>Stopt {0} met {1}?</translation>
    </message>
    <message>
        <source>This story names no country and good that the chain knows</source>
        <translation>Dit verhaal noemt geen land en goed dat de keten kent</translation>
    </message>
    <message>
        <source>Questions from the inbox</source>
        <translation>Vragen uit het postvak</translation>
    </message>
    <message>
        <source>A question from the inbox, filled in</source>
        <translation>Een vraag uit het postvak, ingevuld</translation>
    </message>
    <message>
        <source>not understood: {0}</source>
        <translation>niet begrepen: {0}</translation>
    </message>
    <message>
        <source>Not done: {0}</source>
        <translation>Niet gedaan: {0}</translation>
    </message>
    <message>
        <source>Saved as {0}</source>
        <translation>Opgeslagen als {0}</translation>
    </message>
    <message>
        <source>OWN ESTIMATE</source>
        <translation>EIGEN SCHATTING</translation>
    </message>
    <message>
        <source>If</source>
        <translation>Als</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>withholds</source>
        <translation>inhoudt</translation>
    </message>
    <message>
        <source>The country that stops</source>
        <translation>Het land dat stopt</translation>
    </message>
    <message>
        <source>How much of it, in per cent</source>
        <translation>Hoeveel ervan, in procent</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Supply left</source>
        <translation>Aanbod over</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Sterkte</translation>
    </message>
    <message>
        <source>First supplier</source>
        <translation>Toeleverancier</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Aandeel</translation>
    </message>
    <message>
        <source>HHI</source>
        <translation>HHI</translation>
    </message>
    <message>
        <source>Figures of</source>
        <translation>Cijfers van</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Merk</translation>
    </message>
    <message>
        <source>concentrated</source>
        <translation>geconcentreerd</translation>
    </message>
    <message>
        <source>concentrated, near</source>
        <translation>geconcentreerd, dichtbij</translation>
    </message>
    <message>
        <source>spread</source>
        <translation>gespreid</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>niet bekend</translation>
    </message>
    <message>
        <source>Product of the links on the path: essential {0}, important {1}, minor {2}. A proposal of the makers, measured by nobody.</source>
        <translation>Product van de schakels op het pad: wezenlijk {0}, belangrijk {1}, gering {2}. Een voorstel van de makers, door niemand gemeten.</translation>
    </message>
    <message>
        <source>Herfindahl index, 0 to 1. A span where the source lists only some of the suppliers.</source>
        <translation>Herfindahl-index, 0 tot 1. Een bereik waar de bron maar een deel van de toeleveranciers noemt.</translation>
    </message>
    <message>
        <source>Concentrated: the first supplier holds 65 % or more (ceiling of Regulation (EU) 2024/1252), or HHI above 0.4 (SWD(2021) 352). Near: it is in the EU, the EEA, Switzerland or the United Kingdom.</source>
        <translation>Geconcentreerd: de eerste toeleverancier heeft 65 % of meer (plafond van Verordening (EU) 2024/1252), of HHI boven 0,4 (SWD(2021) 352). Dichtbij: hij ligt in de EU, de EER, Zwitserland of het Verenigd Koninkrijk.</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>{0} {1} %, {2}</source>
        <translation>{0} {1} %, {2}</translation>
    </message>
    <message>
        <source>{0}; mark: {1}</source>
        <translation>{0}; merk: {1}</translation>
    </message>
    <message>
        <source>year not told</source>
        <translation>jaar niet genoemd</translation>
    </message>
    <message>
        <source>transit</source>
        <translation>doorvoer</translation>
    </message>
    <message>
        <source>Transit: {0}. The study&apos;s own list of the world&apos;s producers ({1}) names none of them, so goods pass there; their shares do not count in the mark.</source>
        <translation>Doorvoer: {0}. De eigen lijst van producenten in de wereld van het onderzoek ({1}) noemt hen niet: goederen komen er langs. Hun aandelen tellen niet mee in het merk.</translation>
    </message>
    <message>
        <source>Not known: no source counts the suppliers. Read trade figures on its code.</source>
        <translation>Niet bekend: geen bron telt de toeleveranciers. Lees handelscijfers over de code in.</translation>
    </message>
    <message>
        <source>Not known: the list leaves {0} % to suppliers that it does not name; one or many.</source>
        <translation>Niet bekend: de lijst laat {0} % over aan toeleveranciers die zij niet noemt; één of vele.</translation>
    </message>
    <message>
        <source>A route is passed, not supplied: no concentration applies.</source>
        <translation>Een route wordt gevaren, niet geleverd: concentratie is niet van toepassing.</translation>
    </message>
    <message>
        <source>A name for many goods: look at each of them.</source>
        <translation>Een naam voor vele goederen: bekijk elk ervan.</translation>
    </message>
    <message>
        <source>named without a figure: {0}</source>
        <translation>genoemd zonder cijfer: {0}</translation>
    </message>
    <message>
        <source>an end use</source>
        <translation>een eindgebruik</translation>
    </message>
    <message>
        <source>the table counts {0} as well, {1} nodes</source>
        <translation>de tabel telt ook {0}, {1} punten</translation>
    </message>
    <message>
        <source>{0} nodes</source>
        <translation>{0} punten</translation>
    </message>
    <message>
        <source>{0} more behind paths weaker than 0.1</source>
        <translation>nog {0} achter paden zwakker dan 0,1</translation>
    </message>
    <message>
        <source>The watchlist knows nothing that is made with it.</source>
        <translation>De volglijst kent niets dat ermee gemaakt wordt.</translation>
    </message>
    <message>
        <source>The watchlist knows nothing that is in it.</source>
        <translation>De volglijst kent niets dat erin zit.</translation>
    </message>
    <message>
        <source>Path: {0}</source>
        <translation>Pad: {0}</translation>
    </message>
    <message>
        <source>own link</source>
        <translation>eigen schakel</translation>
    </message>
    <message>
        <source>own link (*)</source>
        <translation>eigen schakel (*)</translation>
    </message>
    <message>
        <source>essential</source>
        <translation>wezenlijk</translation>
    </message>
    <message>
        <source>important</source>
        <translation>belangrijk</translation>
    </message>
    <message>
        <source>minor</source>
        <translation>gering</translation>
    </message>
    <message>
        <source>{0} ({1})</source>
        <translation>{0} ({1})</translation>
    </message>
    <message>
        <source>Suppliers, {0}: {1}</source>
        <translation>Toeleveranciers, {0}: {1}</translation>
    </message>
    <message>
        <source>others, not listed, {0} %</source>
        <translation>andere, niet genoemd, {0} %</translation>
    </message>
    <message>
        <source>Source: {0} (reliability: {1})</source>
        <translation>Bron: {0} (betrouwbaarheid: {1})</translation>
    </message>
    <message>
        <source>HHI weighted with governance: {0} of 10</source>
        <translation>HHI gewogen met bestuur: {0} van 10</translation>
    </message>
    <message>
        <source>Critical raw material</source>
        <translation>Kritieke grondstof</translation>
    </message>
    <message>
        <source>Strategic raw material</source>
        <translation>Strategische grondstof</translation>
    </message>
    <message>
        <source>Supply risk of the Commission&apos;s study: {0} (critical from 1)</source>
        <translation>Leveringsrisico volgens de studie van de Commissie: {0} (kritiek vanaf 1)</translation>
    </message>
    <message>
        <source>What can be done</source>
        <translation>Wat kan men doen</translation>
    </message>
    <message>
        <source>Find other suppliers: {0} holds {1} %.</source>
        <translation>Zoek andere toeleveranciers: {0} heeft {1} %.</translation>
    </message>
    <message>
        <source>Suppliers near, or with a partnership or agreement: {0}.</source>
        <translation>Toeleveranciers dichtbij, of met partnerschap of akkoord: {0}.</translation>
    </message>
    <message>
        <source>Hardly replaceable (index {0}): stocks, as a last resort.</source>
        <translation>Nauwelijks te vervangen (index {0}): voorraden, als laatste middel.</translation>
    </message>
    <message>
        <source>Can partly be replaced (index {0}; 1 = not at all).</source>
        <translation>Deels te vervangen (index {0}; 1 = in het geheel niet).</translation>
    </message>
    <message>
        <source>Recycling covers {0} % of the input (2017).</source>
        <translation>Recycling dekt {0} % van de input (2017).</translation>
    </message>
    <message>
        <source>Read trade figures on it: nobody counts the suppliers.</source>
        <translation>Lees er handelscijfers over: niemand telt de toeleveranciers.</translation>
    </message>
    <message>
        <source>high</source>
        <translation>hoog</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>middel</translation>
    </message>
    <message>
        <source>low</source>
        <translation>laag</translation>
    </message>
    <message>
        <source>not verified</source>
        <translation>niet geverifieerd</translation>
    </message>
    <message>
        <source>trade figures of this desk</source>
        <translation>handelscijfers van deze desk</translation>
    </message>
    <message>
        <source>{0} % left</source>
        <translation>{0} % over</translation>
    </message>
    <message>
        <source>{0}–{1} % left</source>
        <translation>{0}–{1} % over</translation>
    </message>
    <message>
        <source>{0} withholds {1} % of {2}</source>
        <translation>{0} houdt {1} % van {2} in</translation>
    </message>
    <message>
        <source>{0}: {1} holds {2} % ({3})</source>
        <translation>{0}: {1} heeft {2} % ({3})</translation>
    </message>
    <message>
        <source>{0}: no figure for {1}; between {2} % and {3} % would be gone</source>
        <translation>{0}: geen cijfer voor {1}; tussen {2} % en {3} % zou weg zijn</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigenaar</translation>
    </message>
    <message>
        <source>The Dutch ministry that owns it, by the pack.</source>
        <translation>Het Nederlandse ministerie dat erover gaat, volgens het pakket.</translation>
    </message>
    <message>
        <source>In the Netherlands, {0}: {1} holds {2} % of imports (code {3}, {4})</source>
        <translation>In Nederland, {0}: {1} heeft {2} % van de invoer (code {3}, {4})</translation>
    </message>
    <message>
        <source>In the Netherlands, {0}: {1} is not among its ten largest suppliers (code {2}, {3})</source>
        <translation>In Nederland, {0}: {1} hoort niet bij de tien grootste toeleveranciers (code {2}, {3})</translation>
    </message>
    <message>
        <source>In the Netherlands, {0}: not known here; trade figures with the Netherlands as reporter tell it (page Dependency)</source>
        <translation>In Nederland, {0}: hier niet bekend; handelscijfers met Nederland als rapporteur zeggen het (pagina Afhankelijkheid)</translation>
    </message>
    <message>
        <source>Assumed</source>
        <translation>Aangenomen</translation>
    </message>
    <message>
        <source>Shares are those of the EU or the world, not of the Netherlands; who owns what is hit is the Dutch ministry.</source>
        <translation>Aandelen zijn die van de EU of de wereld, niet van Nederland; eigenaar van wat geraakt wordt is het Nederlandse ministerie.</translation>
    </message>
    <message>
        <source>Other suppliers deliver as before, and nobody makes up for what is missing.</source>
        <translation>Andere toeleveranciers leveren als voorheen, en niemand vult aan wat ontbreekt.</translation>
    </message>
    <message>
        <source>No stocks, no recycling, no substitution, no price and no time.</source>
        <translation>Geen voorraden, geen recycling, geen vervanging, geen prijs en geen tijd.</translation>
    </message>
    <message>
        <source>A loss goes on by {0}, {1} or {2} a link: a proposal, measured by nobody.</source>
        <translation>Een verlies gaat per schakel voor {0}, {1} of {2} door: een voorstel, door niemand gemeten.</translation>
    </message>
    <message>
        <source>Of several inputs and paths the gravest counts; losses are not added up.</source>
        <translation>Van meerdere grondstoffen en paden telt het zwaarste; verliezen worden niet opgeteld.</translation>
    </message>
    <message>
        <source>What is not listed may be hit as well: the chain holds what its makers know.</source>
        <translation>Wat niet genoemd is kan ook geraakt worden: de keten bevat wat de makers weten.</translation>
    </message>
    <message>
        <source>An estimate of this desk: it goes into no briefing.</source>
        <translation>Een schatting van deze desk: ze gaat in geen briefing.</translation>
    </message>
    <message>
        <source>Own links…</source>
        <translation>Eigen schakels…</translation>
    </message>
    <message>
        <source>Links of your own</source>
        <translation>Eigen schakels</translation>
    </message>
    <message>
        <source>What this desk knows and the watchlist does not: an input and what it goes into. It is drawn as your own, stays in this profile, and changes no score.</source>
        <translation>Wat deze desk weet en de volglijst niet: een grondstof en waar die in gaat. Het wordt als eigen getekend, blijft in dit profiel en verandert geen score.</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Invoer</translation>
    </message>
    <message>
        <source>goes into</source>
        <translation>gaat in</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Uitkomst</translation>
    </message>
    <message>
        <source>How much it matters</source>
        <translation>Hoeveel het uitmaakt</translation>
    </message>
    <message>
        <source>Where you know it from</source>
        <translation>Waar u het van weet</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Toevoegen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Verwijderen</translation>
    </message>
    <message>
        <source>{0} → {1} ({2})</source>
        <translation>{0} → {1} ({2})</translation>
    </message>
    <message>
        <source>Walk over the chain</source>
        <translation>Over de keten lopen</translation>
    </message>
    <message>
        <source>The chain from here</source>
        <translation>De keten van hieruit</translation>
    </message>
    <message>
        <source>Back to the chain before</source>
        <translation>Terug naar de vorige keten</translation>
    </message>
    <message>
        <source>Another meaning of the words</source>
        <translation>Een andere betekenis van de woorden</translation>
    </message>
    <message>
        <source>EU sourcing</source>
        <translation>inkoop EU</translation>
    </message>
    <message>
        <source>EU imports, value</source>
        <translation>invoer EU, waarde</translation>
    </message>
    <message>
        <source>imports of the Netherlands, value</source>
        <translation>invoer Nederland, waarde</translation>
    </message>
    <message>
        <source>EU imports, weight</source>
        <translation>invoer EU, gewicht</translation>
    </message>
    <message>
        <source>EU imports</source>
        <translation>invoer EU</translation>
    </message>
    <message>
        <source>EU imports, volume</source>
        <translation>invoer EU, volume</translation>
    </message>
    <message>
        <source>EU imports in soya meal, weight</source>
        <translation>invoer EU in sojameel, gewicht</translation>
    </message>
    <message>
        <source>EU, as the source counts</source>
        <translation>EU, zoals de bron telt</translation>
    </message>
    <message>
        <source>EU enrichment services</source>
        <translation>verrijkingsdiensten EU</translation>
    </message>
    <message>
        <source>installed in the EU</source>
        <translation>geïnstalleerd in de EU</translation>
    </message>
    <message>
        <source>EU plasma supply</source>
        <translation>plasma-aanbod EU</translation>
    </message>
    <message>
        <source>EU supply, weight</source>
        <translation>aanbod EU, gewicht</translation>
    </message>
    <message>
        <source>world supply</source>
        <translation>wereldaanbod</translation>
    </message>
    <message>
        <source>world production</source>
        <translation>wereldproductie</translation>
    </message>
    <message>
        <source>world market</source>
        <translation>wereldmarkt</translation>
    </message>
    <message>
        <source>world capacity</source>
        <translation>wereldcapaciteit</translation>
    </message>
    <message>
        <source>EU deliveries</source>
        <translation>leveringen aan de EU</translation>
    </message>
    <message>
        <source>EU market</source>
        <translation>EU-markt</translation>
    </message>
    <message>
        <source>world exports</source>
        <translation>werelduitvoer</translation>
    </message>
    <message>
        <source>world civil market</source>
        <translation>civiele wereldmarkt</translation>
    </message>
    <message>
        <source>ships completed in the world, gross tonnage</source>
        <translation>opgeleverde schepen wereldwijd, brutotonnage</translation>
    </message>
    <message>
        <source>world crude heparin</source>
        <translation>ruwe heparine wereldwijd</translation>
    </message>
    <message>
        <source>extraction</source>
        <translation>winning</translation>
    </message>
    <message>
        <source>processing</source>
        <translation>verwerking</translation>
    </message>
    <message>
        <source>intermediate product</source>
        <translation>tussenproduct</translation>
    </message>
    <message>
        <source>finished product</source>
        <translation>eindproduct</translation>
    </message>
    <message>
        <source>route</source>
        <translation>route</translation>
    </message>
    <message>
        <source>service</source>
        <translation>dienst</translation>
    </message>
</context>
<context>
    <name>cite</name>
    <message>
        <source>“{0}”</source>
        <translation>„{0}”</translation>
    </message>
    <message>
        <source>undated</source>
        <translation>ongedateerd</translation>
    </message>
    <message>
        <source>retrieved {0} UTC</source>
        <translation>opgehaald {0} UTC</translation>
    </message>
    <message>
        <source>SHA-256 of title and text as kept: {0}</source>
        <translation>SHA-256 van titel en tekst zoals bewaard: {0}</translation>
    </message>
</context>
<context>
    <name>country</name>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Another country: type, then Return</source>
        <translation>Een ander land: typ, dan Enter</translation>
    </message>
    <message>
        <source>No country is called «{0}».</source>
        <translation>Geen land heet «{0}».</translation>
    </message>
    <message>
        <source>Not done: {0}</source>
        <translation>Niet gedaan: {0}</translation>
    </message>
    <message>
        <source>Which country?</source>
        <translation>Welk land?</translation>
    </message>
    <message>
        <source>Type one above. The page opens with the country of the post once Settings name one.</source>
        <translation>Typ er boven een. De pagina opent met het land van de post zodra de instellingen er een noemen.</translation>
    </message>
    <message>
        <source>In force, imposed by {0}</source>
        <translation>Van kracht, opgelegd door {0}</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>Opgeschort</translation>
    </message>
    <message>
        <source>Announced, not in force yet</source>
        <translation>Aangekondigd, nog niet van kracht</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Voorbij</translation>
    </message>
    <message>
        <source>Measures of others that hit {0}</source>
        <translation>Maatregelen van anderen die {0} treffen</translation>
    </message>
    <message>
        <source>an alert names it as affected</source>
        <translation>een waarschuwing noemt het als getroffen</translation>
    </message>
    <message>
        <source>noted as a destination</source>
        <translation>genoteerd als bestemming</translation>
    </message>
    <message>
        <source>Goods it supplies</source>
        <translation>Goederen die het levert</translation>
    </message>
    <message>
        <source>{0} smaller shares stand in the watchlist.</source>
        <translation>Nog {0} kleinere aandelen staan in de volglijst.</translation>
    </message>
    <message>
        <source>Open alerts</source>
        <translation>Open waarschuwingen</translation>
    </message>
    <message>
        <source>{0} more stand in the inbox.</source>
        <translation>Nog {0} staan in het postvak.</translation>
    </message>
    <message>
        <source>Open cases</source>
        <translation>Open dossiers</translation>
    </message>
    <message>
        <source>Days ahead, within a year</source>
        <translation>Dagen vooruit, binnen een jaar</translation>
    </message>
    <message>
        <source>Companies of the watchlist there</source>
        <translation>Bedrijven van de volglijst daar</translation>
    </message>
    <message>
        <source>Sources of this country</source>
        <translation>Bronnen van dit land</translation>
    </message>
    <message>
        <source>None is known. Looked at: {0} measures of this desk.</source>
        <translation>Geen bekend. Bekeken: {0} maatregelen van deze desk.</translation>
    </message>
    <message>
        <source>None is known. Looked at: destinations that people noted, and alerts that name it as affected.</source>
        <translation>Geen bekend. Bekeken: bestemmingen die mensen noteerden, en waarschuwingen die het als getroffen noemen.</translation>
    </message>
    <message>
        <source>The watchlist names it as a supplier of nothing.</source>
        <translation>De volglijst noemt het van niets als toeleverancier.</translation>
    </message>
    <message>
        <source>None is open. Looked at: all open alerts of this profile.</source>
        <translation>Geen staat open. Bekeken: alle open waarschuwingen van dit profiel.</translation>
    </message>
    <message>
        <source>No open case holds an alert about it.</source>
        <translation>Geen open dossier bevat een waarschuwing erover.</translation>
    </message>
    <message>
        <source>No day is named by a measure above. Looked at: the next 365 days.</source>
        <translation>Geen maatregel hierboven noemt een dag. Bekeken: de komende 365 dagen.</translation>
    </message>
    <message>
        <source>The watchlist names no company there.</source>
        <translation>De volglijst noemt daar geen bedrijf.</translation>
    </message>
    <message>
        <source>No source is published there. {0} sources that are on may tell of it all the same.</source>
        <translation>Daar verschijnt geen bron. {0} bronnen die aanstaan kunnen er toch over melden.</translation>
    </message>
    <message>
        <source>{0}, held by {1}, last change {2}</source>
        <translation>{0}, bij {1}, laatste wijziging {2}</translation>
    </message>
    <message>
        <source>next: {0}</source>
        <translation>volgende stap: {0}</translation>
    </message>
    <message>
        <source>newest item {0} old</source>
        <translation>nieuwste bericht {0} oud</translation>
    </message>
    <message>
        <source>no item yet</source>
        <translation>nog geen bericht</translation>
    </message>
    <message>
        <source>As of {0}. {1}</source>
        <translation>Stand van {0}. {1}</translation>
    </message>
    <message>
        <source>Never answered: {0}</source>
        <translation>Nooit geantwoord: {0}</translation>
    </message>
    <message>
        <source>on the list {0}</source>
        <translation>op de lijst {0}</translation>
    </message>
    <message>
        <source>off: nothing of it is read</source>
        <translation>uit: er wordt niets van gelezen</translation>
    </message>
    <message>
        <source>What this desk knows, not all there is.</source>
        <translation>Wat deze desk weet, niet alles wat er is.</translation>
    </message>
</context>
<context>
    <name>day</name>
    <message>
        <source>Snooze until a day</source>
        <translation>Uitstellen tot een dag</translation>
    </message>
    <message>
        <source>It comes back at seven in the morning of that day.</source>
        <translation>Het komt terug op die dag om zeven uur ’s ochtends.</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Dag</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Uitstellen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
</context>
<context>
    <name>dependency</name>
    <message>
        <source>Dependency</source>
        <translation>Afhankelijkheid</translation>
    </message>
    <message>
        <source>Code, good or supplier</source>
        <translation>Code, goed of toeleverancier</translation>
    </message>
    <message>
        <source>All kept</source>
        <translation>Alle bewaarde</translation>
    </message>
    <message>
        <source>Dependent</source>
        <translation>Afhankelijk</translation>
    </message>
    <message>
        <source>2 of 3 years</source>
        <translation>2 van 3 jaren</translation>
    </message>
    <message>
        <source>Which products</source>
        <translation>Welke producten</translation>
    </message>
    <message>
        <source>Whose imports</source>
        <translation>Wiens invoer</translation>
    </message>
    <message>
        <source>EU27</source>
        <translation>EU27</translation>
    </message>
    <message>
        <source>NL</source>
        <translation>NL</translation>
    </message>
    <message>
        <source>By value or by quantity</source>
        <translation>Naar waarde of naar hoeveelheid</translation>
    </message>
    <message>
        <source>Read trade files…</source>
        <translation>Handelsbestanden lezen…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporteren</translation>
    </message>
    <message>
        <source>The rows that are shown, all their years, as Excel or CSV</source>
        <translation>De getoonde rijen met al hun jaren, als Excel of CSV</translation>
    </message>
    <message>
        <source>Good, code and year</source>
        <translation>Goed, code en jaar</translation>
    </message>
    <message>
        <source>By value</source>
        <translation>Naar waarde</translation>
    </message>
    <message>
        <source>By quantity</source>
        <translation>Naar hoeveelheid</translation>
    </message>
    <message>
        <source>Dependent, last 3 years</source>
        <translation>Afhankelijk, laatste 3 jaar</translation>
    </message>
    <message>
        <source>Dependent: all three tests are met. One in five products changes each year, so the label is given for 2 of 3 years. A dash: that year is not in the files.</source>
        <translation>Afhankelijk: aan alle drie de toetsen is voldaan. Een op de vijf producten wisselt elk jaar, daarom geldt het label bij 2 van de 3 jaar. Een streepje: dat jaar staat niet in de bestanden.</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Gezien</translation>
    </message>
    <message>
        <source>How much of the imports of its chapter stands under open codes. The rest is hidden in confidential ones, and may be this product.</source>
        <translation>Hoeveel van de invoer van zijn hoofdstuk onder open codes staat. De rest zit in vertrouwelijke codes en kan dit product zijn.</translation>
    </message>
    <message>
        <source>Shares of suppliers (* EEA, CH, UK)</source>
        <translation>Aandelen van toeleveranciers (* EER, CH, VK)</translation>
    </message>
    <message>
        <source>all others</source>
        <translation>alle anderen</translation>
    </message>
    <message>
        <source>Shares of suppliers outside the EU, {0}</source>
        <translation>Aandelen van toeleveranciers buiten de EU, {0}</translation>
    </message>
    <message>
        <source>The three indicators over the years</source>
        <translation>De drie indicatoren door de jaren</translation>
    </message>
    <message>
        <source>What is known of this product</source>
        <translation>Wat van dit product bekend is</translation>
    </message>
    <message>
        <source>Add to the watchlist</source>
        <translation>Op de volglijst zetten</translation>
    </message>
    <message>
        <source>Its chain</source>
        <translation>De keten ervan</translation>
    </message>
    <message>
        <source>{0} of {1} years</source>
        <translation>{0} van {1} jaar</translation>
    </message>
    <message>
        <source>one year is known: no label</source>
        <translation>één jaar bekend: geen label</translation>
    </message>
    <message>
        <source>Shares and tests are of {0}, from {1} suppliers.</source>
        <translation>Aandelen en toetsen zijn van {0}, van {1} toeleveranciers.</translation>
    </message>
    <message>
        <source>Imports from outside the EU {0}, from inside {1}, exports {2}, in the unit of the file.</source>
        <translation>Invoer van buiten de EU {0}, van binnen {1}, uitvoer {2}, in de eenheid van het bestand.</translation>
    </message>
    <message>
        <source>Against exports out of the EU alone: {0}.</source>
        <translation>Alleen tegen uitvoer uit de EU: {0}.</translation>
    </message>
    <message>
        <source>No exports: the third test counts as met.</source>
        <translation>Geen uitvoer: de derde toets telt als gehaald.</translation>
    </message>
    <message>
        <source>{0} % of the imports of chapter {1} stand under confidential codes: shares of this product may be other than shown.</source>
        <translation>{0} % van de invoer van hoofdstuk {1} staat onder vertrouwelijke codes: aandelen van dit product kunnen anders zijn dan getoond.</translation>
    </message>
    <message>
        <source>No confidential codes in chapter {0}.</source>
        <translation>Geen vertrouwelijke codes in hoofdstuk {0}.</translation>
    </message>
    <message>
        <source>{0} % comes from the EEA, Switzerland or the United Kingdom: another risk, and often what was made elsewhere.</source>
        <translation>{0} % komt uit de EER, Zwitserland of het Verenigd Koninkrijk: een ander risico, en vaak elders gemaakt.</translation>
    </message>
    <message>
        <source>Figures of one member count what only passes through its ports.</source>
        <translation>Cijfers van één lidstaat tellen mee wat alleen door de havens gaat.</translation>
    </message>
    <message>
        <source>{0}: supply risk {1}, economic importance {2} (European Commission, {3}); {4}.</source>
        <translation>{0}: leveringsrisico {1}, economisch belang {2} (Europese Commissie, {3}); {4}.</translation>
    </message>
    <message>
        <source>critical</source>
        <translation>kritiek</translation>
    </message>
    <message>
        <source>not critical</source>
        <translation>niet kritiek</translation>
    </message>
    <message>
        <source>Earlier supply risk: {0}.</source>
        <translation>Eerder leveringsrisico: {0}.</translation>
    </message>
    <message>
        <source>Own estimate of supply risk: {0} ({1}; shares of {2}, governance of 2024).</source>
        <translation>Eigen schatting van het leveringsrisico: {0} ({1}; aandelen van {2}, bestuur van 2024).</translation>
    </message>
    <message>
        <source>Not computed here, for want of: {0}.</source>
        <translation>Hier niet berekend, want er ontbreekt: {0}.</translation>
    </message>
    <message>
        <source>Economic importance of its uses, before substitution: {0}.</source>
        <translation>Economisch belang van het gebruik, vóór vervanging: {0}.</translation>
    </message>
    <message>
        <source>import reliance</source>
        <translation>invoerafhankelijkheid</translation>
    </message>
    <message>
        <source>recycling</source>
        <translation>recycling</translation>
    </message>
    <message>
        <source>substitution</source>
        <translation>vervanging</translation>
    </message>
    <message>
        <source>a whole list of suppliers</source>
        <translation>een hele lijst van toeleveranciers</translation>
    </message>
    <message>
        <source>extraction</source>
        <translation>winning</translation>
    </message>
    <message>
        <source>processing</source>
        <translation>verwerking</translation>
    </message>
    <message>
        <source>Reading, {0} %</source>
        <translation>Lezen, {0} %</translation>
    </message>
    <message>
        <source>Saved as {0}</source>
        <translation>Bewaard als {0}</translation>
    </message>
    <message>
        <source>Not done: {0}</source>
        <translation>Niet gedaan: {0}</translation>
    </message>
    <message>
        <source>Stopped; what was kept before stays</source>
        <translation>Gestopt; wat eerder bewaard was, blijft</translation>
    </message>
    <message>
        <source>{0} products computed, {1} kept</source>
        <translation>{0} producten berekend, {1} bewaard</translation>
    </message>
    <message>
        <source>From {0}, computed {1}; value and quantity apart</source>
        <translation>Uit {0}, berekend {1}; waarde en hoeveelheid apart</translation>
    </message>
    <message>
        <source>No trade figures yet</source>
        <translation>Nog geen handelscijfers</translation>
    </message>
    <message>
        <source>Read files of Eurostat Comext, UN Comtrade or CEPII BACI, or a table of your own. They stay where they are; only the result is kept.</source>
        <translation>Lees bestanden van Eurostat Comext, UN Comtrade of CEPII BACI, of een eigen tabel. Ze blijven waar ze zijn; alleen de uitkomst wordt bewaard.</translation>
    </message>
    <message>
        <source>Concentration</source>
        <translation>Concentratie</translation>
    </message>
    <message>
        <source>From outside</source>
        <translation>Van buiten</translation>
    </message>
    <message>
        <source>Against exports</source>
        <translation>Tegenover export</translation>
    </message>
    <message>
        <source>CDI1, sum of squared shares of suppliers; over 0.4 counts</source>
        <translation>CDI1, som van de gekwadrateerde aandelen van toeleveranciers; boven 0,4 telt</translation>
    </message>
    <message>
        <source>CDI2, share of imports from outside the EU; over 0.5 counts</source>
        <translation>CDI2, aandeel van de invoer van buiten de EU; boven 0,5 telt</translation>
    </message>
    <message>
        <source>CDI3, imports from outside by exports; over 1 counts</source>
        <translation>CDI3, invoer van buiten gedeeld door export; boven 1 telt</translation>
    </message>
    <message>
        <source>{0} (EEA, CH or UK)</source>
        <translation>{0} (EER, CH of VK)</translation>
    </message>
</context>
<context>
    <name>downstream</name>
    <message>
        <source>What lies downstream</source>
        <translation>Wat stroomafwaarts ligt</translation>
    </message>
    <message>
        <source>derived from {0}; context, not news</source>
        <translation>afgeleid van {0}; achtergrond, geen nieuws</translation>
    </message>
    <message>
        <source>The watchlist knows nothing that is made with it.</source>
        <translation>De volglijst kent niets dat ermee gemaakt wordt.</translation>
    </message>
    <message>
        <source>derived score {0}</source>
        <translation>afgeleide score {0}</translation>
    </message>
    <message>
        <source>How strong the way is, and what the score of this story means at its end: score × strength × 0.7 for each link. It is context: it raises no alert and changes no list.</source>
        <translation>Hoe sterk de weg is, en wat de score van dit verhaal aan het eind ervan betekent: score × sterkte × 0,7 voor elke schakel. Het is achtergrond: er komt geen waarschuwing van en geen lijst verandert erdoor.</translation>
    </message>
    <message>
        <source>{0} more</source>
        <translation>nog {0}</translation>
    </message>
    <message>
        <source>Show the chain</source>
        <translation>Toon de keten</translation>
    </message>
    <message>
        <source>Instruments that fit</source>
        <translation>Instrumenten die passen</translation>
    </message>
    <message>
        <source>by sector and measure: {0}</source>
        <translation>naar sector en maatregel: {0}</translation>
    </message>
    <message>
        <source>No instrument of the watchlist fits this sector and measure.</source>
        <translation>Geen instrument van de volglijst past bij deze sector en maatregel.</translation>
    </message>
    <message>
        <source>lowers the dependence</source>
        <translation>verkleint de afhankelijkheid</translation>
    </message>
    <message>
        <source>capacity to act</source>
        <translation>handelingsvermogen</translation>
    </message>
    <message>
        <source>foundation</source>
        <translation>fundament</translation>
    </message>
    <message>
        <source>offensive</source>
        <translation>offensief</translation>
    </message>
    <message>
        <source>defensive</source>
        <translation>defensief</translation>
    </message>
    <message>
        <source>offensive and defensive</source>
        <translation>offensief en defensief</translation>
    </message>
</context>
<context>
    <name>exchange</name>
    <message>
        <source>Exchange</source>
        <translation>Uitwisseling</translation>
    </message>
    <message>
        <source>Make a bundle…</source>
        <translation>Een bundel maken…</translation>
    </message>
    <message>
        <source>Look into a bundle…</source>
        <translation>Een bundel bekijken…</translation>
    </message>
    <message>
        <source>Trust a key…</source>
        <translation>Een sleutel vertrouwen…</translation>
    </message>
    <message>
        <source>Trust it no more</source>
        <translation>Niet meer vertrouwen</translation>
    </message>
    <message>
        <source>A list of signers…</source>
        <translation>Lijst van ondertekenaars…</translation>
    </message>
    <message>
        <source>Make keys…</source>
        <translation>Sleutels maken…</translation>
    </message>
    <message>
        <source>Bundles</source>
        <translation>Bundels</translation>
    </message>
    <message>
        <source>A bundle is a signed file for a desk without a network: items, sources, decisions, rules, watchlists and lists that are new since the last one. It is looked into before anything of it is taken, taken whole or not at all, and can be taken back.</source>
        <translation>Een bundel is een ondertekend bestand voor een desk zonder netwerk: berichten, bronnen, beslissingen, regels, volglijsten en lijsten die nieuw zijn sinds de vorige. Hij wordt bekeken voor er iets van wordt overgenomen, in zijn geheel overgenomen of niet, en kan worden teruggenomen.</translation>
    </message>
    <message>
        <source>Whose bundles are taken</source>
        <translation>Wiens bundels worden overgenomen</translation>
    </message>
    <message>
        <source>Nobody yet. Trust the public key of a desk you know.</source>
        <translation>Nog niemand. Vertrouw de openbare sleutel van een desk die u kent.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Sleutel</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rol</translation>
    </message>
    <message>
        <source>may name others</source>
        <translation>mag anderen noemen</translation>
    </message>
    <message>
        <source>desk</source>
        <translation>desk</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Sinds</translation>
    </message>
    <message>
        <source>The secret key of this desk (osawatch.key)</source>
        <translation>De geheime sleutel van deze desk (osawatch.key)</translation>
    </message>
    <message>
        <source>A public key (osawatch.pub)</source>
        <translation>Een openbare sleutel (osawatch.pub)</translation>
    </message>
    <message>
        <source>The bundle is encrypted: your identity (osawatch.identity)</source>
        <translation>De bundel is versleuteld: uw identiteit (osawatch.identity)</translation>
    </message>
    <message>
        <source>A list of signers that headquarters gave out</source>
        <translation>Een lijst van ondertekenaars van het hoofdkantoor</translation>
    </message>
    <message>
        <source>Its signatures, of two keys that may name others</source>
        <translation>De handtekeningen daarvan, van twee sleutels die anderen mogen noemen</translation>
    </message>
    <message>
        <source>Compare the key with its owner by another way than the one it came by. One that may name others signs lists of signers, and a list is taken when two such keys have signed it.</source>
        <translation>Vergelijk de sleutel met de eigenaar langs een andere weg dan waarlangs zij kwam. Een sleutel die anderen mag noemen ondertekent lijsten van ondertekenaars; een lijst wordt overgenomen als twee zulke sleutels haar hebben ondertekend.</translation>
    </message>
    <message>
        <source>Trust it</source>
        <translation>Vertrouwen</translation>
    </message>
    <message>
        <source>It may name others</source>
        <translation>Zij mag anderen noemen</translation>
    </message>
    <message>
        <source>A folder for the keys of this desk, not on the stick</source>
        <translation>Een map voor de sleutels van deze desk, niet op de stick</translation>
    </message>
    <message>
        <source>Four files are in {0}.

Keep to yourself: {1} signs your bundles, {2} opens those made for you.
Give to other desks: {3}, to trust your bundles, and {4}, to encrypt theirs for you.</source>
        <translation>Er staan vier bestanden in {0}.

Houd voor uzelf: {1} ondertekent uw bundels, {2} opent wat voor u gemaakt is.
Geef aan andere desks: {3}, om uw bundels te vertrouwen, en {4}, om die van hen voor u te versleutelen.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Kiezen…</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>Voor wie</translation>
    </message>
    <message>
        <source>every desk</source>
        <translation>elke desk</translation>
    </message>
    <message>
        <source>The first one for them: it holds all there is.</source>
        <translation>De eerste voor hen: hij bevat alles wat er is.</translation>
    </message>
    <message>
        <source>What is new since number {0} for them, of {1}.</source>
        <translation>Wat nieuw is sinds nummer {0} voor hen, van {1}.</translation>
    </message>
    <message>
        <source>All there is, also what they have.</source>
        <translation>Alles wat er is, ook wat zij al hebben.</translation>
    </message>
    <message>
        <source>All there is, not only what is new</source>
        <translation>Alles wat er is, niet alleen wat nieuw is</translation>
    </message>
    <message>
        <source>What goes with it</source>
        <translation>Wat er meegaat</translation>
    </message>
    <message>
        <source>items and sources</source>
        <translation>berichten en bronnen</translation>
    </message>
    <message>
        <source>decisions</source>
        <translation>besluiten</translation>
    </message>
    <message>
        <source>rules</source>
        <translation>regels</translation>
    </message>
    <message>
        <source>watchlists</source>
        <translation>volglijsten</translation>
    </message>
    <message>
        <source>lists</source>
        <translation>lijsten</translation>
    </message>
    <message>
        <source>Where to…</source>
        <translation>Waarheen…</translation>
    </message>
    <message>
        <source>The secret key of this desk is needed: “Make keys…” makes one.</source>
        <translation>De geheime sleutel van deze desk is nodig: “Sleutels maken…” maakt er een.</translation>
    </message>
    <message>
        <source>Nothing is chosen to go with it.</source>
        <translation>Er is niets gekozen om mee te gaan.</translation>
    </message>
    <message>
        <source>Number {0} of {1}, signed by {2}, is taken back.

{3} decisions are undone, {4} rule files and watchlists go or are as they were before. Items and alerts stay: the world said them.</source>
        <translation>Nummer {0} van {1}, ondertekend door {2}, wordt teruggenomen.

{3} besluiten worden ongedaan gemaakt, {4} regelbestanden en volglijsten verdwijnen of worden weer wat zij waren. Berichten en waarschuwingen blijven: de wereld heeft ze gezegd.</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Terugnemen</translation>
    </message>
    <message>
        <source>Whose key is this?</source>
        <translation>Van wie is deze sleutel?</translation>
    </message>
    <message>
        <source>Encrypt it for (recipients age1…, one a line); empty: readable by all</source>
        <translation>Versleutelen voor (ontvangers age1…, één per regel); leeg: door iedereen te lezen</translation>
    </message>
    <message>
        <source>Number {0} of {1} written: {2} items, {3} events</source>
        <translation>Nummer {0} van {1} geschreven: {2} berichten, {3} gebeurtenissen</translation>
    </message>
    <message>
        <source>Number {0} of {1}, signed by {2}, would bring:
{3} items, {4} alerts, {5} events, {6} sources, {7} files, {8} lists.</source>
        <translation>Nummer {0} van {1}, ondertekend door {2}, zou brengen:
{3} berichten, {4} waarschuwingen, {5} gebeurtenissen, {6} bronnen, {7} bestanden, {8} lijsten.</translation>
    </message>
    <message>
        <source>Take care: it {0}.</source>
        <translation>Let op (melding van de bundel): {0}.</translation>
    </message>
    <message>
        <source>Left out: {0}</source>
        <translation>Weggelaten: {0}</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>Overnemen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Taken: {0} items, {1} alerts, {2} events</source>
        <translation>Overgenomen: {0} berichten, {1} waarschuwingen, {2} gebeurtenissen</translation>
    </message>
    <message>
        <source>Taken back: number {0} of {1}</source>
        <translation>Teruggenomen: nummer {0} van {1}</translation>
    </message>
    <message>
        <source>Refused: the bundle {0}</source>
        <translation>Bundel geweigerd: {0}</translation>
    </message>
    <message>
        <source>Not done: {0}</source>
        <translation>Niet gedaan: {0}</translation>
    </message>
    <message>
        <source>From now on bundles of {0} are taken</source>
        <translation>Vanaf nu worden bundels van {0} overgenomen</translation>
    </message>
    <message>
        <source>Take the newest back…</source>
        <translation>De nieuwste terugnemen…</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>Bezig…</translation>
    </message>
</context>
<context>
    <name>faces</name>
    <message>
        <source>No font on this machine writes {0}: such titles are drawn as boxes. On Debian, install {1}.</source>
        <translation>Geen lettertype op deze computer heeft {0}: zulke titels worden blokjes. Installeer op Debian {1}.</translation>
    </message>
    <message>
        <source>No font here writes {0}: titles are boxes. See Sources.</source>
        <translation>Geen lettertype hier heeft {0}: titels worden blokjes. Zie Bronnen.</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>Arabisch</translation>
    </message>
    <message>
        <source>Bengali</source>
        <translation>Bengaals</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>Chinees</translation>
    </message>
    <message>
        <source>Cyrillic</source>
        <translation>Cyrillisch</translation>
    </message>
    <message>
        <source>Devanagari</source>
        <translation>Devanagari</translation>
    </message>
    <message>
        <source>Greek</source>
        <translation>Grieks</translation>
    </message>
    <message>
        <source>Hebrew</source>
        <translation>Hebreeuws</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>Japans</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>Koreaans</translation>
    </message>
    <message>
        <source>Thai</source>
        <translation>Thais</translation>
    </message>
</context>
<context>
    <name>files</name>
    <message>
        <source>Files of this story</source>
        <translation>Bestanden van dit verhaal</translation>
    </message>
    <message>
        <source>They stand in the profile (10 MB each at most) and in its backups.</source>
        <translation>Ze staan in het profiel (hoogstens 10 MB elk) en in zijn reservekopieën.</translation>
    </message>
    <message>
        <source>{0}  ·  {1} kB  ·  {2}</source>
        <translation>{0}  ·  {1} kB  ·  {2}</translation>
    </message>
    <message>
        <source>Add a file…</source>
        <translation>Bestand toevoegen…</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Opslaan als…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
</context>
<context>
    <name>frame</name>
    <message>
        <source>Sections</source>
        <translation>Onderdelen</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Postvak</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nieuw</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Van mij</translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation>Uitgesteld</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation>Proef</translation>
    </message>
    <message>
        <source>Suppressed</source>
        <translation>Onderdrukt</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Gesloten</translation>
    </message>
    <message>
        <source>All items</source>
        <translation>Alle berichten</translation>
    </message>
    <message>
        <source>Trends</source>
        <translation>Trends</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Bronnen</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regels</translation>
    </message>
    <message>
        <source>Morning</source>
        <translation>Ochtend</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Meldingen</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Dossiers</translation>
    </message>
    <message>
        <source>Registers</source>
        <translation>Registers</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Archief</translation>
    </message>
    <message>
        <source>Situation</source>
        <translation>Situatie</translation>
    </message>
    <message>
        <source>A country</source>
        <translation>Een land</translation>
    </message>
    <message>
        <source>Pages to copy and print</source>
        <translation>Pagina&apos;s om te kopiëren en af te drukken</translation>
    </message>
    <message>
        <source>Deadlines</source>
        <translation>Termijnen</translation>
    </message>
    <message>
        <source>Watchlist</source>
        <translation>Volglijst</translation>
    </message>
    <message>
        <source>Dependency</source>
        <translation>Afhankelijkheid</translation>
    </message>
    <message>
        <source>Chains</source>
        <translation>Ketens</translation>
    </message>
    <message>
        <source>Briefing</source>
        <translation>Briefing</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>Uitwisseling</translation>
    </message>
    <message>
        <source>{0}, {1}</source>
        <translation>{0}, {1}</translation>
    </message>
    <message>
        <source>{0}, {1}, of which {2} unread</source>
        <translation>{0}, {1}, waarvan {2} ongelezen</translation>
    </message>
    <message>
        <source>{0}, {1} need you</source>
        <translation>{0}, {1} vragen aandacht</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Poll now</source>
        <translation>Nu ophalen</translation>
    </message>
    <message>
        <source>Read files…</source>
        <translation>Bestanden inlezen…</translation>
    </message>
    <message>
        <source>Copy this page as text</source>
        <translation>Deze pagina als tekst kopiëren</translation>
    </message>
    <message>
        <source>Save this page to print…</source>
        <translation>Deze pagina bewaren om af te drukken…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Instellingen…</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Toetsen</translation>
    </message>
    <message>
        <source>About OSAwatch</source>
        <translation>Over OSAwatch</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Afsluiten</translation>
    </message>
    <message>
        <source>Lock, or let a colleague in (an encrypted profile)</source>
        <translation>Vergrendelen, of een collega binnenlaten (een versleuteld profiel)</translation>
    </message>
    <message>
        <source>Switch user (an encrypted profile)</source>
        <translation>Gebruiker wisselen (versleuteld profiel)</translation>
    </message>
    <message>
        <source>Back up the profile</source>
        <translation>Een reservekopie van het profiel maken</translation>
    </message>
    <message>
        <source>Back up…</source>
        <translation>Reservekopie maken…</translation>
    </message>
    <message>
        <source>Check the profile, and rebuild what is derived</source>
        <translation>Het profiel nakijken, en het afgeleide opnieuw maken</translation>
    </message>
    <message>
        <source>Check the profile…</source>
        <translation>Profiel nakijken…</translation>
    </message>
    <message>
        <source>Users and passphrase (an encrypted profile)</source>
        <translation>Gebruikers en wachtwoordzin (een versleuteld profiel)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Polling</source>
        <translation>Ophalen</translation>
    </message>
    <message>
        <source>Polling {0} of {1}</source>
        <translation>{0} van {1} opgehaald</translation>
    </message>
    <message>
        <source>Reading {0} of {1}</source>
        <translation>{0} van {1} gelezen</translation>
    </message>
    <message>
        <source>New names of list {2} in older items: {0} of {1}</source>
        <translation>Nieuwe namen van lijst {2} in oudere berichten: {0} van {1}</translation>
    </message>
    <message>
        <source>Removing old news, as the schedule says</source>
        <translation>Oud nieuws wordt weggehaald, zoals de bewaartermijn zegt</translation>
    </message>
    <message>
        <source>{0} items older than {1} days were removed by the schedule</source>
        <translation>{0} berichten ouder dan {1} dagen zijn weggehaald volgens de bewaartermijn</translation>
    </message>
    <message>
        <source>Old news stays: this clock says {0}, but news came in on {1}. Is the clock right?</source>
        <translation>Oud nieuws blijft: deze klok zegt {0}, maar er kwam nieuws binnen op {1}. Loopt de klok goed?</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>No source polled yet</source>
        <translation>Nog geen bron opgehaald</translation>
    </message>
    <message>
        <source>Polled at {0}: {1} new, {2} alerts</source>
        <translation>Opgehaald om {0}: {1} nieuw, {2} waarschuwingen</translation>
    </message>
    <message>
        <source>Polled at {0}: {1} new, {2} alerts, {3} did not answer</source>
        <translation>Opgehaald om {0}: {1} nieuw, {2} waarschuwingen, {3} gaven geen antwoord</translation>
    </message>
    <message>
        <source>No network at {0} ({1}): nobody was asked, all sources stay due</source>
        <translation>Geen netwerk om {0} ({1}): niemand is gevraagd, alle bronnen blijven aan de beurt</translation>
    </message>
    <message>
        <source>Stopped at {0}: {1} of the sources were asked</source>
        <translation>Gestopt om {0}: {1} van de bronnen zijn gevraagd</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>Offline: nothing is fetched</source>
        <translation>Offline: er wordt niets opgehaald</translation>
    </message>
    <message>
        <source>Offline until {0}</source>
        <translation>Offline tot {0}</translation>
    </message>
    <message>
        <source>Outside the hours of the network ({0}): no source was asked</source>
        <translation>Buiten de uren van het netwerk ({0}): geen bron is bevraagd</translation>
    </message>
    <message>
        <source>Clocks in {0}, days in UTC</source>
        <translation>Klokken in {0}, dagen in UTC</translation>
    </message>
    <message>
        <source>A poll is under way already</source>
        <translation>Er wordt al opgehaald</translation>
    </message>
    <message>
        <source>Another program polls this profile: {0}</source>
        <translation>Een ander programma haalt op voor dit profiel: {0}</translation>
    </message>
    <message>
        <source>Offline: no source was asked. {0} says so.</source>
        <translation>Offline: geen bron is bevraagd. {0} bepaalt dat.</translation>
    </message>
    <message>
        <source>Offline: no source was asked. Settings has the switch.</source>
        <translation>Offline: geen bron is gevraagd. De schakelaar staat bij Instellingen.</translation>
    </message>
    <message>
        <source>That did not work: {0}</source>
        <translation>Dat lukte niet: {0}</translation>
    </message>
    <message>
        <source>A fault of the program: it is in the log, and nothing is lost</source>
        <translation>Een fout van het programma: hij staat in het logboek en er is niets verloren</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Teruggenomen</translation>
    </message>
    <message>
        <source>There is nothing to take back</source>
        <translation>Er is niets om terug te nemen</translation>
    </message>
    <message>
        <source>Read {0} files: {1} new items, {2} alerts</source>
        <translation>{0} bestanden gelezen: {1} nieuwe berichten, {2} waarschuwingen</translation>
    </message>
    <message>
        <source>Read {0} files: {1} new items, {2} alerts; {3} refused</source>
        <translation>{0} bestanden gelezen: {1} nieuwe berichten, {2} waarschuwingen; {3} geweigerd</translation>
    </message>
    <message>
        <source>Settings saved</source>
        <translation>Instellingen bewaard</translation>
    </message>
    <message>
        <source>Settings saved; the language changes at the next start</source>
        <translation>Instellingen bewaard; de taal verandert bij de volgende start</translation>
    </message>
    <message>
        <source>Still watching. Quit from this icon&apos;s menu.</source>
        <translation>Kijkt nog steeds. Afsluiten kan via het menu van dit pictogram.</translation>
    </message>
    <message>
        <source>OSAwatch {0}</source>
        <translation>OSAwatch {0}</translation>
    </message>
    <message>
        <source>Early warning from public notices and news, on this machine.</source>
        <translation>Vroege waarschuwing uit openbare bekendmakingen en nieuws, op deze machine.</translation>
    </message>
    <message>
        <source>Licence: EUPL-1.2. It stands on Qt (LGPL-3.0) and others.</source>
        <translation>Licentie: EUPL-1.2. Het staat op Qt (LGPL-3.0) en andere.</translation>
    </message>
    <message>
        <source>Profile: {0}</source>
        <translation>Profiel: {0}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Log…</source>
        <translation>Logboek…</translation>
    </message>
    <message>
        <source>Log of this profile</source>
        <translation>Logboek van dit profiel</translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation>Zoek in het logboek</translation>
    </message>
    <message>
        <source>Warnings and worse</source>
        <translation>Waarschuwingen en erger</translation>
    </message>
    <message>
        <source>Times in UTC. It holds no text of items; look before it goes out.</source>
        <translation>Tijden in UTC. Het bevat geen tekst van berichten; kijk voor het de deur uitgaat.</translation>
    </message>
    <message>
        <source>No line fits.</source>
        <translation>Geen regel past.</translation>
    </message>
    <message>
        <source>Copy what is shown</source>
        <translation>Kopieer wat er staat</translation>
    </message>
    <message>
        <source>A fault of the program</source>
        <translation>Een fout van het programma</translation>
    </message>
    <message>
        <source>It happened in {0}.</source>
        <translation>Het gebeurde in {0}.</translation>
    </message>
    <message>
        <source>It happened outside our own code.</source>
        <translation>Het gebeurde buiten onze eigen code.</translation>
    </message>
    <message>
        <source>What was decided is kept. You can go on; when something looks wrong, quit and start anew. The report names versions and places in the code, no title, text or name.</source>
        <translation>Wat besloten is, is bewaard. U kunt doorgaan; ziet iets er verkeerd uit, sluit dan af en start opnieuw. Het rapport noemt versies en plaatsen in de code, geen titel, tekst of naam.</translation>
    </message>
    <message>
        <source>Report of the fault</source>
        <translation>Rapport van de fout</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Kopieer het rapport</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Doorgaan</translation>
    </message>
    <message>
        <source>What it stands on</source>
        <translation>Waarop het steunt</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>Pakket</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versie</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licentie</translation>
    </message>
    <message>
        <source>not stated by its package</source>
        <translation>niet vermeld door het pakket</translation>
    </message>
    <message>
        <source>This build holds no package data; its list is sbom.cdx.json.</source>
        <translation>Deze bouw bevat geen pakketgegevens; de lijst is sbom.cdx.json.</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Opdrachten</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>Wat wilt u doen?</translation>
    </message>
    <message>
        <source>Look up a good, code, country or company</source>
        <translation>Zoek een goed, code, land of bedrijf op</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Zoek een opdracht</translation>
    </message>
    <message>
        <source>Go to {0}</source>
        <translation>Ga naar {0}</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Overal</translation>
    </message>
    <message>
        <source>Change keys…</source>
        <translation>Toetsen wijzigen…</translation>
    </message>
    <message>
        <source>Show all keys</source>
        <translation>Alle toetsen tonen</translation>
    </message>
    <message>
        <source>Files to read</source>
        <translation>Bestanden om te lezen</translation>
    </message>
    <message>
        <source>Remove the sample desk…</source>
        <translation>De voorbeelddesk weghalen…</translation>
    </message>
    <message>
        <source>The sample desk goes: {0} items, {1} alerts and {2} entries of the log, with what you decided, noted, filed and added as a source while it was there.</source>
        <translation>De voorbeelddesk gaat weg: {0} berichten, {1} waarschuwingen en {2} regels van het logboek, met wat u besloot, noteerde, in dossiers legde en als bron toevoegde toen hij er was.</translation>
    </message>
    <message>
        <source>Settings, your own rules and your watchlist stay. The program closes and opens anew with an empty desk; the sample&apos;s database is put aside in the folder of the profile.</source>
        <translation>Instellingen, uw eigen regels en uw volglijst blijven. Het programma sluit en opent opnieuw met een lege desk; de database van het voorbeeld wordt apart gelegd in de map van het profiel.</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Weghalen</translation>
    </message>
    <message>
        <source>File for a helper…</source>
        <translation>Bestand voor een helper…</translation>
    </message>
    <message>
        <source>The profile is being checked</source>
        <translation>Het profiel wordt nagekeken</translation>
    </message>
    <message>
        <source>{0} holds no titles, names, addresses or paths; look first</source>
        <translation>{0} bevat geen titels, namen, adressen of paden; kijk het eerst na</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>Handleiding</translation>
    </message>
    <message>
        <source>Links are not opened: the policy {0} says so</source>
        <translation>Links worden niet geopend: het beleid {0} bepaalt dat</translation>
    </message>
</context>
<context>
    <name>grading</name>
    <message>
        <source>How far do we trust {0}?</source>
        <translation>Hoever vertrouwen we {0}?</translation>
    </message>
    <message>
        <source>The grade decides how much its reports weigh in a score. Open alerts are rated anew.</source>
        <translation>Het cijfer bepaalt hoe zwaar zijn berichten wegen in een score. Open waarschuwingen krijgen een nieuwe score.</translation>
    </message>
    <message>
        <source>Shipped grade: {0}. In use: {1}.</source>
        <translation>Meegeleverd cijfer: {0}. In gebruik: {1}.</translation>
    </message>
    <message>
        <source>{0}, {1}: {2} ({3})</source>
        <translation>{0}, {1}: {2} ({3})</translation>
    </message>
    <message>
        <source>grade {0}</source>
        <translation>cijfer {0}</translation>
    </message>
    <message>
        <source>the shipped grade again</source>
        <translation>weer het meegeleverde cijfer</translation>
    </message>
    <message>
        <source>proposal accepted, grade {0}</source>
        <translation>voorstel aangenomen, cijfer {0}</translation>
    </message>
    <message>
        <source>proposal rejected</source>
        <translation>voorstel afgewezen</translation>
    </message>
    <message>
        <source>Closed here as «it was wrong»: {0}</source>
        <translation>Hier gesloten als «het klopte niet»: {0}</translation>
    </message>
    <message>
        <source>Proposed: {0} instead of {1}. Nothing changes until you say so.</source>
        <translation>Voorgesteld: {0} in plaats van {1}. Er verandert niets tot u het zegt.</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>Cijfer</translation>
    </message>
    <message>
        <source>Why? It stands beside the grade.</source>
        <translation>Waarom? Het staat naast het cijfer.</translation>
    </message>
    <message>
        <source>Set the grade</source>
        <translation>Cijfer zetten</translation>
    </message>
    <message>
        <source>Shipped grade</source>
        <translation>Meegeleverd cijfer</translation>
    </message>
    <message>
        <source>Accept {0}</source>
        <translation>{0} aannemen</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Afwijzen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Rate the rest later</source>
        <translation>De rest later</translation>
    </message>
    <message>
        <source>Alerts rated anew: {0} of {1}</source>
        <translation>Waarschuwingen met nieuwe score: {0} van {1}</translation>
    </message>
    <message>
        <source>{0}: grade set, alerts rated anew: {1}</source>
        <translation>{0}: cijfer gezet, waarschuwingen met nieuwe score: {1}</translation>
    </message>
    <message>
        <source>{0}: proposal rejected</source>
        <translation>{0}: voorstel afgewezen</translation>
    </message>
    <message>
        <source>Lower grades proposed: {0}</source>
        <translation>Lagere cijfers voorgesteld: {0}</translation>
    </message>
    <message>
        <source>{0}: {1} instead of {2}</source>
        <translation>{0}: {1} in plaats van {2}</translation>
    </message>
    <message>
        <source>A: completely reliable</source>
        <translation>A: volledig betrouwbaar</translation>
    </message>
    <message>
        <source>B: usually reliable</source>
        <translation>B: gewoonlijk betrouwbaar</translation>
    </message>
    <message>
        <source>C: fairly reliable</source>
        <translation>C: redelijk betrouwbaar</translation>
    </message>
    <message>
        <source>D: not usually reliable</source>
        <translation>D: gewoonlijk niet betrouwbaar</translation>
    </message>
    <message>
        <source>E: unreliable</source>
        <translation>E: onbetrouwbaar</translation>
    </message>
    <message>
        <source>F: cannot be judged</source>
        <translation>F: niet te beoordelen</translation>
    </message>
    <message>
        <source>{0} (shipped: {1})</source>
        <translation>{0} (meegeleverd: {1})</translation>
    </message>
</context>
<context>
    <name>hub</name>
    <message>
        <source>Hub</source>
        <translation>Hub</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Nu synchroniseren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Set the hub…</source>
        <translation>De hub instellen…</translation>
    </message>
    <message>
        <source>The address of the hub (host=… dbname=… user=… sslmode=verify-full sslrootcert=…); empty: none</source>
        <translation>Het adres van de hub (host=… dbname=… user=… sslmode=verify-full sslrootcert=…); leeg: geen</translation>
    </message>
    <message>
        <source>This profile has no hub. With one, desks share decisions and news; without, nothing is missing here.</source>
        <translation>Dit profiel heeft geen hub. Met een hub delen desks beslissingen en nieuws; zonder ontbreekt hier niets.</translation>
    </message>
    <message>
        <source>{0} as {1}. Last sync: {2}. Waiting here: {3} events.</source>
        <translation>{0} als {1}. Laatste keer: {2}. Hier wachten: {3} gebeurtenissen.</translation>
    </message>
    <message>
        <source>{0}: {1}. Work goes on here. Last sync: {2}. Waiting here: {3} events.</source>
        <translation>{0}: {1}. Het werk gaat hier door. Laatste keer: {2}. Hier wachten: {3} gebeurtenissen.</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nooit</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>Last contact (UTC)</source>
        <translation>Laatste contact (UTC)</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Verzonden</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Ontvangen</translation>
    </message>
    <message>
        <source>Waiting there</source>
        <translation>Wacht daar</translation>
    </message>
    <message>
        <source>Who has come how far</source>
        <translation>Wie hoever is</translation>
    </message>
    <message>
        <source>Conflict: device {0} counted number {1} twice. A copied profile needs a new one.</source>
        <translation>Botsing: apparaat {0} telde nummer {1} tweemaal. Een gekopieerd profiel heeft een nieuw apparaat nodig.</translation>
    </message>
    <message>
        <source>{0} events are not shared ({1}).</source>
        <translation>{0} gebeurtenissen worden niet gedeeld ({1}).</translation>
    </message>
    <message>
        <source>the clock of this machine was more than a day ahead</source>
        <translation>de klok van deze machine liep meer dan een dag voor</translation>
    </message>
    <message>
        <source>made under the name of another post</source>
        <translation>gemaakt onder de naam van een andere post</translation>
    </message>
    <message>
        <source>their device belongs to another account</source>
        <translation>hun apparaat hoort bij een ander account</translation>
    </message>
    <message>
        <source>their number stands for another event</source>
        <translation>hun nummer staat voor een andere gebeurtenis</translation>
    </message>
    <message>
        <source>Sending news: {0}</source>
        <translation>Nieuws verzenden: {0}</translation>
    </message>
    <message>
        <source>Sending decisions: {0}</source>
        <translation>Beslissingen verzenden: {0}</translation>
    </message>
    <message>
        <source>Receiving news: {0}</source>
        <translation>Nieuws ontvangen: {0}</translation>
    </message>
    <message>
        <source>Receiving decisions: {0}</source>
        <translation>Beslissingen ontvangen: {0}</translation>
    </message>
    <message>
        <source>Asking the hub…</source>
        <translation>De hub wordt gevraagd…</translation>
    </message>
    <message>
        <source>Synced: {0} events sent, {1} received, {2} new items</source>
        <translation>Gesynchroniseerd: {0} gebeurtenissen verzonden, {1} ontvangen, {2} nieuwe berichten</translation>
    </message>
    <message>
        <source>Stopped; the rest goes with the next sync</source>
        <translation>Gestopt; de rest gaat de volgende keer mee</translation>
    </message>
    <message>
        <source>Not synced: {0}. Nothing is lost; the rest goes with the next sync.</source>
        <translation>Niet gesynchroniseerd: {0}. Er is niets verloren; de rest gaat de volgende keer mee.</translation>
    </message>
    <message>
        <source>Not set: {0}. The hub stays as it was.</source>
        <translation>Niet ingesteld: {0}. De hub blijft zoals hij was.</translation>
    </message>
    <message>
        <source>the settings say: no network</source>
        <translation>de instellingen zeggen: geen netwerk</translation>
    </message>
    <message>
        <source>no network: {0} says so</source>
        <translation>geen netwerk: {0} bepaalt dat</translation>
    </message>
    <message>
        <source>outside the hours of the network ({0})</source>
        <translation>buiten de uren van het netwerk ({0})</translation>
    </message>
    <message>
        <source>Left out: {0}</source>
        <translation>Weggelaten: {0}</translation>
    </message>
</context>
<context>
    <name>inbox</name>
    <message>
        <source>Search titles and text</source>
        <translation>Zoek in titels en tekst</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Goed</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Maatregel</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Niveau</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Source kind</source>
        <translation>Soort bron</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Bron</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Sinds</translation>
    </message>
    <message>
        <source>{0} days</source>
        <translation>{0} dagen</translation>
    </message>
    <message>
        <source>{0} and up</source>
        <translation>{0} en hoger</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Volgorde</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Nieuwste</translation>
    </message>
    <message>
        <source>Worst</source>
        <translation>Ernstigste</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Wissen</translation>
    </message>
    <message>
        <source>{0}  ({1})</source>
        <translation>{0}  ({1})</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>Hier staat niets</translation>
    </message>
    <message>
        <source>Menu, Poll now asks the sources; menu, Read files… takes saved ones. What matters stands here.</source>
        <translation>Menu, Nu ophalen bevraagt de bronnen; menu, Bestanden inlezen… neemt bewaarde. Wat ertoe doet, staat dan hier.</translation>
    </message>
    <message>
        <source>Nothing passes the filter</source>
        <translation>Niets komt door het filter</translation>
    </message>
    <message>
        <source>Clear the filter to see all stories of this view.</source>
        <translation>Wis het filter om alle verhalen van deze weergave te zien.</translation>
    </message>
    <message>
        <source>Searches</source>
        <translation>Zoekopdrachten</translation>
    </message>
    <message>
        <source>Save this search…</source>
        <translation>Deze zoekopdracht bewaren…</translation>
    </message>
    <message>
        <source>A name for this search</source>
        <translation>Een naam voor deze zoekopdracht</translation>
    </message>
    <message>
        <source>None saved yet</source>
        <translation>Nog geen bewaard</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Verwijderen</translation>
    </message>
    <message>
        <source>Search saved: {0}</source>
        <translation>Zoekopdracht bewaard: {0}</translation>
    </message>
    <message>
        <source>Search removed: {0}</source>
        <translation>Zoekopdracht verwijderd: {0}</translation>
    </message>
    <message>
        <source>Search: {0}</source>
        <translation>Zoekopdracht: {0}</translation>
    </message>
</context>
<context>
    <name>items</name>
    <message>
        <source>All items</source>
        <translation>Alle berichten</translation>
    </message>
    <message>
        <source>Search all items</source>
        <translation>Zoek in alle berichten</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>In an alert</source>
        <translation>In een waarschuwing</translation>
    </message>
    <message>
        <source>Of the watchlist, no alert</source>
        <translation>Van de volglijst, geen waarschuwing</translation>
    </message>
    <message>
        <source>{0} items</source>
        <translation>{0} berichten</translation>
    </message>
    <message>
        <source>No items</source>
        <translation>Geen berichten</translation>
    </message>
    <message>
        <source>Menu, Poll now asks the sources; menu, Read files… takes saved ones. Every item stands here.</source>
        <translation>Menu, Nu ophalen bevraagt de bronnen; menu, Bestanden inlezen… neemt bewaarde. Elk bericht staat dan hier.</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>Wat ervan is geworden</translation>
    </message>
    <message>
        <source>Why it raised nothing</source>
        <translation>Waarom het niets opleverde</translation>
    </message>
    <message>
        <source>What it nearly met</source>
        <translation>Wat het bijna haalde</translation>
    </message>
    <message>
        <source>Looking at all rules…</source>
        <translation>Alle regels worden bekeken…</translation>
    </message>
    <message>
        <source>No rule came within one step of it.</source>
        <translation>Geen regel kwam er op één stap na bij.</translation>
    </message>
    <message>
        <source>What was found in it</source>
        <translation>Wat erin is gevonden</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>Goederen</translation>
    </message>
    <message>
        <source>Only named</source>
        <translation>Alleen genoemd</translation>
    </message>
    <message>
        <source>Countries</source>
        <translation>Landen</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>Maatregelen</translation>
    </message>
    <message>
        <source>{0}: has {1}, lacks {2}</source>
        <translation>{0}: heeft {1}, mist {2}</translation>
    </message>
    <message>
        <source>Watch words…</source>
        <translation>Woorden volgen…</translation>
    </message>
    <message>
        <source>Which words should be watched?</source>
        <translation>Welke woorden moeten worden gevolgd?</translation>
    </message>
    <message>
        <source>Raise an alert by hand</source>
        <translation>Zelf een waarschuwing geven</translation>
    </message>
    <message>
        <source>Why this deserves an alert</source>
        <translation>Waarom dit een waarschuwing verdient</translation>
    </message>
    <message>
        <source>Alert raised</source>
        <translation>Waarschuwing gegeven</translation>
    </message>
    <message>
        <source>Show its alert</source>
        <translation>De waarschuwing tonen</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Bron</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Gepubliceerd</translation>
    </message>
    <message>
        <source>First seen</source>
        <translation>Eerst gezien</translation>
    </message>
    <message>
        <source>state media</source>
        <translation>staatsmedia</translation>
    </message>
    <message>
        <source>Open the source</source>
        <translation>De bron openen</translation>
    </message>
    <message>
        <source>Copy a citation</source>
        <translation>Bronvermelding kopiëren</translation>
    </message>
    <message>
        <source>Citation copied</source>
        <translation>Bronvermelding gekopieerd</translation>
    </message>
    <message>
        <source>All sources</source>
        <translation>Alle bronnen</translation>
    </message>
    <message>
        <source>Of which source</source>
        <translation>Van welke bron</translation>
    </message>
    <message>
        <source>Since when</source>
        <translation>Sinds wanneer</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Altijd</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Laatste 24 uur</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Laatste 7 dagen</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Laatste 30 dagen</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>Laatste jaar</translation>
    </message>
    <message>
        <source>Nothing passes the filters</source>
        <translation>Niets komt door de filters</translation>
    </message>
    <message>
        <source>Other words, another source or a longer time may find some.</source>
        <translation>Andere woorden, een andere bron of een langere tijd vinden er misschien.</translation>
    </message>
    <message>
        <source>In the inbox</source>
        <translation>In het postvak</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Terzijde</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Geteld</translation>
    </message>
    <message>
        <source>Denied</source>
        <translation>Ontkend</translation>
    </message>
    <message>
        <source>No rule</source>
        <translation>Geen regel</translation>
    </message>
    <message>
        <source>Not of the watchlist</source>
        <translation>Niet van de volglijst</translation>
    </message>
    <message>
        <source>It is part of an alert in the inbox.</source>
        <translation>Het hoort bij een waarschuwing in het postvak.</translation>
    </message>
    <message>
        <source>It is part of an alert that stands aside: on trial or suppressed.</source>
        <translation>Het hoort bij een waarschuwing die terzijde staat: op proef of onderdrukt.</translation>
    </message>
    <message>
        <source>A rule that looks at items over time counts it; it does not speak yet.</source>
        <translation>Een regel die berichten in de tijd bekijkt telt het mee; hij spreekt nog niet.</translation>
    </message>
    <message>
        <source>Something was found, but the text or an exception speaks against it.</source>
        <translation>Er is iets gevonden, maar de tekst of een uitzondering spreekt het tegen.</translation>
    </message>
    <message>
        <source>Something of the watchlist stands in it, but no rule fired.</source>
        <translation>Er staat iets van de volglijst in, maar geen regel sloeg aan.</translation>
    </message>
    <message>
        <source>Nothing of the watchlist stands in it.</source>
        <translation>Er staat niets van de volglijst in.</translation>
    </message>
    <message>
        <source>a new alert</source>
        <translation>een nieuwe waarschuwing</translation>
    </message>
    <message>
        <source>joined an alert that stood already</source>
        <translation>toegevoegd aan een waarschuwing die er al was</translation>
    </message>
    <message>
        <source>joined an alert and opened it again</source>
        <translation>toegevoegd aan een waarschuwing, die daardoor heropende</translation>
    </message>
    <message>
        <source>no alert</source>
        <translation>geen waarschuwing</translation>
    </message>
    <message>
        <source>a copy of an item seen before</source>
        <translation>een kopie van een eerder gezien bericht</translation>
    </message>
    <message>
        <source>same rule and group within the merge window</source>
        <translation>zelfde regel en groep binnen het samenvoegvenster</translation>
    </message>
    <message>
        <source>a higher level</source>
        <translation>een hoger niveau</translation>
    </message>
    <message>
        <source>the first official source</source>
        <translation>de eerste officiële bron</translation>
    </message>
    <message>
        <source>a further stage of the measure</source>
        <translation>een volgend stadium van de maatregel</translation>
    </message>
    <message>
        <source>a new publisher</source>
        <translation>een nieuwe uitgever</translation>
    </message>
    <message>
        <source>one put aside and an open one turned out to be one</source>
        <translation>een terzijde gelegde en een open waarschuwing bleken één te zijn</translation>
    </message>
    <message>
        <source>the rule is on trial</source>
        <translation>de regel is op proef</translation>
    </message>
    <message>
        <source>it waited until the rule spoke</source>
        <translation>het wachtte tot de regel sprak</translation>
    </message>
    <message>
        <source>long after it was closed</source>
        <translation>lang nadat het gesloten was</translation>
    </message>
    <message>
        <source>the rule speaks again after a while</source>
        <translation>de regel spreekt na een poos opnieuw</translation>
    </message>
    <message>
        <source>another kind of source</source>
        <translation>een ander soort bron</translation>
    </message>
    <message>
        <source>too few so far</source>
        <translation>nog te weinig</translation>
    </message>
    <message>
        <source>not more than usual</source>
        <translation>niet meer dan gewoonlijk</translation>
    </message>
    <message>
        <source>too few publishers so far</source>
        <translation>nog te weinig uitgevers</translation>
    </message>
    <message>
        <source>true, but not yet for long enough</source>
        <translation>waar, maar nog niet lang genoeg</translation>
    </message>
    <message>
        <source>nothing new in it</source>
        <translation>niets nieuws erin</translation>
    </message>
    <message>
        <source>nothing changed</source>
        <translation>niets veranderd</translation>
    </message>
    <message>
        <source>it does not name what the rule watches</source>
        <translation>het noemt niet wat de regel volgt</translation>
    </message>
    <message>
        <source>heard: no silence</source>
        <translation>iets gehoord: geen stilte</translation>
    </message>
    <message>
        <source>cannot tell: not all of the time was observed</source>
        <translation>niet te zeggen: niet de hele tijd is waargenomen</translation>
    </message>
    <message>
        <source>too little history to judge by</source>
        <translation>te weinig geschiedenis om op te oordelen</translation>
    </message>
    <message>
        <source>its day is not near yet</source>
        <translation>de dag ervan is nog niet nabij</translation>
    </message>
    <message>
        <source>its day was over already</source>
        <translation>de dag ervan was al voorbij</translation>
    </message>
    <message>
        <source>it names no such day</source>
        <translation>het noemt geen zo&apos;n dag</translation>
    </message>
    <message>
        <source>the rule is still reading what the store holds</source>
        <translation>de regel leest nog wat er al is</translation>
    </message>
</context>
<context>
    <name>kept</name>
    <message>
        <source>Notes</source>
        <translation>Notities</translation>
    </message>
    <message>
        <source>notes: {0}</source>
        <translation>notities: {0}</translation>
    </message>
    <message>
        <source>{0}  ·  {1}</source>
        <translation>{0}  ·  {1}</translation>
    </message>
    <message>
        <source>Tags: {0}</source>
        <translation>Labels: {0}</translation>
    </message>
    <message>
        <source>Files ({0})…</source>
        <translation>Bestanden ({0})…</translation>
    </message>
</context>
<context>
    <name>keys</name>
    <message>
        <source>{0}: «{1}» and «{2}»</source>
        <translation>{0}: «{1}» en «{2}»</translation>
    </message>
    <message>
        <source>{0}: «{1}» would take it from who types; use Ctrl, Alt or F keys</source>
        <translation>{0}: «{1}» zou hem wegnemen van wie typt; gebruik Ctrl, Alt of F-toetsen</translation>
    </message>
    <message>
        <source>{0}: «{1}» takes one key, not several</source>
        <translation>{0}: «{1}» neemt één toets, niet meer</translation>
    </message>
    <message>
        <source>Change keys</source>
        <translation>Toetsen wijzigen</translation>
    </message>
    <message>
        <source>Press the key in its field; an empty field leaves an action to Ctrl+K.</source>
        <translation>Druk de toets in zijn veld; een leeg veld laat een actie aan Ctrl+K.</translation>
    </message>
    <message>
        <source>As shipped</source>
        <translation>Zoals geleverd</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Bewaren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>shipped: {0}</source>
        <translation>geleverd: {0}</translation>
    </message>
    <message>
        <source>Key for: {0}</source>
        <translation>Toets voor: {0}</translation>
    </message>
</context>
<context>
    <name>life</name>
    <message>
        <source>The life of the measure</source>
        <translation>Het leven van de maatregel</translation>
    </message>
    <message>
        <source>{0} known</source>
        <translation>{0} bekend</translation>
    </message>
    <message>
        <source>{0} until {1}</source>
        <translation>{0} tot en met {1}</translation>
    </message>
    <message>
        <source>{0} until {1}, a day that has passed: no later act was seen</source>
        <translation>{0} tot en met {1}, een dag die voorbij is: er is geen later besluit gezien</translation>
    </message>
    <message>
        <source>from the shipped list, to be confirmed</source>
        <translation>uit de meegeleverde lijst, nog te bevestigen</translation>
    </message>
    <message>
        <source>from the shipped list</source>
        <translation>uit de meegeleverde lijst</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>van kracht</translation>
    </message>
    <message>
        <source>takes effect</source>
        <translation>gaat in</translation>
    </message>
    <message>
        <source>last day of the suspension</source>
        <translation>laatste dag van de opschorting</translation>
    </message>
    <message>
        <source>last day</source>
        <translation>laatste dag</translation>
    </message>
    <message>
        <source>last day for comments</source>
        <translation>laatste dag om te reageren</translation>
    </message>
    <message>
        <source>suspended</source>
        <translation>opgeschort</translation>
    </message>
    <message>
        <source>lifted</source>
        <translation>ingetrokken</translation>
    </message>
    <message>
        <source>extended</source>
        <translation>verlengd</translation>
    </message>
    <message>
        <source>amended</source>
        <translation>gewijzigd</translation>
    </message>
    <message>
        <source>announced</source>
        <translation>aangekondigd</translation>
    </message>
    <message>
        <source>by {0}</source>
        <translation>door {0}</translation>
    </message>
    <message>
        <source>days in {0}</source>
        <translation>dagen in {0}</translation>
    </message>
</context>
<context>
    <name>listed</name>
    <message>
        <source>Names on sanctions lists</source>
        <translation>Namen op sanctielijsten</translation>
    </message>
    <message>
        <source>lists compared: {0}</source>
        <translation>vergeleken lijsten: {0}</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>{0} ({1})</source>
        <translation>{0} ({1})</translation>
    </message>
    <message>
        <source>listed as «{0}»</source>
        <translation>vermeld als «{0}»</translation>
    </message>
    <message>
        <source>found in an older item after the list of {0}</source>
        <translation>gevonden in een ouder bericht na de lijst van {0}</translation>
    </message>
    <message>
        <source>A natural person, not confirmed: this is shown here only.</source>
        <translation>Een natuurlijk persoon, niet bevestigd: dit staat alleen hier.</translation>
    </message>
    <message>
        <source>confirmed by {0}</source>
        <translation>bevestigd door {0}</translation>
    </message>
    <message>
        <source>It is this person</source>
        <translation>Het is deze persoon</translation>
    </message>
    <message>
        <source>Not this one</source>
        <translation>Niet deze</translation>
    </message>
    <message>
        <source>No name of these lists stands in it.</source>
        <translation>Er staat geen naam van deze lijsten in.</translation>
    </message>
    <message>
        <source>No list was kept when this came in, so names were not compared.</source>
        <translation>Er was geen lijst toen dit binnenkwam; namen zijn niet vergeleken.</translation>
    </message>
    <message>
        <source>Not told: {0}</source>
        <translation>Niet gemeld: {0}</translation>
    </message>
    <message>
        <source>«{0}» ({1})</source>
        <translation>«{0}» ({1})</translation>
    </message>
    <message>
        <source>a person&apos;s name ({0})</source>
        <translation>de naam van een persoon ({0})</translation>
    </message>
    <message>
        <source>and {0} more</source>
        <translation>en nog {0}</translation>
    </message>
    <message>
        <source>{0} could not be read: its names are missing here.</source>
        <translation>{0} kon niet worden gelezen: de namen ervan ontbreken hier.</translation>
    </message>
    <message>
        <source>Sanctions lists › {0}</source>
        <translation>Sanctielijsten › {0}</translation>
    </message>
    <message>
        <source>the same name</source>
        <translation>dezelfde naam</translation>
    </message>
    <message>
        <source>the same name but for its legal form</source>
        <translation>dezelfde naam op de rechtsvorm na</translation>
    </message>
    <message>
        <source>its number</source>
        <translation>het nummer</translation>
    </message>
    <message>
        <source>an alias</source>
        <translation>een alias</translation>
    </message>
    <message>
        <source>a former name</source>
        <translation>een vroegere naam</translation>
    </message>
    <message>
        <source>in its own script</source>
        <translation>in eigen schrift</translation>
    </message>
    <message>
        <source>one word only</source>
        <translation>maar één woord</translation>
    </message>
    <message>
        <source>a weak alias</source>
        <translation>een zwakke alias</translation>
    </message>
    <message>
        <source>words that many names have</source>
        <translation>woorden die veel namen hebben</translation>
    </message>
    <message>
        <source>one word, and nothing beside it that speaks for the listed one</source>
        <translation>één woord, en niets ernaast dat voor de vermelde spreekt</translation>
    </message>
    <message>
        <source>a weak alias, and nothing beside it that speaks for the listed one</source>
        <translation>een zwakke alias, en niets ernaast dat voor de vermelde spreekt</translation>
    </message>
    <message>
        <source>words of many names, and nothing beside them</source>
        <translation>woorden van veel namen, en niets ernaast</translation>
    </message>
    <message>
        <source>but the text names its country, {0}</source>
        <translation>maar de tekst noemt het land, {0}</translation>
    </message>
    <message>
        <source>but the text names its year of birth, {0}</source>
        <translation>maar de tekst noemt het geboortejaar, {0}</translation>
    </message>
    <message>
        <source>but its number {0} stands in the text</source>
        <translation>maar het nummer {0} staat in de tekst</translation>
    </message>
    <message>
        <source>but «{0}» stands before it</source>
        <translation>maar «{0}» staat ervoor</translation>
    </message>
</context>
<context>
    <name>lookup</name>
    <message>
        <source>Look up</source>
        <translation>Opzoeken</translation>
    </message>
    <message>
        <source>Good, customs code, country or company</source>
        <translation>Goed, douanecode, land of bedrijf</translation>
    </message>
    <message>
        <source>Nothing on the watchlist is called that.</source>
        <translation>Niets op de volglijst heet zo.</translation>
    </message>
    <message>
        <source>Who supplies it</source>
        <translation>Wie het levert</translation>
    </message>
    <message>
        <source>What it supplies</source>
        <translation>Wat het levert</translation>
    </message>
    <message>
        <source>No shares are known.</source>
        <translation>Er zijn geen aandelen bekend.</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Waarschuwingen</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigenaar</translation>
    </message>
    <message>
        <source>Customs codes</source>
        <translation>Douanecodes</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>As of {0}. {1}</source>
        <translation>Stand van {0}. {1}</translation>
    </message>
    <message>
        <source>{0} of {1} sources have answered, {2} items; last answer {3}</source>
        <translation>{0} van {1} bronnen hebben geantwoord, {2} berichten; laatste antwoord {3}</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>nog geen</translation>
    </message>
    <message>
        <source>Never answered: {0}</source>
        <translation>Nooit geantwoord: {0}</translation>
    </message>
    <message>
        <source>since {0}</source>
        <translation>sinds {0}</translation>
    </message>
    <message>
        <source>until {0}</source>
        <translation>tot en met {0}</translation>
    </message>
    <message>
        <source>comments until {0}</source>
        <translation>reageren tot en met {0}</translation>
    </message>
    <message>
        <source>its last day has passed and no later act was seen</source>
        <translation>de laatste dag is voorbij en er is geen later besluit gezien</translation>
    </message>
    <message>
        <source>to be confirmed</source>
        <translation>nog te bevestigen</translation>
    </message>
    <message>
        <source>share not known</source>
        <translation>aandeel niet bekend</translation>
    </message>
    <message>
        <source>Nothing found: «{0}»</source>
        <translation>Niets gevonden: «{0}»</translation>
    </message>
    <message>
        <source>Looked at: names and codes of {0} goods, {1} countries and {2} companies, in every language in which they are kept. Not searched: the texts of {3} items, and lists of sanctions.</source>
        <translation>Bekeken: namen en codes van {0} goederen, {1} landen en {2} bedrijven, in elke taal waarin ze bewaard worden. Niet doorzocht: de teksten van {3} berichten, en sanctielijsten.</translation>
    </message>
    <message>
        <source>Search the texts of all items for «{0}»</source>
        <translation>Zoek «{0}» in de teksten van alle berichten</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>Van kracht</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>Opgeschort</translation>
    </message>
    <message>
        <source>Announced, not in force yet</source>
        <translation>Aangekondigd, nog niet van kracht</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Voorbij</translation>
    </message>
    <message>
        <source>None is known. Looked at: {0} measures of this desk, the shipped list of {1}.</source>
        <translation>Er is er geen bekend. Bekeken: {0} maatregelen van deze desk, de meegeleverde lijst van {1}.</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>geen datum</translation>
    </message>
    <message>
        <source>Next dates</source>
        <translation>Komende data</translation>
    </message>
    <message>
        <source>No day is named by a measure above. Looked at: the next 365 days.</source>
        <translation>Geen maatregel hierboven noemt een dag. Bekeken: de komende 365 dagen.</translation>
    </message>
    <message>
        <source>Open cases</source>
        <translation>Open dossiers</translation>
    </message>
    <message>
        <source>No open case holds an alert about it.</source>
        <translation>Geen open dossier bevat een waarschuwing erover.</translation>
    </message>
    <message>
        <source>{0}, held by {1}, last change {2}</source>
        <translation>{0}, bij {1}, laatste wijziging {2}</translation>
    </message>
    <message>
        <source>None was raised. Looked at: {0} items of {1} sources that are on.</source>
        <translation>Er kwam er geen. Bekeken: {0} berichten van {1} bronnen die aanstaan.</translation>
    </message>
    <message>
        <source>All {0} alerts</source>
        <translation>Alle {0} waarschuwingen</translation>
    </message>
    <message>
        <source>{0} smaller shares stand in the watchlist.</source>
        <translation>Nog {0} kleinere aandelen staan in de volglijst.</translation>
    </message>
    <message>
        <source>Show the alerts</source>
        <translation>De waarschuwingen tonen</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>{0} {1}</source>
        <translation>{0} {1}</translation>
    </message>
    <message>
        <source>{0} % used</source>
        <translation>{0} % gebruikt</translation>
    </message>
    <message>
        <source>by {0}</source>
        <translation>per {0}</translation>
    </message>
    <message>
        <source>noted by {0}</source>
        <translation>genoteerd door {0}</translation>
    </message>
    <message>
        <source>Answered by</source>
        <translation>Beantwoord door</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antwoord op</translation>
    </message>
    <message>
        <source>On sanctions lists</source>
        <translation>Op sanctielijsten</translation>
    </message>
    <message>
        <source>On none. Looked at: {0}.</source>
        <translation>Op geen. Bekeken: {0}.</translation>
    </message>
    <message>
        <source>This desk keeps no list of sanctions: cannot tell.</source>
        <translation>Deze desk bewaart geen sanctielijst: niet te zeggen.</translation>
    </message>
    <message>
        <source>Page of the country</source>
        <translation>Pagina van het land</translation>
    </message>
    <message>
        <source>Answered in the last day ({0}): {1}</source>
        <translation>De laatste dag geantwoord ({0}): {1}</translation>
    </message>
    <message>
        <source>Answered in the last 7 days ({0}): {1}</source>
        <translation>De laatste 7 dagen geantwoord ({0}): {1}</translation>
    </message>
    <message>
        <source>Answered longer ago ({0}): {1}</source>
        <translation>Langer geleden geantwoord ({0}): {1}</translation>
    </message>
    <message>
        <source>Never answered ({0}): {1}</source>
        <translation>Nooit geantwoord ({0}): {1}</translation>
    </message>
    <message>
        <source>{0} sources are off: nothing of them is read.</source>
        <translation>{0} bronnen staan uit: er wordt niets van gelezen.</translation>
    </message>
    <message>
        <source>{0} ({1})</source>
        <translation>{0} ({1})</translation>
    </message>
    <message>
        <source>listed as «{0}»</source>
        <translation>vermeld als «{0}»</translation>
    </message>
    <message>
        <source>no longer on the list</source>
        <translation>niet meer op de lijst</translation>
    </message>
    <message>
        <source>the record no longer names it</source>
        <translation>de vermelding noemt het niet meer</translation>
    </message>
    <message>
        <source>no longer on the watchlist</source>
        <translation>niet meer op de volglijst</translation>
    </message>
    <message>
        <source>Quota</source>
        <translation>Quotum</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Gebruikt</translation>
    </message>
    <message>
        <source>Exemption</source>
        <translation>Uitzondering</translation>
    </message>
    <message>
        <source>Licence route</source>
        <translation>Vergunningsroute</translation>
    </message>
    <message>
        <source>End user</source>
        <translation>Eindgebruiker</translation>
    </message>
    <message>
        <source>Destination</source>
        <translation>Bestemming</translation>
    </message>
    <message>
        <source>Reaction</source>
        <translation>Reactie</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Goed</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Bedrijf</translation>
    </message>
</context>
<context>
    <name>marked</name>
    <message>
        <source>Watch «{0}»…</source>
        <translation>«{0}» volgen…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopiëren</translation>
    </message>
</context>
<context>
    <name>matters</name>
    <message>
        <source>New case</source>
        <translation>Nieuw dossier</translation>
    </message>
    <message>
        <source>What is the matter?</source>
        <translation>Waar gaat het om?</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>Waar het over gaat</translation>
    </message>
    <message>
        <source>an alert</source>
        <translation>een waarschuwing</translation>
    </message>
    <message>
        <source>a negotiation</source>
        <translation>een onderhandeling</translation>
    </message>
    <message>
        <source>an expiry</source>
        <translation>een afloop</translation>
    </message>
    <message>
        <source>a visit</source>
        <translation>een bezoek</translation>
    </message>
    <message>
        <source>something else</source>
        <translation>iets anders</translation>
    </message>
    <message>
        <source>A day that matters (YYYY-MM-DD, or nothing)</source>
        <translation>Een dag die ertoe doet (JJJJ-MM-DD, of niets)</translation>
    </message>
    <message>
        <source>What happens on that day</source>
        <translation>Wat er op die dag gebeurt</translation>
    </message>
    <message>
        <source>Saved search to follow</source>
        <translation>Bewaarde zoekopdracht om te volgen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>geen</translation>
    </message>
    <message>
        <source>Say when it has been silent for so many days (or nothing)</source>
        <translation>Zeg het wanneer het zoveel dagen stil is (of niets)</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Bewaren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>What you typed is not kept. Close anyway?</source>
        <translation>Wat u typte is niet bewaard. Toch sluiten?</translation>
    </message>
    <message>
        <source>Not a number of days: {0}</source>
        <translation>Geen aantal dagen: {0}</translation>
    </message>
    <message>
        <source>Weigh…</source>
        <translation>Wegen…</translation>
    </message>
    <message>
        <source>Weigh: {0}</source>
        <translation>Wegen: {0}</translation>
    </message>
    <message>
        <source>The tests of the cabinet&apos;s letter on open strategic autonomy, and the ways to make the dependence smaller. What you keep stands in the case&apos;s log with your name; an answer can change, and the one before stays on record.</source>
        <translation>De toetsen uit de kabinetsbrief over open strategische autonomie, en de manieren om de afhankelijkheid te verkleinen. Wat u bewaart staat met uw naam in het logboek van het dossier; een antwoord kan veranderen, en het vorige blijft bewaard.</translation>
    </message>
    <message>
        <source>Decision tests</source>
        <translation>Toetsen van het besluit</translation>
    </message>
    <message>
        <source>Ways to make the dependence smaller</source>
        <translation>Manieren om de afhankelijkheid te verkleinen</translation>
    </message>
    <message>
        <source>why</source>
        <translation>waarom</translation>
    </message>
    <message>
        <source>Why: {0}</source>
        <translation>Waarom: {0}</translation>
    </message>
    <message>
        <source>not weighed</source>
        <translation>niet gewogen</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nee</translation>
    </message>
    <message>
        <source>unclear</source>
        <translation>onduidelijk</translation>
    </message>
    <message>
        <source>Diversify suppliers</source>
        <translation>Toeleveranciers spreiden</translation>
    </message>
    <message>
        <source>Friendshoring: source from partners</source>
        <translation>Friendshoring: bij partners inkopen</translation>
    </message>
    <message>
        <source>Nearshoring: source closer by</source>
        <translation>Nearshoring: dichterbij inkopen</translation>
    </message>
    <message>
        <source>Reshoring: bring production back (last resort)</source>
        <translation>Reshoring: productie terughalen (uiterste geval)</translation>
    </message>
    <message>
        <source>Keep strategic stocks</source>
        <translation>Strategische voorraden aanleggen</translation>
    </message>
    <message>
        <source>instruments: {0}</source>
        <translation>instrumenten: {0}</translation>
    </message>
    <message>
        <source>no instrument of the watchlist serves it for these goods</source>
        <translation>geen instrument van de volglijst dient het voor deze goederen</translation>
    </message>
    <message>
        <source>Add a day…</source>
        <translation>Een dag toevoegen…</translation>
    </message>
    <message>
        <source>Which day? (YYYY-MM-DD)</source>
        <translation>Welke dag? (JJJJ-MM-DD)</translation>
    </message>
    <message>
        <source>What happens on that day?</source>
        <translation>Wat gebeurt er op die dag?</translation>
    </message>
    <message>
        <source>Drop a day</source>
        <translation>Een dag laten vervallen</translation>
    </message>
    <message>
        <source>Silence…</source>
        <translation>Stilte…</translation>
    </message>
    <message>
        <source>After how many days without a story? (0 = never)</source>
        <translation>Na hoeveel dagen zonder verhaal? (0 = nooit)</translation>
    </message>
    <message>
        <source>About: {0}</source>
        <translation>Over: {0}</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Dagen</translation>
    </message>
    <message>
        <source>Search: {0}</source>
        <translation>Zoekopdracht: {0}</translation>
    </message>
    <message>
        <source>last story {0}; silent from {1} on</source>
        <translation>laatste verhaal {0}; stil vanaf {1}</translation>
    </message>
    <message>
        <source>SILENT since {0}: no story of it in {1} days, though sources answered</source>
        <translation>STIL sinds {0}: in {1} dagen geen verhaal erover, terwijl bronnen antwoordden</translation>
    </message>
    <message>
        <source>CANNOT TELL since {0}: no source answered, so this is no silence</source>
        <translation>NIET TE ZEGGEN sinds {0}: geen bron antwoordde, dus dit is geen stilte</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>nog geen</translation>
    </message>
    <message>
        <source>its silence is not watched</source>
        <translation>de stilte ervan wordt niet gevolgd</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Opties</translation>
    </message>
    <message>
        <source>Papers that left</source>
        <translation>Stukken die zijn weggegaan</translation>
    </message>
    <message>
        <source>{0} ({1}), {2}, {3}</source>
        <translation>{0} ({1}), {2}, {3}</translation>
    </message>
</context>
<context>
    <name>morning</name>
    <message>
        <source>Morning</source>
        <translation>Ochtend</translation>
    </message>
    <message>
        <source>since {0}</source>
        <translation>sinds {0}</translation>
    </message>
    <message>
        <source>I have seen this</source>
        <translation>Dit heb ik gezien</translation>
    </message>
    <message>
        <source>New since your last visit</source>
        <translation>Nieuw sinds uw vorige bezoek</translation>
    </message>
    <message>
        <source>Nothing new.</source>
        <translation>Niets nieuws.</translation>
    </message>
    <message>
        <source>{0} more stand in the inbox.</source>
        <translation>Nog {0} staan in het postvak.</translation>
    </message>
    <message>
        <source>Dates of the next 14 days</source>
        <translation>Data van de komende 14 dagen</translation>
    </message>
    <message>
        <source>No date is known.</source>
        <translation>Er is geen datum bekend.</translation>
    </message>
    <message>
        <source>Sources that are silent</source>
        <translation>Bronnen die zwijgen</translation>
    </message>
    <message>
        <source>From these no news means «cannot tell», not «all quiet».</source>
        <translation>Van deze betekent geen nieuws «niet te zeggen», niet «alles rustig».</translation>
    </message>
    <message>
        <source>All sources answer as they should.</source>
        <translation>Alle bronnen antwoorden zoals het hoort.</translation>
    </message>
    <message>
        <source>That is all since {0}.</source>
        <translation>Dat is alles sinds {0}.</translation>
    </message>
    <message>
        <source>No source has been asked yet: this is no quiet day.</source>
        <translation>Er is nog geen bron gevraagd: dit is geen rustige dag.</translation>
    </message>
    <message>
        <source>Sources were asked last at {0}.</source>
        <translation>De bronnen zijn voor het laatst gevraagd op {0}.</translation>
    </message>
    <message>
        <source>Noted: you have seen everything up to {0}</source>
        <translation>Genoteerd: u hebt alles gezien tot {0}</translation>
    </message>
    <message>
        <source>Deadlines</source>
        <translation>Termijnen</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Dag</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Wat</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Maatregel</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>Goederen</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>Besluit</translation>
    </message>
    <message>
        <source>Day of</source>
        <translation>Dag in</translation>
    </message>
    <message>
        <source>Reminder</source>
        <translation>Herinnering</translation>
    </message>
    <message>
        <source>told</source>
        <translation>gemeld</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>wacht</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>niet gemeld</translation>
    </message>
    <message>
        <source>next {0}</source>
        <translation>volgende {0}</translation>
    </message>
    <message>
        <source>Reminders {0} days before, as a notice and under Notices.</source>
        <translation>Herinneringen: {0} dagen vooraf, als melding en onder Meldingen.</translation>
    </message>
    <message>
        <source>Reminders {0} days before. Those from farther off stand under Notices only: their level is below the one that Settings name.</source>
        <translation>Herinneringen: {0} dagen vooraf. Eerdere staan alleen onder Meldingen: hun niveau ligt onder dat van de instellingen.</translation>
    </message>
    <message>
        <source>No reminder interrupts: the level of all is below the one that Settings name. They stand under Notices.</source>
        <translation>Geen herinnering stoort: van alle ligt het niveau onder dat van de instellingen. Ze staan onder Meldingen.</translation>
    </message>
    <message>
        <source>No reminders: they are switched off in Settings.</source>
        <translation>Geen herinneringen: ze staan uit in de instellingen.</translation>
    </message>
    <message>
        <source>No reminders: Settings say that nothing interrupts.</source>
        <translation>Geen herinneringen: volgens de instellingen stoort niets.</translation>
    </message>
    <message>
        <source>Calendar file (.ics)</source>
        <translation>Agendabestand (.ics)</translation>
    </message>
    <message>
        <source>Saved as {0}</source>
        <translation>Bewaard als {0}</translation>
    </message>
    <message>
        <source>Not written: {0}</source>
        <translation>Niet geschreven: {0}</translation>
    </message>
    <message>
        <source>takes effect</source>
        <translation>gaat in</translation>
    </message>
    <message>
        <source>suspension ends</source>
        <translation>opschorting eindigt</translation>
    </message>
    <message>
        <source>ends</source>
        <translation>eindigt</translation>
    </message>
    <message>
        <source>last day for comments</source>
        <translation>laatste dag om te reageren</translation>
    </message>
    <message>
        <source>step of a case</source>
        <translation>stap van een dossier</translation>
    </message>
    <message>
        <source>late: step of a case</source>
        <translation>te laat: stap van een dossier</translation>
    </message>
    <message>
        <source>day of a case</source>
        <translation>dag van een dossier</translation>
    </message>
    <message>
        <source>a case&apos;s search is silent</source>
        <translation>de zoekopdracht van een dossier is stil</translation>
    </message>
    <message>
        <source>a case&apos;s search: cannot tell</source>
        <translation>zoekopdracht van een dossier: niet te zeggen</translation>
    </message>
    <message>
        <source>In your cases</source>
        <translation>In uw dossiers</translation>
    </message>
    <message>
        <source>{0} (past)</source>
        <translation>{0} (voorbij)</translation>
    </message>
    <message>
        <source>List or month</source>
        <translation>Lijst of maand</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Lijst</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Maand</translation>
    </message>
    <message>
        <source>The month before</source>
        <translation>De maand ervoor</translation>
    </message>
    <message>
        <source>The month after</source>
        <translation>De maand erna</translation>
    </message>
    <message>
        <source>today</source>
        <translation>vandaag</translation>
    </message>
    <message>
        <source>{0} more</source>
        <translation>nog {0}</translation>
    </message>
    <message>
        <source>{0} dates</source>
        <translation>{0} data</translation>
    </message>
    <message>
        <source>No dates ahead</source>
        <translation>Geen data in het vooruitzicht</translation>
    </message>
    <message>
        <source>Dates come from notices that name them, and from the shipped list of measures.</source>
        <translation>Data komen uit bekendmakingen die ze noemen, en uit de meegeleverde lijst van maatregelen.</translation>
    </message>
    <message>
        <source>That is not all since {0}: {1} more stories stand in the inbox, not shown here.</source>
        <translation>Dat is niet alles sinds {0}: nog {1} verhalen staan in het postvak en zijn hier niet getoond.</translation>
    </message>
    <message>
        <source>Noted up to {0}; {1} stories that were not shown here stand in the inbox</source>
        <translation>Genoteerd tot {0}; {1} verhalen die hier niet getoond zijn, staan in het postvak</translation>
    </message>
    <message>
        <source>What we chose not to see last month</source>
        <translation>Wat we vorige maand niet wilden zien</translation>
    </message>
    <message>
        <source>{0}: {1} items by {2} exceptions</source>
        <translation>{0}: {1} berichten door {2} uitzonderingen</translation>
    </message>
</context>
<context>
    <name>nearly</name>
    <message>
        <source>Would also have matched</source>
        <translation>Zou ook hebben aangeslagen</translation>
    </message>
    <message>
        <source>but for one thing: {0}</source>
        <translation>op één ding na: {0}</translation>
    </message>
    <message>
        <source>{0}: has {1}, lacks {2}</source>
        <translation>{0}: heeft {1}, mist {2}</translation>
    </message>
</context>
<context>
    <name>notices</name>
    <message>
        <source>Notices</source>
        <translation>Meldingen</translation>
    </message>
    <message>
        <source>What was told, what waits, and why the rest did not</source>
        <translation>Wat gemeld is, wat wacht, en waarom de rest niet</translation>
    </message>
    <message>
        <source>Which notices</source>
        <translation>Welke meldingen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Told</source>
        <translation>Gemeld</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>Wacht</translation>
    </message>
    <message>
        <source>Not told</source>
        <translation>Niet gemeld</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wanneer</translation>
    </message>
    <message>
        <source>Told?</source>
        <translation>Gemeld?</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Waarom</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Niveau</translation>
    </message>
    <message>
        <source>Story</source>
        <translation>Verhaal</translation>
    </message>
    <message>
        <source>No notice yet</source>
        <translation>Nog geen melding</translation>
    </message>
    <message>
        <source>Each new alert is listed here from its first minute: told, waiting or not told, and why; each date too that is 30, 7 or 1 days ahead. Settings say which levels interrupt, and when it is quiet.</source>
        <translation>Elke nieuwe waarschuwing staat hier vanaf de eerste minuut: gemeld, wachtend of niet gemeld, en waarom; ook elke datum die over 30 dagen, 7 dagen of 1 dag komt. De instellingen zeggen welke niveaus storen en wanneer het stil is.</translation>
    </message>
    <message>
        <source>Nothing of this kind</source>
        <translation>Niets van deze soort</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Instellingen…</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>until {0}</source>
        <translation>tot {0}</translation>
    </message>
    <message>
        <source>1 new story to look at</source>
        <translation>1 nieuw verhaal om te bekijken</translation>
    </message>
    <message>
        <source>{0} new stories to look at</source>
        <translation>{0} nieuwe verhalen om te bekijken</translation>
    </message>
    <message>
        <source>{0} alerts in all are new in the inbox</source>
        <translation>{0} waarschuwingen in totaal zijn nieuw in het postvak</translation>
    </message>
    <message>
        <source>1 date is near</source>
        <translation>1 datum is dichtbij</translation>
    </message>
    <message>
        <source>{0} dates are near</source>
        <translation>{0} datums zijn dichtbij</translation>
    </message>
    <message>
        <source>{0} within 30 days</source>
        <translation>{0} binnen 30 dagen</translation>
    </message>
    <message>
        <source>{0} within 7 days</source>
        <translation>{0} binnen 7 dagen</translation>
    </message>
    <message>
        <source>{0} today or tomorrow</source>
        <translation>{0} vandaag of morgen</translation>
    </message>
    <message>
        <source>{0}, {1}: {2}</source>
        <translation>{0}, {1}: {2}</translation>
    </message>
    <message>
        <source>The window was in front: it said so itself</source>
        <translation>Het venster stond vooraan en heeft het zelf gezegd</translation>
    </message>
    <message>
        <source>a measure or case that is not known any more</source>
        <translation>een maatregel of dossier dat niet meer bekend is</translation>
    </message>
    <message>
        <source>That did not work: {0}</source>
        <translation>Dat lukte niet: {0}</translation>
    </message>
    <message>
        <source>New, or its time had come</source>
        <translation>Nieuw, of zijn tijd was gekomen</translation>
    </message>
    <message>
        <source>The window was in front: it stood in the inbox at once</source>
        <translation>Het venster stond vooraan: het stond meteen in het postvak</translation>
    </message>
    <message>
        <source>Its rule asks for a digest</source>
        <translation>De regel vraagt om een verzamelmelding</translation>
    </message>
    <message>
        <source>The settings ask for a digest</source>
        <translation>De instellingen vragen om een verzamelmelding</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Stille uren</translation>
    </message>
    <message>
        <source>Its rule interrupts nobody</source>
        <translation>De regel stoort niemand</translation>
    </message>
    <message>
        <source>The settings say: no notices</source>
        <translation>De instellingen zeggen: geen meldingen</translation>
    </message>
    <message>
        <source>Below the level that the settings name</source>
        <translation>Onder het niveau dat de instellingen noemen</translation>
    </message>
    <message>
        <source>No good that interrupts: inbox only</source>
        <translation>Geen goed dat stoort: alleen postvak</translation>
    </message>
    <message>
        <source>A rule on trial never interrupts</source>
        <translation>Een regel op proef stoort nooit</translation>
    </message>
    <message>
        <source>Suppressed: see there for the reason</source>
        <translation>Onderdrukt: de reden staat daar</translation>
    </message>
    <message>
        <source>Someone has dealt with it already</source>
        <translation>Iemand heeft het al behandeld</translation>
    </message>
    <message>
        <source>Its story was told already</source>
        <translation>Het verhaal is al gemeld</translation>
    </message>
    <message>
        <source>It stood in the inbox before this program listened: no news</source>
        <translation>Stond al in het postvak toen dit programma begon: geen nieuws</translation>
    </message>
    <message>
        <source>The settings say: no reminders of dates</source>
        <translation>De instellingen zeggen: geen herinneringen aan datums</translation>
    </message>
    <message>
        <source>Its day came before quiet hours or the digest let it through</source>
        <translation>De dag kwam voordat de stille uren of de verzamelmelding haar doorlieten</translation>
    </message>
</context>
<context>
    <name>pairs</name>
    <message>
        <source>Goods and countries side by side</source>
        <translation>Goederen en landen naast elkaar</translation>
    </message>
    <message>
        <source>Own scale</source>
        <translation>Eigen schaal</translation>
    </message>
    <message>
        <source>One scale</source>
        <translation>Eén schaal</translation>
    </message>
    <message>
        <source>Scale of the small charts</source>
        <translation>Schaal van de kleine grafieken</translation>
    </message>
    <message>
        <source>{0} stories, at most {1} in {2}</source>
        <translation>{0} verhalen, hoogstens {1} in {2}</translation>
    </message>
    <message>
        <source>a day</source>
        <translation>een dag</translation>
    </message>
    <message>
        <source>a week</source>
        <translation>een week</translation>
    </message>
    <message>
        <source>{0}, {1}</source>
        <translation>{0}, {1}</translation>
    </message>
    <message>
        <source>No good was named together with a country in these days.</source>
        <translation>In deze dagen werd geen goed samen met een land genoemd.</translation>
    </message>
    <message>
        <source>{0} pairs, most stories first. Return or a click opens the days of one.</source>
        <translation>{0} paren, de meeste verhalen eerst. Enter of een klik opent de dagen van een paar.</translation>
    </message>
    <message>
        <source>Observed on {0} of {1} days (UTC); hatched was not observed, which is not a zero. {2} of {3} pairs are shown, over the same days; the figure at the left ends the scale.</source>
        <translation>Waargenomen op {0} van {1} dagen (UTC); gearceerd is niet waargenomen, en dat is geen nul. {2} van {3} paren staan er, over dezelfde dagen; het cijfer links is het eind van de schaal.</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Goed</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Stories</source>
        <translation>Verhalen</translation>
    </message>
    <message>
        <source>Being read</source>
        <translation>Wordt gelezen</translation>
    </message>
</context>
<context>
    <name>papers</name>
    <message>
        <source>Write a paper</source>
        <translation>Een stuk schrijven</translation>
    </message>
    <message>
        <source>About: {0}</source>
        <translation>Over: {0}</translation>
    </message>
    <message>
        <source>stories of {0} to {1}</source>
        <translation>verhalen van {0} tot en met {1}</translation>
    </message>
    <message>
        <source>Filled with what this desk knows. Change the text before it leaves: «# » begins a heading, «- » a point. Of a source whose licence is not open only title and link are in it.</source>
        <translation>Gevuld met wat deze desk weet. Pas de tekst aan voordat die weggaat: «# » begint een kop, «- » een punt. Van een bron zonder open licentie staan er alleen titel en link in.</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Sjabloon</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Taal</translation>
    </message>
    <message>
        <source>Marking</source>
        <translation>Merking</translation>
    </message>
    <message>
        <source>The marking is at least {0}: «{1}» carries it.</source>
        <translation>De merking is ten minste {0}: «{1}» draagt die.</translation>
    </message>
    <message>
        <source>No marking</source>
        <translation>Geen merking</translation>
    </message>
    <message>
        <source>The paper, to be changed</source>
        <translation>Het stuk, om aan te passen</translation>
    </message>
    <message>
        <source>Change the template…</source>
        <translation>Sjabloon aanpassen…</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Als tekst kopiëren</translation>
    </message>
    <message>
        <source>Copied, without marks of headings</source>
        <translation>Gekopieerd, zonder tekens van koppen</translation>
    </message>
    <message>
        <source>E-mail draft…</source>
        <translation>E-mailconcept…</translation>
    </message>
    <message>
        <source>To which mailbox of a desk or unit? Nothing is sent from here.</source>
        <translation>Naar welke functionele postbus? Van hieruit wordt niets verzonden.</translation>
    </message>
    <message>
        <source>The draft {0} is open in the mail program; nothing was sent</source>
        <translation>Het concept {0} is open in het e-mailprogramma; er is niets verzonden</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Opslaan als</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>Platte tekst</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Web page (HTML)</source>
        <translation>Webpagina (HTML)</translation>
    </message>
    <message>
        <source>Word file (DOCX)</source>
        <translation>Word-bestand (DOCX)</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Written: {0}</source>
        <translation>Geschreven: {0}</translation>
    </message>
    <message>
        <source>Not done: {0}</source>
        <translation>Niet gedaan: {0}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>What you changed is not saved. Fill the template anew?</source>
        <translation>Wat u aanpaste is niet opgeslagen. Het sjabloon opnieuw vullen?</translation>
    </message>
    <message>
        <source>What you changed is not saved. Close anyway?</source>
        <translation>Wat u aanpaste is niet opgeslagen. Toch sluiten?</translation>
    </message>
    <message>
        <source>{0} (this desk&apos;s own)</source>
        <translation>{0} (van deze desk zelf)</translation>
    </message>
    <message>
        <source>Template: {0} ({1})</source>
        <translation>Sjabloon: {0} ({1})</translation>
    </message>
    <message>
        <source>A field stands in double braces. One that does not exist is refused with its line. This desk&apos;s own text holds until you go back to the shipped one.</source>
        <translation>Een veld staat tussen dubbele accolades. Een veld dat niet bestaat wordt geweigerd, met zijn regel. De eigen tekst van deze desk geldt tot u teruggaat naar de meegeleverde.</translation>
    </message>
    <message>
        <source>Fields: {0}</source>
        <translation>Velden: {0}</translation>
    </message>
    <message>
        <source>The text of the template</source>
        <translation>De tekst van het sjabloon</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Bewaren</translation>
    </message>
    <message>
        <source>Back to the shipped text</source>
        <translation>Terug naar de meegeleverde tekst</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
</context>
<context>
    <name>preview</name>
    <message>
        <source>What happened</source>
        <translation>Wat er gebeurde</translation>
    </message>
    <message>
        <source>original in {0}, kept as it came</source>
        <translation>origineel in het {0}, bewaard zoals het kwam</translation>
    </message>
    <message>
        <source>Why it was raised</source>
        <translation>Waarom deze waarschuwing er is</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Who supplies it</source>
        <translation>Wie het levert</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>Who owns it, what to do</source>
        <translation>Van wie het is en wat te doen</translation>
    </message>
    <message>
        <source>Story</source>
        <translation>Verhaal</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Geschiedenis</translation>
    </message>
    <message>
        <source>items: {0}, publishers: {1}, official: {2}</source>
        <translation>berichten: {0}, uitgevers: {1}, officieel: {2}</translation>
    </message>
    <message>
        <source>entries: {0}</source>
        <translation>regels: {0}</translation>
    </message>
    <message>
        <source>Found together: {0}</source>
        <translation>Samen gevonden: {0}</translation>
    </message>
    <message>
        <source>Not in the inbox: {0}</source>
        <translation>Niet in het postvak: {0}</translation>
    </message>
    <message>
        <source>On trial: the rule is not stable yet and never notifies</source>
        <translation>Op proef: de regel is nog niet stabiel en geeft nooit een melding</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>{0} ({1})</source>
        <translation>{0} ({1})</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>Goederen</translation>
    </message>
    <message>
        <source>Countries</source>
        <translation>Landen</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>Maatregelen</translation>
    </message>
    <message>
        <source>Companies</source>
        <translation>Bedrijven</translation>
    </message>
    <message>
        <source>Sanctions lists</source>
        <translation>Sanctielijsten</translation>
    </message>
    <message>
        <source>Words of the rule</source>
        <translation>Woorden van de regel</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Ernst</translation>
    </message>
    <message>
        <source>Dependency</source>
        <translation>Afhankelijkheid</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Zekerheid</translation>
    </message>
    <message>
        <source>Novelty</source>
        <translation>Nieuwheid</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Ouderdom</translation>
    </message>
    <message>
        <source>{0} % share known</source>
        <translation>{0} % aandeel bekend</translation>
    </message>
    <message>
        <source>share not known: {0} to {1}</source>
        <translation>aandeel niet bekend: {0} tot {1}</translation>
    </message>
    <message>
        <source>official document</source>
        <translation>officieel document</translation>
    </message>
    <message>
        <source>sources graded {0}</source>
        <translation>bronnen met cijfer {0}</translation>
    </message>
    <message>
        <source>no graded source</source>
        <translation>geen bron met een cijfer</translation>
    </message>
    <message>
        <source>first of its kind in 180 days</source>
        <translation>eerste van zijn soort in 180 dagen</translation>
    </message>
    <message>
        <source>seen before</source>
        <translation>eerder gezien</translation>
    </message>
    <message>
        <source>stage unknown</source>
        <translation>stadium onbekend</translation>
    </message>
    <message>
        <source>no decay while in force</source>
        <translation>geen verval zolang van kracht</translation>
    </message>
    <message>
        <source>{0} days old</source>
        <translation>{0} dagen oud</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>kopie</translation>
    </message>
    <message>
        <source>state media</source>
        <translation>staatsmedia</translation>
    </message>
    <message>
        <source>Ministry</source>
        <translation>Ministerie</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Volgende stap</translation>
    </message>
    <message>
        <source>{0}
in the rule: {1}</source>
        <translation>{0}
in de regel: {1}</translation>
    </message>
    <message>
        <source>{0}
in the rule «{1}»: {2}</source>
        <translation>{0}
in de regel «{1}»: {2}</translation>
    </message>
    <message>
        <source>{0}
in the rule «{1}»</source>
        <translation>{0}
in de regel «{1}»</translation>
    </message>
    <message>
        <source>Open this report</source>
        <translation>Dit bericht openen</translation>
    </message>
    <message>
        <source>Copy a citation</source>
        <translation>Bronvermelding kopiëren</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>teruggenomen</translation>
    </message>
    <message>
        <source>found in an older item after the list of {0} ({1})</source>
        <translation>gevonden in een ouder bericht na de lijst van {0} ({1})</translation>
    </message>
    <message>
        <source>This report was wrong…</source>
        <translation>Dit bericht klopte niet…</translation>
    </message>
    <message>
        <source>This report was not wrong after all</source>
        <translation>Dit bericht klopte toch wel</translation>
    </message>
    <message>
        <source>called wrong</source>
        <translation>klopte niet</translation>
    </message>
    <message>
        <source>Show all {0}</source>
        <translation>Toon alle {0}</translation>
    </message>
    <message>
        <source>Show all {0}: {1}</source>
        <translation>Toon alle {0}: {1}</translation>
    </message>
    <message>
        <source>the computed score again</source>
        <translation>weer de berekende score</translation>
    </message>
    <message>
        <source>the lower score set by hand has ended</source>
        <translation>de lagere score met de hand is vervallen</translation>
    </message>
</context>
<context>
    <name>rating</name>
    <message>
        <source>A score of your own</source>
        <translation>Een eigen score</translation>
    </message>
    <message>
        <source>It goes before the computed score in every list, until it is taken back or worse news come. The computed score stays beside it.</source>
        <translation>Ze gaat in elke lijst voor de berekende score, tot ze wordt teruggenomen of er erger nieuws komt. De berekende score blijft ernaast staan.</translation>
    </message>
    <message>
        <source>Computed: {0}</source>
        <translation>Berekend: {0}</translation>
    </message>
    <message>
        <source>Stories: {0}</source>
        <translation>Verhalen: {0}</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Niveau</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Why? It stands beside the score.</source>
        <translation>Waarom? Het staat naast de score.</translation>
    </message>
    <message>
        <source>Set the score</source>
        <translation>Score zetten</translation>
    </message>
    <message>
        <source>Computed score again</source>
        <translation>Weer de berekende score</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
</context>
<context>
    <name>records</name>
    <message>
        <source>Records</source>
        <translation>Archief</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Wat er te zien is</translation>
    </message>
    <message>
        <source>Closed cases</source>
        <translation>Gesloten dossiers</translation>
    </message>
    <message>
        <source>Log of destruction</source>
        <translation>Vernietigingslog</translation>
    </message>
    <message>
        <source>Schedule…</source>
        <translation>Bewaartermijn…</translation>
    </message>
    <message>
        <source>Erase a person…</source>
        <translation>Persoon wissen…</translation>
    </message>
    <message>
        <source>Old news…</source>
        <translation>Oud nieuws…</translation>
    </message>
    <message>
        <source>News is kept for ever. «Schedule…» sets how many days it is kept.</source>
        <translation>Nieuws blijft altijd bewaard. «Bewaartermijn…» bepaalt hoeveel dagen.</translation>
    </message>
    <message>
        <source>Looking how much nobody decided on…</source>
        <translation>Er wordt gekeken over hoeveel niemand besloot…</translation>
    </message>
    <message>
        <source>Letting it go. What went stays gone when you stop.</source>
        <translation>Het gaat weg. Wat weg is, blijft weg als u stopt.</translation>
    </message>
    <message>
        <source>No news older than {0} days on which nobody decided</source>
        <translation>Geen nieuws ouder dan {0} dagen waarover niemand besloot</translation>
    </message>
    <message>
        <source>{0} more stay until they are sent to the hub</source>
        <translation>Nog {0} blijven tot ze naar de hub zijn gestuurd</translation>
    </message>
    <message>
        <source>{0} more stay until a bundle of each channel took them</source>
        <translation>Nog {0} blijven tot een bundel van elk kanaal ze meenam</translation>
    </message>
    <message>
        <source>{0} items older than {1} days that nobody decided on</source>
        <translation>{0} berichten ouder dan {1} dagen waarover niemand besloot</translation>
    </message>
    <message>
        <source>Their texts and addresses go, and what the search knows of them. There is no way back.

It stays: every item of an alert, whatever became of it; of a story with an alert; of a case, a situation, a register or a line of the log; on which a rule fired; that tells of a measure or names somebody on a list.

No day of a trend changes, and what a source serves again is not new. The log keeps one line with your name, the time, your reason, how many and of which days.</source>
        <translation>Hun teksten en adressen gaan weg, en wat het zoeken ervan weet. Er is geen weg terug.

Wat blijft: elk bericht van een waarschuwing, wat er ook van werd; van een verhaal met een waarschuwing; van een dossier, een situatie, een register of een regel van het logboek; waarop een regel aansloeg; dat over een maatregel vertelt of iemand op een lijst noemt.

Geen dag van een trend verandert, en wat een bron opnieuw geeft, is niet nieuw. Het logboek houdt één regel met uw naam, de tijd, uw reden, hoeveel het er waren en van welke dagen.</translation>
    </message>
    <message>
        <source>Let it go for good</source>
        <translation>Voorgoed weghalen</translation>
    </message>
    <message>
        <source>{0} items went; the log says so</source>
        <translation>{0} berichten zijn weg; het logboek vermeldt het</translation>
    </message>
    <message>
        <source>Stopped: {0} items went until then; the log says so</source>
        <translation>Gestopt: tot dan gingen {0} berichten weg; het logboek vermeldt het</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wordt gestopt…</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Write out as a record…</source>
        <translation>Uitschrijven als dossier…</translation>
    </message>
    <message>
        <source>Write out «{0}»</source>
        <translation>«{0}» wegschrijven</translation>
    </message>
    <message>
        <source>The case with its log and its files, as JSON, HTML and PDF/A, with metadata of each for an archive. The marking stands in all of them, and on every page.</source>
        <translation>Het dossier met zijn log en zijn bestanden, als JSON, HTML en PDF/A, met van elk metagegevens voor een archief. De merking staat in alle, en op elke pagina.</translation>
    </message>
    <message>
        <source>Marking</source>
        <translation>Merking</translation>
    </message>
    <message>
        <source>No marking</source>
        <translation>Geen merking</translation>
    </message>
    <message>
        <source>At least {0}: «{1}» carries it.</source>
        <translation>Ten minste {0}: «{1}» draagt die.</translation>
    </message>
    <message>
        <source>Marking: who may read it. The Traffic Light Protocol, or {0}.</source>
        <translation>Merking: wie het mag lezen. Het Traffic Light Protocol, of {0}.</translation>
    </message>
    <message>
        <source>Choose where to…</source>
        <translation>Kies waarheen…</translation>
    </message>
    <message>
        <source>Destroy…</source>
        <translation>Vernietigen…</translation>
    </message>
    <message>
        <source>Check the log</source>
        <translation>Log controleren</translation>
    </message>
    <message>
        <source>Checking the log…</source>
        <translation>Log wordt gecontroleerd…</translation>
    </message>
    <message>
        <source>Checked: every line of the log is as it was, or as the log says it became</source>
        <translation>Gecontroleerd: elke regel van het logboek is zoals hij was, of zoals het logboek zegt dat hij werd</translation>
    </message>
    <message>
        <source>Checked, and not all is well: {0}</source>
        <translation>Gecontroleerd, en niet alles klopt: {0}</translation>
    </message>
    <message>
        <source>Closed cases, the first that is due on top</source>
        <translation>Gesloten dossiers, het eerste dat aan de beurt is bovenaan</translation>
    </message>
    <message>
        <source>What was destroyed and erased, the last on top</source>
        <translation>Wat is vernietigd en gewist, het laatste bovenaan</translation>
    </message>
    <message>
        <source>The chosen line</source>
        <translation>De gekozen regel</translation>
    </message>
    <message>
        <source>Years that closed cases are kept: {0}. Ground: {1}</source>
        <translation>Jaren dat gesloten dossiers worden bewaard: {0}. Grond: {1}</translation>
    </message>
    <message>
        <source>No schedule is set: nothing is due, so nothing can be destroyed. «Schedule…» sets one.</source>
        <translation>Er is geen bewaartermijn ingesteld: niets is aan de beurt, dus niets kan worden vernietigd. «Bewaartermijn…» stelt er een in.</translation>
    </message>
    <message>
        <source>News that nobody decided on is kept {0} days.</source>
        <translation>Nieuws waarover niemand besloot, blijft {0} dagen bewaard.</translation>
    </message>
    <message>
        <source>No closed case</source>
        <translation>Geen gesloten dossier</translation>
    </message>
    <message>
        <source>A case that is closed is listed here with the day its term ends.</source>
        <translation>Een gesloten dossier staat hier met de dag waarop de bewaartermijn eindigt.</translation>
    </message>
    <message>
        <source>Nothing was destroyed or erased</source>
        <translation>Er is niets vernietigd of gewist</translation>
    </message>
    <message>
        <source>Each act leaves a line here: who, when, why, on what ground, and a digest of what it was.</source>
        <translation>Elke handeling laat hier een regel achter: wie, wanneer, waarom, op welke grond, en een hash van wat het was.</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Closed on</source>
        <translation>Gesloten op</translation>
    </message>
    <message>
        <source>Kept until</source>
        <translation>Bewaard tot en met</translation>
    </message>
    <message>
        <source>Written out</source>
        <translation>Uitgeschreven</translation>
    </message>
    <message>
        <source>Stands</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wanneer</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Wat</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Door</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Waarom</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nee</translation>
    </message>
    <message>
        <source>no term is set</source>
        <translation>geen termijn ingesteld</translation>
    </message>
    <message>
        <source>within its term</source>
        <translation>binnen de termijn</translation>
    </message>
    <message>
        <source>term is over; write it out first</source>
        <translation>termijn voorbij; schrijf eerst uit</translation>
    </message>
    <message>
        <source>term is over; can be destroyed</source>
        <translation>termijn voorbij; kan worden vernietigd</translation>
    </message>
    <message>
        <source>case destroyed</source>
        <translation>dossier vernietigd</translation>
    </message>
    <message>
        <source>person erased</source>
        <translation>persoon gewist</translation>
    </message>
    <message>
        <source>old news</source>
        <translation>oud nieuws</translation>
    </message>
    <message>
        <source>{0}

Closed on {1}
Kept until {2}
Ground: {3}
Written out after its last change: {4}
Stands: {5}</source>
        <translation>{0}

Gesloten op {1}
Bewaard tot en met {2}
Grond: {3}
Uitgeschreven na de laatste wijziging: {4}
Stand: {5}</translation>
    </message>
    <message>
        <source>{0}

On {1} by {2}
Why: {3}
Ground: {4}
Lines that lost their words: {5}
Files that went: {6}
Subject: {7}
SHA-256 of the lines as they were:
{8}</source>
        <translation>{0}

Op {1} door {2}
Waarom: {3}
Grond: {4}
Regels die hun woorden verloren: {5}
Bestanden die verdwenen: {6}
Onderwerp: {7}
SHA-256 van de regels zoals ze waren:
{8}</translation>
    </message>
    <message>
        <source>{0}

On {1} by {2}
Why: {3}
Items that went: {4}
Older than: {5} days
First seen: {6} to {7}</source>
        <translation>{0}

Op {1} door {2}
Waarom: {3}
Berichten die weg zijn: {4}
Ouder dan: {5} dagen
Voor het eerst gezien: {6} tot en met {7}</translation>
    </message>
    <message>
        <source>Days that news is kept on which nobody decided (0 = for ever, least 30)</source>
        <translation>Dagen dat nieuws waarover niemand besloot bewaard blijft (0 = altijd, minstens 30)</translation>
    </message>
    <message>
        <source>Years that a closed case is kept (0 = nothing is ever due)</source>
        <translation>Aantal jaren dat een gesloten dossier wordt bewaard (0 = niets is ooit aan de beurt)</translation>
    </message>
    <message>
        <source>The selection list that says so</source>
        <translation>De selectielijst die dat bepaalt</translation>
    </message>
    <message>
        <source>The organisation that formed the archive</source>
        <translation>De organisatie die het archief vormde</translation>
    </message>
    <message>
        <source>Why (it stays in the log)</source>
        <translation>Waarom (dit blijft in het logboek staan)</translation>
    </message>
    <message>
        <source>The name, as it is written</source>
        <translation>De naam, zoals hij geschreven staat</translation>
    </message>
    <message>
        <source>Also where the person wrote lines: they lose their author</source>
        <translation>Ook waar de persoon zelf regels schreef: die verliezen hun auteur</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Bewaren</translation>
    </message>
    <message>
        <source>Look where it stands</source>
        <translation>Zoek waar hij staat</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>Voorgoed wissen</translation>
    </message>
    <message>
        <source>Destroy for good</source>
        <translation>Voorgoed vernietigen</translation>
    </message>
    <message>
        <source>Destroy «{0}»?</source>
        <translation>«{0}» vernietigen?</translation>
    </message>
    <message>
        <source>The words of its lines go, with the notes and files of its alerts that stand in no other case. There is no way back.

The log keeps: each line at its place with SHA-256 of what it was, and a line with your name, the time, your reason and the ground «{0}».

Other desks, older backups and what was written out keep what they have.</source>
        <translation>De woorden van de regels verdwijnen, met de notities en bestanden van de waarschuwingen die in geen ander dossier staan. Er is geen weg terug.

Het logboek bewaart: elke regel op zijn plaats met SHA-256 van wat hij was, en een regel met uw naam, de tijd, uw reden en de grond «{0}».

Andere desks, oudere back-ups en wat is uitgeschreven houden wat ze hebben.</translation>
    </message>
    <message>
        <source>Erase «{0}»?</source>
        <translation>«{0}» wissen?</translation>
    </message>
    <message>
        <source>The name goes from:
{0}

It stays in:
{1}

Others who have it as it was, and erase for themselves:
{2}

The log keeps the lines at their places, and one line with your name, the time and your reason. There is no way back.</source>
        <translation>De naam verdwijnt uit:
{0}

Hij blijft in:
{1}

Anderen die het hebben zoals het was, en zelf moeten wissen:
{2}

Het logboek houdt de regels op hun plaats, en een regel met uw naam, de tijd en uw reden. Er is geen weg terug.</translation>
    </message>
    <message>
        <source>{0} lines of the log</source>
        <translation>{0} regels van het logboek</translation>
    </message>
    <message>
        <source>{0} names of files</source>
        <translation>{0} bestandsnamen</translation>
    </message>
    <message>
        <source>{0} own reports</source>
        <translation>{0} eigen berichten</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>{0} texts of the press and of authorities</source>
        <translation>{0} teksten van de pers en van overheden</translation>
    </message>
    <message>
        <source>the post&apos;s own file {0}</source>
        <translation>het eigen bestand {0} van de post</translation>
    </message>
    <message>
        <source>hub {0}: {1} lines</source>
        <translation>hub {0}: {1} regels</translation>
    </message>
    <message>
        <source>bundles of channel {0}: {1}</source>
        <translation>bundels van kanaal {0}: {1}</translation>
    </message>
    <message>
        <source>post {0}: {1} lines</source>
        <translation>post {0}: {1} regels</translation>
    </message>
    <message>
        <source>older backups</source>
        <translation>oudere back-ups</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>niets</translation>
    </message>
    <message>
        <source>The name stands in nothing that this desk wrote</source>
        <translation>De naam staat in niets wat deze desk schreef</translation>
    </message>
    <message>
        <source>Written out: {0}, {1} files. Together they may be more sensitive than each alone.</source>
        <translation>Uitgeschreven: {0}, {1} bestanden. Samen kunnen zij gevoeliger zijn dan elk apart.</translation>
    </message>
    <message>
        <source>Writing the record…</source>
        <translation>Het dossier wordt uitgeschreven…</translation>
    </message>
    <message>
        <source>{0} lines lost their words, {1} files went; the log says so</source>
        <translation>{0} regels verloren hun woorden, {1} bestanden verdwenen; het logboek vermeldt het</translation>
    </message>
    <message>
        <source>Kept: the schedule</source>
        <translation>Opgeslagen: de bewaartermijn</translation>
    </message>
    <message>
        <source>Failed: {0}</source>
        <translation>Mislukt: {0}</translation>
    </message>
    <message>
        <source>Give a whole number of years.</source>
        <translation>Geef een heel aantal jaren.</translation>
    </message>
    <message>
        <source>Give a whole number of days.</source>
        <translation>Geef een heel aantal dagen.</translation>
    </message>
</context>
<context>
    <name>refusal</name>
    <message>
        <source>This profile does not open</source>
        <translation>Dit profiel gaat niet open</translation>
    </message>
    <message>
        <source>A newer OSAwatch made this profile. This program ({0}) is older and does not know all that is in it, so it changed nothing.</source>
        <translation>Een nieuwere OSAwatch heeft dit profiel gemaakt. Dit programma ({0}) is ouder en kent niet alles wat erin staat, dus heeft het niets gewijzigd.</translation>
    </message>
    <message>
        <source>Install the newest OSAwatch on this machine; the profile is then opened as it is. Nothing is lost.</source>
        <translation>Installeer de nieuwste OSAwatch op deze machine; het profiel gaat dan open zoals het is. Er is niets verloren.</translation>
    </message>
    <message>
        <source>Nothing was changed. Whoever looks after this machine finds more with the command “osawatch-cli doctor”; a damaged profile is restored from its newest backup.</source>
        <translation>Er is niets gewijzigd. Wie deze machine beheert vindt meer met de opdracht “osawatch-cli doctor”; een beschadigd profiel wordt teruggezet uit de nieuwste kopie.</translation>
    </message>
    <message>
        <source>End the other program first, then start again.</source>
        <translation>Sluit eerst het andere programma, en begin dan opnieuw.</translation>
    </message>
    <message>
        <source>Profile: {0}</source>
        <translation>Profiel: {0}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
</context>
<context>
    <name>registers</name>
    <message>
        <source>Registers</source>
        <translation>Registers</translation>
    </message>
    <message>
        <source>Which register</source>
        <translation>Welk register</translation>
    </message>
    <message>
        <source>Post reports</source>
        <translation>Postberichten</translation>
    </message>
    <message>
        <source>Influence cases</source>
        <translation>Gevallen van beïnvloeding</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Vergunningen</translation>
    </message>
    <message>
        <source>New report…</source>
        <translation>Nieuw bericht…</translation>
    </message>
    <message>
        <source>New case of influence…</source>
        <translation>Nieuw geval van beïnvloeding…</translation>
    </message>
    <message>
        <source>New application…</source>
        <translation>Nieuwe aanvraag…</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Wijzigen</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Terugnemen</translation>
    </message>
    <message>
        <source>Search the register</source>
        <translation>Zoek in het register</translation>
    </message>
    <message>
        <source>The register, the last changed first</source>
        <translation>Het register, het laatst veranderde eerst</translation>
    </message>
    <message>
        <source>The chosen entry</source>
        <translation>De gekozen vermelding</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bewerken…</translation>
    </message>
    <message>
        <source>Somebody was told…</source>
        <translation>Iemand is ingelicht…</translation>
    </message>
    <message>
        <source>Who was told? A desk or a unit, not a person.</source>
        <translation>Wie is ingelicht? Een desk of afdeling, geen persoon.</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Intrekken</translation>
    </message>
    <message>
        <source>Take in CSV or XLSX…</source>
        <translation>CSV of XLSX overnemen…</translation>
    </message>
    <message>
        <source>Write CSV…</source>
        <translation>CSV schrijven…</translation>
    </message>
    <message>
        <source>No report yet</source>
        <translation>Nog geen bericht</translation>
    </message>
    <message>
        <source>No case of influence yet</source>
        <translation>Nog geen geval van beïnvloeding</translation>
    </message>
    <message>
        <source>No application yet</source>
        <translation>Nog geen aanvraag</translation>
    </message>
    <message>
        <source>What a post saw itself: written here without a network, read by the rules like news. Its comment stays apart from the facts.</source>
        <translation>Wat een post zelf zag: hier geschreven zonder netwerk, door de regels gelezen als nieuws. Het commentaar blijft gescheiden van de feiten.</translation>
    </message>
    <message>
        <source>Measure, sender, target, date and outcome of pressure by other states, kept by the desk.</source>
        <translation>Maatregel, afzender, doelwit, datum en uitkomst van druk door andere staten, bijgehouden door de desk.</translation>
    </message>
    <message>
        <source>Applications by a firm under a name that hides it, and how long they wait. A table of them can be taken in.</source>
        <translation>Aanvragen van een bedrijf onder een naam die het verhult, en hoelang ze wachten. Een tabel ervan kan worden overgenomen.</translation>
    </message>
    <message>
        <source>Nothing in the register has these words</source>
        <translation>Niets in het register heeft deze woorden</translation>
    </message>
    <message>
        <source>Empty the search line to see all of it.</source>
        <translation>Maak de zoekregel leeg om alles te zien.</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Bewaard</translation>
    </message>
    <message>
        <source>Kept; the rules raised {0} alerts of it</source>
        <translation>Bewaard; de regels maakten er {0} waarschuwingen van</translation>
    </message>
    <message>
        <source>Kept; a rule fired: it joined an alert that stands, or stands aside</source>
        <translation>Bewaard; een regel sloeg aan: het sloot zich aan bij een bestaande waarschuwing, of staat terzijde</translation>
    </message>
    <message>
        <source>Kept; no rule saw an alert in it</source>
        <translation>Bewaard; geen regel zag er een waarschuwing in</translation>
    </message>
    <message>
        <source>{0} rows: {1} new, {2} changed</source>
        <translation>{0} rijen: {1} nieuw, {2} veranderd</translation>
    </message>
    <message>
        <source>Written: {0}</source>
        <translation>Geschreven: {0}</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Teruggedraaid</translation>
    </message>
    <message>
        <source>There is nothing of yours to take back</source>
        <translation>Er is niets van u om terug te nemen</translation>
    </message>
    <message>
        <source>Not done: {0}</source>
        <translation>Niet gedaan: {0}</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Bewaren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>{0} (needed)</source>
        <translation>{0} (nodig)</translation>
    </message>
    <message>
        <source>What you typed is not kept. Close anyway?</source>
        <translation>Wat u typte is niet bewaard. Toch sluiten?</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>Kept {0} by {1}, changed {2}</source>
        <translation>Bewaard {0} door {1}, gewijzigd {2}</translation>
    </message>
    <message>
        <source>Told: {0}</source>
        <translation>Ingelicht: {0}</translation>
    </message>
    <message>
        <source>Nobody was told yet</source>
        <translation>Nog niemand is ingelicht</translation>
    </message>
    <message>
        <source>{0} ({1}, by {2})</source>
        <translation>{0} ({1}, door {2})</translation>
    </message>
    <message>
        <source>not named</source>
        <translation>niet genoemd</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Dagen</translation>
    </message>
    <message>
        <source>Waiting: {0} days</source>
        <translation>Wacht: {0} dagen</translation>
    </message>
    <message>
        <source>Took {0} days</source>
        <translation>Duurde {0} dagen</translation>
    </message>
    <message>
        <source>Median days of waiting of the applications that were open</source>
        <translation>Mediaan van de wachtdagen van de aanvragen die open waren</translation>
    </message>
    <message>
        <source>today {0}, of {1} open</source>
        <translation>vandaag {0}, van {1} open</translation>
    </message>
    <message>
        <source>none is open today</source>
        <translation>vandaag is er geen open</translation>
    </message>
    <message>
        <source>{0} decided on a day that is not known are left out</source>
        <translation>{0} beslist op een onbekende dag tellen niet mee</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Day (YYYY-MM-DD)</source>
        <translation>Dag (JJJJ-MM-DD)</translation>
    </message>
    <message>
        <source>Countries (two letters, with commas)</source>
        <translation>Landen (twee letters, met komma&apos;s)</translation>
    </message>
    <message>
        <source>Goods of the watchlist (with commas)</source>
        <translation>Goederen van de volglijst (met komma&apos;s)</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Maatregel</translation>
    </message>
    <message>
        <source>Reliability of the source, A to F</source>
        <translation>Betrouwbaarheid van de bron, A tot F</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Samenvatting</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Feiten</translation>
    </message>
    <message>
        <source>Comment: the post&apos;s own view, read by no rule</source>
        <translation>Commentaar: het eigen oordeel van de post, door geen regel gelezen</translation>
    </message>
    <message>
        <source>Action: what is asked of whom</source>
        <translation>Actie: wat van wie wordt gevraagd</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Volgende stap</translation>
    </message>
    <message>
        <source>Sender (country, two letters)</source>
        <translation>Afzender (land, twee letters)</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Doelwit</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Uitkomst</translation>
    </message>
    <message>
        <source>Source (title or link)</source>
        <translation>Bron (titel of link)</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Opmerking</translation>
    </message>
    <message>
        <source>Firm, under a name that hides it</source>
        <translation>Bedrijf, onder een naam die het verhult</translation>
    </message>
    <message>
        <source>Good (id of the watchlist)</source>
        <translation>Goed (id van de volglijst)</translation>
    </message>
    <message>
        <source>Country (two letters)</source>
        <translation>Land (twee letters)</translation>
    </message>
    <message>
        <source>Filed on (YYYY-MM-DD)</source>
        <translation>Ingediend op (JJJJ-MM-DD)</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Decided on (YYYY-MM-DD)</source>
        <translation>Beslist op (JJJJ-MM-DD)</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Dag</translation>
    </message>
    <message>
        <source>Countries</source>
        <translation>Landen</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>Goederen</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Afzender</translation>
    </message>
    <message>
        <source>Firm</source>
        <translation>Bedrijf</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Goed</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Filed</source>
        <translation>Ingediend</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>niet gezegd</translation>
    </message>
    <message>
        <source>filed</source>
        <translation>ingediend</translation>
    </message>
    <message>
        <source>in review</source>
        <translation>in behandeling</translation>
    </message>
    <message>
        <source>questions asked</source>
        <translation>vragen gesteld</translation>
    </message>
    <message>
        <source>granted</source>
        <translation>verleend</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>geweigerd</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>ingetrokken</translation>
    </message>
    <message>
        <source>lapsed</source>
        <translation>vervallen</translation>
    </message>
</context>
<context>
    <name>ruleform</name>
    <message>
        <source>Form</source>
        <translation>Formulier</translation>
    </message>
    <message>
        <source>YAML</source>
        <translation>YAML</translation>
    </message>
    <message>
        <source>How the rule is shown</source>
        <translation>Hoe de regel wordt getoond</translation>
    </message>
    <message>
        <source>Id, its name in files and records</source>
        <translation>Id, de naam in bestanden en registraties</translation>
    </message>
    <message>
        <source>There is a rule of this id: saving takes its place.</source>
        <translation>Er is al een regel met deze id: bewaren neemt haar plaats in.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Niveau</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigenaar</translation>
    </message>
    <message>
        <source>What an item must speak of</source>
        <translation>Waarover een bericht moet gaan</translation>
    </message>
    <message>
        <source>When it speaks</source>
        <translation>Wanneer zij spreekt</translation>
    </message>
    <message>
        <source>Exceptions</source>
        <translation>Uitzonderingen</translation>
    </message>
    <message>
        <source>Titles it is tried on</source>
        <translation>Titels waarop zij wordt beproefd</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notities</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>Waarvoor zij dient</translation>
    </message>
    <message>
        <source>What the officer does next</source>
        <translation>Wat de medewerker dan doet</translation>
    </message>
    <message>
        <source>Known false alarms, one a line</source>
        <translation>Bekende valse alarmen, één per regel</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>Goederen</translation>
    </message>
    <message>
        <source>Countries</source>
        <translation>Landen</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>Maatregelen</translation>
    </message>
    <message>
        <source>Companies</source>
        <translation>Bedrijven</translation>
    </message>
    <message>
        <source>Names on sanctions lists</source>
        <translation>Namen op sanctielijsten</translation>
    </message>
    <message>
        <source>Own words</source>
        <translation>Eigen woorden</translation>
    </message>
    <message>
        <source>A shared list of words</source>
        <translation>Een gedeelde woordenlijst</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Toevoegen</translation>
    </message>
    <message>
        <source>must be there</source>
        <translation>moet erin staan</translation>
    </message>
    <message>
        <source>one of these must be there</source>
        <translation>een van deze moet erin staan</translation>
    </message>
    <message>
        <source>must not be there</source>
        <translation>mag er niet in staan</translation>
    </message>
    <message>
        <source>is told, not asked for</source>
        <translation>wordt vermeld, niet gevraagd</translation>
    </message>
    <message>
        <source>{0}: whether it must be there</source>
        <translation>{0}: of het erin moet staan</translation>
    </message>
    <message>
        <source>close to the others</source>
        <translation>dicht bij de andere</translation>
    </message>
    <message>
        <source>an alert for each</source>
        <translation>een waarschuwing voor elk</translation>
    </message>
    <message>
        <source>in the title only</source>
        <translation>alleen in de titel</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rol</translation>
    </message>
    <message>
        <source>in any role</source>
        <translation>in elke rol</translation>
    </message>
    <message>
        <source>that imposes it</source>
        <translation>dat het oplegt</translation>
    </message>
    <message>
        <source>that supplies it</source>
        <translation>dat het levert</translation>
    </message>
    <message>
        <source>that it hits</source>
        <translation>dat het treft</translation>
    </message>
    <message>
        <source>that it passes through</source>
        <translation>waar het doorheen gaat</translation>
    </message>
    <message>
        <source>only while it is</source>
        <translation>alleen zolang het is</translation>
    </message>
    <message>
        <source>not while it is</source>
        <translation>niet zolang het is</translation>
    </message>
    <message>
        <source>Type a name, then Return</source>
        <translation>Typ een naam, dan Enter</translation>
    </message>
    <message>
        <source>Nothing here is called so.</source>
        <translation>Niets hier heet zo.</translation>
    </message>
    <message>
        <source>None is named, so all of them count.</source>
        <translation>Geen is genoemd, dus alle tellen.</translation>
    </message>
    <message>
        <source>The YAML narrows this further: {0}</source>
        <translation>De YAML maakt dit nog smaller: {0}</translation>
    </message>
    <message>
        <source>Take out {0}</source>
        <translation>{0} eruit halen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Verwijderen</translation>
    </message>
    <message>
        <source>Remove {0}</source>
        <translation>{0} verwijderen</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Taal</translation>
    </message>
    <message>
        <source>any language</source>
        <translation>elke taal</translation>
    </message>
    <message>
        <source>Words, one a line; * stands for any ending</source>
        <translation>Woorden, één per regel; * staat voor elk einde</translation>
    </message>
    <message>
        <source>Add a language</source>
        <translation>Taal toevoegen</translation>
    </message>
    <message>
        <source>How close</source>
        <translation>Hoe dichtbij</translation>
    </message>
    <message>
        <source>in one sentence</source>
        <translation>in één zin</translation>
    </message>
    <message>
        <source>in one paragraph</source>
        <translation>in één alinea</translation>
    </message>
    <message>
        <source>in the title</source>
        <translation>in de titel</translation>
    </message>
    <message>
        <source>within {0}</source>
        <translation>binnen {0}</translation>
    </message>
    <message>
        <source>It speaks when</source>
        <translation>Zij spreekt als</translation>
    </message>
    <message>
        <source>an item fits</source>
        <translation>een bericht past</translation>
    </message>
    <message>
        <source>many items come in a short time</source>
        <translation>er in korte tijd veel berichten komen</translation>
    </message>
    <message>
        <source>more items come than usual</source>
        <translation>er meer berichten komen dan gewoonlijk</translation>
    </message>
    <message>
        <source>nothing has come for long</source>
        <translation>er lang niets is gekomen</translation>
    </message>
    <message>
        <source>something is named that was not before</source>
        <translation>iets wordt genoemd dat nieuw is</translation>
    </message>
    <message>
        <source>many different ones are named</source>
        <translation>er veel verschillende worden genoemd</translation>
    </message>
    <message>
        <source>something is not as before</source>
        <translation>iets anders is dan tevoren</translation>
    </message>
    <message>
        <source>a day that an item names comes near</source>
        <translation>een dag die een bericht noemt dichterbij komt</translation>
    </message>
    <message>
        <source>Within (72h, 3d, 2w)</source>
        <translation>Binnen (72h, 3d, 2w)</translation>
    </message>
    <message>
        <source>From how many</source>
        <translation>Vanaf hoeveel</translation>
    </message>
    <message>
        <source>Compared with the time before (28d)</source>
        <translation>Vergeleken met de tijd ervoor (28d)</translation>
    </message>
    <message>
        <source>How many times the usual</source>
        <translation>Hoeveel maal het gewone</translation>
    </message>
    <message>
        <source>At least items now</source>
        <translation>Minste berichten nu</translation>
    </message>
    <message>
        <source>At least items before</source>
        <translation>Minste berichten ervoor</translation>
    </message>
    <message>
        <source>Counted are (items, publishers)</source>
        <translation>Geteld worden (items, publishers)</translation>
    </message>
    <message>
        <source>Looked at (a part, publisher, source, kind)</source>
        <translation>Waarnaar wordt gekeken (een deel, publisher, source, kind)</translation>
    </message>
    <message>
        <source>It must last</source>
        <translation>Het moet aanhouden</translation>
    </message>
    <message>
        <source>Stays open for</source>
        <translation>Blijft open voor</translation>
    </message>
    <message>
        <source>Items within this time are one alert</source>
        <translation>Berichten binnen deze tijd zijn één waarschuwing</translation>
    </message>
    <message>
        <source>Publishers that must tell it</source>
        <translation>Uitgevers die het moeten melden</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Waar</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Hoe</translation>
    </message>
    <message>
        <source>Text, more than one with | between</source>
        <translation>Tekst, meer dan één met | ertussen</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Waarom</translation>
    </message>
    <message>
        <source>Last day (2027-01-31)</source>
        <translation>Laatste dag (2027-01-31)</translation>
    </message>
    <message>
        <source>Add an exception</source>
        <translation>Uitzondering toevoegen</translation>
    </message>
    <message>
        <source>exception {0}</source>
        <translation>uitzondering {0}</translation>
    </message>
    <message>
        <source>It has no last day: it hides for ever.</source>
        <translation>Zij heeft geen laatste dag: zij verbergt voor altijd.</translation>
    </message>
    <message>
        <source>title</source>
        <translation>titel</translation>
    </message>
    <message>
        <source>summary</source>
        <translation>samenvatting</translation>
    </message>
    <message>
        <source>address</source>
        <translation>adres</translation>
    </message>
    <message>
        <source>source</source>
        <translation>bron</translation>
    </message>
    <message>
        <source>publisher</source>
        <translation>uitgever</translation>
    </message>
    <message>
        <source>kind of source</source>
        <translation>soort bron</translation>
    </message>
    <message>
        <source>language</source>
        <translation>taal</translation>
    </message>
    <message>
        <source>contains</source>
        <translation>bevat</translation>
    </message>
    <message>
        <source>begins with</source>
        <translation>begint met</translation>
    </message>
    <message>
        <source>ends with</source>
        <translation>eindigt op</translation>
    </message>
    <message>
        <source>is</source>
        <translation>is</translation>
    </message>
    <message>
        <source>fits the pattern</source>
        <translation>past op het patroon</translation>
    </message>
    <message>
        <source>Add a title</source>
        <translation>Titel toevoegen</translation>
    </message>
    <message>
        <source>must speak</source>
        <translation>moet spreken</translation>
    </message>
    <message>
        <source>must be silent</source>
        <translation>moet zwijgen</translation>
    </message>
    <message>
        <source>What the rule must do</source>
        <translation>Wat de regel moet doen</translation>
    </message>
    <message>
        <source>A title as a source would write it</source>
        <translation>Een titel zoals een bron hem schrijft</translation>
    </message>
    <message>
        <source>speaks {0}</source>
        <translation>spreekt {0}</translation>
    </message>
    <message>
        <source>silent {0}</source>
        <translation>zwijgt {0}</translation>
    </message>
    <message>
        <source>Also in the file</source>
        <translation>Ook in het bestand</translation>
    </message>
    <message>
        <source>The form shows all that the file says.</source>
        <translation>Het formulier toont alles wat in het bestand staat.</translation>
    </message>
    <message>
        <source>This rule also uses what no field shows. It stays as it is: see the YAML.</source>
        <translation>Deze regel gebruikt ook wat geen veld toont. Dat blijft zoals het is: zie de YAML.</translation>
    </message>
    <message>
        <source>the rule: {0}</source>
        <translation>de regel: {0}</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>a condition of its own ({0})</source>
        <translation>een eigen voorwaarde ({0})</translation>
    </message>
    <message>
        <source>closeness asked in more ways</source>
        <translation>nabijheid, op meer manieren gevraagd</translation>
    </message>
    <message>
        <source>tests over time</source>
        <translation>tests over de tijd</translation>
    </message>
    <message>
        <source>The YAML has an error, so no form can be shown: {0}</source>
        <translation>De YAML bevat een fout, dus er is geen formulier te tonen: {0}</translation>
    </message>
    <message>
        <source>More than one rule stands in the text: write one a text.</source>
        <translation>In de tekst staat meer dan één regel: schrijf er één per tekst.</translation>
    </message>
    <message>
        <source>A key stands twice in the YAML: keep one, then the form shows it.</source>
        <translation>Een sleutel staat tweemaal in de YAML: houd er één, dan toont het formulier haar.</translation>
    </message>
    <message>
        <source>This is what the post changes in a shipped rule. It is written in YAML.</source>
        <translation>Dit is wat de post in een meegeleverde regel wijzigt. Het wordt in YAML geschreven.</translation>
    </message>
    <message>
        <source>Open the YAML</source>
        <translation>De YAML openen</translation>
    </message>
    <message>
        <source>Elsewhere in the file: {0} (line {1})</source>
        <translation>Elders in het bestand: {0} (regel {1})</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>Nieuwe regel</translation>
    </message>
    <message>
        <source>Save the rule</source>
        <translation>De regel bewaren</translation>
    </message>
    <message>
        <source>Form or YAML</source>
        <translation>Formulier of YAML</translation>
    </message>
</context>
<context>
    <name>rules</name>
    <message>
        <source>Rules</source>
        <translation>Regels</translation>
    </message>
    <message>
        <source>Rule, good or tag</source>
        <translation>Regel, goed of label</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>Nieuwe regel</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Bewaren</translation>
    </message>
    <message>
        <source>Backtest</source>
        <translation>Terugtest</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>Aanzetten</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>Uitzetten</translation>
    </message>
    <message>
        <source>{0} alerts in 30 days</source>
        <translation>{0} waarschuwingen in 30 dagen</translation>
    </message>
    <message>
        <source>off</source>
        <translation>uit</translation>
    </message>
    <message>
        <source>Tests</source>
        <translation>Proeven</translation>
    </message>
    <message>
        <source>No tests yet: a rule needs one that fires and one that does not.</source>
        <translation>Nog geen proeven: een regel heeft er een nodig die aanslaat en een die dat niet doet.</translation>
    </message>
    <message>
        <source>They run once the errors are gone.</source>
        <translation>Ze lopen zodra de fouten weg zijn.</translation>
    </message>
    <message>
        <source>{0} pass, {1} fail</source>
        <translation>{0} geslaagd, {1} mislukt</translation>
    </message>
    <message>
        <source>passed, {0} ms</source>
        <translation>geslaagd, {0} ms</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>mislukt</translation>
    </message>
    <message>
        <source>Trying…</source>
        <translation>Proberen…</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Bevindingen</translation>
    </message>
    <message>
        <source>Nothing to find fault with</source>
        <translation>Niets op aan te merken</translation>
    </message>
    <message>
        <source>line {0}, column {1}, {2}</source>
        <translation>regel {0}, kolom {1}, {2}</translation>
    </message>
    <message>
        <source>What would it have raised? Press Backtest.</source>
        <translation>Wat zou hij hebben opgeleverd? Druk op Terugtest.</translation>
    </message>
    <message>
        <source>{0} of {1} items</source>
        <translation>{0} van {1} berichten</translation>
    </message>
    <message>
        <source>last {0} weeks, {1} items</source>
        <translation>laatste {0} weken, {1} berichten</translation>
    </message>
    <message>
        <source>{0} alerts, {1} a week; merged {2}, excepted {3}, inhibited {4}</source>
        <translation>{0} waarschuwingen, {1} per week; samengevoegd {2}, uitgezonderd {3}, tegengehouden {4}</translation>
    </message>
    <message>
        <source>More than {0} alerts a week is noise: make it narrower.</source>
        <translation>Meer dan {0} waarschuwingen per week is ruis: maak hem smaller.</translation>
    </message>
    <message>
        <source>{0} items met it</source>
        <translation>{0} berichten voldeden</translation>
    </message>
    <message>
        <source>A shipped rule: saving keeps your version in its place.</source>
        <translation>Een meegeleverde regel: bij bewaren komt uw versie ervoor in de plaats.</translation>
    </message>
    <message>
        <source>Take my rule away</source>
        <translation>Mijn regel wegnemen</translation>
    </message>
    <message>
        <source>Put it back</source>
        <translation>Terugzetten</translation>
    </message>
    <message>
        <source>Taken away: {0}. A shipped rule of this name is in use again.</source>
        <translation>Weggenomen: {0}. Een meegeleverde regel met deze naam geldt weer.</translation>
    </message>
    <message>
        <source>A rule of this post</source>
        <translation>Een regel van deze post</translation>
    </message>
    <message>
        <source>Explain a text</source>
        <translation>Een tekst uitleggen</translation>
    </message>
    <message>
        <source>Paste a title here; what stands below it follows</source>
        <translation>Plak hier een titel; wat eronder staat volgt daarna</translation>
    </message>
    <message>
        <source>The rule speaks of it.</source>
        <translation>De regel slaat erop aan.</translation>
    </message>
    <message>
        <source>The rule speaks of it, but not in the inbox: {0}</source>
        <translation>De regel slaat erop aan, maar niet in het postvak: {0}</translation>
    </message>
    <message>
        <source>The rule is silent: {0}</source>
        <translation>De regel zwijgt: {0}</translation>
    </message>
    <message>
        <source>Not seen</source>
        <translation>Niet gezien</translation>
    </message>
    <message>
        <source>Hid</source>
        <translation>Verborg</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Exception</source>
        <translation>Uitzondering</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Tot en met</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Waar</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Waarom</translation>
    </message>
    <message>
        <source>{0} exceptions hid {1} items. Nothing else tells of them.</source>
        <translation>{0} uitzonderingen verborgen {1} berichten. Nergens anders staat dat.</translation>
    </message>
    <message>
        <source>No rule has an exception, and none hid anything in this month.</source>
        <translation>Geen regel heeft een uitzondering, en er is deze maand niets verborgen.</translation>
    </message>
    <message>
        <source>no last day</source>
        <translation>geen laatste dag</translation>
    </message>
    <message>
        <source>{0}, over</source>
        <translation>{0}, voorbij</translation>
    </message>
    <message>
        <source>shipped</source>
        <translation>meegeleverd</translation>
    </message>
    <message>
        <source>own rule</source>
        <translation>eigen regel</translation>
    </message>
    <message>
        <source>changed here</source>
        <translation>hier gewijzigd</translation>
    </message>
    <message>
        <source>for one source</source>
        <translation>voor één bron</translation>
    </message>
    <message>
        <source>no longer there</source>
        <translation>bestaat niet meer</translation>
    </message>
    <message>
        <source>The month before</source>
        <translation>De maand ervoor</translation>
    </message>
    <message>
        <source>The month after</source>
        <translation>De maand erna</translation>
    </message>
    <message>
        <source>{0}, waits for a second person</source>
        <translation>{0}, wacht op een tweede persoon</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Bevestigen</translation>
    </message>
    <message>
        <source>In force: {0}</source>
        <translation>Van kracht: {0}</translation>
    </message>
    <message>
        <source>You are the author of {0} now; another person must confirm it.</source>
        <translation>U bent nu de auteur van {0}; een ander moet dit bevestigen.</translation>
    </message>
    <message>
        <source>Change its exceptions</source>
        <translation>De uitzonderingen wijzigen</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>Als CSV bewaren…</translation>
    </message>
    <message>
        <source>Written to {0}</source>
        <translation>Geschreven in {0}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>What this post changes in a shipped rule. The rule itself stays.</source>
        <translation>Wat deze post in een meegeleverde regel wijzigt. De regel zelf blijft.</translation>
    </message>
    <message>
        <source>This post&apos;s changes of a shipped rule: kept, and in force.</source>
        <translation>De wijzigingen van deze post in een meegeleverde regel: bewaard en van kracht.</translation>
    </message>
    <message>
        <source>Proposed: an exception with a last day, and a test of the item. Change what it says, then save.</source>
        <translation>Voorstel: een uitzondering met een laatste dag en een test van het bericht. Pas aan wat er staat en bewaar dan.</translation>
    </message>
    <message>
        <source>Exception «{0}» would have hidden {1} items</source>
        <translation>Uitzondering «{0}» zou {1} berichten hebben verborgen</translation>
    </message>
    <message>
        <source>Rule {0} saved: it holds from now on.</source>
        <translation>Regel {0} bewaard: hij geldt vanaf nu.</translation>
    </message>
    <message>
        <source>There are changes that are not saved. Leave them?</source>
        <translation>Er zijn wijzigingen die niet zijn bewaard. Toch weggaan?</translation>
    </message>
    <message>
        <source>Line {0}</source>
        <translation>Regel {0}</translation>
    </message>
    <message>
        <source>Text of the rule</source>
        <translation>Tekst van de regel</translation>
    </message>
    <message>
        <source>my-rule</source>
        <translation>mijn-regel</translation>
    </message>
    <message>
        <source>Experimental</source>
        <translation>Experimenteel</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Op proef</translation>
    </message>
    <message>
        <source>Stable</source>
        <translation>Stabiel</translation>
    </message>
    <message>
        <source>Deprecated</source>
        <translation>Verouderd</translation>
    </message>
</context>
<context>
    <name>score</name>
    <message>
        <source>The score says how much an alert deserves to be looked at now, from 0 to 100. It is this desk&apos;s own estimate, not a measurement: severity, dependency and confidence multiplied, raised a little by what is new, and lowered as it grows old.</source>
        <translation>De score zegt hoezeer een waarschuwing het verdient om nu bekeken te worden, van 0 tot 100. Het is een eigen schatting van deze desk, geen meting: ernst, afhankelijkheid en zekerheid met elkaar vermenigvuldigd, iets verhoogd door wat nieuw is en lager naarmate het ouder wordt.</translation>
    </message>
    <message>
        <source>Five bands of twenty points: info, low, medium, high, critical. The mark shows where this score lies. A rumour without an official source never goes above medium.</source>
        <translation>Vijf banden van twintig punten: ter info, laag, midden, hoog, kritiek. Het merkteken toont waar deze score ligt. Een gerucht zonder officiële bron komt nooit boven midden.</translation>
    </message>
    <message>
        <source>How grave the measure is (a ban weighs 1, a licence 0.75, a statement 0.25), times how far it has come (in force 1, proposed 0.7, rumour 0.35), times whom it hits (everyone 1, the EU exempt 0.1).</source>
        <translation>Hoe ernstig de maatregel is (een verbod weegt 1, een vergunning 0,75, een verklaring 0,25), maal hoe ver hij is (van kracht 1, voorgesteld 0,7, gerucht 0,35), maal wie hij treft (iedereen 1, EU vrijgesteld 0,1).</translation>
    </message>
    <message>
        <source>How much hangs on this supplier: its share of what is bought, how much is imported at all, how little can be recycled or replaced, and how few others sell it. Where the share is not known, all possible scores are shown as a range.</source>
        <translation>Hoeveel er van deze toeleverancier afhangt: zijn aandeel in wat gekocht wordt, hoeveel er wordt ingevoerd, hoe weinig er hergebruikt of vervangen kan worden, en hoe weinig anderen het verkopen. Is het aandeel onbekend, dan staan alle mogelijke scores er als bereik.</translation>
    </message>
    <message>
        <source>Up to 10 % more for the first alert of this good, country and measure in 180 days (5 % for a new stage), and up to 15 % more when the press writes unusually much about it.</source>
        <translation>Tot 10 % meer voor de eerste waarschuwing over dit goed, dit land en deze maatregel in 180 dagen (5 % voor een nieuwe fase), en tot 15 % meer als de pers er ongewoon veel over schrijft.</translation>
    </message>
    <message>
        <source>What is left of the score after days without news: half after 7 days for a rumour, 14 for a plan, 30 for a proposal, 60 for an adopted measure. A measure in force does not fade until it is lifted.</source>
        <translation>Wat er van de score overblijft na dagen zonder nieuws: de helft na 7 dagen bij een gerucht, 14 bij een plan, 30 bij een voorstel, 60 bij een aangenomen maatregel. Een maatregel die van kracht is, zakt niet tot hij is ingetrokken.</translation>
    </message>
    <message>
        <source>How likely it is that at least one of the independent reports is right, by the grades (A to F) of their sources. Copies, and papers that cite each other, count once. An official document counts 0.98. In a row of the inbox: firm from 0.90, fair from 0.60.</source>
        <translation>Hoe waarschijnlijk het is dat minstens een van de onafhankelijke berichten klopt, naar het cijfer (A tot F) van hun bronnen. Kopieën, en kranten die elkaar aanhalen, tellen één keer. Een officieel document telt 0,98. In een rij van het postvak: stevig vanaf 0,90, redelijk vanaf 0,60.</translation>
    </message>
    <message>
        <source>What the measure can do whether or not it is news: the same formula without novelty and age. It stays high while an old measure is still in force. In a row of the inbox: severe from 60, serious from 40.</source>
        <translation>Wat de maatregel kan aanrichten, nieuws of niet: dezelfde formule zonder nieuwheid en ouderdom. Dit blijft hoog zolang een oude maatregel van kracht is. In een rij van het postvak: ernstig vanaf 60, aanzienlijk vanaf 40.</translation>
    </message>
    <message>
        <source>The line of letters beside the title holds all that went into the score, so that anyone can recompute and dispute it.</source>
        <translation>De regel met letters naast de titel bevat alles waaruit de score is gemaakt, zodat iedereen hem kan narekenen en betwisten.</translation>
    </message>
    <message>
        <source>Impact {0}, whether or not it is news</source>
        <translation>Gevolgen {0}, nieuws of niet</translation>
    </message>
    <message>
        <source>{0} to {1}: the share of this supplier is not known</source>
        <translation>{0} tot {1}: het aandeel van deze toeleverancier is onbekend</translation>
    </message>
    <message>
        <source>Held at medium: a rumour, and no official source</source>
        <translation>Op midden gehouden: een gerucht, en geen officiële bron</translation>
    </message>
    <message>
        <source>{0} set {1} by hand on {2}: {3}</source>
        <translation>{0} zette met de hand {1} op {2}: {3}</translation>
    </message>
    <message>
        <source>Computed score now: {0}; level of the rule: {1}</source>
        <translation>Berekende score nu: {0}; niveau van de regel: {1}</translation>
    </message>
    <message>
        <source>The level, {0}, is what the rule gives such news; the score lies in {1}, and ranks it.</source>
        <translation>Het niveau, {0}, is wat de regel zulk nieuws geeft; de score ligt in {1} en bepaalt de volgorde.</translation>
    </message>
    <message>
        <source>Lower than computed, but an official notice: it keeps its place in the inbox, and level filters and notices go by the level of its rule.</source>
        <translation>Lager dan berekend, maar een officieel bericht: het houdt zijn plaats in het postvak, en niveaufilters en meldingen volgen het niveau van zijn regel.</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>met de hand</translation>
    </message>
    <message>
        <source>Score {0}. Impact: {1}, confidence: {2}.</source>
        <translation>Score {0}. Gevolgen: {1}, zekerheid: {2}.</translation>
    </message>
    <message>
        <source>The score is {0}</source>
        <translation>De score is {0}</translation>
    </message>
    <message>
        <source>impact: {0}</source>
        <translation>gevolgen: {0}</translation>
    </message>
    <message>
        <source>confidence: {0}</source>
        <translation>zekerheid: {0}</translation>
    </message>
    <message>
        <source>score set by {0}</source>
        <translation>score gezet door {0}</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Iemand</translation>
    </message>
    <message>
        <source>What do these mean?</source>
        <translation>Wat betekent dit?</translation>
    </message>
    <message>
        <source>Hide the explanation</source>
        <translation>Uitleg verbergen</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Ernst</translation>
    </message>
    <message>
        <source>Dependency</source>
        <translation>Afhankelijkheid</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Zekerheid</translation>
    </message>
    <message>
        <source>Novelty</source>
        <translation>Nieuwheid</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Ouderdom</translation>
    </message>
    <message>
        <source>Impact</source>
        <translation>Gevolgen</translation>
    </message>
    <message>
        <source>Vector</source>
        <translation>Vector</translation>
    </message>
    <message>
        <source>Severe</source>
        <translation>Ernstig</translation>
    </message>
    <message>
        <source>Serious</source>
        <translation>Aanzienlijk</translation>
    </message>
    <message>
        <source>Limited</source>
        <translation>Beperkt</translation>
    </message>
    <message>
        <source>Firm</source>
        <translation>Stevig</translation>
    </message>
    <message>
        <source>Fair</source>
        <translation>Redelijk</translation>
    </message>
    <message>
        <source>Weak</source>
        <translation>Zwak</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>Settings</source>
        <translation>Instellingen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Bewaren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Uw naam</translation>
    </message>
    <message>
        <source>stands beside what you decide</source>
        <translation>staat bij wat u beslist</translation>
    </message>
    <message>
        <source>Post or desk</source>
        <translation>Post of desk</translation>
    </message>
    <message>
        <source>for instance Astana</source>
        <translation>bijvoorbeeld Astana</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>Functie</translation>
    </message>
    <message>
        <source>none; for instance trade desk</source>
        <translation>geen; bijvoorbeeld handelsafdeling</translation>
    </message>
    <message>
        <source>Decisions are signed with</source>
        <translation>Besluiten worden ondertekend met</translation>
    </message>
    <message>
        <source>My name</source>
        <translation>Mijn naam</translation>
    </message>
    <message>
        <source>My function and post</source>
        <translation>Mijn functie en post</translation>
    </message>
    <message>
        <source>My post alone</source>
        <translation>Alleen mijn post</translation>
    </message>
    <message>
        <source>Countries you follow</source>
        <translation>Landen die u volgt</translation>
    </message>
    <message>
        <source>all; or codes: KZ, KG</source>
        <translation>alle; of codes: KZ, KG</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Taal</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Tijdzone</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netwerk</translation>
    </message>
    <message>
        <source>Online: asks the sources</source>
        <translation>Online: vraagt de bronnen</translation>
    </message>
    <message>
        <source>In its hours: else never connects</source>
        <translation>In zijn uren: maakt anders nooit verbinding</translation>
    </message>
    <message>
        <source>Offline: never connects</source>
        <translation>Offline: maakt nooit verbinding</translation>
    </message>
    <message>
        <source>Hours of the network</source>
        <translation>Uren van het netwerk</translation>
    </message>
    <message>
        <source>Mon-Fri 08:00-18:00; Sat 10:00-12:00</source>
        <translation>Mon-Fri 08:00-18:00; Sat 10:00-12:00</translation>
    </message>
    <message>
        <source>Hosts that may be asked</source>
        <translation>Hosts die bevraagd mogen worden</translation>
    </message>
    <message>
        <source>all; or a list: *.europa.eu, www.wto.org</source>
        <translation>alle; of een lijst: *.europa.eu, www.wto.org</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Kleuren</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Als het systeem</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Licht</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Donker</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoog contrast</translation>
    </message>
    <message>
        <source>Size of all text, from the next start</source>
        <translation>Grootte van alle tekst, vanaf de volgende start</translation>
    </message>
    <message>
        <source>Which alerts interrupt</source>
        <translation>Welke waarschuwingen storen</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>Alle niveaus</translation>
    </message>
    <message>
        <source>Low and up</source>
        <translation>Laag en hoger</translation>
    </message>
    <message>
        <source>Medium and up</source>
        <translation>Midden en hoger</translation>
    </message>
    <message>
        <source>High and up</source>
        <translation>Hoog en hoger</translation>
    </message>
    <message>
        <source>Critical only</source>
        <translation>Alleen kritiek</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Geen</translation>
    </message>
    <message>
        <source>When they interrupt</source>
        <translation>Wanneer ze storen</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>Meteen</translation>
    </message>
    <message>
        <source>In a digest every day</source>
        <translation>Verzameld, elke dag</translation>
    </message>
    <message>
        <source>In a digest on Mondays</source>
        <translation>Verzameld, op maandag</translation>
    </message>
    <message>
        <source>Digest at</source>
        <translation>Verzamelmelding om</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>Stil vanaf</translation>
    </message>
    <message>
        <source>none; or 22:00</source>
        <translation>geen; of 22:00</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>Stil tot</translation>
    </message>
    <message>
        <source>none; or 07:00</source>
        <translation>geen; of 07:00</translation>
    </message>
    <message>
        <source>Quiet on Saturday and Sunday</source>
        <translation>Stil op zaterdag en zondag</translation>
    </message>
    <message>
        <source>Remind of dates 30, 7 and 1 days ahead</source>
        <translation>Herinneren aan datums: 30 dagen, 7 dagen en 1 dag vooraf</translation>
    </message>
    <message>
        <source>Lock after minutes without a touch</source>
        <translation>Vergrendel na minuten zonder aanraking</translation>
    </message>
    <message>
        <source>an encrypted profile; 1 to 480</source>
        <translation>een versleuteld profiel; 1 tot 480</translation>
    </message>
    <message>
        <source>Highest marking of a briefing</source>
        <translation>Hoogste merking van een briefing</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Geen grens</translation>
    </message>
    <message>
        <source>Marking of this watchlist</source>
        <translation>Merking van deze volglijst</translation>
    </message>
    <message>
        <source>Start the inbox with the countries I follow</source>
        <translation>Het postvak openen met de landen die ik volg</translation>
    </message>
    <message>
        <source>Look back for names new on a list</source>
        <translation>Terugzoeken naar nieuwe namen op lijsten</translation>
    </message>
    <message>
        <source>no days: only in new items</source>
        <translation>geen dagen: alleen in nieuwe berichten</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 dagen</translation>
    </message>
    <message>
        <source>90 days</source>
        <translation>90 dagen</translation>
    </message>
    <message>
        <source>180 days</source>
        <translation>180 dagen</translation>
    </message>
    <message>
        <source>365 days</source>
        <translation>365 dagen</translation>
    </message>
    <message>
        <source>Every day, remove news older than the schedule of Records says</source>
        <translation>Elke dag nieuws weghalen dat ouder is dan de bewaartermijn van Archief</translation>
    </message>
    <message>
        <source>Start with my session, in the tray</source>
        <translation>Start met mijn sessie, in het systeemvak</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>none; or http://host:port</source>
        <translation>geen; of http://host:poort</translation>
    </message>
    <message>
        <source>Contact told to publishers</source>
        <translation>Contactadres voor uitgevers</translation>
    </message>
    <message>
        <source>none; an address in the user agent</source>
        <translation>geen; een adres in de user agent</translation>
    </message>
    <message>
        <source>You and your desk</source>
        <translation>U en uw desk</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Venster</translation>
    </message>
    <message>
        <source>What interrupts</source>
        <translation>Wat onderbreekt</translation>
    </message>
    <message>
        <source>Lock, markings, lists</source>
        <translation>Vergrendeling, merkingen, lijsten</translation>
    </message>
    <message>
        <source>Not a country code: {0}. Use two letters, as in KZ.</source>
        <translation>Geen landcode: {0}. Gebruik twee letters, zoals KZ.</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>Decided by the policy {0}</source>
        <translation>Bepaald door het beleid {0}</translation>
    </message>
    <message>
        <source>As long as the program runs: it was started with {0}</source>
        <translation>Zolang het programma draait: het is gestart met {0}</translation>
    </message>
    <message>
        <source>Not a time of day: {0}. Use one as in 07:30.</source>
        <translation>Geen tijdstip: {0}. Gebruik er een als 07:30.</translation>
    </message>
    <message>
        <source>Not a time zone: {0}. Use one as in Europe/Amsterdam.</source>
        <translation>Geen tijdzone: {0}. Gebruik er een als Europe/Amsterdam.</translation>
    </message>
    <message>
        <source>Not a number of minutes from 1 to 480: {0}</source>
        <translation>Geen aantal minuten van 1 tot 480: {0}</translation>
    </message>
</context>
<context>
    <name>setup</name>
    <message>
        <source>Write the desk&apos;s set-up…</source>
        <translation>De inrichting van de desk schrijven…</translation>
    </message>
    <message>
        <source>Take in a set-up…</source>
        <translation>Een inrichting overnemen…</translation>
    </message>
    <message>
        <source>What this set-up would change</source>
        <translation>Wat deze inrichting zou veranderen</translation>
    </message>
    <message>
        <source>It adds and replaces, it takes nothing away. What was before is kept in the profile.</source>
        <translation>Ze voegt toe en vervangt, ze neemt niets weg. Wat er was, blijft in het profiel bewaard.</translation>
    </message>
    <message>
        <source>Nothing: the desk is set up like this already.</source>
        <translation>Niets: de desk is al zo ingericht.</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Deel</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Wat</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Wijzigen</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Nu</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Straks</translation>
    </message>
    <message>
        <source>Take it in</source>
        <translation>Overnemen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Set-up written: {0}. Together its parts may be more sensitive than each alone.</source>
        <translation>Inrichting geschreven: {0}. Samen kunnen de delen gevoeliger zijn dan elk apart.</translation>
    </message>
    <message>
        <source>Set-up taken in: {0} changes. Before: {1}</source>
        <translation>Inrichting overgenomen: {0} wijzigingen. Daarvoor: {1}</translation>
    </message>
    <message>
        <source>Set-up taken in: {0} changes. Exceptions that wait for a second person: {1}, on the page Rules, Not seen. Before: {2}</source>
        <translation>Inrichting overgenomen: {0} wijzigingen. Uitzonderingen die op een tweede persoon wachten: {1}, op de pagina Regels, Niet gezien. Daarvoor: {2}</translation>
    </message>
    <message>
        <source>{0} lines</source>
        <translation>{0} regels</translation>
    </message>
    <message>
        <source>on</source>
        <translation>aan</translation>
    </message>
    <message>
        <source>off</source>
        <translation>uit</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nee</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Instelling</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Zoekopdracht</translation>
    </message>
    <message>
        <source>Rules and watchlist</source>
        <translation>Regels en volglijst</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Bron</translation>
    </message>
    <message>
        <source>Source on or off</source>
        <translation>Bron aan of uit</translation>
    </message>
    <message>
        <source>added</source>
        <translation>toegevoegd</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>gewijzigd</translation>
    </message>
    <message>
        <source>stays: a policy decides it</source>
        <translation>blijft: een beleid beslist erover</translation>
    </message>
    <message>
        <source>waits for a second person</source>
        <translation>wacht op een tweede persoon</translation>
    </message>
</context>
<context>
    <name>shown</name>
    <message>
        <source>As shown on {0}.</source>
        <translation>Zoals getoond op {0}.</translation>
    </message>
    <message>
        <source>The first {0} rows of {1}.</source>
        <translation>De eerste {0} rijen van {1}.</translation>
    </message>
</context>
<context>
    <name>situation</name>
    <message>
        <source>Situation</source>
        <translation>Situatie</translation>
    </message>
    <message>
        <source>Which situation</source>
        <translation>Welke situatie</translation>
    </message>
    <message>
        <source>New situation…</source>
        <translation>Nieuwe situatie…</translation>
    </message>
    <message>
        <source>Add a line…</source>
        <translation>Regel toevoegen…</translation>
    </message>
    <message>
        <source>Situation report…</source>
        <translation>Situatierapport…</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Wijzigen</translation>
    </message>
    <message>
        <source>Longer…</source>
        <translation>Langer…</translation>
    </message>
    <message>
        <source>How many hours from now on? (1 to 336)</source>
        <translation>Hoeveel uur vanaf nu? (1 tot en met 336)</translation>
    </message>
    <message>
        <source>End it now</source>
        <translation>Nu beëindigen</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Terugnemen</translation>
    </message>
    <message>
        <source>How sure</source>
        <translation>Hoe zeker</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>bevestigd</translation>
    </message>
    <message>
        <source>unconfirmed</source>
        <translation>onbevestigd</translation>
    </message>
    <message>
        <source>rumour</source>
        <translation>gerucht</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>Timeline, the newest first</source>
        <translation>Tijdlijn, het nieuwste eerst</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wanneer</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Wat</translation>
    </message>
    <message>
        <source>desk</source>
        <translation>desk</translation>
    </message>
    <message>
        <source>official</source>
        <translation>officieel</translation>
    </message>
    <message>
        <source>said by a person</source>
        <translation>door een persoon gezegd</translation>
    </message>
    <message>
        <source>by its source</source>
        <translation>naar zijn bron</translation>
    </message>
    <message>
        <source>No situation</source>
        <translation>Geen situatie</translation>
    </message>
    <message>
        <source>For hours or days in which things move fast: chosen sources are asked as often as is polite, and what they bring stands on one timeline. It ends by itself.</source>
        <translation>Voor uren of dagen waarin het snel gaat: gekozen bronnen worden zo vaak bevraagd als beleefd is, en wat zij brengen staat op één tijdlijn. Zij eindigt vanzelf.</translation>
    </message>
    <message>
        <source>Nothing on the timeline yet</source>
        <translation>Nog niets op de tijdlijn</translation>
    </message>
    <message>
        <source>Its sources are asked every five minutes at most. You can add a line.</source>
        <translation>De bronnen worden hoogstens elke vijf minuten bevraagd. U kunt een regel toevoegen.</translation>
    </message>
    <message>
        <source>runs until {0} ({1} left); {2} sources as fast as is polite</source>
        <translation>loopt tot {0} (nog {1}); {2} bronnen zo snel als beleefd is</translation>
    </message>
    <message>
        <source>ended {0} by itself: its sources have their own pace again</source>
        <translation>eindigde {0} vanzelf: de bronnen hebben weer hun eigen tempo</translation>
    </message>
    <message>
        <source>ended {0} by {1}: its sources have their own pace again</source>
        <translation>{0} beëindigd door {1}: de bronnen hebben weer hun eigen tempo</translation>
    </message>
    <message>
        <source>«{0}» has ended by itself: its sources have their own pace again</source>
        <translation>«{0}» is vanzelf geëindigd: de bronnen hebben weer hun eigen tempo</translation>
    </message>
    <message>
        <source>Do not answer: {0}. No news from them means «cannot tell».</source>
        <translation>Antwoorden niet: {0}. Geen nieuws van hen betekent «niet te zeggen».</translation>
    </message>
    <message>
        <source>Reports that left: {0}</source>
        <translation>Rapporten die weggingen: {0}</translation>
    </message>
    <message>
        <source>{0} ({1}, as of {2})</source>
        <translation>{0} ({1}, stand van {2})</translation>
    </message>
    <message>
        <source>{0} h {1} min</source>
        <translation>{0} u {1} min</translation>
    </message>
    <message>
        <source>Not done: {0}</source>
        <translation>Niet gedaan: {0}</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Bewaard</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Teruggedraaid</translation>
    </message>
    <message>
        <source>There is nothing of yours to take back</source>
        <translation>Er is niets van u om terug te nemen</translation>
    </message>
    <message>
        <source>not named</source>
        <translation>niet genoemd</translation>
    </message>
    <message>
        <source>What happened? In a line, with its source.</source>
        <translation>Wat gebeurde er? In een regel, met de bron.</translation>
    </message>
    <message>
        <source>What is the situation called?</source>
        <translation>Hoe heet de situatie?</translation>
    </message>
    <message>
        <source>Sources to ask as fast as is polite</source>
        <translation>Bronnen om zo snel als beleefd te bevragen</translation>
    </message>
    <message>
        <source>Find sources</source>
        <translation>Bronnen zoeken</translation>
    </message>
    <message>
        <source>For how many hours (1 to 336)</source>
        <translation>Voor hoeveel uur (1 tot en met 336)</translation>
    </message>
    <message>
        <source>Only these goods (ids of the watchlist, with commas; none = all)</source>
        <translation>Alleen deze goederen (id&apos;s van de volglijst, met komma&apos;s; geen = alle)</translation>
    </message>
    <message>
        <source>Only these countries (two letters, with commas; none = all)</source>
        <translation>Alleen deze landen (twee letters, met komma&apos;s; geen = alle)</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Beginnen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Not a number of hours: {0}</source>
        <translation>Geen aantal uren: {0}</translation>
    </message>
</context>
<context>
    <name>source</name>
    <message>
        <source>Add a source</source>
        <translation>Een bron toevoegen</translation>
    </message>
    <message>
        <source>Address of the feed, or of a page of its site</source>
        <translation>Adres van de feed, of van een pagina van de site</translation>
    </message>
    <message>
        <source>https://…</source>
        <translation>https://…</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Bekijken</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Toevoegen</translation>
    </message>
    <message>
        <source>Add unseen</source>
        <translation>Ongezien toevoegen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Bewaren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>It is looked at first; nothing is kept before you add it.</source>
        <translation>Het wordt eerst bekeken; er wordt niets bewaard voordat u toevoegt.</translation>
    </message>
    <message>
        <source>An address starts with http:// or https:// and has no password.</source>
        <translation>Een adres begint met http:// of https:// en heeft geen wachtwoord.</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Bezig met kijken…</translation>
    </message>
    <message>
        <source>Matching with the rules of today: {0} of {1}</source>
        <translation>Vergelijken met de regels van vandaag: {0} van {1}</translation>
    </message>
    <message>
        <source>Stopped. Nothing was added.</source>
        <translation>Gestopt. Er is niets toegevoegd.</translation>
    </message>
    <message>
        <source>It could not be looked at: {0}</source>
        <translation>Het kon niet worden bekeken: {0}</translation>
    </message>
    <message>
        <source>It could not be looked at ({0}). It can be added as it stands; the first poll will tell.</source>
        <translation>Het kon niet worden bekeken ({0}). Toevoegen zoals het er staat kan; de eerste keer ophalen zal het leren.</translation>
    </message>
    <message>
        <source>A web page that names no feed; there is nothing to add.</source>
        <translation>Een webpagina die geen feed noemt; er valt niets toe te voegen.</translation>
    </message>
    <message>
        <source>A web page that names {0} feeds. Which one?</source>
        <translation>Een webpagina die {0} feeds noemt. Welke?</translation>
    </message>
    <message>
        <source>Choose a feed</source>
        <translation>Kies een feed</translation>
    </message>
    <message>
        <source>Feed</source>
        <translation>Feed</translation>
    </message>
    <message>
        <source>{0}: {1} items now.</source>
        <translation>{0}: nu {1} berichten.</translation>
    </message>
    <message>
        <source>{0}: no items now.</source>
        <translation>{0}: nu geen berichten.</translation>
    </message>
    <message>
        <source>By the rules of today {0} of them would raise an alert.</source>
        <translation>Volgens de regels van vandaag zouden er {0} een waarschuwing geven.</translation>
    </message>
    <message>
        <source>How many would raise an alert was not counted.</source>
        <translation>Hoeveel er een waarschuwing zouden geven, is niet geteld.</translation>
    </message>
    <message>
        <source>This address is on the list already: {0}. Adding switches it on.</source>
        <translation>Dit adres staat al op de lijst: {0}. Toevoegen schakelt het in.</translation>
    </message>
    <message>
        <source>The newest titles</source>
        <translation>De nieuwste titels</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Taal</translation>
    </message>
    <message>
        <source>code, such as nl</source>
        <translation>code, zoals nl</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>two letters, such as NL</source>
        <translation>twee letters, zoals NL</translation>
    </message>
    <message>
        <source>Official source</source>
        <translation>Officiële bron</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>folders, with commas between</source>
        <translation>mappen, met komma&apos;s ertussen</translation>
    </message>
    <message>
        <source>Minutes between polls</source>
        <translation>Minuten tussen twee keer ophalen</translation>
    </message>
    <message>
        <source>Change {0}</source>
        <translation>{0} wijzigen</translation>
    </message>
    <message>
        <source>Its server may ask for longer pauses; they are kept. Kind, language and country hold for what comes from now on.</source>
        <translation>De server kan om langere pauzes vragen; die worden aangehouden. Soort, taal en land gelden voor wat van nu af binnenkomt.</translation>
    </message>
    <message>
        <source>Shipped: {0}. Yours stands beside it and outlives updates.</source>
        <translation>Meegeleverd: {0}. Wat u zegt staat ernaast en overleeft bijwerkingen.</translation>
    </message>
    <message>
        <source>{0} {1}</source>
        <translation>{0} {1}</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nee</translation>
    </message>
    <message>
        <source>none</source>
        <translation>geen</translation>
    </message>
    <message>
        <source>Shipped values</source>
        <translation>Meegeleverde waarden</translation>
    </message>
    <message>
        <source>Changed: {0}</source>
        <translation>Gewijzigd: {0}</translation>
    </message>
    <message>
        <source>Last polls of {0}</source>
        <translation>Laatste keren ophalen van {0}</translation>
    </message>
    <message>
        <source>No poll is remembered yet.</source>
        <translation>Er is nog geen keer ophalen onthouden.</translation>
    </message>
    <message>
        <source>Last polls, the newest first</source>
        <translation>Laatste keren ophalen, de nieuwste eerst</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wanneer</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Uitkomst</translation>
    </message>
    <message>
        <source>New items</source>
        <translation>Nieuwe berichten</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Seconden</translation>
    </message>
    <message>
        <source>Next poll</source>
        <translation>Volgende keer</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>Wat erbij werd gezegd</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Als tekst kopiëren</translation>
    </message>
    <message>
        <source>No alerts from {0} for …</source>
        <translation>Geen waarschuwingen van {0} over …</translation>
    </message>
    <message>
        <source>What is excluded here is stored all the same: it stands under Suppressed and All items with its reason, and «Not seen» on the page Rules counts it. An alert of level critical is never hidden.</source>
        <translation>Wat hier uitgesloten is, wordt toch bewaard: het staat onder Onderdrukt en Alle berichten met de reden, en «Niet gezien» op de pagina Regels telt het. Een waarschuwing van niveau kritiek wordt nooit verborgen.</translation>
    </message>
    <message>
        <source>With a hub, neither is one of level high.</source>
        <translation>Met een hub ook niet een van niveau hoog.</translation>
    </message>
    <message>
        <source>This is an official source: what it says is seldom said elsewhere first.</source>
        <translation>Dit is een officiële bron: wat zij zegt, staat zelden eerder elders.</translation>
    </message>
    <message>
        <source>Nothing is excluded: all that the rules find is told.</source>
        <translation>Er is niets uitgesloten: alles wat de regels vinden, wordt gemeld.</translation>
    </message>
    <message>
        <source>What is excluded, the first that ends first</source>
        <translation>Wat uitgesloten is, wat het eerst afloopt bovenaan</translation>
    </message>
    <message>
        <source>Excluded</source>
        <translation>Uitgesloten</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Laatste dag</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Door</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reden</translation>
    </message>
    <message>
        <source>{0}, over</source>
        <translation>{0}, voorbij</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Woorden</translation>
    </message>
    <message>
        <source>whole words, with commas; footb* begins one</source>
        <translation>hele woorden, met komma’s; voetb* als begin</translation>
    </message>
    <message>
        <source>Parts of the address</source>
        <translation>Delen van het adres</translation>
    </message>
    <message>
        <source>such as sport, in example.org/sport/…</source>
        <translation>zoals sport, in example.org/sport/…</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>Goederen</translation>
    </message>
    <message>
        <source>ids of the watchlist, such as gallium</source>
        <translation>namen uit de volglijst, zoals gallium</translation>
    </message>
    <message>
        <source>Exclude</source>
        <translation>Uitsluiten</translation>
    </message>
    <message>
        <source>Hear it again</source>
        <translation>Weer horen</translation>
    </message>
    <message>
        <source>{0} raises no alerts for {1}, until {2}</source>
        <translation>{0} geeft geen waarschuwingen over {1}, tot en met {2}</translation>
    </message>
    <message>
        <source>{0} is heard again on {1}</source>
        <translation>{0} wordt weer gehoord over {1}</translation>
    </message>
</context>
<context>
    <name>sources</name>
    <message>
        <source>OK</source>
        <translation>In orde</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Leeg</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>Stilgevallen</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Geblokkeerd</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>Verhuisd</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>Verdwenen</translation>
    </message>
    <message>
        <source>Not a feed</source>
        <translation>Geen feed</translation>
    </message>
    <message>
        <source>Format changed</source>
        <translation>Vorm veranderd</translation>
    </message>
    <message>
        <source>Not trusted</source>
        <translation>Niet vertrouwd</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Niet gevonden</translation>
    </message>
    <message>
        <source>Too slow</source>
        <translation>Te traag</translation>
    </message>
    <message>
        <source>Too big</source>
        <translation>Te groot</translation>
    </message>
    <message>
        <source>Sent elsewhere</source>
        <translation>Doorgestuurd</translation>
    </message>
    <message>
        <source>Private address</source>
        <translation>Privéadres</translation>
    </message>
    <message>
        <source>Not allowed</source>
        <translation>Niet toegestaan</translation>
    </message>
    <message>
        <source>Slowed down</source>
        <translation>Afgeremd</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Geen antwoord</translation>
    </message>
    <message>
        <source>Server error</source>
        <translation>Serverfout</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Beschadigd</translation>
    </message>
    <message>
        <source>Not survived</source>
        <translation>Niet overleefd</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Not polled yet</source>
        <translation>Nog niet opgehaald</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Uit</translation>
    </message>
    <message>
        <source>Not readable yet</source>
        <translation>Nog niet leesbaar</translation>
    </message>
    <message>
        <source>Answers, but holds no items</source>
        <translation>Antwoordt, maar bevat geen berichten</translation>
    </message>
    <message>
        <source>Newest item is {age} old; usually {rhythm}</source>
        <translation>Nieuwste bericht is {age} oud; gewoonlijk {rhythm}</translation>
    </message>
    <message>
        <source>Answers, but says only what it said before; usually {rhythm}</source>
        <translation>Antwoordt, maar zegt alleen wat hij al zei; gewoonlijk {rhythm}</translation>
    </message>
    <message>
        <source>The server or a filter before it refuses us</source>
        <translation>De server of een filter ervoor weigert ons</translation>
    </message>
    <message>
        <source>Moved for good to a new address; confirm the new one</source>
        <translation>Voorgoed verhuisd naar een nieuw adres; bevestig het nieuwe</translation>
    </message>
    <message>
        <source>Removed by its publisher</source>
        <translation>Verwijderd door de uitgever</translation>
    </message>
    <message>
        <source>Returns something else than a feed, often a web page</source>
        <translation>Geeft iets anders dan een feed, vaak een webpagina</translation>
    </message>
    <message>
        <source>The shape of the feed has changed; items may be missing</source>
        <translation>De vorm van de feed is veranderd; er kunnen berichten ontbreken</translation>
    </message>
    <message>
        <source>The connection could not be trusted (certificate)</source>
        <translation>De verbinding was niet te vertrouwen (certificaat)</translation>
    </message>
    <message>
        <source>The name of the server is not known</source>
        <translation>De naam van de server is niet bekend</translation>
    </message>
    <message>
        <source>Did not answer in time</source>
        <translation>Antwoordde niet op tijd</translation>
    </message>
    <message>
        <source>The answer was too big and was cut off unread</source>
        <translation>Het antwoord was te groot en is ongelezen afgekapt</translation>
    </message>
    <message>
        <source>Sent us on too often, or to a place we do not go</source>
        <translation>Stuurde ons te vaak door, of naar een plaats waar we niet komen</translation>
    </message>
    <message>
        <source>Points to a private network; not asked</source>
        <translation>Wijst naar een besloten netwerk; niet gevraagd</translation>
    </message>
    <message>
        <source>Its host is not on the list of hosts that may be asked</source>
        <translation>Zijn host staat niet op de lijst van hosts die bevraagd mogen worden</translation>
    </message>
    <message>
        <source>Asked us to come back later</source>
        <translation>Vroeg ons later terug te komen</translation>
    </message>
    <message>
        <source>The server could not be reached</source>
        <translation>De server was niet bereikbaar</translation>
    </message>
    <message>
        <source>The server answered with an error</source>
        <translation>De server antwoordde met een fout</translation>
    </message>
    <message>
        <source>The document was cut off or broken</source>
        <translation>Het document was afgebroken of kapot</translation>
    </message>
    <message>
        <source>Its document ended the process that reads documents; nothing else was harmed</source>
        <translation>Het document beëindigde het proces dat documenten leest; verder is niets beschadigd</translation>
    </message>
    <message>
        <source>The program is set to offline; nothing was asked</source>
        <translation>Het programma staat op offline; er is niets gevraagd</translation>
    </message>
    <message>
        <source>Its turn comes with the next round</source>
        <translation>Komt in de volgende ronde aan de beurt</translation>
    </message>
    <message>
        <source>Switched off; its silence means nothing</source>
        <translation>Uitgezet; dat deze zwijgt, zegt niets</translation>
    </message>
    <message>
        <source>Needs a key, or has a form ({format}) that cannot be read yet</source>
        <translation>Vraagt een sleutel, of heeft een vorm ({format}) die nog niet gelezen kan worden</translation>
    </message>
    <message>
        <source>Answers as it should</source>
        <translation>Antwoordt zoals het hoort</translation>
    </message>
    <message>
        <source>News</source>
        <translation>Nieuws</translation>
    </message>
    <message>
        <source>Trade measures</source>
        <translation>Handelsmaatregelen</translation>
    </message>
    <message>
        <source>Official gazette</source>
        <translation>Staatsblad</translation>
    </message>
    <message>
        <source>Sanctions news</source>
        <translation>Sanctienieuws</translation>
    </message>
    <message>
        <source>Trade data</source>
        <translation>Handelscijfers</translation>
    </message>
    <message>
        <source>Reports of posts</source>
        <translation>Berichten van posten</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Meer</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Bronnen</translation>
    </message>
    <message>
        <source>Name, address or language</source>
        <translation>Naam, adres of taal</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Vraagt aandacht</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Taal</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>OPML in</source>
        <translation>OPML in</translation>
    </message>
    <message>
        <source>OPML out</source>
        <translation>OPML uit</translation>
    </message>
    <message>
        <source>Poll all</source>
        <translation>Alles ophalen</translation>
    </message>
    <message>
        <source>Add by address</source>
        <translation>Met adres toevoegen</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>Bestanden inlezen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Toestand</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Bron</translation>
    </message>
    <message>
        <source>Newest item, against its rhythm</source>
        <translation>Nieuwste bericht, tegen het eigen ritme</translation>
    </message>
    <message>
        <source>Next poll</source>
        <translation>Volgende keer</translation>
    </message>
    <message>
        <source>14 days</source>
        <translation>14 dagen</translation>
    </message>
    <message>
        <source>Sources, those that need attention first</source>
        <translation>Bronnen, eerst die aandacht vragen</translation>
    </message>
    <message>
        <source>Sources by state; click one to see only those</source>
        <translation>Bronnen naar toestand; klik op een om alleen die te zien</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Nu proberen</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>Aanzetten</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>Uitzetten</translation>
    </message>
    <message>
        <source>Accept new address</source>
        <translation>Nieuw adres aannemen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Verwijderen</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Adres kopiëren</translation>
    </message>
    <message>
        <source>Grade…</source>
        <translation>Cijfer…</translation>
    </message>
    <message>
        <source>Last good answer {0}.</source>
        <translation>Laatste goede antwoord {0}.</translation>
    </message>
    <message>
        <source>It has not answered well yet.</source>
        <translation>Heeft nog geen goed antwoord gegeven.</translation>
    </message>
    <message>
        <source>While it is silent, no news from it means «cannot tell», not «all quiet».</source>
        <translation>Zolang deze zwijgt, betekent geen nieuws «niet te zeggen», niet «alles rustig».</translation>
    </message>
    <message>
        <source>{0} items kept. Grade {1}. {2}</source>
        <translation>{0} berichten bewaard. Cijfer {1}. {2}</translation>
    </message>
    <message>
        <source>official</source>
        <translation>officieel</translation>
    </message>
    <message>
        <source>state media</source>
        <translation>staatsmedia</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nooit</translation>
    </message>
    <message>
        <source>now</source>
        <translation>nu</translation>
    </message>
    <message>
        <source>next round</source>
        <translation>volgende ronde</translation>
    </message>
    <message>
        <source>in {0}</source>
        <translation>over {0}</translation>
    </message>
    <message>
        <source>{0} ago</source>
        <translation>{0} geleden</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>morgen</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} min</translation>
    </message>
    <message>
        <source>{0} h</source>
        <translation>{0} u</translation>
    </message>
    <message>
        <source>{0} d</source>
        <translation>{0} d</translation>
    </message>
    <message>
        <source>{0} days</source>
        <translation>{0} dagen</translation>
    </message>
    <message>
        <source>{0} hours</source>
        <translation>{0} uur</translation>
    </message>
    <message>
        <source>{0} minutes</source>
        <translation>{0} minuten</translation>
    </message>
    <message>
        <source>every {0}</source>
        <translation>elke {0}</translation>
    </message>
    <message>
        <source>hourly</source>
        <translation>elk uur</translation>
    </message>
    <message>
        <source>daily</source>
        <translation>dagelijks</translation>
    </message>
    <message>
        <source>weekly</source>
        <translation>wekelijks</translation>
    </message>
    <message>
        <source>monthly</source>
        <translation>maandelijks</translation>
    </message>
    <message>
        <source>rhythm not known yet</source>
        <translation>ritme nog niet bekend</translation>
    </message>
    <message>
        <source>{0} days with items, {1} failed, {2} empty of the last 14</source>
        <translation>{0} dagen met berichten, {1} mislukt, {2} leeg van de laatste 14</translation>
    </message>
    <message>
        <source>No sources yet</source>
        <translation>Nog geen bronnen</translation>
    </message>
    <message>
        <source>Add one by its address, or import an OPML list from another reader.</source>
        <translation>Voeg er een toe met een adres, of lees een OPML-lijst van een ander programma in.</translation>
    </message>
    <message>
        <source>No source fits these filters</source>
        <translation>Geen bron past bij deze filters</translation>
    </message>
    <message>
        <source>Take a filter away to see more.</source>
        <translation>Haal een filter weg om meer te zien.</translation>
    </message>
    <message>
        <source>The sources could not be read</source>
        <translation>De bronnen konden niet worden gelezen</translation>
    </message>
    <message>
        <source>Added {0}</source>
        <translation>{0} toegevoegd</translation>
    </message>
    <message>
        <source>{0} sources read, {1} new; they start switched off</source>
        <translation>{0} bronnen gelezen, {1} nieuw; ze beginnen uitgezet</translation>
    </message>
    <message>
        <source>{0} entries could not be read: {1}</source>
        <translation>{0} regels konden niet worden gelezen: {1}</translation>
    </message>
    <message>
        <source>{0} sources written to {1}</source>
        <translation>{0} bronnen geschreven naar {1}</translation>
    </message>
    <message>
        <source>Not done: {0}</source>
        <translation>Niet gedaan: {0}</translation>
    </message>
    <message>
        <source>A poll is running already ({0})</source>
        <translation>Er wordt al opgehaald ({0})</translation>
    </message>
    <message>
        <source>{0}: {1}, {2} new</source>
        <translation>{0}: {1}, {2} nieuw</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Wijzigen…</translation>
    </message>
    <message>
        <source>Log…</source>
        <translation>Logboek…</translation>
    </message>
    <message>
        <source>Exclude…</source>
        <translation>Uitsluiten…</translation>
    </message>
    <message>
        <source>The last polls of {0} are on the clipboard</source>
        <translation>De laatste keren ophalen van {0} staan op het klembord</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Tags: {0}.</source>
        <translation>Labels: {0}.</translation>
    </message>
    <message>
        <source>Switched on: {0}</source>
        <translation>Aangezet: {0}</translation>
    </message>
    <message>
        <source>Switched off: {0}</source>
        <translation>Uitgezet: {0}</translation>
    </message>
    <message>
        <source>New address accepted: {0}</source>
        <translation>Nieuw adres aangenomen: {0}</translation>
    </message>
    <message>
        <source>Removed: {0}; its items stay</source>
        <translation>Verwijderd: {0}; de berichten blijven</translation>
    </message>
    <message>
        <source>{0} of {1} shown</source>
        <translation>{0} van {1} getoond</translation>
    </message>
    <message>
        <source>the address of this network</source>
        <translation>het adres van dit netwerk</translation>
    </message>
    <message>
        <source>the program&apos;s name</source>
        <translation>de naam van het programma</translation>
    </message>
    <message>
        <source>your contact</source>
        <translation>uw contactadres</translation>
    </message>
    <message>
        <source>the days asked for</source>
        <translation>de gevraagde dagen</translation>
    </message>
    <message>
        <source>your key</source>
        <translation>uw sleutel</translation>
    </message>
    <message>
        <source>your certificate</source>
        <translation>uw certificaat</translation>
    </message>
    <message>
        <source>Asking it tells {0}: {1}.</source>
        <translation>Bevragen vertelt {0}: {1}.</translation>
    </message>
    <message>
        <source>The question names what you watch: {0}.</source>
        <translation>De vraag noemt wat u volgt: {0}.</translation>
    </message>
    <message>
        <source>Anyone on the way can read it (http).</source>
        <translation>Iedereen onderweg kan het lezen (http).</translation>
    </message>
</context>
<context>
    <name>start</name>
    <message>
        <source>Start watching</source>
        <translation>Begin met kijken</translation>
    </message>
    <message>
        <source>OSAwatch reads public notices and news, and tells you early when a good you depend on is at risk.</source>
        <translation>OSAwatch leest openbare bekendmakingen en nieuws, en zegt u vroeg wanneer een goed waarvan u afhangt gevaar loopt.</translation>
    </message>
    <message>
        <source>Who is watching</source>
        <translation>Wie kijkt er</translation>
    </message>
    <message>
        <source>All of it can be left as it is and changed later.</source>
        <translation>Alles mag blijven zoals het is en kan later anders.</translation>
    </message>
    <message>
        <source>Who can read it</source>
        <translation>Wie het kan lezen</translation>
    </message>
    <message>
        <source>Not encrypted, whoever has this laptop or its disk can read your notes and decisions. Encrypted, a passphrase opens it.</source>
        <translation>Onversleuteld kan wie deze laptop of schijf heeft uw notities en besluiten lezen. Versleuteld opent een wachtwoordzin het profiel.</translation>
    </message>
    <message>
        <source>Encrypt this profile (advised)…</source>
        <translation>Profiel versleutelen (aanbevolen)…</translation>
    </message>
    <message>
        <source>Leave it plain</source>
        <translation>Onversleuteld laten</translation>
    </message>
    <message>
        <source>It stays plain, as the title bar says. The menu can encrypt it later.</source>
        <translation>Het blijft onversleuteld, zoals de titelbalk zegt. Het menu kan het later versleutelen.</translation>
    </message>
    <message>
        <source>Where to begin</source>
        <translation>Waar te beginnen</translation>
    </message>
    <message>
        <source>Poll the shipped sources</source>
        <translation>De meegeleverde bronnen ophalen</translation>
    </message>
    <message>
        <source>{0} public feeds in {1} languages: trade ministries, gazettes, news.</source>
        <translation>{0} openbare feeds in {1} talen: handelsministeries, staatsbladen, nieuws.</translation>
    </message>
    <message>
        <source>About {0} min. Uses the network.</source>
        <translation>Ongeveer {0} min. Gebruikt het netwerk.</translation>
    </message>
    <message>
        <source>Needs the network; you chose offline.</source>
        <translation>Heeft het netwerk nodig; u koos offline.</translation>
    </message>
    <message>
        <source>Import a file or folder</source>
        <translation>Een bestand of map inlezen</translation>
    </message>
    <message>
        <source>Press 1, 2 or 3. The menu polls and reads files later too; the sample desk is offered here only.</source>
        <translation>Druk op 1, 2 of 3. Ophalen en inlezen kan later ook via het menu; de voorbeelddesk alleen hier.</translation>
    </message>
    <message>
        <source>Public feeds of trade ministries, gazettes and news.</source>
        <translation>Openbare feeds van handelsministeries, staatsbladen en nieuws.</translation>
    </message>
    <message>
        <source>Saved on another machine: feeds, letters, PDF, Word, tables, zip.</source>
        <translation>Bewaard op een andere machine: feeds, brieven, PDF, Word, tabellen, zip.</translation>
    </message>
    <message>
        <source>Seconds. Nothing is fetched.</source>
        <translation>Seconden. Er wordt niets opgehaald.</translation>
    </message>
    <message>
        <source>Look at the sample desk</source>
        <translation>De voorbeelddesk bekijken</translation>
    </message>
    <message>
        <source>An invented month in seven languages, written for this program, with its alerts.</source>
        <translation>Een verzonnen maand in zeven talen, voor dit programma geschreven, met de waarschuwingen erbij.</translation>
    </message>
    <message>
        <source>Kept on this machine</source>
        <translation>Blijft op deze machine</translation>
    </message>
    <message>
        <source>No account and no telemetry; only the sources are asked.</source>
        <translation>Geen account en geen telemetrie; alleen de bronnen worden gevraagd.</translation>
    </message>
    <message>
        <source>Everything can be undone</source>
        <translation>Alles kan ongedaan worden gemaakt</translation>
    </message>
    <message>
        <source>No question is asked where Z will do.</source>
        <translation>Er wordt niets gevraagd waar Z volstaat.</translation>
    </message>
    <message>
        <source>No black box</source>
        <translation>Geen zwarte doos</translation>
    </message>
    <message>
        <source>Each alert names its rule, words and score.</source>
        <translation>Elke waarschuwing noemt haar regel, woorden en score.</translation>
    </message>
    <message>
        <source>Polling {0} of {1}</source>
        <translation>{0} van {1} opgehaald</translation>
    </message>
    <message>
        <source>Reading {0} of {1}</source>
        <translation>{0} van {1} gelezen</translation>
    </message>
    <message>
        <source>Filling the sample desk</source>
        <translation>De voorbeelddesk wordt gevuld</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>Een ogenblik</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Open the inbox meanwhile</source>
        <translation>Intussen het postvak openen</translation>
    </message>
    <message>
        <source>Open the inbox</source>
        <translation>Het postvak openen</translation>
    </message>
    <message>
        <source>Stopped. What was read is kept.</source>
        <translation>Gestopt. Wat gelezen is, blijft.</translation>
    </message>
    <message>
        <source>{0} sources asked, {1} new items, {2} alerts; {3} did not answer well.</source>
        <translation>{0} bronnen gevraagd, {1} nieuwe berichten, {2} waarschuwingen; {3} antwoordden niet goed.</translation>
    </message>
    <message>
        <source>{0} files read, {1} refused; {2} new items, {3} alerts.</source>
        <translation>{0} bestanden gelezen, {1} geweigerd; {2} nieuwe berichten, {3} waarschuwingen.</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>The sample desk is ready.</source>
        <translation>De voorbeelddesk staat klaar.</translation>
    </message>
    <message>
        <source>Not done: {0}</source>
        <translation>Niet gedaan: {0}</translation>
    </message>
    <message>
        <source>Choose files, or cancel to choose a folder</source>
        <translation>Kies bestanden, of annuleer om een map te kiezen</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Kies een map</translation>
    </message>
    <message>
        <source>Files…</source>
        <translation>Bestanden…</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>Map…</translation>
    </message>
</context>
<context>
    <name>takeaway</name>
    <message>
        <source>Copy as text</source>
        <translation>Als tekst kopiëren</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Gekopieerd</translation>
    </message>
    <message>
        <source>Save to print…</source>
        <translation>Bewaren om af te drukken…</translation>
    </message>
    <message>
        <source>Saved as {0}</source>
        <translation>Bewaard als {0}</translation>
    </message>
    <message>
        <source>Not done: {0}</source>
        <translation>Niet gedaan: {0}</translation>
    </message>
    <message>
        <source>Nothing here is a list or a text; a drawing has its own export</source>
        <translation>Hier staat geen lijst of tekst; een tekening heeft haar eigen export</translation>
    </message>
</context>
<context>
    <name>toolbox</name>
    <message>
        <source>Instruments by building block</source>
        <translation>Instrumenten per bouwsteen</translation>
    </message>
    <message>
        <source>Strong: fits the sector of {0}. An asterisk: newer than the letter of 2022. The kind is the reading of the watchlist&apos;s makers; the letter says that the split is for simplicity.</source>
        <translation>Vet: past bij de sector van {0}. Een sterretje: nieuwer dan de brief van 2022. De soort is de lezing van de makers van de volglijst; de brief zegt dat de tweedeling voor de eenvoud is.</translation>
    </message>
    <message>
        <source>All instruments of the watchlist; ask for a good to see which fit its sector. An asterisk: newer than the letter of 2022. The kind is the reading of the watchlist&apos;s makers.</source>
        <translation>Alle instrumenten van de volglijst; vraag naar een goed om te zien welke bij zijn sector passen. Een sterretje: nieuwer dan de brief van 2022. De soort is de lezing van de makers van de volglijst.</translation>
    </message>
    <message>
        <source>Building block</source>
        <translation>Bouwsteen</translation>
    </message>
    <message>
        <source>Offensive</source>
        <translation>Offensief</translation>
    </message>
    <message>
        <source>Defensive</source>
        <translation>Defensief</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Beide</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Geen</translation>
    </message>
</context>
<context>
    <name>tray</name>
    <message>
        <source>Open</source>
        <translation>Openen</translation>
    </message>
    <message>
        <source>Poll now</source>
        <translation>Nu ophalen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Afsluiten</translation>
    </message>
    <message>
        <source>OSAwatch</source>
        <translation>OSAwatch</translation>
    </message>
    <message>
        <source>OSAwatch: {0} new</source>
        <translation>OSAwatch: {0} nieuw</translation>
    </message>
    <message>
        <source>sources that need somebody: {0}</source>
        <translation>bronnen die iemand nodig hebben: {0}</translation>
    </message>
    <message>
        <source>nothing is fetched</source>
        <translation>er wordt niets opgehaald</translation>
    </message>
</context>
<context>
    <name>trends</name>
    <message>
        <source>Trends</source>
        <translation>Trends</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Goed</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Maatregel</translation>
    </message>
    <message>
        <source>Source kind</source>
        <translation>Soort bron</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Type to find</source>
        <translation>Typ om te vinden</translation>
    </message>
    <message>
        <source>28 d</source>
        <translation>28 d</translation>
    </message>
    <message>
        <source>90 d</source>
        <translation>90 d</translation>
    </message>
    <message>
        <source>1 y</source>
        <translation>1 jr</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Weergave</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Dagen</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Kaart</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>Paren</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabel</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Grafiek</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporteren</translation>
    </message>
    <message>
        <source>Picture (PNG)</source>
        <translation>Afbeelding (PNG)</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>Tabel (CSV)</translation>
    </message>
    <message>
        <source>Saved as {0}</source>
        <translation>Bewaard als {0}</translation>
    </message>
    <message>
        <source>Could not save {0}: {1}</source>
        <translation>{0} kon niet worden bewaard: {1}</translation>
    </message>
    <message>
        <source>Stories per day</source>
        <translation>Verhalen per dag</translation>
    </message>
    <message>
        <source>Day (UTC)</source>
        <translation>Dag (UTC)</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Overig</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Onbekend</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Verwacht</translation>
    </message>
    <message>
        <source>99 % range</source>
        <translation>99%-gebied</translation>
    </message>
    <message>
        <source>Not observed</source>
        <translation>Niet waargenomen</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Opletten</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>Surprise, −log10 p</source>
        <translation>Verrassing, −log10 p</translation>
    </message>
    <message>
        <source>dashed: watch at 3, dotted: alert at 5</source>
        <translation>gestreept: opletten bij 3, gestippeld: alarm bij 5</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Dekking</translation>
    </message>
    <message>
        <source>observed on {0} of {1} days; days in UTC, hatched = not observed, not zero</source>
        <translation>waargenomen op {0} van {1} dagen; dagen in UTC, gearceerd = niet waargenomen, niet nul</translation>
    </message>
    <message>
        <source>share of the sources that answered</source>
        <translation>deel van de bronnen dat antwoordde</translation>
    </message>
    <message>
        <source>{0}: {1} stories</source>
        <translation>{0}: {1} verhalen</translation>
    </message>
    <message>
        <source>{0}: not observed</source>
        <translation>{0}: niet waargenomen</translation>
    </message>
    <message>
        <source>expected {0}, up to {1}</source>
        <translation>verwacht {0}, tot {1}</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>{0} stories on {1} of {2} days, {3} to {4} (UTC); {5} unusual days. </source>
        <translation>{0} verhalen op {1} van {2} dagen, {3} tot en met {4} (UTC); {5} ongewone dagen. </translation>
    </message>
    <message>
        <source>Nothing was seen yet</source>
        <translation>Er is nog niets gezien</translation>
    </message>
    <message>
        <source>The counts could not be read</source>
        <translation>De tellingen konden niet worden gelezen</translation>
    </message>
    <message>
        <source>Past year</source>
        <translation>Afgelopen jaar</translation>
    </message>
    <message>
        <source>{0}+ a day</source>
        <translation>{0}+ per dag</translation>
    </message>
    <message>
        <source>Strongest movers</source>
        <translation>Grootste bewegingen</translation>
    </message>
    <message>
        <source>last 7 days against the 8 weeks before</source>
        <translation>laatste 7 dagen tegen de 8 weken ervoor</translation>
    </message>
    <message>
        <source>No good has moved out of its usual range this week.</source>
        <translation>Geen goed is deze week buiten zijn gewone gebied gekomen.</translation>
    </message>
    <message>
        <source>{0} stories, {1} expected</source>
        <translation>{0} verhalen, {1} verwacht</translation>
    </message>
    <message>
        <source>stories</source>
        <translation>verhalen</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>verwacht</translation>
    </message>
    <message>
        <source>by chance</source>
        <translation>bij toeval</translation>
    </message>
    <message>
        <source>{0} to {1}</source>
        <translation>{0} t/m {1}</translation>
    </message>
    <message>
        <source>No story of these days is kept.</source>
        <translation>Van deze dagen is geen verhaal bewaard.</translation>
    </message>
    <message>
        <source>Nobody was watching on these days. That is not a quiet day.</source>
        <translation>Op deze dagen keek niemand. Dat is geen rustige dag.</translation>
    </message>
    <message>
        <source>{0} more in the list</source>
        <translation>{0} meer in de lijst</translation>
    </message>
    <message>
        <source>Show in All items</source>
        <translation>In Alle berichten tonen</translation>
    </message>
    <message>
        <source>All stories</source>
        <translation>Alle verhalen</translation>
    </message>
    <message>
        <source>OSAwatch, drawn {0} UTC</source>
        <translation>OSAwatch, getekend {0} UTC</translation>
    </message>
    <message>
        <source>Observed on {0} of {1} days. Hatched days were not observed.</source>
        <translation>Waargenomen op {0} van {1} dagen. Gearceerde dagen zijn niet waargenomen.</translation>
    </message>
    <message>
        <source>Upper</source>
        <translation>Bovengrens</translation>
    </message>
    <message>
        <source>p</source>
        <translation>p</translation>
    </message>
    <message>
        <source>1 publisher</source>
        <translation>1 uitgever</translation>
    </message>
    <message>
        <source>{0} publishers</source>
        <translation>{0} uitgevers</translation>
    </message>
    <message>
        <source>official</source>
        <translation>officieel</translation>
    </message>
    <message>
        <source>{0}, {1}: by chance {2}</source>
        <translation>{0}, {1}: bij toeval {2}</translation>
    </message>
    <message>
        <source>Drawing (SVG)</source>
        <translation>Tekening (SVG)</translation>
    </message>
    <message>
        <source>1 in {0}</source>
        <translation>1 op {0}</translation>
    </message>
    <message>
        <source>&lt; 1 in {0}</source>
        <translation>&lt; 1 op {0}</translation>
    </message>
    <message>
        <source>Arrow keys choose a day, Shift widens the choice, Return opens a note.</source>
        <translation>Pijltoetsen kiezen een dag, Shift verbreedt de keuze, Enter opent een notitie.</translation>
    </message>
    <message>
        <source>Click the line: the measure.</source>
        <translation>Klik op de lijn: de maatregel.</translation>
    </message>
    <message>
        <source>{0}, {1}</source>
        <translation>{0}, {1}</translation>
    </message>
    <message>
        <source>Menu, Poll now asks the sources. A day after the first poll there is something to count.</source>
        <translation>Menu, Nu ophalen bevraagt de bronnen. Een dag na de eerste keer valt er iets te tellen.</translation>
    </message>
    <message>
        <source>Over all {0} series about {1} false alerts a week are to be expected. In 90 days told bursts: {2}, called false: {3}.</source>
        <translation>Over alle {0} reeksen zijn ongeveer {1} valse waarschuwingen per week te verwachten. In 90 dagen gemelde uitschieters: {2}, vals genoemd: {3}.</translation>
    </message>
    <message>
        <source>Bursts and movers</source>
        <translation>Uitschieters en bewegingen</translation>
    </message>
    <message>
        <source>bursts of 90 days, then the week&apos;s strongest movers</source>
        <translation>uitschieters van 90 dagen, dan de grootste bewegingen van de week</translation>
    </message>
</context>
<context>
    <name>triage</name>
    <message>
        <source>Next story</source>
        <translation>Volgend verhaal</translation>
    </message>
    <message>
        <source>Previous story</source>
        <translation>Vorig verhaal</translation>
    </message>
    <message>
        <source>Read on, then the next story</source>
        <translation>Verder lezen, dan het volgende verhaal</translation>
    </message>
    <message>
        <source>Relevant</source>
        <translation>Relevant</translation>
    </message>
    <message>
        <source>Relevant, with its outcome</source>
        <translation>Relevant, met wat ervan kwam</translation>
    </message>
    <message>
        <source>Files of the story</source>
        <translation>Bestanden van het verhaal</translation>
    </message>
    <message>
        <source>What is hit if it stops</source>
        <translation>Wat geraakt wordt als het stopt</translation>
    </message>
    <message>
        <source>Copy a citation of the source</source>
        <translation>Een bronvermelding kopiëren</translation>
    </message>
    <message>
        <source>Copy the whole story as text</source>
        <translation>Het hele verhaal als tekst kopiëren</translation>
    </message>
    <message>
        <source>Print the story, or save it as PDF</source>
        <translation>Het verhaal afdrukken of als PDF bewaren</translation>
    </message>
    <message>
        <source>Newest first, or worst first</source>
        <translation>Nieuwste of ernstigste eerst</translation>
    </message>
    <message>
        <source>Story copied</source>
        <translation>Verhaal gekopieerd</translation>
    </message>
    <message>
        <source>Saved: {0}</source>
        <translation>Bewaard: {0}</translation>
    </message>
    <message>
        <source>Marked relevant: {0}</source>
        <translation>Als relevant gemerkt: {0}</translation>
    </message>
    <message>
        <source>Citation copied</source>
        <translation>Bronvermelding gekopieerd</translation>
    </message>
    <message>
        <source>Forwarded to whom? (may stay empty)</source>
        <translation>Naar wie doorgestuurd? (mag leeg blijven)</translation>
    </message>
    <message>
        <source>Not relevant, then the reason</source>
        <translation>Niet relevant, dan de reden</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Uitstellen</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Toewijzen</translation>
    </message>
    <message>
        <source>Take in hand</source>
        <translation>In behandeling nemen</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Put the chosen stories together</source>
        <translation>De gekozen verhalen samenvoegen</translation>
    </message>
    <message>
        <source>Take apart what was put together</source>
        <translation>Weer uit elkaar halen</translation>
    </message>
    <message>
        <source>Choose it as well (with Shift and arrows too)</source>
        <translation>Ook kiezen (ook met Shift en pijltjes)</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Heropenen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notitie</translation>
    </message>
    <message>
        <source>Set the score by hand</source>
        <translation>Score met de hand zetten</translation>
    </message>
    <message>
        <source>One report was wrong, or was not after all</source>
        <translation>Eén bericht klopte niet, of bij nader inzien wel</translation>
    </message>
    <message>
        <source>What was wrong in it?</source>
        <translation>Wat klopte er niet?</translation>
    </message>
    <message>
        <source>Called wrong; Sources proposes a lower grade for its source</source>
        <translation>Als onjuist gemerkt; Bronnen stelt een lager cijfer voor zijn bron voor</translation>
    </message>
    <message>
        <source>Not wrong after all</source>
        <translation>Klopte toch wel</translation>
    </message>
    <message>
        <source>Score set: {0}</source>
        <translation>Score gezet: {0}</translation>
    </message>
    <message>
        <source>Computed score again</source>
        <translation>Weer de berekende score</translation>
    </message>
    <message>
        <source>Add to a case</source>
        <translation>Aan een dossier toevoegen</translation>
    </message>
    <message>
        <source>Write a paper about it</source>
        <translation>Er een stuk over schrijven</translation>
    </message>
    <message>
        <source>Rule too wide: close, and narrow the rule</source>
        <translation>Regel te ruim: afsluiten en de regel nauwer maken</translation>
    </message>
    <message>
        <source>Rule too wide: close, and leave the rule</source>
        <translation>Regel te ruim: afsluiten en de regel laten staan</translation>
    </message>
    <message>
        <source>Watch the picked words, or others</source>
        <translation>De gekozen woorden volgen, of andere</translation>
    </message>
    <message>
        <source>Which words should be watched?</source>
        <translation>Welke woorden moeten worden gevolgd?</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Terugnemen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Zoeken</translation>
    </message>
    <message>
        <source>Open the source</source>
        <translation>De bron openen</translation>
    </message>
    <message>
        <source>Marked relevant; P says what came of it</source>
        <translation>Als relevant gemerkt; P zegt wat ervan kwam</translation>
    </message>
    <message>
        <source>Marked not relevant: {0}</source>
        <translation>Als niet relevant gemerkt: {0}</translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation>Uitgesteld</translation>
    </message>
    <message>
        <source>Assigned to {0}</source>
        <translation>Toegewezen aan {0}</translation>
    </message>
    <message>
        <source>Taken in hand</source>
        <translation>In behandeling genomen</translation>
    </message>
    <message>
        <source>Reopened</source>
        <translation>Heropend</translation>
    </message>
    <message>
        <source>In the case: {0}</source>
        <translation>In het dossier: {0}</translation>
    </message>
    <message>
        <source>New case…</source>
        <translation>Nieuw dossier…</translation>
    </message>
    <message>
        <source>What is the matter?</source>
        <translation>Waar gaat het over?</translation>
    </message>
    <message>
        <source>Note kept</source>
        <translation>Notitie bewaard</translation>
    </message>
    <message>
        <source>Tagged {0}</source>
        <translation>Label {0} toegevoegd</translation>
    </message>
    <message>
        <source>Tag {0} taken off</source>
        <translation>Label {0} weggehaald</translation>
    </message>
    <message>
        <source>Put together</source>
        <translation>Samengevoegd</translation>
    </message>
    <message>
        <source>Taken apart</source>
        <translation>Uit elkaar gehaald</translation>
    </message>
    <message>
        <source>{0}: {1} stories</source>
        <translation>{0}: {1} verhalen</translation>
    </message>
    <message>
        <source>Choose two or more stories first: X, or Shift and arrows</source>
        <translation>Kies eerst twee of meer verhalen: X, of Shift en pijltjes</translation>
    </message>
    <message>
        <source>Tag (with - before it: take it off)</source>
        <translation>Label (met - ervoor: weghalen)</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Teruggenomen</translation>
    </message>
    <message>
        <source>Another story has come under the cursor; nothing was done</source>
        <translation>Er staat nu een ander verhaal onder de cursor; er is niets gedaan</translation>
    </message>
    <message>
        <source>There is nothing to take back</source>
        <translation>Er is niets om terug te nemen</translation>
    </message>
    <message>
        <source>until tomorrow</source>
        <translation>tot morgen</translation>
    </message>
    <message>
        <source>for a week</source>
        <translation>een week</translation>
    </message>
    <message>
        <source>until a day…</source>
        <translation>tot een dag…</translation>
    </message>
    <message>
        <source>Not relevant</source>
        <translation>Niet relevant</translation>
    </message>
    <message>
        <source>Assign to</source>
        <translation>Toewijzen aan</translation>
    </message>
    <message>
        <source>{0} (function)</source>
        <translation>{0} (functie)</translation>
    </message>
    <message>
        <source>{0} (post)</source>
        <translation>{0} (post)</translation>
    </message>
    <message>
        <source>{0}</source>
        <translation>{0}</translation>
    </message>
    <message>
        <source>Another name…</source>
        <translation>Een andere naam…</translation>
    </message>
    <message>
        <source>This opens {0} in your browser, outside OSAwatch.</source>
        <translation>Dit opent {0} in uw browser, buiten OSAwatch.</translation>
    </message>
    <message>
        <source>Links are not opened here: the policy {0} says so</source>
        <translation>Koppelingen worden hier niet geopend: zo bepaalt het beleid {0}</translation>
    </message>
    <message>
        <source>This item has no address that can be opened</source>
        <translation>Dit bericht heeft geen adres dat geopend kan worden</translation>
    </message>
</context>
<context>
    <name>vault</name>
    <message>
        <source>OSAwatch is locked</source>
        <translation>OSAwatch is vergrendeld</translation>
    </message>
    <message>
        <source>This profile is encrypted. It opens for: {0}</source>
        <translation>Dit profiel is versleuteld. Het opent voor: {0}</translation>
    </message>
    <message>
        <source>Passphrase or recovery code</source>
        <translation>Wachtwoordzin of herstelcode</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Openen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Afsluiten</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Openen…</translation>
    </message>
    <message>
        <source>That does not open it. {0}</source>
        <translation>Dat opent het niet. {0}</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Vergrendelen</translation>
    </message>
    <message>
        <source>Switch user…</source>
        <translation>Gebruiker wisselen…</translation>
    </message>
    <message>
        <source>There are changes that are not saved. Leave them?</source>
        <translation>Er zijn wijzigingen die niet bewaard zijn. Laten vallen?</translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation>niet versleuteld</translation>
    </message>
    <message>
        <source>Encrypt this profile…</source>
        <translation>Dit profiel versleutelen…</translation>
    </message>
    <message>
        <source>All of it is encrypted with a key that your passphrase opens. It takes at least 12 characters. Without passphrase and recovery code nobody can open it again.</source>
        <translation>Alles wordt versleuteld met een sleutel die uw wachtwoordzin opent. Die heeft minstens 12 tekens. Zonder wachtwoordzin en herstelcode kan niemand het nog openen.</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>Nog eens hetzelfde</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>De twee zijn niet gelijk.</translation>
    </message>
    <message>
        <source>Encrypt</source>
        <translation>Versleutelen</translation>
    </message>
    <message>
        <source>Encrypting…</source>
        <translation>Versleutelen…</translation>
    </message>
    <message>
        <source>Making it plain…</source>
        <translation>Wordt ontsleuteld…</translation>
    </message>
    <message>
        <source>Then the window opens anew. If this is interrupted, the next start goes on or takes it back; nothing is lost.</source>
        <translation>Daarna gaat het venster opnieuw open. Wordt dit onderbroken, dan maakt de volgende start het af of draait het terug; er gaat niets verloren.</translation>
    </message>
    <message>
        <source>Write this recovery code down and keep it apart from the laptop:</source>
        <translation>Schrijf deze herstelcode op en bewaar haar apart van de laptop:</translation>
    </message>
    <message>
        <source>I have written it down</source>
        <translation>Ik heb haar opgeschreven</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Users and passphrase…</source>
        <translation>Gebruikers en wachtwoordzin…</translation>
    </message>
    <message>
        <source>Whoever is in this list opens the profile. Each way in bears the name that what is done through it is written under.</source>
        <translation>Wie in deze lijst staat, opent het profiel. Elke toegang draagt de naam waaronder wordt opgeschreven wat ermee gedaan wordt.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Opens with</source>
        <translation>Opent met</translation>
    </message>
    <message>
        <source>passphrase</source>
        <translation>wachtwoordzin</translation>
    </message>
    <message>
        <source>recovery code on paper</source>
        <translation>herstelcode op papier</translation>
    </message>
    <message>
        <source>keyring of this desktop</source>
        <translation>sleutelbos van deze werkplek</translation>
    </message>
    <message>
        <source>headquarters&apos; key (escrow)</source>
        <translation>sleutel van het hoofdkantoor (escrow)</translation>
    </message>
    <message>
        <source>Your passphrase</source>
        <translation>Uw wachtwoordzin</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Nieuwe wachtwoordzin</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>Bezig…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Your passphrase is needed.</source>
        <translation>Uw wachtwoordzin is nodig.</translation>
    </message>
    <message>
        <source>A name is needed.</source>
        <translation>Een naam is nodig.</translation>
    </message>
    <message>
        <source>A new passphrase takes at least {0} characters.</source>
        <translation>Een nieuwe wachtwoordzin heeft minstens {0} tekens.</translation>
    </message>
    <message>
        <source>That passphrase does not open this profile.</source>
        <translation>Die wachtwoordzin opent dit profiel niet.</translation>
    </message>
    <message>
        <source>Add a user…</source>
        <translation>Gebruiker toevoegen…</translation>
    </message>
    <message>
        <source>Your own passphrase first; then the colleague types a name and a passphrase of their own.</source>
        <translation>Eerst uw eigen wachtwoordzin; daarna typt de collega een naam en een eigen wachtwoordzin.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Toevoegen</translation>
    </message>
    <message>
        <source>Change my passphrase…</source>
        <translation>Mijn wachtwoordzin wijzigen…</translation>
    </message>
    <message>
        <source>The old one opens nothing any more. Nothing is encrypted anew, so it is quick.</source>
        <translation>De oude opent niets meer. Er wordt niets opnieuw versleuteld, dus het gaat snel.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Wijzigen</translation>
    </message>
    <message>
        <source>New recovery code…</source>
        <translation>Nieuwe herstelcode…</translation>
    </message>
    <message>
        <source>A code is shown once, to write down. One that was made before opens nothing then.</source>
        <translation>Een code wordt één keer getoond, om op te schrijven. Een eerdere opent dan niets meer.</translation>
    </message>
    <message>
        <source>Make a code</source>
        <translation>Code maken</translation>
    </message>
    <message>
        <source>Open by keyring…</source>
        <translation>Openen met sleutelbos…</translation>
    </message>
    <message>
        <source>Whoever is signed in to this desktop then opens the profile without a passphrase, under this name. Leave it out where that is too little.</source>
        <translation>Wie op deze werkplek is aangemeld, opent het profiel dan zonder wachtwoordzin, onder deze naam. Laat dit weg waar dat te weinig is.</translation>
    </message>
    <message>
        <source>Headquarters&apos; key…</source>
        <translation>Sleutel van het hoofdkantoor…</translation>
    </message>
    <message>
        <source>Whoever holds the key that belongs to this address can open a copy of the profile when passphrase and code are lost.</source>
        <translation>Wie de sleutel bij dit adres heeft, kan het profiel openen als wachtwoordzin en code verloren zijn.</translation>
    </message>
    <message>
        <source>Address of headquarters&apos; key (age1…)</source>
        <translation>Adres van de sleutel van het hoofdkantoor (age1…)</translation>
    </message>
    <message>
        <source>The address of the key is needed.</source>
        <translation>Het adres van de sleutel is nodig.</translation>
    </message>
    <message>
        <source>Take out…</source>
        <translation>Verwijderen…</translation>
    </message>
    <message>
        <source>{0} can open this profile no more. Past decisions keep the name.</source>
        <translation>{0} kan dit profiel niet meer openen. Eerdere besluiten houden de naam.</translation>
    </message>
    <message>
        <source>The recovery code opens nothing any more: a lost passphrase is then lost for good.</source>
        <translation>De herstelcode opent niets meer: een verloren wachtwoordzin is dan voorgoed verloren.</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Verwijderen</translation>
    </message>
    <message>
        <source>The last way in stays: nobody could open the profile.</source>
        <translation>De laatste toegang blijft: niemand zou het profiel kunnen openen.</translation>
    </message>
    <message>
        <source>Back to plain…</source>
        <translation>Niet meer versleutelen…</translation>
    </message>
    <message>
        <source>All of this profile is written to the disk unencrypted, and whoever has the laptop can read it. All ways in and the recovery code go. The window closes, which may take some minutes, and opens anew; when it is interrupted, the next start goes on or takes it back.</source>
        <translation>Heel dit profiel komt onversleuteld op de schijf, en wie de laptop heeft kan het lezen. Alle toegangen en de herstelcode vervallen. Het venster sluit, wat enkele minuten kan duren, en gaat opnieuw open; wordt het onderbroken, dan maakt de volgende start het af of draait het terug.</translation>
    </message>
    <message>
        <source>Make it plain</source>
        <translation>Ontsleutelen</translation>
    </message>
    <message>
        <source>The policy {0} lets no profile be plain.</source>
        <translation>Het beleid {0} staat geen onversleuteld profiel toe.</translation>
    </message>
    <message>
        <source>This profile is not encrypted: it has no users.</source>
        <translation>Dit profiel is niet versleuteld: het heeft geen gebruikers.</translation>
    </message>
    <message>
        <source>Choose a new passphrase</source>
        <translation>Kies een nieuwe wachtwoordzin</translation>
    </message>
    <message>
        <source>A recovery code opens a profile once. Say who you are and choose a new passphrase; then a new code is shown.</source>
        <translation>Een herstelcode opent een profiel één keer. Zeg wie u bent en kies een nieuwe wachtwoordzin; daarna wordt een nieuwe code getoond.</translation>
    </message>
    <message>
        <source>With a recovery code a new passphrase is needed. Nothing was changed.</source>
        <translation>Bij een herstelcode is een nieuwe wachtwoordzin nodig. Er is niets gewijzigd.</translation>
    </message>
    <message>
        <source>Typed before the lock, and not saved</source>
        <translation>Vóór de vergrendeling getypt, en niet bewaard</translation>
    </message>
    <message>
        <source>Nobody else is shown it. Copy what you need to where it belongs; until you remove it, it is shown each time you open the profile.</source>
        <translation>Niemand anders krijgt dit te zien. Kopieer wat u nodig hebt naar zijn plaats; tot u het verwijdert, wordt het getoond telkens als u het profiel opent.</translation>
    </message>
    <message>
        <source>What was typed before the lock cannot be read. {0}</source>
        <translation>Wat vóór de vergrendeling getypt is, kan niet gelezen worden. {0}</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Bewaren</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Verwijderen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopiëren</translation>
    </message>
</context>
<context>
    <name>watchlist</name>
    <message>
        <source>Watchlist</source>
        <translation>Volglijst</translation>
    </message>
    <message>
        <source>Name, id, word or sector</source>
        <translation>Naam, id, woord of sector</translation>
    </message>
    <message>
        <source>Which list</source>
        <translation>Welke lijst</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>Goederen</translation>
    </message>
    <message>
        <source>Companies</source>
        <translation>Bedrijven</translation>
    </message>
    <message>
        <source>Countries</source>
        <translation>Landen</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Groepen</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>Maatregelen</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Goed</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Bedrijf</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Group of countries</source>
        <translation>Groep landen</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Maatregel</translation>
    </message>
    <message>
        <source>Own and changed only</source>
        <translation>Alleen eigen en gewijzigd</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Inlezen…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporteren</translation>
    </message>
    <message>
        <source>Own entries…</source>
        <translation>Eigen vermeldingen…</translation>
    </message>
    <message>
        <source>All that is watched…</source>
        <translation>Alles wat wordt gevolgd…</translation>
    </message>
    <message>
        <source>New entry</source>
        <translation>Nieuwe vermelding</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Lijst</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Staat</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>Sector or group</source>
        <translation>Sector of groep</translation>
    </message>
    <message>
        <source>Suppliers</source>
        <translation>Toeleveranciers</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Woorden</translation>
    </message>
    <message>
        <source>Shipped</source>
        <translation>Meegeleverd</translation>
    </message>
    <message>
        <source>Own</source>
        <translation>Eigen</translation>
    </message>
    <message>
        <source>Changed here</source>
        <translation>Hier gewijzigd</translation>
    </message>
    <message>
        <source>Taken out</source>
        <translation>Uitgezet</translation>
    </message>
    <message>
        <source>A shipped entry. Change makes an entry of this post that stands in its place.</source>
        <translation>Een meegeleverde vermelding. Wijzigen maakt een vermelding van deze post die ervoor in de plaats komt.</translation>
    </message>
    <message>
        <source>An entry of this post.</source>
        <translation>Een vermelding van deze post.</translation>
    </message>
    <message>
        <source>This post&apos;s version of a shipped entry. Drop it, and the shipped one holds.</source>
        <translation>De versie van deze post van een meegeleverde vermelding. Verwijder haar en de meegeleverde geldt weer.</translation>
    </message>
    <message>
        <source>A shipped entry that this post has taken out.</source>
        <translation>Een meegeleverde vermelding die deze post heeft uitgezet.</translation>
    </message>
    <message>
        <source>A new entry of this post.</source>
        <translation>Een nieuwe vermelding van deze post.</translation>
    </message>
    <message>
        <source>Saved, it stands in the place of the shipped entry.</source>
        <translation>Eenmaal bewaard komt zij in de plaats van de meegeleverde vermelding.</translation>
    </message>
    <message>
        <source>No entry is chosen</source>
        <translation>Er is geen vermelding gekozen</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Wijzigen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Bewaren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>Verwijderen</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Uitzetten</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Terugzetten</translation>
    </message>
    <message>
        <source>Try on 30 days</source>
        <translation>Op 30 dagen proberen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>{0} saved: it holds from now on. Ctrl+Z takes it back.</source>
        <translation>{0} bewaard: het geldt vanaf nu. Ctrl+Z draait het terug.</translation>
    </message>
    <message>
        <source>{0} dropped. Ctrl+Z takes it back.</source>
        <translation>{0} verwijderd. Ctrl+Z draait het terug.</translation>
    </message>
    <message>
        <source>{0} taken out. Ctrl+Z takes it back.</source>
        <translation>{0} uitgezet. Ctrl+Z draait het terug.</translation>
    </message>
    <message>
        <source>{0} is watched again.</source>
        <translation>{0} wordt weer gevolgd.</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Teruggedraaid</translation>
    </message>
    <message>
        <source>There is nothing to take back</source>
        <translation>Er is niets om terug te draaien</translation>
    </message>
    <message>
        <source>Not done: {0}</source>
        <translation>Niet gedaan: {0}</translation>
    </message>
    <message>
        <source>There are changes that are not saved. Leave them?</source>
        <translation>Er zijn wijzigingen die niet bewaard zijn. Laten vallen?</translation>
    </message>
    <message>
        <source>{0} mistakes in the files of this post: {1}</source>
        <translation>{0} fouten in de bestanden van deze post: {1}</translation>
    </message>
    <message>
        <source>{0} of {1} entries</source>
        <translation>{0} van {1} vermeldingen</translation>
    </message>
    <message>
        <source>{0} entries written to {1}. Together they may be more sensitive than each alone.</source>
        <translation>{0} vermeldingen geschreven in {1}. Samen kunnen zij gevoeliger zijn dan elk apart.</translation>
    </message>
    <message>
        <source>Imported: {0} added, {1} changed, {2} dropped. Ctrl+Z: undo.</source>
        <translation>Ingelezen: {0} toegevoegd, {1} gewijzigd, {2} verwijderd. Ctrl+Z: ongedaan maken.</translation>
    </message>
    <message>
        <source>On the last 30 days</source>
        <translation>Op de laatste 30 dagen</translation>
    </message>
    <message>
        <source>What would it raise? It is tried when you stop typing.</source>
        <translation>Wat zou het oproepen? Het wordt geprobeerd zodra u stopt met typen.</translation>
    </message>
    <message>
        <source>Trying… {0} of {1} items</source>
        <translation>Proberen… {0} van {1} berichten</translation>
    </message>
    <message>
        <source>Trying…</source>
        <translation>Proberen…</translation>
    </message>
    <message>
        <source>Stopped: nothing is known of this text.</source>
        <translation>Gestopt: van deze tekst is niets bekend.</translation>
    </message>
    <message>
        <source>It would change no alert.</source>
        <translation>Het zou geen waarschuwing veranderen.</translation>
    </message>
    <message>
        <source>It would add {0} alerts a week ({1} in all).</source>
        <translation>Het zou {0} waarschuwingen per week toevoegen ({1} in totaal).</translation>
    </message>
    <message>
        <source>It would take away {0} alerts.</source>
        <translation>Het zou {0} waarschuwingen wegnemen.</translation>
    </message>
    <message>
        <source>{0} items looked at, {1} hold one of its words.</source>
        <translation>{0} berichten bekeken, in {1} staat een van de woorden.</translation>
    </message>
    <message>
        <source>No items of the last 30 days are stored: nothing is known.</source>
        <translation>Er zijn geen berichten van de laatste 30 dagen bewaard: er is niets bekend.</translation>
    </message>
    <message>
        <source>+ {0}, {1}: {2}</source>
        <translation>+ {0}, {1}: {2}</translation>
    </message>
    <message>
        <source>− {0}, {1}: {2}</source>
        <translation>− {0}, {1}: {2}</translation>
    </message>
    <message>
        <source>What {0} would change</source>
        <translation>Wat {0} zou veranderen</translation>
    </message>
    <message>
        <source>{0} added, {1} changed, {2} dropped, {3} as they are, {4} refused</source>
        <translation>{0} toegevoegd, {1} gewijzigd, {2} verwijderd, {3} ongewijzigd, {4} geweigerd</translation>
    </message>
    <message>
        <source>This file is the whole list: drop own entries that it lacks</source>
        <translation>Dit bestand is de hele lijst: verwijder eigen vermeldingen die erin ontbreken</translation>
    </message>
    <message>
        <source>Nothing is dropped while parts of the file are not understood.</source>
        <translation>Er wordt niets verwijderd zolang delen van het bestand niet worden begrepen.</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Toepassen</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Wat</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Vermelding</translation>
    </message>
    <message>
        <source>Fields, or why not</source>
        <translation>Velden, of waarom niet</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Toegevoegd</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Gewijzigd</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Verwijderd</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Geweigerd</translation>
    </message>
    <message>
        <source>A new good</source>
        <translation>Een nieuw goed</translation>
    </message>
    <message>
        <source>A new company</source>
        <translation>Een nieuw bedrijf</translation>
    </message>
    <message>
        <source>One more word for {0}</source>
        <translation>Nog een woord voor {0}</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>small letters, digits and -</source>
        <translation>kleine letters, cijfers en -</translation>
    </message>
    <message>
        <source>Country code</source>
        <translation>Landcode</translation>
    </message>
    <message>
        <source>NL</source>
        <translation>NL</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>en: gallium</source>
        <translation>en: gallium</translation>
    </message>
    <message>
        <source>Words that name it, by language</source>
        <translation>Woorden die het noemen, per taal</translation>
    </message>
    <message>
        <source>en: gallium, gallium metal</source>
        <translation>en: gallium, gallium metal</translation>
    </message>
    <message>
        <source>Words that count only beside others</source>
        <translation>Woorden die alleen naast andere tellen</translation>
    </message>
    <message>
        <source>pl: {text: gal, match: word}</source>
        <translation>pl: {text: gal, match: word}</translation>
    </message>
    <message>
        <source>Not when it says</source>
        <translation>Niet als er staat</translation>
    </message>
    <message>
        <source>en: gallium scan</source>
        <translation>en: gallium scan</translation>
    </message>
    <message>
        <source>Customs codes</source>
        <translation>Douanecodes</translation>
    </message>
    <message>
        <source>81129289</source>
        <translation>81129289</translation>
    </message>
    <message>
        <source>CN; 71 %; eu-sourcing; source; 2016-2020; processing</source>
        <translation>CN; 71 %; eu-sourcing; bron; 2016-2020; processing</translation>
    </message>
    <message>
        <source>Stocks</source>
        <translation>Voorraden</translation>
    </message>
    <message>
        <source>Source of the stocks</source>
        <translation>Bron van de voorraden</translation>
    </message>
    <message>
        <source>Ministry</source>
        <translation>Ministerie</translation>
    </message>
    <message>
        <source>EZK</source>
        <translation>EZK</translation>
    </message>
    <message>
        <source>Other ministries</source>
        <translation>Andere ministeries</translation>
    </message>
    <message>
        <source>DEF, BHO</source>
        <translation>DEF, BHO</translation>
    </message>
    <message>
        <source>A notifies, B comes to the inbox, C counts for trends</source>
        <translation>A geeft een melding, B komt in het postvak, C telt voor trends</translation>
    </message>
    <message>
        <source>Sector</source>
        <translation>Sector</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>material, product, medicine</source>
        <translation>material, product, medicine</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Stadium</translation>
    </message>
    <message>
        <source>Goods it makes</source>
        <translation>Goederen die het maakt</translation>
    </message>
    <message>
        <source>gallium, germanium</source>
        <translation>gallium, germanium</translation>
    </message>
    <message>
        <source>Identifiers</source>
        <translation>Kenmerken</translation>
    </message>
    <message>
        <source>lei: 724500…</source>
        <translation>lei: 724500…</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Bron</translation>
    </message>
    <message>
        <source>Other names</source>
        <translation>Andere namen</translation>
    </message>
    <message>
        <source>en: Holland</source>
        <translation>en: Holland</translation>
    </message>
    <message>
        <source>Of its people</source>
        <translation>Van het volk</translation>
    </message>
    <message>
        <source>en: Dutch</source>
        <translation>en: Dutch</translation>
    </message>
    <message>
        <source>Capital</source>
        <translation>Hoofdstad</translation>
    </message>
    <message>
        <source>en: The Hague</source>
        <translation>en: The Hague</translation>
    </message>
    <message>
        <source>Its authorities</source>
        <translation>De autoriteiten</translation>
    </message>
    <message>
        <source>zh: 商务部</source>
        <translation>zh: 商务部</translation>
    </message>
    <message>
        <source>Its name means other things too</source>
        <translation>De naam betekent ook iets anders</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>yes of no</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Leden</translation>
    </message>
    <message>
        <source>NL, BE, LU</source>
        <translation>NL, BE, LU</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Groep</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richting</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Ernst</translation>
    </message>
    <message>
        <source>0 to 1</source>
        <translation>0 tot 1</translation>
    </message>
    <message>
        <source>is no column of a watchlist</source>
        <translation>is geen kolom van een volglijst</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>ontbreekt</translation>
    </message>
    <message>
        <source>holds what is no entry: that is left out</source>
        <translation>bevat wat geen vermelding is: dat wordt weggelaten</translation>
    </message>
    <message>
        <source>is no part of a watchlist that is taken in here</source>
        <translation>is geen deel van een volglijst dat hier wordt ingelezen</translation>
    </message>
    <message>
        <source>«{0}» is none of {1}</source>
        <translation>«{0}» is geen van {1}</translation>
    </message>
</context>
<context>
    <name>whole</name>
    <message>
        <source>{0}, score {1}, {2}</source>
        <translation>{0}, score {1}, {2}</translation>
    </message>
    <message>
        <source>As of {0}</source>
        <translation>Stand van {0}</translation>
    </message>
    <message>
        <source>Tags: {0}</source>
        <translation>Labels: {0}</translation>
    </message>
    <message>
        <source>{0} ({1}, rule: {2})</source>
        <translation>{0} ({1}, regel: {2})</translation>
    </message>
    <message>
        <source>{0}: {1} ({2})</source>
        <translation>{0}: {1} ({2})</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>{0} ({1})</source>
        <translation>{0} ({1})</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Berichten</translation>
    </message>
    <message>
        <source>official</source>
        <translation>officieel</translation>
    </message>
    <message>
        <source>Save the story</source>
        <translation>Het verhaal bewaren</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>Official</source>
        <translation>Officieel</translation>
    </message>
    <message>
        <source>{0} +{1}</source>
        <translation>{0} +{1}</translation>
    </message>
    <message>
        <source>forwarded to {0}</source>
        <translation>doorgestuurd naar {0}</translation>
    </message>
    <message>
        <source>relevant</source>
        <translation>relevant</translation>
    </message>
    <message>
        <source>not relevant</source>
        <translation>niet relevant</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Ter info</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Laag</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Midden</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoog</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>Kritiek</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nieuw</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Gezien</translation>
    </message>
    <message>
        <source>In hand</source>
        <translation>In behandeling</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Gesloten</translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation>Uitgesteld</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Verlopen</translation>
    </message>
    <message>
        <source>rumour</source>
        <translation>gerucht</translation>
    </message>
    <message>
        <source>considered</source>
        <translation>overwogen</translation>
    </message>
    <message>
        <source>proposed</source>
        <translation>voorgesteld</translation>
    </message>
    <message>
        <source>adopted</source>
        <translation>aangenomen</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>van kracht</translation>
    </message>
    <message>
        <source>suspended</source>
        <translation>opgeschort</translation>
    </message>
    <message>
        <source>lifted</source>
        <translation>ingetrokken</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>verlopen</translation>
    </message>
    <message>
        <source>News</source>
        <translation>Nieuws</translation>
    </message>
    <message>
        <source>Official gazette</source>
        <translation>Staatsblad</translation>
    </message>
    <message>
        <source>Export restrictions</source>
        <translation>Uitvoerbeperkingen</translation>
    </message>
    <message>
        <source>Sanctions news</source>
        <translation>Sanctienieuws</translation>
    </message>
    <message>
        <source>Trade data</source>
        <translation>Handelscijfers</translation>
    </message>
    <message>
        <source>Sanctions lists</source>
        <translation>Sanctielijsten</translation>
    </message>
    <message>
        <source>Reports of posts</source>
        <translation>Berichten van posten</translation>
    </message>
    <message>
        <source>Old news</source>
        <translation>Oud nieuws</translation>
    </message>
    <message>
        <source>Wrong good</source>
        <translation>Verkeerd goed</translation>
    </message>
    <message>
        <source>Wrong country</source>
        <translation>Verkeerd land</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Dubbel</translation>
    </message>
    <message>
        <source>Rule too wide</source>
        <translation>Regel te ruim</translation>
    </message>
    <message>
        <source>Known already</source>
        <translation>Al bekend</translation>
    </message>
    <message>
        <source>Not our desk</source>
        <translation>Niet onze desk</translation>
    </message>
    <message>
        <source>The measure has ended</source>
        <translation>De maatregel is voorbij</translation>
    </message>
    <message>
        <source>It was wrong</source>
        <translation>Het klopte niet</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>Gerapporteerd</translation>
    </message>
    <message>
        <source>Forwarded</source>
        <translation>Doorgestuurd</translation>
    </message>
    <message>
        <source>No action</source>
        <translation>Geen actie</translation>
    </message>
    <message>
        <source>No reason given</source>
        <translation>Geen reden gegeven</translation>
    </message>
    <message>
        <source>imposing</source>
        <translation>oplegger</translation>
    </message>
    <message>
        <source>supplier</source>
        <translation>toeleverancier</translation>
    </message>
    <message>
        <source>affected</source>
        <translation>geraakt</translation>
    </message>
    <message>
        <source>transit</source>
        <translation>doorvoer</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Van mij</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation>Proef</translation>
    </message>
    <message>
        <source>Suppressed</source>
        <translation>Onderdrukt</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>Arabisch</translation>
    </message>
    <message>
        <source>German</source>
        <translation>Duits</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Engels</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>Spaans</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Frans</translation>
    </message>
    <message>
        <source>Indonesian</source>
        <translation>Indonesisch</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>Japans</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>Koreaans</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>Nederlands</translation>
    </message>
    <message>
        <source>Polish</source>
        <translation>Pools</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>Portugees</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>Russisch</translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation>Turks</translation>
    </message>
    <message>
        <source>Ukrainian</source>
        <translation>Oekraïens</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>Chinees</translation>
    </message>
    <message>
        <source>Raised</source>
        <translation>Gegeven</translation>
    </message>
    <message>
        <source>Another item joined</source>
        <translation>Nog een bericht erbij</translation>
    </message>
    <message>
        <source>Taken in hand</source>
        <translation>In behandeling genomen</translation>
    </message>
    <message>
        <source>Assigned</source>
        <translation>Toegewezen</translation>
    </message>
    <message>
        <source>Reopened</source>
        <translation>Heropend</translation>
    </message>
    <message>
        <source>Speaks again</source>
        <translation>Spreekt opnieuw</translation>
    </message>
    <message>
        <source>Snooze ended</source>
        <translation>Uitstel voorbij</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notitie</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>Samengevoegd</translation>
    </message>
    <message>
        <source>Taken apart</source>
        <translation>Uit elkaar gehaald</translation>
    </message>
    <message>
        <source>Score set by hand</source>
        <translation>Score met de hand gezet</translation>
    </message>
    <message>
        <source>Report called wrong</source>
        <translation>Bericht als onjuist gemerkt</translation>
    </message>
    <message>
        <source>Reopened by news</source>
        <translation>Heropend door nieuws</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Ongedaan gemaakt</translation>
    </message>
    <message>
        <source>Folded into an older alert</source>
        <translation>Opgegaan in een oudere waarschuwing</translation>
    </message>
    <message>
        <source>until a new publisher</source>
        <translation>tot een nieuwe uitgever</translation>
    </message>
    <message>
        <source>until an official source</source>
        <translation>tot een officiële bron</translation>
    </message>
    <message>
        <source>until a higher level</source>
        <translation>tot een hoger niveau</translation>
    </message>
    <message>
        <source>good</source>
        <translation>goed</translation>
    </message>
    <message>
        <source>country</source>
        <translation>land</translation>
    </message>
    <message>
        <source>measure</source>
        <translation>maatregel</translation>
    </message>
    <message>
        <source>company</source>
        <translation>bedrijf</translation>
    </message>
    <message>
        <source>look back</source>
        <translation>terugblik</translation>
    </message>
    <message>
        <source>market talk</source>
        <translation>beurspraat</translation>
    </message>
    <message>
        <source>routine news</source>
        <translation>routinebericht</translation>
    </message>
    <message>
        <source>a licence granted</source>
        <translation>een verleende vergunning</translation>
    </message>
    <message>
        <source>who is hit</source>
        <translation>wie geraakt wordt</translation>
    </message>
    <message>
        <source>effect</source>
        <translation>gevolg</translation>
    </message>
    <message>
        <source>a measure eased</source>
        <translation>een versoepelde maatregel</translation>
    </message>
    <message>
        <source>not {0}</source>
        <translation>niet {0}</translation>
    </message>
    <message>
        <source>Trends only: the good is of tier C</source>
        <translation>Alleen trends: het goed is van categorie C</translation>
    </message>
    <message>
        <source>An exception of the rule</source>
        <translation>Een uitzondering van de regel</translation>
    </message>
    <message>
        <source>Another rule speaks for it</source>
        <translation>Een andere regel spreekt ervoor</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} min</translation>
    </message>
    <message>
        <source>{0} h</source>
        <translation>{0} u</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gisteren</translation>
    </message>
    <message>
        <source>{0} d</source>
        <translation>{0} d</translation>
    </message>
    <message>
        <source>now</source>
        <translation>nu</translation>
    </message>
    <message>
        <source>{0} ({1} in The Hague)</source>
        <translation>{0} ({1} in Den Haag)</translation>
    </message>
</context>
<context>
    <name>world</name>
    <message>
        <source>Map of countries</source>
        <translation>Landenkaart</translation>
    </message>
    <message>
        <source>Highest open score</source>
        <translation>Hoogste open score</translation>
    </message>
    <message>
        <source>Alerts: imposing country</source>
        <translation>Waarschuwingen: opleggend land</translation>
    </message>
    <message>
        <source>Alerts: affected country</source>
        <translation>Waarschuwingen: geraakt land</translation>
    </message>
    <message>
        <source>Stories</source>
        <translation>Verhalen</translation>
    </message>
    <message>
        <source>What the colours count</source>
        <translation>Wat de kleuren tellen</translation>
    </message>
    <message>
        <source>no open alert</source>
        <translation>geen open waarschuwing</translation>
    </message>
    <message>
        <source>0</source>
        <translation>0</translation>
    </message>
    <message>
        <source>not covered</source>
        <translation>niet gedekt</translation>
    </message>
    <message>
        <source>border not settled</source>
        <translation>grens niet vastgesteld</translation>
    </message>
    <message>
        <source>{0} and more</source>
        <translation>{0} en meer</translation>
    </message>
    <message>
        <source>Highest open score: {0} ({1})</source>
        <translation>Hoogste open score: {0} ({1})</translation>
    </message>
    <message>
        <source>No open alert</source>
        <translation>Geen open waarschuwing</translation>
    </message>
    <message>
        <source>Stories with alerts, as the imposing country: {0}</source>
        <translation>Verhalen met waarschuwingen, als opleggend land: {0}</translation>
    </message>
    <message>
        <source>Stories with alerts, as an affected country: {0}</source>
        <translation>Verhalen met waarschuwingen, als geraakt land: {0}</translation>
    </message>
    <message>
        <source>Stories: {0}</source>
        <translation>Verhalen: {0}</translation>
    </message>
    <message>
        <source>Sources of this country that were asked: {0}</source>
        <translation>Bevraagde bronnen van dit land: {0}</translation>
    </message>
    <message>
        <source>Not covered: no source of this country was asked, and no other told of it.</source>
        <translation>Niet gedekt: geen bron van dit land is bevraagd, en geen andere berichtte erover.</translation>
    </message>
    <message>
        <source>Click: its stories. Double click: its days.</source>
        <translation>Klik: de verhalen. Dubbelklik: de dagen.</translation>
    </message>
    <message>
        <source>Belongs to no country on this map</source>
        <translation>Hoort op deze kaart bij geen land</translation>
    </message>
    <message>
        <source>Not on the map: {0}.</source>
        <translation>Niet op de kaart: {0}.</translation>
    </message>
    <message>
        <source>Observed on {0} of {1} days (UTC) by {2} sources of {3} countries. Hatched: no source of that country was asked and no other told of it; that is not a zero.</source>
        <translation>Waargenomen op {0} van {1} dagen (UTC) door {2} bronnen uit {3} landen. Gearceerd: geen bron van dat land is bevraagd en geen andere berichtte erover; dat is geen nul.</translation>
    </message>
    <message>
        <source>Borders as the UN and the EU draw them, without a position on any of them. Shapes: Natural Earth, through world-atlas. Areas are true.</source>
        <translation>Grenzen zoals VN en EU ze tekenen, zonder standpunt over welke dan ook. Vormen: Natural Earth, via world-atlas. Oppervlakten kloppen.</translation>
    </message>
    <message>
        <source>{0}, {1} to {2} (UTC). {3} countries with figures</source>
        <translation>{0}, {1} tot {2} (UTC). {3} landen met cijfers</translation>
    </message>
    <message>
        <source>Arrow keys walk from country to country, Return chooses, + and - zoom.</source>
        <translation>Pijltoetsen gaan van land naar land, Enter kiest, + en - zoomen.</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Alerts, imposing</source>
        <translation>Waarschuwingen, opleggend</translation>
    </message>
    <message>
        <source>Alerts, affected</source>
        <translation>Waarschuwingen, geraakt</translation>
    </message>
    <message>
        <source>Sources asked</source>
        <translation>Bevraagde bronnen</translation>
    </message>
    <message>
        <source>Covered</source>
        <translation>Gedekt</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Opmerking</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nee</translation>
    </message>
    <message>
        <source>With Crimea and Sevastopol (UN A/RES/68/262).</source>
        <translation>Met de Krim en Sebastopol (VN A/RES/68/262).</translation>
    </message>
    <message>
        <source>The whole island (UN S/RES/541).</source>
        <translation>Het hele eiland (VN S/RES/541).</translation>
    </message>
    <message>
        <source>With Somaliland.</source>
        <translation>Met Somaliland.</translation>
    </message>
    <message>
        <source>Without prejudice to positions on status; in line with UN S/RES/1244 and the opinion of the ICJ on the declaration of independence.</source>
        <translation>Laat standpunten over de status onverlet; in lijn met VN S/RES/1244 en het advies van het IGH over de onafhankelijkheidsverklaring.</translation>
    </message>
    <message>
        <source>Western Sahara is a Non-Self-Governing Territory and is shown apart.</source>
        <translation>De Westelijke Sahara is een niet-zelfbesturend gebied en staat apart.</translation>
    </message>
    <message>
        <source>Shown apart, as statistics count it; no position on its status is taken.</source>
        <translation>Staat apart, zoals statistieken het tellen; over de status wordt geen standpunt ingenomen.</translation>
    </message>
    <message>
        <source>The Golan is shown with Syria (UN S/RES/497), to about 2 km.</source>
        <translation>De Golan staat bij Syrië (VN S/RES/497), tot op ongeveer 2 km.</translation>
    </message>
    <message>
        <source>Lines of 4 June 1967; not a recognition of a State by all Member States.</source>
        <translation>Lijnen van 4 juni 1967; geen erkenning van een staat door alle lidstaten.</translation>
    </message>
    <message>
        <source>Line of control; the final status of Jammu and Kashmir is not agreed upon.</source>
        <translation>Bestandslijn; over de definitieve status van Jammu en Kasjmir is geen overeenstemming.</translation>
    </message>
    <message>
        <source>The final status of Abyei is not agreed upon.</source>
        <translation>Over de definitieve status van Abyei is geen overeenstemming.</translation>
    </message>
</context>
</TS>
