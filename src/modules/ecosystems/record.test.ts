import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { languages } from '../../kernel/text.ts'
import { authorityByCode, municipalityByCode, regionByCode } from '../codes/index.ts'
import { type Ecosystem, ecosystemRecord, ecosystemSource, sourcesOf } from './record.ts'
import { shippedEcosystems, shippedSources } from './shipped.ts'
import { text } from './text.ts'

const byKey = new Map(shippedEcosystems.map((e) => [e.key, e]))
const hev = byKey.get('hev')!

/** The check digit of a Finnish business id: weights 7, 9, 10, 5, 8, 4, 2 modulo 11. */
function isBusinessId(id: string): boolean {
  const digits = /^(\d{7})-(\d)$/.exec(id)
  if (!digits) return false
  const sum = [...digits[1]!].reduce((total, d, i) => total + Number(d) * [7, 9, 10, 5, 8, 4, 2][i]!, 0)
  const rest = sum % 11
  return rest !== 1 && Number(digits[2]) === (rest === 0 ? 0 : 11 - rest)
}

/** Every text in a record that has a Finnish form. */
function textsOf(part: unknown, path = ''): { path: string; text: Record<string, string> }[] {
  if (typeof part !== 'object' || part === null) return []
  if ('fi' in part) return [{ path, text: part as Record<string, string> }]
  return Object.entries(part).flatMap(([name, inner]) => textsOf(inner, `${path}/${name}`))
}

describe.each(shippedEcosystems)('the ecosystem $key', (e) => {
  it('has the shape of a record', () => {
    expect(ecosystemRecord.safeParse(e).error?.issues ?? []).toEqual([])
  })
  it('names only sources that we list, and regions, municipalities and authorities that we know', () => {
    for (const key of sourcesOf(e)) expect(shippedSources[key], key).toBeDefined()
    for (const code of e.regions) expect(regionByCode(code), code).toBeDefined()
    for (const code of e.municipalities ?? []) {
      const municipality = municipalityByCode(code)
      expect(municipality, code).toBeDefined()
      expect(e.regions).toContain(municipality!.region)
    }
    for (const r of [...e.roles, ...(e.agreement?.parties ?? [])]) {
      if (!r.authority) continue
      expect(authorityByCode(r.authority)?.name.fi ?? '', r.authority).not.toBe('')
      if (!r.authority.endsWith('ely-keskus')) expect(r.name.fi).toBe(authorityByCode(r.authority)!.name.fi)
    }
  })
  it('is told in three languages', () => {
    const own = textsOf({ ...e, roles: [], agreement: undefined })
    for (const { path, text: t } of own) for (const l of languages) expect(t[l], `${path} ${l}`).toBeTruthy()
  })
  it('holds no personal data: no mail address, no telephone number', () => {
    expect(JSON.stringify(e)).not.toMatch(/@|\+358|\b0\d{2} ?\d{3,4} ?\d{3,4}\b/)
  })
  it('has only business ids whose check digit is right', () => {
    for (const r of [...e.roles, ...(e.agreement?.parties ?? [])])
      if (r.businessId) expect(isBusinessId(r.businessId), r.businessId).toBe(true)
  })
  it('points to ecosystems that are there, and never to itself', () => {
    for (const key of [e.parent, ...e.links.map((l) => l.to)].filter((k) => k !== undefined)) {
      expect(byKey.has(key), key).toBe(true)
      expect(key).not.toBe(e.key)
    }
  })
  it('begins before it ends, and dates of its agreement are inside its period', () => {
    const { start, end } = e.period ?? {}
    if (start && end) expect(start <= end).toBe(true)
    if (e.agreement) expect([e.agreement.signed, e.agreement.validTo]).toEqual([start, end])
  })
})

describe('the shipped ecosystems together', () => {
  it('are five systems and sixteen agreements, one of them among the five', () => {
    expect(shippedEcosystems.filter((e) => e.featured).map((e) => e.key)).toEqual([
      'hev',
      'ic16',
      'sixnet',
      'hgie',
      'vitali',
    ])
    const agreements = shippedEcosystems.filter((e) => e.kind === 'agreement')
    expect(agreements).toHaveLength(16)
    expect(agreements.every((e) => e.parent === 'ic16')).toBe(true)
    expect(byKey.size).toBe(20)
  })
  it('hold the 19 cities and one municipality of the agreements', () => {
    const municipalities = shippedEcosystems
      .filter((e) => e.kind === 'agreement')
      .flatMap((e) => e.municipalities ?? [])
    expect(new Set(municipalities).size).toBe(20)
    expect(municipalities.map((code) => municipalityByCode(code)?.name.fi)).toContain('Sotkamo')
  })
  it('have the known figures', () => {
    const amounts = (key: string) => byKey.get(key)!.money.map((m) => m.amount)
    expect(amounts('hev').slice(0, 2)).toEqual(['1333333.00', '30000000.00'])
    expect(amounts('sixnet')).toEqual(['128810.00', '260000.00', '325000.00'])
    expect(amounts('hgie')).toEqual(['357000.00'])
    expect(amounts('vitali')).toEqual(['112000.00', '7000.00'])
    expect(hev.frame.map((d) => [d.dimension, d.values.length])).toEqual([
      ['priority', 4],
      ['emphasis', 3],
      ['criterion', 5],
    ])
    expect(byKey.get('kajaani')!.goals?.map((g) => g.comparator + g.target)).toEqual([
      '=15',
      '=20',
      '>20',
      '>=2',
    ])
    expect(byKey.get('sixnet')!.regions).toEqual(['MK06', 'MK14', 'MK13', 'MK17', 'MK05'])
  })
  it('list each source in full, and only sources that are used', () => {
    const used = new Set(shippedEcosystems.flatMap((e: Ecosystem) => sourcesOf(e)))
    expect(z.record(z.string(), ecosystemSource).safeParse(shippedSources).error).toBeUndefined()
    expect(Object.keys(shippedSources).filter((key) => !used.has(key))).toEqual([])
  })
  it('say "unofficial" only of languages in which there is a name', () => {
    for (const e of shippedEcosystems) {
      for (const l of e.unofficial ?? []) expect(e.name[l], e.key).toBeTruthy()
      for (const v of e.frame.flatMap((d) => d.values))
        for (const l of v.unofficial ?? []) expect(v.name[l]).toBeTruthy()
    }
  })
})

describe('the words', () => {
  it('name every kind, role, qualifier and tie in three languages', () => {
    for (const l of languages) {
      for (const e of shippedEcosystems) {
        expect(text[l].kinds[e.kind]).toBeTruthy()
        for (const r of e.roles) expect(text[l].roles[r.role]).toBeTruthy()
        for (const m of e.money) expect(text[l].qualifiers[m.qualifier]('1 €')).toContain('1 €')
        for (const k of e.links) expect(text[l].linkKinds[k.kind]).toBeTruthy()
      }
    }
  })
})
