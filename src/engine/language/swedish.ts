/**
 * Swedish stems after the Snowball algorithm (M. Porter): inflectional and common derivational endings are taken
 * off the part of a word that follows its first vowel and consonant, three letters in at the earliest. Unlike it,
 * the definite -et, -an and -n (projektet, skolan, miljön) go too.
 */
export function stemSwedish(word: string): string {
  const start = regionStart(word)
  if (start >= word.length) return word
  let stem = word
  stem = cutLongest(stem, start, inflections) ?? definite(genitive(stem, start), start)
  if (/(?:dd|gd|nn|dt|gt|kt|tt)$/.test(stem.slice(start))) stem = stem.slice(0, -1)
  return derived(stem, start)
}

const inflections =
  'heterna hetens anden heten heter arnas ernas ornas andes arens andet arna erna orna ande arne aste aren ades erns ade are ern ens ets ans het ast ad en et an ar er or as es at a e'.split(
    ' ',
  )

/** R1: what follows the first consonant after a vowel, but never less than three letters in. */
function regionStart(word: string): number {
  const found = /[aeiouyåäö][^aeiouyåäö]/.exec(word)
  return found ? Math.max(3, found.index + 2) : word.length
}

function cutLongest(word: string, start: number, endings: readonly string[]): string | undefined {
  const region = word.slice(start)
  for (const ending of endings) if (region.endsWith(ending)) return word.slice(0, -ending.length)
  return undefined
}

const genitive = (word: string, start: number): string =>
  word.length - 1 >= start && /[bcdfghjklmnoprtvy]s$/.test(word) ? word.slice(0, -1) : word

/** miljön, energin, statens: an -n after a vowel is the article. */
const definite = (word: string, start: number): string =>
  word.length - 1 >= start && /[iouyåäö]n$/.test(word) ? word.slice(0, -1) : word

function derived(stem: string, start: number): string {
  const region = stem.slice(start)
  if (/(?:lig|els|ig)$/.test(region)) return stem.replace(/(?:lig|els|ig)$/, '')
  if (/löst$/.test(region)) return stem.slice(0, -1)
  if (/fullt$/.test(region)) return stem.slice(0, -1)
  return stem
}

const joints =
  /^(.{4,}?)(s?)(utveckling|projekt|företag|område|utbildning|verksamhet|produktion|industri|turism|energi|miljö|vård|skola|arbete|forskning|centrum|centr|nätverk|program|samarbete|stöd|hälsa|mark(?:nad)?|export|verkstad|anläggning|investering|planering|tjänst|kompetens)([a-zåäö]*)$/

/** The parts of a Swedish compound whose last part is one of the field's common words: företagsutveckling. */
export function swedishParts(word: string): string[] {
  const found = joints.exec(word)
  if (!found || found[4]!.length > 5) return []
  return [stemSwedish(found[1]!), stemSwedish(found[3]! + found[4]!)]
}
