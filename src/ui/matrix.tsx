import type { Language } from '../kernel/text.ts'
import { inWords, magnitude, type Quantity } from './quantity.ts'
import { Scroll } from './table.tsx'

export type MatrixCell = {
  quantity?: Quantity | undefined
  /** Under the figure: "2 projects + 1 to discuss". */
  note?: string | undefined
  href?: string | undefined
  /** `open`: a person decides; `gap`: nothing here. Said in words too. */
  state?: { kind: 'open' | 'gap'; word: string } | undefined
}

export type MatrixProps = {
  caption: string
  rows: readonly { key: string; label: string }[]
  columns: readonly { key: string; label: string }[]
  cell: (row: string, column: string) => MatrixCell
  language: Language
}

/** Two dimensions of a frame crossed: the deeper the blue, the more there is; a gap is drawn as a gap. */
export function Matrix({ caption, rows, columns, cell, language }: MatrixProps) {
  const all = rows.flatMap((row) => columns.map((column) => cell(row.key, column.key)))
  const most = Math.max(0, ...all.map((c) => (c.quantity ? magnitude(c.quantity) : 0)))
  return (
    <Scroll label={caption}>
      <table class="matrix">
        <caption class="vh">{caption}</caption>
        <thead>
          <tr>
            <td />
            {columns.map((column) => (
              <th scope="col">{column.label}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              <th scope="row">{row.label}</th>
              {columns.map((column) => (
                <Cell of={cell(row.key, column.key)} most={most} language={language} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

/** Fifths of the largest cell: q1 least, q5 most. */
export function depth(value: number, most: number): string {
  if (most <= 0 || value <= 0) return 'q1'
  return `q${Math.min(5, Math.max(1, Math.ceil((value / most) * 5)))}`
}

function Cell({ of, most, language }: { of: MatrixCell; most: number; language: Language }) {
  const name = of.state?.kind ?? depth(of.quantity ? magnitude(of.quantity) : 0, most)
  const figure = of.state?.word ?? (of.quantity ? inWords(of.quantity, language) : '')
  return (
    <td class={name}>
      <b>{of.href ? <a href={of.href}>{figure}</a> : figure}</b>
      {of.note}
    </td>
  )
}
