import { countryNamed } from './countries.ts'
import { findLegalForms, type LegalKind } from './legal-forms.ts'
import { areTwoLanguages } from './name-languages.ts'
import { compact, fold, foldedWords, wordsOf } from './transliteration.ts'
import { isPublicBody, joinPhrases, readWord, type Word } from './words.ts'

/** How a form of a name came about; `current` is the new name that an old one points to ("nyk."). */
export type FormSource = 'name' | 'alias' | 'former' | 'current' | 'bilingual' | 'acronym'

/** One way an organisation's name is written, ready to compare. */
export type NameForm = {
  text: string
  source: FormSource
  /** Letters and digits of the whole name. */
  compact: string
  /** Letters and digits without legal forms. */
  core: string
  /** The keys of the content words, sorted: equal for one name in two languages or orders. */
  meaning: string
  words: readonly Word[]
  kinds: readonly LegalKind[]
}

/** A name read: its forms (the name itself first) and, for "parent / unit", the meaning of the parent alone. */
export type Name = { forms: readonly NameForm[]; parent?: string }

const formerWord =
  '(?:ent\\.|entinen|ent|aiemmin|aikaisemmin|ennen|former(?:ly)?|previously|f\\.\\s?d\\.?|fd\\.?|tidigare|vormals|vorm\\.|ehemals|ehem\\.|tidl\\.|tidligere|dawniej|anc\\.|ancien(?:nement)?|ex)'
const former = new RegExp(`^${formerWord}[\\s:]*(?=\\S{2})`, 'iu')
const formerOutside =
  /[\s,;–-]+(?:ent\.|entinen|aiemmin|aikaisemmin|formerly|f\.\s?d\.|fd\.|tidigare)\s*:?\s*(\S.*)$/iu
const current = /^(?:nyk\.?|nykyisin|nykyinen|now|numera|nu)[\s:]+/iu
const untilDate = /^\d{1,2}\.\d{1,2}\.\d{4}\s+(?:saakka|asti)\s+(.+)$/iu
const renamed = /^(.+?)[\s/,]+\d{1,2}\.\d{1,2}\.\d{4}\s+(?:alkaen|lähtien)\s+(.+)$/iu
const fromDate = /\s+\d{1,2}\.\d{1,2}\.\d{4}.*$/u
const status =
  /(?:\byritys mennyt\s+)?(?:sulautunut|jakautunut|konkurssi(?:in|ssa|pesä)?|lakkautettu|purettu|lopettanut|selvitystilassa|likvidaatiossa|i likvidation|i konkurs|in liquidation|under navneændring|w likwidacji|v likvidaci|v likvidácii)(?:\s+(?:syksyllä|keväällä|\d[\d.]*))*\s*$/iu
const gluedForm = /\b(OY|Oy|oy)(?=yritys mennyt|konkurssi|sulautunut|jakautunut)/iu
const acronym = /^(?=(?:.*\p{Lu}){2})[\p{Lu}\p{N}][\p{L}\p{N}&.\-+]{1,9}$/u
const hasLower = /\p{Ll}/u

const jointAuthority = /(?:kuntayhtyma|^koulutusky)$/

/** "koulutuskuntayhtyma" is a joint authority for koulutus. */
const splitJointAuthority = (word: string): string[] =>
  word.length > 13 && word.endsWith('kuntayhtyma') && !word.startsWith('liikelaitos')
    ? [word.slice(0, -11), 'kuntayhtyma']
    : word === 'koulutusky'
      ? ['koulutus', 'kuntayhtyma']
      : [word]

export function readForm(text: string, source: FormSource): NameForm {
  const folded = fold(text)
  const plain = wordsOf(folded)
  const all = plain.some((word) => word.length > 9 && jointAuthority.test(word))
    ? plain.flatMap(splitJointAuthority)
    : plain
  const { kinds, rest } = findLegalForms(all)
  const left = rest.map((i) => all[i]!)
  const unique = left.filter((word, i) => left.indexOf(word) === i)
  const words = joinPhrases(unique).map(readWord)
  const content = contentOf(words)
  return {
    text,
    source,
    compact: compact(folded),
    core: unique.join(''),
    meaning: content
      .map((word) => word.key)
      .sort()
      .join(' '),
    words: content,
    kinds,
  }
}

/**
 * The words that carry a name. Links are left out unless hardly anything else is there: without their "la" and "le",
 * "AN-LA" and "Le-An" would both be "an".
 */
function contentOf(words: readonly Word[]): readonly Word[] {
  const content = words.filter((word) => word.kind !== 'link')
  return content.reduce((letters, word) => letters + word.text.length, 0) < leastLetters ? words : content
}

/** Fewer letters than these are no name of their own. */
const leastLetters = 4

/** Reads an organisation's name as it stands in a list: former names, acronyms, two languages, notes of status. */
export function readName(text: string, source: FormSource = 'name'): Name {
  const forms: NameForm[] = []
  const add = (value: string, from: FormSource): void => {
    const trimmed = value.replace(/^[\s,;:/–-]+|[\s,;:/–-]+$/gu, '')
    if (!trimmed || forms.some((form) => form.text === trimmed)) return
    const form = readForm(trimmed, from)
    if (form.compact) forms.push(form)
  }
  const others: [string, FormSource][] = []
  let main = text.replace(/\s+/gu, ' ').trim().replace(gluedForm, '$1 ')
  if (main.includes('(')) {
    main = main.replace(/\(([^()]*)\)?/gu, (whole, inside: string) => {
      const content = inside.trim()
      const until = untilDate.exec(content)
      if (until) others.push([until[1]!, 'former'])
      else if (former.test(content))
        others.push([content.replace(former, '').replace(fromDate, ''), 'former'])
      else if (current.test(content)) others.push([content.replace(current, ''), 'current'])
      else if (countryNamed(content)) return hasLegalForm(main) ? whole : ' '
      else if (
        acronym.test(content) &&
        (hasLower.test(main) || abbreviates(content, main.replace(whole, '')))
      )
        others.push([content, 'acronym'])
      else if (!status.test(content)) return whole
      return ' '
    })
  }
  const since = renamed.exec(main)
  if (since) {
    others.push([since[2]!, 'current'])
    main = since[1]!
  }
  const outside = formerOutside.exec(main)
  if (outside) {
    others.push([outside[1]!.replace(fromDate, ''), 'former'])
    main = main.slice(0, outside.index)
  }
  main = main.replace(status, '').trim() || text
  add(main, source)
  const words = main.split(' ')
  if (words.length > 2 && hasLower.test(main)) {
    const last = words.at(-1)!
    const first = words[0]!.replace(/,$/, '')
    if (isCapitals(last)) addShort(words.slice(0, -1).join(' '), last)
    else if (isCapitals(first) && !isCompany(main)) addShort(words.slice(1).join(' '), first)
  }
  function addShort(rest: string, short: string): void {
    if (!hasLower.test(rest) || rest.trimEnd().endsWith('/')) return
    const form = readForm(rest, source)
    const trusted =
      rest.length > 0 && main.startsWith(rest) && form.words.some((word) => isPublicBody(word.key))
    if (form.words.length < 2 || !(trusted || abbreviates(short, rest))) return
    add(rest, source)
    add(short, 'acronym')
  }
  const parts = main.split(/\s+[-–—/|]\s+|\s*\/\s*(?!\p{L}(?!\p{L}))/u).filter((part) => part.length > 3)
  let parent: string | undefined
  if (parts.length === 2 && areTwoLanguages(parts[0]!, parts[1]!))
    for (const part of parts) add(part, 'bilingual')
  else if (parts.length > 1) parent = readForm(parts[0]!, source).meaning
  for (const [value, from] of others) add(value, from)
  return parent ? { forms, parent } : { forms }
}

const hasLegalForm = (text: string): boolean => findLegalForms(foldedWords(text)).kinds.length > 0

const isCompany = (text: string): boolean =>
  findLegalForms(foldedWords(text)).kinds.some((kind) => kind === 'limited' || kind === 'public-limited')

/** Whether the letters come in this order in the text, the first of them at a word's beginning. */
export function abbreviates(short: string, text: string): boolean {
  const letters = compact(fold(short))
  const words = foldedWords(text)
  return words.some((word, i) => {
    if (word[0] !== letters[0]) return false
    let at = 0
    for (const letter of words.slice(i).join('')) if (letter === letters[at]) at++
    return at === letters.length
  })
}

const isCapitals = (word: string): boolean =>
  /^\p{Lu}[\p{Lu}\p{N}&]{1,6}$/u.test(word) &&
  findLegalForms([fold(word), 'x']).kinds.length === 0 &&
  !/^[IVX]+$/.test(word) &&
  !countryNamed(word)
