import type { Asks } from '../../engine/network/cover/index.ts'

/** What a demand can ask, in the order in which a form offers it. */
export const demandKinds = [
  'competence',
  'facility',
  'role',
  'organisation-kind',
  'region',
  'country',
  'language',
  'size',
  'industry',
  'anybody',
  'own',
] as const satisfies readonly Asks['kind'][]
export type DemandKind = (typeof demandKinds)[number]
export const isDemandKind = (word: string | undefined): word is DemandKind =>
  (demandKinds as readonly (string | undefined)[]).includes(word)

/** By what a call may leave somebody out. */
export const barredKinds = ['organisation-kind', 'country', 'region', 'organisation'] as const

/** Countries of which partners are looked for: the Union, the European Economic Area and those beside it (ISO 3166-1). */
export const countries = (
  'FI SE EE NO DK IS LV LT PL DE NL BE LU FR ES PT IT AT CZ SK SI HR HU RO BG GR CY MT IE ' +
  'LI CH GB UA MD TR RS BA ME MK AL XK GE AM US CA JP KR'
).split(' ')

/** Working languages that a profile can name (ISO 639-1). */
export const languageCodes = ['fi', 'sv', 'en', 'se', 'et', 'ru', 'de', 'fr', 'es', 'no', 'da', 'zh'] as const
