import { isAbort } from './fragment.ts'
import { wordsOf } from './words.ts'

/** What `GET /api/search?q=…` answers. */
type Item = { kind: string; title: string; subtitle?: string | null; url: string }
type Words = Record<'label' | 'placeholder' | 'empty' | 'goTo' | 'act' | 'failed' | 'one' | 'many', string>

const typingPause = 120 // ms

/** Ctrl or Cmd and K: go to a page, find anything. A combobox with a list (WAI-ARIA 1.2) in a dialog. */
export class CommandPalette extends HTMLElement {
  #dialog: HTMLDialogElement | undefined
  #input = document.createElement('input')
  #list = document.createElement('div')
  #status = document.createElement('p')
  #items: Item[] = []
  #at = -1
  #asking: AbortController | undefined
  #timer: ReturnType<typeof setTimeout> | undefined

  connectedCallback(): void {
    document.addEventListener('keydown', this.#shortcut)
    document.addEventListener('click', this.#opener)
  }

  disconnectedCallback(): void {
    document.removeEventListener('keydown', this.#shortcut)
    document.removeEventListener('click', this.#opener)
  }

  get #words(): Words {
    return wordsOf<Words>(this)
  }

  #shortcut = (event: KeyboardEvent): void => {
    if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey) return
    event.preventDefault()
    this.#open()
  }

  #opener = (event: MouseEvent): void => {
    const link = (event.target as Element).closest('a[data-palette]')
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    this.#open()
  }

  #open(): void {
    this.#dialog ??= this.#draw()
    if (this.#dialog.open) return
    this.#input.value = ''
    this.#show(this.#pages(''), '')
    this.#dialog.showModal()
    this.#input.focus()
  }

  #draw(): HTMLDialogElement {
    const words = this.#words
    const dialog = document.createElement('dialog')
    dialog.className = 'palette'
    dialog.setAttribute('aria-label', words.label)
    Object.assign(this.#list, { id: 'palette-list' })
    this.#list.setAttribute('role', 'listbox')
    this.#list.setAttribute('aria-label', words.label)
    Object.assign(this.#input, {
      type: 'text',
      placeholder: words.placeholder,
      autocomplete: 'off',
      spellcheck: false,
    })
    for (const [name, value] of [
      ['role', 'combobox'],
      ['aria-label', words.label],
      ['aria-expanded', 'true'],
      ['aria-controls', 'palette-list'],
      ['aria-autocomplete', 'list'],
    ] as const)
      this.#input.setAttribute(name, value)
    this.#status.className = 'note'
    this.#status.setAttribute('role', 'status')
    this.#input.addEventListener('input', () => this.#typed())
    this.#input.addEventListener('keydown', this.#move)
    this.#list.addEventListener('click', (event) => {
      const option = (event.target as Element).closest<HTMLElement>('[role=option]')
      if (option) this.#go(Number(option.dataset.at))
    })
    dialog.addEventListener('click', (event) => event.target === dialog && dialog.close())
    dialog.append(this.#input, this.#list, this.#status)
    return this.appendChild(dialog)
  }

  #typed(): void {
    clearTimeout(this.#timer)
    const query = this.#input.value.trim()
    this.#asking?.abort()
    // What the page itself knows is there at once, so that a quick Enter goes where it seems to.
    this.#show(this.#pages(query), '')
    if (query) this.#timer = setTimeout(() => void this.#ask(query), typingPause)
  }

  async #ask(query: string): Promise<void> {
    const words = this.#words
    this.#asking = new AbortController()
    const url = new URL(this.dataset.api ?? '/api/search', location.href)
    url.searchParams.set('q', query)
    url.searchParams.set('lang', document.documentElement.lang)
    try {
      const response = await fetch(url, {
        signal: this.#asking.signal,
        headers: { accept: 'application/json' },
      })
      if (!response.ok) throw new Error(`${response.status}`)
      const { items } = (await response.json()) as { items: Item[] }
      const all = [...this.#pages(query), ...items]
      this.#show(all, [words.empty, words.one][all.length] ?? words.many.replace('{n}', String(all.length)))
    } catch (error) {
      if (!isAbort(error)) this.#show(this.#pages(query), words.failed)
    }
  }

  /** The pages of the menu and the footer and the acts of this page whose name has what was typed. */
  #pages(query: string): Item[] {
    const wanted = query.toLocaleLowerCase()
    const { goTo, act } = this.#words
    const acts = JSON.parse(this.dataset.acts ?? '[]') as { href: string; label: string }[]
    const all = [
      ...links('main .actions a[href]', act),
      ...acts.map(({ href, label }) => ({ kind: act, title: label, url: href })),
      ...links('.nav a, .footer nav a', goTo),
    ]
    const seen = new Set<string>()
    return all.filter(({ title, url }) => {
      const whole = new URL(url, location.href).href
      if (!title.toLocaleLowerCase().includes(wanted) || seen.has(whole)) return false
      seen.add(whole)
      return true
    })
  }

  #show(items: Item[], status: string): void {
    this.#items = items
    this.#list.replaceChildren(...items.map(option))
    this.#status.textContent = status
    this.#choose(items.length > 0 ? 0 : -1)
  }

  #choose(at: number): void {
    this.#at = at
    for (const [i, option] of [...this.#list.children].entries())
      option.setAttribute('aria-selected', String(i === at))
    const chosen = this.#list.children[at]
    if (chosen) this.#input.setAttribute('aria-activedescendant', chosen.id)
    else this.#input.removeAttribute('aria-activedescendant')
    chosen?.scrollIntoView({ block: 'nearest' })
  }

  #move = (event: KeyboardEvent): void => {
    const count = this.#items.length
    if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && count > 0) {
      event.preventDefault()
      this.#choose((this.#at + (event.key === 'ArrowDown' ? 1 : count - 1)) % count)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      this.#go(this.#at)
    }
  }

  /** To the chosen item; without one, to the search page with what was typed. */
  #go(at: number): void {
    const url = new URL(this.#items[at]?.url ?? this.dataset.search ?? '/', location.href)
    if (!this.#items[at]) url.searchParams.set('q', this.#input.value.trim())
    location.assign(url)
  }
}

const links = (selector: string, kind: string): Item[] =>
  [...document.querySelectorAll<HTMLAnchorElement>(selector)].map((link) => ({
    kind,
    title: link.textContent ?? '',
    url: link.href,
  }))

function option(item: Item, at: number): HTMLElement {
  const row = document.createElement('div')
  row.id = `palette-${at}`
  row.dataset.at = String(at)
  row.setAttribute('role', 'option')
  const kind = Object.assign(document.createElement('span'), { textContent: item.kind })
  const title = Object.assign(document.createElement('span'), { textContent: item.title })
  row.append(kind, title)
  if (item.subtitle)
    row.append(
      Object.assign(document.createElement('span'), { className: 'sub', textContent: item.subtitle }),
    )
  return row
}
