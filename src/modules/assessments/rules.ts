import type { Machine } from '../../kernel/machine.ts'

export const assessmentStates = ['waiting', 'checking', 'failed', 'scoring', 'discussing', 'settled'] as const
export type AssessmentState = (typeof assessmentStates)[number]

export const assessmentEvents = [
  'begin-check',
  'pass',
  'fail',
  'recheck',
  'all-given',
  'score-again',
  'lose-sheet',
  'settle',
  'unsettle',
] as const
export type AssessmentEvent = (typeof assessmentEvents)[number]

/** The assessment of one application: general criteria first, then scores given apart, then one score together. */
export const assessmentMachine: Machine<AssessmentState, AssessmentEvent> = {
  first: 'waiting',
  states: {
    waiting: { fi: 'Odottaa tarkastusta', sv: 'Väntar på kontroll', en: 'Waiting for checks' },
    checking: { fi: 'Tarkastettavana', sv: 'Under kontroll', en: 'Being checked' },
    failed: {
      fi: 'Yleiset perusteet eivät täyty',
      sv: 'Uppfyller inte de allmänna kriterierna',
      en: 'General criteria not met',
    },
    scoring: { fi: 'Pisteytettävänä', sv: 'Under poängsättning', en: 'Being scored' },
    discussing: { fi: 'Yhteinen arvio kesken', sv: 'Gemensam bedömning pågår', en: 'Being agreed' },
    settled: { fi: 'Arvioitu', sv: 'Bedömd', en: 'Assessed' },
  },
  events: {
    'begin-check': {
      says: { fi: 'Aloita tarkastus', sv: 'Inled kontrollen', en: 'Begin the checks' },
      from: ['waiting'],
      to: 'checking',
      by: ['preparer', 'council-officer'],
    },
    pass: {
      says: { fi: 'Siirrä pisteytykseen', sv: 'För till poängsättning', en: 'Pass on to scoring' },
      from: ['checking'],
      to: 'scoring',
      by: ['preparer', 'council-officer'],
    },
    fail: {
      says: {
        fi: 'Päätä tarkastus: ei täytä ehtoja',
        sv: 'Avsluta kontrollen: uppfyller inte villkoren',
        en: 'End the checks: not met',
      },
      from: ['checking'],
      to: 'failed',
      by: ['preparer', 'council-officer'],
    },
    recheck: {
      says: { fi: 'Tarkasta uudelleen', sv: 'Kontrollera på nytt', en: 'Check again' },
      from: ['failed', 'scoring', 'discussing', 'settled'],
      to: 'checking',
      by: ['preparer', 'council-officer'],
      reason: true,
    },
    'all-given': {
      says: { fi: 'Kaikki pisteet annettu', sv: 'Alla poäng har getts', en: 'All scores given' },
      from: ['scoring'],
      to: 'discussing',
      by: ['system'],
    },
    'score-again': {
      says: { fi: 'Avaa pisteet uudelleen', sv: 'Öppna poängen på nytt', en: 'Open the scores again' },
      from: ['discussing'],
      to: 'scoring',
      by: ['assessor', 'preparer'],
      reason: true,
    },
    'lose-sheet': {
      says: {
        fi: 'Esteellisen pisteet poistuivat',
        sv: 'En jävig persons poäng föll bort',
        en: 'The scores of somebody conflicted fell away',
      },
      from: ['discussing', 'settled'],
      to: 'scoring',
      by: ['system'],
    },
    settle: {
      says: {
        fi: 'Vahvista yhteinen arvio',
        sv: 'Fastställ den gemensamma bedömningen',
        en: 'Settle the joint assessment',
      },
      from: ['discussing'],
      to: 'settled',
      by: ['assessor'],
    },
    unsettle: {
      says: {
        fi: 'Avaa yhteinen arvio',
        sv: 'Öppna den gemensamma bedömningen',
        en: 'Open the joint assessment',
      },
      from: ['settled'],
      to: 'discussing',
      by: ['assessor', 'council-officer'],
      reason: true,
    },
  },
}

export const sheetStates = ['assigned', 'open', 'given', 'recused', 'released'] as const
export type SheetState = (typeof sheetStates)[number]

export const sheetEvents = ['declare-free', 'recuse', 'give', 'take-back', 'release'] as const
export type SheetEvent = (typeof sheetEvents)[number]

/** One assessor's sheet: nothing of the application is opened before its holder has declared that nothing binds them. */
export const sheetMachine: Machine<SheetState, SheetEvent> = {
  first: 'assigned',
  states: {
    assigned: { fi: 'Esteettömyys vahvistamatta', sv: 'Jävfrihet inte bekräftad', en: 'Not yet declared' },
    open: { fi: 'Pisteytys kesken', sv: 'Poängsättning pågår', en: 'Being scored' },
    given: { fi: 'Pisteet annettu', sv: 'Poäng givna', en: 'Scores given' },
    recused: { fi: 'Esteellinen', sv: 'Jävig', en: 'Recused' },
    released: { fi: 'Vapautettu tehtävästä', sv: 'Befriad från uppdraget', en: 'Released' },
  },
  events: {
    'declare-free': {
      says: { fi: 'Vahvista esteettömyys', sv: 'Bekräfta jävfrihet', en: 'Declare no conflict' },
      from: ['assigned'],
      to: 'open',
      by: ['assessor'],
    },
    recuse: {
      says: { fi: 'Ilmoita esteellisyys', sv: 'Anmäl jäv', en: 'Recuse oneself' },
      from: ['assigned', 'open', 'given'],
      to: 'recused',
      by: ['assessor', 'system'],
    },
    give: {
      says: { fi: 'Anna pisteet', sv: 'Ge poängen', en: 'Give the scores' },
      from: ['open'],
      to: 'given',
      by: ['assessor'],
    },
    'take-back': {
      says: { fi: 'Muuta pisteitä', sv: 'Ändra poängen', en: 'Change the scores' },
      from: ['given'],
      to: 'open',
      by: ['assessor', 'system'],
    },
    release: {
      says: { fi: 'Vapauta tehtävästä', sv: 'Befria från uppdraget', en: 'Release' },
      from: ['assigned', 'open', 'given'],
      to: 'released',
      by: ['coordinator', 'preparer'],
      reason: true,
    },
  },
}
