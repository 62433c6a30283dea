import { type Candidate, type DayNumber, type Fact, factKinds } from './candidate.ts'
import type { Asks, Call, Demand } from './demand.ts'
import { themeFinder } from './themes.ts'

/** What is known of a cell, as bits: stated by the candidate, shown to others, and enough for the demand. */
export const stated = 1
export const shown = 2
export const meets = 4

/** Which candidate meets which demand. Arrays hold one demand after another: `demand * candidates.length + candidate`. */
export type Evidence = {
  readonly call: Call
  readonly candidates: readonly Candidate[]
  readonly today: DayNumber
  readonly places: ReadonlyMap<string, number>
  readonly bits: Uint8Array
  /** 0 to 100: how surely it is met, by all facts together. */
  readonly strength: Uint8Array
  /** The regions and countries of candidates as numbers; -1 where it is not known. */
  readonly regions: Int32Array
  readonly countries: Int32Array
  /** The demands that a fact of a candidate is evidence of. */
  readonly tells: (fact: Fact) => readonly number[]
}

/** A fact as evidence of one demand: 0 to 100. */
export type Shown = { readonly fact: Fact; readonly shown: boolean; readonly strength: number }

/** One cell of the cover matrix. `register`: what the register says of the organisation itself is enough. */
export type Cell = {
  readonly state: 'shown' | 'stated' | 'no'
  /** The demand takes this evidence as enough. */
  readonly meets: boolean
  readonly strength: number
  readonly register: boolean
  /** The strongest first. */
  readonly facts: readonly Shown[]
}

/** Reads off all facts what each candidate meets. Some 50 ms for 10 000 candidates with ten facts each. */
export const readEvidence = (call: Call, candidates: readonly Candidate[], today: DayNumber): Evidence =>
  evidenceReader(call)(candidates, today)

/** The same for one call and many lists of candidates: what the call demands, and each fact that stays, is read once. */
export function evidenceReader(call: Call) {
  const find = factReader(call.demands)
  return (candidates: readonly Candidate[], today: DayNumber): Evidence =>
    evidenceOf(call, find, candidates, today)
}

function evidenceOf(
  call: Call,
  find: ReturnType<typeof factReader>,
  candidates: readonly Candidate[],
  today: DayNumber,
): Evidence {
  const { demands } = call
  const n = candidates.length
  const bits = new Uint8Array(demands.length * n)
  const strength = new Uint8Array(demands.length * n)
  const lacking = new Float64Array(demands.length)
  const registered = [...demands.keys()].filter((d) => isOfRegister(demands[d]!.asks))
  // Most of thousands of candidates have nothing to show: what is done for each of them is what takes time.
  for (let c = 0; c < n; c++) {
    const candidate = candidates[c]!
    lacking.fill(1)
    for (const d of registered)
      if (isOfItself(demands[d]!.asks, candidate)) {
        bits[d * n + c] = shown
        lacking[d] = 0
      }
    for (const fact of candidate.facts) {
      const told = find(fact)
      if (told.length === 0) continue
      const left = 1 - strengthOf(fact, today) / 100
      const bit = factKinds[fact.kind].shown ? shown : stated
      for (const d of told) {
        bits[d * n + c]! |= bit
        lacking[d]! *= left
      }
    }
    for (let d = 0; d < demands.length; d++) {
      const at = d * n + c
      if (bits[at] === 0) continue
      strength[at] = Math.max(1, Math.round(100 * (1 - lacking[d]!)))
      if (isEnough(demands[d]!, bits[at]!)) bits[at]! |= meets
    }
  }
  return {
    call,
    candidates,
    today,
    places: new Map(candidates.map(({ id }, c) => [id, c])),
    bits,
    strength,
    regions: numbered(candidates.map(({ region }) => region)),
    countries: numbered(candidates.map(({ country }) => country)),
    tells: find,
  }
}

/** The cell of the matrix with its facts, for one who looks at it. */
export function cellOf(evidence: Evidence, d: number, c: number): Cell {
  const { call, candidates, today, bits, strength } = evidence
  const at = d * candidates.length + c
  const demand = call.demands[d]!
  const facts: Shown[] = []
  for (const fact of candidates[c]!.facts)
    if (evidence.tells(fact).includes(d))
      facts.push({ fact, shown: factKinds[fact.kind].shown, strength: Math.round(strengthOf(fact, today)) })
  facts.sort((a, b) => b.strength - a.strength || (a.fact.id < b.fact.id ? -1 : 1))
  return {
    state: bits[at]! & shown ? 'shown' : bits[at]! & stated ? 'stated' : 'no',
    meets: (bits[at]! & meets) !== 0,
    strength: strength[at]!,
    register: isOfItself(demand.asks, candidates[c]!),
    facts,
  }
}

/** Candidates with those of their facts alone that are evidence of a demand: the same evidence, and little to send. */
export function onlyTelling({ candidates, tells }: Evidence, places: readonly number[]): Candidate[] {
  return places.map((place) => {
    const candidate = candidates[place]!
    return { ...candidate, facts: candidate.facts.filter((fact) => tells(fact).length > 0) }
  })
}

/** 0 to 100: what a fact of its kind is worth at its age. One of unknown age counts as one half-life old. */
function strengthOf({ kind, until }: Fact, today: DayNumber): number {
  const { strength, halfLife } = factKinds[kind]
  if (halfLife === undefined) return strength
  return strength * 2 ** -(until === undefined ? 1 : Math.max(0, today - until) / halfLife)
}

function isEnough({ enough }: Demand, bits: number): boolean {
  if (enough === 'either') return bits !== 0
  return enough === 'shown' ? (bits & shown) !== 0 : (bits & (shown | stated)) === (shown | stated)
}

const ofRegister: ReadonlySet<Asks['kind']> = new Set([
  'anybody',
  'organisation-kind',
  'region',
  'country',
  'size',
  'industry',
])
const isOfRegister = ({ kind }: Asks): boolean => ofRegister.has(kind)

/** Whether what the register says of an organisation meets a demand. */
function isOfItself(asks: Asks, { kind, region, country, size, industries }: Candidate): boolean {
  const has = (code: string | undefined, codes: readonly string[]) =>
    code !== undefined && codes.includes(code)
  switch (asks.kind) {
    case 'anybody':
      return true
    case 'organisation-kind':
      return has(kind, asks.codes)
    case 'region':
      return has(region, asks.codes)
    case 'country':
      return has(country, asks.codes)
    case 'size':
      return has(size, asks.codes) || (asks.codes.includes('sme') && size !== undefined && size !== 'large')
    case 'industry':
      return industries?.some((code) => asks.codes.some((prefix) => code.startsWith(prefix))) ?? false
    default:
      return false
  }
}

/** The demands that a fact is evidence of, each once. What was read of a fact is kept as long as the fact itself is. */
function factReader(demands: readonly Demand[]) {
  const themes = themeFinder(demands)
  const own = new Map(demands.map(({ id }, d) => [id, d]))
  const other = [...demands.entries()].filter(([, { asks }]) => ['role', 'language'].includes(asks.kind))
  const read = (fact: Fact): readonly number[] => {
    const told = new Set<number>()
    themes(fact, (d) => {
      if (demands[d]!.asks.kind === 'competence' || fact.testBed) told.add(d)
    })
    for (const [d, { asks }] of other) {
      if (asks.kind === 'role' && fact.roles?.some((role) => asks.roles.includes(role))) told.add(d)
      if (asks.kind === 'language' && fact.languages?.some((code) => asks.codes.includes(code))) told.add(d)
    }
    for (const id of fact.demands ?? []) {
      const d = own.get(id)
      if (d !== undefined) told.add(d)
    }
    return told.size === 0 ? nothing : [...told]
  }
  const kept = new WeakMap<Fact, readonly number[]>()
  return (fact: Fact): readonly number[] => {
    const before = kept.get(fact)
    if (before) return before
    const told = read(fact)
    kept.set(fact, told)
    return told
  }
}

const nothing: readonly number[] = []

function numbered(codes: readonly (string | undefined)[]): Int32Array {
  const numbers = new Map<string, number>()
  return Int32Array.from(codes, (code) => {
    if (code === undefined) return -1
    if (!numbers.has(code)) numbers.set(code, numbers.size)
    return numbers.get(code)!
  })
}
