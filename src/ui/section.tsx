import type { ComponentChildren } from 'preact'

export type SectionProps = {
  title: ComponentChildren
  id?: string | undefined
  /** To the right of the title: units, what is counted and what is left out, or a link. */
  note?: ComponentChildren
  class?: string | undefined
  children: ComponentChildren
}

/** A part of a page under its own heading. */
export function Section({ title, id, note, class: name, children }: SectionProps) {
  return (
    <section id={id} class={name}>
      <div class="section-head">
        <h2>{title}</h2>
        {note && <div class="note">{note}</div>}
      </div>
      {children}
    </section>
  )
}
