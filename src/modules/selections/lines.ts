import { readAmount } from '../../engine/budget/index.ts'
import { decimalOf } from '../../kernel/money.ts'
import type { Names } from '../../kernel/text.ts'
import type { SelectionSettings } from './settings.ts'

/** An id made of a name: "Kaupunkien tavoitteet" is "kaupunkien-tavoitteet"; with a number where it is taken. */
export function idFrom(name: string, taken: ReadonlySet<string>): string {
  const plain = name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 32)
  const base = plain === '' ? 'x' : plain
  for (let n = 1; ; n++) {
    const id = n === 1 ? base : `${base}-${n}`
    if (!taken.has(id)) return id
  }
}

type Named = { id: string; name: Names }

const partsOf = (line: string): string[] => line.split('|').map((part) => part.trim())
const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((l) => l.trim())
    .filter(Boolean)

const namesFrom = ([fi = '', sv = '', en = '']: readonly string[]): {
  fi: string
  sv?: string
  en?: string
} => ({
  fi,
  ...(sv && { sv }),
  ...(en && { en }),
})

/** Who keeps its first name keeps its id, so that scores and costs stay where they are. */
function idOf(name: string, known: readonly Named[], taken: Set<string>): string {
  const same = known.find((k) => k.name.fi === name && !taken.has(k.id))
  const id = same?.id ?? idFrom(name, new Set([...taken, ...known.map((k) => k.id)]))
  taken.add(id)
  return id
}

/** Criteria, one a line: "Vaikuttavuus | Genomslag | Impact | what it means". */
export function criteriaFrom(
  text: string,
  known: SelectionSettings['criteria'],
): SelectionSettings['criteria'] {
  const taken = new Set<string>()
  return linesOf(text).map((line) => {
    const parts = partsOf(line)
    return { id: idOf(parts[0]!, known, taken), name: namesFrom(parts), note: parts[3] ?? '' }
  })
}

/** Budgets, one a line, the sum last: "EU-rahoitus | EU-finansiering | EU funding | 3 600 000". Wrong lines apart. */
export function budgetsFrom(
  text: string,
  known: SelectionSettings['budgets'],
): { budgets: SelectionSettings['budgets']; wrong: string[] } {
  const taken = new Set<string>()
  const wrong: string[] = []
  const budgets = linesOf(text).flatMap((line) => {
    const parts = partsOf(line)
    const amount = readAmount(parts.pop() ?? '')
    if (!amount.ok || parts.length === 0 || !parts[0]) {
      wrong.push(line)
      return []
    }
    return [{ id: idOf(parts[0], known, taken), name: namesFrom(parts), limit: decimalOf(amount.cents) }]
  })
  return { budgets, wrong }
}

export const agendaFrom = (text: string): string[] => linesOf(text)

/** The same lines as they are shown for changing. */
export const criteriaLines = (criteria: SelectionSettings['criteria']): string =>
  criteria.map(({ name, note }) => [name.fi ?? '', name.sv ?? '', name.en ?? '', note].join(' | ')).join('\n')

export const budgetLines = (budgets: SelectionSettings['budgets']): string =>
  budgets
    .map(({ name, limit }) =>
      [name.fi ?? '', name.sv ?? '', name.en ?? '', limit.replace('.', ',')].join(' | '),
    )
    .join('\n')
