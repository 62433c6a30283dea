import type { Context } from '../../../kernel/context.ts'
import type { Tx } from '../../../kernel/db.ts'
import { newId } from '../../../kernel/id.ts'
import { dayIn } from '../../../kernel/time.ts'
import { mustBeThere, rewritten } from '../settings-actions.ts'
import { lockSettings, stampEdited } from '../settings-queries.ts'
import { settingsText } from '../settings-text.ts'
import { complaint } from './complaint.ts'
import { rowsOf } from './part-queries.ts'

/** The lists that people keep of an ecosystem: their table, and what the audit calls a row. */
const tables = {
  'ecosystem-actor': 'ecosystem_role',
  'ecosystem-money': 'ecosystem_money',
  'ecosystem-tie': 'ecosystem_link',
} as const
export type PartKind = keyof typeof tables

type Row = { id: string }
type Held = { id: string; key: string }

/** Adds a row to a list of an ecosystem, or changes the one with the id; search, audit and the row's source follow. */
export async function savePart<R extends Row>(
  ctx: Context<Tx>,
  kind: PartKind,
  asked: { key: string; id?: string | undefined },
  rows: (db: Tx, ecosystem: string) => Promise<R[]>,
  rowOf: (was: R | undefined, ecosystem: Held, others: readonly R[]) => Promise<Omit<R, 'id'>>,
  save: (tx: Tx, ecosystem: string, row: R & { source: string }, position: number) => Promise<void>,
): Promise<{ id: string }> {
  const e = await mustBeThere(lockSettings(ctx.db, asked.key), asked.key)
  const there = await rows(ctx.db, e.id)
  const was = there.find((row) => row.id === asked.id)
  if (asked.id && !was) throw complaint('', (t) => t.gone)
  const id = was?.id ?? newId(ctx.now.getTime())
  const others = there.filter((row) => row.id !== id)
  const after = { ...(await rowOf(was, e, others)), id } as R
  await rewritten(ctx, e.key, async () => {
    const source = await stamped(ctx, e)
    await save(ctx.db, e.id, { ...after, source }, await rowsOf(ctx.db, tables[kind], e.id))
  })
  ctx.changed({ kind, id, before: was ?? null, after })
  return { id }
}

/** Takes a row out of a list of an ecosystem; the audit keeps it. */
export async function removePart<R extends Row>(
  ctx: Context<Tx>,
  kind: PartKind,
  asked: { key: string; id: string },
  rows: (db: Tx, ecosystem: string) => Promise<R[]>,
  remove: (tx: Tx, row: R, ecosystem: string) => Promise<unknown>,
): Promise<Record<string, never>> {
  const e = await mustBeThere(lockSettings(ctx.db, asked.key), asked.key)
  const was = (await rows(ctx.db, e.id)).find((row) => row.id === asked.id)
  if (!was) throw complaint('', (t) => t.gone)
  await rewritten(ctx, e.key, async () => {
    await stamped(ctx, e)
    await remove(ctx.db, was, e.id)
  })
  ctx.changed({ kind, id: was.id, before: was, after: null })
  return {}
}

const stamped = (ctx: Context<Tx>, e: Parameters<typeof stampEdited>[1]): Promise<string> =>
  stampEdited(
    ctx.db,
    e,
    'facts_edited_at',
    { title: settingsText.fi.editedHere, day: dayIn(ctx.now) },
    ctx.now,
  )
