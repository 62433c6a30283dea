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
