/** What JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/** One cell as read: text, a typed number, or a list (JSON arrays keep their structure). Days come as "2016-05-01". */
export type Cell = string | number | boolean | null | readonly Json[]

/** `row` is the number a person sees beside it in a spreadsheet (header = 1), in JSON the object's place from 1. */
export type Row = { row: number; cells: readonly Cell[] }

/** The cell as text, exactly as it stood (numbers in plain notation). */
export function textOf(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'string') return cell
  if (typeof cell === 'number') return plainNumber(cell)
  if (typeof cell === 'boolean') return cell ? 'true' : 'false'
  return JSON.stringify(cell)
}

/** 1e21 -> "1000000000000000000000"; never exponent notation. */
function plainNumber(n: number): string {
  const text = String(n)
  if (!text.includes('e')) return text
  return Number.isInteger(n) ? BigInt(n).toString() : n.toFixed(20).replace(/0+$/, '')
}

const hasEdges = /^[^!-~\p{L}\p{N}]|[^!-~\p{L}\p{N}]$/u
/** Blanks of every kind, and marks that take no room (zero-width, byte order, direction), at either end. */
const edge = /[\s\u00a0\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/

/** Walks in from both ends: a pattern that ends in `+$` would try each blank within a long cell anew. */
export function trimmed(text: string): string {
  if (!hasEdges.test(text)) return text
  let from = 0
  let to = text.length
  while (from < to && edge.test(text[from]!)) from++
  while (to > from && edge.test(text[to - 1]!)) to--
  return text.slice(from, to)
}

export const isBlank = (cell: Cell | undefined): boolean =>
  cell === null ||
  cell === undefined ||
  (typeof cell === 'string' && trimmed(cell) === '') ||
  (Array.isArray(cell) && cell.length === 0)

// biome-ignore lint/suspicious/noControlCharactersInRegex: neither can be stored in PostgreSQL
const unstorable = /\u0000|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Without zero bytes and halves of surrogate pairs, which no database text can hold. */
export const storable = (text: string): string => text.replace(unstorable, '\ufffd')

/** What bytes 0x80 to 0x9F mean in Windows-1252 (WHATWG Encoding); five of them mean nothing. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/**
 * Windows-1252 read as Latin-1 leaves the controls U+0080 to U+009F, which never stand in text: each is certain.
 * Node 20's own decoder leaves them too.
 */
export const withoutC1 = (text: string): string =>
  text.replace(controls, (c) => windows1252[c.charCodeAt(0) - 0x80]!)

const controls = /[\u0080-\u009f]/g
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g

/** Printable, single blanks, nothing invisible: most cells need no cleaning. */
const needsCleaning =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is to be found
  /[\u0000-\u001f\u007f-\u00a0\u00ad\u1680\u2000-\u206f\u3000\ud800-\udfff\ufeff]| {2}|^ | $/

/** Text for people: one kind of Unicode (NFC), no invisible marks, line breaks kept, other runs of blanks made one. */
export function cleaned(text: string): string {
  if (!needsCleaning.test(text)) return text.normalize('NFC')
  return trimmed(
    withoutC1(storable(text))
      .replace(controls, '')
      .replace(invisible, '')
      .replace(/\r\n?/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is to be removed
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
      .replace(/[^\S\n]+/g, ' ')
      .replace(/ ?\n ?/g, '\n'),
  ).normalize('NFC')
}

/** A name on one line. */
export function oneLine(text: string): string {
  const clean = cleaned(text)
  return clean.includes('\n') ? clean.replace(/\s+/g, ' ') : clean
}

/** For comparing names: letters and digits only, in lower case. */
export const foldName = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
