import { afterAll, beforeAll } from 'vitest'
import { readForm } from '../src/engine/form/index.ts'
import type { Stage } from '../src/kernel/context.ts'
import { transaction } from '../src/kernel/db.ts'
import { createFiles } from '../src/kernel/file.ts'
import { newId } from '../src/kernel/id.ts'
import { createLog } from '../src/kernel/log.ts'
import type { Level } from '../src/modules/applications/application.ts'
import { beginApplication } from '../src/modules/applications/begin-actions.ts'
import { giveRight } from '../src/modules/applications/right-queries.ts'
import { sectionDraft } from '../src/modules/applications/section-draft.ts'
import { submitApplication } from '../src/modules/applications/submit-actions.ts'
import { saveDraft } from '../src/modules/drafts/save.ts'
import { declares } from './assessed.ts'
import { freshDatabase, type TestDatabase } from './database.ts'
import { actingAs, somebody, type TestPerson } from './people.ts'

export const before = new Date('2026-11-21T10:00:00Z')
export const deadline = new Date('2026-11-22T14:00:00Z')
export const lastMoment = new Date(deadline.getTime() - 1)
export const after = new Date('2026-11-23T10:00:00Z')

export let database: TestDatabase
export let stage: Stage
export let ecosystem: string
export let other: string
export let form: string
export let people: Record<
  'aino' | 'bengt' | 'outsider' | 'rival' | 'coordinator' | 'officer' | 'assessor' | 'elsewhere',
  TestPerson
>

/** Gives a right in an application straight away, as an accepted invitation does. */
export const giveTo = (application: string, person: TestPerson, level: Level) =>
  transaction(database.db, (tx) =>
    giveRight(tx, { application, person: person.id, organisation: null, level, by: null, at: before }),
  )

export const small = {
  format: 'talkoot-form/1',
  name: { fi: 'Lomake' },
  sections: [
    {
      key: 'who',
      title: { fi: 'Hakija' },
      questions: [
        { key: 'organisation', label: { fi: 'Organisaatio' }, required: true, kind: 'text', most: 200 },
        { key: 'name', label: { fi: 'Nimi' }, required: true, kind: 'text', most: 200 },
      ],
    },
    {
      key: 'why',
      title: { fi: 'Miksi' },
      questions: [{ key: 'need', label: { fi: 'Tarve' }, required: true, kind: 'long-text', most: 1000 }],
    },
  ],
}

/** Opens the room for a file's tests: a database with the ecosystem, its form and its people; drops it after them. */
export function withApplicants(): void {
  beforeAll(open)
  afterAll(() => database.drop())
}

async function open(): Promise<void> {
  database = await freshDatabase()
  const { db } = database
  stage = {
    database: db,
    actor: { kind: 'visitor' },
    way: 'page',
    now: before,
    language: 'fi',
    files: createFiles('.'),
    jobs: {
      enqueue: async () => '',
      emit: async () => undefined,
    },
    turns: [],
    permissions: [],
    baseUrl: 'http://localhost',
    subjects: new Map(),
    drafts: new Map([[sectionDraft.kind, sectionDraft]]),
    log: createLog('silent'),
  }
  ecosystem = await makeEcosystem('hev')
  other = await makeEcosystem('muu')
  const read = readForm(small)
  if (!('form' in read)) throw new Error(JSON.stringify(read))
  form = await makeForm(read.form)
  const as = (name: string, office?: string, where = ecosystem) =>
    somebody(database, name, office ? [[office, where]] : [])
  people = {
    aino: await as('Aino Aalto'),
    bengt: await as('Bengt Berg'),
    rival: await as('Rauha Rinne'),
    outsider: await as('Outi Oja'),
    coordinator: await as('Kati Koski', 'coordinator'),
    officer: await as('Mauri Manner', 'council-officer'),
    assessor: await as('Arvo Arvio', 'assessor'),
    elsewhere: await as('Elsa Etelä', 'coordinator', other),
  }
}

export async function makeEcosystem(key: string): Promise<string> {
  const id = newId(before.getTime())
  await database.db
    .insertInto('ecosystem')
    .values({ id, key, name: JSON.stringify({ fi: key }), ...ecosystemRest() } as never)
    .execute()
  return id
}
export const ecosystemRest = () => ({
  kind: 'agreement',
  position: 1,
  featured: false,
  unofficial: [],
  summary: '{}',
  description: '{}',
  regions: [],
  municipalities: [],
  share: 'public',
  created_at: before,
  updated_at: before,
  lexemes: '',
})

export async function makeForm(definition: object): Promise<string> {
  const id = newId(before.getTime())
  await database.db
    .insertInto('form')
    .values({ id, created_at: before } as never)
    .execute()
  await database.db
    .insertInto('form_version')
    .values({
      form_id: id,
      version: 1,
      definition: JSON.stringify(definition),
      hash: 'h',
      state: 'settled',
      at: before,
    } as never)
    .execute()
  return id
}

let calls = 0
export async function makeCall(settings: object = {}, formId = form, where = ecosystem): Promise<string> {
  const id = newId(before.getTime())
  const code = `hev-2026-${++calls}`
  const whole = {
    languages: ['fi'],
    short: [],
    twoSteps: false,
    title: { fi: 'Haku' },
    lead: {},
    body: {},
    money: [],
    moneyTotal: null,
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
    deMinimis: false,
    template: null,
    assessorsEach: 2,
    jointProjectYears: 3,
    timetable: [],
    contact: { unit: {}, email: '', phone: '' },
    publicFigures: false,
    ...settings,
  }
  await database.db
    .insertInto('call')
    .values({
      id,
      code,
      ecosystem_id: where,
      state: 'open',
      exercise: false,
      settings: JSON.stringify(whole),
      title: JSON.stringify(whole.title),
      opens_at: before,
      closes_at: deadline,
      form_id: formId,
      form_version: 1,
      share: 'public',
      created_at: before,
      updated_at: before,
      lexemes: '',
    } as never)
    .execute()
  return code
}

export type Who = keyof typeof people
export const does = <T>(
  who: Who,
  action: Parameters<ReturnType<typeof actingAs>>[0],
  input: unknown,
  now = before,
) => actingAs(database, stage, people[who])<T>(action, input, now)
export const refusal = (done: Promise<unknown>) =>
  done.then(
    () => 'done',
    (error: { kind?: string; reason?: string }) => error.reason ?? String(error),
  )
export const begin = async (code: string, who: Who = 'aino') =>
  (await does<{ id: string }>(who, beginApplication, { call: code })).id
export const write = (who: Who, id: string, section: string, values: Record<string, string>, now = before) =>
  does(
    who,
    saveDraft,
    {
      kind: sectionDraft.kind,
      subject: `${id}.${section}`,
      operation: newId(now.getTime()),
      fields: Object.entries(values).map(([name, value]) => ({ name, value, base: 0, from: '' })),
    },
    now,
  )
export async function filled(who: Who = 'aino', code?: string): Promise<string> {
  const id = await begin(code ?? (await makeCall()), who)
  await write(who, id, 'who', { organisation: 'Testi Oy', name: 'Vetylaakso' })
  await write(who, id, 'why', { need: 'Tarvitaan.' })
  return id
}
export const submit = (id: string, now = before, who: Who = 'aino') =>
  does<{ version: number; receipt: string; hash: string; late: boolean; again: boolean }>(
    who,
    submitApplication,
    { application: id },
    now,
  )

/** These have said that they are free of conflict in the application, whoever comes into it afterwards. */
export const declared = (id: string, ...whose: readonly (Who | TestPerson)[]) =>
  Promise.all(
    whose.map((who) =>
      declares(database, typeof who === 'string' ? people[who] : who, id, 'none', new Date('2030-01-01')),
    ),
  )
