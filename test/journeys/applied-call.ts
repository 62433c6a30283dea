import { readFileSync } from 'node:fs'
import { newId } from '../../src/kernel/id.ts'
import type { Region } from './region.ts'

const data = (path: string) =>
  JSON.parse(readFileSync(new URL(`../../data/${path}`, import.meta.url), 'utf8'))

/** An open call with the shipped form, as its coordinator would have made it. */
export async function makeCall(region: Pick<Region, 'database'>): Promise<string> {
  const { db } = region.database
  const now = new Date()
  const form = newId(now.getTime())
  const { id: ecosystem } = await db
    .selectFrom('ecosystem')
    .where('key', '=', 'hev')
    .select('id')
    .executeTakeFirstOrThrow()
  await db.insertInto('form').values({ id: form, created_at: now }).execute()
  const definition = JSON.stringify(data('forms/ecosystem-agreement.json'))
  await db
    .insertInto('form_version')
    .values({ form_id: form, version: 1, definition, hash: 'h', state: 'settled', at: now })
    .execute()
  const settings = {
    languages: ['fi'],
    short: [],
    twoSteps: false,
    title: { fi: 'Vihreän siirtymän haku' },
    lead: {},
    body: {},
    money: [],
    moneyTotal: null,
    programme: null,
    objectives: [],
    frame: [],
    applicants: [],
    applicantsText: { fi: 'Kunnat, korkeakoulut ja yritykset.' },
    roles: [],
    leastPartners: 2,
    costModels: [data('codes/cost-models.json').items[0]],
    rates: [{ costModel: null, most: '60' }],
    leastGrant: null,
    mostGrant: null,
    mostMonths: null,
    deMinimis: true,
    template: null,
    assessorsEach: 2,
    jointProjectYears: 3,
    timetable: [],
    contact: { unit: {}, email: '', phone: '' },
    publicFigures: false,
  }
  await db
    .insertInto('call')
    .values({
      id: newId(now.getTime()),
      code: 'hev-koe-1',
      ecosystem_id: ecosystem,
      state: 'open',
      exercise: true,
      settings: JSON.stringify(settings),
      title: JSON.stringify(settings.title),
      opens_at: new Date(now.getTime() - 3_600_000),
      closes_at: new Date(now.getTime() + 86_400_000),
      form_id: form,
      form_version: 1,
      share: 'public',
      created_at: now,
      updated_at: now,
      lexemes: '',
    })
    .execute()
  return 'hev-koe-1'
}
