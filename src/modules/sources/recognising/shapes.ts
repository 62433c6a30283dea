import { type Cell, isBlank, textOf, trimmed } from '../cells.ts'
import { isCurrency, looksLikeAmount } from '../values/amounts.ts'
import { looksLikeDate, parseDate } from '../values/dates.ts'
import { spanOf } from '../values/spans.ts'

/** What a column's cells look like, as shares (0 to 1) of those that are not blank. */
export type Shape = {
  cells: number
  filled: number
  distinct: number
  date: number
  partialDate: number
  /** Two dates in one cell. */
  span: number
  amount: number
  percent: number
  code: number
  organisation: number
  currency: number
  identifier: number
  postcode: number
  nuts: number
  url: number
  point: number
  list: number
  /** Cells with two or more parts separated by `;`, `. ` or a line break, as lists of names are. */
  separated: number
  averageLength: number
  /** The first few different values, for people. */
  samples: readonly string[]
}

const codeForm = /^(?=.*\d)[\p{L}\d][\p{L}\d./_-]{1,39}$/u
const identifierForm = /^(FI)?\d{7}-?\d$|^\d{6}-?\d{4}$|^\d{8}$|^\d{10}$|^[A-Z]{2}[A-Z0-9]{8,12}$/
const nutsForm =
  /^(AT|BE|BG|CY|CZ|DE|DK|EE|EL|ES|FI|FR|HR|HU|IE|IT|LT|LU|LV|MT|NL|PL|PT|RO|SE|SI|SK|UK|NO|IS)[0-9A-Z]{1,3}$/
const postcodeForm =
  /^(FI-|SE-|LV-|DK-)?\d{3} ?\d{2}$|^(LV-|DK-)?\d{4}$|^\d{2}-\d{3}$|^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/i
const pointForm = /^\(?-?\d{1,3}\.\d+\s*[,; ]\s*-?\d{1,3}\.\d+\)?$/
const organisationForm =
  /(^|\s)(oy|oyj|ab|ry|rf|sr|ky|tmi|oü|as|a\/s|aps|i\/s|amba|gmbh|ltd|limited|plc|inc|llc|sia|uab|d\. ?o\. ?o\.?|sp\. z o\. ?o\.?|s\.a\.|spa|srl|b\.?v\.?|n\.?v\.?)([\s.,]|$)|kaupunki|kunta|kuntayhtymä|yliopisto|ammattikorkeakoulu|korkeakoulu|liitto|keskus|säätiö|yhdistys|seurakunta|virasto|laitos|kommun|universitet|högskola|region|stiftelse|länsstyrelse|landsting|förening|förbund|university|college|council|institute|ministry|agency|foundation|association|authority|kommune|højskole|skole|fonden|erhverv|ministerija|ministerstvo|gmina|województwo|spółka|uniwersytet|občina|univerza|zavod|fundacja|aģentūra|dome/iu

/** Watches the cells of one column and sums up their shape. Keeps at most `kept` different values. */
export function watchColumn(kept = 5_000) {
  const counts = {
    date: 0,
    partialDate: 0,
    span: 0,
    amount: 0,
    percent: 0,
    code: 0,
    organisation: 0,
    currency: 0,
    identifier: 0,
    postcode: 0,
    nuts: 0,
    url: 0,
    point: 0,
    list: 0,
    separated: 0,
  }
  const values = new Map<string, number>()
  let cells = 0
  let filled = 0
  let length = 0
  const take = (cell: Cell | undefined) => {
    cells++
    if (isBlank(cell)) return
    filled++
    const text = trimmed(textOf(cell))
    length += text.length
    if (values.size < kept || values.has(text)) values.set(text, (values.get(text) ?? 0) + 1)
    if (Array.isArray(cell)) {
      counts.list++
      return
    }
    if (text.length <= 40) {
      if (looksLikeDate(text)) counts.date++
      else if (['month-only', 'year-only'].includes(parseDate(text))) counts.partialDate++
      if (typeof cell === 'number' || looksLikeAmount(text)) counts.amount++
      if (/^\d{1,3}([.,]\d+)?\s*%/.test(text)) counts.percent++
      if (codeForm.test(text)) counts.code++
      if (isCurrency(text)) counts.currency++
      if (identifierForm.test(text)) counts.identifier++
      if (postcodeForm.test(text)) counts.postcode++
      if (nutsForm.test(text)) counts.nuts++
      if (pointForm.test(text)) counts.point++
    }
    if (spanOf(text)) counts.span++
    if (/^(https?:\/\/|www\.)\S+/i.test(text)) counts.url++
    if (text.length <= 200 && organisationForm.test(text)) counts.organisation++
    if (/\S;\s*\S|\S\.\s+\p{Lu}|\S\n\s*\S/u.test(text)) counts.separated++
  }
  const shape = (): Shape => {
    const share = (n: number) => (filled === 0 ? 0 : n / filled)
    const shares = Object.fromEntries(Object.entries(counts).map(([k, n]) => [k, share(n)])) as typeof counts
    return {
      cells,
      filled,
      distinct: values.size,
      ...shares,
      averageLength: share(length),
      samples: [...values.keys()].slice(0, 5),
    }
  }
  return { take, shape, values: () => values }
}

export type Watch = ReturnType<typeof watchColumn>
