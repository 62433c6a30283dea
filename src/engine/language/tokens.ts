/** A word of a text: lower case, composed (NFC), with where it stood. `end` is exclusive, in UTF-16 units. */
export type Token = { word: string; start: number; end: number }

/** Longer runs of letters are cut here: no word of a language is longer, and PostgreSQL refuses 2 KB lexemes. */
export const longestWord = 100

// Letters and digits; an inner hyphen, apostrophe, colon (EU:n) or point between digits keeps a word in one piece.
const wordPattern =
  /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:(?:[-‐‑:'’]|(?<=\p{N})\.(?=\p{N}))[\p{L}\p{N}\p{M}]+)*/gu

export function tokens(text: string): Token[] {
  const found: Token[] = []
  for (const match of text.matchAll(wordPattern)) {
    found.push({ word: plainCase(match[0]), start: match.index, end: match.index + match[0].length })
  }
  return found
}

/** Lower case and composed, with one kind of hyphen and apostrophe, so that one word is written one way. */
export function plainCase(word: string): string {
  const plain = asciiLower.test(word)
    ? word.toLowerCase()
    : word.normalize('NFC').toLowerCase().normalize('NFC').replace(/[‐‑]/g, '-').replace(/’/g, "'")
  return plain.length > longestWord ? cut(plain) : plain
}

const asciiLower = /^[\w:.-]*$/

/** Cut at a character, never between the halves of a surrogate pair. */
function cut(word: string): string {
  const last = word.charCodeAt(longestWord - 1)
  return word.slice(0, last >= 0xd800 && last < 0xdc00 ? longestWord - 1 : longestWord)
}

const special: Record<string, string> = {
  æ: 'a',
  ø: 'o',
  ß: 'ss',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  œ: 'o',
  ı: 'i',
}

/** Without accents: "Häme" -> "hame". What somebody types on a keyboard that lacks the letters. */
export const fold = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[æøßđðþłœı]/g, (c) => special[c]!)
