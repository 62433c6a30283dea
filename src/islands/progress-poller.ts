import { fetchFragment } from './fragment.ts'

const pause = 1000 // ms between questions; doubled up to eight times while the server does not answer

/** Asks the page for its own progress and shows it; goes on when the work is done. */
export class ProgressPoller extends HTMLElement {
  #timer: ReturnType<typeof setTimeout> | undefined

  connectedCallback(): void {
    this.#wait(pause)
  }

  disconnectedCallback(): void {
    clearTimeout(this.#timer)
  }

  #wait(ms: number): void {
    if (this.dataset.finished) return
    this.#timer = setTimeout(() => void this.#ask(ms), ms)
  }

  async #ask(waited: number): Promise<void> {
    try {
      const fresh = await fetchFragment(location.href, this.id)
      // The page has moved on to what comes after the work.
      if (!fresh) return location.reload()
      if (fresh.dataset.finished)
        return fresh.dataset.then ? location.assign(fresh.dataset.then) : location.reload()
      this.replaceChildren(...fresh.childNodes)
      this.#wait(pause)
    } catch {
      this.#wait(Math.min(waited * 2, pause * 8))
    }
  }
}
