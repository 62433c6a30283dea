import type { Template } from '../src/engine/assessment/index.ts'
import { newId } from '../src/kernel/id.ts'
import { emptySettings } from '../src/modules/calls/settings.ts'
import type { TestDatabase } from './database.ts'
import type { TestPerson } from './people.ts'

/** One general criterion, one scored from 0 to 5 of which 3 is the least. */
export const template: Template = {
  format: 'talkoot-criteria/1',
  name: { fi: 'Testin perusteet' },
  general: [{ key: 'eligible', label: { fi: 'Hakukelpoinen' } }],
  scored: [
    {
      key: 'impact',
      group: 'content',
      label: { fi: 'Vaikuttavuus' },
      scale: { least: 0, most: 5 },
      weight: '1',
      least: 3,
    },
  ],
  thresholds: { total: '50' },
  reasonAlways: false,
  discussFrom: 2,
}

export type DecidedCall = { call: string; code: string; ecosystem: string }

/** An ecosystem with a call in assessment: at most 60 %, from 10 000 to 500 000 euros, 36 months. */
export async function callInAssessment(
  { db }: Pick<TestDatabase, 'db'>,
  coordinator: TestPerson | undefined,
  code = 'testi-2027-1',
  ecosystem?: string,
): Promise<DecidedCall> {
  const at = new Date('2026-11-01T06:00:00Z')
  const place = ecosystem ?? newId()
  if (!ecosystem)
    await db
      .insertInto('ecosystem')
      .values({
        id: place,
        key: code.replaceAll('-', ''),
        kind: 'agreement',
        name: JSON.stringify({ fi: 'Testin ekosysteemi', sv: 'Testets ekosystem' }),
        position: 1,
        featured: false,
        unofficial: [],
        summary: '{}',
        description: '{}',
        regions: [],
        municipalities: [],
        share: 'public',
        created_at: at,
        updated_at: at,
        lexemes: '',
      })
      .execute()
  const templateId = newId()
  await db
    .insertInto('criteria_template')
    .values({ id: templateId, ecosystem_id: place, name: '{"fi":"Testi"}', created_at: at })
    .execute()
  await db
    .insertInto('criteria_template_version')
    .values({
      template_id: templateId,
      version: 1,
      definition: JSON.stringify(template),
      state: 'settled',
      at,
    })
    .execute()
  const call = newId()
  const settings = {
    ...emptySettings,
    title: { fi: 'Testihaku', sv: 'Testutlysning' },
    rates: [{ costModel: null, most: '60' }],
    leastGrant: '10000.00',
    mostGrant: '500000.00',
    mostMonths: 36,
    template: { id: templateId, version: 1 },
    money: [{ year: 2027, fund: 'EAKR', amount: '1000000.00' }],
  }
  await db
    .insertInto('call')
    .values({
      id: call,
      ecosystem_id: place,
      code,
      state: 'in-assessment',
      exercise: false,
      settings: JSON.stringify(settings),
      title: JSON.stringify(settings.title),
      opens_at: new Date('2026-10-01T06:00:00Z'),
      opened_at: new Date('2026-10-01T06:00:00Z'),
      closes_at: new Date('2026-10-31T14:00:00Z'),
      share: 'public',
      person_id: coordinator?.id ?? null,
      created_at: at,
      updated_at: at,
      lexemes: '',
    })
    .execute()
  return { call, code, ecosystem: place }
}

/** Answers that promise something: a target, what goes on, others' money. */
export const promised = {
  'targets.rows': ['x1'],
  'targets.x1.indicator': 'RCO01 Tuetut yritykset',
  'targets.x1.target': '12',
  'after.rows': ['y1'],
  'after.y1.organisation': 'Testin kaupunki 1',
  'after.y1.continues': 'Kokeilualusta jää kaupungin käyttöön',
  'after.y1.payer': 'Kaupunki',
  'money.rows': ['z1'],
  'money.z1.financier': 'Testin kunta',
  'money.z1.amount': '10 000,00',
}

export type Made = { id: string; rows: readonly string[] }

/** An application of two partners that asks for 60 000 of 100 000 euros, sent once and assessed. */
export async function assessedApplication(
  { db }: Pick<TestDatabase, 'db'>,
  { call, ecosystem }: DecidedCall,
  number: number,
  people: { applicant: TestPerson; checker: TestPerson; assessor: TestPerson },
  options: {
    check?: 'pass' | 'fail'
    score?: number
    state?: 'scoring' | 'settled' | 'failed'
    group?: string
    title?: string
    language?: string
    answers?: object
  } = {},
): Promise<Made> {
  const at = new Date('2026-10-30T06:00:00Z')
  const { check = 'pass', score = 4, state = check === 'fail' ? 'failed' : 'settled' } = options
  const id = newId()
  const form = newId()
  await db
    .insertInto('application')
    .values({
      id,
      call_id: call,
      ecosystem_id: ecosystem,
      number,
      step: 'full',
      form_id: form,
      form_version: 1,
      state: 'submitted',
      title: options.title ?? `Hanke ${number}`,
      language: options.language ?? 'fi',
      person_id: people.applicant.id,
      created_at: new Date('2026-10-05T06:00:00Z'),
      version: 1,
      submitted_at: at,
      group_id: options.group ?? null,
    })
    .execute()
  await db
    .insertInto('application_right')
    .values({
      id: newId(),
      application_id: id,
      person_id: people.applicant.id,
      level: 'submit',
      given_at: at,
    })
    .execute()
  await db
    .insertInto('application_version')
    .values({
      id: newId(),
      application_id: id,
      version: 1,
      answers: JSON.stringify(options.answers ?? {}),
      form_id: form,
      form_version: 1,
      files: '[]',
      hash: `hash-of-${number}`,
      receipt: `${call}-${number}-1`,
      late: false,
      person_id: people.applicant.id,
      by_whom: people.applicant.name,
      at,
    })
    .execute()
  const partners = [
    {
      row_key: 'a',
      name: `Testin yliopisto ${number}`,
      role: 'lead',
      cost: '70000.00',
      grant_asked: '42000.00',
    },
    {
      row_key: 'b',
      name: `Testin kaupunki ${number}`,
      role: 'partner',
      cost: '30000.00',
      grant_asked: '18000.00',
    },
  ]
  for (const [position, partner] of partners.entries())
    await db
      .insertInto('application_partner')
      .values({ application_id: id, position, ...partner })
      .execute()
  await db
    .insertInto('assessment')
    .values({
      application_id: id,
      call_id: call,
      ecosystem_id: ecosystem,
      state,
      version: 1,
      consensus: state === 'settled' ? JSON.stringify({ impact: { score, reason: 'Syy' } }) : null,
      settled_at: state === 'settled' ? at : null,
      settled_by: state === 'settled' ? people.assessor.id : null,
      updated_at: at,
    })
    .execute()
  await db
    .insertInto('eligibility_check')
    .values({
      id: newId(),
      application_id: id,
      criterion: 'eligible',
      version: 1,
      result: check,
      ground: 'Tarkastettu',
      person_id: people.checker.id,
      by_whom: people.checker.name,
      at,
    })
    .execute()
  return { id, rows: ['a', 'b'] }
}

/** The person has said that nothing binds them there, or that something does. */
export const declares = (
  { db }: Pick<TestDatabase, 'db'>,
  person: { id: string },
  application: string,
  says: 'none' | 'conflict' = 'none',
  at = new Date('2026-11-10T06:00:00Z'),
) =>
  db
    .insertInto('conflict_declaration')
    .values({
      id: newId(),
      person_id: person.id,
      application_id: application,
      by_id: person.id,
      says,
      point: says === 'conflict' ? 5 : null,
      words: '',
      found: '[]',
      at,
    })
    .execute()
