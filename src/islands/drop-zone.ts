/** A frame on which files may be dropped; they go to the ordinary file field inside it. */
export class DropZone extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('dragover', this.#over)
    this.addEventListener('dragleave', this.#away)
    this.addEventListener('drop', this.#drop)
  }

  #over = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return
    event.preventDefault()
    this.classList.add('over')
  }

  #away = (event: DragEvent): void => {
    if (!this.contains(event.relatedTarget as Node | null)) this.classList.remove('over')
  }

  #drop = (event: DragEvent): void => {
    event.preventDefault()
    this.classList.remove('over')
    const input = this.querySelector<HTMLInputElement>('input[type=file]')
    const files = event.dataTransfer?.files
    if (!input || !files?.length) return
    input.files = files
    input.dispatchEvent(new Event('change', { bubbles: true }))
    input.focus()
  }
}
