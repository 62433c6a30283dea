import type { Stage } from '../src/kernel/context.ts'
import { transaction } from '../src/kernel/db.ts'
import type { Language } from '../src/kernel/text.ts'
import { addConsortium, getAction } from '../src/modules/consortia/consortium-actions.ts'
import { coverAction, type ToldCover } from '../src/modules/consortia/cover-actions.ts'
import { setDemand } from '../src/modules/consortia/demand-actions.ts'
import { consortiaModule } from '../src/modules/consortia/module.ts'
import type { Kept } from '../src/modules/consortia/record.ts'
import { loadShippedEcosystems } from '../src/modules/ecosystems/index.ts'
import { actorOf } from '../src/modules/people/index.ts'
import { freshDatabase } from './database.ts'
import { post, visit } from './page-request.ts'
import { actingAs, somebody } from './people.ts'
import { applyList } from './sample-projects.ts'

const now = new Date('2026-11-21T06:00:00Z')
type Name = 'coordinator' | 'member' | 'elsewhere'
export type ConsortiumRoom = Awaited<ReturnType<typeof openConsortiumRoom>>

const project = (code: string, title: string, lead: string, ...partners: string[]) => ({
  code,
  title,
  fund: 'ERDF',
  start: '2022-01-01',
  end: '2024-12-31',
  status: 'ended',
  authority: 'Lapin liitto',
  period: '2021-2027',
  lead: { name: lead },
  partners: partners.map((name) => ({ name })),
  granted: '100000.00',
  currency: 'EUR',
})

/** A consortium of one partner with two demands, over a few projects of which one is closed to the ecosystem. */
export async function openConsortiumRoom() {
  const database = await freshDatabase()
  const { db } = database
  await transaction(db, (tx) => loadShippedEcosystems(tx, now))
  const keys = await db.selectFrom('ecosystem').select(['id', 'key']).execute()
  const [hev, other] = ['hev', 'vitali'].map((key) => keys.find((e) => e.key === key)!.id)
  await applyList(db, 'avoin.csv', '2025-01-01', [
    project('A1', 'Robotiikan testiympäristö', 'Pohjan yliopisto', 'Etelän ammattikorkeakoulu'),
    project('A2', 'Tekoäly tuotannossa', 'Etelän ammattikorkeakoulu'),
    project('A3', 'Metsien hoito', 'Metsäyhdistys ry'),
  ])
  const people = {
    coordinator: await somebody(database, 'Kaisa Koordinaattori', [['coordinator', hev!]]),
    member: await somebody(database, 'Meri Jäsen', [['member', hev!]]),
    elsewhere: await somebody(database, 'Eero Etäinen', [['coordinator', other!]]),
  }
  const stage = {
    database: db,
    actor: { kind: 'visitor' },
    way: 'page',
    now,
    language: 'fi',
    baseUrl: 'https://talkoot.example',
    subjects: new Map(),
    drafts: new Map(consortiaModule.drafts!.map((d) => [d.kind, d])),
    turns: [],
    permissions: [],
    jobs: { enqueue: async () => 'job', emit: async () => undefined },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  } as unknown as Stage
  const as = (who: Name) => actingAs(database, stage, people[who])
  const { id } = await as('coordinator')<{ id: string }>(addConsortium, {
    ecosystem: 'hev',
    title: 'Robottikonsortio',
    lead: 'Pohjan yliopisto',
    least: 2,
    most: 4,
  })
  const demand = (said: object) => as('coordinator')(setDemand, { consortium: id, said })
  await demand({
    kind: 'facility',
    name: 'Robotiikan testiympäristö',
    words: ['robotiikka'],
    source: 'hakuteksti',
  })
  await demand({ kind: 'competence', name: 'Tekoäly', words: ['tekoäly'] })
  const stageOf = async (who: Name | 'visitor', language: Language = 'fi'): Promise<Stage> => ({
    ...stage,
    language,
    ...(who !== 'visitor' && { actor: await actorOf(db, people[who].session, now) }),
  })
  const { pages = [] } = consortiaModule
  return {
    id,
    database,
    stage,
    people,
    hev: hev!,
    as,
    stageOf,
    demand,
    kept: (who: Name = 'coordinator') => as(who)<Kept>(getAction, { consortium: id }),
    cover: async (who: Name = 'coordinator') => {
      const told = await as(who)<ToldCover>(coverAction, { consortium: id })
      if (!told.ready) throw new Error('the candidates were not read')
      return told
    },
    closed: (code: string, title: string, lead: string) =>
      applyList(db, `${code}.csv`, '2025-02-01', [project(code, title, lead)], {
        share: 'agreement',
        ecosystem: hev!,
      }),
    page: async (path: string, who: Name | 'visitor' = 'coordinator', language: Language = 'fi') =>
      visit(pages, await stageOf(who, language), `/consortia/${id}${path}`),
    send: async (path: string, values: Record<string, string | string[]>, who: Name = 'coordinator') =>
      post(pages, await stageOf(who), `/consortia/${id}${path}`, values),
  }
}
