import { formatAmount } from '../../kernel/money.ts'
import { formatCount, type Language } from '../../kernel/text.ts'
import {
  Bar,
  Figure,
  Matrix,
  type MatrixCell,
  type Origin,
  text as parts,
  Scroll,
  Table,
  Tag,
} from '../../ui/index.ts'
import { type Axis, frameValue } from './entry.ts'
import { countedIn, inMeasure, labelOf, millions, nameIn, percent } from './figures.ts'
import type { MatrixGroup, PortfolioMatrix, TargetStanding } from './matrix.ts'
import { viewText } from './view-text.ts'

export type MatrixViewProps = {
  matrix: PortfolioMatrix
  /** What the depth of a cell and its figure tell. */
  measure: 'money' | 'count'
  caption: string
  /** Where a cell opens its things, or a gap its next step; undefined leaves it plain. */
  cellHref?: ((row: string, column: string, isGap: boolean) => string | undefined) | undefined
  /** The next step of a gap in words. */
  gapStep?: string | undefined
  /** Where the sum comes from. */
  origin?: Origin | undefined
  language: Language
}

/** Two dimensions crossed, with the sum said once, gaps drawn as gaps, and the same numbers in a table. */
export function MatrixView(props: MatrixViewProps) {
  const { matrix, measure, caption, cellHref, gapStep, language } = props
  const t = viewText[language]
  const cell = (row: string, column: string): MatrixCell => {
    const group = matrix.cell(row, column)
    const isGap = group.count === 0
    const href = cellHref?.(row, column, isGap)
    if (isGap) return { state: { kind: 'gap', word: t.gap }, note: gapNote(group, gapStep, language), href }
    return {
      quantity: measure === 'money' ? millions(group.money) : { count: group.count },
      note: noteOf(group, measure, language),
      href,
    }
  }
  return (
    <div class="portfolio-matrix">
      <Matrix
        caption={caption}
        rows={heads(matrix.rows, language)}
        columns={heads(matrix.columns, language)}
        cell={cell}
        language={language}
      />
      <Sum {...props} />
      <details class="twin">
        <summary>{parts[language].asTable}</summary>
        <Scroll label={caption}>
          <CellTable matrix={matrix} caption={caption} language={language} />
        </Scroll>
      </details>
    </div>
  )
}

const heads = (axis: Axis, language: Language) =>
  axis.values.map(({ code }) => ({ key: code, label: labelOf(axis, code, language) }))

/** The next step of a gap, and what was aimed at there. */
function gapNote({ target }: MatrixGroup, step: string | undefined, language: Language): string | undefined {
  const aim =
    target &&
    `${viewText[language].target.toLowerCase()} ${inMeasure(target.target.measure, target.target.amount, language)}`
  return [step, aim].filter(Boolean).join(', ') || undefined
}

function noteOf(group: MatrixGroup, measure: 'money' | 'count', language: Language): string {
  const t = viewText[language]
  const open = group.entries.filter((entry) => entry.sure === false && entry.state === 'candidate').length
  const said = measure === 'money' ? t.counted(countedIn(group.entries)) : percent(group.share, language)
  const target =
    group.target && ` / ${inMeasure(group.target.target.measure, group.target.target.amount, language)}`
  return `${said}${open > 0 ? t.open(open) : ''}${target ?? ''}`
}

function Sum({ matrix, origin, language }: MatrixViewProps) {
  const t = viewText[language]
  const { total, unplaced, several } = matrix
  return (
    <p class="note">
      {t.total} <Figure quantity={millions(total.money)} origin={origin} language={language} />,{' '}
      {t.counted(countedIn(matrix.entries))}. {t.each} {t.several(several)}
      {unplaced.length > 0 && ` ${t.unplaced(unplaced.length)}`}
    </p>
  )
}

type CellTableProps = { matrix: PortfolioMatrix; caption: string; language: Language }

function CellTable({ matrix, caption, language }: CellTableProps) {
  const t = viewText[language]
  const rows = matrix.rows.values.flatMap((row) =>
    matrix.columns.values.map((column) => ({
      row: row.code,
      column: column.code,
      group: matrix.cell(row.code, column.code),
    })),
  )
  return (
    <Table
      caption={caption}
      density="tight"
      rows={rows}
      columns={[
        {
          label: nameIn(matrix.rows, language),
          heading: true,
          cell: (r) => labelOf(matrix.rows, r.row, language),
        },
        { label: nameIn(matrix.columns, language), cell: (r) => labelOf(matrix.columns, r.column, language) },
        { label: t.count, numeric: true, cell: (r) => formatCount(r.group.count, language) },
        {
          label: t.money,
          numeric: true,
          cell: (r) => formatAmount(r.group.money, language),
        },
        { label: t.share, numeric: true, cell: (r) => percent(r.group.share, language) },
        { label: t.target, cell: (r) => <Against standing={r.group.target} language={language} /> },
      ]}
      language={language}
    />
  )
}

/** Where something stands against its target, with a word and a sign. */
export function Against({
  standing,
  language,
}: {
  standing: TargetStanding | undefined
  language: Language
}) {
  const t = viewText[language]
  if (!standing) return <span class="quiet">{t.noTarget}</span>
  const { target, met } = standing
  return (
    <>
      {inMeasure(target.measure, target.amount, language)}{' '}
      <Tag sign={met ? 'done' : 'waiting'} tone={met ? 'ok' : 'warm'}>
        {met ? t.met : t.below}
      </Tag>
    </>
  )
}

export type ValueTableProps = {
  axis: Axis
  groupOf: (code: string) => MatrixGroup
  hrefOf?: ((value: string) => string) | undefined
  language: Language
}

/** The values of one dimension: how many, how much, what share, and how that stands against the target. */
export function ValueTable({ axis, groupOf, hrefOf, language }: ValueTableProps) {
  const t = viewText[language]
  const rows = axis.values.map(({ code }) => ({ code, group: groupOf(code) }))
  const most = Math.max(0, ...rows.map((r) => Number(r.group.money)))
  return (
    <Table
      caption={nameIn(axis, language)}
      density="tight"
      cards
      rows={rows}
      columns={[
        {
          label: nameIn(axis, language),
          heading: true,
          cell: (r) => {
            const label = labelOf(axis, r.code, language)
            return hrefOf && r.group.count > 0 ? (
              <a href={hrefOf(frameValue(axis, r.code))}>{label}</a>
            ) : (
              label
            )
          },
        },
        {
          label: parts[language].bar,
          quiet: true,
          phone: 'wide',
          class: 'portfolio-bar',
          cell: (r) => <Bar value={Number(r.group.money)} max={most} />,
        },
        {
          label: t.count,
          numeric: true,
          phone: 'labelled',
          cell: (r) => formatCount(r.group.count, language),
        },
        {
          label: t.money,
          numeric: true,
          phone: 'labelled',
          cell: (r) => formatAmount(r.group.money, language),
        },
        { label: t.share, numeric: true, phone: 'labelled', cell: (r) => percent(r.group.share, language) },
        {
          label: t.target,
          phone: 'labelled',
          cell: (r) => <Against standing={r.group.target} language={language} />,
        },
      ]}
      language={language}
    />
  )
}
