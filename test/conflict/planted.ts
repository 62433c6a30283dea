import type { Register } from '../../src/engine/conflict/index.ts'
import { newId } from '../../src/kernel/id.ts'
import { callInAssessment } from '../assessed.ts'
import type { TestDatabase } from '../database.ts'
import { organisations } from '../matters.ts'
import { somebody, type TestPerson } from '../people.ts'
import { plantDeed } from './planted-deeds.ts'
import type { Planting } from './planting.ts'

export type Planted = {
  people: TestPerson[]
  /** Scores open among all of them; each with a sheet to fill in; settled, without anybody's sheet. */
  applications: readonly [open: string, scoring: string, settled: string]
  call: { id: string; code: string }
  /** The same as a register of the engine, read from the plan and not from the database. */
  register: Omit<Register, 'answers'>
  matters: {
    id: string
    call: string
    settledAt: string
    parties: string[]
    writers: [right: string, person: string][]
  }[]
}

const at = new Date('2026-11-15T06:00:00Z')
const offices = ['assessor', 'preparer', 'city-decider', 'council-officer'] as const
let runs = 0

/** Writes a plan into the database, with people who hold every office: nothing but a conflict keeps them out. */
export async function plant(database: TestDatabase, plan: Planting): Promise<Planted> {
  const { db } = database
  runs += 1
  const stranger = await somebody(database, `Vieras ${runs}`)
  const made = await callInAssessment(database, {
    code: `istutus-${runs}`,
    applications: 3,
    writer: stranger.id,
  })
  const { ecosystem, call } = made
  const applications = made.applications as [string, string, string]
  const people: TestPerson[] = []
  for (const name of ['Aino', 'Bo', 'Cia', 'Dan'])
    people.push(
      await somebody(
        database,
        `${name} ${runs}`,
        offices.map((o) => [o, ecosystem] as const),
      ),
    )
  const orgs = Object.values(
    await organisations(database, {
      a: { name: `A ${runs}` },
      b: { name: `B ${runs}` },
      c: { name: `C ${runs}` },
      d: { name: `D ${runs}` },
      e: { name: `E ${runs}` },
    }),
  )
  const person = (n: number) => people[n]!.id
  const org = (n: number) => orgs[n]!
  const register = {
    organisations: orgs.map((id) => ({ id, canonical: id, source: 'registry' })),
    links: [] as Register['links'][number][],
    ties: [] as Register['ties'][number][],
    projects: [] as Register['projects'][number][],
    deeds: [] as Register['deeds'][number][],
    kinships: [] as Register['kinships'][number][],
    declarations: [] as Register['declarations'][number][],
  }
  const matters: Planted['matters'] = []
  for (const [n, id] of applications.entries()) {
    await db.deleteFrom('application_partner').where('application_id', '=', id).execute()
    for (const [position, o] of plan.parties[n]!.entries())
      await db
        .insertInto('application_partner')
        .values({
          application_id: id,
          position,
          row_key: `p${position}`,
          organisation_id: org(o),
          name: `P${o}`,
          role: position === 0 ? 'lead' : 'partner',
        })
        .execute()
    matters.push({
      id,
      call: call.id,
      settledAt: new Date('2026-11-20T06:00:00Z').toISOString(),
      parties: plan.parties[n]!.map(org),
      writers: [],
    })
    await db
      .insertInto('assessment')
      .values({
        application_id: id,
        call_id: call.id,
        ecosystem_id: ecosystem,
        state: (['discussing', 'scoring', 'settled'] as const)[n]!,
        version: 1,
        consensus:
          n === 2
            ? JSON.stringify({ need: { score: 4, reason: 'YHTEINEN' }, equal: { score: 2, reason: 'y' } })
            : null,
        settled_at: n === 2 ? at : null,
        updated_at: at,
      })
      .execute()
    await db
      .insertInto('eligibility_check')
      .values({
        id: newId(),
        application_id: id,
        criterion: 'objective',
        version: 1,
        result: 'pass',
        ground: 'x',
        person_id: stranger.id,
        by_whom: 'x',
        at,
        replaced_at: null,
      })
      .execute()
    if (n < 2)
      for (const { id: holder } of people)
        await db
          .insertInto('assessment_sheet')
          .values({
            id: newId(),
            application_id: id,
            person_id: holder,
            state: n === 0 ? 'given' : 'open',
            version: 1,
            scores:
              n === 0
                ? JSON.stringify({
                    need: { score: 3, reason: `OMA ${holder}` },
                    equal: { score: 1, reason: 'z' },
                  })
                : null,
            given_at: n === 0 ? at : null,
            assigned_at: at,
          })
          .execute()
  }
  for (const { who, whose, days } of plan.memberships) {
    const row = {
      person_id: person(who),
      organisation_id: org(whose),
      starts_on: days.startsOn,
      ends_on: days.endsOn,
    }
    await db.insertInto('person_organisation').values(row).execute()
    const id = `${row.person_id}:${row.organisation_id}:${row.starts_on}`
    register.ties.push({
      id,
      source: 'membership',
      person: row.person_id,
      organisation: row.organisation_id,
      role: 'employment',
      ...days,
    })
  }
  for (const { who, whose, days, relation, role } of plan.interests) {
    const id = newId()
    await db
      .insertInto('person_interest')
      .values({
        id,
        person_id: person(who),
        relation,
        role,
        organisation_id: org(whose),
        starts_on: days.startsOn,
        ends_on: days.endsOn,
        declared_at: at,
      })
      .execute()
    const told = { id, source: 'interest', person: person(who), organisation: org(whose), role, ...days }
    if (relation) register.kinships.push({ ...told, relation })
    else register.ties.push(told)
  }
  for (const { upper, lower, kind, share } of plan.families) {
    const id = newId()
    await db
      .insertInto('organisation_family')
      .values({
        id,
        upper_id: org(upper),
        lower_id: org(lower),
        kind,
        share: share === null ? null : String(share),
        source: 'test',
        at,
      })
      .execute()
    register.links.push({
      id,
      source: 'test',
      kind,
      upper: org(upper),
      lower: org(lower),
      share,
      startsOn: null,
      endsOn: null,
    })
  }
  for (const [n, { parties, wrote, days }] of plan.projects.entries()) {
    const id = newId()
    const code = `T${runs}-${n}`
    await db
      .insertInto('project')
      .values({
        id,
        registry: 'test',
        code,
        title: code,
        language: 'fi',
        themes: [],
        lead_personal: false,
        facet_key: 1,
        statements: 1,
        start_on: days.startsOn,
        end_on: days.endsOn,
        share: 'public',
        created_at: at,
        updated_at: at,
      })
      .execute()
    for (const [position, o] of parties.entries())
      await db
        .insertInto('project_party')
        .values({ project_id: id, position, organisation_id: org(o), role: 'partner', name: 'x' })
        .execute()
    const before = await callInAssessment(database, {
      code: `ennen-${runs}-${n}`,
      ecosystem,
      writer: stranger.id,
    })
    await db
      .insertInto('decision')
      .values({
        id: newId(),
        application_id: before.applications[0]!,
        call_id: before.call.id,
        ecosystem_id: ecosystem,
        state: 'published',
        round: 1,
        project_id: id,
        updated_at: at,
      })
      .execute()
    for (const w of wrote)
      await db
        .insertInto('application_right')
        .values({
          id: newId(),
          application_id: before.applications[0]!,
          person_id: person(w),
          level: 'edit',
          given_at: at,
        })
        .execute()
    register.projects.push({
      id,
      source: code,
      ...days,
      parties: parties.map(org),
      people: wrote.map(person),
    })
  }
  const done = new Set<string>()
  for (const { who, matter: m, did } of plan.deeds) {
    const application = applications[m]!
    if (done.has(`${who} ${m} ${did}`)) continue
    done.add(`${who} ${m} ${did}`)
    await plantDeed(
      database,
      { person: person(who), application, did, call: call.id, ecosystem },
      register,
      matters[m]!,
    )
  }
  if (plan.madeCall !== null) {
    const maker = person(plan.madeCall)
    await db.updateTable('call').set({ person_id: maker }).where('id', '=', call.id).execute()
    register.deeds.push({
      id: `call:${call.id}:${maker}`,
      source: 'call',
      person: maker,
      kind: 'made-call',
      at: new Date('2026-11-20T06:00:00Z').toISOString(),
      call: call.id,
    })
  }
  for (const { who, matter: m, says } of plan.said) {
    const id = newId()
    const when = new Date('2026-11-20T12:00:00Z')
    await db
      .insertInto('conflict_declaration')
      .values({
        id,
        person_id: person(who),
        by_id: person(who),
        application_id: applications[m]!,
        says,
        point: says === 'conflict' ? 7 : null,
        words: '',
        found: '[]',
        at: when,
      })
      .execute()
    register.declarations.push({
      id,
      source: 'declaration',
      person: person(who),
      by: person(who),
      application: applications[m]!,
      at: when.toISOString(),
      ...(says === 'conflict' ? { says, point: 7 as const } : { says: 'none' as const }),
    })
  }
  return { people, applications, call, register, matters }
}
