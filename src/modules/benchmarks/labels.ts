import { inEach, type Language, languages, type Names, pick } from '../../kernel/text.ts'
import type { Head } from '../statistics/index.ts'
import { timeIdOf } from './columns.ts'
import { deriveText } from './derive-text.ts'
import type { AskedDerived, UsedVariable } from './rules.ts'

// Codes that stand for all there is of a dimension, or for a year: they say nothing of what a series is.
const plain = new Set(['SSS', 'TOTAL', 'T', 'A'])

/** Ends of titles that say only by which territories the table is. */
const byPlace: Readonly<Record<Language, RegExp>> = {
  fi: /\s+(?:NUTS \d\s?-\s?)?(?:alueittain|maakunnittain|kunnittain)$/u,
  sv: /\s+efter (?:NUTS \d-)?(?:område|region|landskap|kommun)$/u,
  en: /\s+by (?:NUTS \d )?(?:region|area|municipality)$/u,
}

const nameOf = (names: Names, language: Language): string => pick(names, language)?.text ?? ''
/** A name that its source shouts: "YRITYSSEKTORI YHTEENSÄ"; short words stay, they may be abbreviations. */
const quiet = (words: string): string =>
  words === words.toUpperCase() ? words.replace(/\p{Lu}{4,}/gu, (word) => word.toLowerCase()) : words
const lower = (words: string): string => words.replace(/^\p{Lu}(?=\p{Ll})/u, (first) => first.toLowerCase())

type Described = Pick<UsedVariable, 'label' | 'unit' | 'period'>

/**
 * What a series is called, its unit and period. A category that says what is measured is name enough; where the
 * categories give a unit alone, the dataset's title stands before them: "Bruttokansantuote: euroa asukasta kohden".
 */
export function describe(head: Head, codes: Readonly<Record<string, string>>): Described {
  const time = timeIdOf(head)
  const chosen = head.dimensions
    .filter((d) => d.role !== 'geo' && d.id !== time)
    .flatMap((d) => {
      const category = d.categories.find((c) => c.code === codes[d.id])
      return category ? [{ ...category, says: d.role === 'metric' }] : []
    })
  // What is measured first, then of whom.
  const named = chosen.filter((c) => !plain.has(c.code)).sort((a, b) => Number(b.says) - Number(a.says))
  const label = inEach((l) => {
    const title = nameOf(head.dataset.title, l).replace(byPlace[l], '')
    const words = named.map((c) => quiet(nameOf(c.name, l)) || c.code).join(' · ')
    if (named.some((c) => c.says)) return words
    return words ? `${title}: ${lower(words)}` : title
  })
  return {
    label,
    unit: chosen.find((c) => c.unit)?.unit ?? null,
    period: (time && codes[time]) ?? '',
  }
}

/** What a derived variable is called: its formula in words, with both periods where they differ. */
export function derivedLabel(derived: AskedDerived, own: Described, other: Described): Described {
  const label = Object.fromEntries(
    languages.map((l): [Language, string] => {
      const t = deriveText[l].derivedName
      const [a, b] = [nameOf(own.label, l), nameOf(other.label, l)]
      return [l, derived.is === 'change' ? t.change(a) : t.ratio(a, b, derived.times)]
    }),
  )
  const period =
    derived.is === 'change'
      ? `${other.period}–${own.period}`
      : own.period === other.period
        ? own.period
        : `${own.period} / ${other.period}`
  const percent = derived.is === 'change' || derived.times === '100'
  return { label, unit: percent ? '%' : null, period }
}
