import { type Complaint, Refusal, type RefusalKind } from '../../kernel/refusal.ts'
import { inEach, words } from '../../kernel/text.ts'
import type { Fault } from './typed.ts'

export const faultText = words(
  {
    notFollowed:
      'Hanketta ei seurata täällä tai et näe sitä. Koordinaattori voi ottaa sen seurantaan ekosysteemin seurantasivulla.',
    noEcosystem: 'Ekosysteemiä ei ole tai et näe sitä. Tarkista osoite.',
    noProject: 'Hanketta ei ole tällä koodilla tai et näe sitä. Kopioi koodi hankkeen sivulta.',
    noItem: 'Kirjausta ei ole. Avaa se hankkeen seurantasivulta.',
    ended: 'Kirjaus on muuttunut tai poistettu. Avaa se uudelleen hankkeen seurantasivulta.',
    notYours:
      'Hankkeen seurantaa pitävät sen organisaatioiden edustajat. Pyydä kutsu hankkeen päätoteuttajalta tai koordinaattorilta.',
    bound: 'Olet sidoksissa hankkeeseen, joten et voi ratkaista sen asiaa. Pyydä toista ratkaisemaan se.',
    ownPacket: 'Lähetit raportin itse, joten et voi hyväksyä sitä. Pyydä hyväksyntä toiselta.',
    notNow: 'Tila on muuttunut, joten tätä ei voi tehdä. Lataa sivu uudelleen.',
    settled: 'Hyväksyttyä muutosta ei voi muuttaa. Kirjaa uusi muutos.',
    noReason: 'Kirjoita syy. Hanke näkee sen.',
    writersOnly: 'hankkeen organisaation edustaja, tai ekosysteemin koordinaattori tai valmistelija',
    freeOnly: 'ei sidoksissa hankkeeseen',
    noTitle: 'Kirjoita otsikko.',
    noText: 'Kirjoita perustelu.',
    noDay: 'Anna päivä muodossa 1.1.2026.',
    badDay: 'Päivää ei voi lukea. Kirjoita se muodossa 1.1.2026.',
    choose: 'Valitse yksi vaihtoehto.',
    noReached: 'Kirjoita päivä, jona välitavoite saavutettiin.',
    notYet: 'Päivä on tulevaisuudessa. Kirjaa vasta, kun se on ohi.',
    badAddress:
      'Osoitetta ei voi lukea. Kopioi se selaimesta, esimerkiksi https://www.esimerkki.fi/raportti.',
    noResponse: 'Kirjoita, mitä riskille tehdään.',
    endBefore: 'Jakson viimeinen päivä on ennen ensimmäistä. Korjaa toinen niistä.',
    badAmount: 'Kirjoita summa euroina, esimerkiksi 1 234,50.',
    noAmounts: 'Kirjoita ainakin yhden kustannuslajin summa.',
    noEnd: 'Kirjoita hankkeen uusi viimeinen päivä.',
    unevenPlan: 'Kustannuslajien summan on pysyttävä samana kuin nyt. Korjaa jokin summista.',
    noSummary: 'Kirjoita yhteenveto.',
    noLasts: 'Kirjoita, mitä hankkeesta jää.',
    noPacket: 'Raporttia ei ole tai et näe sitä. Avaa se hankkeen seurantasivulta.',
    samePeriod: 'Tälle jaksolle on jo raportti. Avaa se hankkeen seurantasivulta.',
    noRecord: 'Virallisessa luettelossa ei ole hanketta tällä koodilla. Kopioi koodi luettelosta.',
    notPaired: 'Hankkeelle ei ole valittu vastinetta virallisesta luettelosta. Valitse se ensin.',
    noDifference: 'Tieto ei enää eroa luettelosta. Lataa sivu uudelleen.',
    noWhy: 'Kirjoita, miksi oma tieto on oikea.',
  },
  {
    sv: {
      notFollowed:
        'Projektet följs inte här eller så ser du det inte. Koordinatorn kan ta det till uppföljning på ekosystemets uppföljningssida.',
      noEcosystem: 'Ekosystemet finns inte eller så ser du det inte. Kontrollera adressen.',
      noProject: 'Inget projekt har koden eller så ser du det inte. Kopiera koden från projektets sida.',
      noItem: 'Anteckningen finns inte. Öppna den från projektets uppföljningssida.',
      ended:
        'Anteckningen har ändrats eller tagits bort. Öppna den på nytt från projektets uppföljningssida.',
      notYours:
        'Uppföljningen sköts av företrädare för projektets organisationer. Be projektets huvudgenomförare eller koordinatorn om en inbjudan.',
      bound:
        'Du har en bindning till projektet, så du kan inte avgöra dess ärende. Be någon annan avgöra det.',
      ownPacket: 'Du skickade rapporten själv, så du kan inte godkänna den. Be någon annan godkänna.',
      notNow: 'Läget har ändrats, så det här går inte att göra. Ladda om sidan.',
      settled: 'En godkänd ändring kan inte ändras. Anteckna en ny ändring.',
      noReason: 'Skriv orsaken. Projektet ser den.',
      writersOnly: 'företrädare för projektets organisation, eller ekosystemets koordinator eller beredare',
      freeOnly: 'inte bunden till projektet',
      noTitle: 'Skriv en rubrik.',
      noText: 'Skriv en motivering.',
      noDay: 'Ange dagen i formen 1.1.2026.',
      badDay: 'Dagen kan inte läsas. Skriv den i formen 1.1.2026.',
      choose: 'Välj ett alternativ.',
      noReached: 'Skriv dagen då delmålet uppnåddes.',
      notYet: 'Dagen är i framtiden. Anteckna först när den har gått.',
      badAddress:
        'Adressen kan inte läsas. Kopiera den från webbläsaren, till exempel https://www.exempel.fi/rapport.',
      noResponse: 'Skriv vad som görs åt risken.',
      endBefore: 'Periodens sista dag är före den första. Rätta någondera.',
      badAmount: 'Skriv summan i euro, till exempel 1 234,50.',
      noAmounts: 'Skriv summan för åtminstone ett kostnadsslag.',
      noEnd: 'Skriv projektets nya sista dag.',
      unevenPlan: 'Summan av kostnadsslagen ska vara densamma som nu. Rätta någon av summorna.',
      noSummary: 'Skriv en sammanfattning.',
      noLasts: 'Skriv vad som blir kvar av projektet.',
      noPacket: 'Rapporten finns inte eller så ser du den inte. Öppna den från projektets uppföljningssida.',
      samePeriod: 'Perioden har redan en rapport. Öppna den från projektets uppföljningssida.',
      noRecord: 'Den officiella förteckningen har inget projekt med koden. Kopiera koden från förteckningen.',
      notPaired: 'Projektet har ingen vald motsvarighet i den officiella förteckningen. Välj den först.',
      noDifference: 'Uppgiften skiljer sig inte längre från förteckningen. Ladda om sidan.',
      noWhy: 'Skriv varför den egna uppgiften är rätt.',
    },
    en: {
      notFollowed:
        'The project is not followed here, or you do not see it. The coordinator can take it in on the follow-up page of the ecosystem.',
      noEcosystem: 'The ecosystem is not there, or you do not see it. Check the address.',
      noProject: 'No project has this code, or you do not see it. Copy the code from the project’s page.',
      noItem: 'The entry is not there. Open it from the follow-up page of the project.',
      ended:
        'The entry has changed or been taken away. Open it again from the follow-up page of the project.',
      notYours:
        'Those who represent the organisations of the project keep its follow-up. Ask its lead partner or the coordinator for an invitation.',
      bound: 'You are bound to the project, so you cannot answer for the office. Ask somebody else to.',
      ownPacket: 'You sent the report yourself, so you cannot approve it. Ask somebody else to.',
      notNow: 'The state has changed, so this cannot be done. Reload the page.',
      settled: 'An approved change cannot be changed. Write a new one.',
      noReason: 'Write the reason. The project sees it.',
      writersOnly:
        'who represents an organisation of the project, or the ecosystem’s coordinator or preparer',
      freeOnly: 'not bound to the project',
      noTitle: 'Write a title.',
      noText: 'Write the grounds.',
      noDay: 'Give the day as 1.1.2026.',
      badDay: 'The day cannot be read. Write it as 1.1.2026.',
      choose: 'Choose one.',
      noReached: 'Write the day on which the milestone was reached.',
      notYet: 'The day is in the future. Write it down once it has passed.',
      badAddress:
        'The address cannot be read. Copy it from the browser, such as https://www.example.fi/report.',
      noResponse: 'Write what is done about the risk.',
      endBefore: 'The last day of the period is before the first. Correct one of them.',
      badAmount: 'Write the amount in euros, such as 1 234.50.',
      noAmounts: 'Write the amount of at least one cost category.',
      noEnd: 'Write the new last day of the project.',
      unevenPlan: 'The sum of the cost categories must stay as it is. Correct one of the amounts.',
      noSummary: 'Write a summary.',
      noLasts: 'Write what lasts of the project.',
      noPacket:
        'The report is not there, or you do not see it. Open it from the follow-up page of the project.',
      samePeriod: 'The period has a report already. Open it from the follow-up page of the project.',
      noRecord: 'The official list has no project with this code. Copy the code from the list.',
      notPaired: 'No record of the official list has been chosen for the project. Choose it first.',
      noDifference: 'The two no longer differ. Reload the page.',
      noWhy: 'Write why your own is right.',
    },
  },
)

export type Reason = keyof (typeof faultText)['fi']

export const complaint = (reason: Reason, field?: string): Complaint => ({
  ...(field && { field }),
  text: inEach((l) => faultText[l][reason]),
})

/** A refusal in the words of this module. */
export const refuse = (kind: RefusalKind, reason: Reason, field?: string): Refusal =>
  new Refusal(kind, `followup.${reason.replaceAll(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}`, [
    complaint(reason, field),
  ])

/** Everything that is wrong with a form at once, each at its field. */
export function refuseAll(faults: readonly Fault[]): void {
  if (faults.length > 0)
    throw new Refusal(
      'invalid',
      'followup.invalid',
      faults.map(({ field, key }) => complaint(key, field)),
    )
}
