import { plainKey } from './keys.ts'

/** What one moves between: pairs to settle, or links of what waits for one. */
const steps = '.pair, a.turn'

/**
 * The queue of pairs by keys: one moves from pair to pair and settles the one in focus with its own buttons, so keys
 * do nothing that the page does not do without them. The box for all pairs ticks them where one can see it.
 */
export class PairQueue extends HTMLElement {
  connectedCallback(): void {
    document.addEventListener('keydown', this.#press)
    this.addEventListener('change', this.#tick)
    // The browser has scrolled to the pair of the address; the focus belongs there too.
    if (location.hash.startsWith('#p-'))
      this.querySelector<HTMLElement>(`[id="${location.hash.slice(1)}"]`)?.focus()
  }

  disconnectedCallback(): void {
    document.removeEventListener('keydown', this.#press)
  }

  #press = (event: KeyboardEvent): void => {
    const key = plainKey(event)
    if (key === undefined) return
    const pair = document.activeElement?.closest<HTMLElement>(steps) ?? undefined
    // Arrows scroll the page for who only reads: they move pairs once one is in focus.
    const arrows = pair !== undefined && document.activeElement === pair
    if (key === 'j' || (key === 'ArrowDown' && arrows)) this.#move(pair, 1)
    else if (key === 'k' || (key === 'ArrowUp' && arrows)) this.#move(pair, -1)
    else if (key === 'u') document.querySelector<HTMLButtonElement>('[data-undo]')?.click()
    else if (key === 'm') pair?.querySelector<HTMLButtonElement>('button[value="same"]')?.click()
    else if (key === 'e') pair?.querySelector<HTMLButtonElement>('button[value="different"]')?.click()
    else if (key === 'x') pair?.querySelector<HTMLInputElement>('.tick input')?.click()
    else if (key === 'o') pair?.querySelector<HTMLElement>('details')?.toggleAttribute('open')
    else return
    event.preventDefault()
  }

  #move(from: HTMLElement | undefined, step: 1 | -1): void {
    const pairs = [...this.querySelectorAll<HTMLElement>(steps)]
    const at = from ? pairs.indexOf(from) + step : 0
    const next = pairs[Math.min(pairs.length - 1, Math.max(0, at))]
    next?.focus({ preventScroll: true })
    next?.scrollIntoView({ block: 'nearest' })
  }

  #tick = (event: Event): void => {
    const all = this.querySelector<HTMLInputElement>('input[name="all"]')
    const each = [...this.querySelectorAll<HTMLInputElement>('.tick input')]
    if (!all) return
    if (event.target === all) for (const box of each) box.checked = all.checked
    else all.checked = each.every((box) => box.checked)
  }
}
