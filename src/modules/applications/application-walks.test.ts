import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import {
  before,
  begin,
  database,
  deadline,
  declared,
  does,
  makeCall,
  refusal,
  stage,
  submit,
  withApplicants,
  write,
} from '../../../test/applicants.ts'
import { perform } from '../../kernel/action.ts'
import { newId } from '../../kernel/id.ts'
import { getDraft } from '../drafts/actions.ts'
import { saveDraft } from '../drafts/save.ts'
import type { DraftState, Saved } from '../drafts/schemas.ts'
import { writtenOf } from './answers.ts'
import { completionsOf } from './completion-queries.ts'
import { askCompletion, lapseByClock, lapseCompletion, withdrawApplication } from './office-actions.ts'
import { applicationById } from './queries.ts'
import type { ApplicationState } from './rules.ts'
import { sectionDraft } from './section-draft.ts'
import { versionOf, versionsOf } from './version-queries.ts'

withApplicants()

/** The last day of a completion, and its end in Helsinki. */
const ask = { message: 'Kerro lisää.', due: '30.11.2026' }
const due = new Date('2026-11-30T22:00:00Z')

/** The canonical text and its hash, written again: keys in order, nothing else. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(textOf).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const keys = Object.keys(value).sort()
  return `{${keys.map((k) => `${JSON.stringify(k)}:${textOf((value as Record<string, unknown>)[k])}`).join(',')}}`
}
const sha256 = (value: unknown) => createHash('sha256').update(textOf(value)).digest('hex')

type Step =
  | { do: 'type'; section: 'who' | 'why'; value: string }
  | { do: 'send' }
  | { do: 'withdraw' }
  | { do: 'ask'; sections: ('who' | 'why')[] }
  | { do: 'end' }
  | { do: 'clock' }
  | { do: 'wait'; to: Date }

const times = [
  new Date(deadline.getTime() - 1),
  deadline,
  new Date(deadline.getTime() + 3_600_000),
  new Date(due.getTime() - 1),
  due,
]
const section = fc.constantFrom('who' as const, 'why' as const)
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('type' as const),
      section,
      value: fc.stringMatching(/^[a-zåäö]{1,12}$/),
    }),
  },
  { weight: 4, arbitrary: fc.constant<Step>({ do: 'send' }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('ask' as const),
      sections: fc.uniqueArray(section, { minLength: 1 }),
    }),
  },
  { weight: 1, arbitrary: fc.constant<Step>({ do: 'end' }) },
  { weight: 1, arbitrary: fc.constant<Step>({ do: 'clock' }) },
  { weight: 1, arbitrary: fc.constant<Step>({ do: 'withdraw' }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), to: fc.constantFrom(...times) }) },
)
const fieldIn = { who: 'name', why: 'need' } as const
type Typed = Record<'name' | 'need', string>

/** What the rules of standing, lateness and versions say in their own words, beside the product. */
class Model {
  state: ApplicationState = 'draft'
  now = before
  typed: Typed = { name: 'Vetylaakso', need: 'Tarvitaan.' }
  /** What stands in drafts that are not in a version. */
  loose = new Set<'who' | 'why'>(['who', 'why'])
  sent: { answers: Typed; late: boolean; hash: string; receipt: string }[] = []
  asked: { sections: ('who' | 'why')[] } | undefined

  get beforeDeadline() {
    return this.now < deadline
  }
  opens(one: 'who' | 'why'): boolean {
    if (this.state === 'withdrawn') return false
    if (this.state === 'reopened') return this.now < due && this.asked!.sections.includes(one)
    return this.beforeDeadline || this.state === 'draft'
  }
  /** What a sending would take: everything typed, but in a completion only what was asked. */
  get answers(): Typed {
    const last = this.sent.at(-1)?.answers
    const counts = (one: 'who' | 'why') =>
      !last || this.state !== 'reopened' || this.asked!.sections.includes(one)
    return {
      name: counts('who') ? this.typed.name : last!.name,
      need: counts('why') ? this.typed.need : last!.need,
    }
  }
}

describe('whatever is done in whatever order', () => {
  it('loses nothing typed, has one version that counts, receipts that match, and is late by the clock alone', async () => {
    const code = await makeCall()
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
        const id = await begin(code)
        await declared(id, 'coordinator', 'officer')
        await write('aino', id, 'who', { organisation: 'Testi Oy', name: 'Vetylaakso' })
        await write('aino', id, 'why', { need: 'Tarvitaan.' })
        const model = new Model()
        for (const one of steps) {
          await take(model, one, id)
          await holds(model, id)
        }
      }),
      { numRuns: Number(process.env.TALKOOT_WALKS ?? 30) },
    )
  })
})

/** As a page does it: onto what stands there. */
async function typeOver(id: string, section: 'who' | 'why', value: string, now: Date) {
  const [kind, subject, name] = [sectionDraft.kind, `${id}.${section}`, fieldIn[section]]
  const { fields } = await does<DraftState>('aino', getDraft, { kind, subject }, now)
  const at = fields.find((f) => f.name === name)
  const typed = { name, value, base: at?.version ?? 0, from: at?.value ?? '' }
  const answer = await does<Saved>(
    'aino',
    saveDraft,
    { kind, subject, operation: newId(now.getTime()), fields: [typed] },
    now,
  )
  expect(answer.conflicts).toEqual([])
}

async function take(model: Model, one: Step, id: string): Promise<void> {
  const { now } = model
  switch (one.do) {
    case 'wait':
      if (one.to > now) model.now = one.to
      return
    case 'type': {
      const opens = model.opens(one.section)
      const got = await refusal(typeOver(id, one.section, one.value, now))
      expect(got).toBe(opens ? 'done' : 'application.section-closed')
      if (opens) model.typed = { ...model.typed, [fieldIn[one.section]]: one.value }
      return
    }
    case 'send': {
      const opens = model.opens('who') || model.opens('why')
      const last = model.sent.at(-1)
      const same = model.state === 'submitted' && textOf(last!.answers) === textOf(model.answers)
      if (!opens && !same) {
        const wanted = model.state === 'withdrawn' ? 'withdrawn' : 'closed'
        expect(await refusal(submit(id, now))).toBe(`application.${wanted}`)
        return
      }
      const got = await submit(id, now)
      expect(got.again).toBe(same)
      if (same) {
        expect(got).toMatchObject({ hash: last!.hash, receipt: last!.receipt })
        return
      }
      // The first that was sent decides: a completion of what was late is late, of what was in time in time.
      const late = model.sent[0]?.late ?? !model.beforeDeadline
      expect(got).toMatchObject({ version: model.sent.length + 1, late })
      model.sent.push({ answers: model.answers, late, hash: got.hash, receipt: got.receipt })
      model.state = 'submitted'
      model.asked = undefined
      return
    }
    case 'ask': {
      const may = model.state === 'submitted' && now < due
      const got = await refusal(
        does('coordinator', askCompletion, { application: id, sections: one.sections, ...ask }, now),
      )
      const wanted =
        model.sent.length === 0 ? 'missing' : model.state !== 'submitted' ? 'not-submitted' : 'bad-due'
      expect(got).toBe(may ? 'done' : `application.${wanted}`)
      if (!may) return
      model.state = 'reopened'
      model.asked = { sections: one.sections }
      return
    }
    case 'end': {
      const got = await refusal(does('officer', lapseCompletion, { application: id }, now))
      const is = model.state === 'reopened'
      expect(got).toBe(
        is ? 'done' : model.sent.length === 0 ? 'application.missing' : 'application.not-reopened',
      )
      if (!is) return
      model.state = 'submitted'
      model.asked = undefined
      return
    }
    case 'clock': {
      const request = (await completionsOf(database.db, id)).at(-1)?.id ?? id
      const system = { ...stage, now, actor: { kind: 'system', name: 'applications.lapse' } } as const
      const { ended } = await perform(lapseByClock, system, { application: id, request })
      expect(ended).toBe(model.state === 'reopened')
      if (!ended) return
      model.state = 'submitted'
      model.asked = undefined
      return
    }
    case 'withdraw':
      await does('aino', withdrawApplication, { application: id, reason: 'Syy.' }, now)
      model.state = 'withdrawn'
      model.asked = undefined
  }
}

/** What must be true at every moment. */
async function holds(model: Model, id: string): Promise<void> {
  const application = (await applicationById(database.db, id))!
  expect(application.state).toBe(model.state)
  const { answers } = await writtenOf(database.db, application)
  expect(answers).toEqual({ organisation: 'Testi Oy', ...model.answers })
  // Nothing typed is gone, whatever counts now: the drafts' history and the versions hold every word.
  const { rows } = await sql<{ value: string }>`
    select value #>> '{}' as value from draft_change c join draft d on d.id = c.draft_id
    where d.subject like ${`${id}.%`}`.execute(database.db)
  const words = new Set(rows.map((r) => r.value))
  for (const word of Object.values(model.typed)) expect(words).toContain(word)
  const heads = await versionsOf(database.db, id)
  expect(heads.map((v) => v.version)).toEqual(model.sent.map((_, i) => i + 1))
  expect(application.version).toBe(model.sent.length === 0 ? null : model.sent.length)
  expect(application.late).toBe(model.sent[0]?.late ?? false)
  for (const [i, sent] of model.sent.entries()) {
    const version = (await versionOf(database.db, id, i + 1))!
    const { answers: said, form, budget, files } = version
    expect(said).toEqual({ organisation: 'Testi Oy', ...sent.answers })
    expect(version).toMatchObject({ hash: sent.hash, receipt: sent.receipt, late: sent.late })
    expect(sha256({ answers: said, form, budget, files })).toBe(sent.hash)
  }
}
