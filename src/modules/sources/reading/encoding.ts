import { withoutC1 } from '../cells.ts'
import alphabets from './alphabets.json' with { type: 'json' }

/** Encodings told apart here; any other may be named by the person (the WHATWG names that TextDecoder knows). */
export type Encoding = string

/** How many times each byte value stood in the file. */
export type Histogram = Float64Array

const tables = new Map<string, readonly string[]>()

/** The 256 characters of a one-byte encoding. */
function charactersOf(encoding: string): readonly string[] {
  let table = tables.get(encoding)
  if (!table) {
    const decoder = new TextDecoder(encoding)
    const read = encoding === 'windows-1252' ? withoutC1 : (text: string) => text
    table = Array.from({ length: 256 }, (_, byte) => read(decoder.decode(Uint8Array.of(byte))))
    tables.set(encoding, table)
  }
  return table
}

const smoothing = 0.0005

/**
 * Which one-byte encoding, by letter statistics: each language's letters beyond ASCII with their shares are laid
 * over the byte histogram, and the language that explains the bytes best names the encoding. Bytes that mean the
 * same letter in all of them decide nothing. Windows-1252 (of which Latin-1 is a part) when nothing decides.
 */
export function encodingOf(histogram: Histogram): { encoding: Encoding; language?: string } {
  let best = { encoding: 'windows-1252', score: Number.NEGATIVE_INFINITY } as {
    encoding: string
    language?: string
    score: number
  }
  for (const { encoding, language, letters } of alphabets) {
    const characters = charactersOf(encoding)
    const shares = letters as Record<string, number>
    const total = Object.values(shares).reduce((a, b) => a + b, 0)
    let score = 0
    for (let byte = 0x80; byte < 256; byte++) {
      const count = histogram[byte]!
      if (!count) continue
      const character = characters[byte]!
      const lower = character.toLowerCase()
      if (!/\p{L}/u.test(character) && alwaysPunctuation(byte)) continue
      score += count * Math.log((shares[lower] ?? 0) / total + smoothing)
    }
    if (score > best.score) best = { encoding, language, score }
  }
  const { encoding, language } = best
  return language === undefined ? { encoding } : { encoding, language }
}

const families = ['windows-1252', 'windows-1250', 'windows-1257']
/** A byte that is a sign, not a letter, in every family: a dash or a quotation mark says nothing of the language. */
const alwaysPunctuation = (byte: number): boolean =>
  families.every((encoding) => !/\p{L}/u.test(charactersOf(encoding)[byte]!))

/** UTF-16 without a byte order mark: every other byte of mostly-Latin text is zero. */
export function utf16Of(head: Uint8Array): Encoding | undefined {
  const length = Math.min(head.length, 4096) & ~1
  if (length < 8) return undefined
  let even = 0
  let odd = 0
  for (let i = 0; i < length; i += 2) {
    if (head[i] === 0) even++
    if (head[i + 1] === 0) odd++
  }
  const half = length / 2
  if (odd > half * 0.6 && even < half * 0.05) return 'utf-16le'
  if (even > half * 0.6 && odd < half * 0.05) return 'utf-16be'
  return undefined
}

export function byteOrderMark(head: Uint8Array): Encoding | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8'
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  return undefined
}

export function isKnownEncoding(encoding: string): boolean {
  try {
    new TextDecoder(encoding)
    return true
  } catch {
    return false
  }
}
