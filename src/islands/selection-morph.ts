/**
 * Makes an element like a fresh drawing of it, and changes only what differs: what has the focus keeps it, folds stay
 * open, and what somebody has typed or chosen and not yet sent stays. Children are known by `data-key` or `id`, the
 * rest by their kind and order.
 */
export function morph(from: Element, to: Element): void {
  if (from.localName === 'draft-form') {
    kept(from as HTMLElement, to)
    return
  }
  attributes(from, to)
  if (from instanceof HTMLTextAreaElement) {
    if (from.value === from.defaultValue) from.value = to.textContent ?? ''
    from.defaultValue = to.textContent ?? ''
    return
  }
  if (from instanceof HTMLSelectElement && isChosen(from)) return
  children(from, to)
}

/** A form that keeps what is typed minds itself until it is sent; of it only what says so (`data-live`) is drawn anew. */
function kept(form: HTMLElement, fresh: Element): void {
  if (form.dataset.sent !== undefined) {
    form.replaceWith(document.importNode(fresh, true))
    return
  }
  for (const part of form.querySelectorAll<HTMLElement>('[data-live]')) {
    const drawn = fresh.querySelector(`[data-live="${part.dataset.live}"]`)
    if (drawn) morph(part, drawn)
  }
}

function attributes(from: Element, to: Element): void {
  const isTyped = from instanceof HTMLInputElement && isEdited(from)
  for (const { name } of [...from.attributes]) {
    if (to.hasAttribute(name) || (name === 'open' && from instanceof HTMLDetailsElement)) continue
    from.removeAttribute(name)
  }
  for (const { name, value } of to.attributes)
    if (from.getAttribute(name) !== value && !(name === 'open' && from instanceof HTMLDetailsElement))
      from.setAttribute(name, value)
  if (from instanceof HTMLInputElement && to instanceof HTMLInputElement && !isTyped) {
    from.value = to.value
    from.checked = to.checked
  }
}

/** Whether it holds something that was not drawn. A slider shows what is so, unless it is being dragged. */
function isEdited(input: HTMLInputElement): boolean {
  if (input.type === 'range' || input.getAttribute('form') === 'sel-try')
    return input === document.activeElement && input.matches(':active, [inputmode]')
  if (input.type === 'radio' || input.type === 'checkbox') return input.checked !== input.defaultChecked
  return input.value !== input.defaultValue
}

const isChosen = (select: HTMLSelectElement): boolean => {
  const drawn = [...select.options].findIndex((option) => option.defaultSelected)
  return select.selectedIndex !== Math.max(0, drawn)
}

const keyOf = (node: Node): string | undefined =>
  node instanceof Element ? (node.getAttribute('data-key') ?? (node.id || undefined)) : undefined

const isAlike = (a: Node, b: Node): boolean =>
  a.nodeType === b.nodeType && a.nodeName === b.nodeName && keyOf(a) === keyOf(b)

function children(from: Element, to: Element): void {
  const keyed = new Map<string, Element>()
  for (const child of from.children) {
    const key = keyOf(child)
    if (key) keyed.set(key, child)
  }
  let at: ChildNode | null = from.firstChild
  for (const fresh of [...to.childNodes]) {
    const key = keyOf(fresh)
    const known = key ? keyed.get(key) : at && isAlike(at, fresh) ? at : undefined
    if (known && known.nodeName === fresh.nodeName) {
      if (known === at) at = at.nextSibling
      else from.insertBefore(known, at)
      if (known instanceof Element) morph(known, fresh as Element)
      else if (known.nodeValue !== fresh.nodeValue) known.nodeValue = fresh.nodeValue
    } else from.insertBefore(document.importNode(fresh, true), at)
  }
  while (at) {
    const next: ChildNode | null = at.nextSibling
    at.remove()
    at = next
  }
}
