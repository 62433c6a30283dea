import type { SheetColumn, SheetRow } from '../../kernel/sheet.ts'
import type { Language } from '../../kernel/text.ts'
import { isError, type Problem } from './problem.ts'
import { sayProblem } from './problem-text.ts'
import { text } from './text.ts'

/** The two columns that a rejects file has before the list's own: the row it was, and what to mend. */
export const rejectHeaders = (language: Language): readonly [row: string, problem: string] => [
  text[language].rejectRow,
  text[language].rejectProblem,
]

/** True for a column that only a rejects file has: a mended file dropped again is the same list. */
export const isRejectHeader = (header: string): boolean =>
  (['fi', 'sv', 'en'] as const).some((language) => rejectHeaders(language).includes(header))

export type RejectedRow = { rowNo: number; cells: readonly string[]; problems: readonly Problem[] }

/** The rejected rows as a table: the original columns, what is wrong before them. Mend it and drop it again. */
export function rejectsSheet(
  headers: readonly string[],
  rows: AsyncIterable<RejectedRow>,
  language: Language,
): { columns: readonly SheetColumn[]; rows: AsyncIterable<SheetRow> } {
  const columns = [...rejectHeaders(language), ...headers].map(
    (header): SheetColumn => ({ header, kind: 'text' }),
  )
  async function* lines(): AsyncGenerator<SheetRow> {
    for await (const { rowNo, cells, problems } of rows) yield [rowNo, saying(problems, language), ...cells]
  }
  return { columns, rows: lines() }
}

const saying = (problems: readonly Problem[], language: Language): string =>
  problems
    .filter(isError)
    .map((p) => (p.column ? `${p.column}: ${sayProblem(p, language)}` : sayProblem(p, language)))
    .join(' ')
