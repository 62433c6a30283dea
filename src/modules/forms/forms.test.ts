import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { actingAs, somebody, type TestPerson } from '../../../test/people.ts'
import { type Answers, type Form, missingTexts, type Question, writeForm } from '../../engine/form/index.ts'
import type { Stage } from '../../kernel/context.ts'
import { transaction } from '../../kernel/db.ts'
import { languages } from '../../kernel/text.ts'
import { loadShippedEcosystems } from '../ecosystems/index.ts'
import {
  addForm,
  exportForm,
  importForm,
  listForms,
  type ReadingOfForm,
  readFormAction,
  settleForm,
} from './actions.ts'
import { changeFormAction, undoStep } from './change-actions.ts'

import { settledForm } from './queries.ts'
import { answersOfQuestion, answersOfSection, questionFrom, sectionFrom } from './question-answers.ts'
import { hashOfForm, keyFrom } from './rules.ts'
import { templateKeys, templates } from './templates.ts'

const now = new Date('2026-11-22T10:00:00Z')

describe('templates', () => {
  it.each(templateKeys)('%s is a form whose every text is in three languages', (key) => {
    expect(missingTexts(templates[key], languages)).toEqual([])
    const file = join(import.meta.dirname, '..', '..', '..', 'data', 'forms', `${key}.json`)
    expect(writeForm(templates[key])).toBe(readFileSync(file, 'utf8'))
  })
})

describe('the form in which a question is made', () => {
  const answering = (answers: Answers) => ({
    text: (name: string) => (typeof answers[name] === 'string' ? (answers[name] as string) : ''),
    list: (name: string) => (Array.isArray(answers[name]) ? (answers[name] as string[]) : []),
  })

  it.each(templateKeys)('leaves every question and section of %s as it was', (key) => {
    for (const section of templates[key].sections) {
      const { questions, ...plain } = section
      expect(sectionFrom(section.key, answering(answersOfSection(section)))).toEqual(plain)
      for (const question of questions)
        expect(questionFrom(question.kind, question.key, answering(answersOfQuestion(question)))).toEqual(
          question,
        )
    }
  })

  it('keeps a condition that rows cannot tell', () => {
    const when = { all: [{ any: [{ question: 'a', is: 'filled' as const }] }] }
    const question: Question = { key: 'b', label: { fi: 'B' }, required: false, when, kind: 'text', most: 5 }
    expect(questionFrom('text', 'b', answering(answersOfQuestion(question)), question)).toEqual(question)
  })

  it('makes keys of words', () => {
    expect(keyFrom('Hankkeen nimi?', new Set(), 'question')).toBe('hankkeen-nimi')
    expect(keyFrom('Åtgärder', new Set(['atgarder']), 'question')).toBe('atgarder-2')
    expect(keyFrom('2026', new Set(), 'question')).toBe('question')
  })
})

describe('forms that people make', () => {
  let database: TestDatabase
  let stage: Stage
  let here: string
  let one: TestPerson
  let other: TestPerson
  let stranger: TestPerson
  let form: string

  beforeAll(async () => {
    database = await freshDatabase()
    await transaction(database.db, (tx) => loadShippedEcosystems(tx, now))
    const idOf = async (key: string) =>
      (
        await database.db
          .selectFrom('ecosystem')
          .select('id')
          .where('key', '=', key)
          .executeTakeFirstOrThrow()
      ).id
    here = await idOf('hev')
    one = await somebody(database, 'Yksi Tekijä', [['preparer', here]])
    other = await somebody(database, 'Toinen Tekijä', [['coordinator', here]])
    stranger = await somebody(database, 'Vieras Tekijä', [['coordinator', await idOf('sixnet')]])
    stage = {
      database: database.db,
      actor: { kind: 'visitor' },
      way: 'api',
      now,
      language: 'fi',
      turns: [],
    } as unknown as Stage
    const added = await as(one)<{ id: string }>(addForm, { ecosystem: here, name: { fi: 'Lomake' } })
    form = added.id
  })
  afterAll(() => database.drop())

  const as = (person: TestPerson) => actingAs(database, stage, person)
  const read = () => as(one)<ReadingOfForm>(readFormAction, { form })
  const step = (person: TestPerson, said: object, seen?: string) =>
    as(person)<{ version: number; hash: string; step: string }>(changeFormAction, {
      form,
      step: said,
      ...(seen && { seen }),
    })
  const question = (key: string, more: object = {}) => ({
    key,
    label: { fi: key },
    required: false,
    kind: 'text',
    most: 9,
    ...more,
  })

  it('two change it at once, each a step at a time', async () => {
    await step(one, {
      do: 'section.add',
      section: { key: 's', title: { fi: 'S' }, questions: [] },
      after: null,
    })
    const keys = ['a', 'b', 'c', 'd', 'e', 'f']
    await Promise.all(
      keys.map((key, i) =>
        step(i % 2 ? one : other, { do: 'question.add', section: 's', question: question(key), after: null }),
      ),
    )
    const { versions, steps } = await read()
    expect(versions[0]!.form.sections[0]!.questions.map((q) => q.key).sort()).toEqual(keys)
    expect(steps).toHaveLength(7)
  })

  it('who has looked at another state is told, and what is gone is gone', async () => {
    const { hash } = (await read()).versions[0]!
    const done = await step(other, { do: 'question.remove', key: 'f' }, hash)
    await expect(step(one, { do: 'question.remove', key: 'e' }, hash)).rejects.toMatchObject({
      kind: 'conflict',
    })
    await expect(step(one, { do: 'question.change', question: question('f') })).rejects.toMatchObject({
      kind: 'missing',
    })
    await as(one)(undoStep, { form, step: done.step })
    expect((await read()).versions[0]!.hash).toBe(hash)
    await expect(as(one)(undoStep, { form, step: done.step })).rejects.toMatchObject({ kind: 'missing' })
  })

  it('a step that would make no form is refused, with its field', async () => {
    const wrong = question('a', { most: 0 })
    await expect(step(one, { do: 'question.change', question: wrong })).rejects.toMatchObject({
      complaints: [{ field: 'most' }],
    })
  })

  it('a settled version never changes: the next step begins another', async () => {
    const { hash, version, form: before } = (await read()).versions[0]!
    await expect(as(one)(settleForm, { form, seen: 'another' })).rejects.toMatchObject({ kind: 'conflict' })
    await as(one)(settleForm, { form, seen: hash })
    await expect(as(one)(settleForm, { form })).rejects.toMatchObject({ kind: 'conflict' })
    expect((await step(one, { do: 'question.remove', key: 'a' })).version).toBe(version + 1)
    const { versions } = await read()
    expect(versions.map((v) => [v.version, v.state])).toEqual([
      [2, 'working'],
      [1, 'settled'],
    ])
    expect(versions[1]!.hash).toBe(hash)
    expect(hashOfForm(versions[1]!.form)).toBe(hash)
    expect(await settledForm(database.db, form, 1)).toEqual(before)
    expect(await settledForm(database.db, form, 2)).toBeUndefined()
  })

  it('it goes out as a file and comes in as the same', async () => {
    const { file } = await as(one)<{ file: string }>(exportForm, { form })
    const data = JSON.parse(file) as Form
    const { id } = await as(one)<{ id: string }>(importForm, { ecosystem: here, data })
    expect((await as(one)<{ file: string }>(exportForm, { form: id })).file).toBe(file)
    await expect(
      as(one)(importForm, { ecosystem: here, data: { ...data, format: 'other' } }),
    ).rejects.toMatchObject({
      reason: 'form.invalid',
    })
  })

  it('those of another ecosystem neither see nor take it', async () => {
    const forbidden = { kind: 'forbidden' }
    await expect(as(stranger)(readFormAction, { form })).rejects.toMatchObject(forbidden)
    await expect(step(stranger, { do: 'question.remove', key: 'b' })).rejects.toMatchObject(forbidden)
    await expect(as(stranger)(addForm, { ecosystem: null, name: { fi: 'X' } })).rejects.toMatchObject(
      forbidden,
    )
    const sixnet = (
      await database.db
        .selectFrom('ecosystem')
        .select('id')
        .where('key', '=', 'sixnet')
        .executeTakeFirstOrThrow()
    ).id
    await expect(as(stranger)(addForm, { ecosystem: sixnet, copyOf: form })).rejects.toMatchObject({
      kind: 'missing',
    })
    const { items } = await as(stranger)<{ items: unknown[] }>(listForms, {})
    expect(items).toEqual([])
  })
})
