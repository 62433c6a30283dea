import type { Value } from './draft-fields.ts'

/** What a window holds of a field and the server does not: the text, and what it was typed onto. */
export type Kept = {
  text: Value
  onto: Value
  base: number
  /** Whether `onto` is not what the server has as `base`. */
  apart: boolean
  draft: string | null
  at: number
}
/** A save that was sent and not answered, word for word. */
export type Unanswered = { body: string; at: number }

const databaseName = 'talkoot-drafts'
const stores = 'kept'
const quietMs = 5_000 // a window that has written nothing for so long may be gone, where nothing tells it for sure

/**
 * Keeps unsaved text in the browser, twice, at every key: in localStorage, which is written before the key's event
 * ends and survives a tab that dies; and in IndexedDB, whose commit reaches the operating system at once and survives
 * a browser that is killed (localStorage is written to disk some seconds later). Each window writes under a name of
 * its own, which it holds as a lock, so that another can tell who is gone and take over what that one left.
 */
export class DraftKeeper {
  readonly client: string
  readonly #prefix: string
  readonly #database: Promise<IDBDatabase | undefined>
  /** Writes that wait for the one before them; a later one of the same name takes its place. */
  readonly #waiting = new Map<string, string | undefined>()
  #writing = false
  /** Windows that were still alive when `left` looked at what they keep. */
  readonly #seen = new Set<string>()
  /** Whether the last write reached neither place. */
  failed = false

  constructor(owner: string, kind: string, subject: string) {
    this.client = newId()
    this.#prefix = prefixOf(owner, kind, subject)
    this.#database = open()
    void navigator.locks?.request(this.#lock(this.client), () => new Promise(() => undefined))
  }

  #lock = (client: string): string => `${this.#prefix}${client}`

  keep(name: string, kept: Kept): void {
    this.#put(`${this.#prefix}${this.client}|f|${name}`, JSON.stringify(kept))
  }

  drop(name: string): void {
    this.#put(`${this.#prefix}${this.client}|f|${name}`, undefined)
  }

  keepUnanswered(sent: Unanswered | undefined): void {
    this.#put(`${this.#prefix}${this.client}|sent`, sent && JSON.stringify(sent))
  }

  /** What windows that are gone have left, the latest first. */
  async left(): Promise<Left[]> {
    const alive = await this.#alive()
    const all = await this.#all()
    const left = new Map<string, Left>()
    for (const [key, written] of all) {
      const [client = '', what, ...rest] = key.slice(this.#prefix.length).split('|')
      if (client === this.client || what === 'last') continue
      if (alive.has(client) || (!navigator.locks && at(written) > Date.now() - quietMs)) {
        this.#seen.add(client)
        continue
      }
      const of = left.get(client) ?? { client, fields: new Map(), unanswered: undefined }
      left.set(client, of)
      if (what === 'sent') of.unanswered = JSON.parse(written) as Unanswered
      else of.fields.set(rest.join('|'), JSON.parse(written) as Kept)
    }
    const age = (of: Left) => Math.max(of.unanswered?.at ?? 0, ...[...of.fields.values()].map((k) => k.at))
    return [...left.values()].sort((a, b) => age(b) - age(a))
  }

  /** Forgets what another window left, when it is taken over. */
  forget(left: Left, name?: string): void {
    const own = `${this.#prefix}${left.client}|`
    if (name !== undefined) this.#put(`${own}f|${name}`, undefined)
    else this.#put(`${own}sent`, undefined)
  }

  /** The windows that hold their names now; none where locks are not to be had (a page that is not on https). */
  async #alive(): Promise<Set<string>> {
    const { held = [] } = (await navigator.locks?.query()) ?? {}
    const own = held.filter((lock) => lock.mode === 'exclusive' && lock.name?.startsWith(this.#prefix))
    return new Set(own.map((lock) => lock.name!.slice(this.#prefix.length)))
  }

  /** Runs each time that a window which has this form open now goes, and what it left can be taken over. */
  async whenGone(run: () => void): Promise<void> {
    if (!navigator.locks) {
      setTimeout(run, quietMs + 1_000)
      return
    }
    // One that was alive when `left` looked may have gone since.
    for (const client of new Set([...this.#seen, ...(await this.#alive())]))
      if (client !== this.client) void navigator.locks.request(this.#lock(client), { mode: 'shared' }, run)
  }

  async #all(): Promise<Map<string, string>> {
    const all = await this.#inDatabase()
    try {
      for (let i = 0; i < localStorage.length; i++) {
        const key = localStorage.key(i)
        if (!key?.startsWith(this.#prefix)) continue
        const written = localStorage.getItem(key)!
        // What a killed browser had already dropped may stand here again: IndexedDB knows until when it is right.
        const last = all.get(`${this.#prefix}${key.slice(this.#prefix.length).split('|')[0]}|last`)
        const known = all.get(key) ?? last
        if (!known || at(known) < at(written)) all.set(key, written)
      }
    } catch {
      // Storage is forbidden in this browser: what IndexedDB has is all there is.
    }
    return all
  }

  async #inDatabase(): Promise<Map<string, string>> {
    const all = new Map<string, string>()
    const database = await this.#database
    if (!database) return all
    const range = IDBKeyRange.bound(this.#prefix, `${this.#prefix}\uffff`)
    const store = database.transaction(stores).objectStore(stores)
    const [keys, texts] = await Promise.all([
      done<IDBValidKey[]>(store.getAllKeys(range)),
      done<string[]>(store.getAll(range)),
    ])
    for (const [i, key] of keys.entries()) all.set(String(key), texts[i]!)
    // The marks of windows that are long gone.
    const old = Date.now() - 30 * 86_400_000
    for (const [key, written] of all)
      if (key.endsWith('|last') && at(written) < old) this.#put(key, undefined)
    return all
  }

  #put(key: string, written: string | undefined): void {
    let kept = written === undefined
    try {
      if (written === undefined) localStorage.removeItem(key)
      else localStorage.setItem(key, written)
      kept = true
    } catch {
      // Full or forbidden: the other place has it.
    }
    this.failed = !kept
    this.#waiting.set(key, written)
    if (!this.#writing) void this.#write(kept)
  }

  async #write(kept: boolean): Promise<void> {
    this.#writing = true
    const database = await this.#database
    while (this.#waiting.size > 0) {
      const batch = [...this.#waiting]
      this.#waiting.clear()
      try {
        if (!database) throw new Error('no database')
        const transaction = database.transaction(stores, 'readwrite')
        const store = transaction.objectStore(stores)
        for (const [key, written] of batch) {
          if (written === undefined) store.delete(key)
          else store.put(written, key)
        }
        store.put(JSON.stringify({ at: Date.now() }), `${this.#prefix}${this.client}|last`)
        transaction.commit?.()
        await new Promise((resolve, reject) => {
          transaction.oncomplete = resolve
          transaction.onabort = reject
        })
        this.failed = false
      } catch {
        this.failed = !kept
      }
    }
    this.#writing = false
  }
}

let atHand: Promise<readonly string[]> | undefined

/** Whether a window has left something of a form in this browser; all forms of a page look once. */
export async function hasLeft(owner: string, kind: string, subject: string): Promise<boolean> {
  atHand ??= keysAtHand()
  const prefix = prefixOf(owner, kind, subject)
  return (await atHand).some((key) => key.startsWith(prefix) && !key.endsWith('|last'))
}

async function keysAtHand(): Promise<readonly string[]> {
  const keys: string[] = []
  try {
    keys.push(...Object.keys(localStorage))
    const database = await open()
    const store = database?.transaction(stores).objectStore(stores)
    if (store) keys.push(...(await done<IDBValidKey[]>(store.getAllKeys())).map(String))
    database?.close()
  } catch {
    // Storage is forbidden in this browser, or gone: nothing was left.
  }
  return keys
}

const prefixOf = (owner: string, kind: string, subject: string): string =>
  `talkoot-draft|${owner}|${kind}|${subject}|`

export type Left = { client: string; fields: Map<string, Kept>; unanswered: Unanswered | undefined }

const at = (written: string): number => (JSON.parse(written) as { at?: number }).at ?? 0

const done = <T>(request: IDBRequest): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result as T)
    request.onerror = () => reject(request.error)
  })

async function open(): Promise<IDBDatabase | undefined> {
  try {
    const request = indexedDB.open(databaseName, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(stores)
    return await done<IDBDatabase>(request)
  } catch {
    return undefined
  }
}

/** A random UUID; `crypto.randomUUID` is there only on https. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
