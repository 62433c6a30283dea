import { fetchFragment, isAbort } from './fragment.ts'

let open: { link: HTMLElement; pop: HTMLElement } | undefined
let asking: AbortController | undefined

/** The i of a figure opens its provenance beside the figure; the link itself stays for new tabs and for no script. */
export function provenancePopover(): void {
  document.addEventListener('click', (event) => {
    const target = event.target as Element
    const link = target.closest<HTMLAnchorElement>('a[data-provenance]')
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0) {
      event.preventDefault()
      if (open?.link === link) return close(true)
      void show(link)
    } else if (open && (target.closest('[data-close]') || !open.pop.contains(target))) {
      close(Boolean(target.closest('[data-close]')))
    }
  })
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && open) {
      event.preventDefault()
      close(true)
    }
  })
  addEventListener('resize', () => open && place(open.link, open.pop))
}

async function show(link: HTMLAnchorElement): Promise<void> {
  close(false)
  asking?.abort()
  asking = new AbortController()
  try {
    const pop = await fetchFragment(link.href, 'fragment', asking.signal)
    if (!pop) return location.assign(link.href)
    pop.removeAttribute('id')
    pop.setAttribute('role', 'dialog')
    pop.setAttribute('aria-label', pop.querySelector('h2')?.textContent ?? '')
    pop.tabIndex = -1
    link.setAttribute('aria-expanded', 'true')
    // Beside the link in the reading order, so Tab goes on into it; outside of flow, so nothing jumps.
    document.body.append(pop)
    open = { link, pop }
    place(link, pop)
    pop.addEventListener('keydown', keepInside)
    pop.focus({ preventScroll: true })
    pop.scrollIntoView({ block: 'nearest' })
  } catch (error) {
    if (!isAbort(error)) location.assign(link.href)
  }
}

function close(returnFocus: boolean): void {
  if (!open) return
  const { link, pop } = open
  open = undefined
  link.removeAttribute('aria-expanded')
  pop.remove()
  if (returnFocus) link.focus({ preventScroll: true })
}

function place(link: HTMLElement, pop: HTMLElement): void {
  const anchor = link.getBoundingClientRect()
  const width = pop.offsetWidth
  const centre = anchor.left + anchor.width / 2
  const left = Math.max(16, Math.min(centre - 160, document.documentElement.clientWidth - width - 16))
  pop.style.left = `${left + scrollX}px`
  pop.style.top = `${anchor.bottom + scrollY + 10}px`
  pop.style.setProperty('--tip', `${Math.max(8, Math.min(centre - left - 6, width - 20))}px`)
}

/** Tab goes round in the pop-up, as in any small dialog. */
function keepInside(event: KeyboardEvent): void {
  if (event.key !== 'Tab' || !open) return
  const stops = [...open.pop.querySelectorAll<HTMLElement>('a[href], button')]
  const first = stops[0]
  const last = stops.at(-1)
  const at = document.activeElement
  if (event.shiftKey && (at === first || at === open.pop)) {
    event.preventDefault()
    last?.focus()
  } else if (!event.shiftKey && at === last) {
    event.preventDefault()
    first?.focus()
  }
}
