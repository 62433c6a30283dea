/** The words that the server gave an island, in the page's language. */
export const wordsOf = <T>(element: HTMLElement): T => JSON.parse(element.dataset.words ?? '{}') as T

/** Whether a key belongs to a field that somebody is writing in. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input:not([type=checkbox], [type=radio]), select, textarea'))
