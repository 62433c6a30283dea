import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { type Form, readForm } from '../../engine/form/index.ts'
import { emptySettings } from '../calls/settings.ts'
import { checkApplication } from './check.ts'
import { nothingKnown } from './money-known.ts'
import { termsOf } from './money-terms.ts'

const json = (path: string) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'))
const read = readForm(json('../../../data/forms/ecosystem-agreement.json'))
if (!('form' in read)) throw new Error('the shipped form cannot be read')
const form: Form = read.form
const [model] = json('../../../data/codes/cost-models.json').items
const terms = termsOf(
  { ...emptySettings, costModels: [model], rates: [{ costModel: null, applicant: '', most: '60' }] },
  new Date('2026-11-22T10:00:00Z'),
)

const plan = {
  'partners.rows': '1',
  'partners.1.organisation': 'Testi Oy',
  'partners.1.role': 'lead',
  'budget.1.salaries': '100 000,00',
  'financing.1.grant': '84 000',
  'financing.1.municipal': '40 000,50',
  'financing.1.private': '15 999,50',
}
const committed = (rows: readonly (readonly [string, string, string])[]) =>
  Object.fromEntries([
    ['commitments.rows', rows.map((_, i) => `${i + 1}`).join('\n')],
    ...rows.flatMap(([financier, kind, amount], i) =>
      Object.entries({ financier, kind, amount, state: 'signed' }).map(([column, value]) => [
        `commitments.${i + 1}.${column}`,
        value,
      ]),
    ),
  ])
const told = (answers: Record<string, string>) => {
  const { parts } = checkApplication(form, answers, terms, new Map(), nothingKnown)
  const part = parts.find((p) => p.section.key === 'financing')!
  const gaps = part.gaps.filter((gap) => gap.question === 'commitments')
  return {
    state: part.state,
    gaps: gaps.map(({ field, text }) => [field, text.fi.replaceAll(/\s/g, ' ')]),
    swedish: gaps.map(({ text }) => text.sv.replaceAll(/\s/g, ' ')),
  }
}
const met = [
  ['Espoo', 'municipal', '30 000'],
  ['Vantaa', 'municipal', '10000.50'],
  ['Yritys Oy', 'private', '15 999,50'],
] as const

it('says nothing before a commitment is written, nor when the sums agree to the cent', () => {
  expect(told(plan).gaps).toEqual([])
  expect(told({ ...plan, ...committed(met) }).gaps).toEqual([])
})

it('tells a cent, by financier, with both figures and where to mend it; keeps the section from being whole', () => {
  const rows = met.map((row) => (row[0] === 'Vantaa' ? (['Vantaa', row[1], '10 000,49'] as const) : row))
  const { state, gaps, swedish } = told({ ...plan, ...committed(rows) })
  expect(state).toBe('wrong')
  expect(gaps).toEqual([
    [
      'commitments.1.amount',
      'Kuntien rahoitus: sitoumuksia on 40 000,49 € (Espoo 30 000 €, Vantaa 10 000,49 €), rahoitussuunnitelmassa 40 000,50 €. Korjaa sitoumuksen määrä tai suunnitelman rivi ”Kuntien rahoitus” osiossa Rahoitus.',
    ],
  ])
  expect(swedish[0]).toContain('Kommunal finansiering: förbindelserna är 40 000,49 €')
})

it('tells what the plan has of a source that nobody has committed to', () => {
  const { gaps } = told({ ...plan, ...committed(met.slice(0, 2)) })
  expect(gaps).toEqual([
    ['commitments.rows', expect.stringContaining('rahoitussuunnitelmassa on 15 999,50 €')],
  ])
})

it('does not guess at a sum of which a part cannot be read', () => {
  const { gaps } = told({ ...plan, ...committed([...met, ['Lahti', 'municipal', '1,2,3']]) })
  expect(gaps.map(([field]) => field)).toEqual(['commitments.4.amount'])
  expect(gaps[0]![1]).not.toContain('sitoumuksia')
})
