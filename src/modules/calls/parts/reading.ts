import type { Language } from '../../../kernel/text.ts'
import { languages } from '../../../kernel/text.ts'
import { clockIn, dayIn, formatDay, instantOf, readDay } from '../../../kernel/time.ts'
import type { Plan } from '../call.ts'
import type { Texts } from '../settings.ts'

/** What a form of a part holds: a text, or several chosen values. */
export type Fields = Readonly<Record<string, string | readonly string[]>>

export type WrongCode =
  | 'noTitle'
  | 'noLanguage'
  | 'noDay'
  | 'noClock'
  | 'noAmount'
  | 'noPercent'
  | 'noYear'
  | 'noCount'
  | 'noEmail'
  | 'noFund'
  | 'noText'
  | 'backwards'
  | 'past'
  | 'steps'
  | 'unknown'

/** What is wrong with a field of a form. */
export type Wrong = { field: string; what: WrongCode }

/** How one part stands in a form, and how it is read from one. Reading changes nothing but its own part. */
export type PartForm = {
  written: (plan: Plan, language: Language) => Record<string, string | string[]>
  read: (form: Form, plan: Plan) => Plan
}

/** A posted form with what is found wrong in it on the way. */
export type Form = {
  text: (name: string) => string
  list: (name: string) => readonly string[]
  wrong: (field: string, what: WrongCode) => void
}

export function formOf(fields: Fields): Form & { faults: readonly Wrong[] } {
  const faults: Wrong[] = []
  return {
    faults,
    text: (name) => {
      const value = fields[name] ?? ''
      return (typeof value === 'string' ? value : (value[0] ?? '')).replaceAll('\r\n', '\n').trim()
    },
    list: (name) => {
      const value = fields[name] ?? []
      return typeof value === 'string' ? (value === '' ? [] : [value]) : value
    },
    wrong: (field, what) => void faults.push({ field, what }),
  }
}

export const settled = (plan: Plan, change: Partial<Plan['settings']>): Plan => ({
  ...plan,
  settings: { ...plan.settings, ...change },
})

/** "name.fi", "name.sv", "name.en". */
export const writtenTexts = (name: string, texts: Texts): Record<string, string> =>
  Object.fromEntries(languages.map((l) => [`${name}.${l}`, texts[l] ?? '']))

export const readTexts = (form: Form, name: string): Texts =>
  Object.fromEntries(
    languages.flatMap((l) => (form.text(`${name}.${l}`) ? [[l, form.text(`${name}.${l}`)]] : [])),
  )

/** English too types digits: "5 Mar 2026" is how a day reads, not how one writes it. */
const typedIn = (language: Language): Language => (language === 'en' ? 'fi' : language)

export const writtenDay = (day: string | null, language: Language): string =>
  day ? formatDay(day, typedIn(language)) : ''

/** "closesDay" and "closesClock" of an instant. */
export const writtenInstant = (name: string, at: Date | null, language: Language) => ({
  [`${name}Day`]: at ? writtenDay(dayIn(at), language) : '',
  [`${name}Clock`]: at ? clockIn(at).replace(':', '.') : '',
})

/** A Finnish day and clock; null where neither is filled in. */
export function readInstant(form: Form, name: string): Date | null {
  const [dayField, clockField] = [`${name}Day`, `${name}Clock`]
  if (!form.text(dayField) && !form.text(clockField)) return null
  const day = readDay(form.text(dayField))
  const clock = clockOf(form.text(clockField))
  if (!day) form.wrong(dayField, 'noDay')
  if (!clock) form.wrong(clockField, 'noClock')
  return day && clock ? instantOf(day, clock) : null
}

/** "16.15", "16:15" and "16" are a time of day. */
function clockOf(typed: string): string | undefined {
  const m = /^(\d{1,2})(?:[.:](\d{2}))?$/.exec(typed)
  const [hour, minute] = [Number(m?.[1]), Number(m?.[2] ?? 0)]
  if (!m || hour > 23 || minute > 59) return undefined
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

/** "1 234,50", "1234.50" and "1 234 €" as "1234.50"; null where nothing is filled in. */
export function readAmount(form: Form, name: string): string | null {
  const typed = form.text(name)
  if (typed === '') return null
  const bare = typed.replaceAll(/[\s\u00a0\u202f]/g, '').replace(/€$/, '')
  const m = /^(\d{1,13})(?:[.,](\d{1,2}))?$/.exec(bare)
  if (!m) form.wrong(name, 'noAmount')
  return m ? `${BigInt(m[1]!)}.${(m[2] ?? '').padEnd(2, '0')}` : null
}

/** "1234.50" as it is typed: "1 234,50", without cents where there are none. */
export function writtenAmount(amount: string | null): string {
  if (amount === null) return ''
  const [whole = '', cents = ''] = amount.split('.')
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, ' ')
  return Number(cents) === 0 ? grouped : `${grouped},${cents.padEnd(2, '0')}`
}

/** A percentage from 0 to 100 with at most two decimals; null where nothing is filled in. */
export function readPercent(form: Form, name: string): string | null {
  const typed = form.text(name)
  if (typed === '') return null
  const m = /^(\d{1,3})(?:[.,](\d{1,2}))?$/.exec(typed.replaceAll(/[\s\u00a0\u202f%]/g, ''))
  const value = m && `${Number(m[1])}${m[2] ? `.${m[2]}` : ''}`
  if (value && Number(value) <= 100) return value
  form.wrong(name, 'noPercent')
  return null
}

export const writtenPercent = (percent: string | null): string => percent?.replace('.', ',') ?? ''

/** A whole number between two; null where nothing is filled in. */
export function readCount(form: Form, name: string, least: number, most: number): number | null {
  const typed = form.text(name)
  if (typed === '') return null
  const n = /^\d{1,6}$/.test(typed) ? Number(typed) : -1
  if (n >= least && n <= most) return n
  form.wrong(name, 'noCount')
  return null
}

/** The rows of a list in a form: `name.0`, `name.1` ... */
export const rowNames = (name: string, most: number): string[] =>
  Array.from({ length: most }, (_, i) => `${name}.${i}`)
