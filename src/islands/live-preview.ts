import { fetchFragment } from './fragment.ts'

/** Beside a form that makes something: shows it again as the server draws it, each time the form has been saved. */
export class LivePreview extends HTMLElement {
  #asking: AbortController | undefined

  connectedCallback(): void {
    document.addEventListener('draft-saved', this.#show)
  }
  disconnectedCallback(): void {
    document.removeEventListener('draft-saved', this.#show)
    this.#asking?.abort()
  }

  #show = async (): Promise<void> => {
    this.#asking?.abort()
    this.#asking = new AbortController()
    // What cannot be fetched now is shown after the next time.
    const drawn = await fetchFragment(location.href, this.id, this.#asking.signal).catch(() => null)
    if (drawn) this.replaceChildren(...drawn.childNodes)
  }
}
