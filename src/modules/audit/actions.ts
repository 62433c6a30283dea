import { z } from 'zod'
import { command, query } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import { paging } from '../../kernel/list.ts'
import type { Words } from '../../kernel/text.ts'
import { by, holds } from '../people/index.ts'
import {
  type AuditFilter,
  type AuditRow,
  auditWords,
  readAudit,
  type Scope,
  sealedValues,
} from './queries.ts'

const ways = ['page', 'api', 'command', 'job'] as const

const filter = {
  person: z.string().max(200).optional().describe('A person’s id, or a part of the name of who acted.'),
  kind: z.string().max(60).optional().describe('The kind of record that was changed.'),
  record: z.string().max(200).optional().describe('The id of the record that was changed.'),
  action: z.string().max(100).optional().describe('An action such as "import.confirm", or its noun.'),
  way: z.enum(ways).optional(),
  from: z.iso.date().optional().describe('From the beginning of this day, UTC.'),
  to: z.iso.date().optional().describe('To the end of this day, UTC.'),
  before: z.coerce.number().int().min(1).optional().describe('Only rows before the one with this number.'),
}

const change = z.object({
  kind: z.string(),
  id: z.string(),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
})

const inThree = z.object({ fi: z.string(), sv: z.string(), en: z.string() })

const entry = z.object({
  seq: z.number().int(),
  at: z.date(),
  action: z.string(),
  does: inThree.nullable().describe('What the action does; null for one that is no more.'),
  way: z.string(),
  actor: z.object({ kind: z.string(), id: z.string().nullable(), name: z.string().nullable() }),
  input: z.record(z.string(), z.unknown()),
  changes: z.array(change),
})
export type AuditEntry = z.output<typeof entry>

const allow = by('administrator', 'coordinator')

const oneDay = 24 * 60 * 60 * 1000
const filterOf = ({ from, to, ...rest }: z.output<z.ZodObject<typeof filter>>): AuditFilter => ({
  ...rest,
  from: from ? new Date(`${from}T00:00:00Z`) : undefined,
  until: to ? new Date(new Date(`${to}T00:00:00Z`).getTime() + oneDay) : undefined,
})

/** An administrator sees all; a coordinator what says itself that it is about an ecosystem of one's own. */
function scopeOf({ actor }: Pick<Context, 'actor'>): Scope {
  if (actor.kind === 'system' || holds(actor, ['administrator'])) return 'all'
  if (actor.kind !== 'person') return { ecosystems: [] }
  return { ecosystems: actor.offices.filter((o) => o.office === 'coordinator').map((o) => o.ecosystem) }
}

export const searchAudit = query({
  name: 'audit.search',
  summary: {
    fi: 'Kuka teki mitä mihinkin tietoon, uusin ensin',
    sv: 'Vem gjorde vad med vilken uppgift, det nyaste först',
    en: 'Who did what to which record, newest first',
  },
  route: { method: 'GET', path: '/audit' },
  input: z.object({ ...filter, limit: paging.limit }),
  output: z.object({
    items: z.array(entry),
    next: z.number().nullable().describe('Give this as "before" for the rows that follow; null at the end.'),
  }),
  allow,
  run: async (ctx, { limit, ...asked }) => {
    const rows = await readAudit(ctx.db, filterOf(asked), scopeOf(ctx), limit + 1)
    const does = deedsOf(ctx)
    const shown = rows.slice(0, limit)
    // Names and addresses are for administrators: a coordinator sees that they changed.
    const all = scopeOf(ctx) === 'all'
    const known = all
      ? await sealedValues(
          ctx.db,
          shown.map((r) => r.id),
        )
      : new Map<string, unknown>()
    return {
      items: shown.map((row) => told(row, known, does)),
      next: rows.length > limit ? shown.at(-1)!.seq : null,
    }
  },
})

/** What the person who exports has asked, told in the audit itself; the rows are then read page by page. */
export const exportAudit = command({
  name: 'audit.export',
  summary: {
    fi: 'Tallenna tapahtumalokin rivejä tiedostoon',
    sv: 'Spara rader ur händelseloggen i en fil',
    en: 'Take rows of the audit out as a file',
  },
  input: z.object({ ...filter, format: z.enum(['csv', 'xlsx', 'json']) }),
  output: z.object({}),
  allow,
  run: async () => ({}),
})

export const auditChoices = query({
  name: 'audit.choices',
  summary: {
    fi: 'Tapahtumalokissa esiintyvät toiminnot ja tietolajit',
    sv: 'Åtgärder och slag av uppgifter i händelseloggen',
    en: 'Which actions and kinds of record the audit has',
  },
  input: z.object({}),
  output: z.object({
    actions: z.array(z.object({ name: z.string(), does: inThree.nullable() })),
    kinds: z.array(z.string()),
  }),
  allow,
  run: async (ctx) => {
    const { actions, kinds } = await auditWords(ctx.db)
    const does = deedsOf(ctx)
    return { actions: actions.map((name) => ({ name, does: does(name) })), kinds }
  },
})

/** What each action does, in words. */
function deedsOf({ permissions }: Pick<Context, 'permissions'>) {
  const known = new Map(permissions.map((p) => [p.name, p.summary]))
  return (action: string) => known.get(action) ?? null
}

const told = (
  row: AuditRow,
  known: ReadonlyMap<string, unknown>,
  does: (action: string) => Words<string> | null,
): z.input<typeof entry> => ({
  seq: row.seq,
  at: row.at,
  action: row.action,
  does: does(row.action),
  way: row.way,
  actor: { kind: row.actor_kind, id: row.actor_id, name: row.actor_name },
  input: opened(row.input, known) as Record<string, unknown>,
  changes: row.changes.map((c) => ({
    kind: c.kind,
    id: c.id,
    before: opened(c.before, known) as Record<string, unknown> | null,
    after: opened(c.after, known) as Record<string, unknown> | null,
  })),
})

/** Sealed values as they were, or, where they have been forgotten or are not for the reader, as "(personal)". */
function opened(value: unknown, known: ReadonlyMap<string, unknown>): unknown {
  if (Array.isArray(value)) return value.map((item) => opened(item, known))
  if (value === null || typeof value !== 'object') return value
  const { sealed, ...more } = value as { sealed?: unknown }
  if (typeof sealed === 'string' && Object.keys(more).length === 0)
    return known.has(sealed) ? known.get(sealed) : hidden
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, opened(v, known)]))
}

/** What stands for a personal value that is not shown. */
export const hidden = '(personal)'
