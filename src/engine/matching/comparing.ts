import { compareLegalForms } from './legal-forms.ts'
import type { NameForm } from './names.ts'
import { isPersonsName } from './persons.ts'
import type { Evidence, EvidenceKind, Outcome } from './record.ts'
import { allowedEdits, edits } from './spelling.ts'
import { withoutDigraphs } from './transliteration.ts'
import { bitsOf, type Frequencies, priorBits } from './weights.ts'
import { isPublicBody, type Word } from './words.ts'

/**
 * Thresholds in bits. 6.5 bits are odds of 90 to 1; see bench/matching.ts for the precision that comes of it. A name
 * and the same with a unit or a place after it stand at most at `part`: worth a look, after those that are misspelt.
 */
export const thresholds = { same: 6.5, review: 0, part: 2 }

/** A person must look, however much the names share. */
export const mostForReview = thresholds.same - 0.5

export const outcomeOf = (score: number): Outcome =>
  score >= thresholds.same ? 'same' : score >= thresholds.review ? 'review' : 'different'

/**
 * A comparison of two names: bits for and against, and the most that they may come to with all else that is known
 * (infinite, or so low that a person must look, or that they are two).
 */
export type FormComparison = { score: number; most: number }

/** Compares two forms of names. Symmetric. The evidence is written down only where a list for it is given. */
export function compareForms(
  a: NameForm,
  b: NameForm,
  frequencies: Frequencies,
  evidence?: Evidence[],
): FormComparison {
  if (a.text > b.text || (a.text === b.text && a.source > b.source)) [a, b] = [b, a]
  let score = 0
  let capped = false
  let apart = false
  let ceiling = mostForReview
  const note = (kind: EvidenceKind, weight: number, left?: string, right?: string): void => {
    score += weight
    if (evidence)
      evidence.push({
        kind,
        weight,
        ...(left === undefined ? {} : { left }),
        ...(right === undefined ? {} : { right }),
      })
  }
  note('prior', priorBits(frequencies))

  const openA: Word[] = []
  const openB: Word[] = [...b.words]
  let agreed = 0
  let translated = false
  for (const word of a.words) {
    let at = openB.findIndex((other) => other.text === word.text)
    if (at < 0) at = openB.findIndex((other) => other.key === word.key)
    if (at < 0) {
      openA.push(word)
      continue
    }
    const other = openB.splice(at, 1)[0]!
    const bits = bitsOf(word, frequencies)
    agreed += bits
    if (word.text !== other.text && word.kind === 'place') translated = true
    if (other.text === word.text || word.kind === 'place' || word.key.startsWith('@'))
      note('word', bits, word.text, other.text)
    else note('inflection', bits - 1.5, word.text, other.text)
  }
  const sameCompact = a.compact === b.compact
  const sameCore = a.core === b.core
  if (sameCompact || sameCore) {
    for (const word of openA) note('word', bitsOf(word, frequencies), word.text)
    openA.length = 0
    openB.length = 0
  }
  if (openA.length > 0 && openB.length > 0) alignNearly(openA, openB)

  const legal = compareLegalForms(a.kinds, b.kinds)
  if (sameCompact) note('name', a.source === 'acronym' || b.source === 'acronym' ? 2 : 20)
  else if (openA.length === 0 && openB.length === 0) note('meaning', namesOnlyBody(a) ? 13 : 8)
  else weighOpen()

  // "Telekom Deutschland GmbH" is not "Deutsche Telekom AG": a company is not renamed by translating its country.
  if (translated && a.kinds.length > 0 && b.kinds.length > 0 && a.words[0]!.key !== b.words[0]!.key)
    capped = true
  if (legal < 0) {
    note('legal-form-differs', -8, a.kinds.join(' '), b.kinds.join(' '))
    capped = true
  } else if (legal > 0) {
    if (!sameCompact) note('legal-form', 1, a.kinds[0], b.kinds[0])
  } else if (a.kinds.length !== b.kinds.length && (a.kinds.length === 0 || b.kinds.length === 0)) {
    note('legal-form-missing', -1, a.kinds[0] ?? '', b.kinds[0] ?? '')
    const [bare, formed] = a.kinds.length === 0 ? [a, b] : [b, a]
    if (isTown(bare) && !formed.kinds.every((kind) => kind === 'enterprise' || kind === 'joint-authority')) {
      note('legal-form-differs', -8, bare.text, formed.text)
      capped = true
    }
    if (!formed.kinds.includes('trader') && isPersonsName(bare.text)) {
      note('person', -4, bare.text, formed.text)
      capped = true
    }
  }
  for (const form of [a, b]) {
    if (form.source === 'former') note('former-name', -1, form.text)
    else if (form.source === 'bilingual') note('bilingual', -1, form.text)
    else if (form.source === 'alias' || form.source === 'current') note('alias', -0.5, form.text)
    else if (form.source === 'acronym') {
      note('acronym', -3, form.text)
      capped ||= a.source !== b.source || a.words.length < 2
    }
  }
  return { score, most: apart ? thresholds.review - 1 : capped ? ceiling : Number.POSITIVE_INFINITY }

  function alignNearly(left: Word[], right: Word[]): void {
    for (let i = left.length - 1; i >= 0; i--) {
      const word = left[i]!
      // Two places that are both known are two, however alike: Luvia is not Lavia.
      if (word.kind === 'number' || word.kind === 'direction' || word.kind === 'place') continue
      for (let j = right.length - 1; j >= 0; j--) {
        const other = right[j]!
        if (other.kind !== word.kind) continue
        const found = nearly(word, other)
        if (!found) continue
        const bits = Math.min(bitsOf(word, frequencies), bitsOf(other, frequencies))
        note(found.kind, Math.max(1, bits - found.cost), word.text, other.text)
        if (found.doubtful || isPersonsName(a.text)) capped = true
        left.splice(i, 1)
        right.splice(j, 1)
        break
      }
    }
  }

  function nearly(
    word: Word,
    other: Word,
  ): { kind: EvidenceKind; cost: number; doubtful: boolean } | undefined {
    const [short, long] =
      word.text.length <= other.text.length ? [word.text, other.text] : [other.text, word.text]
    if (
      short.length !== long.length &&
      short[0] === long[0] &&
      withoutDigraphs(short) === withoutDigraphs(long)
    )
      return { kind: 'spelling', cost: 2, doubtful: short.length < 5 }
    const limit = allowedEdits(short.length)
    const distance = limit > 0 ? edits(short, long, limit) : 9
    if (distance <= limit) {
      const [seldom, often] = [frequencies.count(word.key), frequencies.count(other.key)].sort(
        (x, y) => x - y,
      )
      const attested = seldom! > 3
      if (seldom! <= 2 && often! >= 10 && short.length >= 9 && short[0] === long[0])
        return { kind: 'spelling', cost: 2, doubtful: false }
      const weak = short.length < 7 || short[0] !== long[0] || (distance > 1 && short.length < 12)
      const alone = agreed < 6 && short.length < 14
      return {
        kind: 'spelling',
        cost: 3 + 2 * distance + (attested ? 3 : 0) + (short[0] === long[0] ? 0 : 4),
        doubtful: weak || alone || attested || !sameEnd(short, long),
      }
    }
    if (
      short.length >= 3 &&
      long.length >= short.length + 2 &&
      long.startsWith(short) &&
      word.kind === 'word'
    )
      return { kind: 'abbreviation', cost: 6, doubtful: true }
    return undefined
  }

  function weighOpen(): void {
    const initials = (open: Word[], full: NameForm): boolean =>
      open.length === 1 &&
      open[0]!.text.length > 1 &&
      full.words.length > 1 &&
      full.words.map((word) => word.text[0]).join('') === open[0]!.text
    const short =
      openA.length === 0 && initials(openB, a)
        ? openB
        : openB.length === 0 && initials(openA, b)
          ? openA
          : undefined
    if (short) {
      note('acronym', 6, short[0]!.text)
      return
    }
    capped = true
    const [tellsA, tellsB] = [tellApart(openA), tellApart(openB)]
    apart = tellsA && tellsB
    if (!apart && (tellsA || tellsB) && openA.length * openB.length === 0) ceiling = thresholds.part
    for (const kind of ['number', 'direction', 'place'] as const) {
      const left = openA.filter((word) => word.kind === kind)
      const right = openB.filter((word) => word.kind === kind)
      const both = left.length > 0 && right.length > 0
      const evidenceKind: EvidenceKind = kind === 'place' ? 'place-in-name' : kind
      if (both) note(evidenceKind, -25, texts(left), texts(right))
      else if (left.length + right.length > 0)
        note(evidenceKind, kind === 'place' ? -7 : -12, texts(left), texts(right))
    }
    const left = openA.filter((word) => word.kind === 'word' || word.kind === 'link')
    const right = openB.filter((word) => word.kind === 'word' || word.kind === 'link')
    const [fewer, form] = openA.length === 0 ? [left, a] : [right, b]
    if (
      fewer.length === 0 &&
      (openA.length === 0 || openB.length === 0) &&
      form.words.some((word) => isPublicBody(word.key))
    ) {
      note('unit', -8, texts(openA), texts(openB))
      ceiling = thresholds.part
      return
    }
    const replaced = left.length > 0 && right.length > 0 ? 4 : 0
    for (const word of left) note('extra-word', -(3 + replaced + 0.5 * bitsOf(word, frequencies)), word.text)
    for (const word of right)
      note('extra-word', -(3 + replaced + 0.5 * bitsOf(word, frequencies)), '', word.text)
  }
}

/** "Turun ammattikorkeakoulu": there is one such body in a place, by law. */
const namesOnlyBody = (form: NameForm): boolean =>
  form.words.length <= 3 &&
  form.words.some((word) => isPublicBody(word.key)) &&
  form.words.some((word) => word.kind === 'place') &&
  form.words.every((word) => word.kind !== 'word' || word.key.startsWith('@'))

/** "City Salon Ky" is no municipality. */
const isTown = (form: NameForm): boolean =>
  form.words.length === 2 && form.words.some(({ key }) => key === '@city' || key === '@municipality')

/** "Palmenia Hyvinkää" and "Palmenia Kouvola" share every word but the one that says which of the two is meant. */
const tellApart = (open: readonly Word[]): boolean =>
  open.length > 0 && open.every(({ kind }) => kind === 'place' || kind === 'direction' || kind === 'number')

const texts = (words: readonly Word[]): string => words.map((word) => word.text).join(' ')

/** A change in the last two letters is oftener an ending or another surname than a slip of the finger. */
const sameEnd = (a: string, b: string): boolean => a.slice(-2) === b.slice(-2)
