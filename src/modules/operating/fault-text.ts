import { type Complaint, Refusal, type RefusalKind } from '../../kernel/refusal.ts'
import { inEach, words } from '../../kernel/text.ts'
import type { Fault } from './rules.ts'

export const faultText = words(
  {
    noEcosystem: 'Ekosysteemiä ei ole tai et näe sitä. Tarkista osoite.',
    noItem: 'Kohtaa ei ole tai et näe sitä. Avaa toimintamalli ekosysteemin sivulta.',
    writersOnly: 'koordinaattori ja valmistelija; hyvän käytännön jokainen jäsen, ja omansa',
    keepersOnly:
      'Vain ekosysteemin koordinaattori ja valmistelija muuttavat toimintamallia. Ehdota muutosta heille.',
    itemEnded: 'Kohta on poistettu käytöstä. Lataa sivu uudelleen.',
    notReviewed: 'Vain toimintatapa tarkistetaan. Muuta muita kohtia, kun niissä on muutettavaa.',
    noTitle: 'Kirjoita nimi suomeksi.',
    noText: 'Kirjoita suomeksi, mitä tehdään ja miten.',
    noOwner: 'Kirjoita, mikä tehtävä tai organisaatio huolehtii toimintatavasta.',
    noResult: 'Kerro, mitä tuloksena syntyi.',
    noAnswerer: 'Kirjoita vastaava tehtävä tai organisaatio.',
    noOrganisation: 'Kirjoita organisaation nimi tai Y-tunnus.',
    unknownOrganisation:
      'Organisaatiota ei ole rekisterissä tällä nimellä. Tarkista nimi tai kirjoita Y-tunnus.',
    manyOrganisations: 'Samannimisiä organisaatioita on useita. Kirjoita nimen sijaan Y-tunnus.',
    noRole: 'Valitse rooli.',
    noState: 'Valitse tila.',
    noSigned: 'Anna päivä, jona sopimus allekirjoitettiin, tai valitse tilaksi luonnos.',
    noEnd: 'Anna päivä, jona sopimus päättyi.',
    fewParties: 'Allekirjoitetulla sopimuksella on ainakin kaksi osapuolta. Kirjoita kukin omalle rivilleen.',
    noTheme: 'Teemaa ei ole ekosysteemin kehyksessä. Valitse teema luettelosta.',
    noTemplate: 'Sopimuspohjaa ei ole tässä ekosysteemissä. Valitse pohja luettelosta.',
    notADay: 'Päivää ei voi lukea. Kirjoita se muodossa 31.12.2027.',
    endsBefore: 'Päättymispäivä on ennen alkamispäivää. Korjaa jompikumpi.',
  },
  {
    sv: {
      noEcosystem: 'Ekosystemet finns inte eller så ser du det inte. Kontrollera adressen.',
      noItem:
        'Punkten finns inte eller så ser du den inte. Öppna verksamhetsmodellen från ekosystemets sida.',
      writersOnly: 'koordinator och beredare; god praxis varje medlem, och sin egen',
      keepersOnly:
        'Bara ekosystemets koordinator och beredare ändrar verksamhetsmodellen. Föreslå ändringen för dem.',
      itemEnded: 'Punkten har tagits ur bruk. Ladda om sidan.',
      notReviewed: 'Endast arbetssätt gås igenom. Ändra andra punkter när det finns något att ändra.',
      noTitle: 'Skriv namnet på finska.',
      noText: 'Skriv på finska vad man gör och hur.',
      noOwner: 'Skriv vilket uppdrag eller vilken organisation som sköter arbetssättet.',
      noResult: 'Berätta vad det ledde till.',
      noAnswerer: 'Skriv vilket uppdrag eller vilken organisation som ansvarar.',
      noOrganisation: 'Skriv organisationens namn eller FO-nummer.',
      unknownOrganisation:
        'Registret har ingen organisation med det namnet. Kontrollera namnet eller skriv FO-numret.',
      manyOrganisations:
        'Det finns flera organisationer med samma namn. Skriv FO-numret i stället för namnet.',
      noRole: 'Välj en roll.',
      noState: 'Välj läge.',
      noSigned: 'Ange den dag då avtalet undertecknades, eller välj läget utkast.',
      noEnd: 'Ange den dag då avtalet upphörde.',
      fewParties: 'Ett undertecknat avtal har minst två parter. Skriv var och en på en egen rad.',
      noTheme: 'Temat finns inte i ekosystemets ram. Välj ett tema ur listan.',
      noTemplate: 'Avtalsmallen finns inte i det här ekosystemet. Välj en mall ur listan.',
      notADay: 'Dagen kan inte läsas. Skriv den som 31.12.2027.',
      endsBefore: 'Slutdagen är före startdagen. Rätta endera.',
    },
    en: {
      noEcosystem: 'The ecosystem is not there, or you cannot see it. Check the address.',
      noItem: 'This is not there, or you cannot see it. Open the operating model from the ecosystem’s page.',
      writersOnly: 'coordinators and preparers; good practices every member, and one’s own',
      keepersOnly:
        'Only the coordinators and preparers of the ecosystem change the operating model. Suggest the change to them.',
      itemEnded: 'This has been taken out of use. Reload the page.',
      notReviewed:
        'Only ways of working are gone through. Change other things when there is something to change.',
      noTitle: 'Write the name in Finnish.',
      noText: 'Write in Finnish what is done and how.',
      noOwner: 'Write which office or organisation sees to the way of working.',
      noResult: 'Say what came of it.',
      noAnswerer: 'Write the office or the organisation that answers for it.',
      noOrganisation: 'Write the name or the business id of the organisation.',
      unknownOrganisation:
        'The registry has no organisation of this name. Check the name, or write the business id.',
      manyOrganisations: 'There are several organisations of this name. Write the business id in its place.',
      noRole: 'Choose a role.',
      noState: 'Choose a state.',
      noSigned: 'Give the day on which the contract was signed, or choose the state draft.',
      noEnd: 'Give the day on which the contract ended.',
      fewParties: 'A signed contract has at least two parties. Write each on a line of its own.',
      noTheme: 'The theme is not in the frame of the ecosystem. Choose one from the list.',
      noTemplate: 'The template is not in this ecosystem. Choose one from the list.',
      notADay: 'The day cannot be read. Write it as 31.12.2027.',
      endsBefore: 'The last day is before the first. Mend one of them.',
    },
  },
)

/** What the permission matrix says of who writes. */
export const writersOnly = inEach((l) => faultText[l].writersOnly)

export type Reason = keyof (typeof faultText)['fi']

export const complaint = (reason: Reason, field?: string): Complaint => ({
  ...(field && { field }),
  text: inEach((l) => faultText[l][reason]),
})

/** A refusal in the words of this module. */
export const refuse = (kind: RefusalKind, reason: Reason, field?: string): Refusal =>
  new Refusal(kind, `operating.${reason.replaceAll(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}`, [
    complaint(reason, field),
  ])

/** Everything that is wrong with a form at once, each at its field. */
export function refuseAll(faults: readonly Fault[]): void {
  if (faults.length > 0)
    throw new Refusal(
      'invalid',
      'operating.invalid',
      faults.map(({ field, key }) => complaint(key, field)),
    )
}
