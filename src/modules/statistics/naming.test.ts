import { expect, it } from 'vitest'
import type { Dimension } from '../../engine/statistics/index.ts'
import { unitNames, unitText } from './category-names.ts'
import { updatedText } from './list-page.tsx'
import { named } from './naming.ts'
import { usual } from './view.ts'

const dimension = (id: string, categories: Dimension['categories']): Dimension => ({
  id,
  name: {},
  categories,
})
const namesOf = (id: string, categories: Dimension['categories']) =>
  named([dimension(id, categories)])[0]!.categories.map(({ name }) => name)

it('a category that its source names in one language has the others where they are known', () => {
  expect(namesOf('Sukupuoli', [{ code: '1', name: { fi: 'Miehet' } }])).toEqual([
    { fi: 'Miehet', sv: 'Män', en: 'Men' },
  ])
  expect(namesOf('tyyppi', [{ code: 'SSS', name: { en: 'Total' } }])).toEqual([
    { fi: 'Yhteensä', sv: 'Totalt', en: 'Total' },
  ])
  expect(namesOf('Toimiala', [{ code: 'C', name: { fi: 'C Teollisuus' } }])).toEqual([
    { fi: 'C Teollisuus', sv: 'C Tillverkning', en: 'C Manufacturing' },
  ])
})

it('what the source says stays, and what is not known is not invented', () => {
  expect(namesOf('Sukupuoli', [{ code: '1', name: { fi: 'Miehet', sv: 'Karlar' } }])).toEqual([
    { fi: 'Miehet', sv: 'Karlar', en: 'Men' },
  ])
  // The same code with other words is another thing.
  expect(namesOf('Toimiala', [{ code: 'C', name: { fi: 'Jokin muu' } }])).toEqual([{ fi: 'Jokin muu' }])
  expect(unitNames('tuhatta tonnia')).toEqual({ fi: 'tuhatta tonnia' })
  expect([unitText('Miljoonaa euroa', 'sv'), unitText('tuhatta tonnia', 'en')]).toEqual([
    'Miljoner euro',
    'tuhatta tonnia',
  ])
})

it('a total is shown first, and T is one only where it is no industry', () => {
  const of = (...codes: string[]) => usual({ categories: codes.map((code) => ({ code, name: {} })) })
  expect([
    of('F', 'M', 'T'),
    of('1', '2', 'SSS'),
    of('A', 'S', 'T', 'U'),
    of('A', 'S', 'T', 'TOTAL'),
  ]).toEqual(['T', 'SSS', 'A', 'TOTAL'])
})

it('a day of the source has its year in each language', () => {
  const told = (['fi', 'sv', 'en'] as const).map((language) => updatedText('2025-06-03T10:00:00Z', language))
  expect(told).toEqual(['3.6.2025', '3.6.2025', '3 Jun 2025'])
  expect([updatedText(null, 'fi'), updatedText('kesällä', 'fi')]).toEqual(['', 'kesällä'])
})
