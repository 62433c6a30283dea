import { parseIdentifier } from '../../../engine/matching/identifiers.ts'

export type Identifier = { scheme: string; value: string }

/** The registers whose numbers a list of a country means when it only says "business id". */
const nationalSchemes: Readonly<Record<string, readonly string[]>> = {
  FI: ['fi-business-id', 'vat'],
  SE: ['se-organisation-number', 'vat'],
  DK: ['dk-cvr', 'vat'],
  NO: ['no-organisation-number'],
  EE: ['ee-registry-code', 'vat'],
  PL: ['pl-nip', 'vat', 'pl-krs'],
  HR: ['hr-oib', 'vat'],
}

/** A name with the business id that was written behind it. */
export type Named = { name: string; identifier?: Identifier }

const label = String.raw`(?:(?:y-?tunnus|fo-?nummer|fo-?nr|business id|alv(?:-nro|-numero)?|vat(?: (?:no|number))?|moms(?:nr|nummer)?)\.?\s*:?\s*)?`
const businessIdWritten = String.raw`(?<![\p{L}\d-])(\d{6,7}[-–]\d|FI[\s-]?\d{7}-?\d)(?![\d-])`
const bracketed = new RegExp(String.raw`\s*[([]\s*${label}${businessIdWritten}\s*[)\]]`, 'giu')
const trailing = new RegExp(String.raw`\s*[,/]\s*${label}${businessIdWritten}(?=\s*(?:[,;/]|$))`, 'giu')

/**
 * Finnish business ids that stand in brackets or after a comma behind names, each with the name before it:
 * "Esimerkki Oy (2617489-3), Toinen Oy, FI02116752". Only a right check digit makes a number an id; without one the
 * text stays as it is. What follows the last id belongs to its name, as a place does: "Esimerkki Oy (...), Oulu".
 */
export function namesWithIdentifiers(text: string): Named[] {
  const found = [...text.matchAll(bracketed), ...text.matchAll(trailing)]
    .flatMap((m) => {
      const identifier = parseIdentifier('fi-business-id', m[1]!.replace('–', '-'))
      return identifier ? [{ at: m.index, end: m.index + m[0].length, identifier }] : []
    })
    .sort((a, b) => a.at - b.at)
  const names: Named[] = []
  let from = 0
  for (const { at, end, identifier } of found) {
    const name = text.slice(from, at).replace(separators, '')
    if (/\p{L}/u.test(name)) names.push({ name, identifier })
    from = end
  }
  const rest = text.slice(from)
  const last = names.at(-1)
  if (!last) return [{ name: text }]
  if (names.length === 1) last.name += rest.replace(/[\s,;/]+$/u, '')
  else if (/\p{L}/u.test(rest)) names.push({ name: rest.replace(separators, '') })
  return names
}

const separators = /^(?:[\s,;/&+]|(?:ja|sekä|och|samt|and)\s)+|[\s,;/]+$/gu

/** Schemes whose form alone gives them away, for lists of no known country. */
const telling = ['fi-business-id', 'vat', 'ror'] as const

/** The identifier in its one written form; undefined when it is no number of the country's registers. */
export function identifierOf(text: string, country?: string, scheme?: string): Identifier | undefined {
  if (scheme) return parseIdentifier(scheme, text)
  const schemes = (country && nationalSchemes[country]) || (country ? ['vat'] : telling)
  for (const known of schemes) {
    const identifier = parseIdentifier(known, text)
    if (identifier) return identifier
  }
  return undefined
}
