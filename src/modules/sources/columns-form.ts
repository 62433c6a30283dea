import type { Language } from '../../kernel/text.ts'
import type { FieldError } from '../../ui/index.ts'
import type { Sent } from '../drafts/index.ts'
import { columnsText } from './columns-text.ts'
import { type Field, isField } from './fields.ts'
import type { ImportHead } from './queries.ts'
import { isDateFault, parseDate } from './values/dates.ts'

/** What a person sent with the form of columns: only what differs from what was recognised is a statement. */
export function readColumnsForm({ text: said }: Pick<Sent, 'text'>, found: ImportHead, language: Language) {
  const plan = found.layout.plan!
  const columns: Record<string, Field | null> = {}
  const scales: Record<string, number> = {}
  for (const column of plan.columns) {
    const value = said(`field-${column.index}`)
    const field = isField(value) ? value : null
    if (field !== column.field) columns[column.header] = field
    const scale = Number(said(`scale-${column.index}`))
    if (scale > 0) scales[column.header] = scale
  }
  const { mapping } = plan
  const currency = said('currency')
  const dayOrder = said('dayOrder')
  const decimal = said('decimal')
  const errors: FieldError[] = []
  const written = said('asOf')
  const day = written ? parseDate(written, 'dmy') : undefined
  if (day !== undefined && isDateFault(day))
    errors.push({ name: 'asOf', text: columnsText[language].asOfWrong })
  const asOf = day !== undefined && !isDateFault(day) && day !== found.asOf ? day : undefined
  const saveAs = said('saveAs')
  return {
    errors,
    input: {
      id: found.id,
      goOn: true,
      ...(asOf && { asOf }),
      ...(saveAs && { saveAs }),
      ...readingOf(said, found),
      choices: {
        ...(Object.keys(columns).length > 0 && { columns }),
        ...(Object.keys(scales).length > 0 && { scales }),
        ...(currency && currency !== mapping.currency && { currency }),
        ...((dayOrder === 'dmy' || dayOrder === 'mdy') && { dayOrder }),
        ...((decimal === ',' || decimal === '.') && { decimal }),
      },
    },
  }
}

/** How the bytes are to be read, when the person says otherwise than was recognised. */
function readingOf(said: Sent['text'], found: ImportHead) {
  const table = found.layout.table
  const changed = (name: 'encoding' | 'delimiter' | 'sheet') => {
    const value = said(name)
    return value && value !== table?.[name] ? { [name]: value } : {}
  }
  const reading = { ...changed('encoding'), ...changed('delimiter'), ...changed('sheet') }
  return Object.keys(reading).length > 0 ? { reading: { ...found.layout.reading, ...reading } } : {}
}
