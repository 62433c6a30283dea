import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { actingAs, somebody, type TestPerson } from '../../../test/people.ts'
import type { Stage } from '../../kernel/context.ts'
import type { DraftKind } from '../../kernel/draft.ts'
import { localPath, type PageAnswer, type PageRequest, type PostedForm } from '../../kernel/page.ts'
import { signedIn } from '../../kernel/rule.ts'
import { draftFor } from '../drafts/index.ts'
import { actorOf } from '../people/index.ts'
import { choicesQuestion } from './editor-questions.ts'
import { answersIn } from './section-fields.tsx'
import { sectionBefore, takeSection } from './take-section.ts'

// Two people fill one section in at once: the rows that either adds are there, and what either wrote in them.
const now = new Date('2026-11-22T10:00:00Z')
const kind: DraftKind = {
  kind: 'test.section',
  shared: true,
  title: { fi: 'Osio', sv: 'Avsnitt', en: 'Section' },
  path: (subject) => `/test/${subject}`,
  allow: signedIn,
}
const section = { key: 's', title: {}, questions: [{ ...choicesQuestion, leastRows: 0 }] }
const asked = { kind, subject: 'one', section }

let database: TestDatabase
let stage: Stage
let people: TestPerson[]

beforeAll(async () => {
  database = await freshDatabase()
  people = [await somebody(database, 'Yksi Hakija'), await somebody(database, 'Toinen Hakija')]
  stage = {
    database: database.db,
    actor: { kind: 'visitor' },
    way: 'page',
    now,
    language: 'fi',
    turns: [],
    drafts: new Map([[kind.kind, kind]]),
  } as unknown as Stage
})
afterAll(() => database.drop())

async function requestOf(person: TestPerson, values: Record<string, string> = {}): Promise<PageRequest> {
  const form: PostedForm = {
    values,
    files: [],
    get: (field) => values[field],
    all: (field) => (values[field] === undefined ? [] : [values[field]]),
  }
  return {
    actor: await actorOf(database.db, person.session, now),
    language: 'fi',
    now,
    form: async () => form,
    link: (path: string) => localPath('fi', path),
    perform: (action: never, raw: unknown) => actingAs(database, stage, person)(action, raw),
  } as unknown as PageRequest
}

/** The page as a person sees it: what a browser without script would post, with something changed. */
async function pageOf(person: TestPerson): Promise<Record<string, string>> {
  const request = await requestOf(person)
  const first = await draftFor(request, kind, 'one', sectionBefore(asked))
  const { state } = await draftFor(request, kind, 'one', sectionBefore(asked, answersIn(section, first)))
  const versions = Object.fromEntries(state.fields.map((f) => [f.name, f.version]))
  return {
    ...(answersIn(section, first) as Record<string, string>),
    draft: JSON.stringify({ id: state.id, versions }),
  }
}

const post = async (person: TestPerson, values: Record<string, string>): Promise<PageAnswer> =>
  takeSection(
    await requestOf(person, values),
    asked,
    async () => '/sent',
    async () => {
      throw new Error('nothing was wrong')
    },
  )

it('keeps the rows of both, and takes one away without the others', async () => {
  const [one, other] = people as [TestPerson, TestPerson]
  const [mine, theirs] = [await pageOf(one), await pageOf(other)]
  const answer = await post(one, { ...mine, 'choices.1.fi': 'Yksi', rows: 'add:choices' })
  expect(answer).toMatchObject({
    as: 'redirect',
    to: expect.stringMatching(/^\/test\/one#f-choices-row-[a-z0-9]{8}$/),
  })
  await post(other, { ...theirs, rows: 'add:choices' })
  const both = await pageOf(one)
  const rows = both['choices.rows']!.split('\n')
  expect(rows).toHaveLength(3)
  expect(both['choices.1.fi']).toBe('Yksi')
  await post(other, {
    ...(await pageOf(other)),
    [`choices.${rows[2]}.fi`]: 'Kolmas',
    rows: `remove:choices:${rows[1]}`,
  })
  const left = await pageOf(one)
  expect(left['choices.rows']!.split('\n')).toEqual([rows[0], rows[2]])
  expect(left[`choices.${rows[2]}.fi`]).toBe('Kolmas')
  // A row is never used again: the last one that goes leaves an empty one of another name.
  await post(one, { ...left, rows: `remove:choices:${rows[2]}` })
  await post(one, { ...(await pageOf(one)), rows: `remove:choices:${rows[0]}` })
  const empty = await pageOf(one)
  expect(rows).not.toContain(empty['choices.rows'])
  expect(Object.entries(empty).filter(([name, value]) => name.endsWith('.fi') && value !== '')).toEqual([])
})
