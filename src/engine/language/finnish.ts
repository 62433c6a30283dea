import { isVowel, weaken, weakenGeminate } from './gradation.ts'

/**
 * Keys of a Finnish nominal: every form of a word shares at least one key with its base form, and words that are
 * not the same seldom do. A key is the vowel stem in the weak grade; a, ä and i are dropped from its end (they
 * change before the plural's i), e, o, ö, u, y stay: kaupunki, kaupungin, kaupunkeja -> "kaupung"; tieto, tiedon,
 * tietojen -> "tiedo"; hanke, hankkeissa -> "hanke"; hakemus, hakemukset -> "hakemus"; nainen, naisten -> "nais".
 * A form may have several readings; `keysOf` gives them all, the likelier first.
 */
export function keysOf(word: string): string[] {
  const keys = new Set<string>()
  if (word.length < 3 || /[^a-zåäöüéš]/.test(word)) return [word]
  for (const key of irregular.get(word) ?? []) keys.add(key)
  if (keys.size > 0) return [...keys]
  for (const reading of readings(word)) for (const key of reading) if (key.length >= 2) keys.add(key)
  return [...keys]
}

type Grade = 'strong' | 'weak'

function* readings(w: string): Generator<Iterable<string>> {
  if (isVowel(w.at(-1))) {
    yield* inflectedVowelFinal(w)
    yield nominative(w)
  } else {
    // A native word seldom ends in n or t in the nominative: the inflected readings come first.
    const bare = /[nt]$/.test(w) && !/(?:nen|[^aeiouyäö]in|t[oö]n|[nuy]t)$/.test(w)
    if (!bare) yield nominative(w)
    yield* inflectedConsonantFinal(w)
    if (bare) yield nominative(w)
  }
}

/** Keys of a word taken as it stands in the singular nominative. */
export function nominative(w: string): string[] {
  const last = w.at(-1)!
  const body = w.slice(0, -1)
  if (!isVowel(last)) return nominativeConsonant(w)
  if (/nen$/.test(w)) return [`${w.slice(0, -3)}s`]
  if (isVowel(body.at(-1))) return vowelFinalPair(w)
  if (last === 'e') return [w]
  if (last === 'i') return singularI(body, 'strong')
  if (last === 'a' || last === 'ä') return weaken(body, last)
  return weaken(body, last).map((stem) => stem + last)
}

/** Nominatives that end in two vowels: maa, työ, vihreä, energia, hankkijoi... */
function vowelFinalPair(w: string): string[] {
  const end = w.slice(-2)
  if (/[^aeiouyäö](?:[eiou][aä]|io|iö)$/.test(w) || end === 'ue') {
    return end.endsWith('a') || end.endsWith('ä') ? [w.slice(0, -1)] : [w]
  }
  return [w]
}

function nominativeConsonant(w: string): string[] {
  if (/[^aeiouyäö]?nen$/.test(w) && w.length > 4) return [`${w.slice(0, -3)}s`]
  if (/t[oö]n$/.test(w) && w.length > 5) return [`${w.slice(0, -3)}tt${w.at(-2)}m`]
  if (/[aeiouyäö][a-zäö]+in$/.test(w)) return [`${w.slice(0, -2)}im`]
  if (utAdjectives.test(w)) return [`${w.slice(0, -1)}e`]
  if (/.[aeiouyäölrns]n[uy]t$/.test(w)) return [`${w.slice(0, -2)}e`]
  return [w]
}

/** kevyt: kevyen; the others in -ut, -yt are plurals of words in -u, -y (koulut) or participles (väsynyt). */
export const utAdjectives = /^(?:kevyt|lyhyt|ohut|olut|ehyt|pehmyt|airut|neitsyt)$/

function* inflectedVowelFinal(w: string): Generator<Iterable<string>> {
  const n = w.length
  if (/ss[aä]$/.test(w) || /st[aä]$/.test(w) || /ll[aäe]$/.test(w) || /lt[aä]$/.test(w) || /ksi$/.test(w)) {
    if (isVowel(w.at(-4))) yield vowelStem(w.slice(0, -3), 'weak')
  }
  if (/n[aä]$/.test(w) && isVowel(w.at(-3))) yield vowelStem(w.slice(0, -2), 'strong')
  if (/t[aä]$/.test(w)) yield* partitiveTa(w)
  if (/[aä]$/.test(w)) {
    if (w.at(-2) === 'j' && isVowel(w.at(-3))) yield pluralStem(w.slice(0, -2), 'strong')
    else if (isVowel(w.at(-2)) && w.at(-2) === 'i' && n > 4) {
      yield singularI(w.slice(0, -2), 'strong')
      yield pluralStem(w.slice(0, -2), 'strong')
    } else if (isVowel(w.at(-2)) && n > 4) yield singularStem(w.slice(0, -1), 'strong')
  }
}

/** Partitives in -ta/-tä: maata, aluetta, yritystä, vapaita; also the abessive -tta. */
function* partitiveTa(w: string): Generator<Iterable<string>> {
  const base = w.slice(0, -2)
  const last = base.at(-1)
  if (last === 't') {
    const e = base.slice(0, -1)
    if (e.endsWith('e')) yield [e]
    if (/[uy]t$/.test(base) && base.length > 3) yield [`${e}s`]
    else if (/^[^aeiouyäö]*[aeiouyäö]{1,2}t$/.test(base)) yield [`${e}d`, `${e}s`]
    if (isVowel(e.at(-1))) yield vowelStem(e, 'weak')
  } else if (last === 'i') {
    if (base.length > 2) yield pluralStem(base.slice(0, -1), 'strong')
    if (/ii$/.test(base)) yield [`${base.slice(0, -1)}s`]
  } else if (isVowel(last)) {
    if (isVowel(base.at(-2))) yield singularStem(base, 'strong')
  } else yield consonantStem(base)
}

function* inflectedConsonantFinal(w: string): Generator<Iterable<string>> {
  const last = w.at(-1)
  if (last === 't' && isVowel(w.at(-2))) yield singularStem(w.slice(0, -1), 'weak')
  if (last !== 'n') return
  if (/jen$/.test(w) && isVowel(w.at(-4))) yield pluralStem(w.slice(0, -3), 'strong')
  if (/i(?:d|tt)en$/.test(w)) yield pluralStem(w.replace(/i(?:d|tt)en$/, ''), 'strong')
  else if (/[^aeiouyäöt]ten$/.test(w)) yield consonantStem(w.slice(0, -3))
  if (/ien$/.test(w)) {
    yield pluralStem(w.slice(0, -3), 'strong')
    yield singularI(w.slice(0, -3), 'strong')
    if (isVowel(w.at(-4))) yield [w.slice(0, -1)]
  }
  if (/isiin$/.test(w)) yield pluralStem(w.slice(0, -5), 'strong')
  if (/seen$/.test(w) && isVowel(w.at(-5))) yield singularStem(w.slice(0, -4), 'strong')
  if (/h([aeiouyäö])n$/.test(w) && w.at(-2) === w.at(-4)) {
    if (w.at(-2) === 'i') yield pluralStem(w.slice(0, -4), 'strong')
    else yield singularStem(w.slice(0, -3), 'strong')
  }
  if (/oihin$|öihin$|aihin$|äihin$|uihin$|yihin$|eihin$/.test(w)) yield pluralStem(w.slice(0, -4), 'strong')
  if (w.at(-2) === w.at(-3) && isVowel(w.at(-2))) {
    yield singularStem(w.slice(0, -2), 'strong')
    if (w.at(-2) === 'i') yield pluralStem(w.slice(0, -3), 'strong')
  }
  if (/ineen$/.test(w)) yield pluralStem(w.slice(0, -5), 'strong')
  if (isVowel(w.at(-2))) yield singularStem(w.slice(0, -1), 'weak')
}

/** A stem before -ssa, -lla and the like: singular, or plural when it ends in i. */
function* vowelStem(stem: string, grade: Grade): Generator<string> {
  yield* singularStem(stem, grade)
  if (stem.endsWith('i') && stem.length > 2) yield* pluralStem(stem.slice(0, -1), grade)
}

/** Keys of a singular vowel stem: hakemukse-, hankkee-, terveyde-, naise-, tiedo-. */
export function* singularStem(stem: string, grade: Grade): Generator<string> {
  const last = stem.at(-1)!
  const body = stem.slice(0, -1)
  const doubled = last === body.at(-1)
  const irregularKey = irregularStems.get(stem)
  if (irregularKey) yield irregularKey
  if (last === 'e' && doubled) {
    for (const key of weaken(body.slice(0, -1), 'e')) yield `${key}e`
    return
  }
  if ((last === 'a' || last === 'ä') && doubled) {
    for (const key of weaken(body.slice(0, -1), last)) yield `${key}${last}s`
    yield stem
    return
  }
  if (last === 'i' && doubled) {
    yield `${body}s`
    return
  }
  if (last === 'e') {
    if (/kse$/.test(stem) && stem.length > 4) yield `${stem.slice(0, -3)}s`
    if (/[uy][dt]e$/.test(stem) && stem.length > 4 && stem !== 'vuode' && stem !== 'vuote')
      yield `${stem.slice(0, -2)}s`
    if (isVowel(body.at(-1))) {
      yield stem
      yield body
    } else yield* grade === 'strong' ? weaken(body, 'e') : [weakenGeminate(body)]
    return
  }
  if (isVowel(body.at(-1))) {
    yield* vowelFinalPair(stem)
    if (grade === 'weak' && 'aäi'.includes(last)) yield body
    return
  }
  if (last === 'i') {
    yield* singularI(body, grade)
    return
  }
  const stems = grade === 'strong' ? weaken(body, last) : [weakenGeminate(body)]
  for (const key of stems) yield last === 'a' || last === 'ä' ? key : key + last
}

/** A nominative or stem in -i, given without it: kaupunk(i), nim(i), ves(i). */
function singularI(body: string, grade: Grade): string[] {
  const keys = grade === 'strong' ? weaken(body, 'i') : [weakenGeminate(body)]
  const t = dentalStems.get(body)
  return t ? [t, ...keys] : keys
}

/** Keys of a plural stem given without its i or j: tieto(j)-, koir(i)-, hankke(i)-, asiakka(i)-, hakemuks(i)-. */
function* pluralStem(stem: string, grade: Grade): Generator<string> {
  const irregularKey = irregularPlurals.get(stem)
  if (irregularKey) {
    yield irregularKey
    return
  }
  const last = stem.at(-1) ?? ''
  const body = stem.slice(0, -1)
  if (!isVowel(last)) {
    if (/ks$/.test(stem) && stem.length > 3) yield `${stem.slice(0, -2)}s`
    const t = dentalStems.get(stem)
    if (t) yield t
    yield* grade === 'strong' ? weaken(stem, 'i') : [weakenGeminate(stem)]
    return
  }
  const stems = grade === 'strong' ? weaken(body, last) : [weakenGeminate(body)]
  if (last === 'e') {
    // ristei- is risti's; hankkei- is hanke's, whose strong grade stands before weak-grade endings too.
    for (const key of weaken(body, last)) yield `${key}e`
    for (const key of stems) yield key
    return
  }
  if (last === 'a' || last === 'ä') {
    for (const key of weaken(body, last)) yield `${key}${last}s`
    yield stem + last
    return
  }
  for (const key of stems) yield key + last
  if (last === 'o' || last === 'ö') for (const key of stems) yield key
  if (last === 'i') yield `${stem}s`
}

/** A consonant stem before -ta, -ten: yritys-, nais-, kiel-, puhelin-. */
function consonantStem(stem: string): string[] {
  if (stem.endsWith('n')) return [`${stem.slice(0, -1)}m`, stem]
  return [stem]
}

/** Words in -si whose stem is in t, d: vesi: veden; käsi: käden; kansi: kannen. A closed class. */
const dentalStems = new Map(
  (
    'ves:ved käs:käd vuos:vuod uus:uud tos:tod sus:sud köys:köyd täys:täyd kuus:kuud viis:viid kaus:kaud reis:reid ' +
    'hiis:hiid paas:paad niis:niid kans:kann läns:länn hirs:hirr virs:virr vars:varr kors:korr jäls:jäll mes:med ' +
    'lies:lied'
  )
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
)

/** Plural stems of one syllable, and others that no rule gives. */
const irregularPlurals = new Map(
  (
    'tö:työ ö:yö so:suo te:tie ma:maa pä:pää pu:puu lu:luu ku:kuu jä:jää hä:hää mu:muu su:suu lo:luo vö:vyö ' +
    'syö:syö mieh:mies laps:lapse kevä:kevät aik:aj poik:poj ruok:ruo pä:pää sä:sää ky:kyy vo:voi ko:koi'
  )
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
)

/** Singular stems that no rule gives. */
const irregularStems = new Map(
  'miehe:mies lapse:lapse kevää:kevät tyttäre:tytär mantere:manner kantele:kannel ihmise:ihmis'
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
)

/** Whole forms that no rule gives. */
const irregular = new Map(
  'lapsi:lapse lasta:lapse lasten:lapse lapsen:lapse mies:mies miestä:mies miesten:mies kevät:kevät kevättä:kevät tytär:tytär tytärtä:tytär manner:manner mannerta:manner itä:itä idän:itä idässä:itä idästä:itä itään:itä'
    .split(' ')
    .map((pair) => pair.split(':') as [string, string])
    .map(([form, key]) => [form, [key]] as const),
)
