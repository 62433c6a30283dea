import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { applyList } from '../../../test/sample-projects.ts'
import { findProjects, projectList } from '../projects/index.ts'
import { meaningsIn } from './meanings.ts'
import { subjectOntology } from './ontology.ts'

const project = (code: string, title: string) => ({
  code,
  title,
  fund: 'ERDF',
  lead: { name: 'Oulun yliopisto' },
})

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
  await applyList(database.db, 'list.csv', '2020-01-01', [
    project('A1', 'Kiertotalouden uudet palvelut kunnissa'),
    project('A2', 'Cirkulär ekonomi i Österbotten'),
    project('A3', 'Matkailun kehittäminen'),
    project('A4', 'Kiertotalouden koulutus'),
  ])
})
afterAll(() => database.drop())

const found = async (q: string, meanings?: 'off') => {
  const page = await findProjects(database.db, { kind: 'visitor' }, projectList.parse({ q, meanings }))
  return { codes: page.rows.map((p) => p.code).sort(), also: page.also }
}

describe('a search by meanings', () => {
  it('finds Finnish titles by the Swedish and English names of what they are about', async () => {
    expect(await found('cirkulär ekonomi')).toEqual({ codes: ['A1', 'A2', 'A4'], also: ['kiertotalous'] })
    const english = await found('circular economy')
    expect(english.codes).toEqual(['A1', 'A2', 'A4'])
    expect(english.also).toEqual(['kiertotalous', 'cirkulär ekonomi'])
  })
  it('still asks for the other words, and not for those that say nothing', async () => {
    expect(await found('cirkulär ekonomi i kommuner')).toEqual({
      codes: ['A1'],
      also: ['kiertotalous', 'kunnat'],
    })
    expect((await found('cirkulär ekonomi Österbotten')).codes).toEqual(['A2'])
  })
  it('is turned off by quotation marks or by who asks', async () => {
    expect(await found('"cirkulär ekonomi"')).toEqual({ codes: ['A2'], also: [] })
    expect(await found('cirkulär ekonomi', 'off')).toEqual({ codes: ['A2'], also: [] })
  })
  it('leaves Finnish words, unsure ones and what nothing has alone', async () => {
    expect(await found('kiertotalous')).toEqual({ codes: ['A1', 'A4'], also: [] })
    const ontology = await subjectOntology()
    for (const words of ['robot', 'data', 'project', 'hanke', 'media', ''])
      expect(meaningsIn(words, ontology), words).toEqual([])
    expect((await found('artificial intelligence')).also).toEqual([])
  })
})
