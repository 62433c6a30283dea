import { perform } from '../src/kernel/action.ts'
import type { Stage } from '../src/kernel/context.ts'
import { transaction } from '../src/kernel/db.ts'
import { newId } from '../src/kernel/id.ts'
import { Refusal } from '../src/kernel/refusal.ts'
import { addCall, changeCall } from '../src/modules/calls/actions.ts'
import type { CallState } from '../src/modules/calls/rules.ts'
import { shippedTemplates } from '../src/modules/criteria/index.ts'
import { loadShippedEcosystems } from '../src/modules/ecosystems/index.ts'
import { templates } from '../src/modules/forms/templates.ts'
import { modules } from '../src/modules.ts'
import { freshDatabase, type TestDatabase } from './database.ts'
import { actingAs, somebody, type TestPerson } from './people.ts'

/** The time at which calls are tried. */
export const now = new Date('2027-01-10T06:00:00Z')
export const later = (days: number): Date => new Date(now.getTime() + days * 86_400_000)
/** As a person types a day. */
export const typed = (at: Date): string => `${at.getUTCDate()}.${at.getUTCMonth() + 1}.${at.getUTCFullYear()}`

/** Why an action was refused; 'done' when it was not. */
export const refused = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => {
      if (!(error instanceof Refusal)) throw error
      return error.reason
    },
  )

export const texts = {
  languages: ['fi', 'sv'],
  short: [],
  'title.fi': 'Vihreän siirtymän haku',
  'title.sv': 'Utlysning för grön omställning',
  'lead.fi': 'Rahoitusta kehittämiseen.',
  'lead.sv': 'Finansiering för utveckling.',
  'body.fi': 'Hakuilmoitus.',
  'body.sv': 'Utlysningstext.',
}

/** Every part of a call that lacks nothing, as it is typed. */
export const filled = (opens: Date, closes: Date) => ({
  texts,
  period: {
    steps: 'one',
    opensDay: typed(opens),
    opensClock: '9.00',
    closesDay: typed(closes),
    closesClock: '16.15',
  },
  money: {
    moneyTotal: '100 000',
    'money.0.year': '2027',
    'money.0.fund': 'ERDF',
    'money.0.amount': '100 000',
  },
  applicants: { applicants: ['municipality', 'company'], leastPartners: '1' },
  costs: { costModels: ['FR40'], 'rate.all': '60' },
  contact: { 'unit.fi': 'Hanketiimi', 'unit.sv': 'Projektteamet', email: 'haut@example.fi' },
})

/** A settled form of an ecosystem, as a call names it, put straight into the database. */
export async function settledIdea({ db }: TestDatabase, ecosystem: string): Promise<string> {
  const id = newId(now.getTime())
  await db
    .insertInto('form')
    .values({ id, ecosystem_id: ecosystem, person_id: null, created_at: now })
    .execute()
  await db
    .insertInto('form_version')
    .values({
      form_id: id,
      version: 1,
      definition: JSON.stringify(templates.idea),
      hash: 'settled',
      state: 'settled',
      at: now,
    })
    .execute()
  return `${id}/1`
}

/** A settled version of the shipped criteria in an ecosystem, as a call names it. */
export async function settledCriteria({ db }: TestDatabase, ecosystem: string): Promise<string> {
  const id = newId(now.getTime())
  const template = shippedTemplates['ecosystem-agreement']
  await db
    .insertInto('criteria_template')
    .values({ id, ecosystem_id: ecosystem, name: JSON.stringify(template.name), created_at: now })
    .execute()
  await db
    .insertInto('criteria_template_version')
    .values({ template_id: id, version: 1, definition: JSON.stringify(template), state: 'settled', at: now })
    .execute()
  return `${id}/1`
}

export type CallRoom = {
  database: TestDatabase
  stage: Stage
  /** The ecosystem of the calls, and another. */
  hev: string
  coordinator: TestPerson
  preparer: TestPerson
  /** Coordinates another ecosystem. */
  outsider: TestPerson
  /** The jobs that were planned, in order. */
  planned: { name: string; startAfter?: Date | undefined }[]
  as: (person: TestPerson) => ReturnType<typeof actingAs>
  asSystem: (action: Parameters<typeof perform>[0], raw: unknown) => Promise<unknown>
  /** A call with everything in it, still planned: its code. */
  aCall: (person?: TestPerson, opens?: Date, closes?: Date) => Promise<string>
  /** Puts a call into a state, whichever way it would have come there. */
  setState: (code: string, state: CallState) => Promise<unknown>
}

/** A database with the shipped ecosystems and the people who make calls in one of them. */
export async function openCallRoom(): Promise<CallRoom> {
  const database = await freshDatabase()
  await transaction(database.db, (tx) => loadShippedEcosystems(tx, now))
  const places = await database.db.selectFrom('ecosystem').select(['id', 'key']).execute()
  const idOf = (key: string) => places.find((p) => p.key === key)!.id
  const hev = idOf('hev')
  const planned: CallRoom['planned'] = []
  const stage = {
    database: database.db,
    actor: { kind: 'visitor' },
    way: 'page',
    now,
    language: 'fi',
    baseUrl: 'https://talkoot.example',
    log: { warn: () => undefined },
    jobs: {
      enqueue: (_tx: unknown, name: string, _input: object, options?: { startAfter?: Date }) => {
        planned.push({ name, startAfter: options?.startAfter })
        return Promise.resolve('')
      },
      emit: () => Promise.resolve(),
    },
    subjects: new Map(modules.flatMap((m) => m.subjects ?? []).map((s) => [s.kind, s])),
  } as unknown as Stage
  const coordinator = await somebody(database, 'Kaisa Koordinaattori', [['coordinator', hev]])
  const as = (person: TestPerson) => actingAs(database, stage, person)
  const form = await settledIdea(database, hev)
  const template = await settledCriteria(database, hev)
  return {
    database,
    stage,
    hev,
    coordinator,
    preparer: await somebody(database, 'Pekka Valmistelija', [['preparer', hev]]),
    outsider: await somebody(database, 'Ulla Ulkopuolinen', [['coordinator', idOf('hgie')]]),
    planned,
    as,
    asSystem: (action, raw) =>
      perform(action, { ...stage, actor: { kind: 'system', name: 'calls.clock' } }, raw),
    aCall: async (person = coordinator, opens = later(10), closes = later(40)) => {
      const { code } = await as(person)<{ code: string }>(addCall, { ecosystem: hev, title: { fi: 'Haku' } })
      const parts = {
        ...filled(opens, closes),
        form: { full: form },
        assessment: { template, assessorsEach: '2', jointProjectYears: '5' },
      }
      for (const [part, fields] of Object.entries(parts))
        await as(person)(changeCall, { call: code, part, fields })
      return code
    },
    setState: (code, state) =>
      database.db
        .updateTable('call')
        .set({
          state,
          share: state === 'planned' ? 'own' : 'public',
          opens_at: later(-10),
          closes_at: later(-1),
        })
        .where('code', '=', code)
        .execute(),
  }
}
