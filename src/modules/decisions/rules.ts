import type { Machine } from '../../kernel/machine.ts'

export const decisionStates = ['preparing', 'with-city', 'with-council', 'decided', 'published'] as const
export type DecisionState = (typeof decisionStates)[number]

export const decisionEvents = [
  'propose',
  'select',
  'city-return',
  'decide',
  'council-return-to-city',
  'council-return',
  'publish',
  'reopen',
] as const
export type DecisionEvent = (typeof decisionEvents)[number]

/**
 * One decision, two parts: the city's steering group selects, the council checks conformity and takes the legal
 * decision (intermediate bodies of the ecosystem agreements). Either may return it; what has been signed stays in the
 * trail. Who prepared never selects or decides: that is no office's matter, and no setting's.
 */
export const decisionMachine: Machine<DecisionState, DecisionEvent> = {
  first: 'preparing',
  states: {
    preparing: { fi: 'Valmisteltavana', sv: 'Under beredning', en: 'Being prepared' },
    'with-city': { fi: 'Kaupungin valittavana', sv: 'Hos staden för urval', en: 'With the city' },
    'with-council': { fi: 'Liiton päätettävänä', sv: 'Hos förbundet för beslut', en: 'With the council' },
    decided: { fi: 'Päätetty', sv: 'Beslutad', en: 'Decided' },
    published: { fi: 'Julkaistu', sv: 'Publicerad', en: 'Published' },
  },
  events: {
    propose: {
      says: { fi: 'Vie kaupungin valittavaksi', sv: 'För till staden för urval', en: 'Put before the city' },
      from: ['preparing'],
      to: 'with-city',
      by: ['preparer', 'coordinator'],
    },
    select: {
      says: { fi: 'Kirjaa kaupungin valinta', sv: 'Anteckna stadens urval', en: "Take the city's selection" },
      from: ['with-city'],
      to: 'with-council',
      by: ['city-decider'],
    },
    'city-return': {
      says: { fi: 'Palauta valmisteluun', sv: 'Återremittera för beredning', en: 'Return for preparation' },
      from: ['with-city'],
      to: 'preparing',
      by: ['city-decider'],
      reason: true,
    },
    decide: {
      says: { fi: 'Tee rahoituspäätös', sv: 'Fatta finansieringsbeslut', en: 'Take the funding decision' },
      from: ['with-council'],
      to: 'decided',
      by: ['council-officer'],
    },
    'council-return-to-city': {
      says: { fi: 'Palauta kaupungille', sv: 'Återsänd till staden', en: 'Return to the city' },
      from: ['with-council'],
      to: 'with-city',
      by: ['council-officer'],
      reason: true,
    },
    'council-return': {
      says: { fi: 'Palauta valmisteluun', sv: 'Återremittera för beredning', en: 'Return for preparation' },
      from: ['with-council'],
      to: 'preparing',
      by: ['council-officer'],
      reason: true,
    },
    publish: {
      says: { fi: 'Julkaise päätös', sv: 'Publicera beslutet', en: 'Publish the decision' },
      from: ['decided'],
      to: 'published',
      by: ['council-officer', 'coordinator'],
    },
    reopen: {
      says: { fi: 'Avaa päätös uudelleen', sv: 'Öppna beslutet på nytt', en: 'Reopen the decision' },
      from: ['decided', 'published'],
      to: 'preparing',
      by: ['council-officer'],
      reason: true,
    },
  },
}
