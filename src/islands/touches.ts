/** Small things that make ready pages quicker by mouse; each has its way without script. */
export function touches(): void {
  document.addEventListener('click', (event) => {
    const target = event.target as Element
    closeOtherMenus(target)
    openDialog(target)
    copyAddress(event, target)
    // A region on a map: the same link stands in the table beside it.
    const href = target.closest<SVGElement>('svg [data-href]')?.dataset.href
    if (href) location.assign(href)
  })
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return
    const menu = document.querySelector<HTMLDetailsElement>('details[data-menu][open]')
    menu?.removeAttribute('open')
    menu?.querySelector('summary')?.focus()
  })
  for (const kind of ['mouseover', 'mouseout'] as const)
    document.addEventListener(kind, (event) => light(event.target as Element, kind === 'mouseover'))
  document.querySelector<HTMLElement>('[data-focus]')?.focus()
}

function closeOtherMenus(target: Element): void {
  for (const menu of document.querySelectorAll('details[data-menu][open]'))
    if (!menu.contains(target)) menu.removeAttribute('open')
}

/** The address of a view goes to the clipboard; where that is not allowed the link opens the view as ever. */
function copyAddress(event: Event, target: Element): void {
  const link = target.closest<HTMLAnchorElement>('a[data-copied]')
  if (!link || !navigator.clipboard) return
  event.preventDefault()
  navigator.clipboard.writeText(link.href).then(
    () => {
      link.setAttribute('role', 'status')
      link.textContent = link.dataset.copied ?? ''
    },
    () => location.assign(link.href),
  )
}

function openDialog(target: Element): void {
  const id = target.closest<HTMLElement>('[data-dialog]')?.dataset.dialog
  const dialog = id ? document.getElementById(id) : null
  if (dialog instanceof HTMLDialogElement) dialog.showModal()
}

/** A region under the pointer is marked on the map and in the table at once. */
function light(target: Element, on: boolean): void {
  const code = target.closest<HTMLElement | SVGElement>('.geo [data-code]')?.dataset.code
  if (!code) return
  for (const twin of document.querySelectorAll(`.geo [data-code="${CSS.escape(code)}"]`))
    twin.classList.toggle('lit', on)
}
