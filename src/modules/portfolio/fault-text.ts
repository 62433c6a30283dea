import { type Complaint, Refusal, type RefusalKind } from '../../kernel/refusal.ts'
import { inEach, words } from '../../kernel/text.ts'

/** Why something of a portfolio cannot be done, and what to do. */
const faultText = words(
  {
    missing: 'Salkkua tai sen kohtaa ei ole, tai et näe sitä. Tarkista osoite.',
    noName: 'Kirjoita salkulle nimi suomeksi.',
    noReason: 'Kirjoita perustelu. Yksi lause riittää.',
    noThings: 'Valitse ainakin yksi hanke.',
    noValues: 'Valitse ainakin yksi paikka kehyksessä.',
    unknownValue: 'Valittua paikkaa ei ole kehyksessä. Lataa sivu uudelleen ja valitse uudestaan.',
    unknownThing: 'Valittu hanke ei ole salkussa. Lataa sivu uudelleen ja valitse uudestaan.',
    noProject: 'Koodilla ei löydy hanketta, jonka näet. Tarkista koodi, esimerkiksi A70011.',
    noFilter: 'Kirjoita hakusana tai rajaus. Ilman niitä tulisivat kaikki hankkeet.',
    badFilter: 'Rajausta ei voi lukea. Kopioi hankeluettelon osoite uudelleen.',
    noCall: 'Hakua ei löydy. Tarkista haun tunnus.',
    badAmount: 'Kirjoita luku, esimerkiksi 25 tai 1 500 000,00.',
    shareTooLarge: 'Osuus on 0–100 prosenttia.',
    badDay: 'Kirjoita päivä muodossa 5.3.2027.',
    daysTurned: 'Loppu on ennen alkua. Vaihda päivät.',
    noTitle: 'Kirjoita otsikko.',
    noText: 'Kirjoita kuvaus.',
    sameThing: 'Valitse kaksi eri hanketta.',
    noOwner: 'Kirjoita, kenen tavoite on.',
    noGoal: 'Kirjoita tavoite.',
    noPromise: 'Kirjoita, mikä jatkuu.',
    noOrganisation: 'Kirjoita, kuka lupasi.',
    noEvidence: 'Kirjoita, mistä asia tiedetään.',
    noOutcome: 'Valitse, mitä lupaukselle kuuluu.',
    nothingToUndo: 'Sijoittelu on jo peruttu tai uusi on tullut tilalle. Lataa sivu uudelleen.',
    notYours: 'Ideaa muuttaa ja sen poistaa sen ehdottaja, koordinaattori tai valmistelija.',
    ideaWithdrawn: 'Idea on poistettu salkusta. Palauta se ensin idean sivulta.',
    ideaStands: 'Idea on jo salkussa. Lataa sivu uudelleen.',
    tooMany: 'Valitse kerralla enintään 500 hanketta.',
  },
  {
    sv: {
      missing: 'Portföljen eller punkten i den finns inte, eller så ser du den inte. Kontrollera adressen.',
      noName: 'Skriv portföljens namn på finska.',
      noReason: 'Skriv en motivering. En mening räcker.',
      noThings: 'Välj minst ett projekt.',
      noValues: 'Välj minst en plats i ramen.',
      unknownValue: 'Den valda platsen finns inte i ramen. Ladda om sidan och välj på nytt.',
      unknownThing: 'Det valda projektet finns inte i portföljen. Ladda om sidan och välj på nytt.',
      noProject: 'Inget projekt som du ser har koden. Kontrollera koden, till exempel A70011.',
      noFilter: 'Skriv ett sökord eller en avgränsning. Utan dem kommer alla projekt med.',
      badFilter: 'Avgränsningen kan inte läsas. Kopiera adressen till projektförteckningen på nytt.',
      noCall: 'Utlysningen hittas inte. Kontrollera dess kod.',
      badAmount: 'Skriv ett tal, till exempel 25 eller 1 500 000,00.',
      shareTooLarge: 'Andelen är 0–100 procent.',
      badDay: 'Skriv dagen i formen 5.3.2027.',
      daysTurned: 'Slutet är före början. Byt plats på dagarna.',
      noTitle: 'Skriv en rubrik.',
      noText: 'Skriv en beskrivning.',
      sameThing: 'Välj två olika projekt.',
      noOwner: 'Skriv vems mål det är.',
      noGoal: 'Skriv målet.',
      noPromise: 'Skriv vad som fortsätter.',
      noOrganisation: 'Skriv vem som lovade.',
      noEvidence: 'Skriv hur saken är känd.',
      noOutcome: 'Välj hur det gick med löftet.',
      nothingToUndo: 'Placeringen är redan ångrad eller ersatt. Ladda om sidan.',
      notYours: 'En idé ändras och tas bort av den som föreslog den, koordinatorn eller beredaren.',
      ideaWithdrawn: 'Idén har tagits bort ur portföljen. Ta först tillbaka den på idéns sida.',
      ideaStands: 'Idén finns redan i portföljen. Ladda om sidan.',
      tooMany: 'Välj högst 500 projekt åt gången.',
    },
    en: {
      missing: 'There is no such portfolio or part of it, or you do not see it. Check the address.',
      noName: 'Write the name of the portfolio in Finnish.',
      noReason: 'Write a reason. One sentence is enough.',
      noThings: 'Choose at least one project.',
      noValues: 'Choose at least one place in the frame.',
      unknownValue: 'The place that you chose is not in the frame. Reload the page and choose again.',
      unknownThing: 'The project that you chose is not in the portfolio. Reload the page and choose again.',
      noProject: 'No project that you see has the code. Check it: A70011, for example.',
      noFilter: 'Write a word or a filter. Without them all projects would come in.',
      badFilter: 'The filter cannot be read. Copy the address of the list of projects again.',
      noCall: 'There is no such call. Check its code.',
      badAmount: 'Write a number, such as 25 or 1 500 000.00.',
      shareTooLarge: 'A share is 0 to 100 per cent.',
      badDay: 'Write the day as 5.3.2027.',
      daysTurned: 'The end is before the start. Change them round.',
      noTitle: 'Write a title.',
      noText: 'Write a description.',
      sameThing: 'Choose two different projects.',
      noOwner: 'Write whose goal it is.',
      noGoal: 'Write the goal.',
      noPromise: 'Write what goes on.',
      noOrganisation: 'Write who promised it.',
      noEvidence: 'Write how this is known.',
      noOutcome: 'Choose what became of the promise.',
      nothingToUndo:
        'The placing has been taken back already, or another has taken its place. Reload the page.',
      notYours: 'An idea is changed and taken away by who proposed it, the coordinator or the preparer.',
      ideaWithdrawn: 'The idea has been taken out of the portfolio. Take it back in on its page first.',
      ideaStands: 'The idea is in the portfolio already. Reload the page.',
      tooMany: 'Choose at most 500 projects at a time.',
    },
  },
)

export type Fault = keyof (typeof faultText)['fi']

/** What is wrong, at its field where it has one. */
export const complaint = (what: Fault, field?: string): Complaint => ({
  ...(field && { field }),
  text: inEach((l) => faultText[l][what]),
})

export const fault = (kind: RefusalKind, what: Fault, field?: string): Refusal =>
  new Refusal(kind, `portfolio.${what}`, [complaint(what, field)])

/** Throws all that is wrong at once; does nothing where nothing is. */
export function refuseAny(wrong: readonly (Complaint | false | undefined)[]): void {
  const found = wrong.filter((c) => c !== false && c !== undefined)
  if (found.length > 0) throw new Refusal('invalid', 'portfolio.invalid', found)
}
