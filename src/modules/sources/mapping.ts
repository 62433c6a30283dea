import type { Field } from './fields.ts'
import type { DecimalSign } from './values/amounts.ts'
import type { DayOrder } from './values/dates.ts'

/** One column of a list and what it means. */
export type MappedColumn = {
  header: string
  field: Field | null
  /** ISO 4217, when this column's amounts are in another currency than the list's. */
  currency?: string
  /** 1000 when the column counts in thousands. */
  scale?: number
}

/** Terms of a list in the words of the product, by field: `{fund: {ERDFN: 'ERDF'}}`. */
export type TermTable = Readonly<
  Partial<Record<'fund' | 'status' | 'period', Readonly<Record<string, string>>>>
>

/** How partners stand in one cell. */
export type PartnerForm = 'semicolon' | 'line' | 'bar' | 'full-stop' | 'comma'

/** How the rows of one list become projects. Plain JSON: saved with each import and in profiles. */
export type Mapping = {
  columns: readonly MappedColumn[]
  decimal?: DecimalSign
  dayOrder?: DayOrder
  /** ISO 4217 of the amounts, where neither cell nor column says otherwise. */
  currency?: string
  /** Of titles and summaries (ISO 639-1). */
  language?: string
  /** ISO 3166-1 alpha-2: whose business ids and postcodes these are. */
  country?: string
  /** The register of the business ids, where no country tells it. */
  idScheme?: string
  /** Whose project codes: lists of one registry speak of the same project by the same code. */
  registry: string
  partners?: PartnerForm
  terms?: TermTable
  /** A sign that stands for a comma in titles, because commas were replaced upstream. */
  commaStandIn?: string
  defaults?: { fund?: string; programme?: string; period?: string; status?: string }
}
