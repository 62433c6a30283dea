import { beforeAll } from 'vitest'
import { perform } from '../src/kernel/action.ts'
import type { Actor } from '../src/kernel/actor.ts'
import { addJudgement } from '../src/modules/overlaps/judging.ts'
import {
  findNeighbours,
  type NeighboursOfThing,
  readNeighbours,
} from '../src/modules/overlaps/near-actions.ts'
import type { NeighbourProject } from '../src/modules/overlaps/neighbours.ts'
import { listPairs, type Pair } from '../src/modules/overlaps/pair-actions.ts'
import { actorOf } from '../src/modules/people/index.ts'
import {
  after,
  database,
  declared,
  does,
  ecosystem,
  filled,
  people,
  stage,
  submit,
  type Who,
  withApplicants,
} from './applicants.ts'
import { applyList } from './sample-projects.ts'

export const project = (code: string, title: string, more: object = {}) => ({
  code,
  title,
  fund: 'ERDF',
  start: '2015-01-01',
  end: '2016-12-31',
  lead: { name: 'Oulun yliopisto' },
  granted: '100000.00',
  currency: 'EUR',
  ...more,
})

export const visitor: Actor = { kind: 'visitor' }
/** Of projects, by their codes. */
export let ids: Record<string, string>
/** One that was sent, in which the coordinator has declared to be free of conflict. */
export let application: string

/** Four public projects, two that the ecosystem alone sees, and an application to it. */
export function withComparedThings(): void {
  withApplicants()
  beforeAll(async () => {
    const { db } = database
    await applyList(db, 'public.csv', '2020-01-01', [
      project('A1', 'Kiertotalouden uudet palvelut'),
      project('A2', 'Cirkulär ekonomi i kommuner', { start: '2016-06-01', end: '2017-06-30' }),
      project('A3', 'Vetylaakson tuotantokokeilut', { lead: { name: 'Vety Oy' } }),
      project('A4', 'Matkailun kehittäminen'),
    ])
    await applyList(
      db,
      'closed.csv',
      '2020-01-01',
      [project('C1', 'Kiertotalouden salainen kokeilu'), project('C2', 'Salainen vetylaakso')],
      { share: 'agreement', ecosystem },
    )
    const rows = await db.selectFrom('project').select(['id', 'code']).execute()
    ids = Object.fromEntries(rows.map((row) => [row.code, row.id]))
    application = await filled()
    await submit(application)
    await declared(application, 'coordinator')
  })
}

export const near = async (title: string, actor: Actor = visitor) =>
  (await perform(findNeighbours, { ...stage, actor }, { title })) as {
    ready: boolean
    items: NeighbourProject[]
  }
export const neighbours = (who: Who, kind: string, id: string | undefined) =>
  does<NeighboursOfThing>(who, readNeighbours, { kind, id }, after)
export const as = async (who: Who) => (await actorOf(database.db, people[who].session, after))!
export const codes = (items: readonly NeighbourProject[]) => items.map((n) => n.project.code)
export const pair = (kind: string, id: string, other: string, otherKind = 'project') => ({
  ecosystem: 'hev',
  kind,
  id,
  otherKind,
  other,
})
let minutes = 0
/** Each a minute after the one before. */
export const minuteLater = () => new Date(after.getTime() + 60_000 * minutes++)
export const judge = (who: Who, input: object) =>
  does<{ id: string }>(who, addJudgement, input, minuteLater())
export const list = (who: Who, input: object = {}) =>
  does<{ items: Pair[]; total: number; counts: { open: number; judged: number } }>(
    who,
    listPairs,
    { ecosystem: 'hev', ...input },
    after,
  )
