import { formatCount, type Language } from '../kernel/text.ts'
import { text } from './text.ts'

export type PagerProps = {
  /** First and last row shown, counted from one. */
  from: number
  to: number
  total: number
  /** Rows on a page. */
  size: number
  previous?: string | undefined
  next?: string | undefined
  language: Language
}

/** Where one is in a long list, and the way on. */
export function Pager({ from, to, total, size, previous, next, language }: PagerProps) {
  const t = text[language]
  const n = (value: number) => formatCount(value, language)
  const ahead = Math.min(size, total - to)
  return (
    <nav class="pager" aria-label={t.pages}>
      <span class="quiet num">{t.pageOf(n(from), n(to), n(total))}</span>
      <span class="actions">
        {previous && (
          <a class="btn" href={previous} rel="prev">
            {t.previous(n(size))}
          </a>
        )}
        {next && (
          <a class="btn" href={next} rel="next">
            {t.next(n(ahead))}
          </a>
        )}
      </span>
    </nav>
  )
}
