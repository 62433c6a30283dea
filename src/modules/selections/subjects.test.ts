import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { decidingStage, type Offices, officesOf, trying } from '../../../test/decision-offices.ts'
import { organisations } from '../../../test/matters.ts'
import { visit, whatIsSent } from '../../../test/page-request.ts'
import { actingAs, type TestPerson } from '../../../test/people.ts'
import { preparedSelection } from '../../../test/selection.ts'
import type { Action } from '../../kernel/action.ts'
import type { Stage } from '../../kernel/context.ts'
import { execute } from '../../kernel/db.ts'
import type { Subject } from '../../kernel/subject.ts'
import { modules } from '../../modules.ts'
import { actorOf } from '../people/index.ts'
import { declareSelection } from './declare-actions.ts'
import { callSelection } from './prepare-actions.ts'
import { selectionStates } from './rules.ts'
import { candidateKind, candidateSubject, selectionSubject } from './subjects.ts'

// Who reads what is said of a meeting and of its candidates, person by person and state by state.

let database: TestDatabase
let stage: Stage
let people: Offices
let selection = ''
let candidates: string[] = []

const actionNamed = (name: string): Action =>
  modules.flatMap((m) => m.actions ?? []).find((a) => a.name === name)!
const [listComments, addComment, listAttachments] = [
  actionNamed('comment.list'),
  actionNamed('comment.add'),
  actionNamed('attachment.list'),
]

beforeAll(async () => {
  database = await freshDatabase()
  const made = await officesOf(database)
  people = made.people
  stage = {
    ...decidingStage(database, await mkdtemp(join(tmpdir(), 'talkoot-spoken-'))),
    subjects: new Map(modules.flatMap((m) => m.subjects ?? []).map((s) => [s.kind, s])),
    drafts: new Map(modules.flatMap((m) => m.drafts ?? []).map((d) => [d.kind, d])),
    now: new Date('2026-11-21T10:00:00Z'),
  }
  const { organisation } = await organisations(database, { organisation: { name: 'Testin yhtiö' } })
  await database.db
    .insertInto('person_organisation')
    .values({ person_id: people.council.id, organisation_id: organisation!, starts_on: '2026-01-01' })
    .execute()
  ;({ selection, candidates } = await preparedSelection(
    database,
    made.call.ecosystem,
    [
      [people.city.id, 'chair'],
      [people.city2.id, 'member'],
      [people.applicant.id, 'member'],
      [people.council.id, 'expert'],
    ],
    [organisation],
  ))
  await as(people.coordinator)(callSelection, { selection })
  await as(people.coordinator)(declareSelection, { selection })
  await as(people.city)(declareSelection, { selection })
  await as(people.city2)(declareSelection, { selection, conflicts: [candidates[0]], words: 'Naapurini' })
  await as(people.council)(declareSelection, { selection })
})
afterAll(() => database.drop())

const as = (person: TestPerson) => actingAs(database, stage, person)
const inState = (state: string) =>
  execute(
    database.db,
    `update selection set state = $2, record = case when $2 = 'closed' then '{}'::jsonb end where id = $1`,
    [selection, state],
  )
const comes = async (person: TestPerson, action: Action, input: object) =>
  (await trying(database, stage, person, action, input)).reason ?? 'done'

/** What each is in the meeting, and how they stand to the first candidate and to the others. */
const table = {
  coordinator: ['keeps', 'free', 'free'],
  preparer: ['keeps', 'undeclared', 'undeclared'],
  city: ['sits', 'free', 'free'],
  city2: ['sits', 'aside', 'free'],
  applicant: ['sits', 'undeclared', 'undeclared'],
  council: ['sits', 'aside', 'free'],
  viewer: ['out', 'free', 'free'],
  elsewhere: ['out', 'free', 'free'],
} as const
const everybody = Object.keys(table) as (keyof typeof table)[]

it('who reads and speaks, person by person, state by state', async () => {
  const subjects: [Subject, 0 | 1 | 2][] = [
    [{ kind: 'selection', id: selection }, 0],
    [{ kind: candidateKind, id: candidates[0]! }, 1],
    [{ kind: candidateKind, id: candidates[1]! }, 2],
  ]
  for (const state of selectionStates) {
    await inState(state)
    for (const who of everybody)
      for (const [subject, place] of subjects) {
        const takesPart = table[who][0] === 'keeps' || (table[who][0] === 'sits' && state !== 'preparing')
        const stands = place === 0 ? 'free' : table[who][place]
        // Once it is closed nobody declares any more: only those who stepped aside are kept out.
        const reads = takesPart && (stands === 'free' || (stands === 'undeclared' && state === 'closed'))
        const isOver = state === 'closing' || state === 'closed'
        const case_ = `${state}, ${who}, ${place}`
        const person = people[who]
        const files = { kind: subject.kind, subject: subject.id }
        expect([case_, await comes(person, listComments, subject)]).toEqual([
          case_,
          reads ? 'done' : 'subject.missing',
        ])
        if (place === 1)
          expect([case_, (await comes(person, listAttachments, files)) === 'done']).toEqual([case_, reads])
        const said = await comes(person, addComment, { ...subject, text: `Sanottu: ${case_}` })
        const speaks = reads && !isOver
        expect([case_, said]).toEqual([
          case_,
          who === 'viewer'
            ? 'comment.add.forbidden'
            : speaks
              ? 'done'
              : reads
                ? 'talk.closed'
                : 'subject.missing',
        ])
        const actor = await actorOf(database.db, person.session, stage.now)
        const kind = place === 0 ? selectionSubject : candidateSubject
        const found = await kind.find(database.db, subject.id)
        expect([case_, found!.keptBy!(actor, stage.now)]).toEqual([
          case_,
          speaks && table[who][0] === 'keeps',
        ])
      }
  }
})

it('nobody is told of what they may not read, by page, by mention or by following', async () => {
  await inState('open')
  const subject = { kind: candidateKind, id: candidates[0]! }
  const follow = actionNamed('subject.follow')
  expect(await comes(people.city2, follow, { ...subject, following: true })).toBe('subject.missing')
  await as(people.city)(addComment, {
    ...subject,
    text: `Salainen arvio, @${people.city2.name} ja @${people.coordinator.name}`,
  })
  const rows = await database.db
    .selectFrom('notification')
    .where('subject_kind', '=', candidateKind)
    .where('excerpt', 'like', '%Salainen%')
    .select('person_id')
    .execute()
  expect(rows.map((r) => r.person_id)).toEqual([people.coordinator.id])
  const pages = modules.flatMap((m) => m.pages ?? [])
  const page = async (person: TestPerson, path: string) => {
    const actor = await actorOf(database.db, person.session, stage.now)
    return whatIsSent(await visit(pages, { ...stage, actor }, path))
  }
  const candidate = `/selections/${selection}/candidates/H01`
  expect(await page(people.city, candidate)).toContain('Salainen arvio')
  for (const person of [people.city2, people.council, people.applicant, people.preparer]) {
    for (const path of [candidate, `/selections/${selection}`, `/selections/${selection}/room`])
      expect(await page(person, path)).not.toContain('Salainen arvio')
  }
  expect(await page(people.applicant, candidate)).toContain(`/selections/${selection}/declaration`)
  // What is said of the meeting as a whole is read by all in it, and its page says so.
  const whole = { kind: 'selection', id: selection }
  await as(people.city)(addComment, { ...whole, text: 'Aloitetaan yhdeksältä' })
  for (const person of [people.city2, people.council, people.applicant])
    expect(await page(person, `/selections/${selection}`)).toContain('Aloitetaan yhdeksältä')
})

it('who is tied to a candidate only later no longer reads what was said of it', async () => {
  await inState('open')
  const subject = { kind: candidateKind, id: candidates[2]! }
  expect(await comes(people.city, listComments, subject)).toBe('done')
  await as(people.city)(declareSelection, { selection, conflicts: [candidates[2]], words: 'Uusi työ' })
  expect(await comes(people.city, listComments, subject)).toBe('subject.missing')
  await inState('closed')
  expect(await comes(people.city, listComments, subject)).toBe('subject.missing')
})

it('what is not there is found by nobody', async () => {
  for (const id of [selection, 'x', '00000000-0000-7000-8000-000000000000'])
    expect(await candidateSubject.find(database.db, id)).toBeUndefined()
  expect(await selectionSubject.find(database.db, candidates[0]!)).toBeUndefined()
})
