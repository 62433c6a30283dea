import type { Call, Candidate, Fact, Tie } from '../src/engine/network/cover/index.ts'

/** Numbers that look random and are the same in each run (mulberry32). */
export function seeded(seed: number) {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  return { next, below: (n: number): number => Math.floor(next() * n) }
}

export const today = 20_000
const regions = 19
const countries = ['FI', 'SE', 'EE', 'DK', 'NO']

/** A call of some demands: mostly competences of four subjects each, some asked of two partners, regions, countries. */
export function randomCall(demands: number, seed: number): Call {
  const { below } = seeded(seed)
  return {
    demands: Array.from({ length: demands }, (_, d) => {
      const own =
        d === 0
          ? { asks: { kind: 'anybody' as const }, counted: 'countries' as const, need: 2 }
          : d === 1
            ? { asks: { kind: 'anybody' as const }, counted: 'regions' as const, need: 4 }
            : d === 2
              ? { asks: { kind: 'size' as const, codes: ['sme'] }, counted: 'partners' as const, need: 2 }
              : {
                  asks: {
                    kind: 'competence' as const,
                    subjects: Array.from({ length: 4 }, () => 1 + below(400)),
                    words: [],
                  },
                  counted: 'partners' as const,
                  need: 1 + (d % 4 === 0 ? 1 : 0),
                }
      return {
        id: `d${d}`,
        name: `Vaatimus ${d}`,
        must: d % 5 !== 4,
        weight: 5 + below(10),
        enough: d % 7 === 6 ? ('shown' as const) : ('either' as const),
        source: '',
        ...own,
      }
    }),
    limits: { least: 2, most: 12, altogether: 500_000_000n },
    exclusions: [{ id: 'e', by: 'organisation-kind', codes: ['consultant'], most: 1, reason: '' }],
  }
}

/** Candidates with up to 20 facts of up to five subjects. */
export function randomCandidates(count: number, seed: number): Candidate[] {
  const { below, next } = seeded(seed)
  const fact = (i: number): Fact => ({
    id: `f${i}`,
    kind: next() < 0.6 ? 'project' : 'statement',
    title: `Peruste ${i}`,
    until: today - below(4_000),
    subjects: Array.from({ length: 1 + below(5) }, () => 1 + below(400)),
  })
  return Array.from({ length: count }, (_, c) => ({
    id: `c${String(c).padStart(5, '0')}`,
    name: `Ehdokas ${c}`,
    kind: ['company', 'university', 'municipality', 'consultant'][below(4)]!,
    region: String(below(regions)),
    country: countries[Math.floor(next() ** 3 * countries.length)]!,
    size: (['micro', 'small', 'medium', 'large'] as const)[below(4)]!,
    share: BigInt(5_000_000 + below(60_000_000)),
    projects: below(30),
    likeness: Math.round(next() ** 4 * 100) / 100,
    facts: Array.from({ length: below(20) }, (_, i) => fact(i)),
  }))
}

export function randomTies(candidates: readonly Candidate[], count: number, seed: number): Tie[] {
  const { below, next } = seeded(seed)
  const one = () => candidates[Math.floor(next() ** 2 * candidates.length)]!.id
  return Array.from({ length: count }, () => ({
    a: one(),
    b: one(),
    weight: 1 / (1 + below(6)),
    last: today - below(4_000),
  }))
}
