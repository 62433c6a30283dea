import type { ComponentChildren } from 'preact'

export type AlertProps = {
  /** `warm`: a person is needed, or figures are invented. `bad`: something went wrong. `ok`: done. */
  tone?: 'warm' | 'ok' | 'bad' | 'note'
  title: string
  children?: ComponentChildren
  /** Announced at once to who cannot see it; for answers to what was just done. */
  live?: boolean
}

/** One line across the page that must not be missed. */
export function Alert({ tone = 'warm', title, children, live = false }: AlertProps) {
  const role = live ? (tone === 'bad' ? 'alert' : 'status') : undefined
  return (
    <div class={`alert ${tone}`} role={role}>
      <b>{title}</b>
      {children && <div>{children}</div>}
    </div>
  )
}
