import type { Language } from '../kernel/text.ts'
import { text } from './text.ts'

/** A filter in use; `href` is the same view without it. */
export type Chip = { label: string; href: string }

export type ChipsProps = { items: readonly Chip[]; clear?: string | undefined; language: Language }

/** What the list is narrowed by, each removable with one press. */
export function Chips({ items, clear, language }: ChipsProps) {
  const t = text[language]
  if (items.length === 0) return null
  return (
    <ul class="chips" aria-label={t.activeFilters}>
      {items.map((item) => (
        <li>
          <a class="chip" href={item.href}>
            {item.label}
            <b aria-hidden="true">×</b>
            <span class="vh"> {t.removeFilter}</span>
          </a>
        </li>
      ))}
      {clear && items.length > 1 && (
        <li>
          <a class="clear" href={clear}>
            {t.clearFilters}
          </a>
        </li>
      )}
    </ul>
  )
}
