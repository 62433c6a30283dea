/**
 * Finnish consonant gradation: the consonants before a stem's last vowel are strong (tieto, kaupunki) or weak
 * (tiedon, kaupungin) by the ending that follows. Keys of words are written in the weak grade.
 */

const pairs: [strong: string, weak: string][] = [
  ['kk', 'k'],
  ['pp', 'p'],
  ['tt', 't'],
  ['nk', 'ng'],
  ['mp', 'mm'],
  ['nt', 'nn'],
  ['lt', 'll'],
  ['rt', 'rr'],
  ['lp', 'lv'],
  ['rp', 'rv'],
  ['ht', 'hd'],
]
const geminates = new Set(['kk', 'pp', 'tt'])
const vowel = /[aeiouyäöåü]/

/** Whether the letter is a Finnish vowel. */
export const isVowel = (letter: string | undefined): boolean => letter !== undefined && vowel.test(letter)

/**
 * Weak-grade forms of a stem given without its last vowel: ("tiet", "o") -> ["tied", "tiet"].
 * The first is the likelier; the second stands for words that do not change (auto: auton).
 */
export function weaken(stem: string, lastVowel: string): string[] {
  const end = stem.slice(-2)
  for (const [strong, weak] of pairs) {
    if (end !== strong) continue
    const changed = stem.slice(0, -2) + weak
    return geminates.has(strong) ? [changed] : [changed, stem]
  }
  const last = stem.at(-1)
  if (last === 'k') return weakenK(stem, lastVowel)
  if (last === 'p' && isVowel(stem.at(-2))) return [`${stem.slice(0, -1)}v`, stem]
  if (last === 't' && isVowel(stem.at(-2))) return [`${stem.slice(0, -1)}d`, stem]
  return [stem]
}

function weakenK(stem: string, lastVowel: string): string[] {
  const base = stem.slice(0, -1)
  const before = base.at(-1)
  if (before === 'l' || before === 'r' || before === 'h') {
    // järki: järjen, but jalka: jalan.
    return 'ei'.includes(lastVowel) ? [`${base}j`, base, stem] : [base, stem]
  }
  if (!isVowel(before)) return [stem]
  if (/(?:^|[^aeiouyäö])[uy]$/.test(base) && before === lastVowel) return [`${base}v`, base, stem]
  if (/[aoä]i$/.test(base)) return [`${base.slice(0, -1)}j`, base, stem]
  return [base, stem]
}

/** Geminates only: what may still be strong where the ending asks for the weak grade (names, late loans). */
export function weakenGeminate(stem: string): string {
  const end = stem.slice(-2)
  return geminates.has(end) ? stem.slice(0, -1) : stem
}
