import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor } from './actor.ts'
import { hashOfEntry } from './audit-chain.ts'
import type { Change, Context } from './context.ts'
import type { Tx } from './db.ts'
import { newId } from './id.ts'

/**
 * Who did what to which record, by which way: one row for each command, in the command's own transaction. Each row's
 * hash covers the row and the hash before it, so a row that is changed, taken out or slipped in breaks the chain;
 * `audit_head` holds the end of it, so the last rows cannot be cut off unseen either.
 *
 * A person stands in the row as an id alone, and names and addresses are sealed: the row holds their hash, and
 * `audit_sealed` the value, which can be forgotten while the chain holds.
 */
export async function recordAudit(
  ctx: Context<Tx>,
  action: string,
  input: unknown,
  changes: readonly Change[],
): Promise<void> {
  const { actor } = ctx
  const id = newId(ctx.now.getTime())
  const seal = sealer(id)
  const noun = action.split('.')[0]!
  const row = {
    id,
    action,
    way: ctx.way,
    actor_kind: actor.kind,
    actor_id: actor.kind === 'person' ? actor.id : null,
    actor_name: nameOf(actor)?.replaceAll('\x1f', ' ') ?? null,
    input: JSON.stringify(tidy(input, noun, seal.of(undefined))),
    changes: JSON.stringify(
      changes.map(({ person, ...change }) =>
        tidy(change, change.kind, seal.of(person ?? (change.kind === 'person' ? change.id : undefined))),
      ),
    ),
  }
  await seal.write(ctx.db)
  // Whoever holds the head writes the next link; the others wait for the commit.
  await sql`select seq from audit_head for update`.execute(ctx.db)
  await sql`
    with said as (
      select head.seq + 1 as seq, ${row.id}::uuid as id, ${row.action}::text as action, ${row.way}::text as way,
        ${row.actor_kind}::text as actor_kind, ${row.actor_id}::uuid as actor_id, ${row.actor_name}::text as actor_name,
        ${row.input}::jsonb as input, ${row.changes}::jsonb as changes, ${ctx.now}::timestamptz as at,
        head.hash as previous
      from audit_head head
    ), written as (
      insert into audit_entry
        (seq, id, action, way, actor_kind, actor_id, actor_name, input, changes, at, previous, hash)
      select seq, id, action, way, actor_kind, actor_id, actor_name, input, changes, at, previous,
        ${hashOfEntry('said')}
      from said returning seq, hash
    )
    update audit_head set seq = written.seq, hash = written.hash from written`.execute(ctx.db)
}

/** The product's own name for what it does; of a person only the token by which a program acted. */
function nameOf(actor: Actor): string | undefined {
  if (actor.kind === 'system') return actor.name
  return actor.kind === 'person' ? actor.token?.name : undefined
}

type Seal = (value: unknown) => { sealed: string }

/** Collects the personal values of one row and gives each its hash in its place. */
function sealer(entryId: string) {
  const kept: { hash: Buffer; salt: Buffer; person: string | null; value: string }[] = []
  return {
    of:
      (person: string | undefined): Seal =>
      (raw) => {
        const salt = randomBytes(16)
        const value = JSON.stringify(raw).replaceAll('\\u0000', '')
        const hash = createHash('sha256')
          .update(salt)
          .update(`${entryId}\x1f${person ?? ''}\x1f${value}`)
          .digest()
        kept.push({ hash, salt, person: person ?? null, value })
        return { sealed: hash.toString('hex') }
      },
    async write(tx: Tx): Promise<void> {
      if (kept.length === 0) return
      await sql`
        insert into audit_sealed (hash, salt, entry_id, person_id, value)
        select * from unnest(${kept.map((k) => k.hash)}::bytea[], ${kept.map((k) => k.salt)}::bytea[],
          ${kept.map(() => entryId)}::uuid[], ${kept.map((k) => k.person)}::uuid[],
          ${kept.map((k) => k.value)}::text[])`.execute(tx)
    },
  }
}

const secret = /token|secret|password|key$/i
const personal = /^(e-?mails?|mail|recipient|phone)$/i
/** Kinds of record, and nouns of actions, that are about people: there names and words are personal too. */
const aboutPeople = new Set([
  ...['person', 'people', 'contact', 'contacts', 'invitation', 'invitations', 'mail'],
  // What people write to each other names people.
  ...['comment', 'topic', 'event', 'attachment', 'saved-view', 'token', 'passkey'],
])
const personalThere = /^(name|title|note|message|subject|body|text|label|file)$/i

/** The value as it is told: without secrets, and with what is personal sealed. */
function tidy(value: unknown, kind: string, seal: Seal): unknown {
  if (Array.isArray(value)) return value.map((item) => tidy(item, kind, seal))
  if (value === null || typeof value !== 'object' || value instanceof Date) return value
  const isPersonal = (key: string) => personal.test(key) || (aboutPeople.has(kind) && personalThere.test(key))
  return Object.fromEntries(
    Object.entries(value).map(([k, v]) => {
      if (v === null || v === undefined || v === '') return [k, v]
      if (secret.test(k)) return [k, '(left out)']
      return [k, isPersonal(k) ? seal(v) : tidy(v, kind, seal)]
    }),
  )
}
