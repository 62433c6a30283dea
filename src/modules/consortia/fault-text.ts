import { type Complaint, Refusal, type RefusalKind } from '../../kernel/refusal.ts'
import { inEach, words } from '../../kernel/text.ts'

/** Why something of a consortium cannot be done, and what to do. */
const faultText = words(
  {
    missing: 'Konsortiota tai sen kohtaa ei ole, tai et näe sitä. Tarkista osoite.',
    noTitle: 'Kirjoita konsortiolle nimi.',
    noReason: 'Kirjoita perustelu. Yksi lause riittää.',
    noCall: 'Hakua ei löydy. Tarkista haun tunnus.',
    noOrganisation: 'Organisaatiota ei löydy. Kirjoita nimi kokonaan tai y-tunnus.',
    severalOrganisations: 'Nimi sopii moneen organisaatioon. Kirjoita y-tunnus.',
    alreadyIn: 'Organisaatio on jo konsortiossa. Muuta sen tietoja kumppanien luettelossa.',
    full: 'Konsortiossa on jo niin monta kumppania kuin haku sallii. Jätä ensin joku pois.',
    badDay: 'Kirjoita päivä muodossa 5.3.2027.',
    badAmount: 'Kirjoita euromäärä, esimerkiksi 1 500 000,00.',
    badCount: 'Kirjoita kokonaisluku väliltä 1–200.',
    leastOverMost: 'Pienin määrä on suurempi kuin suurin. Korjaa toinen.',
    badState: 'Tätä ei voi enää tehdä: tilanne on muuttunut. Lataa sivu uudelleen.',
    notLead: 'Valitse johtava organisaatio, johon kuulut, tai pyydä koordinaattoria perustamaan konsortio.',
    noCodes: 'Valitse tai kirjoita ainakin yksi.',
    unknownSubject:
      'Asiasanaa ei löydy Yleisestä suomalaisesta ontologiasta. Tarkista kirjoitusasu tai siirrä sana muihin sanoihin.',
    notGathering: 'Konsortio on päättynyt. Jatka ensin sen kokoamista.',
  },
  {
    sv: {
      missing: 'Konsortiet eller punkten i det finns inte, eller så ser du den inte. Kontrollera adressen.',
      noTitle: 'Skriv konsortiets namn.',
      noReason: 'Skriv en motivering. En mening räcker.',
      noCall: 'Utlysningen hittas inte. Kontrollera dess kod.',
      noOrganisation: 'Organisationen hittas inte. Skriv hela namnet eller FO-numret.',
      severalOrganisations: 'Flera organisationer har namnet. Skriv FO-numret.',
      alreadyIn:
        'Organisationen är redan med i konsortiet. Ändra dess uppgifter i förteckningen över partner.',
      full: 'Konsortiet har redan så många partner som utlysningen tillåter. Lämna först bort någon.',
      badDay: 'Skriv dagen i formen 5.3.2027.',
      badAmount: 'Skriv beloppet i euro, till exempel 1 500 000,00.',
      badCount: 'Skriv ett heltal mellan 1 och 200.',
      leastOverMost: 'Minsta antalet är större än det största. Rätta det ena.',
      badState: 'Detta går inte längre: läget har ändrats. Ladda om sidan.',
      notLead: 'Välj en ledande organisation som du hör till, eller be koordinatorn bilda konsortiet.',
      noCodes: 'Välj eller skriv åtminstone en.',
      unknownSubject:
        'Ämnesordet finns inte i Allmän finländsk ontologi. Kontrollera stavningen eller flytta ordet till andra ord.',
      notGathering: 'Konsortiet är avslutat. Återuppta arbetet först.',
    },
    en: {
      missing: 'The consortium, or that part of it, is not there or you do not see it. Check the address.',
      noTitle: 'Give the consortium a name.',
      noReason: 'Write the reason. One sentence is enough.',
      noCall: 'There is no such call. Check its code.',
      noOrganisation: 'There is no such organisation. Write its whole name or business id.',
      severalOrganisations: 'Several organisations have this name. Write the business id.',
      alreadyIn: 'The organisation is in the consortium already. Change it in the list of partners.',
      full: 'There are already as many partners as the call allows. Leave somebody out first.',
      badDay: 'Write the day as 5.3.2027.',
      badAmount: 'Write an amount in euros, such as 1 500 000,00.',
      badCount: 'Write a whole number from 1 to 200.',
      leastOverMost: 'The least number is more than the most. Correct one of them.',
      badState: 'This can no longer be done: things have changed. Reload the page.',
      notLead:
        'Choose a lead organisation that you belong to, or ask the coordinator to found the consortium.',
      noCodes: 'Choose or write at least one.',
      unknownSubject:
        'The General Finnish Ontology has no such subject. Check the spelling, or move the word to the other words.',
      notGathering: 'The consortium has ended. Go on gathering it first.',
    },
  },
)

type Key = keyof (typeof faultText)['fi']

export const complaint = (key: Key, field?: string): Complaint => ({
  ...(field && { field }),
  text: inEach((l) => faultText[l][key]),
})

export const fault = (kind: RefusalKind, key: Key, field?: string): Refusal =>
  new Refusal(kind, `consortium.${key}`, [complaint(key, field)])

/** Refuses with everything that is wrong at once. */
export function refuseAny(complaints: readonly (Complaint | false | undefined)[]): void {
  const wrong = complaints.filter((one): one is Complaint => Boolean(one))
  if (wrong.length > 0) throw new Refusal('invalid', 'consortium.invalid', wrong)
}
