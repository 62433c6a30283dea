import type { Readable } from 'node:stream'
import type { ComponentChildren } from 'preact'
import type { z } from 'zod'
import type { Action } from './action.ts'
import type { Actor } from './actor.ts'
import type { DraftAddress, DraftKinds } from './draft.ts'
import type { Language } from './text.ts'

/**
 * What a page is given. `perform` runs an action as the person who asks; there is no other way to data. With `sent`,
 * the draft of the form that the command takes ends in the command's transaction.
 */
export type PageRequest = {
  url: URL
  params: Readonly<Record<string, string>>
  language: Language
  actor: Actor
  now: Date
  /** The site's public address without a slash at the end. */
  baseUrl: string
  /** Where people write to the operator: an e-mail or web address; undefined until it is set. */
  contact: string | undefined
  /** Where the source code of the running version is; undefined until it is set. */
  sourceUrl: string | undefined
  perform: <I extends z.ZodType, O extends z.ZodType>(
    action: Action<I, O>,
    raw: unknown,
    sent?: DraftAddress,
  ) => Promise<z.output<O>>
  /** The forms whose fields are kept while they are typed, for pages that tell of any of them. */
  drafts?: DraftKinds | undefined
  /** What modules show on each other's pages; of a test of one page, nothing. */
  supplements?: readonly Supplement[] | undefined
  /**
   * The posted fields; a dropped file is already stored and stands as its hash. With `fileLimit` (bytes) a larger file
   * is refused while it comes in.
   */
  form: (fileLimit?: number) => Promise<PostedForm>
  /** The content of a stored file, which an action has named to who may see it. */
  open: (hash: string) => Readable
  /** The address of a path of ours in the language of this page. */
  link: (path: string) => string
}

export type PostedForm = {
  get: (field: string) => string | undefined
  all: (field: string) => readonly string[]
  /** The whole form as plain data: repeated fields are arrays. */
  values: Readonly<Record<string, string | readonly string[]>>
  files: readonly { field: string; name: string; hash: string; bytes: number }[]
}

export type Crumb = { text: string; href?: string }

export type PageAnswer =
  | {
      as: 'page'
      title: string
      description?: string
      /** Which entry of the main navigation is current. */
      nav?: string
      crumbs?: readonly Crumb[]
      body: ComponentChildren
      status?: 200 | 403 | 404 | 409 | 413 | 415 | 421 | 422 | 429 | 500
      /** The ecosystem whose page it is: its own sign beside ours, and its colours. Paths without a language. */
      region?: { name: string; href: string; logo?: string; stylesheet?: string }
      /** schema.org data for search engines. */
      jsonLd?: object
      /** What the browser runs besides on this page. */
      islands?: readonly ('money' | 'selection' | 'network')[]
      /** A style sheet of its own beside the one of all pages, where a page is drawn as no other. */
      sheet?: 'selection' | 'portfolio' | 'network' | 'consortia' | 'indicators' | 'statistics'
      robots?: 'noindex'
      /** Seconds after which the page asks for itself again, for progress without script. */
      refresh?: number
      /** It stands by itself, without navigation, and other sites may show it in a frame: it has no form and no secret. */
      framed?: boolean
      /** Something on it is still being made: it is not kept ready for others. */
      unready?: boolean
    }
  /** A piece of a page for the browser's script to put in its place. */
  | { as: 'fragment'; body: ComponentChildren; status?: 200 | 404 | 422 }
  | { as: 'redirect'; to: string; cookie?: string }
  /** `elsewhere`: other sites may show it in their pages. */
  | {
      as: 'file'
      name: string
      type: string
      content: Readable | Uint8Array | string
      inline?: boolean
      elsewhere?: boolean
    }

/** A page of the product: address with `{name}` parts, English words in every language's address. */
export type Page = {
  method: 'GET' | 'POST'
  path: `/${string}`
  /** Same for every visitor until public data changes: kept ready, compressed, by address and language. */
  cached?: boolean
  run: (request: PageRequest) => Promise<PageAnswer>
}

/**
 * A part of the page of a thing: its anchor, what it is called, and itself, with that as its heading. Of a list: a
 * button beside those that the list has of its own.
 */
export type Supplied = {
  id: string
  label: string
  count?: number
  body: ComponentChildren
  /** It is still being made, so the page is not kept ready. */
  unready?: boolean
  /** The style sheet that its look needs; the page it stands on brings it. */
  sheet?: 'network'
  /** Pages that show what there is where two dimensions of the thing cross: its own page leaves that to them. */
  crossed?: readonly { href: string; label: string; note?: string | undefined }[]
}

/**
 * How a module shows what it knows of another module's thing on that thing's own page: the page stands above and cannot
 * ask for it. Undefined where there is nothing, or nothing that this reader may see.
 */
export type Supplement = {
  /** The kind of subject beside which it stands; of a list, what it lists, with the list's own address for an id. */
  kind: string
  show: (request: PageRequest, id: string) => Promise<Supplied | undefined>
}

/** Makes the buttons of things at "/list/{id}": each does one thing and comes back to the thing, or to `to`. */
export const deedsAt =
  (list: `/${string}`) =>
  (name: string, run: (request: PageRequest, id: string) => Promise<unknown>, to?: string): Page => ({
    method: 'POST',
    path: `${list}/{id}/${name}`,
    run: async (request) => {
      const { id = '' } = request.params
      await run(request, id)
      return { as: 'redirect', to: request.link(to ?? `${list}/${id}`) }
    },
  })

/**
 * An address that somebody asks to be led to, when it is a path of this site, else undefined. Read as a browser reads
 * it: tabs and line ends fall away and "\\" is "/", so "/\t/elsewhere" is another site.
 */
export function ownPath(to: string | null | undefined): string | undefined {
  if (!to?.startsWith('/')) return undefined
  try {
    const { origin, pathname, search, hash } = new URL(to, 'http://own.invalid')
    return origin === 'http://own.invalid' && !pathname.startsWith('//')
      ? `${pathname}${search}${hash}`
      : undefined
  } catch {
    return undefined
  }
}

/** "/projects/A1" in Swedish is "/sv/projects/A1"; Finnish has no prefix. */
export const localPath = (language: Language, path: string): string =>
  language === 'fi' ? path : path === '/' ? `/${language}` : `/${language}${path}`
