/** What a flag means for who uses the figure. */
export const flagMeanings = [
  'confidential',
  'missing',
  'not-applicable',
  'nil',
  'provisional',
  'estimated',
  'break',
  'definition-differs',
  'forecast',
  'unreliable',
  'revised',
  'not-significant',
  'imputed',
  'unknown',
] as const
export type FlagMeaning = (typeof flagMeanings)[number]

/**
 * The symbols of Finnish tables (SFS 3101 through Statistics Finland's "Symbols used"): "." is a category not
 * applicable, ".." not available or too uncertain, "..." subject to secrecy, "-" nothing.
 */
const marks: Readonly<Record<string, FlagMeaning>> = {
  '.': 'not-applicable',
  '..': 'missing',
  '...': 'confidential',
  '....': 'missing',
  '-': 'nil',
  ':': 'missing',
  '*': 'provisional',
}

/** The observation flags of Eurostat (Online data codes, "Special values and flags"). */
const letters: Readonly<Record<string, FlagMeaning>> = {
  b: 'break',
  c: 'confidential',
  d: 'definition-differs',
  e: 'estimated',
  f: 'forecast',
  i: 'imputed',
  m: 'missing',
  n: 'not-significant',
  p: 'provisional',
  r: 'revised',
  s: 'estimated',
  u: 'unreliable',
  z: 'not-applicable',
}

/** What a flag says, each part of it: "..." is secret, "bp" is a break and provisional. */
export function meaningsOf(flag: string): FlagMeaning[] {
  const mark = flag.trim()
  if (mark === '') return []
  if (mark in marks) return [marks[mark]!]
  const parts = mark.toLowerCase().replace(/[\s,:;]/g, '')
  const found = [...parts].map((letter): FlagMeaning => letters[letter] ?? 'unknown')
  return [...new Set(found)]
}

/** Whether a value with this flag may still change or is no measurement: drawn dashed. */
export const isUncertain = (flag: string): boolean =>
  meaningsOf(flag).some(
    (m) => m === 'provisional' || m === 'estimated' || m === 'forecast' || m === 'unreliable',
  )

/** Whether a cell is kept secret by its source. */
export const isConfidential = (flag: string): boolean => meaningsOf(flag).includes('confidential')
