import type { PageAnswer, PageRequest } from '../../kernel/page.ts'
import type { SheetColumn } from '../../kernel/sheet.ts'
import { type SheetFormat, sheetStream, sheetTypes } from '../../kernel/spreadsheet.ts'
import { dayIn, formatInstant } from '../../kernel/time.ts'
import { fundName } from '../codes/index.ts'
import { type Call, callPath } from './call.ts'
import { fundsOf, phaseOf } from './list.ts'
import { nameIn } from './saying.ts'
import { lastDeadline } from './taking.ts'
import { text } from './text.ts'

/** The calls of a list as a file, in its order and language. */
export function exportOf(
  calls: readonly Call[],
  format: SheetFormat,
  { language, now, baseUrl, link }: PageRequest,
): PageAnswer {
  const t = text[language]
  const instant = (at: Date | null) => (at ? formatInstant(at, language) : '')
  const columns: (SheetColumn & { of: (call: Call) => string | null })[] = [
    { header: t.code, kind: 'text', of: (call) => call.code },
    { header: t.call, kind: 'text', of: (call) => nameIn(call.title, language, call.code) },
    { header: t.ecosystem, kind: 'text', of: (call) => nameIn(call.ecosystemName, language) },
    { header: t.state, kind: 'text', of: (call) => t.phases[phaseOf(call, now)] },
    { header: t.opening, kind: 'text', of: (call) => instant(call.opensAt) },
    { header: t.closing, kind: 'text', of: (call) => instant(lastDeadline(call)) },
    {
      header: t.fund,
      kind: 'text',
      of: (call) =>
        fundsOf(call)
          .map((code) => fundName(code, language))
          .join(', '),
    },
    { header: `${t.money}, €`, kind: 'number', of: (call) => call.settings.moneyTotal },
    { header: t.page, kind: 'text', of: (call) => `${baseUrl}${link(callPath(call))}` },
  ]
  return {
    as: 'file',
    name: `${t.title.toLowerCase()}-${dayIn(now)}.${format}`,
    type: sheetTypes[format],
    content: sheetStream(
      format,
      columns,
      calls.map((call) => columns.map((column) => column.of(call))),
      { sheet: t.title, delimiter: language === 'en' ? ',' : ';' },
    ),
  }
}
