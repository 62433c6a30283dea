import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { assessedApplication, callInAssessment, type DecidedCall } from '../../../test/decided-call.ts'
import { decidingStage, type Offices, officesOf, trying } from '../../../test/decision-offices.ts'
import { post, visit, whatIsSent } from '../../../test/page-request.ts'
import type { TestPerson } from '../../../test/people.ts'
import { type Action, perform } from '../../kernel/action.ts'
import type { Stage } from '../../kernel/context.ts'
import { execute } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import { actorOf } from '../people/index.ts'
import {
  type ProcessFigures,
  type ProcessList,
  processFigures,
  processList,
  shareProcess,
} from './actions.ts'
import { addProcessNote, removeProcessNote } from './note-actions.ts'
import { noteDraft } from './note-form.tsx'
import { pages } from './pages.tsx'

let database: TestDatabase
let stage: Stage
let people: Offices
let here: DecidedCall
let there: DecidedCall
let applicant: TestPerson

/** A day of 2026 at noon in Finland. */
const at = (day: string) => new Date(`2026-${day}T10:00:00Z`)

/** Calls open and close; an application is sent, assessed, proposed, decided and told of, each on its day. */
async function walked(call: DecidedCall, number: number, days: Record<string, string>, outcome = 'yes') {
  const who = { applicant, checker: people.city2, assessor: people.assessor }
  const { id } = await assessedApplication(database, call, number, who)
  const run = (sql: string, values: unknown[]) => execute(database.db, sql, values)
  await run('update application_version set at = $2, budget = $3 where application_id = $1', [
    id,
    at(days.sent!),
    JSON.stringify({ grant: '60000.00' }),
  ])
  await run('update assessment set settled_at = $2 where application_id = $1', [id, at(days.assessed!)])
  await run(
    `insert into completion_request (id, application_id, version, sections, message, language, due_at, by_whom, at)
     values ($1, $2, 1, '{}', 'x', 'fi', now(), 'x', now())`,
    [newId(), id],
  )
  if (!days.decided) return id
  const decision = newId()
  await run(
    `insert into decision (id, application_id, call_id, ecosystem_id, state, round, updated_at)
     values ($1, $2, $3, $4, 'published', 1, now())`,
    [decision, id, call.call, call.ecosystem],
  )
  for (const day of ['05-01', days.proposed!])
    await run(
      `insert into decision_event (id, decision_id, round, event, from_state, to_state, by_whom, at)
       values ($1, $2, 1, 'propose', 'preparing', 'with-city', 'x', $3)`,
      [newId(), decision, at(day)],
    )
  await run(
    `insert into decision_part (id, decision_id, round, part, outcome, grounds, conditions, grant_amount, cost,
       language, person_id, by_whom, office, at, content, hash)
     values ($1, $2, 1, 'legal', $3, 'x', '', $4, null, 'fi', $5, 'x', 'council-officer', $6, $7, $8)`,
    [
      newId(),
      decision,
      outcome,
      outcome === 'yes' ? '30000.00' : null,
      people.council.id,
      at(days.decided),
      JSON.stringify({ starts: '2026-09-01' }),
      `hash-${id}`,
    ],
  )
  for (const day of ['05-02', days.told!])
    await run(
      `insert into decision_letter (id, decision_id, round, kind, language, subject, body, people, sent_at)
       values ($1, $2, 1, 'granted', 'fi', 'x', 'x', '{}', $3)`,
      [newId(), decision, at(day)],
    )
  return id
}

beforeAll(async () => {
  database = await freshDatabase()
  stage = {
    ...decidingStage(database, await mkdtemp(join(tmpdir(), 'talkoot-process-'))),
    drafts: new Map([[noteDraft.kind, noteDraft]]),
  }
  const made = await officesOf(database)
  people = made.people
  applicant = people.applicant
  here = made.call
  there = await callInAssessment(database, undefined, 'toinen-2027-1')
  for (const { call } of [here, there])
    for (const [event, day] of [
      ['open', '05-01'],
      ['close', '05-20'],
      ['extend', '05-21'],
      ['close', '05-31'],
    ] as const)
      await execute(
        database.db,
        `insert into call_event (id, call_id, event, to_state, by_whom, at) values ($1, $2, $3, 'x', 'x', $4)`,
        [newId(), call, event, at(day)],
      )
  for (let n = 1; n <= 6; n++)
    await walked(
      here,
      n,
      { sent: '05-10', assessed: `06-${10 + n}`, proposed: '06-20', decided: `07-0${n}`, told: '07-10' },
      n === 1 ? 'no' : 'yes',
    )
  await walked(here, 7, { sent: '05-10', assessed: '06-10' })
  for (let n = 1; n <= 4; n++)
    await walked(there, n, {
      sent: '05-11',
      assessed: '06-10',
      proposed: '06-12',
      decided: '06-30',
      told: '07-01',
    })
})
afterAll(() => database.drop())

const told = async <T>(who: keyof Offices, action: Action, input: object) => {
  const said = await trying(database, stage, people[who], action, input)
  if (said.reason !== undefined) throw new Error(said.reason)
  return said.answer as T
}
const refused = async (who: keyof Offices, action: Action, input: object) =>
  (await trying(database, stage, people[who], action, input)).reason
const visitorSees = (): Promise<ProcessFigures> => perform(processFigures, stage, {})
const share = (level: string) =>
  told('coordinator', shareProcess, { ecosystem: here.ecosystem, share: level })
const stageAs = async (person: TestPerson): Promise<Stage> => ({
  ...stage,
  actor: await actorOf(database.db, person.session, stage.now),
})

describe('figures', () => {
  it('are counted from what happened, day by day', async () => {
    const { ecosystems } = await told<ProcessFigures>('coordinator', processFigures, {})
    const { cells } = ecosystems.find((e) => e.id === here.ecosystem)!
    // The extended call: 1.5.-31.5.
    expect(cells.open).toMatchObject({ median: 30, counted: 1 })
    // 31.5. to 10.6.-16.6.
    expect(cells.assess).toMatchObject({ first: 11.5, median: 13, third: 14.5, counted: 7 })
    // From the last proposal, 20.6., to 1.7.-6.7.
    expect(cells.decide).toMatchObject({ median: 13.5, counted: 6, waiting: 0 })
    expect(cells.notify).toMatchObject({ first: 5.25, median: 6.5, third: 7.75 })
    expect(cells.begin).toMatchObject({ median: 59, counted: 5 })
    expect(cells.wait).toMatchObject({ median: 54.5, counted: 6, waiting: 1 })
    expect(cells.completions).toMatchObject({ top: '7', bottom: '7' })
    expect(cells.demand).toMatchObject({ top: '6', bottom: '5' })
    expect(cells.granted).toMatchObject({ top: '5', bottom: '6' })
    expect(cells.money).toMatchObject({ top: '36000000', bottom: '15000000' })
  })

  it('leave out withdrawn applications and decisions that no longer hold', async () => {
    const [{ id } = { id: '' }] = await database.db
      .selectFrom('application')
      .select('id')
      .where('call_id', '=', here.call)
      .where('number', '=', 6)
      .execute()
    const cellsNow = async () =>
      (await told<ProcessFigures>('coordinator', processFigures, {})).ecosystems.find(
        (e) => e.id === here.ecosystem,
      )!.cells
    const state = (to: string) =>
      execute(database.db, 'update application set state = $2 where id = $1', [id, to])
    await state('withdrawn')
    expect((await cellsNow()).granted).toMatchObject({ top: '4', bottom: '5' })
    await state('submitted')
    const parts = (at: string | null) =>
      execute(
        database.db,
        'update decision_part set void_at = $2 where decision_id = (select id from decision where application_id = $1)',
        [id, at],
      )
    await parts('2026-07-20')
    expect((await cellsNow()).wait).toMatchObject({ counted: 5, waiting: 2 })
    await parts(null)
  })
})

describe('who sees them', () => {
  it('is settled by the coordinator of the ecosystem, and nobody else', async () => {
    const input = { ecosystem: here.ecosystem, share: 'public' }
    for (const who of ['preparer', 'council', 'elsewhere', 'viewer', 'applicant'] as const)
      expect(await refused(who, shareProcess, input)).toBeDefined()
    await expect(perform(shareProcess, stage, input)).rejects.toMatchObject({ kind: 'forbidden' })
  })

  it('is nobody outside until it says so, and then as far as it says', async () => {
    const seesIt = async (who: keyof Offices) =>
      (await told<ProcessFigures>(who, processFigures, {})).ecosystems.some((e) => e.id === here.ecosystem)
    expect((await visitorSees()).ecosystems).toEqual([])
    expect(await Promise.all([seesIt('council'), seesIt('viewer'), seesIt('elsewhere')])).toEqual([
      true,
      false,
      false,
    ])
    await share('agreement')
    expect(await Promise.all([seesIt('viewer'), seesIt('elsewhere')])).toEqual([true, false])
    await share('public')
    expect((await visitorSees()).ecosystems.map((e) => e.id)).toEqual([here.ecosystem])
  })

  it('is told nothing of fewer than five, though those who handle them are', async () => {
    await execute(
      database.db,
      `insert into process_share (ecosystem_id, share, by_whom, at) values ($1, 'public', 'x', now())
       on conflict (ecosystem_id) do update set share = 'public'`,
      [there.ecosystem],
    )
    const small = (await visitorSees()).ecosystems.find((e) => e.id === there.ecosystem)!
    expect(new Set(Object.values(small.cells).map((c) => c.is))).toEqual(new Set(['few']))
    expect(JSON.stringify(small.cells)).not.toMatch(/\d/)
    const { cells } = (await visitorSees()).ecosystems.find((e) => e.id === here.ecosystem)!
    // Five were funded: just enough.
    expect(cells.begin.is).toBe('days')
  })
})

describe('the list behind a figure', () => {
  const list = (who: keyof Offices, figure: string, ecosystem = here.ecosystem) =>
    told<ProcessList>(who, processList, { figure, ecosystem })

  it('adds up to it, and names what waits', async () => {
    const { items, cell } = await list('preparer', 'wait')
    expect(items.map((i) => i.days)).toEqual([57, 56, 55, 54, 53, 52, null])
    expect(items.at(-1)).toMatchObject({ is: 'waiting', application: { number: 7 } })
    expect(cell).toMatchObject({ median: 54.5, counted: 6, waiting: 1 })
    expect((await list('council', 'open')).items).toMatchObject([{ days: 30, application: null }])
  })

  it('is opened by those who handle its applications alone', async () => {
    for (const who of ['viewer', 'applicant', 'elsewhere', 'city'] as const)
      expect(await refused(who, processList, { figure: 'wait', ecosystem: here.ecosystem })).toBeDefined()
    await expect(
      perform(processList, stage, { figure: 'wait', ecosystem: here.ecosystem }),
    ).rejects.toMatchObject({ kind: 'forbidden' })
  })

  it('leaves out calls that its reader does not see, and says how many', async () => {
    await execute(database.db, `update call set share = 'own' where id = $1`, [here.call])
    expect(await list('council', 'wait')).toMatchObject({ items: [], unseen: 7 })
    expect((await list('coordinator', 'wait')).unseen).toBe(0)
    await execute(database.db, `update call set share = 'public' where id = $1`, [here.call])
  })
})

describe('practice and real calls', () => {
  it('are never counted together', async () => {
    await execute(database.db, 'update call set exercise = true where id = $1', [there.call])
    const real = await visitorSees()
    expect([real.exercise, real.ecosystems.map((e) => e.id)]).toEqual([false, [here.ecosystem]])
    const practice = (await perform(processFigures, stage, { exercise: 'true' })) as ProcessFigures
    expect([practice.exercise, practice.ecosystems.map((e) => e.id)]).toEqual([true, [there.ecosystem]])
    await execute(database.db, 'update call set exercise = false where id = $1', [there.call])
  })
})

describe('what people make of them', () => {
  const note = { figure: 'decide', kind: 'cause', words: 'Kokous kerran kuussa.', address: '/calls' }

  it('is noted where one handles applications, with what it led to', async () => {
    const input = { ...note, ecosystem: here.ecosystem }
    expect(await refused('viewer', addProcessNote, input)).toBeDefined()
    expect(await refused('coordinator', addProcessNote, { ...input, words: '  ' })).toBe('process.emptyNote')
    expect(await refused('coordinator', addProcessNote, { ...input, address: '//paha.example' })).toBe(
      'process.strangeAddress',
    )
    const { id } = await told<{ id: string }>('coordinator', addProcessNote, input)
    const [seen] = (await visitorSees()).notes
    expect(seen).toMatchObject({ words: 'Kokous kerran kuussa.', address: '/calls', by: null, own: false })
    expect(await refused('preparer', removeProcessNote, { id })).toBe('process.missingNote')
    await told('coordinator', removeProcessNote, { id })
    expect((await visitorSees()).notes).toEqual([])
  })

  it('is sent by the form beside the list', async () => {
    const hand = await stageAs(people.coordinator)
    const to = '/benchmarks/process/decide/testi20271'
    const wrong = await post(pages, hand, to, { kind: 'cause', words: '', address: '' })
    expect(await whatIsSent(wrong)).toContain('Huomio on tyhjä')
    await post(pages, hand, to, { kind: 'lesson', words: 'Kahdesti kuussa.', address: '' })
    expect(await whatIsSent(await visit(pages, stage, '/benchmarks/process/decide'))).toContain(
      'Kahdesti kuussa.',
    )
  })
})

describe('pages', () => {
  it('tell every figure and its definition in three languages', async () => {
    for (const language of ['fi', 'sv', 'en'] as const) {
      const said = await whatIsSent(await visit(pages, { ...stage, language }, '/benchmarks/process'))
      expect(said).toContain(
        { fi: 'Hakijan odotus', sv: 'Sökandens väntetid', en: 'The applicant’s wait' }[language],
      )
      const one = await whatIsSent(await visit(pages, { ...stage, language }, '/benchmarks/process/wait'))
      expect(one).toContain('process-middle')
      expect(one).not.toContain('undefined')
    }
  })

  it('give the list to those who may, with no link to it for others', async () => {
    const list = '/benchmarks/process/wait/testi20271'
    expect(await whatIsSent(await visit(pages, stage, '/benchmarks/process/wait'))).not.toContain(list)
    const hand = await stageAs(people.coordinator)
    expect(await whatIsSent(await visit(pages, hand, '/benchmarks/process/wait'))).toContain(list)
    expect(await whatIsSent(await visit(pages, hand, list))).toContain('Hanke 7')
    await expect(visit(pages, stage, list)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(visit(pages, hand, '/benchmarks/process/moon')).rejects.toMatchObject({ kind: 'missing' })
  })

  it('write files of figures and of lists', async () => {
    const rows = (text: string) =>
      parse(text, { bom: true, columns: true, delimiter: ',' }) as Record<string, string>[]
    const english = { ...stage, language: 'en' as const }
    const all = rows(await whatIsSent(await visit(pages, english, '/benchmarks/process/export.csv')))
    const money = all.find((r) => r.Figure === 'Euros asked per euro granted')!
    expect(money).toMatchObject({
      Numerator: '360000.00',
      Denominator: '150000.00',
      'Median or figure': '2.4000',
    })
    const hand = { ...(await stageAs(people.coordinator)), language: 'en' as const }
    const list = rows(
      await whatIsSent(await visit(pages, hand, '/benchmarks/process/wait/testi20271/export.csv')),
    )
    expect(list.map((r) => r.days)).toEqual(['57', '56', '55', '54', '53', '52', ''])
  })
})
