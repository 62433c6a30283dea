import { keysAreOn, plainKey, switchKeys } from './keys.ts'
import { wordsOf } from './words.ts'

type Words = {
  title: string
  find: string
  search: string
  mention: string
  help: string
  close: string
  dismiss: string
  show: string
  on: string
}

/** The keys of a page with some of its own, in its language. */
type PageKeys = {
  title: string
  next: string
  previous: string
  merge: string
  apart: string
  tick: string
  evidence: string
  undo: string
}

/** `?` or its button shows the keys, `/` goes to the page's search field. */
export class KeyHelp extends HTMLElement {
  connectedCallback(): void {
    document.addEventListener('keydown', this.#press)
    if (this.firstChild) return
    const button = Object.assign(document.createElement('button'), {
      type: 'button',
      className: 'btn bare',
      textContent: wordsOf<Words>(this).show,
    })
    button.addEventListener('click', () => this.#show())
    this.append(button)
  }

  disconnectedCallback(): void {
    document.removeEventListener('keydown', this.#press)
  }

  #press = (event: KeyboardEvent): void => {
    const key = plainKey(event)
    if (key === '/') {
      const field = document.querySelector<HTMLInputElement>('main input[data-search]')
      if (!field) return
      event.preventDefault()
      field.focus()
      field.select()
    } else if (key === '?') {
      event.preventDefault()
      this.#show()
    }
  }

  #show(): void {
    const dialog = this.querySelector('dialog') ?? this.appendChild(draw(wordsOf<Words>(this)))
    if (!dialog.open) dialog.showModal()
  }
}

function draw(words: Words): HTMLDialogElement {
  const dialog = document.createElement('dialog')
  dialog.className = 'keys'
  dialog.setAttribute('aria-label', words.title)
  // Only what works here: a page without a search field has no key for it.
  const here: [key: string, does: string][] = []
  if (document.querySelector('main input[data-search]')) here.push(['/', words.search])
  if (document.querySelector('mention-field')) here.push(['@', words.mention])
  dialog.append(
    heading(words.title),
    list([['Ctrl K', words.find], ...here, ['?', words.help], ['Esc', words.close]]),
  )
  const queue = document.querySelector<HTMLElement>('pair-queue')
  if (queue) {
    const own = wordsOf<PageKeys>(queue)
    dialog.append(
      heading(own.title),
      list(
        [
          ['J', own.next] as const,
          ['K', own.previous] as const,
          ['M', own.merge] as const,
          ['E', own.apart] as const,
          ['X', own.tick] as const,
          ['O', own.evidence] as const,
          ['U', own.undo] as const,
        ].filter(([, does]) => does),
      ),
    )
  }
  const close = Object.assign(document.createElement('button'), {
    className: 'btn',
    textContent: words.dismiss,
  })
  close.addEventListener('click', () => dialog.close())
  dialog.append(choice(words.on), close)
  return dialog
}

const heading = (text: string): HTMLHeadingElement =>
  Object.assign(document.createElement('h2'), { textContent: text })

function list(rows: readonly (readonly [keys: string, meaning: string])[]): HTMLDListElement {
  const list = document.createElement('dl')
  for (const [keys, meaning] of rows) {
    const key = document.createElement('dt')
    key.append(Object.assign(document.createElement('kbd'), { textContent: keys }))
    list.append(key, Object.assign(document.createElement('dd'), { textContent: meaning }))
  }
  return list
}

/** Keys of one letter, on or off; Ctrl K and Esc always work. */
function choice(text: string): HTMLLabelElement {
  const label = Object.assign(document.createElement('label'), { className: 'ck' })
  const box = Object.assign(document.createElement('input'), { type: 'checkbox', checked: keysAreOn() })
  box.addEventListener('change', () => switchKeys(box.checked))
  label.append(box, Object.assign(document.createElement('span'), { textContent: text }))
  return label
}
