import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addUpBudget, type CostModel, readCostModel } from '../../engine/budget/index.ts'
import { costModels } from '../codes/index.ts'
import { limitName, limitSaid, lineSaid } from './model-said.ts'
import { exampleAmounts, readModel, writtenModel } from './own-model.ts'

const texts = fc
  .tuple(fc.constantFrom('Palkat', 'Matkat', 'Laitteet'), fc.constantFrom('Löner', 'Resor'))
  .map(([fi, sv]) => ({ fi, sv, en: 'Costs' }))
const euros = fc.integer({ min: 0, max: 10 ** 9 }).map((n) => `${n}.${String(n % 100).padStart(2, '0')}`)
const percent = fc
  .tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 999_999 }))
  .map(([n, d]) => (d === 0 ? `${n}` : `${n}.${String(d).padStart(6, '0').replace(/0+$/, '')}`))

/** Any model that the editor can hold: what is computed is computed of lines before it. */
const model: fc.Arbitrary<CostModel> = fc
  .record({
    name: texts,
    rounding: fc.constantFrom('half-up' as const, 'down' as const),
    kinds: fc.array(fc.constantFrom('typed', 'percent', 'lump', 'revenue'), { minLength: 1, maxLength: 11 }),
    names: fc.array(texts, { minLength: 12, maxLength: 12 }),
    percent,
    euros,
    limits: fc.array(
      fc.tuple(fc.constantFrom('most', 'least', 'percent'), fc.constantFrom('project', 'partner')),
      {
        maxLength: 6,
      },
    ),
  })
  .map(({ name, rounding, kinds, names, percent, euros, limits }) => {
    const lines: CostModel['lines'][number][] = [{ code: 'first', kind: 'typed', name: names[0]! }]
    kinds.forEach((kind, i) => {
      const common = { code: `line-${i + 1}`, name: names[i + 1]! }
      const costs = lines.filter((l) => !(l.kind === 'typed' && l.deducted)).map((l) => l.code)
      if (kind === 'percent') lines.push({ ...common, kind, percent, of: costs })
      else if (kind === 'lump') lines.push({ ...common, kind, amount: euros })
      else lines.push({ ...common, kind: 'typed', ...(kind === 'revenue' && { deducted: true }) })
    })
    const bare = {
      code: 'own-1',
      name,
      projects: [],
      lines,
      rounding,
      source: 'hev-2027-1',
      verified: true as const,
    }
    return {
      ...bare,
      limits: limits.map(([kind, each], i) => {
        const common = { code: `limit-${i + 1}`, each: each as 'project', what: 'total' as const }
        const limit =
          kind === 'percent'
            ? { ...common, percent, of: ['first'] }
            : kind === 'least'
              ? { ...common, least: euros }
              : { ...common, most: euros }
        return { ...limit, name: limitName(bare, limit) }
      }),
    }
  })

const asked = { code: 'own-1', source: 'hev-2027-1', needed: ['fi', 'sv'] as const }

describe('a cost model of a call’s own', () => {
  it('comes out of its form as it went in, and the engine takes it', () => {
    fc.assert(
      fc.property(model, (m) => {
        expect(readCostModel(m).ok).toBe(true)
        expect(
          readModel(writtenModel(m, ['fi', 'sv', 'en']), { ...asked, needed: ['fi', 'sv', 'en'] }),
        ).toEqual({
          model: m,
        })
      }),
    )
  })

  it('begins from any shipped model, whose lines and limits it keeps', () => {
    for (const shipped of costModels) {
      const { model: own } = readModel(writtenModel(shipped, ['fi', 'sv', 'en']), asked)
      expect(own!.lines).toEqual(shipped.lines)
      expect(own!.limits.map(({ name: _, code: __, ...limit }) => limit)).toEqual(
        shipped.limits.map(({ name: _, code: __, ...limit }) => limit),
      )
    }
  })

  it('says what is wrong at its field', () => {
    const wrongOf = (more: Record<string, string>) =>
      readModel({ 'name.fi': 'A', 'name.sv': 'A', ...more }, asked).wrong?.map((w) => `${w.field} ${w.what}`)
    expect(wrongOf({})).toEqual(['lines.0.kind noLines'])
    const typed = { 'lines.0.kind': 'typed', 'lines.0.fi': 'Palkat', 'lines.0.sv': 'Löner' }
    expect(wrongOf(typed)).toBeUndefined()
    expect(readModel({ 'name.fi': 'A', ...typed }, asked).wrong).toEqual([{ field: 'name.sv', what: 'name' }])
    const flat = { ...typed, 'lines.1.kind': 'percent', 'lines.1.fi': 'Muut', 'lines.1.sv': 'Övriga' }
    expect(wrongOf(flat)).toEqual(['lines.1.percent percent', 'lines.1.of of'])
    expect(wrongOf({ ...flat, 'lines.1.percent': '150', 'lines.1.of': '7' })).toEqual([
      'lines.1.percent percent',
      'lines.1.of unknownLine',
    ])
    expect(wrongOf({ ...flat, 'lines.1.percent': '40', 'lines.1.of': '2' })).toEqual(['lines.0.of circular'])
    expect(
      wrongOf({ ...flat, 'lines.0.kind': 'revenue', 'lines.1.percent': '40', 'lines.1.of': '1' }),
    ).toEqual(['lines.1.of deducted'])
    expect(wrongOf({ ...typed, 'limits.0.kind': 'most' })).toEqual([
      'limits.0.each each',
      'limits.0.amount amount',
    ])
  })

  it('is said in plain words and shown by an example that is exact', () => {
    const flat = costModels.find((m) => m.code === 'FR40')!
    expect(lineSaid(flat, flat.lines[1]!, 'fi')).toBe('40 % rivistä Palkkakustannukset; lasketaan itse')
    const lump = costModels.find((m) => m.code === 'LUMP')!
    expect(limitSaid(lump, lump.limits[0]!, 'sv')).toContain('högst 200 000 euro')
    const half = { ...costModels.find((m) => m.code === 'FR1_5')! }
    const amounts = exampleAmounts(half, () => '1 234,50')
    const { all } = addUpBudget(half, { years: [], partners: [{ partner: '1', amounts }] })
    // 1.5 % of 1234.50 is 18.5175 euros.
    expect(all.lines.get('other')!.total).toBe(1852n)
    expect(all.total.total).toBe(125_302n)
  })
})
