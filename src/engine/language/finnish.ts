import { isVowel, weaken, weakenGeminate } from './gradation.ts'

/**
 * Keys of a Finnish nominal: every form of a word shares at least one key with its base form, and words that are
 * not the same seldom do. A key is the vowel stem in the weak grade, with i for the e that i-words have: kaupunki,
 * kaupungin, kaupunkeja -> "kaupungi"; tieto, tietojen -> "tiedo"; maakunta, maakuntien -> "maakunna"; vesi, veden
 * -> "vedi"; hanke, hankkeissa -> "hanke". Words in -s and -nen keep their consonant stem: hakemukset -> "hakemus",
 * naisten -> "nais". A form may have several readings; `keysOf` gives the keys of all, the likelier first.
 */
export function keysOf(word: string): string[] {
  if (word.length < 3 || /[^a-zåäöüéšž]/.test(word)) return [word]
  const exception = irregularForms.get(word)
  if (exception) return [exception]
  const keys = new Set<string>()
  for (const reading of readings(word)) for (const key of reading) if (key.length >= 2) keys.add(key)
  return [...keys]
}

type Grade = 'strong' | 'weak'

function* readings(w: string): Generator<Iterable<string>> {
  if (isVowel(w.at(-1))) {
    yield* vowelFinalForms(w)
    yield nominative(w)
    return
  }
  // A native word seldom ends in n or t in the nominative: there the inflected readings come first.
  const inflectedFirst = /[nt]$/.test(w) && !/(?:nen|[^aeiouyäö]in|t[oö]n|n[uy]t)$/.test(w)
  if (!inflectedFirst) yield nominative(w)
  yield* consonantFinalForms(w)
  if (inflectedFirst) yield nominative(w)
}

/** The a-stem's last vowel by vowel harmony: a after a, o, u; ä when there is none. */
const harmonic = (stem: string): string => (/[aou][^aouäöy]*$/.test(stem) ? 'a' : 'ä')

/** Keys of a word taken as it stands in the singular nominative. */
export function nominative(w: string): string[] {
  const last = w.at(-1)!
  const body = w.slice(0, -1)
  if (!isVowel(last)) return nominativeConsonant(w)
  if (isVowel(body.at(-1)) || last === 'e') return [w]
  if (last !== 'i') return weaken(body, last).map((stem) => stem + last)
  // suurempi: suuremman.
  if (/[^aeiouyäö]*mpi$/.test(w) && w.length > 5)
    return [`${body.slice(0, -1)}m${harmonic(body)}`, ...singularI(body, 'strong')]
  return singularI(body, 'strong')
}

function nominativeConsonant(w: string): string[] {
  if (/nen$/.test(w) && w.length > 4) return [`${w.slice(0, -3)}s`]
  if (/t[oö]n$/.test(w) && w.length > 5)
    return [`${w.slice(0, -3)}tt${w.at(-2)}m${w.at(-2) === 'o' ? 'a' : 'ä'}`]
  if (/[aeiouyäö][a-zäö]+in$/.test(w)) return [`${w.slice(0, -2)}imi`, `${w}i`]
  if (utAdjectives.test(w)) return [`${w.slice(0, -1)}e`]
  if (/.[aeiouyäölrns]n[uy]t$/.test(w)) return [`${w.slice(0, -2)}e`]
  // askel: askelen; internet: internetin. Only words in -s have a consonant for a key.
  return w.endsWith('s') ? [w] : [`${w}i`]
}

/** kevyt: kevyen; the others in -ut, -yt are plurals of words in -u, -y (koulut) or participles (väsynyt). */
export const utAdjectives = /^(?:kevyt|lyhyt|ohut|olut|ehyt|pehmyt|airut|neitsyt)$/

function* vowelFinalForms(w: string): Generator<Iterable<string>> {
  if (/(?:s[st][aä]|l[lt][aä]|lle|ksi)$/.test(w) && isVowel(w.at(-4))) yield vowelStem(w.slice(0, -3), 'weak')
  if (/n[aä]$/.test(w) && isVowel(w.at(-3))) yield vowelStem(w.slice(0, -2), 'strong')
  if (/t[aä]$/.test(w)) yield* partitiveTa(w)
  if (!/[aä]$/.test(w)) return
  const before = w.at(-2)
  if (before === 'j' && isVowel(w.at(-3))) yield pluralStem(w.slice(0, -2), 'strong')
  if (w.length < 5 || !isVowel(before)) return
  if (before === 'i') {
    yield singularI(w.slice(0, -2), 'strong')
    yield pluralStem(w.slice(0, -2), 'strong')
  } else yield singularStem(w.slice(0, -1), 'strong')
}

/** Partitives in -ta/-tä: maata, aluetta, yritystä, vapaita; also the abessive -tta. */
function* partitiveTa(w: string): Generator<Iterable<string>> {
  const base = w.slice(0, -2)
  const last = base.at(-1)
  if (last === 't') {
    const before = base.slice(0, -1)
    if (before.endsWith('e')) yield [before]
    if (/[uy]t$/.test(base) && base.length > 3) yield [`${before}s`]
    // vettä, kättä, uutta: stems of one syllable.
    else if (/^[^aeiouyäö]*[aeiouyäö]{1,2}t$/.test(base)) yield [`${before}di`, `${before}si`]
    if (isVowel(before.at(-1))) yield vowelStem(before, 'weak')
  } else if (last === 'i') {
    if (base.length > 2) yield pluralStem(base.slice(0, -1), 'strong')
  } else if (isVowel(last)) {
    if (isVowel(base.at(-2))) yield singularStem(base, 'strong')
  } else yield consonantStem(base)
}

function* consonantFinalForms(w: string): Generator<Iterable<string>> {
  const before = w.at(-2)
  if (w.endsWith('t') && isVowel(before)) yield singularStem(w.slice(0, -1), 'weak')
  if (!w.endsWith('n')) return
  yield* genitivePlural(w)
  yield* illative(w)
  if (/ineen$/.test(w)) yield pluralStem(w.slice(0, -5), 'strong')
  if (isVowel(before)) yield singularStem(w.slice(0, -1), 'weak')
}

function* genitivePlural(w: string): Generator<Iterable<string>> {
  if (/[aeiouyäö]jen$/.test(w)) yield pluralStem(w.slice(0, -3), 'strong')
  if (/i(?:d|tt)en$/.test(w)) yield pluralStem(w.replace(/i(?:d|tt)en$/, ''), 'strong')
  else if (/[^aeiouyäöt]ten$/.test(w)) yield consonantStem(w.slice(0, -3))
  if (!/ien$/.test(w)) return
  yield pluralStem(w.slice(0, -3), 'strong')
  yield singularI(w.slice(0, -3), 'strong')
}

function* illative(w: string): Generator<Iterable<string>> {
  const vowel = w.at(-2)
  if (/isiin$/.test(w)) yield pluralStem(w.slice(0, -5), 'strong')
  if (/[aeiouyäö]seen$/.test(w)) yield singularStem(w.slice(0, -4), 'strong')
  if (isVowel(vowel) && w.at(-3) === 'h' && vowel === w.at(-4)) {
    if (vowel === 'i') yield pluralStem(w.slice(0, -4), 'strong')
    else yield singularStem(w.slice(0, -3), 'strong')
  }
  if (isVowel(vowel) && vowel === w.at(-3)) {
    yield singularStem(w.slice(0, -2), 'strong')
    if (vowel === 'i') yield pluralStem(w.slice(0, -3), 'strong')
  }
}

/** A stem before -ssa, -lla and the like: singular, or plural when it ends in i. */
function* vowelStem(stem: string, grade: Grade): Generator<string> {
  yield* singularStem(stem, grade)
  if (stem.endsWith('i') && stem.length > 2) yield* pluralStem(stem.slice(0, -1), grade)
}

/** Keys of a singular vowel stem: hakemukse-, hankkee-, terveyde-, naise-, tiedo-. */
export function* singularStem(stem: string, grade: Grade): Generator<string> {
  const exception = irregularStems.get(stem)
  if (exception) {
    yield exception
    return
  }
  const last = stem.at(-1)!
  const body = stem.slice(0, -1)
  if (last === body.at(-1)) {
    yield* longVowelStem(body, last)
    return
  }
  if (last === 'e') {
    if (/kse$/.test(stem) && stem.length > 4) yield `${stem.slice(0, -3)}s`
    else if (/se$/.test(stem) && stem.length > 4) yield body
    if (/[uy][dt]e$/.test(stem) && stem.length > 4 && stem !== 'vuode' && stem !== 'vuote')
      yield `${stem.slice(0, -2)}s`
    if (isVowel(body.at(-1))) yield stem
  }
  if (isVowel(body.at(-1)) && last !== 'e') {
    yield stem
    return
  }
  const key = last === 'e' ? 'i' : last
  if (last === 'i') yield* singularI(body, grade)
  else for (const weak of grade === 'strong' ? weaken(body, last) : [weakenGeminate(body)]) yield weak + key
}

/** hankkee- is hanke's, asiakkaa- asiakas's, kaunii- kaunis's; maa- and vapaa- are their own. */
function* longVowelStem(body: string, last: string): Generator<string> {
  const front = body.slice(0, -1)
  if (last === 'e') for (const key of weaken(front, 'e')) yield `${key}e`
  else if (last === 'i') yield `${body}s`
  else {
    if ((last === 'a' || last === 'ä') && front.length > 1)
      for (const key of weaken(front, last)) yield `${key}${last}s`
    yield body + last
  }
}

/** A nominative or stem in -i, given without it: kaupunk(i), nim(i), ves(i). */
function singularI(body: string, grade: Grade): string[] {
  const keys = (grade === 'strong' ? weaken(body, 'i') : [weakenGeminate(body)]).map((key) => `${key}i`)
  const dental = dentalStems.get(body)
  return dental ? [`${dental}i`, ...keys] : keys
}

/** Keys of a plural stem given without its i or j: tieto(j)-, koir(i)-, hankke(i)-, asiakka(i)-, hakemuks(i)-. */
function* pluralStem(stem: string, grade: Grade): Generator<string> {
  const exception = irregularPlurals.get(stem)
  if (exception) {
    yield exception
    return
  }
  const last = stem.at(-1) ?? ''
  if (!isVowel(last)) {
    yield* pluralAfterConsonant(stem, grade)
    return
  }
  const body = stem.slice(0, -1)
  const weak = grade === 'strong' ? weaken(body, last) : [weakenGeminate(body)]
  if (last === 'e') {
    // hankkei- is hanke's, ristei- risti's, vihrei- vihreä's. The e-words are strong before every plural ending.
    for (const key of weaken(body, last)) yield `${key}e`
    for (const key of weak) yield `${key}i`
    yield stem + harmonic(body)
  } else if (last === 'a' || last === 'ä') {
    for (const key of weaken(body, last)) yield `${key}${last}s`
    yield stem + last
  } else if (last === 'i') {
    yield `${stem}s`
    yield stem + harmonic(stem)
  } else {
    for (const key of weak) yield key + last
    if (last === 'o' || last === 'ö') for (const key of weak) yield key + (last === 'o' ? 'a' : 'ä')
  }
}

function* pluralAfterConsonant(stem: string, grade: Grade): Generator<string> {
  if (/ks$/.test(stem) && stem.length > 3) yield `${stem.slice(0, -2)}s`
  else if (/s$/.test(stem) && stem.length > 3) yield stem
  const dental = dentalStems.get(stem)
  if (dental) yield `${dental}i`
  const weak = grade === 'strong' ? weaken(stem, 'i') : [weakenGeminate(stem)]
  for (const key of weak) yield key + harmonic(key)
  for (const key of weak) yield `${key}i`
}

/** A consonant stem before -ta, -ten: yritys-, nais-, kiel-, puhelin-. */
function consonantStem(stem: string): string[] {
  if (stem.endsWith('n')) return [`${stem.slice(0, -1)}mi`, `${stem}i`]
  return stem.endsWith('s') ? [stem, `${stem}i`] : [`${stem}i`]
}

const pairs = (text: string): Map<string, string> =>
  new Map(text.split(' ').map((pair) => pair.split(':') as [string, string]))

/** Words in -si whose stem is in t, d: vesi: veden; käsi: käden; kansi: kannen. A closed class. */
const dentalStems = pairs(
  'ves:ved käs:käd vuos:vuod uus:uud tos:tod sus:sud köys:köyd täys:täyd kuus:kuud viis:viid kaus:kaud reis:reid ' +
    'hiis:hiid paas:paad niis:niid kans:kann läns:länn hirs:hirr virs:virr vars:varr kors:korr jäls:jäll mes:med ' +
    'lies:lied',
)

/** Plural stems of one syllable, and others that no rule gives. */
const irregularPlurals = pairs(
  'tö:työ ö:yö so:suo te:tie ma:maa pä:pää pu:puu lu:luu ku:kuu jä:jää hä:hää mu:muu su:suu lo:luo vö:vyö ' +
    'mieh:mies laps:lapsi kevä:kevät poik:poja aik:aja ruok:ruoa sä:sää ky:kyy vo:voi ko:koi',
)

/** Singular stems that no rule gives. */
const irregularStems = pairs(
  'miehe:mies lapse:lapsi kevää:kevät tyttäre:tytär mantere:manner kantele:kannel vuode:vuodi vuote:vuodi',
)

/** Whole forms that no rule gives. */
const irregularForms = pairs(
  'lapsi:lapsi lasta:lapsi lasten:lapsi mies:mies miestä:mies miesten:mies kevät:kevät kevättä:kevät tytär:tytär ' +
    'tytärtä:tytär manner:manner mannerta:manner itä:itä idän:itä idässä:itä idästä:itä itään:itä',
)
