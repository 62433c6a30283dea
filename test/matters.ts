import { newId } from '../src/kernel/id.ts'
import type { CallSettings } from '../src/modules/calls/index.ts'
import { nameKeyOf } from '../src/modules/organisations/rules.ts'
import type { TestDatabase } from './database.ts'

const at = new Date('2026-10-01T09:00:00Z')

/** Organisations of the registry by name, each with its id. */
export async function organisations<K extends string>(
  { db }: TestDatabase,
  named: Readonly<Record<K, { name: string; businessId?: string }>>,
): Promise<Record<K, string>> {
  const ids = {} as Record<K, string>
  for (const [key, { name, businessId }] of Object.entries(named) as [K, (typeof named)[K]][]) {
    const id = newId(at.getTime())
    ids[key] = id
    await db
      .insertInto('organisation')
      .values({ id, canonical_id: id, name, kind: 'other', personal: false, created_at: at, lexemes: '' })
      .execute()
    await db
      .insertInto('organisation_name')
      .values({
        id: newId(at.getTime()),
        organisation_id: id,
        name,
        name_key: nameKeyOf(name),
        kind: 'name',
        source: 'test',
      })
      .execute()
    if (businessId)
      await db
        .insertInto('organisation_identifier')
        .values({ organisation_id: id, scheme: 'fi-business-id', value: businessId, source: 'test' })
        .execute()
  }
  return ids
}

const settings = {
  languages: ['fi'],
  short: [],
  twoSteps: false,
  title: { fi: 'Koehaku' },
  lead: {},
  body: {},
  money: [],
  moneyTotal: '0',
  programme: null,
  objectives: [],
  frame: [],
  applicants: [],
  applicantsText: {},
  roles: [],
  leastPartners: 1,
  costModels: [],
  rates: [],
  leastGrant: null,
  mostGrant: null,
  mostMonths: null,
  ownModels: [],
  deMinimis: false,
  template: null,
  assessorsEach: 2,
  jointProjectYears: 5,
  timetable: [],
  contact: { unit: {}, email: '', phone: '' },
  publicFigures: false,
} satisfies CallSettings

/** A call that is in assessment, made by somebody, with nothing settled but what is given. */
export async function callIn(
  { db }: TestDatabase,
  ecosystem: string,
  more: { code?: string; person?: string; settings?: Partial<CallSettings> } = {},
): Promise<string> {
  const id = newId(at.getTime())
  await db
    .insertInto('call')
    .values({
      id,
      ecosystem_id: ecosystem,
      code: more.code ?? `test-${id.slice(-6)}`,
      state: 'in-assessment',
      exercise: false,
      settings: JSON.stringify({ ...settings, ...more.settings }),
      title: JSON.stringify({ fi: 'Koehaku' }),
      share: 'public',
      person_id: more.person ?? null,
      created_at: at,
      updated_at: at,
      lexemes: '',
    })
    .execute()
  return id
}

/** An application that has been sent, by these organisations, the lead first. */
export async function submitted(
  { db }: TestDatabase,
  call: { id: string; ecosystem: string },
  by: { person: string; parties: readonly string[]; number: number },
): Promise<string> {
  const id = newId(at.getTime())
  const form = newId(at.getTime())
  await db
    .insertInto('application')
    .values({
      id,
      call_id: call.id,
      ecosystem_id: call.ecosystem,
      number: by.number,
      step: 'full',
      form_id: form,
      form_version: 1,
      state: 'submitted',
      title: `Koehakemus ${by.number}`,
      organisation_id: by.parties[0] ?? null,
      language: 'fi',
      person_id: by.person,
      created_at: at,
      version: 1,
      submitted_at: at,
    })
    .execute()
  await db
    .insertInto('application_right')
    .values({
      id: newId(at.getTime()),
      application_id: id,
      person_id: by.person,
      level: 'submit',
      given_at: at,
    })
    .execute()
  for (const [position, organisation] of by.parties.entries())
    await db
      .insertInto('application_partner')
      .values({
        application_id: id,
        position,
        row_key: `p${position}`,
        organisation_id: organisation,
        name: `Hakija ${position}`,
        role: position === 0 ? 'lead' : 'partner',
      })
      .execute()
  return id
}
