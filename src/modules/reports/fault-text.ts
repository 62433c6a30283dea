import { type Complaint, Refusal, type RefusalKind } from '../../kernel/refusal.ts'
import { inEach, words } from '../../kernel/text.ts'
import type { ContentFault } from './content.ts'

export const faultText = words(
  {
    noReport: 'Raporttia ei ole tai et näe sitä. Avaa se hankkeen sivulta tai omalta työpöydältäsi.',
    noEcosystem: 'Ekosysteemiä ei ole tai et näe sitä. Tarkista osoite.',
    noProject: 'Hanketta ei ole tällä koodilla tai et näe sitä. Kopioi koodi hankkeen sivulta.',
    noCall: 'Hakua ei ole tässä ekosysteemissä. Valitse se luettelosta.',
    notNow: 'Raportin tila on muuttunut, joten tätä ei voi tehdä. Lataa sivu uudelleen.',
    notYours:
      'Raporttia täyttävät hankkeen organisaatioiden edustajat. Pyydä kutsu hankkeen päätoteuttajalta tai koordinaattorilta.',
    noParty: 'Organisaatio ei ole mukana hankkeessa. Valitse osuus luettelosta.',
    noParts: 'Raportissa ei ole vielä yhtään osuutta. Täytä ensin oma osuutesi.',
    partsMissing:
      'Kaikkien organisaatioiden osuudet eivät ole valmiita. Pyydä puuttuvat osuudet tai vahvista, että lähetät raportin ilman niitä.',
    ownReport: 'Lähetit raportin itse, joten et voi hyväksyä sitä. Pyydä hyväksyntä toiselta.',
    bound:
      'Olet sidoksissa hankkeeseen, joten et voi käsitellä sen raporttia. Pyydä toista käsittelemään se.',
    noReason: 'Kirjoita syy. Hanke näkee sen.',
    badDue: 'Anna määräaika päivinä, 1–180.',
    badDay: 'Päivää ei voi lukea. Kirjoita se muodossa 1.1.2026.',
    approversOnly: 'ei sidoksissa hankkeeseen eikä raportin lähettäjä',
    writersOnly: 'hankkeen organisaation edustaja, tai ekosysteemin koordinaattori tai valmistelija',
    notANumber: 'Kirjoita luku numeroin, esimerkiksi 1 234,50.',
    saySomething: 'Kirjoita luku tai valitse ”Ei raportoitavaa”.',
    zeroBelow: 'Nimittäjän on oltava suurempi kuin nolla.',
    sayWhich: 'Luettele yritykset tai valitse ”Ei raportoitavaa”.',
    tooMany: 'Yrityksiä on yli 5 000. Jaa ne useaan raporttiin.',
    tooLong: 'Tekstissä on yli 10 000 merkkiä. Lyhennä sitä tai lisää loput liitteenä.',
    badBusinessId: 'Y-tunnuksen tarkistusmerkki ei täsmää. Tarkista numerot.',
    noName: 'Riviltä puuttuu Y-tunnus ja nimi. Kirjoita ainakin toinen.',
    badFile: 'Taulukkoa ei voi lukea. Käytä tästä ladattua pohjaa ja tallenna se muodossa .xlsx.',
    unknownRow: 'Koodia ei kysytä tässä raportissa. Poista rivi.',
    noFile: 'Valitse tiedosto.',
  },
  {
    sv: {
      noReport:
        'Rapporten finns inte eller så ser du den inte. Öppna den från projektets sida eller ditt eget skrivbord.',
      noEcosystem: 'Ekosystemet finns inte eller så ser du det inte. Kontrollera adressen.',
      noProject: 'Inget projekt har koden eller så ser du det inte. Kopiera koden från projektets sida.',
      noCall: 'Utlysningen finns inte i ekosystemet. Välj den i förteckningen.',
      notNow: 'Rapportens läge har ändrats, så det här går inte att göra. Ladda om sidan.',
      notYours:
        'Rapporten fylls i av företrädare för projektets organisationer. Be projektets huvudgenomförare eller koordinatorn om en inbjudan.',
      noParty: 'Organisationen är inte med i projektet. Välj andelen i förteckningen.',
      noParts: 'Rapporten har ännu ingen andel. Fyll först i din egen andel.',
      partsMissing:
        'Alla organisationers andelar är inte klara. Be om dem som saknas eller bekräfta att du skickar rapporten utan dem.',
      ownReport: 'Du skickade rapporten själv, så du kan inte godkänna den. Be någon annan godkänna.',
      bound:
        'Du har en bindning till projektet, så du kan inte behandla dess rapport. Be någon annan behandla den.',
      noReason: 'Skriv orsaken. Projektet ser den.',
      badDue: 'Ange tidsfristen i dagar, 1–180.',
      badDay: 'Dagen kan inte läsas. Skriv den i formen 1.1.2026.',
      approversOnly: 'inte bunden till projektet och inte den som skickade rapporten',
      writersOnly: 'företrädare för projektets organisation, eller ekosystemets koordinator eller beredare',
      notANumber: 'Skriv talet med siffror, till exempel 1 234,50.',
      saySomething: 'Skriv talet eller välj ”Inget att rapportera”.',
      zeroBelow: 'Nämnaren måste vara större än noll.',
      sayWhich: 'Räkna upp företagen eller välj ”Inget att rapportera”.',
      tooMany: 'Företagen är över 5 000. Dela upp dem på flera rapporter.',
      tooLong: 'Texten har över 10 000 tecken. Förkorta den eller lägg till resten som bilaga.',
      badBusinessId: 'FO-numrets kontrolltecken stämmer inte. Kontrollera siffrorna.',
      noName: 'Raden saknar FO-nummer och namn. Skriv åtminstone det ena.',
      badFile: 'Tabellen kan inte läsas. Använd mallen som laddas ned här och spara den som .xlsx.',
      unknownRow: 'Koden frågas inte i den här rapporten. Ta bort raden.',
      noFile: 'Välj en fil.',
    },
    en: {
      noReport:
        'The report is not there, or you do not see it. Open it from the project’s page or your own workspace.',
      noEcosystem: 'The ecosystem is not there, or you do not see it. Check the address.',
      noProject: 'No project has this code, or you do not see it. Copy the code from the project’s page.',
      noCall: 'The call is not in this ecosystem. Choose it from the list.',
      notNow: 'The state of the report has changed, so this cannot be done. Reload the page.',
      notYours:
        'The report is filled in by those who represent the organisations of the project. Ask its lead partner or the coordinator for an invitation.',
      noParty: 'The organisation is not in the project. Choose the part from the list.',
      noParts: 'The report has no part yet. Fill in your own part first.',
      partsMissing:
        'The parts of all organisations are not ready. Ask for those that are missing, or confirm that you send the report without them.',
      ownReport: 'You sent the report yourself, so you cannot approve it. Ask somebody else to.',
      bound: 'You are bound to the project, so you cannot handle its report. Ask somebody else to.',
      noReason: 'Write the reason. The project sees it.',
      badDue: 'Give the time in days, 1–180.',
      badDay: 'The day cannot be read. Write it as 1.1.2026.',
      approversOnly: 'not bound to the project, and not who sent the report',
      writersOnly:
        'who represents an organisation of the project, or the ecosystem’s coordinator or preparer',
      notANumber: 'Write the number in digits, such as 1 234.50.',
      saySomething: 'Write the number, or choose “Nothing to report”.',
      zeroBelow: 'The denominator must be above zero.',
      sayWhich: 'List the enterprises, or choose “Nothing to report”.',
      tooMany: 'There are more than 5,000 enterprises. Divide them into several reports.',
      tooLong: 'The text has more than 10,000 characters. Shorten it or add the rest as an attachment.',
      badBusinessId: 'The check digit of the business id does not match. Check the digits.',
      noName: 'The row has neither a business id nor a name. Write at least one.',
      badFile: 'The table cannot be read. Use the template from this page and save it as .xlsx.',
      unknownRow: 'This report does not ask for the code. Remove the row.',
      noFile: 'Choose a file.',
    },
  },
)

export type Reason = keyof (typeof faultText)['fi']

const rowSaid = { fi: 'Rivi', sv: 'Rad', en: 'Row' } as const

export const complaint = (
  reason: Reason,
  field?: string,
  row?: { row: number; typed: string },
): Complaint => ({
  ...(field && { field }),
  text: inEach((l) =>
    row ? `${rowSaid[l]} ${row.row} (${row.typed}): ${faultText[l][reason]}` : faultText[l][reason],
  ),
})

/** A refusal in the words of this module. */
export const refuse = (kind: RefusalKind, reason: Reason, field?: string): Refusal =>
  new Refusal(kind, `reports.${reason.replaceAll(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}`, [
    complaint(reason, field),
  ])

/** Everything that is wrong with a part at once, each at its field, with its row where a list has it. */
export function refuseAll(faults: readonly ContentFault[]): void {
  if (faults.length > 0)
    throw new Refusal(
      'invalid',
      'reports.invalid',
      faults.map(({ field, key, row, typed }) =>
        complaint(key, field, row === undefined ? undefined : { row, typed: typed ?? '' }),
      ),
    )
}
