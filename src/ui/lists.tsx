import type { ComponentChildren } from 'preact'
import type { Tone } from './tag.tsx'
import { Tag } from './tag.tsx'

/** What happened, newest first: each under the word that says what kind of thing it is. */
export function NewsList({ items }: { items: readonly { over: string; content: ComponentChildren }[] }) {
  return (
    <ul class="news">
      {items.map((item) => (
        <li>
          <span class="over">{item.over}</span>
          {item.content}
        </li>
      ))}
    </ul>
  )
}

export type LinkListItem = {
  href: string
  label: string
  over?: string | undefined
  note?: ComponentChildren
}

/** Related things in a side column. */
export function LinkList({ items }: { items: readonly LinkListItem[] }) {
  return (
    <ul class="links">
      {items.map((item) => (
        <li>
          {item.over && <span class="over">{item.over}</span>}
          <a href={item.href}>{item.label}</a> {item.note && <span class="quiet num">{item.note}</span>}
        </li>
      ))}
    </ul>
  )
}

export type Task = {
  label: string
  href?: string | undefined
  note?: string | undefined
  state: string
  tone?: Tone
}

/** Things to do, each with its state. */
export function TaskList({ items }: { items: readonly Task[] }) {
  return (
    <ul class="tasks">
      {items.map((item) => (
        <li>
          {item.href ? <a href={item.href}>{item.label}</a> : <span>{item.label}</span>}
          <span>
            {item.note && <span class="quiet">{item.note} </span>}
            <Tag tone={item.tone ?? 'plain'}>{item.state}</Tag>
          </span>
        </li>
      ))}
    </ul>
  )
}
