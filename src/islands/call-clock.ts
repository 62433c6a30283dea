const second = 1000
const units = [
  ['days', 86_400],
  ['hours', 3_600],
  ['minutes', 60],
  ['seconds', 1],
] as const

/**
 * Time left until an instant by the server's clock, ticking: how far this device's clock is from the server's is read
 * once, when the page comes. Without script the page says the time left when it was made.
 */
export class CallClock extends HTMLElement {
  #timer: ReturnType<typeof setInterval> | undefined

  connectedCallback(): void {
    const { now, until, words } = this.dataset
    const said = this.querySelector('.call-left')
    if (!now || !until || !words || !said) return
    const ahead = Date.now() - Date.parse(now)
    const forms = JSON.parse(words) as Record<string, [one: string, many: string]>
    const tick = () => {
      const left = Math.floor((Date.parse(until) - (Date.now() - ahead)) / second)
      if (left <= 0) {
        clearInterval(this.#timer)
        said.textContent = this.dataset.over ?? ''
        return
      }
      said.textContent = (this.dataset.say ?? '{time}').replace('{time}', spanIn(left, forms))
    }
    tick()
    this.#timer = setInterval(tick, second)
  }

  disconnectedCallback(): void {
    clearInterval(this.#timer)
  }
}

/** The two largest units: "3 days 4 hours", at the end "59 seconds". */
function spanIn(seconds: number, forms: Record<string, [one: string, many: string]>): string {
  let rest = seconds
  const parts = units.flatMap(([unit, size]) => {
    const n = Math.floor(rest / size)
    rest -= n * size
    const [one, many] = forms[unit] ?? ['', '']
    return n === 0 ? [] : [n === 1 ? one : many.replace('{n}', String(n))]
  })
  return parts.slice(0, 2).join(' ')
}
