import { z } from 'zod'
import { command, perform, query } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import { job } from '../../kernel/job.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { signedIn, systemOnly } from '../../kernel/rule.ts'
import { canSee } from '../../kernel/share.ts'
import { readPeople } from '../people/index.ts'
import { notify, personOf, speakers } from '../talk/index.ts'
import { readList } from './lists.ts'
import {
  addressOf,
  deleteView,
  dueAlerts,
  endAlert,
  heldBy,
  insertView,
  keepHeld,
  pauseAlert,
  type SavedView,
  type ShownView,
  setAlert,
  viewById,
  viewsFor,
} from './queries.ts'
import { difference, type Held, viewOf } from './rules.ts'
import { complaint, text } from './text.ts'

export const listViews = query({
  name: 'saved-view.list',
  summary: {
    fi: 'Omat tallennetut näkymät ja ne, jotka muut ovat jakaneet',
    sv: 'Egna sparade vyer och de som andra har delat',
    en: 'The views you have saved, and those that others have shared with you',
  },
  route: { method: 'GET', path: '/saved' },
  input: z.object({}),
  output: z.object({ items: z.array(z.custom<ShownView>()) }),
  allow: signedIn,
  run: async (ctx) => ({ items: await viewsFor(ctx.db, personOf(ctx)) }),
})

export const saveView = command({
  name: 'saved-view.add',
  summary: {
    fi: 'Tallenna luettelon osoite nimellä itselle tai ekosysteemille',
    sv: 'Spara en listas adress under ett namn, för dig själv eller för ett ekosystem',
    en: 'Save a list’s address under a name, for yourself or for an ecosystem',
  },
  route: { method: 'POST', path: '/saved' },
  input: z.object({
    name: z.string().max(300),
    address: z.string().max(4_000).describe('Such as /projects?q=digi.'),
    ecosystem: z
      .uuid()
      .nullable()
      .default(null)
      .describe('With whom it is shared; left empty, it is yours alone.'),
    every: z
      .enum(['day', 'week', 'never'])
      .default('never')
      .describe('How often one is told what is new in it.'),
  }),
  output: z.object({ id: z.string() }),
  allow: signedIn,
  run: async (ctx, input) => {
    const person = personOf(ctx)
    const name = input.name.replaceAll(/\s+/gu, ' ').trim()
    if (name === '') throw new Refusal('invalid', 'saved.no-name', [complaint('noName', 'name')])
    if (name.length > 120) throw new Refusal('invalid', 'saved.long-name', [complaint('longName', 'name')])
    const view = viewOf(input.address)
    if (!view) throw new Refusal('invalid', 'saved.no-list', [complaint('noList', 'address')])
    const speaks = person.offices.some(
      (o) => speakers.who.includes(o.office) && (o.ecosystem === null || o.ecosystem === input.ecosystem),
    )
    if (input.ecosystem && !speaks)
      throw new Refusal('invalid', 'saved.no-office', [complaint('noOffice', 'ecosystem')])
    const id = newId(ctx.now.getTime())
    const row: SavedView = {
      id,
      person_id: person.id,
      name,
      ...view,
      share: input.ecosystem ? 'agreement' : 'own',
      ecosystem_id: input.ecosystem,
      created_at: ctx.now,
    }
    await insertView(ctx.db, row)
    const { every } = input
    if (every !== 'never') await watch(ctx, row, every)
    ctx.changed({
      kind: 'saved-view',
      id,
      before: null,
      after: { name, ...view, share: row.share, ...(every !== 'never' && { watched: every }) },
    })
    return { id }
  },
})

const one = { view: z.uuid().describe('Id of the saved view.') }
type One = { view: string }
const recordOf = (v: SavedView) => ({ share: v.share, ecosystem: v.ecosystem_id, person: v.person_id })
const recordOfOne = async (ctx: Context, { view }: One) => {
  const found = await viewById(ctx.db, view)
  return found && recordOf(found)
}

async function seenView(ctx: Context, id: string): Promise<SavedView> {
  const view = await viewById(ctx.db, id)
  if (!view || !canSee(ctx.actor, recordOf(view)))
    throw new Refusal('missing', 'saved.missing', [complaint('missing')])
  return view
}

export const removeView = command({
  name: 'saved-view.remove',
  summary: {
    fi: 'Poista oma tallennettu näkymä ja sen hälytykset',
    sv: 'Ta bort en egen sparad vy och dess bevakningar',
    en: 'Take away one’s own saved view, and the alerts on it',
  },
  input: z.object(one),
  output: z.object({}),
  allow: {
    ...signedIn,
    record: recordOfOne,
    only: {
      says: { fi: 'oma näkymä', sv: 'egen vy', en: "one's own view" },
      check: async (ctx, { view }) => {
        const found = await viewById(ctx.db, view)
        return !found || (ctx.actor.kind === 'person' && ctx.actor.id === found.person_id)
      },
    },
  },
  run: async (ctx, { view: id }) => {
    const view = await seenView(ctx, id)
    await deleteView(ctx.db, id)
    ctx.changed({ kind: 'saved-view', id, before: view, after: null })
    return {}
  },
})

/** From now on what is new in the view is told to whoever asks. */
async function watch(ctx: Context<Tx>, view: SavedView, every: 'day' | 'week'): Promise<void> {
  const person = personOf(ctx)
  const items = await readList(ctx.db, person, view)
  if (typeof items === 'string')
    throw new Refusal('invalid', 'saved.not-watched', [complaint(items, 'every')])
  await setAlert(ctx.db, {
    view_id: view.id,
    person_id: person.id,
    every,
    held: heldOf(items),
    read_at: ctx.now,
  })
}

const heldOf = (items: readonly { path: string; stamp: string }[]): Held =>
  Object.fromEntries(items.map((i) => [i.path, i.stamp]))

export const watchView = command({
  name: 'saved-view.watch',
  summary: {
    fi: 'Tilaa tieto tallennetun näkymän uutuuksista päivittäin tai viikoittain, keskeytä tai lopeta',
    sv: 'Beställ besked om nytt i en sparad vy varje dag eller vecka, pausa eller avsluta',
    en: 'Be told each day or week of what is new in a saved view; pause it, or end it',
  },
  input: z.object({ ...one, every: z.enum(['day', 'week', 'pause', 'go-on', 'never']) }),
  output: z.object({}),
  allow: { ...signedIn, record: recordOfOne },
  run: async (ctx, { view: id, every }) => {
    const view = await seenView(ctx, id)
    const person = personOf(ctx)
    if (every === 'never') await endAlert(ctx.db, id, person.id)
    else if (every === 'pause' || every === 'go-on')
      await pauseAlert(ctx.db, id, person.id, every === 'pause')
    else await watch(ctx, view, every)
    ctx.changed({ kind: 'saved-view', id, before: null, after: { watched: every, by: person.id } })
    return {}
  },
})

/** Reads one saved view again for one person, and tells what is new in it. Once for each change, however often run. */
export const readAlert = command({
  name: 'saved-view.read-alert',
  summary: {
    fi: 'Lue tallennettu näkymä uudelleen ja kerro sen seuraajalle, mikä on uutta tai muuttunut',
    sv: 'Läs en sparad vy på nytt och berätta för den som bevakar vad som är nytt eller ändrat',
    en: 'Read a saved view again and tell its watcher what is new or has changed',
  },
  input: z.object({ ...one, person: z.uuid() }),
  output: z.object({ added: z.number(), changed: z.number() }),
  allow: systemOnly,
  run: async (ctx, { view: id, person: whom }) => {
    const nothing = { added: 0, changed: 0 }
    const [person] = await readPeople(ctx.db, ctx.now, [whom])
    const view = await viewById(ctx.db, id)
    if (!person || !view || !canSee(person.actor, recordOf(view))) return nothing
    const before = await heldBy(ctx.db, id, whom)
    const items = before && (await readList(ctx.db, person.actor, view))
    if (!before || !items) return nothing
    const t = text[person.language]
    const tell = (said: string) =>
      notify(ctx, {
        kind: 'alert',
        subject: { kind: 'saved-view', id },
        about: `${id} ${ctx.now.toISOString()}`,
        title: { [person.language]: view.name },
        path: addressOf(view),
        text: said,
        ecosystem: view.ecosystem_id,
        records: [recordOf(view)],
        to: [person],
      })
    if (typeof items === 'string') {
      await pauseAlert(ctx.db, id, whom, true)
      await tell(`${t.stopped} ${complaint(items).text[person.language]}`)
      return nothing
    }
    const held = heldOf(items)
    const { added, changed } = difference(before.held, held)
    await keepHeld(ctx.db, id, whom, held, ctx.now)
    if (added.length + changed.length === 0) return nothing
    const named = (paths: readonly string[]) =>
      items
        .filter((i) => paths.includes(i.path))
        .slice(0, 5)
        .map((i) => i.title)
        .join('; ')
    const said = [
      added.length > 0 && t.added(added.length, named(added)),
      changed.length > 0 && t.changed(changed.length, named(changed)),
    ]
    await tell(said.filter(Boolean).join(' '))
    return { added: added.length, changed: changed.length }
  },
})

/** Before the digest goes out, so that what is new is in it. */
export const readAlerts = job({
  name: 'saved-view.read-alerts',
  summary: {
    fi: 'Seurattujen näkymien lukeminen ja uutuuksista kertominen',
    sv: 'Läs bevakade vyer och berätta vad som är nytt',
    en: 'Read watched views and tell what is new',
  },
  input: z.object({}),
  schedule: '0 7 * * *',
  run: async (stage) => {
    for (const { view_id, person_id } of await dueAlerts(stage.database, stage.now))
      await perform(readAlert, stage, { view: view_id, person: person_id })
  },
})
