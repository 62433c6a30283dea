/** Numbers that registers give to organisations. `vat` numbers carry their country; `other` is compared as it is. */
export type IdentifierScheme =
  | 'fi-business-id'
  | 'se-organisation-number'
  | 'dk-cvr'
  | 'no-organisation-number'
  | 'ee-registry-code'
  | 'pl-nip'
  | 'pl-krs'
  | 'hr-oib'
  | 'vat'
  | 'pic'
  | 'ror'
  | 'isni'

export type Identifier = { scheme: string; value: string }

const weighted = (digits: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0)

const luhn = (digits: string): boolean => {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const doubled = Number(digits[digits.length - 1 - i]) * (i % 2 === 0 ? 1 : 2)
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

/** ISO 7064 MOD 11,10: the Croatian OIB. */
const mod11and10 = (digits: string): boolean => {
  let rest = 10
  for (const digit of digits.slice(0, -1)) {
    rest = (rest + Number(digit)) % 10 || 10
    rest = (rest * 2) % 11
  }
  return (11 - rest) % 10 === Number(digits.at(-1))
}

/** ISO 7064 MOD 11-2: the ISNI. */
const mod11minus2 = (text: string): boolean => {
  const total = [...text.slice(0, -1)].reduce((sum, digit) => (sum + Number(digit)) * 2, 0)
  const check = (12 - (total % 11)) % 11
  return text.at(-1) === (check === 10 ? 'X' : String(check))
}

const businessId = (digits: string): boolean => {
  const rest = weighted(digits, [7, 9, 10, 5, 8, 4, 2]) % 11
  return rest !== 1 && Number(digits[7]) === (rest === 0 ? 0 : 11 - rest)
}
const eeCode = (digits: string): boolean => {
  const rest = weighted(digits, [1, 2, 3, 4, 5, 6, 7]) % 11
  const check = rest < 10 ? rest : (weighted(digits, [3, 4, 5, 6, 7, 8, 9]) % 11) % 10
  return check === Number(digits[7])
}
const cvr = (digits: string): boolean =>
  digits[0] !== '0' && weighted(digits, [2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0
const nip = (digits: string): boolean =>
  weighted(digits, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 === Number(digits[9])
const noNumber = (digits: string): boolean => weighted(digits, [3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0

/** Forms of the VAT numbers of the member states (Annex of VIES, European Commission), country code in front. */
const vatForms: Record<string, RegExp> = {
  AT: /^U\d{8}$/,
  BE: /^[01]?\d{9}$/,
  BG: /^\d{9,10}$/,
  CY: /^\d{8}[A-Z]$/,
  CZ: /^\d{8,10}$/,
  DE: /^\d{9}$/,
  DK: /^\d{8}$/,
  EE: /^\d{9}$/,
  EL: /^\d{9}$/,
  ES: /^[A-Z0-9]\d{7}[A-Z0-9]$/,
  FI: /^\d{8}$/,
  FR: /^[A-HJ-NP-Z0-9]{2}\d{9}$/,
  HR: /^\d{11}$/,
  HU: /^\d{8}$/,
  IE: /^\d[A-Z0-9+*]\d{5}[A-Z]{1,2}$/,
  IT: /^\d{11}$/,
  LT: /^(\d{9}|\d{12})$/,
  LU: /^\d{8}$/,
  LV: /^\d{11}$/,
  MT: /^\d{8}$/,
  NL: /^\d{9}B\d{2}$/,
  PL: /^\d{10}$/,
  PT: /^\d{9}$/,
  RO: /^\d{2,10}$/,
  SE: /^\d{12}$/,
  SI: /^\d{8}$/,
  SK: /^\d{10}$/,
  XI: /^\d{9}$/,
}

const eeVat = (digits: string): boolean => weighted(digits, [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 === 0

const only = (text: string, pattern: RegExp): string | undefined => {
  const plain = text.toUpperCase().replace(/[\s.\-–/]/g, '')
  return pattern.test(plain) ? plain : undefined
}

function parseVat(text: string): Identifier | undefined {
  const plain = text.toUpperCase().replace(/[\s.\-–]/g, '')
  const country = plain.slice(0, 2) === 'GR' ? 'EL' : plain.slice(0, 2)
  const number = plain.slice(2)
  if (!vatForms[country]?.test(number)) return undefined
  if (country === 'FI') return parseIdentifier('fi-business-id', number)
  if (country === 'DK') return parseIdentifier('dk-cvr', number)
  if (country === 'PL') return parseIdentifier('pl-nip', number)
  if (country === 'HR') return parseIdentifier('hr-oib', number)
  if (country === 'SE') return parseIdentifier('se-organisation-number', number.slice(0, 10))
  if (country === 'EE' && !eeVat(number)) return undefined
  return { scheme: 'vat', value: country + number }
}

const parsers: Record<string, (text: string) => string | undefined> = {
  'fi-business-id': (text) => {
    const plain = only(text.replace(/^\s*FI/i, ''), /^\d{7,8}$/)?.padStart(8, '0')
    return plain && businessId(plain) && plain !== '00000000' ? `${plain.slice(0, 7)}-${plain[7]}` : undefined
  },
  'se-organisation-number': (text) => {
    const plain = only(text, /^(SE)?(16)?\d{10}(01)?$/)?.replace(/^SE/, '')
    const digits =
      plain && (plain.length === 12 && plain.startsWith('16') ? plain.slice(2) : plain.slice(0, 10))
    return digits && Number(digits[2]) >= 2 && luhn(digits)
      ? `${digits.slice(0, 6)}-${digits.slice(6)}`
      : undefined
  },
  'dk-cvr': (text) => {
    const plain = only(text.replace(/^\s*(DK|CVR)[\s:.-]*/i, ''), /^\d{8}$/)
    return plain && cvr(plain) ? plain : undefined
  },
  'no-organisation-number': (text) => {
    const plain = only(text.replace(/^\s*NO/i, '').replace(/MVA\s*$/i, ''), /^[89]\d{8}$/)
    return plain && noNumber(plain) ? plain : undefined
  },
  'ee-registry-code': (text) => {
    const plain = only(text, /^\d{8}$/)
    return plain && eeCode(plain) ? plain : undefined
  },
  'pl-nip': (text) => {
    const plain = only(text.replace(/^\s*PL/i, ''), /^\d{10}$/)
    return plain && nip(plain) ? plain : undefined
  },
  'pl-krs': (text) => only(text.replace(/^\s*KRS/i, ''), /^\d{10}$/),
  'hr-oib': (text) => {
    const plain = only(text.replace(/^\s*HR/i, ''), /^\d{11}$/)
    return plain && mod11and10(plain) ? plain : undefined
  },
  pic: (text) => only(text, /^[1-9]\d{8}$/),
  ror: (text) =>
    /^(?:https?:\/\/)?(?:www\.)?(?:ror\.org\/)?(0[0-9a-hj-km-np-tv-z]{6}\d{2})$/i
      .exec(text.trim())?.[1]
      ?.toLowerCase(),
  isni: (text) => {
    const plain = only(text.replace(/^.*isni\.org\/(isni\/)?/i, ''), /^\d{15}[\dX]$/)
    return plain && mod11minus2(plain) ? plain : undefined
  },
}

/** Names that lists and people give to the schemes. */
const schemeNames: Record<string, string> = {
  'y-tunnus': 'fi-business-id',
  ytunnus: 'fi-business-id',
  'business-id': 'fi-business-id',
  'fo-nummer': 'fi-business-id',
  cvr: 'dk-cvr',
  oib: 'hr-oib',
  nip: 'pl-nip',
  krs: 'pl-krs',
  orgnr: 'se-organisation-number',
  registrikood: 'ee-registry-code',
  'fi-y-tunnus': 'fi-business-id',
  organisationsnummer: 'se-organisation-number',
}

/**
 * The identifier in its one written form, or nothing when the text cannot be a number of that scheme (wrong
 * length, wrong check digit). A VAT number that contains a national id becomes that id: FI01872904 is 0187290-4.
 * A scheme nobody here knows is kept as it stands.
 */
export function parseIdentifier(scheme: string, text: string): Identifier | undefined {
  const key = schemeNames[scheme.toLowerCase()] ?? scheme.toLowerCase()
  if (key === 'vat') return parseVat(text)
  const parser = parsers[key]
  if (!parser) {
    const plain = text.trim().replace(/\s+/g, ' ')
    return plain ? { scheme: key, value: plain.toUpperCase() } : undefined
  }
  const value = parser(text)
  return value ? { scheme: key, value } : undefined
}

/** Whether the text is a Finnish business id (Y-tunnus) with a right check digit. */
export const isValidBusinessId = (text: string): boolean =>
  /^\d{7}-\d$/.test(text.trim()) && parseIdentifier('fi-business-id', text) !== undefined

/** The scheme that a column of identifiers is in, when at least four of five of its values have that form. */
export function recogniseScheme(values: readonly string[]): string | undefined {
  const filled = values.map((value) => value.trim()).filter(Boolean)
  if (filled.length === 0) return undefined
  const fits = (scheme: string): number =>
    filled.filter((value) => parseIdentifier(scheme, value)).length / filled.length
  const order = [
    'ror',
    'isni',
    'fi-business-id',
    'vat',
    'dk-cvr',
    'hr-oib',
    'se-organisation-number',
    'pl-nip',
    'ee-registry-code',
    'no-organisation-number',
    'pic',
  ]
  return order.find((scheme) => fits(scheme) >= 0.8)
}
