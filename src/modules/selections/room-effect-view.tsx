import { type Names, pick } from '../../kernel/text.ts'
import { Matrix, type MatrixCell } from '../../ui/index.ts'
import { columnsOfScreen } from './room-columns-view.tsx'
import { effectText } from './room-effect-text.ts'
import { type RoomRow, sumOf } from './room-figures.ts'
import type { RoomScreen } from './room-screen.ts'

/** A value of the ecosystem's frame, 'dimension/code', and its name. */
export type FrameValue = { value: string; name: Names }

/**
 * What the portfolio does to the frame: its first two dimensions crossed, the money and number of those that are sure,
 * and how many are still to be discussed. A candidate with several values counts in each of its cells.
 */
export function Effect({ screen, frame }: { screen: RoomScreen; frame: readonly FrameValue[] }) {
  const { language } = screen
  const t = effectText[language]
  const columns = columnsOfScreen(screen)
  const used = frame.filter(({ value }) =>
    screen.room.candidates.some(({ values }) => values.includes(value)),
  )
  const [first, second] = [...new Set(used.map(({ value }) => dimensionOf(value)))]
  if (!columns || !first || !second) return null
  const axis = (dimension: string) =>
    frame
      .filter(({ value }) => dimensionOf(value) === dimension)
      .map(({ value, name }) => ({ key: value, label: pick(name, language)?.text ?? value }))
  const at = (rows: readonly RoomRow[], row: string, column: string) =>
    rows.filter(({ values }) => values.includes(row) && values.includes(column))
  const cell = (row: string, column: string): MatrixCell => {
    const [sure, open] = [at(columns.yes, row, column), at(columns.discuss, row, column)]
    if (sure.length === 0)
      return open.length > 0
        ? { state: { kind: 'open', word: t.open }, note: t.counts(0, open.length) }
        : { state: { kind: 'gap', word: t.gap } }
    return {
      quantity: { millions: { cents: sumOf(sure), currency: 'EUR' } },
      note: t.counts(sure.length, open.length),
    }
  }
  return (
    <section data-key="effect">
      <h2>{t.title}</h2>
      <Matrix caption={t.caption} rows={axis(first)} columns={axis(second)} cell={cell} language={language} />
      <p class="note">{t.note}</p>
    </section>
  )
}

const dimensionOf = (value: string): string => value.slice(0, value.indexOf('/'))
