/** The languages of the product. Finnish is the source: the other two are typed from it. */
export const languages = ['fi', 'sv', 'en'] as const
export type Language = (typeof languages)[number]

/** Each language as it calls itself. */
export const ownNames: Record<Language, string> = { fi: 'suomi', sv: 'svenska', en: 'English' }

export const isLanguage = (value: unknown): value is Language =>
  typeof value === 'string' && (languages as readonly string[]).includes(value)

/** A name or text that exists in up to three languages; Finnish, Swedish, English in that order of fallback. */
export type Names = { fi?: string | null; sv?: string | null; en?: string | null }

/** The same shape as the Finnish words, every string free: a missing Swedish phrase is a compile error. */
export type Like<T> = T extends string
  ? string
  : T extends (...args: infer A) => string
    ? (...args: A) => string
    : T extends readonly (infer U)[]
      ? readonly Like<U>[]
      : { [K in keyof T]: Like<T[K]> }

export type Words<T> = Record<Language, Like<T>>

/** A module's words. `words(fi, { sv, en })[language].key` is how a page says anything. */
export const words = <const T>(fi: T, others: { sv: Like<T>; en: Like<T> }): Words<T> => ({
  fi: fi as Like<T>,
  sv: others.sv,
  en: others.en,
})

/** The text in the wanted language, or the best other one, with the language it really is in (for `lang`). */
export function pick(names: Names, wanted: Language): { text: string; language: Language } | undefined {
  for (const language of [wanted, ...languages]) {
    const text = names[language]
    if (text) return { text, language }
  }
  return undefined
}

const locales = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' } as const

const formats = new Map<string, Intl.NumberFormat>()

/** The number format of a language with so many decimals, made once: making one costs more than a page's text. */
export function numberFormat(language: Language, decimals: number): Intl.NumberFormat {
  const key = `${language}${decimals}`
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.NumberFormat(locales[language], {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  })
  formats.set(key, made)
  return made
}

/** 22821 -> "22 821" (fi, sv) or "22,821" (en). */
export const formatCount = (n: number | bigint, language: Language): string =>
  numberFormat(language, 0).format(n)

/** 95.2 -> "95,2" with the asked number of decimals. */
export const formatDecimal = (n: number, language: Language, decimals: number): string =>
  numberFormat(language, decimals).format(n)

/** The same said in each language. */
export const inEach = <T>(say: (language: Language) => T): Record<Language, T> => ({
  fi: say('fi'),
  sv: say('sv'),
  en: say('en'),
})
