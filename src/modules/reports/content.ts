import type { Aggregation } from '../../engine/indicators/index.ts'
import type { Names } from '../../kernel/text.ts'
import { decimalTyped, type Indicator, type NamedEnterprise } from '../indicators/index.ts'
import { enterprisesTyped, mostEnterprises, type RowFault } from './enterprise-list.ts'

/** What one organisation says of one indicator. */
export type ContentValue = {
  indicator: string
  definition: number
  nothing: boolean
  amount: string | null
  per: string | null
  narrative: string | null
  enterprises: NamedEnterprise[]
}

/** One organisation's part of a report. */
export type PartContent = { summary: string; values: ContentValue[] }

/** A report as it was sent: the parts of all its organisations. */
export type VersionContent = { parts: { organisation: string; name: string; content: PartContent }[] }

export type AskedIndicator = Pick<
  Indicator,
  'id' | 'code' | 'version' | 'name' | 'unit' | 'definition' | 'decimals'
> & {
  aggregation: Aggregation
}

export type ContentFault = {
  field: string
  key: 'notANumber' | 'saySomething' | 'zeroBelow' | 'sayWhich' | 'tooMany' | 'tooLong' | RowFault['key']
  row?: number
  typed?: string
}

/** The names of the fields of one indicator in a form. */
export const fieldsOf = (indicator: string) => ({
  amount: `n.${indicator}`,
  per: `d.${indicator}`,
  narrative: `t.${indicator}`,
  nothing: `x.${indicator}`,
  enterprises: `e.${indicator}`,
})

type Get = (field: string) => string

/** So many characters of one text; a longer one is refused, never cut. */
const mostCharacters = 10_000

function words(get: Get, field: string, faults: ContentFault[]): string {
  const typed = get(field).trim()
  if (typed.length > mostCharacters) faults.push({ field, key: 'tooLong' })
  return typed
}

/** What was typed of one indicator, and what is wrong with it. */
function valueTyped(get: Get, asked: AskedIndicator, faults: ContentFault[]): ContentValue {
  const field = fieldsOf(asked.id)
  const nothing = get(field.nothing) !== ''
  const value: ContentValue = {
    indicator: asked.id,
    definition: asked.version,
    nothing,
    amount: null,
    per: null,
    narrative: words(get, field.narrative, faults) || null,
    enterprises: [],
  }
  if (nothing) return value
  if (asked.aggregation === 'unique') return counted(get(field.enterprises), field.enterprises, value, faults)
  const number = (name: string): string | null => {
    const typed = get(name)
    if (typed.trim() === '') {
      faults.push({ field: name, key: 'saySomething' })
      return null
    }
    const decimal = decimalTyped(typed)
    if (decimal === undefined) faults.push({ field: name, key: 'notANumber' })
    return decimal ?? null
  }
  value.amount = number(field.amount)
  if (asked.aggregation === 'ratio') {
    value.per = number(field.per)
    if (value.per !== null && Number(value.per) <= 0) faults.push({ field: field.per, key: 'zeroBelow' })
  }
  return value
}

function counted(typed: string, field: string, value: ContentValue, faults: ContentFault[]): ContentValue {
  const { list, faults: rows } = enterprisesTyped(typed)
  for (const { row, typed: line, key } of rows) faults.push({ field, key, row, typed: line })
  if (list.length > mostEnterprises) faults.push({ field, key: 'tooMany' })
  if (list.length === 0 && rows.length === 0) faults.push({ field, key: 'sayWhich' })
  const numbered = list.filter(({ business }) => business !== null).length
  return { ...value, amount: `${numbered}`, enterprises: list }
}

/** One organisation's part as it was typed, and everything that is wrong with it. */
export function partTyped(
  get: Get,
  asked: readonly AskedIndicator[],
): { content: PartContent; faults: ContentFault[] } {
  const faults: ContentFault[] = []
  const values = asked.map((one) => valueTyped(get, one, faults))
  return { content: { summary: words(get, 'summary', faults), values }, faults }
}

/** How a report is called in lists: the project and its period. */
export type ReportTitle = { project: Names; from: string; to: string }
