import { createHash } from 'node:crypto'
import type { DraftFields, DraftKind } from '../../kernel/draft.ts'
import { ruleOf } from '../../kernel/rule.ts'
import { inEach } from '../../kernel/text.ts'
import { formatDay } from '../../kernel/time.ts'
import type { Before } from '../drafts/index.ts'
import { columnsText } from './columns-text.ts'
import { fieldLabel } from './field-text.ts'
import { fieldNames } from './fields.ts'
import { ofImport } from './place.ts'
import { type ImportHead, importById } from './queries.ts'

const plansOf = ({ layout }: ImportHead) => layout.plan?.columns ?? []

/**
 * "id:columns": the fields of the form are the columns as they were read. Read in another way, the list has another
 * form, and what was chosen for the columns of before is not taken for choices about the new ones.
 */
const subjectOf = (found: ImportHead): string => {
  const headers = JSON.stringify(plansOf(found).map((c) => c.header))
  return `${found.id}:${createHash('sha256').update(headers).digest('hex').slice(0, 12)}`
}
const importOf = (subject: string): string => subject.split(':')[0] ?? ''

/** What a list's columns mean and how it is read: those who bring lists into its ecosystem say it together. */
export const listDetails: DraftKind = {
  kind: 'import.columns',
  shared: true,
  title: inEach((l) => columnsText[l].details),
  path: (subject) => `/sources/${importOf(subject)}?step=columns`,
  allow: ruleOf(ofImport, ({ subject }: { subject: string }) => ({ id: importOf(subject) })),
  fields: inEach((l): DraftFields => {
    const t = columnsText[l]
    return {
      currency: t.currency,
      dayOrder: { label: t.dayOrder, values: { dmy: t.dmy, mdy: t.mdy } },
      decimal: { label: t.decimal, values: { ',': t.comma, '.': t.point } },
      asOf: t.asOfLabel,
      encoding: t.encoding,
      delimiter: { label: t.delimiter, values: t.delimiters },
      sheet: t.sheet,
      saveAs: t.saveAs,
    }
  }),
  told: async ({ db }, subject) => {
    const found = await importById(db, importOf(subject))
    const meanings = Object.fromEntries([
      ['', inEach((l) => columnsText[l].notUsed)],
      ...fieldNames.map((f) => [f, inEach((l) => fieldLabel(f, l))]),
    ])
    return Object.fromEntries(
      (found ? plansOf(found) : []).flatMap(({ index, header }) => [
        [`field-${index}`, { label: inEach((l) => columnsText[l].meaningOf(header)), values: meanings }],
        [`scale-${index}`, { label: inEach((l) => columnsText[l].scale(header)) }],
      ]),
    )
  },
}

/** The form and what stands in it before somebody changes anything: every field that it has. */
export function detailsForm(found: ImportHead) {
  const { plan, table } = found.layout
  const before: Record<string, string> = {
    asOf: found.asOf ? formatDay(found.asOf, 'fi') : '',
    currency: plan?.mapping.currency ?? '',
    saveAs: '',
  }
  for (const column of plansOf(found)) before[`field-${column.index}`] = column.field ?? ''
  for (const question of plan?.questions ?? []) {
    if (question.about === 'day-order') before.dayOrder = ''
    if (question.about === 'decimal-sign') before.decimal = ''
    if (question.about === 'scale')
      before[`scale-${plansOf(found).findIndex((c) => c.header === question.column)}`] = ''
  }
  if (table?.format === 'csv')
    Object.assign(before, { encoding: table.encoding ?? 'utf-8', delimiter: table.delimiter })
  if (table?.otherSheets?.length) before.sheet = table.sheet ?? ''
  return { kind: listDetails, subject: subjectOf(found), before: before as Before }
}
