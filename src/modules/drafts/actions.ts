import { z } from 'zod'
import { command, query } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import type { DraftValues, ToldFields } from '../../kernel/draft.ts'
import { newId } from '../../kernel/id.ts'
import { listOf, paging } from '../../kernel/list.ts'
import { signedIn } from '../../kernel/rule.ts'
import { found, keyOf, maySee, mayType, refuse, tell, typist } from './access.ts'
import { changeById, fieldsAsOf, historyOf } from './history-queries.ts'
import { beHere, leave, peopleAt } from './presence-queries.ts'
import {
  closeDraft,
  type Draft,
  draftById,
  draftsOf,
  fieldsOf,
  insertChange,
  lockById,
  openAsides,
  openDraft,
  openDraftsOf,
  reopenDraft,
  setField,
  setSeq,
} from './queries.ts'
import { limits } from './rules.ts'
import { address, byId, type DraftState, draftState, following, value } from './schemas.ts'

const dayMs = 86_400_000

export const getDraft = query({
  name: 'draft.get',
  summary: {
    fi: 'Lomakkeen sisältö sellaisena kuin se on täytetty, ja kenellä se on auki',
    sv: 'Formuläret så som det hittills har fyllts i, och vem som har det öppet',
    en: 'A form as it has been filled in so far, and who has it open',
  },
  route: { method: 'GET', path: '/drafts/{kind}/{subject}' },
  input: z.object(address),
  output: draftState,
  allow: mayType,
  run: async (ctx, input) => stateOf(ctx, input, await openDraft(ctx.db, keyOf(ctx, input)), 0),
})

export const notBegun = (kind: string, subject: string): DraftState => ({
  id: null,
  kind,
  subject,
  seq: 0,
  savedAt: null,
  fields: [],
  conflicts: [],
  people: [],
})

async function stateOf(
  ctx: Context<Read>,
  { kind, subject }: { kind: string; subject: string },
  draft: Draft | undefined,
  since: number,
): Promise<DraftState> {
  if (!draft) return notBegun(kind, subject)
  const fields = await fieldsOf(ctx.db, draft.id, since)
  const asides = await openAsides(ctx.db, draft.id, typist(ctx))
  const all = since > 0 && asides.length > 0 ? await fieldsOf(ctx.db, draft.id) : fields
  const conflicts = asides.flatMap((aside) => {
    const theirs = all.find((f) => f.name === aside.name)
    return theirs ? [{ name: aside.name, mine: aside.value, theirs }] : []
  })
  const people = await peopleAt(ctx.db, draft.id, new Date(ctx.now.getTime() - limits.presenceMs))
  return { id: draft.id, kind, subject, seq: draft.seq, savedAt: draft.saved_at, fields, conflicts, people }
}

/** What a browser asks every few seconds: what is new, who is here; and says where its reader is. */
export const followDraft = command({
  name: 'draft.follow',
  summary: {
    fi: 'Kerro, missä kentässä olet, ja kuule, mitä muut ovat muuttaneet',
    sv: 'Tala om vilket fält du är i och hör vad andra har ändrat',
    en: 'Say which field one is in, and hear what others have changed since',
  },
  route: { method: 'POST', path: '/drafts/{kind}/{subject}/follow' },
  input: following,
  output: draftState.extend({
    closed: z
      .object({ state: z.string(), at: z.date() })
      .nullable()
      .describe('What became of the draft that was asked for.'),
  }),
  allow: mayType,
  unaudited: 'Who has a form open is not kept.',
  run: async (ctx, input) => {
    const draft = await openDraft(ctx.db, keyOf(ctx, input))
    const asked = input.draft && input.draft !== draft?.id ? await draftById(ctx.db, input.draft) : undefined
    const mine = asked?.kind === input.kind && asked.subject === input.subject && asked.closed_at
    const closed = mine ? { state: asked.state, at: asked.closed_at! } : null
    const { client, field = null } = input
    const moved = draft
      ? input.leaving
        ? await leave(ctx.db, draft.id, client)
        : await beHere(ctx.db, { draft: draft.id, client, person: typist(ctx), field, now: ctx.now })
      : false
    if (moved) await tell(ctx, input, client)
    return { ...(await stateOf(ctx, input, draft, closed ? 0 : input.since)), closed }
  },
})

/**
 * For a page with many forms: one question for all of them. Only one's own: what one has typed oneself may be read
 * without asking each form's rule.
 */
export const ownDrafts = query({
  name: 'draft.own',
  summary: {
    fi: 'Omat luonnokset useasta lomakkeesta; aloittamattomat jäävät pois',
    sv: 'Egna utkast till flera formulär; de som inte påbörjats utelämnas',
    en: "One's own drafts of several forms; forms that were not begun are left out",
  },
  input: z.object({ forms: z.array(z.object(address)).max(6_000) }),
  output: z.object({ items: z.array(draftState) }),
  allow: signedIn,
  run: async (ctx, { forms }) => {
    const items: DraftState[] = []
    for (const draft of await openDraftsOf(ctx.db, typist(ctx), forms))
      items.push(await stateOf(ctx, draft, draft, 0))
    return { items }
  },
})

const entry = z.object({
  id: z.uuid(),
  name: z.string(),
  version: z.number().nullable(),
  value: value.nullable(),
  before: value.nullable(),
  by: z.string(),
  at: z.date(),
  how: z.string().describe('typed, merged with what another wrote, restored, or set aside.'),
})
export type HistoryEntry = z.output<typeof entry>

/** What each field has held. */
function valuesIn(entries: readonly Pick<HistoryEntry, 'name' | 'value' | 'before'>[]): DraftValues {
  const held: Record<string, string[]> = {}
  for (const { name, value, before } of entries)
    held[name] = [...(held[name] ?? []), ...[value ?? [], before ?? []].flat()]
  return held
}

export const draftHistory = query({
  name: 'draft.history',
  summary: {
    fi: 'Luonnoksen tallennetut muutokset, uusin ensin; saman henkilön muutokset minuutin sisällä yhtenä',
    sv: 'Alla sparade ändringar i ett utkast, de nyaste först; samma persons ändringar inom en minut som en',
    en: 'Every saved change of a draft, the newest first; one person’s within a minute are one',
  },
  route: { method: 'GET', path: '/drafts/{id}/history' },
  input: byId.extend(paging),
  output: listOf(entry).extend({
    draft: z.object({ kind: z.string(), subject: z.string(), state: z.string() }),
    told: z
      .custom<ToldFields>()
      .describe('By field: its label, and what its values are called, where these stand in records.'),
  }),
  allow: maySee,
  run: async (ctx, { id, limit, offset }) => {
    const { kind, subject, state } = found(await draftById(ctx.db, id))
    const history = await historyOf(ctx.db, id, limit, offset)
    const told = await ctx.drafts?.get(kind)?.told?.(ctx, subject, valuesIn(history.items))
    return { ...history, draft: { kind, subject, state }, told: told ?? {} }
  },
})

export const restoreDraft = command({
  name: 'draft.restore',
  summary: {
    fi: 'Palauta yksi kenttä tai koko lomake sellaiseksi kuin se oli muutoksen jälkeen',
    sv: 'Återställ ett fält eller hela formuläret till hur det var efter en ändring',
    en: 'Bring one field, or the whole form, back to what it was after a change',
  },
  route: { method: 'POST', path: '/drafts/{id}/restore' },
  input: byId.extend({ change: z.uuid(), whole: z.stringbool().or(z.boolean()).default(false) }),
  output: z.object({ fields: z.number() }),
  allow: maySee,
  run: async (ctx, { id, change: changeId, whole }) => {
    const draft = found(await lockById(ctx.db, id))
    if (draft.state !== 'open') throw refuse('conflict', 'closed')
    const change = await changeById(ctx.db, changeId)
    if (change?.draft !== id) throw refuse('missing', 'noChange')
    const held = new Map((await fieldsOf(ctx.db, id)).map((f) => [f.name, f]))
    const wanted = whole ? await fieldsAsOf(ctx.db, id, change.at) : [change]
    const seq = draft.seq + 1
    const person = typist(ctx)
    const before: Record<string, unknown> = {}
    const after: Record<string, unknown> = {}
    for (const { name, value: back } of wanted) {
      const now = held.get(name)
      if (JSON.stringify(now?.value) === JSON.stringify(back)) continue
      const version = (now?.version ?? 0) + 1
      const row = { draft: id, name, value: back, version, person, at: ctx.now }
      await insertChange(ctx.db, { ...row, id: newId(ctx.now.getTime()), how: 'restored' })
      await setField(ctx.db, { ...row, seq })
      before[name] = now?.version ?? 0
      after[name] = version
    }
    await setSeq(ctx.db, id, seq, ctx.now)
    await tell(ctx, draft)
    ctx.changed({ kind: 'draft', id, before: { versions: before }, after: { versions: after } })
    return { fields: Object.keys(after).length }
  },
})

export const discardDraft = command({
  name: 'draft.discard',
  summary: {
    fi: 'Hylkää luonnos; sen voi palauttaa 30 päivän ajan',
    sv: 'Förkasta ett utkast; det kan tas tillbaka i 30 dagar',
    en: 'Put a draft away; it can be taken back for 30 days',
  },
  route: { method: 'POST', path: '/drafts/{id}/discard' },
  input: byId,
  output: byId,
  allow: maySee,
  run: async (ctx, { id }) => {
    const draft = found(await lockById(ctx.db, id))
    if (draft.state !== 'open') throw refuse('conflict', 'closed')
    await closeDraft(ctx.db, id, 'discarded', typist(ctx), ctx.now)
    await tell(ctx, draft)
    ctx.changed({ kind: 'draft', id, before: { state: 'open' }, after: { state: 'discarded' } })
    return { id }
  },
})

export const recoverDraft = command({
  name: 'draft.recover',
  summary: {
    fi: 'Palauta hylätty luonnos',
    sv: 'Ta tillbaka ett förkastat utkast',
    en: 'Take a discarded draft back',
  },
  route: { method: 'POST', path: '/drafts/{id}/recover' },
  input: byId,
  output: byId,
  allow: maySee,
  run: async (ctx, { id }) => {
    const draft = found(await lockById(ctx.db, id))
    if (draft.state !== 'discarded') throw refuse('missing', 'noDraft')
    if (!(await reopenDraft(ctx.db, draft))) throw refuse('conflict', 'another')
    ctx.changed({ kind: 'draft', id, before: { state: 'discarded' }, after: { state: 'open' } })
    return { id }
  },
})

export const listDrafts = query({
  name: 'draft.list',
  summary: {
    fi: 'Aloitetut ja lähettämättömät lomakkeet, millä laitteella tahansa',
    sv: 'Formulär som man har påbörjat men inte skickat, på vilken enhet som helst',
    en: 'The forms that one has begun and not sent, on whichever device',
  },
  route: { method: 'GET', path: '/drafts' },
  input: z.object({}),
  output: z.object({
    items: z.array(
      z.object({
        id: z.uuid(),
        kind: z.string(),
        subject: z.string(),
        state: z.string(),
        savedAt: z.date(),
        closedAt: z.date().nullable(),
        fields: z.number(),
        words: z.string().describe('The beginning of what was typed last.'),
        others: z.array(z.string()).describe('Who else has typed in it.'),
      }),
    ),
  }),
  allow: signedIn,
  run: async (ctx) => {
    const after = new Date(ctx.now.getTime() - limits.discardedDays * dayMs)
    const rows = await draftsOf(ctx.db, typist(ctx), after)
    return {
      items: rows.map((d) => ({
        id: d.id,
        kind: d.kind,
        subject: d.subject,
        state: d.state,
        savedAt: d.saved_at,
        closedAt: d.closed_at,
        fields: d.fields,
        words: typeof d.words === 'string' ? d.words.slice(0, 160) : '',
        others: d.others,
      })),
    }
  },
})

/** Ends the draft of the form that a command has taken, in its transaction. Without one, nothing happens. */
export async function finishDraft(ctx: Context<Tx>): Promise<void> {
  if (!ctx.draft || ctx.actor.kind !== 'person') return
  const draft = await openDraft(ctx.db, keyOf(ctx, ctx.draft))
  if (!draft) return
  const locked = await lockById(ctx.db, draft.id)
  if (locked?.state !== 'open') return
  await closeDraft(ctx.db, draft.id, 'submitted', ctx.actor.id, ctx.now)
  await tell(ctx, draft)
}
