import { centsFromDecimal } from './cents.ts'
import { isDay } from './day.ts'
import { type Fault, type FaultCode, fault, type Place } from './fault.ts'
import { ratioOf } from './percent.ts'

/** A text in each language of the product. */
export type Texts = { fi: string; sv: string; en: string }

/** Reads a value at its place and puts what is wrong with it among the faults; the value is then of no use. */
export type Reader<T> = (value: unknown, place: Place, faults: Fault[]) => T

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const textWhere =
  (code: FaultCode, right: (text: string) => boolean): Reader<string> =>
  (value, place, faults) => {
    if (typeof value === 'string' && right(value)) return value
    faults.push(fault(code, place, typeof value === 'string' ? { text: value } : {}))
    return ''
  }

export const text = textWhere('not-a-text', (t) => t.trim() !== '')
/** What other data refers to: letters, digits, point, hyphen and underscore, at most 60. */
export const code = textWhere('not-a-code', (t) => /^[\p{L}\d][\p{L}\d._-]{0,59}$/u.test(t))
export const day = textWhere('not-a-day', isDay)
export const percent = textWhere('not-a-percentage', (t) => ratioOf(t) !== undefined)
export const amount = textWhere('not-an-amount', (t) => {
  const cents = centsFromDecimal(t)
  return cents !== undefined && cents >= 0n
})

export const yesOrNo: Reader<boolean> = (value, place, faults) => {
  if (typeof value !== 'boolean') faults.push(fault('not-a-yes-or-no', place))
  return value === true
}

/** A whole number from one on. */
export const count: Reader<number> = (value, place, faults) => {
  if (Number.isSafeInteger(value) && (value as number) > 0) return value as number
  faults.push(fault('not-a-count', place))
  return 1
}

export const oneOf =
  <T extends string | boolean>(...choices: readonly T[]): Reader<T> =>
  (value, place, faults) => {
    if (choices.includes(value as T)) return value as T
    faults.push(fault('not-one-of', place, { choices: choices.join(', ') }))
    return choices[0]!
  }

export const listOf =
  <T>(item: Reader<T>, least = 1): Reader<T[]> =>
  (value, place, faults) => {
    if (!Array.isArray(value)) {
      faults.push(fault('not-a-list', place))
      return []
    }
    if (value.length < least) faults.push(fault('empty', place))
    return value.map((one, i) => item(one, [...place, i], faults))
  }

type Shape = Readonly<Record<string, Reader<unknown>>>
type Shaped<R extends Shape, O extends Shape> = { [K in keyof R]: ReturnType<R[K]> } & {
  [K in keyof O]?: ReturnType<O[K]>
}

/** An object with these keys and no others. */
export const object =
  <R extends Shape, O extends Shape = Record<never, never>>(
    required: R,
    optional?: O,
  ): Reader<Shaped<R, O>> =>
  (value, place, faults) => {
    const read: Record<string, unknown> = {}
    if (!isPlain(value)) {
      faults.push(fault('not-an-object', place))
      return read as Shaped<R, O>
    }
    const known = new Map([...Object.entries(required), ...Object.entries(optional ?? {})])
    for (const key of Object.keys(value)) {
      const reader = known.get(key)
      if (reader) read[key] = reader(value[key], [...place, key], faults)
      else faults.push(fault('unknown-key', [...place, key], { key, known: [...known.keys()].join(', ') }))
    }
    for (const key of Object.keys(required))
      if (!Object.hasOwn(value, key)) faults.push(fault('missing', [...place, key], { key }))
    return read as Shaped<R, O>
  }

export const texts: Reader<Texts> = object({ fi: text, sv: text, en: text })

/** Tells of every code that an earlier item of the list has already. */
export function noDuplicates(
  list: readonly { code: string }[],
  place: Place,
  faults: Fault[],
  of = (_i: number): Place => ['code'],
): void {
  const seen = new Set<string>()
  list.forEach((item, i) => {
    if (typeof item.code !== 'string' || item.code === '') return
    if (seen.has(item.code)) faults.push(fault('duplicate', [...place, i, ...of(i)], { code: item.code }))
    seen.add(item.code)
  })
}
