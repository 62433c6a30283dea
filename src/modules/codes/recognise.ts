import { authorities, type Code, funds, statuses } from './lists.ts'

/** Case, commas and runs of blanks do not tell two authorities apart in the lists. */
const key = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/[\s,]+/g, ' ')
    .trim()
    .toLocaleLowerCase('fi')

function textTable(list: readonly Code[]): Map<string, string> {
  const table = new Map<string, string>()
  for (const item of list) {
    const names = [item.name, item.short].flatMap((n) => (n ? [n.fi, n.sv, n.en] : []))
    for (const text of [item.code, ...names, ...(item.texts ?? [])]) if (text) table.set(key(text), item.code)
  }
  return table
}

const fundTexts = textTable(funds)
const statusTexts = textTable(statuses)
const authorityTexts = textTable(authorities)

/** "EAKR", "ERUF", "ERDF (EFRR)" -> "ERDF". Undefined when the text names no fund or several. */
export function fundOf(text: string): string | undefined {
  const whole = fundTexts.get(key(text))
  if (whole) return whole
  const words = key(text).match(/[\p{L}]+(?:\s?\+)?/gu) ?? []
  const named = new Set(words.flatMap((w) => fundTexts.get(w.replace(' ', '')) ?? []))
  return named.size === 1 ? [...named][0] : undefined
}

/** "Toiminta päättynyt" -> "ended". */
export const statusOf = (text: string): string | undefined => statusTexts.get(key(text))

/** The part of an authority that some lists name after it. */
export type AuthorityUnit = 'business-aid' | 'venture-capital'
const units: readonly [string, AuthorityUnit][] = [
  [' yritystuet', 'business-aid'],
  [' pääomasijoitustoiminta', 'venture-capital'],
]

/** `before` is what stood in front of the name: in the 2014-2020 list the end of a title that its commas broke. */
export type ReadAuthority = { authority: string; unit?: AuthorityUnit; before?: string }

/** Reads an authority in any of the spellings of the Finnish lists; undefined when the text names none. */
export function readAuthority(text: string): ReadAuthority | undefined {
  const whole = key(text)
  const unit = units.find(([ending]) => whole.endsWith(ending))
  const name = unit ? whole.slice(0, -unit[0].length) : whole
  const words = name.split(' ')
  for (let skip = 0; skip < words.length; skip++) {
    const authority = authorityTexts.get(words.slice(skip).join(' '))
    if (!authority) continue
    const before = text
      .trim()
      .split(/[\s,]+/)
      .slice(0, skip)
      .join(' ')
    return { authority, ...(unit && { unit: unit[1] }), ...(before && { before }) }
  }
  return undefined
}

/** The code of the authority that the text names. */
export const authorityOf = (text: string): string | undefined => readAuthority(text)?.authority
