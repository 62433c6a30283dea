import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assessingStage, callInAssessment } from '../../../test/assessed.ts'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { actingAs, somebody, type TestPerson } from '../../../test/people.ts'
import type { ScoredCriterion } from '../../engine/assessment/index.ts'
import { outcomeOf, readTemplate } from '../../engine/assessment/index.ts'
import type { Stage } from '../../kernel/context.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import {
  addTemplate,
  archiveTemplate,
  changeCriteria,
  copyTemplate,
  exportTemplate,
  importTemplate,
  listTemplates,
  readTemplateAction,
  settleTemplate,
} from './actions.ts'
import { scoredFields, scoredOf } from './form-fields.ts'
import { settledTemplate, settledTemplates, shippedKeys, shippedTemplates } from './index.ts'

let database: TestDatabase
let stage: Stage
let keeper: TestPerson
let other: TestPerson
let ecosystem: string
const as = (person: TestPerson) => actingAs(database, stage, person)

beforeAll(async () => {
  database = await freshDatabase()
  stage = assessingStage(database)
  ecosystem = (await callInAssessment(database)).ecosystem
  const elsewhere = (await callInAssessment(database, { code: 'muu-1' })).ecosystem
  keeper = await somebody(database, 'Kaisa Koordinaattori', [['coordinator', ecosystem]])
  other = await somebody(database, 'Olli Muualta', [['preparer', elsewhere]])
})
afterAll(() => database.drop())

describe('the shipped templates', () => {
  it.each(shippedKeys)('%s has every text in three languages', (key) => {
    const template = shippedTemplates[key]
    for (const c of [...template.general, ...template.scored])
      for (const texts of [c.label, c.guide]) expect(Object.keys(texts ?? {})).toEqual(['fi', 'sv', 'en'])
    const half = Object.fromEntries(
      template.scored.map((c) => [c.key, { score: Math.ceil(c.scale.most / 2), reason: 'x' }]),
    )
    const checks = Object.fromEntries(template.general.map((c) => [c.key, 'pass' as const]))
    expect(outcomeOf(template, checks, half).is).toBe('passed')
  })
})

describe('a template', () => {
  let id: string
  const step = (change: object) => as(keeper)<{ version: number }>(changeCriteria, { template: id, change })
  const criterion = { key: 'need', label: { fi: 'Tarve', sv: 'Behov', en: 'Need' } }
  const scored = { ...criterion, group: 'content', scale: { least: 0, most: 5 }, weight: '1' }

  it('belongs to an ecosystem, and its keepers make it', async () => {
    await expect(as(other)(addTemplate, { ecosystem, name: { fi: 'Oma' } })).rejects.toMatchObject({
      kind: 'forbidden',
    })
    ;({ id } = await as(keeper)<{ id: string }>(addTemplate, { ecosystem, name: { fi: 'Oma' } }))
    await expect(as(other)(readTemplateAction, { template: id })).rejects.toMatchObject({
      kind: 'forbidden',
    })
    expect(JSON.stringify(await as(other)(listTemplates, {}))).not.toContain(id)
  })

  it('is not settled while there is nothing to judge by', async () => {
    await expect(as(keeper)(settleTemplate, { template: id })).rejects.toMatchObject({ kind: 'invalid' })
  })

  it('takes steps that leave it whole, and tells what is wrong with others', async () => {
    expect(await step({ do: 'put-scored', criterion: scored, was: null })).toEqual({ version: 1 })
    await expect(step({ do: 'put-general', criterion, was: null })).rejects.toMatchObject({
      kind: 'conflict',
    })
    await expect(
      step({ do: 'put-scored', criterion: { ...scored, weight: '0' }, was: 'need' }),
    ).rejects.toMatchObject({ complaints: [{ field: 'scored.0.weight' }] })
  })

  it('is not settled while a language is missing, in the words of a scale neither', async () => {
    const settle = () => as(keeper)(settleTemplate, { template: id })
    await expect(settle()).rejects.toMatchObject({ reason: 'criteria.untranslated' })
    const names = { name: { fi: 'Oma', sv: 'Egen', en: 'Own' } }
    await step({ do: 'settings', ...names, thresholds: {}, reasonAlways: false, discussFrom: 2 })
    const worded = { ...scored, scale: { ...scored.scale, words: { 5: { fi: 'Erinomainen' } } } }
    await step({ do: 'put-scored', criterion: worded, was: 'need' })
    const refused = await settle().catch((error: Refusal) => error)
    expect((refused as Refusal).complaints[0]!.text.en).toContain('need.scale.5.sv')
    await step({ do: 'put-scored', criterion: scored, was: 'need' })
  })

  it('has words for the points of its scales, which come out of their form as they went in', () => {
    const all = (n: number) => ({ fi: `piste ${n}`, sv: `poäng ${n}`, en: `point ${n}` })
    const before = {
      ...scored,
      scale: { least: 0, most: 3, words: { 0: all(0), 3: all(3) } },
    } as ScoredCriterion
    const read = (fields: Record<string, string>) => ({
      text: (name: string) => fields[name] ?? '',
      list: () => [],
    })
    expect(scoredOf(read(scoredFields(before)), before)).toEqual(before)
    const shorter = scoredOf(read({ ...scoredFields(before), scaleMost: '2' }), before)
    expect(shorter.scale).toEqual({ least: 0, most: 2, words: { 0: all(0) } })
  })

  it('never changes once settled: a change begins the next version', async () => {
    expect(await as(keeper)(settleTemplate, { template: id })).toEqual({ version: 1 })
    const before = await as(keeper)(exportTemplate, { template: id, version: 1 })
    expect(await step({ do: 'put-scored', criterion: { ...scored, weight: '2' }, was: 'need' })).toEqual({
      version: 2,
    })
    expect(await as(keeper)(exportTemplate, { template: id, version: 1 })).toEqual(before)
    expect(await settledTemplate(database.db, { id, version: 2 })).toBeUndefined()
    expect(await settledTemplates(database.db, ecosystem)).toContainEqual(
      expect.objectContaining({ id, version: 1 }),
    )
  })

  it('goes out and comes in again as it was', async () => {
    const file = await as(keeper)(exportTemplate, { template: id })
    const { id: copy } = await as(keeper)<{ id: string }>(importTemplate, { ecosystem, template: file })
    expect(await as(keeper)(exportTemplate, { template: copy })).toEqual(file)
    await expect(
      as(keeper)(importTemplate, { ecosystem, template: { ...(file as object), format: 'other' } }),
    ).rejects.toMatchObject({ complaints: [{ field: 'format' }] })
    const again = await as(keeper)<{ id: string }>(copyTemplate, { template: id, ecosystem })
    expect(readTemplate(await as(keeper)(exportTemplate, { template: again.id }))).toHaveProperty('template')
  })

  it('is archived without changing the calls that use it', async () => {
    await as(keeper)(archiveTemplate, { template: id })
    expect(await settledTemplate(database.db, { id, version: 1 })).toBeDefined()
    expect((await settledTemplates(database.db, ecosystem)).map((t) => t.id)).not.toContain(id)
  })
})
