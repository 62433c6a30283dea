import { sameValue } from '../engine/merging/index.ts'
import { type Field, fieldOf, hasFocus, isDirty, isSettled, takeIn } from './draft-field.ts'
import { controlsOf, isKept, labelOf, read, write, written } from './draft-fields.ts'
import { DraftKeeper, hasLeft } from './draft-keeper.ts'
import { ask, type Clash, type Followed, NotTaken, type Trouble } from './draft-line.ts'
import {
  askWhich,
  type Choice,
  clock,
  fill,
  forgetWhich,
  type NoteWords,
  note,
  showPeople,
} from './draft-notes.ts'
import { bringBack } from './draft-return.ts'
import { DraftSender } from './draft-sender.ts'
import { DraftWatch } from './draft-watch.ts'
import { wordsOf } from './words.ts'

const longestStart = 3_000 // ms

type Own =
  | 'saving'
  | 'saved'
  | 'signIn'
  | 'reopen'
  | 'notKept'
  | 'back'
  | 'notSent'
  | 'choose'
  | 'waiting'
  | 'came'
type Words = NoteWords & Record<Trouble | Own, string>

/**
 * Round a form of the server: keeps every key in the browser, saves to the server within two seconds, brings back
 * what a dead window left, shows others' changes and asks where two have changed the same words.
 */
export class DraftForm extends HTMLElement {
  #form!: HTMLFormElement
  #words!: Words
  #keeper!: DraftKeeper
  #sender!: DraftSender
  #fields = new Map<string, Field>()
  #since = 0
  #begun = false
  #starting = Promise.resolve()
  #passing = false
  #watch: DraftWatch | undefined
  #ended = new AbortController()

  connectedCallback(): void {
    const form = this.querySelector('form')
    if (!form) return
    this.#form = form
    // Taken out and put in again elsewhere on the page, it goes on where it was.
    if (this.#ended.signal.aborted) this.#ended = new AbortController()
    if (this.#begun) this.#resume()
    else if (this.dataset.lazy === undefined) this.#start()
    else void this.#startWhenNeeded()
  }

  /** One of many forms on a page: nothing is set going before somebody writes in it, or has left something in it. */
  async #startWhenNeeded(): Promise<void> {
    const { kind = '', subject = '', person = '', draft } = this.dataset
    const begin = (event?: Event) => {
      if (this.#begun || !this.isConnected) return
      this.#start()
      if (event?.type === 'input') this.#typed(event.target as Element)
    }
    const { signal } = this.#ended
    for (const event of ['focusin', 'input', 'submit'])
      this.#form.addEventListener(event, begin, { signal, capture: true })
    // What the browser has put back into the fields by itself counts as typed.
    const restored = [...controlsOf(this.#form).values()].some((c) => !sameValue(read(c), written(c)))
    if (draft || restored || (await hasLeft(person, kind, subject))) begin()
  }

  #start(): void {
    this.#begun = true
    const form = this.#form
    const shared = this.dataset.words ? this : document.querySelector<HTMLElement>('draft-words')
    this.#words = wordsOf<Words>(shared ?? this)
    this.dataset.signIn ??= shared?.dataset.signIn
    const { kind = '', subject = '', person = '', draft, seq = '0', versions, saved } = this.dataset
    this.#since = Number(seq)
    const known = JSON.parse(versions ?? '{}') as Record<string, number>
    for (const [name, controls] of controlsOf(form))
      this.#fields.set(name, fieldOf(name, controls, known[name] ?? 0))
    this.#keeper = new DraftKeeper(person, kind, subject)
    const address = { path: this.#path, language: this.#language, person }
    this.#sender = new DraftSender(draft ?? null, this.#fields, this.#keeper, address, {
      saved: (at) => this.#saved(at),
      took: (field) => {
        forgetWhich(field.controls)
        this.#take(field)
        this.#keep(field)
      },
      clash: (clash) => this.#ask(clash),
      trouble: (why) => this.#inTrouble(why),
    })
    for (const clash of JSON.parse(this.dataset.clashes ?? '[]') as Clash[]) this.#ask(clash)
    form.querySelector('.draft-clashes')?.remove()
    if (saved) this.#saved(saved)
    this.#listen()
    this.#starting = this.#begin()
  }

  #resume(): void {
    this.#listen()
    this.#sender.ready = true
    this.#sender.soon()
    this.#watch = this.#follow()
  }

  disconnectedCallback(): void {
    this.#ended.abort()
    this.#watch?.end()
    if (this.#begun) this.#sender.stop()
  }

  get #language(): string {
    return this.dataset.language ?? 'fi'
  }
  get #path(): string {
    return `${encodeURIComponent(this.dataset.kind!)}/${encodeURIComponent(this.dataset.subject!)}`
  }

  #listen(): void {
    const { signal } = this.#ended
    const on = (target: EventTarget, event: string, run: (event: Event) => void) =>
      target.addEventListener(event, run, { signal })
    for (const event of ['input', 'change']) on(this.#form, event, (e) => this.#typed(e.target as Element))
    on(this.#form, 'focusout', (e) => setTimeout(() => this.#left(e.target as Element)))
    on(this.#form, 'submit', (e) => this.#submit(e as SubmitEvent))
    // Those who are here too are told where one is.
    on(this.#form, 'focusin', () => this.#watch?.others && void this.#watch.look())
    on(document, 'visibilitychange', () => {
      this.#sender.soon()
      this.#watch?.shown()
    })
    on(window, 'online', () => this.#sender.soon())
    on(window, 'focus', () => this.#sender.trouble && this.#sender.soon())
    on(window, 'pagehide', () => this.#farewell())
    on(window, 'pageshow', (e) => (e as PageTransitionEvent).persisted && this.#passing && location.reload())
  }

  async #begin(): Promise<void> {
    await this.#bringBack()
    this.#sender.trouble = undefined
    this.#sender.ready = true
    for (const field of this.#fields.values()) this.#keep(field)
    if (this.#sender.dirty.length > 0) this.#say(this.#words.saving)
    this.#sender.soon()
    this.dataset.ready = ''
    // A window that was closed a moment ago may not have let go of its name yet.
    void this.#keeper.whenGone(() => void this.#bringBack())
    if (!this.#ended.signal.aborted) this.#watch = this.#follow()
  }

  async #bringBack(): Promise<void> {
    const back = await bringBack({
      keeper: this.#keeper,
      fields: this.#fields,
      path: this.#path,
      language: this.#language,
      keep: (field) => this.#keep(field),
      clash: (clash) => this.#ask(clash),
      saved: (saved) => {
        this.#sender.trouble = undefined
        this.#sender.draft = saved.draft
        this.#saved(saved.at)
      },
      trouble: (why) => this.#sender.inTrouble(why),
    })
    if (back.length === 0) return
    this.#tell(fill(this.#words.back, { fields: back.join(', ') }))
    this.#sender.soon()
  }

  #fieldAt = (target: Element): Field | undefined =>
    isKept(target) ? this.#fields.get(target.name) : undefined

  #typed(target: Element): void {
    const field = this.#fieldAt(target)
    if (!field) return
    this.#keep(field)
    if (!isDirty(field)) return
    if (!this.#sender.trouble) this.#say(this.#keeper.failed ? this.#words.notKept : this.#words.saving)
    note(field.controls, 'came', '')
    this.#sender.typed()
  }

  #left(target: Element): void {
    const field = this.#fieldAt(target)
    if (!field) return
    this.#take(field)
    if (isDirty(field)) this.#sender.soon()
  }

  /** The text in the browser is right before anything else happens. */
  #keep(field: Field): void {
    const { name, onto, base, apart } = field
    const kept = {
      text: read(field.controls),
      onto,
      base,
      apart,
      draft: this.#sender?.draft ?? null,
      at: Date.now(),
    }
    if (isDirty(field)) this.#keeper.keep(name, kept)
    else this.#keeper.drop(name)
  }

  #saved(at: string): void {
    const waiting = this.#sender.dirty.length > 0
    this.#say(waiting ? this.#words.saving : fill(this.#words.saved, { time: clock(at, this.#language) }))
    if (!waiting) document.dispatchEvent(new Event('draft-saved'))
  }

  #inTrouble({ trouble, reason }: NotTaken): void {
    const said = fill(this.#words[trouble], { reason })
    if (trouble === 'signedOut') this.#say(said, this.#words.signIn, this.dataset.signIn ?? '/sign-in', true)
    else if (trouble === 'closed') this.#say(said, this.#words.reopen, location.href)
    else this.#say(said)
  }

  /** Two have changed the same words: both texts are shown, and nothing happens until the person has chosen. */
  #ask(clash: Clash): void {
    const field = this.#fields.get(clash.name)
    if (!field) return
    Object.assign(field, { clash: clash.theirs, aside: clash.mine, decided: false, newer: undefined })
    if (this.#keeper) this.#keep(field)
    askWhich(field.controls, clash.mine, clash.theirs, this.#words, this.#language, (choice) =>
      this.#chosen(field, choice),
    )
  }

  #chosen(field: Field, choice: Choice): void {
    const theirs = field.clash
    if (!theirs) return
    const mine = read(field.controls)
    const other = theirs.value ?? ''
    if (choice !== 'mine')
      write(field.controls, choice === 'theirs' ? other : `${String(other)}\n${String(mine)}`)
    isSettled(field)
    forgetWhich(field.controls)
    Object.assign(field, { base: theirs.version, onto: other, apart: false, decided: true })
    this.#keep(field)
    this.#say(this.#words.saving)
    this.#sender.soon()
    field.controls[0]?.focus()
  }

  #take(field: Field): void {
    const { newer } = field
    if (!newer) return
    if (takeIn(field)) {
      const came = { name: newer.by, time: clock(newer.at, this.#language) }
      if (newer.by) note(field.controls, 'came', fill(this.#words.came, came))
      this.#keep(field)
    } else if (newer.by && hasFocus(field))
      note(field.controls, 'came', fill(this.#words.waiting, { name: newer.by }))
  }

  #follow(): DraftWatch {
    const { kind = '', subject = '', shared } = this.dataset
    const at = new URLSearchParams({ kind, subject, client: this.#keeper.client })
    return new DraftWatch(
      async () => {
        const path = `${this.#path}/follow`
        return this.#heard(await ask<Followed>(path, this.#whereabouts(false), this.#language))
      },
      shared === undefined ? undefined : `/drafts/live?${at}`,
    )
  }

  #whereabouts(leaving: boolean): string {
    const active = document.activeElement
    const field = isKept(active) && this.#form.contains(active) ? active.name : undefined
    const draft = this.#sender.draft ?? undefined
    return JSON.stringify({ draft, client: this.#keeper.client, since: this.#since, field, leaving })
  }

  /** Takes in what others have done; answers whether somebody else is here. */
  #heard(told: Followed): { others: boolean } {
    if (told.closed && !this.#passing) {
      this.#sender.inTrouble(new NotTaken('closed'))
      return { others: false }
    }
    this.#sender.draft = told.id
    this.#since = told.seq
    for (const theirs of told.fields) {
      const field = this.#fields.get(theirs.name)
      if (!field || theirs.version <= field.base) continue
      if (field.clash) {
        if (theirs.version > field.clash.version)
          this.#ask({ name: field.name, mine: field.aside ?? '', theirs })
        continue
      }
      field.newer = theirs
      // What is on its way from here is judged by the server first.
      if (!this.#sender.isOnItsWay(field.name)) this.#take(field)
    }
    const others = told.people.filter((who) => who.client !== this.#keeper.client)
    // In one's own draft there is nobody but oneself.
    if (this.dataset.shared !== undefined)
      showPeople(this.#form, this.#fields, others, this.dataset.person ?? '', this.#words)
    return { others: others.length > 0 }
  }

  #farewell(): void {
    if (this.#passing) return
    this.#sender.farewell()
    this.#watch?.end()
    ask(`${this.#path}/follow`, this.#whereabouts(true), this.#language, true).catch(() => undefined)
  }

  #submit(event: SubmitEvent): void {
    const button = event.submitter as HTMLButtonElement | null
    if (button?.dataset.discard !== undefined) {
      this.#passing = true
      for (const name of this.#fields.keys()) this.#keeper.drop(name)
      this.#keeper.keepUnanswered(undefined)
    }
    if (this.#passing) return
    event.preventDefault()
    void this.#send(button)
  }

  /** The form goes to the server when everything in it is there already, and nothing is left to choose. */
  async #send(button: HTMLButtonElement | null): Promise<void> {
    // Sent at once after the first key: what was left behind is still being brought back.
    await Promise.race([this.#starting, new Promise((r) => setTimeout(r, longestStart))])
    const settled = await this.#sender.settle()
    const asked = [...this.#fields.values()].filter((field) => field.clash)
    if (button?.name === 'draft-only') return
    if (asked.length > 0) {
      this.#tell(fill(this.#words.choose, { fields: asked.map((f) => labelOf(f.controls)).join(', ') }))
      asked[0]!.controls[0]?.focus()
      return
    }
    if (!settled) {
      this.#tell(this.#words.notSent)
      return
    }
    const versions = Object.fromEntries([...this.#fields.values()].map((f) => [f.name, f.base]))
    const told = this.#form.querySelector<HTMLInputElement>('input[name=draft]')
    if (told)
      told.value = JSON.stringify({ ...JSON.parse(told.value || '{}'), id: this.#sender.draft, versions })
    this.#passing = true
    // A form does not submit while its submit event is still being told.
    setTimeout(() => this.#form.requestSubmit(button))
  }

  #say(text: string, link?: string, href = '', elsewhere = false): void {
    const line = this.#form.querySelector<HTMLElement>('.draft-said')
    if (!line) return
    line.classList.toggle('trouble', this.#sender.trouble !== undefined)
    line.textContent = text
    if (!link) return
    const anchor = Object.assign(document.createElement('a'), { href, textContent: link })
    if (elsewhere) Object.assign(anchor, { target: '_blank', rel: 'noopener' })
    line.append(' ', anchor)
  }

  /** Something that must be read: above the form, aloud. */
  #tell(text: string): void {
    let box = this.#form.querySelector<HTMLElement>('.draft-told')
    if (!box) {
      box = Object.assign(document.createElement('p'), { className: 'draft-told alert warm' })
      box.setAttribute('role', 'alert')
      this.#form.prepend(box)
    }
    box.textContent = text
  }
}
