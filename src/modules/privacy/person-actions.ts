import { z } from 'zod'
import { command, query } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { type Rule, signedIn, systemOnly } from '../../kernel/rule.ts'
import { auditOfPerson } from '../audit/index.ts'
import { by, holds } from '../people/index.ts'
import {
  endErasure,
  forgetPerson,
  insertErasure,
  isLastAdministrator,
  openErasures,
  personRow,
  rowsAboutPerson,
} from './person-queries.ts'
import { daysFrom, erasureGraceDays } from './rules.ts'
import { text } from './text.ts'

const erasure = z.object({
  id: z.uuid(),
  person: z.uuid(),
  name: z.string(),
  askedAt: z.date(),
  dueAt: z.date(),
})

/** A table has at most so many rows in an answer; who has more gets the whole from a job. */
export const mostRows = 5_000

const own = z.object({
  person: z.object({
    id: z.string(),
    name: z.string(),
    email: z.string().nullable(),
    language: z.string(),
    createdAt: z.date(),
  }),
  records: z.array(
    z.object({ table: z.string(), as: z.string(), rows: z.array(z.record(z.string(), z.unknown())) }),
  ),
  deeds: z.array(z.object({ at: z.date(), action: z.string(), way: z.string() })),
  erasure: erasure.nullable(),
})
export type OwnData = z.output<typeof own>

export const me = (ctx: Pick<Context, 'actor'>): string => {
  if (ctx.actor.kind === 'person') return ctx.actor.id
  throw new Refusal('forbidden', 'privacy.no-person')
}

export const ownData = query({
  name: 'privacy.own-data',
  summary: {
    fi: 'Kaikki, mitä itsestä on tallennettu',
    sv: 'Allt som är sparat om en själv',
    en: 'Everything that is kept of oneself',
  },
  route: { method: 'GET', path: '/account/data' },
  input: z.object({}),
  output: own,
  allow: signedIn,
  inPerson: true,
  fresh: true,
  run: async (ctx) => {
    const id = me(ctx)
    const person = await personRow(ctx.db, id)
    if (!person) throw new Refusal('missing', 'privacy.no-person')
    return {
      person: {
        id,
        name: person.name,
        email: person.email,
        language: person.language,
        createdAt: person.created_at,
      },
      records: await rowsAboutPerson(ctx.db, id, mostRows),
      deeds: await auditOfPerson(ctx.db, id, mostRows),
      erasure: (await openErasures(ctx.db, id)).map(toldErasure)[0] ?? null,
    }
  },
})

type Row = Awaited<ReturnType<typeof openErasures>>[number]
const toldErasure = (r: Row): z.input<typeof erasure> => ({
  id: r.id,
  person: r.person_id,
  name: r.name,
  askedAt: r.asked_at,
  dueAt: r.due_at,
})

export const listErasures = query({
  name: 'privacy.erasures',
  summary: {
    fi: 'Henkilöt, joiden tiedot poistetaan, ja milloin',
    sv: 'Personer vars uppgifter ska raderas, och när',
    en: 'People who are to be forgotten, and when',
  },
  input: z.object({ person: z.uuid().optional() }),
  output: z.object({ items: z.array(erasure) }),
  allow: by('administrator'),
  run: async (ctx, { person }) => ({ items: (await openErasures(ctx.db, person)).map(toldErasure) }),
})

/** Oneself, or an administrator for anybody. */
const oneselfOrAdministrator: Rule<{ person: string }> = {
  ...signedIn,
  only: {
    says: {
      fi: 'itsestään, ylläpitäjä kenestä tahansa',
      sv: 'för sig själv, administratören för vem som helst',
      en: 'for oneself; an administrator for anybody',
    },
    check: ({ actor }, { person }) =>
      actor.kind === 'system' ||
      (actor.kind === 'person' && (actor.id === person || holds(actor, ['administrator']))),
  },
}

export const requestErasure = command({
  name: 'privacy.request-erasure',
  summary: {
    fi: 'Pyydä henkilön tietojen poistamista; pyynnön voi perua varoajan kuluessa',
    sv: 'Begär att en persons uppgifter raderas efter en respittid, inom vilken begäran kan återtas',
    en: 'Have a person forgotten after a grace period, within which it can be called off',
  },
  input: z.object({ person: z.uuid() }),
  output: z.object({ dueAt: z.date() }),
  allow: oneselfOrAdministrator as Rule<unknown>,
  inPerson: true,
  fresh: true,
  run: async (ctx, { person }) => {
    const row = await personRow(ctx.db, person)
    if (!row || row.erased_at) throw new Refusal('missing', 'privacy.no-person')
    if (await isLastAdministrator(ctx.db, person)) throw refused('lastAdministrator')
    const [open] = await openErasures(ctx.db, person)
    if (open) return { dueAt: open.due_at }
    const dueAt = daysFrom(ctx.now, erasureGraceDays)
    const id = newId(ctx.now.getTime())
    await insertErasure(ctx.db, {
      id,
      person_id: person,
      asked_by: ctx.actor.kind === 'person' ? ctx.actor.id : null,
      asked_at: ctx.now,
      due_at: dueAt,
    })
    ctx.changed({ kind: 'erasure', id, before: null, after: { person, dueAt } })
    return { dueAt }
  },
})

export const cancelErasure = command({
  name: 'privacy.cancel-erasure',
  summary: {
    fi: 'Peru henkilön tietojen poistaminen, kun vielä on aikaa',
    sv: 'Återta raderingen av en persons uppgifter medan det finns tid',
    en: 'Call off the forgetting of a person, while there is time',
  },
  input: z.object({ person: z.uuid() }),
  output: z.object({}),
  allow: oneselfOrAdministrator as Rule<unknown>,
  run: async (ctx, { person }) => {
    const [open] = await openErasures(ctx.db, person)
    if (!open) throw refused('noErasure')
    await endErasure(ctx.db, open.id, 'cancelled_at', ctx.now)
    ctx.changed({ kind: 'erasure', id: open.id, before: { person, dueAt: open.due_at }, after: null })
    return {}
  },
})

/** Forgets those whose grace period is over. What they did stays, under an id that leads to nobody. */
export const eraseDue = command({
  name: 'privacy.erase',
  summary: {
    fi: 'Poista niiden henkilöiden tiedot, joiden varoaika on päättynyt',
    sv: 'Radera uppgifterna om dem vars respittid har gått ut',
    en: 'Forget the people whose grace period is over',
  },
  input: z.object({}),
  output: z.object({ erased: z.number() }),
  allow: systemOnly,
  run: async (ctx) => {
    let erased = 0
    for (const open of await openErasures(ctx.db)) {
      if (open.due_at > ctx.now) continue
      await eraseOne(ctx, open.id, open.person_id)
      erased += 1
    }
    return { erased }
  },
})

async function eraseOne(ctx: Context<Tx>, erasureId: string, person: string): Promise<void> {
  const row = await personRow(ctx.db, person)
  if (!row || row.erased_at || (await isLastAdministrator(ctx.db, person))) return
  const removed = await forgetPerson(ctx.db, row, text.fi.erasedName, ctx.now)
  await endErasure(ctx.db, erasureId, 'done_at', ctx.now)
  ctx.changed({ kind: 'person', id: person, before: { state: 'known' }, after: { state: 'erased', removed } })
}

const refused = (word: 'lastAdministrator' | 'noErasure') =>
  new Refusal('conflict', `privacy.${word}`, [
    { text: { fi: text.fi[word], sv: text.sv[word], en: text.en[word] } },
  ])
