import { type Complaint, Refusal } from '../../kernel/refusal.ts'
import { words } from '../../kernel/text.ts'

/** What is said where something of the network cannot be shown. */
const refusals = words(
  {
    notThere:
      'Toimijalla ei ole tunnettuja yhteyksiä, tai sitä ei ole rekisterissä. Yhteyden voi ilmoittaa organisaation sivulla.',
    noEcosystem: 'Ekosysteemiä ei ole tai et näe sitä. Tarkista osoite.',
    noCell: 'Aihetta tai maakuntaa ei ole. Avaa osaamiskartta uudelleen ja valitse siitä.',
  },
  {
    sv: {
      notThere:
        'Aktören har inga kända kopplingar eller finns inte i registret. En koppling kan uppges på organisationens sida.',
      noEcosystem: 'Ekosystemet finns inte eller så ser du det inte. Kontrollera adressen.',
      noCell: 'Ämnet eller landskapet finns inte. Öppna kompetenskartan på nytt och välj där.',
    },
    en: {
      notThere:
        'The actor has no known ties, or is not in the registry. A tie can be stated on the page of the organisation.',
      noEcosystem: 'The ecosystem is not there, or you cannot see it. Check the address.',
      noCell: 'There is no such subject or region. Open the capability map again and choose there.',
    },
  },
)

export const complaint = (key: keyof (typeof refusals)['fi']): Complaint => ({
  text: { fi: refusals.fi[key], sv: refusals.sv[key], en: refusals.en[key] },
})

/** What is not there. */
export const refuse = (key: keyof (typeof refusals)['fi']): Refusal =>
  new Refusal('missing', `network.${key.replaceAll(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}`, [
    complaint(key),
  ])
