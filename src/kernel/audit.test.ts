import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { freshDatabase, type TestDatabase } from '../../test/database.ts'
import { command, perform } from './action.ts'
import { type AuditVerdict, shortenAudit, verifyAudit, verifyChain } from './audit-chain.ts'
import type { Change, Stage } from './context.ts'
import { execute, type Tx } from './db.ts'
import { newId } from './id.ts'
import { everyone } from './rule.ts'

const now = new Date('2026-11-21T06:00:00.123Z')
const anna = '0190a8e0-0000-7000-8000-000000000001'
let database: TestDatabase
let stage: Stage

const change = command({
  name: 'thing.change',
  summary: { fi: 'Change a thing', sv: 'Change a thing', en: 'Change a thing' },
  input: z.object({ said: z.string(), email: z.string().optional(), token: z.string().optional() }),
  output: z.object({}),
  allow: everyone,
  run: async (ctx, input) => {
    ctx.changed({ kind: 'thing', id: newId(), before: { said: 'ennen' }, after: { said: input.said } })
    const about: Change = {
      kind: 'person',
      id: anna,
      before: null,
      after: { name: 'Anna Aalto', state: 'open' },
    }
    if (input.email) ctx.changed(about)
    return {}
  },
})

const begin = async () => {
  database = await freshDatabase()
  stage = {
    database: database.db,
    actor: { kind: 'person', id: anna, name: 'Anna Aalto', offices: [], organisations: [], linked: [] },
    now,
    language: 'fi',
    way: 'page',
  } as unknown as Stage
}
const act = (said: string, more: object = {}, who: Stage = stage) => perform(change, who, { said, ...more })
const verify = (expect?: string) => verifyAudit(database.db, expect === undefined ? {} : { expect })

/** Tampers inside a transaction that never comes to be, and answers what verification saw in it. */
async function afterTampering(tamper: (tx: Tx) => Promise<unknown>) {
  const undo = new Error('undo')
  let seen: AuditVerdict | undefined
  const attempt = database.db.transaction().execute(async (tx) => {
    await tamper(tx)
    seen = await verifyChain(tx, {})
    throw undo
  })
  await attempt.catch((error: unknown) => {
    if (error !== undo) throw error
  })
  return seen!
}

describe('the chain', () => {
  beforeAll(async () => {
    await begin()
    for (let i = 0; i < 12; i++) await act(`luku ${i}`, i % 3 === 0 ? { email: 'anna@example.org' } : {})
    await act('tuote', {}, { ...stage, actor: { kind: 'system', name: 'talkoot backup' }, way: 'command' })
    await act('vieras', {}, { ...stage, actor: { kind: 'visitor' } })
  })
  afterAll(() => database.drop())

  it('holds, and its end can be kept and found again', async () => {
    const verdict = await verify()
    expect(verdict).toMatchObject({ entries: 14, first: 1, broken: [] })
    expect((await verify(verdict.head)).broken).toEqual([])
    await act('lisää')
    expect((await verify(verdict.head)).broken).toEqual([])
    expect((await verify('0'.repeat(64))).broken).toMatchObject([{ why: 'not as kept' }])
    expect((await verify('no hash at all')).broken).toMatchObject([{ why: 'not as kept' }])
  })

  it('tells persons by id alone, seals names and addresses, leaves secrets out', async () => {
    await act('salaista', { token: 'salasana', email: 'anna@example.org' })
    const { rows } = await sql<{ text: string; actor_id: string }>`
      select to_jsonb(e)::text as text, actor_id from audit_entry e order by seq desc limit 1`.execute(
      database.db,
    )
    expect(rows[0]!.text).not.toMatch(/Anna|example|salasana/)
    expect(rows[0]!.actor_id).toBe(anna)
    const sealed = await sql<{ value: string }>`
      select value from audit_sealed where entry_id = (select id from audit_entry order by seq desc limit 1)
      order by value`.execute(database.db)
    expect(sealed.rows.map((r) => r.value)).toEqual(['"Anna Aalto"', '"anna@example.org"'])
  })

  it('holds when what is personal is forgotten, and shows when it was altered', async () => {
    const forgotten = await afterTampering((tx) =>
      execute(tx, 'delete from audit_sealed where person_id = $1', [anna]),
    )
    expect(forgotten.broken).toEqual([])
    const altered = await afterTampering((tx) =>
      execute(
        tx,
        `update audit_sealed set value = '"Berta"' where hash = (select min(hash) from audit_sealed)`,
      ),
    )
    expect(altered.broken).toMatchObject([{ why: 'personal value changed' }])
  })

  // How each column's value is changed in one place; what is null becomes something.
  const changes: Record<string, string> = {
    seq: 'seq = seq + 1000',
    id: "id = overlay(id::text placing case right(id::text, 1) when 'f' then '0' else 'f' end from 36)::uuid",
    action: "action = action || 'x'",
    way: "way = case way when 'page' then 'api' else 'page' end",
    actor_kind: "actor_kind = actor_kind || 's'",
    actor_id: `actor_id = case when actor_id is null then '${anna}'::uuid end`,
    actor_name: "actor_name = case when actor_name is null then '' else actor_name || '.' end",
    input: `input = input || '{"said": "muuta"}'`,
    changes: "changes = jsonb_set(changes, '{0,after,said}', '\"x\"')",
    at: "at = at + interval '1 microsecond'",
    previous: 'previous = set_byte(previous, 0, (get_byte(previous, 0) + 1) % 256)',
    hash: 'hash = set_byte(hash, 31, (get_byte(hash, 31) + 128) % 256)',
  }

  it('breaks at any change of any column of any row', async () => {
    const seq = fc.integer({ min: 1, max: 15 })
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.keys(changes)), seq, async (column, at) => {
        const seen = await afterTampering((tx) =>
          execute(tx, `update audit_entry set ${changes[column]} where seq = $1`, [at]),
        )
        expect(seen.broken.length, `${column} of ${at}`).toBeGreaterThan(0)
      }),
      { numRuns: 120 },
    )
  })

  it('breaks when one byte of a text, JSON or hash is turned', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('action', 'input', 'changes', 'previous', 'hash'),
        fc.integer({ min: 1, max: 15 }),
        fc.nat(),
        async (column, at, where) => {
          const bytes = column === 'previous' || column === 'hash'
          const text = bytes
            ? `${column} = set_byte(${column}, $2::int % length(${column}), (get_byte(${column}, $2::int % length(${column})) + 1) % 256)`
            : column === 'action'
              ? `action = overlay(action placing '~' from $2::int % length(action) + 1)`
              : `${column} = jsonb_build_object('was', ${column}, 'at', $2::int)`
          const seen = await afterTampering((tx) =>
            execute(tx, `update audit_entry set ${text} where seq = $1`, [at, where % 1000]),
          )
          expect(seen.broken.length, `${column} of ${at}`).toBeGreaterThan(0)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('breaks when a row is taken out, slipped in or swapped with another, and when its tail is cut', async () => {
    const rows = fc.integer({ min: 1, max: 15 })
    await fc.assert(
      fc.asyncProperty(rows, rows, async (a, b) => {
        const without = await afterTampering((tx) =>
          execute(tx, 'delete from audit_entry where seq = $1', [a]),
        )
        expect(without.broken.length).toBeGreaterThan(0)
        const tail = await afterTampering((tx) => execute(tx, 'delete from audit_entry where seq >= $1', [a]))
        expect(tail.broken.at(-1)).toMatchObject({ why: 'cut off' })
        const put = `insert into audit_entry (seq, id, action, way, actor_kind, input, changes, at, previous, hash)
          select $2, gen_random_uuid(), action, way, actor_kind, input, changes, at, previous, hash from audit_entry where seq = $1`
        for (const place of [-3, 0, 1000]) {
          const slipped = await afterTampering((tx) => execute(tx, put, [a, place]))
          expect(slipped.broken.length, `slipped in at ${place}`).toBeGreaterThan(0)
        }
        if (a === b) return
        const swapped = await afterTampering((tx) =>
          execute(
            tx,
            `with gone as (delete from audit_entry where seq in ($1, $2) returning *)
             select 1 from gone`,
            [a, b],
          ),
        )
        expect(swapped.broken.length).toBeGreaterThan(0)
        const exchanged = await afterTampering(async (tx) => {
          await execute(tx, 'update audit_entry set seq = -seq where seq in ($1, $2)', [a, b])
          await execute(
            tx,
            'update audit_entry set seq = case seq when -$1::bigint then $2 else $1 end where seq < 0',
            [a, b],
          )
        })
        expect(exchanged.broken.length).toBeGreaterThan(0)
      }),
      { numRuns: 15 },
    )
  })

  it('breaks when its head is moved or gone', async () => {
    for (const tamper of [
      'update audit_head set seq = seq - 1',
      `update audit_head set hash = '\\x01'`,
      'delete from audit_head',
    ])
      expect((await afterTampering((tx) => execute(tx, tamper))).broken).toMatchObject([{ why: 'cut off' }])
  })

  it('breaks when its beginning is moved in silence', async () => {
    const silent = await afterTampering(async (tx) => {
      await execute(
        tx,
        'update audit_head set base_seq = 5, base_hash = (select hash from audit_entry where seq = 5)',
      )
      await execute(tx, 'delete from audit_entry where seq <= 5')
    })
    expect(silent.broken).toMatchObject([{ seq: 6, why: 'begun late' }])
  })
})

describe('a shortened chain', () => {
  beforeAll(begin)
  afterAll(() => database.drop())

  const shorten = command({
    name: 'audit.shorten',
    summary: { fi: 'Remove old rows', sv: 'Remove old rows', en: 'Remove old rows' },
    input: z.object({ before: z.date() }),
    output: z.object({ removed: z.number() }),
    allow: everyone,
    run: async (ctx, { before }) => {
      const done = await shortenAudit(ctx.db, before)
      if (done) ctx.changed({ kind: 'audit', id: anna, before: null, after: done })
      return { removed: done?.removed ?? 0 }
    },
  })

  it('begins later, says so in itself, and still holds', async () => {
    for (let day = 1; day <= 9; day++)
      await act(
        `päivä ${day}`,
        { email: 'a@example.org' },
        { ...stage, now: new Date(`2026-01-0${day}T12:00:00Z`) },
      )
    expect(await perform(shorten, stage, { before: new Date('2025-01-01') })).toEqual({ removed: 0 })
    expect(await perform(shorten, stage, { before: new Date('2026-01-05') })).toEqual({ removed: 4 })
    await act('jatkuu')
    expect(await verify()).toMatchObject({ entries: 8, first: 5, broken: [] })
    const { rows } = await sql`select 1 from audit_sealed`.execute(database.db)
    expect(rows).toHaveLength(5 * 2)
  })
})

it('many commands at once make one unbroken chain', async () => {
  await begin()
  await Promise.all(Array.from({ length: 60 }, (_, i) => act(`yhtä aikaa ${i}`)))
  expect(await verify()).toMatchObject({ entries: 60, broken: [] })
  await database.drop()
})
