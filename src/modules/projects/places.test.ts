import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { visit, whatIsSent } from '../../../test/page-request.ts'
import { applyList, sampleNow } from '../../../test/sample-projects.ts'
import { perform } from '../../kernel/action.ts'
import type { Stage } from '../../kernel/context.ts'
import type { Language } from '../../kernel/text.ts'
import { get } from './actions.ts'
import { provenance } from './context-actions.ts'
import { pages } from './pages.tsx'

let database: TestDatabase
const stage = (language: Language = 'fi') =>
  ({ database: database.db, actor: { kind: 'visitor' }, now: sampleNow, language }) as Stage

beforeAll(async () => {
  database = await freshDatabase()
  await applyList(database.db, 'kunnat.csv', '2026-01-01', [
    { code: 'A1', title: 'Yhden kunnan hanke', municipalities: ['Oulu'] },
    { code: 'A2', title: 'Kahden kunnan hanke', municipalities: ['Oulu', 'Kempele'] },
    { code: 'A3', title: 'Kahden maakunnan hanke', municipalities: ['Oulu', 'Tampere'] },
    { code: 'A4', title: 'Hanke sijainnin mukaan', region: 'Uleåborg' },
    { code: 'A5', title: 'Maakunta sanottu', region: 'Lappi', municipalities: ['Oulu'] },
    { code: 'A6', title: 'Svenskt projekt', municipalities: ['Sund'], granted: '10.00', currency: 'SEK' },
  ])
})
afterAll(() => database.drop())

it('takes the region from the municipalities of a list where they lie in one', async () => {
  const placed = async (code: string) => {
    const { region, regionFrom } = await perform(get, stage(), { code })
    return [region, regionFrom]
  }
  expect(await placed('A1')).toEqual(['MK17', 'municipality'])
  expect(await placed('A2')).toEqual(['MK17', 'municipality'])
  expect(await placed('A3')).toEqual([null, null])
  expect(await placed('A4')).toEqual(['MK17', 'municipality'])
  expect(await placed('A5')).toEqual(['MK19', 'list'])
  expect(await placed('A6')).toEqual([null, null])
})

it('says by which municipality, with the list and the row', async () => {
  const of = async (code: string) => perform(provenance, stage(), { code, field: 'region' })
  expect(await of('A2')).toMatchObject({
    from: 'municipalities',
    method: 'from-municipality',
    by: ['Oulu', 'Kempele'],
    origin: { file: 'kunnat.csv', row: 3 },
  })
  expect(await of('A4')).toMatchObject({ from: 'region', by: ['Uleåborg'], origin: { row: 5 } })
  const page = async (language: Language) => whatIsSent(await visit(pages, stage(language), '/projects/A1'))
  expect(await page('fi')).toContain('luettelon mainitseman kunnan mukaan')
  expect(await page('sv')).toContain('enligt kommunen i förteckningen')
  expect(await page('en')).toContain('by the municipality in the list')
})
