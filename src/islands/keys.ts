import { isTyping } from './words.ts'

const storage = 'keys'

/** Keys of one letter can be switched off (WCAG 2.1.4): who speaks to the computer says letters without meaning keys. */
export function keysAreOn(): boolean {
  try {
    return localStorage.getItem(storage) !== 'off'
  } catch {
    return true
  }
}

export function switchKeys(on: boolean): void {
  try {
    if (on) localStorage.removeItem(storage)
    else localStorage.setItem(storage, 'off')
  } catch {
    // Storage is switched off: the keys stay on.
  }
}

/** The plain key that was pressed for the page, not for a field or the browser; undefined when it is none. */
export function plainKey(event: KeyboardEvent): string | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return undefined
  if (isTyping(event.target) || document.querySelector('dialog[open]') || !keysAreOn()) return undefined
  return event.key
}
