const waits = { together: 2_500, alone: 7_000, live: 20_000 } // ms between looks at what others do

/** What a look at the others has told: whether any of them is here. */
type Look = () => Promise<{ others: boolean }>

/**
 * Looks at what others do in the form, while somebody looks at the window. Of a form that is shared the server tells
 * at once when there is something to see; where that does not come through, it is asked every few seconds.
 */
export class DraftWatch {
  readonly #look: Look
  readonly #live: string | undefined
  #stream: EventSource | undefined
  #busy = false
  #again = false
  #next: ReturnType<typeof setTimeout> | undefined
  #ended = false
  /** Whether somebody else was here at the last look. */
  others = false

  /** `live` is where the server tells of a shared form. */
  constructor(look: Look, live?: string) {
    this.#look = look
    this.#live = live
    this.shown()
  }

  /** The window has come into sight, or gone out of it. */
  shown(): void {
    if (document.visibilityState !== 'visible') this.#hush()
    else if (this.#live && (this.#stream?.readyState ?? EventSource.CLOSED) === EventSource.CLOSED) {
      this.#stream = new EventSource(this.#live)
      this.#stream.addEventListener('changed', () => void this.look())
    }
    void this.look()
  }

  async look(): Promise<void> {
    if (this.#ended) return
    if (this.#busy) {
      this.#again = true
      return
    }
    this.#busy = true
    clearTimeout(this.#next)
    if (document.visibilityState === 'visible') {
      try {
        this.others = (await this.#look()).others
      } catch {
        // What cannot be saved is said by the saving; who is here can wait.
      }
    }
    this.#busy = false
    const isLive = this.#stream?.readyState === EventSource.OPEN
    const wait = isLive ? waits.live : this.others ? waits.together : waits.alone
    this.#next = setTimeout(() => void this.look(), this.#again ? 0 : wait)
    this.#again = false
  }

  end(): void {
    this.#ended = true
    this.#hush()
    clearTimeout(this.#next)
  }

  #hush(): void {
    this.#stream?.close()
    this.#stream = undefined
  }
}
