/** What a field holds: a text, or the chosen ones of several boxes. */
export type Value = string | readonly string[]

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

const left = new Set(['hidden', 'file', 'password', 'submit', 'button', 'image', 'reset'])

const isControl = (element: Element): element is Control =>
  element instanceof HTMLInputElement ||
  element instanceof HTMLTextAreaElement ||
  element instanceof HTMLSelectElement

export const isKept = (element: Element | null): element is Control =>
  element !== null && isControl(element) && element.name !== '' && !left.has(element.type)

/** The controls of a form by name; boxes and buttons of one question share theirs. */
export function controlsOf(form: HTMLFormElement): Map<string, Control[]> {
  const all = new Map<string, Control[]>()
  for (const element of form.elements) {
    if (!isKept(element)) continue
    const known = all.get(element.name)
    if (known) known.push(element)
    else all.set(element.name, [element])
  }
  return all
}

const isTick = (c: Control): c is HTMLInputElement => c.type === 'checkbox' || c.type === 'radio'

function holding(controls: readonly Control[], original: boolean): Value {
  const [first] = controls
  if (first instanceof HTMLSelectElement) {
    const chosen = [...first.options].filter((o) => (original ? o.defaultSelected : o.selected))
    if (first.multiple) return chosen.map((o) => o.value)
    return (chosen[0] ?? first.options[0])?.value ?? ''
  }
  if (first && isTick(first)) {
    const ticked = controls
      .filter((c) => isTick(c) && (original ? c.defaultChecked : c.checked))
      .map((c) => c.value)
    return first.type === 'radio' ? (ticked[0] ?? '') : ticked
  }
  const plain = first as HTMLInputElement | HTMLTextAreaElement
  return (original ? plain.defaultValue : plain.value).replaceAll('\r\n', '\n')
}

/** What stands in the form now. */
export const read = (controls: readonly Control[]): Value => holding(controls, false)
/** What the server wrote into the page, whatever the browser has put there since. */
export const written = (controls: readonly Control[]): Value => holding(controls, true)

export function write(controls: readonly Control[], value: Value): void {
  const among = (candidate: string) =>
    typeof value === 'string' ? candidate === value : value.includes(candidate)
  for (const control of controls) {
    if (control instanceof HTMLSelectElement) {
      for (const option of control.options) option.selected = among(option.value)
    } else if (isTick(control)) control.checked = among(control.value)
    else control.value = typeof value === 'string' ? value : (value[0] ?? '')
  }
}

/** What the page calls a field: its label, with the legend of its group before it; of ticks in a group, the legend. */
export function labelOf(controls: readonly Control[]): string {
  const [first] = controls
  if (!first) return ''
  const legend = wordsIn(first.closest('fieldset')?.querySelector('legend'))
  const label = wordsIn(first.labels?.[0])
  if (legend && isTick(first)) return legend
  return [legend, label].filter(Boolean).join(': ') || first.name
}

function wordsIn(element: Element | null | undefined): string {
  const own = element?.cloneNode(true) as Element | undefined
  for (const extra of own?.querySelectorAll('.quiet, .help, .vh, .draft-note') ?? []) extra.remove()
  return own?.textContent?.trim() ?? ''
}

/** The box of a field, under which something may be said about it. */
export const placeOf = (controls: readonly Control[]): HTMLElement | undefined => {
  const [first] = controls
  return first?.closest<HTMLElement>('.field') ?? first?.parentElement ?? undefined
}
