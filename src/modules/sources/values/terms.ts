import { fundOf, statusOf } from '../../codes/index.ts'
import { oneLine } from '../cells.ts'

/** "EAKR" -> "ERDF"; a fund nobody here knows keeps its own name. */
export const fundTerm = (text: string): string => fundOf(text) ?? oneLine(text)

/** "Toiminta päättynyt" -> "ended". */
export const statusTerm = (text: string): string | undefined => statusOf(text)

/** "2014–2020", "kausi 2014-20" -> "2014-2020"; other text as it stands. */
export function periodTerm(text: string): string {
  const m = /\b((?:19|20)\d\d)\s*[-–—/]\s*((?:19|20)?\d\d)\b/.exec(text)
  return m ? `${m[1]}-${m[2]!.length === 2 ? m[1]!.slice(0, 2) + m[2] : m[2]}` : oneLine(text)
}

/** "2", "TL 2" and "2.0" are one priority; names stay names. */
export const priorityTerm = (text: string): string => oneLine(text).replace(/^(\d+)\.0$/, '$1')

/** "Norrbotten, Västerbotten" -> two places. */
export const placesOf = (text: string): string[] => [
  ...new Set(
    oneLine(text)
      .split(/\s*[,;|]\s*/)
      .filter((part) => part !== ''),
  ),
]
