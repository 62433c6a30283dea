import type { Identifier } from './identifiers.ts'

/** What is known of an organisation in a list or a register. Country is an ISO 3166 code. */
export type OrganisationRecord = {
  id: string
  name: string
  aliases?: readonly string[]
  place?: string
  country?: string
  identifiers?: readonly Identifier[]
}

/** `same` may be joined without asking; `review` is for a person to look at; `different` is not worth a look. */
export type Outcome = 'same' | 'review' | 'different'

export type EvidenceKind =
  | 'identifier' // one identifier of one scheme in both
  | 'identifier-differs'
  | 'name' // the whole name, spelled alike but for case, blanks and punctuation
  | 'meaning' // every word of the names agrees, in whatever order, case or language
  | 'word' // a word in both; rare words weigh more
  | 'inflection' // one word in two forms
  | 'spelling' // nearly one word
  | 'abbreviation'
  | 'acronym'
  | 'extra-word' // a word that only one of them has
  | 'number'
  | 'direction'
  | 'place-in-name'
  | 'legal-form'
  | 'legal-form-differs'
  | 'legal-form-missing'
  | 'alias' // found through another name of the organisation
  | 'former-name'
  | 'bilingual'
  | 'unit' // one is the other and a part of it named
  | 'person' // a person's name against a company's
  | 'place'
  | 'place-differs'
  | 'country'
  | 'country-differs'
  | 'prior' // how seldom two records drawn at random are one organisation
  | 'position' // where in a longer text the name stands
  | 'rival' // another candidate fits as well

/**
 * One reason for or against, with its weight in bits (log2 of how much likelier it is among records of one
 * organisation than among records of two). `left` and `right` are the words it was seen in.
 */
export type Evidence = { kind: EvidenceKind; weight: number; left?: string; right?: string }

/** Score in bits: log2 of the odds that the two are one organisation. */
export type Comparison = { outcome: Outcome; score: number; evidence: Evidence[] }
