import type { ClientRequest } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { newId } from '../src/kernel/id.ts'
import type { Attacker } from '../test/attack/target.ts'
import { answersOf, prose, type Sections } from './deadline-answers.ts'
import { type Answered, ask, hold } from './deadline-line.ts'

type Value = string | readonly string[]
export type Kind = 'save' | 'follow' | 'task list' | 'section page' | 'check page' | 'submit'
export type Measured = { kind: Kind; took: number }
/** What was saved before it was sent. */
export type Submitted = Answered & { saved: ReadonlyMap<string, Value> }

/** What all applicants write down together. */
export type Book = { times: Measured[]; errors: string[] }

/** One person with one application: opens pages, types, follows the form, sends it. */
export class Applicant {
  readonly n: number
  readonly who: Attacker
  readonly url: string
  readonly book: Book
  application = ''
  /** By field: what was said to be saved since it was last sent. */
  readonly saved = new Map<string, Value>()
  readonly sendings: Submitted[] = []
  readonly #versions = new Map<string, number>()
  readonly #drafts = new Map<string, string>()
  readonly #client = newId()
  #stream: ClientRequest | undefined
  #ended = false

  constructor(n: number, who: Attacker, url: string, book: Book) {
    this.n = n
    this.who = who
    this.url = url
    this.book = book
  }

  get #headers() {
    return { cookie: this.who.cookie, origin: this.url }
  }

  async #ask(kind: Kind, path: string, body?: { type: string; content: string }, good = [200]) {
    const began = performance.now()
    try {
      const answer = await ask(this.url + path, this.#headers, body)
      this.book.times.push({ kind, took: performance.now() - began })
      if (!good.includes(answer.status))
        this.book.errors.push(`${kind} ${answer.status} ${answer.text.slice(0, 200)}`)
      return answer
    } catch (error) {
      this.book.errors.push(`${kind} ${(error as Error).message}`)
      return undefined
    }
  }

  async begin(call: string): Promise<void> {
    const body = { type: 'application/json', content: JSON.stringify({ language: 'fi' }) }
    const answer = await ask(`${this.url}/api/calls/${call}/applications`, this.#headers, body)
    if (answer.status !== 200) throw new Error(`begin: ${answer.status} ${answer.text}`)
    this.application = (JSON.parse(answer.text) as { id: string }).id
  }

  /** Fills in all sections but those named. */
  async fill(but: readonly string[] = []): Promise<void> {
    const sections: Sections = answersOf(this.n)
    for (const [section, fields] of Object.entries(sections))
      if (!but.includes(section)) await this.save(section, Object.entries(fields))
  }

  #draftPath = (section: string) => `/api/drafts/application.section/${this.application}.${section}`

  /** Keeps fields as the page does: each onto the version that it was typed onto. */
  async save(section: string, fields: readonly (readonly [name: string, value: Value])[]): Promise<void> {
    const draft = this.#drafts.get(section)
    const content = JSON.stringify({
      ...(draft && { draft }),
      operation: newId(),
      person: this.who.id,
      client: this.#client,
      fields: fields.map(([name, value]) => ({ name, value, base: this.#versions.get(name) ?? 0 })),
    })
    const path = this.#draftPath(section)
    const answer = await this.#ask('save', path, { type: 'application/json', content })
    if (answer?.status !== 200) return
    const told = JSON.parse(answer.text) as {
      draft: string
      fields: { name: string; version: number }[]
      conflicts: unknown[]
    }
    if (told.conflicts.length > 0)
      this.book.errors.push(`a conflict with nobody: ${answer.text.slice(0, 200)}`)
    this.#drafts.set(section, told.draft)
    for (const { name, version } of told.fields) this.#versions.set(name, version)
    for (const [name, value] of fields) this.saved.set(name, value)
  }

  async open(section: string): Promise<void> {
    await this.#ask('section page', `/applications/${this.application}/sections/${section}`)
    this.#stream?.destroy()
    const at = new URLSearchParams({
      kind: 'application.section',
      subject: `${this.application}.${section}`,
      client: this.#client,
    })
    this.#stream = hold(`${this.url}/drafts/live?${at}`, this.#headers)
  }

  follow(section: string) {
    const content = JSON.stringify({ client: this.#client, since: 0, leaving: false })
    return this.#ask('follow', `${this.#draftPath(section)}/follow`, { type: 'application/json', content })
  }

  /**
   * Works until the time: opens a section, types in it for some seconds, with a save every 1.2 s, thinks, goes back to
   * the task list and opens the next.
   */
  async work(until: number, random: () => number): Promise<void> {
    const places = [
      ['need', 'need'],
      ['objectives', 'horizontal'],
      ['summary', 'summary'],
      ['budget', 'budget-grounds'],
    ] as const
    const time = () => !this.#ended && Date.now() < until
    await pause(random() * 15_000)
    for (let round = 0; time(); round++) {
      const [section, field] = places[(this.n + round) % places.length]!
      await this.open(section)
      await this.follow(section)
      let text = prose(this.n + round, 700)
      for (let i = 0; i < 5 && time(); i++) {
        text += ` ${newId().slice(-12)} kirjoitettu ääkkösin`
        await this.save(section, [[field, text]])
        await pause(1_200)
      }
      if (time()) await pause(6_000 + random() * 8_000)
      if (time()) await this.#ask('task list', `/applications/${this.application}`)
    }
    if (!this.#ended) this.leave()
  }

  /** Looks at what is missing and sends at that time, as the button of the page does. */
  async submitAt(time: number, look = true): Promise<void> {
    await pause(Math.max(0, time - 4_000 - Date.now()))
    if (look) await this.#ask('check page', `/applications/${this.application}/submit`)
    await pause(Math.max(0, time - Date.now()))
    const answer = await this.#ask(
      'submit',
      `/applications/${this.application}/submit`,
      { type: 'application/x-www-form-urlencoded', content: '' },
      [302, 303, 409],
    )
    if (!answer) return
    this.sendings.push({ ...answer, saved: new Map(this.saved) })
    if (answer.status === 409) return
    // The drafts have ended: what is typed from now on begins new ones.
    for (const of of [this.saved, this.#drafts, this.#versions]) of.clear()
  }

  leave(): void {
    this.#ended = true
    this.#stream?.destroy()
  }
}
