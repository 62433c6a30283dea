import type { Day } from '../../kernel/time.ts'
import { type Priority, type Programme, priorities, programmes } from './lists.ts'
import { byCode } from './rules.ts'

const programmeTable = byCode(programmes)
const priorityTable = byCode(priorities)
const programmeTexts = new Map(
  programmes.flatMap((p) =>
    [p.name.fi, p.name.sv, p.name.en, ...(p.texts ?? [])].map((t) => [key(t ?? ''), p] as const),
  ),
)

function key(text: string): string {
  return text.normalize('NFC').trim().replaceAll('–', '-').toLocaleLowerCase('fi')
}

export const programmeByCode = (code: string): Programme | undefined => programmeTable.get(code)

/** A programme by its name or by the part of it that the Finnish lists write ("Etelä-Suomen suuralueosio"). */
export const programmeOf = (text: string): Programme | undefined => programmeTexts.get(key(text))

/** A priority of a programme by its number: "2", "TL 2" or "2. Uusimman tiedon ...". */
export function priorityOf(programme: string, text: string): Priority | undefined {
  const number = /^(?:tl|toimintalinja|po|priority)?\s*(\d+)\b/i.exec(text.trim())?.[1]
  return number === undefined ? undefined : priorityTable.get(`${programme}/${number}`)
}

// When costs could be paid: Reg. 1083/2006 art. 56(1), 1303/2013 art. 65(2), 2021/1060 art. 63(2).
const eligible: readonly { period: string; from: Day; to: Day }[] = [
  { period: '2007-2013', from: '2007-01-01', to: '2015-12-31' },
  { period: '2014-2020', from: '2014-01-01', to: '2023-12-31' },
  { period: '2021-2027', from: '2021-01-01', to: '2029-12-31' },
]

/** The period in whose time of eligible costs the project fits, when there is exactly one. */
export function periodOfDates(start: Day | undefined, end: Day | undefined): string | undefined {
  if (!start || !end) return undefined
  const fits = eligible.filter((p) => p.from <= start && end <= p.to)
  return fits.length === 1 ? fits[0]!.period : undefined
}

/** The period that a Finnish project code tells: A3, A5, A6 and S1 are of 2007-2013, A7 and S2 of 2014-2020. */
export function periodOfCode(code: string): string | undefined {
  if (/^(A3\d{4}|A5\d{5}|A6\d{8}|S1\d{4})$/.test(code)) return '2007-2013'
  if (/^(A7\d{4}|S2\d{4})$/.test(code)) return '2014-2020'
  return undefined
}

/** The period that a text names: "2014-2020", "2014–2020", "kausi 2014–20". */
export function periodOfText(text: string): string | undefined {
  const years = /\b(20\d\d)\s*[-–—/]\s*(?:20)?(\d\d)\b/.exec(text)
  if (!years) return undefined
  const period = `${years[1]}-20${years[2]}`
  return eligible.some((p) => p.period === period) ? period : undefined
}

/** The programming period by what is known, the surest first: the text, the code, the dates. */
export const periodOf = (known: {
  text?: string
  code?: string
  start?: Day
  end?: Day
}): string | undefined =>
  (known.text && periodOfText(known.text)) ||
  (known.code && periodOfCode(known.code)) ||
  periodOfDates(known.start, known.end)
