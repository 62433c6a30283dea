import { Readable } from 'node:stream'
import { Fragment, h } from 'preact'
import renderToString from 'preact-render-to-string'
import { perform } from '../src/kernel/action.ts'
import type { Stage } from '../src/kernel/context.ts'
import {
  localPath,
  type Page,
  type PageAnswer,
  type PageRequest,
  type PostedForm,
} from '../src/kernel/page.ts'

/**
 * Runs the page that an address leads to, as the site does. Stored files are empty but where `open` says what they are.
 * Throws when no page has the address.
 */
export const visit = (
  pages: readonly Page[],
  stage: Stage,
  address: string,
  open: PageRequest['open'] = () => Readable.from([]),
): Promise<PageAnswer> => asked(pages, stage, 'GET', address, { open })

/** Sends a form to an address, as a browser without script does; its files are stored already. */
export const post = (
  pages: readonly Page[],
  stage: Stage,
  address: string,
  values: Readonly<Record<string, string | readonly string[]>>,
  files: PostedForm['files'] = [],
): Promise<PageAnswer> => {
  const all = (field: string) => [values[field] ?? []].flat()
  const form = async () => ({ get: (field: string) => all(field)[0], all, values, files })
  return asked(pages, stage, 'POST', address, { form })
}

function asked(
  pages: readonly Page[],
  stage: Stage,
  method: Page['method'],
  address: string,
  own: Partial<Pick<PageRequest, 'open' | 'form'>>,
): Promise<PageAnswer> {
  const url = new URL(address, 'http://localhost')
  for (const page of pages) {
    const params = paramsOf(page.path, url.pathname)
    if (page.method !== method || !params) continue
    const request: PageRequest = {
      url,
      params,
      language: stage.language,
      actor: stage.actor,
      now: stage.now,
      baseUrl: 'http://localhost',
      contact: undefined,
      sourceUrl: undefined,
      perform: (action, raw, sent) => perform(action, sent ? { ...stage, draft: sent } : stage, raw),
      drafts: stage.drafts,
      open: () => Readable.from([]),
      form: () => Promise.reject(new Error('a visit posts nothing')),
      ...own,
      link: (path) => localPath(stage.language, path),
    }
    return page.run(request)
  }
  throw new Error(`no page has the address ${url.pathname}`)
}

function paramsOf(path: string, asked: string): Record<string, string> | undefined {
  const names = path.split('/')
  const parts = asked.split('/')
  if (names.length !== parts.length) return undefined
  const params: Record<string, string> = {}
  for (const [i, name] of names.entries()) {
    const part = decodeURIComponent(parts[i]!)
    if (name.startsWith('{')) params[name.slice(1, -1)] = part
    else if (name !== part) return undefined
  }
  return params
}

/** Everything that an answer sends to the reader, as one text: what stands in no part of it is not told. */
export async function whatIsSent(answer: PageAnswer): Promise<string> {
  if (answer.as === 'redirect') return answer.to
  if (answer.as === 'fragment') return renderToString(h(Fragment, null, answer.body))
  if (answer.as === 'page') {
    const { body, ...rest } = answer
    return `${JSON.stringify(rest)} ${renderToString(h(Fragment, null, body))}`
  }
  if (typeof answer.content === 'string') return answer.content
  const chunks: Buffer[] = []
  for await (const chunk of answer.content instanceof Uint8Array ? [answer.content] : answer.content) {
    chunks.push(Buffer.from(chunk))
  }
  return Buffer.concat(chunks).toString('utf8')
}
