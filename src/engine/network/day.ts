/** A calendar day as whole days since 1 January 1970. */
export type Day = number

/** A year's length in days, leap years evened out. */
export const daysInYear = 365.25

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/

/** The day that is written "2026-03-05", or undefined if there is no such day. */
export function readDay(text: string): Day | undefined {
  const parts = pattern.exec(text)
  if (!parts) return undefined
  const day = Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])) / 86_400_000
  return writeDay(day) === text ? day : undefined
}

/** The day as "2026-03-05". */
export function writeDay(day: Day): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10)
}
