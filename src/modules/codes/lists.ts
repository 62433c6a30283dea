import authoritiesFile from '../../../data/codes/authorities.json' with { type: 'json' }
import fundsFile from '../../../data/codes/funds.json' with { type: 'json' }
import indicatorsFile from '../../../data/codes/indicators.json' with { type: 'json' }
import industriesFile from '../../../data/codes/industries.json' with { type: 'json' }
import municipalitiesFile from '../../../data/codes/municipalities.json' with { type: 'json' }
import nuts2File from '../../../data/codes/nuts2.json' with { type: 'json' }
import objectivesFile from '../../../data/codes/objectives.json' with { type: 'json' }
import periodsFile from '../../../data/codes/periods.json' with { type: 'json' }
import prioritiesFile from '../../../data/codes/priorities.json' with { type: 'json' }
import programmesFile from '../../../data/codes/programmes.json' with { type: 'json' }
import regionsFile from '../../../data/codes/regions.json' with { type: 'json' }
import sourcesFile from '../../../data/codes/sources.json' with { type: 'json' }
import statusesFile from '../../../data/codes/statuses.json' with { type: 'json' }
import type { Language, Names } from '../../kernel/text.ts'
import type { Day } from '../../kernel/time.ts'

/** What takes over from a code that ends. `regions` narrows it where several share the work. */
export type Successor = { code: string; from: Day; regions?: readonly string[] }

/** One entry of a code list. Without `validFrom` or `validTo` that end is open. */
export type Code = {
  code: string
  name: Names
  short?: Names
  /** Other ways in which lists write it. */
  texts?: readonly string[]
  validFrom?: Day
  validTo?: Day
  successors?: readonly Successor[]
  /** Languages whose name is our plain translation, not an official name. */
  unofficial?: readonly Language[]
  source: string
  /** Read in the named source. What is not verified is never offered as a default. */
  verified: boolean
}

export type Fund = Code & { projectCodeLetter?: string; national?: boolean }
export type Programme = Code & { period: string; fund?: string; nationwide?: boolean }
/** Code is "programme/number": the same number means another priority in another programme. */
export type Priority = Code & { programme: string; number: string; fund: string; crossRegional?: boolean }
export type Objective = Code & { programme: string; number: string; priority: string }

export type NutsCode = {
  code: string
  validFrom: Day
  validTo?: Day
  versions: readonly string[]
  successors?: readonly Successor[]
}
/** A Finnish region (maakunta). Its own code is Statistics Finland's, which stays when NUTS is revised. */
export type Region = Code & {
  nuts: readonly NutsCode[]
  /** The NUTS code under which the map has its outline. */
  geometry: string
  nuts2: string
  languages: readonly Language[]
  mainland: boolean
}
export type Municipality = Code & { region: string; languages: readonly Language[] }

/** A division of NACE Rev. 2 with the letter of its section; a section has none. */
export type Industry = Code & { section?: string }

/** A common indicator of Regulation (EU) 2021/1058, Annex I. Finnish and Swedish names are there where somebody wrote them. */
export type CommonIndicator = Omit<Code, 'name'> & {
  kind: 'output' | 'result'
  name: Names
  unit: Names
  aggregation: 'sum' | 'unique'
  decimals: number
  /** Mostly used by innovation ecosystems. */
  usual?: true
}

export type AuthorityKind =
  | 'regional-council'
  | 'ely-centre'
  | 'vitality-centre'
  | 'ministry'
  | 'agency'
  | 'financier'
/** Where an authority took its decisions in a period: the regions it decided for, not the town it sits in. */
export type AuthorityArea = {
  period: string
  regions?: readonly string[]
  area?: string
  source: string
  verified: boolean
}
export type Authority = Code & {
  kind: AuthorityKind
  home?: string
  areas: readonly AuthorityArea[]
  standsFor?: 'several' | 'unknown'
}

export type CodeSource = { title: string; address: string; file?: string }

// The files' shapes are proved by lists.test.ts, so that starting the product does not pay for it.
const items = <T extends Pick<Code, 'code'>>(file: { items: readonly unknown[] }) =>
  file.items as readonly T[]

export const periods = items<Code>(periodsFile)
export const funds = items<Fund>(fundsFile)
export const programmes = items<Programme>(programmesFile)
export const priorities = items<Priority>(prioritiesFile)
export const objectives = items<Objective>(objectivesFile)
export const regions = items<Region>(regionsFile)
export const nuts2 = items<Code>(nuts2File)
export const municipalities = items<Municipality>(municipalitiesFile)
export const authorities = items<Authority>(authoritiesFile)
export const industries = items<Industry>(industriesFile)
export const commonIndicators = items<CommonIndicator>(indicatorsFile)
export const statuses = items<Code>(statusesFile)
export const codeSources: Readonly<Record<string, CodeSource>> = sourcesFile
