import type { Actor } from './context.ts'
import type { Tx } from './db.ts'
import { newId } from './id.ts'

/** Writes who did what, in the same transaction as the deed. The input is kept without secrets. */
export async function recordAudit(
  tx: Tx,
  action: string,
  actor: Actor,
  input: unknown,
  now: Date,
): Promise<void> {
  await tx
    .insertInto('audit_entry')
    .values({
      id: newId(now.getTime()),
      action,
      actor_kind: actor.kind,
      actor_id: actor.kind === 'person' ? actor.id : null,
      actor_name: actor.kind === 'visitor' ? null : actor.name,
      input: JSON.stringify(withoutSecrets(input)),
      at: now,
    })
    .execute()
}

const secret = /token|secret|password|key$/i

function withoutSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSecrets)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([k, v]) => [k, secret.test(k) ? '(left out)' : withoutSecrets(v)]),
  )
}
