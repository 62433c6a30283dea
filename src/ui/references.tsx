import type { ComponentChildren } from 'preact'
import type { Language } from '../kernel/text.ts'
import { type Day, formatDay } from '../kernel/time.ts'
import { text } from './text.ts'

/** The number after a sentence that leads to the source it was read in; stays on the line of the last word. */
export function Ref({ n, language }: { n: number; language: Language }) {
  return (
    <>
      {'\u00a0'}
      <a class="ref" href={`#source-${n}`} aria-label={text[language].sourceNumber(n)}>
        {n}
      </a>
    </>
  )
}

export type Reference = {
  title: ComponentChildren
  publisher: string
  /** An address on the web; a file or a letter has none. */
  href?: string | undefined
  date?: Day | undefined
}

/** The numbered sources of a page; `Ref` points here. */
export function References({ items, language }: { items: readonly Reference[]; language: Language }) {
  return (
    <ol class="references">
      {items.map((item, i) => (
        <li id={`source-${i + 1}`}>
          {item.href ? <a href={item.href}>{item.title}</a> : item.title}
          <span class="sub">
            {[item.publisher, item.date && formatDay(item.date, language)].filter(Boolean).join(', ')}
          </span>
        </li>
      ))}
    </ol>
  )
}
