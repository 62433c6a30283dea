import { countriesIn, countryNamed } from './countries.ts'
import type { NameForm } from './names.ts'
import { placeOf } from './places.ts'
import type { ReadRecord } from './records.ts'
import { edits } from './spelling.ts'
import { foldedWords } from './transliteration.ts'
import { joinPhrases, readWord, type Word } from './words.ts'

/**
 * An affiliation ("Department of Physics, University of X, City, Country") holds an organisation's name among
 * those of its units and places. It is read as one line of words, each with the segment it stands in.
 */
export type Affiliation = {
  text: string
  words: readonly Word[]
  segments: readonly number[]
  /** Whether a link word ("of", "at", "and") stands before the word. */
  linked: readonly boolean[]
  /** Positions of each key. */
  at: ReadonlyMap<string, readonly number[]>
  /** ISO codes of the countries named. */
  countries: ReadonlySet<string>
  /** Every folded word, for places; towns under one name in whatever language. */
  plain: ReadonlySet<string>
  segmentCount: number
}

const separators = /[,;|()\n/:]|\s[-–—]\s|(?<=\s)\d{1,2}(?=\s)|\.\s(?=\p{Lu})/u
const unitWords =
  /\b(?:dep(?:artmen)?t\b|school of|faculty|division|institute|laborator|unit\b|section|laitos|osasto|tiedekunta|institution|fakultet)/iu

/** Whether a text reads as an affiliation rather than as the name of one organisation. */
export function looksLikeAffiliation(text: string): boolean {
  const parts = text.split(/[,;]/).filter((part) => part.trim().length > 2)
  return parts.length >= 2 || text.length > 80 || unitWords.test(text)
}

/** Forms of companies that say nothing of the name in an affiliation. */
const isPlainForm = (word: string): boolean =>
  /^(?:inc|ltd|gmbh|llc|plc|oy|oyj|limited|corporation|incorporated)$/.test(word)

/** "St" and "Saint", "Wien" and "Vienna" are one. */
export const townWord = (word: string): string => (word === 'saint' ? 'st' : (placeOf(word) ?? word))

export function readAffiliation(text: string): Affiliation {
  const words: Word[] = []
  const segments: number[] = []
  const linked: boolean[] = []
  const at = new Map<string, number[]>()
  let segmentCount = 0
  for (const part of text.split(separators)) {
    const folded = foldedWords(part)
    const read = joinPhrases(folded.filter((word) => !isPlainForm(word))).map(readWord)
    if (read.length === 0) continue
    let link = false
    for (const word of read) {
      if (word.kind === 'link') {
        link = true
        continue
      }
      linked.push(link)
      link = false
      const position = words.push(word) - 1
      segments.push(segmentCount)
      const list = at.get(word.key)
      if (list) list.push(position)
      else at.set(word.key, [position])
    }
    segmentCount++
  }
  return {
    text,
    words,
    segments,
    linked,
    at,
    countries: countriesIn(text),
    plain: new Set(foldedWords(text).map(townWord)),
    segmentCount,
  }
}

/** What speaks for a name inside an affiliation: yes and no as 1 and 0, else shares between 0 and 1. */
export type Features = {
  /** Share of the name's bits that the affiliation has. */
  coverage: number
  complete: number
  /** Share of the name's words that are spelled alike, not only of one meaning. */
  exact: number
  /** Bits of the name found, of 30. */
  bits: number
  /** Share of its segment's bits that the name takes. */
  purity: number
  wholeSegment: number
  gaps: number
  /** Segments that the name runs over beside its own. */
  crossing: number
  order: number
  alone: number
  university: number
  hospital: number
  unit: number
  first: number
  last: number
  place: number
  country: number
  countryDiffers: number
  /** A short acronym. */
  short: number
  /** The name that the record shows, not one of its others. */
  main: number
  /** How many names the record has: the known ones have many. */
  known: number
  /** A part of the words of a longer name that is there. */
  inside: number
  /** Other records fit the same words as well. */
  shared: number
  /** Other names stand before it, or after it, elsewhere in the text. */
  before: number
  after: number
  /** Another name is a university's and this one is not. */
  besideUniversity: number
  /** The words of its segment that the name lacks are those of a unit ("University of X School of Medicine"). */
  unitBeside: number
  /** A word runs on before or after the name with no link between ("George | Washington University"). */
  runsBefore: number
  runsAfter: number
  /** A number stands beside the name that the name lacks ("Université Paris 5"). */
  numberBeside: number
  /** Share of its segment's bits that stand before the name. */
  lead: number
  /** Two names of the record are there: the name and its acronym, say. */
  twice: number
  /** The name's own town is left out ("Otto von Guericke University" of Magdeburg). */
  townMissing: number
}

export type Sighting = { form: NameForm; positions: readonly number[]; features: Features }

const hospitals = /^@(?:hospital|university-hospital)$|^(?:clinic|klinik|klinikum)/
const unitKinds =
  /^@(?:department|faculty|school|college|centre|institute)$|^(?:division|laborator|program|programme|unit|campus)/
const universities = /^@(?:university|polytechnic)$/

/** The least share of a name's bits that must be there. */
const leastCoverage = 0.7

/** Finds the form's words in the affiliation; nothing when too little of the name is there. */
export function sight(
  affiliation: Affiliation,
  form: NameForm,
  record: ReadRecord,
  bitsOfKey: (word: Word) => number,
): Sighting | undefined {
  let total = 0
  let met = 0
  let townMissing = 0
  for (const word of form.words) {
    const there = affiliation.at.has(word.key)
    const town = !there && form.words.length > 2 && record.town.has(word.text)
    if (town) townMissing = 1
    const bits = town ? 0 : bitsOfKey(word)
    total += bits
    if (there) met += bits
  }
  if (met < 0.45 * total) return undefined
  const options: { index: number; at: readonly number[]; bits: number }[] = []
  form.words.forEach((word, index) => {
    const exact = affiliation.at.get(word.key)
    const at = exact ?? (met < total ? nearlyAt(affiliation, word) : undefined)
    if (!at) return
    if (!exact) met += 0.9 * bitsOfKey(word)
    options.push({ index, at, bits: bitsOfKey(word) })
  })
  if (met < leastCoverage * total) return undefined
  const short = form.words.length === 1 && form.core.length <= 6 ? 1 : 0
  if (short && (!affiliation.text.includes(form.text) || countryNamed(form.text))) return undefined

  const anchor = options.reduce((a, b) => (b.bits > a.bits ? b : a))
  let best: number[] = []
  let bestLength = Number.POSITIVE_INFINITY
  for (const start of anchor.at) {
    const chosen: number[] = []
    for (const { index, at } of options) {
      const expected = start + index - anchor.index
      let nearest = -1
      for (const position of at) {
        if (chosen.includes(position)) continue
        if (nearest < 0 || Math.abs(position - expected) < Math.abs(nearest - expected)) nearest = position
      }
      if (nearest >= 0) chosen.push(nearest)
    }
    const low = Math.min(...chosen)
    const high = Math.max(...chosen)
    const length =
      high -
      low +
      3 * (options.length - chosen.length) +
      2 * (affiliation.segments[high]! - affiliation.segments[low]!) +
      (inOrder(chosen) ? 0 : 1)
    if (length < bestLength || (length === bestLength && start > Math.max(...best))) {
      bestLength = length
      best = chosen
    }
  }
  return {
    form,
    positions: best,
    features: {
      ...featuresOf(affiliation, form, record, best, met / total, met, short, bitsOfKey),
      townMissing,
    },
  }
}

function featuresOf(
  affiliation: Affiliation,
  form: NameForm,
  record: ReadRecord,
  positions: readonly number[],
  coverage: number,
  met: number,
  short: number,
  bitsOfKey: (word: Word) => number,
): Features {
  const from = Math.min(...positions)
  const to = Math.max(...positions)
  const home = affiliation.segments[from]!
  const crossing = Math.min(2, affiliation.segments[to]! - home)
  let segmentBits = 0
  let segmentMet = 0
  let unitBeside = 0
  let lead = 0
  affiliation.words.forEach((word, i) => {
    const segment = affiliation.segments[i]!
    if (segment < home || segment > home + crossing || word.kind === 'number') return
    const bits = bitsOfKey(word)
    segmentBits += bits
    if (positions.includes(i)) segmentMet += bits
    else {
      if (segment === home && unitKinds.test(word.key)) unitBeside = 1
      if (i < from) lead += bits
    }
  })
  const purity = segmentBits > 0 ? segmentMet / segmentBits : 0
  const keys = form.words.map((word) => word.key)
  const texts = new Set(form.words.map((word) => word.text))
  const many = affiliation.segmentCount > 1
  const has = (pattern: RegExp): number => (keys.some((key) => pattern.test(key)) ? 1 : 0)
  return {
    coverage,
    complete: coverage > 0.99 ? 1 : 0,
    exact:
      positions.filter((position) => texts.has(affiliation.words[position]!.text)).length / form.words.length,
    bits: Math.min(30, met) / 30,
    purity,
    wholeSegment: purity > 0.99 && crossing === 0 && coverage > 0.99 ? 1 : 0,
    gaps: Math.min(4, to - from + 1 - positions.length) / 4,
    crossing,
    order: inOrder(positions) ? 1 : 0,
    alone: many ? 0 : 1,
    university: has(universities),
    hospital: has(hospitals),
    unit: has(unitKinds),
    first: many && home === 0 ? 1 : 0,
    last: many && home === affiliation.segmentCount - 1 ? 1 : 0,
    place:
      record.town.size > 0 && [...record.town].every((word) => affiliation.plain.has(townWord(word))) ? 1 : 0,
    country: record.country && affiliation.countries.has(record.country) ? 1 : 0,
    countryDiffers:
      record.country && affiliation.countries.size > 0 && !affiliation.countries.has(record.country) ? 1 : 0,
    short,
    main: form.source === 'name' ? 1 : 0,
    known: Math.min(1, Math.log2(record.names.length) / 4),
    inside: 0,
    shared: 0,
    before: 0,
    after: 0,
    besideUniversity: 0,
    unitBeside,
    runsBefore: from > 0 && affiliation.segments[from - 1] === home && !affiliation.linked[from] ? 1 : 0,
    runsAfter:
      affiliation.segments[to + 1] === affiliation.segments[to] && !affiliation.linked[to + 1] ? 1 : 0,
    numberBeside:
      affiliation.segments[to + 1] === affiliation.segments[to] &&
      affiliation.words[to + 1]?.kind === 'number'
        ? 1
        : 0,
    lead: segmentBits > 0 ? lead / segmentBits : 0,
    twice: 0,
    townMissing: 0,
  }
}

const inOrder = (positions: readonly number[]): boolean =>
  positions.every((position, i) => i === 0 || position > positions[i - 1]!)

/** Positions of words that are a slip away from a long word. */
function nearlyAt(affiliation: Affiliation, word: Word): readonly number[] | undefined {
  if (word.kind !== 'word' || word.text.length < 7) return undefined
  const found: number[] = []
  affiliation.words.forEach((other, i) => {
    if (other.kind === 'word' && other.text[0] === word.text[0] && edits(other.text, word.text, 1) === 1)
      found.push(i)
  })
  return found.length > 0 ? found : undefined
}

/** Fills in what the sightings of one affiliation mean for each other. */
export function weighTogether(sightings: readonly Sighting[]): void {
  for (const one of sightings) {
    for (const other of sightings) {
      if (other === one || !other.features.complete || (other.features.short && !one.features.short)) continue
      const met = one.positions.filter((position) => other.positions.includes(position)).length
      if (met === one.positions.length && met === other.positions.length) one.features.shared = 1
      else if (met === one.positions.length && other.features.gaps === 0) one.features.inside = 1
      else if (met === 0) {
        if (other.positions[0]! < one.positions[0]!) one.features.before = 1
        else one.features.after = 1
        if (other.features.university && !one.features.university) one.features.besideUniversity = 1
      }
    }
  }
}
