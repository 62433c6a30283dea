import type { ComponentChildren } from 'preact'

/** Nothing here yet: says what is missing and, in its children, the next step. */
export function Empty({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <div class="empty">
      <b>{title}</b> {children}
    </div>
  )
}
