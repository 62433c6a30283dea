import type { ComponentChildren } from 'preact'
import type { Language } from '../kernel/text.ts'
import { text } from './text.ts'

export type SearchBoxProps = {
  action: string
  label: string
  name?: string
  value?: string | undefined
  placeholder?: string | undefined
  /** What the address says already and the search must keep. */
  keep?: readonly (readonly [name: string, value: string])[]
  /** The id of the region that changes while one types, where script runs. */
  live?: string | undefined
  /** Under the box: examples or the search words. */
  hint?: ComponentChildren
  language: Language
}

export function SearchBox(props: SearchBoxProps) {
  const { action, label, name = 'q', value, placeholder, keep = [], live, hint, language } = props
  return (
    <div class="search-box">
      <form class="search" role="search" action={action} aria-label={label} data-live={live}>
        <Magnifier />
        <input
          type="search"
          name={name}
          value={value}
          placeholder={placeholder}
          aria-label={label}
          data-search
        />
        {keep.map(([key, kept]) => (
          <input type="hidden" name={key} value={kept} />
        ))}
        <button class="btn main" type="submit">
          {text[language].find}
        </button>
      </form>
      {hint && <p class="note hint">{hint}</p>}
    </div>
  )
}

/** "For example digi, A70202 or lead:…": searches that work, as links. */
export function Examples({
  items,
  language,
}: {
  items: readonly { label: string; href: string }[]
  language: Language
}) {
  const t = text[language]
  return (
    <>
      {t.forExample}{' '}
      {items.map((item, i) => (
        <>
          {i > 0 && (i === items.length - 1 ? ` ${t.or} ` : ', ')}
          <a href={item.href}>{item.label}</a>
        </>
      ))}
    </>
  )
}

/** The search words that a list understands, and the page that explains them all. */
export function SearchWords(props: {
  words: readonly string[]
  help?: { label: string; href: string }
  language: Language
}) {
  return (
    <>
      {text[props.language].refine}{' '}
      {props.words.map((word) => (
        <>
          <code>{word}</code>{' '}
        </>
      ))}
      {props.help && <a href={props.help.href}>{props.help.label}</a>}
    </>
  )
}

export const Magnifier = () => (
  <svg
    viewBox="0 0 20 20"
    aria-hidden="true"
    fill="none"
    stroke="currentColor"
    stroke-width="2"
    stroke-linecap="round"
  >
    <circle cx="8.5" cy="8.5" r="5.5" />
    <path d="m13 13 4.5 4.5" />
  </svg>
)
