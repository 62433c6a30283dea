const again = 3_000 // ms before a broken connection is tried again
const look = 20_000 // ms between looks, in case a telling was missed

/**
 * Hears when a meeting has moved on, while somebody looks at the window. What was missed while it was hidden or the
 * connection was away is caught up with at once when it is back.
 */
export class RoomLive {
  readonly #address: string
  readonly #changed: () => void
  readonly #state: (isOn: boolean) => void
  #stream: EventSource | undefined
  #retry: ReturnType<typeof setTimeout> | undefined
  readonly #looking: ReturnType<typeof setInterval>
  #wasOff = false

  constructor(selection: string, changed: () => void, state: (isOn: boolean) => void) {
    this.#address = `/selections/live?selection=${selection}`
    this.#changed = changed
    this.#state = state
    document.addEventListener('visibilitychange', this.#shown)
    this.#looking = setInterval(() => {
      if (document.visibilityState === 'visible' && this.#stream?.readyState !== EventSource.OPEN)
        this.#changed()
    }, look)
    this.#open()
  }

  end(): void {
    document.removeEventListener('visibilitychange', this.#shown)
    clearInterval(this.#looking)
    this.#hush()
  }

  #shown = (): void => {
    if (document.visibilityState !== 'visible') {
      this.#hush()
      this.#wasOff = true
    } else if (!this.#stream) this.#open()
  }

  #open(): void {
    const stream = new EventSource(this.#address)
    this.#stream = stream
    stream.addEventListener('open', () => {
      this.#state(true)
      if (this.#wasOff) this.#changed()
      this.#wasOff = false
    })
    stream.addEventListener('changed', () => this.#changed())
    stream.addEventListener('error', () => {
      this.#hush()
      this.#wasOff = true
      this.#state(false)
      this.#retry = setTimeout(() => this.#open(), again)
    })
  }

  #hush(): void {
    clearTimeout(this.#retry)
    this.#stream?.close()
    this.#stream = undefined
  }
}
