import { isTyping, wordsOf } from './words.ts'

type Words = {
  title: string
  find: string
  search: string
  mention: string
  help: string
  close: string
  dismiss: string
}

/** `?` shows the keys, `/` goes to the page's search field. */
export class KeyHelp extends HTMLElement {
  connectedCallback(): void {
    document.addEventListener('keydown', this.#press)
  }

  disconnectedCallback(): void {
    document.removeEventListener('keydown', this.#press)
  }

  #press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    if (event.key === '/') {
      const field = document.querySelector<HTMLInputElement>('main input[data-search]')
      if (!field) return
      event.preventDefault()
      field.focus()
      field.select()
    } else if (event.key === '?') {
      event.preventDefault()
      this.#show()
    }
  }

  #show(): void {
    const words = wordsOf<Words>(this)
    const dialog = this.querySelector('dialog') ?? this.appendChild(draw(words))
    if (!dialog.open) dialog.showModal()
  }
}

function draw(words: Words): HTMLDialogElement {
  const dialog = document.createElement('dialog')
  dialog.className = 'keys'
  dialog.setAttribute('aria-label', words.title)
  const title = document.createElement('h2')
  title.textContent = words.title
  const list = document.createElement('dl')
  const all: (readonly [keys: string, meaning: string])[] = [['Ctrl K', words.find]]
  // Only what works here: a page without a search field has no key for it.
  if (document.querySelector('main input[data-search]')) all.push(['/', words.search])
  if (document.querySelector('mention-field')) all.push(['@', words.mention])
  for (const [keys, meaning] of [...all, ['?', words.help], ['Esc', words.close]] as const) {
    const key = document.createElement('dt')
    key.append(Object.assign(document.createElement('kbd'), { textContent: keys }))
    const text = document.createElement('dd')
    text.textContent = meaning
    list.append(key, text)
  }
  const close = Object.assign(document.createElement('button'), {
    className: 'btn',
    textContent: words.dismiss,
  })
  close.addEventListener('click', () => dialog.close())
  dialog.append(title, list, close)
  return dialog
}
