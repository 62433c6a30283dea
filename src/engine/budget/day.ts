/** A calendar day as "2026-03-05". Days of this form compare as texts. */
export type Day = string

const pattern = /^([1-9]\d{3})-(\d{2})-(\d{2})$/
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const lengthOf = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (lengths[month - 1] ?? 0)

/** Whether there is such a day; 2027-02-29 is none. */
export function isDay(text: string): boolean {
  const m = pattern.exec(text)
  return m !== null && Number(m[3]) >= 1 && Number(m[3]) <= lengthOf(Number(m[1]), Number(m[2]))
}

/** The same day so many years later; 29 February becomes 1 March in a year that has none. @throws RangeError */
export function yearsLater(day: Day, years: number): Day {
  if (!isDay(day)) throw new RangeError(`not a day: ${day}`)
  const year = Number(day.slice(0, 4)) + years
  return day.endsWith('-02-29') && !isLeap(year) ? `${year}-03-01` : `${year}${day.slice(4)}`
}
