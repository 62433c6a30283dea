import { sameValue } from '../engine/merging/index.ts'
import { type Change, changeOf, type Field, isDirty, isSaved } from './draft-field.ts'
import { type DraftKeeper, newId } from './draft-keeper.ts'
import { ask, type Clash, fitsFarewell, NotTaken, type Saved, type Trouble } from './draft-line.ts'

const pause = 700 // ms without a key before saving
const longest = 1_500 // ms from the first unsaved key
const backoff = { first: 1_000, most: 15_000 } // ms

/** What was sent and is not answered: sent again word for word until it is. */
type Outgoing = { body: string; operation: string; fields: readonly Change[] }

/** What the form does when the server has answered, or has not. */
export type Hears = {
  saved: (at: string) => void
  took: (field: Field) => void
  clash: (clash: Clash) => void
  trouble: (why: NotTaken) => void
}

/**
 * Sends what has changed to the server: one save after another, so that each builds on the answer to the one before,
 * within a second and a half of the first key, and again and again until it is answered.
 */
export class DraftSender {
  draft: string | null
  trouble: Trouble | undefined
  /** Waits until what dead windows have left is brought back. */
  ready = false
  readonly #fields: ReadonlyMap<string, Field>
  readonly #keeper: DraftKeeper
  readonly #address: { path: string; language: string; person: string }
  readonly #hears: Hears
  #outgoing: Outgoing | undefined
  #sending: Promise<void> | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #firstKey = 0
  #wait = backoff.first

  constructor(
    draft: string | null,
    fields: ReadonlyMap<string, Field>,
    keeper: DraftKeeper,
    address: { path: string; language: string; person: string },
    hears: Hears,
  ) {
    this.draft = draft
    this.#fields = fields
    this.#keeper = keeper
    this.#address = address
    this.#hears = hears
  }

  stop(): void {
    this.ready = false
    clearTimeout(this.#timer)
  }

  get dirty(): Field[] {
    return [...this.#fields.values()].filter(isDirty)
  }

  isOnItsWay = (name: string): boolean => this.#outgoing?.fields.some((c) => c.name === name) ?? false

  typed(): void {
    this.#firstKey ||= Date.now()
    this.soon(Math.max(0, Math.min(pause, this.#firstKey + longest - Date.now())))
  }

  soon(ms = 0): void {
    if (!this.ready) return
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.save(), ms)
  }

  async save(): Promise<void> {
    if (!this.ready) return
    if (this.#sending) return this.#sending
    const changed = this.dirty
    if (!this.#outgoing && changed.length === 0) return
    this.#outgoing ??= this.#compose(changed.map(changeOf))
    this.#firstKey = 0
    this.#sending = this.#send(this.#outgoing)
    await this.#sending
    this.#sending = undefined
    if (!this.trouble && this.dirty.length > 0) this.soon(pause)
  }

  /** Saves until the server has everything; answers whether it came to that. */
  async settle(): Promise<boolean> {
    for (let round = 0; round < 3; round++) {
      if (this.#sending) await this.#sending
      await this.save()
      if (this.trouble || this.dirty.length === 0) break
    }
    return this.trouble === undefined && this.dirty.length === 0
  }

  /** The page goes: what is not saved is sent in a request that outlives it, and stays in the browser all the same. */
  farewell(): void {
    if (!this.ready) return
    const before = this.#outgoing
    const changes = this.dirty.map(changeOf)
    const told = (c: Change) => before?.fields.some((b) => b.name === c.name && sameValue(b.value, c.value))
    if (changes.every(told)) return
    const again = before?.fields.filter((b) => !changes.some((c) => c.name === b.name)) ?? []
    const all = [...changes, ...again].map((c) => {
      const sent = before?.fields.find((b) => b.name === c.name)?.value
      return sent === undefined ? c : { ...c, sent }
    })
    const last = this.#compose(all, before?.operation)
    this.#outgoing = last
    if (!fitsFarewell(last.body)) return
    ask(this.#address.path, last.body, this.#address.language, true).catch(() => undefined)
  }

  /** The text of a save is in the browser before it is sent. */
  #compose(fields: readonly Change[], unsure?: string): Outgoing {
    const operation = newId()
    const { person } = this.#address
    const known = this.draft ? { draft: this.draft } : {}
    const body = JSON.stringify({ ...known, operation, person, client: this.#keeper.client, unsure, fields })
    this.#keeper.keepUnanswered({ body, at: Date.now() })
    return { body, operation, fields }
  }

  #done(): void {
    this.#outgoing = undefined
    this.#keeper.keepUnanswered(undefined)
  }

  async #send({ body, fields }: Outgoing): Promise<void> {
    try {
      const saved = await ask<Saved>(this.#address.path, body, this.#address.language)
      this.#done()
      this.#answered(saved, fields)
    } catch (error) {
      if (!(error instanceof NotTaken)) throw error
      this.inTrouble(error)
    }
  }

  #answered(saved: Saved, sent: readonly Change[]): void {
    this.trouble = undefined
    this.#wait = backoff.first
    this.draft = saved.draft
    for (const done of saved.fields) {
      const field = this.#fields.get(done.name)
      const change = sent.find((c) => c.name === done.name)
      if (!field || !change) continue
      isSaved(field, change.value, done.version, done.value, saved.at)
      this.#hears.took(field)
    }
    for (const clash of saved.conflicts) this.#hears.clash(clash)
    this.#hears.saved(saved.at)
  }

  inTrouble(why: NotTaken): void {
    this.trouble = why.trouble
    // What the server will never take is not sent again; the text stays in the browser.
    const never = why.trouble === 'refused' || why.trouble === 'closed'
    if (never) this.#done()
    this.#hears.trouble(why)
    if (never) return
    this.soon(this.#wait)
    this.#wait = Math.min(this.#wait * 2, backoff.most)
  }
}
