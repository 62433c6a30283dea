import { z } from 'zod'
import { command, query } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { listOf, paging } from '../../kernel/list.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { dayIn } from '../../kernel/time.ts'
import { by } from '../people/index.ts'
import { text } from './text.ts'
import {
  endSessionsOf,
  otherAdministrators,
  readUsers,
  sessionsOf,
  setClosed,
  type UserRow,
} from './user-queries.ts'

const userSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string().nullable(),
  language: z.string(),
  createdAt: z.date(),
  closedAt: z.date().nullable(),
  erasedAt: z.date().nullable(),
  offices: z.array(
    z.object({ office: z.string(), ecosystem: z.string().nullable(), ends: z.string().nullable() }),
  ),
  sessions: z.number(),
  lastAt: z.date().nullable(),
})
export type User = z.output<typeof userSchema>

const told = (row: UserRow): z.input<typeof userSchema> => ({
  id: row.id,
  name: row.name,
  email: row.email,
  language: row.language,
  createdAt: row.created_at,
  closedAt: row.closed_at,
  erasedAt: row.erased_at,
  offices: row.offices,
  sessions: row.sessions,
  lastAt: row.last_at,
})

const allow = by('administrator')
const byId = z.object({ id: z.uuid() })

export const listUsers = query({
  name: 'users.list',
  summary: {
    fi: 'Käyttäjätilit: tehtävät, kirjautumistila ja se, onko tili avoinna',
    sv: 'Användarkonton: uppdrag, inloggningsläge och om kontot är öppet',
    en: 'People with an account: what they hold, whether they are signed in, whether the account is open',
  },
  route: { method: 'GET', path: '/users' },
  input: z.object({
    q: z.string().max(200).optional().describe('A part of the name or mail address.'),
    state: z.enum(['open', 'closed']).optional(),
    ...paging,
  }),
  output: listOf(userSchema),
  allow,
  run: async (ctx, { limit, offset, ...filter }) => {
    const rows = await readUsers(ctx.db, filter, ctx.now, limit, offset)
    return { items: rows.map(told), total: rows[0]?.total_rows ?? 0 }
  },
})

export const getUser = query({
  name: 'users.get',
  summary: {
    fi: 'Yksi käyttäjätili ja sen avoimet istunnot',
    sv: 'Ett användarkonto och dess öppna sessioner',
    en: 'One person with an account, and the open sessions',
  },
  route: { method: 'GET', path: '/users/{id}' },
  input: byId,
  output: userSchema.extend({
    openSessions: z.array(z.object({ createdAt: z.date(), expiresAt: z.date() })),
  }),
  allow,
  run: async (ctx, { id }) => {
    const row = await oneUser(ctx, id)
    const sessions = await sessionsOf(ctx.db, id, ctx.now)
    return {
      ...told(row),
      openSessions: sessions.map((s) => ({ createdAt: s.created_at, expiresAt: s.expires_at })),
    }
  },
})

export const closeUser = command({
  name: 'users.close',
  summary: {
    fi: 'Sulje käyttäjätili: istunnot päättyvät eikä tilillä kirjauduta ennen kuin se avataan uudelleen',
    sv: 'Stäng ett användarkonto: sessionerna avslutas och ingen loggar in med kontot innan det öppnas igen',
    en: 'Close an account: its sessions end, and nobody signs in with it until it is opened again',
  },
  route: { method: 'POST', path: '/users/{id}/close' },
  input: byId,
  output: byId,
  allow,
  run: async (ctx, { id }) => {
    const row = await oneUser(ctx, id)
    if ((await otherAdministrators(ctx.db, id, dayIn(ctx.now))) === 0) throw refused('lastAdministrator')
    await setClosed(ctx.db, id, ctx.now)
    const sessions = await endSessionsOf(ctx.db, id)
    ctx.changed({
      kind: 'person',
      id,
      before: { closed: row.closed_at, sessions },
      after: { closed: ctx.now, sessions: 0 },
    })
    return { id }
  },
})

export const reopenUser = command({
  name: 'users.reopen',
  summary: {
    fi: 'Avaa suljettu käyttäjätili uudelleen',
    sv: 'Öppna ett stängt användarkonto igen',
    en: 'Open a closed account again',
  },
  route: { method: 'POST', path: '/users/{id}/reopen' },
  input: byId,
  output: byId,
  allow,
  run: async (ctx, { id }) => {
    const row = await oneUser(ctx, id)
    if (row.erased_at) throw refused('erased')
    await setClosed(ctx.db, id, null)
    ctx.changed({ kind: 'person', id, before: { closed: row.closed_at }, after: { closed: null } })
    return { id }
  },
})

export const endSessions = command({
  name: 'users.end-sessions',
  summary: {
    fi: 'Kirjaa henkilö ulos kaikilta laitteilta',
    sv: 'Logga ut en person från alla enheter',
    en: 'Sign a person out everywhere',
  },
  route: { method: 'POST', path: '/users/{id}/end-sessions' },
  input: byId,
  output: z.object({ id: z.uuid(), ended: z.number() }),
  allow,
  run: async (ctx, { id }) => {
    await oneUser(ctx, id)
    const ended = await endSessionsOf(ctx.db, id)
    ctx.changed({ kind: 'person', id, before: { sessions: ended }, after: { sessions: 0 } })
    return { id, ended }
  },
})

async function oneUser(ctx: Pick<Context, 'db' | 'now'> | Context<Tx>, id: string): Promise<UserRow> {
  const [row] = await readUsers(ctx.db, { id }, ctx.now, 1, 0)
  if (!row) throw new Refusal('missing', 'users.missing')
  return row
}

const refused = (word: 'lastAdministrator' | 'erased') =>
  new Refusal('conflict', `users.${word}`, [
    { text: { fi: text.fi[word], sv: text.sv[word], en: text.en[word] } },
  ])
