import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { callIn, organisations, submitted } from '../../../test/matters.ts'
import { actingAs, somebody, type TestPerson } from '../../../test/people.ts'
import type { Act } from '../../engine/conflict/index.ts'
import type { Stage } from '../../kernel/context.ts'
import { transaction } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import { declare, lift, type Own, ownConflict } from './declare-actions.ts'
import { addFamily } from './family-actions.ts'
import { addInterest, listInterests, removeInterest } from './interest-actions.ts'
import { standingsOf } from './standings.ts'
import { type ConflictTable, conflictTable, nameDeputy } from './table-actions.ts'

const now = new Date('2026-11-21T06:00:00Z')
const later = new Date('2026-11-21T06:05:00Z')
let database: TestDatabase
let stage: Stage
let here: string
let call: string
let org: Record<'campus' | 'city' | 'company' | 'firm', string>
let assessor: TestPerson
let neighbour: TestPerson
let decider: TestPerson
let officer: TestPerson
let preparer: TestPerson
let applicant: TestPerson
let matter: string
let other: string
const as = (person: TestPerson) => actingAs(database, stage, person)
const own = (person: TestPerson, application = matter) => as(person)<Own>(ownConflict, { application })
const say = (person: TestPerson, more: object, application = matter) =>
  as(person)<{ is: string }>(declare, { application, says: 'none', ...more })
const standing = async (person: TestPerson, act: Act, application = matter) =>
  (await standingsOf(database.db, [person.id], [application], now)).of(person.id, application, act).is

beforeAll(async () => {
  database = await freshDatabase()
  stage = { database: database.db, actor: { kind: 'visitor' }, way: 'page', now, language: 'fi' } as Stage
  const { loadShippedEcosystems } = await import('../ecosystems/index.ts')
  await transaction(database.db, (tx) => loadShippedEcosystems(tx, now))
  const { id } = await database.db
    .selectFrom('ecosystem')
    .select('id')
    .where('key', '=', 'hev')
    .executeTakeFirstOrThrow()
  here = id
  assessor = await somebody(database, 'Arvi Arvioija', [['assessor', here]])
  neighbour = await somebody(database, 'Nelli Naapuri', [['assessor', here]])
  decider = await somebody(database, 'Päivi Päättäjä', [['city-decider', here]])
  officer = await somebody(database, 'Leo Liittolainen', [['council-officer', here]])
  preparer = await somebody(database, 'Vilma Valmistelija', [['preparer', here]])
  applicant = await somebody(database, 'Pia Projekti', [['project-manager', here]])
  org = await organisations(database, {
    campus: { name: 'Koekampus' },
    city: { name: 'Koekaupunki' },
    company: { name: 'Koekaupungin Kehitys Oy', businessId: '2252888-5' },
    firm: { name: 'Koeyritys Oy' },
  })
  call = await callIn(database, here, { code: 'koe-1', person: preparer.id })
  for (const person of [assessor, neighbour])
    await database.db
      .insertInto('call_assessor')
      .values({ call_id: call, person_id: person.id, added_at: now })
      .execute()
  matter = await submitted(
    database,
    { id: call, ecosystem: here },
    { person: applicant.id, parties: [org.campus, org.company], number: 1 },
  )
  other = await submitted(
    database,
    { id: call, ecosystem: here },
    { person: applicant.id, parties: [org.firm], number: 2 },
  )
})
afterAll(() => database.drop())

describe('before anything is opened', () => {
  it('a person without ties must declare, and is free then', async () => {
    expect(await standing(assessor, 'assess')).toBe('must-declare')
    expect(await say(assessor, {})).toEqual({ is: 'free' })
    expect(await standing(assessor, 'assess')).toBe('free')
    expect(await standing(assessor, 'assess', other)).toBe('must-declare')
  })

  it('a conflict needs its words, and makes the person step aside', async () => {
    await expect(say(neighbour, { says: 'conflict', point: 7 })).rejects.toMatchObject({
      complaints: [{ field: 'words' }],
    })
    expect(await say(neighbour, { says: 'conflict', point: 7, words: 'Ystävä johtaa hanketta.' })).toEqual({
      is: 'barred',
    })
    const table = await as(officer)<ConflictTable>(conflictTable, { call: 'koe-1' })
    expect(table.recusals.map((r) => [r.name, r.point])).toEqual([['Nelli Naapuri', 7]])
  })

  it('saying none afterwards takes nothing back; the organ may say so, but nobody of themselves', async () => {
    expect(await say(neighbour, {})).toEqual({ is: 'barred' })
    const words = 'Tuttavuus ei vaaranna puolueettomuutta.'
    const lifted = (person: TestPerson, whose: TestPerson) =>
      as(person)(lift, { application: matter, person: whose.id, words }, later)
    await expect(lifted(neighbour, neighbour)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(lifted(decider, neighbour)).rejects.toMatchObject({ reason: 'conflict.lifter' })
    await say(decider, {})
    await expect(lifted(decider, decider)).rejects.toMatchObject({ reason: 'conflict.own' })
    await lifted(decider, neighbour)
    const table = await as(officer)<ConflictTable>(conflictTable, { call: 'koe-1' })
    expect(table.recusals).toEqual([])
  })
})

describe('what the register says', () => {
  it('work for an applicant bars, whatever is declared, and the record shows why', async () => {
    const employed = await somebody(database, 'Elli Employed', [['assessor', here]])
    await database.db
      .insertInto('person_organisation')
      .values({ person_id: employed.id, organisation_id: org.campus, starts_on: '2020-01-01' })
      .execute()
    expect(await say(employed, {})).toEqual({ is: 'barred' })
    const { ties, standings } = await own(employed)
    expect(standings).toEqual({ assess: 'barred', propose: 'barred', decide: 'barred' })
    expect(ties.map((t) => [t.kind, t.point, t.weight, t.through.map((s) => s.name)])).toEqual([
      ['employment', 4, 'bars', ['Koekampus']],
    ])
    expect(ties[0]!.evidence.map((e) => [e.what, e.source])).toEqual([
      ['tie', 'membership'],
      ['party', 'application'],
    ])
    expect(await standing(employed, 'assess', other)).toBe('must-declare')
  })

  it('a family of organisations reaches through its links', async () => {
    const official = await somebody(database, 'Oona Official', [['city-decider', here]])
    await database.db
      .insertInto('person_organisation')
      .values({ person_id: official.id, organisation_id: org.city, starts_on: '2020-01-01' })
      .execute()
    expect(await standing(official, 'decide')).toBe('must-declare')
    await as(preparer)(addFamily, {
      organisation: org.company,
      side: 'above',
      other: 'koekaupunki',
      kind: 'municipal',
      source: 'Kaupparekisteri',
    })
    expect(await standing(official, 'decide')).toBe('barred')
    const { ties } = await own(official)
    expect(ties.flatMap((t) => t.evidence.map((e) => e.what))).toContain('link')
  })

  it('joint projects of the two are asked about, and the answer counts', async () => {
    const partner = await somebody(database, 'Paavo Partner', [['assessor', here]])
    await database.db
      .insertInto('person_organisation')
      .values({ person_id: partner.id, organisation_id: org.firm, starts_on: '2020-01-01' })
      .execute()
    const project = newId(now.getTime())
    await database.db
      .insertInto('project')
      .values({
        id: project,
        registry: 'test',
        code: 'A00001',
        title: 'Yhteinen hanke',
        language: 'fi',
        themes: [],
        lead_personal: false,
        facet_key: 1,
        statements: 1,
        start_on: '2023-01-01',
        end_on: '2025-12-31',
        share: 'public',
        created_at: now,
        updated_at: now,
      })
      .execute()
    for (const [position, organisation_id] of [org.firm, org.campus].entries())
      await database.db
        .insertInto('project_party')
        .values({ project_id: project, position, organisation_id, role: 'partner', name: 'x' })
        .execute()
    const { ties } = await own(partner)
    expect(ties.map((t) => t.kind)).toEqual(['partner-project'])
    expect(ties[0]!.evidence.find((e) => e.what === 'project')?.name).toBe('A00001 Yhteinen hanke')
    await expect(say(partner, {})).rejects.toMatchObject({ reason: 'conflict.unanswered' })
    const answers = [{ tie: ties[0]!.key, conflict: false }]
    expect(await say(partner, { answers })).toEqual({ is: 'free' })
    expect(
      await say(partner, {
        says: 'conflict',
        words: 'Sama ryhmä.',
        answers: [{ tie: ties[0]!.key, conflict: true }],
      }),
    ).toEqual({ is: 'barred' })
  })

  it('who prepared does not decide, and who writes does not assess', async () => {
    expect(await standing(preparer, 'decide')).toBe('barred')
    expect(await standing(preparer, 'propose')).toBe('must-declare')
    expect(await say(preparer, {})).toEqual({ is: 'free' })
    expect(await standing(preparer, 'propose')).toBe('free')
    expect(await standing(preparer, 'decide')).toBe('barred')
    for (const act of ['assess', 'propose', 'decide'] as const)
      expect(await standing(applicant, act)).toBe('barred')
  })

  it('who checked the general criteria does not decide', async () => {
    expect(await say(officer, {})).toEqual({ is: 'free' })
    await database.db
      .insertInto('assessment')
      .values({
        application_id: matter,
        call_id: call,
        ecosystem_id: here,
        state: 'checking',
        version: 1,
        updated_at: now,
      })
      .execute()
    await database.db
      .insertInto('eligibility_check')
      .values({
        id: newId(now.getTime()),
        application_id: matter,
        criterion: 'objective',
        version: 1,
        result: 'pass',
        ground: 'x',
        person_id: officer.id,
        by_whom: officer.name,
        at: now,
      })
      .execute()
    expect(await standing(officer, 'decide')).toBe('barred')
    expect(await standing(officer, 'propose')).toBe('free')
  })
})

describe('what people tell of themselves', () => {
  it('a seat on a board bars; it is theirs to see and to take back', async () => {
    const member = await somebody(database, 'Mauri Member', [['assessor', here]])
    const add = (more: object) => as(member)<{ id: string }>(addInterest, more)
    await expect(add({ organisation: 'Ei mikään', role: 'board' })).rejects.toMatchObject({
      complaints: [{ field: 'organisation' }],
    })
    await expect(add({ organisation: '2252888-5' })).rejects.toMatchObject({
      complaints: [{ field: 'role' }],
    })
    await expect(
      add({ organisation: '2252888-5', role: 'board', starts: '31.2.2026' }),
    ).rejects.toMatchObject({
      complaints: [{ field: 'starts' }],
    })
    const { id } = await add({ organisation: '2252888-5', role: 'board', starts: '1.1.2026' })
    expect(await standing(member, 'assess')).toBe('barred')
    const { items } = await as(member)<{ items: { organisationName: string }[] }>(listInterests, {})
    expect(items.map((i) => i.organisationName)).toEqual(['Koekaupungin Kehitys Oy'])
    expect((await as(assessor)<{ items: unknown[] }>(listInterests, {})).items).toEqual([])
    await expect(as(assessor)(removeInterest, { id })).rejects.toMatchObject({ kind: 'missing' })
    await as(member)(removeInterest, { id })
    expect(await standing(member, 'assess')).toBe('must-declare')
  })

  it('somebody near on the board bars too, by point 5', async () => {
    const sister = await somebody(database, 'Siiri Sister', [['assessor', here]])
    await as(sister)(addInterest, { organisation: '2252888-5', relation: 'sibling', role: 'board' })
    const { ties } = await own(sister)
    expect(ties.map((t) => [t.kind, t.point, t.weight])).toEqual([['kin-board', 5, 'bars']])
  })
})

describe('who handles conflicts', () => {
  it('sees every duty against every application; others do not', async () => {
    const table = await as(officer)<ConflictTable>(conflictTable, { call: 'koe-1' })
    expect(table.matters.map((m) => m.number)).toEqual([1, 2])
    expect(table.standings).toHaveLength(table.duties.length * 2)
    expect(table.ties.every((tie) => tie.evidence.length > 0)).toBe(true)
    await expect(as(assessor)(conflictTable, { call: 'koe-1' })).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(own(applicant)).rejects.toMatchObject({ kind: 'forbidden' })
  })

  it('names a deputy who is not conflicted themselves', async () => {
    const table = await as(officer)<ConflictTable>(conflictTable, { call: 'koe-1' })
    const stepped = table.recusals[0]!
    const name = (deputy: TestPerson) =>
      as(preparer)(nameDeputy, { application: matter, person: stepped.person, deputy: deputy.id })
    await expect(name(applicant)).rejects.toMatchObject({ reason: 'conflict.deputy-barred' })
    await name(assessor)
    const after = await as(officer)<ConflictTable>(conflictTable, { call: 'koe-1' })
    expect(after.recusals.find((r) => r.person === stepped.person)?.deputyName).toBe('Arvi Arvioija')
  })
})
