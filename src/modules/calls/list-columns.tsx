import type { PageRequest } from '../../kernel/page.ts'
import { dayIn, formatDay } from '../../kernel/time.ts'
import { type Column, Tag } from '../../ui/index.ts'
import { fundName, programmeName } from '../codes/index.ts'
import { kindName } from '../organisations/index.ts'
import type { Call } from './call.ts'
import { fundsOf, phaseOf } from './list.ts'
import { eurosIn, nameIn, nextInWords, percentIn } from './saying.ts'
import { lastDeadline } from './taking.ts'
import { text } from './text.ts'

/** The columns that a reader may choose, in the order in which they stand. The call itself always stands first. */
export const columnNames = [
  'state',
  'period',
  'opening',
  'closing',
  'fund',
  'programme',
  'ecosystem',
  'whoKinds',
  'rate',
  'money',
] as const
export type ColumnName = (typeof columnNames)[number]
const usual: readonly ColumnName[] = ['state', 'period', 'fund', 'money']

/** `columns=state,fund` or repeated; without it the usual ones. Unknown names are left out. */
export function columnsOf(params: URLSearchParams): readonly ColumnName[] {
  const asked = new Set(params.getAll('columns').flatMap((v) => v.split(',')))
  const chosen = columnNames.filter((name) => asked.has(name))
  return chosen.length > 0 ? chosen : usual
}

const tones = { open: 'ok', coming: 'on', past: 'plain', preparing: 'warm' } as const

export function listColumn(
  name: ColumnName,
  { language, now }: Pick<PageRequest, 'language' | 'now'>,
): Column<Call> {
  const t = text[language]
  const day = (at: Date | null) => <span class="num">{at ? formatDay(dayIn(at), language) : '–'}</span>
  const label = t[name]
  switch (name) {
    case 'state':
      return {
        label,
        cell: (call) => <Tag tone={tones[phaseOf(call, now)]}>{t.phases[phaseOf(call, now)]}</Tag>,
      }
    case 'period':
      return { label, phone: 'wide', cell: (call) => nextInWords(call, now, language) ?? '–' }
    case 'opening':
      return { label, phone: 'labelled', cell: (call) => day(call.opensAt) }
    case 'closing':
      return { label, phone: 'labelled', cell: (call) => day(lastDeadline(call)) }
    case 'fund':
      return {
        label,
        phone: 'labelled',
        cell: (call) =>
          fundsOf(call)
            .map((code) => fundName(code, language))
            .join(', ') || '–',
      }
    case 'programme':
      return {
        label,
        phone: 'labelled',
        cell: ({ settings: { programme } }) => (programme ? programmeName(programme, language) : '–'),
      }
    case 'ecosystem':
      return { label, phone: 'labelled', cell: (call) => nameIn(call.ecosystemName, language) }
    case 'whoKinds':
      return {
        label,
        phone: 'wide',
        cell: ({ settings: { applicants } }) =>
          applicants.map((kind) => kindName(kind, language)).join(', ') || '–',
      }
    case 'rate':
      return {
        label,
        phone: 'labelled',
        numeric: true,
        cell: ({ settings: { rates } }) => {
          const most = rates.map((r) => r.most).toSorted((a, b) => Number(b) - Number(a))[0]
          return most ? percentIn(most, language) : '–'
        },
      }
    case 'money':
      return {
        label,
        unit: '€',
        numeric: true,
        cell: ({ settings: { moneyTotal } }) => (moneyTotal ? eurosIn(moneyTotal, language) : '–'),
      }
  }
}
