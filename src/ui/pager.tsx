import { formatCount, type Language } from '../kernel/text.ts'
import { text } from './text.ts'

export type PagerProps = {
  /** Rows before the first one shown. */
  offset: number
  /** Rows on a page. */
  size: number
  total: number
  /** The address of the page that begins after so many rows. */
  at: (offset: number) => string
  language: Language
}

/** Where one is in a long list, and the way on; nothing where all of it is on one page. */
export function Pager({ offset, size, total, at, language }: PagerProps) {
  if (offset === 0 && total <= size) return null
  const t = text[language]
  const n = (value: number) => formatCount(value, language)
  const to = Math.min(offset + size, total)
  return (
    <nav class="pager" aria-label={t.pages}>
      <span class="quiet num">{t.pageOf(n(Math.min(offset + 1, to)), n(to), n(total))}</span>
      <span class="actions">
        {offset > 0 && (
          <a class="btn" href={at(Math.max(0, offset - size))} rel="prev">
            {t.previous(n(size))}
          </a>
        )}
        {to < total && (
          <a class="btn" href={at(to)} rel="next">
            {t.next(n(Math.min(size, total - to)))}
          </a>
        )}
      </span>
    </nav>
  )
}
