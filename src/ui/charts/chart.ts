import type { Language } from '../../kernel/text.ts'

/**
 * Charts are data. A page makes a `Chart` (what is shown, unit, source, and the figures in one of the forms below) and
 * the kit makes everything of it, on the server and without script:
 *
 * - `<ChartFigure chart={chart} files={…} />`: the figure on a page, drawn for a desk and for a phone, with its note and
 *   source, its table and the ways to take it away (chart-figure.tsx);
 * - `<Drawing chart={chart} size={wide} />`: the drawing alone, for a tile or a list (drawing.tsx);
 * - `standaloneSvg(chart, day)`: a picture that stands by itself, with title, note, source and day in it and every
 *   colour written out (standalone.tsx); `chartFile` answers it as SVG, PNG or CSV (files.ts).
 *
 * Which form: a change over time is `lines`, many of them `multiples`; amounts of things side by side are `bars`, by year
 * with a realised part `columns`; parts of a whole are `shares`; an estimate with its interval is `dots`; a value on its
 * way to a target is `bullets`. Bars start from zero, always. Nothing is told by colour alone: lines have their dash,
 * their end mark and their name; what is not certain is thin and ringed; an interval is drawn.
 */
export type Chart = Said & Form

/** What every chart says of itself. */
export type Said = {
  /** What the chart shows, as a heading would say it. */
  title: string
  /** Said once, above the drawing. */
  unit?: string | undefined
  /** Of figures that bring no text of their own. */
  decimals?: number | undefined
  /** What marks that are not certain are: "forecast". */
  unsure?: string | undefined
  /** How an interval was made, what is left out. */
  note?: string | undefined
  /** Publisher, table, version, licence: one line. */
  source: string
  language: Language
}

export type Form = Lines | Bars | Columns | Shares | Dots | Bullets | Multiples
export type Of<F extends Form['form']> = Said & Extract<Form, { form: F }>

/** One figure. `value` is for drawing; `exact` is the same in the source's digits, for the table and for CSV. */
export type Mark = {
  value: number
  exact?: string | undefined
  /** As it is written, where formatting by decimals would say it wrong. */
  text?: string | undefined
  /** The interval in which it lies. */
  low?: number | undefined
  high?: number | undefined
  /** Provisional, estimated, forecast. */
  uncertain?: boolean | undefined
}

/** A line with a mark for each period; null is a gap, never zero. */
export type Line = { name: string; points: readonly (Mark | null)[] }

export type Lines = {
  form: 'lines'
  periods: readonly string[]
  /** Where each period stands in time, where they are not even; a line then goes from figure to figure. Any unit. */
  at?: readonly number[] | undefined
  /** At most five, or any number where one of them is what the chart is about. */
  lines: readonly Line[]
  /** The line that the chart is about: the others stand behind it. */
  own?: number | undefined
  /** A level to be reached, drawn across. */
  target?: { value: number; name: string } | undefined
  /** From zero unless said otherwise; the break is then said in the drawing. */
  from?: 'zero' | 'data' | undefined
}

/** A thing among others, with its figure; null is not known. */
export type Row = { name: string; href?: string | undefined; mark: Mark | null; own?: boolean | undefined }

export type Bars = { form: 'bars'; rows: readonly Row[]; of: string }

/** Amounts by period, of which a part has come true. */
export type Columns = {
  form: 'columns'
  columns: readonly { period: string; mark: Mark | null; part?: Mark | null }[]
  /** What the amount and its part are called. */
  names: { whole: string; part: string }
}

export type Shares = {
  form: 'shares'
  /** At most five; a sixth is among the others. */
  parts: readonly string[]
  rows: readonly { name: string; marks: readonly (Mark | null)[] }[]
  of: string
}

export type Dots = {
  form: 'dots'
  rows: readonly Row[]
  of: string
  /** What the interval is: "80 % interval". */
  interval: string
  from?: 'zero' | 'data' | undefined
}

/** A value against its target; each has its own scale, since units differ. */
export type Bullets = {
  form: 'bullets'
  rows: readonly {
    name: string
    href?: string | undefined
    mark: Mark | null
    target: Mark | null
    /** From where it started. */
    baseline?: Mark | undefined
  }[]
  of: string
  names: { value: string; target: string }
}

export type Multiples = { form: 'multiples'; periods: readonly string[]; lines: readonly Line[] }
