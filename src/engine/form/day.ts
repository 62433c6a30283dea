/** A day as people write it, "5.3.2026" or "2026-03-05", as "2026-03-05"; undefined when there is no such day. */
export function readDay(text: string): string | undefined {
  const written = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text.trim())
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim())
  const [year, month, day] = written
    ? [Number(written[3]), Number(written[2]), Number(written[1])]
    : [Number(iso?.[1]), Number(iso?.[2]), Number(iso?.[3])]
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  const exists = year >= 1000 && month >= 1 && month <= 12 && day >= 1 && day <= lengths[month - 1]!
  return exists ? `${year}-${pair(month)}-${pair(day)}` : undefined
}

const pair = (n: number): string => String(n).padStart(2, '0')
