import type { Complaint } from '../../kernel/refusal.ts'
import type { Language } from '../../kernel/text.ts'

const complaint = (text: Record<Language, string>, field?: string): Complaint => ({
  ...(field && { field }),
  text,
})

export const noReason = complaint(
  {
    fi: 'Kirjoita syy: se jää näkyviin arvioinnin vaiheisiin.',
    sv: 'Skriv orsaken: den blir kvar i bedömningens förlopp.',
    en: 'Write the reason: it stays in the trail of the assessment.',
  },
  'reason',
)

export const noGround = (field: string) =>
  complaint(
    {
      fi: 'Kirjoita perustelu: mihin havainto perustuu.',
      sv: 'Skriv motiveringen: vad iakttagelsen grundar sig på.',
      en: 'Write the ground: what the finding rests on.',
    },
    field,
  )

export const unknownCriterion = (key: string) =>
  complaint({
    fi: `Haun valintaperusteissa ei ole perustetta ${key}.`,
    sv: `Utlysningens kriterier innehåller inte kriteriet ${key}.`,
    en: `The call has no criterion ${key}.`,
  })

export const notAssessor = (names: string) =>
  complaint(
    {
      fi: `Näillä henkilöillä ei ole arvioijan tehtävää tässä haussa: ${names}.`,
      sv: `Dessa personer är inte bedömare i den här utlysningen: ${names}.`,
      en: `Not assessors of this call: ${names}.`,
    },
    'people',
  )

export const isBarred = (names: string) =>
  complaint(
    {
      fi: `Esteellinen arvioimaan tätä hakemusta: ${names}. Valitse toinen arvioija.`,
      sv: `Jävig att bedöma den här ansökan: ${names}. Välj en annan bedömare.`,
      en: `Conflicted in this application: ${names}. Choose somebody else.`,
    },
    'people',
  )

export const nobodyChosen = complaint(
  {
    fi: 'Valitse vähintään yksi arvioija.',
    sv: 'Välj minst en bedömare.',
    en: 'Choose at least one assessor.',
  },
  'people',
)

export const noSheet = complaint({
  fi: 'Henkilöllä ei ole tässä hakemuksessa arviointilomaketta.',
  sv: 'Personen har ingen bedömningsblankett för den här ansökan.',
  en: 'The person holds no sheet of this application.',
})

export const noSummary = complaint(
  {
    fi: 'Kirjoita yhteenveto: se kertoo hakijalle, mihin arvio perustuu.',
    sv: 'Skriv en sammanfattning: den berättar för sökanden vad bedömningen grundar sig på.',
    en: 'Write a summary: it tells the applicant what the assessment rests on.',
  },
  'summary',
)

export const noCall = complaint({
  fi: 'Hakua ei ole, tai sinulla ei ole siihen oikeutta.',
  sv: 'Utlysningen finns inte, eller så har du inte rätt till den.',
  en: 'There is no such call, or you have no right to it.',
})

export const badDay = complaint(
  {
    fi: 'Kirjoita päivä muodossa 5.3.2027.',
    sv: 'Skriv dagen i formen 5.3.2027.',
    en: 'Write the day as 5.3.2027 or 2027-03-05.',
  },
  'due',
)
