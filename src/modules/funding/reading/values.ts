import { type Day, dayOf } from '../../../kernel/time.ts'

const sum = /^[$€£]?\s*(\d{1,3}(?:[ ,\u00a0\u202f]\d{3})+|\d+)(\.\d+)?$/

/** "$1,000,000" -> "1000000"; undefined for what tells more than a sum ("$450,000 for one grantee") or none. */
export function sumIn(text: string): string | undefined {
  const m = sum.exec(text.trim())
  return m ? `${m[1]!.replaceAll(/\D/g, '')}${m[2] ?? ''}` : undefined
}

/** "Between $1 and $5", "Exactly 2" and "$10,000" as a range of sums; undefined when it tells none. */
export function rangeIn(text: string): { least: string; most: string } | undefined {
  const between = /^between (\S+) and (\S+)$/i.exec(text.trim())
  const least = sumIn(between?.[1] ?? text.replace(/^exactly /i, ''))
  const most = between ? sumIn(between[2]!) : least
  return least !== undefined && most !== undefined ? { least, most } : undefined
}

/** "2025-06-11 07:00:00", "2024-08-01T12:00:00-00:00" and "2024-08-01" as they are written, without turning zones. */
export function dateIn(text: string): { date: Day; time: string | undefined } | undefined {
  const m = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}:\d{2}:\d{2}))?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?$/.exec(
    text.trim(),
  )
  const date = m && dayOf(Number(m[1]), Number(m[2]), Number(m[3]))
  return m && date ? { date, time: m[4] } : undefined
}

/** A moment; one that names no zone is taken as UTC. */
export function instantIn(text: string): Date | undefined {
  const read = dateIn(text)
  if (!read) return undefined
  const zone = /(?:Z|[+-]\d{2}:?\d{2})$/.exec(text.slice(10))?.[0] ?? 'Z'
  const at = Date.parse(`${read.date}T${read.time ?? '00:00:00'}${zone}`)
  return Number.isNaN(at) ? undefined : new Date(at)
}
