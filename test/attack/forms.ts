import { type Caller, inTurns, probe, type Tally } from './campaign.ts'
import { allPayloads, mark } from './payloads.ts'

type Form = { method: string; action: string; fields: Map<string, string>; page: string }

const unescaped = (text: string) =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
const attribute = (tag: string, name: string) =>
  unescaped(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '')

/** The forms of a page, each with its fields and what stands in them. */
function formsOf(html: string, page: string): Form[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, head, body]) => {
    const fields = new Map<string, string>()
    for (const [tag] of body!.matchAll(/<(?:input|select|textarea|button)\b[^>]*>/g)) {
      const name = attribute(tag, 'name')
      if (name && !fields.has(name)) fields.set(name, attribute(tag, 'value'))
    }
    const method = attribute(` ${head}`, 'method').toUpperCase() || 'GET'
    return { method, action: attribute(` ${head}`, 'action') || page, fields, page }
  })
}

/** Leaving ends the attack, and loading the demo again is no form. */
const left = /sign-out/

export type Site = { pages: string[]; forms: Form[] }

/** What a person comes to by following links from the pages given: each kind of page once or twice. */
export async function explore(
  url: string,
  caller: Caller,
  from: readonly string[],
  most = 150,
): Promise<Site> {
  const queue = [...from]
  const known = new Set(queue)
  const taken = new Map<string, number>()
  const pages: string[] = []
  const forms = new Map<string, Form>()
  for (let path = queue.shift(); path !== undefined && pages.length < most; path = queue.shift()) {
    const kind = path.replace(/\?.*/, '?').replaceAll(/[\da-f]{8}-[\da-f-]{27}|[A-Z]{0,2}\d[\w.-]*/g, '*')
    const times = (taken.get(kind) ?? 0) + 1
    taken.set(kind, times)
    if (times > 2) continue
    const answer = await fetch(url + path, { headers: caller.headers, redirect: 'manual' })
    if (!(answer.headers.get('content-type') ?? '').startsWith('text/html')) {
      await answer.body?.cancel()
      continue
    }
    const html = await answer.text()
    pages.push(path)
    for (const form of formsOf(html, path)) {
      const key = `${form.method} ${form.action.replaceAll(/[\da-f]{8}-[\da-f-]{27}/g, '*').replace(/\?.*/, '')}`
      if (!left.test(form.action) && !forms.has(key)) forms.set(key, form)
    }
    for (const [, href] of html.matchAll(/<a\b[^>]*? href="([^"#]*)/g)) {
      const next = new URL(unescaped(href!), url + path)
      if (next.origin !== url || /^\/(sv|en)(\/|$)/.test(next.pathname)) continue
      const address = next.pathname + next.search
      if (known.has(address)) continue
      known.add(address)
      queue.push(address)
    }
  }
  return { pages, forms: [...forms.values()] }
}

/** Every field of every form with every payload; what a form answers, or leads to, is looked at. */
export async function attackForms(
  tally: Tally,
  url: string,
  site: Site,
  caller: Caller,
  share = 1,
): Promise<void> {
  let turn = 0
  const waiting: (() => Promise<unknown>)[] = []
  for (const form of site.forms) {
    const names = [...form.fields.keys(), '__proto__', 'unknown']
    for (const name of names) {
      for (const payload of allPayloads.filter((p): p is string => typeof p === 'string')) {
        turn += 1
        if (turn % share !== 0) continue
        const where = `${form.method} ${form.action} ${name} (${form.page})`
        waiting.push(() => probe(tally, filled(url, form, name, payload, caller, turn), where, payload))
      }
    }
  }
  await inTurns(waiting, 8)
}

function filled(
  url: string,
  form: Form,
  name: string,
  payload: string,
  caller: Caller,
  turn: number,
): Request {
  const entries = [...form.fields].map(([n, v]) => [n, n === name ? payload : v] as [string, string])
  if (!form.fields.has(name)) entries.push([name, payload])
  // Said twice, a word may become a list where a text was awaited.
  if (turn % 3 === 0) entries.push([name, payload])
  const address = new URL(form.action, url)
  if (form.method === 'GET') {
    for (const [n, v] of entries) address.searchParams.append(n, v)
    return new Request(address, { headers: caller.headers })
  }
  const multipart = turn % 2 === 0
  const body = multipart ? new FormData() : new URLSearchParams()
  for (const [n, v] of entries) body.append(n, v)
  return new Request(address, { method: 'POST', headers: caller.headers, body })
}

/** Every part of an address and every word of a query, as somebody might type it into the browser. */
export async function attackAddresses(
  tally: Tally,
  url: string,
  site: Site,
  caller: Caller,
  share = 1,
): Promise<void> {
  let turn = 0
  const waiting: (() => Promise<unknown>)[] = []
  const texts = allPayloads.filter((p): p is string => typeof p === 'string' && p.length < 2_500)
  for (const path of site.pages) {
    const { pathname, searchParams } = new URL(path, url)
    const parts = pathname.split('/')
    for (const payload of texts) {
      const encoded = encodeURIComponent(Buffer.from(payload).toString())
      const tried = [
        ...parts.slice(1).map((_, i) => parts.map((p, at) => (at === i + 1 ? encoded : p)).join('/')),
        ...['q', 'offset', 'sort', 'fragment', 'to', 'lang', ...searchParams.keys()].map(
          (word) => `${pathname}?${encodeURIComponent(word)}=${encoded}`,
        ),
        `${pathname}?${encoded}=${mark}&${encoded}=1`,
      ]
      for (const address of tried) {
        turn += 1
        if (turn % share !== 0) continue
        waiting.push(() =>
          probe(tally, new Request(url + address, { headers: caller.headers }), path, payload),
        )
      }
    }
  }
  await inTurns(waiting, 8)
}
