import { isPerson } from './party-list-marks.ts'

/** What stands beside a name in a list and is no part of it. */
export type Noted = { start: number; end: number; lead: boolean }

const leadWord =
  '(?:lead\\s?partner|leader|coordinator|lead|leadpart|koordinator|koordinaattori|päätoteuttaja|hankkeen vetäjä|vetäjä|huvudgenomförare|projektägare|projektejer|hovedpartner|huvudpartner)'
const partnerWord =
  '(?:partners?|partnere|partnerit|kumppanit?|osatoteuttajat?|delgenomförare|samarbetspartners?|samarbejdspartnere?|yhteistyökumppanit|projektpartnere?|deltagere|deltagare|osapuolet|parter|kunnat|kommuner|yritykset|virksomheder|companies|members)'
const leadBefore = new RegExp(`^(?:project\\s+)?${leadWord}\\s*[:=–-]\\s*`, 'iu')
const heldBefore = /^v\s?\/\s*/i
const partnersBefore = new RegExp(`^(?:(?:muut|andra|andre|other|øvrige)\\s+)?${partnerWord}\\s*:\\s*`, 'iu')
const heading = new RegExp(`(?<=^|[\\s;,.(])(?:(?:project\\s+)?${leadWord}|${partnerWord})\\s*:`, 'giu')
const leadBehind = new RegExp(`\\s*(?:\\(\\s*${leadWord}\\s*\\)|[,–-]\\s*${leadWord})\\s*$`, 'iu')
const partnerBehind = new RegExp(
  `\\s*\\(\\s*(?:${partnerWord}|partner|osatoteuttaja|delgenomförare)\\s*\\)\\s*$`,
  'iu',
)

/** "NIVU v/ Maija Meikäläinen", "c/o Firm ApS", "att. N.N.": by whom, at whose, for whom. */
const heldBy =
  /\s*(?:^|[\s,])(?:v\s?\/|c\s?\/\s?o\s|att(?:n|ention)?[.:]\s|yht\.?\s?hlö\s|contact:\s|kontakt:\s)\s*\S.*$/iu
const heldByPerson = /\s(?:v\.|ved|av|by|c\.)\s+(\S.*)$/iu

/** Where the sections of a cell begin: "Lead partner: A; Partners: B, C" are two lists, each joined in its own way. */
export function sectionsOf(cell: string): { start: number; end: number }[] {
  const starts = [0, ...[...cell.matchAll(heading)].map(({ index }) => index).filter((at) => at > 0)]
  return starts.map((start, i) => ({ start, end: starts[i + 1] ?? cell.length }))
}

/** The stretch of a part that is the name, and whether the list says that it leads. */
export function cutNote(text: string): Noted {
  let [start, end] = [0, text.length]
  let lead = false
  const before = leadBefore.exec(text) ?? partnersBefore.exec(text) ?? heldBefore.exec(text)
  if (before) {
    lead = leadBefore.test(text)
    start = before[0].length
  }
  const behind = leadBehind.exec(text) ?? partnerBehind.exec(text)
  if (behind && behind.index > start) {
    lead ||= leadBehind.test(text)
    end = behind.index
  }
  const name = text.slice(start, end)
  const by = heldBy.exec(name) ?? personBehind(name)
  if (by && by.index > 0) end = start + by.index
  return { start, end, lead }
}

/** "v. Maija Meikäläinen": two or three words in capitals, or a person's name. */
const personBehind = (name: string): RegExpExecArray | undefined => {
  const found = heldByPerson.exec(name)
  if (!found) return undefined
  const named = /^v\.\s(?:\p{Lu}\p{Ll}+[\s-]?){2,3}$/u.test(found[0].trim())
  return named || isPerson(found[1]!) ? found : undefined
}
