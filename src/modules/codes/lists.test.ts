import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { dayOf } from '../../kernel/time.ts'
import type { Code } from './lists.ts'
import * as lists from './lists.ts'
import { costModels, deMinimisRules, financingSources } from './money-rules.ts'
import { byCode, codesAt } from './rules.ts'

const day = z.string().refine((text) => {
  const [y, m, d] = text.split('-').map(Number)
  return dayOf(y ?? 0, m ?? 0, d ?? 0) === text
}, 'not a day')
const language = z.enum(['fi', 'sv', 'en'])
const names = z.strictObject({
  fi: z.string().min(1),
  sv: z.string().min(1).nullish(),
  en: z.string().min(1).nullish(),
})
const regionCode = z.string().regex(/^MK\d\d$/)
const successor = z.strictObject({ code: z.string(), from: day, regions: z.array(regionCode).optional() })
const code = z.strictObject({
  code: z.string().min(1),
  name: names,
  short: names.optional(),
  texts: z.array(z.string().min(1)).optional(),
  validFrom: day.optional(),
  validTo: day.optional(),
  successors: z.array(successor).optional(),
  unofficial: z.array(language).optional(),
  source: z.string(),
  verified: z.boolean(),
})
const period = z.enum(['2007-2013', '2014-2020', '2021-2027'])
const fund = z.enum(['ERDF', 'ESF', 'ESF+', 'JTF', 'CF', 'AKKE'])
const schemas = {
  periods: code,
  statuses: code,
  industries: code.extend({
    code: z.string().regex(/^([A-U]|\d\d)$/),
    section: z
      .string()
      .regex(/^[A-U]$/)
      .optional(),
  }),
  nuts2: code.extend({ code: z.string().regex(/^FI[12][\dA-D]$/) }),
  funds: code.extend({
    code: fund,
    projectCodeLetter: z.enum(['A', 'S']).optional(),
    national: z.literal(true).optional(),
  }),
  programmes: code.extend({ period, fund: fund.optional(), nationwide: z.literal(true).optional() }),
  priorities: code.extend({
    programme: z.string(),
    number: z.string(),
    fund,
    crossRegional: z.literal(true).optional(),
  }),
  objectives: code.extend({ programme: z.string(), number: z.string(), priority: z.string() }),
  municipalities: code.extend({
    code: z.string().regex(/^\d{3}$/),
    region: regionCode,
    languages: z.array(language).min(1),
  }),
  regions: code.extend({
    code: regionCode,
    nuts: z
      .array(
        z.strictObject({
          code: z.string().regex(/^FI[12][\dA-D][\dA-D]$/),
          validFrom: day,
          validTo: day.optional(),
          versions: z.array(z.enum(['2016', '2021', '2024'])).min(1),
          successors: z.array(successor).optional(),
        }),
      )
      .min(1),
    geometry: z.string(),
    nuts2: z.string(),
    languages: z.array(language).min(1),
    mainland: z.boolean(),
  }),
  authorities: code.extend({
    kind: z.enum(['regional-council', 'ely-centre', 'vitality-centre', 'ministry', 'agency', 'financier']),
    home: regionCode.optional(),
    standsFor: z.enum(['several', 'unknown']).optional(),
    areas: z.array(
      z.strictObject({
        period,
        regions: z.array(regionCode).optional(),
        area: z.string().optional(),
        source: z.string(),
        verified: z.boolean(),
      }),
    ),
  }),
}
type ListName = keyof typeof schemas
const listNames = Object.keys(schemas) as ListName[]
const sizes: Record<ListName, number> = {
  periods: 3,
  statuses: 3,
  industries: 109,
  nuts2: 5,
  funds: 6,
  programmes: 11,
  priorities: 60,
  objectives: 19,
  municipalities: 309,
  regions: 19,
  authorities: 49,
}

const contents: Record<ListName, readonly Code[]> = {
  periods: lists.periods,
  statuses: lists.statuses,
  industries: lists.industries,
  nuts2: lists.nuts2,
  funds: lists.funds,
  programmes: lists.programmes,
  priorities: lists.priorities,
  objectives: lists.objectives,
  municipalities: lists.municipalities,
  regions: lists.regions,
  authorities: lists.authorities,
}

describe.each(listNames)('code list %s', (name) => {
  const list = contents[name]
  it('has the shape its type says', () => {
    expect(z.array(schemas[name]).safeParse(list).error).toBeUndefined()
    expect(list).toHaveLength(sizes[name])
  })
  it('has each code once, and every successor is in the list and begins after the end', () => {
    const table = byCode(list)
    for (const item of list) {
      for (const next of item.successors ?? []) {
        expect(table.has(next.code), next.code).toBe(true)
        expect(next.from > (item.validTo ?? '')).toBe(true)
      }
    }
  })
  it('names a known source for each item', () => {
    for (const item of list)
      expect(lists.codeSources[item.source], `${item.code}: ${item.source}`).toBeDefined()
  })
})

describe('the lists together', () => {
  it('name only sources that something uses', () => {
    const used = new Set(listNames.flatMap((name) => contents[name].map((item) => item.source)))
    for (const a of lists.authorities) for (const area of a.areas) used.add(area.source)
    for (const one of lists.commonIndicators) used.add(one.source)
    for (const r of lists.regions) for (const n of r.nuts) for (const v of n.versions) used.add(`nuts-${v}`)
    for (const rule of [...costModels, ...deMinimisRules, ...financingSources]) used.add(rule.source)
    expect(Object.keys(lists.codeSources).filter((key) => !used.has(key))).toEqual([])
  })
  it('join: priorities to programmes, objectives to priorities, municipalities to regions, regions to NUTS 2', () => {
    const programmes = byCode(lists.programmes)
    const priorities = byCode(lists.priorities)
    const regions = byCode(lists.regions)
    const nuts2 = byCode(lists.nuts2)
    for (const p of lists.priorities) {
      const programme = programmes.get(p.programme)
      expect(programme, p.code).toBeDefined()
      expect(programme?.fund ?? p.fund).toBe(p.fund)
    }
    const industries = byCode(lists.industries)
    for (const i of lists.industries) {
      expect(/^\d/.test(i.code), i.code).toBe(i.section !== undefined)
      if (i.section) expect(industries.has(i.section), i.code).toBe(true)
    }
    for (const o of lists.objectives) expect(priorities.has(o.priority), o.code).toBe(true)
    for (const m of lists.municipalities) expect(regions.has(m.region), m.code).toBe(true)
    for (const r of lists.regions) {
      expect(nuts2.has(r.nuts2)).toBe(true)
      expect(r.nuts.some((n) => n.code === r.geometry)).toBe(true)
    }
    for (const a of lists.authorities) {
      for (const area of a.areas) for (const r of area.regions ?? []) expect(regions.has(r)).toBe(true)
    }
  })
  it('say in three languages what every visitor reads', () => {
    for (const list of [
      lists.funds,
      lists.programmes,
      lists.priorities,
      lists.industries,
      lists.regions,
      lists.nuts2,
      lists.statuses,
    ]) {
      for (const item of list) expect([item.name.sv, item.name.en].every(Boolean), item.code).toBe(true)
    }
  })
  it('hold 309 municipalities before 2025 and 308 after it', () => {
    const before = lists.municipalities.filter((m) =>
      codesAt(lists.municipalities, m.code, '2024-06-01').includes(m),
    )
    const after = lists.municipalities.filter((m) =>
      codesAt(lists.municipalities, m.code, '2025-06-01').includes(m),
    )
    expect([before.length, after.length]).toEqual([309, 308])
    expect(codesAt(lists.municipalities, '588', '2025-06-01').map((m) => m.name.fi)).toEqual(['Mäntyharju'])
  })
})

const outlines = new URL('../../../data/geometry/finland-nuts3.json', import.meta.url)
if (!existsSync(outlines))
  describe.skipIf(!existsSync(outlines))('the map', () => {
    it('has the outline of each of the 19 regions under the code that the region names', () => {
      const map = JSON.parse(readFileSync(outlines, 'utf8')) as { regions: { code: string }[] }
      expect(lists.regions.map((r) => r.geometry).sort()).toEqual(map.regions.map((r) => r.code).sort())
    })
  })

describe('the common indicators of the ERDF', () => {
  const list = lists.commonIndicators
  const shape = z.strictObject({
    code: z.string().regex(/^RC[OR]\d{2,3}$/),
    kind: z.enum(['output', 'result']),
    name: names.extend({ fi: z.string().min(1).optional(), en: z.string().min(1) }),
    unit: names.extend({ fi: z.string().min(1).optional(), en: z.string().min(1) }),
    aggregation: z.enum(['sum', 'unique']),
    decimals: z.number().int().min(0).max(6),
    usual: z.literal(true).optional(),
    unofficial: z.array(language).optional(),
    source: z.string(),
    verified: z.literal(true),
  })

  it('have each code once and what their type says; what was not read is left out', () => {
    expect(z.array(shape).safeParse(list).error).toBeUndefined()
    expect(new Set(list.map(({ code }) => code)).size).toBe(list.length)
    expect(list.map(({ code }) => code)).not.toContain('RCO30')
    expect(list.every(({ code, kind }) => (kind === 'output') === code.startsWith('RCO'))).toBe(true)
  })

  it('say of each name that is our own translation that it is, and of each source that it is known', () => {
    expect(
      list.filter(({ name, unofficial }) => Boolean(name.fi) !== (unofficial?.includes('fi') ?? false)),
    ).toEqual([])
    expect(list.filter(({ source }) => !lists.codeSources[source])).toEqual([])
  })
})
