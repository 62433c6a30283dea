import { fetchFragment, isAbort } from './fragment.ts'

const typingPause = 250 // ms without a key before asking
let asking: AbortController | undefined
/** The question of the address that the page answers now. */
let shown = location.search

/**
 * A GET form whose answer replaces a region of the page (`data-live="ID"`) while one types or ticks.
 * The address changes with it, so the view can be shared and the way back works; without script the button does it.
 */
export function liveForms(): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  document.addEventListener('input', (event) => {
    const form = (event.target as HTMLElement).closest<HTMLFormElement>('form[data-live]')
    if (!form) return
    clearTimeout(timer)
    const typing = event.target instanceof HTMLInputElement && event.target.type === 'search'
    timer = setTimeout(() => void ask(addressOf(form), form.dataset.live!, typing), typing ? typingPause : 0)
  })
  document.addEventListener('submit', (event) => {
    const form = (event.target as HTMLElement).closest<HTMLFormElement>('form[data-live]')
    if (!form || event.defaultPrevented) return
    event.preventDefault()
    clearTimeout(timer)
    void ask(addressOf(form), form.dataset.live!, false)
  })
  // The way back reloads the view; a step to a place in the page ("skip to content") is no other view.
  addEventListener('popstate', () => {
    const id = document.querySelector<HTMLFormElement>('form[data-live]')?.dataset.live
    if (id && location.search !== shown) location.reload()
  })
}

/**
 * The present address with the form's own answers in place of the old ones; paging starts over.
 * So two forms beside the region, a search box and a list of filters, never undo each other.
 */
function addressOf(form: HTMLFormElement): string {
  const url = new URL(form.action, location.href)
  const present = new URLSearchParams(location.search)
  for (const control of form.elements)
    if (control instanceof HTMLInputElement || control instanceof HTMLSelectElement)
      if (control.name && control.type !== 'hidden') present.delete(control.name)
  const kept = new Set(present.keys())
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string' && value !== '' && !kept.has(name)) present.append(name, value)
  present.delete('offset')
  url.search = present.toString()
  return url.href
}

async function ask(href: string, id: string, typing: boolean): Promise<void> {
  const region = document.getElementById(id)
  if (!region) return location.assign(href)
  asking?.abort()
  asking = new AbortController()
  region.dataset.busy = ''
  try {
    const fresh = await fetchFragment(href, id, asking.signal)
    if (!fresh) return location.assign(href)
    swap(region, fresh)
    if (typing) history.replaceState(null, '', href)
    else history.pushState(null, '', href)
    shown = location.search
    keepInOtherLanguages()
  } catch (error) {
    if (!isAbort(error)) location.assign(href)
  }
}

/** The language switch keeps the page as it is now, not as it was when it was loaded. */
function keepInOtherLanguages(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.language a'))
    link.search = location.search
}

/**
 * Puts the fresh region in place and says its count aloud. Who is typing or ticking inside it stays there:
 * the control is found again by its name and value, and a search field keeps what was typed since.
 */
function swap(region: HTMLElement, fresh: HTMLElement): void {
  const active = document.activeElement
  const held = isField(active) && region.contains(active) ? active : undefined
  for (const fold of region.querySelectorAll<HTMLDetailsElement>('details[open][class]'))
    fresh.querySelector(`details.${CSS.escape(fold.className)}`)?.setAttribute('open', '')
  const top = scrollY
  // What draws itself anew from the address stays as it is.
  for (const kept of region.querySelectorAll<HTMLElement>('[data-keep][id]'))
    fresh.querySelector(`#${CSS.escape(kept.id)}`)?.replaceWith(kept)
  region.replaceWith(fresh)
  scrollTo({ top, behavior: 'instant' })
  if (held) refocus(held, fresh)
  announce(fresh.querySelector('[data-count]')?.textContent ?? '')
}

type Field = HTMLInputElement | HTMLSelectElement
const isField = (element: Element | null): element is Field =>
  element instanceof HTMLInputElement || element instanceof HTMLSelectElement

function refocus(held: Field, fresh: HTMLElement): void {
  const twins = [...fresh.querySelectorAll<Field>(`[name="${CSS.escape(held.name)}"]:not([type=hidden])`)]
  const twin = twins.length > 1 ? twins.find((field) => field.value === held.value) : twins[0]
  if (held instanceof HTMLInputElement && twin instanceof HTMLInputElement && twin.type === 'search') {
    twin.value = held.value
    twin.setSelectionRange(held.selectionStart, held.selectionEnd)
  }
  twin?.focus({ preventScroll: true })
}

let voice: HTMLElement | undefined

function announce(text: string): void {
  if (!voice) {
    voice = Object.assign(document.createElement('p'), { className: 'vh' })
    voice.setAttribute('role', 'status')
    document.body.append(voice)
  }
  voice.textContent = text
}
