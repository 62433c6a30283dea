import { type Field, fieldNames } from '../fields.ts'
import words from './header-words.json' with { type: 'json' }

/** Folds a header for comparison: "Projekt_Starttid", "projektStarttid" and "projekt starttid" are one. */
export const foldHeader = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/[_./\\*:;,()[\]{}#'"|–—-]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** Headers that are one but for case, blanks and signs: "CoFinancing_Rate" and "Cofinancing rate". */
export const headerKey = (text: string): string => foldHeader(text).replaceAll(' ', '')

/** Units and currencies that headers carry, left out of the comparison of words. */
const unit =
  /(?<=^|\s)(€|£|\$|eur|euroa|euro|euros|sek|dkk|nok|kr|gbp|pln|zł|huf|czk|m€|meur|£m|milj €|tuhatta euroa|1000 €|t€|teur|mio kr|max 100 words)(?=\s|$)/gu

const withoutUnit = (folded: string): string => folded.replace(unit, ' ').replace(/\s+/g, ' ').trim()

type Phrase = { field: Field; language: string; phrase: string }
const phrases: Phrase[] = fieldNames.flatMap((field) =>
  Object.entries(words[field] as Record<string, readonly string[]>).flatMap(([language, list]) =>
    list.map((phrase) => ({ field, language, phrase: foldHeader(phrase) })),
  ),
)

export type HeaderMatch = { field: Field; language: string; phrase: string; strength: number }

/**
 * What a header's words say, best first, one for each field. 1 = the header is the phrase; less when it only holds
 * it, by how much of the header the phrase explains. A dotted header (`lead.name`) is read whole and by its end.
 */
export function matchHeader(header: string): HeaderMatch[] {
  const whole = foldHeader(header)
  const bare = withoutUnit(whole)
  const end = header.includes('.') ? foldHeader(header.slice(header.lastIndexOf('.') + 1)) : undefined
  const best = new Map<Field, HeaderMatch>()
  for (const { field, language, phrase } of phrases) {
    let strength = 0
    if (phrase === whole) strength = 1
    else if (phrase === bare) strength = 0.98
    else if (phrase.replaceAll(' ', '') === bare.replaceAll(' ', '')) strength = 0.96
    else if (end !== undefined && phrase === end) strength = 0.6
    else if (phrase.length >= 3 && holds(bare, phrase)) strength = 0.45 + 0.45 * (phrase.length / bare.length)
    if (strength > (best.get(field)?.strength ?? 0.5)) best.set(field, { field, language, phrase, strength })
  }
  return [...best.values()].sort((a, b) => b.strength - a.strength || b.phrase.length - a.phrase.length)
}

const holds = (text: string, phrase: string): boolean => ` ${text} `.includes(` ${phrase} `)

/** Languages in which some field is called exactly so: counted over all headers, they tell the list's language. */
export const languagesOf = (header: string): ReadonlySet<string> => {
  const bare = withoutUnit(foldHeader(header))
  return new Set(phrases.filter(({ phrase }) => phrase === bare).map(({ language }) => language))
}

export type HeaderUnit = { currency?: string; scale?: number }

/** The currency and scale that a header states: "beviljat_belopp_sek", "Budjetti (1000 €)", "investment £m". */
export function unitOf(header: string): HeaderUnit {
  const text = ` ${header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[_()[\],]/g, ' ')
    .replace(/\s+/g, ' ')} `
  const currency = currencySigns.find(([pattern]) => pattern.test(text))?.[1]
  const scale = /\s(1 ?000 ?(€|eur|kr|sek|dkk)|t€|teur|tkr|tsek|tuhatta euroa|thousand)\s/u.test(text)
    ? 1000
    : /(\s(m€|meur|£m|€m|msek|mkr|mdkk|mio\.?( kr\.?)?|milj\.?( ?€| ?e| ?eur)?|miljoonaa euroa|million)\s)/u.test(
          text,
        )
      ? 1_000_000
      : undefined
  return { ...(currency && { currency }), ...(scale && { scale }) }
}

const currencySigns: readonly (readonly [RegExp, string])[] = [
  [/\s(sek|msek|tsek)\s/, 'SEK'],
  [/\s(dkk|mdkk)\s/, 'DKK'],
  [/\s(nok)\s/, 'NOK'],
  [/£|\sgbp\s/, 'GBP'],
  [/\s(pln|zł)\s/u, 'PLN'],
  [/\s(czk|kč)\s/u, 'CZK'],
  [/\s(huf)\s/, 'HUF'],
  [/\s(isk)\s/, 'ISK'],
  [/€|\s(eur|euroa|euro|euros|meur|teur)\s/u, 'EUR'],
]
