import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { perform } from '../../kernel/action.ts'
import type { Actor, Person } from '../../kernel/actor.ts'
import { verifyAudit } from '../../kernel/audit-chain.ts'
import type { Stage } from '../../kernel/context.ts'
import { execute } from '../../kernel/db.ts'
import { createFiles } from '../../kernel/file.ts'
import { newId } from '../../kernel/id.ts'
import { createJobQueue, type JobQueue } from '../../kernel/job.ts'
import { createLog } from '../../kernel/log.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { listContacts, removeContact, saveContact } from './contact-actions.ts'
import { nightly, remindOfReviews } from './jobs.ts'
import { cancelErasure, eraseDue, ownData, requestErasure } from './person-actions.ts'
import { applyRetention, retentionReport, setRetention } from './retention-actions.ts'
import { cutoffs, daysFrom, type RetentionRule } from './rules.ts'
import { reviewTurns } from './turns.ts'

const now = new Date('2026-11-21T06:00:00Z')
let database: TestDatabase
let base: Stage
let queue: JobQueue
const ids = { admin: newId(), anna: newId(), org: newId(), ecosystem: newId(), other: newId() }

const person = (id: string, name: string, office?: string, ecosystem: string | null = null): Person => ({
  kind: 'person',
  id,
  name,
  offices: office ? [{ office, ecosystem }] : [],
  organisations: [],
  linked: [],
  signedInAt: now,
})
const admin = () => person(ids.admin, 'Aino Ylläpitäjä', 'administrator')
const anna = () => person(ids.anna, 'Anna Aalto')
const system: Actor = { kind: 'system', name: 'test' }
const as = (actor: Actor, at = now): Stage => ({ ...base, actor, now: at })
const ask = async (statement: string, values: unknown[] = []) =>
  (await execute(database.db, statement, values)).rows

beforeAll(async () => {
  database = await freshDatabase()
  queue = createJobQueue(database.connectionString, {}, createLog('silent'))
  await queue.declare([nightly, { ...nightly, name: 'mail.send' }])
  base = {
    database: database.db,
    actor: system,
    way: 'page',
    now,
    language: 'fi',
    files: createFiles(await mkdtemp(join(tmpdir(), 'talkoot-privacy-'))),
    jobs: queue.jobs,
    subjects: new Map(),
    turns: [],
    permissions: [],
    log: createLog('silent'),
  } as unknown as Stage
  for (const [id, name, email] of [
    [ids.admin, 'Aino Ylläpitäjä', 'aino@example.org'],
    [ids.anna, 'Anna Aalto', 'anna@example.org'],
  ])
    await ask(`insert into person (id, name, email, language, created_at) values ($1, $2, $3, 'fi', $4)`, [
      id,
      name,
      email,
      now,
    ])
  await ask(
    `insert into office_holding (id, person_id, office, starts_on, granted_at) values (gen_random_uuid(), $1, 'administrator', '2026-01-01', now()), (gen_random_uuid(), $2, 'member', '2026-01-01', now())`,
    [ids.admin, ids.anna],
  )
  await ask(
    `insert into organisation (id, canonical_id, name, kind, personal, created_at, lexemes) values ($1, $1, 'Kutomo Oy', 'company', false, now(), '')`,
    [ids.org],
  )
  for (const id of [ids.ecosystem, ids.other])
    await ask(
      `insert into ecosystem (id, key, kind, position, featured, name, unofficial, summary, description, regions, municipalities, share, created_at, updated_at, lexemes)
       values ($1::uuid, $1::uuid::text, 'region', 1, false, '{"fi": "Alue"}', '{}', '{}', '{}', '{}', '{}', 'public', now(), now(), '')`,
      [id],
    )
})
afterAll(async () => {
  await queue.stop()
  await database.drop()
})

const contact = {
  name: 'Berta Björk',
  title: 'Projektipäällikkö',
  email: 'berta@example.org',
  phone: '+358 40 123',
  ground: 'consent',
  published: true,
  reviewOn: '2026-12-01',
}

describe('contacts', () => {
  it('are shown where they belong, hidden ones and their ground to keepers only', async () => {
    const coordinator = person(ids.admin, 'Aino Ylläpitäjä', 'coordinator', ids.ecosystem)
    const { id } = await perform(saveContact, as(coordinator), { ecosystem: ids.ecosystem, ...contact })
    await perform(saveContact, as(coordinator), {
      ecosystem: ids.ecosystem,
      ...contact,
      name: 'Piilo',
      published: false,
    })
    const outside = await perform(listContacts, as({ kind: 'visitor' }), { ecosystem: ids.ecosystem })
    expect(outside.items.map((c) => c.name)).toEqual(['Berta Björk'])
    expect(outside.items[0]!.kept).toBeUndefined()
    expect((await perform(listContacts, as(coordinator), { ecosystem: ids.ecosystem })).items).toHaveLength(2)
    const stranger = person(newId(), 'Vieras', 'coordinator', ids.other)
    expect((await perform(listContacts, as(stranger), { ecosystem: ids.ecosystem })).items).toHaveLength(1)
    await expect(
      perform(saveContact, as(stranger), { id, ecosystem: ids.other, ...contact }),
    ).rejects.toThrow(Refusal)
    await expect(perform(removeContact, as(stranger), { id })).rejects.toThrow(Refusal)
    await expect(perform(saveContact, as(anna()), { organisation: ids.org, ...contact })).rejects.toThrow(
      Refusal,
    )
  })

  it('come up for review to those who keep them, by a turn and by one mail a month', async () => {
    const keeper = person(ids.admin, 'Aino Ylläpitäjä', 'coordinator')
    await perform(saveContact, as(keeper), { organisation: ids.org, ...contact })
    const turns = await reviewTurns.find({ db: database.db, actor: keeper, now })
    expect(turns[0]!.path).toContain('/contacts')
    expect(await reviewTurns.find({ db: database.db, actor: anna(), now })).toEqual([])
    expect(await perform(remindOfReviews, as(system), { baseUrl: 'https://x.example' })).toEqual({ mails: 1 })
    expect(await perform(remindOfReviews, as(system, daysFrom(now, 1)), { baseUrl: '' })).toEqual({
      mails: 0,
    })
    const [mail] = await ask(`select recipient, body from mail where kind = 'contact-review'`)
    expect(mail!.recipient).toBe('aino@example.org')
    expect(mail!.body).toContain(`https://x.example/organisations/${ids.org}/contacts`)
    expect(mail!.body).not.toContain('Berta')
  })

  it('leave no name or address in the audit', async () => {
    const rows = await ask(
      `select (to_jsonb(e))::text as said from audit_entry e where action like 'contact.%'`,
    )
    expect(rows.length).toBeGreaterThan(2)
    for (const { said } of rows) expect(said).not.toMatch(/Berta|Björk|example\.org|\+358/)
  })
})

describe('one’s own data', () => {
  it('is everything that is tied to the person, and nothing that opens anything', async () => {
    await ask(
      `insert into session (token_hash, person_id, created_at, expires_at) values ('SECRET-HASH', $1, $2, $2::timestamptz + interval '1 hour')`,
      [ids.anna, now],
    )
    const own = await perform(ownData, as(anna()), {})
    expect(own.person).toMatchObject({ name: 'Anna Aalto', email: 'anna@example.org' })
    expect(own.records.map((r) => r.table)).toEqual(expect.arrayContaining(['office_holding', 'session']))
    expect(JSON.stringify(own)).not.toContain('SECRET-HASH')
    await expect(perform(ownData, as({ kind: 'visitor' }), {})).rejects.toThrow(Refusal)
  })
})

/** Anna's name and address wherever people write them: in her own words, in those of others, in what the product tells. */
async function written(): Promise<void> {
  const comment = newId()
  const said = 'Kysykää: anna aalto, ANNA AALTOA tai anna@example.org. Anna  Aaltosen työ on toisen.'
  await ask(
    `insert into comment (id, subject_kind, subject_id, person_id, share, body, mentions, created_at, lexemes)
     values ($1, 'project', 'x', $2, 'public', $3, array[$4]::uuid[], now(), 'aalto anna kysy')`,
    [comment, ids.admin, `@Anna tuli. ${said}`, ids.anna],
  )
  await ask(`insert into comment_version (comment_id, until, body) values ($1, now(), $2)`, [comment, said])
  await ask(
    `insert into topic (id, ecosystem_id, person_id, language, title, body, share, frame_values, pinned, created_at, lexemes)
     values (gen_random_uuid(), $1, $2, 'fi', 'Anna Aalto esittelee', $3, 'public', '{}', false, now(), 'aalto')`,
    [ids.ecosystem, ids.anna, said],
  )
  await ask(
    `insert into event (id, person_id, kind, language, title, body, starts_on, ends_on, repeats, share, created_at, lexemes, place)
     values (gen_random_uuid(), $1, 'meeting', 'fi', 'Tapaa Anna Aalto', $2, '2026-12-01', '2026-12-01', 'never', 'public', now(), 'aalto', 'Anna Aalto, huone 3')`,
    [ids.anna, said],
  )
  await ask(
    `insert into notification (id, person_id, kind, subject_kind, subject_id, about, share, actor_name, title, path, excerpt, at)
     values (gen_random_uuid(), $1, 'answer', 'project', 'x', 'y', 'public', 'Anna Aalto', '{"fi": "Anna Aalto \\"x\\""}', '/x', $2, now())`,
    [ids.admin, said],
  )
  await ask(
    `insert into mail (id, person_id, recipient, kind, subject, body, created_at, state)
     values (gen_random_uuid(), $1, 'aino@example.org', 'digest', 'Anna Aalto vastasi', $2, now(), 'sent')`,
    [ids.admin, said],
  )
  for (const [id, owner] of [
    [newId(), null],
    [newId(), ids.anna],
  ]) {
    await ask(
      `insert into draft (id, kind, subject, person_id, created_at, saved_at, seq, state) values ($1, 'k', $1::uuid::text, $2, now(), now(), 1, 'open')`,
      [id, owner],
    )
    await ask(
      `insert into draft_field (draft_id, name, value, version, seq, person_id, at) values ($1, 'f', to_jsonb($2::text), 1, 1, $3, now())`,
      [id, said, ids.anna],
    )
    await ask(
      `insert into draft_change (id, draft_id, name, version, value, person_id, at, how) values (gen_random_uuid(), $1, 'f', 1, to_jsonb($2::text), $3, now(), 'typed')`,
      [id, said, ids.anna],
    )
  }
  await ask(
    `insert into attachment (id, subject_kind, subject_id, name, type, bytes, file_hash, scan, share, person_id, created_at)
     values (gen_random_uuid(), 'project', 'x', 'Anna Aalto CV.pdf', 'application/pdf', 1, 'h', 'clean', 'public', $1, now())`,
    [ids.anna],
  )
  await ask(
    `insert into organisation_statement (id, organisation_id, field, value, person_id, by_whom, at)
     values (gen_random_uuid(), $1, 'name', 'Kutomo Oy', $2, 'Anna Aalto', now())`,
    [ids.org, ids.anna],
  )
  await ask(
    `insert into organisation_pair_act (id, decision, reason, by_whom, at) values (gen_random_uuid(), 'same', 'person', 'Anna Aalto', now())`,
  )
  await ask(
    `update ecosystem set contact = '{"name": "Anna A.", "email": "anna@example.org"}' where id = $1`,
    [ids.ecosystem],
  )
  await ask(
    `insert into contact (id, ecosystem_id, name, email, ground, published, review_on, created_at, updated_at)
     values (gen_random_uuid(), $1, 'Aalto, Anna', 'Anna@Example.org', 'consent', true, '2027-01-01', now(), now())`,
    [ids.ecosystem],
  )
  await ask(
    `insert into api_token (id, person_id, name, token_hash, ending, scopes, created_at, expires_at)
     values (gen_random_uuid(), $1, 'Anna Aalto', 'h', 'abcd', '{read}', now(), now())`,
    [ids.anna],
  )
}

describe('a person is forgotten', () => {
  it('only on one’s own or an administrator’s word, never the last administrator', async () => {
    const stranger = person(newId(), 'Vieras', 'coordinator')
    await expect(perform(requestErasure, as(stranger), { person: ids.anna })).rejects.toThrow(Refusal)
    await expect(perform(requestErasure, as(admin()), { person: ids.admin })).rejects.toThrow(Refusal)
  })

  it('after a grace period within which it can be called off', async () => {
    await perform(requestErasure, as(anna()), { person: ids.anna })
    expect(await perform(eraseDue, as(system, daysFrom(now, 29)), {})).toEqual({ erased: 0 })
    await perform(cancelErasure, as(anna()), { person: ids.anna })
    expect(await perform(eraseDue, as(system, daysFrom(now, 31)), {})).toEqual({ erased: 0 })
    await expect(perform(cancelErasure, as(anna()), { person: ids.anna })).rejects.toThrow(Refusal)
  })

  it('wholly: no trace of the name or address in any table, while what was done and the chain stay', async () => {
    await ask(
      `insert into import (id, file_name, file_hash, file_bytes, layout, list, state, counts, staged_rows, actor_name, created_at)
       values (gen_random_uuid(), 'x.csv', 'x', 1, '{}', '{}', 'received', '{}', 0, 'Anna Aalto', now())`,
    )
    await ask(
      `insert into mail (id, person_id, recipient, kind, subject, body, created_at, state) values (gen_random_uuid(), $1, 'anna@example.org', 'x', 'Hei Anna Aalto', 'x', now(), 'sent')`,
      [ids.anna],
    )
    await written()
    await perform(requestErasure, as(admin()), { person: ids.anna })
    const before = await ask('select count(*)::int as n from audit_entry where actor_id = $1', [ids.anna])
    expect(await perform(eraseDue, as(system, daysFrom(now, 31)), {})).toEqual({ erased: 1 })
    const tables = await ask(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
    )
    const found: unknown[] = []
    for (const { name } of tables) {
      const rows = await ask(
        `select t::text as said from public."${name}" t where t::text ~* 'Anna Aalto(?!sen)|anna@example|@Anna|Aalto, Anna'`,
      )
      found.push(...rows.map((r) => [name, r.said]))
    }
    expect(found).toEqual([])
    expect(await ask('select count(*)::int as n from audit_entry where actor_id = $1', [ids.anna])).toEqual(
      before,
    )
    expect(await ask('select name, email from person where id = $1', [ids.anna])).toEqual([
      { name: 'Poistettu henkilö', email: null },
    ])
    const [comment] = await ask(`select body, lexemes::text from comment`)
    expect(comment!.body).toContain('Anna  Aaltosen työ on toisen')
    expect(comment!.lexemes).toBe("'kysy'")
    expect(await ask('select count(*)::int as n from draft')).toEqual([{ n: 1 }])
    expect((await verifyAudit(database.db)).broken).toEqual([])
    await expect(perform(requestErasure, as(admin()), { person: ids.anna })).rejects.toThrow(Refusal)
  })
})

describe('retention', () => {
  const rule = fc.record({
    kind: fc.constant('mail' as const),
    days: fc.option(fc.integer({ min: 1, max: 4000 }), { nil: null }),
    graceDays: fc.integer({ min: 0, max: 400 }),
    changedAt: fc.date({ min: new Date('2020-01-01'), max: now, noInvalidDate: true }),
  })

  it('never removes what is not past its time by a whole grace period, nor before a changed rule could be seen', () => {
    fc.assert(
      fc.property(rule, (r: RetentionRule) => {
        const { past, due } = cutoffs(r, now)
        if (r.days === null) {
          expect([past, due]).toEqual([undefined, undefined])
          return
        }
        expect(past).toEqual(daysFrom(now, -r.days))
        if (due) {
          expect(due).toEqual(daysFrom(now, -r.days - r.graceDays))
          expect(daysFrom(r.changedAt, r.graceDays) <= now).toBe(true)
        } else expect(daysFrom(r.changedAt, r.graceDays) > now).toBe(true)
      }),
    )
  })

  it('reports first, removes later, and tells what it did', async () => {
    const old = daysFrom(now, -400)
    await ask(
      `insert into mail (id, recipient, kind, subject, body, created_at, state) values (gen_random_uuid(), 'x@example.org', 'x', 'vanha', 'x', $1, 'sent')`,
      [old],
    )
    await ask(`update retention_rule set changed_at = '2020-01-01'`)
    const { hash } = await base.files.put(Readable.from(['vanha luettelo']), 1e6)
    await ask(
      `insert into import (id, file_name, file_hash, file_bytes, layout, list, state, counts, staged_rows, created_at)
       values (gen_random_uuid(), 'x.csv', $1, 1, '{}', '{}', 'applied', '{}', 0, '2020-01-01')`,
      [hash],
    )
    const mailRule = async () =>
      (await perform(retentionReport, as(admin()), {})).rules.find((r) => r.kind === 'mail')!
    expect(await mailRule()).toMatchObject({ past: 1, due: 1 })
    // Changing the rule gives everybody the grace period to look.
    await perform(setRetention, as(admin()), { kind: 'mail', days: 100, graceDays: 30 })
    expect(await mailRule()).toMatchObject({ past: 1, due: 0 })
    const { removed } = await perform(applyRetention, as(system), {})
    expect([removed.mail, removed['raw-file']]).toEqual([undefined, 1])
    expect(await base.files.has(hash)).toBe(false)
    const later = await perform(applyRetention, as(system, daysFrom(now, 31)), {})
    expect(later.removed.mail).toBeGreaterThanOrEqual(1)
    expect(await ask(`select 1 from mail where subject = 'vanha'`)).toEqual([])
  })

  it('shortens the audit without breaking it', async () => {
    await perform(setRetention, as(admin()), { kind: 'audit', days: 10, graceDays: 7 })
    const { removed } = await perform(applyRetention, as(system, daysFrom(now, 60)), {})
    expect(removed.audit).toBeGreaterThan(3)
    const verdict = await verifyAudit(database.db)
    expect(verdict).toMatchObject({ broken: [] })
    expect(verdict.first).toBeGreaterThan(3)
  })
})
