import type { Comparison } from '../../engine/statistics/index.ts'
import { formatCount, type Language } from '../../kernel/text.ts'
import { text } from './text.ts'

/** What a version changed, in one sentence of parts; a changed classification comes first. */
export function changesText(changes: Comparison, language: Language): string {
  const t = text[language].change
  const n = (count: number) => formatCount(count, language)
  const list = (codes: readonly string[]) =>
    codes.length > 4 ? `${codes.slice(0, 3).join(', ')} … ${codes.at(-1)}` : codes.join(', ')
  const { dimensions, categories, periods, figures } = changes
  const moved = [...dimensions.added, ...dimensions.removed]
  const parts = [
    moved.length > 0 && t.dimensions(moved.join(', ')),
    ...categories.flatMap((c) => [
      c.added.length > 0 && t.added(c.dimension, n(c.added.length)),
      c.removed.length > 0 && t.removed(c.dimension, n(c.removed.length)),
      c.renamed.length > 0 && t.renamed(c.dimension, n(c.renamed.length)),
    ]),
    periods.added.length > 0 && t.periods(list(periods.added)),
    periods.removed.length > 0 && t.lostPeriods(list(periods.removed)),
    figures.changed > 0 && t.figures(n(figures.changed)),
    figures.flagged > 0 && t.flags(n(figures.flagged)),
  ].filter((part) => typeof part === 'string')
  return parts.join('; ')
}
