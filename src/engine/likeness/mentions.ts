import {
  isStopword,
  languagesOf,
  lexemesOfWord,
  type SearchLanguage,
  searchLanguages,
  type Token,
  tokens,
} from '../language/index.ts'
import { qualifierOf, withoutQualifier } from './label-keys.ts'
import type { Concept, LabelForm, Ontology } from './ontology.ts'

/**
 * How a text names a concept: `label` by a label of it, in any form; `within` by a label inside a longer one
 * ("media" in "sosiaalinen media"); `part` by a part of a compound ("matkailu" in "luontomatkailu").
 */
export type MentionKind = 'label' | 'within' | 'part'

/** A place where a text names a concept. */
export type Mention = {
  concept: Concept
  kind: MentionKind
  language: SearchLanguage
  /** The words as they stand in the text: the evidence. `end` is exclusive, in UTF-16 units. */
  words: string
  start: number
  end: number
  /** How likely the words mean the concept, from 0 to 1; below 1 where they may mean something else. */
  certainty: number
}

/** A word of another language than the text's, shorter than this, is more often a name or an abbreviation. */
const shortestForeign: Record<SearchLanguage, number> = { fi: 4, sv: 5, en: 5 }

/** What is left of certainty for each doubt. Chosen by hand on labelled texts, in tenths. */
const doubt = {
  /** One word in a language that the text is not in: "design" in a Finnish title. */
  foreign: 0.5,
  /** A word that says nothing in another language: "te" is tea in Swedish, "you" in Finnish. */
  stopword: 0.1,
  /** The label has a qualifier, "kuusi (luku)", and no word of it stands in the text. */
  unqualified: 0.4,
  /** Another concept fits better: "ballet" beside "ballet (works)"; "production" beside "productivity". */
  rivalled: 0.3,
  /** A name that is a word too, where the text's capital may be that of a sentence: "Works", "Access". */
  name: 0.3,
  /** A part of a name: neither "karit" (skerries) nor "jalat" (feet) are in Pohjois-Karjala, though "pohjoinen" is. */
  inName: 0.1,
} as const

type Read = { token: Token; text: string; stems: Record<SearchLanguage, readonly string[]> }

/**
 * Every place where a text names a concept, in the order of the text, the longer label first. Labels of all three
 * languages are looked for: titles mix them. A label in capitals (EU, GIS) is only found in capitals.
 */
export function findConcepts(text: string, ontology: Ontology): Mention[] {
  const read = tokens(text)
  // One word alone tells no language: "te" is Finnish for you, and Swedish for tea.
  const languages = read.length === 1 ? searchLanguages : languagesOf(text)
  const words = read.map(
    (token): Read => ({
      token,
      text: text.slice(token.start, token.end),
      stems: {
        fi: lexemesOfWord(token.word, 'fi').stems,
        sv: lexemesOfWord(token.word, 'sv').stems,
        en: lexemesOfWord(token.word, 'en').stems,
      },
    }),
  )
  const stems = new Set(words.flatMap((word) => searchLanguages.flatMap((language) => word.stems[language])))
  const found: Mention[] = []
  // The text's own languages first: where two name one concept by the same words, the first is kept.
  for (const language of [...languages, ...searchLanguages.filter((l) => !languages.includes(l))])
    words.forEach((_, at) => {
      const own = languages.includes(language)
      found.push(...labelsAt(text, words, at, language, own, ontology, stems))
      // A Finnish compound is one in any text: titles say the same in two languages.
      if (own || (language === 'fi' && lexemesOfWord(words[at]!.token.word, 'fi').known))
        found.push(...partsAt(words[at]!, language, ontology))
    })
  return inOrder(found)
}

function labelsAt(
  text: string,
  words: readonly Read[],
  at: number,
  language: SearchLanguage,
  own: boolean,
  ontology: Ontology,
  stems: ReadonlySet<string>,
): Mention[] {
  const first = words[at]!
  const forms = new Set(first.stems[language].flatMap((stem) => ontology.beginningWith(stem, language)))
  const fitting = [...forms].filter((form) => fits(form, words, at, language))
  const labelOf = (form: LabelForm): string => ontology.label(form.concept, language)
  const asWritten = (form: LabelForm): boolean =>
    withoutQualifier(labelOf(form)).toLowerCase() ===
    written(words, at, form.words.length).join(' ').toLowerCase()
  return fitting.flatMap((form) => {
    const length = form.words.length
    if (length === 1 && isStopword(first.token.word, language)) return []
    if (!own && length === 1 && !worthReading(first.token.word, language)) return []
    const label = labelOf(form)
    const capital = capitals(withoutQualifier(label), written(words, at, length), at === 0)
    if (capital === 0) return []
    const rivals = fitting.filter((other) => other !== form && other.words.length === length)
    const certainty =
      (own || length > 1 ? 1 : doubt.foreign) *
      (length === 1 && searchLanguages.some((l) => isStopword(first.token.word, l)) ? doubt.stopword : 1) *
      capital *
      qualified(label, language, stems, rivals.map(labelOf)) *
      (!asWritten(form) && rivals.some(asWritten) ? doubt.rivalled : 1)
    const start = first.token.start
    const end = words[at + length - 1]!.token.end
    const kind = endsInCompound(form, words, at, language) ? 'part' : 'label'
    return [{ concept: form.concept, kind, language, words: text.slice(start, end), start, end, certainty }]
  })
}

const written = (words: readonly Read[], at: number, length: number): string[] =>
  words.slice(at, at + length).map((word) => word.text)

function fits(form: LabelForm, words: readonly Read[], at: number, language: SearchLanguage): boolean {
  if (at + form.words.length > words.length) return false
  return form.words.every(
    (readings, i) =>
      has(readings, words[at + i]!.stems[language]) ||
      (i > 0 && i === form.words.length - 1 && has(readings, partsOf(words[at + i]!, language))),
  )
}

const has = (readings: readonly string[], stems: readonly string[]): boolean =>
  readings.some((stem) => stems.includes(stem))

/** "sähköisessä taloushallintoympäristössä": the label's last word is a part of a compound. */
function endsInCompound(
  form: LabelForm,
  words: readonly Read[],
  at: number,
  language: SearchLanguage,
): boolean {
  return !has(form.words.at(-1)!, words[at + form.words.length - 1]!.stems[language])
}

function partsOf({ token }: Read, language: SearchLanguage): readonly string[] {
  const { parts, runs } = lexemesOfWord(token.word, language)
  return runs.length > 0 ? [...parts, ...runs] : parts
}

/** Whether a word is looked at alone in a language that the text is not in: "sade" (rain) is Finnish, not English. */
const worthReading = (word: string, language: SearchLanguage): boolean =>
  word.length >= shortestForeign[language] && lexemesOfWord(word, 'fi').known === (language === 'fi')

/** 1 where the capitals of the text suit the label's, 0 where they exclude it. */
function capitals(label: string, written: readonly string[], begins: boolean): number {
  const isAbbreviation = /^[^\p{Ll}]*\p{Lu}[^\p{Ll}]*\p{Lu}[^\p{Ll}]*$/u.test(label)
  const head = written[0]!
  if (isAbbreviation) return written.every((word) => /^[^\p{Ll}]+(?:[:'’-]|$)/u.test(word)) ? 1 : 0
  if (!/^\p{Lu}/u.test(label)) return isShouted(head) ? doubt.inName : 1
  if (!/^\p{Lu}/u.test(head)) return 0
  return begins && written.length === 1 ? doubt.name : 1
}

/** Two to four capitals are an abbreviation, though often one that was chosen for the word it makes: VESI. */
const isShouted = (word: string): boolean => /^\p{Lu}{2,4}(?:[:'’-]|$)/u.test(word)

function qualified(
  label: string,
  language: SearchLanguage,
  stems: ReadonlySet<string>,
  rivals: readonly string[],
): number {
  const qualifier = qualifierOf(label)
  if (!qualifier) return 1
  const said = tokens(qualifier).some(({ word }) =>
    lexemesOfWord(word, language).stems.some((stem) => stems.has(stem)),
  )
  if (said) return 1
  return rivals.some((rival) => !qualifierOf(rival)) ? doubt.rivalled : doubt.unqualified
}

/** Concepts of the parts of a compound, and of the shorter compounds in it. */
function partsAt({ token, text }: Read, language: SearchLanguage, ontology: Ontology): Mention[] {
  const { parts, runs, stems } = lexemesOfWord(token.word, language)
  if (parts.length === 0) return []
  const { start, end } = token
  const named = /-\p{Lu}/u.test(text) ? doubt.inName : 1
  return [...new Set([...parts, ...runs])].flatMap((stem) => {
    if (stems.includes(stem)) return []
    return ontology.beginningWith(stem, language).flatMap(({ concept, words }) => {
      const label = ontology.label(concept, language)
      if (words.length > 1 || /^\p{Lu}/u.test(label)) return []
      const certainty = named * (qualifierOf(label) ? doubt.unqualified : 1)
      return [{ concept, kind: 'part' as const, language, words: text, start, end, certainty }]
    })
  })
}

/** In the order of the text, the longer first; each concept once at a place; what lies in a longer label says so. */
function inOrder(found: readonly Mention[]): Mention[] {
  const sorted = [...found].sort(
    (a, b) => a.start - b.start || b.end - a.end || kindOrder(a) - kindOrder(b) || b.certainty - a.certainty,
  )
  const kept: Mention[] = []
  const seen = new Set<string>()
  let longest: Mention | undefined
  for (const mention of sorted) {
    const place = `${mention.concept} ${mention.start}`
    if (seen.has(place)) continue
    seen.add(place)
    if (mention.kind === 'part') {
      kept.push(mention)
      continue
    }
    const inside = longest && mention.start >= longest.start && mention.end <= longest.end
    const shorter = inside && mention.end - mention.start < longest!.end - longest!.start
    kept.push(shorter ? { ...mention, kind: 'within' } : mention)
    if (!inside) longest = mention
  }
  return kept
}

const kindOrder = ({ kind }: Mention): number => (kind === 'part' ? 1 : 0)
