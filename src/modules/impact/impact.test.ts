import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { visit, whatIsSent } from '../../../test/page-request.ts'
import { actingAs, somebody, type TestPerson } from '../../../test/people.ts'
import type { Stage } from '../../kernel/context.ts'
import { transaction } from '../../kernel/db.ts'
import { loadShippedEcosystems } from '../ecosystems/index.ts'
import { chainAction, endAction, itemAction, saveAction } from './actions.ts'
import type { Item } from './content.ts'
import { impactModule } from './module.ts'
import { impactSubject } from './subjects.ts'

const now = new Date('2026-11-23T06:00:00Z')
let database: TestDatabase
let stage: Stage
let coordinator: TestPerson
let member: TestPerson
let elsewhere: TestPerson

beforeAll(async () => {
  database = await freshDatabase()
  stage = {
    database: database.db,
    actor: { kind: 'visitor' },
    way: 'page',
    now,
    language: 'fi',
    subjects: new Map([[impactSubject.kind, impactSubject]]),
  } as unknown as Stage
  await transaction(database.db, (tx) => loadShippedEcosystems(tx, now))
  const keys = await database.db.selectFrom('ecosystem').select(['id', 'key']).execute()
  const of = (key: string) => keys.find((e) => e.key === key)!.id
  coordinator = await somebody(database, 'Kaarlo Koordinaattori', [['coordinator', of('hgie')]])
  member = await somebody(database, 'Maija Mukana', [['member', of('hgie')]])
  elsewhere = await somebody(database, 'Elli Muualta', [['coordinator', of('hev')]])
})
afterAll(() => database.drop())

const as = (person: TestPerson) => actingAs(database, stage, person)
const key = 'hgie'
const save = (said: object, person = coordinator) =>
  as(person)<{ entry: string }>(saveAction, { key, evidence: 'none', horizon: 'year', ...said })
const chain = async (person = coordinator) =>
  (await as(person)<{ items: Item[] }>(chainAction, { key })).items
const versions = async (entry: string, person = coordinator) =>
  (await as(person)<{ versions: Item[] }>(itemAction, { key, entry })).versions
const page = async (path: string) =>
  whatIsSent(await visit(impactModule.pages!, stage, `/ecosystems/${key}/impact${path}`))

describe('the chain', () => {
  let effect: string
  let output: string

  it('is written by those who keep the ecosystem, and by nobody else', async () => {
    for (const person of [member, elsewhere])
      await expect(save({ kind: 'actors', title: { fi: 'Yritykset kasvavat' } }, person)).rejects.toThrow()
    effect = (await save({ kind: 'actors', title: { fi: 'Yritykset kasvavat' } })).entry
    output = (
      await save({ kind: 'output', title: { fi: 'Kokeilu' }, contributes: [effect], share: 'public' })
    ).entry
    expect((await chain()).map(({ entry }) => entry)).toEqual([effect, output])
  })

  it('shows what is for its own people to them alone', async () => {
    expect((await chain(member)).length).toBe(2)
    expect((await chain(elsewhere)).map(({ entry }) => entry)).toEqual([output])
    const told = await page('')
    expect(told).toContain('Kokeilu')
    expect(told).not.toContain('Yritykset kasvavat')
    expect(told).toContain('Myötävaikutus, ei todistettu syy')
    await expect(versions(effect, elsewhere)).rejects.toThrow()
  })

  it('keeps what was said before a change, and who said it to its own people alone', async () => {
    const said = {
      kind: 'output',
      entry: output,
      title: { fi: 'Kuusi kokeilua' },
      evidence: 'measured',
      measure: 'Kokeiluja',
      value: '6',
      source: 'Kalenteri',
      share: 'public',
      reason: 'Luku saatiin.',
    }
    await save(said)
    const [newest, first] = await versions(output)
    expect([newest?.content.title.fi, first?.content.title.fi]).toEqual(['Kuusi kokeilua', 'Kokeilu'])
    expect(newest).toMatchObject({ byWhom: 'Kaarlo Koordinaattori', reason: 'Luku saatiin.' })
    expect((await versions(output, elsewhere))[0]).toMatchObject({ byWhom: '', reason: null })
    expect(await page(`/${output}`)).not.toContain('Kaarlo')
    expect(await page('/workbook')).toContain('Kuka kerää ja milloin?')
  })

  it('refuses what leads backwards, with the field', async () => {
    const wrong = save({ kind: 'society', title: { fi: 'Alue kasvaa' }, evidence: 'measured' })
    await expect(wrong).rejects.toMatchObject({
      complaints: [{ field: 'measure' }, { field: 'source' }],
    })
    const back = save({ kind: 'actors', title: { fi: 'Muutos' }, contributes: [output] })
    await expect(back).rejects.toMatchObject({ complaints: [{ field: 'contributes' }] })
  })

  it('lets go of what is taken out, and keeps it to be read', async () => {
    await as(coordinator)(endAction, { key, entry: output })
    expect((await chain()).map(({ entry }) => entry)).toEqual([effect])
    expect((await versions(output))[0]?.endedBy).toBe('Kaarlo Koordinaattori')
    await expect(save({ kind: 'output', entry: output, title: { fi: 'Taas' } })).rejects.toMatchObject({
      reason: 'impact.item-ended',
    })
    expect(await impactSubject.find(database.db, output)).toMatchObject({
      path: `/ecosystems/hgie/impact/${output}`,
      closed: true,
    })
  })
})
