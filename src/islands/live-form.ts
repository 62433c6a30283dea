import { fetchFragment, isAbort } from './fragment.ts'

const typingPause = 250 // ms without a key before asking
let asking: AbortController | undefined

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
    timer = setTimeout(
      () => void ask(addressOf(form), form.dataset['live']!, typing),
      typing ? typingPause : 0,
    )
  })
  document.addEventListener('submit', (event) => {
    const form = (event.target as HTMLElement).closest<HTMLFormElement>('form[data-live]')
    if (!form || event.defaultPrevented) return
    event.preventDefault()
    clearTimeout(timer)
    void ask(addressOf(form), form.dataset['live']!, false)
  })
  addEventListener('popstate', () => {
    const id = document.querySelector<HTMLFormElement>('form[data-live]')?.dataset['live']
    if (id) location.reload()
  })
}

/** The address the form would go to, without empty answers. */
function addressOf(form: HTMLFormElement): string {
  const url = new URL(form.action, location.href)
  const asked = [...new FormData(form)].filter(([, value]) => typeof value === 'string' && value !== '')
  url.search = new URLSearchParams(asked as [string, string][]).toString()
  return url.href
}

async function ask(href: string, id: string, typing: boolean): Promise<void> {
  const region = document.getElementById(id)
  if (!region) return location.assign(href)
  asking?.abort()
  asking = new AbortController()
  region.dataset['busy'] = ''
  try {
    const fresh = await fetchFragment(href, id, asking.signal)
    if (!fresh) return location.assign(href)
    swap(region, fresh)
    if (typing) history.replaceState(null, '', href)
    else history.pushState(null, '', href)
  } catch (error) {
    if (!isAbort(error)) location.assign(href)
  }
}

/**
 * Puts the fresh region in place. Who is typing or ticking inside it stays there: the focused control is found
 * again by its name and value, and a field keeps what was typed since.
 */
function swap(region: HTMLElement, fresh: HTMLElement): void {
  const active = document.activeElement
  const held = active instanceof HTMLInputElement && region.contains(active) ? active : undefined
  for (const fold of region.querySelectorAll<HTMLDetailsElement>('details[open]')) {
    const name = fold.className
    if (name) fresh.querySelector<HTMLDetailsElement>(`details.${CSS.escape(name)}`)?.setAttribute('open', '')
  }
  const y = scrollY
  region.replaceWith(fresh)
  scrollTo({ top: y, behavior: 'instant' })
  if (!held) return
  const twins = fresh.querySelectorAll<HTMLInputElement>(`input[name="${CSS.escape(held.name)}"]`)
  const twin = [...twins].find((input) => input.type === 'search' || input.value === held.value)
  if (!twin) return
  if (twin.type === 'search') {
    twin.value = held.value
    twin.setSelectionRange(held.selectionStart, held.selectionEnd)
  }
  twin.focus({ preventScroll: true })
}
