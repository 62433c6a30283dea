import type { ComponentChildren } from 'preact'
import type { Language } from '../kernel/text.ts'
import { text } from './text.ts'

export type DialogProps = {
  id: string
  title: string
  children: ComponentChildren
  /** Buttons; the first is what the title asks. */
  actions: ComponentChildren
  /** Open at once: a page without script that asks the same question. */
  open?: boolean
}

/** A question that stands in the way of an act. Opened by any control with `data-dialog="ID"`. */
export function Dialog({ id, title, children, actions, open }: DialogProps) {
  return (
    <dialog id={id} aria-labelledby={`${id}-title`} open={open}>
      <h2 id={`${id}-title`}>{title}</h2>
      <div>{children}</div>
      <form method="dialog" class="actions">
        {actions}
      </form>
    </dialog>
  )
}

/** What the provenance island opens beside a figure; the server answers this as the fragment. */
export function Popover({
  title,
  children,
  language,
}: {
  title: string
  children: ComponentChildren
  language: Language
}) {
  return (
    <div class="pop origin" id="fragment">
      <div class="pop-head">
        <h2>{title}</h2>
        <button type="button" class="close" data-close aria-label={text[language].close}>
          ×
        </button>
      </div>
      {children}
    </div>
  )
}
