import type { ComponentChildren } from 'preact'
import type { Language } from '../kernel/text.ts'
import { text } from './text.ts'

export type Sort = {
  /** The same view sorted by this column (or the other way round). */
  href: string
  direction?: 'ascending' | 'descending' | undefined
}

export type Column<Row> = {
  label: string
  /** Said once, in the column's head; on the phone's cards after the number. */
  unit?: string | undefined
  cell: (row: Row) => ComponentChildren
  /** The last row, such as a sum. */
  foot?: ComponentChildren
  /** Numbers stand right, with the same decimals. */
  numeric?: boolean
  /** The cell that names its row; one column of a table has it. */
  heading?: boolean
  sort?: Sort | undefined
  /** The label is for screen readers only, as over a column of bars. */
  quiet?: boolean
  /**
   * On the phone a row is a card: `wide` takes a line of its own, `labelled` says its column, `line` does both,
   * `hidden` is left out.
   */
  phone?: 'wide' | 'labelled' | 'line' | 'hidden'
  class?: string
}

export type TableProps<Row> = {
  caption: string
  /** Shown above the table; otherwise the section's heading says it already. */
  showCaption?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  /** Rows become cards on the phone. A table of few columns stays a table. */
  cards?: boolean
  density?: 'tight' | 'normal' | 'airy'
  /** Marks of a row, such as `data-code`, which ties it to a map. */
  rowProps?: (row: Row) => Record<`data-${string}`, string>
  class?: string
  language: Language
}

export function Table<Row>(props: TableProps<Row>) {
  const { caption, columns, rows, language } = props
  const hasFoot = columns.some((column) => column.foot !== undefined)
  const name = ['tbl', props.cards && 'cards', props.density !== 'normal' && props.density, props.class]
  return (
    <table class={name.filter(Boolean).join(' ')}>
      <caption class={props.showCaption ? undefined : 'vh'}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <Head column={column} language={language} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr {...props.rowProps?.(row)}>
            {columns.map((column) => (
              <Cell column={column} content={column.cell(row)} />
            ))}
          </tr>
        ))}
      </tbody>
      {hasFoot && (
        <tfoot>
          <tr>
            {columns.map((column) => (
              <Cell column={column} content={column.foot ?? ''} />
            ))}
          </tr>
        </tfoot>
      )}
    </table>
  )
}

function Head<Row>({ column, language }: { column: Column<Row>; language: Language }) {
  const { sort } = column
  const name = column.unit ? `${column.label}, ${column.unit}` : column.label
  const label = column.quiet ? <span class="vh">{name}</span> : name
  const arrow = sort?.direction && (sort.direction === 'descending' ? ' ↓' : ' ↑')
  return (
    <th scope="col" class={classOf(column)} aria-sort={sort?.direction}>
      {sort ? (
        <a href={sort.href} title={`${text[language].sortBy}: ${column.label}`}>
          {label}
          {arrow && <span aria-hidden="true">{arrow}</span>}
        </a>
      ) : (
        label
      )}
    </th>
  )
}

function Cell<Row>({ column, content }: { column: Column<Row>; content: ComponentChildren }) {
  if (column.heading)
    return (
      <th scope="row" class={classOf(column)} data-l={column.phone === 'labelled' ? column.label : undefined}>
        {content}
      </th>
    )
  return (
    <td
      class={classOf(column)}
      data-l={column.phone === 'labelled' || column.phone === 'line' ? column.label : undefined}
      data-u={content === '' ? undefined : column.unit}
    >
      {content}
    </td>
  )
}

function classOf<Row>(column: Column<Row>): string | undefined {
  const names = [
    column.numeric && 'r',
    (column.phone === 'wide' || column.phone === 'line') && 'wide',
    column.phone === 'hidden' && 'hide',
    column.class,
  ]
  return names.filter(Boolean).join(' ') || undefined
}

/** A table wider than its column scrolls inside a frame that the keyboard reaches. */
export function Scroll({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <section class="scroll" aria-label={label} tabIndex={0}>
      {children}
    </section>
  )
}
