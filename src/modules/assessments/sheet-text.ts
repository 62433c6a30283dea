import { words } from '../../kernel/text.ts'

/** What is said of a sheet while it is filled in, and of how far the sheets of several lie apart. */
export const sheetText = words(
  {
    soFar: (got: string, most: string) => `Painotetut pisteet tähän asti ${got} / ${most}`,
    needed: (name: string, percent: string, got: string, most: string) =>
      `${name}: vaaditaan ${percent} %, nyt ${got} / ${most}`,
    states: { reached: 'Kynnys ylittyy', open: 'Vielä auki', missed: 'Jää alle kynnyksen' },
    noReason: 'Perustelu puuttuu',
    others: 'Muut arvioijat',
    othersNone: 'Muita arvioijia ei ole vielä nimetty.',
    given: 'antanut pisteet',
    notGiven: 'kesken',
    picture: (scores: string, most: number) => `Pisteet ${scores}, asteikon yläpää ${most}`,
    middle: (n: string) => `keskiarvo ${n}`,
  },
  {
    sv: {
      soFar: (got, most) => `Viktade poäng hittills ${got} / ${most}`,
      needed: (name, percent, got, most) => `${name}: det krävs ${percent} %, nu ${got} / ${most}`,
      states: { reached: 'Tröskeln nås', open: 'Ännu öppet', missed: 'Under tröskeln' },
      noReason: 'Motivering saknas',
      others: 'Övriga bedömare',
      othersNone: 'Inga andra bedömare har utsetts än.',
      given: 'har gett poäng',
      notGiven: 'pågår',
      picture: (scores, most) => `Poäng ${scores}, skalans övre ände ${most}`,
      middle: (n) => `medelvärde ${n}`,
    },
    en: {
      soFar: (got, most) => `Weighted points so far ${got} / ${most}`,
      needed: (name, percent, got, most) => `${name}: ${percent}% is needed, now ${got} / ${most}`,
      states: { reached: 'Threshold reached', open: 'Still open', missed: 'Below the threshold' },
      noReason: 'Reason missing',
      others: 'The other assessors',
      othersNone: 'No other assessors are assigned yet.',
      given: 'scores given',
      notGiven: 'under way',
      picture: (scores, most) => `Scores ${scores}, top of the scale ${most}`,
      middle: (n) => `mean ${n}`,
    },
  },
)
