import type { ComponentChildren } from 'preact'

export type PageHeadProps = {
  title: ComponentChildren
  /** The line above the title: code, programme, kind. */
  over?: ComponentChildren
  /** The line under the title: state, dates, lead. */
  state?: ComponentChildren
  lead?: ComponentChildren
  /** Buttons of the page; at most one of them main. */
  actions?: ComponentChildren
}

/** The head of a page that is about one thing. */
export function PageHead({ title, over, state, lead, actions }: PageHeadProps) {
  return (
    <div class="page-head">
      <div>
        {over && <p class="over">{over}</p>}
        <h1>{title}</h1>
        {state && <p class="state">{state}</p>}
        {lead && <p class="lead">{lead}</p>}
      </div>
      {actions && <div class="actions">{actions}</div>}
    </div>
  )
}
