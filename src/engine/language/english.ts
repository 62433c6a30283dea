/** English stems after the Porter algorithm, second version (M. Porter, 2002), in the steps of its paper. */
export function stemEnglish(word: string): string {
  const found = exceptions.get(word)
  if (found) return found
  if (word.length < 3 || /[^a-z']/.test(word)) return word
  // A y that stands for a consonant is written Y until the end.
  let w = word
    .replace(/^'/, '')
    .replace(/^y/, 'Y')
    .replace(/([aeiouy])y/g, '$1Y')
  const [r1, r2] = regions(w)
  w = possessive(w)
  w = plural(w)
  if (/^(?:inning|outing|canning|herring|earring|proceed|exceed|succeed)$/.test(w)) return w
  w = pastOrProgressive(w, r1)
  w = w.replace(/(?<=.[^aeiouy])[yY]$/, 'i')
  w = suffix(w, r1, doubleSuffixes)
  w = suffix(w, r1, suffixes, r2)
  w = dropInR2(w, r2)
  return finalLetter(w, r1, r2).toLowerCase()
}

const exceptions = new Map(
  'skis:ski skies:sky dying:die lying:lie tying:tie idly:idl gently:gentl ugly:ugli early:earli only:onli singly:singl news:news howe:howe atlas:atlas cosmos:cosmos bias:bias andes:andes'
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
)

function regions(w: string): [number, number] {
  const first = /^(?:gener|commun|arsen)/.exec(w)?.[0].length ?? after(w, 0)
  return [first, after(w, first)]
}

function after(w: string, from: number): number {
  const found = /[aeiouy][^aeiouy]/.exec(w.slice(from))
  return found ? from + found.index + 2 : w.length
}

const possessive = (w: string): string => w.replace(/'(?:s'?)?$/, '')

function plural(w: string): string {
  if (w.endsWith('sses')) return w.slice(0, -2)
  if (/ie[ds]$/.test(w)) return w.length > 4 ? w.slice(0, -2) : w.slice(0, -1)
  if (/(?:us|ss)$/.test(w)) return w
  if (/[aeiouy].+s$/.test(w)) return w.slice(0, -1)
  return w
}

function pastOrProgressive(w: string, r1: number): string {
  const eed = /eed(?:ly)?$/.exec(w)
  if (eed) return eed.index >= r1 ? `${w.slice(0, eed.index)}ee` : w
  const found = /(?:ed|edly|ing|ingly)$/.exec(w)
  if (!found || !/[aeiouy]/.test(w.slice(0, found.index))) return w
  const stem = w.slice(0, found.index)
  if (/(?:at|bl|iz)$/.test(stem)) return `${stem}e`
  if (/(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(stem)) return stem.slice(0, -1)
  return isShort(stem, r1) ? `${stem}e` : stem
}

const endsShortSyllable = (w: string): boolean =>
  /[^aeiouy][aeiouy][^aeiouywxY]$/.test(w) || /^[aeiouy][^aeiouy]$/.test(w)
const isShort = (w: string, r1: number): boolean => w.length <= r1 && endsShortSyllable(w)

type Rule = [ending: string, replacement: string]
const rules = (text: string): Rule[] =>
  text
    .split(' ')
    .map((rule) => rule.split(':') as Rule)
    .sort((a, b) => b[0].length - a[0].length)

const doubleSuffixes = rules(
  'ization:ize ational:ate fulness:ful ousness:ous iveness:ive tional:tion biliti:ble lessli:less entli:ent ation:ate alism:al aliti:al ousli:ous iviti:ive fulli:ful enci:ence anci:ance abli:able izer:ize ator:ate alli:al bli:ble ogi:og li:',
)
const suffixes = rules('ational:ate tional:tion alize:al icate:ic iciti:ic ative: ical:ic ness: ful:')

function suffix(w: string, r1: number, table: readonly Rule[], r2 = 0): string {
  const rule = table.find(([ending]) => w.endsWith(ending))
  if (!rule) return w
  const at = w.length - rule[0].length
  if (at < r1) return w
  const before = w.at(at - 1) ?? ''
  if (rule[0] === 'ogi' && before !== 'l') return w
  if (rule[0] === 'li' && !/[cdeghkmnrt]/.test(before)) return w
  if (rule[0] === 'ative' && at < r2) return w
  return w.slice(0, at) + rule[1]
}

const droppable = /(?:ement|ance|ence|able|ible|ment|ant|ent|ism|ate|iti|ous|ive|ize|al|er|ic|(?<=[st])ion)$/

function dropInR2(w: string, r2: number): string {
  const found = droppable.exec(w)
  return found && found.index >= r2 ? w.slice(0, found.index) : w
}

function finalLetter(w: string, r1: number, r2: number): string {
  const at = w.length - 1
  if (w.endsWith('e') && (at >= r2 || (at >= r1 && !endsShortSyllable(w.slice(0, at))))) return w.slice(0, at)
  if (w.endsWith('ll') && at >= r2) return w.slice(0, at)
  return w
}
