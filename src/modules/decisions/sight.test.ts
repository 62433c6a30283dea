import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { assessedApplication, declares } from '../../../test/decided-call.ts'
import { decidingStage, type Offices, officesOf, trying } from '../../../test/decision-offices.ts'
import type { Stage } from '../../kernel/context.ts'
import { checkMany, type Row } from './many-actions.ts'
import { type DecisionView, type ListedDecision, listDecisions, readDecision } from './reading.ts'

let database: TestDatabase
let stage: Stage
let people: Offices
let code: string
let made = 0
let application: (handlers: Partial<Record<Handler, 'none' | 'conflict'>>) => Promise<string>

const handlers = ['coordinator', 'preparer', 'city', 'council'] as const
type Handler = (typeof handlers)[number]

beforeAll(async () => {
  database = await freshDatabase()
  stage = decidingStage(database, await mkdtemp(join(tmpdir(), 'talkoot-sight-')))
  const { call, people: all } = await officesOf(database)
  people = all
  code = call.code
  application = async (says) => {
    made++
    const who = { applicant: people.applicant, checker: people.city2, assessor: people.assessor }
    const { id } = await assessedApplication(database, call, made, who)
    await declares(database, people.council2, id)
    for (const one of handlers) if (says[one]) await declares(database, people[one], id, says[one])
    return id
  }
})
afterAll(() => database.drop())

const told = async <T>(who: keyof Offices, action: Parameters<typeof trying>[3], input: object) => {
  const said = await trying(database, stage, people[who], action, input)
  if (said.reason !== undefined) throw new Error(said.reason)
  return said.answer as T
}

describe('how a decision comes to be', () => {
  it.each(handlers)(
    'is open to %s who has declared, and to nobody before or with a conflict',
    async (who) => {
      const ids = {
        free: await application({ [who]: 'none' }),
        'must-declare': await application({}),
        barred: await application({ [who]: 'conflict' }),
      }
      for (const [is, decision] of Object.entries(ids)) {
        const view = await told<DecisionView>(who, readDecision, { decision })
        expect([view.sight, view.gate?.is ?? 'free']).toEqual([is === 'free' ? 'whole' : 'kept-out', is])
        if (is === 'free') continue
        expect(view.head).toMatchObject({ judgement: null, proposal: null, halves: [] })
        expect(view).toMatchObject({
          may: [],
          trail: [],
          signed: [],
          preparers: [],
          recusals: [],
          meetings: [],
        })
      }
      const { items } = await told<{ items: ListedDecision[] }>(who, listDecisions, { call: code })
      const sights = new Map(items.map((i) => [i.head.application, i.sight]))
      expect(Object.values(ids).map((id) => sights.get(id))).toEqual(['whole', 'kept-out', 'kept-out'])
      expect(items.every(({ head, sight }) => sight === 'whole' || head.judgement === null)).toBe(true)
    },
  )

  it('is not done anything with by who has not declared: the check says so, row by row', async () => {
    const [open, closed] = [await application({ preparer: 'none' }), await application({})]
    const { rows } = await told<{ rows: Row[] }>('preparer', checkMany, {
      event: 'propose',
      decisions: [open, closed],
      grounds: 'Hakemus täyttää ehdot.',
      starts: '2027-01-01',
      ends: '2028-12-31',
    })
    expect(rows.map((r) => [r.decision, r.faults, r.grant === null])).toEqual([
      [open, [], false],
      [closed, ['must-declare'], true],
    ])
  })
})
