import type { Complaint } from '../../kernel/refusal.ts'
import { words } from '../../kernel/text.ts'

/** What is said where something of the network cannot be shown. */
const refusals = words(
  {
    notThere:
      'Toimijalla ei ole tunnettuja yhteyksiä, tai sitä ei ole rekisterissä. Yhteyden voi ilmoittaa organisaation sivulla.',
  },
  {
    sv: {
      notThere:
        'Aktören har inga kända kopplingar eller finns inte i registret. En koppling kan uppges på organisationens sida.',
    },
    en: {
      notThere:
        'The actor has no known ties, or is not in the registry. A tie can be stated on the page of the organisation.',
    },
  },
)

export const complaint = (key: keyof (typeof refusals)['fi']): Complaint => ({
  text: { fi: refusals.fi[key], sv: refusals.sv[key], en: refusals.en[key] },
})
