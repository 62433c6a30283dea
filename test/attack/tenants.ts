import { randomUUID } from 'node:crypto'
import { inflateRawSync } from 'node:zlib'
import { newId } from '../../src/kernel/id.ts'
import { type ShareLevel, shareLevels } from '../../src/kernel/share.ts'
import { limits } from '../../src/modules/sources/limits.ts'
import { partsOf } from '../../src/modules/sources/reading/zip.ts'
import { applyList } from '../sample-projects.ts'
import { type Caller, inTurns, type Operation, plausible, requestOf } from './campaign.ts'
import type { Attacker, Target } from './target.ts'

/** A word that stands in one record alone, and how widely that record is shared. */
export type Marker = { word: string; what: string; share: ShareLevel | 'nobody' }

/** Letters only, so that it is the same in an address, a page, JSON and a search. */
const wordOf = (n: number) =>
  `merkki${'abcdefghijklmnopqrstuvwxyz'[Math.floor(n / 26)]}${'abcdefghijklmnopqrstuvwxyz'[n % 26]}salaisuus`

type Sown = { markers: Marker[]; addresses: string[]; subjects: { kind: string; id: string }[] }

/** Sows a record of every kind into an ecosystem, through the product's own doors where it has them. */
export async function sow(target: Target, place: { id: string; key: string }, who: Attacker): Promise<Sown> {
  const { url } = target.product
  const { db } = target.database
  const headers = { cookie: who.cookie, origin: url }
  const markers: Marker[] = []
  const addresses: string[] = []
  const subjects: { kind: string; id: string }[] = []
  const mark = (what: string, share: Marker['share']): string => {
    const word = wordOf(markers.length)
    markers.push({ word, what, share })
    return word
  }
  const post = async (path: string, body: object, method = 'POST') => {
    const answer = await fetch(`${url}/api${path}`, {
      method,
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return (await answer.json()) as { id: string; path: string; token?: string }
  }
  const form = async (path: string, fields: Record<string, string>) => {
    const answer = await fetch(url + path, {
      method: 'POST',
      headers,
      redirect: 'manual',
      body: new URLSearchParams(fields),
    })
    if (answer.status >= 400) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  }

  /** A list of one project, applied at a share level; what it names is known by it alone. */
  const sowProject = async (share: ShareLevel) => {
    const code = mark('project code', share)
    const organisation = mark('lead of a project', share)
    const row = {
      code,
      title: `Hanke ${mark('project title', share)}`,
      summary: mark('project summary', share),
      lead: { name: `${organisation} Oy` },
      partners: [{ name: `${mark('partner in a project', share)} Oy` }, { name: 'Kutomo Oy' }],
      start: '2026-01-01',
      granted: '1000.00',
      currency: 'EUR',
    }
    const shared = { share, ecosystem: place.id }
    const list = await applyList(db, `${mark('list', share)}.csv`, '2026-01-01', [row], shared)
    await db
      .updateTable('import')
      .set({ state: 'applied', applied_at: new Date() })
      .where('id', '=', list)
      .execute()
    const { id } = await db
      .selectFrom('project')
      .where('code', '=', code)
      .select('id')
      .executeTakeFirstOrThrow()
    const path = `/projects/${code}`
    addresses.push(`/sources/${list}`, `${path}/provenance/title`, `${path}/provenance/lead`)
    for (const o of await db.selectFrom('organisation').select('id').execute()) {
      addresses.push(`/organisations/${o.id}`)
    }
    return { id, path }
  }

  for (const share of shareLevels) {
    const topic = await post('/topics', {
      ecosystem: place.id,
      title: `Aihe ${mark('topic title', share)}`,
      text: mark('topic text', share),
      share,
    })
    const event = await post('/events', {
      ecosystem: place.id,
      kind: 'meeting',
      title: `Kokous ${mark('event title', share)}`,
      text: mark('event text', share),
      place: mark('event place', share),
      startDay: '2026-12-03',
      share,
    })
    const project = await sowProject(share)
    for (const [kind, { id, path }] of [
      ['topic', topic],
      ['event', event],
      ['project', project],
    ] as const) {
      addresses.push(path)
      subjects.push({ kind, id })
      // Never wider than what it is said of.
      const inside = share === 'own' ? 'own' : 'agreement'
      const say = (text: string, audience: string) => post('/comments', { kind, id, text, audience })
      const internal = await say(mark(`${kind} internal comment`, inside), 'agreement')
      await post(`/comments/${internal.id}`, { text: mark(`${kind} edited comment`, inside) }, 'PUT').catch(
        () => markers.pop(),
      )
      for (const level of shareLevels) {
        const narrower = shareLevels.indexOf(level) < shareLevels.indexOf(share) ? level : share
        const content = `Teksti ${mark(`${kind} attachment`, narrower)}\n`
        const { hash } = await target.stored(content)
        const name = `${mark(`${kind} attachment name`, narrower)}.txt`
        const { id: file } = await post(`/attachments/of/${kind}/${id}`, { name, hash, share: level })
        addresses.push(`/attachments/${file}/${name}`)
      }
    }
  }
  await post('/saved', { name: mark('own saved view', 'own'), address: '/projects?q=vesi' })
  await post('/saved', {
    name: mark('shared saved view', 'agreement'),
    address: `/ecosystems/${place.key}/discussion`,
    ecosystem: place.id,
  })
  await form(`/ecosystems/${place.key}/contacts`, {
    name: mark('contact', 'agreement'),
    title: mark('contact title', 'agreement'),
    ground: 'consent',
    reviewOn: '2027-01-31',
  }).catch(async () => {
    const at = new Date()
    const names = { name: markers.at(-2)!.word, title: markers.at(-1)!.word }
    const contact = { id: newId(), ecosystem_id: place.id, ground: 'consent', published: false, ...names }
    await db
      .insertInto('contact')
      .values({ ...contact, review_on: '2027-01-31', created_at: at, updated_at: at })
      .execute()
  })
  await post('/invitations', {
    name: mark('invitation', 'own'),
    email: 'kutsuttu@example.fi',
    office: 'member',
    ecosystem: place.id,
    language: 'fi',
  })
  const list = `Hankkeen koodi;Hankkeen nimi;Toteuttaja;Alkaa;Päättyy;Myönnetty tuki €
A1;${mark('import row', 'own')};Kutomo Oy;ei päivä;31.12.2016;sata
`
  const kept = await target.stored(list)
  const { id } = await post('/import/receive', {
    name: `${mark('import file', 'own')}.csv`,
    ...kept,
    goOn: true,
  })
  addresses.push(`/sources/${id}`, `/sources/${id}/rows?which=problems`, `/sources/${id}/rejects.csv`)
  await post('/token/create', { name: mark('token', 'own'), scopes: ['read'] })
  await post('/webhook/create', {
    ecosystem: place.id,
    address: `https://example.com/${mark('webhook', 'own')}`,
    kinds: ['topic.add'],
  })
  await post(`/drafts/organisation.edit/new`, {
    operation: randomUUID(),
    fields: [{ name: 'name', value: mark('draft of an organisation', 'nobody'), base: 0 }],
  }).catch(() => markers.pop())
  return { markers, addresses, subjects }
}

/** What an answer says; a workbook or another archive is opened, and what is packed in it is read. */
export async function textOf(answer: Response): Promise<string> {
  const bytes = Buffer.from(await answer.arrayBuffer())
  if (!bytes.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1'))) return bytes.toString()
  return partsOf(bytes, limits)
    .map(({ name, at, packed, method }) => {
      const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
      const part = bytes.subarray(start, start + packed)
      return `${name}\n${method === 8 ? inflateRawSync(part) : part}`
    })
    .join('\n')
}

/** The audit as each kind of file; nothing for those who may not have it. */
export async function readAudit(url: string, caller: Caller): Promise<Map<string, string>> {
  const path = '/administration/audit/export'
  const read = new Map<string, string>()
  for (const format of ['csv', 'xlsx', 'json']) {
    const body = new URLSearchParams({ format })
    const headers = { origin: url, ...caller.headers }
    const answer = await fetch(url + path, { method: 'POST', headers, body, redirect: 'manual' })
    read.set(`${path} as ${format}`, answer.status === 200 ? await textOf(answer) : '')
  }
  return read
}

/** Everything that one comes to by links, pages and files alike; the texts of all of it. */
export async function readAll(
  url: string,
  caller: Caller,
  from: readonly string[],
  most: number,
): Promise<Map<string, string>> {
  const read = new Map<string, string>()
  const known = new Set(from)
  const queue = [...from]
  const kinds = new Map<string, number>()
  for (let path = queue.shift(); path !== undefined && read.size < most; path = queue.shift()) {
    const answer = await fetch(url + path, { headers: caller.headers, redirect: 'manual' })
    const html = await textOf(answer)
    read.set(path, html)
    const to = answer.headers.get('location')
    const links = [...html.matchAll(/\s(?:href|src|action)="([^"#]*)/g)].map((m) => m[1]!)
    for (const href of [...links, ...(to ? [to] : [])]) {
      const next = new URL(href.replaceAll('&amp;', '&'), url + path)
      const address = next.pathname + next.search
      if (next.origin !== url || known.has(address) || /^\/(sv|en)\b|sign-out|^\/assets/.test(next.pathname))
        continue
      // A list has many pages of one kind: a few of each; what was sown is named in `from`.
      const kind =
        next.pathname.replaceAll(/[\da-f]{8}-[\da-f-]{27}/g, '*') + [...next.searchParams.keys()].sort()
      const times = (kinds.get(kind) ?? 0) + 1
      kinds.set(kind, times)
      if (times > 5) continue
      known.add(address)
      queue.push(address)
    }
  }
  return read
}

/** What was answered, by what was asked; and which questions were answered with something (200). */
export type Answers = { texts: Map<string, string>; good: Set<string> }

/**
 * Every query of the API with every id that there is. With `known`, all that told somebody who may see everything
 * what is not for all, and of the rest (most of it ids that are unknown to a query whoever asks) one in so many, another set of them at each turn: so that all people together have asked for all of it.
 */
export async function askAll(
  url: string,
  operations: readonly Operation[],
  caller: Caller,
  given: {
    ids: readonly string[]
    keys: readonly string[]
    subjects: Sown['subjects']
    words: readonly string[]
    known?: { good: ReadonlySet<string>; turn: number; turns: number }
  },
): Promise<Answers> {
  const answers: Answers = { texts: new Map(), good: new Set() }
  const work: (() => Promise<void>)[] = []
  const { known } = given
  let asked = 0
  const send = (op: Operation, input: Record<string, unknown>, always = true) => {
    const request = requestOf(url, op, input, caller)
    const key = `${request.method} ${request.url}`
    if (known && !always && !known.good.has(key)) {
      asked += 1
      if (asked % known.turns !== known.turn % known.turns) return
    }
    work.push(async () => {
      const answer = await fetch(request)
      if (answer.status === 200) answers.good.add(key)
      answers.texts.set(key, await textOf(answer))
    })
  }
  for (const op of operations.filter((o) => o.method === 'GET')) {
    const base: Record<string, unknown> = { ...plausible(op, given.ids) }
    if ('limit' in op.fields) base.limit = 100
    if ('from' in op.fields && 'to' in op.fields)
      Object.assign(base, { from: '2026-01-01', to: '2027-12-31' })
    const has = (name: string) => name in op.fields
    if (has('kind') && (has('subject') || has('id'))) {
      for (const { kind, id } of given.subjects)
        send(op, { ...base, kind, [has('subject') ? 'subject' : 'id']: id })
    } else if (has('id')) for (const id of given.ids) send(op, { ...base, id }, false)
    else send(op, base)
    if (has('key')) for (const key of given.keys) send(op, { ...base, key })
    if (has('ecosystem'))
      for (const id of given.ids.slice(0, 400)) send(op, { ...base, ecosystem: id }, false)
    if (has('q')) for (const q of given.words) send(op, { ...base, q })
  }
  await inTurns(work, 6)
  return answers
}
