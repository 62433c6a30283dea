import type { Told } from '../engine/portfolio/index.ts'
import { fetchFragment, isAbort } from './fragment.ts'
import { createSolver, type Solver } from './portfolio-solver.ts'
import { RoomLive } from './selection-live.ts'
import { morph } from './selection-morph.ts'
import { draggableOrder } from './selection-order.ts'
import { fill, paint, type RoomWords } from './selection-paint.ts'
import { type Drag, dragged, dragOf, type RoomProblem } from './selection-problem.ts'
import { wordsOf } from './words.ts'

/** Portfolios that the browser asks for: only the core indexes are painted. */
const listed = 50
/** Seconds that the worker has while a hand does not rest; then it tells what exchanges alone prove. */
const patience = 20
const first = 400 // ms before the server is asked again for what it still computes; each time half as long again
const silence = 1_200 // ms between two summaries that are read aloud

/**
 * The room of a selection meeting while it is looked at: dragging solves in a worker and repaints at once; when the
 * hand rests, the server draws all the rest. What the meeting says reaches the window by `RoomLive`.
 */
export class SelectionRoom extends HTMLElement {
  #solver: Solver | undefined
  #live: RoomLive | undefined
  #loading: AbortController | undefined
  #words!: RoomWords
  #problem!: RoomProblem
  #again: ReturnType<typeof setTimeout> | undefined
  #wait = first
  #saying: ReturnType<typeof setTimeout> | undefined
  #dragging = false
  /** What is to be painted in the next frame: what is known, and when the hand moved that asked for it. */
  #heard: { told: Told; since: number } | undefined
  /** The address is about to become another: what changes meanwhile waits for that. */
  #moving = false
  #missed = false

  connectedCallback(): void {
    this.#words = wordsOf<RoomWords>(this)
    this.#read()
    const worker = document.querySelector<HTMLMetaElement>('meta[name="solver"]')?.content
    if (worker) this.#solver = createSolver(worker)
    this.addEventListener('input', this.#slide)
    this.addEventListener('change', this.#rest)
    this.addEventListener('submit', this.#submit)
    this.addEventListener('click', this.#follow)
    draggableOrder(
      this,
      (order) => this.#drag({ of: 'rank', order }),
      (order) => this.#settle('rank', order.join('.')),
    )
    this.#askAgain()
    if (this.dataset.selection && this.dataset.closed === undefined)
      this.#live = new RoomLive(
        this.dataset.selection,
        () => this.#changed(),
        (isOn) => this.#state(isOn ? '' : this.#words.off),
      )
  }

  disconnectedCallback(): void {
    this.#solver?.close()
    this.#live?.end()
    this.#loading?.abort()
    clearTimeout(this.#again)
  }

  #read(): void {
    this.#problem = JSON.parse(this.dataset.problem ?? '{"budgets":[],"weights":[]}') as RoomProblem
  }

  /** A slider moves: the worker answers, the room follows. */
  #slide = (event: Event): void => {
    const slider = event.target as HTMLInputElement
    const drag = slider.dataset.slide && dragOf(slider.dataset.slide, slider.valueAsNumber)
    if (!drag) return
    keepApart(slider)
    const typed = this.querySelector<HTMLInputElement>(`[name="${CSS.escape(slider.dataset.slide!)}"]`)
    if (typed) typed.value = slider.valueAsNumber.toLocaleString('fi-FI')
    this.#drag(drag)
  }

  #drag(drag: Drag): void {
    this.#dragging = true
    this.classList.add('is-dragged')
    this.#problem = dragged(this.#problem, drag)
    this.#showLimits(this.#limits())
    const since = performance.now()
    this.#solver?.ask({ problem: this.#problem, list: listed, seconds: patience }, (told) =>
      this.#hear(told, since),
    )
  }

  /** Answers are painted at most once a frame, the newest of them. */
  #hear(told: Told, since: number): void {
    if (told.kind === 'answer' || (told.kind === 'progress' && told.result)) {
      if (!this.#heard) requestAnimationFrame(() => this.#show())
      this.#heard = { told, since }
    }
  }

  #show(): void {
    const { told, since } = this.#heard!
    this.#heard = undefined
    // The hand rests: what the server draws is newer than this.
    if (!this.#dragging) return
    const result =
      told.kind === 'progress'
        ? told.result
        : told.kind === 'answer' && 'result' in told.answer
          ? told.answer.result
          : undefined
    if (result) {
      const counts = paint(this, result, this.#limits(), this.#words)
      this.#state(result.status === 'exact' ? '' : this.#words.interim)
      if (counts) this.#say(fill(this.#words.summary, counts))
      performance.mark('room-painted', { detail: { status: result.status, since } })
    } else {
      this.#state(this.#words.contradiction)
      this.#say(this.#words.contradiction)
    }
  }

  /** The hand rests: the address takes what was dragged, and the server draws the room by it. */
  #rest = (event: Event): void => {
    const slider = event.target as HTMLInputElement
    if (!slider.dataset.slide) return
    this.#settle(slider.dataset.slide, slider.value)
  }

  #settle(name: string, value: string): void {
    this.#dragging = false
    this.classList.remove('is-dragged')
    const url = new URL(location.href)
    url.searchParams.set(name, value)
    void this.#load(url.href, true)
  }

  #limits = (): Record<string, number> =>
    Object.fromEntries(this.#problem.budgets.map(({ id, limit }) => [id, Math.round(Number(limit) * 100)]))

  #showLimits(limits: Record<string, number>): void {
    for (const budget of this.querySelectorAll<HTMLElement>('[data-budget]')) {
      const most = Number(budget.dataset.most)
      const share = `${most > 0 ? Math.round((limits[budget.dataset.budget!]! / most) * 1000) / 10 : 0}%`
      budget.querySelector('[data-there]')?.setAttribute('width', share)
      budget.querySelector('[data-end]')?.setAttribute('x', share)
    }
    for (const row of this.querySelectorAll<HTMLElement>('[data-criterion]')) {
      const [low, high] = [...row.querySelectorAll<HTMLInputElement>('[data-slide]')].map(
        (s) => s.valueAsNumber,
      )
      if (low === undefined || high === undefined || !row.contains(document.activeElement)) continue
      const bar = row.querySelector('[data-interval]')
      bar?.setAttribute('x', `${low}%`)
      bar?.setAttribute('width', `${Math.max(0.8, high - low)}%`)
      const said = row.querySelector('[data-range]')
      if (said) said.textContent = fill(this.#words.range, { low, high })
    }
  }

  /** Forms: a question is asked of the server in place; a deed is done, and the room drawn as it is after it. */
  #submit = (event: SubmitEvent): void => {
    const form = event.target as HTMLFormElement
    const data = new FormData(form, event.submitter)
    const action =
      (event.submitter?.getAttribute('formaction') ?? form.getAttribute('action')) || location.href
    // The meeting ends: its record is another page. Or what was typed is still being kept, and is sent after that.
    if (form.dataset.leaves !== undefined || event.defaultPrevented) return
    event.preventDefault()
    if (form.method === 'get') {
      const url = new URL(action, location.href)
      url.search = questionOf(form, data).toString()
      void this.#load(url.href, true)
    } else void this.#post(form, action, data)
  }

  /** A step back to what the meeting says, or out of one supposition, needs no new page. */
  #follow = (event: MouseEvent): void => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('.sel-supposed a')
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    void this.#load(link.href, true)
  }

  async #post(form: HTMLFormElement, action: string, data: FormData): Promise<void> {
    const body = new URLSearchParams([...data].map(([name, value]) => [name, String(value)]))
    const answer = await fetch(action, { method: 'POST', body, redirect: 'manual' }).catch(() => undefined)
    if (!answer) return this.#state(this.#words.off)
    // Its draft has ended, or is as the server answers it: the form begins anew.
    form.closest('draft-form')?.setAttribute('data-sent', '')
    if (answer.type === 'opaqueredirect') {
      form.reset()
      const back = data.get('back')
      return this.#load(typeof back === 'string' ? localised(back) : location.href, typeof back === 'string')
    }
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const fresh = page.getElementById(this.id)
    if (fresh) this.#put(fresh)
    else form.submit()
    this.querySelector<HTMLElement>('[role="alert"]')?.scrollIntoView({ block: 'center' })
  }

  #changed(): void {
    if (this.#dragging || this.#moving) this.#missed = true
    else void this.#load(location.href, false)
  }

  async #load(href: string, moves: boolean): Promise<void> {
    this.#loading?.abort()
    const mine = new AbortController()
    this.#loading = mine
    this.#moving = moves
    try {
      const before = this.dataset.revision
      const fresh = await fetchFragment(href, this.id, mine.signal)
      if (!fresh) return location.assign(href)
      if (this.#dragging) {
        this.#moving = false
        this.#missed = true
        return
      }
      // Before anything is known, what stands here is better than nothing.
      if (fresh.dataset.waiting === 'all' && this.querySelector('[data-list]')) {
        this.dataset.waiting = 'all'
        this.#askAgain()
      } else {
        this.#solver?.cancel()
        this.#put(fresh)
      }
      if (moves) history.replaceState(null, '', href)
      for (const link of document.querySelectorAll<HTMLAnchorElement>('.language a'))
        link.search = location.search
      this.#state('')
      if (before !== this.dataset.revision) this.#say(this.#words.changed)
    } catch (error) {
      if (isAbort(error)) return
      this.#state(this.#words.off)
    }
    this.#moving = false
    if (this.#missed && !this.#dragging) {
      this.#missed = false
      void this.#load(location.href, false)
    }
  }

  /** What the server still computes is asked for again, until it is whole. */
  #askAgain(): void {
    clearTimeout(this.#again)
    if (this.dataset.waiting === undefined) this.#wait = first
    else {
      this.#again = setTimeout(() => this.#changed(), this.#wait)
      this.#wait *= 1.5
    }
  }

  #put(fresh: Element): void {
    const held = document.activeElement
    morph(this, fresh)
    if (held instanceof HTMLElement && held !== document.activeElement && this.contains(held))
      held.focus({ preventScroll: true })
    this.#read()
    this.#askAgain()
    if (this.dataset.closed !== undefined) this.#live?.end()
  }

  #state(words: string): void {
    const state = this.querySelector<HTMLElement>('[data-state]')
    if (state && state.textContent !== words) state.textContent = words
  }

  /** Said to who cannot see it, when it has rested for a moment. */
  #say(words: string): void {
    clearTimeout(this.#saying)
    this.#saying = setTimeout(() => {
      const said = this.querySelector('[data-said]')
      if (said) said.textContent = words
    }, silence)
  }
}

/** The ends of an interval never cross: the other one is pushed along. */
function keepApart(slider: HTMLInputElement): void {
  const [low, high] = [...(slider.parentElement?.querySelectorAll<HTMLInputElement>('[data-slide]') ?? [])]
  if (!low || !high || low.valueAsNumber <= high.valueAsNumber) return
  if (slider === low) high.value = low.value
  else low.value = high.value
}

/** The fields that ask for something: of those that show what is so, only the ones that were changed or asked before. */
function questionOf(form: HTMLFormElement, data: FormData): URLSearchParams {
  const before = new URLSearchParams(location.search)
  const isDrawn = (name: string, value: string) =>
    form.id === 'sel-try' &&
    !before.has(name) &&
    [...form.elements].some(
      (field) => field instanceof HTMLInputElement && field.name === name && field.defaultValue === value,
    )
  const asked = [...data].flatMap(([name, value]) =>
    typeof value === 'string' && value !== '' && !isDrawn(name, value) ? [[name, value]] : [],
  )
  const last = new Map(asked.filter(([name]) => name === 'rank').map((pair) => [pair[0], pair]))
  return new URLSearchParams(asked.filter((pair) => pair[0] !== 'rank' || last.get('rank') === pair))
}

/** A path of ours in the language of this page. */
const localised = (path: string): string => {
  const { lang } = document.documentElement
  return lang === 'fi' ? path : `/${lang}${path}`
}
