import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assessingStage, callInAssessment, day, declares, sendVersion } from '../../../test/assessed.ts'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { actingAs, somebody, type TestPerson } from '../../../test/people.ts'
import type { Stage } from '../../kernel/context.ts'
import { transaction } from '../../kernel/db.ts'
import { getDraft } from '../drafts/index.ts'
import { addComment } from '../talk/index.ts'
import { assign, release } from './assign-actions.ts'
import { beginCheck, check, fail, pass, recheck, scoreAgain } from './check-actions.ts'
import { listAssessments, myAssessments, readAssessment } from './read-actions.ts'
import { giveSheet, settle, takeBack } from './sheet-actions.ts'
import { assessmentSubject } from './subject.ts'
import { reconsider, takeInAll } from './taking-in.ts'

let database: TestDatabase
let stage: Stage
let officer: TestPerson
let coordinator: TestPerson
let first: TestPerson
let second: TestPerson
let third: TestPerson
let applications: string[]
let call: { id: string; code: string }

const as = (person: TestPerson) => actingAs(database, stage, person)
const sheet = (need: number, equal: number, word: string) => ({
  need: { score: need, reason: word },
  equal: { score: equal, reason: word },
})
const ctx = (tx: object) => ({ ...stage, db: tx, changed: () => undefined }) as never
const follows = (application: string) =>
  transaction(database.db, (tx) => reconsider({ ...(ctx(tx) as object), db: tx } as never, application))
const declare = async (person: TestPerson, application: string, says: 'none' | 'conflict' = 'none') => {
  await declares(database, person, application, says)
  await follows(application)
}
const read = (person: TestPerson, application: string) =>
  as(person)<{
    state: string
    own: string
    sheets: { person: string; scores: object | null }[]
    outcome: object
  }>(readAssessment, { application })
const conflict = { kind: 'conflict' }
const forbidden = { kind: 'forbidden' }

beforeAll(async () => {
  database = await freshDatabase()
  stage = assessingStage(database, [assessmentSubject])
  const made = await callInAssessment(database, { applications: 4 })
  ;({ applications, call } = made)
  const here = made.ecosystem
  officer = await somebody(database, 'Vilma Valmistelija', [['preparer', here]])
  coordinator = await somebody(database, 'Kari Koordinaattori', [['coordinator', here]])
  first = await somebody(database, 'Anna Arvioija', [['assessor', here]])
  second = await somebody(database, 'Bo Bedömare', [['assessor', here]])
  third = await somebody(database, 'Cecilia Sijainen', [['assessor', here]])
  await transaction(database.db, (tx) => takeInAll(ctx(tx)))
})
afterAll(() => database.drop())

describe('the road of one application', () => {
  it('is not begun by who has not declared', async () => {
    const [application] = applications
    await expect(as(officer)(beginCheck, { application })).rejects.toMatchObject(forbidden)
    await declare(officer, application!)
    expect(await as(officer)(beginCheck, { application })).toEqual({ state: 'checking' })
  })

  it('is not passed on before every general criterion is checked, with its ground', async () => {
    const [application] = applications
    await expect(as(officer)(pass, { application })).rejects.toMatchObject(conflict)
    const finding = { criterion: 'objective', result: 'pass', ground: '' }
    await expect(as(officer)(check, { application, findings: [finding] })).rejects.toMatchObject({
      kind: 'invalid',
      complaints: [{ field: 'ground.objective' }],
    })
    const grounded = { ...finding, ground: 'Sopii erityistavoitteeseen 1.1.' }
    expect(await as(officer)(check, { application, findings: [grounded] })).toEqual({ unchecked: 0 })
    expect(await as(officer)(pass, { application })).toEqual({ state: 'scoring' })
  })

  it('is given to assessors, who open it by declaring', async () => {
    const [application] = applications
    const people = [first.id, second.id]
    await expect(as(officer)(assign, { application, people: [officer.id] })).rejects.toMatchObject({
      complaints: [{ field: 'people' }],
    })
    expect(await as(coordinator)(assign, { application, people })).toEqual({ assigned: people })
    await expect(as(first)(giveSheet, { application, scores: sheet(4, 2, 'Hyvä') })).rejects.toMatchObject(
      forbidden,
    )
    await declare(first, application!)
    await declare(second, application!)
    expect((await read(first, application!)).sheets).toMatchObject([
      { person: first.id, state: 'open' },
      { person: second.id, state: 'open', scores: null },
    ])
    await expect(read(third, application!)).rejects.toMatchObject(forbidden)
  })

  it('takes scores with reasons at the ends of the scale', async () => {
    const [application] = applications
    await expect(as(first)(giveSheet, { application, scores: sheet(5, 3, '') })).rejects.toMatchObject({
      kind: 'invalid',
      complaints: [{ field: 'reason.need' }, { field: 'reason.equal' }],
    })
    expect(await as(first)(giveSheet, { application, scores: sheet(5, 3, 'Salaisuus') })).toEqual({
      opened: false,
    })
  })

  it('shows nobody what was given before all have given', async () => {
    const [application] = applications
    await declare(coordinator, application!)
    for (const person of [second, officer, coordinator]) {
      const told = JSON.stringify([
        await read(person, application!),
        person === second ? {} : await as(person)(listAssessments, { call: call.code }),
        await as(person)(myAssessments, {}),
        await as(person)(getDraft, { kind: 'assessment.sheet', subject: application }).catch(() => ''),
      ])
      expect(told).not.toContain('Salaisuus')
      expect(told).not.toContain('"score":5')
    }
    const audit = await database.db.selectFrom('audit_entry').select(['input', 'changes']).execute()
    expect(JSON.stringify(audit)).not.toContain('Salaisuus')
    const comment = { kind: 'assessment', id: application, text: 'Puhutaanko?' }
    await expect(as(first)(addComment, comment)).rejects.toMatchObject({ kind: 'missing' })
  })

  it('lets one take back and give again, and opens all when the last is given', async () => {
    const [application] = applications
    await as(first)(takeBack, { application })
    await as(second)(giveSheet, { application, scores: sheet(1, 1, 'Toinen') })
    expect((await read(second, application!)).state).toBe('scoring')
    expect(await as(first)(giveSheet, { application, scores: sheet(4, 1, 'Ensimmäinen') })).toEqual({
      opened: true,
    })
    const seen = await read(second, application!)
    expect(seen.state).toBe('discussing')
    expect(JSON.stringify(seen.sheets)).toContain('Ensimmäinen')
    expect(seen).toMatchObject({ spreads: [{ criterion: 'need', discuss: true }, { agreed: 1 }] })
    await as(first)(addComment, { kind: 'assessment', id: application, text: 'Tarve on selvä.' })
    for (const person of [officer, coordinator, third])
      await expect(
        as(person)(addComment, { kind: 'assessment', id: application, text: 'Minäkin' }),
      ).rejects.toMatchObject({ kind: 'missing' })
  })

  it('keeps an assessor whose scores are open', async () => {
    const [application] = applications
    await expect(
      as(coordinator)(release, { application, person: first.id, reason: 'Liian tiukka' }),
    ).rejects.toMatchObject(conflict)
  })

  it('is settled together, and what follows is the engine’s', async () => {
    const [application] = applications
    await expect(
      as(first)(settle, { application, scores: sheet(3, 2, ''), summary: '' }),
    ).rejects.toMatchObject({ complaints: [{ field: 'summary' }] })
    await as(first)(settle, { application, scores: sheet(3, 2, ''), summary: 'Hyvä hanke.' })
    expect(await read(coordinator, application!)).toMatchObject({
      state: 'settled',
      outcome: { is: 'passed', points: { got: 800n, most: 1300n } },
    })
  })

  it('loses the scores of somebody who turns out to be conflicted, and is scored again', async () => {
    const [application] = applications
    await declare(second, application!, 'conflict')
    expect(await read(coordinator, application!)).toMatchObject({ state: 'scoring', outcome: null })
    await expect(read(second, application!)).resolves.toMatchObject({ own: 'barred', spreads: null })
    await as(coordinator)(assign, { application, people: [third.id] })
    await declare(third, application!)
    await as(third)(giveSheet, { application, scores: sheet(3, 2, 'Sijainen') })
    expect((await read(first, application!)).state).toBe('discussing')
    expect(JSON.stringify(await read(second, application!))).not.toContain('Sijainen')
  })
})

describe('other roads', () => {
  it('a failed general criterion ends it, until it is checked again', async () => {
    const application = applications[1]!
    await declare(officer, application)
    await as(officer)(beginCheck, { application })
    await expect(as(officer)(fail, { application })).rejects.toMatchObject(conflict)
    const finding = { criterion: 'objective', result: 'fail', ground: 'Ei kuulu tavoitteeseen.' }
    await as(officer)(check, { application, findings: [finding] })
    await expect(as(officer)(pass, { application })).rejects.toMatchObject(conflict)
    await as(officer)(fail, { application })
    expect(await read(officer, application)).toMatchObject({
      state: 'failed',
      outcome: { is: 'failed', general: ['objective'] },
    })
    await expect(as(officer)(recheck, { application })).rejects.toMatchObject({
      complaints: [{ field: 'reason' }],
    })
    expect(await as(officer)(recheck, { application, reason: 'Hakija täydensi.' })).toEqual({
      state: 'checking',
    })
  })

  it('a new version is what is judged, and scores already given can be given again', async () => {
    const application = applications[2]!
    await declare(officer, application)
    await as(officer)(beginCheck, { application })
    const finding = { criterion: 'objective', result: 'pass', ground: 'Kyllä.' }
    await as(officer)(check, { application, findings: [finding] })
    await as(officer)(pass, { application })
    await as(coordinator)(assign, { application, people: [first.id, second.id] })
    await declare(first, application)
    await as(first)(giveSheet, { application, scores: sheet(2, 1, 'x') })
    const { person_id } = await database.db
      .selectFrom('application')
      .where('id', '=', application)
      .select('person_id')
      .executeTakeFirstOrThrow()
    await sendVersion(database, application, person_id, 2, day)
    await database.db.updateTable('application').set({ version: 2 }).where('id', '=', application).execute()
    await transaction(database.db, (tx) => takeInAll(ctx(tx)))
    expect(await read(first, application)).toMatchObject({ version: 2, mine: { version: 1 } })
    const told = await database.db
      .selectFrom('notification')
      .where('person_id', '=', first.id)
      .select('excerpt')
      .execute()
    expect(told.map((t) => t.excerpt).join()).toContain('täydentänyt')
    await as(first)(takeBack, { application })
    await as(first)(giveSheet, { application, scores: sheet(4, 1, 'y') })
    const given = await database.db.selectFrom('assessment_giving').select(['version', 'hash']).execute()
    expect(given.filter((g) => g.version === 2)).toHaveLength(1)
  })

  it('scores that are opened again are closed to the others at once', async () => {
    const application = applications[2]!
    await declare(second, application)
    await as(second)(giveSheet, { application, scores: sheet(1, 0, 'z') })
    await as(officer)(scoreAgain, { application, reason: 'Uusi liite.' })
    expect(JSON.stringify(await read(first, application))).not.toContain('"z"')
  })
})
