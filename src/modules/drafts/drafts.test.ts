import { randomUUID } from 'node:crypto'
import { rm, utimes } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { eicar, startClamd } from '../../../test/drafts/clamd.ts'
import { openFolder } from '../../../test/other-process.ts'
import { perform } from '../../kernel/action.ts'
import type { Person } from '../../kernel/actor.ts'
import type { Stage } from '../../kernel/context.ts'
import { createFiles } from '../../kernel/file.ts'
import { createJobQueue, type JobQueue } from '../../kernel/job.ts'
import { createLog } from '../../kernel/log.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { signedIn } from '../../kernel/rule.ts'
import { clamdScan } from '../../kernel/virus-scan.ts'
import { discardDraft, draftHistory, followDraft, getDraft, recoverDraft, restoreDraft } from './actions.ts'
import { addAttachment, dropAttachment, getAttachment, listAttachments } from './attachment-actions.ts'
import { dropOrphans, lookAtAttachment } from './attachment-jobs.ts'
import { tidyDrafts } from './jobs.ts'
import { saveDraft } from './save.ts'

let database: TestDatabase
let queue: JobQueue
let folder: string
let people: Person[]
let now = new Date('2026-11-21T10:00:00Z')

const home = randomUUID()
const stage = (actor: Stage['actor'], more: Partial<Stage> = {}): Stage => ({
  database: database.db,
  actor,
  way: 'api',
  now,
  language: 'fi',
  files: createFiles(path.join(folder, 'files')),
  jobs: queue.jobs,
  baseUrl: 'http://localhost',
  turns: [],
  permissions: [],
  subjects: new Map([
    [
      'thing',
      {
        kind: 'thing',
        find: async (_db, id) => ({
          title: { fi: id },
          path: `/things/${id}`,
          record: { share: id === 'closed' ? 'own' : 'public', ecosystem: home },
        }),
      },
    ],
  ]),
  drafts: new Map(
    [true, false].map((shared) => {
      const kind = shared ? 'shared' : 'own'
      const title = { fi: kind, sv: kind, en: kind }
      return [kind, { kind, shared, title, path: (s: string) => `/${s}`, allow: signedIn }]
    }),
  ),
  log: createLog('silent'),
  ...more,
})

beforeAll(async () => {
  folder = await openFolder('talkoot-drafts-')
  database = await freshDatabase()
  queue = createJobQueue(database.connectionString, {}, createLog('silent'))
  await queue.declare([lookAtAttachment])
  people = await Promise.all(
    ['Aino', 'Eero', 'Irja'].map(async (name, i): Promise<Person> => {
      const id = randomUUID()
      await database.db.insertInto('person').values({ id, name, language: 'fi', created_at: now }).execute()
      const offices = [
        { office: ['coordinator', 'member', 'member'][i]!, ecosystem: i < 2 ? home : randomUUID() },
      ]
      return { kind: 'person', id, name, offices, organisations: [], linked: [] }
    }),
  )
})
afterAll(async () => {
  await queue.stop()
  await database.drop()
  await rm(folder, { recursive: true, force: true })
})

type Field = { name: string; value: string; base: number; from?: string; sent?: string }
const save = (who: number, subject: string, fields: Field[], more: object = {}) =>
  perform(saveDraft, stage(people[who]!), {
    kind: 'shared',
    subject,
    operation: randomUUID(),
    fields,
    ...more,
  })
const get = (subject: string, who = 0) => perform(getDraft, stage(people[who]!), { kind: 'shared', subject })
const refused = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => undefined,
    (e: unknown) => e,
  )
  if (!(error instanceof Refusal)) throw new Error(`not refused: ${String(error)}`)
  return error.reason
}

describe('saving', () => {
  test('sent twice, it is done once and answered the same', async () => {
    const operation = randomUUID()
    const fields = [{ name: 'a', value: 'yksi', base: 0, from: '' }]
    const first = await save(0, 'twice', fields, { operation })
    const second = await save(0, 'twice', fields, { operation })
    expect(second.fields).toEqual(first.fields)
    expect((await get('twice')).fields).toMatchObject([{ name: 'a', value: 'yksi', version: 1, by: 'Aino' }])
  })

  test('one that was not answered is replaced by the next, whichever comes first', async () => {
    for (const arrived of [true, false]) {
      const subject = `unsure-${arrived}`
      await save(0, subject, [{ name: 'a', value: 'alku', base: 0, from: '' }])
      const lost = randomUUID()
      const before = { name: 'a', value: 'alku ja', base: 1 }
      if (arrived) await save(0, subject, [before], { operation: lost })
      const next = { ...before, value: 'alku ja loppu', sent: 'alku ja' }
      const answer = await save(0, subject, [next], { unsure: lost })
      expect(answer.conflicts).toEqual([])
      await save(0, subject, [before], { operation: lost })
      expect((await get(subject)).fields[0]!.value).toBe('alku ja loppu')
    }
  })

  test('two who change the same words: the second is kept, told and asked, and nothing is overwritten', async () => {
    await save(0, 'clash', [{ name: 'a', value: 'Ainon nimi', base: 0, from: 'Nimi' }])
    const answer = await save(1, 'clash', [{ name: 'a', value: 'Eeron nimi', base: 0, from: 'Nimi' }])
    expect(answer.conflicts).toMatchObject([
      { mine: 'Eeron nimi', theirs: { value: 'Ainon nimi', by: 'Aino' } },
    ])
    expect((await get('clash', 1)).conflicts).toHaveLength(1)
    expect((await get('clash', 0)).conflicts).toHaveLength(0)
    await save(1, 'clash', [{ name: 'a', value: 'Eeron nimi', base: 1 }])
    expect((await get('clash', 1)).conflicts).toHaveLength(0)
    expect((await get('clash')).fields[0]!.value).toBe('Eeron nimi')
  })

  test('whoever saves in whatever order: every text is in the field, in the history, or asked about', async () => {
    const step = fc.record({
      who: fc.nat(2),
      word: fc.constantFrom('alfa', 'beeta', 'gamma'),
      late: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        const subject = randomUUID()
        const seen = [0, 1, 2].map(() => ({ value: '', version: 0 }))
        const written: string[] = []
        for (const [i, { who, word, late }] of steps.entries()) {
          if (!late) {
            const field = (await get(subject, who)).fields[0]
            if (field) seen[who] = { value: field.value as string, version: field.version }
          }
          const { value, version } = seen[who]!
          const text = `${value}\n${word}${i}`
          written.push(`${word}${i}`)
          await save(who, subject, [
            { name: 'a', value: text, base: version, ...(version === 0 && { from: '' }) },
          ])
        }
        const { id, fields } = await get(subject)
        const { items } = await perform(draftHistory, stage(people[0]!), { id: id!, limit: 100 })
        const versions = items.filter((c) => c.version !== null).map((c) => String(c.value))
        const asides = (
          await database.db
            .selectFrom('draft_change')
            .where('draft_id', '=', id!)
            .where('how', '=', 'aside')
            .select('value')
            .execute()
        ).map((c) => String(c.value))
        for (const word of written)
          expect([fields[0]!.value, ...versions, ...asides].some((text) => String(text).includes(word))).toBe(
            true,
          )
        // What was not asked about stands in the field itself.
        for (const word of written)
          if (!asides.some((text) => text.includes(word))) expect(fields[0]!.value).toContain(word)
      }),
      { numRuns: 25 },
    )
  })

  test('many at once: each change has a version of its own', async () => {
    const work = Array.from({ length: 12 }, (_, i) =>
      save(i % 3, 'crowd', [{ name: `f${i % 4}`, value: `teksti ${i}`, base: 0, from: '' }]),
    )
    const answers = await Promise.all(work)
    const { fields } = await get('crowd')
    expect(fields.map((f) => f.name)).toEqual(['f0', 'f1', 'f2', 'f3'])
    expect(answers.filter((a) => a.conflicts.length > 0)).toHaveLength(8)
  })

  test('nobody sees or saves what is not theirs', async () => {
    const operation = randomUUID()
    const fields = [{ name: 'a', value: 'oma', base: 0 }]
    const own = await perform(saveDraft, stage(people[0]!), {
      kind: 'own',
      subject: 'new',
      operation,
      fields,
    })
    expect((await perform(getDraft, stage(people[1]!), { kind: 'own', subject: 'new' })).id).toBeNull()
    expect(await refused(perform(draftHistory, stage(people[1]!), { id: own.draft }))).toContain('forbidden')
    expect(await refused(perform(discardDraft, stage(people[1]!), { id: own.draft }))).toContain('forbidden')
    expect(await refused(save(0, 'x', fields, { person: people[1]!.id }))).toBe('draft.other-person')
    expect(
      await refused(perform(getDraft, stage({ kind: 'visitor' }), { kind: 'own', subject: 'new' })),
    ).toContain('forbidden')
  })

  test('a closed draft takes nothing more, and can be taken back', async () => {
    const { draft } = await save(0, 'closing', [{ name: 'a', value: 'teksti', base: 0 }])
    await perform(discardDraft, stage(people[0]!), { id: draft })
    expect(await refused(save(1, 'closing', [{ name: 'a', value: 'lisää', base: 1 }], { draft }))).toBe(
      'draft.closed',
    )
    const told = await perform(followDraft, stage(people[1]!), {
      kind: 'shared',
      subject: 'closing',
      draft,
      client: 'ikkuna',
      since: 0,
    })
    expect(told.closed?.state).toBe('discarded')
    await perform(recoverDraft, stage(people[0]!), { id: draft })
    expect((await get('closing')).fields[0]!.value).toBe('teksti')
  })
})

describe('history and presence', () => {
  test('a minute of one person is one change; an earlier state of the whole form comes back', async () => {
    const at = (iso: string) => {
      now = new Date(iso)
    }
    at('2026-11-21T10:00:00Z')
    const first = await save(0, 'history', [
      { name: 'a', value: 'a1', base: 0 },
      { name: 'b', value: 'b1', base: 0 },
    ])
    at('2026-11-21T10:00:30Z')
    await save(0, 'history', [{ name: 'a', value: 'a2', base: 1 }])
    at('2026-11-21T10:05:00Z')
    await save(1, 'history', [
      { name: 'a', value: 'a3', base: 2 },
      { name: 'c', value: 'c1', base: 0 },
    ])
    const { items, total } = await perform(draftHistory, stage(people[0]!), { id: first.draft })
    expect(total).toBe(4)
    const a2 = items.find((c) => c.name === 'a' && c.by === 'Aino')!
    expect([a2.value, a2.before]).toEqual(['a2', null])
    expect(items.find((c) => c.value === 'a3')!.before).toBe('a2')
    await perform(restoreDraft, stage(people[1]!), { id: first.draft, change: a2.id, whole: true })
    const values = Object.fromEntries((await get('history')).fields.map((f) => [f.name, f.value]))
    expect(values).toEqual({ a: 'a2', b: 'b1', c: null })
  })

  test('at night minutes are folded and old ones discarded go; what stands stays', async () => {
    now = new Date('2026-12-30T10:00:00Z')
    await tidyDrafts.run(stage({ kind: 'system', name: 'job' }), {}, async () => undefined)
    const kept = await get('history')
    expect(kept.fields.map((f) => f.value)).toEqual(['a2', 'b1', null])
    const versions = await database.db
      .selectFrom('draft_change')
      .where('draft_id', '=', kept.id!)
      .where('name', '=', 'a')
      .select('value')
      .execute()
    expect(versions.map((v) => v.value)).not.toContain('a1')
  })

  test('who was not heard of for half a minute is gone', async () => {
    const follow = (who: number, leaving = false) =>
      perform(followDraft, stage(people[who]!), {
        kind: 'shared',
        subject: 'history',
        client: `ikkuna-${who}`,
        since: 0,
        field: 'a',
        leaving,
      })
    await follow(0)
    expect((await follow(1)).people.map((p) => p.name)).toEqual(['Aino', 'Eero'])
    now = new Date(now.getTime() + 31_000)
    expect((await follow(1)).people.map((p) => p.name)).toEqual(['Eero'])
    await follow(0)
    await follow(0, true)
    expect((await follow(1)).people.map((p) => p.name)).toEqual(['Eero'])
  })
})

describe('files beside things', () => {
  const store = async (content: string) =>
    (await stage(people[0]!).files.put(Readable.from([content]), 1e6)).hash
  const add = async (who: number, content: string, more: object = {}, stageMore: Partial<Stage> = {}) =>
    perform(addAttachment, stage(people[who]!, stageMore), {
      kind: 'thing',
      subject: 'one',
      name: 'muistio.txt',
      hash: await store(content),
      ...more,
    })
  const names = async (actor: Stage['actor'], subject = 'one') =>
    (await perform(listAttachments, stage(actor), { kind: 'thing', subject })).items.map((a) => a.name)
  const look = (id: string, more: Partial<Stage> = {}) =>
    lookAtAttachment.run(stage({ kind: 'system', name: 'job' }, more), { id }, async () => undefined)

  test('are seen by those whom their share level names, in lists and one by one', async () => {
    const own = await add(1, 'oma muistio', { name: 'oma.txt', share: 'own' })
    const open = await add(1, 'julkinen muistio', { name: 'julkinen.txt', share: 'public' })
    const visitor = { kind: 'visitor' } as const
    expect((await names(people[0]!)).sort()).toEqual(['julkinen.txt', 'oma.txt'])
    expect(await names(people[2]!)).toEqual(['julkinen.txt'])
    expect(await names(visitor)).toEqual(['julkinen.txt'])
    for (const actor of [visitor, people[2]!])
      expect(await refused(perform(getAttachment, stage(actor), { id: own.id }))).toBe('attachment.missing')
    expect((await perform(getAttachment, stage(visitor), { id: open.id })).name).toBe('julkinen.txt')
    expect(await refused(perform(dropAttachment, stage(people[2]!), { id: open.id }))).toContain('forbidden')
    await perform(dropAttachment, stage(people[1]!), { id: open.id })
    expect(await names(people[0]!)).toEqual(['oma.txt'])
  })

  test('beside what one may not see are neither added nor seen', async () => {
    expect(await refused(add(2, 'x', { subject: 'closed' }))).toContain('forbidden')
    expect(await refused(add(0, '<script>alert(1)</script>', { name: 'kuva.png' }))).toBe(
      'attachment.wrong-type',
    )
  })

  test('are looked into by a clamd: what it finds cannot be opened', async () => {
    const clamd = await startClamd()
    const [host, port] = clamd.address.split(':')
    const scan = clamdScan({ host: host!, port: Number(port) })
    const bad = await add(0, eicar, { name: 'virus.txt' }, { scan })
    const good = await add(0, 'puhdas '.repeat(20_000), { name: 'puhdas.txt' }, { scan })
    expect(await refused(perform(getAttachment, stage(people[0]!), { id: bad.id }))).toBe(
      'attachment.waiting',
    )
    await look(bad.id, { scan })
    await look(good.id, { scan })
    expect(clamd.asked()).toBe(2)
    expect(await refused(perform(getAttachment, stage(people[0]!), { id: bad.id }))).toBe(
      'attachment.infected',
    )
    expect((await perform(getAttachment, stage(people[0]!), { id: good.id })).name).toBe('puhdas.txt')
    await clamd.stop()
    const later = await add(0, 'myöhemmin', { name: 'myohemmin.txt' }, { scan })
    await expect(look(later.id, { scan })).rejects.toThrow()
    expect(await refused(perform(getAttachment, stage(people[0]!), { id: later.id }))).toBe(
      'attachment.waiting',
    )
  })

  test('that nothing names go at night; young ones and those in use stay', async () => {
    const { files } = stage(people[0]!)
    const used = await store('käytössä oleva')
    await perform(addAttachment, stage(people[0]!), {
      kind: 'thing',
      subject: 'two',
      name: 'a.txt',
      hash: used,
    })
    const orphan = await store('orpo')
    const young = await store('juuri tullut')
    const listed = await store('luettelon tiedosto')
    await database.db
      .insertInto('import')
      .values({
        id: randomUUID(),
        file_name: 'luettelo.csv',
        file_hash: listed,
        file_bytes: 1,
        layout: '{}',
        list: '{}',
        state: 'received',
        counts: '{}',
        staged_rows: 0,
        created_at: now,
      })
      .execute()
    const old = new Date(now.getTime() - 2 * 86_400_000)
    for (const hash of [used, orphan, listed]) await utimes(files.pathOf(hash), old, old)
    await utimes(files.pathOf(young), now, now)
    await dropOrphans.run(stage({ kind: 'system', name: 'job' }), {}, async () => undefined)
    expect(await Promise.all([used, orphan, young, listed].map(files.has))).toEqual([true, false, true, true])
  })
})
