let made = 0

/** After @ the names that one may mention, to choose by arrow keys or a press. Typing the name out works as well. */
export class MentionField extends HTMLElement {
  #area: HTMLTextAreaElement | null = null
  #list: HTMLElement | undefined
  #names: string[] = []
  #at = 0

  connectedCallback(): void {
    this.#area = this.querySelector('textarea')
    this.#names = JSON.parse(this.dataset.names ?? '[]') as string[]
    if (!this.#area || this.#names.length === 0) return
    this.#area.addEventListener('input', () => this.#look())
    this.#area.addEventListener('keydown', (event) => this.#press(event))
    this.#area.addEventListener('blur', () => setTimeout(() => this.#close(), 150))
  }

  /** What stands between an @ and the caret. */
  #typed(): string | undefined {
    const area = this.#area!
    return /(?:^|[\s(])@([\p{L}\p{N} .-]{0,40})$/u.exec(area.value.slice(0, area.selectionStart))?.[1]
  }

  #look(): void {
    const typed = this.#typed()?.toLocaleLowerCase()
    const fitting =
      typed === undefined
        ? []
        : this.#names.filter((name) => name.toLocaleLowerCase().startsWith(typed)).slice(0, 8)
    // A name that is written out needs no list.
    if (fitting.length === 0 || fitting[0]!.toLocaleLowerCase() === typed) this.#close()
    else this.#show(fitting)
  }

  #show(names: string[]): void {
    const area = this.#area!
    if (!this.#list) {
      made += 1
      this.#list = document.createElement('div')
      this.#list.id = `mentions-${made}`
      this.#list.className = 'pop'
      this.#list.setAttribute('role', 'listbox')
      this.#list.setAttribute('aria-label', this.dataset.label ?? '')
      this.#list.addEventListener('mousedown', (event) => {
        event.preventDefault()
        const option = (event.target as Element).closest('[role=option]')
        if (option) this.#take(option.textContent ?? '')
      })
      this.append(this.#list)
      area.setAttribute('aria-controls', this.#list.id)
      area.setAttribute('aria-autocomplete', 'list')
    }
    this.#list.replaceChildren(
      ...names.map((name, i) => {
        const option = Object.assign(document.createElement('div'), { textContent: name })
        option.id = `${this.#list!.id}-${i}`
        option.setAttribute('role', 'option')
        return option
      }),
    )
    this.#list.hidden = false
    this.#choose(0)
  }

  #choose(at: number): void {
    const options = [...this.#list!.children]
    this.#at = (at + options.length) % options.length
    for (const [i, option] of options.entries()) option.setAttribute('aria-selected', String(i === this.#at))
    this.#area!.setAttribute('aria-activedescendant', options[this.#at]!.id)
    options[this.#at]!.scrollIntoView({ block: 'nearest' })
  }

  #press(event: KeyboardEvent): void {
    if (!this.#list || this.#list.hidden) return
    const way = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (way) this.#choose(this.#at + way)
    else if (event.key === 'Enter' || event.key === 'Tab')
      this.#take(this.#list.children[this.#at]?.textContent ?? '')
    else if (event.key === 'Escape') this.#close()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  #take(name: string): void {
    const area = this.#area!
    const typed = this.#typed() ?? ''
    area.setRangeText(`${name} `, area.selectionStart - typed.length, area.selectionStart, 'end')
    area.dispatchEvent(new Event('input', { bubbles: true }))
    this.#close()
    area.focus()
  }

  #close(): void {
    if (this.#list) this.#list.hidden = true
    this.#area?.removeAttribute('aria-activedescendant')
  }
}
