import { z } from 'zod'
import type { Actor } from '../../kernel/actor.ts'
import type { Read } from '../../kernel/db.ts'
import { queryData } from '../../kernel/list.ts'
import { type Names, pick } from '../../kernel/text.ts'
import { findTopics, topicList } from '../discussion/index.ts'
import { findEcosystems, listEcosystems } from '../ecosystems/index.ts'
import { findOrganisations, organisationList } from '../picture/index.ts'
import { findProjects, projectList, projectPath } from '../projects/index.ts'
import type { WatchedPath } from './rules.ts'

export type Item = { path: string; title: string; stamp: string }
type Found = { items: Item[]; total: number }
type Asked = Record<string, string | string[]>

/** A list with more than this is too wide to be watched: its alert would say nothing. */
const mostWatched = 5_000
const portion = 1_000

/** Words of an address that are about how a list is shown. */
const shown = ['columns', 'view', 'sort', 'limit', 'offset']

const nameOf = (names: Names): string => pick(names, 'fi')?.text ?? ''

/** How each list is read, by the same reading as its page. A stamp is what a reader would call a change. */
const readers: Record<WatchedPath, (db: Read, actor: Actor, asked: Asked) => Promise<Found>> = {
  '/projects': async (db, actor, asked) => {
    const { rows, counts } = await findProjects(db, actor, projectList.parse(asked))
    const items = rows.map((p) => ({
      path: projectPath(p),
      title: p.title,
      stamp: [p.title, p.status, p.start_on, p.end_on, p.granted, p.realised].join('|'),
    }))
    return { items, total: counts.total }
  },
  '/organisations': async (db, actor, asked) => {
    const { items, total } = await findOrganisations(db, actor, organisationList.parse(asked))
    return {
      items: items.map((o) => ({ path: o.page, title: o.names.fi, stamp: `${o.led} ${o.joined}` })),
      total,
    }
  },
  '/ecosystems': async (db, _actor, asked) => {
    const input = listEcosystems.input.parse(asked) as Parameters<typeof findEcosystems>[1]
    const { items, total } = await findEcosystems(db, input)
    return {
      items: items.map((e) => ({
        path: `/ecosystems/${e.key}`,
        title: nameOf(e.name),
        stamp: `${e.period?.start ?? ''} ${e.period?.end ?? ''} ${e.roles.length} ${e.money.length}`,
      })),
      total,
    }
  },
  '/discussion': async (db, actor, asked) => {
    const { items, total } = await findTopics(db, actor, topicList.parse(asked))
    return {
      items: items.map((t) => ({
        path: `/ecosystems/${t.ecosystem_key}/discussion/${t.id}`,
        title: t.title,
        stamp: t.moved_at.toISOString(),
      })),
      total,
    }
  },
}

/** Why a list is not read: it is one that nobody watches, holds too much, or asks by words that its page has no more. */
export type Unread = 'unwatchable' | 'tooWide' | 'oldFilter'

/** Reads a saved list again as the actor sees it. */
export async function readList(
  db: Read,
  actor: Actor,
  view: { path: string; question: string },
): Promise<Item[] | Unread> {
  const read = readers[view.path as WatchedPath]
  if (!read) return 'unwatchable'
  const asked: Asked = queryData(new URLSearchParams(view.question))
  for (const word of shown) delete asked[word]
  const items: Item[] = []
  for (let offset = 0; ; offset += portion) {
    const page = { ...asked, limit: String(portion), offset: String(offset) }
    const found = await read(db, actor, page).catch(oldFilter)
    if (!found) return 'oldFilter'
    if (found.total > mostWatched) return 'tooWide'
    items.push(...found.items)
    if (found.items.length < portion || items.length >= found.total) return items
  }
}

/** What a list's own reading of its address refuses. */
function oldFilter(error: unknown): undefined {
  if (!(error instanceof z.ZodError)) throw error
}
