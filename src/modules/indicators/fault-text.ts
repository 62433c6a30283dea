import { type Complaint, Refusal, type RefusalKind } from '../../kernel/refusal.ts'
import { inEach, words } from '../../kernel/text.ts'
import type { Fault } from './rules.ts'

export const faultText = words(
  {
    noEcosystem: 'Ekosysteemiä ei ole tai et näe sitä. Tarkista osoite.',
    noIndicator: 'Indikaattori ei ole ekosysteemin käytössä. Avaa se indikaattorien luettelosta.',
    noTarget: 'Tavoitetta ei ole tai se on jo poistettu. Lataa sivu uudelleen.',
    noSubject: 'Tavoitteen kohdetta ei ole tässä ekosysteemissä. Valitse se luettelosta.',
    unknownCode: 'Koodia ei ole yhteisten indikaattorien luettelossa. Valitse se luettelosta.',
    inUse: 'Indikaattori on jo käytössä. Avaa se luettelosta.',
    codeTaken: 'Koodi on jo toisella indikaattorilla. Anna toinen koodi.',
    notKept: 'Määritelmää muuttaa vain se, joka sitä pitää. Tee oma indikaattori omalla koodilla.',
    noCode:
      'Anna koodi, jossa on isoja kirjaimia, numeroita ja väliviivoja, esimerkiksi HEV-01. RCO- ja RCR-koodit ovat yhteisen luettelon.',
    noName: 'Kirjoita indikaattorin nimi suomeksi.',
    noUnit: 'Kirjoita yksikkö suomeksi, esimerkiksi yritystä tai euroa.',
    noDefinition: 'Kirjoita suomeksi, mitä lasketaan ja mitä ei.',
    notANumber: 'Kirjoita luku numeroin, esimerkiksi 1 234,50.',
    notADay: 'Päivää ei voi lukea. Kirjoita se muodossa 31.12.2027.',
    dueBefore: 'Tavoitepäivä on ennen alkamispäivää. Korjaa jompikumpi.',
    noWay: 'Tavoite on sama kuin lähtötaso, joten etenemistä ei voi mitata. Korjaa jompikumpi.',
    amberAbove: 'Keltaisen raja on vihreän yläpuolella. Anna pienempi luku.',
  },
  {
    sv: {
      noEcosystem: 'Ekosystemet finns inte eller så ser du det inte. Kontrollera adressen.',
      noIndicator: 'Indikatorn används inte i ekosystemet. Öppna den från förteckningen över indikatorer.',
      noTarget: 'Målet finns inte eller har redan tagits bort. Ladda om sidan.',
      noSubject: 'Det som målet gäller finns inte i ekosystemet. Välj det i förteckningen.',
      unknownCode: 'Koden finns inte i förteckningen över gemensamma indikatorer. Välj den i förteckningen.',
      inUse: 'Indikatorn används redan. Öppna den från förteckningen.',
      codeTaken: 'En annan indikator har redan koden. Ange en annan kod.',
      notKept: 'Definitionen ändras bara av den som sköter den. Gör en egen indikator med egen kod.',
      noCode:
        'Ange en kod med versaler, siffror och bindestreck, till exempel HEV-01. Koderna RCO och RCR hör till den gemensamma förteckningen.',
      noName: 'Skriv indikatorns namn på finska.',
      noUnit: 'Skriv enheten på finska, till exempel yritystä eller euroa.',
      noDefinition: 'Skriv på finska vad som räknas och vad som inte räknas.',
      notANumber: 'Skriv talet med siffror, till exempel 1 234,50.',
      notADay: 'Dagen kan inte läsas. Skriv den i formen 31.12.2027.',
      dueBefore: 'Måldagen är före startdagen. Rätta den ena.',
      noWay: 'Målet är detsamma som utgångsläget, så framstegen kan inte mätas. Rätta det ena.',
      amberAbove: 'Gränsen för gult ligger över gränsen för grönt. Ange ett mindre tal.',
    },
    en: {
      noEcosystem: 'The ecosystem is not there, or you do not see it. Check the address.',
      noIndicator: 'The ecosystem does not use the indicator. Open it from the list of indicators.',
      noTarget: 'The target is not there, or it has been removed already. Reload the page.',
      noSubject: 'What the target is about is not in this ecosystem. Choose it from the list.',
      unknownCode: 'The code is not on the list of common indicators. Choose it from the list.',
      inUse: 'The indicator is in use already. Open it from the list.',
      codeTaken: 'Another indicator has the code already. Give another code.',
      notKept: 'A definition is changed by who keeps it alone. Make an own indicator with an own code.',
      noCode:
        'Give a code of capital letters, digits and hyphens, such as HEV-01. RCO and RCR codes belong to the common list.',
      noName: 'Write the name of the indicator in Finnish.',
      noUnit: 'Write the unit in Finnish, such as yritystä or euroa.',
      noDefinition: 'Write in Finnish what is counted and what is not.',
      notANumber: 'Write the number in digits, such as 1 234.50.',
      notADay: 'The day cannot be read. Write it as 31.12.2027.',
      dueBefore: 'The day of the target is before the first day. Mend one of them.',
      noWay: 'The target is the same as the baseline, so progress cannot be measured. Mend one of them.',
      amberAbove: 'The limit of amber is above that of green. Give a smaller number.',
    },
  },
)

type Reason = keyof (typeof faultText)['fi']

const complaint = (reason: Reason, field?: string): Complaint => ({
  ...(field && { field }),
  text: inEach((l) => faultText[l][reason]),
})

/** A refusal in the words of this module. */
export const refuse = (kind: RefusalKind, reason: Reason, field?: string): Refusal =>
  new Refusal(kind, `indicators.${reason.replaceAll(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}`, [
    complaint(reason, field),
  ])

/** Everything that is wrong with a form at once, each at its field. */
export function refuseAll(faults: readonly Fault[]): void {
  if (faults.length > 0)
    throw new Refusal(
      'invalid',
      'indicators.invalid',
      faults.map(({ field, key }) => complaint(key, field)),
    )
}
