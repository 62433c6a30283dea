import {
  type Asks,
  askedSizes,
  barredBy,
  bounds,
  type Call,
  counted,
  type Demand,
  type Exclusion,
  enough,
  type Limits,
  type PartRole,
  partRoles,
} from './demand.ts'
import type { Fault, Tell } from './fault.ts'
import {
  type Raw,
  readCents,
  readCount,
  readList,
  readObject,
  readOneOf,
  readText,
  readTexts,
  readYesNo,
  valueAt,
  within,
} from './parts.ts'

export type ReadCall = { readonly call: Call } | { readonly faults: readonly Fault[] }

/** How many faults are told: data with a wrong key has one in each demand. */
const mostFaults = 100

/** The keys that each kind of demand has beside those of all. */
const ownKeys: Record<Asks['kind'], { required: readonly string[]; optional: readonly string[] }> = {
  anybody: { required: [], optional: [] },
  own: { required: [], optional: [] },
  role: { required: ['roles'], optional: [] },
  competence: { required: [], optional: ['subjects', 'words'] },
  facility: { required: [], optional: ['subjects', 'words'] },
  'organisation-kind': { required: ['codes'], optional: [] },
  region: { required: ['codes'], optional: [] },
  country: { required: ['codes'], optional: [] },
  language: { required: ['codes'], optional: [] },
  size: { required: ['codes'], optional: [] },
  industry: { required: ['codes'], optional: [] },
}
const kinds = Object.keys(ownKeys) as Asks['kind'][]
/** Of a kind that nobody knows: to tell its keys too would be noise. */
const keysOfAny = { required: [], optional: ['roles', 'subjects', 'words', 'codes'] }

/** How codes that the world agrees on are written; the others are those of the code lists of whoever asks. */
const written: Partial<Record<Asks['kind'], RegExp>> = {
  country: /^[A-Z]{2}$/,
  language: /^[a-z]{2}$/,
  industry: /^\d{2,5}$/,
}

/** What a call demands, from JSON; or everything that is wrong with it. Amounts are decimal texts ("1500000.00"). */
export function readCall(json: unknown): ReadCall {
  const faults: Fault[] = []
  const tell: Tell = (code, path, values = {}) => {
    if (faults.length < mostFaults) faults.push({ code, path, values })
  }
  const raw = readObject(json, '', ['demands'], ['limits', 'exclusions', '$schema'], tell)
  if (!raw) return { faults }
  const demands = readList(valueAt(raw, 'demands'), 'demands', bounds.demands, tell).map((item, i) =>
    readDemand(item, within('demands', i), tell),
  )
  const limits = readLimits(valueAt(raw, 'limits'), tell)
  const exclusions = readList(valueAt(raw, 'exclusions'), 'exclusions', bounds.exclusions, tell).map(
    (item, i) => readExclusion(item, within('exclusions', i), tell),
  )
  tellRepeated(demands, 'demands', tell)
  tellRepeated(exclusions, 'exclusions', tell)
  return faults.length > 0 ? { faults } : { call: { demands, limits, exclusions } }
}

function tellRepeated(things: readonly { id: string }[], path: string, tell: Tell): void {
  const seen = new Set<string>()
  for (const [i, { id }] of things.entries()) {
    if (id !== '' && seen.has(id)) tell('repeated-id', within(within(path, i), 'id'), { id })
    seen.add(id)
  }
}

function readDemand(item: unknown, path: string, tell: Tell): Demand {
  const known = readOneOf(Object(item).kind, within(path, 'kind'), kinds, tell)
  const own = known ? ownKeys[known] : keysOfAny
  const kind = known ?? 'own'
  const required = ['id', 'name', 'kind', ...own.required]
  const optional = ['counted', 'need', 'must', 'weight', 'enough', 'source', ...own.optional]
  const raw = readObject(item, path, required, optional, tell) ?? {}
  const at = (key: string) => [valueAt(raw, key), within(path, key)] as const
  return {
    id: readText(...at('id'), tell),
    name: readText(...at('name'), tell),
    asks: readAsks(kind, raw, path, tell),
    counted: readOneOf(...at('counted'), counted, tell) ?? 'partners',
    need: readCount(...at('need'), [1, bounds.partners, 1], tell),
    must: readYesNo(...at('must'), true, tell),
    weight: readCount(...at('weight'), [1, 100, 10], tell),
    enough: readOneOf(...at('enough'), enough, tell) ?? 'either',
    source: readText(...at('source'), tell),
  }
}

function readAsks(kind: Asks['kind'], raw: Raw, path: string, tell: Tell): Asks {
  const texts = (key: string) => readTexts(valueAt(raw, key), within(path, key), tell)
  switch (kind) {
    case 'anybody':
    case 'own':
      return { kind }
    case 'role':
      return { kind, roles: knownAmong(texts('roles'), partRoles, within(path, 'roles'), tell) as PartRole[] }
    case 'competence':
    case 'facility': {
      const at = within(path, 'subjects')
      const subjects = readList(valueAt(raw, 'subjects'), at, bounds.codes, tell).map((one, i) =>
        readCount(one, within(at, i), [1, 99_999_999, 1], tell),
      )
      const words = texts('words')
      if (subjects.length + words.length === 0) tell('missing', path, { key: 'subjects, words' })
      return { kind, subjects: [...new Set(subjects)], words }
    }
    case 'size':
      return { kind, codes: knownAmong(texts('codes'), askedSizes, within(path, 'codes'), tell) }
    default: {
      const codes = texts('codes')
      for (const [i, code] of codes.entries())
        if (written[kind]?.test(code) === false)
          tell('not-a-code', within(within(path, 'codes'), i), { value: code.slice(0, 80), kind })
      return { kind, codes }
    }
  }
}

const knownAmong = (texts: readonly string[], known: readonly string[], path: string, tell: Tell) =>
  texts.filter((text, i) => readOneOf(text, within(path, i), known, tell) !== undefined)

function readLimits(item: unknown, tell: Tell): Limits {
  const without: Limits = { least: 1, most: bounds.partners }
  if (item === undefined) return without
  const raw = readObject(item, 'limits', [], ['least', 'most', 'perPartner', 'altogether'], tell)
  if (!raw) return without
  const at = (key: string) => [valueAt(raw, key), within('limits', key)] as const
  const least = readCount(...at('least'), [1, bounds.partners, without.least], tell)
  const most = readCount(...at('most'), [1, bounds.partners, without.most], tell)
  if (least > most) tell('least-over-most', 'limits.least', { least, most })
  const perPartner = readCents(...at('perPartner'), tell)
  const altogether = readCents(...at('altogether'), tell)
  return {
    least,
    most,
    ...(perPartner === undefined ? {} : { perPartner }),
    ...(altogether === undefined ? {} : { altogether }),
  }
}

function readExclusion(item: unknown, path: string, tell: Tell): Exclusion {
  const raw = readObject(item, path, ['id', 'by', 'codes'], ['most', 'reason'], tell) ?? {}
  const at = (key: string) => [valueAt(raw, key), within(path, key)] as const
  return {
    id: readText(...at('id'), tell),
    by: readOneOf(...at('by'), barredBy, tell) ?? 'organisation',
    codes: readTexts(...at('codes'), tell),
    most: readCount(...at('most'), [0, bounds.partners, 0], tell),
    reason: readText(...at('reason'), tell),
  }
}
